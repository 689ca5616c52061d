"""On which countries a row of the page depends, for whoever limits the page to one of them."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Graph, Kind, Layer, Node
from reports.words import names


class Countries:
    """The countries that each node needs, directly or through what it needs.

    A component depends on where it is made and on who makes, seats or owns its makers. What it is made of is left out:
    by materials nearly everything depends on one country, which would limit nothing. Materials themselves have theirs.
    Worked out once for all nodes, in the order in which they need each other: linear in the size of the graph.
    """

    def __init__(self, graph: Graph) -> None:
        self._countries = [names.key(node.id) for node in graph.of_kind(Kind.COUNTRY)]
        numbers = {node.id: number for number, node in enumerate(graph.of_kind(Kind.COUNTRY))}
        found: dict[str, int] = {}
        for node in _needed_first(graph):
            mask = 1 << numbers[node.id] if node.id in numbers else 0
            for needed in _needs(node):
                mask |= found.get(needed, 0)
            found[node.id] = mask
        self._masks = {names.key(name): mask for name, mask in found.items()}

    def of(self, *nodes: str) -> str:
        """The countries of these nodes together, as the page writes them: ``country:CN country:DE``."""
        mask = 0
        for node in nodes:
            mask |= self._masks.get(node, 0)
        return " ".join(name for number, name in enumerate(self._countries) if mask >> number & 1)


def _needs(node: Node) -> Iterator[str]:
    for need in node.needs:
        if node.kind is not Kind.COMPONENT or need.layer is not Layer.MATERIAL:
            yield need.node


def _needed_first(graph: Graph) -> Iterator[Node]:
    """Every node after all that it needs."""
    seen: set[str] = set()
    for start in graph.nodes:
        waiting = [(start, False)]
        while waiting:
            name, is_done = waiting.pop()
            node = graph.nodes[name]
            if is_done:
                yield node
            elif name not in seen:
                seen.add(name)
                waiting.append((name, True))
                waiting.extend((needed, False) for needed in _needs(node))
