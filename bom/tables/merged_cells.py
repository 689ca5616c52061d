"""What became of merged cells among the lines of a table: read in every row that they cover, or in one only."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from bom.assembly.problem import Problem, listed
from bom.grid import as_grid
from bom.raw import RawFile, Rectangle, Sheet, column_number, letters
from bom.reading import Table
from bom.tables.lines_by_column import LinesByColumn
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

READ_IN_EVERY_ROW = Problem(
    "DI037",
    Severity.NOTE,
    Text(
        "samengevoegde cellen waarvan de waarde in elke rij is gelezen: {count} ({which}).",
        "merged cells whose value was read in every row: {count} ({which}).",
    ),
)
READ_ONCE = Problem(
    "DI038",
    Severity.NOTE,
    Text(
        "samengevoegde cellen waarvan de waarde alleen in de bovenste rij telt: {count} ({which}).",
        "merged cells whose value counts in the topmost row only: {count} ({which}).",
    ),
    Text(
        "Geldt de waarde voor elke rij? Hef de samenvoeging dan op en vul haar overal in.",
        "If the value holds for every row, split the cells and write it in each.",
    ),
)


def merged_notes(raw: RawFile, table: Table) -> list[Issue]:
    """At most one note of either kind. Merged cells above the table, in one row, or over no other line say nothing."""
    sheet = next((sheet for sheet in raw.sheets if sheet.name == table.sheet), None)
    if sheet is None or not sheet.merges or not isinstance(table.lines, LinesByColumn):
        return []
    found: dict[Problem, list[CellRef]] = {READ_IN_EVERY_ROW: [], READ_ONCE: []}
    for merge, problem in _told(sheet, table, table.lines):
        found[problem].append(CellRef(raw.name, sheet.name, merge.top + 1, letters(merge.left)))
    return [problem.at(cells[0], count=len(cells), which=listed(cells)) for problem, cells in found.items() if cells]


def _told(sheet: Sheet, table: Table, lines: LinesByColumn) -> Iterator[tuple[Rectangle, Problem]]:
    """The merged cells that cover lines of the table, from top to bottom, with what became of each."""
    grid, rows, moved = as_grid(sheet.rows), lines.places.rows, lines.places.moved
    fields = {column_number(column.column): column.field for column in table.columns if column.field}
    filled = {column: grid.column(column).codes for column in fields if column < grid.width}
    inside = (merge for merge in sheet.merges if merge.left in filled and merge.top >= (table.header_row or 0))
    for merge in sorted(inside, key=lambda each: (each.top, each.left)):
        below = rows[bisect.bisect_right(rows, merge.top) : bisect.bisect_right(rows, merge.bottom)]
        if any((row, fields[merge.left]) in moved for row in below):
            yield merge, READ_IN_EVERY_ROW
        elif not all(filled[merge.left][row] for row in below) and filled[merge.left][merge.top]:
            yield merge, READ_ONCE
