"""How unevenly the supply of a system is spread: the Herfindahl-Hirschman index, per group of components.

Definition. Let s1, s2, ... be the shares of the suppliers (or the countries of manufacture) in a group of components:
each component counts for its lines, or for its value, divided equally over its approved sources. The index is the sum
of the squared shares: 1 when one has everything, 1/n when n have equal parts.

A share u that is unknown gives an interval: *low* spreads it so thin that it adds nothing, *high* gives all of it to
the largest. Any truth lies between: squares are convex, so giving the unknown to one adds most when it is largest.

Claim. Pooled over all components the index misleads: screws from ten countries hide that all radios come from one. It
is therefore given per group of component classes and never for the whole.

Complexity: linear in the number of sources. Reference: A. O. Hirschman, The Paternity of an Index, American Economic
Review 54(5), 1964, 761-762.

>>> from depmap.core.sketch import sketch
>>> kite = sketch("kite", {"line": ["Acme@CN"], "sail": ["Acme@CN", "Volt@DE"], "tail": [""]})
>>> [(str(each.kind), round(each.low, 3), round(each.high, 3)) for each in herfindahl(kite, {})]
[('country', 0.278, 0.722), ('supplier', 0.278, 0.722)]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depmap.core.evidence import Fact
from depmap.core.graph import Kind
from depmap.core.model import Bom, Component, Source
from depmap.core.shares import Basis, Herfindahl


def herfindahl(bom: Bom, groups: Mapping[str, str]) -> tuple[Herfindahl, ...]:
    """The index of every group, for countries of manufacture and suppliers, by lines and by value.

    Args:
        bom: the system.
        groups: component class -> group.

    Returns:
        By kind, basis and group; groups without anything that counts are left out.
    """
    by_group: dict[str | None, list[Component]] = {}
    for component in bom.components:
        by_group.setdefault(groups.get(component.component_class or ""), []).append(component)
    found = []
    for kind in (Kind.COUNTRY, Kind.SUPPLIER):
        for basis in Basis:
            for group in sorted(by_group, key=lambda each: (each is None, each or "")):
                counted = [each for each in by_group[group] if _weight(each, basis) > 0]
                if counted:
                    low, high = _index(_shares(counted, kind, basis))
                    lines = sum(each.lines for each in counted)
                    found.append(Herfindahl(kind, basis, group, low, high, lines))
    return tuple(found)


def _weight(component: Component, basis: Basis) -> float:
    return float(component.lines if basis is Basis.LINES else component.cost or 0)


def _shares(components: Sequence[Component], kind: Kind, basis: Basis) -> dict[str | None, float]:
    """Name -> weight; what is unknown under None."""
    shares: dict[str | None, float] = {}
    for component in components:
        names = list(_names(component.sources, kind)) or [None]
        for name in names:
            shares[name] = shares.get(name, 0.0) + _weight(component, basis) / len(names)
    return shares


def _names(sources: Iterable[Source], kind: Kind) -> Iterable[str | None]:
    for source in sources:
        fact: Fact = source.manufacture if kind is Kind.COUNTRY else source.manufacturer
        yield fact.value if fact.known else None


def _index(shares: Mapping[str | None, float]) -> tuple[float, float]:
    total = sum(shares.values())
    known = sorted((weight / total for name, weight in shares.items() if name is not None), reverse=True)
    unknown = shares.get(None, 0.0) / total
    low = sum(share**2 for share in known)
    largest = known[0] if known else 0.0
    return round(low, 6), round(low - largest**2 + (largest + unknown) ** 2, 6)
