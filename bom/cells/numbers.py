"""Numbers as people write them: a strict grammar that would rather not read than misread.

Definition. A text is a number in one of these forms, with an optional sign; ``d`` are digits:

- ``d``; ``d.d`` or ``d,d`` where the part after the mark has not three digits, or the part before it is 0 or has
  more than three;
- both marks: the last one is the decimal mark and occurs once, the other (or a space, or ``'``) parts groups of
  three;
- one mark several times: it parts groups of three (``1.234.567``).

``1.234`` and ``1,234`` are ambiguous by themselves. They are read only if the other numbers of the same table
settle which mark is the decimal one (`decimal_mark`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

Mark = Literal[".", ",", ""]
"""The decimal mark that a table uses; empty when nothing settles it."""

_PLAIN = re.compile(r"[+-]?\d{1,15}")
_SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,2}")
_ONE = re.compile(r"([+-]?)(\d*)([.,])(\d+)")
_GROUPED = re.compile(r"([+-]?)(\d{1,3}(?:([ .,'’])\d{3})(?:\3\d{3})*)(?:([.,])(\d+))?")


class Ambiguous(ValueError):
    """A number that can be read in two ways."""


class NotANumber(ValueError):
    """A text that is no number."""


def decimal_mark(texts: Iterable[str]) -> Mark:
    """The mark that at least one number of a table proves to be the decimal one, when none proves the other.

    >>> decimal_mark(["1.234", "0,75"]), decimal_mark(["1.234"]), decimal_mark(["1.5", "2,5"])
    (',', '', '')
    """
    proven = {mark for text in texts if (mark := _proves(text))}
    return proven.pop() if len(proven) == 1 else ""


@functools.lru_cache(maxsize=50_000)
def _proves(text: str) -> Mark:
    for piece in re.findall(r"\d[\d.,'’ ]*\d|[.,]\d+", text):
        one = _ONE.fullmatch(piece)
        if one is not None:
            if not _may_group(one[2], one[4]):
                return "." if one[3] == "." else ","
            continue
        grouped = _GROUPED.fullmatch(piece)
        if grouped is not None and grouped[4] and grouped[4] != grouped[3]:
            return "." if grouped[4] == "." else ","
        if grouped is not None and grouped[3] in {".", ","} and piece.count(grouped[3]) > 1:
            return "," if grouped[3] == "." else "."
    return ""


def _may_group(before: str, after: str) -> bool:
    return len(after) == 3 and 1 <= len(before) <= 3 and not before.startswith("0")


def parse(text: str, mark: Mark = "") -> Decimal:
    """The number that a text states.

    Raises:
        Ambiguous: it can be read in two ways and ``mark`` does not settle it.
        NotANumber: it is none.

    >>> parse("1.234,56"), parse("1,234.56"), parse("0,5"), parse("1.234", ",")
    (Decimal('1234.56'), Decimal('1234.56'), Decimal('0.5'), Decimal('1234'))
    """
    text = text.strip().replace("\u00a0", " ").replace("\u202f", " ").replace("−", "-")
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _SCIENTIFIC.fullmatch(text):
        return Decimal(text.replace(",", "."))
    one = _ONE.fullmatch(text)
    if one is not None:
        return _single(one, mark)
    grouped = _GROUPED.fullmatch(text)
    if grouped is None or grouped[3] == grouped[4]:
        raise NotANumber(text)
    whole = grouped[2].replace(grouped[3], "")
    return Decimal(f"{grouped[1]}{whole}.{grouped[5] or 0}") if grouped[4] else Decimal(grouped[1] + whole)


def _single(one: re.Match[str], mark: Mark) -> Decimal:
    sign, before, written, after = one[1], one[2], one[3], one[4]
    if not _may_group(before, after) or written == mark:
        return Decimal(f"{sign}{before or 0}.{after}")
    if mark:
        return Decimal(sign + before + after)
    raise Ambiguous(one.string)
