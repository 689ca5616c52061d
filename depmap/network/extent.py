"""How much stops with each node: lines of the bill of materials, at least and at most.

Definition. A component stops under a loss when none of its sources survives. With unknowns it stops *certainly* (even
if every unknown is harmless) or *possibly* (if the unknowns turn out badly), as the one kernel says
(`depmap.network.scenarios`). *At least* counts the lines of the components that certainly stop when the node alone is
lost, *at most* also those of the components that possibly do.

Complexity: one evaluation with two scenarios per node, and one step for each pair of a node and a set of nodes with
which a component stops; components that stop with the same nodes are counted together.

Running example. Of the radio nobody knows where it is made, so that it may stop with Germany too:

>>> from depmap.core.sketch import sketch
>>> from depmap.network.build import build
>>> drone = sketch("drone", {"motor": ["Acme@CN"], "frame": ["Rope@DE"], "radio": ["Volt"]})
>>> lines = {"component:motor": 1, "component:frame": 2, "component:radio": 4}
>>> for node, stopping in extents(build(drone), lines, ["country:CN", "country:DE", "supplier:Volt"], Layer.SUPPLY):
...     print(node, stopping)
country:CN Lines(low=1, high=5)
country:DE Lines(low=2, high=6)
supplier:Volt Lines(low=4, high=4)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from depmap.core.answers import Lines
from depmap.core.graph import Graph, Kind, Layer, node_id
from depmap.core.model import Bom
from depmap.network.kernel import scenarios_of
from depmap.network.scenarios import CERTAIN, evaluate_losses

_BLOCK = 4096
"""Nodes that are evaluated in one go."""


def lines_by_component(bom: Bom) -> Mapping[str, int]:
    """How many lines each component has, by the id of its node."""
    return {node_id(Kind.COMPONENT, each.id): each.lines for each in bom.components}


def extents(graph: Graph, lines: Mapping[str, int], nodes: Sequence[str], layer: Layer) -> Iterator[tuple[str, Lines]]:
    """For every node, lost alone: how many lines stop with it.

    Args:
        graph: the network.
        lines: how many lines each component has, by the id of its node; a component without an entry counts as none.
        nodes: the ids of those that are lost, each alone.
        layer: the layer of dependence that counts.
    """
    for start in range(0, len(nodes), _BLOCK):
        lost = nodes[start : start + _BLOCK]
        compiled, words = evaluate_losses(graph, [(name,) for name in lost], (layer,))
        every = sum(CERTAIN << 2 * number for number in range(len(lost)))
        sure, maybe = Counter[int](), Counter[int]()
        for position, name in enumerate(compiled.ids):
            if graph.nodes[name].kind is Kind.COMPONENT:
                sure[words[position] & every] += lines.get(name, 0)
                maybe[(words[position] | words[position] >> 1) & every] += lines.get(name, 0)
        low, high = _by_scenario(sure), _by_scenario(maybe)
        yield from ((name, Lines(low[2 * number], high[2 * number])) for number, name in enumerate(lost))


def _by_scenario(stopping: Mapping[int, int]) -> Counter[int]:
    """Scenario -> the sum of the values whose word has its bit."""
    found = Counter[int]()
    for word, count in stopping.items():
        for scenario in scenarios_of(word):
            found[scenario] += count
    return found
