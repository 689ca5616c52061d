"""``--reference`` on the command line: an own list counts, is named with its sum, and stops the run when wrong."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from depmap.app.cli import cli
from tests.support import Run

PARTS = "Item;Qty;Manufacturer;MPN\n1;4;Zwaluw Aandrijvingen;M-1\n"
LIST = """\
# id = "manufacturers"
# mode = "extend"
# title = {nl = "Eigen fabrikanten", en = "Own makers"}
# publisher = "Ministry"
# url = "https://example.org"
# published = "2026-11"
# retrieved = "2026-11-22"
# licence = "internal"
# note = "For own use."
name,category,kind,seat,seat_confidence,source,confidence
Zwaluw Aandrijvingen,motor,maker,NL,verified,extract of 2026,verified
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """An own list, beside a bill of materials."""
    (tmp_path / "parts.csv").write_text(PARTS, encoding="utf-8")
    path = tmp_path / "mine.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_it_counts_and_is_named_with_its_sum(run_depmap: Run, mine: Path) -> None:
    analyze = ("analyze", "parts.csv", "--format", "json")
    without = json.loads(run_depmap(*analyze, "-o", "without").stdout)
    found = json.loads(run_depmap(*analyze, "-o", "with", "--reference", "mine.csv").stdout)
    seats = [each["components"][0]["sources"][0]["seat"] for each in (without, found)]
    assert seats == [None, "NL"]
    name = f"manufacturers: mine.csv sha256:{hashlib.sha256(mine.read_bytes()).hexdigest()}"
    assert {"id": name, "date": "2026-11", "rows": 1} in found["run"]["lists"]
    assert name not in json.dumps(without)


def test_a_wrong_one_stops_the_run_before_it_starts(run_depmap: Run, mine: Path) -> None:
    mine.write_text(LIST.replace("maker,NL", "maker,UK"), encoding="utf-8")
    result = run_depmap("analyze", "parts.csv", "-o", "out", "--reference", "mine.csv", "--lang", "nl")
    assert result.returncode == 2
    assert "mine.csv, regel 11: niet geldig: seat = 'UK'" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (mine.parent / "out").exists()


def test_every_command_that_uses_lists_takes_it() -> None:
    for name, command in cli.commands.items():
        options = {option for each in command.params for option in each.opts}
        assert ("--reference" in options) == ("--policy" in options), name
