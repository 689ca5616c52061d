"""Copies one sheet: every cell at its own address, the marks on it, and comments as far as Excel stays quick."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bom.columns.content import shown
from bom.marked.marks import Mark, SheetMarks
from bom.marked.overview import Copied
from bom.marked.styles import Styles
from bom.raw import Sheet, Value, letters
from depmap.core.spreadsheets import fitted
from depmap.core.text import Language, Text, visible

MAX_COMMENTS = 2_000
"""Most comments on one sheet: Excel takes long to open tens of thousands."""

MAX_COMMENT = 1_200
"""Longest comment, in characters; all of it must be read in one box."""

_BOX_WIDTH, _BOX_HEIGHT, _BOX_LETTERS = 330, 420, 52
"""Of the box of a comment: its width, its greatest height, and how many letters fit on one line of it."""

_SAMPLE = 200
"""Rows that decide how wide a column is."""

_WIDEST, _NARROWEST = 42, 7

_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_MORE = Text("En nog {count}: zie het eerste blad.", "And {count} more: see the first sheet.")
_TOLD = 5
"""Most remarks in one comment."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a sheet is copied to."""

    sheet: Any
    """The new sheet."""

    styles: Styles
    """Of its workbook."""

    language: Language
    """Of the comments."""


def copy_sheet(target: Target, source: Sheet, said: SheetMarks, rows: int) -> Copied:
    """Write the first ``rows`` rows of a sheet, and what is said about them."""
    last = rows if rows < len(source.rows) else max([rows, *(row + 1 for row, _ in said.cells)])
    marked: dict[int, list[int]] = defaultdict(list)
    for row, column in said.cells:
        marked[row].append(column)
    plain = target.styles.cell(None, None, aside=False)
    for number in range(last):
        cells = source.rows[number] if number < len(source.rows) else ()
        if number in marked or number in said.aside:
            _marked_row(target, (number, cells), said, marked.get(number, ()))
            continue
        for column, value in enumerate(cells):
            if value is not None:
                style = target.styles.cell(None, None, aside=False, wrap=True) if _is_stacked(value) else plain
                put(target, (number, column), value, style)
    written = _comments(target, said, last)
    _layout(target.sheet, source, rows)
    unsaid = sum(bool(mark.remarks) for mark in said.cells.values()) - written
    return Copied(target.sheet.get_name(), rows, written, unsaid)


def _marked_row(target: Target, row: tuple[int, Sequence[Value]], said: SheetMarks, marked: Iterable[int]) -> None:
    """A row with remarks, or one that does not count: its cells, filled or blank."""
    number, cells = row
    aside = {column for first, last in said.aside.get(number, ()) for column in range(first, last + 1)}
    for column in sorted({*range(len(cells)), *marked, *aside}):
        value = cells[column] if column < len(cells) else None
        mark = said.cells.get((number, column))
        if value is None and column not in aside and mark is None:
            continue
        ground, severity = (mark.ground, mark.severity) if mark else (None, None)
        style = target.styles.cell(ground, severity, aside=column in aside, wrap=_is_stacked(value))
        put(target, (number, column), value, style)


def _is_stacked(value: Value) -> bool:
    return isinstance(value, str) and "\n" in value


def _comments(target: Target, said: SheetMarks, last: int) -> int:
    """Write the weightiest comments; how many those are."""
    places = [place for place, mark in said.cells.items() if mark.remarks and place[0] < last]
    if len(places) > MAX_COMMENTS:
        places = sorted(places, key=lambda place: (said.cells[place].weight, place))[:MAX_COMMENTS]
    for place in sorted(places):
        text = comment(said.cells[place], target.language)
        lines = sum(1 + len(line) // _BOX_LETTERS for line in text.split("\n"))
        size = {"width": _BOX_WIDTH, "height": min(14 * lines + 14, _BOX_HEIGHT), "author": "depmap"}
        target.sheet.write_comment(*place, text, size)
    return len(places)


def _layout(sheet: Any, source: Sheet, rows: int) -> None:
    """Columns as wide as their first cells need, and no marks at numbers that are written as text."""
    widths: dict[int, int] = {}
    for row in source.rows[:_SAMPLE]:
        for column, value in enumerate(row):
            if value is not None:
                length = max((len(line) for line in shown(value).split("\n")), default=0)
                widths[column] = max(widths.get(column, 0), min(length, _WIDEST))
    for column, width in widths.items():
        sheet.set_column(column, column, max(width * 1.15 + 1, _NARROWEST))
    if rows and widths:
        sheet.ignore_errors({"number_stored_as_text": f"A1:{letters(max(widths))}{rows}"})


def put(target: Target, place: tuple[int, int], value: Value, style: Any) -> None:
    """One cell: a number where any spreadsheet shows all of it, else the text that it was read as."""
    if value is None:
        target.sheet.write_blank(*place, None, style)
    elif isinstance(value, bool):
        target.sheet.write_boolean(*place, value, style)
    elif isinstance(value, (int, float)) and math.isfinite(value) and len(shown(value)) <= 11:
        target.sheet.write_number(*place, value, style)
    else:
        text = value if isinstance(value, str) else shown(value)
        target.sheet.write_string(*place, fitted(visible(text.replace("\r\n", "\n")), target.language), style)


def comment(mark: Mark, language: Language) -> str:
    """What is said at one cell, the weightiest first."""
    remarks = [text[language] for _, text in sorted(mark.remarks, key=lambda remark: remark[0])]
    if len(remarks) > _TOLD:
        remarks = [*remarks[:_TOLD], _MORE.format(count=len(remarks) - _TOLD)[language]]
    # Excel reads _x001B_ in a comment as the character itself, and xlsxwriter guards only the texts of cells.
    return _ESCAPE.sub("_x005F_", visible(fitted("\n\n".join(remarks), language, MAX_COMMENT)))
