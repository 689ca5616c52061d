"""The child process: takes a file on its standard input and says its cells on its standard output.

The answer is the length of a text in JSON (`LENGTH` bytes, little-endian), that text, and numbers in binary: of every
column of all sheets, one behind the other, the places of its cells as `bom.sandbox.numbering` counts them. The text
has the different values of a column in two parts, since the first is the title: a list of the first one, and a list of
the others. If those are all texts they are one text, with `BETWEEN` between them; if they are all floating-point
numbers the text has how many, and they stand in binary before the places: so they are said and checked sooner. A
reader knows nothing of this; it answers with rows. The child limits itself before it looks at the file. Whatever goes
wrong ends it; the parent (`bom.sandbox.parent`) takes every end without an answer for a damaged or hostile file.
"""

from __future__ import annotations

import datetime
import gc
import importlib
import json
import os
import sys
from array import array

from bom.sandbox.limits import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, MEMORY_BYTES, PROCESSOR_SECONDS, Refused
from bom.sandbox.numbering import Numbered, numbered

LENGTH = 8
"""Bytes that hold the length of the text."""

BETWEEN = "\x7f"
"""Stands between texts that are sent as one; a column with a text that holds it is sent as a list."""

FLOAT = "d"
"""Type code of the arrays that hold numbers."""


def main() -> None:
    """Read standard input with ``read(bytes)`` of the module that the first argument names."""
    _limit()
    # A million lists of cells hold no circles, and looking for some takes longer than making the lists.
    gc.disable()
    reader = importlib.import_module(sys.argv[1])
    data = sys.stdin.buffer.read()
    arrays: list[array[int] | array[float]] = []
    try:
        answer = reader.read(data)
        answer = {**answer, "sheets": [_by_column(sheet, arrays) for sheet in answer.get("sheets", ())]}
    except Refused as refused:
        answer, arrays = {"refused": refused.code, "detail": refused.detail}, []
    except MemoryError:
        answer, arrays = {"refused": "memory"}, []
    text = json.dumps(answer, default=_moment, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    sys.stdout.buffer.write(len(text).to_bytes(LENGTH, "little") + text)
    for numbers in arrays:
        sys.stdout.buffer.write(numbers)
    sys.stdout.flush()
    # All is said: to free the values one by one would take longer than to check them.
    os._exit(0)


def _by_column(sheet: dict[str, object], arrays: list[array[int] | array[float]]) -> dict[str, object]:
    """The sheet with the different values of its columns instead of its rows; what is sent in binary goes to a list."""
    cells = numbered(sheet["rows"])  # type: ignore[arg-type]
    _refuse_too_large(cells)
    columns = []
    for values, places in cells.columns:
        columns.append([values[:1], _alike(values[1:], arrays)])
        arrays.append(places)
    said = {key: value for key, value in sheet.items() if key != "rows"}
    return {**said, "height": cells.height, "columns": columns, "tails": list(cells.tails.items())}


def _alike(values: list[object], arrays: list[array[int] | array[float]]) -> object:
    """The values of a column below its title as they are said."""
    kinds = set(map(type, values))
    if kinds == {float}:
        arrays.append(array(FLOAT, values))  # type: ignore[arg-type, type-var]
        return len(values)
    if kinds == {str}:
        text = BETWEEN.join(values)  # type: ignore[arg-type]
        return text if text.count(BETWEEN) == len(values) - 1 else values
    return values


def _refuse_too_large(cells: Numbered) -> None:
    """Say which limit a sheet is beyond; the parent would only say that the answer cannot be."""
    if cells.height > MAX_ROWS:
        raise Refused("rows")
    if len(cells.columns) + max(map(len, cells.tails.values()), default=0) > MAX_COLUMNS:
        raise Refused("columns")
    listed = (values for values, _ in cells.columns)
    for values in (*listed, *cells.tails.values()):
        if max(map(len, [value for value in values if isinstance(value, str)]), default=0) > MAX_TEXT:
            raise Refused("text")


def _limit() -> None:
    """Bound memory and processor time; without ``resource`` (on Windows) only the parent's clock holds."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _moment(value: object) -> object:
    """Dates and times, marked by their kind; a duration becomes text as spreadsheets show it, h:mm:ss."""
    match value:
        case datetime.datetime():
            return {"datetime": value.isoformat()}
        case datetime.date():
            return {"date": value.isoformat()}
        case datetime.time():
            return {"time": value.isoformat()}
        case datetime.timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    raise TypeError(type(value).__name__)
