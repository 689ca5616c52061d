"""Reads the lines of one table, a column at a time and each different cell once; and who is not to be placed."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from bom.cells.cell import plain_reader, read
from bom.cells.faults import CellReading, ColumnKind, Fault
from bom.cells.marks import holds_dnp, is_dnp, title_says_not, yes_or_no
from bom.columns.content import shown
from bom.grid import Grid, GridColumn
from bom.raw import Sheet, letters
from bom.reading import FieldValue
from bom.sandbox.numbering import CODE
from bom.tables.lanes import lane_of, spread
from bom.tables.lines import SortedRows
from bom.tables.lines_by_column import LinesByColumn, Places, ReadColumn
from bom.tables.search import Region
from bom.tables.shifted import Origins
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of a table that means something."""

    place: int
    """Position in the table, from 0."""

    key: str
    """Field key, numbered."""

    column: ColumnKind
    """How its cells are read."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the rows of a table stand."""

    file: str
    """Name of the file."""

    sheet: Sheet
    """The sheet."""

    region: Region
    """The table in it."""

    origins: Mapping[int, Origins]
    """Row of the sheet, counted from 0 -> where its cells stand, for rows that were straightened."""


_FILLS_DOWN = frozenset({"category", "parent", "manufacturer", "supplier", "country_of_origin"})


def read_lines(
    found: Found, body: Grid, rows: SortedRows, columns: Sequence[MappedColumn]
) -> tuple[LinesByColumn, list[Issue]]:
    """The lines of a table, and what is wrong with their cells, line by line.

    Args:
        found: where the table stands.
        body: its rows below the header.
        rows: which of them are lines.
        columns: the columns that mean something, from left to right.
    """
    reader = _Reader(found, body, rows.lines, columns)
    read_columns = tuple(reader.read(mapped) for mapped in columns)
    sections = [rows.section(row) for row in rows.lines] if rows.sections else []
    places = Places(found.file, found.sheet.name, rows.lines, sections, reader.moved)
    lines = LinesByColumn(places, read_columns, _marked(columns, read_columns, sections, len(rows.lines)))
    return lines, list(reader.issues())


class _Reader:
    """Reads the columns and remembers where a cell was not read from its own place."""

    def __init__(self, found: Found, body: Grid, lines: Sequence[int], columns: Sequence[MappedColumn]) -> None:
        self.moved: dict[tuple[int, str], CellRef] = {}
        self._found, self._body, self._lines, self._columns = found, body, lines, columns
        self._first = found.region.header + 1
        self._is_line = bytearray(body.height)
        for row in lines:
            self._is_line[row - self._first] = 1
        self._faults: list[tuple[int, MappedColumn, Fault]] = []
        self._move_straightened()

    def read(self, mapped: MappedColumn) -> ReadColumn:
        """What the cells of one column say."""
        column = self._column(mapped)
        codes = array(CODE, compress(column.codes, self._is_line))
        values: list[FieldValue] = [None] * len(column.values)
        used, plain = dict.fromkeys(codes), plain_reader(mapped.column.kind)
        for code in used:
            values[code] = plain(column.values[code])
        readings = {code: read(column.values[code], mapped.column) for code in used if values[code] is None}
        unread: dict[int, str] = {}
        for code, reading in readings.items():
            values[code] = reading.value
            if reading.value is None and (text := shown(column.values[code])):
                unread[code] = text
        self._note_faults(mapped, codes, readings)
        name = letters(self._found.region.left + mapped.place)
        return ReadColumn(mapped.key, name, codes, values, _extras(readings), unread)

    def issues(self) -> Iterator[Issue]:
        """What is wrong, from top to bottom and from left to right."""
        for row, mapped, fault in sorted(self._faults, key=lambda each: (each[0], each[1].place)):
            yield Issue(fault.code, fault.severity, fault.message, self._cell(row, mapped), fault.hint)

    def _note_faults(self, mapped: MappedColumn, codes: array[int], readings: Mapping[int, CellReading]) -> None:
        faults = {code: reading.fault for code, reading in readings.items() if reading.fault is not None}
        if faults:
            self._faults += (
                (row, mapped, faults[code]) for row, code in zip(self._lines, codes, strict=True) if code in faults
            )

    def _cell(self, row: int, mapped: MappedColumn) -> CellRef:
        moved = self.moved.get((row, mapped.key))
        left = self._found.region.left
        return moved or CellRef(self._found.file, self._found.sheet.name, row + 1, letters(left + mapped.place))

    def _column(self, mapped: MappedColumn) -> GridColumn:
        """The cells of a mapped column, a merged cell in all rows that it covers."""
        column = self._body.column(mapped.place)
        left = self._found.region.left + mapped.place
        codes = column.codes[:]
        for merge in self._found.sheet.merges if mapped.column.field in _FILLS_DOWN else ():
            if merge.left == merge.right == left and merge.top >= self._first:
                for row in range(merge.top + 1, min(merge.bottom + 1, self._first + len(codes))):
                    if not column.codes[row - self._first]:
                        codes[row - self._first] = column.codes[merge.top - self._first]
                        name = self._found.sheet.name
                        self.moved[row, mapped.key] = CellRef(self._found.file, name, merge.top + 1, letters(left))
        return GridColumn(column.values, codes)

    def _move_straightened(self) -> None:
        left = self._found.region.left
        for row, origins in self._found.origins.items():
            for mapped in self._columns:
                if mapped.place < len(origins) and origins[mapped.place] != mapped.place:
                    name = letters(left + origins[mapped.place])
                    self.moved[row, mapped.key] = CellRef(self._found.file, self._found.sheet.name, row + 1, name)


