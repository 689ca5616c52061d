"""The network as it is drawn: which nodes, where, and what joins them. pyvis builds it from here.

Sources and unknown leaves are joints, not things that people look for: a source becomes the line from its component to
its manufacturer and the line from there to its country; everything unknown in one role is drawn once. Each line
remembers the components that it serves, so that a chain can be followed without wandering.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depmap.core.graph import Graph, Kind, Layer, Need, Role, node_id
from depmap.core.judgement import Grade, SystemAnalysis
from reports import names
from reports.layout import Layout, place
from reports.pyvis_light import network_class
from reports.rows import ComponentList

LIMIT = 500
"""Nodes drawn at once; above it only the components with the worst findings, and all that they hang on."""

DASHED = 2
"""Width of the border of what is a single point only if an unknown turns out badly; that border is dashed."""

VIEWS = (Layer.SUPPLY, Layer.CONTROL)
"""One picture per layer: with all lines in one, nothing can be followed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the picture."""

    owner: str
    """The node that needs."""

    node: str
    """The node that is needed."""

    components: tuple[str, ...]
    """The components that it serves, sorted; none for lines between assemblies."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One layer of one system, ready to draw."""

    layer: Layer
    """The layer."""

    layout: Layout
    """Where everything stands."""

    lines: tuple[Line, ...]
    """What joins the nodes, sorted."""

    hidden: int
    """Components that are not drawn because there are too many."""


def picture(system: SystemAnalysis, parts: ComponentList, layer: Layer) -> Picture:
    """The picture of one layer. Complexity: nodes and edges, times the logarithm for ordering."""
    grades = {row.node: row.grade for row in (*parts.listed, *parts.others)}
    drawn = _drawn(system.graph, parts)
    lines = _lines(system.graph, drawn, layer)
    return Picture(layer, place(system.graph, lines, grades), lines, len(grades) - len(drawn))


def build(picture: Picture, system: SystemAnalysis, grades: Mapping[str, Grade]) -> tuple[list[object], list[object]]:
    """Nodes and edges as vis-network takes them, put together by pyvis.

    Labels are left to the page, which knows how much room there is; nothing of a workbook reaches a label, a title or
    an option here.
    """
    network = network_class()(directed=True)
    certain = {point.node for point in system.single_points if point.certain and point.layer is picture.layer}
    possible = {point.node for point in system.single_points if not point.certain and point.layer is picture.layer}
    for name, placed in picture.layout.nodes.items():
        kind = placed.kind
        weight = 3 if name in certain else DASHED if name in possible else 1
        network.add_node(
            names.key(name),
            label=" ",
            shape=SHAPES[kind],
            group=f"component-{grades[name].key}" if kind is Kind.COMPONENT else kind.value,
            size=placed.size,
            x=round(placed.x, 1),
            y=round(placed.y, 1),
            borderWidth=weight,
        )
    for line in picture.lines:
        network.add_edge(names.key(line.owner), names.key(line.node))
    nodes, edges, *_ = network.get_network_data()
    for number, edge in enumerate(edges):
        edge["id"] = number
        edge.pop("arrows", None)
    for node in nodes:
        node.pop("font", None)
        if node["borderWidth"] == DASHED:
            node["shapeProperties"] = {"borderDashes": [4, 3]}
    return nodes, edges


SHAPES = {
    Kind.SYSTEM: "box",
    Kind.ASSEMBLY: "square",
    Kind.COMPONENT: "dot",
    Kind.SUPPLIER: "diamond",
    Kind.PARENT: "square",
    Kind.COUNTRY: "triangle",
    Kind.UNKNOWN: "star",
}
"""Kind is told by shape, so that no colour is needed to read it."""


def _drawn(graph: Graph, parts: ComponentList) -> frozenset[str]:
    """The components to draw: all when they fit, else the worst ones as far as they fit."""
    everything = [row.node for row in (*parts.listed, *parts.others)]
    others = sum(1 for node in graph.nodes.values() if node.kind in (Kind.ASSEMBLY, Kind.SUPPLIER, Kind.COUNTRY)) + 2
    if len(everything) + others <= LIMIT:
        return frozenset(everything)
    return frozenset(row.node for row in parts.listed[: LIMIT * 3 // 5])


def _lines(graph: Graph, drawn: frozenset[str], layer: Layer) -> tuple[Line, ...]:
    serves: dict[tuple[str, str], set[str]] = defaultdict(set)
    reached = _above(graph, drawn)
    for owner in sorted(reached):
        for need in graph.nodes[owner].needs:
            if need.node in reached:
                serves[owner, need.node].update({need.node} & drawn)
    for component in sorted(drawn):
        for source in (need.node for need in graph.nodes[component].needs if need.role is Role.SOURCE):
            for start, end in _chain(graph, source, layer):
                serves[component if start == source else start, end].add(component)
    return tuple(Line(owner, node, tuple(sorted(components))) for (owner, node), components in sorted(serves.items()))


def _above(graph: Graph, drawn: frozenset[str]) -> frozenset[str]:
    """The components drawn, and every assembly that leads to one of them, up to the system."""
    owners: dict[str, list[str]] = defaultdict(list)
    for node in graph.of_kind(Kind.SYSTEM, Kind.ASSEMBLY):
        for need in node.needs:
            owners[need.node].append(node.id)
    kept = set(drawn) | {graph.top}
    waiting = sorted(drawn)
    while waiting:
        above = [owner for owner in owners[waiting.pop()] if owner not in kept]
        kept.update(above)
        waiting.extend(above)
    return frozenset(kept)


def _chain(graph: Graph, source: str, layer: Layer) -> Iterable[tuple[str, str]]:
    """The lines that one source draws; ``source`` itself stands for its component."""
    needs = {need.role: need for need in graph.nodes[source].needs}
    maker = _end(graph, needs[Role.MANUFACTURER])
    yield source, maker
    if layer is Layer.SUPPLY:
        yield maker, _end(graph, needs[Role.MANUFACTURE])
        return
    for need in graph.nodes[maker].needs if maker in graph.nodes else ():
        if need.layer is layer and need.role in (Role.SEAT, Role.PARENT):
            end = _end(graph, need)
            yield maker, end
            for further in graph.nodes[end].needs if need.role is Role.PARENT and end in graph.nodes else ():
                if further.role is Role.OWNERSHIP:
                    yield end, _end(graph, further)


def _end(graph: Graph, need: Need) -> str:
    """The node that a need is drawn to: what it names, or the one that stands for all unknowns of its role."""
    node = graph.nodes[need.node]
    return node_id(Kind.UNKNOWN, need.role) if node.kind is Kind.UNKNOWN else need.node
