"""Rows of cells as numbered columns: a column lists its different values once, and every cell is a place in that list.

Most of what a list of parts says it says often. What is sent, checked and read once per value, instead of once per
cell, costs a fraction. The child does this before it answers, text files do it too; see `bom.grid` for the result.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count, islice, zip_longest

CODE = "I"
"""Type code of the arrays that hold the places."""

MOST_COLUMNS = 255
"""Columns that are numbered; what a row holds beyond them is its *tail*."""

_CHUNK = 1_024
_SMALL = 1_000_000
_NUMBERS = frozenset({bool, int, float})
"""Kinds whose values can be equal and still be different cells: 1, 1.0 and true."""


class Numbered:
    """The cells of a sheet by column."""

    __slots__ = ("columns", "height", "tails")

    def __init__(
        self, columns: list[tuple[list[object], array[int]]], height: int, tails: dict[int, list[object]]
    ) -> None:
        """Keep what was numbered.

        Args:
            columns: per column its different values in the order of their appearance, and for every row 0 for a blank
                cell, or the place of its value counted from 1.
            height: rows up to the last one with content.
            tails: row -> its cells behind the numbered columns, where it has any.
        """
        self.columns = columns
        self.height = height
        self.tails = tails


def numbered(rows: Iterable[Sequence[object]], width: int | None = None) -> Numbered:
    """The cells of rows, which may be ragged; None and empty text are blank cells.

    Args:
        rows: from the first row on.
        width: how many columns to number; by default what nearly all rows of a list have, so that one broken row of
            thousands of cells does not make all others as long.

    Raises:
        TypeError: a row is no list of cells, or a cell is no plain value.
    """
    if width is None:
        rows = rows if isinstance(rows, (list, tuple)) else list(rows)
        width = _usual_width(rows)
    builders = [_Column() for _ in range(width)]
    tails: dict[int, list[object]] = {}
    height, source = 0, iter(rows)
    while chunk := list(islice(source, _CHUNK)):
        if not set(map(type, chunk)) <= {list, tuple}:
            raise TypeError("a row is a list of cells")
        if max(map(len, chunk)) > width:
            tails.update((height + at, tail) for at, row in enumerate(chunk) if (tail := _trimmed(row[width:])))
            chunk = [row[:width] for row in chunk]
        for builder, cells in zip(builders, zip_longest(*chunk), strict=False):
            builder.add(height, cells)
        height += len(chunk)
    height = max([0, *(builder.filled() for builder in builders), *(row + 1 for row in tails)])
    while builders and not tails and not builders[-1].filled():
        builders.pop()
    return Numbered([builder.finished(height) for builder in builders], height, tails)


def _usual_width(rows: Sequence[Sequence[object]]) -> int:
    """The length of the longest rows; without the longest hundredth in a large sheet."""
    lengths = sorted(map(len, rows))
    if not lengths:
        return 0
    usual = lengths[-1] if lengths[-1] * len(lengths) <= _SMALL else lengths[len(lengths) * 99 // 100]
    return min(usual, MOST_COLUMNS)


def _trimmed(cells: Sequence[object]) -> list[object]:
    """Cells without the blanks behind the last one, empty text being blank."""
    kept = [None if cell == "" else cell for cell in cells]
    while kept and kept[-1] is None:
        kept.pop()
    return kept


class _Column:
    """One column while its values are being numbered."""

    __slots__ = ("_codes", "_kinds", "_places")

    def __init__(self) -> None:
        """Start with the blank cell, which has the place 0."""
        self._places: defaultdict[object, int] = defaultdict(count(1).__next__, {None: 0, "": 0})
        self._codes = array(CODE)
        self._kinds: set[type] = set()

    def add(self, row: int, cells: Sequence[object]) -> None:
        """The cells from a row on; rows that were passed over are blank."""
        self._kinds.update(map(type, cells))
        if len(self._kinds & _NUMBERS) > 1:
            cells = [(type(cell), cell) if type(cell) in _NUMBERS else cell for cell in cells]
        self._fill_up(row)
        self._codes.extend(map(self._places.__getitem__, cells))

    def filled(self) -> int:
        """Rows up to the last cell with content."""
        return filled(self._codes)

    def finished(self, height: int) -> tuple[list[object], array[int]]:
        """The values, and the places as far down as told."""
        del self._codes[height:]
        self._fill_up(height)
        values = [value[1] if type(value) is tuple else value for value in islice(self._places, 2, None)]
        return values, self._codes

    def _fill_up(self, height: int) -> None:
        self._codes.frombytes(bytes((height - len(self._codes)) * self._codes.itemsize))


def filled(codes: array[int]) -> int:
    """Rows up to the last cell with content.

    >>> filled(array(CODE, [1, 0, 2, 0, 0]))
    3
    """
    return -(-len(codes.tobytes().rstrip(b"\0")) // codes.itemsize)
