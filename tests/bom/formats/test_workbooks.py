"""Workbooks of every format give the same typed cells, and nothing is lost in silence."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
import xlsxwriter

from bom.formats import open_file
from bom.raw import RawFile, Rectangle, Sheet
from tests.bom.formats import making
from tests.support import ROOT

DATE = datetime.date(2026, 3, 2)
HEADER = ("Item", "Onderdeel", "Aantal", "Datum")
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def opened(folder: Path, name: str, data: bytes) -> RawFile:
    path = folder / name
    path.write_bytes(data)
    return open_file(path)


def codes(file: RawFile) -> list[str]:
    return [issue.code for issue in file.issues]


def test_xlsx_keeps_types_rows_merges_and_says_what_is_hidden(tmp_path: Path) -> None:
    file = opened(tmp_path, "bom.xlsx", making.workbook())
    first, hidden, empty = file.sheets
    assert first == Sheet(
        "Stuklijst",
        (("Verkenner",), (), HEADER, (1, "00123", 4, DATE), (2, "Motor\nlinks", 2.5), (3, None, True)),
        merges=(Rectangle(0, 0, 0, 3),),
    )
    assert [type(cell) for cell in first.rows[3]] == [int, str, int, datetime.date]
    assert hidden == Sheet("Verborgen", ((), (None, "reserve")), hidden=True)
    assert empty == Sheet("Leeg", ())
    # The formula =1/0 was never calculated; that it reads as blank is said with its cell.
    assert [(issue.code, str(issue.cell)) for issue in file.issues] == [
        ("DI005", "Verborgen!A1"),
        ("DI007", "Stuklijst!B6"),
    ]


def test_xls_reads_as_xlsx_does() -> None:
    file = open_file(ROOT / "tests/data/sample.xls")
    assert file.format == "xls"
    assert file.sheets[0].rows[:4] == (("Verkenner",), (), HEADER, (1, "00123", 4, DATE))
    assert file.sheets[0].merges == (Rectangle(0, 0, 0, 3),)
    assert [(sheet.name, sheet.hidden) for sheet in file.sheets] == [
        ("Stuklijst", False),
        ("Verborgen", True),
        ("Leeg", False),
    ]


def test_xlsb_is_read(tmp_path: Path) -> None:
    file = opened(tmp_path, "bom.xlsb", making.xlsb([["Part", "Quantity"], ["00123", 4.0], ["P-2", 2.5]]))
    assert file.format == "xlsb"
    assert file.sheets == (Sheet("BOM", (("Part", "Quantity"), ("00123", 4), ("P-2", 2.5))),)


def test_an_error_value_stays_visible(tmp_path: Path) -> None:
    data = making.changed(
        making.table(2),
        making.SHEET,
        lambda xml: xml.replace(b'<c r="B3"><v>1</v></c>', b'<c r="B3" t="e"><v>#N/A</v></c>'),
    )
    assert opened(tmp_path, "bom.xlsx", data).sheets[0].rows[2] == ("P-0001", "#N/A")


def test_many_blank_formulas_are_counted_not_listed(tmp_path: Path) -> None:
    cells = b"".join(b'<row r="%d"><c r="C%d"><f>A%d</f></c></row>' % (row, row, row) for row in range(30, 80))
    data = making.changed(
        making.table(2), making.SHEET, lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>")
    )
    file = opened(tmp_path, "bom.xlsx", data)
    assert codes(file) == ["DI007"] * 21
    assert "30" in file.issues[-1].message.en


def test_a_calculated_formula_and_an_empty_text_are_no_issue(tmp_path: Path) -> None:
    cells = b'<row r="9"><c r="C9"><f>1+1</f><v>2</v></c><c r="D9" t="str"><f>""</f><v></v></c></row>'
    data = making.changed(
        making.table(2), making.SHEET, lambda xml: xml.replace(b"</sheetData>", cells + b"</sheetData>")
    )
    file = opened(tmp_path, "bom.xlsx", data)
    assert codes(file) == []
    assert file.sheets[0].rows[8] == (None, None, 2)


def test_zeros_that_a_format_puts_before_a_number_are_kept(tmp_path: Path) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, code in enumerate(("00000", "0000;@", "0", "0.00", "General", "000-000")):
        form = book.add_format({"num_format": code})
        sheet.write_row(row, 0, [123, 1.5, -7, True, "12"], form)
    sheet.write(6, 0, None, book.add_format({"num_format": "000"}))
    book.close()
    plain = (123, 1.5, -7, True, "12")
    file = opened(tmp_path, "bom.xlsx", out.getvalue())
    assert file.sheets[0].rows == (("00123", *plain[1:]), ("0123", *plain[1:]), plain, plain, plain, plain)
    assert type(file.sheets[0].rows[0][3]) is bool


def test_cells_that_overwrite_each_other_are_said(tmp_path: Path) -> None:
    """A row of a number that another row has already: calamine keeps one of the two."""
    again = b'<row r="3"><c r="A3"><v>7</v></c><c r="B3"><v>8</v></c></row></sheetData>'
    data = making.changed(making.table(4), making.SHEET, lambda xml: xml.replace(b"</sheetData>", again))
    file = opened(tmp_path, "bom.xlsx", data)
    assert [(issue.code, str(issue.cell)) for issue in file.issues] == [("DI036", "BOM!A1")]


def test_blank_texts_are_not_missed(tmp_path: Path) -> None:
    cells = (
        b'<row r="9"><c r="C9" t="inlineStr"><is><t></t></is></c><c r="D9" t="inlineStr"><is><t>x</t></is></c></row>'
        b'<row r="10"><c r="C10" t="str"><f>""</f><v></v></c><c r="D10" t="b"><v>0</v></c></row></sheetData>'
    )
    data = making.changed(making.table(4), making.SHEET, lambda xml: xml.replace(b"</sheetData>", cells))
    file = opened(tmp_path, "bom.xlsx", data)
    assert (codes(file), file.sheets[0].rows[8:]) == ([], ((None, None, None, "x"), (None, None, None, False)))


def test_an_empty_cell_in_the_last_corner_costs_nothing(tmp_path: Path) -> None:
    cells = b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>'
    data = making.changed(making.table(3), making.SHEET, lambda xml: xml.replace(b"</sheetData>", cells))
    assert len(opened(tmp_path, "bom.xlsx", data).sheets[0].rows) == 4


def test_a_merge_over_the_whole_sheet_reaches_as_far_as_the_cells(tmp_path: Path) -> None:
    merge = b'</sheetData><mergeCells count="2"><mergeCell ref="A3:XFD1048576"/><mergeCell ref="A20:B30"/></mergeCells>'
    data = making.changed(making.table(3), making.SHEET, lambda xml: xml.replace(b"</sheetData>", merge))
    sheet = opened(tmp_path, "bom.xlsx", data).sheets[0]
    assert (sheet.merges, len(sheet.rows)) == ((Rectangle(2, 0, 3, 1),), 4)


@pytest.mark.parametrize(
    ("name", "found"),
    [("bom.xls", "DI001"), ("bom.csv", "DI001"), ("bom.xlsx", ""), ("bom.xlsm", ""), ("bom.export", ""), ("bom", "")],
)
def test_content_decides_and_a_wrong_name_is_said(tmp_path: Path, name: str, found: str) -> None:
    file = opened(tmp_path, name, making.table(3))
    assert file.format == "xlsx"
    assert codes(file) == ([found] if found else [])


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def cell(text: str = "", attributes: str = "", covered: bool = False) -> str:
    name = "covered-table-cell" if covered else "table-cell"
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.split("\n")) if text else ""
    return f"<table:{name} {attributes}>{paragraphs}</table:{name}>"


def test_ods_types_what_says_its_type_and_keeps_the_rest_as_text(tmp_path: Path) -> None:
    cells = (
        cell("12"),
        cell("€ 1,50", 'office:value-type="currency" office:value="1.5"'),
        cell("3", 'office:value-type="float" office:value="3"'),
        cell("2 mrt", 'office:value-type="date" office:date-value="2026-03-02"'),
        cell("WAAR", 'office:value-type="boolean" office:boolean-value="true"'),
        cell("a<text:s text:c='2'/>b<text:tab/>c\nd"),
        cell("#N/A", 'office:value-type="float" office:value="0"'),
        cell("08:30", 'office:value-type="time" office:time-value="PT08H30M00S"'),
        cell("26:00", 'office:value-type="time" office:time-value="PT26H00M00S"'),
    )
    file = opened(tmp_path, "bom.ods", making.ods(f'<table:table table:name="T">{row(*cells)}</table:table>'))
    assert file.format == "ods"
    assert file.sheets[0].rows == (("12", 1.5, 3, DATE, True, "a  b\tc\nd", "#N/A", datetime.time(8, 30), "26:00"),)


def test_ods_repeats_merges_hidden_tables_and_comments(tmp_path: Path) -> None:
    comment = "<office:annotation><text:p>ask</text:p></office:annotation>"
    commented = f"<table:table-cell>{comment}<text:p>x</text:p></table:table-cell>"
    body = (
        '<table:table table:name="A" table:style-name="ta2">'
        + row(cell("kop", 'table:number-columns-spanned="3" table:number-rows-spanned="1"'), cell("weg", covered=True))
        + row(cell(), repeated=2)
        + row(
            cell(attributes='table:number-columns-repeated="2"'),
            cell("y", 'table:number-columns-repeated="2"'),
            commented,
        )
        + row(cell("z"), repeated=2)
        + row(cell(attributes='table:number-columns-repeated="16384"'), repeated=1_048_500)
        + "</table:table>"
    )
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    file = opened(tmp_path, "bom.ods", making.ods(body, styles=style))
    assert file.sheets == (
        Sheet("A", (("kop",), (), (), (None, None, "y", "y", "x"), ("z",), ("z",)), True, (Rectangle(0, 0, 0, 2),)),
    )
    assert codes(file) == ["DI005"]


FORMULA = 'table:formula="of:=1+1"'
TYPED = f'{FORMULA} office:value-type="%s"'


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (cell("x"), ["T!B1"]),
        (cell(attributes=FORMULA), ["T!B1", "T!C1"]),
        (cell("2", TYPED % "float" + ' office:value="2"'), []),
        (cell(attributes=TYPED % "string"), []),
    ],
)
def test_ods_formula_without_value_is_said_unless_others_have_one(tmp_path: Path, other: str, said: list[str]) -> None:
    """LibreOffice writes an empty text that it calculated as no value at all."""
    body = row(cell("a"), cell(attributes=FORMULA), other)
    next_one = row(cell("a"), cell("2", TYPED % "float"))
    tables = f'<table:table table:name="T">{body}</table:table><table:table table:name="U">{next_one}</table:table>'
    file = opened(tmp_path, "bom.ods", making.ods(tables))
    assert [(issue.code, str(issue.cell)) for issue in file.issues] == [("DI007", place) for place in said]


def test_ods_errors_hidden_rows_and_leading_zeros_are_those_that_are_shown(tmp_path: Path) -> None:
    number = 'office:value-type="float" office:value="%s"'
    hidden = row(cell("00123", number % 123), cell("0,5", number % 0.5), cell("0x", number % 7))
    body = (
        row(cell("Err:502", TYPED % "string"), cell("#REF!", TYPED % "string"), cell("Err:999"))
        + hidden.replace("<table:table-row", '<table:table-row table:visibility="collapse"')
        + row(cell("b"), repeated=2).replace("<table:table-row", '<table:table-row table:visibility="filter"')
        + row(cell("c"))
    )
    file = opened(tmp_path, "bom.ods", making.ods(f'<table:table table:name="T">{body}</table:table>'))
    assert file.sheets[0].rows[1] == ("00123", 0.5, 7)
    assert [(issue.code, str(issue.cell)) for issue in file.issues] == [
        ("DI024", "T!A2"),
        ("DI023", "T!A1"),
        ("DI023", "T!B1"),
    ]
    assert "3 rows" in file.issues[0].message.en
