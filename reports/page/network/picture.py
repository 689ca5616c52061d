"""The network as it is drawn: what stands alone, what joins it, and their marks. pyvis builds it from here.

Sources, shares and unknown leaves are joints, not things that people look for: a source becomes the line from its
component to its manufacturer and the line from there to its country; everything unknown in one role is drawn once.
Where everything stands is worked out in the page before it draws (``static/network-place.js``), because it depends on
which groups the reader has opened.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from depmap.core.graph import Graph, Kind, Layer, Need, Role, node_id
from depmap.core.judgement import Grade, SystemAnalysis
from depmap.core.once import once
from reports.page.network.pyvis_light import network_class
from reports.words import names
from reports.words.rows import ComponentList, component_list

LIMIT = 500
"""Nodes drawn at once; above it only the first components of the list stand alone, the others in closed groups."""

DASHED = 2
"""Width of the border of what is a single point only if an unknown turns out badly; that border is dashed."""

SHARE = 0.1
"""Share of the world's supply of a stage from which a country is drawn; the lists of many stages name dozens."""

VIEWS = (Layer.SUPPLY, Layer.CONTROL, Layer.MATERIAL)
"""One picture per layer: with all lines in one, nothing can be followed."""

NOWHERE = ""
"""Stands for the component itself, in the lines that hang on it."""

Pair = tuple[str, str]
"""A line: the node that needs and the node that is needed."""


@dataclass(frozen=True)
class Picture:
    """One layer of one system, ready to draw."""

    layer: Layer
    """The layer."""

    alone: frozenset[str]
    """The components that stand alone when the page opens; all of them unless there are too many."""

    lines: tuple[Pair, ...]
    """From the system over assemblies to the components that stand alone, sorted."""

    chains: Mapping[str, tuple[Pair, ...]]
    """What hangs on each component, sorted; it is `NOWHERE` itself."""

    below: tuple[Pair, ...]
    """What hangs on these further down, whichever component it is; sorted."""

    @functools.cached_property
    def parties(self) -> frozenset[str]:
        """Everything that components hang on."""
        pairs = {pair for chain in self.chains.values() for pair in chain} | set(self.below)
        return frozenset(name for pair in pairs for name in pair) - {NOWHERE}


@once
def pictures(system: SystemAnalysis) -> tuple[Picture, ...]:
    """The picture of every layer, in the order of `VIEWS`."""
    parts = component_list(system)
    return tuple(picture(system, parts, layer) for layer in VIEWS)


def picture(system: SystemAnalysis, parts: ComponentList, layer: Layer) -> Picture:
    """The picture of one layer. Complexity: nodes and edges, times the logarithm for ordering."""
    graph = system.graph
    alone = _alone(graph, parts)
    chains = {node.id: tuple(sorted(_chain(graph, node.id, layer))) for node in graph.of_kind(Kind.COMPONENT)}
    heads = {name for chain in chains.values() for pair in chain for name in pair} - {NOWHERE}
    return Picture(layer, alone, _structure(graph, alone), chains, _below(graph, heads, layer))


def is_drawn(name: str, layer: Layer) -> bool:
    """Whether the picture of a layer has a place for a node."""
    joints = (Role.MATERIAL, Role.SHARE)
    is_joint = name in {node_id(Kind.UNKNOWN, role) for role in joints}
    return layer in VIEWS and not is_joint and not name.startswith((f"{Kind.SHARE}:", f"{Kind.SOURCE}:"))


def borders(system: SystemAnalysis, layer: Layer) -> dict[str, int]:
    """How thick the border of a node is: a certain single point, a possible one; all others are left out."""
    return {point.node: 3 if point.certain else DASHED for point in system.single_points if point.layer is layer}


