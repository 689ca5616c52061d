"""The materials of a system as the reports tell them: who holds them, on whose word, which country supplies most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from depmap.core.answers import SinglePoint, Weeks
from depmap.core.evidence import Tier
from depmap.core.graph import Graph, Kind, Layer, Need, Node, Role, Share
from depmap.core.judgement import SystemAnalysis
from reports.programs.standstills import weeks_item


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of a material."""

    node: str
    """Id of its node."""

    shares: tuple[tuple[str, float], ...]
    """Country and its share of the world's supply, largest first."""

    rest: float
    """The share that is published under no country."""

    tolerates: float
    """How much may be lost before the stage is."""

    tier: Tier
    """How well the shares are supported."""

    reference: str
    """The list, the source and the years."""

    @property
    def stops_alone(self) -> bool:
        """Whether the country with the largest share stops the stage on its own."""
        return bool(self.shares) and self.shares[0][1] > self.tolerates


@dataclass(frozen=True, slots=True)
class MaterialRow:
    """One material of one system."""

    node: str
    """Id of its node."""

    point: SinglePoint | None
    """What stops with it; None when nothing does, whatever is unknown."""

    holding: tuple[str, ...]
    """The components and wholes with a source that certainly holds it, sorted."""

    possibly: tuple[str, ...]
    """Those with a source that may hold it, and none that certainly does, sorted."""

    tiers: tuple[Tier, ...]
    """On whose word they certainly hold it, the best first; assumed where they only may."""

    references: tuple[str, ...]
    """The lists and documents behind that, sorted."""

    stages: tuple[StageRow, ...]
    """Its stages, in the order in which it passes them; none when no list knows any."""

    weeks: Weeks | None
    """How long what stops with it is missing, at least and at most; None when nothing stops."""

    @property
    def certain(self) -> bool:
        """Whether its loss stops the system whatever the unknowns are."""
        return self.point is not None and self.point.certain

    @property
    def stopped(self) -> tuple[str, ...]:
        """The components that stop with it."""
        return self.point.components if self.point is not None else ()


def material_rows(system: SystemAnalysis) -> tuple[MaterialRow, ...]:
    """The materials of a system: those that certainly stop it first, then by how much stops, then by id.

    Complexity: linear in the sources and what they hold, and in the stages.
    """
    points = {each.node: each for each in system.single_points if each.layer is Layer.MATERIAL}
    needed, hinted = _held(system.graph)
    rows = []
    for node in system.graph.of_kind(Kind.MATERIAL):
        needs = needed[node.id]
        tiers = {need.tier for _, need in needs} or {Tier.ASSUMED}
        holding = {name for name, _ in needs}
        point = points.get(node.id)
        rows.append(
            MaterialRow(
                node=node.id,
                point=point,
                holding=tuple(sorted(holding)),
                possibly=tuple(sorted(hinted[node.id] - holding)),
                tiers=tuple(sorted(tiers, key=list(Tier).index)),
                references=tuple(sorted({need.reference for _, need in needs if need.reference})),
                stages=tuple(_stages(system.graph, node)),
                weeks=_longest(system, point.components) if point is not None else None,
            )
        )
    return tuple(sorted(rows, key=lambda row: (not row.certain, -len(row.stopped), row.node)))


def _held(graph: Graph) -> tuple[dict[str, list[tuple[str, Need]]], dict[str, set[str]]]:
    """Material -> who certainly holds it by which need, and who may hold it."""
    needed: dict[str, list[tuple[str, Need]]] = defaultdict(list)
    hinted: dict[str, set[str]] = defaultdict(set)
    for owner in graph.of_kind(Kind.COMPONENT, Kind.NODE):
        for source in (graph.nodes[need.node] for need in owner.needs if need.role is Role.SOURCE):
            for need in source.needs:
                if need.role is Role.MATERIAL and need.tier is not Tier.UNKNOWN:
                    needed[need.node].append((owner.id, need))
                elif need.role is Role.MATERIAL:
                    for hint in graph.nodes[need.node].hints:
                        hinted[hint].add(owner.id)
    return needed, hinted


def _stages(graph: Graph, material: Node) -> Iterable[StageRow]:
    for need in material.needs:
        stage = graph.nodes[need.node]
        if not isinstance(stage.gate, Share):
            continue
        parts = [(each.node.rpartition("/")[2], each.weight) for each in stage.needs if each.tier is not Tier.UNKNOWN]
        yield StageRow(
            node=stage.id,
            shares=tuple(sorted(parts, key=lambda part: (-part[1], part[0]))),
            rest=sum(each.weight for each in stage.needs if each.tier is Tier.UNKNOWN),
            tolerates=stage.gate.tolerates,
            tier=need.tier,
            reference=need.reference,
        )


def _longest(system: SystemAnalysis, components: Iterable[str]) -> Weeks:
    """From the longest time that is certain to the longest that is possible."""
    waits = [system.outages[name].standstill if name in system.outages else Weeks(0.0, None) for name in components]
    highs = [wait.high for wait in waits]
    bounded = [high for high in highs if high is not None]
    open_end = len(bounded) < len(highs) or not highs
    return Weeks(max((wait.low for wait in waits), default=0.0), None if open_end else max(bounded))


def material_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """The materials for ``findings.json``."""
    for row in material_rows(system):
        yield {
            "system": system.bom.system,
            "material": row.node.partition(":")[2],
            "node": row.node,
            "single_point": None if row.point is None else "certain" if row.certain else "possible",
            "components": list(row.holding),
            "possible": list(row.possibly),
            "stops": list(row.stopped),
            "weeks": None if row.weeks is None else weeks_item(row.weeks),
            "evidence": list(row.tiers),
            "references": list(row.references),
            "stages": [
                {
                    "node": stage.node,
                    "shares": dict(stage.shares),
                    "unknown": stage.rest,
                    "tolerates": stage.tolerates,
                    "evidence": stage.tier,
                    "reference": stage.reference,
                }
                for stage in row.stages
            ],
        }
