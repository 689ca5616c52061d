"""What a description is about: its head, the keywords in it, and the words that name something else."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.classes.listed import keywords, keywords_in, most_words
from bom.classes.words import COMPOUNDS, ELSE, ELSE_ENDINGS, MATERIALS, TAKEN_APART
from depmap.core.names import fold

_ENDS = re.compile(
    r"[,;:()\[\]|]|\s[-–—]\s|\b(?:for|with|without|from|in|on|of|incl|per|by"
    r"|voor|met|zonder|van|op|aan|tbv|t\.b\.v\.|inclusief|fur|für|mit|ohne|pour|avec|à|para|con|com|de|do|da|dos)"
    r"(?=\s|$)|\bw/",
    re.IGNORECASE,
)
CJK = "\u3000"
"""Where the Chinese and Japanese signs begin."""
_BRACKETS = re.compile(r"\([^()]*\)")
_CATALOGUE = frozenset(("coml", "fab", "assy", "ic", "smd", "smt", "tht"))
"""What stands in front of a description in catalogues and says nothing."""
_GENERAL = frozenset(
    "battery batteries power management electronics sensor sensors component part misc various".split()
)
"""What stands in front of a comma as a heading: the part behind it says what it is."""
_SAYS_NOTHING = re.compile(
    r"^\s*\d+\s*(?:pcs?|pieces|pièces|stuks?|st|stk|stück)\b\.?"  # how many
    r"|^\s*(?:sets?|pairs?|packs?|rolls?|reels?|bags?|pieces?|lengths?) of\b"
    r"|\b\d+[ -]?(?:poles?|pins?|pos|positions?|ways?)\b"
    r"|\b(?:tray|cut tape|tape (?:&|and) reel|bulk)\s*$"
    r"|\b(?:one|two|three|four|\d)[ -]wire\b"
    r"|\b\d+\s*[kMG]B\s*(?:flash|ram|sram|psram)\b"
    r"|\b(?:surface|board|panel|edge|bottom|top|free)[ -]?m(?:oun)?t(?:ed|ing)?\b|\bthrough[ -]?hole\b",  # how fitted
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Match:
    """A keyword in the head."""

    first: int
    """Its first word."""

    end: int
    """The word behind it."""

    name: str
    """Its class."""

    sure: bool = False
    """Whether it is the last part of a Dutch compound, or no English word: what follows does not change what it is."""

    english: bool = False
    """Whether it is a word that only English has."""


def without_counts(text: str) -> str:
    """The text without what says how many there are (pieces, poles, bytes), how they are packed or fitted.

    >>> without_counts("10pcs Surface Mount LED").split()
    ['LED']
    """
    return _SAYS_NOTHING.sub(" ", text.replace("_", " "))


def first_part(text: str) -> str:
    """The text up to the word or sign behind which it only says more."""
    return _ENDS.split(text)[0]


def head(text: str) -> list[str]:
    """The words of the part of a description that says what it is."""
    for part in _ENDS.split(_BRACKETS.sub(" ", text)):
        words = words_in(part)
        if any(word not in _CATALOGUE and word not in _GENERAL for word in words):
            return words[1:] if words[0] in _CATALOGUE else words
    return []


def words_in(text: str) -> list[str]:
    """The folded words; of a hyphenated compound whose last part decides only that part: ``CAN-connector``."""
    found: list[str] = []
    for token in text.split():
        parts = fold(token).split()
        compound = "-" in token and len(parts) > 1 and " ".join(parts) not in keywords()
        found += parts[-1:] if compound and _compound(parts[-1], whole=True) else parts
    return found


def matches(words: Sequence[str]) -> tuple[Match, ...]:
    """The keywords among the words, the longest first tried, none within another."""
    return _matches(tuple(words))


@functools.lru_cache(maxsize=1_000)
def _matches(words: tuple[str, ...]) -> tuple[Match, ...]:
    """Kept for a while, because the same words are asked about several times in a row."""
    found: list[Match] = []
    start = 0
    while start < len(words):
        last = min(start + most_words().get(words[start], 1), len(words))
        match = next(filter(None, (_match(words, start, end) for end in range(last, start, -1))), None)
        if match is not None:
            found.append(match)
        start = match.end if match is not None else start + 1
    return tuple(found)


def _match(words: Sequence[str], start: int, end: int) -> Match | None:
    named = _named(" ".join(words[start:end]))
    return None if named is None else Match(start, end, *named)


@functools.lru_cache(maxsize=20_000)
def _named(phrase: str) -> tuple[str, bool, bool] | None:
    """The class that one or more words name, whether that is sure, and whether they are English."""
    for form in (phrase, *(phrase.removesuffix(ending) for ending in ("s", "es", "en") if phrase.endswith(ending))):
        name = keywords().get(form)
        if name is not None and name not in MATERIALS:
            english = form in keywords_in("en")
            other = form in keywords_in("nl") or form in keywords_in("other")
            return name, other and not english, english and not other
    name = (_compound(phrase) or _written_together(phrase)) if " " not in phrase else None
    return None if name is None else (name, True, False)


def _compound(word: str, *, whole: bool = False) -> str | None:
    """The class of a Dutch compound by its last part."""
    if word in TAKEN_APART:
        return None
    for ending, name in COMPOUNDS.items():
        if word.endswith(ending) and (len(word) > len(ending) + 2 or (whole and word == ending)):
            return name
    return None


def _written_together(word: str) -> str | None:
    """The class that the end of a Chinese or Japanese word names, as these are written without spaces."""
    if word.isascii():
        return None
    endings = (word[place:] for place in range(1, len(word) - 1) if word[place] >= CJK)
    return next((name for ending in endings if (name := keywords().get(ending)) not in (None, *MATERIALS)), None)


def names_else(words: Sequence[str]) -> bool:
    """Whether a word outside the keywords names a thing that is no class."""
    taken = {place for match in matches(words) for place in range(match.first, match.end)}
    return any(is_else(word) for place, word in enumerate(words) if place not in taken)


@functools.lru_cache(maxsize=20_000)
def is_else(word: str) -> bool:
    """Whether a word names a thing that is no class."""
    word = word.rstrip("0123456789")
    return word in ELSE or word.removesuffix("s") in ELSE or word.endswith(ELSE_ENDINGS)
