"""Readings from a few words: what the reader would make of a small table."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bom.raw import letters
from bom.reading import ColumnReading, FieldValue, Line, Reading, Table, TableRole
from depmap.core.evidence import CellRef
from depmap.core.text import same

NUMBERS = ("quantity", "unit_price", "total_price", "multiplier", "stock", "lead_time")


def table(columns: str, rows: Sequence[str], *, sheet: str = "Sheet1", first: int = 2) -> Table:
    """A parts table: ``columns`` and each row are separated by ``|``; ``^`` in a cell stacks, ``dnp`` ends a row,
    ``@`` before a text keeps its indentation.

    A column may carry another header than its field: ``unit_price=Prijs (EUR)``.
    """
    pairs = [column.strip().partition("=") for column in columns.split("|")]
    fields = [field for field, _, _ in pairs]
    lines = tuple(_line(fields, row, sheet, first + number) for number, row in enumerate(rows))
    headers = tuple(
        ColumnReading(letters(place), title or field, field, same("given"))
        for place, (field, _, title) in enumerate(pairs)
    )
    return Table(sheet, first - 1, TableRole.PARTS, same("given"), headers, lines)


def reading(*tables: Table, **title: str) -> Reading:
    """A file of these tables."""
    return Reading("kite.xlsx", "0" * 64, "xlsx", tables, title=title)


def parts(columns: str, *rows: str) -> Reading:
    """A file of one table."""
    return reading(table(columns, rows))


def _line(fields: Sequence[str], row: str, sheet: str, number: int) -> Line:
    cells = [cell.strip() for cell in row.split("|")]
    dnp = cells[-1] == "dnp"
    values = {field: _value(field, cell) for field, cell in zip(fields, cells, strict=False)}
    refs = {field: CellRef("kite.xlsx", sheet, number, letters(place)) for place, field in enumerate(fields)}
    return Line(number, values, refs, dnp=dnp)


def _value(field: str, text: str) -> FieldValue:
    if not text:
        return None
    if field in NUMBERS:
        return Decimal(text)
    if field == "designators":
        return tuple(text.split())
    return text.removeprefix("@").replace("^", "\n")
