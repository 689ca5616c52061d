"""What the network answers, for ``findings.json``: single points, cut sets, groups and shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from depmap.core.answers import SinglePoint
from depmap.core.graph import Kind, node_id
from depmap.core.judgement import SystemAnalysis
from depmap.core.model import Component
from depmap.core.once import once
from reports.programs.json_text import cells


@dataclass(frozen=True, slots=True)
class Stopped:
    """How much stands still with a node."""

    lines: int
    """Lines of the components."""

    low: Decimal
    """Summed cost of those that have a price."""

    high: Decimal | None
    """The same; None when one has no price."""


@once
def components_by_node(system: SystemAnalysis) -> Mapping[str, Component]:
    """The components by the id of their node."""
    return {node_id(Kind.COMPONENT, each.id): each for each in system.bom.components}


def standing_still(point: SinglePoint | None, parts: Mapping[str, Component]) -> Stopped:
    """What stops with a node; nothing when it is no single point."""
    stopped = [parts[name] for name in point.components] if point is not None else []
    costs = [part.cost for part in stopped if part.cost is not None]
    total = sum(costs, Decimal(0))
    return Stopped(sum(part.lines for part in stopped), total, total if len(costs) == len(stopped) else None)


def single_point_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """With what stands still: lines, and value where every one of them has a price."""
    parts = components_by_node(system)
    for point in system.single_points:
        stopped = standing_still(point, parts)
        yield {
            "system": system.bom.system,
            "node": point.node,
            "layer": point.layer,
            "certain": point.certain,
            "witness": list(point.witness),
            "components": list(point.components),
            "assemblies": list(point.assemblies),
            "lines": stopped.lines,
            "value": {"low": stopped.low, "high": stopped.high},
            "cells": cells(point.cells),
        }


def cut_set_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """Those that hold whatever the unknowns are, and after them those that need an assumption to hold."""
    for found in system.cut_sets:
        for each in found.sets:
            if each.certain == found.certain:
                yield {
                    "system": system.bom.system,
                    "layer": found.layers[0],
                    "nodes": list(each.nodes),
                    "certain": each.certain,
                    "witnesses": [list(chain) for chain in each.witnesses],
                    "cells": cells(each.cells),
                }


def cut_set_count_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """By order, never capped; ``certain`` false counts all sets there are if every assumption is right."""
    for found in system.cut_sets:
        yield {
            "system": system.bom.system,
            "layer": found.layers[0],
            "certain": found.certain,
            "max_order": found.max_order,
            "counts": {str(order): count for order, count in enumerate(found.counts, 1)},
            "listed": len(found.sets),
            "holding": {node: list(counts) for node, counts in found.holding.items()},
        }


def group_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """Whether the system can be built from each group of countries alone."""
    for verdict in system.groups:
        yield {
            "system": system.bom.system,
            "group": verdict.group,
            "layer": verdict.layer,
            "verdict": verdict.verdict,
            "deciding": list(verdict.deciding),
            "ask": cells(verdict.ask),
            "questions": [
                {"unknown": each.unknown, "parts": each.parts, "cells": cells(each.cells)} for each in verdict.questions
            ],
            "fewest": verdict.fewest,
        }


def herfindahl_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """How evenly each group of components is spread over countries and suppliers."""
    for each in system.diversity:
        yield {
            "system": system.bom.system,
            "kind": each.kind,
            "basis": each.basis,
            "group": each.group,
            "low": each.low,
            "high": each.high,
            "lines": each.lines,
        }


def share_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """How much rests on one country or supplier; ``verdict`` is null because no threshold is asked here."""
    for share in system.concentration:
        if share.kind in (Kind.COUNTRY, Kind.SUPPLIER):
            yield {
                "system": system.bom.system,
                "test": share.node,
                "basis": share.basis,
                "low": share.low,
                "high": share.high,
                "coverage": share.coverage,
                "verdict": None,
            }
