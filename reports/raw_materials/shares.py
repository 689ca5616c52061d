"""The long table of shares, and the sheet of materials that the reader fills in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reports.columns.listing import Value
from reports.raw_materials import words
from reports.raw_materials.columns import OF_MATERIALS, OF_SHARES
from reports.raw_materials.columns.column import Column
from reports.raw_materials.hand_off import HandOff, Row
from reports.tables.shared import Heading, Table


def materials(off: HandOff) -> Table:
    """One row per material, with all that is the same for its countries, and what the reader fills in."""
    first = {row.demand.listing.material.id: row for row in reversed(off.rows)}
    rows = (
        tuple(column.value(first[each.listing.material.id], off.language) for column in OF_MATERIALS)
        for each in off.demands
    )
    return Table("materials", words.TITLES["materials"][off.language], _headings(OF_MATERIALS), tuple(rows))


def shares(off: HandOff, columns: Sequence[Column] = OF_SHARES) -> Table:
    """The long table: one row per material, stage, scope, dataset and country."""
    kept: dict[str, list[Value]] = {}
    changing = [(place, column.value) for place, column in enumerate(columns) if not column.of_material]

    def cells(row: Row) -> tuple[Value, ...]:
        name = row.demand.listing.material.id
        if name not in kept:
            kept[name] = [each.value(row, off.language) if each.of_material else None for each in columns]
        values = kept[name].copy()
        for place, value in changing:
            values[place] = value(row, off.language)
        return tuple(values)

    return Table("shares", words.TITLES["shares"][off.language], _headings(columns), tuple(map(cells, off.rows)))


def _headings(columns: Iterable[Column]) -> tuple[Heading, ...]:
    return tuple(Heading(each.title, each.width, each.kind) for each in columns)
