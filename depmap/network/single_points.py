"""Single points of failure: every node whose loss alone stops the system, for all nodes at once.

Definition. Node x is a *certain* single point in a layer iff the system is lost when exactly x is lost, every unknown
being harmless. It is a *possible* one iff the system is lost when x and all unknowns are lost for which a list assumes
x, or something that stops with x: a material, say, that is processed in x. The common node of all unknowns in one role
(``unknown:manufacture``) is a possible single point when the unknowns of that role together stop the system.

Claim. Exact also for shared sub-assemblies, suppliers and parents: the answer is one kernel evaluation with as many
scenarios as there are candidates. Articulation points and dominators answer another question: with P = all(A, B), A =
all(C), B = all(C) there is no articulation point, yet each of A, B and C stops P.

Complexity: (edges x candidates / word size), in blocks of candidates to bound the memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from depmap.core.answers import SinglePoint
from depmap.core.graph import Graph, Kind, Layer, Role
from depmap.network.build import unknown_of
from depmap.network.kernel import Compiled, compile_graph, evaluate, scenarios_of
from depmap.network.paths import Chain, chain_of, searched, witness

CANDIDATES = {
    Layer.SUPPLY: (Kind.SUPPLIER, Kind.COUNTRY),
    Layer.CONTROL: (Kind.PARENT, Kind.COUNTRY),
    Layer.MATERIAL: (Kind.MATERIAL, Kind.STAGE, Kind.COUNTRY),
}
"""The kinds of node that can fall away from outside, per layer. The loss of a supplier is a matter of supply; who it
belongs to, and where that is, of control."""

UNKNOWNS = {
    Layer.SUPPLY: (Role.MANUFACTURER, Role.MANUFACTURE),
    Layer.CONTROL: (Role.SEAT, Role.PARENT, Role.OWNERSHIP),
    Layer.MATERIAL: (Role.MATERIAL, Role.STAGE, Role.SHARE),
}
"""The unknowns that a layer answers for."""

BLOCK = 4096
"""Candidates evaluated at once."""


def single_points(graph: Graph, layer: Layer, kinds: Iterable[Kind] | None = None) -> tuple[SinglePoint, ...]:
    """All single points of the top in one layer, certain ones first, then by node.

    Args:
        graph: the network.
        layer: the layer asked about; the structure is always part of it.
        kinds: the kinds of candidate; by default those of `CANDIDATES`, and everything unknown in that layer.
    """
    compiled = compile_graph(graph, (layer,))
    wanted = frozenset(kinds if kinds is not None else CANDIDATES.get(layer, tuple(Kind))) - {Kind.UNKNOWN}
    hints = _hints(graph, compiled)
    hinted = {name for names in hints.values() for name in names}
    unknowns = {unknown_of(role) for role in UNKNOWNS.get(layer, ())}
    candidates = [
        name
        for position, name in enumerate(compiled.ids)
        if name in unknowns
        or (graph.nodes[name].kind in wanted and name != graph.top and (compiled.owners[position] or name in hinted))
    ]
    points: list[SinglePoint] = []
    for start in range(0, len(candidates), BLOCK):
        points.extend(_block(graph, compiled, layer, hints, candidates[start : start + BLOCK]))
    return tuple(sorted(points, key=lambda point: (not point.certain, point.node)))


def _block(
    graph: Graph, compiled: Compiled, layer: Layer, hints: Mapping[str, Sequence[str]], candidates: Sequence[str]
) -> Iterable[SinglePoint]:
    losses = {name: 1 << bit for bit, name in enumerate(candidates)}
    sure = evaluate(compiled, losses, len(candidates))
    suspected = _suspected(compiled, sure, hints)
    maybe = evaluate(compiled, {**losses, **suspected}, len(candidates))
    suspects = _by_scenario(suspected)
    top = compiled.index[graph.top]
    outcomes = [(sure, _falling(graph, compiled, sure)), (maybe, _falling(graph, compiled, maybe))]
    for bit, name in enumerate(candidates):
        words, falling = outcomes[0] if sure[top] >> bit & 1 else outcomes[1]
        if not words[top] >> bit & 1:
            continue
        chain = witness(graph, compiled, words, [name, *(suspects.get(bit, ()) if words is maybe else ())], bit)
        if chain is None:
            continue
        chain = _from(graph, compiled, sure, (name, bit), chain)
        yield SinglePoint(
            node=name,
            layer=layer,
            certain=words is sure and graph.nodes[name].kind is not Kind.UNKNOWN,
            witness=chain.nodes,
            components=tuple(sorted(falling[Kind.COMPONENT].get(bit, ()))),
            assemblies=tuple(sorted(falling[Kind.ASSEMBLY].get(bit, ()))),
            cells=chain.cells,
        )


def _suspected(compiled: Compiled, sure: Sequence[int], hints: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Unknown -> the scenarios in which something is lost that a list assumes it to be."""
    found = {}
    for leaf, assumed in hints.items():
        word = 0
        for name in assumed:
            word |= sure[compiled.index[name]]
        if word:
            found[leaf] = word
    return found


def _by_scenario(words: Mapping[str, int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name, word in words.items():
        for scenario in scenarios_of(word):
            found.setdefault(scenario, []).append(name)
    return found


def _from(graph: Graph, compiled: Compiled, sure: Sequence[int], candidate: tuple[str, int], chain: Chain) -> Chain:
    """The chain from the candidate itself, where it starts at an unknown that may rest on it."""
    (name, bit), (leaf, *above) = candidate, chain.nodes
    if leaf == name:
        return chain
    start = [compiled.index[name]]
    below = searched(start, compiled.owners.__getitem__, lambda position: bool(sure[position] >> bit & 1))
    path = [next(place for hint in graph.nodes[leaf].hints if (place := compiled.index[hint]) in below)]
    while (lower := below[path[-1]]) is not None:
        path.append(lower)
    ways = chain_of(graph, [compiled.ids[position] for position in reversed(path)])
    return Chain((*dict.fromkeys(ways.nodes), *above), tuple(sorted({*ways.cells, *chain.cells})))


def _falling(graph: Graph, compiled: Compiled, words: Sequence[int]) -> dict[Kind, dict[int, list[str]]]:
    """Scenario -> the components and the assemblies that stop in it. Cost: one step for each, in each scenario."""
    found: dict[Kind, dict[int, list[str]]] = {Kind.COMPONENT: {}, Kind.ASSEMBLY: {}}
    for name, word in zip(compiled.ids, words, strict=True):
        if word and (stopped := found.get(graph.nodes[name].kind)) is not None:
            for scenario in scenarios_of(word):
                stopped.setdefault(scenario, []).append(name)
    return found


def _hints(graph: Graph, compiled: Compiled) -> dict[str, tuple[str, ...]]:
    """The unknowns that this layer needs -> what a list assumes each to be."""
    return {
        name: hints
        for position, name in enumerate(compiled.ids)
        if compiled.owners[position] and (hints := graph.nodes[name].hints)
    }
