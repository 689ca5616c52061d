"""What a cell states to be in a part: ``NdFeB, 0.9 g; Copper (in Wire), CAS 7440-50-8, 99.9 %``.

Any text is the name of a material. Behind it may stand, each after a comma: a CAS number, a mass in mg, g or kg, and a
share of the mass of the material that is named after ``in``. Several materials stand on lines of their own or between
semicolons. The child writes material declarations in the same words, so that one reader reads both.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bom.cells.marks import is_placeholder

_NUMBER = r"(?P<number>\d{1,15}(?:[.,]\d{1,18})?)"
_MASS = re.compile(rf",\s*{_NUMBER}\s*(?P<unit>mg|g|kg)$", re.IGNORECASE)
_SHARE = re.compile(rf",\s*{_NUMBER}\s*%$")
_CAS = re.compile(r",?\s*\(?\bCAS\b(?:[ -]?(?:no|nr|number|nummer)\b)?[.:]?\s*(?P<cas>[\d-]+)\)?$", re.IGNORECASE)
_WITHIN = re.compile(r"\s\(in (?P<within>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
_CAS_FORM = re.compile(r"(\d{2,7})-(\d{2})-(\d)")
_GRAMS = {"mg": Decimal("0.001"), "g": Decimal(1), "kg": Decimal(1000)}
_SHORT = 200
_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")


@dataclass(frozen=True, slots=True)
class Statement:
    """One material or substance."""

    name: str
    """As written."""

    cas: str | None = None
    """Its CAS number."""

    wrong_cas: str | None = None
    """What stands there as a CAS number and is none."""

    within: str | None = None
    """The material in which it is."""

    grams: Decimal | None = None
    """Its mass in one piece, stated or by its share."""


MOST = 1_000_000
"""Materials in one file, beside one in each cell: more are no list of parts, and would fill the memory."""


def most_in(text: str) -> int:
    """How many materials a cell can name at most, without reading it."""
    return text.count(";") + text.count("\n") + 1


def read_materials(text: str) -> tuple[Statement, ...]:
    """The statements of a cell, in its order.

    >>> wire, copper = read_materials("Wire, 20 g; Copper (in Wire), CAS 7440-50-8, 95 %")
    >>> wire.grams, copper.name, copper.cas, copper.within, copper.grams
    (Decimal('20'), 'Copper', '7440-50-8', 'Wire', Decimal('19'))
    """
    return _read_once(text) if len(text) <= _SHORT else _read(text)


@functools.lru_cache(maxsize=10_000)
def _read_once(text: str) -> tuple[Statement, ...]:
    """Short texts stand in many cells."""
    return _read(text)


def _read(text: str) -> tuple[Statement, ...]:
    found: list[Statement] = []
    masses: dict[str, Decimal | None] = {}
    for part in _parts(text):
        statement = _statement(part, masses)
        if statement is not None:
            found.append(statement)
            if statement.within is None:
                masses[statement.name] = statement.grams
    return tuple(found)


def is_cas(text: str) -> bool:
    """Whether a text is a CAS registry number: the last digit checks the others.

    Source: metacpan.org/pod/Algorithm::CheckDigits::MXX_002, after cas.org.

    >>> is_cas("7440-50-8"), is_cas("7440-50-9"), is_cas("copper")
    (True, False, False)
    """
    form = _CAS_FORM.fullmatch(text)
    if form is None:
        return False
    digits = reversed(form[1] + form[2])
    return sum(place * int(digit) for place, digit in enumerate(digits, start=1)) % 10 == int(form[3])


def _parts(text: str) -> Iterable[str]:
    for line in text.splitlines():
        for part in line.split(";"):
            collapsed = " ".join(part.split())
            if collapsed and not is_placeholder(collapsed):
                yield collapsed


def _statement(text: str, masses: dict[str, Decimal | None]) -> Statement | None:
    """What stands behind the name is taken off from the end, for a name may hold commas of its own."""
    rest, share = _taken(text, _SHARE)
    rest, mass = _taken(rest, _MASS)
    rest, number = _taken(rest, _CAS)
    rest, inside = _taken(rest, _WITHIN)
    if not rest:
        return None
    within = inside["within"] if inside else None
    cas = number["cas"] if number else None
    whole = masses.get(within) if within else None
    grams = _decimal(mass["number"]) if mass else None
    if mass and grams is not None:
        grams *= _GRAMS[mass["unit"].lower()]
    elif share and whole is not None and (percent := _decimal(share["number"])) is not None and percent <= 100:
        grams = whole * percent / 100
    right = cas is not None and is_cas(cas)
    return Statement(rest, cas if right else None, None if right else cas, within, grams)


def _taken(text: str, pattern: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    found = pattern.search(text)
    return (text[: found.start()].rstrip(), found) if found else (text, None)


def _decimal(text: str) -> Decimal | None:
    """The number; None for what may be thousands or decimals, and for 0, which is how nobody says nothing."""
    if _THOUSANDS.fullmatch(text):
        return None
    return Decimal(text.replace(",", ".")) or None
