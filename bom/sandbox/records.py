"""In the child: records of nested data (objects of JSON, elements of XML), and what each says as values side by side.

A record is a mapping. What stands in an object inside it is said under both names (``origin: {url: ...}`` is *origin
url*), entries of a list of its own are numbered (*supplier name*, *supplier name 2*), and a list of names and values
(``{name: mpn, value: ...}``) is the values under those names. Parts inside a part are no value: see `parts_of`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from bom.sandbox.listing import clean

Scalar = str | int | float | bool | None
"""What ends the nesting."""

Record = Mapping[str, object]
"""Names -> scalars, lists and records."""

TEXT = ""
"""The name of what an element says besides its attributes."""

MOST_ENTRIES = 5
"""So many entries of a list inside a record become columns; further ones are only counted."""

_DEPTH = 4
_COMMON = 0.5
_MOSTLY = 0.8
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_DESIGNATOR = re.compile(r"[A-Z]{1,3}[0-9]{1,4}[A-Z]?")
_CODE = re.compile(r"(?=.*[A-Za-z])(?=.*[0-9])[^\s/]+")
_PARTS = frozenset(
    "part component item line bom child assembly subassembly module row entry position onderdeel stuklijst regel"
    " bauteil teil stueckliste stückliste pieza componente pièce composant table list record data".split()
)
_ABOUT = frozenset(
    "supplier vendor distributor seller shop store offer source manufacturer maker mfr mfg mpn alternate alternative"
    " substitute replacement price break tier pricing cost link url document datasheet file image picture note remark"
    " comment tag spec specification parameter attribute property field option revision history change approval"
    " material substance dimension".split()
)
_PRICES = frozenset("price break tier pricing cost".split())
_NAMES = frozenset("name key field label".split())
_VALUES = frozenset(("value", "val", "text", "content", TEXT))


def words(name: str) -> list[str]:
    """The words of a name in lower case.

    >>> words("unitPrice (EUR)")
    ['unit', 'price', 'eur']
    """
    return [word.lower() for word in _WORD.findall(_HUMP.sub(" ", name))]


def last_word(name: str) -> str:
    """The word of a name that says what it is: lower case, one of several.

    >>> last_word("subAssemblies"), last_word("bom_items"), last_word("children"), last_word("box")
    ('assembly', 'item', 'child', 'box')
    """
    found = words(name)
    word = found[-1] if found else ""
    if word == "children":
        return "child"
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def names_parts(name: str) -> bool:
    """Whether a name is one that lists of parts are given."""
    return last_word(name) in _PARTS


def records(value: object, name: str = "") -> list[Record] | None:
    """The records that a value lists, or None when it is no list of records.

    An array of objects is one, and an object of two or more objects that have fields in common: their names are the
    first field then. Text among the objects is a record that says only that.
    """
    if isinstance(value, list):
        value = [_from_pairs(entry) for entry in value]
        held = [entry for entry in value if isinstance(entry, dict)]
        rest = [entry for entry in value if isinstance(entry, str) and entry.strip()]
        if not held or len(held) + len(rest) < len(value) - value.count(None) or len(rest) > len(held):
            return None
        return [entry if isinstance(entry, dict) else {TEXT: entry} for entry in value if entry]
    if isinstance(value, dict):
        return _by_name(value, 1 if names_parts(name) else 2)
    return None


def _from_pairs(entry: object) -> object:
    """A record that is a list of names and values, as a record."""
    pairs = _pairs(entry) if isinstance(entry, list) and entry and all(isinstance(one, dict) for one in entry) else None
    return entry if pairs is None else dict(reversed(pairs))


def _by_name(value: Record, enough: int) -> list[Record] | None:
    """The objects of an object, with their names as a field."""
    held = [inner for inner in value.values() if isinstance(inner, dict)]
    if len(value) < 2 or len(held) < len(value):
        return None
    seen = Counter(key for inner in held for key in inner)
    common = [key for key, times in seen.items() if times >= max(2, len(held) * _COMMON)]
    plain = [key for key in common if any(_is_scalar(inner.get(key)) for inner in held)]
    if len(common) < enough or not plain:
        return None
    title = _title_of_names(list(value))
    while title in seen:
        title += " (key)"
    return [{title: key, **inner} for key, inner in zip(value, held, strict=True)]


def _title_of_names(names: Sequence[str]) -> str:
    """What the names of objects are: designators, part numbers, or just names. As with levels, the cells must agree."""
    for title, form in (("key: reference designators", _DESIGNATOR), ("key: part number", _CODE)):
        if sum(bool(form.fullmatch(name.strip())) for name in names) >= len(names) * _MOSTLY:
            return title
    return "name"


def parts_of(record: Record) -> dict[str, list[Record]]:
    """The lists of parts in a record, by name: those that are called so, and those whose entries look like it."""
    found: dict[str, list[Record]] = {}
    own = {key for key, value in record.items() if _is_scalar(value)}
    for key, value in record.items():
        if not isinstance(value, list | dict) or last_word(key) in _ABOUT:
            continue
        listed = records(value, key) or _wrapped(value)
        if not listed or _pairs(listed) is not None:
            continue
        alike = {name for entry in listed for name, inner in entry.items() if _is_scalar(inner)} & own
        if names_parts(key) or len(alike) > 1:
            found[key] = listed
    return found


def _wrapped(value: object) -> list[Record] | None:
    """The list of parts in an object that says little else."""
    inside = value.items() if isinstance(value, dict) else ()
    return next((listed for key, inner in inside if names_parts(key) and (listed := records(inner, key))), None)


def said(record: Record, notes: list[list[object]]) -> dict[str, Scalar]:
    """What a record says, by title; what is nested too deeply to be one value is noted as ``not_read``."""
    found: dict[str, Scalar] = {}
    for title, value in _values(record, ("", ""), 0, notes):
        taken = found.get(title) not in (None, value)
        found[_other(title, found) if taken else title] = value
    return found


def _other(title: str, found: Mapping[str, Scalar]) -> str:
    return next(other for number in count(2) if (other := f"{title} {number}") not in found)


def _values(
    record: Record, around: tuple[str, str], depth: int, notes: list[list[object]]
) -> Iterator[tuple[str, Scalar]]:
    """The values with their titles, of which ``around`` stands before and behind."""
    before, behind = around
    for key, value in record.items():
        title = f"{before} {clean(key)}".strip() or "value"
        if isinstance(value, dict) and depth < _DEPTH:
            yield from _values(value, (title, behind), depth + 1, notes)
        elif isinstance(value, list):
            yield from _listed(value, (title, behind), depth, notes)
        elif isinstance(value, dict):
            notes.append(["not_read", ""])
        else:
            yield title + behind, scalar(value)


def _listed(
    values: Sequence[object], around: tuple[str, str], depth: int, notes: list[list[object]]
) -> Iterator[tuple[str, Scalar]]:
    """The values in a list inside a record."""
    title, behind = around
    listed = records(list(values))
    if not values:
        return
    if all(map(_is_scalar, values)):
        # Not as `listing.lines` does: what stands twice in two lists of one part belongs together line by line.
        yield title + behind, "\n".join(str(scalar(value) or "") for value in values).strip() or None
    elif listed is None or depth >= _DEPTH or last_word(title) in _PRICES:
        notes.append(["not_read", ""])
    elif (pairs := _pairs(listed)) is not None:
        yield from ((name + behind, value) for name, value in pairs)
    else:
        notes += [["not_read", ""]] * (len(listed) > MOST_ENTRIES)
        word = last_word(title)
        single = title[: -len(word) - 1] + word if title.lower() == word + "s" else title
        for number, entry in enumerate(listed[:MOST_ENTRIES], 1):
            yield from _values(entry, (single, behind + (f" {number}" if number > 1 else "")), depth + 1, notes)


def _pairs(listed: Sequence[Record]) -> list[tuple[str, Scalar]] | None:
    """Names and values, when every record of a list is a name and its value."""
    found = []
    for entry in listed:
        name = next((key for key in entry if key.lower() in _NAMES), None)
        value = next((key for key in entry if key != name and (key.lower() in _VALUES or len(entry) == 1)), None)
        if name is None or len(entry) > 2 or (value is None and len(entry) > 1):
            return None
        if not isinstance(entry[name], str) or not _is_scalar(entry.get(value or TEXT)):
            return None
        found.append((clean(str(entry[name])) or "value", scalar(entry.get(value or TEXT))))
    return found


def _is_scalar(value: object) -> bool:
    return not isinstance(value, list | dict)


def scalar(value: object) -> Scalar:
    """A value as a cell holds it."""
    if isinstance(value, str):
        return clean(value) or None
    return value if isinstance(value, bool | int | float) else None
