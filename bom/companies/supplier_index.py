"""The list of manufacturers, by the plain forms of its names; and which of them a text merely resembles."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from depmap.core.names import fold
from depmap.core.reference import items, load

LIST = "manufacturers"
"""Id of the list of manufacturers and distributors."""

_TELLING = 5
"""How many letters a shared beginning or a typing error needs before it is worth a question."""

_LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company ltd limited llc llp plc pte pty pvt lp gmbh mbh ag kg kgaa ohg ug se "
    "sa sas sarl srl spa sl bv nv vof ab as asa aps oy oyj kk doo sp z oo sro kft zrt kabushiki kaisha and".split()
)
"""Legal forms, folded; they stand at the end of a name."""

_BETWEEN = ("/", ";", ",", "+", " or ", " of ", " oder ", " ou ", "\n")
"""What stands between several manufacturers in one cell."""

_MAKERS = ("maker", "fabless", "brand")
"""Kinds of companies whose parts carry their own name."""

_CHINESE_FORMS = ("股份有限公司", "有限责任公司", "有限公司", "公司", "株式会社")


def bare(plain: str) -> str:
    """A folded name without its legal form and an article in front.

    >>> bare("diodes inc"), bare("espressif systems shanghai co ltd"), bare("co")
    ('diodes', 'espressif systems shanghai', 'co')
    """
    words = plain.split(" ")
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    short = " ".join(words)
    for form in () if short.isascii() else _CHINESE_FORMS:
        short = short.removesuffix(form) or short
    return short


@functools.cache
def by_form() -> Mapping[str, tuple[int, bool]]:
    """Plain form -> (row of the list, whether it is the canonical name). Canonical names win over aliases."""
    index: dict[str, tuple[int, bool]] = {}
    rows = load(LIST).rows
    for number, row in enumerate(rows):
        plain = fold(row["name"])
        index[plain] = index[bare(plain)] = (number, True)
    for number, row in enumerate(rows):
        for alias in items(row["aliases"]):
            plain = fold(alias)
            index.setdefault(plain, (number, False))
            index.setdefault(bare(plain), (number, False))
    return index


def maker_of_product(form: str) -> str | None:
    """Whose product a plain form names, when it names one ("esp32")."""
    return _by_product().get(form)


def named_together(text: str) -> tuple[str, ...]:
    """The listed companies in a text of several parts ("Murata / TDK", "Vishay or equivalent"), sorted."""
    rows = load(LIST).rows
    plain = text.casefold()
    for separator in _BETWEEN:
        plain = plain.replace(separator, "|")
    parts = [bare(fold(part)) for part in plain.split("|")] if "|" in plain else []
    return tuple(sorted({rows[by_form()[part][0]]["name"] for part in parts if part in by_form()}))


def makes_parts(name: str) -> bool:
    """Whether a listed company makes parts, and not sells those of others, be it on boards of its own.

    >>> makes_parts("Murata"), makes_parts("Adafruit"), makes_parts("Mouser")
    (True, False, False)
    """
    found = by_form().get(fold(name))
    row = load(LIST).rows[found[0]] if found is not None else {}
    return row.get("kind") in _MAKERS and row["category"] != "board"


def similar(form: str) -> tuple[str, ...]:
    """Listed names that a plain form resembles, sorted: to ask back, never to choose from.

    Three likenesses, each of which can be explained: the same leading words, the same letters with other spaces, one
    typing error.
    """
    words, glued = form.split(" "), form.replace(" ", "")
    names = {name for name, listed in _by_first_word().get(words[0], ()) if _shares_start(words, listed)}
    names.update(_by_glued().get(glued, ()))
    if not names and len(glued) >= _TELLING:
        near = {other for end in _ends(glued) for other in _by_end().get(end, ())}
        alike = (other for other in near if abs(len(other) - len(glued)) < 2 and one_edit_apart(other, glued))
        names.update(name for other in alike for name in _by_glued()[other])
    return tuple(sorted(names))


def _shares_start(words: list[str], listed: list[str]) -> bool:
    """Whether the shorter name is the beginning of the longer, and says more than a few letters."""
    shorter = min(len(words), len(listed))
    return words[:shorter] == listed[:shorter] and sum(map(len, words[:shorter])) >= _TELLING


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one typing error turns one text into the other: a letter too many, missing, wrong, or two swapped.

    >>> one_edit_apart("murata", "muratta"), one_edit_apart("molex", "moelx"), one_edit_apart("tdk", "tek")
    (True, True, True)
    >>> one_edit_apart("nordic", "nortek")
    False
    """
    if len(one) > len(other):
        one, other = other, one
    same = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    rest, other_rest = one[same:], other[same:]
    if len(one) < len(other):
        return rest == other_rest[1:]
    return rest[1:] == other_rest[1:] or (rest[1::-1] + rest[2:]) == other_rest


@functools.cache
def _by_first_word() -> Mapping[str, list[tuple[str, list[str]]]]:
    rows = load(LIST).rows
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for form, (number, _) in by_form().items():
        words = form.split(" ")
        found.setdefault(words[0], []).append((rows[number]["name"], words))
    return found


@functools.cache
def _by_glued() -> Mapping[str, list[str]]:
    rows = load(LIST).rows
    found: dict[str, list[str]] = {}
    for form, (number, _) in by_form().items():
        found.setdefault(form.replace(" ", ""), []).append(rows[number]["name"])
    return found


def _ends(glued: str) -> tuple[str, str]:
    """How a name begins and ends: one typing error in five letters or more leaves one of the two as it is."""
    return f"{glued[:2]}-", f"-{glued[-2:]}"


@functools.cache
def _by_end() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for glued in _by_glued():
        for end in _ends(glued):
            found.setdefault(end, []).append(glued)
    return found


@functools.cache
def _by_product() -> Mapping[str, str]:
    return {fold(product): row["name"] for row in load(LIST).rows for product in items(row["products"])}
