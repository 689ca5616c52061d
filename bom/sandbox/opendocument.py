"""In the child: OpenDocument spreadsheets, from their own XML.

calamine reads a cell without ``office:value-type`` as blank, although its text stands in it; some exporters write every
cell so.
Source: OpenDocument 1.3, part 3, chapters 9 (tables) and 19 (attributes).
"""

from __future__ import annotations

import datetime
import re

from bom.sandbox import container
from bom.sandbox.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_NOTES, MAX_ROWS, MAX_SHEETS, MAX_TEXT, Refused

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE, _DRAW = (
    f"{_URN}{part}:1.0 " for part in ("table", "office", "text", "style", "drawing")
)
_CELLS = (_TABLE + "table-cell", _TABLE + "covered-table-cell")
_SKIPPED = (_OFFICE + "annotation", _TABLE + "tracked-changes", _TABLE + "dde-links", _TABLE + "shapes")
_BLANKS = re.compile(r"[ \t\r\n]+")
_PADDED = re.compile(r"0[0-9]{1,19}")
_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$")
_DEPTH = 100


def read(data: bytes) -> dict[str, object]:
    """Every table of ``content.xml``; a value is typed when the cell says its type, and text otherwise.

    Raises:
        Refused: encrypted, with a document type, damaged, or with more cells than a spreadsheet has.
    """
    from xml.parsers import expat

    parts = container.members(data)
    manifest = parts.get("META-INF/manifest.xml")
    if manifest and b"encryption-data" in manifest.read(data):
        raise Refused("password")
    document = _Document()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = document.doctype
    parser.StartElementHandler = document.start
    parser.EndElementHandler = document.end
    parser.CharacterDataHandler = document.characters
    try:
        parser.Parse(parts["content.xml"].read(data), True)
    except expat.ExpatError as error:
        raise Refused("damaged", "content.xml") from error
    return {"sheets": document.sheets, "notes": document.notes[:MAX_NOTES]}


