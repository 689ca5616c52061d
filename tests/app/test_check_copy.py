"""``depmap check --out``: the copy is written whole or not at all, and never over what is read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import openpyxl
import pytest

from tests.support import EXAMPLES, Run

VESSEL = EXAMPLES / "surface-vessel.csv"
ROWS = "Item;Qty;Manufacturer;MPN\n1;twelve;Murata;GRM-1\n2;1;Yageo;RC-2\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "word"), [("nl", "Gelezen als aantal"), ("en", "Read as quantity")])
def test_the_copy_speaks_the_language_of_the_run(run_depmap: Run, small: Path, language: str, word: str) -> None:
    done = run_depmap("check", small, "-o", "copy.xlsx", "--lang", language)
    assert done.returncode == 0, done.stderr
    assert "copy.xlsx" in done.stderr
    book = openpyxl.load_workbook(small.parent / "copy.xlsx")
    assert book.sheetnames[2] == "small.csv"
    comment = book["small.csv"]["B1"].comment
    assert comment is not None
    assert comment.text.startswith(word)


def test_what_is_printed_stays_the_same(run_depmap: Run, small: Path) -> None:
    plain = run_depmap("check", small, "--format", "json").stdout
    assert json.loads(plain) == json.loads(run_depmap("check", small, "--format", "json", "-o", "c.xlsx").stdout)


def test_a_file_that_is_no_bill_of_materials_is_copied_all_the_same(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.csv").write_text("Dear colleague;\nplease find;the drawing\n", encoding="utf-8")
    done = run_depmap("check", "letter.csv", "--out", "copy.xlsx", "--lang", "en")
    assert done.returncode == 2
    book = openpyxl.load_workbook(tmp_path / "copy.xlsx")
    assert book["letter.csv"]["B2"].value == "the drawing"
    assert any(row[0].value == "Outcome" for row in book.worksheets[0].iter_rows())


def test_what_cannot_be_read_leaves_no_copy(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "noise.xlsx").write_bytes(bytes(range(256)) * 20)
    assert run_depmap("check", "noise.xlsx", "-o", "copy.xlsx").returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["noise.xlsx"]


def test_a_file_is_replaced_only_when_told_to(run_depmap: Run, small: Path) -> None:
    kept = small.parent / "copy.xlsx"
    kept.write_text("kept", encoding="utf-8")
    refused = run_depmap("check", small, "-o", kept)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert refused.stdout == ""
    assert kept.read_text(encoding="utf-8") == "kept"
    assert run_depmap("check", small, "-o", kept, "--force").returncode == 0
    assert openpyxl.load_workbook(kept).sheetnames


@pytest.mark.parametrize("how", ["itself", "link", "hard link"])
def test_what_is_read_is_never_replaced(run_depmap: Run, tmp_path: Path, how: str) -> None:
    bom = tmp_path / "bom.xlsx"
    bom.write_bytes((EXAMPLES / "ground-vehicle.xlsx").read_bytes())
    before = bom.read_bytes()
    out = bom if how == "itself" else tmp_path / "out.xlsx"
    if how == "link":
        out.symlink_to(bom)
    elif how == "hard link":
        os.link(bom, out)
    done = run_depmap("check", bom, "-o", out, "--force", "--lang", "en")
    assert done.returncode == 2
    assert "never changes it" in done.stderr
    assert bom.read_bytes() == before


def test_nor_is_a_file_given_beside_it(run_depmap: Run, small: Path) -> None:
    makers = small.parent / "makers.xlsx"
    makers.write_bytes(b"")
    done = run_depmap("check", small, "--suppliers", makers, "-o", makers, "--force", "--lang", "en")
    assert done.returncode == 2
    assert "never changes it" in done.stderr


@pytest.mark.parametrize("name", ["copy.csv", "copy", "nowhere/copy.xlsx"])
def test_a_name_that_will_not_do_is_refused_in_a_sentence(run_depmap: Run, small: Path, name: str) -> None:
    done = run_depmap("check", small, "-o", name, "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
    assert [path.name for path in small.parent.iterdir()] == ["small.csv"]


def test_the_bytes_depend_on_nothing_but_the_file(run_depmap: Run, tmp_path: Path) -> None:
    for at, environment in enumerate(
        ({"PYTHONHASHSEED": "1", "TZ": "UTC"}, {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"})
    ):
        assert run_depmap("check", VESSEL, "-o", f"{at}.xlsx", **environment).returncode == 0
    assert (tmp_path / "0.xlsx").read_bytes() == (tmp_path / "1.xlsx").read_bytes()
