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

from bom.classes.designators import by_designators, prefix
from bom.classes.families import by_part_number
from bom.classes.footprints import by_footprint, by_no_class
from bom.classes.head import CJK, Match, first_part, head, is_else, matches, names_else, without_counts, words_in
from bom.classes.kinds import by_kind, is_battery, is_capacitor, materials_in
from bom.classes.listed import ease, keywords
from bom.classes.words import BOARDS, COLOURS, DETAILS, DEVICES, HOUSES, MATERIALS, NAMES, OR
from depmap.core.names import fold
from depmap.core.text import Text

_LISTS = re.compile(r"/|\+|&|\s(?:and|en|und|et)\s", re.IGNORECASE)
_SPACED_LISTS = re.compile(r"\s(?:/|\+|&|and|en|und|et)\s", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"[,;\[\]]")
_DASH = re.compile(r"\s[-–—]\s")
_SHORT = 5
"""A shorter number among words may be that of anything."""
_CHIPS = ("U", "IC", "Q")
"""Designators of chips: a converter with one of them is a chip, and no module."""
_BARE = re.compile(r"\b(?:bare|blank|fr-?4|unpopulated|kale?|onbestukt|\d+[ -]?(?:layers?|lagen|laags))\b", re.I)
"""A circuit board may be a bare one or one with its parts on it; only the former is easy to replace."""


@dataclass(frozen=True, slots=True)
class Classification:
    """A class, and what it was told by."""

    name: str
    """Id of the class."""

    reason: Text
    """What told it; the class is inferred from that."""


def classify(
    text: str, designators: Sequence[str] = (), category: str = "", numbers: Sequence[str] = (), footprint: str = ""
) -> Classification | None:
    """The component class that a description names, or None when that is not clear.

    Args:
        text: the description.
        designators: reference designators on a board.
        category: the category that the workbook gives.
        numbers: the manufacturers' part numbers.
        footprint: the footprint on a board.

    >>> [classify(text).name for text in ("Bout M3x8, verzinkt", "Flight controller for quadcopter")]
    ['fastener', 'flight-controller']
    >>> classify("10k 1% 0402", ["R1", "R2"]).reason.en, classify("LED driver"), classify("Cable gland M20")
    ('designator R1', None, None)
    >>> classify("100n", ["C1"], footprint="C_0402_1005Metric").reason.en
    'footprint C_0402_1005Metric'
    """
    if " " not in text.strip() and all(" " in number for number in numbers):
        numbers = [*numbers, text.strip()]
    text = without_counts(text)
    hint = by_designators(designators, text) if not is_battery(text) else None
    words = head(text)
    leading = _number_in(text)
    number = by_part_number(numbers) or leading
    found = by_kind(text, words, designators, category) or _by_words(text, words, hint)
    if found in HOUSES and number == "processor":
        number = None
    if _contradict(found, hint) or _contradict(found, number) or _contradict(number, hint):
        return None
    if found is not None:
        return None if found == "power-module" and prefix(designators) in _CHIPS else Classification(found, _BY_WORDS)
    named = matches(words) or names_else(words)
    if named and leading is None and not is_capacitor(text, words, designators):
        return None
    spoken, reason = _spoken(numbers, designators) if number is None else (None, "")
    if spoken is not None:
        agree = not _contradict(spoken, by_designators(designators, reason))
        return Classification(spoken, _BY_NUMBER.format(number=reason)) if agree else None
    if number is not None:
        shown = next((each for each in numbers if by_part_number([each]) == number), text.strip())
        return Classification(number, _BY_NUMBER.format(number=shown))
    return _by_hints((text, words), designators, category, footprint)


def _spoken(numbers: Sequence[str], designators: Sequence[str]) -> tuple[str | None, str]:
    """What words in the place of a part number say, and the words: ``LiPo 2000mAh``."""
    for number in map(str.strip, numbers):
        words = head(number) if " " in number else []
        found = by_kind(number, words, designators) or (_by_words(number, words, None) if words else None)
        if found is not None:
            return found, number
    return None, ""


def _by_hints(
    said: tuple[str, Sequence[str]], designators: Sequence[str], category: str, footprint: str
) -> Classification | None:
    """What the category, the footprint or the designators tell of a part whose words and number name nothing."""
    text, words = said
    own = is_battery(text) or (words and words[-1] in DEVICES) or by_no_class(footprint)
    hint = by_designators(designators, text) if not own else None
    found = keywords().get(fold(category)) or keywords().get(fold(category).removesuffix("s"))
    if category and found is not None and found not in MATERIALS and not _contradict(found, hint):
        return Classification(found, _BY_CATEGORY.format(category=category))
    capacitor = is_capacitor(text, words, designators)
    shape = by_footprint(footprint, prefix(designators), capacitor=capacitor) if footprint else None
    if shape is not None and hint in (None, shape) and capacitor == shape.endswith("capacitor"):
        return Classification(shape, _BY_FOOTPRINT.format(name=footprint))
    return Classification(hint, _BY_DESIGNATOR.format(name=designators[0])) if hint is not None else None


