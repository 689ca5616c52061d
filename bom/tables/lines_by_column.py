"""The lines of a table, kept by column and made when they are asked for: a million of them fit, and few are needed."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import overload

from bom.reading import FieldValue, Line, Table
from depmap.core.evidence import CellRef


class Cells(Mapping[str, CellRef]):
    """Field key -> the cell it was read from, in one row of a table."""

    __slots__ = ("_columns", "_file", "_row", "_sheet")

    def __init__(self, file: str, sheet: str, row: int, columns: Mapping[str, str]) -> None:
        """Keep where the row stands, and the letters of the column of every field."""
        self._file, self._sheet, self._row, self._columns = file, sheet, row, columns

    def __getitem__(self, key: str) -> CellRef:
        """The cell of a field."""
        return CellRef(self._file, self._sheet, self._row, self._columns[key])

    def __contains__(self, key: object) -> bool:
        """Whether a field was read."""
        return key in self._columns

    def __iter__(self) -> Iterator[str]:
        """The fields, from left to right."""
        return iter(self._columns)

    def __len__(self) -> int:
        """How many fields were read."""
        return len(self._columns)

    def __repr__(self) -> str:
        """As a dict shows it."""
        return repr(dict(self))


_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A mapped column, read: what each of its different cells says, once."""

    key: str
    """Field key, numbered."""

    letters: str
    """Column letters."""

    codes: array[int]
    """For every line the place of its cell in the following."""

    values: Sequence[FieldValue]
    """What the cell says."""

    extras: Mapping[int, Mapping[str, str]]
    """Place -> what the cell says beside: unit or currency."""

    unread: Mapping[int, str]
    """Place -> the cell as written, where it is filled and its value is None."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the lines of a table stand."""

    file: str
    """Name of the file."""

    sheet: str
    """Name of the sheet."""

    rows: Sequence[int]
    """Row of every line, counted from 0."""

    sections: Sequence[str]
    """Section title of every line, or nothing when there are none."""

    moved: Mapping[tuple[int, str], CellRef]
    """Row and field key -> the cell that was read, where that is not the one in this row and column."""


@dataclass(frozen=True, slots=True, eq=False)
class LinesByColumn(Sequence[Line]):
    """The lines of one table. A line that is asked for twice is made twice."""

    places: Places
    """Where they stand."""

    columns: tuple[ReadColumn, ...]
    """From left to right."""

    dnp: bytes
    """For every line 1 when it is marked not to be placed."""

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.places.rows)

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, place: int | slice) -> Line | tuple[Line, ...]:
        """One line, or several."""
        if isinstance(place, slice):
            return tuple(self[at] for at in range(*place.indices(len(self))))
        return self._line(place + len(self) if place < 0 else place, {})

    def __iter__(self) -> Iterator[Line]:
        """All of them; lines in which the same columns speak share which those are."""
        known: dict[tuple[str, ...], Mapping[str, str]] = {}
        return (self._line(place, known) for place in range(len(self)))

    def _line(self, place: int, known: dict[tuple[str, ...], Mapping[str, str]]) -> Line:
        """One line; ``known`` keeps the columns of its fields for lines to come."""
        row = self.places.rows[place]
        values: dict[str, FieldValue] = {}
        unread: dict[str, str] = {}
        letters: dict[str, str] = {}
        for column in self.columns:
            code = column.codes[place]
            values[column.key], letters[column.key] = column.values[code], column.letters
            if values[column.key] is None and code in column.unread:
                unread[column.key] = column.unread[code]
            if column.extras and code in column.extras:
                for key, extra in column.extras[code].items():
                    if values.get(key) is None:
                        values[key], letters[key] = extra, column.letters
        section = self.places.sections[place] if self.places.sections else ""
        cells = self._cells(row, known.setdefault((*letters, *letters.values()), letters))
        return Line(row + 1, values, cells, bool(self.dnp[place]), section, unread or _NOTHING)

    def _cells(self, row: int, letters: Mapping[str, str]) -> Mapping[str, CellRef]:
        cells = Cells(self.places.file, self.places.sheet, row + 1, letters)
        if not self.places.moved:
            return cells
        by_letters = {column.letters: column.key for column in self.columns}
        return {key: self.places.moved.get((row, by_letters[letters[key]]), cell) for key, cell in cells.items()}

    def stated(self, key: str) -> list[FieldValue] | None:
        """What every line says in one field; None when a cell of another field may say it beside."""
        if any(key in extra for column in self.columns for extra in column.extras.values()):
            return None
        column = next((column for column in self.columns if column.key == key), None)
        return [None] * len(self) if column is None else list(map(column.values.__getitem__, column.codes))

    def __eq__(self, other: object) -> bool:
        """Whether the other has the same lines."""
        if not isinstance(other, Sequence) or isinstance(other, str):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """That of their number: lines themselves cannot be hashed."""
        return hash(len(self))


def not_placed(table: Table) -> int:
    """How many lines of a table are marked not to be placed."""
    lines = table.lines
    return sum(lines.dnp) if isinstance(lines, LinesByColumn) else sum(line.dnp for line in lines)


def stated(table: Table, key: str) -> list[FieldValue]:
    """What every line of a table says in one field; None where it says nothing."""
    found = table.lines.stated(key) if isinstance(table.lines, LinesByColumn) else None
    return [line.values.get(key) for line in table.lines] if found is None else found
