"""The scenarios in words and figures, for the workbook and the page: whether it stops, how long, what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from depmap.core.answers import Missing, Outage, Standstill, Verdict, Weeks
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text
from reports.columns.column import Value
from reports.programs.narrowing import Narrowing, narrowed
from reports.tables.shared import LAYER, SYSTEM, Heading, Table
from reports.words import names
from reports.words.format import visible
from reports.words.weeks import duration

NAMED = 3
"""Components named in one line."""


def table(analysis: Analysis) -> Table:
    """One row per system, scenario and layer."""
    language = analysis.run.language
    headings = (Heading(title[language], width, kind) for title, width, kind in _HEADINGS)  # type: ignore[arg-type]
    rows = (_row(system, *pair, language) for system in analysis.systems for pair in narrowed(system))
    return Table("standstill", TITLE[language], tuple(headings), tuple(rows))


def low_by(system: SystemAnalysis, why: Narrowing, language: Language) -> str | None:
    """The components that determine the low end."""
    if not why.low_by:
        return None
    return _named(system, why.low_by, language)


def asks(system: SystemAnalysis, why: Narrowing, language: Language) -> tuple[str, ...]:
    """What to ask, one line each, with the components that settle most."""
    return tuple(
        _ASK[each.what].format(components=_named(system, each.components, language))[language] for each in why.asks
    )


def _named(system: SystemAnalysis, components: tuple[str, ...], language: Language) -> str:
    """The first few with how long they are missing, and the number of the others."""
    shown = [_with_weeks(system, name, system.outages, language) for name in components[:NAMED]]
    if len(components) > NAMED:
        shown.append(_MORE.format(count=len(components) - NAMED)[language])
    return ", ".join(shown)


def _with_weeks(system: SystemAnalysis, name: str, times: Mapping[str, Outage], language: Language) -> str:
    known = name in times and times[name].standstill.high is not None
    label = names.node(system.graph, name, language)
    return f"{label}: {duration(times[name].standstill)[language]}" if known else label


def _row(system: SystemAnalysis, each: Standstill, why: Narrowing, language: Language) -> tuple[Value, ...]:
    stops = each.stops is not Verdict.NO
    return (
        visible(system.bom.system),
        each.loss.id,
        visible(each.loss.name[language]),
        each.layers[0].text[language],
        each.stops.text[language],
        round(each.weeks.low, 1),
        _end(each.weeks, language),
        None if why.known is None or not stops else round(why.known, 1),
        len(why.unclassed),
        *_survive(each, language),
        len(each.certain),
        len(each.possible),
        low_by(system, why, language),
        "\n".join(asks(system, why, language)) or None,
    )


def _end(weeks: Weeks, language: Language) -> Value:
    """Unknown is a word, not an empty cell: sorted from large to small it comes first."""
    return _UNKNOWN[language] if weeks.high is None else round(weeks.high, 1)


def _survive(each: Standstill, language: Language) -> Iterable[Value]:
    if each.time_to_survive is None:
        return (_NEVER[language], _NEVER[language])
    return (round(each.time_to_survive.low, 1), _end(each.time_to_survive, language))


TITLE = Text("Stilstand", "Standstill")

_HEADINGS = (
    (SYSTEM, 20, "text"),
    (Text("Scenario", "Scenario"), 18, "text"),
    (Text("Wat wegvalt", "What is lost"), 32, "text"),
    (LAYER, 12, "text"),
    (Text("Valt het stil?", "Does it stop?"), 18, "text"),
    (Text("Stilstand minstens (weken)", "Standstill at least (weeks)"), 12, "number"),
    (Text("Stilstand hoogstens (weken)", "Standstill at most (weeks)"), 12, "number"),
    (Text("Hoogstens, met bekende klasse", "At most, with a known class"), 13, "number"),
    (Text("Onderdelen zonder klasse", "Parts without a class"), 12, "number"),
    (Text("Houdt stand minstens (weken)", "Survives at least (weeks)"), 12, "number"),
    (Text("Houdt stand hoogstens (weken)", "Survives at most (weeks)"), 12, "number"),
    (Text("Valt zeker weg", "Certainly lost"), 11, "number"),
    (Text("Valt mogelijk weg", "Possibly lost"), 11, "number"),
    (Text("Bepaalt het minimum", "Determines the least"), 34, "text"),
    (Text("Wat eerst te vragen", "What to ask first"), 70, "text"),
)
_UNKNOWN = Text("onbekend", "unknown")
_NEVER = Text("valt niet stil", "does not stop")
_MORE = Text("en nog {count}", "and {count} more")
_ASK = {
    "lost": Text("of ze wegvallen: {components}", "whether they are lost: {components}"),
    Missing.CLASS.value: Text("de klasse van {components}", "the class of {components}"),
    Missing.STOCK.value: Text("de voorraad van {components}", "the stock of {components}"),
    Missing.QUANTITY.value: Text("het aantal per systeem van {components}", "the quantity per system of {components}"),
    Missing.RATE.value: Text(
        "hoeveel systemen per week: systems_per_week in het beleidsbestand",
        "how many systems a week: systems_per_week in the policy file",
    ),
}
