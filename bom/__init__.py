"""Reading bills of materials: from any workbook to one system, with every value traceable to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bom.companies.enrichment import NOTHING, Enrichment, read_enrichment
from bom.pins.model import MappingFile
from bom.raw import RawFile
from bom.reading import Reading
from depmap.core.errors import InputError
from depmap.core.issues import Issue
from depmap.core.model import Bom
from depmap.core.text import Language, Text

__all__ = [
    "NOTHING",
    "Enrichment",
    "Workbook",
    "all_issues",
    "mapping_text",
    "marked_copy",
    "read",
    "read_enrichment",
    "read_raw",
    "understand",
    "understand_file",
]


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file: how it was understood, and the system that it describes."""

    reading: Reading
    """The tables, the meaning of every column and why, the lines."""

    bom: Bom
    """The system; its issues include those of the reading."""


def read_raw(path: Path) -> RawFile:
    """The sheets of a file, with nothing said about what they mean.

    Raises:
        InputError: the file is absent, empty, locked, encrypted, damaged or of an unknown kind.
    """
    from bom.formats import open_file

    return open_file(path)


def understand(raw: RawFile, mapping: MappingFile | None = None) -> Reading:
    """The tables, columns and lines of a file; also when it turns out to be no bill of materials.

    Args:
        raw: its sheets.
        mapping: the mapping file to read it by, when there is one.

    Raises:
        MappingError: the mapping file is for another file, or names what this one does not have.
        InputError: it is depmap's template with something wrong on its supplier sheet.
    """
    from bom.marked.own import without_own
    from bom.tables import understand as tables
    from bom.template.sheets import NOT_FILLED_IN, is_empty_template, own_suppliers, parts_only

    pins = mapping.pins_for(raw.name, raw.sha256) if mapping is not None else None
    reading = replace(tables.understand(parts_only(without_own(raw)), pins=pins), suppliers=own_suppliers(raw))
    return replace(reading, refusal=NOT_FILLED_IN) if is_empty_template(raw) else reading


def understand_file(path: Path, mapping: MappingFile | None = None) -> Reading:
    """`understand` of what `read_raw` reads.

    Raises:
        InputError: see there.
    """
    return understand(read_raw(path), mapping)


def marked_copy(raw: RawFile, reading: Reading, language: Language) -> bytes:
    """An xlsx file that shows, sheet by sheet, what was read and where that stumbled.

    Args:
        raw: what `read_raw` gave.
        reading: what `understand` made of it, with the issues that should be told.
        language: the reader's.
    """
    from bom.marked.workbook import marked_copy as written

    return written(raw, reading, language)


def mapping_text(readings: Sequence[Reading], language: Language) -> str:
    """The mapping file by which these workbooks are read like this again; see `bom.pins.writing`."""
    from bom.pins.writing import mapping_text as written

    return written(readings, language)


def read(path: Path, beside: Enrichment = NOTHING) -> Workbook:
    """The system that this file describes.

    Args:
        path: the bill of materials.
        beside: the files that were given with it.

    Raises:
        InputError: the file cannot be read, it is no bill of materials, or none of its lines asks for a part: an
            empty system would have no weak point, and look safe.
    """
    from bom.assembly.assemble import assemble

    reading = understand_file(path, beside.mapping)
    if reading.refusal is not None:
        raise InputError(
            Text(nl=f"{reading.file}: {reading.refusal.nl}", en=f"{reading.file}: {reading.refusal.en}"),
            Text(
                nl="Met 'depmap check' ziet u hoe de kolommen zijn gelezen; 'depmap columns' noemt de bekende koppen, "
                "en met --mapping wijst u zelf aan waar de kop staat.",
                en="'depmap check' shows how the columns were read; 'depmap columns' names the known headers, and "
                "with --mapping you point out where the header stands.",
            ),
        )
    system = assemble(reading, beside)
    if not system.components:
        raise InputError(
            Text(
                nl=f"{reading.file}: geen van de {system.lines} regels vraagt om een onderdeel "
                "(niet te plaatsen, of aantal 0).",
                en=f"{reading.file}: none of the {system.lines} lines asks for a part "
                "(not to be placed, or quantity 0).",
            ),
            Text(
                nl="Er valt niets te beoordelen. Kijk met 'depmap check' of de kolom 'niet plaatsen' goed is gelezen.",
                en="There is nothing to judge. See with 'depmap check' whether the do-not-place column was read right.",
            ),
        )
    return Workbook(reading, system)


def all_issues(reading: Reading, beside: Enrichment = NOTHING) -> tuple[Issue, ...]:
    """Everything that is wrong or doubtful in a file: in its cells, and in the system that its lines make up."""
    from bom.assembly.assemble import assemble

    return assemble(reading, beside).issues if reading.is_bom else reading.issues
