"""How much hangs on each node, on the page: the heaviest of each layer, and where measures mislead the other way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from depmap.core.answers import Verdict
from depmap.core.graph import Kind, Layer
from depmap.core.importance import Importance, Measure
from depmap.core.judgement import SystemAnalysis
from depmap.core.text import Language, Text
from reports.page.network import picture
from reports.programs.importance import FOR_COMPARISON, place, sentence
from reports.words import names
from reports.words.format import percent
from reports.words.weeks import duration

HEAVIEST = 10
"""Rows in the table, divided over the kinds in each layer."""

OVERRATED = 5
"""Nodes of which is told that a measure ranks them too high."""


_KEYS = {Verdict.YES: "bad", Verdict.CANNOT_DECIDE: "open", Verdict.NO: "good"}


def importance(system: SystemAnalysis, language: Language) -> dict[str, object]:
    """Everything that the section says, in words."""
    found = system.centralities
    remark = FOR_COMPARISON if found is None or found.left_out is None else found.left_out
    return {
        "words": {key: text[language] for key, text in WORDS.items()},
        "measures": [_title(measure.text[language]) for measure in Measure],
        "remark": remark[language],
        "rows": [_row(system, each, language) for each in heaviest(system)],
        "count": len(system.importance),
        "overrated": [
            {"name": names.node(system.graph, each.node, language), "sentence": words[language]}
            for each, words in overrated(system.importance)
        ],
    }


def heaviest(system: SystemAnalysis) -> list[Importance]:
    """The first of every kind in every layer, then the second of each, until there are enough; in their own order."""
    places: Counter[tuple[Layer, Kind]] = Counter()
    ranked = []
    for number, each in enumerate(system.importance):
        group = each.layer, system.graph.nodes[each.node].kind
        places[group] += 1
        ranked.append((places[group], number))
    return [system.importance[number] for _, number in sorted(sorted(ranked)[:HEAVIEST], key=lambda pair: pair[1])]


def overrated(rows: Sequence[Importance]) -> list[tuple[Importance, Text]]:
    """The nodes that rank highest though they are no single point, each with one sentence."""
    marked = [
        (each.ranks[mark.measure].place, each.node, each, sentence(each, mark))
        for each in rows
        for mark in each.disagreements
        if not mark.overlooked
    ]
    first: dict[str, tuple[Importance, Text]] = {}
    for _, node, each, words in sorted(marked, key=lambda found: found[:2]):
        first.setdefault(node, (each, words))
    return list(first.values())[:OVERRATED]


def _row(system: SystemAnalysis, each: Importance, language: Language) -> dict[str, object]:
    return {
        "node": names.key(each.node),
        "name": names.node(system.graph, each.node, language),
        "kind": system.graph.nodes[each.node].kind.text[language],
        "layer": each.layer.text[language],
        "layer_key": each.layer.value,
        "drawn": picture.is_drawn(each.node, each.layer) and each.point is not None,
        "key": _KEYS[each.stops],
        "stops": each.stops.text[language],
        "components": 0 if each.point is None else len(each.point.components),
        "pairs": _pairs(each),
        "weeks": duration(each.weeks)[language],
        "ranks": [_rank(each, measure, language) for measure in Measure],
    }


def _title(words: str) -> str:
    return words[:1].upper() + words[1:]


def _pairs(each: Importance) -> str:
    """How many, and their part of all."""
    if len(each.certain.counts) < 2 or not each.certain.counts[1]:
        return "0"
    return f"{each.certain.counts[1]} ({percent(each.certain.shares[1] or 0)})"


def _rank(each: Importance, measure: Measure, language: Language) -> dict[str, object]:
    """The rank, and whether it misleads."""
    rank = each.ranks.get(measure)
    if rank is None:
        return {"text": "–", "misleads": "", "sort": 99999}
    marks = [mark for mark in each.disagreements if mark.measure is measure]
    shown = WORDS["rank"].format(place=place(rank), of=rank.of)[language]
    return {"text": shown, "misleads": sentence(each, marks[0])[language] if marks else "", "sort": rank.place}


WORDS: Mapping[str, Text] = {
    "title": Text("Belang per knoop", "Importance"),
    "intro": Text(
        "Wat er aan een knoop hangt, geteld en niet gescoord: wat stilvalt als alleen deze knoop wegvalt, hoe lang, en "
        "in hoeveel paren hij zit die alleen samen het systeem stilleggen. Daarnaast twee bekende maatstaven.",
        "What hangs on a node, counted and not scored: what stops when only this node is lost, for how long, and in "
        "how many pairs it is that stop the system only together. Beside that, two measures that readers know.",
    ),
    "caption": Text(
        "De zwaarste knopen per laag en soort, van {count}", "The heaviest nodes by layer and kind, of {count}"
    ),
    "rest": Text("Alle knopen staan in critical-components.xlsx.", "All nodes are in critical-components.xlsx."),
    "stops": Text("Legt alleen stil", "Stops it alone"),
    "pairs": Text("Paren", "Pairs"),
    "weeks": Text("Stilstand", "Standstill"),
    "rank": Text("{place} van {of}", "{place} of {of}"),
    "misleads": Text("misleidt", "misleads"),
    "reverse": Text("Hoog op een maatstaf, en toch geen knelpunt", "High by a measure, and yet no single point"),
    "none": Text("Er zijn geen knopen die kunnen wegvallen.", "There are no nodes that can be lost."),
}
"""By key; ``{name}`` is filled in by whoever uses it."""
