"""The cells of a sheet by column, each different value of a column once; read by rows it is a sequence of rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast, overload

from bom.raw import Value
from bom.sandbox.numbering import CODE, numbered

Row = tuple[Value, ...]
"""The cells of one row from column A on, without the blanks behind the last one."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a sheet."""

    values: tuple[Value, ...]
    """Its different values; the first one is None, the blank cell. A value may stand here and in no cell."""

    codes: array[int]
    """For every row the place of its value."""

    def part(self, top: int, bottom: int) -> GridColumn:
        """Some of its rows; with their own list of values when they are few, so that many small parts cost little."""
        codes = self.codes[top:bottom]
        if 2 * len(codes) >= len(self.codes):
            return GridColumn(self.values, codes)
        places = {0: 0}
        for code in codes:
            places.setdefault(code, len(places))
        values = tuple(map(self.values.__getitem__, places))
        return GridColumn(values, array(CODE, map(places.__getitem__, codes)))


@dataclass(frozen=True, slots=True, eq=False)
class Grid(Sequence[Row]):
    """All cells of a sheet. It equals every other sequence of the same rows."""

    columns: tuple[GridColumn, ...]
    """From column A on."""

    height: int
    """Number of rows; the last ones of a part of a sheet may be blank."""

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

    def column(self, place: int) -> GridColumn:
        """One column, also when it is blank or lies in the tails of the rows."""
        behind = place - len(self.columns)
        if behind < 0:
            return self.columns[place]
        cells = {row: tail[behind] for row, tail in self.tails.items() if behind < len(tail)}
        codes = array(CODE, bytes(array(CODE).itemsize * self.height))
        for code, row in enumerate(cells, 1):
            codes[row] = code if cells[row] is not None else 0
        return GridColumn((None, *cells.values()), codes)

    def part(self, top: int, bottom: int, left: int, right: int) -> Grid:
        """The cells of some rows and columns, counted from 0; ``bottom`` and ``right`` are the first ones behind it.

        >>> Grid.of([("a", 1, "x"), ("b", 2, "y"), ("c", 3, "z")]).part(1, 3, 1, 3)[0]
        (2, 'y')
        """
        if self.tails:
            return Grid.of(row[left:right] for row in self[top:bottom])
        columns = tuple(column.part(top, bottom) for column in self.columns[left:right])
        return Grid(columns, len(range(*slice(top, bottom).indices(self.height))))

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


def as_grid(rows: Sequence[Row]) -> Grid:
    """The rows by column; what is a grid already stays as it is."""
    return rows if isinstance(rows, Grid) else Grid.of(rows)


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
