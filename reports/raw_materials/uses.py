"""Who needs which raw material, and on whose word: one item per component and material, and who nothing is known of."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depmap.core.evidence import CellRef, Tier
from depmap.core.graph import Graph, Kind, Need, Role, node_id
from depmap.core.judgement import SystemAnalysis
from depmap.core.material_lists import IMPORTANCE, material_world
from depmap.core.materials import ClassMaterial
from depmap.core.model import SILENT, Component
from depmap.core.once import once
from depmap.core.reference import load
from depmap.core.text import Text

TIERS = list(Tier)
"""The tiers of evidence, the best first."""


@dataclass(frozen=True, slots=True)
class Use:
    """One material in one component."""

    owner: str
    """Id of the node of the component, or of a whole that is bought."""

    component: Component | None
    """The component; None for a whole."""

    material: str
    """Id of the material."""

    certain: bool
    """Whether a source of it certainly holds the material; otherwise one may."""

    tier: Tier
    """On whose word it holds it: assumed where it only may."""

    role: Text
    """What it is in there for, as the list says it of the class; empty when no list does."""

    importance: str
    """``core``, ``common`` or ``optional`` for the class; empty when no list says so."""

    strategic: bool
    """Whether a list says that the grade in this use is the one that the regulation calls strategic."""

    references: tuple[str, ...]
    """The lists and documents behind it, sorted."""

    cells: tuple[CellRef, ...]
    """The cells that state it; those of the component where a list infers it from its class."""

    @property
    def lines(self) -> int:
        """How many lines ask for the component."""
        return self.component.lines if self.component is not None else 1


@dataclass(frozen=True, slots=True)
class Uses:
    """What is known of the materials in one system."""

    system: SystemAnalysis
    """The system."""

    found: tuple[Use, ...]
    """By component, what is certain first, then by importance and material."""

    components: Mapping[str, Component]
    """The components by the id of their node."""

    silent: tuple[str, ...]
    """Ids of the components and wholes of which no list and no statement says what they hold, sorted."""


@once
def uses(system: SystemAnalysis) -> Uses:
    """Who holds what, exactly as the network takes it. Complexity: linear in the sources and what they hold."""
    components = {node_id(Kind.COMPONENT, each.id): each for each in system.bom.components}
    found: list[Use] = []
    silent: list[str] = []
    for owner in system.graph.of_kind(Kind.COMPONENT, Kind.NODE):
        sources = [need.node for need in owner.needs if need.role is Role.SOURCE]
        if not sources:
            continue
        needs, hints = _held(system.graph, sources)
        component = components.get(owner.id)
        listed = _listed(component)
        every = (*needs, *(name for name in hints if name not in needs))
        found.extend(_use(owner.id, component, node.partition(":")[2], needs.get(node, ()), listed) for node in every)
        if not needs and not hints:
            silent.append(owner.id)
    found.sort(key=lambda each: (each.owner, not each.certain, _place(each.importance), each.material))
    return Uses(system, tuple(found), components, tuple(sorted(silent)))


def _held(graph: Graph, sources: Iterable[str]) -> tuple[dict[str, tuple[Need, ...]], dict[str, None]]:
    """The needs by material of which some source is certain, and the materials that some source may hold."""
    needs: dict[str, list[Need]] = defaultdict(list)
    hints: dict[str, None] = {}
    for source in sources:
        for need in graph.nodes[source].needs:
            if need.role is Role.MATERIAL and need.tier is not Tier.UNKNOWN:
                needs[need.node].append(need)
            elif need.role is Role.MATERIAL:
                hints.update(dict.fromkeys(graph.nodes[need.node].hints))
    return {name: tuple(some) for name, some in needs.items()}, hints


def _use(
    owner: str,
    component: Component | None,
    material: str,
    needs: tuple[Need, ...],
    listed: Mapping[str, ClassMaterial],
) -> Use:
    said = listed.get(material)
    references = {need.reference for need in needs} | ({said.reference} if said else set())
    cells = {cell for need in needs for cell in need.cells} or set(component.cells if component is not None else ())
    return Use(
        owner=owner,
        component=component,
        material=material,
        certain=bool(needs),
        tier=min((need.tier for need in needs), key=TIERS.index, default=Tier.ASSUMED),
        role=said.role if said else SILENT,
        importance=said.importance if said else "",
        strategic=component is not None and (component.component_class or "", material) in _strategic(),
        references=tuple(sorted(references - {""})),
        cells=tuple(sorted(cells)),
    )


def _listed(component: Component | None) -> dict[str, ClassMaterial]:
    """What the list says of the class of a component, by material."""
    name = component.component_class if component is not None else None
    return {each.material: each for each in material_world().by_class.get(name or "", ())}


def _place(importance: str) -> int:
    """What nobody calls important comes first: it was stated."""
    return IMPORTANCE.index(importance) if importance else -1


@functools.cache
def _strategic() -> frozenset[tuple[str, str]]:
    """The uses, class and material, in which the grade is the one that Annex I lists."""
    rows = load("class_materials").rows
    return frozenset((row["component_class"], row["material"]) for row in rows if row["strategic_here"])
