"""Which class of component a line is, when its words leave no doubt; unknown is better than wrong."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence

from depmap.core.names import fold
from depmap.core.reference import items, load

_LIST = "component_classes"
_WORDS = 4
"""The longest keywords have this many words."""
_EASE = {"commodity": 0, "adaptable": 1, "specific": 2}
"""How hard a lost component is to replace."""


def classify(text: str, designators: Sequence[str] = ()) -> str | None:
    """Id of the component class that a text names, or None when that is not clear.

    Keywords count as whole words, in Dutch and English, plurals included; the longest found decides. None when two
    classes tie, or when a shorter keyword names a class that is harder to replace: ``radio harness`` may be either, and
    must not pass for a harness. Designators count as such a word where their prefix belongs to one class only; they
    decide when there is no keyword.

    >>> classify("Schroefdraadbout M3x8, bouten RVS"), classify("Flight controller board"), classify("Bracket")
    ('fastener', 'flight-controller', None)
    >>> classify("10k 1% 0402", ["R1", "R2"]), classify("radio harness")
    ('resistor', None)
    """
    found: dict[str, int] = {}
    for phrase in _phrases(fold(text).split()):
        name = _keywords().get(phrase)
        if name is not None:
            found[name] = max(found.get(name, 0), len(phrase))
    if not found:
        return _by_prefix(designators)
    longest = max(found.values())
    winners = [name for name, length in found.items() if length == longest]
    hint = _by_prefix(designators)
    harder = max(_ease()[name] for name in [*found, *([hint] if hint else [])])
    return winners[0] if len(winners) == 1 and _ease()[winners[0]] == harder else None


def _phrases(words: Sequence[str]) -> Iterator[str]:
    """Every run of up to `_WORDS` words, also with the plural ending of its last word taken off."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + _WORDS, len(words)) + 1):
            phrase = " ".join(words[start:end])
            yield phrase
            for ending in ("s", "es", "en"):
                if phrase.endswith(ending):
                    yield phrase.removesuffix(ending)


def _by_prefix(designators: Sequence[str]) -> str | None:
    prefixes = {match[0].upper() for text in designators if (match := re.match(r"[A-Za-z]+", text))}
    if len(prefixes) != 1 or not all(re.fullmatch(r"[A-Za-z]+\d+\w?", text) for text in designators):
        return None
    names = _prefixes().get(prefixes.pop(), ())
    return names[0] if len(names) == 1 else None


@functools.cache
def _keywords() -> Mapping[str, str]:
    """Folded keyword -> class; a keyword of two classes belongs to none."""
    found: dict[str, set[str]] = {}
    for row in load(_LIST).rows:
        for word in (*items(row["keywords_nl"]), *items(row["keywords_en"])):
            found.setdefault(fold(word), set()).add(row["id"])
    return {word: min(names) for word, names in found.items() if len(names) == 1}


@functools.cache
def _prefixes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in load(_LIST).rows:
        for prefix in items(row["prefixes"]):
            found.setdefault(prefix.upper(), []).append(row["id"])
    return {prefix: tuple(names) for prefix, names in found.items()}


@functools.cache
def _ease() -> Mapping[str, int]:
    return {row["id"]: _EASE[row["standstill"]] for row in load(_LIST).rows}
