"""The cells of a sheet by column, each different value of a column once; read by rows it is a sequence of rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast, overload

from bom.raw import Value
from bom.sandbox.numbering import numbered

Row = tuple[Value, ...]
"""The cells of one row from column A on, without the blanks behind the last one."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a sheet."""

    values: tuple[Value, ...]
    """Its different values; the first one is None, the blank cell. A value may stand here and in no cell."""

    codes: array[int]
    """For every row the place of its value."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid(Sequence[Row]):
    """All cells of a sheet. It equals every other sequence of the same rows."""

    columns: tuple[GridColumn, ...]
    """From column A on."""

    height: int
    """Number of rows."""

    tails: Mapping[int, Row] = field(default_factory=lambda: MappingProxyType({}))
    """Row -> its cells behind those columns: few rows of few sheets have any."""

    @classmethod
    def of(cls, rows: Iterable[Sequence[Value]]) -> Grid:
        """The same rows by column; None and empty text are blank.

        >>> Grid.of([("a", 1), ("a", "")])[1]
        ('a',)
        """
        found = numbered(rows)
        columns = tuple(GridColumn((None, *cast(list[Value], values)), codes) for values, codes in found.columns)
        return cls(columns, found.height, {row: tuple(cast(list[Value], tail)) for row, tail in found.tails.items()})

    @property
    def width(self) -> int:
        """The length of the longest row."""
        return len(self.columns) + max(map(len, self.tails.values()), default=0)

    def __len__(self) -> int:
        """The number of rows."""
        return self.height

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        """One row, or several."""
        if isinstance(place, slice):
            return tuple(self[row] for row in range(*place.indices(self.height)))
        row = place + self.height if place < 0 else place
        if not 0 <= row < self.height:
            raise IndexError(place)
        cells = [column.values[column.codes[row]] for column in self.columns]
        return _trimmed(cells, self.tails.get(row, ()))

    def __iter__(self) -> Iterator[Row]:
        """The rows from top to bottom."""
        columns = [map(column.values.__getitem__, column.codes) for column in self.columns]
        rows = zip(*columns, strict=True) if columns else iter([()] * self.height)
        for row, cells in enumerate(rows):
            yield _trimmed(cells, self.tails.get(row, ()))

    def __eq__(self, other: object) -> bool:
        """Whether the other has the same rows."""
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """That of the rows as a tuple."""
        return hash(tuple(self))


def _trimmed(cells: Sequence[Value], tail: Row) -> Row:
    """A row without the blanks behind its last cell."""
    if tail:
        return (*cells, *tail)
    if cells and cells[-1] is None:
        end = len(cells)
        while end and cells[end - 1] is None:
            end -= 1
        cells = cells[:end]
    return tuple(cells)
