"""Parts as people write them in a list without columns: ``2x M3 screw``, ``M3 screw (x2)``, ``R1, R2: 10k``.

Definition. A line is an *entry* when, behind a bullet or a number of the list if there is one, it is

- a number, a sign or word of counting, and a name: ``2x M3 screw``, ``2 pcs of M3 screw``, ``2 "M3 screw"``;
- a name, and behind it such a number: ``M3 screw (x2)``, ``M3 screw x 2``, ``M3 screw - 2 pcs``;
- what the part is for, a colon, and the former: ``Stepper motors: 3x Nema 17``;
- designators, a colon or a dash, and a name: ``R1, R2: 10k``.

A measure is no number of pieces: neither ``10 x 20 mm`` nor ``M3 x 8`` counts anything; ``2x 50 m`` does. An entry that
counts a second part behind the first keeps its whole text and states no number: one line is one part, and nobody
guesses which.

A text is a *list of entries* when there are at least `LEAST` of them and they are most of its lines, but for headings
with a colon, or when nine in ten of its lines begin with a bare number and a word: ``2 M3 screws``. Between entries
that all have a bullet, a line with a bullet and no number is one as well. A text with a header, or one that a separator
parts into the same number of fields in most lines, is a table and no list (`bom.formats`).

Complexity: linear in the lines; a line longer than `LONGEST` is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.cells.designators import looks_like_designators

LEAST = 3
"""Fewer entries are a coincidence."""

LONGEST = 300
"""Characters of the longest line that is looked at."""

_MOST = 0.5
_NEARLY_ALL = 0.9

_X = r"[xX×✕*]"
_WORD = (
    r"(?:pcs?|pieces?|stuks?|st|stk|stück|szt|шт|ea|off|units?|unidad(?:es)?|unités?|pi[eè]ces?|pz|個|个|枚|只)\b\.?"
)
_COUNT = r"(?P<count>[1-9]\d{0,5})"
_BULLET = re.compile(r"\s*(?:(?:[-–—*•·+]|\[[ xX]?\]|\d{1,3}[.)]|\(\d{1,3}\))\s+){0,2}")
_BEFORE = (
    re.compile(
        rf"{_COUNT}\s*(?:{_X}(?:\s+|(?=[^\W\d]))|{_WORD}\s*(?:of\s+|van\s+|de\s+)?)(?P<name>\S.*)", re.IGNORECASE
    ),
    re.compile(rf"(?P<name>){_COUNT}\s+(?P<quoted>[^\"“”]*[\"“][^\"“”]+[\"”])"),
)
_AFTER = (
    re.compile(rf"(?P<name>.+?)\s*[(（\[]\s*(?:{_X}|qty:?)\s*{_COUNT}\s*[)）\]]", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*[(（\[]\s*{_COUNT}\s*(?:{_X}|{_WORD})\s*[)）\]]", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?(?:[)）\]\"”]|\s))\s*{_X}\s*{_COUNT}", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*[-–—:,]?\s+{_COUNT}\s*(?:{_X}|{_WORD})", re.IGNORECASE),
)
_LABELLED = re.compile(r"(?P<label>[^:：]{2,40})[:：]\s*(?P<rest>.+)")
_PLACED = re.compile(r"(?P<places>[^:：=]{1,200}?)\s*(?:[:：=]|\s[-–—]\s|→|->)\s*(?P<name>\S.*)")
_BARE = re.compile(rf"{_COUNT}\s+(?P<name>[^\W\d_].*)")
_MEASURE = re.compile(r"\d[\d.,]*(?:[xX×*]|\s+[xX×*]\s+)\d[\d.,]*\s*(?:(?:mm|cm|m|in|inch|MM|CM)\b|[\"'=]|$)")
_SIZE = re.compile(r"(?:.*\s)?(?:[MmØø]\s?)?\d[\d.,]*\s*(?:mm|cm|m|in|\")?(?:\s*[xX×*]\s*\d[\d.,]*\s*(?:mm)?)*\s*")
_MORE = re.compile(rf"[,;+&]\s*[1-9]\d{{0,5}}\s*{_X}\s+\S", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]|\d{3}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part in a list without columns."""

    name: str
    """What it is, on one line."""

    count: str = ""
    """How many, as written; empty when it does not say, or names several parts."""

    places: str = ""
    """Its designators; empty without them."""

    bullet: str = ""
    """What stands before it: a dash, the number of the line."""

    several: bool = False
    """Whether it counts more than one part."""


