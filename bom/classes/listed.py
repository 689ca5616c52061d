"""The reference list of component classes, as classifying needs it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from depmap.core.names import fold
from depmap.core.reference import items, load

LANGUAGES = ("nl", "en", "other")
"""The columns of keywords."""

_LIST = "component_classes"
_EASE = {"commodity": 0, "adaptable": 1, "specific": 2}


@functools.cache
def keywords_in(language: str) -> frozenset[str]:
    """All keywords of a language (``nl``, ``en``, or ``other``: German, French, Spanish, Russian, Chinese), folded."""
    return frozenset(fold(word) for row in load(_LIST).rows for word in items(row[f"keywords_{language}"]))


@functools.cache
def keywords() -> Mapping[str, str]:
    """Folded keyword -> class; a keyword of two classes belongs to none."""
    found: dict[str, set[str]] = {}
    for row in load(_LIST).rows:
        for word in (word for language in LANGUAGES for word in items(row[f"keywords_{language}"])):
            found.setdefault(fold(word), set()).add(row["id"])
    return {word: min(names) for word, names in found.items() if len(names) == 1}


@functools.cache
def most_words() -> Mapping[str, int]:
    """First word -> how many words the longest keyword has that begins with it."""
    found: dict[str, int] = {}
    for words in map(str.split, keywords()):
        found[words[0]] = max(found.get(words[0], 1), len(words))
    return found


@functools.cache
def prefixes() -> Mapping[str, tuple[str, ...]]:
    """Prefix of reference designators -> the classes that use it."""
    found: dict[str, list[str]] = {}
    for row in load(_LIST).rows:
        for prefix in items(row["prefixes"]):
            found.setdefault(prefix.upper(), []).append(row["id"])
    return {prefix: tuple(names) for prefix, names in found.items()}


@functools.cache
def ease() -> Mapping[str, int]:
    """Class -> how hard a lost component is to replace: 0 (commodity), 1 (adaptable) or 2 (specific)."""
    return {row["id"]: _EASE[row["standstill"]] for row in load(_LIST).rows}
