"""The quick sheet writes what xlsxwriter writes, to the byte."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from depmap.core.spreadsheets import NEVER_GUESS
from reports.interface import render
from reports.workbook.quick_sheet import quick_sheet
from tests.reports.analyses import hostile

CELLS = st.lists(
    st.one_of(st.none(), st.text(), st.integers(-(10**18), 10**18), st.floats(allow_nan=False)), max_size=12
)


def written(cells: list[Any], sheet_class: type[Any] | None) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {**NEVER_GUESS, "nan_inf_to_errors": True}) as book:
        book.set_properties({"created": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)})
        style = book.add_format({"bold": True})
        sheet = book.add_worksheet("a", sheet_class)
        for row, cell in enumerate(cells):
            for column, look in enumerate((style, None)):
                sheet.write(row, column, cell, look)
        sheet.write_formula(len(cells), 0, "=1<2", style, True)
        sheet.write_boolean(len(cells), 1, True, style)
    return buffer.getvalue()


@given(CELLS)
def test_all_kinds_of_cells_are_the_same_bytes(cells: list[Any]) -> None:
    assert written(cells, quick_sheet()) == written(cells, None)


def test_hostile_names_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    found = hostile()
    quick = render(found, "raw-materials")
    monkeypatch.setattr("reports.workbook.book.quick_sheet", lambda: None)
    assert render(found, "raw-materials") == quick
