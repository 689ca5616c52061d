"""Processor time of whole commands, and a small table of it."""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable

# What any command line with click costs before it does anything.
BASELINE = (PYTHON, "-c", "import click")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    """What was run."""

    seconds: float
    """Processor seconds, user and system, child processes included; the best of the repetitions."""

    ratio: float
    """To the first row."""


def processor_seconds(command: Sequence[str]) -> float:
    """Processor seconds of a command and all its children, from its start to its end.

    Raises:
        subprocess.CalledProcessError: the command did not end well, so its time says nothing.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compiled() -> None:
    """Compile packages and templates first, as an installation does: what is measured is running, not compiling."""
    for package in ("depmap", "bom", "risk_rules", "reports"):
        compileall.compile_dir(ROOT / package, quiet=1)
    command = (PYTHON, "-c", "from reports.page.compiled import compile_all; compile_all()")
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONDONTWRITEBYTECODE": ""}, check=True)


def compare(commands: Mapping[str, Sequence[str]], repetitions: int) -> list[Row]:
    """Run the commands in turns, so that a busy moment meets them all, and keep the best time of each."""
    compiled()
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(repetitions):
        for name, command in commands.items():
            best[name] = min(best[name], processor_seconds(command))
    baseline = next(iter(best.values()))
    return [Row(name, seconds, seconds / baseline) for name, seconds in best.items()]


def table(title: str, rows: Sequence[Row]) -> str:
    """The rows as a markdown table."""
    lines = [f"| {title} | processor seconds | ratio |", "|---|---:|---:|"]
    lines += [f"| `{row.name}` | {row.seconds:.3f} | {row.ratio:.2f} |" for row in rows]
    return "\n".join(lines)
