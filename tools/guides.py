"""Runs the commands that the user guides show, and puts what they really print under them.

In a ``console`` block a line with ``$ `` is a command and the lines under it are its output, long ones folded. A line
``...`` stands for all output between the lines above and below it; the guide decides how many those are.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDES = (ROOT / "docs" / "gids.md", ROOT / "docs" / "guide.md")
PAGES = (*GUIDES, ROOT / "docs" / "examples.md")
"""Every page that shows commands with their output."""


CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`(?P<path>[\w.-]+)`:\n\n```(?:toml|csv)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
CUT = "..."
WIDTH = 130
FOLD = " " * 8
DATE = "1795219200"
"""The day on which the guides are run, 21 November 2026: what is accepted until a date stays accepted."""

SHOWN = ("0", "1", "2")
"""Exit codes that a guide may show; any other is a fault of depmap, and no output to print in a guide."""

_END = "\036"


def prepare(guide: Path, folder: Path) -> None:
    """Put into an empty folder what the guide works with: the examples, and the files that it shows."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    for found in FILE.finditer(guide.read_text(encoding="utf-8")):
        (folder / found["path"]).write_text(found["content"], encoding="utf-8")
    program = folder / "bin" / "depmap"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m depmap "$@"\n', encoding="utf-8")
    program.chmod(0o755)


def run(script: str, folder: Path) -> str:
    """What a shell prints for these commands, words and data as they come."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DEPMAP_", "LC_", "LANG"))}
    environment |= {
        "PATH": os.pathsep.join((str(folder / "bin"), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": DATE,
    }
    result = subprocess.run(
        ["sh", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return result.stdout


def refreshed(guide: Path) -> str:
    """The guide with the output that its commands have now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(guide, folder)
        text = guide.read_text(encoding="utf-8")
        return CONSOLE.sub(lambda block: "".join(f"{line}\n" for line in _transcript(block[0], folder)), text)


def _transcript(block: str, folder: Path) -> Iterator[str]:
    """One block anew; its commands run in one shell, so that ``$?`` is that of the command above.

    Raises:
        SystemExit: depmap itself fails.
    """
    shown: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            shown.append((line.removeprefix("$ "), []))
        else:
            shown[-1][1].append(line)
    script = "\n".join(f"{command}\ncode=$?; printf '{_END}%d{_END}' $code; (exit $code)" for command, _ in shown)
    printed = run(script, folder).split(_END)
    for (command, before), now, code in zip(shown, printed[::2], printed[1::2], strict=False):
        if code not in SHOWN:
            raise SystemExit(f"{command} ends with {code}:\n{now}")
        yield f"$ {command}"
        for line in _same_cut([line for line in before if not line.startswith(FOLD)], now.splitlines()):
            yield from textwrap.wrap(line, WIDTH, subsequent_indent=FOLD, break_on_hyphens=False) or [""]


def _same_cut(before: list[str], now: list[str]) -> list[str]:
    """As many lines at the start and at the end as were shown before."""
    if CUT not in before:
        return now
    start = before.index(CUT)
    end = len(before) - start - 1
    return [*now[:start], CUT, *now[len(now) - end :]] if len(now) > start + end else now


def write() -> None:
    """Write both guides and the page of the examples anew."""
    for guide in PAGES:
        guide.write_text(refreshed(guide), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
