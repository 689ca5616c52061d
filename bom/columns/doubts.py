"""Choices between columns or fields that are coin flips: where nothing in the workbook speaks for the one taken.

Definition. Two things are open, and only where the answer changes what an analysis says:

- *one column, two fields*: the column won a field, and its offer for another field of the same group (`GROUPS`) is
  lower by no more than the margin of that group: the two differ by the order in which the meanings of a title are
  listed, and the cells speak for neither. The other field belongs to no other column.
- *two columns, one field*: both offer exactly the same for a field that a line has once (`ONCE`), so that the left
  one won by its place, and the other one means nothing else.

A column of whole numbers called *Amount* counts; only one with fractions may be money.
Complexity: linear in the offers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

GROUPS: tuple[tuple[frozenset[str], float], ...] = (
    (frozenset({"manufacturer", "supplier"}), 0.5),
    (frozenset({"mpn", "part_number"}), 0.25),
    (frozenset({"mpn", "supplier_part_number"}), 0.25),
    (frozenset({"quantity", "total_price"}), 0.25),
    (frozenset({"unit_price", "total_price"}), 0.25),
)
"""Fields that are mistaken for each other at a cost, and how close their offers must be to be a coin flip."""

ONCE = frozenset("quantity multiplier unit_price total_price stock lead_time level parent populate".split())
"""Fields of which a line has one, and of which it matters which column says it."""

_SAME = 1e-9


class Offer(Protocol):
    """What one column offers for one field; see `bom.columns.mapping`."""

    @property
    def index(self) -> int:
        """Position of the column."""

    @property
    def field(self) -> str:
        """The field that it asks for."""

    @property
    def score(self) -> float:
        """How surely."""

    @property
    def title_score(self) -> float:
        """How much of that its title says."""


def open_choices(
    offers: Sequence[Offer], won: Mapping[int, Offer], counting: frozenset[int], least: float
) -> dict[int, tuple[str, ...]]:
    """Position of a column -> the fields that it could have just as well; only for columns with such fields.

    Args:
        offers: all of them.
        won: position of a column -> the offer that it won with.
        counting: positions of the columns that are filled with whole numbers.
        least: the lowest score at which a column is mapped.
    """
    winners = {offer.field: offer for offer in won.values()}
    found: dict[int, list[str]] = {}
    for offer in offers:
        own = won.get(offer.index)
        if offer.score < least or (own is not None and own.field == offer.field):
            continue
        if own is not None:
            open_ = offer.field not in winners and _mistaken(own, offer, offer.index in counting)
        else:
            winner = winners.get(offer.field)
            open_ = winner is not None and offer.field in ONCE and _alike(winner, offer)
        if open_ and offer.field not in found.setdefault(offer.index, []):
            found[offer.index].append(offer.field)
    return {index: tuple(fields) for index, fields in found.items() if fields}


def _mistaken(own: Offer, other: Offer, counts: bool) -> bool:
    """Whether one column could have another field just as well."""
    if own.field == "quantity" and counts:
        return False
    pair = {own.field, other.field}
    return any(pair == group and own.score - other.score <= margin + _SAME for group, margin in GROUPS)


def _alike(winner: Offer, other: Offer) -> bool:
    """Whether two columns offer the same for one field, and one is not pinned."""
    return abs(winner.score - other.score) <= _SAME and abs(winner.title_score - other.title_score) <= _SAME
