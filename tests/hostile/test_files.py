"""Every hostile file through the command: read, read with a remark, or refused in one sentence; never anything else."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from depmap.core.errors import Exit
from tests.hostile.batch import Went, run
from tests.hostile.containers import CONTAINERS, READ, Case
from tests.hostile.contents import CONTENTS

CASES = {case.name: case for case in (*CONTAINERS, *CONTENTS)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def went(folder: Path, request: pytest.FixtureRequest) -> dict[str, tuple[Went, Went]]:
    """How ``check``, which also writes its copy, and ``analyze`` went on every file that was asked for."""
    asked = {item.name for item in request.session.items}
    names = [name for name in CASES if f"{test_it_ends_as_it_must.__name__}[{name}]" in asked]
    calls = []
    (folder / "copies").mkdir()
    for name in names:
        (folder / name).write_bytes(CASES[name].make())
        calls.append(["check", name, "--format", "json", "--lang", "en", "-o", f"copies/{name}.xlsx"])
        calls.append(["analyze", name, "--out", f"out/{name}", "--lang", "en"])
    results = iter(run(calls, folder))
    return {name: (check, analyze) for name, check, analyze in zip(names, results, results, strict=True)}


def test_no_name_is_used_twice() -> None:
    assert len(CASES) == len(CONTAINERS) + len(CONTENTS)


@pytest.mark.parametrize("name", CASES)
def test_it_ends_as_it_must(name: str, went: dict[str, tuple[Went, Went]], folder: Path) -> None:
    case = CASES[name]
    for done in went[name]:
        assert done.code in (Exit.DONE, Exit.MISUSE), done.err
        assert done.clean, done.err
        assert done.seconds < 60
    if case.outcome == READ or case.outcome.startswith("DI"):
        is_read(case, *went[name], folder)
    else:
        is_refused(case, *went[name], folder)


def is_read(case: Case, check: Went, analyze: Went, folder: Path) -> None:
    """Both commands succeed; what had to be said is said, and no line is lost."""
    assert (check.code, analyze.code) == (Exit.DONE, Exit.DONE), check.err + analyze.err
    answer = json.loads(check.out)
    codes = {issue["code"] for issue in answer["issues"]}
    assert case.lines is None or answer["lines"] == case.lines
    assert case.outcome == READ or case.outcome in codes
    written = json.loads((folder / "out" / case.name / "findings.json").read_text(encoding="utf-8"))
    assert codes <= {issue["code"] for issue in written["issues"]}
    with zipfile.ZipFile(folder / "copies" / f"{case.name}.xlsx") as copy:
        assert copy.testzip() is None
        assert not [part for part in copy.namelist() if b"<f>" in copy.read(part)]


def is_refused(case: Case, check: Went, analyze: Went, folder: Path) -> None:
    """One sentence and a hint that name the file, and no folder."""
    assert (check.code, analyze.code) == (Exit.MISUSE, Exit.MISUSE)
    assert analyze.out == ""
    assert analyze.err.startswith("Error: ")
    assert len(analyze.err.splitlines()) <= 2
    assert case.outcome in analyze.err
    assert case.name in analyze.err
    assert not (folder / "out" / case.name).exists()
