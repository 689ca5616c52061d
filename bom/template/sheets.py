"""The sheets of depmap's own template: which of a workbook's sheets hold parts, and which only help to fill them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bom.companies.supplier_file import SupplierFile, read_supplier_file
from bom.raw import RawFile, Sheet
from depmap.core.text import Text

TITLES: Mapping[str, Text] = {
    "bom": Text("Stuklijst", "Bill of materials"),
    "suppliers": Text("Leveranciers", "Suppliers"),
    "explanation": Text("Uitleg", "Explanation"),
    "choices": Text("Keuzelijsten", "Choices"),
}
"""The sheets by what they are for; each is named so."""

MARKS: Mapping[str, Text] = {
    "bom": Text("Stuklijst, in te vullen", "Bill of materials, to fill in"),
    "suppliers": Text("Leveranciers, in te vullen", "Suppliers, to fill in"),
    "explanation": Text("Uitleg bij deze werkmap", "How to fill in this workbook"),
    "choices": Text("Keuzelijsten bij deze werkmap", "Choices for this workbook"),
}
"""What stands in the first cell of each sheet, by which depmap recognises its own; its name may change."""

NOT_FILLED_IN = Text(
    "Het sjabloon is nog niet ingevuld: op het blad met de stuklijst staat geen enkel onderdeel.",
    "The template is not filled in yet: the sheet with the bill of materials holds no part.",
)

HEADER_ROWS = 3
"""Rows of a sheet before the first that someone fills in."""


def purpose(sheet: Sheet) -> str | None:
    """What a sheet of the template is for; None for any other sheet."""
    first = sheet.rows[0][0] if sheet.rows and sheet.rows[0] else None
    for key, mark in MARKS.items():
        if first in (mark.nl, mark.en):
            return key
    return None


def parts_only(raw: RawFile) -> RawFile:
    """The same file without the sheets of the template that hold no parts."""
    kept = tuple(sheet for sheet in raw.sheets if purpose(sheet) in (None, "bom"))
    return replace(raw, sheets=kept)


def only_suppliers(raw: RawFile) -> RawFile:
    """Of a filled-in template its supplier sheet; any other file as it is."""
    own = tuple(sheet for sheet in raw.sheets if purpose(sheet) == "suppliers")
    return replace(raw, sheets=own) if own else raw


def own_suppliers(raw: RawFile) -> SupplierFile | None:
    """What the supplier sheet of a template says; None without such a sheet, or with nothing on it.

    Raises:
        InputError: cells on it that do not say what they must.
    """
    filled = [
        sheet
        for sheet in raw.sheets
        if purpose(sheet) == "suppliers" and any(cell is not None for row in sheet.rows[HEADER_ROWS:] for cell in row)
    ]
    if not filled:
        return None
    names = {sheet.name for sheet in filled}
    issues = tuple(issue for issue in raw.issues if issue.cell and issue.cell.sheet in names)
    return read_supplier_file(replace(raw, sheets=tuple(filled), issues=issues))


def is_empty_template(raw: RawFile) -> bool:
    """Whether a file is the template with nothing below the header of its parts."""
    sheets = [sheet for sheet in raw.sheets if purpose(sheet) == "bom"]
    below = (cell for sheet in sheets for row in sheet.rows[HEADER_ROWS:] for cell in row)
    return bool(sheets) and all(cell is None for cell in below)
