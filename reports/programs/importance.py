"""How much hangs on each node, for programs, and in sentences where a measure that readers know misleads."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.answers import Verdict
from depmap.core.importance import Disagreement, Held, Importance, Measure, Ranked
from depmap.core.judgement import SystemAnalysis
from depmap.core.text import Text
from reports.programs.network import components_by_node, standing_still
from reports.programs.standstills import weeks_item

FOR_COMPARISON = Text(
    "Alleen ter vergelijking: een centraliteit zegt hoe een knoop in de tekening ligt, niet wat er stilvalt.",
    "For comparison only: a centrality says where a node lies in the drawing, not what stops.",
)
"""Stands beside every centrality."""


def importance_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """Every node that can fall away, by layer, the most first."""
    parts = components_by_node(system)
    for each in system.importance:
        stopped = standing_still(each.point, parts)
        yield {
            "system": system.bom.system,
            "node": each.node,
            "layer": each.layer,
            "stops": each.stops,
            "single_point": None if each.point is None else "certain" if each.is_certain else "possible",
            "components": 0 if each.point is None else len(each.point.components),
            "assemblies": 0 if each.point is None else len(each.point.assemblies),
            "lines": stopped.lines,
            "value": {"low": stopped.low, "high": stopped.high},
            "stopping_lines": {"low": each.lines.low, "high": each.lines.high},
            "cut_sets": {"certain": _held(each.certain), "possible": _held(each.possible)},
            "weeks": weeks_item(each.weeks),
            "comparison": {str(measure): _ranked(each.ranks.get(measure)) for measure in Measure},
            "disagrees": [
                {
                    "measure": mark.measure,
                    "overlooked": mark.overlooked,
                    "others": mark.others,
                    "of": mark.of,
                    "sentence": sentence(each, mark),
                }
                for mark in each.disagreements
            ],
        }


def centrality_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """What the measures were taken of, or why they were not."""
    found = system.centralities
    if found is not None:
        yield {
            "system": system.bom.system,
            "measures": [str(measure) for measure in found.values],
            "layers": list(found.layers),
            "nodes": found.nodes,
            "lines": found.lines,
            "left_out": found.left_out,
            "remark": FOR_COMPARISON,
        }


def sentence(each: Importance, mark: Disagreement) -> Text:
    """Where a measure misleads about a node, in plain words."""
    rank = each.ranks[mark.measure]
    which = "overlooked" if mark.overlooked else "idle" if each.stops is Verdict.NO else "not known"
    return _SENTENCES[which].format(
        measure=mark.measure.text, place=place(rank), others=mark.others, all=mark.of, of=rank.of
    )


def place(rank: Ranked) -> Text:
    """A place among all, shared with others or not: ``7``, ``42-116``."""
    text = str(rank.place) if rank.place == rank.last else f"{rank.place}-{rank.last}"
    return Text(text, text)


def _held(held: Held) -> dict[str, object]:
    """By order."""
    orders = zip(held.counts, held.of, held.shares, strict=True)
    return {
        str(order): {"count": count, "of": of, "share": None if share is None else round(share, 6)}
        for order, (count, of, share) in enumerate(orders, 1)
    }


def _ranked(rank: Ranked | None) -> dict[str, object] | None:
    if rank is None:
        return None
    return {"value": rank.value, "place": rank.place, "last": rank.last, "of": rank.of}


_SENTENCES = {
    "overlooked": Text(
        "Valt deze knoop weg, dan valt het systeem stil; toch is dit plaats {place} van {of} op {measure}: {others} "
        "van de {all} knopen die geen knelpunt zijn, scoren even hoog of hoger.",
        "The system stops when this node is lost, yet it ranks {place} of {of} by {measure}: {others} of the {all} "
        "nodes that are no single point score as high or higher.",
    ),
    "idle": Text(
        "Plaats {place} van {of} op {measure}, hoger dan {others} van de {all} zekere knelpunten; toch valt er niets "
        "stil als alleen deze knoop wegvalt.",
        "Ranks {place} of {of} by {measure}, above {others} of the {all} certain single points; yet nothing stops when "
        "only this node is lost.",
    ),
    "not known": Text(
        "Plaats {place} van {of} op {measure}, hoger dan {others} van de {all} zekere knelpunten; toch is niet "
        "bekend dat er iets stilvalt als alleen deze knoop wegvalt.",
        "Ranks {place} of {of} by {measure}, above {others} of the {all} certain single points; yet nothing is known "
        "to stop when only this node is lost.",
    ),
}
