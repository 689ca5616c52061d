"""The measures of the drawing, on lists of neighbours: a node is its number, a line the place that it leads to.

networkx has them all and stays the reference: the tests compare every one with it. It is not used here because loading
it takes longer than all that is measured with it.

>>> kite = [[1, 2], [3], [3], []]  # a diamond from 0 down to 3: both middle nodes carry half of the one long path
>>> betweenness(kite)
[0.0, 0.08333333333333333, 0.08333333333333333, 0.0]
>>> around = undirected(kite)
>>> around, [farness(around, node) for node in range(4)]
([[1, 2], [0, 3], [0, 3], [1, 2]], [1.3333333333333333, 1.3333333333333333, 1.3333333333333333, 1.3333333333333333])
>>> eigenvector(around, 100)
[0.5, 0.5, 0.5, 0.5]

Reference: U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

Neighbours = Sequence[Sequence[int]]
"""For every node where its lines lead, each node once."""

CLOSE = 1e-6
"""Mean change of an entry below which a vector counts as found; as networkx has it."""


def undirected(lines: Neighbours) -> list[list[int]]:
    """The lines with their reverses, in the order in which a reader meets them."""
    around: list[dict[int, None]] = [{} for _ in lines]
    for start, ends in enumerate(lines):
        for end in ends:
            around[start][end] = None
            around[end][start] = None
    return [list(each) for each in around]


def betweenness(lines: Neighbours) -> list[float]:
    """The share of the shortest directed paths between two others that pass through a node, summed over the pairs.

    Divided by (n - 1)(n - 2). Complexity: nodes x (nodes + lines).
    """
    count = len(lines)
    total = [0.0] * count
    for start in range(count):
        order, before, paths = _shortest(lines, start)
        carried = [0.0] * count
        for node in reversed(order):
            part = (1 + carried[node]) / paths[node]
            for above in before[node]:
                carried[above] += paths[above] * part
            if node != start:
                total[node] += carried[node]
    scale = 1 / ((count - 1) * (count - 2)) if count > 2 else 1.0
    return [each * scale for each in total]


def _shortest(lines: Neighbours, start: int) -> tuple[list[int], list[list[int]], list[float]]:
    """Nodes in the order of their distance, for each the nodes before it, and how many shortest paths lead to it."""
    order, before = [start], [[] for _ in lines]  # type: list[int], list[list[int]]
    paths, far = [0.0] * len(lines), [-1] * len(lines)
    paths[start], far[start] = 1.0, 0
    for node in order:  # grows while it is walked: a queue
        here, step = paths[node], far[node] + 1
        for end in lines[node]:
            if far[end] < 0:
                far[end] = step
                order.append(end)
            if far[end] == step:
                paths[end] += here
                before[end].append(node)
    return order, before, paths


def farness(around: Neighbours, start: int) -> float:
    """The mean distance to all others that can be reached; the distance to itself is 0."""
    far = {start: 0}
    order = [start]
    for node in order:
        for end in around[node]:
            if end not in far:
                far[end] = far[node] + 1
                order.append(end)
    return sum(far.values()) / (len(far) - 1)


def eigenvector(around: Neighbours, rounds: int) -> list[float] | None:
    """The first eigenvector, of length 1, by power iteration with the matrix and the unit matrix; None: not found."""
    count = len(around)
    now = [1 / count] * count
    for _ in range(rounds):
        last, now = now, list(now)
        for value, ends in zip(last, around, strict=True):
            for end in ends:
                now[end] += value
        size = math.hypot(*now) or 1.0
        now = [each / size for each in now]
        if sum(abs(new - old) for new, old in zip(now, last, strict=True)) < count * CLOSE:
            return now
    return None
