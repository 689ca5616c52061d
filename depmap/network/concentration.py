"""How much of a system rests on one country or one supplier, by lines and by value, as intervals.

Definition. The share of X is the weight of the components that stop when X alone is lost, over the weight of all
components. A component with another source does not rest on X. *Low* takes every unknown as harmless; *high* takes
every unknown of that kind to be X. So the shares of all countries need not add up to one, and a component with an
unknown origin widens every interval.
"""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.graph import Graph, Kind, Layer, Role, node_id
from depmap.core.model import Bom
from depmap.core.shares import Basis, Concentration
from depmap.network.build import unknown_of
from depmap.network.kernel import compile_graph, evaluate, scenarios_of

_ROLES = {Kind.COUNTRY: Role.MANUFACTURE, Kind.SUPPLIER: Role.MANUFACTURER}


def concentration(bom: Bom, graph: Graph) -> tuple[Concentration, ...]:
    """Shares of every country of manufacture and every supplier; by kind, basis, largest first.

    Value counts the components with a price and says in ``coverage`` how many of the lines those are.
    Complexity: one evaluation with two scenarios per country or supplier.
    """
    compiled = compile_graph(graph, (Layer.SUPPLY,))
    lines = {node_id(Kind.COMPONENT, each.id): float(each.lines) for each in bom.components}
    value = {node_id(Kind.COMPONENT, each.id): float(each.cost) for each in bom.components if each.cost is not None}
    priced = sum(lines[name] for name in value) / (sum(lines.values()) or 1.0)
    found: list[Concentration] = []
    for kind, role in _ROLES.items():
        names = [node.id for node in graph.of_kind(kind) if compiled.owners[compiled.index[node.id]]]
        losses = {name: 0b11 << 2 * place for place, name in enumerate(names)}
        if unknown_of(role) in compiled.index:
            losses[unknown_of(role)] = _every_second(len(names))
        words = dict(zip(compiled.ids, evaluate(compiled, losses, 2 * len(names)), strict=True))
        for basis, weights, coverage in ((Basis.LINES, lines, 1.0), (Basis.VALUE, value, priced)):
            shares = _shares(weights, words, len(names))
            answers = [
                Concentration(name, kind, basis, low, high, coverage)
                for name, (low, high) in zip(names, shares, strict=True)
            ]
            found.extend(sorted(answers, key=lambda share: (-(share.low or 0.0), -(share.high or 0.0), share.node)))
    return tuple(found)


def _every_second(count: int) -> int:
    """The bits of the ``count`` scenarios in which every unknown is lost too."""
    return ((1 << 2 * count) - 1) // 3 << 1


def _shares(
    weights: Mapping[str, float], words: Mapping[str, int], count: int
) -> list[tuple[float, float] | tuple[None, None]]:
    """Low and high share of every candidate. What stops in all high scenarios is weighed once, not for each."""
    total = sum(weights.values())
    if total <= 0:
        return [(None, None)] * count
    high = _every_second(count)
    always, lost = 0.0, [0.0] * (2 * count)
    for name, weight in weights.items():
        word = words[name]
        if count and word & high == high:
            always += weight
            word &= ~high
        for scenario in scenarios_of(word):
            lost[scenario] += weight
    return [
        (round(lost[2 * place] / total, 6), round((lost[2 * place + 1] + always) / total, 6)) for place in range(count)
    ]
