"""``critical-components.xlsx``: the list that a reader works through and decides on, and all that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from depmap.core.decisions import fingerprint
from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.columns.column import Column, Value
from reports.columns.listing import COLUMNS, FROZEN, decided, in_order
from reports.interface import Report
from reports.programs.bonus_malus import statements
from reports.tables import bonus_malus as bonus_malus_tables
from reports.tables import codebook, decisions
from reports.tables import importance as importance_table
from reports.tables import materials as material_words
from reports.tables import network as network_tables
from reports.tables import shared as tables
from reports.tables import standstill as standstill_words
from reports.tables.shared import Heading, Table
from reports.words import criticality as critical
from reports.words import remedies
from reports.words import statements as say
from reports.words.format import visible
from reports.words.rows import CommodityGroup, ComponentList, ComponentRow, component_list
from reports.workbook import links as workbook_links
from reports.workbook.book import Workbook

TITLE = Text("Kritieke componenten", "Critical components")
COMMODITIES = Text("Handelsgoed", "Commodities")
REST = Text("Houdt stand", "Survives")
SEE = Text("zie blad Handelsgoed", "see the sheet Commodities")
NAMED = 3
"""Components of a class that are named in the list."""
_OF_THE_LIST = frozenset(("rank", "grade", "reasons", "measures"))
"""The columns that say nothing about a component that is not listed."""
_OF_THE_WORST = frozenset(("rank", "band", "system", "worst_low", "worst_high", "class", "standstill_class"))
"""The columns that a class of commodities has from the worst of them."""
Entry = ComponentRow | CommodityGroup
"""A row of the list."""
HINT = Text("Kies accepteren, handelen of uitzoeken.", "Choose accept, act or investigate.")
"""What a cell says that is given another word."""

_NAMES = {
    "critical": Text("KritiekeComponenten", "CriticalComponents"),
    "commodities": Text("Handelsgoed", "Commodities"),
    "apart": Text("BesluitenZonderComponent", "DecisionsWithoutComponent"),
    "summary": Text("Samenvatting", "Summary"),
    "standstill": Text("Stilstand", "Standstill"),
    "findings": Text("Bevindingen", "Findings"),
    "single_points": Text("Knelpunten", "SinglePoints"),
    "cut_sets": Text("Uitvalcombinaties", "CutSets"),
    "materials": Text("Grondstoffen", "Materials"),
    "importance": Text("Belang", "Importance"),
    "shares": Text("LandenEnLeveranciers", "CountriesAndSuppliers"),
    "bonus_malus": Text("BonusMalus", "BonusMalus"),
    "compared": Text("BonusMalusNaastElkaar", "BonusMalusSideBySide"),
    "issues": Text("Invoerproblemen", "InputProblems"),
    "explanation": Text("Uitleg", "Explanation"),
    "provenance": Text("Verantwoording", "HowThisWasMade"),
    "rest": Text("HoudtStand", "Survives"),
}

_NAMED_BY = {"standstill": 4, "single_points": 2, "cut_sets": 2, "materials": 2, "importance": 2, "bonus_malus": 3}
"""The columns at the left that tell what a row is about: they stay in sight, on every page of a wide sheet too."""

_TITLES = {
    "critical": TITLE,
    "commodities": COMMODITIES,
    "rest": REST,
    "explanation": Text("Uitleg", "Explanation"),
    "provenance": Text("Verantwoording", "How this was made"),
}
"""The names of the sheets to which others lead."""


def render(analysis: Analysis) -> bytes:
    """The workbook: the summary, the list and what it rests on; what explains it all and how it was made stand last."""
    language = analysis.run.language
    lists = [component_list(system, analysis.decisions) for system in analysis.systems]
    systems = ", ".join(visible(system.bom.system) for system in analysis.systems)
    alone = tables.SYSTEM[language] if len(analysis.systems) == 1 else ""
    book = Workbook(analysis.run, f"{TITLE[language]}: {systems}", alone)
    summary = workbook_links.with_places(tables.figures(analysis), (systems, _TITLES), language)
    workbook_links.link_summary(book, book.sheet(summary, _NAMES["summary"][language]), _TITLES)
    places = _lists(book, lists)
    if analysis.decisions.apart:
        _to_decide(book, decisions.apart(analysis), len(decisions.apart(analysis).headings))
    established = [make(analysis) for make in _established(analysis)]
    last = [(key, _TITLES[key][language]) for key in ("explanation", "provenance")]
    sheets = [*book.sheets.items(), *((table.key, table.title) for table in established), *last]
    explained = codebook.with_sheets(importance_table.explanation(analysis), sheets, language)
    places |= workbook_links.rules_in(_TITLES["explanation"][language], explained, analysis)
    for table in established:
        sheet = book.sheet(table, _NAMES[table.key][language], frozen=_NAMED_BY.get(table.key, 0))
        if table.key == "findings":
            book.grades(sheet, 1, len(table.rows))
            workbook_links.link_findings(book, sheet, table, analysis, places)
    workbook_links.link_sheets(book, book.sheet(explained, _NAMES["explanation"][language]), sheets)
    book.sheet(_with_warning(tables.provenance(analysis), book.cut, language), _NAMES["provenance"][language])
    return book.bytes()


def _established(analysis: Analysis) -> tuple[Callable[[Analysis], Table], ...]:
    """What the list rests on."""
    return (
        standstill_words.table,
        tables.findings,
        network_tables.single_points,
        network_tables.cut_sets,
        material_words.table,
        importance_table.importance,
        network_tables.shares,
        bonus_malus_tables.table,
        *((bonus_malus_tables.side_by_side,) if len(statements(analysis)) > 1 else ()),
        tables.issues,
    )


def _lists(book: Workbook, lists: Sequence[ComponentList]) -> dict[tuple[str, str], workbook_links.Place]:
    """The sheets to decide on: the list, its commodities one by one, and what survives. Returns where each stands."""
    language = book.run.language
    columns = in_order(several=len(lists) > 1)
    entries = [entry for each in lists for entry in each.entries]
    commodities = [row for each in lists for group in each.groups for row in group.rows]
    others = [row for each in lists for row in each.others]
    shown = sum(not column.detail for column in columns)
    listed = _to_decide(book, _components("critical", TITLE, columns, entries, language), shown)
    _to_decide(book, _components("commodities", COMMODITIES, columns, commodities, language), shown)
    _link(book, listed, entries, columns)
    plain = [column for column in columns if column.key not in _OF_THE_LIST]
    rest = _components("rest", REST, plain, others, language)
    _to_decide(book, rest, sum(not each.detail for each in plain))
    titles = [_TITLES[key][language] for key in ("critical", "commodities", "rest")]
    return workbook_links.places_of(entries, others, titles)


def _to_decide(book: Workbook, table: Table, shown: int) -> Any:
    """A sheet to decide on."""
    language = book.run.language
    titles = [heading.title for heading in table.headings]
    at = {column.key: titles.index(column.title[language]) for column in COLUMNS if column.title[language] in titles}
    frozen = {"apart": 2, "rest": FROZEN - 1}.get(table.key, FROZEN)
    sheet = book.sheet(table, _NAMES[table.key][language], frozen=frozen, shown=shown)
    if "grade" in at:
        book.grades(sheet, at["grade"], len(table.rows))
    words = decisions.CHOICES[language].split(",")
    book.choice(sheet, at["decision"], len(table.rows), words, HINT[language])
    return sheet


def _link(book: Workbook, sheet: Any, entries: Sequence[Entry], columns: Sequence[Column]) -> None:
    """From every class of commodities in the list to its components, which have a sheet of their own."""
    language = book.run.language
    place = [column.key for column in columns].index("component")
    target = 2
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, CommodityGroup):
            name = critical.group_name(entry, language)
            book.link(sheet, (number, place), (COMMODITIES[language], target), name)
            target += len(entry.rows)


def _components(
    key: str, title: Text, columns: Sequence[Column], entries: Iterable[Entry], language: Language
) -> Table:
    kinds = {"number": "number", "weeks": "number", "money": "money", "entry": "entry"}
    headings = tuple(
        Heading(column.title[language], column.width, kinds.get(column.kind, "text"))  # type: ignore[arg-type]
        for column in columns
    )
    return Table(key, title[language], headings, tuple(_row(entry, columns, language) for entry in entries))


def _row(entry: Entry, columns: Sequence[Column], language: Language) -> tuple[Value, ...]:
    """One component; or all commodities of a class, which are as grave and last as long as the worst of them."""
    if isinstance(entry, ComponentRow):
        return tuple(column.value(entry, language) for column in columns)
    names = [visible(row.component.description.split("\n")[0] or row.component.id) for row in entry.rows]
    told: dict[str, Value] = {
        "component": critical.group_name(entry, language),
        "description": say.listed(names, language, NAMED),
        "why": critical.group_why(entry, language),
        "through": SEE[language],
        "measures": "\n".join(measure[language] for measure in remedies.measures_for(entry.rows)) or None,
        "grade": say.graded(max(row.grade for row in entry.rows), language),
        "lines": entry.lines,
        "decision": decided(entry.decision, language),
        "remark": entry.decision.remark or None if entry.decision else None,
        "fingerprint": fingerprint(entry.worst.system, entry.subject),
    }
    told |= {column.key: column.value(entry.worst, language) for column in columns if column.key in _OF_THE_WORST}
    return tuple(told.get(column.key) for column in columns)


def _with_warning(table: Table, cut: int, language: Language) -> Table:
    """The provenance, saying so when texts did not fit."""
    if not cut:
        return table
    words = (
        Text("Ingekorte teksten", "Texts cut short"),
        Text(
            "{cut} cellen bevatten meer tekst dan Excel kan tonen; de rest staat in findings.json.",
            "{cut} cells hold more text than Excel can show; the rest is in findings.json.",
        ),
    )
    return Table(
        table.key, table.title, table.headings, (*table.rows, (words[0][language], words[1].format(cut=cut)[language]))
    )


REPORT = Report(
    "critical-components",
    "critical-components.xlsx",
    Text("Lijst van kritieke componenten", "List of critical components"),
    render,
)
