"""Designators that go on in the next row, which holds nothing else, as design programs print long lists of them."""

from __future__ import annotations

from bom.cells.designators import looks_like_designators
from bom.grid import Grid, Row
from bom.raw import Value
from bom.tables.header_rows import filled
from depmap.core.text import Text

GOES_ON = Text("vervolg van de referenties erboven", "goes on with the designators above")


def join_continued(body: Grid, place: int) -> tuple[Grid, tuple[int, ...]]:
    """The rows with every list of designators in its first row, and the rows that held the rest and are blank now.

    A row is such a rest when its only cell looks like designators and the list above it ends with a comma.

    Args:
        body: the rows below a header.
        place: the column of the designators.

    >>> rows, rest = join_continued(Grid.of([("4", "C1, C2,"), (None, "C3,"), (None, "C4"), ("1", "R1")]), 1)
    >>> list(rows), rest
    ([('4', 'C1, C2, C3, C4'), (), (), ('1', 'R1')], (1, 2))
    """
    if not any(map(_is_open, body.column(place).values)):
        return body, ()
    rows: list[Row] = list(body)
    rest: list[int] = []
    upper = 0
    for at, row in enumerate(rows):
        seen = filled(row)
        if at and len(seen) == 1 and seen[0][0] == place and _goes_on(_cell(rows[upper], place), seen[0][1]):
            rows[upper] = (*rows[upper][:place], f"{rows[upper][place]} {seen[0][1]}", *rows[upper][place + 1 :])
            rows[at] = ()
            rest.append(at)
        elif seen:
            upper = at
    return (Grid.of(rows), tuple(rest)) if rest else (body, ())


def _cell(row: Row, place: int) -> Value:
    return row[place] if place < len(row) else None


def _is_open(value: Value) -> bool:
    return isinstance(value, str) and value.rstrip().endswith(",")


def _goes_on(above: Value, value: Value) -> bool:
    return _is_open(above) and isinstance(value, str) and looks_like_designators(value)
