"""The child process: takes a file on its standard input and says its cells on its standard output.

The answer is the length of a text in JSON (`LENGTH` bytes, little-endian), that text, and the places of all cells as
`bom.sandbox.numbering` counts them: the columns of all sheets, one behind the other. A reader knows nothing of this; it
answers with rows. The child limits itself before it looks at the file. Whatever goes wrong ends it; the parent
(`bom.sandbox.parent`) takes every end without an answer for a damaged or hostile file.
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


def main() -> None:
    """Read standard input with ``read(bytes)`` of the module that the first argument names."""
    _limit()
    # A million lists of cells hold no circles, and looking for some takes longer than making the lists.
    gc.disable()
    reader = importlib.import_module(sys.argv[1])
    data = sys.stdin.buffer.read()
    places: list[array[int]] = []
    try:
        answer = reader.read(data)
        answer = {**answer, "sheets": [_by_column(sheet, places) for sheet in answer.get("sheets", ())]}
    except Refused as refused:
        answer, places = {"refused": refused.code, "detail": refused.detail}, []
    except MemoryError:
        answer, places = {"refused": "memory"}, []
    text = json.dumps(answer, default=_moment, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    sys.stdout.buffer.write(len(text).to_bytes(LENGTH, "little") + text)
    for column in places:
        sys.stdout.buffer.write(column)
    sys.stdout.flush()
    # All is said: to free the values one by one would take longer than to check them.
    os._exit(0)


def _by_column(sheet: dict[str, object], places: list[array[int]]) -> dict[str, object]:
    """The sheet with the different values of its columns instead of its rows; the places of its cells go to a list."""
    cells = numbered(sheet["rows"])  # type: ignore[arg-type]
    _refuse_too_large(cells)
    places += (column for _, column in cells.columns)
    said = {key: value for key, value in sheet.items() if key != "rows"}
    columns = [values for values, _ in cells.columns]
    return {**said, "height": cells.height, "columns": columns, "tails": list(cells.tails.items())}


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
