"""Heavy libraries are loaded where they are used: asking for help costs no more than the command line itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import Run

HEAVY = {
    "IPython",
    "babel",
    "docx",
    "jinja2",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "python_calamine",
    "pyvis",
    "scipy",
    "xlsxwriter",
}
HOUSE = {"bom", "risk_rules", "reports"}
"""The drawers, of which help needs none."""

IMPORTED = re.compile(r"^import time:\s+\d+ \|\s+\d+ \|\s+([A-Za-z_]\w*)", re.MULTILINE)


def loaded(stderr: str) -> set[str]:
    """The top-level packages that `python -X importtime` saw being imported."""
    packages = set(IMPORTED.findall(stderr))
    assert "click" in packages, "the import times were not printed, so nothing can be said"
    return packages


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("analyze", "--help"), ("check", "--help")])
def test_help_loads_nothing_heavy(run_process: Run, arguments: tuple[str, ...]) -> None:
    result = run_process(*arguments, python=("-X", "importtime"))
    assert result.returncode == 0, result.stderr[-2000:]
    assert loaded(result.stderr) & (HEAVY | HOUSE) == set()


def test_a_whole_analysis_does_without_what_it_can_do_without(run_process: Run, examples: list[Path]) -> None:
    result = run_process("analyze", examples[0], "--out", "out", python=("-X", "importtime"))
    assert result.returncode == 0, result.stderr[-2000:]
    assert loaded(result.stderr) & {"numpy", "openpyxl", "pandas", "scipy"} == set()
