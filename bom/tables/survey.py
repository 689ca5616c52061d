"""What the rows of a table have in common: which columns all of them fill, how many cells they have, where they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bom.raw import Value
from bom.tables.header_rows import filled
from bom.tables.row_words import IDENTIFYING, is_credible

VITAL = frozenset({"quantity", "designators", "line_id", "level"})
"""Fields that count or number."""

_FEW = 4
"""Rows that tell too little about what all have in common."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the rows of a table have in common."""

    filled: Sequence[int]
    """Filled cells of every row."""

    vital: frozenset[int]
    """The columns that count or number and that nearly every row with more than one cell fills."""

    last: int
    """The last row that fills a vital column with its like; the number of rows when none does."""

    typical: int
    """Filled cells that three quarters of the rows with more than one do not exceed; 1 when no row has more."""

    sure: bytes
    """Per row 1 when it is a part line beyond doubt."""


def survey_by_row(rows: Sequence[Sequence[Value]], fields: Sequence[str]) -> Survey:
    """Look at one row after the other; no row is sure. What `bom.tables.sure_lines` finds faster is defined by this.

    Args:
        rows: their cells.
        fields: what each column means, at least one per cell; empty where it means nothing.
    """
    cells = [filled(row) for row in rows]
    vital = _vital(cells, fields)
    last = max((place for place, row in enumerate(cells) if _completes(row, vital, fields)), default=len(cells))
    usual = sorted(len(row) for row in cells if len(row) > 1)
    typical = usual[len(usual) * 3 // 4] if usual else 1
    return Survey([len(row) for row in cells], vital, last, typical, bytes(len(cells)))


def above_the_gap(counts: bytes) -> int:
    """How many rows stand above the last blank one; 0 when those are few, or not even half of all.

    What stands below a blank row may be sums, tools and remarks: what all parts have in common is seen above it.

    Args:
        counts: the filled cells of every row.
    """
    to_the_last = counts.rstrip(b"\0")
    gap = to_the_last.rfind(0)
    return gap if gap > _FEW and 2 * gap >= len(to_the_last) else 0


def _vital(cells: Sequence[Sequence[tuple[int, Value]]], fields: Sequence[str]) -> frozenset[int]:
    """The columns that nearly every row with more than one cell fills, or nearly every one above the last blank row."""
    found = _common(cells, fields)
    if any(fields[column] == "quantity" for column in found):
        return found
    above = _common(cells[: above_the_gap(bytes(len(row) > 0 for row in cells))], fields)
    return above if any(fields[column] == "quantity" for column in above) else found


def _common(cells: Sequence[Sequence[tuple[int, Value]]], fields: Sequence[str]) -> frozenset[int]:
    rows = [{column for column, _ in row} for row in cells if len(row) > 2] or [
        {column for column, _ in row} for row in cells if len(row) > 1
    ]
    wanted = [column for column, field in enumerate(fields) if field in VITAL]
    return frozenset(column for column in wanted if rows and sum(column in row for row in rows) >= 0.9 * len(rows))


def _completes(row: Sequence[tuple[int, Value]], vital: frozenset[int], fields: Sequence[str]) -> bool:
    """Whether a row fills a vital column with what belongs there, and says what the part is."""
    if not any(column in vital and is_credible(fields[column], value) for column, value in row):
        return False
    return any(fields[column] in IDENTIFYING or isinstance(value, str) for column, value in row)
