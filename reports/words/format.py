"""Numbers, dates and foreign text as people read them; a few lines each, where a library would cost more time."""

from __future__ import annotations

import datetime
import unicodedata
from decimal import Context, Decimal

from depmap.core.text import Language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}
_EXACTLY = Context(prec=400)
"""Digits enough for any number that a float can hold."""

_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Zl", "Zp"})


def number(value: float | Decimal, language: Language, decimals: int | None = None) -> str:
    """The number as the language writes it: ``1.234,5`` or ``1,234.5``.

    Args:
        value: any finite number.
        language: decides the decimal mark and what stands between thousands.
        decimals: how many, padded with zeros; by default as many as the value has, at most two.
    """
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-2 if decimals is None else -decimals), context=_EXACTLY)
    text = f"{exact:,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _, fraction = text.partition(".")
    mark, between = (",", ".") if language == "nl" else (".", ",")
    return whole.replace(",", between) + (mark + fraction if fraction else "")


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percents; what is neither nothing nor all never reads as 0% or 100%."""
    points = round(share * 100)
    if points == 0 and share > 0:
        return "<1%"
    if points == 100 and share < 1:
        return ">99%"
    return f"{points}%"


def share(low: float | None, high: float | None, language: Language) -> str:
    """An interval of shares, or one number where both ends agree, or that nothing could be counted."""
    if low is None or high is None:
        return {"nl": "niet te bepalen", "en": "cannot be determined"}[language]
    if percent(low) == percent(high):
        return percent(low)
    joint = {"nl": "tot", "en": "to"}[language]
    return f"{percent(low)} {joint} {percent(high)}"


def against(share: float, limit: float, language: Language) -> str:
    """A share in whole percents, unless that would hide on which side of a limit it lies.

    >>> against(0.5005, 0.5, "en"), against(0.35, 0.35, "en"), against(0.83, 0.5, "en")
    ('50.05%', '35%', '83%')
    """
    if percent(share) == percent(limit):
        return f"{number(100 * share, language, None if share == limit else 2)}%"
    return percent(share)


def date(iso: str, language: Language) -> str:
    """An ISO 8601 date in words: ``21 november 2026``, ``september 2026``; what is no date stays as it is."""
    try:
        day = datetime.date.fromisoformat(iso if len(iso) != len("2026-09") else f"{iso}-01")
    except ValueError:
        return iso
    if len(iso) == len("2026-09"):
        return f"{_MONTHS[language][day.month - 1]} {day.year}"
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def visible(text: str) -> str:
    """The text with every character that has no shape of its own written out, so that nothing hides in a report.

    Control characters, direction overrides, unassigned code points and their like become ``<U+202E>``; halves of
    surrogate pairs, which no file can hold, become U+FFFD. A line break within a foreign text becomes a blank.
    """
    if text.isprintable():  # nothing of `_INVISIBLE`, no line break, no half of a pair
        return text
    return "".join(_shape(character) for character in text)


def _shape(character: str) -> str:
    if character in "\t\n\r":
        return " "
    category = unicodedata.category(character)
    if category == "Cs":
        return "�"
    return f"<U+{ord(character):04X}>" if category in _INVISIBLE else character
