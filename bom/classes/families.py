"""Which class of component a manufacturer's part number is of, by how it begins."""

from __future__ import annotations

import functools
import string
from collections.abc import Iterable

from depmap.core.reference import load

_DIGIT, _LETTER = "#", "@"
_END = ""
"""Where a listed beginning ends; the class stands there."""

Tree = dict[str, "Tree | str"]
"""The beginnings as a tree of letters."""


def by_part_number(numbers: Iterable[str]) -> str | None:
    """The one class that all of these part numbers have which have any; None when none has, or when they differ.

    >>> by_part_number(["GRM155R61A104KA01D"]), by_part_number(["STM32F405RGT6"]), by_part_number(["10k", "XYZ"])
    ('ceramic-capacitor', 'processor', None)
    """
    names = {name for number in numbers if (name := _longest(_families(), number.strip().upper(), 0)[1]) is not None}
    return names.pop() if len(names) == 1 else None


def _longest(tree: Tree, number: str, place: int) -> tuple[int, str | None]:
    """The longest beginning of the number from this place on, and its class."""
    name = tree.get(_END)
    best: tuple[int, str | None] = (place, name if isinstance(name, str) else None)
    if place == len(number):
        return best
    letter = number[place]
    branches = [letter] * (letter not in (_DIGIT, _LETTER))
    branches += [_DIGIT] * (letter in string.digits) + [_LETTER] * (letter in string.ascii_uppercase)
    for branch in branches:
        below = tree.get(branch)
        if isinstance(below, dict):
            found = _longest(below, number, place + 1)
            if found[1] is not None and (best[1] is None or found[0] > best[0]):
                best = found
    return best


@functools.cache
def _families() -> Tree:
    """The reference list as a tree."""
    root: Tree = {}
    for row in load("part_families").rows:
        tree = root
        for letter in row["family"]:
            below = tree.setdefault(letter, {})
            if isinstance(below, dict):
                tree = below
        tree[_END] = row["class"]
    return root
