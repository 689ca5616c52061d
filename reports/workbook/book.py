"""A workbook in memory: every foreign text a string cell, every table a named table, every page ready to print."""

from __future__ import annotations

import datetime
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from depmap.core.judgement import Grade
from depmap.core.run import Run
from depmap.core.spreadsheets import BASE, NEVER_GUESS, fitted, for_paper
from depmap.core.text import Text
from reports.columns.listing import Value
from reports.tables.shared import Table
from reports.workbook.quick_sheet import quick_sheet

_NOTHING = Text("Geen", "None")
_FORMATS = {"text": "@", "number": "General", "weeks": "General", "share": "0%", "money": "#,##0.00", "entry": "@"}
_NUMBERS = ("number", "weeks", "share", "money")
_ON_A_PAGE = 260
"""Characters across a page that can still be read: about 150 of them are as large on paper as the letters say."""
_LINE, _LOWEST, _HIGHEST = 12.0, 13.5, 408.0
"""Points: of a line in the font of the workbook, and the least and most that a row has."""
_WIDER = 0.9
"""Width of a letter, and of what breaking lines between words costs, in the unit of a column."""
_GRADE_COLOURS = {
    Grade.CRITICAL: ("#8A1C12", "#F9D7D2"),
    Grade.HIGH: ("#7A3B00", "#FBE3C8"),
    Grade.MEDIUM: ("#5C4A00", "#FBF3C4"),
    Grade.LOW: ("#1F4B66", "#DCEDF7"),
}
"""Dark text on a light ground, each at least 7 to 1; the word and the mark in the cell say the same."""
_CHOICE_COLOURS = (("#0A5A3C", "#E0F2EA"), ("#8A1C12", "#F9D7D2"), ("#5C4A00", "#FBF3C4"))
"""The same for a choice among three words: what is settled, what asks for work, what is open."""


