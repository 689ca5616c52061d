"""The parent's side: starts the child, waits no longer than agreed, and believes nothing it says without checking."""

from __future__ import annotations

import datetime
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bom.raw import Rectangle, Sheet, Value
from bom.sandbox.limits import (
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_MERGED,
    MAX_MERGES,
    MAX_NOTES,
    MAX_OUTPUT_BYTES,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_TEXT,
    WALL_SECONDS,
    Refused,
)

# The child needs bom.sandbox and nothing else. Importing `bom` itself would load the whole model, which takes longer
# than reading a workbook, so the child gets a bare package of that name.
_START = """
import sys, types
root = sys.argv.pop(1)
sys.path.insert(0, root)
bom = sys.modules["bom"] = types.ModuleType("bom")
bom.__path__ = [root + "/bom"]
from bom.sandbox.child import main
main()
"""
_ROOT = str(Path(__file__).resolve().parents[2])
_EXACT = 2.0**53
_CHUNK = 1_000_000
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None


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


def read_in_child(data: bytes, reader: str, patience: float = WALL_SECONDS) -> Answer:
    """The sheets of a file, taken apart in a child process.

    Args:
        data: the bytes of the file.
        reader: dotted name of a module whose ``read(bytes)`` answers as that of `bom.sandbox.workbook` does.
        patience: seconds until the child is ended.

    Raises:
        Refused: the child refused the file (with its code), took too long (``time``), or died or said what cannot be
            (``hostile``).
    """
    out = _run(data, reader, patience)
    try:
        answer = json.loads(out)
        if "refused" in answer:
            raise Refused(_text(answer["refused"]), _text(answer.get("detail", ""))[:200])
        return _answer(answer)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Refused("hostile") from error


def _run(data: bytes, reader: str, patience: float) -> bytes:
    """Everything that the child says before its time is over."""
    command = [sys.executable, "-I", "-c", _START, _ROOT, reader]
    pipe = subprocess.PIPE
    late = threading.Event()
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL) as child:

        def give_up() -> None:
            late.set()
            child.kill()

        clock = threading.Timer(patience, give_up)
        feeder = threading.Thread(target=_feed, args=(child, data), daemon=True)
        clock.start()
        feeder.start()
        try:
            out = _bounded(child)
            if len(out) <= MAX_OUTPUT_BYTES and child.wait() == 0:
                return out
        finally:
            clock.cancel()
            child.kill()
            feeder.join()
    raise Refused("time" if late.is_set() or child.returncode == _OUT_OF_TIME else "hostile")


def _bounded(child: subprocess.Popen[bytes]) -> bytes:
    """What the child says, until it ends or has said too much."""
    out = bytearray()
    while child.stdout and len(out) <= MAX_OUTPUT_BYTES and (chunk := child.stdout.read(_CHUNK)):
        out += chunk
    return bytes(out)


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    """Hand the file over; a child that dies before its end is noticed elsewhere."""
    if child.stdin is None:
        return
    try:
        with child.stdin:
            child.stdin.write(data)
    except OSError:
        return


def _answer(answer: object) -> Answer:
    """The answer with every type, count and length checked."""
    if not isinstance(answer, Mapping):
        raise TypeError
    sheets, notes = _list(answer["sheets"], MAX_SHEETS), _list(answer["notes"], MAX_NOTES)
    checked = tuple(_sheet(sheet) for sheet in sheets)
    if sum(len(row) for sheet in checked for row in sheet.rows) > MAX_CELLS:
        raise Refused("cells")
    return Answer(checked, tuple(_note(note) for note in notes))


def _sheet(sheet: object) -> Sheet:
    """One sheet, without the blanks behind the last cell of a row and the last row."""
    if not isinstance(sheet, Mapping):
        raise TypeError
    rows = [_row(row) for row in _list(sheet["rows"], MAX_ROWS)]
    while rows and not rows[-1]:
        rows.pop()
    merges = [Rectangle(*(_number(edge) for edge in _list(merge, 4))) for merge in _list(sheet["merges"], MAX_MERGES)]
    return Sheet(_text(sheet["name"]), tuple(rows), sheet["hidden"] is True, _within(rows, merges))


def _within(rows: list[tuple[Value, ...]], merges: list[Rectangle]) -> tuple[Rectangle, ...]:
    """The merged ranges as far as there are cells: one may claim a million blank rows, and readers walk along it."""
    bottom, right = len(rows) - 1, max(map(len, rows), default=0) - 1
    clipped = [
        Rectangle(merge.top, merge.left, min(merge.bottom, bottom), min(merge.right, right))
        for merge in merges
        if 0 <= merge.top <= bottom and 0 <= merge.left <= right
    ]
    if sum(merge.bottom - merge.top + merge.right - merge.left for merge in clipped) > MAX_MERGED:
        raise Refused("merges")
    return tuple(clipped)


def _row(row: object) -> tuple[Value, ...]:
    """One row of typed cells."""
    cells = [_value(cell) for cell in _list(row, MAX_COLUMNS)]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _value(cell: object) -> Value:
    """One cell; whole numbers as int, since spreadsheets have one kind of number; infinities as their error value."""
    if cell is None or cell == "":
        return None
    kind = type(cell)
    if kind is str:
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


def _list(value: object, most: int) -> list[object]:
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
