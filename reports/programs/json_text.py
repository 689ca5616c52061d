"""Plain values as JSON: one line per item, numbers exact, what no file can hold replaced."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from depmap.core.evidence import CellRef
from depmap.core.text import Text


def written(content: Mapping[str, object]) -> str:
    """One line per item of a list, so that two runs can be compared line by line.

    Raises:
        ValueError: a number that JSON cannot write (NaN, infinity).
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_plain).encode
    parts = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            items = ",\n  ".join(encode(item) for item in value)
            parts.append(f" {encode(key)}: [\n  {items}\n ]")
        else:
            parts.append(f" {encode(key)}: {encode(value)}")
    return _HALVES.sub("\ufffd", "{\n" + ",\n".join(parts) + "\n}\n")


_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which no UTF-8 file can hold."""


def cells(refs: Iterable[CellRef]) -> list[str]:
    """Cells as programs read them."""
    return [str(ref) for ref in refs]


def _plain(value: object) -> object:
    """What JSON does not know, in types that it does: exact numbers as numbers, sets in order, the rest in words."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=repr)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    return str(value)
