"""Which tables are lists of a shop: its order, cart or price list, in its own columns, and not the list of a maker.

A country in such a list is what the shop states. That is no origin (a shop names the country of the last delivery, or
one of several plants), so it is a hint and no more; a document beside it proves it all the same.
"""

from __future__ import annotations

from bom.columns.titles import plain, without_distributor
from bom.reading import Table

_ORDERING = frozenset(
    plain(title)
    for title in (
        "Backorder", "Customer Reference", "Customer NO.", "Order Qty.", "Min\\Mult Order Qty.", "Sales Order #:",
        "Web Order #:", "Quantity Available", "Factory Stock",
    )
)  # fmt: skip
"""Titles of columns that only a shop has use for: those of Digi-Key, LCSC and Mouser."""

_OF_A_DESIGN = frozenset({"part_number", "designators", "level", "parent"})
"""What only who designs or builds the system can say of a line."""


def shop_of(table: Table) -> str | None:
    """The column title that names the shop whose list a table is; None when it is not the list of a shop.

    It is one when order numbers stand under the name of a shop, and either a column is there that only a shop fills, or
    none that only a maker fills.
    """
    numbers = [column.header for column in table.columns if (column.field or "").startswith("supplier_part_number")]
    named = [header for header in numbers if without_distributor(plain(header)) is not None]
    ordering = any(plain(column.header) in _ORDERING for column in table.columns)
    designed = any(column.field in _OF_A_DESIGN for column in table.columns)
    return " ".join(named[0].split()) if named and (ordering or not designed) else None
