"""The parent's side: starts the child and waits no longer than agreed. `bom.sandbox.answer` checks what it says."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

from bom.sandbox.answer import Answer, Note, checked
from bom.sandbox.limits import MAX_OUTPUT_BYTES, WALL_SECONDS, Refused

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
__all__ = ["Answer", "Note", "read_in_child"]

_ROOT = str(Path(__file__).resolve().parents[2])
_CHUNK = 1_000_000
_OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None


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
    return checked(_run(data, reader, patience))


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
