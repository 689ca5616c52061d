"""The compiled templates are used where they fit and nowhere else, and are kept only where Python keeps its own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import jinja2
import pytest

from reports.page.compiled import templates

NAME = "issues.html.j2"


def anew(folder: Path) -> Any:
    """The templates as another process finds them."""
    return templates.__wrapped__(folder)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which one template is compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    anew(tmp_path / "kept").get_template(NAME)
    return tmp_path / "kept"


def never(*_: object, **__: object) -> None:
    """Stands in for the compiler."""
    raise AssertionError("compiled again")


def test_what_is_compiled_is_not_compiled_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jinja2.Environment, "compile", never)
    assert anew(kept).get_template(NAME).name == NAME
    with pytest.raises(AssertionError, match="compiled again"):
        anew(kept).get_template("shares.html.j2")


@pytest.mark.parametrize("content", [b"", b"0" * 64, b"0" * 300])
def test_what_was_made_from_another_text_or_is_torn_is_made_anew(kept: Path, content: bytes) -> None:
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(content)
    anew(kept).get_template(NAME)
    assert file.read_bytes() == whole
    file.write_bytes(whole[:100])
    anew(kept).get_template(NAME)
    assert file.read_bytes() == whole


def test_nothing_is_kept_where_python_is_told_to_keep_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    anew(tmp_path / "kept").get_template(NAME)
    assert not (tmp_path / "kept").exists()


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert anew(tmp_path / "file").get_template(NAME).name == NAME
