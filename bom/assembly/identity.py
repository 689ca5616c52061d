"""What identifies the part of each line: a number that is one, and never a plain word alone.

A part number that holds a digit is an identifier: lines that bear it are one part, unless two of what they say beside
it contradict each other (a description and a value, say). A word such as ``Screw`` in that column names a kind: lines
that bear it are one part only where nothing they say differs. Taking two parts for one would make an unknown look
safe; taking one for two does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from bom.assembly.rows import Row, same
from bom.assembly.structure_problems import NUMBER_SHARED, WORD_SHARED
from bom.assembly.tree import MAKERS, PART, SEPARATE, Key
from depmap.core.issues import Issue
from depmap.core.model import Source

_TELLING = ("value", "mpn", "description", "footprint")
"""What tells parts apart; the first of them that does so stands in their names."""

_OF_A_NUMBER = ("value", "mpn", "description")
"""Of these two must differ before one identifier is taken for several parts: one alone may be a matter of wording, or,
for the manufacturer's number, another source."""

_SHOWN = 4
"""How many parts a message quotes."""


def part_keys(rows: Sequence[Row], sources: Sequence[Sequence[Source]], issues: list[Issue]) -> tuple[Key, ...]:
    """For each line what identifies its part: its part number, else maker and maker's number; a description never does.

    Linear in the number of lines, up to sorting; the keys do not depend on the order of the lines.

    Args:
        rows: all part lines of the file.
        sources: the sources of each line.
        issues: receives which part numbers stand for several parts.
    """
    by_number: dict[str, list[Row]] = {}
    for row in rows:
        if number := row.text("part_number"):
            by_number.setdefault(same(number), []).append(row)
    keys = [_without_number(row, sources[row.index]) for row in rows]
    for number, group in by_number.items():
        for row, key in zip(group, _apart(number, group, issues), strict=True):
            keys[row.index] = key
    return tuple(keys)


def is_identifier(number: str) -> bool:
    """Whether a part number is one, and not the name of a kind of part.

    >>> is_identifier("VK-1045"), is_identifier("Screw")
    (True, False)
    """
    return any(character.isdigit() for character in number)


def _without_number(row: Row, sources: Sequence[Source]) -> Key:
    for source in sources[:1]:
        if source.manufacturer.value and source.part_number:
            return (MAKERS, same(source.part_number), source.manufacturer.value)
    return (SEPARATE, str(row.index))


def _apart(number: str, group: Sequence[Row], issues: list[Issue]) -> list[Key]:
    """The key of each line with this part number; more than one where they cannot be one part."""
    identifier = is_identifier(number)
    fields = _OF_A_NUMBER if identifier else _TELLING
    if len({tuple(map(row.text, fields)) for row in group}) == 1:
        return [(PART, number)] * len(group)
    asking = _asking(group)
    said = {field: _said(asking, field) for field in fields}
    telling = [field for field in said if len(said[field]) > 1]
    if len(telling) < (2 if identifier else 1):
        return [(PART, number)] * len(group)
    labels = _labels([tuple(said[field].get(form(field, row), "") for field in telling) for row in group])
    first: dict[str, Row] = {}
    asked = {row.index for row in asking}
    for row, label in zip(group, labels, strict=True):
        if row.index in asked:
            first.setdefault(label, row)
    cells = [row.at(field) for row in first.values() for field in telling if row.text(field)]
    quoted = "; ".join(repr(label) for label in list(first)[:_SHOWN])
    second = list(first.values())[1]
    problem = NUMBER_SHARED if identifier else WORD_SHARED
    about = {"name": group[0].text("part_number"), "count": len(first), "values": quoted}
    issues.append(problem.at(second.at(telling[0]), cells, **about))
    return [(PART, number, label) for label in labels]


def _asking(group: Sequence[Row]) -> list[Row]:
    """The lines that ask for a part: not those that are not placed, nor those that only add a source to another."""
    placed = [row for row in group if not row.dnp]
    numbered = {same(row.text("line_id")) for row in placed if _has_amount(row)} - {""}
    return [row for row in placed if _has_amount(row) or same(row.text("line_id")) not in numbered]


def _has_amount(row: Row) -> bool:
    return row.number("quantity") is not None or bool(row.many("designators")) or row.hides_amount


def _labels(variants: Sequence[tuple[str, ...]]) -> list[str]:
    """For each variant what tells it apart: one field where one does, else all."""
    count = len(set(variants))
    for place in range(len(variants[0])):
        texts = [variant[place] for variant in variants]
        if all(texts) and len(set(texts)) == count:
            return texts
    return [", ".join(filter(None, variant)) for variant in variants]


def _said(rows: Sequence[Row], field: str) -> dict[str, str]:
    """What the lines say in a field: each text by its plain form, in the alphabetically first of its spellings."""
    found: dict[str, str] = {}
    for row in rows:
        text = row.text(field)
        if text:
            plain = form(field, row)
            found[plain] = min(found.get(plain, text), text)
    return found


def form(field: str, row: Row) -> str:
    """The form in which what two lines say is compared: spaces do not count, nor does case, but 1 m is not 1 M."""
    text = row.text(field).replace(" ", "")
    return text if field == "value" else text.casefold()
