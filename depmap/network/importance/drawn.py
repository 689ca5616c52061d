"""Where a node stands in a drawing: the measures of `depmap.network.importance.centralities`, from lists of neighbours.

They are those of networkx, to the last digit: same definitions, same order of additions (the tests compare them). They
are worked out here because importing networkx takes longer than they do, for everybody who analyses a small system.

Complexity: `betweenness` nodes x lines; `first_eigenvector` rounds x lines; `farness` lines.

>>> kite = {"kite": ["line", "sail"], "line": ["tail"], "sail": ["tail"], "tail": []}
>>> betweenness(kite)["line"] == 0.5 / 6, farness(both_ways(kite), "kite")
(True, 1.3333333333333333)
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

Drawing = Mapping[str, Collection[str]]
"""Every node and those that it has a line to, in a fixed order."""

TOLERANCE = 1e-6
"""The eigenvector is found when no more than this changes in a round, per node."""


def both_ways(drawing: Drawing) -> Drawing:
    """The same drawing without directions."""
    near: dict[str, dict[str, None]] = {name: {} for name in drawing}
    for name, others in drawing.items():
        for other in others:
            near[name][other] = near[other][name] = None
    return near


def betweenness(drawing: Drawing) -> dict[str, float]:
    """Of every node the share of the shortest paths between two others that pass through it, over all these pairs.

    Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
    """
    found = dict.fromkeys(drawing, 0.0)
    for start in drawing:
        paths, before, order = _shortest(drawing, start)
        passing = dict.fromkeys(order, 0.0)
        for name in reversed(order):
            each = (1 + passing[name]) / paths[name]
            for other in before[name]:
                passing[other] += paths[other] * each
            if name != start:
                found[name] += passing[name]
    pairs = (len(drawing) - 1) * (len(drawing) - 2)
    return {name: value * (1 / pairs) for name, value in found.items()} if pairs > 0 else found


def _shortest(drawing: Drawing, start: str) -> tuple[dict[str, float], dict[str, list[str]], list[str]]:
    """Of all that is reached: how many shortest paths there are, and the nodes before it on them; the order of them."""
    paths, away = {start: 1.0}, {start: 0}
    before: dict[str, list[str]] = {start: []}
    order = [start]
    for name in order:
        further, count = away[name] + 1, paths[name]
        for other in drawing[name]:
            known = away.get(other)
            if known is None:
                away[other], paths[other], before[other] = further, count, [name]
                order.append(other)
            elif known == further:
                paths[other] += count
                before[other].append(name)
    return paths, before, order


def degree(near: Drawing, name: str) -> float:
    """Its lines divided by the number of other nodes; a line to itself counts twice, once for each end."""
    return (len(near[name]) + (name in near[name])) * (1 / (len(near) - 1)) if len(near) > 1 else 1.0


def first_eigenvector(near: Drawing, rounds: int) -> dict[str, float] | None:
    """Its entry for every node, by power iteration; None when it is not found in so many rounds."""
    place = {name: number for number, name in enumerate(near)}
    lines = [[place[other] for other in others] for others in near.values()]
    now = [1 / len(place)] * len(place)
    for _ in range(rounds):
        last, now = now, now.copy()
        for value, others in zip(last, lines, strict=True):
            for other in others:
                now[other] += value
        length = math.hypot(*now) or 1.0
        now = [value / length for value in now]
        if sum(abs(value - old) for value, old in zip(now, last, strict=True)) < len(place) * TOLERANCE:
            return dict(zip(place, now, strict=True))
    return None


def farness(near: Drawing, start: str) -> float:
    """The mean distance to all other nodes that it is joined to."""
    away = {start: 0}
    order = [start]
    for name in order:
        for other in near[name]:
            if other not in away:
                away[other] = away[name] + 1
                order.append(other)
    return sum(away.values()) / (len(away) - 1)