def _contradict(one: str | None, other: str | None) -> bool:
    """Whether two signs say different things, and one of them a thing that is hard to replace."""
    return one is not None and other not in (None, one) and bool(ease()[one] or ease()[other or one])


_BY_WORDS = Text("omschrijving", "description")
_BY_NUMBER = Text("onderdeelnummer {number}", "part number {number}")
_BY_CATEGORY = Text("categorie {category}", "category {category}")
_BY_FOOTPRINT = Text("behuizing {name}", "footprint {name}")
_BY_DESIGNATOR = Text("positienummer {name}", "designator {name}")


def _by_words(text: str, words: Sequence[str], hint: str | None) -> str | None:
    """The class that the words of the head name; `hint` is what the designators tell."""
    found = matches(words)
    if hint is not None and not ease()[hint] and found and found[-1].name == hint:
        return None if any(is_else(word) for word in words[found[-1].end :]) else hint
    strong = [match for match in found if not NAMES.issuperset(words[match.first : match.end])] or found
    if not strong or names_else(words):
        return None
    names = {match.name for match in strong}
    match = _last(strong, words)
    if match is None:
        return None
    if match is not strong[-1]:
        return match.name
    if _lists_others(text, match.name):
        return None
    if len(names) > 1:
        if strong[0].sure and strong[0].first == 0 and words[match.first][0] < CJK:
            match = strong[0]
        elif not match.sure and not any(one.english for one in strong):
            return None
    if ease()[match.name]:
        named = strong is found and any(NAMES.intersection(words[one.first : one.end]) for one in found)
        return None if named and any(_is_plain(word) for word in words[: match.first]) else match.name
    return match.name if len(names) == 1 and _is_plainly(match, text, words) else _titanium(match, text)


def _last(found: Sequence[Match], words: Sequence[str]) -> Match | None:
    """The match that tells what the whole is: the last, unless it only says what the one before it does.

    None when words follow that are written without spaces (Chinese, Japanese) and say what it is after all.
    """
    match = found[-1]
    spaced = words[match.first][0] < CJK
    if spaced and any(word[0] >= CJK and word not in BOARDS for word in words[match.end :]):
        return None
    receives = words[match.first : match.end] in (["receiver"], ["ontvanger"])
    before = [each for each in found if each.name == "gnss-receiver"]
    return before[-1] if receives and before else match


def _is_plainly(match: Match, text: str, words: Sequence[str]) -> bool:
    """Whether what is easy to replace is that and nothing else: no material, no word behind it that names a thing."""
    if materials_in(text) or (match.name == "circuit-board" and not _BARE.search(text)):
        return False
    open_end = match.sure or (match.name == "circuit-board" and match.first == 0)
    return open_end or not any(_is_plain(word) for word in words[match.end :])


def _titanium(match: Match, text: str) -> str | None:
    """Fasteners of titanium are no commodity."""
    return "titanium-part" if match.name == "fastener" and materials_in(text) == {"titanium-part"} else None


def _is_plain(word: str) -> bool:
    """Whether a word may name a thing: it has no digit, and is no mere detail."""
    return word.isalpha() and word not in DETAILS and word not in COLOURS and len(word) > 1


def _lists_others(text: str, name: str) -> bool:
    """Whether a text lists several things, of which others are no such class, or says what a cable joins."""
    first, *rest = _PARTS.split(_BRACKETS.sub(" ", text))
    lists = [first] * bool(_LISTS.search(first)) + [part for part in rest if _SPACED_LISTS.search(part)]
    words = words_in(re.sub(r"[^\w-]", " ", " ".join(lists)))
    if names_else(words) or any(match.name != name for match in matches(words)):
        return True
    behind = [match for part in _DASH.split(text)[1:] for match in matches(words_in(first_part(part)))]
    return any(match.name == "cable" != name for match in behind)


def _number_in(text: str) -> str | None:
    """The class of the part number in the head of a description, of a part that is hard to replace.

    A maker may stand before it; behind it only what a board of it is called, or a number that is as good.

    >>> _number_in("Adafruit MPU-6050 breakout"), _number_in("STM32F405 or STM32F407"), _number_in("STM32F405 shield")
    ('imu', 'processor', None)
    """
    tokens = first_part(text).split()
    named = {place: by_part_number([token]) for place, token in enumerate(tokens) if len(token) > _SHORT}
    found = {place: name for place, name in named.items() if name is not None}
    if len(set(found.values())) != 1 or ease()[next(iter(found.values()))] < ease()["processor"]:
        return None
    before, behind = tokens[: min(found)], [token for place, token in enumerate(tokens) if place > min(found)]
    said = [word for token in behind if token not in found.values() for word in words_in(token)]
    told = any(_is_plain(word) and word not in BOARDS and word not in OR for word in said if not by_part_number([word]))
    return None if told or names_else(words_in(" ".join(before))) else next(iter(found.values()))
