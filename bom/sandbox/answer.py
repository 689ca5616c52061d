"""What the child answered, believed only after checking: every size, place, kind, length and count."""

from __future__ import annotations

import datetime
import json
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from bom.grid import Grid, GridColumn, Row
from bom.raw import Rectangle, Sheet, Value
from bom.sandbox.child import BETWEEN, FLOAT, LENGTH
from bom.sandbox.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_MERGED,
    MAX_MERGES,
    MAX_NOTES,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_TEXT,
    Refused,
)
from bom.sandbox.numbering import CODE, MOST_COLUMNS, filled

_EXACT = 2.0**53


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the child noticed."""

    code: str
    """What it is about."""

    sheet: str
    """Name of the sheet."""

    row: int = -1
    """Row counted from 0, or -1 when it is about the sheet."""

    column: int = -1
    """Column counted from 0, or -1."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the child read."""

    sheets: tuple[Sheet, ...]
    """Every sheet, in the order of the workbook."""

    notes: tuple[Note, ...]
    """In the order of the sheets."""


def checked(out: bytes) -> Answer:
    """The answer in what a child said (see `bom.sandbox.child`), with every type, size, place and length checked.

    Raises:
        Refused: the child refused the file (with its code), or said what cannot be (``hostile``).
    """
    try:
        end = LENGTH + int.from_bytes(out[:LENGTH], "little")
        if end > len(out):
            raise ValueError
        answer = json.loads(out[LENGTH:end])
        if "refused" in answer:
            raise Refused(_text(answer["refused"]), _text(answer.get("detail", ""))[:200])
        return _answer(answer, _Binary(memoryview(out)[end:]))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused("hostile") from error


