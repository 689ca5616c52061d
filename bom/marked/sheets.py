"""Copies one sheet: every cell at its own address, the marks on it, and comments as far as Excel stays quick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from bom.columns.content import shown
from bom.marked.layout import column_widths, height_of, lines_of_row, merged_ranges
from bom.marked.marks import Mark, SheetMarks
from bom.marked.overview import Copied
from bom.marked.styles import Styles
from bom.raw import Sheet, Value, letters
from depmap.core.spreadsheets import fitted, literal
from depmap.core.text import Language, Text, visible

MAX_COMMENTS = 2_000
"""Most comments on one sheet: Excel takes long to open tens of thousands."""

MAX_COMMENT = 1_200
"""Longest comment, in characters; all of it must be read in one box."""

_BOX_WIDTH, _BOX_HEIGHT, _BOX_LETTERS = 330, 420, 52
"""Of the box of a comment: its width, its greatest height, and how many letters fit on one line of it."""

_LARGE = 10**11
"""Spreadsheets show numbers from here on as 1E+11, and part numbers may be among them."""

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
    widths = column_widths(source, said)
    for column, width in widths.items():
        target.sheet.set_column(column, column, width)
    for merge in merged_ranges(source, rows):
        target.sheet.merge_range(merge.top, merge.left, merge.bottom, merge.right, "", target.styles.cell(wrap=True))
    for number in range(last):
        cells = source.rows[number] if number < len(source.rows) else ()
        lines = lines_of_row(cells, widths)
        _row(target, (number, cells), (said, marked.get(number, ())), lines)
        if lines:
            target.sheet.set_row(number, height_of(max(lines.values())))
    written = _comments(target, said, last)
    if wide := max(map(len, source.rows[:rows]), default=0):
        everything = f"A1:{letters(wide - 1)}{rows}"
        target.sheet.ignore_errors({"number_stored_as_text": everything})
        target.sheet.print_area(everything)  # a long text in the last column would make the print too small to read
    unsaid = sum(bool(mark.remarks) for mark in said.cells.values()) - written
    return Copied(target.sheet.get_name(), rows, written, unsaid)


def _row(
    target: Target, row: tuple[int, Sequence[Value]], about: tuple[SheetMarks, Collection[int]], lines: Collection[int]
) -> None:
    """The cells of a row; of one with remarks or one that does not count also those that are blank.

    Args:
        target: where it goes.
        row: its number, from 0, and its cells.
        about: what is said on the sheet, and the columns of this row at which something is.
        lines: the columns whose cells take several lines.
    """
    (number, cells), (said, marked) = row, about
    aside = {column for first, last in said.aside.get(number, ()) for column in range(first, last + 1)}
    blank = {*marked, *aside}
    for column in sorted({*range(len(cells)), *blank}) if blank else range(len(cells)):
        value = cells[column] if column < len(cells) else None
        if value is None and column not in blank:
            continue
        mark = said.cells.get((number, column))
        ground, severity = (mark.ground, mark.severity) if mark else (None, None)
        put(target, (number, column), value, target.styles.cell(ground, severity, column in aside, column in lines))


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


def put(target: Target, place: tuple[int, int], value: Value, style: Any) -> None:
    """One cell: a number where a spreadsheet shows all its whole digits, else the text that it was read as."""
    if value is None:
        target.sheet.write_blank(*place, None, style)
    elif isinstance(value, bool):
        target.sheet.write_boolean(*place, value, style)
    elif isinstance(value, (int, float)) and abs(value) < _LARGE:
        target.sheet.write_number(*place, value, style)
    else:
        text = value if isinstance(value, str) else shown(value)
        target.sheet.write_string(*place, fitted(visible(text.replace("\r\n", "\n")), target.language), style)


def comment(mark: Mark, language: Language) -> str:
    """What is said at one cell, the weightiest first."""
    remarks = [text[language] for _, text in sorted(mark.remarks, key=lambda remark: remark[0])]
    if len(remarks) > _TOLD:
        remarks = [*remarks[:_TOLD], _MORE.format(count=len(remarks) - _TOLD)[language]]
    return literal(visible(fitted("\n\n".join(remarks), language, MAX_COMMENT)))
