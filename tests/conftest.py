"""What tests of every part use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from tests.command import run_here
from tests.support import EXAMPLES, ROOT, Run, unmeasured

# A slow machine is no reason to fail, and a run that is green once stays green: no deadline, the same cases every time.
settings.register_profile("depmap", deadline=None, derandomize=True)
settings.load_profile("depmap")


SLOW = ("tests/hostile/", "tests/browser/", "tests/packaging/", "tests/app/", "tests/architecture/", "tests/reports/")
"""Where tests take seconds, the slowest first."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With several workers the slow files go first, so that no worker begins a long one when the others are done."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: [not item.nodeid.startswith(folder) for folder in SLOW])


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the language, the colours or the clock of the person who runs it."""
    for name in [*os.environ]:
        if name.startswith(("DEPMAP_", "LC_")) or name in {
            "LANG",
            "LANGUAGE",
            "NO_COLOR",
            "FORCE_COLOR",
            "SOURCE_DATE_EPOCH",
        }:
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder that holds setup.cfg."""
    return ROOT


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """The workbooks of the example systems, sorted by name; there are always some."""
    found = sorted(path for path in EXAMPLES.glob("*") if path.suffix in {".xlsx", ".csv"})
    if not found:
        pytest.fail("the folder examples/ holds no workbook")
    return found


@pytest.fixture
def run_depmap(tmp_path: Path) -> Run:
    """Run the command within the process of the tests, from a folder of its own.

    Starting Python anew for each of hundreds of calls takes longer than all of them;
    tests/app/test_process.py sees that a process of its own gives the same.
    """

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return run_here([*map(str, arguments)], tmp_path, environment)

    return run


@pytest.fixture
def run_process(tmp_path: Path) -> Run:
    """Run the command as a person does, in a process of its own, from a folder of its own."""

    def run(
        *arguments: str | Path, python: tuple[str, ...] = (), **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *python, "-m", "depmap", *map(str, arguments)],
            cwd=tmp_path,
            env={**unmeasured(), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