class _Document:
    """The state of reading: one table, one row, one cell at a time."""

    def __init__(self) -> None:
        self.sheets: list[dict[str, object]] = []
        self.notes: list[list[object]] = []
        self._hidden: set[str] = set()
        self._style = ""
        self._depth = self._skip = self._cells = 0
        self._rows: list[list[object]] = []
        self._merges: list[list[int]] = []
        self._blank: list[tuple[int, int]] = []
        self._calculated = False
        self._row: list[object] = []
        self._row_at = self._column = self._row_repeat = 0
        self._row_hidden = False
        self._cell: dict[str, str] | None = None
        self._lines: list[str] = []
        self._in_text = 0

    def doctype(self, *_: object) -> None:
        """No spreadsheet program writes a document type; bombs need one."""
        raise Refused("doctype", "content.xml")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEPTH:
            raise Refused("damaged", "content.xml")
        if self._skip or name in _SKIPPED or name.startswith(_DRAW):
            self._skip += 1
        elif self._cell is not None:
            self._inside_cell(name, attributes)
        elif name in _CELLS:
            self._cell, self._lines = attributes, []
        elif name == _TABLE + "table-row":
            self._row, self._column, self._row_repeat = [], 0, _count(attributes, "number-rows-repeated")
            self._row_hidden = attributes.get(_TABLE + "visibility", "visible") != "visible"
        elif name == _TABLE + "table":
            self._begin_table(attributes)
        elif name == _STYLE + "style":
            self._style = attributes.get(_STYLE + "name", "")
        elif name == _STYLE + "table-properties" and attributes.get(_TABLE + "display") == "false":
            self._hidden.add(self._style)

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        if self._skip:
            self._skip -= 1
        elif self._in_text:
            self._in_text -= 1
        elif name in _CELLS and self._cell is not None:
            self._end_cell(self._cell, name == _CELLS[1])
            self._cell = None
        elif name == _TABLE + "table-row" and self._cell is None:
            self._end_row()
        elif name == _TABLE + "table" and self.sheets and not self._calculated:
            # LibreOffice writes an empty text that was calculated as no value at all, so one result vouches for all.
            self.notes += (["no_value", self.sheets[-1]["name"], row, column] for row, column in self._blank)

    def characters(self, text: str) -> None:
        """Text; only that of paragraphs in cells counts."""
        if self._in_text and not self._skip:
            self._say(_BLANKS.sub(" ", text))

    def _say(self, text: str) -> None:
        """More text of the cell. It stops at what a cell may hold: few bytes can stand for any number of blanks."""
        self._lines[-1] += text
        if len(self._lines[-1]) > MAX_TEXT:
            raise Refused("text")

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._rows, self._merges, self._row_at = [], [], 0
        self._blank, self._calculated = [], False
        hidden = attributes.get(_TABLE + "style-name", "") in self._hidden
        name = attributes.get(_TABLE + "name", "")
        self.sheets.append({"name": name, "hidden": hidden, "merges": self._merges, "rows": self._rows})
        if len(self.sheets) > MAX_SHEETS:
            raise Refused("sheets", f"{len(self.sheets)}")

    def _inside_cell(self, name: str, attributes: dict[str, str]) -> None:
        """Paragraphs become lines; what stands for blanks, tabs and line breaks becomes that."""
        if name == _TEXT + "p" and not self._in_text:
            self._lines.append("")
        elif name == _TEXT + "s":
            self._say(" " * min(_count(attributes, "c", _TEXT), MAX_TEXT))
        elif name == _TEXT + "tab":
            self._say("\t")
        elif name == _TEXT + "line-break":
            self._say("\n")
        elif not self._in_text:
            self._skip += 1
            return
        self._in_text += 1

    def _end_cell(self, cell: dict[str, str], covered: bool) -> None:
        repeat = _count(cell, "number-columns-repeated")
        value = None if covered else _value(cell, "\n".join(self._lines))
        if cell.get(_TABLE + "formula") and not covered:
            if value is None and _OFFICE + "value-type" not in cell:
                self._blank.append((self._row_at, self._column))
            else:
                self._calculated = True
        down, across = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if (down > 1 or across > 1) and len(self._merges) < MAX_MERGES:
            bottom, right = self._row_at + down - 1, self._column + across - 1
            self._merges.append([self._row_at, self._column, bottom, right])
        if value is not None:
            if self._column + repeat > MAX_COLUMNS:
                raise Refused("columns")
            self._row += [None] * (self._column - len(self._row)) + [value] * repeat
        self._column += repeat

    def _end_row(self) -> None:
        """Blank rows only count; they are written when a row with content follows."""
        if self._row:
            if self._row_at + self._row_repeat > MAX_ROWS:
                raise Refused("rows")
            self._cells += (self._row_at - len(self._rows)) + len(self._row) * self._row_repeat
            if self._cells > MAX_CELLS:
                raise Refused("cells")
            self._rows += [[] for _ in range(self._row_at - len(self._rows))] + [self._row] * self._row_repeat
            if self._row_hidden and len(self.notes) < MAX_NOTES:
                hidden = range(self._row_at, self._row_at + self._row_repeat)
                self.notes += (["hidden_row", self.sheets[-1]["name"], row] for row in hidden)
        self._row_at += self._row_repeat


def _count(attributes: dict[str, str], name: str, space: str = _TABLE) -> int:
    """A number of repeats or spanned cells; 1 when it is not stated or makes no sense."""
    text = attributes.get(space + name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 12 else 1


def _value(cell: dict[str, str], text: str) -> object:
    """The value by its stated type; the text shown when there is no type, a number of digits is shown with zeros before
    it, or the value is an error or makes no sense.
    """
    kind = cell.get(_OFFICE + "value-type", "")
    try:
        if text.startswith("#") and kind != "string":
            return text
        if kind in ("float", "percentage", "currency"):
            number = float(cell[_OFFICE + "value"])
            return text if _PADDED.fullmatch(text) and float(text) == number else number
        if kind == "boolean":
            return cell[_OFFICE + "boolean-value"] == "true"
        if kind == "date":
            date = cell[_OFFICE + "date-value"]
            return datetime.datetime.fromisoformat(date) if "T" in date else datetime.date.fromisoformat(date)
        if kind == "time":
            found = _DURATION.match(cell[_OFFICE + "time-value"])
            return datetime.time(int(found[1]), int(found[2]), int(found[3])) if found else text or None
    except (KeyError, ValueError):
        return text or None
    return text or cell.get(_OFFICE + "string-value") or None
