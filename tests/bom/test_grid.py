"""Cells by column are the same cells by row, whatever rows there were."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.grid import Grid, Row
from bom.raw import Value
from bom.sandbox.numbering import MOST_COLUMNS

DAY = datetime.date(2026, 3, 2)
CELLS: list[Value] = [None, "", " ", "a", "b", 0, 1, 1.0, True, False, 2**60, 2.0**60, "1", DAY]
ROWS = st.lists(st.lists(st.sampled_from(CELLS), max_size=6).map(tuple), max_size=8)


def trimmed(rows: list[Row]) -> list[Row]:
    """The rows without the blanks behind the last cell of each and behind the last of them."""
    kept = [tuple(None if cell == "" else cell for cell in row) for row in rows]
    kept = [row[: max((at + 1 for at, cell in enumerate(row) if cell is not None), default=0)] for row in kept]
    while kept and not kept[-1]:
        kept.pop()
    return kept


def typed(rows: list[Row]) -> list[list[tuple[type, Value]]]:
    """Cells with their kinds: 1, 1.0 and true are equal."""
    return [[(type(cell), cell) for cell in row] for row in rows]


@given(ROWS)
def test_rows_come_back_as_they_were(rows: list[Row]) -> None:
    grid, expected = Grid.of(rows), trimmed(rows)
    assert typed(list(grid)) == typed(expected)
    assert typed([grid[at] for at in range(len(grid))]) == typed(expected)
    assert (grid.width, len(grid)) == (max(map(len, expected), default=0), len(expected))
    assert grid == tuple(expected)
    assert tuple(expected) == grid
    assert hash(grid) == hash(tuple(expected))


@given(ROWS, st.integers(-9, 9), st.integers(-9, 9))
def test_parts_are_cut_as_from_a_tuple(rows: list[Row], start: int, stop: int) -> None:
    grid, expected = Grid.of(rows), tuple(trimmed(rows))
    assert grid[start:stop] == expected[start:stop]
    if -len(expected) <= start < len(expected):
        assert grid[start] == expected[start]
    else:
        with pytest.raises(IndexError):
            grid[start]


@given(ROWS, st.integers(0, 9), st.integers(0, 9), st.integers(0, 7), st.integers(0, 7))
def test_a_part_holds_its_rows_and_columns(rows: list[Row], top: int, bottom: int, left: int, right: int) -> None:
    grid = Grid.of(rows)
    part = grid.part(top, bottom, left, right)
    assert typed(trimmed(list(part))) == typed(trimmed([row[left:right] for row in grid[top:bottom]]))
    assert all(set(column.codes) <= set(range(len(column.values))) for column in part.columns)


def test_a_small_part_has_few_values() -> None:
    part = Grid.of([(at,) for at in range(100)]).part(40, 43, 0, 1)
    assert part.columns[0].values == (None, 40, 41, 42)


def test_a_few_wide_rows_do_not_widen_the_others() -> None:
    rows: list[Row] = [("a", 1)] * 5_000
    rows[7] = rows[4_990] = ("a", *range(12_000))
    grid = Grid.of(rows)
    assert len(grid.columns) == 2
    assert sorted(grid.tails) == [7, 4_990]
    assert (grid.width, list(grid)) == (12_001, rows)


def test_wide_sheets_have_tails() -> None:
    rows: list[Row] = [tuple(range(300)), (), (1,), (None,) * 299 + ("z",)]
    grid = Grid.of(rows)
    assert len(grid.columns) == MOST_COLUMNS
    assert (grid.width, list(grid)) == (300, rows)


def test_it_differs_from_other_rows() -> None:
    assert Grid.of([("a",)]) != (("b",),)
    assert Grid.of([("a",)]) != (("a",), ("a",))
    assert Grid.of([("a",)]) != "a"
