"""What every workbook that depmap writes keeps to: foreign text stays text; what does not fit is cut, with a mark."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from depmap.core.text import Language, Text

LONGEST = 32_767
"""Characters that a cell or a comment holds, counted as UTF-16 does. Source: Excel specifications and limits."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Rows and columns of a sheet. Source: Excel specifications and limits."""

NEVER_GUESS: Mapping[str, bool] = MappingProxyType(
    {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False, "strings_to_numbers": False}
)
"""Options of xlsxwriter under which a text is never taken for a formula, a link or a number, and no file is made."""

_CUT = Text(" … [ingekort]", " … [cut]")


def fitted(text: str, language: Language, room: int = LONGEST) -> str:
    """The text as it is, or its beginning with a mark where it is longer than ``room`` characters of UTF-16.

    >>> fitted("abc", "en"), len(fitted("x" * 40_000, "en")), fitted("motor controller", "en", 12)
    ('abc', 32767, 'moto … [cut]')
    """
    if len(text) * 2 <= room:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= room * 2:
        return text
    mark = _CUT[language]
    return units[: (room - len(mark)) * 2].decode("utf-16-le", "ignore") + mark