def read_entry(text: str) -> Entry | None:
    """The part that a line states; None when it states none, or not clearly.

    >>> read_entry("- 2 x M3 screw")
    Entry(name='M3 screw', count='2', places='', bullet='-', several=False)
    >>> read_entry("10k resistor (x4)").count, read_entry("R1, R2: 10k").places
    ('4', 'R1, R2')
    >>> read_entry("10 x 20 mm plate"), read_entry("Screw M3 x 8"), read_entry("Assemble it")
    (None, None, None)
    """
    if len(text) > LONGEST:
        return None
    line = text.strip()
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    said, before = line[start:].strip(), line[:start].strip()
    found = _placed(said) or _counted(said) or _labelled(said)
    if found is None or not _NAMED.search(found.name) or found.name.startswith(("http://", "https://")):
        return None
    return Entry(" ".join(found.name.split()), found.count, found.places, before, found.several)


def read_entries(lines: Sequence[str]) -> dict[int, Entry]:
    """The entries of a text by the position of their line; none when it is no list of them."""
    filled = {at: line for at, line in enumerate(lines) if line.strip(" \t-=_*#~")}
    found = {at: entry for at, line in filled.items() if (entry := read_entry(line)) is not None}
    headings = sum(1 for at, line in filled.items() if at not in found and line.rstrip().endswith((":", "：")))
    if len(found) >= LEAST and len(found) > _MOST * (len(filled) - headings):
        return {**found, **_like_the_others(found, filled)}
    bare = {at: Entry(match["name"], match["count"]) for at, line in filled.items() if (match := _bare(line))}
    return bare if len(bare) > LEAST and len(bare) >= _NEARLY_ALL * len(filled) else {}


def _counted(said: str) -> Entry | None:
    """A number and a name, in either order."""
    if _MEASURE.match(said):
        return None
    for pattern in _BEFORE:
        if match := pattern.fullmatch(said):
            name = match["name"] or match["quoted"].replace('"', "").replace("“", "").replace("”", "")
            return Entry(said, several=True) if _MORE.search(name) else Entry(name.strip(), match["count"])
    for pattern in _AFTER:
        if (match := pattern.fullmatch(said)) and not _SIZE.fullmatch(match["name"]):
            return Entry(match["name"].strip(" ,;-–—:"), match["count"])
    return None


def _labelled(said: str) -> Entry | None:
    """A number and a name behind what they are for, which belongs to the name."""
    match = _LABELLED.fullmatch(said)
    entry = _counted(match["rest"].strip()) if match else None
    if match is None or entry is None or not _NAMED.search(match["label"]):
        return None
    return Entry(f"{match['label'].strip()}: {entry.name}", entry.count, several=entry.several)


def _placed(said: str) -> Entry | None:
    """Designators and what stands there."""
    match = _PLACED.fullmatch(said)
    if match is None or not looks_like_designators(match["places"]):
        return None
    return Entry(match["name"].strip(" -–—\t"), places=match["places"].strip())


def _bare(line: str) -> re.Match[str] | None:
    return _BARE.fullmatch(line.strip()) if len(line) <= LONGEST else None


def _like_the_others(found: dict[int, Entry], filled: dict[int, str]) -> dict[int, Entry]:
    """Lines that state no number, between entries that all begin with a bullet as they do: parts all the same."""
    if not all(entry.bullet for entry in found.values()):
        return {}
    first, last = min(found), max(found)
    more = {}
    for at, line in filled.items():
        bullet = _BULLET.match(line.strip())
        name = line.strip()[bullet.end() :] if bullet else ""
        near = first - 1 <= at <= last + 1
        if at not in found and near and name and name != line.strip() and len(line) <= LONGEST and _NAMED.search(name):
            more[at] = Entry(name, bullet=bullet.group().strip() if bullet else "")
    return more
