"""What the memo says: one or two pages for the file, with the top of the list, the verdicts, and what to ask for."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from depmap.core.graph import Layer, Role
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text, same
from reports.words import criticality as criticality_words
from reports.words import remedies, sentences, summary
from reports.words.first_steps import first_steps
from reports.words.format import date, visible
from reports.words.rows import CommodityGroup, ComponentList, ComponentRow, component_list
from reports.words.weeks import duration

T = TypeVar("T")

ROWS = 5
"""Components in the table; the list has them all."""

CAUSES = 2
"""Who can cause it: the first ones; the list names them all."""

MEASURES = 3
"""Candidate measures of one component."""

GROUPS = 8
"""Groups of countries in the table of verdicts."""

SYSTEMS = 3
"""Systems that are told of, when there are several."""

ASKED = 4
"""Kinds of missing evidence that are asked for."""

CELLS = 4
"""Cells that are named for each."""

NAME, NUMBER, SENTENCE, LINE = 60, 30, 260, 130
"""The most letters of a name, of a part number, of a sentence, and of names one after another: whatever is read, it is
two pages."""


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
class Memo:
    """What the memo says."""

    told: tuple[tuple[str, tuple[str, ...]], ...]
    """Per system its name and the system in a few sentences; of one system alone the name is empty."""

    critical: Table | None
    """The head of the list of critical components; None when it is empty."""

    verdicts: Table | None
    """From which groups of countries one system can be built; None when none is asked about. Of several systems the
    sentences say it."""

    asked: tuple[str, ...]
    """The evidence that is missing, and where it could be stated."""

    steps: tuple[str, ...]
    """What to do first."""


def content(analysis: Analysis) -> Memo:
    """What it says of all systems of the run, on two pages at most."""
    language = analysis.run.language
    systems = analysis.systems
    lists = [component_list(system) for system in systems]
    several = len(systems) > 1
    steps = [first_steps(system, listed, language) for system, listed in zip(systems, lists, strict=True)]
    told = [
        (short(visible(system.bom.system), NAME) if several else "", _told(analysis, system, listed))
        for system, listed in zip(systems[:SYSTEMS], lists, strict=False)
    ]
    if len(systems) > SYSTEMS:
        told.append(("", (WORDS["more_systems"].format(count=len(systems) - SYSTEMS)[language],)))
    return Memo(
        told=tuple(told),
        critical=_critical(lists, language),
        verdicts=None if several else _verdicts(analysis, systems[0]),
        asked=tuple(short(each, SENTENCE) for each in _asked(systems, language)),
        steps=tuple(short(each.text, SENTENCE) for each in _in_turn(steps)[:ROWS]),
    )


def short(text: str, most: int) -> str:
    """The text, or its first whole words with an ellipsis where it is longer than ``most`` letters.

    >>> short("motor", 5), short("motor controller", 12), short("X" * 20, 4)
    ('motor', 'motor …', 'XXX…')
    """
    if len(text) <= most:
        return text
    head, space, _ = text[: most - 1].rpartition(" ")
    return f"{head} …" if space and len(head) > most // 3 else f"{text[: most - 1]}…"


def _in_turn(lists: Sequence[Sequence[T]]) -> list[T]:
    """The first of every list, then the second of every list, and so on."""
    return [each for row in itertools.zip_longest(*lists) for each in row if each is not None]


def _told(analysis: Analysis, system: SystemAnalysis, listed: ComponentList) -> tuple[str, ...]:
    return tuple(short(sentence, SENTENCE) for sentence in sentences.sentences(analysis, system, listed))


def _critical(lists: Sequence[ComponentList], language: Language) -> Table | None:
    parts = [[row for row in listed.entries if not isinstance(row, CommodityGroup)][:ROWS] for listed in lists]
    rows = _in_turn(parts)[:ROWS]
    if not rows:
        return None
    heads = tuple(WORDS[key][language] for key in ("number", "component", "standstill", "who", "measures"))
    told = tuple(_row(row, language, named=len(lists) > 1) for row in rows)
    return Table(WORDS["critical"][language], heads, told)


def _row(row: ComponentRow, language: Language, *, named: bool) -> tuple[str, ...]:
    component = row.component
    name, number = visible((component.description or component.id).split("\n")[0]), visible(component.id)
    called = short(name, NAME) if name == number else f"{short(name, NAME)} ({short(number, NUMBER)})"
    measures = [measure[language] for measure in remedies.measures_for([row])]
    more = [WORDS["more"].format(count=len(measures) - MEASURES)[language]] if len(measures) > MEASURES else []
    return (
        str(row.rank),
        f"{called}; {short(visible(row.system), NAME)}" if named else called,
        f"{duration(row.criticality.weeks)[language]}; {row.criticality.band.text[language]}",
        short("; ".join(criticality_words.who(row, language)[:CAUSES]) or "–", LINE),
        ", ".join([*measures[:MEASURES], *more]) or "–",
    )


def _verdicts(analysis: Analysis, system: SystemAnalysis) -> Table | None:
    language = analysis.run.language
    layers = (Layer.SUPPLY, Layer.CONTROL)
    found = {(each.group, each.layer): each for each in system.groups}
    groups = list(dict.fromkeys(each.group for each in system.groups))
    if not groups:
        return None
    rows = []
    for group in groups[:GROUPS]:
        answers = [found.get((group, layer)) for layer in layers]
        told = [summary.marked(each.verdict, language) if each else "–" for each in answers]
        rows.append((short(visible(analysis.groups.get(group, same(group))[language]), NAME), *told))
    if len(groups) > GROUPS:
        rows.append((WORDS["more"].format(count=len(groups) - GROUPS)[language], "", ""))
    heads = (WORDS["group"][language], *(layer.text[language].capitalize() for layer in layers))
    return Table(WORDS["verdicts"][language], heads, tuple(rows))


def _asked(systems: Sequence[SystemAnalysis], language: Language) -> list[str]:
    """What is missing most often, with the first cells in which it could stand; of several systems how often in all."""
    if len(systems) == 1:
        return [
            WORDS["ask" if each.cells else "ask_without_cell"].format(
                role=each.role.text, count=each.count, cells=summary.cells(each.cells, language, CELLS)
            )[language]
            for each in summary.unknowns(systems[0])
        ][:ASKED]
    found: dict[Role, list[int]] = {}
    for each in _in_turn([summary.unknowns(system) for system in systems]):
        found.setdefault(each.role, []).append(each.count)
    return [
        WORDS["ask_of_all"].format(role=role.text, count=sum(counts), systems=len(counts))[language]
        for role, counts in found.items()
    ][:ASKED]


def heading(analysis: Analysis) -> list[tuple[str, str]]:
    """The lines above a memo; whom it is to and from is for the writer to fill in."""
    language = analysis.run.language
    return [
        (WORDS["to"][language], ""),
        (WORDS["from"][language], ""),
        (WORDS["date"][language], date(analysis.run.date, language)),
        (WORDS["subject"][language], subject(analysis)),
    ]


def subject(analysis: Analysis) -> str:
    """What it is about."""
    found = ", ".join(visible(system.bom.system) for system in analysis.systems)
    return WORDS["about"].format(systems=short(found, LINE))[analysis.run.language]


def made_from(analysis: Analysis) -> str:
    """What it rests on: files, policy, lists and program."""
    language = analysis.run.language
    files = ", ".join(visible(system.bom.file) for system in analysis.systems)
    return WORDS["made_from"].format(
        files=short(files, SENTENCE),
        policy=short(visible(analysis.run.policy), LINE),
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
    "ask_of_all": Text(
        "{role}: {count} keer onbekend, in {systems:systeem|systemen}",
        "{role}: {count:time|times} unknown, in {systems:system|systems}",
    ),
    "more": Text("en nog {count}", "and {count} more"),
    "more_systems": Text(
        "En nog {count:systeem|systemen}: zie critical-components.xlsx.",
        "And {count:system|systems} more: see critical-components.xlsx.",
    ),
    "page": Text("bladzijde", "page"),
    "of": Text("van", "of"),
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
