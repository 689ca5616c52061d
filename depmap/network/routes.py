"""Why a node matters: every route by which the system needs it, with the evidence of each step.

Definition. A route is a path of needs from the node up to the top. There is one per component that needs the node and
per layer, the shortest (of several in a layer the first in evaluation order): through other ways up from that component
the answer is the same. For a component or an assembly there is one per owner that needs it. An unknown for which a list
assumes the node counts as a step, *assumed*. A route whose component has no other way out *stops*: that component is
lost with the node, certainly, or possibly because something unknown may be the node too. Where the component has other
sources, each of them is lost as well, and the route tells how: by the shortest way from the node to that source, or
else from something unknown on which it rests.

Complexity: three breadth-first searches and one evaluation per layer.

>>> from depmap.core.sketch import sketch
>>> from depmap.network.build import build
>>> kite = build(sketch("kite", {"tail": {"bow": ["Acme@CN"]}, "line": ["Volt@DE", "Acme@CN"]}))
>>> [(each.nodes, each.stops.value) for each in routes(kite, "supplier:Acme")]
[(('supplier:Acme', 'component:bow', 'assembly:tail', 'system:kite'), 'yes'), \
(('supplier:Acme', 'component:line', 'system:kite'), 'no')]
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from depmap.core.answers import Verdict
from depmap.core.evidence import CellRef, Tier
from depmap.core.graph import Graph, Kind, Layer, Need, Role
from depmap.network.build import LAYERS
from depmap.network.cut_sets import with_unknowns_lost
from depmap.network.kernel import Compiled
from depmap.network.paths import SILENT, searched
from depmap.network.scenarios import CERTAIN, POSSIBLE, evaluate_losses


@dataclass(frozen=True, slots=True)
class Step:
    """One need on a route, joints between people's names left out."""

    node: str
    """What is needed."""

    owner: str
    """What needs it."""

    role: Role
    """What it is to the owner."""

    tier: Tier
    """How well that is supported."""

    cells: tuple[CellRef, ...]
    """The cells that state it, sorted; for something unknown those to ask for."""

    reference: str
    """The document or dated list behind it."""


@dataclass(frozen=True, slots=True)
class Route:
    """One way by which the system needs the node."""

    layer: Layer
    """The layer of dependence; `Layer.STRUCTURE` when every layer has it."""

    steps: tuple[Step, ...]
    """From the node up to the system."""

    stops: Verdict
    """Whether the first component or assembly on the way is lost with the node."""

    beside: tuple[tuple[Step, ...], ...] = ()
    """When it is: how each of its other sources is lost too, from the node or something unknown up to it."""

    @property
    def nodes(self) -> tuple[str, ...]:
        """From the node to the system."""
        return (*(step.node for step in self.steps), self.steps[-1].owner)


def routes(graph: Graph, node: str) -> tuple[Route, ...]:
    """Every route from a node to the top: those that stop first, then the shorter ones, then by name."""
    assumed = with_unknowns_lost(graph)
    if node not in assumed.nodes:
        return ()
    found: dict[tuple[str, ...], Route] = {}
    for layer in LAYERS:
        for route in _in_layer(assumed, graph, node, layer):
            found.setdefault(route.nodes, route)
    order = (Verdict.YES, Verdict.CANNOT_DECIDE, Verdict.NO)
    return tuple(sorted(found.values(), key=lambda each: (order.index(each.stops), len(each.steps), each.nodes)))


def _in_layer(graph: Graph, plain: Graph, node: str, layer: Layer) -> Iterator[Route]:
    """The routes in one layer; ``plain`` is the network without assumptions, in which nothing assumed stops."""
    compiled, _ = evaluate_losses(graph, [], (layer,))
    sure, words = evaluate_losses(plain, [[node]], (layer,))
    lost = [name for name, word in zip(sure.ids, words, strict=True) if word]
    ways = _Ways(graph, compiled, node, lost)
    for path in _up(graph, compiled, compiled.index[node]):
        names = [compiled.ids[position] for position in path]
        steps = tuple(_steps(graph, names))
        gate = next((name for name in names[1:] if graph.nodes[name].kind in _GATES), graph.top)
        bits = words[sure.index[gate]]
        stops = Verdict.YES if bits & CERTAIN else Verdict.CANNOT_DECIDE if bits & POSSIBLE else Verdict.NO
        layers = {_need(graph, lower, upper).layer for lower, upper in pairwise(names)}
        others = _others(graph, names) if stops is not Verdict.NO else ()
        beside = tuple(tuple(_steps(graph, ways.to(source, gate))) for gate, source in others)
        yield Route(layer if layer in layers else Layer.STRUCTURE, steps, stops, beside)


