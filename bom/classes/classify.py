"""Which class of component a line is, when its words leave no doubt; unknown is better than wrong.

Definition. The *head* of a description is its first part, up to a comma, a bracket or a word such as ``for`` or
``met``: what follows says more about the part, not what it is. Within the head the last noun decides in English
(``gimbal camera``), the last part of a compound and otherwise the first noun in Dutch (``batterijconnector``,
``Antenne GPS``). A class that the market replaces easily (commodity) makes a finding milder, so it needs the most: no
other thing may be named in the head, and no unknown word may follow it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.classes.listed import ease, keywords, keywords_in, prefixes
from bom.classes.words import (
    COMPOUNDS,
    DETAILS,
    DIELECTRICS,
    ELSE,
    ELSE_ENDINGS,
    MATERIALS,
    NAMES,
    STRUCTURAL,
    STRUCTURAL_ENDINGS,
    TAKEN_APART,
)
from depmap.core.names import fold

_WORDS = 5
"""The longest keywords have this many words."""
_ENDS = re.compile(
    r"[,;:()\[\]|]|\s[-–—]\s|\b(?:for|with|without|from|in|on|of|incl|per|w/|by"
    r"|voor|met|zonder|van|op|aan|tbv|t\.b\.v\.|inclusief|fur|für|mit|ohne|pour|avec|para|con|com|de|do|da|dos)"
    r"(?=\s|$)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_LISTS = re.compile(r"/|\+|&|\s(?:and|en|und|et)\s", re.IGNORECASE)
_BARE = re.compile(r"\b(?:bare|blank|fr-?4|unpopulated|kale?|onbestukt|\d+[ -]?(?:layers?|lagen|laags))\b", re.I)
"""A circuit board may be a bare one or one with its parts on it; only the former is easy to replace."""
_CATALOGUE = frozenset(("coml", "fab", "assy", "ic", "conn", "smd", "smt", "tht"))
"""What stands in front of a description in catalogues and says nothing."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A keyword in the head."""

    first: int
    """Its first word."""

    end: int
    """The word behind it."""

    name: str
    """Its class."""

    sure: bool = False
    """Whether it is the last part of a Dutch compound, or a Dutch word: what follows it does not change what it is."""

    english: bool = False
    """Whether it is an English word that Dutch does not have."""


def classify(text: str, designators: Sequence[str] = (), category: str = "") -> str | None:
    """Id of the component class that a description names, or None when that is not clear.

    A category decides where the description names nothing, designators where neither does. Nothing passes for a class
    that is easier to replace than the one that the designators suggest.

    >>> classify("Bout M3x8, verzinkt"), classify("Flight controller for quadcopter"), classify("Cable gland M20")
    ('fastener', 'flight-controller', None)
    >>> classify("10k 1% 0402", ["R1", "R2"]), classify("LED driver"), classify("Batterijconnector 60 A")
    ('resistor', None, 'connector')
    """
    hint = _by_prefix(designators)
    words = _head(text)
    found = _capacitor(text, words, designators) or _material(text) or _by_words(text, words)
    if found is not None and hint not in (None, found) and (ease()[hint] or ease()[found]):
        return None
    silent = found is None and not _matches(words)
    if silent and category and not _names_else(words):
        found = keywords().get(fold(category)) or keywords().get(fold(category).removesuffix("s"))
        found = None if found in MATERIALS else found
    return hint if silent and found is None and not _names_else(words) else found


# --- the head --------------------------------------------------------------------------------------------------------


def _head(text: str) -> list[str]:
    """The words of the part of a description that says what it is."""
    for part in _ENDS.split(_BRACKETS.sub(" ", text)):
        words = _words(part)
        if any(word not in _CATALOGUE for word in words):
            return words[1:] if words[0] in _CATALOGUE else words
    return []


def _words(text: str) -> list[str]:
    """The folded words; of a hyphenated compound whose last part decides only that part: ``CAN-connector``."""
    found: list[str] = []
    for token in text.split():
        parts = fold(token).split()
        compound = "-" in token and len(parts) > 1 and " ".join(parts) not in keywords()
        found += parts[-1:] if compound and _compound(parts[-1], whole=True) else parts
    return found


def _matches(words: Sequence[str]) -> list[_Match]:
    """The keywords among the words, the longest first tried, none within another."""
    found, start = [], 0
    while start < len(words):
        match = next(filter(None, (_match(words, start, end) for end in range(start + _WORDS, start, -1))), None)
        if match is not None:
            found.append(match)
        start = match.end if match is not None else start + 1
    return found


