"""Dates in the words of people: when a document was made, and how long ago that is."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"\b(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
_DUTCH = re.compile(r"\b(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](20\d\d)\b")


def date_in(text: str) -> datetime.date | None:
    """The latest date that a reference names, as year-month-day or day-month-year; None when there is none.

    >>> date_in("CvO-2026-183.pdf, 2026-04-22"), date_in("verklaring 3-9-2025"), date_in("CvO-2026-183.pdf")
    (datetime.date(2026, 4, 22), datetime.date(2025, 9, 3), None)
    """
    found = [(int(year), int(month), int(day)) for year, month, day in _ISO.findall(text)]
    found += [(int(year), int(month), int(day)) for day, month, year in _DUTCH.findall(text)]
    days = []
    for parts in found:
        try:
            days.append(datetime.date(*parts))
        except ValueError:  # 31 April is no date
            continue
    return max(days, default=None)


def months_since(day: datetime.date, now: datetime.date) -> int:
    """Whole months that have begun since then.

    >>> months_since(datetime.date(2026, 1, 31), datetime.date(2026, 3, 1))
    2
    """
    return 12 * (now.year - day.year) + now.month - day.month + (now.day > day.day)
