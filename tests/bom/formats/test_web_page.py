"""Web pages: their tables are sheets, however carelessly they are written; nothing else of them matters."""

from __future__ import annotations

from pathlib import Path

import pytest

import bom as reader
from bom.formats import open_file
from bom.raw import RawFile, Rectangle
from bom.sandbox import web_page
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError

REPORT = """<!DOCTYPE html>
<html><head><title>Board</title><style>td { color: red }</style><script>if (a<b) document.write("<table>")</script>
</head><body><h1>Board</h1><table><tr><td>Schematic</td><td>board.sch</td></tr><tr><td>Revision<td>2</table>
<h2>Bill of <i>materials</i></h2>
<TABLE border=1><thead><tr><th>References<th>Quantity<th>Value<th>Manufacturer</thead>
<tbody><tr><td>C1 C2<td>2<td>100&nbsp;nF &amp; X7R<td>Murata
<tr><td>R1<td>1<td>10k<td>Yageo<br>Vishay
<tr><td>U1</td><td>1</td><td>STM32</td><td><a href="https://st.example/x">ST</a></td></tr></tbody></TABLE>
<p>Made by a program.</p></body></html>"""


def opened(folder: Path, page: str | bytes, name: str = "bom.html") -> RawFile:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return open_file(path)


def test_tables_are_sheets_with_the_headings_above_them(tmp_path: Path) -> None:
    file = opened(tmp_path, REPORT)
    assert (file.format, file.issues) == ("html", ())
    assert [sheet.name for sheet in file.sheets] == ["Board", "Bill of materials"]
    assert file.sheets[1].rows == (
        ("References", "Quantity", "Value", "Manufacturer"),
        ("C1 C2", "2", "100 nF & X7R", "Murata"),
        ("R1", "1", "10k", "Yageo\nVishay"),
        ("U1", "1", "STM32", "ST"),
    )
    reading = reader.understand(file)
    assert [(table.sheet, len(table.lines)) for table in reading.tables] == [("Bill of materials", 3)]


def test_a_page_called_xls_is_read_and_this_is_said(tmp_path: Path) -> None:
    file = opened(tmp_path, REPORT, "bom.xls")
    assert [issue.code for issue in file.issues] == ["DI001"]
    assert reader.understand(file).is_bom


def test_cells_over_several_rows_and_columns_are_merged(tmp_path: Path) -> None:
    rows = "<tr><td colspan=2>Parts<td>Maker<tr><td>1<td>nut<td rowspan=2>Acme<tr><td>2<td>bolt<tr><td>3<td>pin<td>Bit"
    (sheet,) = opened(tmp_path, f"<table>{rows}</table>").sheets
    assert sheet.rows == (
        ("Parts", None, "Maker"),
        ("1", "nut", "Acme"),
        ("2", "bolt"),
        ("3", "pin", "Bit"),
    )
    assert sheet.merges == (Rectangle(0, 0, 0, 1), Rectangle(1, 2, 2, 2))
    covered = opened(tmp_path, "<table><tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d</table>").sheets[0]
    assert covered.rows == (("a", "b"), (None, "c"), (None, "d"))


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path) -> None:
    inner = "<table><caption>Inner</caption><tr><td>a<td>b<tr><td>c<td>d</table>"
    file = opened(tmp_path, f"<table><tr><td>x<td>{inner}<tr><td>y<td>z</table>")
    assert [(sheet.name, sheet.rows[0]) for sheet in file.sheets] == [("table 1", ("x",)), ("Inner", ("a", "b"))]
    assert file.sheets[0].rows[1] == ("y", "z")


def test_a_page_is_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = '<html><meta charset="{}"><table><tr><td>Деталь<td>Кол-во<tr><td>гайка<td>2</table>'
    for name in ("koi8-r", "windows-1251", "utf-8"):
        file = opened(tmp_path, page.format(name).encode(name))
        assert (file.sheets[0].rows[1], file.issues) == (("гайка", "2"), ())
    western = "<meta content='text/html; charset=iso-8859-1'><table><tr><td>€<td>“é”<tr><td>1<td>2</table>"
    assert opened(tmp_path, ("<html>" + western).encode("cp1252")).sheets[0].rows[0] == ("€", "“é”")


@pytest.mark.parametrize(
    "page", ["<html><p>No table.</p></html>", "<html><div id=bom></div><script>x()</script></html>"]
)
def test_a_page_without_a_table_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(InputError, match="HTML data, but no list"):
        opened(tmp_path, page)


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (b"<table><tr><td>" * 1000, "nested"),
        (b"<table>" + b"<tr><td colspan=1000>x" * 30_000, "cells"),
        (b"<table><tr>" + b"<td colspan=1000>x" * 20, "columns"),
        (b"<table>" + b"<tr><td rowspan=2>x" * 300_000, "merges"),
        (b"<table><tr><td>a<td>b<tr><td>c</table>" * 2_001, "sheets"),
    ],
)
def test_hostile_pages_are_bounded(page: bytes, code: str) -> None:
    with pytest.raises(Refused) as caught:
        web_page.read(page)
    assert caught.value.code == code
