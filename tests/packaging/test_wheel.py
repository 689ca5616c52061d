"""The wheel holds all of the four packages and nothing else, and works where the tree is not."""

from __future__ import annotations

import zipfile
from email import message_from_bytes
from pathlib import Path

import depmap
from tests.support import PACKAGES, Run


def members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_packages_and_nothing_else(root: Path, wheel: Path) -> None:
    tree = {
        path.relative_to(root).as_posix()
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert members(wheel) == tree


def test_the_metadata_says_who_and_what(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (info,) = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" in name}
        metadata = message_from_bytes(archive.read(f"{info}/METADATA"))
        (licence,) = (archive.read(name).decode() for name in archive.namelist() if name.endswith("/LICENSE"))
    assert metadata["Name"] == "drone-depmap"
    assert metadata["Version"] == depmap.__version__
    assert "EUPL-1.2" in (metadata["License"] or metadata["License-Expression"])
    assert licence == (root / "LICENSE").read_text(encoding="utf-8")


def test_the_installed_command_answers(run_installed: Run) -> None:
    version = run_installed("--version")
    assert (version.returncode, version.stderr) == (0, "")
    assert depmap.__version__ in version.stdout
    for command in ("analyze", "check", "explain"):
        assert command in run_installed("--help").stdout


def test_the_installed_command_does_its_whole_job(run_installed: Run, examples: list[Path], tmp_path: Path) -> None:
    for language in ("nl", "en"):
        out = tmp_path / language
        result = run_installed("analyze", examples[0], "--lang", language, "--out", out)
        assert result.returncode == 0, result.stderr
        written = {path.name: path.stat().st_size for path in out.iterdir()}
        assert {
            "critical-components.xlsx",
            "risk-map.html",
            "findings.json",
            "raw-materials.xlsx",
            "memo.docx",
            "raw-materials.csv",
        } <= written.keys()
        assert min(written.values()) > 0
