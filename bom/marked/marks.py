"""What is said at which cell: headers and why they were read so, problems, rows that do not count, odd readings."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bom.fields import BY_KEY, Kind, base
from bom.marked.differences import differences
from bom.raw import RawFile, Sheet, column_number, letters
from bom.reading import ColumnReading, Line, Reading, Table, TableRole
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.spreadsheets import MOST_COLUMNS, MOST_ROWS
from depmap.core.text import Text

FEW = 10
"""More odd readings than this in one column are told once, at its header, and not at every cell."""


class Ground(enum.StrEnum):
    """The kinds of headers, each with a colour of its own."""

    PART = "part"
    COMPANY = "company"
    ORIGIN = "origin"
    AMOUNT = "amount"
    STRUCTURE = "structure"
    OTHER = "other"
    UNUSED = "unused"


_GROUNDS: Mapping[Ground, frozenset[str]] = {
    Ground.PART: frozenset("part_number mpn supplier_part_number description value footprint designators".split()),
    Ground.COMPANY: frozenset({"manufacturer", "supplier"}),
    Ground.ORIGIN: frozenset({"country_of_origin", "origin_evidence", "material"}),
    Ground.AMOUNT: frozenset({"unit", "currency"}),
    Ground.STRUCTURE: frozenset({"line_id", "level", "parent", "multiplier", "populate"}),
}
_AMOUNTS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.WEEKS})


class Weight(enum.IntEnum):
    """What is told first when there is no room for all."""

    HEADER = 0
    ERROR = 1
    WARNING = 2
    NOTE = 3
    READ_AS = 4
    LEFT_OUT = 5
    NOT_PLACED = 6


_WEIGHTS = {Severity.ERROR: Weight.ERROR, Severity.WARNING: Weight.WARNING, Severity.NOTE: Weight.NOTE}

_NOT_PLACED = Text("Niet te plaatsen: deze regel telt niet mee.", "Not to be placed: this line does not count.")
_NONE_ASKED = Text("Aantal 0: deze regel telt niet mee.", "Quantity 0: this line does not count.")
_LEFT_OUT = Text("Telt niet mee: {reason}.", "Does not count: {reason}.")
_NO_COUNT = Text("Deze tabel telt niet mee: {reason}.", "This table does not count: {reason}.")
_READ = Text("Gelezen als {field}: {reason}.", "Read as {field}: {reason}.")
_UNUSED = Text("Niet gebruikt: {reason}.", "Not used: {reason}.")
_MERGED = Text(
    "Samengevoegde cellen: geldt ook voor de regels tot en met rij {row}.",
    "Merged cells: holds for the lines down to row {row} as well.",
)
_ODD = Text(
    "{count:cel van deze kolom is|cellen van deze kolom zijn} anders gelezen dan er staat. {cell}: {reading}.",
    "{count:cell of this column was|cells of this column were} not read as written. {cell}: {reading}.",
)


@dataclass(slots=True)
class Mark:
    """One cell of which something is said."""

    ground: Ground | None = None
    """Of a header: its kind."""

    severity: Severity | None = None
    """Of a cell with problems: the gravest."""

    remarks: list[tuple[Weight, Text]] = field(default_factory=list)
    """What is said."""

    @property
    def weight(self) -> Weight:
        """Of the weightiest remark."""
        return min((weight for weight, _ in self.remarks), default=Weight.NOT_PLACED)


@dataclass(slots=True)
class SheetMarks:
    """What is said on one sheet. Rows and columns count from 0."""

    cells: defaultdict[tuple[int, int], Mark] = field(default_factory=lambda: defaultdict(Mark))
    """(row, column) -> what is said there."""

    aside: defaultdict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """Row -> first and last column of the tables in which it does not count."""

    def say(self, place: tuple[int, int], weight: Weight, text: Text) -> None:
        """A remark at a cell."""
        self.cells[place].remarks.append((weight, text))


def marks(raw: RawFile, reading: Reading) -> tuple[SheetMarks, ...]:
    """The marks of every sheet of the file, in its order."""
    found = tuple(SheetMarks() for _ in raw.sheets)
    sheets = first_of_name(raw)
    for table in reading.tables:
        if table.sheet in sheets:
            _table(found[sheets[table.sheet]], table, raw.sheets[sheets[table.sheet]])
    for issue in reading.issues:
        text = _told(issue)
        for cell in (issue.cell, *issue.also):
            place = place_of(cell, raw, sheets)
            if place is not None:
                _problem(found[place[0]].cells[place[1:]], issue.severity, text)
    return found


def first_of_name(raw: RawFile) -> dict[str, int]:
    """Name of a sheet in the file -> its position."""
    return {sheet.name: place for place, sheet in reversed([*enumerate(raw.sheets)])}


def place_of(cell: CellRef | None, raw: RawFile, sheets: Mapping[str, int]) -> tuple[int, int, int] | None:
    """Sheet, row and column of a cell, from 0; None when there is none, or it stands in another file."""
    if cell is None or cell.file != raw.name or cell.sheet not in sheets:
        return None
    row, column = cell.row - 1, column_number(cell.column)
    return (sheets[cell.sheet], row, column) if 0 <= row < MOST_ROWS and 0 <= column < MOST_COLUMNS else None


def ground(column: str | None) -> Ground:
    """The kind of a header by the field that it was read as."""
    if column is None:
        return Ground.UNUSED
    key = base(column)
    listed = next((kind for kind, keys in _GROUNDS.items() if key in keys), None)
    return listed or (Ground.AMOUNT if BY_KEY[key].kind in _AMOUNTS else Ground.OTHER)


def title_of(column: str) -> Text:
    """The word for a field, with its number when a line may have several: ``manufacturer 2``."""
    word = BY_KEY[base(column)].title
    behind = column[len(base(column)) :].replace("_", " ")
    return Text(word.nl + behind, word.en + behind)


def _told(issue: Issue) -> Text:
    """A problem in the words of a comment."""
    word = issue.severity.text
    hint = issue.hint or Text("", "")
    return Text(
        nl=f"[{issue.code}, {word.nl}] {issue.message.nl} {hint.nl}".rstrip(),
        en=f"[{issue.code}, {word.en}] {issue.message.en} {hint.en}".rstrip(),
    )


def _problem(mark: Mark, severity: Severity, text: Text) -> None:
    mark.remarks.append((_WEIGHTS[severity], text))
    if mark.severity is None or _WEIGHTS[severity] < _WEIGHTS[mark.severity]:
        mark.severity = severity


def _table(said: SheetMarks, table: Table, sheet: Sheet) -> None:
    places = {column.column: column_number(column.column) for column in table.columns}
    if not places:
        return
    extent = min(places.values()), max(places.values())
    top = _top(table)
    for column in table.columns:
        if column.field is not None or column.header.strip():
            said.say((top, places[column.column]), Weight.HEADER, _why(column))
            if table.header_row is not None:
                said.cells[top, places[column.column]].ground = ground(column.field)
    if table.role is not TableRole.PARTS:
        said.say((top, extent[0]), Weight.HEADER, _NO_COUNT.format(reason=table.role_reason))
    for row, reason in table.left_out:
        said.aside[row - 1].append(extent)
        said.say((row - 1, _first(sheet, row - 1, extent)), Weight.LEFT_OUT, _LEFT_OUT.format(reason=reason))
    for line in table.lines:
        _line(said, line, (table, sheet, extent))
    _readings(said, table, sheet, places)


def _why(column: ColumnReading) -> Text:
    if column.field is None:
        return _UNUSED.format(reason=column.reason)
    return _READ.format(field=title_of(column.field), reason=column.reason)


def _top(table: Table) -> int:
    """Row of the header, from 0; of a table without one its first row."""
    if table.header_row is not None:
        return table.header_row - 1
    rows = [line.row for line in table.lines[:1]] + [row for row, _ in table.left_out[:1]]
    return min(rows, default=1) - 1


def _first(sheet: Sheet, row: int, extent: tuple[int, int]) -> int:
    """The first filled cell of a row within a table."""
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return next((at for at in range(extent[0], extent[1] + 1) if at < len(cells) and cells[at] is not None), extent[0])


def _line(said: SheetMarks, line: Line, where: tuple[Table, Sheet, tuple[int, int]]) -> None:
    table, sheet, extent = where
    row = line.row - 1
    if line.is_left_out or table.role is not TableRole.PARTS:
        said.aside[row].append(extent)
    if line.is_left_out and table.role is TableRole.PARTS:
        text = _NOT_PLACED if line.dnp else _NONE_ASKED
        said.say((row, _first(sheet, row, extent)), Weight.NOT_PLACED, text)


def _readings(said: SheetMarks, table: Table, sheet: Sheet, places: dict[str, int]) -> None:
    """Odd readings at their cells, or at the header when they are many; merged cells at the first of them."""
    by_column: dict[int, list[tuple[int, Text]]] = defaultdict(list)
    for row, column, reading in differences(table, sheet, places):
        by_column[column].append((row, reading))
    for column, odd in by_column.items():
        if len(odd) > FEW:
            row, reading = odd[0]
            summary = _ODD.format(count=len(odd), cell=f"{letters(column)}{row + 1}", reading=reading)
            said.say((_top(table), column), Weight.HEADER, summary)
        else:
            for row, reading in odd:
                said.say((row, column), Weight.READ_AS, _sentence(reading))
    for place, last in sorted(_merged(table.lines, places).items()):
        said.say(place, Weight.READ_AS, _MERGED.format(row=last))


def _merged(lines: Iterable[Line], places: dict[str, int]) -> dict[tuple[int, int], int]:
    """(row, column) of a cell that lines below it share -> row number of the last of them."""
    found: dict[tuple[int, int], int] = {}
    for line in lines:
        for cell in line.cells.values():
            if cell.row != line.row and cell.column in places:
                found[cell.row - 1, places[cell.column]] = line.row
    return found


def _sentence(reading: Text) -> Text:
    return Text(f"{reading.nl[0].upper()}{reading.nl[1:]}.", f"{reading.en[0].upper()}{reading.en[1:]}.")
