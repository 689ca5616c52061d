"""The workbook that suppliers fill in, made with openpyxl: the same bytes for the same version and language."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bom.raw import letters
from bom.template.columns import PARTS, SUPPLIERS, TemplateColumn, choices
from bom.template.sheets import HEADER_ROWS, MARKS, TITLES
from bom.template.text import INTRODUCTION, LABELS
from depmap.core.text import Language

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LINES = 2000
"""Rows that are prepared for lines; more are read as well."""

_DARK, _LIGHT, _LINE = "FF1F3A5F", "FFE8EEF5", "FFB8C4D2"
_STAMP = "2026-01-01T00:00:00Z"
"""A date that stands for none: a template is the same whenever it is made."""


def template(language: Language) -> bytes:
    """The empty workbook: parts, suppliers, explanation, lists to choose from."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]  # a new workbook has a sheet
    book.properties.creator = "depmap"
    book.properties.title = MARKS["bom"][language]
    lists = choices(language)
    for key, columns in (("bom", PARTS), ("suppliers", SUPPLIERS)):
        _form(book, key, columns, lists, language)
    _explanation(book, language)
    _choices(book, lists, language)
    written = io.BytesIO()
    book.save(written)
    return _repacked(written.getvalue())


# --- sheets to fill in ------------------------------------------------------------------------------------------------


def _form(
    book: Workbook, key: str, columns: Sequence[TemplateColumn], lists: dict[str, tuple[str, ...]], language: Language
) -> None:
    sheet = _sheet(book, key, language)
    for number, column in enumerate(columns, 1):
        _heading(sheet, number, column, language)
        _limit(sheet, letters(number - 1), column, lists, language)
    if key == "bom":
        sheet.cell(2, 1, LABELS["system"][language])
        sheet.merge_cells(start_row=2, start_column=2, end_row=2, end_column=3)
        sheet.cell(2, 2).number_format = "@"
    sheet.freeze_panes = f"{'D' if key == 'bom' else 'B'}{HEADER_ROWS + 1}"
    sheet.print_title_rows = f"{HEADER_ROWS}:{HEADER_ROWS}"


def _heading(sheet: Worksheet, number: int, column: TemplateColumn, language: Language) -> None:
    """The title of a column, with what goes in as a comment; the column itself as text unless it holds numbers."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    cell = sheet.cell(HEADER_ROWS, number, column.title[language])
    cell.font = Font(bold=True, color="FFFFFFFF" if column.needed else _DARK)
    cell.fill = PatternFill("solid", fgColor=_DARK if column.needed else _LIGHT)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(bottom=Side("thin", color=_LINE))
    example = f"{LABELS['example'][language]}: {column.example[language]}"
    cell.comment = Comment(f"{column.what[language]}\n{example}", "depmap", height=120, width=280)
    dimension = sheet.column_dimensions[letters(number - 1)]
    dimension.width = column.width
    if not column.number and column.key != "level":
        # A spreadsheet makes dates and rounded numbers of part numbers; a column of text keeps them as typed.
        dimension.number_format = "@"


def _limit(
    sheet: Worksheet, letter: str, column: TemplateColumn, lists: dict[str, tuple[str, ...]], language: Language
) -> None:
    """What a cell of the column may hold, as a drop-down or as a number."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.choices:
        place = letters(list(lists).index(column.choices))
        last = HEADER_ROWS + len(lists[column.choices])
        source = f"'{TITLES['choices'][language]}'!${place}${HEADER_ROWS + 1}:${place}${last}"
        rule = DataValidation("list", formula1=source, allow_blank=True)
        # Of units and countries the list helps; of what decides how a line counts it is all there is.
        rule.errorStyle = "stop" if column.choices in ("marks", "roles") else "warning"
        rule.error = LABELS["choose"][language]
    elif column.number:
        rule = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        rule.error = LABELS["number"][language]
    elif column.key == "level":
        rule = DataValidation("whole", operator="between", formula1="0", formula2="99", allow_blank=True)
        rule.error = LABELS["whole"][language]
    else:
        return
    rule.errorTitle = column.title[language][:32]
    rule.showErrorMessage = True
    rule.add(f"{letter}{HEADER_ROWS + 1}:{letter}{HEADER_ROWS + LINES}")
    sheet.add_data_validation(rule)


# --- sheets to read ---------------------------------------------------------------------------------------------------


def _explanation(book: Workbook, language: Language) -> None:
    """How to fill in the workbook, and for every column what goes in, with an example that is read by nobody."""
    from openpyxl.styles import Alignment, Font

    sheet = _sheet(book, "explanation", language)
    row = 3
    for text in INTRODUCTION:
        sheet.cell(row, 1, text[language]).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=4)
        sheet.row_dimensions[row].height = 15 * (1 + len(text[language]) // 120)
        row += 1
    for key, columns in (("bom", PARTS), ("suppliers", SUPPLIERS)):
        row += 1
        heads = (TITLES[key][language], *(LABELS[label][language] for label in ("what", "example", "needed")))
        for number, head in enumerate(heads, 1):
            sheet.cell(row, number, head).font = Font(bold=True, color=_DARK)
        for column in columns:
            row += 1
            needed = LABELS["yes"][language] if column.needed else ""
            for number, text in enumerate((column.title, column.what, column.example), 1):
                cell = sheet.cell(row, number, text[language])
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.number_format = "@"
            sheet.cell(row, 4, needed or None)
        row += 1
    for letter, width in zip("ABCD", (34, 70, 38, 12), strict=True):
        sheet.column_dimensions[letter].width = width


def _choices(book: Workbook, lists: dict[str, tuple[str, ...]], language: Language) -> None:
    """The lists behind the drop-downs, one a column; on a sheet, for a drop-down of its own holds 255 characters."""
    from openpyxl.styles import Font

    sheet = _sheet(book, "choices", language)
    for number, (key, values) in enumerate(lists.items(), 1):
        sheet.cell(HEADER_ROWS, number, LABELS[key][language]).font = Font(bold=True, color=_DARK)
        sheet.column_dimensions[letters(number - 1)].width = 32 if key == "countries" else 16
        for place, value in enumerate(values, HEADER_ROWS + 1):
            sheet.cell(place, number, value)
    sheet.freeze_panes = f"A{HEADER_ROWS + 1}"


def _sheet(book: Workbook, key: str, language: Language) -> Worksheet:
    """A new sheet with its mark in the first cell, ready to print."""
    from openpyxl.styles import Font
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(TITLES[key][language])
    sheet.cell(1, 1, MARKS[key][language]).font = Font(bold=True, size=14, color=_DARK)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.center.text = "&A, &P / &N"  # type: ignore[union-attr]  # a new sheet has a footer
    return sheet


# --- the same bytes every time ----------------------------------------------------------------------------------------


def _repacked(data: bytes) -> bytes:
    """The workbook without the moment at which openpyxl wrote it, which it puts into every entry and the properties."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _STAMP.encode(), content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, content)
    return packed.getvalue()