class _Binary:
    """What follows the text, handed out column by column."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._at = 0

    def floats(self, number: int) -> list[float]:
        """The next values, so many."""
        values: array[float] = array(FLOAT)
        values.frombytes(self._take(number * values.itemsize))
        return values.tolist()

    def places(self, height: int, values: int) -> array[int]:
        """The places of the next column, all of which are places of that many values."""
        places = array(CODE)
        places.frombytes(self._take(height * places.itemsize))
        if max(places, default=0) >= values:
            raise ValueError
        return places

    def _take(self, size: int) -> memoryview:
        """The next bytes, so many."""
        start, self._at = self._at, self._at + size
        if not start <= self._at <= len(self._data):
            raise ValueError
        return self._data[start : self._at]

    def finish(self) -> None:
        """Nothing may be left over."""
        if self._at != len(self._data):
            raise ValueError


def _answer(answer: object, binary: _Binary) -> Answer:
    if not isinstance(answer, Mapping):
        raise TypeError
    sheets, notes = _list(answer["sheets"], MAX_SHEETS), _list(answer["notes"], MAX_NOTES)
    read = tuple(_sheet(sheet, binary) for sheet in sheets)
    binary.finish()
    grids = [sheet.rows for sheet in read if isinstance(sheet.rows, Grid)]
    # Blanks behind the last cell of a row do not count; rows are only made when those could matter.
    if sum(grid.height * grid.width for grid in grids) > MAX_CELLS and sum(map(len, chain(*grids))) > MAX_CELLS:
        raise Refused("cells")
    return Answer(read, tuple(_note(note) for note in notes))


def _sheet(sheet: object, binary: _Binary) -> Sheet:
    """One sheet, without the blanks behind the last cell of a row and the last row."""
    if not isinstance(sheet, Mapping):
        raise TypeError
    grid = _grid(sheet, binary)
    merges = [Rectangle(*(_number(edge) for edge in _list(merge, 4))) for merge in _list(sheet["merges"], MAX_MERGES)]
    hidden, listed = sheet["hidden"] is True, sheet.get("listed") is True
    return Sheet(_text(sheet["name"]), grid, hidden, _within(grid, merges), listed)


def _grid(sheet: Mapping[object, object], binary: _Binary) -> Grid:
    """The cells of one sheet."""
    height = _number(sheet["height"])
    if not 0 <= height <= MAX_ROWS:
        raise ValueError
    columns = []
    for values in _list(sheet["columns"], MOST_COLUMNS):
        first, others = _list(values, 2)
        listed = (None, *map(_value, _list(first, 1)), *_alike(others, binary))
        columns.append(GridColumn(listed, binary.places(height, len(listed))))
    tails = dict(_tail(tail, height, len(columns)) for tail in _list(sheet["tails"], height))
    if max([0, *(filled(column.codes) for column in columns), *(row + 1 for row in tails)]) != height:
        raise ValueError
    return Grid(tuple(columns), height, tails)


def _tail(tail: object, height: int, width: int) -> tuple[int, Row]:
    """A row and its cells behind the columns, the last one filled."""
    row, cells = _list(tail, 2)
    read = tuple(None if cell is None else _value(cell) for cell in _list(cells, MAX_COLUMNS - width))
    if not 0 <= (at := _number(row)) < height or not read or read[-1] is None:
        raise ValueError
    return at, read


def _within(grid: Grid, merges: list[Rectangle]) -> tuple[Rectangle, ...]:
    """The merged ranges as far as there are cells: one may claim a million blank rows, and readers walk along it."""
    bottom, right = grid.height - 1, grid.width - 1
    clipped = [
        Rectangle(merge.top, merge.left, min(merge.bottom, bottom), min(merge.right, right))
        for merge in merges
        if 0 <= merge.top <= bottom and 0 <= merge.left <= right
    ]
    if sum(merge.bottom - merge.top + merge.right - merge.left for merge in clipped) > MAX_MERGED:
        raise Refused("merges")
    return tuple(clipped)


def _alike(values: object, binary: _Binary) -> Iterable[Value]:
    """The values of a column below its title, in each of the ways in which the child says them."""
    if isinstance(values, str):
        texts = _list(values.split(BETWEEN, MAX_ROWS), MAX_ROWS)
        if not all(texts) or max(map(len, texts)) > MAX_TEXT:
            raise ValueError
        return texts
    if not isinstance(values, int):
        return map(_value, _list(values, MAX_ROWS))
    if _number(values) > MAX_ROWS:
        raise ValueError
    numbers = binary.floats(values)
    if all(map(float.is_integer, numbers)) and max(map(abs, numbers), default=0) <= _EXACT:
        return map(int, numbers)
    return map(_value, numbers)


def _value(cell: object) -> Value:
    """One cell; whole numbers as int, since spreadsheets have one kind of number; infinities as their error value."""
    kind = type(cell)
    if kind is str and cell:
        return _text(cell)
    if kind is bool:
        return bool(cell)
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) <= _EXACT:
            return int(cell)
        return cell if abs(cell) < float("inf") else "#NUM!"
    if isinstance(cell, int):
        return cell
    return _moment(cell)


def _moment(cell: object) -> Value:
    """A date or time, marked by its kind."""
    if isinstance(cell, dict) and len(cell) == 1:
        ((kind, text),) = cell.items()
        if kind == "datetime":
            return datetime.datetime.fromisoformat(text)
        if kind == "date":
            return datetime.date.fromisoformat(text)
        if kind == "time":
            return datetime.time.fromisoformat(text)
    raise TypeError


def _note(note: object) -> Note:
    """One remark: code and sheet, with or without a cell."""
    code, sheet, *cell = _list(note, 4)
    return Note(_text(code), _text(sheet), *(_number(index) for index in cell))


def _list(value: object, most: int) -> list[Any]:
    """A list that is one, and not too long."""
    if not isinstance(value, list):
        raise TypeError
    if len(value) > most:
        raise ValueError
    return value


def _text(value: object) -> str:
    """A text that is one, and not too long."""
    if not isinstance(value, str):
        raise TypeError
    if len(value) > MAX_TEXT:
        raise ValueError
    return value


def _number(value: object) -> int:
    """A count that is one."""
    if type(value) is not int:
        raise TypeError
    return value
