"""Which column a parent column points at, when parts bear a part number and an id of a database."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bom.columns.headers import match
from bom.columns.mapping import Meaning
from depmap.core.text import Text


def names_children(
    meanings: Sequence[Meaning], titles: Sequence[str], columns: Sequence[Sequence[str]]
) -> tuple[Meaning, ...]:
    """The same meanings, after asking which column a parent column points at.

    Exports give every part an id of the database beside its part number, and name the parent by that id. When hardly
    any parent is found in the columns that identify a line, the column that holds most of them is the line number.
    Where the parents stand in a column that was taken for line numbers, but which does not number the lines (it names
    one part twice, or its codes do not rise by one), that column is the part number.

    Args:
        meanings: of the columns from left to right.
        titles: their headers.
        columns: the texts of each of those columns, from top to bottom.
    """
    fields = [meaning.field for meaning in meanings]
    if "parent" not in fields:
        return tuple(meanings)
    values = [frozenset(texts) - {""} for texts in columns]
    parents = values[fields.index("parent")]
    found = [len(parents & cells) / max(1, len(parents)) for cells in values]
    line = fields.index("line_id") if "line_id" in fields else None
    if line is not None and found[line] >= 0.5 and _names_parts(fields, columns[line]):
        return _as_part_number(meanings, titles, line)
    if any(share >= 0.5 for share, field in zip(found, fields, strict=True) if field in _NAMES_OF_LINES):
        return tuple(meanings)
    free = [place for place, field in enumerate(fields) if field in _MAY_BE_AN_ID and found[place] >= 0.5]
    if not free:
        return tuple(meanings)
    best = max(free, key=lambda place: (found[place], -place))
    if _names_parts(fields, columns[best]):
        return _as_part_number(meanings, titles, best)
    shown = Text(
        f"{found[best]:.0%} van de bovenliggende delen staat in deze kolom",
        f"{found[best]:.0%} of the parents stand in this column",
    )
    other = Text("de bovenliggende delen verwijzen naar een andere kolom", "the parents refer to another column")
    changed = [Meaning(None, other) if meaning.field == "line_id" else meaning for meaning in meanings]
    changed[best] = Meaning("line_id", shown)
    return tuple(changed)


def _names_parts(fields: Sequence[str | None], texts: Sequence[str]) -> bool:
    """Whether a column that parents point at holds part numbers, when no other column does."""
    return "part_number" not in fields and not _numbers_lines([text for text in texts if text])


def _numbers_lines(texts: Sequence[str]) -> bool:
    """Whether texts are different and are numbers, or mostly rise by one: 4711, 5003 or 1.1, 1.2 or L-001, L-002."""
    if len(set(texts)) < len(texts):
        return False
    ends = [end for text in texts if (end := _END.search(text)) is not None]
    if len(ends) < len(texts):
        return False
    numbers = [int(end.group()) for end in ends]
    rising = sum(second in (first + 1, 1) for first, second in itertools.pairwise(numbers))
    return all(text.isdecimal() for text in texts) or 2 * rising >= len(numbers) - 1


_END = re.compile(r"\d{1,9}$")


def _as_part_number(meanings: Sequence[Meaning], titles: Sequence[str], place: int) -> tuple[Meaning, ...]:
    """The column as part number; a column that is titled as a line number and was left over takes its place."""
    changed = list(meanings)
    changed[place] = Meaning(
        "part_number",
        Text("de bovenliggende delen worden met deze nummers genoemd", "the parents are named by these numbers"),
    )
    for other, (meaning, title) in enumerate(zip(meanings, titles, strict=True)):
        first = match(title)[:1]
        if any(each.field == "line_id" for each in changed):
            break
        if meaning.field is None and first and first[0].field == "line_id":
            changed[other] = Meaning("line_id", first[0].reason)
    return tuple(changed)


_MAY_BE_AN_ID = frozenset({None, "designators", "category", "notes"})
_NAMES_OF_LINES = frozenset({"line_id", "part_number", "mpn", "description"})
