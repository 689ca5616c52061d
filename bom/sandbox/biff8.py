"""In the child: errors, formulas without a value, hidden rows and leading zeros of .xls, from its records.

Source: [MS-XLS] 2.1.4 (records), 2.4.28 BoundSheet8, 2.4.127 Formula, 2.4.221 Row, 2.4.353 XF, 2.5.133 FormulaValue.
Excel 5 writes the same records, but for the texts of its number formats.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from bom.sandbox import compound
from bom.sandbox.details import Damaged, Details, digits
from bom.sandbox.limits import MAX_SHEETS

_HEAD = struct.Struct("<2H")
_CELL = struct.Struct("<3H")
_FORMULA = struct.Struct("<3H8sH")
_BOF, _EOF, _BOUNDSHEET, _FORMAT, _XF = 0x0809, 0x000A, 0x0085, 0x041E, 0x00E0
_ROW, _NUMBER, _RK, _MULRK, _BOOLERR, _CALCULATED = 0x0208, 0x0203, 0x027E, 0x00BD, 0x0205, 0x0006
_LEAST = {_BOUNDSHEET: 6, _FORMAT: 5, _XF: 4, _ROW: 14, _NUMBER: 14, _RK: 10, _MULRK: 12, _BOOLERR: 8, _CALCULATED: 16}
_HIDDEN = 0x20
_ALWAYS = 0x01
_WIDE = 0x01
_NO_NUMBER = b"\xff\xff"
_ZERO = bytes(8)
_WORKSHEET = 0
_IS_ERROR, _IS_BLANK = 2, 3
_BIFF8 = 0x0600


def mend(sheets: list[dict[str, object]], data: bytes) -> list[list[object]]:
    """Put what the records say into the rows of the sheets, and name what else they say (`Details.apply`).

    Returns:
        the notes; ``["unchecked", sheet]`` for a sheet whose records cannot be followed.
    """
    notes: list[list[object]] = []
    try:
        book = _Book(compound.stream(data, ("Workbook", "Book")))
        if len(book.starts) != len(sheets):
            raise Damaged
    except (Damaged, struct.error):
        return [["unchecked", sheet["name"]] for sheet in sheets]
    for sheet, start in zip(sheets, book.starts, strict=True):
        try:
            notes += book.details(start).apply(sheet)
        except (Damaged, struct.error):
            notes.append(["unchecked", sheet["name"]])
    return notes


class _Book:
    """The stream of a workbook: where its worksheets start, and which cell formats fill up with zeros."""

    def __init__(self, stream: bytes) -> None:
        self._stream = stream
        self._left = 2 * len(stream)
        self._widths: dict[int, int] = {}
        self.starts: list[int] = []
        wide = False
        formats: list[int] = []
        codes: dict[int, int] = {}
        for kind, at, size in self._records(0):
            if kind == _EOF:
                break
            if kind == _BOF:
                wide = struct.unpack_from("<H", stream, at)[0] == _BIFF8
            elif kind == _BOUNDSHEET and stream[at + 5] == _WORKSHEET:
                self.starts.append(struct.unpack_from("<L", stream, at)[0])
            elif kind == _FORMAT:
                codes[struct.unpack_from("<H", stream, at)[0]] = digits(_code(stream[at + 2 : at + size], wide))
            elif kind == _XF:
                formats.append(struct.unpack_from("<H", stream, at + 2)[0])
        if len(self.starts) > MAX_SHEETS:
            raise Damaged
        self._widths = {index: codes[code] for index, code in enumerate(formats) if codes.get(code)}

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Kind, start and length of one record after the other. Sheets that overlap are walked along for so long only.

        Raises:
            Damaged: a record ends outside the stream, or there is no last one.
        """
        end = len(self._stream)
        while at + _HEAD.size <= end:
            kind, size = _HEAD.unpack_from(self._stream, at)
            at += _HEAD.size
            self._left -= size + _HEAD.size
            if at + size > end or size < _LEAST.get(kind, 0) or self._left < 0:
                raise Damaged
            yield kind, at, size
            at += size
        raise Damaged

    def details(self, start: int) -> Details:
        """What the records of the sheet that starts here say; those of charts inside it do not count."""
        found, depth = Details(), 0
        for kind, at, size in self._records(start):
            depth += (kind == _BOF) - (kind == _EOF)
            if depth <= 0:
                if kind != _EOF:
                    raise Damaged
                return found
            if depth == 1 and kind in _LEAST:
                self._note(found, kind, at, size)
        raise Damaged

    def _note(self, found: Details, kind: int, at: int, size: int) -> None:
        """One row or cell."""
        stream = self._stream
        row, column, form = _CELL.unpack_from(stream, at)
        if kind == _ROW:
            if stream[at + 12] & _HIDDEN:
                found.hidden.append(row)
        elif kind == _CALCULATED:
            self._formula(found, at)
        elif kind == _BOOLERR and stream[at + 7]:
            found.error(row, column, stream[at + 6])
        elif kind != _MULRK:
            found.number(row, column, self._widths.get(form, 0))
        else:  # Several numbers side by side, six bytes each.
            for place in range((size - 6) // 6):
                (form,) = struct.unpack_from("<H", stream, at + 4 + 6 * place)
                found.number(row, column + place, self._widths.get(form, 0))

    def _formula(self, found: Details, at: int) -> None:
        """A formula with its last result."""
        row, column, form, value, flags = _FORMULA.unpack_from(self._stream, at)
        special = value[6:] == _NO_NUMBER
        empty, zero = special and value[0] == _IS_BLANK, value == _ZERO
        found.formula(row, column, due=bool(flags & _ALWAYS), empty=empty, zero=zero)
        if special and value[0] == _IS_ERROR:
            found.error(row, column, value[2])
        elif not (special or zero):
            found.number(row, column, self._widths.get(form, 0))


def _code(text: bytes, wide: bool) -> str:
    """The text of a number format: two bytes of length and one of flags before it, or one byte of length (Excel 5)."""
    if not wide:
        return text[1:].decode("latin-1")
    return text[3:].decode("utf-16-le" if text[2] & _WIDE else "latin-1", "replace")
