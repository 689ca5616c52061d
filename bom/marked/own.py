"""The two sheets that depmap adds to a copy: how they are called, and how depmap knows them when a copy comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bom.raw import RawFile
from depmap.core.text import Text

NAMES: Mapping[str, Text] = {
    "overview": Text("depmap", "depmap"),
    "columns": Text("depmap kolommen", "depmap columns"),
}
"""The names of the two sheets, when the file has none of the same name."""

MARKS: Mapping[str, Text] = {
    "overview": Text("Wat depmap heeft gelezen, en waar het vastliep", "What depmap read, and where it stumbled"),
    "columns": Text("Wat elke kolom volgens depmap betekent", "What every column means, as depmap read it"),
}
"""What stands in the first cell of each, by which depmap knows it; its name may change."""


def without_own(raw: RawFile) -> RawFile:
    """The same file without those sheets: a supplier may well correct the copy and send that back."""
    marks = {wording for mark in MARKS.values() for wording in (mark.nl, mark.en)}
    kept = tuple(sheet for sheet in raw.sheets if not (sheet.rows and sheet.rows[0] and sheet.rows[0][0] in marks))
    return replace(raw, sheets=kept)
