"""Runs the command over many files, each in a process of its own of little means, and says of each how it went.

As a program (``python -m tests.hostile.batch PLAN``) it reads a JSON list of argument lists from PLAN and writes one
line of JSON per call. Loading the libraries costs more than most calls, so it loads them once and forks for every call:
each one has its own limits of memory and time, its own exit code, and leaves nothing to the next one.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support import EXAMPLES, ROOT, unmeasured

MEMORY = 2_000_000_000
"""Address space in bytes, of the command and of the child that reads for it, each."""

PATIENCE = 60
"""Seconds for one call; the alarm that ends it is not one that Python could catch."""

_SHAPES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Went:
    """How one call went."""

    code: int
    """Exit code; below zero when a signal ended the process."""

    out: str
    """Standard output."""

    err: str
    """Standard error."""

    seconds: float
    """Wall time."""

    megabytes: int
    """Most memory that the process, or the child that read for it, held at a time."""

    @property
    def clean(self) -> bool:
        """Whether nothing was said that a terminal obeys or hides, and no traceback."""
        said = self.out + self.err
        steering = any(unicodedata.category(char) in _SHAPES for char in set(said) - {"\n", "\t"})
        return not steering and "Traceback" not in said and "Error(" not in self.err


def run(calls: Sequence[Sequence[str]], folder: Path) -> list[Went]:
    """How each call went, in order; all paths that calls name are relative to ``folder``."""
    plan = folder / "plan.json"
    plan.write_text(json.dumps(calls), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.batch", plan.name],
        cwd=folder,
        env={**unmeasured(), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    plan.unlink()
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    return [Went(**json.loads(line)) for line in done.stdout.splitlines()]


def _main(plan: Path) -> None:
    calls = json.loads(plan.read_text(encoding="utf-8"))
    _load()
    for call in calls:
        sys.stdout.write(json.dumps(_forked(call)) + "\n")
        sys.stdout.flush()


def _load() -> None:
    """Everything that an analysis imports, by making one."""
    import tempfile

    from depmap.app.cli import main

    with tempfile.TemporaryDirectory() as folder:
        said = [os.dup(1), os.dup(2)]
        _redirect(os.devnull, os.devnull)
        main(["analyze", str(EXAMPLES / "surface-vessel.csv"), "--out", folder])
        for stream, kept in enumerate(said, 1):
            os.dup2(kept, stream)
            os.close(kept)


def _forked(call: Sequence[str]) -> dict[str, object]:
    """One call in a new process, and how it went."""
    out, err = Path("call.out"), Path("call.err")
    start = time.perf_counter()
    process = os.fork()
    if not process:
        _call(call, out, err)
    _, status, used = os.wait4(process, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "out": out.read_bytes().decode("utf-8", "replace"),
        "err": err.read_bytes().decode("utf-8", "replace"),
        "seconds": time.perf_counter() - start,
        "megabytes": used.ru_maxrss // 1024,
    }


def _call(call: Sequence[str], out: Path, err: Path) -> None:
    """In the new process: the command, and then the end whatever happens."""
    code = 99
    try:
        import resource

        from depmap.app.cli import main

        _redirect(out, err)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(PATIENCE)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        code = main(list(call))
        sys.stdout.flush()
        sys.stderr.flush()
    finally:  # What the command lets through is a traceback of its own making; here it is only the code 99.
        os._exit(code)


def _redirect(out: str | Path, err: str | Path) -> None:
    """Both streams, also for what is written past Python."""
    sys.stdout.flush()
    sys.stderr.flush()
    for stream, path in ((1, out), (2, err)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, stream)
        os.close(file)


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