def build(
    picture: Picture, system: SystemAnalysis, grades: Mapping[str, Grade]
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Nodes and edges as vis-network takes them, put together by pyvis: what stands alone when the page opens.

    Labels are left to the page, which knows how much room there is; nothing of a workbook reaches a label, a title or
    an option here.
    """
    network = network_class()(directed=True)
    weights = borders(system, picture.layer)
    ends = {name for pair in picture.lines for name in pair} | {system.graph.top}
    shown = {name for name in picture.alone for pair in picture.chains[name] for name in pair} - {NOWHERE}
    for name in sorted(ends | shown | {end for pair in picture.below if pair[0] in shown for end in pair}):
        kind = Kind(name.partition(":")[0])
        network.add_node(
            names.key(name),
            label=" ",
            shape=SHAPES[kind],
            group=f"component-{grades[name].key}" if kind is Kind.COMPONENT else kind.value,
            size=SIZES[grades[name]] if kind is Kind.COMPONENT else 7.0,
            borderWidth=weights.get(name, 1),
        )
    for owner, name in picture.lines:
        network.add_edge(names.key(owner), names.key(name))
    nodes, edges, *_ = network.get_network_data()
    for edge in edges:
        edge.pop("arrows", None)
    for node in nodes:
        node.pop("font", None)
        if node["borderWidth"] == DASHED:
            node["shapeProperties"] = {"borderDashes": [4, 3]}
    return nodes, edges


SIZES = {Grade.CRITICAL: 9.0, Grade.HIGH: 7.5, Grade.MEDIUM: 6.5, Grade.LOW: 5.5, Grade.NONE: 4.5}
"""Radius of a component: the worse, the larger."""

SHAPES = {
    Kind.SYSTEM: "box",
    Kind.ASSEMBLY: "square",
    Kind.COMPONENT: "dot",
    Kind.SUPPLIER: "diamond",
    Kind.PARENT: "square",
    Kind.MATERIAL: "hexagon",
    Kind.STAGE: "triangleDown",
    Kind.COUNTRY: "triangle",
    Kind.UNKNOWN: "star",
}
"""Kind is told by shape, so that no colour is needed to read it."""


def _alone(graph: Graph, parts: ComponentList) -> frozenset[str]:
    """The components that stand alone: all when they fit, else the first of the list as far as they fit."""
    everything = [row.node for row in (*parts.listed, *parts.others)]
    others = sum(1 for node in graph.nodes.values() if node.kind in (Kind.ASSEMBLY, Kind.SUPPLIER)) + 2
    if len(everything) + others <= LIMIT:
        return frozenset(everything)
    return frozenset(row.node for row in parts.listed[: LIMIT * 3 // 5])


def _structure(graph: Graph, alone: frozenset[str]) -> tuple[Pair, ...]:
    """From the system to the components that stand alone, over every assembly that leads to one of them."""
    owners: dict[str, list[str]] = defaultdict(list)
    for node in graph.of_kind(Kind.SYSTEM, Kind.ASSEMBLY):
        for need in node.needs:
            owners[need.node].append(node.id)
    kept = set(alone) | {graph.top}
    waiting = sorted(alone)
    while waiting:
        above = [owner for owner in owners[waiting.pop()] if owner not in kept]
        kept.update(above)
        waiting.extend(above)
    return tuple(sorted((owner, name) for name in kept for owner in owners[name] if owner in kept))


def _chain(graph: Graph, component: str, layer: Layer) -> set[Pair]:
    """The lines that hang on one component."""
    found: set[Pair] = set()
    for source in (need.node for need in graph.nodes[component].needs if need.role is Role.SOURCE):
        needs = {need.role: need for need in graph.nodes[source].needs}
        if layer is Layer.MATERIAL:
            found |= {(NOWHERE, end(graph, need)) for need in graph.nodes[source].needs if need.role is Role.MATERIAL}
            continue
        maker = end(graph, needs[Role.MANUFACTURER])
        found.add((NOWHERE, maker))
        if layer is Layer.SUPPLY:
            found.add((maker, end(graph, needs[Role.MANUFACTURE])))
    return {pair for pair in found if pair[1] != node_id(Kind.UNKNOWN, Role.MATERIAL)}


def _below(graph: Graph, heads: Iterable[str], layer: Layer) -> tuple[Pair, ...]:
    """What these need in turn: owners and seats of makers, stages of materials and the countries that supply them."""
    if layer is Layer.SUPPLY:
        return ()
    found: set[Pair] = set()
    waiting, seen = sorted(heads), set(heads)
    while waiting:
        owner = waiting.pop()
        for name in _further(graph, owner, layer):
            found.add((owner, name))
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return tuple(sorted(found))


def _further(graph: Graph, owner: str, layer: Layer) -> Iterable[str]:
    needs: Sequence[Need] = graph.nodes[owner].needs if owner in graph.nodes else ()
    for need in needs:
        if need.role is Role.SHARE:
            if need.weight >= SHARE and graph.nodes[need.node].kind is Kind.SHARE:
                yield from (each.node for each in graph.nodes[need.node].needs)
        elif need.layer is layer and need.role in (Role.SEAT, Role.PARENT, Role.OWNERSHIP, Role.STAGE):
            yield end(graph, need)


def end(graph: Graph, need: Need) -> str:
    """The node that a need is drawn to: what it names, or the one that stands for all unknowns of its role."""
    node = graph.nodes[need.node]
    return node_id(Kind.UNKNOWN, need.role) if node.kind is Kind.UNKNOWN else need.node
