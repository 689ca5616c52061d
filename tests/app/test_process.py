"""The command in a process of its own gives to the last byte what the other tests see within theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import EXAMPLES, Run

DAY = "1795132800"
LINES = "Item;Qty;Manufacturer;MPN;Country of Origin\n1;4;Acme;M-1;Germany\n2;1;Volt \x1b[31m;R-2;China\n"

CALLS: dict[str, tuple[int, tuple[str, ...]]] = {
    "workbook": (0, ("analyze", str(EXAMPLES / "verkenner-quadcopter.xlsx"), "-o", "out", "--lang", "nl")),
    "findings": (0, ("analyze", "bom.csv", "-o", "out", "--format", "json", "--graph", "net.graphml")),
    "gate": (1, ("analyze", "bom.csv", "-o", "out", "--fail-on", "low", "--lang", "en")),
    "check": (0, ("check", "bom.csv", "--format", "json", "--cells")),
    "no list": (2, ("analyze", "letter.txt", "--lang", "nl")),
    "no file": (2, ("check", "nowhere.xlsx", "--lang", "en")),
    "no option": (2, ("analyze", "bom.csv", "--colour", "red")),
    "no policy": (2, ("analyze", "bom.csv", "--policy", "letter.txt")),
    "help": (0, ("analyze", "--help")),
    "version": (0, ("--version",)),
}
"""What is asked, and the code that it ends with."""


def went(run: Run, folder: Path, call: str) -> tuple[int, str, str, dict[str, bytes]]:
    """Everything that can be seen of a call: code, both streams, every file."""
    before = {*folder.rglob("*")}
    done = run(*CALLS[call][1], SOURCE_DATE_EPOCH=DAY)
    made = sorted(path for path in {*folder.rglob("*")} - before if path.is_file())
    files = {str(path.relative_to(folder)): path.read_bytes() for path in made}
    for path in made:
        path.unlink()
    return done.returncode, done.stdout, done.stderr, files


@pytest.mark.parametrize("call", CALLS)
def test_a_process_of_its_own_gives_the_same(run_depmap: Run, run_process: Run, tmp_path: Path, call: str) -> None:
    (tmp_path / "bom.csv").write_text(LINES, encoding="utf-8")
    (tmp_path / "letter.txt").write_text("Dear colleague,\nplease find the drawing attached.\n", encoding="utf-8")
    alone = went(run_process, tmp_path, call)
    assert alone == went(run_depmap, tmp_path, call)
    assert alone[0] == CALLS[call][0]
    assert any(alone[1:])
