"""What to tell of a workbook that is read by a mapping file: what moved, and what the mapping file does not name."""

from __future__ import annotations

from collections.abc import Iterable

from bom.assembly.problem import Problem
from bom.fields import BY_KEY, base
from bom.pins.held import Held, plain_header
from bom.pins.model import FilePins
from bom.raw import RawFile
from bom.reading import ColumnReading, Table, TableRole
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

OTHER_FILE = Problem(
    "DI031",
    Severity.NOTE,
    Text(
        "{mapping} is gemaakt voor een andere versie ({name}); dit bestand is er toch mee gelezen.",
        "{mapping} was made for another version ({name}); this file was read by it all the same.",
    ),
)
MOVED_ROW = Problem(
    "DI031",
    Severity.NOTE,
    Text(
        "De kop stond volgens {mapping} in rij {was} en staat nu in rij {row}.",
        "According to {mapping} the header stood in row {was}; it now stands in row {row}.",
    ),
)
MOVED_COLUMN = Problem(
    "DI031",
    Severity.NOTE,
    Text(
        "Kolom '{header}' stond volgens {mapping} in {was} en staat nu in {column}.",
        "According to {mapping} the column '{header}' stood in {was}; it now stands in {column}.",
    ),
)
NEW_COLUMN = Problem(
    "DI032",
    Severity.NOTE,
    Text(
        "Kolom '{header}' staat niet in {mapping}; depmap leest er {field} in.",
        "The column '{header}' is not in {mapping}; depmap reads it as {field}.",
    ),
    Text("Klopt dat niet, neem hem dan op in dat bestand.", "If that is not so, add it to that file."),
)
NEW_TABLE = Problem(
    "DI033",
    Severity.WARNING,
    Text(
        "Deze tabel staat niet in {mapping}; depmap heeft hem gelezen zoals hij is gevonden.",
        "This table is not in {mapping}; depmap read it as it was found.",
    ),
    Text(
        'Neem hem op in dat bestand. Hoort hij er niet bij, geef hem dan role = "not_a_parts_table".',
        'Add it to that file. If it does not belong, give it role = "not_a_parts_table".',
    ),
)


def file_notes(raw: RawFile, pins: FilePins | None) -> list[Issue]:
    """That the mapping file was made for other bytes, when it was."""
    if pins is None or not _is_for_another(pins, raw):
        return []
    return [OTHER_FILE.at(None, mapping=pins.mapping, name=plain_header(pins.name))]


def table_notes(raw: RawFile, table: Table, held: Held | None, pins: FilePins | None) -> Iterable[Issue]:
    """What moved in a table since the mapping file was made, and what of it is new."""
    if pins is None or not table.columns:
        return

    def at(column: ColumnReading) -> CellRef:
        return CellRef(raw.name, table.sheet, table.header_row or 1, column.column)

    if held is None:
        if _is_for_another(pins, raw) and table.role is not TableRole.NOT_PARTS:
            yield NEW_TABLE.at(at(table.columns[0]), mapping=pins.mapping)
        return
    if held.header_row != (table.header_row or 0):
        yield MOVED_ROW.at(at(table.columns[0]), mapping=pins.mapping, was=held.header_row, row=table.header_row)
    for place, was in held.moved:
        column = table.columns[place]
        name = plain_header(column.header)
        yield MOVED_COLUMN.at(at(column), mapping=pins.mapping, was=was, column=column.column, header=name)
    for place, column in enumerate(table.columns) if held.fields and _is_for_another(pins, raw) else ():
        if place not in held.fields and column.field:
            name, field = plain_header(column.header) or column.column, BY_KEY[base(column.field)].title
            yield NEW_COLUMN.at(at(column), mapping=pins.mapping, header=name, field=field)


def _is_for_another(pins: FilePins, raw: RawFile) -> bool:
    """Whether depmap wrote the mapping file for other bytes; one that a person wrote need not name everything."""
    return bool(pins.sha256) and not pins.is_exactly_for(raw.sha256)
