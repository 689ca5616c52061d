"""What tells a class beside a keyword: abbreviations, dielectrics, chemistry, colours, materials."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from bom.classes.designators import prefix
from bom.classes.head import first_part, matches, names_else, words_in
from bom.classes.listed import keywords
from bom.classes.words import (
    ABBREVIATIONS,
    CAPACITORS,
    CHIPS,
    COLOURS,
    DIELECTRICS,
    MATERIALS,
    OTHER_CAPACITORS,
    PRINTED,
    STRUCTURAL,
    STRUCTURAL_ENDINGS,
)

_CHARGE = re.compile(r"\d\s*mAh\b", re.IGNORECASE)
_CHEMISTRIES = ("lipo-battery", "lfp-battery", "li-ion-cell")
_SMALL = re.compile(r"\d\s*[pnuµμ]F?(?![^\W_])", re.IGNORECASE)
"""A capacity below a millifarad, as small ones are written."""
_PER_VOLT = re.compile(r"\bkv ?\d{2,5}\b|\b\d{2,5} ?kv\b", re.IGNORECASE)
"""Turns a minute for every volt: only brushless motors are named by it."""
_HERTZ = re.compile(r"\d\s*[kM]Hz\b", re.IGNORECASE)


def by_kind(text: str, words: Sequence[str], designators: Sequence[str], category: str = "") -> str | None:
    """The class that a sign beside the keywords tells, or None.

    Args:
        text: the description.
        words: the words of its head.
        designators: reference designators on a board.
        category: the category that the workbook gives.
    """
    tried: tuple[Callable[[], str | None], ...] = (
        lambda: _abbreviated(words),
        lambda: _capacitor(text, words, designators),
        lambda: _battery(text, words),
        lambda: _motor(text, words),
        lambda: _led(text, words, designators),
        lambda: _oscillator(text, words, designators),
        lambda: _printed(text, category),
        lambda: _material(text, words),
    )
    return next((name for each in tried if (name := each()) is not None), None)


def is_battery(text: str) -> bool:
    """Whether the text says how much charge the thing holds."""
    return _CHARGE.search(text) is not None


def is_capacitor(text: str, words: Sequence[str], designators: Sequence[str]) -> bool:
    """Whether the part is a capacitor of one of the usual kinds, by its name, its designators or its value."""
    named = any(word in ("cap", "caps") or word.removesuffix("s").endswith(CAPACITORS) for word in words)
    letters = prefix(designators)
    if not (named or letters == "C" or (letters is None and _SMALL.fullmatch(text.strip()))):
        return False
    others = [word for word in words if word not in ("cap", "caps")]
    return not names_else(others) and not OTHER_CAPACITORS.intersection(_said(text))


def _said(text: str) -> set[str]:
    return set(words_in(re.sub(r"[^\w-]|_", " ", text)))


def _capacitor(text: str, words: Sequence[str], designators: Sequence[str]) -> str | None:
    """A capacitor is of the class that its dielectric says, or the package that stands in its description."""
    if not is_capacitor(text, words, designators):
        return None
    said = _said(text)
    kinds = [name for name, signs in DIELECTRICS.items() if any(word.startswith(signs) for word in said)]
    if not kinds and CHIPS & said and (_SMALL.search(text) or any(word.endswith(CAPACITORS) for word in words)):
        return "ceramic-capacitor"
    return kinds[0] if len(kinds) == 1 else None


def _abbreviated(words: Sequence[str]) -> str | None:
    """What catalogues put first, shortened: ``CONN JACK SMA``."""
    name = ABBREVIATIONS.get(words[0]) if words else None
    return None if name is None or names_else([word for word in words if word != "plug"]) else name


def _battery(text: str, words: Sequence[str]) -> str | None:
    """A battery of a named chemistry says how much it holds."""
    if not is_battery(text) or names_else(words):
        return None
    named = {name for word in words_in(text) if (name := keywords().get(word)) in _CHEMISTRIES}
    return named.pop() if len(named) == 1 else None


def _motor(text: str, words: Sequence[str]) -> str | None:
    """A motor of which the speed constant is said."""
    return "bldc-motor" if {"motor", "motors"}.intersection(words) and _PER_VOLT.search(text) else None


def _led(text: str, words: Sequence[str], designators: Sequence[str]) -> str | None:
    """A diode that is called a led, or of which only the colour is said, gives light."""
    if prefix(designators) not in ("D", "LED"):
        return None
    if {match.name for match in matches(words)} == {"led"} and not names_else(words):
        return "led"
    said = words_in(text)
    return "led" if said and COLOURS.issuperset(said) else None


def _oscillator(text: str, words: Sequence[str], designators: Sequence[str]) -> str | None:
    """What is marked as a crystal and has a frequency, and no other name."""
    marked = prefix(designators) in ("X", "Y", "Q", "XTAL") and not names_else(words) and not matches(words)
    return "oscillator" if marked and _HERTZ.search(text) else None


def _printed(text: str, category: str) -> str | None:
    """A thing that is printed is of polymer, unless a metal or fibre is named."""
    if not (PRINTED.search(first_part(text)) or PRINTED.search(category)):
        return None
    named = {_of_material(word) for word in words_in(text)} - {None, "polymer-part"}
    return None if named else "polymer-part"


def _material(text: str, words: Sequence[str]) -> str | None:
    """A structural part of one named material."""
    parts = [word for word in words if word.removesuffix("s") in STRUCTURAL or word.endswith(STRUCTURAL_ENDINGS)]
    if not parts:
        return None
    others = [word for word in words if word not in parts]
    said = [first_part(part) for part in re.split(r"[,;()]", text) if part.strip()]
    named = {_of_material(word) for part in said for word in words_in(part)} - {None}
    if len(named) != 1 or matches(others) or names_else(others):
        return None
    return named.pop()


def materials_in(text: str) -> set[str]:
    """The classes of the materials that a text names."""
    return {name for word in words_in(re.sub(r"[^\w-]", " ", text)) if (name := _of_material(word)) is not None}


def _of_material(word: str) -> str | None:
    name = keywords().get(word)
    if name in MATERIALS:
        return name
    return "carbon-airframe" if word.startswith("koolstof") else None
