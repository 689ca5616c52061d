"""A second row of titles below the first: names of shops, and a stock, a price, a number of each, in either order.

Definition. The row right below a header is its *second row* when it holds nothing but known titles, at least two (and
numbers of pieces that go up, three or more side by side, each of which a shop has a price for), and
(but for one in four) each stands below a name of a shop, below a title that its neighbour has too, or below nothing at
all: where the first row has a title of its own, the second is blank.
"""

from __future__ import annotations

from collections.abc import Sequence

from bom.columns.headers import is_distributor_title, match
from bom.columns.titles import is_meaningless
from bom.raw import Value
from bom.tables.header_rows import filled, text_of, without_breaks

_TITLES = 2


def has_second_row(header: Sequence[Value], below: Sequence[Value]) -> bool:
    """Whether the row below a header is its second row.

    >>> has_second_row(("Part", "Qty", "Mouser", None), (None, None, "Price", "Stock"))
    True
    >>> has_second_row(("Part", "Qty", "Price", "Stock"), ("Nut", 4, "2.50", "yes"))
    False
    """
    said = without_breaks(filled(below))
    if len(said) < _TITLES or not all(isinstance(value, str) and _is_title(value) for _, value in said):
        return False
    return 4 * sum(not _is_open(header, column) for column, _ in said) <= len(said)


def names_shops(row: Sequence[Value]) -> bool:
    """Whether most cells of a second row are names of shops: then the titles are those above them.

    >>> names_shops((None, "Mouser", "Digi-Key")), names_shops((None, "Price", "Stock"))
    (True, False)
    """
    said = [value for _, value in filled(row) if isinstance(value, str)]
    return 2 * sum(map(is_distributor_title, said)) > len(said)


def _is_title(text: str) -> bool:
    return bool(match(text)) or is_meaningless(text)


def _is_open(header: Sequence[Value], column: int) -> bool:
    """Whether the title in this place leaves open what the cells below it are."""
    title = text_of(header[column]) if column < len(header) else ""
    beside = [text_of(header[at]) for at in (column - 1, column + 1) if 0 <= at < len(header)]
    return not title or title in beside or is_distributor_title(title)
