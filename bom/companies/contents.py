"""What is stated to be in parts: statements with their word and their place, added up, and taken together.

Within one part amounts are added: two wires of copper are more copper. Of several statements on the same part, the
smallest and the largest count: nobody says which is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from bom.assembly.rows import same
from bom.cells.materials import Statement
from depmap.core.evidence import Fact, Tier
from depmap.core.model import StatedMaterial


def stated(statements: Iterable[Statement], who: Callable[[str], Fact]) -> tuple[StatedMaterial, ...]:
    """The statements of one cell, ``who`` giving the name of each its support."""
    return added(StatedMaterial(who(each.name), each.cas, each.within, each.grams, each.grams) for each in statements)


def times(materials: Iterable[StatedMaterial], count: Decimal | None) -> tuple[StatedMaterial, ...]:
    """What that many of a part hold, when nobody says whether the amounts are those of one or of all of them."""
    if count is None:
        return tuple(replace(each, high=None) for each in materials)
    if count <= 1:
        return tuple(materials)
    return tuple(replace(each, high=None if each.high is None else each.high * count) for each in materials)


def added(materials: Iterable[StatedMaterial]) -> tuple[StatedMaterial, ...]:
    """All that one part holds: what is named twice is there twice. Sorted."""
    return _grouped(materials, lambda low: sum(low, Decimal(0)), lambda high: sum(high, Decimal(0)))


def together(materials: Iterable[StatedMaterial]) -> tuple[StatedMaterial, ...]:
    """Several statements on the same content, each once. Sorted."""
    return _grouped(materials, min, max)


def _grouped(
    materials: Iterable[StatedMaterial],
    low: Callable[[list[Decimal]], Decimal],
    high: Callable[[list[Decimal]], Decimal],
) -> tuple[StatedMaterial, ...]:
    groups: dict[tuple[str, ...], list[StatedMaterial]] = {}
    for each in materials:
        groups.setdefault(_key(each), []).append(each)
    found = []
    for key in sorted(groups):
        group = groups[key]
        lows = [each.low for each in group if each.low is not None]
        highs = [each.high for each in group if each.high is not None]
        cells = tuple(dict.fromkeys(cell for each in group for cell in each.name.cells))
        found.append(
            replace(
                group[0],
                name=replace(group[0].name, cells=cells),
                low=low(lows) if lows else None,
                high=high(highs) if len(highs) == len(group) else None,
            )
        )
    return tuple(found)


_RANK = {tier: f"{rank}" for rank, tier in enumerate(Tier)}


def _key(each: StatedMaterial) -> tuple[str, ...]:
    """What one substance at one place on one word has in common."""
    name = each.name
    place = (same(each.within or ""), each.maker or "")
    return same(name.value or ""), each.cas or "", *place, _RANK[name.tier], name.reference
