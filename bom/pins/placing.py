"""Where the tables of a workbook stand when a mapping file pins some of them.

A pinned table stands in the row that the mapping file names. In another revision of the workbook (other bytes) it may
stand in the one other row that has all its headers. Tables that were found by search and that no pin is about are
read as they were found, with a warning: a new sheet of parts is never left out in silence. A table is left out by
giving it the role ``not_a_parts_table``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bom.pins.held import Held, Misfit, hold, plain_header, storable
from bom.pins.model import NO_HEADER_ROW, FilePins, TablePin
from bom.raw import RawFile, Sheet, column_number
from bom.tables.prose import read_prose
from bom.tables.search import NO_HEADER, Region, find_regions, region_at, whole_sheet
from depmap.core.errors import MappingError
from depmap.core.evidence import CellRef
from depmap.core.text import Text

NEARBY = 10
"""Rows within which a header that is pinned replaces one that was found by search, when no pin is about that one."""

FAR = 200
"""Rows from the top, and from where a header stood, among which one that moved is looked for."""

Place = tuple[Region, Held | None]
"""A table, and what is pinned of it."""


@dataclass(slots=True)
class _Sheet:
    """One sheet while its tables are placed."""

    sheet: Sheet
    """The sheet."""

    found: dict[int, list[Region]]
    """Row of the header -> what the search found there and no pin is about, so far."""

    placed: list[tuple[Region, Held]] = field(default_factory=list)
    """The pinned tables."""

    invented: list[Region] = field(default_factory=list)
    """Those of them that the search did not find."""

    @property
    def width(self) -> int:
        """Columns of the sheet."""
        return max((len(row) for row in self.sheet.rows), default=0)


def place_tables(raw: RawFile, pins: FilePins | None) -> list[tuple[Sheet, list[Place]]]:
    """The tables of every sheet from top to bottom, then from left to right, each with what is pinned of it.

    Args:
        raw: the sheets.
        pins: what is pinned of them; None when nothing is.

    Raises:
        MappingError: a pinned table or column is not there; with file, line, cell and what stands there.
    """
    if pins is None:
        return [(sheet, [(region, None) for region in find_regions(sheet)]) for sheet in raw.sheets]
    sheets = [_opened(sheet) for sheet in raw.sheets]
    for number, table in enumerate(pins.tables):
        misfit = _place(pins, number, [each for each in sheets if storable(each.sheet.name) == table.sheet], raw)
        if misfit is not None and (table.counts or pins.is_exactly_for(raw.sha256)):
            raise _missing(pins, table, raw, misfit)
    return [(each.sheet, _in_order(each)) for each in sheets]


def _opened(sheet: Sheet) -> _Sheet:
    found: dict[int, list[Region]] = {}
    for region in find_regions(sheet):
        found.setdefault(region.header, []).append(region)
    return _Sheet(sheet, found)


def _place(pins: FilePins, number: int, sheets: Sequence[_Sheet], raw: RawFile) -> Misfit | None:
    """Put a pinned table where it stands; what is wrong where it should stand, when it stands nowhere."""
    table = pins.tables[number]
    exactly = pins.is_exactly_for(raw.sha256)
    misfit = None
    for each in sheets:
        for region in _at_row(each, table, pins.tables):
            held = hold(pins, table, region, exactly=exactly)
            if any(other.header == region.header and _overlap(other, region) for other, _ in each.placed):
                misfit = misfit or Misfit(_PINNED_TWICE, _ONE_TABLE, table.line, max(1, region.header + 1), "A")
            elif isinstance(held, Held):
                _take(each, region, held)
                return None
            else:
                misfit = misfit or held
    for each in sheets if not exactly and _wanted(table) else ():
        moved = _elsewhere(pins, table, each)
        twins = [other for other in pins.tables[number:] if _same_headers(table, other)]
        if moved and len(moved) == len(twins):
            _take(each, *moved[0])
            return None
    return misfit or Misfit(*_no_place(table, sheets, raw), table.line, None, "")


def _at_row(each: _Sheet, table: TablePin, tables: Sequence[TablePin]) -> list[Region]:
    """The tables that have their header in the pinned row; none when the sheet has no such row."""
    row = table.header_row - 1
    if table.header_row == NO_HEADER_ROW:
        prose = read_prose(each.sheet, names=True)
        return [prose.region if prose is not None else whole_sheet(each.sheet)]
    if row >= len(each.sheet.rows):
        return []
    beside = [other for other in tables if (other.sheet, other.header_row) == (table.sheet, table.header_row)]
    numbers = [column_number(pin.column) for pin in table.columns if pin.column]
    if len(beside) > 1 and numbers and min(numbers) < each.width:
        return [region_at(each.sheet, row, (min(numbers), min(max(numbers) + 1, each.width)), None)]
    return each.found.get(row) or [region_at(each.sheet, row, (0, each.width), None)]


def _elsewhere(pins: FilePins, table: TablePin, each: _Sheet) -> list[tuple[Region, Held]]:
    """Every other place of a sheet that has the headers of a pinned table: where the search found one, and not far."""
    taken = {region.header for region, _ in each.placed}
    fitting: list[tuple[Region, Held]] = []
    near = (*range(FAR), *range(max(0, table.header_row - FAR), table.header_row + FAR))
    for row in sorted({row for row in (*near, *each.found) if row < len(each.sheet.rows)}):
        texts = {plain_header(value) for value in each.sheet.rows[row] if isinstance(value, str)}
        if row in taken or not _wanted(table) <= texts:
            continue
        regions = each.found.get(row) or [region_at(each.sheet, row, (0, each.width), None)]
        tried = ((region, hold(pins, table, region, exactly=False)) for region in regions)
        fitting.extend((region, held) for region, held in tried if isinstance(held, Held))
    return fitting


def _wanted(table: TablePin) -> set[str]:
    """The headers of the columns that are read."""
    return {plain_header(pin.header) for pin in table.columns if pin.header and pin.field}


def _same_headers(table: TablePin, other: TablePin) -> bool:
    return table.sheet == other.sheet and _wanted(table) == _wanted(other)


def _take(each: _Sheet, region: Region, held: Held) -> None:
    """Note a pinned table; what the search found in its place is known then."""
    each.placed.append((region, held))
    there = each.found.get(region.header, [])
    each.found[region.header] = [found for found in there if not _overlap(found, region)]
    if len(each.found[region.header]) == len(there):
        each.invented.append(region)


def _overlap(one: Region, other: Region) -> bool:
    """Whether two tables share columns."""
    return one.left < other.right and other.left < one.right


def _in_order(each: _Sheet) -> list[Place]:
    """All tables of a sheet, each up to the next one below it."""
    left = [found for row in sorted(each.found) for found in each.found[row]]
    for region in each.invented:
        near = [found for found in left if _overlap(found, region) and abs(found.header - region.header) <= NEARBY]
        if near:
            left.remove(min(near, key=lambda found: abs(found.header - region.header)))
    places: list[Place] = [*each.placed, *((region, None) for region in left)]
    places.sort(key=lambda place: (place[0].header, place[0].left))
    return [(_cut(each.sheet, places, number), held) for number, (_, held) in enumerate(places)]


def _cut(sheet: Sheet, places: Sequence[Place], number: int) -> Region:
    """A table up to the next one in its columns."""
    region = places[number][0]
    below = (places[after][0] for after in range(number + 1, len(places)))
    row = next((other.header for other in below if other.header > region.header and _overlap(other, region)), None)
    if region.header == NO_HEADER:
        return region if row is None else replace(region, end=row)
    again = region_at(sheet, region.header, (region.left, region.right), row)
    return region if again.end == region.end else again


def _missing(pins: FilePins, table: TablePin, raw: RawFile, misfit: Misfit) -> MappingError:
    """The error about a pinned table that is not there: where the mapping says so, and what stands there."""
    line = misfit.line or table.line
    where = Text(f"{pins.mapping}, regel {line}: ", f"{pins.mapping}, line {line}: ")
    cell = f", {CellRef(raw.name, table.sheet, misfit.row, misfit.column)}" if misfit.row else ""
    return MappingError(
        Text(
            f"{where.nl}{raw.name}{cell}: {misfit.message.nl}.",
            f"{where.en}{raw.name}{cell}: {misfit.message.en}.",
        ),
        misfit.hint,
    )


_PINNED_TWICE = Text("deze tabel wordt tweemaal vastgelegd", "this table is pinned twice")
_ONE_TABLE = Text(
    "Haal een van beide weg; tabellen naast elkaar worden onderscheiden door de letters van hun kolommen.",
    "Take one of the two out; tables side by side are told apart by the letters of their columns.",
)


def _no_place(table: TablePin, sheets: Sequence[_Sheet], raw: RawFile) -> tuple[Text, Text]:
    """Why there is no row to look at: no such sheet, or it is shorter."""
    name = plain_header(table.sheet)[:60]
    if not sheets:
        known = ", ".join(f"'{plain_header(sheet.name)[:60]}'" for sheet in raw.sheets[:6] if sheet.name)
        message = Text(f"er is geen blad '{name}'", f"there is no sheet '{name}'")
        hint = Text(f"De bladen heten {known}.", f"The sheets are called {known}.")
        one = Text("Het is een bestand zonder bladen: laat sheet weg.", "It is a file without sheets: leave sheet out.")
        return message, hint if known else one
    rows = max(len(each.sheet.rows) for each in sheets)
    message = Text(
        f"er is geen rij {table.header_row}; het blad heeft {rows} rijen",
        f"there is no row {table.header_row}; the sheet has {rows} rows",
    )
    return message, Text("Verbeter header_row in het indelingsbestand.", "Correct header_row in the mapping file.")
