"""Minimal cut sets: which nodes together stop the system, exactly, up to an order.

Definition. A cut set is a set of candidates whose loss stops the top; it is minimal when no part of it does. The order
is the number of nodes. A set of order 1 is a single point of failure.

Claim. `cut_sets` finds every minimal cut set up to the order, on any acyclic network of weighted threshold gates; the
counts are exact also where the list is capped. It is compared with the definition, tried for every subset, on thousands
of random networks, and with another engine on published ones (see ``docs/algorithms``).

Method, each step keeping the minimal cut sets:

1. single points, by one evaluation of all candidates (`depmap.network.kernel`), are taken out first;
2. where there are few enough, all pairs and triples are tried at once (`depmap.network.cut_sets.trying`);
3. otherwise what matters for no set of that order is taken out (`depmap.network.cut_sets.relevance`), what can be
   solved on its own is (`depmap.network.cut_sets.modules`), and the rest is a diagram of minimal sets, cut off at the
   order (`depmap.network.cut_sets.families`), counted without listing it (`depmap.network.cut_sets.solution`).

>>> from depmap.core.sketch import sketch
>>> from depmap.network.build import build
>>> kite = build(sketch("kite", {"line": ["Acme@CN", "Volt@DE"], "sail": ["Volt@DE"]}))
>>> found = cut_sets(kite, Question((Layer.SUPPLY,), max_order=2))
>>> found.counts, [each.nodes for each in found.sets]
((2, 0), [('country:DE',), ('supplier:Volt',)])
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from depmap.core.answers import CutSet, CutSets
from depmap.core.graph import Graph, Kind, Layer, Need, Role
from depmap.network.compiled import Same
from depmap.network.cut_sets.counts import Counts
from depmap.network.cut_sets.diagram import Diagram
from depmap.network.cut_sets.trying import MOST, Trial
from depmap.network.kernel import Compiled, compile_graph, evaluate, scenarios_of
from depmap.network.paths import witness

BLOCK = 2048
"""Sets whose witnesses are sought at once."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a network."""

    layers: tuple[Layer, ...]
    """The layers of dependence that count; the structure always does."""

    max_order: int = 3
    """The most nodes in a set, at least 1."""

    kinds: tuple[Kind, ...] | None = (Kind.SUPPLIER, Kind.PARENT, Kind.COUNTRY, Kind.STAGE)
    """What can fall away: nodes of these kinds that the layers rest on; None for every node without needs."""

    limit: int | None = 1000
    """How many sets are listed, lower orders first; None lists all. The counts are never capped."""

    certain: bool = True
    """Whether unknowns are harmless; otherwise each is what a list assumes it to be, and falls with that."""


def cut_sets(graph: Graph, question: Question) -> CutSets:
    """The minimal cut sets of the top.

    Raises:
        InputError: the network has a cycle, or so many sets that they cannot be counted.
    """
    asked = graph if question.certain else with_unknowns_lost(graph)
    compiled = compile_graph(asked, question.layers)
    harmless = compiled if question.certain else compile_graph(graph, question.layers)
    candidates = [
        place
        for place, name in enumerate(compiled.ids)
        if name != graph.top
        and compiled.owners[place]
        and (graph.nodes[name].kind in question.kinds if question.kinds is not None else not graph.nodes[name].needs)
    ]
    top = compiled.index[graph.top]
    single = _single(compiled, top, candidates)
    others = [place for place in candidates if place not in single]
    few = len(others) <= MOST.get(question.max_order, -1)
    more = (Trial if few else Diagram)(compiled, top, others, question.max_order)
    first: Iterator[tuple[int, ...]] = ((place,) for place in sorted(single, key=compiled.ids.__getitem__))
    listed = [
        tuple(sorted(compiled.ids[place] for place in each))
        for each in islice(chain(first, more.sets()), question.limit)
    ]
    return CutSets(
        layers=question.layers,
        max_order=question.max_order,
        certain=question.certain,
        counts=(len(single) + more.counts[1], *more.counts[2:]),
        sets=tuple(_proved(asked, compiled, harmless, sorted(listed, key=lambda each: (len(each), each)))),
        holding=_holding(compiled, single, more, question.max_order),
    )


def with_unknowns_lost(graph: Graph) -> Graph:
    """The network in which every unknown is what a list assumes: it is lost with any of its hints.

    The answer for the last graph is kept, as every layer asks for it.
    """
    return _with_unknowns_lost(Same(graph))


@functools.lru_cache(maxsize=1)
def _with_unknowns_lost(same: Same) -> Graph:
    graph = same.graph
    nodes = {
        name: replace(node, needs=(*node.needs, *(_hint(hint, node.needs) for hint in node.hints)))
        if node.kind is Kind.UNKNOWN and node.hints
        else node
        for name, node in graph.nodes.items()
    }
    return replace(graph, nodes=nodes)


def _hint(name: str, needs: Sequence[Need]) -> Need:
    """The need of an unknown for what it may turn out to be, in the layer in which it is needed itself."""
    return Need(name, needs[0].role if needs else Role.NEED, needs[0].layer if needs else Layer.STRUCTURE)


def _single(compiled: Compiled, top: int, candidates: Sequence[int]) -> frozenset[int]:
    words = evaluate(compiled, {compiled.ids[place]: 1 << bit for bit, place in enumerate(candidates)}, len(candidates))
    return frozenset(candidates[bit] for bit in scenarios_of(words[top]))


def _holding(compiled: Compiled, single: Collection[int], more: Trial | Diagram, max_order: int) -> dict[str, Counts]:
    """Node -> how many sets of order 1, 2, ... hold it, for every node that any set holds."""
    found = {compiled.ids[place]: (1, *[0] * (max_order - 1)) for place in single}
    for place, counts in more.holding().items():
        if any(counts):
            found[compiled.ids[place]] = counts[1:]
    return dict(sorted(found.items()))


def _proved(graph: Graph, compiled: Compiled, harmless: Compiled, sets: Sequence[tuple[str, ...]]) -> Iterator[CutSet]:
    """Each set with one chain per node, in the scenario in which all of them are lost, and whether it is certain."""
    for start in range(0, len(sets), BLOCK):
        block = sets[start : start + BLOCK]
        lost: dict[str, int] = {}
        for bit, each in enumerate(block):
            for name in each:
                lost[name] = lost.get(name, 0) | 1 << bit
        words = evaluate(compiled, lost, len(block))
        sure = evaluate(harmless, lost, len(block))[harmless.index[graph.top]]
        for bit, each in enumerate(block):
            chains = [chain for name in each if (chain := witness(graph, compiled, words, [name], bit))]
            cells = tuple(sorted({cell for chain in chains for cell in chain.cells}))
            yield CutSet(each, tuple(chain.nodes for chain in chains), bool(sure >> bit & 1), cells)
