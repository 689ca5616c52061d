"""Why a file without parts is no bill of materials: one sentence that says what was found instead."""

from __future__ import annotations

from collections.abc import Sequence

from bom.columns.content import shown
from bom.raw import RawFile, Sheet
from bom.reading import Table, TableRole
from bom.tables.header_rows import clear_fields, filled
from bom.tables.other_lists import other_list
from bom.tables.prose import UNNAMED, read_prose
from depmap.core.text import Text

_SHOWN = 80
_CELLS = 6

_EMPTY = Text("Dit is geen stuklijst: het bestand is leeg.", "This is no bill of materials: the file is empty.")
_NO_LINES = Text(
    "Dit is geen stuklijst: onder de kop staan geen regels met onderdelen.",
    "This is no bill of materials: there are no lines with parts below the header.",
)
_NOT_COUNTED = Text("Dit is geen stuklijst ({reason}).", "This is no bill of materials ({reason}).")
_OTHER = Text(
    "Dit is geen stuklijst: de koppen zijn die van {kind}; de eerste rij is '{seen}'.",
    "This is no bill of materials: the headers are those of {kind}; the first row is '{seen}'.",
)
_NO_HEADER = Text(
    "Dit is geen stuklijst: geen rij heeft koppen zoals aantal, omschrijving en fabrikant; de eerste rij is '{seen}'.",
    "This is no bill of materials: no row has headers such as quantity, description and manufacturer;"
    " the first row is '{seen}'.",
)


def refusal(raw: RawFile, tables: Sequence[Table]) -> Text:
    """Why none of the tables of a file counts.

    Args:
        raw: the file.
        tables: those that were found in it, none of them a list of parts.
    """
    if any(not table.lines for table in tables):
        return _NO_LINES
    if (aside := next((table for table in tables if table.role is TableRole.NOT_PARTS), None)) is not None:
        return _NOT_COUNTED.format(reason=aside.role_reason)
    if not (seen := _first_row(raw)):
        return _EMPTY
    if any(read_prose(sheet) for sheet in raw.sheets):
        return UNNAMED
    kind = next((found for sheet in raw.sheets if (found := _kind(sheet)) is not None), None)
    return _NO_HEADER.format(seen=seen) if kind is None else _OTHER.format(kind=kind, seen=seen)


def _kind(sheet: Sheet) -> Text | None:
    """What the titles of a sheet are those of; they are the first row with more than one text."""
    for cells in sheet.rows:
        titles = [value.strip() for value in cells if isinstance(value, str) and value.strip()]
        if len(titles) > 1:
            found = other_list(clear_fields(titles), titles)
            return None if found is None else found.name
    return None


def _first_row(raw: RawFile) -> str:
    for sheet in raw.sheets:
        for row in sheet.rows:
            seen = [shown(value) for _, value in filled(row)]
            if seen:
                text = " | ".join(" ".join(part.split()) for part in seen[:_CELLS])
                return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."
    return ""
