"""Networks made by chance, the same for the same seed, and their cut sets by trying every subset."""

from __future__ import annotations

import random
from itertools import combinations

from depmap.core.graph import All, Any, AtLeast, Gate, Graph, Kind, Need, Node, Share, graph
from depmap.network.kernel import compile_graph, evaluate

LEAVES = 14


def random_network(seed: int) -> Graph:
    """Up to 14 suppliers below up to 14 gates of every kind, shared nodes, suppliers that need suppliers."""
    chance = random.Random(seed)
    leaves = [f"supplier:{number:02}" for number in range(chance.randint(5, LEAVES))]
    inner = [f"gate:{number:02}" for number in range(chance.randint(5, 14))]
    nodes = []
    for place, name in enumerate(inner):
        nearest = inner[place + 1 : place + 6]
        below = [*nearest, *chance.sample(leaves, 5 - min(3, len(nearest)))]
        chosen = chance.sample(below, min(len(below), chance.choice([2, 3, 3, 4, 5])))
        nodes.append(_node(chance, name, chosen))
    for place, name in enumerate(leaves):
        needed = leaves[place + 1 : place + 2] if chance.random() < 0.1 else []
        nodes.append(Node(name, Kind.SUPPLIER, name, All(), tuple(Need(each) for each in needed)))
    return graph(inner[0], nodes)


def _node(chance: random.Random, name: str, needs: list[str]) -> Node:
    """A gate that is rarely trivial: where one loss were to stop everything, there would be nothing to find."""
    shares = [chance.randint(1, 6) for _ in needs]
    tolerated = chance.randint(0, sum(shares) - 1)
    gates: list[Gate] = [All(), Any(), AtLeast(max(1, len(needs) - 1)), Share(tolerated / 10)]
    gate = chance.choice(gates)
    weights = [share / 10 if isinstance(gate, Share) else 1.0 for share in shares]
    paired = zip(needs, weights, strict=True)
    return Node(name, Kind.NODE, name, gate, tuple(Need(each, weight=share) for each, share in paired))


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
