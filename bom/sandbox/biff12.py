"""In the child: errors, formulas without a value, hidden rows, merges and leading zeros of .xlsb, from its records.

Source: [MS-XLSB] 2.1.4 (records), 2.4.313 BrtBundleSh, 2.4.318 BrtCellError, 2.4.678 to 2.4.680 (formulas), 2.4.761
BrtRowHdr, 2.4.862 BrtXF, 2.5.10 (cells), 2.5.70 GrbitFmla.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from bom.sandbox import spreadsheetml
from bom.sandbox.container import Member
from bom.sandbox.details import Damaged, Details, digits
from bom.sandbox.limits import MAX_MERGES

_WORKBOOK, _RELATIONS, _STYLES = "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/styles.bin"
_ROW, _RK, _ERROR, _BOOL, _REAL = 0, 2, 3, 4, 5
_TEXT_FORMULA, _NUMBER_FORMULA, _BOOL_FORMULA, _ERROR_FORMULA = 8, 9, 10, 11
_FORMAT, _XF, _BUNDLE, _MERGE, _FORMS, _FORMS_END = 44, 47, 156, 176, 617, 618
_LEAST = {
    _ROW: 12, _RK: 12, _ERROR: 9, _BOOL: 9, _REAL: 16, _TEXT_FORMULA: 14, _NUMBER_FORMULA: 18, _BOOL_FORMULA: 11,
    _ERROR_FORMULA: 11, _FORMAT: 6, _XF: 4, _BUNDLE: 16, _MERGE: 16,
}  # fmt: skip
_CELL = struct.Struct("<2L")
_RANGE = struct.Struct("<4L")
_HIDDEN = 0x10
_ALWAYS = 0x02
_FORM = 0xFFFFFF


def mend(sheets: list[dict[str, object]], parts: dict[str, Member], data: bytes) -> list[list[object]]:
    """Put what the records say into the rows of the sheets, and name what else they say (`Details.apply`).

    Returns:
        the notes; ``["unchecked", sheet]`` for a sheet whose records cannot be followed.

    Raises:
        Refused: a part cannot be unpacked.
    """
    notes: list[list[object]] = []
    try:
        paths = dict(_worksheets(parts, data))
        widths = _widths(parts[_STYLES].read(data)) if _STYLES in parts else {}
    except (Damaged, struct.error):
        return [["unchecked", sheet["name"]] for sheet in sheets]
    for sheet in sheets:
        part = parts.get(paths.get(str(sheet["name"]), ""))
        try:
            if part is None:
                raise Damaged
            notes += _details(part.read(data), widths).apply(sheet)
        except (Damaged, struct.error):
            notes.append(["unchecked", sheet["name"]])
    return notes


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """Kind, start and length of one record after the other; kind and length are numbers of seven bits a byte.

    Raises:
        Damaged: a record ends outside the stream, or is shorter than its kind.
    """
    at, end = 0, len(stream)
    try:
        while at < end:
            kind = stream[at]
            at += 1
            if kind & 0x80:
                kind = kind & 0x7F | (stream[at] & 0x7F) << 7
                at += 1
            size = stream[at]
            at += 1
            if size & 0x80:
                size &= 0x7F
                for shift in (7, 14, 21):
                    more = stream[at]
                    at += 1
                    size |= (more & 0x7F) << shift
                    if not more & 0x80:
                        break
            if at + size > end or size < _LEAST.get(kind, 0):
                raise Damaged
            yield kind, at, size
            at += size
    except IndexError as error:
        raise Damaged from error


def _details(stream: bytes, widths: dict[int, int]) -> Details:
    """What the records of one sheet say."""
    found, row = Details(), -1
    for kind, at, _ in _records(stream):
        if kind == _ROW:
            (row,) = struct.unpack_from("<L", stream, at)
            if stream[at + 11] & _HIDDEN:
                found.hidden.append(row)
            continue
        if kind == _MERGE and len(found.merges) < MAX_MERGES:
            top, bottom, left, right = _RANGE.unpack_from(stream, at)
            found.merges.append([top, left, bottom, right])
        if kind > _ERROR_FORMULA or kind not in _LEAST:
            continue
        if row < 0:
            raise Damaged
        column, form = _CELL.unpack_from(stream, at)
        if kind >= _TEXT_FORMULA:
            _formula(found, (row, column), kind, stream[at + 8 : at + 18])
        if kind in (_ERROR, _ERROR_FORMULA):
            found.error(row, column, stream[at + 8])
        elif kind != _TEXT_FORMULA:
            found.number(row, column, widths.get(form & _FORM, 0))
    return found


def _formula(found: Details, place: tuple[int, int], kind: int, content: bytes) -> None:
    """A formula, by its last result and the flags behind it."""
    empty = kind == _TEXT_FORMULA and content[:4] == bytes(4)
    zero = kind == _NUMBER_FORMULA and content[:8] == bytes(8)
    flags = {_TEXT_FORMULA: 4, _NUMBER_FORMULA: 8}.get(kind, 1)
    found.formula(*place, due=bool(content[flags] & _ALWAYS), empty=empty, zero=zero)


def _widths(styles: bytes) -> dict[int, int]:
    """Index of a cell format -> how many digits it fills up with zeros, where it does."""
    codes: dict[int, int] = {}
    widths: dict[int, int] = {}
    of_cells, index = False, 0
    for kind, at, size in _records(styles):
        if kind in (_FORMS, _FORMS_END):
            of_cells = kind == _FORMS
        elif kind == _FORMAT:
            code = styles[at + 6 : at + size].decode("utf-16-le", "replace")
            codes[struct.unpack_from("<H", styles, at)[0]] = digits(code)
        elif kind == _XF and of_cells:
            width = codes.get(struct.unpack_from("<H", styles, at + 2)[0])
            if width:
                widths[index] = width
            index += 1
    return widths


def _worksheets(parts: dict[str, Member], data: bytes) -> Iterator[tuple[str, str]]:
    """Name and part of every sheet, as the workbook relates them."""
    workbook, relations = parts.get(_WORKBOOK), parts.get(_RELATIONS)
    if workbook is None or relations is None:
        raise Damaged
    targets = spreadsheetml.targets(relations.read(data))
    stream = workbook.read(data)
    for kind, at, size in _records(stream):
        if kind == _BUNDLE:
            relation, rest = _wide(stream[at + 8 : at + size])
            name, _ = _wide(rest)
            yield name, targets.get(relation, "")


def _wide(data: bytes) -> tuple[str, bytes]:
    """A text with its length before it, and what follows; a length of all ones stands for no text."""
    (length,) = struct.unpack_from("<L", data)
    end = 4 + (0 if length == 0xFFFFFFFF else 2 * length)
    if end > len(data):
        raise Damaged
    return data[4:end].decode("utf-16-le", "replace"), data[end:]
