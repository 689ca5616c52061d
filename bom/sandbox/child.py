"""The child process: takes a file on its standard input and says its cells as JSON on its standard output.

It limits itself before it looks at the file. Whatever goes wrong ends it; the parent (`bom.sandbox.parent`) takes every
end without an answer for a damaged or hostile file.
"""

from __future__ import annotations

import datetime
import importlib
import json
import sys

from bom.sandbox.limits import MEMORY_BYTES, PROCESSOR_SECONDS, Refused


def main() -> None:
    """Read standard input with ``read(bytes)`` of the module that the first argument names."""
    _limit()
    reader = importlib.import_module(sys.argv[1])
    data = sys.stdin.buffer.read()
    try:
        answer = reader.read(data)
    except Refused as refused:
        answer = {"refused": refused.code, "detail": refused.detail}
    except MemoryError:
        answer = {"refused": "memory"}
    out = json.dumps(answer, default=_moment, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    sys.stdout.buffer.write(out)


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
