"""The scenarios as rows of the page; those with the same outcome share one."""

from __future__ import annotations

from depmap.core.answers import Standstill, Verdict
from depmap.core.judgement import SystemAnalysis
from depmap.core.text import Language
from reports.page.words import WORDS
from reports.programs.narrowing import Narrowing, narrowed, worst_first
from reports.tables.standstill import asks, low_by
from reports.words.format import visible
from reports.words.weeks import lasting, moment


def scenarios(system: SystemAnalysis, language: Language) -> list[dict[str, object]]:
    """The rows, those that stand still longest first; ``place`` is the order by length, for sorting."""
    alike: dict[tuple[object, ...], tuple[list[Standstill], Narrowing]] = {}
    for each, why in narrowed(system):
        key = (each.layers, each.stops, each.weeks, each.time_to_survive, each.certain, each.possible)
        alike.setdefault(key, ([], why))[0].append(each)
    found = sorted(alike.values(), key=lambda pair: worst_first(pair[0][0], pair[1]))
    return [_row(system, group, why, (place, language)) for place, (group, why) in enumerate(found)]


_KEYS = {Verdict.YES: "bad", Verdict.CANNOT_DECIDE: "open", Verdict.NO: "good"}


def _row(
    system: SystemAnalysis, group: list[Standstill], why: Narrowing, told: tuple[int, Language]
) -> dict[str, object]:
    place, language = told
    each = group[0]
    counts = WORDS["stopping"].format(certain=len(each.certain), possible=len(each.possible))
    return {
        "place": place,
        "losses": [(visible(one.loss.name[language]), one.loss.id) for one in group],
        "layer": each.layers[0].text[language],
        "verdict": each.stops.text[language],
        "key": _KEYS[each.stops],
        "verdict_place": list(_KEYS).index(each.stops),
        "counts": counts[language] if each.certain or each.possible else "",
        "weeks": lasting(each.weeks, len(why.unclassed), why.known)[language] if each.stops is not Verdict.NO else "–",
        "moment": moment(each.time_to_survive)[language] if each.stops is not Verdict.NO else "–",
        "low_by": low_by(system, why, language),
        "asks": asks(system, why, language),
    }
