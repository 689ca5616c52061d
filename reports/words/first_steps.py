"""What to do first, in at most five sentences: what to arrange, whom to ask, and with whom to talk.

Each follows from what the analysis established and leads to the view that shows it. They are candidates, in the words
of the ministry's letter, and no advice.
"""

from __future__ import annotations

from dataclasses import dataclass

from depmap.core.answers import SinglePoint
from depmap.core.countries import group_members
from depmap.core.graph import Kind, Layer
from depmap.core.judgement import SystemAnalysis
from depmap.core.profile import TITLES, asked_of_system
from depmap.core.text import Language, Text
from reports.words import names, remedies, summary
from reports.words.criticality import why
from reports.words.rows import CommodityGroup, ComponentList
from reports.words.sentences import counted
from reports.words.weeks import duration

NAMED = 3
"""Names in one sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    text: str
    """What, and why."""

    part: str
    """The part of the page that shows it: ``list``."""

    subject: str = ""
    """The node that it is about; empty for the whole part."""


def first_steps(system: SystemAnalysis, parts: ComponentList, language: Language) -> list[Step]:
    """What to do first, each thing only where there is reason for it."""
    found = (
        _component(system, parts, language),
        _country(system, language),
        _ask(system, language),
        _materials(system, language),
        _state(system, language),
    )
    return [step for step in found if step is not None]


def _component(system: SystemAnalysis, parts: ComponentList, language: Language) -> Step | None:
    """The head of the list, and the measures that answer what was found about it."""
    for row in parts.entries:
        measures = remedies.measures_for([] if isinstance(row, CommodityGroup) else [row])
        if isinstance(row, CommodityGroup) or not measures:
            continue
        words = Text(
            "Regel voor {component}: {measures}. {why} Stilstand: {weeks}.",
            "Arrange for {component}: {measures}. {why} Standstill: {weeks}.",
        ).format(
            component=names.node(system.graph, row.node, language),
            measures=_listed([measure[language] for measure in measures[:NAMED]], language),
            why=why(row, language),
            weeks=duration(row.criticality.weeks),
        )
        return Step(words[language], "list", names.key(row.node))
    return None


def _country(system: SystemAnalysis, language: Language) -> Step | None:
    """The country outside Europe without which most stops for certain."""
    inside = group_members(remedies.EUROPE)
    for point in _certain(system, Layer.SUPPLY, Kind.COUNTRY):
        if point.node.partition(":")[2] not in inside:
            words = Text(
                "Verklein de afhankelijkheid van {country}: zonder dit land valt van {lost} elke bron weg.",
                "Reduce the dependence on {country}: without it {lost} lose every source.",
            ).format(
                country=names.node(system.graph, point.node, language), lost=counted(len(point.components), "component")
            )
            return Step(words[language], "world", names.key(point.node))
    return None


def _ask(system: SystemAnalysis, language: Language) -> Step | None:
    """What is unknown most often; the bill of materials could say it."""
    found = summary.unknowns(system)
    if not found:
        return None
    each = next((each for each in found if each.cells), found[0])
    cells = summary.cells(each.cells, language, NAMED)
    words = Text(
        "Vraag de leveranciers: {role} ontbreekt {count} keer{cells}. Tot dan telt het nergens als veilig.",
        "Ask the suppliers: {role} is missing {count:time|times}{cells}. Until then it counts as safe nowhere.",
    ).format(
        role=each.role.text, count=each.count, cells=Text(f" (cellen {cells})", f" (cells {cells})") if cells else ""
    )
    return Step(words[language], "overview")


def _materials(system: SystemAnalysis, language: Language) -> Step | None:
    """The materials without which most stops, for the raw-material liaisons."""
    points = _certain(system, Layer.MATERIAL, Kind.MATERIAL)[:NAMED]
    if not points:
        return None
    words = Text(
        "Bespreek {materials} met de Nationale Grondstoffenstrategie; de overdracht staat in raw-materials.xlsx.",
        "Discuss {materials} with the Nationale Grondstoffenstrategie; the hand-off is raw-materials.xlsx.",
    ).format(materials=_listed([names.node(system.graph, each.node, language) for each in points], language))
    return Step(words[language], "materials")


def _state(system: SystemAnalysis, language: Language) -> Step | None:
    """What the policy should state of the system, since laws ask for it."""
    asked = asked_of_system(system.findings)
    if not asked:
        return None
    words = Text(
        "Leg van het systeem vast, in de tabel [system] van het beleid: {facts}. Zonder dat blijft open wat SAFE, EDIP "
        "en 9A012 zeggen.",
        "State of the system, in the table [system] of the policy: {facts}. Without it what SAFE, EDIP and 9A012 say "
        "stays open.",
    ).format(facts=_listed([TITLES[each.key][language] for each in asked], language))
    return Step(words[language], "list")


def _certain(system: SystemAnalysis, layer: Layer, kind: Kind) -> list[SinglePoint]:
    nodes = system.graph.nodes
    points = (each for each in summary.points(system) if each.certain and each.layer is layer)
    return [each for each in points if nodes[each.node].kind is kind]


def _listed(words: list[str], language: Language) -> str:
    *others, last = words
    return f"{', '.join(others)} {_AND[language]} {last}" if others else last


_AND = Text("en", "and")
