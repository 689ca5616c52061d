"""Which column a parent column points at, when parts bear a part number and an id of a database."""

from __future__ import annotations

from collections.abc import Sequence

from bom.mapping import Meaning
from depmap.core.text import Text


def names_children(meanings: Sequence[Meaning], values: Sequence[frozenset[str]]) -> tuple[Meaning, ...]:
    """The same meanings, after asking which column a parent column points at.

    Exports give every part an id of the database beside its part number, and name the parent by that id. When hardly
    any parent is found in the columns that identify a line, the column that holds most of them is the line number.

    Args:
        meanings: of the columns from left to right.
        values: what stands in each of those columns.
    """
    fields = [meaning.field for meaning in meanings]
    if "parent" not in fields:
        return tuple(meanings)
    parents = values[fields.index("parent")]
    found = [len(parents & cells) / max(1, len(parents)) for cells in values]
    if any(share >= 0.5 for share, field in zip(found, fields, strict=True) if field in _NAMES_OF_LINES):
        return tuple(meanings)
    free = [place for place, field in enumerate(fields) if field in _MAY_BE_AN_ID and found[place] >= 0.5]
    if not free:
        return tuple(meanings)
    best = max(free, key=lambda place: (found[place], -place))
    shown = Text(
        f"{found[best]:.0%} van de bovenliggende delen staat in deze kolom",
        f"{found[best]:.0%} of the parents stand in this column",
    )
    other = Text("de bovenliggende delen verwijzen naar een andere kolom", "the parents refer to another column")
    changed = [Meaning(None, other) if meaning.field == "line_id" else meaning for meaning in meanings]
    changed[best] = Meaning("line_id", shown)
    return tuple(changed)


_MAY_BE_AN_ID = frozenset({None, "designators", "category", "notes"})
_NAMES_OF_LINES = frozenset({"line_id", "part_number", "mpn", "description"})
