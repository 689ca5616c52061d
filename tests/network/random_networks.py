"""Networks made by chance, the same for the same seed, and their cut sets by trying every subset."""

from __future__ import annotations

import random
from itertools import combinations

from depmap.core.graph import All, Any, AtLeast, Gate, Graph, Kind, Need, Node, Share, graph
from depmap.network.kernel import compile_graph, evaluate

LEAVES = 14


def random_network(seed: int) -> Graph:
    """Up to 14 suppliers below up to 12 gates of every kind, shared nodes, suppliers that need suppliers."""
    chance = random.Random(seed)
    leaves = [f"supplier:{number}" for number in range(chance.randint(2, LEAVES))]
    inner = [f"gate:{number}" for number in range(chance.randint(1, 12))]
    nodes = []
    for place, name in enumerate(inner):
        below = [*inner[place + 1 :], *leaves]
        chosen = chance.sample(below, min(len(below), chance.choice([1, 2, 2, 3, 3, 4, 6])))
        nodes.append(_node(chance, name, Kind.NODE, chosen))
    for place, name in enumerate(leaves[:-2]):
        needed = chance.sample(leaves[place + 1 :], 1 if chance.random() < 0.15 else 0)
        nodes.append(Node(name, Kind.SUPPLIER, name, All(), tuple(Need(each) for each in needed)))
    nodes.extend(Node(name, Kind.SUPPLIER, name) for name in leaves[-2:])
    return graph(inner[0], nodes)


def _node(chance: random.Random, name: str, kind: Kind, needs: list[str]) -> Node:
    gate: Gate = chance.choice(
        [All(), Any(), Any(), AtLeast(chance.randint(1, len(needs))), Share(chance.randint(0, 10) / 10)]
    )
    shares = [chance.randint(0, 6) / 10 if isinstance(gate, Share) else 1.0 for _ in needs]
    return Node(
        name, kind, name, gate, tuple(Need(each, weight=share) for each, share in zip(needs, shares, strict=True))
    )


def every_cut_set(network: Graph, max_order: int) -> list[tuple[str, ...]]:
    """The minimal cut sets by the definition: every subset of the suppliers is lost in a scenario of its own."""
    suppliers = sorted(node.id for node in network.of_kind(Kind.SUPPLIER))
    subsets = [frozenset(each) for size in range(max_order + 1) for each in combinations(suppliers, size)]
    lost = {name: sum(1 << bit for bit, each in enumerate(subsets) if name in each) for name in suppliers}
    compiled = compile_graph(network)
    stopped = evaluate(compiled, lost, len(subsets))[compiled.index[network.top]]
    stopping = {each for bit, each in enumerate(subsets) if stopped >> bit & 1}
    minimal = [each for each in stopping if not any(each - {name} in stopping for name in each)]
    return sorted((tuple(sorted(each)) for each in minimal), key=lambda each: (len(each), each))
