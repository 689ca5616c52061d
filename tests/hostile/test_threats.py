"""The table of threats names tests and cases that exist, and leaves no case out of sight."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.hostile.test_files import CASES
from tests.support import ROOT

TABLE = (ROOT / "docs/threats.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:-1] for line in TABLE.split("## Mutants")[0].splitlines() if line.startswith("| ")]
NAMED = sorted({name for row in ROWS for name in re.findall(r"`([^`]+)`", row[2])})


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", NAMED)
def test_what_covers_a_threat_exists(name: str) -> None:
    file, found, test = name.partition("::")
    assert test in functions(ROOT / file) if found else name in CASES


def test_every_threat_is_covered() -> None:
    assert len(ROWS) > 40
    assert [row[0] for row in ROWS if row[0].strip() != "threat" and "`" not in row[2]] == []
