"""Writes the first two sheets: what was read and where it stumbled, and what every column was taken for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bom.marked import overview
from bom.marked.layout import height_of, lines_of
from bom.marked.marks import Ground
from bom.marked.overview import Block, Cell, Link, Told
from bom.marked.own import MARKS
from bom.marked.sheets import Target, put
from bom.marked.styles import GROUNDS
from depmap.core.issues import Severity
from depmap.core.spreadsheets import fitted
from depmap.core.text import Text, visible

MAX_LINKS = 50_000
"""The last row with a link to a cell; Excel takes 65,530 links on a sheet. Source: Excel specifications and limits."""

MAX_TOLD = 200_000
"""Most rows of one table."""

_OVERVIEW = (28, 15, 13, 26, 70, 50)
_COLUMNS = (28, 12, 32, 28, 24, 70)
"""Widths of the columns of the two sheets."""

_HIGHEST = 20
"""Lines in the highest row."""

_TITLE_ROW = 22.0
"""Height of a row with a title, in points."""

_LEGEND = Text("Zo leest u de bladen hierna", "How to read the sheets that follow")
_HEADER = Text("Kop", "Header")
_READ = Text("Gelezen kop: {what}.", "Header that was read: {what}.")
_UNUSED = Text("Deze kolom wordt niet gebruikt.", "This column is not used.")
_PROBLEMS = {
    Severity.ERROR: Text(
        "Niet te lezen; het commentaar bij de cel zegt wat goed zou zijn.",
        "Could not be read; the comment at the cell says what would be right.",
    ),
    Severity.WARNING: Text(
        "Kijk hiernaar; het commentaar bij de cel zegt waarom.", "Look at this; the comment at the cell says why."
    ),
    Severity.NOTE: Text("Ter informatie, met commentaar.", "For information, with a comment."),
}
_ROW = Text("Regel", "Row")
_ASIDE = Text(
    "Telt niet mee; het commentaar bij de eerste cel zegt waarom.",
    "Does not count; the comment at the first cell says why.",
)
_NOTHING = Text("Geen", "None")
_MORE = Text(
    "En nog {count}; 'depmap check --format json' geeft ze alle.",
    "And {count} more; 'depmap check --format json' gives all.",
)


def write_overview(target: Target, told: Told) -> None:
    """What was read, how to read this workbook, the tables, the sheets, and all problems."""
    row = _title(target, 0, MARKS["overview"]) + 1
    for word, value in overview.facts(told):
        put(target, (row, 0), word[target.language], target.styles.named("bold"))
        put(target, (row, 1), value, target.styles.named("plain"))
        row += 1
    row = _legend(target, row + 1)
    for block in (overview.tables(told), overview.sheets(told), overview.problems(told)):
        row = _block(target, _title(target, row + 1, block.title), (block, _OVERVIEW), told)
    _set_widths(target.sheet, _OVERVIEW)


def write_columns(target: Target, told: Told) -> None:
    """What every column was taken for, and why."""
    top = _title(target, 0, MARKS["columns"])
    _block(target, top, (overview.columns(told), _COLUMNS), told)
    target.sheet.freeze_panes(top + 1, 0)
    target.sheet.repeat_rows(top)
    _set_widths(target.sheet, _COLUMNS)


def _title(target: Target, row: int, text: Text) -> int:
    put(target, (row, 0), text[target.language], target.styles.named("title"))
    target.sheet.set_row(row, _TITLE_ROW)
    return row + 1


def _legend(target: Target, row: int) -> int:
    """How cells look, with what it means beside it; the row below."""
    row = _title(target, row, _LEGEND)
    for style, sample, meaning in _samples(target):
        put(target, (row, 0), sample[target.language], style)
        put(target, (row, 1), meaning[target.language], target.styles.named("plain"))
        row += 1
    return row


def _samples(target: Target) -> Iterable[tuple[Any, Text, Text]]:
    cell = target.styles.cell
    for kind, (_, what) in GROUNDS.items():
        yield cell(kind), _HEADER, _READ.format(what=what)
    yield cell(Ground.UNUSED), _HEADER, _UNUSED
    for severity, meaning in _PROBLEMS.items():
        yield cell(severity=severity), severity.text, meaning
    yield cell(aside=True), _ROW, _ASIDE


def _block(target: Target, row: int, what: tuple[Block, Sequence[int]], told: Told) -> int:
    """A named table with its headings in ``row``; the row below."""
    (block, widths), language = what, target.language
    rows = list(block.rows[:MAX_TOLD])
    if len(block.rows) != len(rows):
        rows.append(_alone(_MORE.format(count=len(block.rows) - MAX_TOLD)[language], block))
    rows = rows or [_alone(_NOTHING[language], block)]
    head = target.styles.named("head")
    headings = [{"header": heading[language], "header_format": head} for heading in block.headings]
    options = {"name": block.name[language], "style": "Table Style Light 1", "columns": headings}
    target.sheet.add_table(row, 0, row + len(rows), len(headings) - 1, options)
    for number, cells in enumerate(rows, row + 1):
        for column, cell in enumerate(cells):
            _cell(target, (number, column), cell, told)
        texts = [(cell, width) for cell, width in zip(cells, widths, strict=False) if isinstance(cell, str)]
        lines = max((lines_of(text, width) for text, width in texts), default=1)
        if lines > 1:
            target.sheet.set_row(number, height_of(lines, _HIGHEST))
    return row + len(rows) + 1


def _alone(text: str, block: Block) -> tuple[Cell, ...]:
    """A row with nothing but a text."""
    return text, *(None for _ in block.headings[1:])


def _cell(target: Target, place: tuple[int, int], cell: Cell, told: Told) -> None:
    if isinstance(cell, Link) and place[0] < MAX_LINKS:
        link = f"internal:'{told.copied[cell.sheet].name}'!{cell.cell}"
        target.sheet.write_url(*place, link, target.styles.named("link"), fitted(visible(cell.text), target.language))
    else:
        put(target, place, cell.text if isinstance(cell, Link) else cell, target.styles.named("wrap"))


def _set_widths(sheet: Any, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
