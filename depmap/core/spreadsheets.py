"""What every workbook that depmap writes keeps to: foreign text stays text; what does not fit is cut, with a mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from depmap.core.text import Language, Text

LONGEST = 32_767
"""Characters that a cell or a comment holds, counted as UTF-16 does. Source: Excel specifications and limits."""

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
"""Rows and columns of a sheet. Source: Excel specifications and limits."""

NEVER_GUESS: Mapping[str, bool] = MappingProxyType(
    {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False, "strings_to_numbers": False}
)
"""Options of xlsxwriter under which a text is never taken for a formula, a link or a number, and no file is made."""

BASE: Mapping[str, object] = MappingProxyType({"valign": "top", "font_name": "Verdana", "font_size": 9})
"""What the format of every cell begins with, in the words of xlsxwriter."""

ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""The underscore that makes ``_x001B_`` a control character to spreadsheets (ECMA-376, ST_Xstring)."""

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


def literal(text: str) -> str:
    """The text as it must stand in a comment or a header to be shown as it is; xlsxwriter sees to the cells alone.

    >>> literal("_x001B_[31m")
    '_x005F_x001B_[31m'
    """
    return ESCAPE.sub("_x005F_", text)


def for_paper(sheet: Any, title: str, foot: str = "", wide: int = 1) -> None:
    """Make a sheet of xlsxwriter ready to print: A4 on its side, as wide as a page, with names and page numbers.

    Args:
        sheet: the sheet.
        title: stands at the top of each page, beside the name of the sheet.
        foot: stands at the bottom, beside the number of the page.
        wide: how many pages side by side.
    """
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(wide, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    # A header holds 255 characters, and an ampersand in it begins a command unless it is written twice.
    sheet.set_header(f"&L&8 {literal(title[:100]).replace('&', '&&')}&R&8 &A")
    sheet.set_footer(f"&L&8{foot}&R&8 &P / &N")
