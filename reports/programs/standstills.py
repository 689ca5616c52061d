"""Weeks for programs: how long components are missing, and how long systems stand still."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.answers import Outage, Weeks
from depmap.core.judgement import SystemAnalysis
from depmap.network.scenarios import named
from reports.programs.narrowing import narrowed

NAMED = 5
"""Components named per thing to ask; their number is told in full."""


def outage_item(times: Outage | None) -> dict[str, object]:
    """How long the system goes without it once all its sources are lost: assumed, and the same under every loss."""
    if times is None:
        return {}
    return {
        "recovery_weeks": weeks_item(times.recovery),
        "cover_weeks": weeks_item(times.cover),
        "standstill_weeks": weeks_item(times.standstill),
        "standstill_needs": list(times.missing),
    }


def standstill_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """What each scenario does; which of its nodes the system does not name says nothing about what is unknown."""
    for each, why in narrowed(system):
        yield {
            "system": system.bom.system,
            "loss": each.loss.id,
            "name": each.loss.name,
            "layer": each.layers[0],
            "nodes": list(named(system.graph, each.loss.nodes, each.layers)),
            "stops": each.stops,
            "weeks": weeks_item(each.weeks),
            "time_to_survive": None if each.time_to_survive is None else weeks_item(each.time_to_survive),
            "components": list(each.certain),
            "possible": list(each.possible),
            "low_by": list(why.low_by),
            "without_class": len(why.unclassed),
            "known_high": None if why.known is None else _rounded(why.known),
            "ask": [
                {"what": ask.what, "count": len(ask.components), "first": list(ask.components[:NAMED])}
                for ask in why.asks
            ],
        }


def weeks_item(weeks: Weeks) -> dict[str, object]:
    """An interval; a high end of null is not bounded."""
    return {"low": _rounded(weeks.low), "high": None if weeks.high is None else _rounded(weeks.high)}


def _rounded(weeks: float) -> float:
    return int(weeks) if weeks == int(weeks) else round(weeks, 3)
