"""In the child: workbooks in XML of Excel 2002 and 2003, which many programs still write, mostly called ``.xls``.

Source: "XML Spreadsheet Reference" (Microsoft, August 2001, msdn aa140066): rows and cells follow each other unless
``ss:Index`` (from 1) says otherwise; ``ss:MergeAcross`` and ``ss:MergeDown`` count further cells; ``ss:Data`` has a
type.
"""

from __future__ import annotations

import datetime
from xml.parsers import expat

from bom.sandbox.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_NOTES, MAX_ROWS, MAX_SHEETS, Refused
from bom.sandbox.listing import clean

KIND = "XML"
"""What messages call it."""

_SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_VISIBLE = "urn:schemas-microsoft-com:office:excel Visible"
_DEPTH = 100
_SHOWN = "SheetVisible"


def read(data: bytes) -> dict[str, object]:
    """Every sheet with its cells and merged ranges; hidden rows and formulas without a value are noted.

    Raises:
        Refused: no well-formed XML, with a document type, without sheets, or more than a workbook can hold.
    """
    book = _Book()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = book.doctype
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused("malformed", KIND) from error
    if not book.sheets:
        raise Refused("no_sheets")
    return {"sheets": book.sheets, "notes": book.notes[:MAX_NOTES]}


class _Book:
    """The workbook as far as it was read."""

    def __init__(self) -> None:
        self.sheets: list[dict[str, object]] = []
        self.notes: list[list[object]] = []
        self._rows: list[list[object]] = []
        self._merges: list[list[int]] = []
        self._open: list[str] = []
        self._said: list[str] | None = None
        self._kind = ""
        self._row = self._column = 0
        self._next_row = self._next_column = 0
        self._formula = False
        self._cells = 0

    def doctype(self, *_: object) -> None:
        """No program that writes workbooks writes a document type."""
        raise Refused("doctype", KIND)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if len(self._open) >= _DEPTH:
            raise Refused("malformed", KIND)
        space, _, local = name.rpartition(" ")
        said = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        inside = self._open[-1:] if space == _SPACE else []
        self._open.append(local if space == _SPACE else name)
        if local == "Worksheet" and inside == ["Workbook"]:
            self._begin_sheet(said)
        elif local == "Row" and inside == ["Table"]:
            self._begin_row(said)
        elif local == "Cell" and inside == ["Row"]:
            self._begin_cell(said)
        elif (local == "Data" and inside == ["Cell"]) or name == _VISIBLE:
            self._said, self._kind = [], said.get("Type", "")

    def end(self, name: str) -> None:
        """An element ends."""
        self._open.pop()
        space, _, local = name.rpartition(" ")
        inside = self._open[-1] if space == _SPACE and self._open else ""
        if name == _VISIBLE and self._said is not None and self.sheets:
            self.sheets[-1]["hidden"] = "".join(self._said).strip() != _SHOWN
            self._said = None
        elif local == "Data" and inside == "Cell" and self._said is not None:
            self._put(_value(clean("".join(self._said)), self._kind))
            self._said = None
        elif local == "Cell" and inside == "Row" and self._formula:
            self.notes.append(["no_value", self.sheets[-1]["name"], self._row, self._column])

    def text(self, text: str) -> None:
        """Text of a cell, in its runs of different letters too."""
        if self._said is not None:
            self._said.append(text)

    def _begin_sheet(self, said: dict[str, str]) -> None:
        if len(self.sheets) >= MAX_SHEETS:
            raise Refused("sheets", f"> {MAX_SHEETS}")
        self._rows, self._merges = [], []
        name = clean(said.get("Name", "")) or f"Sheet{len(self.sheets) + 1}"
        self.sheets.append({"name": name, "hidden": False, "merges": self._merges, "rows": self._rows})
        self._next_row = 0

    def _begin_row(self, said: dict[str, str]) -> None:
        self._row = _count(said, "Index", self._next_row + 1) - 1
        self._next_row = self._row + 1 + _count(said, "Span", 0)
        self._next_column = 0
        if not 0 <= self._row < MAX_ROWS or not self.sheets:
            raise Refused("rows")
        if said.get("Hidden") == "1":
            self.notes.append(["hidden_row", self.sheets[-1]["name"], self._row])

    def _begin_cell(self, said: dict[str, str]) -> None:
        self._column = _count(said, "Index", self._next_column + 1) - 1
        wide, high = _count(said, "MergeAcross", 0), _count(said, "MergeDown", 0)
        self._next_column = self._column + 1 + wide
        if not 0 <= self._column < MAX_COLUMNS:
            raise Refused("columns")
        self._formula = "Formula" in said
        if wide or high:
            self._merges.append([self._row, self._column, self._row + high, self._column + wide])
            if len(self._merges) > MAX_MERGES:
                raise Refused("merges")

    def _put(self, value: object) -> None:
        """The value of the cell that is open."""
        if value is None:
            return
        self._formula = False
        self._rows.extend([] for _ in range(self._row + 1 - len(self._rows)))
        cells = self._rows[self._row]
        missing = self._column + 1 - len(cells)
        self._cells += max(missing, 0)
        if self._cells > MAX_CELLS:
            raise Refused("cells")
        cells.extend([None] * missing)
        cells[self._column] = value


def _count(said: dict[str, str], name: str, otherwise: int) -> int:
    text = said.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else otherwise


def _value(text: str, kind: str) -> object:
    """A value by the type that its cell states; text when it is none of that type."""
    if not text:
        return None
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.datetime.fromisoformat(text)
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text
