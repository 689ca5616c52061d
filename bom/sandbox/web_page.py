"""In the child: the tables of a web page, which is also what many programs write into a file called ``.xls``."""

from __future__ import annotations

from html.parser import HTMLParser

from bom.sandbox.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS, MAX_SHEETS, Refused
from bom.sandbox.listing import clean

KIND = "HTML"
"""What messages call it."""

_UNSEEN = frozenset({"script", "style", "title"})
_BREAKS = frozenset({"br", "p", "div", "li", "tr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption"})
_DEPTH = 100
_NAME = 80


def read(data: bytes) -> dict[str, object]:
    """A sheet for each table with more than one row and column, named by the heading above it when there are several.

    Raises:
        Refused: no such table (``no_list``), nested too deeply, or more than a workbook can hold.
    """
    page = _Page()
    page.feed(data.decode("utf-8", "replace"))
    page.close()
    page.finish()
    tables = [table for table in page.tables if len(table.rows) > 1 and max(map(len, table.rows)) > 1]
    if not tables:
        raise Refused("no_list", KIND)
    if len(tables) > MAX_SHEETS:
        raise Refused("sheets", str(len(tables)))
    sheets: list[dict[str, object]] = []
    for number, table in enumerate(tables, 1):
        name = clean(table.name)[:_NAME] or f"table {number}"
        name = f"{name} ({number})" if any(sheet["name"] == name for sheet in sheets) else name
        said = {"hidden": False, "merges": table.merges, "rows": table.rows}
        sheets.append({"name": name if len(tables) > 1 else "", **said})
    return {"sheets": sheets, "notes": []}


class _Table:
    """The cells of one table."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.rows: list[list[str | None]] = []
        self.merges: list[list[int]] = []
        self.cells = 0
        self._covered: dict[int, int] = {}
        """Column -> the row before which a cell from above ends."""

    def add(self, text: str, wide: int, high: int) -> None:
        """A cell of the last row, in the first column that no cell from above covers."""
        row, cells = len(self.rows) - 1, self.rows[-1]
        while self._covered.get(len(cells), 0) > row:
            cells.append(None)
        column = len(cells)
        cells += [text or None, *[None] * (wide - 1)]
        self.cells += wide
        if len(cells) > MAX_COLUMNS:
            raise Refused("columns")
        if len(self.rows) > MAX_ROWS:
            raise Refused("rows")
        if high > 1:
            self._covered.update(dict.fromkeys(range(column, column + wide), row + high))
        if text and (wide > 1 or high > 1):
            self.merges.append([row, column, row + high - 1, column + wide - 1])
            if len(self.merges) > MAX_MERGES:
                raise Refused("merges")


class _Page(HTMLParser):
    """Tables as they open and close; the end of rows and cells may go without saying."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[tuple[_Table, list[str] | None, tuple[int, int]]] = []
        self._unseen = ""
        self._heading = ""
        self._inside_heading = False
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        if tag in _UNSEEN:
            self._unseen = self._unseen or tag
        elif tag == "table":
            self._unseen = ""
            self._begin_table()
        elif tag in ("tr", "td", "th") and self._open:
            self._end_cell()
            table = self._open[-1][0]
            if tag == "tr" or not table.rows:
                table.rows.append([])
            if tag != "tr":
                said = dict(attrs)
                self._open[-1] = (table, [], (_number(said.get("colspan")), _number(said.get("rowspan"))))
        elif tag in _HEADINGS:
            self._inside_heading = True
            self._heading = ""
        elif tag in _BREAKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        if tag == self._unseen:
            self._unseen = ""
        elif tag in _HEADINGS:
            self._inside_heading = False
            if tag == "caption" and self._open:
                self._open[-1][0].name = self._heading.strip()
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()
        elif tag in _BREAKS:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        """Text belongs to the innermost open cell, or to a heading."""
        if self._unseen:
            return
        if self._inside_heading:
            self._heading = (self._heading + data)[:1000]
        elif self._open and (text := self._open[-1][1]) is not None:
            text.append(data)

    def finish(self) -> None:
        """What is still open ends with the page."""
        while self._open:
            self._end_cell()
            self._open.pop()

    def _begin_table(self) -> None:
        if len(self._open) >= _DEPTH:
            raise Refused("nested")
        self.tables.append(_Table(self._heading.strip()))
        self._open.append((self.tables[-1], None, (1, 1)))

    def _end_cell(self) -> None:
        """The open cell of the innermost table, if there is one, is complete."""
        if not self._open:
            return
        table, text, (wide, high) = self._open[-1]
        if text is None:
            return
        self._open[-1] = (table, None, (1, 1))
        lines = (" ".join(line.split()) for line in "".join(text).split("\n"))
        table.add(clean("\n".join(filter(None, lines))), wide, high)
        self._cells += wide
        if self._cells > MAX_CELLS:
            raise Refused("cells")


def _number(said: str | None) -> int:
    """Over how many rows or columns a cell stands; browsers, too, go no further than a thousand columns."""
    text = (said or "").strip()
    return min(int(text), 1000) or 1 if text.isascii() and text.isdecimal() and len(text) < 6 else 1
