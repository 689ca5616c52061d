"""Cells that were read as something else than the eye reads in them. Most are not: then nothing is said about them.

Definition. A reading differs when the cell says it in no obvious way:

- a text, when it is not the text of the cell, blanks aside (``ABC-1 (cut tape)`` read as ``ABC-1``);
- designators, when they are not those of the cell alone (a text file that tore ``C1, C2`` into two fields);
- a number, when no number in the cell has its digits (a lead time of ``30 days`` read as 4.29 weeks).

So ``C1-C5`` read as five places, ``5 pcs`` as 5, and ``€ 1.234,50`` as 1234.50 are no differences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from bom.cells.designators import expand
from bom.fields import BY_KEY, Kind, base
from bom.raw import Sheet, Value
from bom.reading import FieldValue, Table
from depmap.core.text import Text

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def differences(table: Table, sheet: Sheet, place_of: dict[str, int]) -> Iterator[tuple[int, int, Text]]:
    """Row and column, counted from 0, of each cell that was read as something else, with what it was read as.

    Args:
        table: a table as understood.
        sheet: the sheet on which it stands.
        place_of: column letters -> column, counted from 0, for the columns of the table.
    """
    fields = {column.column: column.field for column in table.columns if column.field}
    for line in table.lines:
        for key, value in line.values.items():
            place = line.cells.get(key)
            if value is None or place is None or place.row != line.row or fields.get(place.column) != key:
                continue
            column = place_of[place.column]
            row = sheet.rows[place.row - 1]
            if column < len(row) and differs(row[column], value, BY_KEY[base(key)].kind):
                yield place.row - 1, column, read_as(value, BY_KEY[base(key)].kind)


def differs(written: Value, value: FieldValue, kind: Kind) -> bool:
    """Whether a reading is not what the eye reads in the cell."""
    if not isinstance(written, str):
        return False
    if isinstance(value, tuple):
        return expand(written.strip()) != value
    if isinstance(value, Decimal):
        return not _says(written, value)
    return kind is not Kind.DESIGNATORS and isinstance(value, str) and value.split() != written.split()


def read_as(value: FieldValue, kind: Kind) -> Text:
    """The reading in words."""
    if isinstance(value, tuple):
        shown = ", ".join(value[:20]) + (", ..." if len(value) > 20 else "")
        return Text(f"gelezen als {len(value)} referenties: {shown}", f"read as {len(value)} designators: {shown}")
    if isinstance(value, Decimal):
        number = f"{round(value, 2):f}"
        unit = Text(" weken", " weeks") if kind is Kind.WEEKS else Text("", "")
        return Text(f"gelezen als {number.replace('.', ',')}{unit.nl}", f"read as {number}{unit.en}")
    return Text(f"gelezen als '{value}'", f"read as '{value}'")


def _says(written: str, value: Decimal) -> bool:
    """Whether a number in the cell, or all its digits together, are the digits of the value."""
    wanted = _digits(f"{value:f}")
    return any(_digits(found) == wanted for found in _NUMBER.findall(written)) or _digits(written) == wanted


def _digits(number: str) -> str:
    """What is left of a number when it does not matter how it is written: ``1.234,50`` and ``12345`` are alike."""
    return "".join(character for character in number if character.isdecimal()).strip("0")
