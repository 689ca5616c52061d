"""What the memo says: one or two pages for the file, with the top of the list, the verdicts, and what to ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.graph import Layer
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text
from reports.words import criticality as criticality_words
from reports.words import remedies, sentences, summary
from reports.words.first_steps import first_steps
from reports.words.format import date, visible
from reports.words.rows import CommodityGroup, ComponentList, ComponentRow, component_list
from reports.words.weeks import duration

ROWS = 5
"""Components in the table; the list has them all."""

CAUSES = 2
"""Who can cause it: the first ones; the list names them all."""

ASKED = 4
"""Kinds of missing evidence that are asked for."""

CELLS = 4
"""Cells that are named for each."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the memo."""

    title: str
    """What it shows."""

    heads: tuple[str, ...]
    """The heads of its columns."""

    rows: tuple[tuple[str, ...], ...]
    """Its cells; the first of a row names it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the memo says of one system."""

    name: str
    """Its name."""

    told: tuple[str, ...]
    """The system in a few sentences."""

    critical: Table | None
    """The head of the list of critical components; None when it is empty."""

    verdicts: Table | None
    """From which groups of countries it can be built; None when none is asked about."""

    asked: tuple[str, ...]
    """The evidence that is missing, and where it could be stated."""

    steps: tuple[str, ...]
    """What to do first."""


def parts(analysis: Analysis) -> list[Part]:
    """One part per system, in the order of the run."""
    return [_part(analysis, system) for system in analysis.systems]


def _part(analysis: Analysis, system: SystemAnalysis) -> Part:
    language = analysis.run.language
    listed = component_list(system)
    return Part(
        name=visible(system.bom.system),
        told=sentences.sentences(analysis, system, listed),
        critical=_critical(listed, language),
        verdicts=_verdicts(analysis, system),
        asked=tuple(_asked(system, language)),
        steps=tuple(step.text for step in first_steps(system, listed, language)),
    )


def _critical(listed: ComponentList, language: Language) -> Table | None:
    rows = [row for row in listed.entries if not isinstance(row, CommodityGroup)][:ROWS]
    if not rows:
        return None
    heads = tuple(WORDS[key][language] for key in ("number", "component", "standstill", "who", "measures"))
    return Table(WORDS["critical"][language], heads, tuple(_row(row, language) for row in rows))


def _row(row: ComponentRow, language: Language) -> tuple[str, ...]:
    component = row.component
    name = visible(component.description or component.id)
    return (
        str(row.rank),
        name if name == component.id else f"{name} ({visible(component.id)})",
        f"{duration(row.criticality.weeks)[language]}; {row.criticality.band.text[language]}",
        "; ".join(criticality_words.who(row, language)[:CAUSES]) or "–",
        ", ".join(measure[language] for measure in remedies.measures_for([row])) or "–",
    )


def _verdicts(analysis: Analysis, system: SystemAnalysis) -> Table | None:
    language = analysis.run.language
    layers = (Layer.SUPPLY, Layer.CONTROL)
    found = {(each.group, each.layer): each for each in system.groups}
    groups = list(dict.fromkeys(each.group for each in system.groups))
    if not groups:
        return None
    rows = []
    for group in groups:
        answers = [found.get((group, layer)) for layer in layers]
        told = [summary.marked(each.verdict, language) if each else "–" for each in answers]
        rows.append((analysis.groups.get(group, Text(group, group))[language], *told))
    heads = (WORDS["group"][language], *(layer.text[language].capitalize() for layer in layers))
    return Table(WORDS["verdicts"][language], heads, tuple(rows))


def _asked(system: SystemAnalysis, language: Language) -> list[str]:
    """What is missing most often, with the first cells in which it could stand."""
    return [
        WORDS["ask" if each.cells else "ask_without_cell"].format(
            role=each.role.text, count=each.count, cells=summary.cells(each.cells, language, CELLS)
        )[language]
        for each in summary.unknowns(system)
    ][:ASKED]


def heading(analysis: Analysis) -> list[tuple[str, str]]:
    """The lines above a memo; whom it is to and from is for the writer to fill in."""
    language = analysis.run.language
    found = ", ".join(visible(system.bom.system) for system in analysis.systems)
    return [
        (WORDS["to"][language], ""),
        (WORDS["from"][language], ""),
        (WORDS["date"][language], date(analysis.run.date, language)),
        (WORDS["subject"][language], WORDS["about"].format(systems=found)[language]),
    ]


def made_from(analysis: Analysis) -> str:
    """What it rests on: files, policy, lists and program."""
    language = analysis.run.language
    files = ", ".join(visible(system.bom.file) for system in analysis.systems)
    return WORDS["made_from"].format(
        files=files,
        policy=visible(analysis.run.policy),
        version=analysis.run.version,
        lists=str(len(analysis.run.lists)),
    )[language]


WORDS: Mapping[str, Text] = {
    "title": Text("Memo", "Memo"),
    "to": Text("Aan", "To"),
    "from": Text("Van", "From"),
    "date": Text("Datum", "Date"),
    "subject": Text("Betreft", "Subject"),
    "about": Text("Afhankelijkheden in de toeleveringsketen van {systems}", "Supply-chain dependencies of {systems}"),
    "in_short": Text("In het kort", "In short"),
    "critical": Text("De meest kritieke componenten", "The most critical components"),
    "number": Text("Nr.", "No."),
    "component": Text("Component", "Component"),
    "standstill": Text("Stilstand", "Standstill"),
    "who": Text("Wie kan het veroorzaken", "Who can cause it"),
    "measures": Text("Mogelijke maatregel", "Candidate measure"),
    "verdicts": Text("Te bouwen uit één groep landen?", "Can it be built from one group of countries?"),
    "group": Text("Groep landen", "Group of countries"),
    "asked": Text("Wat ontbreekt, en gevraagd wordt", "What is missing, and is asked for"),
    "ask_intro": Text(
        "Gevraagd wordt om bewijs (verklaring of certificaat, met datum) van:",
        "Evidence (a declaration or certificate, with its date) is asked for:",
    ),
    "ask": Text("{role}: {count} keer onbekend (cellen {cells})", "{role}: {count:time|times} unknown (cells {cells})"),
    "ask_without_cell": Text(
        "{role}: {count} keer onbekend (de stuklijst heeft er geen cel voor)",
        "{role}: {count:time|times} unknown (the bill of materials has no cell for it)",
    ),
    "nothing_missing": Text("Er ontbreekt niets.", "Nothing is missing."),
    "steps": Text("Wat eerst te doen", "What to do first"),
    "basis": Text("Waarop dit rust", "What this rests on"),
    "made_from": Text(
        "Stuklijst: {files}. Beleid: {policy}. Gemaakt met depmap {version} en {lists} referentielijsten. "
        "Hersteltijden per componentklasse zijn aangenomen; wat onbekend is, telt nergens als veilig. Maatregelen zijn "
        "kandidaten, geen advies. De volledige lijst, met bewijs en cellen, staat in critical-components.xlsx.",
        "Bill of materials: {files}. Policy: {policy}. Made with depmap {version} and {lists} reference lists. "
        "Recovery times by component class are assumed; what is unknown counts as safe nowhere. Measures are "
        "candidates, no advice. The whole list, with evidence and cells, is critical-components.xlsx.",
    ),
}
"""By key; ``{name}`` is filled in by whoever uses it."""
