"""Material declarations beside a bill of materials: what suppliers state to be in their products.

A declaration is a statement of the company that answers for it: *declared*, for parts of that maker with that number. A
bill of materials buys a product whole, so what is in its sub-products is in it. The declarations that were seen do not
say whether the amounts of a sub-product are those of one or of all its instances: the amount is an interval then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bom.assembly.rows import same
from bom.cells.amounts import MOST
from bom.cells.materials import read_materials
from bom.companies.contents import added, stated, times
from bom.companies.side_table import SideRow, side_column, side_rows
from bom.companies.supplier_file import place
from bom.raw import RawFile
from depmap.core.evidence import Fact, Tier
from depmap.core.model import StatedMaterial
from depmap.core.text import Text

FORMATS = frozenset({"ipc-1752a"})
"""Ids of the file formats that are material declarations."""

_COLUMNS = (
    side_column("mpn", Text("Fabrikantnummer", "mpn"), "mpn", required=True),
    side_column("manufacturer", Text("Fabrikant", "Manufacturer"), "manufacturer", required=True),
    side_column("level", Text("Niveau", "Level"), "level"),
    side_column("quantity", Text("Aantal", "Quantity"), "quantity"),
    side_column("mass", Text("Massa (g)", "Mass (g)"), "mass"),
    side_column("material", Text("Materiaal", "Material"), "material"),
    side_column("date", Text("Verklaard op", "Declared on"), "declared on"),
)
"""As `bom.sandbox.ipc1752a` names them."""


@dataclass(frozen=True, slots=True)
class DeclaredPart:
    """What is stated of one product."""

    model: str
    """Its number, in the form in which numbers are compared."""

    manufacturer: str
    """The company that answers for it."""

    materials: tuple[StatedMaterial, ...]
    """What is stated to be in it, sub-products included."""

    grams: Decimal | None
    """What one weighs."""


def declared_parts(raw: RawFile) -> Iterator[DeclaredPart]:
    """The products of a declaration that have a number and a company.

    Raises:
        InputError: no product has a number, or nobody answers.
    """
    rows = side_rows(raw.name, raw.sheets, _COLUMNS)
    for at, row in enumerate(rows):
        if row.text("manufacturer") and row.text("mpn") and _level(row) == 1:
            last = next((below for below in range(at + 1, len(rows)) if _level(rows[below]) == 1), len(rows))
            materials = added(_held(rows[at:last], row))
            yield DeclaredPart(same(row.text("mpn")), row.text("manufacturer"), materials, _number(row, "mass"))


def _held(rows: Sequence[SideRow], product: SideRow) -> Iterator[StatedMaterial]:
    """What a product and everything in it hold, row by row."""
    counts: list[Decimal | None] = []
    for row in rows:
        level = _level(row)
        del counts[level - 1 :]
        count = Decimal(1) if row is product else _number(row, "quantity")
        above = counts[-1] if counts else Decimal(1)
        counts.append(None if count is None or above is None else count * above)
        yield from times(_own(row, product), counts[-1])


def _own(row: SideRow, product: SideRow) -> tuple[StatedMaterial, ...]:
    """What a row itself states."""
    beside = ("IPC-1752A", product.text("manufacturer"), product.text("date"))
    reference = f"{place(row.at('material'))} ({', '.join(text for text in beside if text)})"
    return stated(read_materials(row.text("material")), lambda name: Fact(name, Tier.DECLARED, reference=reference))


def _level(row: SideRow) -> int:
    return int(row.text("level") or 1)


def _number(row: SideRow, key: str) -> Decimal | None:
    """A number above 0, if it can be meant."""
    try:
        number = Decimal(row.text(key))
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 < number < MOST else None
