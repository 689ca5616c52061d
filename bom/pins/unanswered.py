"""What rests on a question that nobody has answered: which fields of which lines.

Definition. A line rests on a question when two of its answers say different things about it; where all of them come to
the same, nothing is open. Of a column that could have another field, every filled cell is open in both fields; only a
quantity that equals the number of designators beside it is settled, for these stand for it where no quantity is stated.
Of two columns that could have one field, the lines in which they say different things are open; a blank cell says
nothing, which is different too, but for a mark: without one a part is placed. A number that can be read in two ways is
open. Which part of an open line is unknown then and which a hint is for assembling to say (`bom.assembly.rows`).

Complexity: linear in the lines of the tables that are asked about.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from bom.cells.marks import title_says_not, yes_or_no
from bom.cells.numbers import Ambiguous, parse
from bom.columns.content import shown
from bom.fields import BY_KEY, Kind, base
from bom.pins.held import plain_header
from bom.raw import Value, column_number
from bom.reading import ColumnReading, Line, Table

Rows = Sequence[Sequence[Value]]
"""The rows of a sheet."""

_PLACED = "placed"
_NUMBERS = frozenset({Kind.NUMBER, Kind.MONEY, Kind.WEEKS})


def unanswered(table: Table, rows: Rows, twice: Collection[str]) -> Mapping[str, frozenset[int]]:
    """Field key -> the numbers of the rows whose value rests on a question; empty for a table without questions.

    Args:
        table: as it was understood.
        rows: of its sheet.
        twice: letters of the columns with numbers that can be read in two ways.
    """
    found: dict[str, set[int]] = {}
    for column in table.columns:
        if column.field and column.instead:
            said = {line.row: cell(rows, line.row, column) for line in table.lines}
            for field in (column.field, *column.instead):
                settled = _counted(table, column, said) if field == "quantity" else set()
                found.setdefault(field, set()).update(row for row, text in said.items() if text and row not in settled)
        if column.field and column.column in twice and not column.pinned_mark:
            lines = {line.row for line in table.lines if read_twice(line, column.field)}
            found.setdefault(column.field, set()).update(lines)
    for field, columns in rivals(table, rows).items():
        meant = {line.row: {_meant(each, cell(rows, line.row, each)) for each in columns} for line in table.lines}
        lines = {row for row, texts in meant.items() if len(texts) > 1}
        found.setdefault(field, set()).update(lines)
        if field == "quantity":
            # Of a line that may ask for none it is not known either whether its part is placed.
            found.setdefault("populate", set()).update(row for row in lines if "0" in meant[row])
    return {field: frozenset(lines) for field, lines in found.items() if lines}


def rivals(table: Table, rows: Rows) -> Mapping[str, tuple[ColumnReading, ...]]:
    """For each field in question the column that has it, and those that say other things and could have it as well."""
    held = {column.field: column for column in table.columns if column.field}
    found: dict[str, tuple[ColumnReading, ...]] = {}
    for column in table.columns:
        for field in column.instead if not column.field else ():
            owner = held.get(field)
            if owner is not None and any(differ(rows, line.row, (owner, column)) for line in table.lines):
                found[field] = (*found.get(field, (owner,)), column)
    return found


def differ(rows: Rows, number: int, columns: Sequence[ColumnReading]) -> bool:
    """Whether columns say different things in one row, blank cells aside."""
    return len({_said(column, cell(rows, number, column)) for column in columns} - {""}) > 1


def read_twice(line: Line, field: str) -> str | None:
    """The text of a number that can be read in two ways, if the field of a line is one."""
    text = line.unread.get(field, "")
    try:
        parse(text)
    except Ambiguous:
        return text
    except ValueError:
        return None
    return None


def cell(rows: Rows, number: int, column: ColumnReading) -> str:
    """The beginning of a cell, on one line."""
    row = rows[number - 1] if number <= len(rows) else ()
    place = column_number(column.column)
    return plain_header(shown(row[place]))[:40] if place < len(row) else ""


def _counted(table: Table, column: ColumnReading, said: Mapping[int, str]) -> set[int]:
    """The rows in which a column says as many as there are designators, which is what counts without a quantity."""
    places = {line.row: line.values.get("designators") for line in table.lines}
    counts = {row: f"{len(each)}" for row, each in places.items() if isinstance(each, tuple) and each}
    return {row for row, text in said.items() if counts.get(row) == _said(column, text)}


def _said(column: ColumnReading, text: str) -> str:
    """What a cell says, to be compared: *no* under *Fitted* is what *yes* is under *Do not place*; 4 is 4.0."""
    if "populate" in (column.field, *column.instead):
        yes = yes_or_no(text)
        return text if yes is None else _PLACED if yes is not title_says_not(column.header) else "not placed"
    if not any(BY_KEY[base(field)].kind in _NUMBERS for field in (column.field, *column.instead) if field):
        return text
    try:
        return f"{parse(text).normalize():f}"
    except ValueError:
        return text


def _meant(column: ColumnReading, text: str) -> str:
    """What a cell comes to: what is not marked is placed."""
    return _PLACED if not text and "populate" in (column.field, *column.instead) else _said(column, text)
