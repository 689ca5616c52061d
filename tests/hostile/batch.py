"""Runs the command over many files in one process of little means, and says of each how it went.

As a program (``python -m tests.hostile.batch PLAN``) it reads a JSON list of argument lists from PLAN and writes one
line of JSON per call. `run` starts it, and starts it anew behind the call in which it died or stalled.
"""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import os
import subprocess
import sys
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support import ROOT

MEMORY = 2_500_000_000
"""Address space in bytes, of the command and of the child that reads for it, each."""

PATIENCE = 60
"""Seconds for one call."""

_SHAPES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Went:
    """How one call went."""

    code: int
    """Exit code; -1 when the process died or stalled."""

    out: str
    """Standard output."""

    err: str
    """Standard error."""

    seconds: float
    """Wall time."""

    @property
    def clean(self) -> bool:
        """Whether nothing was said that a terminal obeys or hides, and no traceback."""
        said = self.out + self.err
        steering = any(unicodedata.category(char) in _SHAPES for char in set(said) - {"\n", "\t"})
        return not steering and "Traceback" not in said and "Error(" not in self.err


def run(calls: Sequence[Sequence[str]], folder: Path) -> list[Went]:
    """How each call went, in order; all paths that calls name are relative to ``folder``."""
    went: list[Went] = []
    while len(went) < len(calls):
        plan = folder / "plan.json"
        plan.write_text(json.dumps(calls[len(went) :]), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "tests.hostile.batch", plan.name],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        plan.unlink()
        went += [Went(**json.loads(line)) for line in done.stdout.splitlines()]
        if done.returncode:
            went.append(Went(-1, "", done.stderr[-3000:], 0.0))
    return went


def _main(plan: Path) -> None:
    import resource

    from depmap.app.cli import main

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answers = sys.stdout
    for call in json.loads(plan.read_text(encoding="utf-8")):
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        start = time.perf_counter()
        faulthandler.dump_traceback_later(PATIENCE, exit=True)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(list(call))
        seconds = time.perf_counter() - start
        said = [_everything(stream) for stream in (out, err)]
        answers.write(json.dumps({"code": code, "out": said[0], "err": said[1], "seconds": seconds}) + "\n")
        answers.flush()
    faulthandler.cancel_dump_traceback_later()


def _everything(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
