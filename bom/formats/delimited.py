"""Text with a delimiter: csv, tsv, semicolons, and ``|`` without the rules of a drawn table."""

from __future__ import annotations

from collections.abc import Sequence

from bom.formats._aligned import aligned_tables
from bom.formats._drawn import drawn_tables
from bom.formats._interface import Content, Format, Source
from bom.formats._layout import best_delimiter, stated_delimiter
from bom.formats._prose import is_prose
from bom.formats._records import records
from bom.formats._text import decode, text_sheet
from bom.sandbox.limits import MAX_CELLS, Refused
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_SHOWN = 20
_QUOTE = Text(
    "een aanhalingsteken staat alleen; het is als gewoon teken gelezen.",
    "a quotation mark stands alone; it was read as an ordinary character.",
)
_QUOTE_HINT = Text("Controleer of de velden van deze regel kloppen.", "Check that the fields of this row are right.")


def recognises(source: Source) -> bool:
    """Whether it is text, no table is drawn in it, and blanks align no columns; a list in words has one column."""
    decoded = decode(source.head)
    if decoded is None or drawn_tables(decoded.lines):
        return False
    return not aligned_tables(decoded.lines) or is_prose(decoded.lines)


def rows(source: Source) -> Content:
    """One sheet without a name; every value stays text. The line ``sep=;`` is no row, as in spreadsheets."""
    decoded = decode(source.data)
    lines = decoded.lines if decoded else []
    stated = stated_delimiter(lines[0]) if lines else None
    if stated:
        lines = lines[1:]
    elif is_prose(lines):
        return Content((text_sheet([line] for line in lines),), decoded.issues if decoded else ())
    guessed = best_delimiter(lines)
    delimiter = stated or (guessed.character if guessed else ",")
    if decoded and decoded.text.count(delimiter) > MAX_CELLS:
        raise Refused("cells")
    if delimiter == "|":
        return Content((text_sheet(_drawn(lines)),), decoded.issues if decoded else ())
    read = records(lines, delimiter)
    issues = [
        Issue("DI004", Severity.WARNING, _QUOTE, CellRef(source.name, "", row + 1, "A"), _QUOTE_HINT)
        for row in read.suspects[:_SHOWN]
    ]
    return Content((text_sheet(read.rows),), (*(decoded.issues if decoded else ()), *issues))


def _drawn(lines: Sequence[str]) -> list[list[str]]:
    """Fields of a table drawn with ``|``, without the padding, and without the lines that close it left and right."""
    closed = sum(line.lstrip().startswith("|") for line in lines) * 2 > len(lines)
    bare = [line.strip().removeprefix("|").removesuffix("|") for line in lines] if closed else lines
    return [[field.strip() for field in line.split("|")] for line in bare]


FORMAT = Format(
    id="text",
    title=Text("tekst met scheidingstekens (.csv)", "delimited text (.csv)"),
    suffixes=(".csv", ".tsv", ".txt", ".tab", ".md"),
    recognises=recognises,
    rows=rows,
)
