"""In the child: lists of parts in JSON that follows no standard, and in lines of JSON."""

from __future__ import annotations

import json

from bom.sandbox.limits import Refused
from bom.sandbox.listing import clean
from bom.sandbox.record_lists import read_lists

KIND = "JSON"
"""What messages call it."""

_EXACT = 15
_NO_NUMBER = "#NUM!"


def read(data: bytes) -> dict[str, object]:
    """See `bom.sandbox.record_lists`. NaN and infinities become the error value that a spreadsheet shows for them.

    Raises:
        Refused: no JSON (``json``, with the line), nested too deeply, a name twice in one object, software only, or
            without a list.
    """
    try:
        document = _parsed(data.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise Refused("json", str(error.lineno)) from error
    except RecursionError as error:
        raise Refused("nested") from error
    except ValueError as error:
        raise Refused("malformed", KIND) from error
    if isinstance(document, dict) and "spdxVersion" in document:
        raise Refused("software")
    return read_lists(document, KIND)


def _parsed(text: str) -> object:
    """One document, or an array of them when every line is an object of its own."""
    try:
        return _loaded(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise
        try:
            return [_loaded(line) for line in text.splitlines() if line.strip()]
        except json.JSONDecodeError:
            raise error from None


def _loaded(text: str) -> object:
    return json.loads(text, object_pairs_hook=_once, parse_int=_whole, parse_constant=lambda _: _NO_NUMBER)


def _whole(text: str) -> int | str:
    """A whole number; the digits as text where a spreadsheet could not hold them all."""
    return int(text) if len(text) <= _EXACT else text


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which nothing is overwritten in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Refused("twice", clean(next(name for name in names if names.count(name) > 1))[:60])
    return found
