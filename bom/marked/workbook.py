"""Writes the copy: an overview, the columns, and every sheet of the file with its cells where they stood.

It is written from nothing: only the typed cells that were read go into it, as texts and plain numbers. So nothing that
a hostile file holds beside its cells (macros, links, formulas, odd XML) can come along. The same reading gives the same
bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable
from typing import Any

from bom.marked.front import write_columns, write_overview
from bom.marked.marks import marks
from bom.marked.names import sheet_names
from bom.marked.overview import Told
from bom.marked.own import NAMES
from bom.marked.sheets import Target, copy_sheet
from bom.marked.styles import Styles
from bom.raw import RawFile, Sheet
from bom.reading import Reading
from depmap.core.spreadsheets import NEVER_GUESS, for_paper
from depmap.core.text import Language, visible

MAX_CELLS = 3_000_000
"""Most cells that are copied, of all sheets together; they take 0.7 GB of memory while they are written."""

_LAST_FROZEN = 8
"""The last row down to which a header stays in sight; deeper ones would take up the screen."""

_CREATED = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - a date that stands for none, as xlsxwriter wants it


def marked_copy(raw: RawFile, reading: Reading, language: Language) -> bytes:
    """The copy as an xlsx file.

    Args:
        raw: the file as it was read; it is not opened again.
        reading: how it was understood, with all problems that should be told.
        language: of everything that depmap says in it.
    """
    import xlsxwriter

    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, dict(NEVER_GUESS))
    title = visible(reading.file, keep="")
    book.set_properties({"title": title, "author": "depmap", "created": _CREATED})
    styles = Styles(book)
    # The sheets of the file choose their names first, so that BOM!D14 is BOM!D14 here as well.
    wishes = [sheet.name or reading.file for sheet in raw.sheets]
    *names, first, second = sheet_names([*wishes, *(name[language] for name in NAMES.values())])
    own = [Target(book.add_worksheet(name), styles, language) for name in (first, second)]
    targets = [Target(book.add_worksheet(name), styles, language) for name in names]
    copied = []
    for target, sheet, rows, said in zip(targets, raw.sheets, _rows(raw.sheets), marks(raw, reading), strict=True):
        copied.append(copy_sheet(target, sheet, said, rows))
        for_paper(target.sheet, title)
        _keep_in_sight(target.sheet, sheet, reading)
        if sheet.hidden:
            target.sheet.set_tab_color("#595959")
    told = Told(raw, reading, tuple(copied), language)
    write_overview(own[0], told)
    write_columns(own[1], told)
    for target in own:
        for_paper(target.sheet, title)
    book.close()
    return written.getvalue()


def _rows(sheets: Iterable[Sheet]) -> Iterable[int]:
    """How many rows of each sheet are copied: all, until there are too many cells."""
    room = MAX_CELLS
    for sheet in sheets:
        rows = 0
        for row in sheet.rows:
            room -= len(row)
            if room < 0:
                break
            rows += 1
        yield rows


def _keep_in_sight(target: Any, sheet: Sheet, reading: Reading) -> None:
    """The header of the only table of a sheet, on the screen and on every page."""
    headers = {table.header_row for table in reading.tables if table.sheet == sheet.name}
    if len(headers) == 1 and (row := headers.pop()) is not None and row <= _LAST_FROZEN:
        target.freeze_panes(row, 0)
        target.repeat_rows(row - 1)
