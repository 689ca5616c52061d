"""The kinds of cells that a reference list can have: for each the test, its wording, and where its parts must stand.

``text``, ``several``, ``number`` and the like are in `KINDS`. ``word | other word`` is a choice; ``one of LIST`` and
``some of LIST`` are what identifies a row of another list, or several.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

CONFIDENCE = ("verified", "secondary", "assumed")
"""The words of confidence, best first."""

_WITH_CODES = ("countries", "weights", "shares")
"""The kinds whose parts begin with a country code."""

_ONE, _SOME = "one of ", "some of "
"""Kinds that point at another list: its id follows, and the cell is what identifies a row there, or several."""

_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that a reader does not see and that change what he sees: control characters and turned directions."""

_DECIMAL = re.compile(r"\d+(\.\d+)?", re.ASCII)

_WHOLE = 102.0
"""What the published percentages of one whole may add up to: each of them is rounded."""


class Meaning(NamedTuple):
    """What a cell of one kind must be."""

    fits: Callable[[str], bool]
    """The test on its own text."""

    wanted: str
    """The wording of the test."""

    other: str = ""
    """The list in which its parts must stand, if any."""

    parts: Callable[[str], Iterable[str]] = lambda cell: (cell,)
    """Its parts."""


def is_kind(kind: str) -> bool:
    """Whether there is such a kind of cell."""
    return kind in KINDS or " | " in kind or kind.startswith((_ONE, _SOME))


def meaning(kind: str) -> Meaning:
    """What a cell of this kind must be."""
    if " | " in kind:
        return Meaning(kind.split(" | ").__contains__, kind)
    if kind.startswith(_ONE):
        return Meaning(_is_text, kind, kind.removeprefix(_ONE))
    if kind.startswith(_SOME):
        return Meaning(_are_distinct, kind, kind.removeprefix(_SOME), _several)
    return Meaning(*KINDS[kind], "countries" if kind in _WITH_CODES else "", _codes)


def _is_text(cell: str) -> bool:
    return cell == cell.strip() and (cell.isprintable() or not _HIDDEN.search(cell))


def _are_distinct(cell: str) -> bool:
    parts = cell.split(";")
    return len(set(parts)) == len(parts) and all(part and _is_text(part) for part in parts)


def _several(cell: str) -> Iterable[str]:
    return cell.split(";")


def _codes(cell: str) -> Iterable[str]:
    return (part.partition(" ")[0] for part in cell.split(";"))


def _is_decimal(cell: str) -> bool:
    return _DECIMAL.fullmatch(cell) is not None


def _is_date(cell: str) -> bool:
    try:
        datetime.date.fromisoformat(cell + "-01-01"[len(cell) - 4 :])
    except ValueError:
        return False
    return len(cell) in (4, 7, 10)


def _are_weights(cell: str) -> bool:
    parts = [part.split(" ") for part in cell.split(";")]
    return all(len(part) == 2 and _is_decimal(part[1]) for part in parts) and len({part[0] for part in parts}) == len(
        parts
    )


def _are_shares(cell: str) -> bool:
    return _are_weights(cell) and sum(float(part.split(" ")[1]) for part in cell.split(";")) <= _WHOLE


def _is_code(length: int) -> Callable[[str], bool]:
    return lambda cell: len(cell) == length and cell.isascii() and cell.isalpha() and cell.isupper()


KINDS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "text": (_is_text, "text without spaces around it or hidden characters in it"),
    "several": (_are_distinct, "different texts, separated by semicolons"),
    "iso2": (_is_code(2), "two capital letters"),
    "iso3": (_is_code(3), "three capital letters"),
    "countries": (_are_distinct, "ISO 3166 alpha-2 codes, separated by semicolons"),
    "flag": (lambda cell: cell == "yes", "yes, or nothing"),
    "number": (str.isdecimal, "a whole number"),
    "decimal": (_is_decimal, "a number such as 3 or 0.85"),
    "date": (_is_date, "a date as far as it is known, such as 2026, 2026-11 or 2026-11-22"),
    "weights": (_are_weights, "ISO 3166 alpha-2 codes, each with a number, separated by semicolons: CN 1.1;RU 1.2"),
    "shares": (_are_shares, "different countries with percentages that are together 100 at most: CN 68.3;AU 9.9"),
    "confidence": (lambda cell: cell in CONFIDENCE, " | ".join(CONFIDENCE)),
}
"""What a cell of each kind must be: the test, and its wording."""
