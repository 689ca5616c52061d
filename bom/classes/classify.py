"""Which class of component a line is, when its words leave no doubt; unknown is better than wrong.

Definition. The *head* of a description is its first part, up to a comma, a bracket or a word such as ``for`` or
``met``: what follows says more about the part, not what it is. Within the head the last noun decides in English
(``gimbal camera``), the last part of a compound and otherwise the first noun in Dutch and French
(``batterijconnector``, ``Antenne GPS``). A class that the market replaces easily (commodity) makes a finding milder, so
it needs the most: no other thing may be named in the head, and no unknown word may follow it.

What the words leave open, the manufacturer's part number may settle (`bom.classes.families`), then the category, then
the designators; and none of them may contradict another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.classes.families import by_part_number
from bom.classes.head import first_part, head, matches, names_else, without_counts, words_in
from bom.classes.listed import ease, keywords, prefixes
from bom.classes.words import (
    ABBREVIATIONS,
    CAPACITORS,
    CHIPS,
    COLOURS,
    DETAILS,
    DIELECTRICS,
    MATERIALS,
    NAMES,
    STRUCTURAL,
    STRUCTURAL_ENDINGS,
)
from depmap.core.names import fold
from depmap.core.text import Text

_LISTS = re.compile(r"/|\+|&|\s(?:and|en|und|et)\s", re.IGNORECASE)
_BARE = re.compile(r"\b(?:bare|blank|fr-?4|unpopulated|kale?|onbestukt|\d+[ -]?(?:layers?|lagen|laags))\b", re.I)
"""A circuit board may be a bare one or one with its parts on it; only the former is easy to replace."""
_DESIGNATOR = re.compile(r"(?:[^\W_]+_)?([A-Za-z]+)\d+[^\W_]?")
"""Letters and a number; the name of the board may stand before them: ``yz_R1``."""
_CHARGE = re.compile(r"\d\s*mAh\b", re.IGNORECASE)
_CHEMISTRIES = ("lipo-battery", "lfp-battery", "li-ion-cell")
_SMALL = re.compile(r"\d\s*[pnuµμ]F?\b", re.IGNORECASE)
"""A capacity below a millifarad, as small ones are written."""


@dataclass(frozen=True, slots=True)
class Classification:
    """A class, and what it was told by."""

    name: str
    """Id of the class."""

    reason: Text
    """What told it; the class is inferred from that."""


def classify(
    text: str, designators: Sequence[str] = (), category: str = "", numbers: Sequence[str] = ()
) -> Classification | None:
    """The component class that a description names, or None when that is not clear.

    Args:
        text: the description.
        designators: reference designators on a board.
        category: the category that the workbook gives.
        numbers: the manufacturers' part numbers.

    >>> [classify(text).name for text in ("Bout M3x8, verzinkt", "Flight controller for quadcopter")]
    ['fastener', 'flight-controller']
    >>> classify("10k 1% 0402", ["R1", "R2"]).reason.en, classify("LED driver"), classify("Cable gland M20")
    ('designator R1', None, None)
    """
    text = without_counts(text)
    hint = _by_prefix(designators)
    words = head(text)
    number = by_part_number(numbers or ([text] if " " not in text.strip() else []))
    found = _by_kind(text, words, designators) or _by_words(text, words)
    if _contradict(found, hint) or _contradict(found, number) or _contradict(number, hint):
        return None
    if found is not None:
        return Classification(found, _BY_WORDS)
    if matches(words) or names_else(words):
        return None
    if number is not None:
        shown = next((each for each in numbers if by_part_number([each]) == number), text.strip())
        return Classification(number, _BY_NUMBER.format(number=shown))
    found = keywords().get(fold(category)) or keywords().get(fold(category).removesuffix("s"))
    if category and found is not None and found not in MATERIALS and not _contradict(found, hint):
        return Classification(found, _BY_CATEGORY.format(category=category))
    return Classification(hint, _BY_DESIGNATOR.format(name=designators[0])) if hint is not None else None


def _contradict(one: str | None, other: str | None) -> bool:
    """Whether two signs say different things, and one of them a thing that is hard to replace."""
    return one is not None and other not in (None, one) and bool(ease()[one] or ease()[other or one])


_BY_WORDS = Text("omschrijving", "description")
_BY_NUMBER = Text("onderdeelnummer {number}", "part number {number}")
_BY_CATEGORY = Text("categorie {category}", "category {category}")
_BY_DESIGNATOR = Text("positienummer {name}", "designator {name}")


def _by_words(text: str, words: Sequence[str]) -> str | None:
    found = matches(words)
    strong = [match for match in found if not NAMES.issuperset(words[match.first : match.end])] or found
    if not strong or names_else(words):
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
        named = strong is found and any(NAMES.intersection(words[one.first : one.end]) for one in found)
        return None if named and any(_is_plain(word) for word in words[: match.first]) else match.name
    materials = {_of_material(word) for word in words_in(re.sub(r"[^\w-]", " ", text))} - {None}
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
    words = words_in(re.sub(r"[^\w-]", " ", text))
    return names_else(words) or any(match.name != name for match in matches(words))


def _by_kind(text: str, words: Sequence[str], designators: Sequence[str]) -> str | None:
    """What more than a keyword tells: dielectrics, materials, chemistry, colours."""
    return (
        _abbreviated(words)
        or _capacitor(text, words, designators)
        or _battery(text, words)
        or _led(text, designators)
        or _material(text, words)
    )


def _abbreviated(words: Sequence[str]) -> str | None:
    """What catalogues put first, shortened: ``CONN JACK SMA``."""
    return ABBREVIATIONS.get(words[0]) if words and not names_else(words) else None


def _battery(text: str, words: Sequence[str]) -> str | None:
    """A battery of a named chemistry says how much it holds."""
    if not _CHARGE.search(text) or names_else(words):
        return None
    named = {name for word in words_in(text) if (name := keywords().get(word)) in _CHEMISTRIES}
    return named.pop() if len(named) == 1 else None


def _led(text: str, designators: Sequence[str]) -> str | None:
    """A diode of which only the colour is said gives light."""
    diodes = bool(designators) and all(re.fullmatch(r"(?:D|LED)\d+", name) for name in designators)
    words = words_in(text) if diodes else []
    return "led" if words and COLOURS.issuperset(words) else None


def _capacitor(text: str, words: Sequence[str], designators: Sequence[str]) -> str | None:
    """A capacitor is of the class that its dielectric says."""
    named = words[:1] == ["cap"] or any(word.removesuffix("s").endswith(CAPACITORS) for word in words)
    prefixed = bool(designators) and all(re.fullmatch(r"[Cc]\d+", name) for name in designators)
    if not (named or prefixed) or names_else([word for word in words if word != "cap"]):
        return None
    said = set(words_in(re.sub(r"[^\w-]", " ", text)))
    kinds = [name for name, signs in DIELECTRICS.items() if signs & said]
    if not kinds and _SMALL.search(text) and CHIPS & said:
        return "ceramic-capacitor"
    return kinds[0] if len(kinds) == 1 else None


def _material(text: str, head: Sequence[str]) -> str | None:
    """A structural part of one named material."""
    parts = [word for word in head if word.removesuffix("s") in STRUCTURAL or word.endswith(STRUCTURAL_ENDINGS)]
    if not parts:
        return None
    others = [word for word in head if word not in parts]
    said = [first_part(part) for part in re.split(r"[,;()]", text) if part.strip()]
    named = {_of_material(word) for part in said for word in words_in(part)} - {None}
    if len(named) != 1 or matches(others) or names_else(others):
        return None
    return named.pop()


def _of_material(word: str) -> str | None:
    name = keywords().get(word)
    if name in MATERIALS:
        return name
    return "carbon-airframe" if word.startswith("koolstof") else None


def _by_prefix(designators: Sequence[str]) -> str | None:
    matches = [_DESIGNATOR.fullmatch(text) for text in designators]
    found = {match[1].upper() for match in matches if match is not None}
    if len(found) != 1 or None in matches:
        return None
    names = prefixes().get(found.pop(), ())
    return names[0] if len(names) == 1 else None
