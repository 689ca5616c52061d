"""Reads the rows of one table as lines: every mapped cell, where it stands, and whether the part is to be placed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bom.cells.cell import read
from bom.cells.faults import ColumnKind
from bom.cells.marks import holds_dnp, is_dnp, title_says_not, yes_or_no
from bom.columns.content import shown
from bom.raw import Sheet, Value, letters
from bom.reading import FieldValue, Line
from bom.tables.lines import RowKind
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


_FILLS_DOWN = frozenset({"category", "parent", "manufacturer", "supplier", "country_of_origin"})


def _merged_down(sheet: Sheet, region: Region, columns: Sequence[MappedColumn]) -> dict[tuple[int, int], int]:
    """(row, place) -> the row whose cell is merged over it, for fields that hold for a group of lines."""
    places = {region.left + column.place: column.place for column in columns if column.column.field in _FILLS_DOWN}
    return {
        (row, places[merge.left]): merge.top
        for merge in sheet.merges
        if merge.left in places and merge.left == merge.right and merge.top > region.header
        for row in range(merge.top + 1, merge.bottom + 1)
    }


class LineReader:
    """Reads the lines of one table and gathers what is wrong with their cells."""

    def __init__(
        self, file: str, sheet: Sheet, region: Region, columns: Sequence[MappedColumn], origins: dict[int, Origins]
    ) -> None:
        self.issues: list[Issue] = []
        self._file, self._sheet, self._left, self._columns, self._origins = file, sheet, region.left, columns, origins
        self._merged = _merged_down(sheet, region, columns)
        self._marks = _mark_tests(columns)
        self._letters = [letters(number) for number in range(max([region.right, *map(len, sheet.rows)]))]

    def read(self, kind: RowKind, row: Sequence[Value]) -> Line:
        """The line that stands in one row."""
        values: dict[str, FieldValue] = {}
        places: dict[str, CellRef] = {}
        unread: dict[str, str] = {}
        for mapped in self._columns:
            value, place = self._cell(kind.row, row, mapped.place)
            found = read(value, mapped.column)
            values[mapped.key], places[mapped.key] = found.value, place
            if found.value is None and value is not None and (text := shown(value)):
                unread[mapped.key] = text
            for key, extra in found.extra.items():
                if values.get(key) is None:
                    values[key], places[key] = extra, place
            if found.fault is not None:
                self.issues.append(
                    Issue(found.fault.code, found.fault.severity, found.fault.message, place, found.fault.hint)
                )
        return Line(kind.row + 1, values, places, self._dnp(values, kind.section), kind.section, unread)

    def _cell(self, number: int, row: Sequence[Value], place: int) -> tuple[Value, CellRef]:
        value = row[place] if place < len(row) else None
        origins = self._origins.get(number)
        column = origins[place] if origins is not None and place < len(origins) else place
        if value is None and (number, place) in self._merged:
            number = self._merged[number, place]
            above = self._sheet.rows[number]
            value = above[self._left + place] if self._left + place < len(above) else None
        return value, CellRef(self._file, self._sheet.name, number + 1, self._letters[self._left + column])

    def _dnp(self, values: dict[str, FieldValue], section: str) -> bool:
        populate = values.get("populate")
        if isinstance(populate, str) and populate.strip():
            if is_dnp(populate):
                return True
            said = yes_or_no(populate)
            title = next(mapped.column.title for mapped in self._columns if mapped.key == "populate")
            if said is not None:
                return said is title_says_not(title)
        if section and is_dnp(section):
            return True
        return any(isinstance(text := values[key], str) and test(text) for key, test in self._marks)


_MAY_HOLD = frozenset({"value", "notes", "description"})
_MAY_BE = frozenset({"mpn", "manufacturer", "supplier_part_number", "part_number", "supplier"})


def _mark_tests(columns: Sequence[MappedColumn]) -> list[tuple[str, Callable[[str], bool]]]:
    """Fields in which people mark a part as not placed: beside the text of some, instead of it in others."""
    return [
        (mapped.key, holds_dnp if mapped.column.field in _MAY_HOLD else is_dnp)
        for mapped in columns
        if mapped.column.field in _MAY_HOLD | _MAY_BE
    ]
