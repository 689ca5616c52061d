"""Designators that go on in the next row, which holds nothing else, as design programs print long lists of them."""

from __future__ import annotations

import functools
import operator

from bom.cells.designators import expand, looks_like_designators
from bom.grid import Grid, Row
from bom.raw import Value
from bom.tables.header_rows import filled
from bom.tables.lanes import filled_lanes
from depmap.core.text import Text

GOES_ON = Text("vervolg van de referenties erboven", "goes on with the designators above")


def join_continued(body: Grid, place: int, counting: int | None = None) -> tuple[Grid, tuple[int, ...]]:
    """The rows with every list of designators in its first row, and the rows that held the rest and are blank now.

    A row is such a rest when its only cell looks like designators and the list above it ends with a comma or is shorter
    than the quantity beside it says.

    Args:
        body: the rows below a header.
        place: the column of the designators.
        counting: the column of the quantity, when there is one.

    >>> rows, rest = join_continued(Grid.of([("4", "C1, C2,"), (None, "C3,"), (None, "C4"), ("1", "R1")]), 1)
    >>> list(rows), rest
    ([('4', 'C1, C2, C3, C4'), (), (), ('1', 'R1')], (1, 2))
    >>> rows, rest = join_continued(Grid.of([("2", "R1"), (None, "R2"), (None, "R3")]), 1, 0)
    >>> list(rows), rest
    ([('2', 'R1, R2'), (), (None, 'R3')], (1,))
    """
    lanes = filled_lanes(body)
    beside = functools.reduce(operator.or_, (filled for at, filled in enumerate(lanes) if at != place), 0)
    if place >= len(lanes) or not lanes[place] & ~beside:
        return body, ()
    rows: list[Row] = list(body)
    rest: list[int] = []
    upper = 0
    for at, row in enumerate(rows):
        seen = filled(row)
        above = _cell(rows[upper], place)
        lone = at and len(seen) == 1 and seen[0][0] == place and _are_designators(seen[0][1])
        if lone and (_is_open(above) or (counting is not None and _lacks(above, _cell(rows[upper], counting)))):
            mark = "" if _is_open(above) else ","
            rows[upper] = (*rows[upper][:place], f"{above}{mark} {seen[0][1]}", *rows[upper][place + 1 :])
            rows[at] = ()
            rest.append(at)
        elif seen:
            upper = at
    return (Grid.of(rows), tuple(rest)) if rest else (body, ())


def _cell(row: Row, place: int) -> Value:
    return row[place] if place < len(row) else None


def _is_open(value: Value) -> bool:
    return isinstance(value, str) and value.rstrip().endswith(",")


def _are_designators(value: Value) -> bool:
    return isinstance(value, str) and looks_like_designators(value)


def _lacks(above: Value, quantity: Value) -> bool:
    """Whether a list of designators is shorter than the quantity beside it."""
    text = str(quantity).strip()
    if not isinstance(above, str) or not text.isdecimal() or not looks_like_designators(above):
        return False
    stated = expand(above)
    return stated is not None and len(stated) < int(text)
