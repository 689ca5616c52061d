"""Text with tables drawn in it: pages of a project in Markdown or Org, reports in reStructuredText."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bom.formats._drawn import Drawn, drawn_tables
from bom.formats._interface import Content, Format, Source
from bom.formats._text import decode, text_sheet
from bom.raw import Sheet
from depmap.core.text import Text

_MOST_CELLS = 2_000_000
_NAME = 80
_MARKS = " #*=_-:>|\t"


def recognises(source: Source) -> bool:
    """Whether a table is drawn near the beginning of a text."""
    decoded = decode(source.head)
    return decoded is not None and bool(drawn_tables(decoded.lines))


def rows(source: Source) -> Content:
    """A sheet for each table, named by the line above it; a single table has none. Row n is line n of the text.

    What stands between two tables belongs to the later one, a line in one cell; what follows the last table is left
    out.
    """
    decoded = decode(source.data)
    lines = decoded.lines if decoded else []
    tables = drawn_tables(lines)
    if len(tables) * len(lines) > _MOST_CELLS:
        sheets = [_sheet(lines, 0, tables)]
    else:
        starts = [0, *(table.end for table in tables)]
        sheets = [_sheet(lines, start, [table]) for start, table in zip(starts, tables, strict=False)]
    if len(sheets) > 1:
        sheets = [replace(sheet, name=name) for sheet, name in zip(sheets, _names(lines, tables), strict=True)]
    return Content(tuple(sheets), decoded.issues if decoded else ())


def _sheet(lines: Sequence[str], start: int, tables: Sequence[Drawn]) -> Sheet:
    """The tables with the text that stands before each of them, from a line on."""
    cells: list[Sequence[str]] = [()] * start
    for table in tables:
        cells += ([line.strip()] for line in lines[len(cells) : table.first])
        cells += [()] * (table.end - table.first)
        for at, fields in table.rows:
            cells[at] = fields
    return text_sheet(cells)


def _names(lines: Sequence[str], tables: Sequence[Drawn]) -> list[str]:
    """A name for each table that no other one has."""
    names: list[str] = []
    end = 0
    for number, table in enumerate(tables, 1):
        above = [text for line in lines[end : table.first] if (text := line.strip(_MARKS)[:_NAME])]
        name = above[-1] if above else f"table {number}"
        names.append(name if name not in names else f"{name} ({number})")
        end = table.end
    return names


FORMAT = Format(
    id="drawn",
    title=Text("tekst met getekende tabellen (.md)", "text with drawn tables (.md)"),
    suffixes=(".md", ".markdown", ".org", ".rst", ".txt"),
    recognises=recognises,
    rows=rows,
)
