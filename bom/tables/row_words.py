"""What single cells of a row tell about it, before it is known whether the row is a part."""

from __future__ import annotations

import re

from bom.cells.designators import looks_like_designators
from bom.raw import Value

IDENTIFYING = frozenset(
    {"part_number", "mpn", "supplier_part_number", "designators", "description", "value", "manufacturer"}
)
"""Fields that say what a part is."""

NUMBERED = frozenset({"part_number", "mpn", "supplier_part_number"})
"""Fields that hold the number of a part."""

AMOUNTS = frozenset({"quantity", "total_price", "unit_price", "mass", "stock"})
"""Fields that hold nothing but amounts."""

_NOTE = re.compile(
    r"(?:notes?|remarks?|nb|n\.b\.|opmerking(?:en)?|let op|toelichting|hinweise?|bemerkung(?:en)?|remarques?|nota"
    r"|attention)\b\s*\d*\s*[:.)]?|\*+ ?\w(?!.*\*\*)|copyright|©",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"\D{0,4}\d")
_UNDECIDED = re.compile(
    r"tb[acd]|t\.b\.[acd]\.?|to be (?:confirmed|determined|decided|defined)|nader te bepalen|n\.?t\.?b\.?|noch offen"
    r"|zu (?:klären|bestimmen)|à (?:confirmer|définir|déterminer)|por (?:confirmar|definir|determinar)"
    r"|a (?:confirmar|definir)|da (?:confermare|definire)|do ustalenia|уточняется|待定|未定",
    re.IGNORECASE,
)
_TIMES = re.compile(r"\d+\s*[xX×*]")
_DASHES = frozenset("-=_*+|~—–:. ")


def starts_a_note(text: str) -> bool:
    """Whether a text begins with a word for note.

    >>> starts_a_note("Opmerking: zonder btw"), starts_a_note("Notebook")
    (True, False)
    """
    return _NOTE.match(text) is not None


def is_dashes(text: str) -> bool:
    """Whether a text is part of a drawn line.

    >>> is_dashes("---"), is_dashes("-1")
    (True, False)
    """
    return set(text) <= _DASHES


def is_credible(field: str, value: Value) -> bool:
    """Whether a cell of a vital column holds its like: a remark or a title can stand in any column."""
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        return True
    if field == "designators":
        return (
            not text.endswith(":")
            and _TIMES.fullmatch(text) is None
            and (" " not in text or looks_like_designators(text))
        )
    if field == "quantity":
        return _QUANTITY.match(text) is not None or _UNDECIDED.fullmatch(text) is not None
    return len(text.split()) == 1 and any(character.isdigit() for character in text)
