"""Questions about cells, asked once per value and answered for all rows at once.

A *lane* is a whole number with one byte per row, row 0 in the lowest byte: 1 where the answer is yes, else 0. So ``|``,
``&`` and ``& ~`` join the answers of all rows in one step, and sums of up to 255 lanes count per row. Time is linear in
the rows with a constant of nanoseconds; only the question itself costs what it costs, once per different value.
"""

from __future__ import annotations

import functools
import operator
import sys
from array import array
from collections.abc import Callable, Iterable, Sequence, Set
from itertools import compress

from bom.grid import Grid, GridColumn
from bom.raw import Value
from bom.sandbox.numbering import CODE

Lane = int
"""One byte per row."""

_BYTE = 256
_LOWEST = 0 if sys.byteorder == "little" else array(CODE).itemsize - 1
"""Which byte of a place holds all of it when there are no more places than a byte has values."""


def is_filled(value: Value) -> bool:
    """Whether a cell holds something."""
    return value is not None and not (isinstance(value, str) and not value.strip())


def lane(column: GridColumn, asked: Callable[[Value], object]) -> Lane:
    """For which rows the answer is yes; of a blank cell it always is no.

    >>> column = Grid.of([("a",), ("b",), (None,), ("a",)]).columns[0]
    >>> rows_of(lane(column, lambda value: value == "a"), 4)
    [0, 3]
    """
    answers = bytearray(len(column.values))
    for place, value in enumerate(column.values):
        if value is not None and asked(value) and is_filled(value):
            answers[place] = 1
    return spread(answers, column.codes)


def lane_among(column: GridColumn, words: Set[str]) -> Lane:
    """For which rows the cell is one of these words, in lower case. Costs a third of asking for each value.

    >>> column = Grid.of([("Maker",), (None,), ("maker ",), ("Bosch",)]).columns[0]
    >>> rows_of(lane_among(column, {"maker"}), 4)
    [0, 2]
    """
    texts = [value.strip().casefold() if isinstance(value, str) else "" for value in column.values]
    return spread(bytes(map(words.__contains__, texts)), column.codes)


def spread(answers: bytes | bytearray, codes: array[int]) -> Lane:
    """The lane of rows by the answers, 1 or 0, for the values that stand in them."""
    if not any(answers):
        return 0
    if not answers[0] and all(answers[1:]):
        return _stated(codes)
    if len(answers) <= _BYTE:
        places = codes.tobytes()[_LOWEST :: codes.itemsize]
        return int.from_bytes(places.translate(answers.ljust(_BYTE, b"\0")), "little")
    return int.from_bytes(bytes(map(answers.__getitem__, codes)), "little")


def lane_of(answers: Iterable[bool]) -> Lane:
    """The lane of answers that are known row by row."""
    return int.from_bytes(bytes(answers), "little")


def everywhere(height: int) -> Lane:
    """Yes for every row."""
    return int.from_bytes(b"\1" * height, "little")


def rows_of(answers: Lane, height: int) -> list[int]:
    """The rows for which the answer is yes, from top to bottom."""
    return list(compress(range(height), answers.to_bytes(height, "little")))


def last_row(answers: Lane, default: int) -> int:
    """The last row for which the answer is yes."""
    return (answers.bit_length() - 1) >> 3 if answers else default


def at_least(least: int, lanes: Sequence[Lane], height: int) -> Lane:
    """The rows for which at least so many of up to 255 lanes say yes."""
    table = bytes(count >= least for count in range(256))
    return int.from_bytes(sum(lanes).to_bytes(height, "little").translate(table), "little")


def rows_with(least: int, grid: Grid) -> list[int]:
    """The rows with at least so many filled cells."""
    if grid.tails:
        return [row for row, cells in enumerate(grid) if sum(map(is_filled, cells)) >= least]
    return rows_of(at_least(least, filled_lanes(grid), grid.height), grid.height)


def has_any(column: GridColumn) -> bool:
    """Whether a column has a filled cell."""
    return any(is_filled(column.values[code]) for code in column.codes)


def filled_lanes(grid: Grid) -> list[Lane]:
    """For every column the rows in which it is filled."""
    return [_filled(column) for column in grid.columns]


def _filled(column: GridColumn) -> Lane:
    """The rows in which a column is filled; nearly always those whose place is not 0."""
    if any(isinstance(value, str) and value.isspace() for value in column.values):
        return lane(column, lambda _: True)
    return _stated(column.codes)


def _stated(codes: array[int]) -> Lane:
    """The rows whose place is not 0: one of its bytes is not."""
    data, size = codes.tobytes(), codes.itemsize
    places = functools.reduce(operator.or_, (int.from_bytes(data[byte::size], "little") for byte in range(size)))
    return at_least(1, [places], len(codes))
