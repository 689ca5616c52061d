"""A field that a title may mean, how surely and why, and the names that are listed for the fields."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from bom.columns.titles import AMBIGUOUS, plain
from bom.fields import BY_KEY, FIELDS
from depmap.core.text import Text

EXACT, SYNONYM, COMPOSED, VAGUE, HALF, CONTAINED = 6.0, 5.0, 4.5, 4.0, 3.5, 2.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One field that a title may mean."""

    field: str
    """Key of the field, without a number."""

    score: float
    """How surely, see the module."""

    reason: Text
    """Why, in words for the user; ``{title}`` and ``{field}`` are already filled in."""


def _index(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, tuple[str, ...]]:
    return {plain(word): keys for words, keys in lists for word in words.split("|")}


@functools.cache
def own_names() -> dict[str, str]:
    """Fields by their key and their titles."""
    return {plain(name): field.key for field in FIELDS for name in field.synonyms[:3]}


@functools.cache
def synonyms() -> dict[str, str]:
    """Fields by every name listed for them."""
    return {plain(name): field.key for field in reversed(FIELDS) for name in field.synonyms}


@functools.cache
def ambiguous() -> dict[str, tuple[str, ...]]:
    """What the titles with several meanings may mean, likeliest first."""
    return _index(AMBIGUOUS)


def shown(title: str) -> str:
    """A title on one line."""
    return " ".join(title.split())


def said(title: str, key: str, *, unclear: bool = False) -> Text:
    """Why a title means a field, in words for the user."""
    name = BY_KEY[key].title
    if unclear:
        return Text(
            nl=f"kop '{shown(title)}' kan {name.nl} betekenen en de cellen passen daarbij",
            en=f"header '{shown(title)}' can mean {name.en} and the cells agree",
        )
    return Text(
        nl=f"kop '{shown(title)}' is een bekende naam voor {name.nl}",
        en=f"header '{shown(title)}' is a known name for {name.en}",
    )
