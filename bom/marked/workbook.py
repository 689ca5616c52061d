"""Writes the copy: an overview, the columns, and every sheet of the file with its cells where they stood.

It is written from nothing: only the typed cells that were read go into it, as texts and plain numbers. So nothing that
a hostile file holds beside its cells (macros, links, formulas, odd XML) can come along. The same reading gives the same
bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from typing import Any

from bom.marked import overview
from bom.marked.marks import SEVERITIES, Ground, marks
from bom.marked.names import sheet_names
from bom.marked.overview import TITLES, Block, Cell, Copied, Link, Told
from bom.marked.sheets import Target, copy_sheet, put
from bom.marked.styles import GROUNDS, Styles
from bom.raw import RawFile, Sheet
from bom.reading import Reading
from depmap.core.issues import Severity
from depmap.core.spreadsheets import NEVER_GUESS, fitted
from depmap.core.text import Language, Text, visible

MAX_CELLS = 3_000_000
"""Most cells that are copied, of all sheets together; they take 0.7 GB of memory while they are written."""

MAX_LINKS = 50_000
"""The last row with a link to a cell; Excel takes 65,530 links on a sheet. Source: Excel specifications and limits."""

MAX_TOLD = 200_000
"""Most rows of one table on the first two sheets."""

_LAST_FROZEN = 8
"""The last row down to which a header stays in sight; deeper ones would take up the screen."""

_CREATED = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - a date that stands for none, as xlsxwriter wants it
_WIDTHS = {"overview": (26, 14, 13, 24, 70, 50), "columns": (26, 11, 32, 28, 24, 70)}
_NOTHING = Text("Geen", "None")
_MORE = Text(
    "En nog {count}; 'depmap check --format json' geeft ze alle.",
    "And {count} more; 'depmap check --format json' gives all.",
)
_LEGEND = Text("Zo leest u de bladen hierna", "How to read the sheets that follow")
_PROBLEM_WORDS = {
    Severity.ERROR: Text(
        "Niet te lezen; het commentaar zegt wat goed zou zijn.",
        "Could not be read; the comment says what would be right.",
    ),
    Severity.WARNING: Text("Kijk hiernaar; het commentaar zegt waarom.", "Look at this; the comment says why."),
    Severity.NOTE: Text("Ter informatie.", "For information."),
}


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
    book.set_properties({"title": visible(reading.file, keep=""), "author": "depmap", "created": _CREATED})
    styles = Styles(book)
    # The sheets of the file choose their names first, so that BOM!D14 is BOM!D14 here as well.
    wishes = [sheet.name or reading.file for sheet in raw.sheets]
    *names, first, second = sheet_names([*wishes, *(title[language] for title in TITLES.values())])
    own = [Target(book.add_worksheet(name), styles, language) for name in (first, second)]
    targets = [Target(book.add_worksheet(name), styles, language) for name in names]
    copied = []
    for target, sheet, rows, said in zip(targets, raw.sheets, _rows(raw.sheets), marks(raw, reading), strict=True):
        copied.append(copy_sheet(target, sheet, said, rows))
        _for_paper(target.sheet, reading)
        _freeze(target.sheet, sheet, reading)
    told = Told(raw, reading, tuple(copied), language)
    _overview(own[0], told)
    _columns(own[1], told)
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


def _freeze(target: Any, sheet: Sheet, reading: Reading) -> None:
    headers = {table.header_row for table in reading.tables if table.sheet == sheet.name}
    if len(headers) == 1 and (row := headers.pop()) is not None and row <= _LAST_FROZEN:
        target.freeze_panes(row, 0)
        target.repeat_rows(row - 1)
    if sheet.hidden:
        target.set_tab_color("#595959")


# --- the two sheets of its own ----------------------------------------------------------------------------------------


def _overview(target: Target, told: Told) -> None:
    """What was read, how to read this workbook, the tables, the sheets, and all problems."""
    language, named = target.language, target.styles.named
    title = Text("Wat depmap heeft gelezen, en waar het vastliep", "What depmap read, and where it stumbled")
    put(target, (0, 0), title[language], named("title"))
    row = 2
    for word, value in overview.facts(told):
        put(target, (row, 0), word[language], named("bold"))
        put(target, (row, 1), value, named("plain"))
        row += 1
    row = _legend(target, row + 1)
    for block in (overview.tables(told), overview.sheets(told), overview.problems(told)):
        put(target, (row, 0), block.title[language], named("title"))
        row = _block(target, row + 1, block, told) + 2
    _finish(target, _WIDTHS["overview"], told.reading)


def _columns(target: Target, told: Told) -> None:
    _block(target, 0, overview.columns(told), told)
    target.sheet.freeze_panes(1, 0)
    target.sheet.repeat_rows(0)
    _finish(target, _WIDTHS["columns"], told.reading)


def _legend(target: Target, row: int) -> int:
    """How cells look, with what it means beside it; the row below."""
    language, styles = target.language, target.styles
    samples = [
        (
            styles.cell(kind, None, aside=False),
            Text("Kop", "Header"),
            Text(f"Gelezen kop: {text.nl}.", f"Header that was read: {text.en}."),
        )
        for kind, (_, text) in GROUNDS.items()
    ]
    samples.append(
        (
            styles.cell(Ground.UNUSED, None, aside=False),
            Text("Kop", "Header"),
            Text("Deze kolom wordt niet gebruikt.", "This column is not used."),
        )
    )
    samples += [
        (styles.cell(None, severity, aside=False), SEVERITIES[severity], text)
        for severity, text in _PROBLEM_WORDS.items()
    ]
    samples.append(
        (styles.cell(None, None, aside=True), Text("Regel", "Row"), Text("Telt niet mee.", "Does not count."))
    )
    put(target, (row, 0), _LEGEND[language], styles.named("title"))
    for style, sample, meaning in samples:
        row += 1
        put(target, (row, 0), sample[language], style)
        put(target, (row, 1), meaning[language], styles.named("plain"))
    return row + 3


def _block(target: Target, row: int, block: Block, told: Told) -> int:
    """A named table with its headings in ``row``; the row below."""
    language = target.language
    rows = block.rows[:MAX_TOLD] or [(_NOTHING[language], *(None for _ in block.headings[1:]))]
    if len(block.rows) > MAX_TOLD:
        more = _MORE.format(count=len(block.rows) - MAX_TOLD)
        rows = [*rows, (more[language], *(None for _ in block.headings[1:]))]
    head = target.styles.named("head")
    target.sheet.add_table(
        row,
        0,
        row + len(rows),
        len(block.headings) - 1,
        {
            "name": block.name[language],
            "style": "Table Style Light 1",
            "columns": [{"header": heading[language], "header_format": head} for heading in block.headings],
        },
    )
    for number, cells in enumerate(rows, row + 1):
        for column, cell in enumerate(cells):
            _cell(target, (number, column), cell, told.copied)
    return row + len(rows) + 1


def _cell(target: Target, place: tuple[int, int], cell: Cell, copied: Sequence[Copied]) -> None:
    if isinstance(cell, Link) and place[0] < MAX_LINKS:
        link = f"internal:'{copied[cell.sheet].name}'!{cell.cell}"
        target.sheet.write_url(*place, link, target.styles.named("link"), fitted(visible(cell.text), target.language))
    else:
        put(target, place, cell.text if isinstance(cell, Link) else cell, target.styles.named("wrap"))


def _finish(target: Target, widths: Sequence[int], reading: Reading) -> None:
    for column, width in enumerate(widths):
        target.sheet.set_column(column, column, width)
    _for_paper(target.sheet, reading)


def _for_paper(sheet: Any, reading: Reading) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    name = visible(reading.file, keep="").replace("&", "&&")[:200]
    sheet.set_header(f"&L&8 {name}&R&8 &A")
    sheet.set_footer("&R&8 &P / &N")
