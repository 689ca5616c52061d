"""Who else makes components of a class, as far as the list of manufacturers tells: where to look, not whom to trust.

A manufacturer's category in that list is one or more words; the list of maker words says which component class each of
them means. That somebody makes components of a class does not say that theirs fit; that nobody is listed does not say
that nobody exists.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from depmap.core.evidence import Tier
from depmap.core.reference import items, load, tier

_MAKES = ("maker", "brand", "fabless")
"""Kinds of companies that have products of their own."""

_NOTED = re.compile(r"\[([^\]]*)\]")
_PARTS = re.compile(r"\s*[/,]\s*")
_BROAD = ("semiconductor", "passive")
"""Words of which the note in brackets is needed to know what is made."""


@dataclass(frozen=True, slots=True)
class Maker:
    """One manufacturer of components of a class."""

    name: str
    """Its canonical name."""

    seat: str
    """Country of its seat, ISO 3166 alpha-2."""

    owner: str
    """Country of its ultimate parent; empty when not listed."""

    tier: Tier
    """How well the seat is supported."""


def makers_of(component_class: str | None) -> tuple[Maker, ...]:
    """The listed manufacturers of a class with a seat that is listed, by name; none for an unknown class.

    >>> any(maker.seat == "NL" for maker in makers_of("carbon-airframe")), makers_of(None)
    (False, ())
    """
    return _by_class().get(component_class or "", ())


def makers_in(component_class: str | None, countries: Collection[str]) -> tuple[Maker, ...]:
    """Those of `makers_of` that are seated in these countries and not owned from outside them, as far as listed."""
    return tuple(
        maker
        for maker in makers_of(component_class)
        if maker.seat in countries and (not maker.owner or maker.owner in countries)
    )


@functools.cache
def _by_class() -> Mapping[str, tuple[Maker, ...]]:
    words = {row["word"]: row["class"] for row in load("maker_words").rows}
    found: dict[str, list[Maker]] = {}
    for row in load("manufacturers").rows:
        seats = items(row["seat"])
        if row["kind"] not in _MAKES or len(seats) != 1:
            continue
        owners = items(row["parent_country"])
        maker = Maker(row["name"], seats[0], owners[0] if len(owners) == 1 else "", tier(row["seat_confidence"]))
        for name in sorted({words[word] for word in _words(row["category"]) if word in words}):
            found.setdefault(name, []).append(maker)
    return {name: tuple(sorted(makers, key=lambda maker: maker.name)) for name, makers in found.items()}


def _words(category: str) -> tuple[str, ...]:
    """The words of a category: ``motor / ESC`` has two; of ``battery (energy) [LIPO]`` the noted one counts."""
    noted = _NOTED.search(category)
    if noted:
        return tuple(_PARTS.split(noted[1]))
    plain = [part if part.startswith(_BROAD) else re.sub(r"\s*\(.*", "", part) for part in _PARTS.split(category)]
    return tuple(part for part in plain if part)
