"""What the reference designators of a part on a circuit board tell of its class."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from bom.classes.listed import prefixes

_NUMBERED = re.compile(r"(?:([^\W\d_]+)[^\W_]*_)?([A-Za-z]+)(?:\d+[^\W_]?|\?)")
"""Letters and a number, or a question mark for one; the name of the board may stand before them: ``yz_R1``."""
_NAMED = re.compile(r"([A-Za-z]+)_\w+")
"""Letters and a name: ``R_SHUNT``."""
_VALUE = re.compile(r"\d\s*(?:[kMRΩ]\b|[kM]?(?:ohm|Ω)|[pnuµμm][FHfh]\b|V\b|%)")
"""A value as parts on a board have one: named designators are words, and need it beside them (``L_ARM``)."""


def prefix(designators: Sequence[str]) -> str | None:
    """The one prefix that all of them have, in capitals; None when there are several, or none that can be told.

    >>> prefix(["R1", "R_SCL"]), prefix(["yz_C4"]), prefix(["J_MOTOR1"]), prefix(["R1", "C1"]), prefix(["Reset"])
    ('R', 'C', 'J', None, None)
    """
    found = {_prefix(text) for text in designators}
    return found.pop() if len(found) == 1 else None


@functools.lru_cache(maxsize=20_000)
def _prefix(text: str) -> str | None:
    match = _NUMBERED.fullmatch(text)
    if match is not None:
        before, letters = (match[1] or "").upper(), match[2].upper()
        return before if letters not in prefixes() and before in prefixes() else letters
    match = _NAMED.fullmatch(text)
    return match[1].upper() if match is not None else None


def by_designators(designators: Sequence[str], text: str) -> str | None:
    """The class that the prefix has, when it has but one."""
    letters = prefix(designators)
    names = prefixes().get(letters, ()) if letters is not None else ()
    if len(names) != 1 or not (_VALUE.search(text) or all(_NUMBERED.fullmatch(each) for each in designators)):
        return None
    return names[0]