def _extras(readings: Mapping[int, CellReading]) -> dict[int, Mapping[str, str]]:
    """What the cells say beside; many cells say the same."""
    known: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}
    return {
        code: known.setdefault(tuple(reading.extra.items()), reading.extra)
        for code, reading in readings.items()
        if reading.extra
    }


# --- not placed -------------------------------------------------------------------------------------------------------

_MAY_HOLD = frozenset({"value", "notes", "description"})
_MAY_BE = frozenset({"mpn", "manufacturer", "supplier_part_number", "part_number", "supplier"})


def _marked(
    mapped: Sequence[MappedColumn], columns: Sequence[ReadColumn], sections: Sequence[str], number: int
) -> bytes:
    """For every line 1 when it is marked not to be placed: by a column for that, its section, or beside its text."""
    marked = 0
    said: bytes | None = None
    for each, column in zip(mapped, columns, strict=True):
        if each.key == "populate":
            title = each.column.title
            said = bytes(map([_said(value, title) for value in column.values].__getitem__, column.codes))
        test = _mark_test(each.column.field)
        if test is not None:
            answers = bytes(isinstance(value, str) and test(value) for value in column.values)
            marked |= spread(answers, column.codes)
    if sections:
        titles = {title for title in set(sections) if title and is_dnp(title)}
        marked |= lane_of(title in titles for title in sections)
    found = marked.to_bytes(number, "little")
    if said is None:
        return found
    return bytes(mark if stated == _SILENT else stated for mark, stated in zip(found, said, strict=True))


_SILENT = 2


def _said(value: FieldValue, title: str) -> int:
    """Whether a cell of the column for it says that the part is not placed, 1 or 0; `_SILENT` when it says nothing."""
    if not isinstance(value, str) or not value.strip():
        return _SILENT
    if is_dnp(value):
        return 1
    said = yes_or_no(value)
    return _SILENT if said is None else int(said is title_says_not(title))


def _mark_test(field: str) -> Callable[[str], bool] | None:
    """How a field is searched for a mark: beside its text, or instead of it."""
    if field in _MAY_HOLD:
        return holds_dnp
    return is_dnp if field in _MAY_BE else None
