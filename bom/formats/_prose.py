"""Text that is a list of parts without columns: one line, one cell, for nothing but its words divides it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bom.cells.entry_lists import read_entries
from bom.columns.headers import quick_titles
from bom.formats._layout import CLEAR, aligned_columns, best_delimiter, cut

_SAMPLE = 400
_HEADERS = 15
_BETWEEN = re.compile(r"[,;\t|]| {2,}")
_FIELDS = re.compile(r",(?! )")
_TITLES = 2
_MOSTLY = 0.8


def is_prose(lines: Sequence[str]) -> bool:
    """Whether a text is a list of entries (`bom.cells.entries`) that has neither a header nor a clear separator.

    >>> is_prose(["BOM", "2x motor", "1x frame, large", "4x propeller"])
    True
    >>> is_prose(["2x motor;1.50", "1x frame;2.00", "4x propeller;0.10"])
    False
    """
    sample = lines[:_SAMPLE]
    found = best_delimiter(sample)
    # In a sentence a blank follows a comma; a program that writes fields leaves none.
    spoken = found is not None and found.character == "," and all(_FIELDS.search(line) is None for line in sample)
    if found is not None and found.weight >= CLEAR and not spoken:
        return False
    entries = read_entries(sample)
    tallied = sum(bool(entry.places and entry.count) for entry in entries.values())
    if tallied and tallied >= _MOSTLY * len(entries):
        # Not even blanks keep its fields apart, whatever its first line says.
        return not aligned_columns(sample)
    if not entries or any(map(is_header, sample[:_HEADERS])):
        return False
    if any(entry.count or entry.several for entry in entries.values()):
        return True
    # Designators and gaps are read best by their columns, where these keep the designators apart.
    starts = aligned_columns(sample)
    apart = sum(cut(sample[at], starts)[0].strip() == entry.places for at, entry in entries.items()) if starts else 0
    return apart < _MOSTLY * len(entries)


def is_header(line: str) -> bool:
    """Whether a line has two fields that are known titles."""
    fields = (field.strip(" \"'").casefold() for field in _BETWEEN.split(line))
    return sum(field in quick_titles() for field in fields if field) >= _TITLES
