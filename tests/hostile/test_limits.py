"""Every limit can be set, says when it was hit, and refuses to be set to nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from bom.formats._refusals import refusal
from bom.sandbox.limits import SETTINGS, Refused
from tests.hostile import making as hostile
from tests.support import Run

SMALL = {
    "MAX_FILE_BYTES": "is too large",
    "MAX_UNPACKED_BYTES": "too large when unpacked",
    "MAX_MEMBERS": "too many parts",
    "MAX_SHEETS": "too many sheets",
    "MAX_ROWS": "more than 3 rows",
    "MAX_COLUMNS": "more than 3 columns",
    "MAX_CELLS": "too many cells",
    "MAX_MERGED": "too many merged cells",
    "MEMORY_BYTES": "hostile",
}
"""Limit that is set to almost nothing -> words of the one sentence about an ordinary workbook."""


def _four_sheets(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
    """One of them with a column merged down over more cells than three."""
    sheet.merge_range("C2:C9", "Maker")
    for _ in range(3):
        book.add_worksheet()


@pytest.mark.parametrize("name", SMALL)
def test_a_limit_that_is_hit_is_one_sentence(run_process: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "bom.xlsx").write_bytes(hostile.saved(_four_sheets))
    assert run_process("check", "bom.xlsx").returncode == 0
    done = run_process("check", "bom.xlsx", "--lang", "en", **{f"DEPMAP_{name}": "3"})
    assert done.returncode == 2
    assert SMALL[name] in done.stderr
    assert "Traceback" not in done.stderr
    assert f"DEPMAP_{name} (now 3)" in done.stderr or name == "MEMORY_BYTES"


def test_a_long_text_is_one_sentence(run_process: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.xlsx").write_bytes(hostile.saved())
    assert run_process("check", "bom.xlsx", DEPMAP_MAX_TEXT="17").returncode == 0
    done = run_process("check", "bom.xlsx", "--lang", "en", DEPMAP_MAX_TEXT="16")
    assert done.returncode == 2
    assert "more than 16 characters" in done.stderr and "DEPMAP_MAX_TEXT (now 16)" in done.stderr


def test_a_wider_limit_lets_more_through(run_process: Run, tmp_path: Path) -> None:
    (tmp_path / "bom.xlsx").write_bytes(hostile.saved(lambda book, _: [book.add_worksheet() for _ in range(2_000)]))
    assert run_process("check", "bom.xlsx").returncode == 2
    assert run_process("check", "bom.xlsx", DEPMAP_MAX_SHEETS="2001").returncode == 0


@pytest.mark.parametrize("value", ["0", "-1", "many", "1e9", "9" * 5_000, "٣"])
def test_nonsense_is_refused_before_anything_is_read(run_process: Run, tmp_path: Path, value: str) -> None:
    (tmp_path / "bom.csv").write_bytes(hostile.csv())
    done = run_process("analyze", "bom.csv", "--lang", "nl", DEPMAP_MAX_CELLS=value)
    assert done.returncode == 2
    assert "DEPMAP_MAX_CELLS" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["bom.csv"]


@pytest.mark.parametrize(
    "code", ["too_large", "unpacked", "sheets", "rows", "columns", "cells", "text", "merges", "time"]
)
def test_every_limit_names_its_setting(code: str) -> None:
    error = refusal("bom.xlsx", Refused(code, "7"))
    assert error.hint is not None
    assert any(f"DEPMAP_{name} (" in error.hint.en and f"DEPMAP_{name} (" in error.hint.nl for name in SETTINGS)
