"""Cells in which a spreadsheet says that it could not calculate. They say nothing, and that must be said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bom.grid import Grid, as_grid
from bom.raw import Sheet, letters
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

ERROR_VALUES = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"}
    | {"#BLOCKED!", "#CALC!", "#CONNECT!", "#FIELD!", "#GETTING_DATA", "#SPILL!", "#UNKNOWN!"}
    | {f"Err:{code}" for code in range(501, 541)}
)
"""What such a cell shows. Source: ISO/IEC 29500-1, 18.18.11 (ST_CellType, ``e``) and 18.17.3; what later Excel adds;
LibreOffice Help, "Error Codes in LibreOffice Calc" (501 to 540)."""

_SHOWN = 20
_ERROR = Text("een foutwaarde ({value}); gelezen als onbekend.", "an error value ({value}); read as unknown.")
_MORE = Text(
    "nog {count:foutwaarde|foutwaarden} in dit blad.", "{count:more error value|more error values} in this sheet."
)
_REPAIR = Text("Herstel de formule, of typ de waarde zelf.", "Repair the formula, or type the value itself.")


def error_values(file: str, sheets: Iterable[Sheet]) -> Iterator[Issue]:
    """The first error values of every sheet, each at its cell, and how many there are beside these."""
    for sheet in sheets:
        found = [
            (CellRef(file, sheet.name, at + 1, letters(column)), value)
            for at in _rows_to_search(as_grid(sheet.rows))
            for column, value in enumerate(sheet.rows[at])
            if value in ERROR_VALUES
        ]
        for cell, value in found[:_SHOWN]:
            yield Issue("DI023", Severity.WARNING, _ERROR.format(value=value), cell, _REPAIR)
        if len(found) > _SHOWN:
            message = _MORE.format(count=len(found) - _SHOWN)
            yield Issue("DI023", Severity.WARNING, message, found[_SHOWN][0], _REPAIR)


def _rows_to_search(grid: Grid) -> list[int]:
    """The rows with an error value, and those with cells that are not listed by column."""
    searched = set(grid.tails)
    for column in grid.columns:
        if ERROR_VALUES.isdisjoint(column.values):
            continue
        errors = {code for code, value in enumerate(column.values) if value in ERROR_VALUES}
        searched.update(row for row, code in enumerate(column.codes) if code in errors)
    return sorted(searched)
