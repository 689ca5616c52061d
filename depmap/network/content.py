"""Which part of the cost of the components comes from outside a group of countries.

Definition. Component c costs *p(c)*, for all that one system needs of it. It comes from *outside* when all its sources
are made outside the group, from *inside* when all are made inside, and is *open* otherwise: a source of unknown origin
may be either, and of two sources on either side one or the other may be used. The share from outside is the cost of
what comes from outside over the cost of all components.

Claim. The share is an interval whose ends can be reached, or come near to. Every open component lies outside (*high*)
or inside (*low*). A component without a price may cost anything: one that may come from inside takes *low* down to 0,
one that may come from outside takes *high* up to 1; otherwise a price of 0 is the extreme.

>>> from decimal import Decimal
>>> from depmap.core.sketch import sketch
>>> kite = sketch("kite", {"line": ["Acme@CN"], "sail": ["Volt@DE"], "tail": [""], "$components": {
...     "line": {"cost": Decimal(20)}, "sail": {"cost": Decimal(70)}, "tail": {"cost": Decimal(10)}}})
>>> share = cost_outside(kite, {"DE", "NL"})
>>> share.low, share.high, share.outside, share.open
(0.2, 0.3, ('component:line',), ('component:tail',))

Complexity: linear in the sources. Reference: the denominator is that of Regulation (EU) 2025/1106, Art. 16(10): the
estimated cost of the components of the end product. How deep to go, and what a component and its origin are, no
guidance of the European Commission says: here a component is a line without children, and its origin the country where
it is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from depmap.core.graph import Kind, node_id
from depmap.core.model import Bom, Component
from depmap.core.shares import CostOutside


def cost_outside(bom: Bom, members: Collection[str]) -> CostOutside:
    """The share of the cost that comes from outside these countries.

    Args:
        bom: the system.
        members: ISO 3166 codes of the group.
    """
    outside = [each for each in bom.components if _places(each, members) == {False}]
    inside = [each for each in bom.components if _places(each, members) == {True}]
    settled = {each.id for each in (*outside, *inside)}
    either = [each for each in bom.components if each.id not in settled]
    return CostOutside(
        low=_least(outside, (*inside, *either)),
        high=round(1.0 - _least(inside, (*outside, *either)), 9),
        outside=_names(outside),
        open=_names(either),
        unpriced=_names(each for each in bom.components if each.cost is None),
    )


def _least(some: Sequence[Component], others: Sequence[Component]) -> float:
    """The least share of the cost that ``some`` can have beside ``others``: what has no price may cost anything."""
    if not some or not others:
        return 1.0 if some else 0.0
    cost = _cost(some)
    if _unpriced(others) or not cost:
        return 0.0
    return round(float(cost / (cost + _cost(others))), 9)


def _places(component: Component, members: Collection[str]) -> set[bool | None]:
    """Of each source whether it is made inside; None where that is not known."""
    if not component.sources:
        return {None}
    return {source.manufacture.value in members if source.manufacture.known else None for source in component.sources}


def _cost(components: Iterable[Component]) -> Decimal:
    return sum((each.cost for each in components if each.cost is not None), Decimal(0))


def _unpriced(components: Iterable[Component]) -> bool:
    return any(each.cost is None for each in components)


def _names(components: Iterable[Component]) -> tuple[str, ...]:
    """By cost, what has none first: it may cost most."""
    ordered = sorted(components, key=lambda each: (each.cost is not None, -(each.cost or 0), each.id))
    return tuple(node_id(Kind.COMPONENT, each.id) for each in ordered)
