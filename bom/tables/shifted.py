"""Rows of a text file that broken quoting pushed to the right: put back, cell by cell.

Definition. A program that writes ``C58, C59`` without quotes, or with the wrong separator, makes two fields of it;
the second begins with a blank, and everything behind it stands one column too far. The quoting of a file is
*broken* when its header has no field that begins with a blank, while in at least one row a designator is followed
by designators that do. Then every field that begins with a blank is joined with the one before it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from bom.cells.designators import looks_like_designators
from bom.raw import Value

Origins = tuple[int, ...]
"""For each cell of a straightened row the column it stands in, counted from 0."""


def is_broken(header: Sequence[Value], rows: Sequence[Sequence[Value]]) -> bool:
    """Whether fields were torn apart at their commas.

    >>> is_broken(("Qty", "Parts", "Text"), [("2", "C1", " C2", "CAPACITOR")])
    True
    >>> is_broken(("Qty", " Parts"), [("2", " C1")])
    False
    """
    if any(_torn(value) for value in header):
        return False
    for row in rows:
        for before, value in itertools.pairwise(row):
            if (
                _torn(value)
                and isinstance(before, str)
                and looks_like_designators(before)
                and looks_like_designators(str(value).strip())
            ):
                return True
    return False


def straighten(row: Sequence[Value]) -> tuple[tuple[Value, ...], Origins]:
    """The row with torn fields joined, and where each cell stands.

    >>> straighten(("2", "C1", " C2", "CAPACITOR"))
    (('2', 'C1, C2', 'CAPACITOR'), (0, 1, 3))
    """
    cells: list[Value] = []
    origins: list[int] = []
    for column, value in enumerate(row):
        before = cells[-1] if cells else None
        if _torn(value) and isinstance(before, str) and before.strip():
            cells[-1] = f"{before},{value}"
        else:
            cells.append(value)
            origins.append(column)
    return tuple(cells), tuple(origins)


def with_surplus(rows: Sequence[Sequence[Value]], last: int) -> list[Sequence[Value]]:
    """The rows with what stands right of the last title joined to the cell below it: a remark written with commas.

    >>> with_surplus([("Motor", "4", "to buy", "in June"), ("Frame", "1", "")], 2)
    [('Motor', '4', 'to buy, in June'), ('Frame', '1', '')]
    """
    joined: list[Sequence[Value]] = []
    for row in rows:
        parts = [part for value in row[last:] if value is not None and (part := str(value).strip())]
        joined.append((*row[:last], ", ".join(parts)) if len(parts) > 1 else row)
    return joined


def _torn(value: Value) -> bool:
    return isinstance(value, str) and value[:1] == " " and value.strip() != ""
