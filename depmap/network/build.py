"""From a bill of materials to the network: what needs what, in which layer, on whose word.

A system or assembly needs *all* its children; a component *any* of its sources; a source its manufacturer and its
country of manufacture; a supplier the country of its seat and its parent; a parent the country of ownership. What is
not known becomes an *unknown* node at that place, never a missing edge: it can be taken as harmless or as lost. All
unknowns of one kind (say: of the country of manufacture) need one common node, ``unknown:manufacture``, whose loss is
"every unknown turns out badly". An unknown for which a list assumes a value carries it as a hint. What a source is made
of, and where that comes from, is in `depmap.network.materials`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from depmap.core.evidence import CellRef, Fact, Tier
from depmap.core.graph import All, Any, Graph, Kind, Layer, Need, Node, Role, graph, node_id
from depmap.core.materials import NO_MATERIALS, MaterialWorld
from depmap.core.model import Assembly, Bom, Child, Component, Source, Supplier
from depmap.network.materials import Materials
from depmap.network.unknowns import unknown_nodes, unknown_of

__all__ = ["LAYERS", "build", "unknown_of"]

LAYERS = (Layer.SUPPLY, Layer.CONTROL, Layer.MATERIAL)
"""The layers of dependence, in the order of reports."""


@dataclass(slots=True)
class _Builder:
    materials: Materials
    nodes: dict[str, Node] = field(default_factory=dict)

    def add(self, node: Node) -> None:
        self.nodes.setdefault(node.id, node)

    def country(self, code: str) -> str:
        name = node_id(Kind.COUNTRY, code)
        self.add(Node(name, Kind.COUNTRY, code))
        return name

    def need(self, owner: str, fact: Fact, role: Role, layer: Layer, hints: tuple[str, ...] = ()) -> Need:
        """The need for what a fact names; for an unknown one, a node of its own that stands in its place."""
        if fact.known and fact.value is not None:
            kind = {Role.MANUFACTURER: Kind.SUPPLIER, Role.PARENT: Kind.PARENT}.get(role, Kind.COUNTRY)
            target = self.country(fact.value) if kind is Kind.COUNTRY else node_id(kind, fact.value)
        else:
            unknown, common = unknown_nodes(role, owner, layer, hints, fact.cells)
            self.add(unknown)
            self.add(common)
            target = unknown.id
        return Need(target, role, layer, 1.0, fact.tier, fact.cells, fact.reference)

    def supplier(self, supplier: Supplier) -> None:
        name = node_id(Kind.SUPPLIER, supplier.name)
        hints = tuple(self.country(value) for value in (supplier.seat.hint,) if value)
        seat = self.need(name, supplier.seat, Role.SEAT, Layer.CONTROL, hints)
        parent = self.need(name, supplier.parent, Role.PARENT, Layer.CONTROL, self.parent(supplier))
        self.add(Node(name, Kind.SUPPLIER, supplier.name, All(), (seat, parent)))

    def suppliers_not_described(self) -> None:
        """A maker that sources name or assume but the bill of materials does not describe: all of it is unknown."""
        named = {need.node for node in self.nodes.values() for need in node.needs if need.role is Role.MANUFACTURER}
        named.update(
            hint for node in self.nodes.values() for hint in node.hints if hint.startswith(f"{Kind.SUPPLIER}:")
        )
        for name in sorted(named - self.nodes.keys()):
            self.supplier(Supplier(name.partition(":")[2]))

    def parent(self, supplier: Supplier) -> tuple[str, ...]:
        """The node of a supplier's parent, if any is named; and the hints that an assumed parent gives."""
        if supplier.parent.value is None:
            return tuple(self.country(code) for code in (supplier.ownership.value,) if code)
        name = node_id(Kind.PARENT, supplier.parent.value)
        country_hint = tuple(self.country(code) for code in (supplier.ownership.value,) if code)
        ownership = self.need(name, supplier.ownership, Role.OWNERSHIP, Layer.CONTROL, country_hint)
        self.add(Node(name, Kind.PARENT, supplier.parent.value, All(), (ownership,)))
        return (name, *country_hint)

    def sources(self, owner: str, sources: Iterable[Source], component: Component | None = None) -> tuple[Need, ...]:
        needs = []
        nothing_stated = Fact(None, Tier.UNKNOWN, component.cells if component else ())
        for number, source in enumerate(sources, 1):
            name = node_id(Kind.SOURCE, f"{owner}/{number}")
            hints = tuple(self.country(code) for code in (source.manufacture.hint,) if code)
            makers = tuple(node_id(Kind.SUPPLIER, hint) for hint in (source.manufacturer.hint,) if hint)
            held = self.materials.held_by(component, source)
            label = source.manufacturer.value or "?"
            self.add(
                Node(
                    name,
                    Kind.SOURCE,
                    f"{label} {source.part_number}" if source.part_number else label,
                    All(),
                    (
                        self.need(name, source.manufacturer, Role.MANUFACTURER, Layer.STRUCTURE, makers),
                        self.need(name, source.manufacture, Role.MANUFACTURE, Layer.SUPPLY, hints),
                        *held.needs,
                        self.need(name, nothing_stated, Role.MATERIAL, Layer.MATERIAL, held.hints),
                    ),
                    cells=source.cells,
                )
            )
            needs.append(Need(name, Role.SOURCE, Layer.STRUCTURE, cells=source.cells))
        return tuple(needs)

    def component(self, component: Component) -> None:
        name = node_id(Kind.COMPONENT, component.id)
        sources = component.sources or (Source(Fact(None, Tier.UNKNOWN, component.cells)),)
        label = component.description.split("\n")[0] or component.id
        needs = self.sources(name, sources, component)
        self.add(Node(name, Kind.COMPONENT, label, Any(), needs, cells=component.cells))

    def assembly(self, assembly: Assembly) -> None:
        name = node_id(Kind.ASSEMBLY, assembly.id)
        needs = _children(assembly.children)
        if assembly.sources:
            whole = node_id(Kind.NODE, f"whole/{assembly.id}")
            self.add(
                Node(whole, Kind.NODE, assembly.name, Any(), self.sources(name, assembly.sources), cells=assembly.cells)
            )
            needs += (Need(whole, Role.NEED, Layer.STRUCTURE, cells=assembly.cells),)
        self.add(Node(name, Kind.ASSEMBLY, assembly.name, All(), needs, cells=assembly.cells))


def build(bom: Bom, world: MaterialWorld = NO_MATERIALS) -> Graph:
    """The network of one system; without a world of materials that layer is all unknown.

    Complexity: linear in lines and sources, and in the stages of the materials in use.
    """
    builder = _Builder(Materials(world))
    top = node_id(Kind.SYSTEM, bom.system)
    builder.add(Node(top, Kind.SYSTEM, bom.system, All(), _children(bom.children)))
    for assembly in bom.assemblies:
        builder.assembly(assembly)
    for component in bom.components:
        builder.component(component)
    for supplier in bom.suppliers:
        builder.supplier(supplier)
    builder.suppliers_not_described()
    for node in builder.materials.nodes():
        builder.add(node)
    return graph(top, builder.nodes.values())


def _children(children: Iterable[Child]) -> tuple[Need, ...]:
    """One need per distinct child: a child that is listed twice is needed once, with the cells of both lines."""
    cells: dict[str, tuple[CellRef, ...]] = {}
    for child in children:
        name = node_id(Kind.ASSEMBLY if child.is_assembly else Kind.COMPONENT, child.id)
        cells[name] = cells.get(name, ()) + child.cells
    return tuple(Need(name, Role.CHILD, Layer.STRUCTURE, cells=where) for name, where in cells.items())
