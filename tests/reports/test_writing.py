"""Reports reach the disk whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import reports
from depmap.core.errors import OutputError, UsageError
from depmap.core.judgement import Analysis
from depmap.core.text import same
from reports import interface
from reports.interface import Report
from tests.reports.analyses import analysis, drone_bom

FILES = [
    "critical-components.xlsx",
    "findings.json",
    "memo.docx",
    "raw-materials.xlsx",
    "raw-materials.csv",
    "risk-map.html",
]
"""In the order of the modules."""


@pytest.fixture(scope="module")
def small() -> Analysis:
    return analysis(drone_bom())


def fake(number: int, content: bytes = b"new") -> Report:
    return Report(f"r{number}", f"r{number}.txt", same("r"), lambda _analysis: content)


def test_there_are_five_reports_and_every_module_is_one() -> None:
    assert [report.filename for report in reports.available()] == FILES
    modules = [path.stem for path in (Path(interface.__file__).parent / "writers").glob("[!_]*.py")]
    assert len(modules) == len(FILES)


def test_all_reports_are_written_and_nothing_else(small: Analysis, tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    written = reports.write(small, folder)
    assert [path.name for path in written] == FILES
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)


def test_only_the_chosen_reports_are_written(small: Analysis, tmp_path: Path) -> None:
    assert [path.name for path in reports.write(small, tmp_path, ["findings"])] == ["findings.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["findings.json"]


def test_an_unknown_report_names_those_that_exist(small: Analysis, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no report 'pdf'") as caught:
        reports.write(small, tmp_path / "out", ["findings", "pdf"])
    assert caught.value.hint is not None
    assert "critical-components, findings, memo, raw-materials, raw-materials-csv, risk-map" in caught.value.hint.en
    assert not (tmp_path / "out").exists()


def test_a_report_that_fails_leaves_no_folder(small: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_analysis: Analysis) -> bytes:
        raise ValueError("NaN")

    monkeypatch.setattr(interface, "available", lambda: (fake(1), Report("bad", "bad.txt", same("b"), fail)))
    with pytest.raises(ValueError, match="NaN"):
        interface.write(small, tmp_path / "new" / "deep")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_leaves_the_old_files_and_no_new_folder(
    small: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "r1.txt").write_bytes(b"old")
    monkeypatch.setattr(interface, "available", lambda: (fake(1), fake(2)))
    monkeypatch.setattr(os, "fsync", full)
    for folder in (tmp_path, tmp_path / "new"):
        with pytest.raises(OutputError, match="No space left"):
            interface.write(small, folder)
    assert [path.name for path in tmp_path.iterdir()] == ["r1.txt"]
    assert (tmp_path / "r1.txt").read_bytes() == b"old"


def test_an_interrupted_run_leaves_nothing_half_written(
    small: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_self: Path, _target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(interface, "available", lambda: (fake(1),))
    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        interface.write(small, tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_under_the_name_of_a_report_is_replaced_not_followed(
    small: Analysis, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "r1.txt").symlink_to(victim)
    (folder / f".r1.txt.{os.getpid()}.tmp").symlink_to(victim)
    monkeypatch.setattr(interface, "available", lambda: (fake(1),))
    interface.write(small, folder)
    assert victim.read_bytes() == b"mine"
    assert not (folder / "r1.txt").is_symlink()
    assert (folder / "r1.txt").read_bytes() == b"new"
    assert [path.name for path in folder.iterdir()] == ["r1.txt"]


def test_a_file_where_the_folder_should_be_is_one_clear_message(small: Analysis, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="out") as caught:
        reports.write(small, tmp_path / "out", ["findings"])
    assert caught.value.hint is not None
    assert "Excel" in caught.value.hint.nl
