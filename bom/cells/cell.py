"""What one cell says, by the kind of its field. A cell that cannot be read is an issue, never a guess.

Text stays as written (an analyst must find it back), except that a spreadsheet's ``4700.0`` is part number 4700.
Quantities, prices and lead times become `decimal.Decimal`; lead times are in weeks. What follows the number (``1,8
m``, ``€ 2,50``) is kept as the unit or the currency of the line.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping

from bom.cells.amounts import read_money, read_number, read_weeks
from bom.cells.designators import expand, is_cut, simple_places
from bom.cells.faults import A_DATE, BAD_RANGE, CUT, LOST_DIGITS, NOTHING, CellReading, ColumnKind
from bom.cells.marks import is_placeholder
from bom.columns.content import shown
from bom.fields import Kind
from bom.raw import Value
from bom.reading import FieldValue


def read(value: Value, column: ColumnKind) -> CellReading:
    """What a cell says in this column."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return NOTHING
    return _READERS[column.kind](value, column)


def plain_reader(kind: Kind) -> Callable[[Value], FieldValue]:
    """What tells what a cell that hides nothing says, which nearly all do; None when `read` must look at it closely.

    It says the same as ``read(value, column).value`` then, and that has no fault and nothing beside it.
    """
    return _PLAIN.get(kind, _nothing)


def _as_written(value: Value) -> FieldValue:
    if isinstance(value, str):
        # A number with lost digits, a remark in brackets, several values: more than it seems.
        return None if "E+" in value or "(" in value or "\n" in value else value.rstrip() or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if -_EXACT < value < _EXACT else None
    return None


def _places(value: Value) -> FieldValue:
    return simple_places(value) if isinstance(value, str) else None


def _nothing(_: Value) -> FieldValue:
    return None


_PLAIN: Mapping[Kind, Callable[[Value], FieldValue]] = {
    Kind.DESIGNATORS: _places,
    **dict.fromkeys((Kind.TEXT, Kind.MARK, Kind.COUNTRY, Kind.URL), _as_written),
}

_IDENTIFIERS = frozenset({"mpn", "part_number", "supplier_part_number", "line_id", "parent", "value", "level"})
_EXACT = 10**15
"""From here on a spreadsheet's number may have lost digits (Excel specifications: 15 digits)."""
_LOST_DIGITS = re.compile(r"\d(?:[.,]\d+)?E\+\d{2}")
_REMARK = re.compile(r"\s+\([^()]*\)$")


def _text(value: Value, column: ColumnKind) -> CellReading:
    if isinstance(value, (datetime.date, datetime.datetime, datetime.time)):
        if column.field in _IDENTIFIERS:
            return CellReading(None, fault=A_DATE.of(value.isoformat()))
        return CellReading(value.isoformat())
    if not isinstance(value, str):
        text = shown(value)
        long = column.field in _IDENTIFIERS and abs(value or 0) >= _EXACT
        return CellReading(text, fault=LOST_DIGITS.of(text) if long else None)
    text = value.rstrip()
    if column.field == "supplier_part_number":
        text = "\n".join(_REMARK.sub("", part) for part in text.split("\n"))
    if column.field in {"mpn", "part_number", "supplier_part_number"} and _LOST_DIGITS.fullmatch(text.strip()):
        return CellReading(text, fault=LOST_DIGITS.of(text))
    return CellReading(text)


def _designators(value: Value, _: ColumnKind) -> CellReading:
    if isinstance(value, (datetime.date, datetime.datetime, datetime.time)):
        return CellReading(None, fault=A_DATE.of(value.isoformat()))
    text = shown(value)
    if is_placeholder(text):
        return NOTHING
    if is_cut(text):
        return CellReading(text, fault=CUT.of(text))
    places = expand(text)
    if places is None:
        return CellReading(text, fault=BAD_RANGE.of(text))
    return CellReading(places)


_READERS: Mapping[Kind, Callable[[Value, ColumnKind], CellReading]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: read_number,
    Kind.MONEY: read_money,
    Kind.DESIGNATORS: _designators,
    Kind.MARK: _text,
    Kind.WEEKS: read_weeks,
    Kind.COUNTRY: _text,
    Kind.URL: _text,
}
