"""Small files from a few lines of text: cells are separated by ``|``, whole numbers are numbers."""

from __future__ import annotations

from bom.raw import RawFile, Rectangle, Sheet, Value
from bom.reading import ColumnReading, Reading, Table
from bom.tables.understand import understand


def sheet(text: str, name: str = "Sheet1", merges: tuple[Rectangle, ...] = ()) -> Sheet:
    """A sheet of the lines of a text; ``^`` in a cell stacks values, ``'`` before digits keeps them text."""
    lines = text.strip("\n").split("\n")
    return Sheet(name, tuple(tuple(_cell(cell) for cell in line.split("|")) for line in lines), merges=merges)


def raw(*sheets: Sheet | str) -> RawFile:
    """A workbook of these sheets."""
    given = tuple(sheet(each) if isinstance(each, str) else each for each in sheets)
    return RawFile("kite.xlsx", "0" * 64, "xlsx", given)


def read(*sheets: Sheet | str) -> Reading:
    """What is understood of a workbook."""
    return understand(raw(*sheets))


def fields(table: Table) -> dict[str, str]:
    """Header -> field of the mapped columns."""
    return {column.header: column.field for column in table.columns if column.field}


def column(reading: Reading, field: str) -> list[object]:
    """One field of all lines that count."""
    return [line.values.get(field) for _, line in reading.parts]


def columns(text: str) -> tuple[ColumnReading, ...]:
    """The columns of the first table of a sheet."""
    return read(text).tables[0].columns


def _cell(text: str) -> Value:
    text = text.strip().replace("^", "\n")
    if text.startswith("'"):
        return text[1:]
    return int(text) if text.isdecimal() else text or None
