"""Which parts hold a material: those that certainly do, and those that may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from depmap.core.evidence import CellRef, Tier, in_order
from depmap.core.graph import Graph, Kind, Need, Node, Role
from depmap.core.text import Text
from risk_rules.looking import Support

CERTAIN = Text("{certain:component bevat|componenten bevatten} het", "{certain:component holds|components hold} it")
POSSIBLE = Text(
    "{possible:component bevat|componenten bevatten} het mogelijk", "{possible:component|components} may hold it"
)
BOTH = Text("{told}, {possible} mogelijk", "{told}, {possible} possibly")


@dataclass(frozen=True, slots=True)
class Holders:
    """The parts that hold one material."""

    certain: tuple[str, ...]
    """Ids of the parts of which a source certainly holds it, sorted."""

    possible: tuple[str, ...]
    """Ids of the others of which a list says, or assumes, that they may; sorted."""

    tiers: frozenset[Tier]
    """How well it is supported that the former do."""

    cells: tuple[CellRef, ...]
    """The cells of all these parts, sorted."""

    @property
    def support(self) -> Support:
        """The best word for it: one part that certainly holds it is enough to need it."""
        return Support(min(self.tiers, key=list(Tier).index, default=Tier.ASSUMED), self.cells)

    @property
    def told(self) -> Text:
        """How many parts hold it, for a sentence; of what nobody holds nothing is said."""
        if not self.certain:
            return POSSIBLE.format(possible=len(self.possible))
        told = CERTAIN.format(certain=len(self.certain))
        return BOTH.format(told=told, possible=len(self.possible)) if self.possible else told


@dataclass(slots=True)
class _Found:
    certain: set[str] = field(default_factory=set)
    possible: set[str] = field(default_factory=set)
    tiers: set[Tier] = field(default_factory=set)


def holders(graph: Graph) -> Mapping[str, Holders]:
    """Id of a material's node -> who holds it, for every material that a source holds or may hold; sorted."""
    found: dict[str, _Found] = {}
    for part in graph.of_kind(Kind.COMPONENT):
        for need in _of_sources(graph, part):
            node = graph.nodes[need.node]
            if node.kind is Kind.MATERIAL:
                found.setdefault(need.node, _Found()).certain.add(part.id)
                found[need.node].tiers.add(need.tier)
            for hint in node.hints:
                found.setdefault(hint, _Found()).possible.add(part.id)
    return {name: _holders(graph, found[name]) for name in sorted(found)}


def _of_sources(graph: Graph, part: Node) -> Iterable[Need]:
    """What the sources of a part need of materials."""
    for source in part.needs:
        if source.role is Role.SOURCE:
            yield from (need for need in graph.nodes[source.node].needs if need.role is Role.MATERIAL)


def _holders(graph: Graph, found: _Found) -> Holders:
    parts = found.certain | found.possible
    return Holders(
        certain=tuple(sorted(found.certain)),
        possible=tuple(sorted(found.possible - found.certain)),
        tiers=frozenset(found.tiers),
        cells=in_order(cell for name in parts for cell in graph.nodes[name].cells),
    )