def _others(graph: Graph, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Where the path passes a node that needs any of its needs: that node, with each need that is not on the path."""
    for lower, upper in pairwise(names):
        if graph.nodes[lower].kind is Kind.SOURCE:
            yield from ((upper, need.node) for need in graph.nodes[upper].needs if need.node != lower)


class _Ways:
    """Shortest ways of what is lost, up from the node or else from what is unknown, to a source."""

    def __init__(self, graph: Graph, compiled: Compiled, node: str, lost: Collection[str]) -> None:
        self._compiled = compiled
        fallen = {compiled.index[name] for name in lost}
        unknown = sorted(compiled.index[name] for name in lost if graph.nodes[name].kind is Kind.UNKNOWN)
        starts = ([compiled.index[node]], unknown)
        self._before = [searched(each, compiled.owners.__getitem__, fallen.__contains__) for each in starts]

    def to(self, source: str, gate: str) -> list[str]:
        """The names on the way to a source and on to what needs it; the source alone when nothing leads to it."""
        position = self._compiled.index[source]
        path = [position]
        before = next((each for each in self._before if position in each), {})
        while (lower := before.get(path[0])) is not None:
            path.insert(0, lower)
        return [*(self._compiled.ids[each] for each in path), gate]


_GATES = (Kind.COMPONENT, Kind.ASSEMBLY, Kind.SYSTEM)


def _up(graph: Graph, compiled: Compiled, start: int) -> Iterable[list[int]]:
    """Paths of positions from the node to the top, one per component, assembly or owner that needs it."""
    top = compiled.index[graph.top]

    def is_gate(position: int) -> bool:
        return graph.nodes[compiled.ids[position]].kind in _GATES

    def below(position: int) -> Sequence[int]:
        return compiled.needs[compiled.offsets[position] : compiled.offsets[position + 1]]

    def above(position: int) -> Sequence[int]:
        return () if is_gate(position) and position != start else compiled.owners[position]

    before = searched([start], above, lambda _: True)
    after = searched([top], below, lambda _: True)
    for gate in sorted(position for position in before if is_gate(position) and position != start):
        if gate in after:
            path = [gate]
            while (lower := before[path[0]]) is not None:
                path.insert(0, lower)
            while (upper := after[path[-1]]) is not None:
                path.append(upper)
            yield path


def _steps(graph: Graph, names: Sequence[str]) -> Iterator[Step]:
    """The steps between the nodes that people know; the evidence is that of the need for the lower one."""
    first, cells, reference = names[0], set[CellRef](), ""
    evidence: Need | None = None
    for lower, upper in pairwise(names):
        need = _need(graph, lower, upper)
        evidence = evidence or need
        reference = reference or need.reference
        cells.update(need.cells)
        kind = graph.nodes[upper].kind
        if kind is Kind.UNKNOWN:
            cells.update(graph.nodes[upper].cells)
        if kind not in SILENT | {Kind.UNKNOWN}:
            yield Step(first, upper, evidence.role, evidence.tier, tuple(sorted(cells)), reference)
            first, cells, reference, evidence = upper, set(), "", None


def _need(graph: Graph, lower: str, upper: str) -> Need:
    """The need of one node for another; one that only a list assumes is marked so."""
    owner = graph.nodes[upper]
    need = next(need for need in owner.needs if need.node == lower)
    if lower in owner.hints:
        return Need(lower, need.role, need.layer, tier=Tier.ASSUMED, cells=owner.cells)
    return need
