"""A file is the old one or the new one at every moment, and what was planted under its name is replaced."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from depmap.core.whole_file import replace_file, temporary_name

LONG = b"new" * 100_000


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "copy.xlsx"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize("end", [OSError, KeyboardInterrupt])
@pytest.mark.parametrize("moment", ["os.fsync", "pathlib.Path.replace"])
def test_an_end_on_the_way_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch, moment: str, end: type[BaseException]
) -> None:
    def ended(*_: object) -> None:
        raise end

    monkeypatch.setattr(moment, ended)
    with pytest.raises(end):
        replace_file(old, LONG)
    assert [path.name for path in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == b"old"


def test_the_new_file_is_whole_and_on_disk_before_it_gets_the_name(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, bytes, bytes]] = []
    fsync, replace = os.fsync, Path.replace

    def saved(file: int) -> None:
        seen.append(("on disk", temporary_name(old).read_bytes(), old.read_bytes()))
        fsync(file)

    def named(path: Path, target: Path) -> Path:
        seen.append(("named", path.read_bytes(), old.read_bytes()))
        return replace(path, target)

    monkeypatch.setattr("os.fsync", saved)
    monkeypatch.setattr("pathlib.Path.replace", named)
    replace_file(old, LONG)
    assert seen == [("on disk", LONG, b"old"), ("named", LONG, b"old")]
    assert old.read_bytes() == LONG


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there, and open files cannot be replaced")
def test_who_reads_the_old_file_goes_on_reading_it(old: Path) -> None:
    with old.open("rb") as reader:
        replace_file(old, LONG)
        assert reader.read() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("temporary", [True, False])
def test_a_planted_link_is_replaced_and_not_followed(old: Path, temporary: bool) -> None:
    target = old.parent / "copy (2).xlsx"
    planted = temporary_name(target) if temporary else target
    planted.symlink_to(old)
    replace_file(target, LONG)
    assert (old.read_bytes(), target.read_bytes(), target.is_symlink()) == (b"old", LONG, False)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_planted_at_the_last_moment_is_refused(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = old.parent / "new.xlsx"
    unlink = Path.unlink

    def late(path: Path, missing_ok: bool = False) -> None:
        unlink(path, missing_ok=True)
        path.symlink_to(old)

    with monkeypatch.context() as patched, pytest.raises(FileExistsError):
        patched.setattr("pathlib.Path.unlink", late)
        replace_file(target, LONG)
    assert (old.read_bytes(), target.exists()) == (b"old", False)
