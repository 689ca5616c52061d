"""The copy that shows what was read, read back by another library."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import bom
from bom.marked import sheets as copying
from bom.marked import workbook
from bom.marked.names import LONGEST_NAME, sheet_names
from bom.raw import RawFile, Rectangle, Sheet
from depmap.core.spreadsheets import LONGEST
from depmap.core.text import Language
from tests.bom.formats.documents import as_json, scout
from tests.hostile.test_outputs import PAYLOADS
from tests.support import EXAMPLES

QUADCOPTER = EXAMPLES / "verkenner-quadcopter.xlsx"
HEADER = ("Item", "Qty", "Manufacturer", "MPN", "Country of Origin", "Remarks")


def copied(raw: RawFile, language: Language = "en") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(raw, language)))


def written(raw: RawFile, language: Language = "en") -> bytes:
    reading = bom.understand(raw)
    return bom.marked_copy(raw, replace(reading, issues=bom.all_issues(reading)), language)


def raw_of(*rows: tuple[object, ...], name: str = "BOM", **more: object) -> RawFile:
    """A file with one sheet of these rows below the usual header."""
    return RawFile("bom.xlsx", "0" * 64, "xlsx", (Sheet(name, (HEADER, *rows), **more),))  # type: ignore[arg-type]


def plain(*quantities: object) -> RawFile:
    return raw_of(*((at, qty, "Murata", f"GRM-{at}", "Japan", None) for at, qty in enumerate(quantities, 1)))


def comments(sheet: Worksheet) -> dict[str, str]:
    return {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}


def texts(sheet: Worksheet) -> set[object]:
    return {cell.value for row in sheet.iter_rows() for cell in row}


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.[cx]*")), ids=lambda path: path.name)
def test_every_cell_stands_where_it_stood(path: Path) -> None:
    raw = bom.read_raw(path)
    book = copied(raw)
    for sheet in raw.sheets:
        copy = book[sheet.name or raw.name]
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row, 1):
                found = copy.cell(number, column).value
                assert found == value or str(found) == str(value).replace("\r\n", "\n"), (number, column)


def test_a_header_says_what_it_was_read_as_and_why() -> None:
    said = comments(copied(plain(4, 2))["BOM"])
    assert said["B1"].startswith("Read as quantity: header 'Qty' is a known name")
    assert said["F1"]
    assert "fabrikant" in comments(copied(plain(4, 2), "nl")["BOM"])["C1"]


def test_a_problem_is_told_at_its_cell_with_code_and_border_and_in_the_list_with_a_link() -> None:
    book = copied(plain(4, "twelve", 2))
    cell = book["BOM"]["B3"]
    issue = next(issue for issue in bom.understand(plain(4, "twelve", 2)).issues if str(issue.cell) == "BOM!B3")
    assert cell.value == "twelve"
    assert issue.code in cell.comment.text
    assert issue.message.en in cell.comment.text
    assert issue.hint is None or issue.hint.en in cell.comment.text
    assert cell.border.left.style
    assert cell.fill.fgColor.rgb != book["BOM"]["B2"].fill.fgColor.rgb
    links = {link.ref: link.location for row in book.worksheets[0].iter_rows() for c in row if (link := c.hyperlink)}
    assert "'BOM'!B3" in links.values()
    place = next(ref for ref, location in links.items() if location == "'BOM'!B3")
    row = [cell.value for cell in book.worksheets[0][int(place[1:])]]
    assert row[:3] == ["BOM", "B3", issue.code]
    assert issue.message.en in row


def test_a_problem_of_several_cells_is_told_at_each_of_them() -> None:
    rows = [(at, 1, "diversen" if at % 2 else "Murata", f"GRM-{at}", "Japan", None) for at in range(1, 20)]
    said = comments(copied(raw_of(*rows))["BOM"])
    assert {place for place, text in said.items() if "DI342" in text} == {f"C{row}" for row in range(2, 21, 2)}


def test_several_problems_of_one_cell_share_its_comment() -> None:
    raw = plain(4, "twelve", 2)
    reading = bom.understand(raw)
    issue = next(issue for issue in reading.issues if str(issue.cell) == "BOM!B3")
    many = tuple(replace(issue, code=f"DI{at}") for at in range(900, 908))
    book = openpyxl.load_workbook(io.BytesIO(bom.marked_copy(raw, replace(reading, issues=many), "en")))
    said = comments(book["BOM"])["B3"]
    assert [code for code in range(900, 908) if f"DI{code}" in said] == [900, 901, 902, 903, 904]
    assert "And 3 more" in said
    assert {issue.code for issue in many} <= texts(book.worksheets[0])


def test_rows_that_do_not_count_are_grey_and_say_why_in_their_first_cell() -> None:
    raw = raw_of(
        (1, 4, "Murata", "GRM-1", "Japan", None),
        (2, 2, "Yageo", "RC-2", "Taiwan", "DNP"),
        (None, None, None, "Power supply", None, None),
        (3, 1, "Vishay", "CRC-3", "Germany", None),
        (4, 0, "Vishay", "CRC-4", "Germany", None),
    )
    sheet = copied(raw)["BOM"]
    said = comments(sheet)
    assert said["A3"].startswith("Not to be placed")
    assert said["D4"] == "Does not count: section title: Power supply."
    assert said["A6"].startswith("Quantity 0")
    assert {"A2", "A5"}.isdisjoint(said)
    assert sheet["C3"].fill.fgColor.rgb == sheet["C4"].fill.fgColor.rgb != sheet["C2"].fill.fgColor.rgb
    assert sheet["C3"].font.italic


def test_a_reading_is_told_only_where_the_eye_reads_something_else() -> None:
    header = ("Qty", "Designators", "Manufacturer", "MPN", "Lead time")
    rows = (("5 pcs", "C1-C5", "Murata", "GRM-1", "30 days"), ("1", "C6", "Murata", "GRM-2", "6 weeks"))
    said = comments(copied(RawFile("b.xlsx", "", "xlsx", (Sheet("BOM", (header, *rows)),)))["BOM"])
    assert said["E2"] == "Read as 4.29 weeks."
    assert {place for place in said if place[1] != "1"} == {"E2"}


def test_many_odd_readings_in_one_column_are_told_once_at_its_header() -> None:
    header = ("Qty", "Manufacturer", "MPN", "Lead time")
    rows = tuple(("5", "Murata", f"GRM-{at}", f"{10 + at} days") for at in range(30))
    said = comments(copied(RawFile("b.xlsx", "", "xlsx", (Sheet("BOM", (header, *rows)),)))["BOM"])
    assert set(said) == {"A1", "B1", "C1", "D1"}
    assert "30 cells of this column were not read as written. D2: read as 1.43 weeks." in said["D1"]


def test_a_merged_cell_says_for_which_lines_it_holds() -> None:
    rows = [(at, 1, "Murata" if at == 1 else None, f"GRM-{at}", "Japan", None) for at in range(1, 4)]
    said = comments(copied(raw_of(*rows, merges=(Rectangle(1, 2, 3, 2),)))["BOM"])
    assert "[DI037, note] merged cells whose value was read in every row: 1 (BOM!C2)." in said["C2"]
    assert "Merged cells: holds for the lines down to row 4 as well." in said["C2"]


def test_a_hidden_sheet_is_named_as_such_and_shown(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("BOM").append(HEADER)
    book["BOM"].append((1, 4, "Murata", "GRM-1", "Japan", None))
    book.create_sheet("Secret").append(("some", "words"))
    book["Secret"].sheet_state = "veryHidden"
    book.save(tmp_path / "hidden.xlsx")
    copy = copied(bom.read_raw(tmp_path / "hidden.xlsx"))
    assert "is hidden" in comments(copy["Secret"])["A1"]
    assert copy["Secret"].sheet_state == "visible"
    assert next(row[3].value for row in copy.worksheets[0].iter_rows() if row[0].value == "Secret") == "hidden"


def test_a_table_without_a_header_is_explained_in_its_first_row_which_stays_a_line() -> None:
    rows = tuple((f"C{at}, C{at + 50}", "Murata", f"GRM155R71C10{at}KA88D") for at in range(1, 9))
    raw = RawFile("bom.xlsx", "", "xlsx", (Sheet("BOM", rows),))
    assert [table.header_row for table in bom.understand(raw).tables] == [None]
    sheet = copied(raw)["BOM"]
    assert "Read as manufacturer:" in comments(sheet)["B1"]
    assert not sheet["B1"].font.bold


def test_beyond_the_limit_the_weightiest_are_told_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "MAX_COMMENTS", 8)
    raw = plain(*["twelve" if at > 20 else 4 for at in range(40)], 0, 0)
    book = copied(raw)
    said = comments(book["BOM"])
    assert len(said) == 8
    assert {"A1", "B1", "C1", "D1", "E1"} <= set(said)
    assert {place for place in said if place[0] == "B"} >= {"B23", "B24"}
    note = next(text for text in texts(book.worksheets[0]) if "cells got no comment" in str(text))
    issues = bom.all_issues(bom.understand(raw))
    wrong = {str(cell).removeprefix("BOM!") for issue in issues for cell in (issue.cell, *issue.also)}
    assert len(wrong) > 8
    assert {cell.coordinate for row in book["BOM"] for cell in row if cell.border.left.style} == wrong
    assert {str(issue.cell).removeprefix("BOM!") for issue in issues} <= texts(book.worksheets[0])
    assert int(str(note).split()[0]) == 6 + len(wrong) + 2 - 8


def test_a_file_too_large_is_copied_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MAX_CELLS", 30)
    book = copied(plain(4, 4, 4, 4, 4, "twelve"))
    assert book["BOM"].max_row == 5
    assert any(str(text).startswith("The last 2 rows were not copied") for text in texts(book.worksheets[0]))
    row = next(row for row in book.worksheets[0].iter_rows() if row[1].value == "B7")
    assert row[1].hyperlink is None


def test_a_payload_stays_text_and_nothing_hides() -> None:
    rows = [(at, 4, text, text, text, text) for at, text in enumerate((*PAYLOADS, "x\ty", "a\rb=1+1", "@x"))]
    hostile = [Sheet(text, (HEADER, *rows)) for text in PAYLOADS]
    raw = RawFile("=cmd&D.xlsx", "0" * 64, "xlsx", tuple(hostile))
    data = written(raw)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    everything = "".join(parts.values())
    assert "<f>" not in everything
    assert 'TargetMode="External"' not in everything
    shown = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in shown for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    found = [str(cell.value) for cell in cells]
    assert {"==1", "@x", "x\\u0009y", "a\\u000db=1+1"} <= {*found}
    assert max(map(len, found)) == LONGEST
    told = [*found, *(text for sheet in shown for text in comments(sheet).values())]
    assert not {char for text in told for char in text if not char.isprintable()} - {"\n"}
    in_comments = "".join(text for name, text in parts.items() if "comments" in name)
    assert "_x005F_x001B_[31m" in in_comments
    assert not re.search("(?<!_x005F)_x001B_", in_comments)


def test_names_of_sheets_are_ones_that_excel_takes() -> None:
    wishes = [*PAYLOADS, "History", "a" * 40, "A" * 40, "x" * 30 + "'y", "😀" * 40, "BOM", "bom", "ＢＯＭ", " "]
    names = sheet_names(wishes)
    assert len({name.casefold() for name in names}) == len(wishes)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST_NAME
        assert not set(name) & set("[]:*?/\\'")
        assert name == name.strip()
        assert not re.search("_x[0-9A-Fa-f]{4}_", name)
        assert name.casefold() != "history"


def test_a_sheet_of_the_file_keeps_its_name_and_ours_give_way() -> None:
    book = copied(replace(plain(4), sheets=(replace(plain(4).sheets[0], name="depmap"),)))
    assert book.sheetnames == ["depmap (2)", "depmap columns", "depmap"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_reading_gives_the_same_bytes(language: Language) -> None:
    raw = bom.read_raw(QUADCOPTER)
    assert written(raw, language) == written(raw, language)
    with zipfile.ZipFile(io.BytesIO(written(raw, language))) as archive:
        assert b"2026-01-01T00:00:00Z" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.[cx]*")), ids=lambda path: path.name)
def test_the_copy_reads_as_the_same_lines(path: Path, tmp_path: Path) -> None:
    raw = bom.read_raw(path)
    (tmp_path / "copy.xlsx").write_bytes(written(raw))
    before, after = bom.understand(raw), bom.understand_file(tmp_path / "copy.xlsx")
    assert [line.values for _, line in after.parts] == [line.values for _, line in before.parts]


def test_merged_cells_stay_merged_unless_that_would_hide_something() -> None:
    rows = [(at, 1, "Murata" if at in (1, 5) else None, f"GRM-{at}", "Japan", None) for at in range(1, 8)]
    shown, hides, overlaps = Rectangle(1, 2, 3, 2), Rectangle(4, 2, 6, 2), Rectangle(2, 2, 2, 3)
    endless = Rectangle(1, 5, 1_048_575, 16_383)
    copy = copied(raw_of(*rows, merges=(shown, hides, overlaps, endless)))["BOM"]
    assert [str(merged) for merged in copy.merged_cells.ranges] == ["C2:C4"]
    assert copy["C6"].value == "Murata"


def test_large_numbers_show_all_their_digits_and_fractions_stay_numbers() -> None:
    sheet = copied(plain(123456789012, 0.125, 10**10))["BOM"]
    assert [sheet[f"B{row}"].value for row in (2, 3, 4)] == ["123456789012", 0.125, 10**10]
    odd = copied(plain(float("inf"), float("nan"), True))["BOM"]
    assert [odd[f"B{row}"].value for row in (2, 3, 4)] == ["inf", "nan", True]


def test_a_long_text_is_read_without_making_the_page_too_wide() -> None:
    sheet = copied(raw_of((1, 1, "Murata", "GRM-1", "Japan", "word " * 500)))["BOM"]
    assert sheet["F2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height < 100
    assert sheet.column_dimensions["F"].width < 60
    assert sheet.print_area == "'BOM'!$A$1:$F$2"


@pytest.mark.parametrize("version", ["1.4", "1.6"])
def test_the_items_of_a_document_are_shown_as_the_table_that_was_read(version: str, tmp_path: Path) -> None:
    (tmp_path / "scout.cdx.json").write_bytes(as_json(scout(version)))
    raw = bom.read_raw(tmp_path / "scout.cdx.json")
    reading = bom.understand(raw)
    assert reading.is_bom
    sheet = copied(raw).worksheets[2]
    headers = {cell.value: cell.comment for cell in sheet[1]}
    for column in reading.tables[0].columns:
        comment = headers[column.header]
        assert comment is not None
        assert column.reason.en in comment.text
    assert sheet.max_row == len(raw.sheets[0].rows)
