"""In the child: what a workbook says of its cells beyond their values, put into the rows.

calamine gives error values, and formulas that nobody calculated, as blanks or zeros, numbers without their format, and
knows nothing of hidden rows. `bom.sandbox.biff8` and `bom.sandbox.biff12` walk along the records and note them here.
"""

from __future__ import annotations

import re

from bom.sandbox.limits import MAX_COLUMNS, MAX_NOTES, MAX_ROWS

ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Code -> what the cell shows. Source: [MS-XLS] 2.5.10 and [MS-XLSB] 2.5.98.2 (BErr)."""

_ZEROS = re.compile(r"(0{2,20})(?:;.*)?", re.DOTALL)


class Damaged(Exception):
    """The records contradict themselves. The values stand all the same; that their details are unknown must be said."""


def digits(code: str) -> int:
    """How many digits a number format fills up with zeros; 0 for every other format.

    >>> digits("00000"), digits("0000;@"), digits("0"), digits("0.00"), digits("dd-mm")
    (5, 4, 0, 0, 0)
    """
    found = _ZEROS.fullmatch(code)
    return len(found[1]) if found else 0


class Details:
    """What was seen of one sheet; rows and columns are counted from 0."""

    __slots__ = ("_blank", "_calculated", "_filled", "errors", "hidden", "merges", "padded", "uncalculated")

    def __init__(self) -> None:
        """Start with nothing seen."""
        self.errors: list[tuple[int, int, str]] = []
        self.hidden: list[int] = []
        self.merges: list[list[int]] = []
        self.padded: list[tuple[int, int, int]] = []
        self.uncalculated: list[tuple[int, int]] = []
        self._blank: list[tuple[int, int]] = []
        self._calculated = False
        self._filled = bytearray()

    def number(self, row: int, column: int, width: int = 0) -> None:
        """A cell with a number or a truth value, whose format fills it up to ``width`` digits.

        Raises:
            Damaged: outside what a sheet can hold.
        """
        if row >= MAX_ROWS or column >= MAX_COLUMNS:
            raise Damaged
        if row >= len(self._filled):
            self._filled += bytes(row + 1 - len(self._filled))
        self._filled[row] = 1
        if width:
            self.padded.append((row, column, width))

    def error(self, row: int, column: int, code: int) -> None:
        """An error value stands here."""
        self.number(row, column)
        self.errors.append((row, column, ERRORS.get(code, "#N/A")))

    def formula(self, row: int, column: int, *, due: bool, empty: bool, zero: bool) -> None:
        """A formula stands here: due for calculation or not; its last result an empty text, the number 0, or neither.

        What is due and empty or zero was never calculated. An empty text may be a true result, unless no formula of
        the sheet has another one.
        """
        if due and (empty or zero):
            self.uncalculated.append((row, column))
        elif empty:
            self._blank.append((row, column))
        else:
            self._calculated = True

    def apply(self, sheet: dict[str, object]) -> list[list[object]]:
        """Put error values and leading zeros into the rows of a sheet, and take out the zeros that nobody calculated.

        Returns:
            notes ``["no_value", sheet, row, column]``, ``["hidden_row", sheet, row]`` of rows with cells, and
            ``["lost_row", sheet, row]`` of rows that the records fill and the rows leave blank.
        """
        name: object = sheet["name"]
        rows: list[list[object]] = sheet["rows"]  # type: ignore[assignment]
        if self.merges:
            sheet["merges"] = self.merges
        for row, column, word in self.errors:
            _put(rows, row, column, word)
        lost = [row for row, filled in enumerate(self._filled) if filled and not (row < len(rows) and _any(rows[row]))]
        uncalculated = self.uncalculated if self._calculated else sorted(self.uncalculated + self._blank)
        for row, column in uncalculated:
            _put(rows, row, column, "")
        for row, column, width in self.padded:
            pad(rows, row, column, width)
        notes: list[list[object]] = [["lost_row", name, row] for row in lost]
        notes += (["no_value", name, row, column] for row, column in uncalculated)
        notes += (["hidden_row", name, row] for row in self.hidden if row < len(rows) and _any(rows[row]))
        return notes[:MAX_NOTES]


def pad(rows: list[list[object]], row: int, column: int, width: int) -> None:
    """A whole number that is shown with zeros before it becomes the text that is shown."""
    value = rows[row][column] if row < len(rows) and column < len(rows[row]) else None
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 and value % 1 == 0:
        rows[row][column] = f"{int(value):0{width}}"


def _put(rows: list[list[object]], row: int, column: int, value: str) -> None:
    """Set a cell that is there; calamine keeps a place for every cell of the file, whatever it thinks of it."""
    if row < len(rows) and column < len(rows[row]):
        rows[row][column] = value


def _any(cells: list[object]) -> bool:
    """Whether a row holds anything."""
    return any(cell not in (None, "") for cell in cells)
