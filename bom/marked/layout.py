"""How wide and how high: columns by their first cells, rows by their lines, so that no program has to guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bom.columns.content import shown
from bom.marked.marks import SheetMarks
from bom.raw import Rectangle, Sheet, Value

_NUMBER = 10
"""Letters that a fraction gets; spreadsheets show as many of its digits as fit."""

_SAMPLE = 200
"""Rows that decide how wide a column is."""

_WIDEST, _NARROWEST, _HIGHEST = 42, 7, 6
"""Letters in the widest column, width of the narrowest, lines in the highest row."""

MAX_MERGED = 100_000
"""Most cells that merged ranges cover in the copy of one sheet; those beyond are left apart."""


def column_widths(source: Sheet, said: SheetMarks) -> dict[int, float]:
    """How wide each column is: as its first cells need, where a header may take some lines."""
    letters_of: dict[int, int] = {}
    for number, row in enumerate(source.rows[:_SAMPLE]):
        filled = [(column, _sized(value)) for column, value in enumerate(row) if value is not None]
        if len(filled) == 1:
            continue  # a title runs on over the blank cells to the right of it
        for column, text in filled:
            mark = said.cells.get((number, column))
            lines = text.split("\n") if mark is None or mark.ground is None else [*text.split(), text[: len(text) // 2]]
            need = max(map(len, lines), default=0)
            letters_of[column] = max(letters_of.get(column, 0), min(need, _WIDEST))
    return {column: max(need * 1.2 + 1.5, _NARROWEST) for column, need in letters_of.items()}


def _sized(value: Value) -> str:
    """What a column must have room for."""
    return shown(value)[:_NUMBER] if isinstance(value, float) else shown(value)


def merged_ranges(source: Sheet, rows: int) -> Iterator[Rectangle]:
    """The merged ranges that can be shown without hiding anything: they overlap no other and cover blank cells only."""
    taken: set[tuple[int, int]] = set()
    for merge in source.merges:
        height, width = merge.bottom - merge.top + 1, merge.right - merge.left + 1
        if merge.bottom >= rows or height * width < 2 or height * width + len(taken) > MAX_MERGED:
            continue
        cells = {
            (row, column) for row in range(merge.top, merge.bottom + 1) for column in range(merge.left, merge.right + 1)
        }
        covered = cells - {(merge.top, merge.left)}
        blank = all(value is None for row, column in covered for value in source.rows[row][column : column + 1])
        if blank and taken.isdisjoint(cells):
            taken |= cells
            yield merge


def lines_of_row(row: Sequence[Value], widths: Mapping[int, float]) -> dict[int, int]:
    """Column -> how many lines its cell takes, for the cells that take more than one."""
    filled = [(column, value) for column, value in enumerate(row) if value is not None]
    wraps = len(filled) > 1
    counted = (
        (column, lines_of(value, widths.get(column, 0) if wraps else 0))
        for column, value in filled
        if isinstance(value, str)
    )
    return {column: lines for column, lines in counted if lines > 1}


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of this width; its own lines alone when that is 0."""
    if "\n" not in text:
        return 1 + int(len(text) // width) if width else 1
    lines = text.split("\n")
    return sum(1 + int(len(line) // width) if width else 1 for line in lines)


def height_of(lines: int, most: int = _HIGHEST) -> float:
    """The height of a row with so many lines, in points; of more than ``most`` the first are in sight."""
    return 11.5 * min(lines, most) + 3.5
