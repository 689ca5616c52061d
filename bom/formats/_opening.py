"""From a path to sheets: what can be said of the file itself, then the one format that recognises it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from bom.formats._error_values import error_values
from bom.formats._interface import Content, Format, Source
from bom.formats._kinds import kind_of, other_kind
from bom.formats._refusals import printable, refusal
from bom.grid import as_grid
from bom.raw import RawFile
from bom.sandbox import container
from bom.sandbox.limits import MAX_FILE_BYTES, Refused, wrong_setting
from depmap.core.discovery import discover
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_OTHER_NAME = Text(
    "de naam eindigt op '{suffix}', maar de inhoud is {title}; de inhoud is gevolgd.",
    "the name ends in '{suffix}', but the content is {title}; the content was followed.",
)


def formats() -> tuple[Format, ...]:
    """Every format there is.

    Raises:
        IncompleteModule: a module in this folder without its ``FORMAT``.
    """
    return discover("bom.formats", "FORMAT", Format)


def open_file(path: Path) -> RawFile:
    """See `bom.formats.open_file`."""
    name = printable(path.name or str(path))
    try:
        if wrong := wrong_setting():
            raise Refused("setting", wrong)
        source = _source(name, _bytes(path))
        found = _format(source)
        content = found.rows(source)
    except Refused as refused:
        raise refusal(name, refused) from refused
    except MemoryError as error:
        raise refusal(name, Refused("memory")) from error
    except OSError as error:
        raise refusal(name, Refused("unreadable", type(error).__name__)) from error
    sheets = tuple(replace(sheet, rows=as_grid(sheet.rows)) for sheet in content.sheets)
    if not any(cell is not None for sheet in sheets for row in sheet.rows for cell in row):
        raise refusal(name, Refused("no_cells" if content.sheets else "no_sheets"))
    return RawFile(
        name=name,
        sha256=hashlib.sha256(source.data).hexdigest(),
        format=found.id,
        sheets=sheets,
        issues=_issues(source, found, replace(content, sheets=sheets)),
    )


def _bytes(path: Path) -> bytes:
    """Everything in the file, if it is one."""
    if path.is_dir():
        raise Refused("directory")
    if not path.exists():
        raise Refused("missing")
    if not path.is_file():
        raise Refused("no_file")
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        raise Refused("too_large", f"{size // 1_000_000}")
    data = path.read_bytes()
    if not data.strip(b"\0 \t\r\n"):
        raise Refused("empty")
    return data


def _source(name: str, data: bytes) -> Source:
    """The bytes with the names inside, when they are a zip file."""
    members = container.members(data) if data.startswith(container.MAGIC) else {}
    return Source(name, data, members)


def _format(source: Source) -> Format:
    """The first format that recognises the content; of a kind that is known to be no table, the one that takes it."""
    kind = kind_of(source)
    for candidate in sorted(formats(), key=lambda one: one.is_general):
        if (kind is None or kind.detail in candidate.kinds) and candidate.recognises(source):
            return candidate
    raise kind or other_kind(source)


def _issues(source: Source, found: Format, content: Content) -> tuple[Issue, ...]:
    """The issues of the format, each with a place in this file, after a note when the name promises something else."""
    start = CellRef(source.name, "", 1, "A")
    placed = (
        *(issue if issue.cell else replace(issue, cell=start) for issue in content.issues),
        *error_values(source.name, content.sheets),
    )
    suffix = Path(source.name).suffix.lower()
    if suffix in found.suffixes or not any(suffix in other.suffixes for other in formats()):
        return placed
    message = _OTHER_NAME.format(suffix=suffix, title=found.title)
    return (Issue("DI001", Severity.NOTE, message, start), *placed)
