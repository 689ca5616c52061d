"""Workbooks in XML of Excel 2003: cells at their places, with their types, and what a workbook can hide."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import bom as reader
from bom.formats import open_file
from bom.raw import RawFile, Rectangle
from bom.sandbox import xml_spreadsheet
from bom.sandbox.limits import Refused

HEAD = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">'
)


def cell(text: str, kind: str = "String", more: str = "") -> str:
    return f'<Cell{more}><Data ss:Type="{kind}">{text}</Data></Cell>'


def sheet(*rows: str, name: str = "BOM", options: str = "") -> str:
    return f'<Worksheet ss:Name="{name}"><Table><Column/>{"".join(rows)}</Table>{options}</Worksheet>'


def row(*cells: str, more: str = "") -> str:
    return f"<Row{more}>{''.join(cells)}</Row>"


def book(*sheets: str) -> str:
    return f"{HEAD}<Styles><Style ss:ID='Default'/></Styles>{''.join(sheets)}</Workbook>"


TITLES = row(*map(cell, ("Part", "Quantity", "Manufacturer", "Unit price")))


def opened(folder: Path, text: str, name: str = "bom.xls") -> RawFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return open_file(path)


def test_cells_stand_in_their_places_with_their_types(tmp_path: Path) -> None:
    file = opened(
        tmp_path,
        book(
            sheet(
                TITLES,
                row(cell("00123"), cell("4", "Number"), cell("Murata"), cell("0.25", "Number")),
                row(cell("Nut", more=' ss:Index="1"'), cell("1.5", "Number", ' ss:Index="4"'), more=' ss:Index="4"'),
                row(cell("2026-01-31T00:00:00.000", "DateTime"), cell("1", "Boolean"), cell("#N/A", "Error")),
            )
        ),
    )
    assert file.format == "xml-spreadsheet"
    assert file.sheets[0].name == "BOM"
    assert list(file.sheets[0].rows) == [
        ("Part", "Quantity", "Manufacturer", "Unit price"),
        ("00123", 4, "Murata", 0.25),
        (),
        ("Nut", None, None, 1.5),
        (datetime.datetime.fromisoformat("2026-01-31"), True, "#N/A"),
    ]
    assert [issue.code for issue in file.issues] == ["DI023"]
    assert [len(table.lines) for table in reader.understand(file).tables] == [3]


def test_merged_cells_and_letters_of_different_kinds(tmp_path: Path) -> None:
    rich = "<html:B>Bo</html:B><html:Font>lt</html:Font>"
    note = '<Cell ss:MergeDown="1"><Data ss:Type="String">Acme</Data><Comment><Data ss:Type="String">x</Data></Comment>'
    text = book(sheet(TITLES, row(cell(rich), cell("2", "Number"), note + "</Cell>"), row(cell("Nut"), cell("3"))))
    found = opened(tmp_path, text).sheets[0]
    assert found.rows[1] == ("Bolt", 2, "Acme")
    assert found.merges == (Rectangle(1, 2, 2, 2),)


def test_what_is_hidden_or_not_calculated_is_said(tmp_path: Path) -> None:
    hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    text = book(
        sheet(TITLES, row(cell("Nut"), '<Cell ss:Formula="=1+1"/>'), row(cell("Bolt"), more=' ss:Hidden="1"')),
        sheet(TITLES, row(cell("Pin"), cell("1", "Number")), name="Old", options=hidden),
    )
    file = opened(tmp_path, text, "bom.xml")
    assert [found.hidden for found in file.sheets] == [False, True]
    assert sorted(issue.code for issue in file.issues) == ["DI005", "DI007", "DI024"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + HEAD + "</Workbook>", "doctype"),
        (HEAD, "malformed"),
        (HEAD + "<a>" * 200, "malformed"),
        (book(sheet(row(cell("x"), more=' ss:Index="99999999"'))), "rows"),
        (book(sheet(row(cell("x", more=' ss:Index="99999"')))), "columns"),
        (book(sheet(*[row(cell("x", more=' ss:Index="16000"'))] * 1_300)), "cells"),
        (book(*[sheet(row(cell("x")))] * 2_001), "sheets"),
    ],
)
def test_hostile_workbooks_are_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        xml_spreadsheet.read(text.encode())
    assert caught.value.code == code
