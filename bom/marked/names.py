"""Names of sheets that every spreadsheet program takes: safe, unique, and as in the file wherever that is possible."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from depmap.core.spreadsheets import ESCAPE
from depmap.core.text import visible

LONGEST_NAME = 31
"""Characters of a sheet's name, counted as UTF-16 does. Source: Excel specifications and limits."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"
"""The name that Excel keeps for itself."""


def sheet_names(wanted: Iterable[str]) -> tuple[str, ...]:
    """A name for each sheet, in this order; the first of several that are alike keeps its own.

    >>> sheet_names(["BOM", "bom", "A/B", "", "'x'"])
    ('BOM', 'bom (2)', 'A_B', '_', '’x’')
    """
    taken = {_RESERVED}
    numbers: Counter[str] = Counter()
    names = []
    for wish in wanted:
        # An apostrophe may not stand first or last, and in a link it would have to be doubled.
        plain = _FORBIDDEN.sub("_", visible(wish, keep="")).strip().replace("'", "’") or "_"
        plain = ESCAPE.sub("-", plain)
        name = _cut(plain, LONGEST_NAME)
        alike = _key(name)
        while _key(name) in taken:
            numbers[alike] += 1
            mark = f" ({numbers[alike] + 1})"
            name = _cut(plain, LONGEST_NAME - len(mark)) + mark
        taken.add(_key(name))
        names.append(name)
    return tuple(names)


def _key(name: str) -> str:
    """Names with the same key are one name to a spreadsheet program, or to a person."""
    return unicodedata.normalize("NFKC", name).casefold()


def _cut(name: str, room: int) -> str:
    units = name.encode("utf-16-le")
    return name if len(units) <= room * 2 else units[: room * 2].decode("utf-16-le", "ignore").rstrip()