def _match(words: Sequence[str], start: int, end: int) -> _Match | None:
    if end > len(words):
        return None
    phrase = " ".join(words[start:end])
    for form in (phrase, *(phrase.removesuffix(ending) for ending in ("s", "es", "en") if phrase.endswith(ending))):
        name = keywords().get(form)
        if name is not None and name not in MATERIALS:
            dutch, english = form in keywords_in("nl"), form in keywords_in("en")
            return _Match(start, end, name, sure=dutch and not english, english=english and not dutch)
    name = _compound(phrase) if end == start + 1 else None
    return _Match(start, end, name, sure=True) if name is not None else None


def _compound(word: str, *, whole: bool = False) -> str | None:
    """The class of a Dutch compound by its last part."""
    if word in TAKEN_APART:
        return None
    for ending, name in COMPOUNDS.items():
        if word.endswith(ending) and (len(word) > len(ending) + 2 or (whole and word == ending)):
            return name
    return None


def _names_else(words: Sequence[str]) -> bool:
    """Whether a word outside the keywords names a thing that is no class."""
    taken = {place for match in _matches(words) for place in range(match.first, match.end)}
    rest = [word.rstrip("0123456789") for place, word in enumerate(words) if place not in taken]
    return any(word in ELSE or word.removesuffix("s") in ELSE or word.endswith(ELSE_ENDINGS) for word in rest)


# --- what decides ----------------------------------------------------------------------------------------------------


def _by_words(text: str, words: Sequence[str]) -> str | None:
    matches = _matches(words)
    strong = [match for match in matches if not NAMES.issuperset(words[match.first : match.end])] or matches
    if not strong or _names_else(words):
        return None
    names = {match.name for match in strong}
    match = strong[-1]
    if _lists_others(text, match.name):
        return None
    if len(names) > 1:
        if strong[0].sure and strong[0].first == 0:
            match = strong[0]
        elif not match.sure and not any(one.english for one in strong):
            return None
    rest = words[match.end :]
    if ease()[match.name]:
        named = strong is matches and any(NAMES.intersection(words[one.first : one.end]) for one in matches)
        return None if named and any(_is_plain(word) for word in words[: match.first]) else match.name
    materials = {_of_material(word) for word in _words(re.sub(r"[^\w-]", " ", text))} - {None}
    if materials:
        return "titanium-part" if match.name == "fastener" and materials == {"titanium-part"} else None
    if match.name == "circuit-board" and not _BARE.search(text):
        return None
    open_end = match.sure or (match.name == "circuit-board" and match.first == 0)
    alone = len(names) == 1 and (open_end or not any(_is_plain(word) for word in rest))
    return match.name if alone else None


def _is_plain(word: str) -> bool:
    """Whether a word may name a thing: it has no digit, and is no mere detail."""
    return word.isalpha() and word not in DETAILS and len(word) > 1


def _lists_others(text: str, name: str) -> bool:
    """Whether a text lists several things, of which others are no such class."""
    if not _LISTS.search(text):
        return False
    words = _words(re.sub(r"[^\w-]", " ", text))
    return _names_else(words) or any(match.name != name for match in _matches(words))


def _capacitor(text: str, words: Sequence[str], designators: Sequence[str]) -> str | None:
    """A capacitor is of the class that its dielectric says."""
    named = any(word.removesuffix("s").endswith(("capacitor", "condensator", "kondensator")) for word in words)
    prefixed = bool(designators) and all(re.fullmatch(r"[Cc]\d+", name) for name in designators)
    if not (named or prefixed) or _names_else([word for word in words if word != "cap"]):
        return None
    said = set(_words(re.sub(r"[^\w-]", " ", text)))
    kinds = [name for name, signs in DIELECTRICS.items() if signs & said]
    return kinds[0] if len(kinds) == 1 else None


def _material(text: str) -> str | None:
    """A structural part of one named material."""
    words = [
        word for part in re.split(r"[,;()]", text) for word in _words(_ENDS.split(part)[0] if part.strip() else "")
    ]
    head = _head(text)
    parts = [word for word in head if word.removesuffix("s") in STRUCTURAL or word.endswith(STRUCTURAL_ENDINGS)]
    others = [word for word in head if word not in parts]
    named = {_of_material(word) for word in words} - {None}
    if not parts or len(named) != 1 or _matches(others) or _names_else(others):
        return None
    return named.pop()


def _of_material(word: str) -> str | None:
    name = keywords().get(word)
    if name in MATERIALS:
        return name
    return "carbon-airframe" if word.startswith("koolstof") else None


def _by_prefix(designators: Sequence[str]) -> str | None:
    found = {match[0].upper() for text in designators if (match := re.match(r"[A-Za-z]+", text))}
    if len(found) != 1 or not all(re.fullmatch(r"[A-Za-z]+\d+\w?", text) for text in designators):
        return None
    names = prefixes().get(found.pop(), ())
    return names[0] if len(names) == 1 else None
