"""The network as it is drawn: which nodes, where, and what joins them. pyvis builds it from here.

Sources and unknown leaves are joints, not things that people look for: a source becomes the line from its component to its
manufacturer and the line from there to its country; everything unknown in one role is drawn once, and says how many
it stands for. Each line remembers the components that it serves, so that a chain can be followed without wandering.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depmap.core.graph import Graph, Kind, Layer, Need, Role, node_id
from depmap.core.judgement import Grade, SystemAnalysis
from reports.layout import Placed, place
from reports.rows import ComponentList

LIMIT = 500
"""Nodes drawn at once; above it only the components with the worst findings, and all that they hang on."""

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

    nodes: Mapping[str, Placed]
    """Where each node stands, by id."""

    lines: tuple[Line, ...]
    """What joins them, sorted."""

    columns: tuple[tuple[str, float, float], ...]
    """Kind, left and right of every column, from left to right."""

    bands: tuple[tuple[float, float, float, float], ...]
    """Left, top, right, bottom of the ground behind the components of each assembly."""

    hidden: int
    """Components that are not drawn because there are too many."""


def picture(system: SystemAnalysis, parts: ComponentList, layer: Layer) -> Picture:
    """The picture of one layer. Complexity: nodes and edges, times the logarithm for ordering."""
    grades = {row.node: row.grade for row in (*parts.listed, *parts.others)}
    drawn = _drawn(system.graph, parts)
    lines = _lines(system.graph, drawn, layer)
    placed, columns, bands = place(system.graph, lines, grades)
    return Picture(layer, placed, lines, columns, bands, len(grades) - len(drawn))


def build(picture: Picture, system: SystemAnalysis, grades: Mapping[str, Grade]) -> tuple[list[object], list[object]]:
    """Nodes and edges as vis-network takes them, put together by pyvis.

    Labels are left to the page, which knows how much room there is; nothing of a workbook reaches a label, a title or
    an option here.
    """
    network = _network()
    certain = {point.node for point in system.single_points if point.certain and point.layer is picture.layer}
    possible = {point.node for point in system.single_points if not point.certain and point.layer is picture.layer}
    for name, placed in picture.nodes.items():
        kind = placed.kind
        weight = 3 if name in certain else 2 if name in possible else 1
        network.add_node(
            name,
            label=" ",
            shape=SHAPES[kind],
            group=f"component-{grades[name].key}" if kind is Kind.COMPONENT else kind.value,
            size=placed.size,
            x=round(placed.x, 1),
            y=round(placed.y, 1),
            borderWidth=weight,
        )
    for line in picture.lines:
        network.add_edge(line.owner, line.node)
    nodes, edges, *_ = network.get_network_data()
    for number, edge in enumerate(edges):
        edge["id"] = number
        edge.pop("arrows", None)
    for node in nodes:
        node.pop("font", None)
        if node["id"] in possible and node["id"] not in certain:
            node["shapeProperties"] = {"borderDashes": [4, 3]}
    return nodes, edges


SHAPES = {
    Kind.SYSTEM: "box",
    Kind.ASSEMBLY: "box",
    Kind.COMPONENT: "dot",
    Kind.SUPPLIER: "diamond",
    Kind.PARENT: "square",
    Kind.COUNTRY: "triangle",
    Kind.UNKNOWN: "star",
}
"""Kind is told by shape, so that no colour is needed to read it."""


def _network():  # type: ignore[no-untyped-def]
    from reports.pyvis_light import network_class

    return network_class()(directed=True)


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
        for _, need in _sources(graph, component):
            for start, end in _chain(graph, need, layer):
                serves[component if start == need else start, end].add(component)
    return tuple(Line(owner, node, tuple(sorted(components))) for (owner, node), components in sorted(serves.items()))


def _above(graph: Graph, drawn: frozenset[str]) -> frozenset[str]:
    """The components drawn, the assemblies that lead to them, and the system."""
    kept: dict[str, bool] = {}

    def keeps(name: str) -> bool:
        if name not in kept:
            kept[name] = name in drawn
            below = [need.node for need in graph.nodes[name].needs if need.role is Role.CHILD]
            kept[name] = name in drawn or any([keeps(each) for each in below])
        return kept[name]

    keeps(graph.top)
    return frozenset(name for name, keep in kept.items() if keep) | {graph.top}


def _sources(graph: Graph, component: str) -> Iterable[tuple[str, str]]:
    return ((component, need.node) for need in graph.nodes[component].needs if need.role is Role.SOURCE)


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