@dataclass(slots=True)
class Workbook:
    """Collects sheets; `bytes` closes it."""

    run: Run
    """Gives the language and the date that the file carries."""

    title: str
    """Shown in the properties and in the header of every printed page."""

    same: str = ""
    """The heading of a column that says the same in every row of every sheet; it is hidden."""

    cut: int = 0
    """How many texts were too long for a cell."""

    sheets: dict[str, str] = field(default_factory=dict)
    """The sheets so far: their names by the keys of their tables."""

    _buffer: io.BytesIO = field(default_factory=io.BytesIO)
    _book: Any = None
    _formats: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        import xlsxwriter

        self._book = xlsxwriter.Workbook(self._buffer, dict(NEVER_GUESS))
        day = datetime.date.fromisoformat(self.run.date)
        self._book.set_properties(
            {
                "title": self.title,
                "author": f"depmap {self.run.version}",
                "created": datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).replace(tzinfo=None),
            }
        )
        base = {**BASE, "text_wrap": True}
        self._formats = {kind: self._book.add_format({**base, "num_format": code}) for kind, code in _FORMATS.items()}
        self._formats["entry"].set_bg_color("#FFFBE6")
        self._formats["link"] = self._book.add_format(
            {**base, "num_format": "@", "font_color": "#0B5A9A", "underline": 1}
        )
        for kind in _NUMBERS:  # a word among numbers, such as "unknown", stands where they stand
            self._formats[kind].set_align("right")
            self._formats[kind].set_indent(1)  # else it touches the words of the next column
        # A rule over the whole table draws its lines: not every program shows the style of a table.
        self._formats["line"] = self._book.add_format({"bottom": 1, "bottom_color": "#D5DBE1"})
        self._formats["head"] = self._book.add_format(
            {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": "#1B3A57"}
        )

    def sheet(
        self, table: Table, name: str, frozen: int = 0, height: float | None = None, shown: int | None = None
    ) -> Any:
        """One sheet with one table from its first cell.

        Args:
            table: what to write; without rows it gets one that says so.
            name: the name of the table, unique in the workbook.
            frozen: how many columns stay in sight.
            height: points of every row, for a long list that is filtered; by default what its texts need.
            shown: how many columns a reader sees at first; the others are details, folded away. By default all.
        """
        sheet = self._book.add_worksheet(table.title, quick_sheet())
        self.sheets[table.key] = table.title
        rows = table.rows or ((_NOTHING[self.run.language], *(None for _ in table.headings[1:])),)
        sheet.add_table(
            0,
            0,
            len(rows),
            len(table.headings) - 1,
            {
                "name": name,
                "style": "Table Style Light 1",
                "columns": [{"header": each.title, "header_format": self._formats["head"]} for each in table.headings],
            },
        )
        widths = [0 if heading.title == self.same else heading.width for heading in table.headings[:shown]]
        for column, heading in enumerate(table.headings):
            plain = "text" if heading.kind == "entry" else heading.kind
            folded = {"level": 1, "hidden": True} if column >= len(widths) else {"hidden": not widths[column]}
            sheet.set_column(column, column, heading.width, self._formats[plain], folded)
            for number, row in enumerate(rows, 1):
                self._cell(sheet, (number, column), row[column], self._formats[heading.kind])
        if height is not None:
            sheet.set_default_row(height)
        if len(widths) < len(table.headings):
            sheet.set_column(len(table.headings), len(table.headings), None, None, {"collapsed": True})
        sheet.set_row(0, _height([heading.title for heading in table.headings[:shown]], widths))
        for number, row in enumerate(rows if height is None else (), 1):
            sheet.set_row(number, _height(row[:shown], widths))
        rule = {"type": "no_errors", "format": self._formats["line"]}
        sheet.conditional_format(1, 0, len(rows), len(table.headings) - 1, rule)
        self._for_paper(sheet, frozen, math.ceil(sum(widths) / _ON_A_PAGE) if frozen else 1)
        return sheet

    def grades(self, sheet: Any, column: int, rows: int) -> None:
        """Colour the grade by its word, so that a changed word changes its colour."""
        for grade, (ink, ground) in _GRADE_COLOURS.items():
            style = self._book.add_format({"font_color": ink, "bg_color": ground, "bold": grade is Grade.CRITICAL})
            word = grade.text[self.run.language]
            rule = {"type": "text", "criteria": "begins with", "value": word, "format": style}
            sheet.conditional_format(1, column, max(rows, 1), column, rule)

    def choice(self, sheet: Any, column: int, rows: int, choices: Sequence[str], hint: str) -> None:
        """Let the cells of a column take one of a few words, and colour them by it."""
        rule = {
            "validate": "list",
            "source": list(choices),
            "ignore_blank": True,
            "error_message": hint,
        }
        sheet.data_validation(1, column, max(rows, 1), column, rule)
        for word, (ink, ground) in zip(choices, _CHOICE_COLOURS, strict=False):
            style = self._book.add_format({"font_color": ink, "bg_color": ground})
            same_word = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": style}
            sheet.conditional_format(1, column, max(rows, 1), column, same_word)

    def link(self, sheet: Any, cell: tuple[int, int], place: tuple[str, int], text: str) -> None:
        """Make a cell lead to a row of another sheet; ``place`` is the name of the sheet and the number of the row."""
        title, row = place
        shown = fitted(text, self.run.language)
        sheet.write_url(*cell, f"internal:'{title}'!A{row}", self._formats["link"], shown)

    def bytes(self) -> bytes:
        """The finished file."""
        self._book.close()
        return self._buffer.getvalue()

    def _cell(self, sheet: Any, place: tuple[int, int], value: Value, style: Any) -> None:
        if value is None:
            if style is self._formats["entry"]:  # to be filled in: marked; any other is what its column says
                sheet.write_blank(*place, None, style)
        elif isinstance(value, str):
            text = fitted(value, self.run.language)
            self.cut += text != value
            sheet.write_string(*place, text, style)
        else:
            sheet.write_number(*place, value, style if style is not self._formats["text"] else self._formats["number"])

    def _for_paper(self, sheet: Any, frozen: int, wide: int) -> None:
        sheet.freeze_panes(1, frozen)
        sheet.repeat_rows(0)
        if frozen:
            sheet.repeat_columns(0, frozen - 1)
        # A list too wide to read on one page takes several, with its names on each.
        for_paper(sheet, self.title, f"depmap {self.run.version}, {self.run.date}", wide=wide)


def _height(values: Sequence[Value], widths: Sequence[int]) -> float:
    r"""Points that a row needs for all its lines: not every program works that out when it opens a file.

    >>> _height(["a motor", 4], [10, 10]), _height(["one\ntwo words that wrap"], [12])
    (13.5, 36.0)
    """
    lines = 1
    for value, width in zip(values, widths, strict=True):
        if isinstance(value, str) and width and (len(value) * _WIDER > width or "\n" in value):
            lines = max(lines, sum(math.ceil(max(1, len(line) * _WIDER) / width) for line in value.split("\n")))
    return min(_HIGHEST, max(_LOWEST, lines * _LINE))
