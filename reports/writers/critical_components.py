"""``critical-components.xlsx``: the list that a reader works through and decides on, and all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports import (
    bonus_malus_tables,
    importance_table,
    material_words,
    network_tables,
    remedies,
    standstill_words,
    tables,
)
from reports import criticality_words as critical
from reports import statements as say
from reports.bonus_malus import statements
from reports.column import Column, Value
from reports.columns import COLUMNS, FROZEN, in_order
from reports.format import visible
from reports.interface import Report
from reports.rows import CommodityGroup, ComponentRow, component_list
from reports.tables import Heading, Table
from reports.workbook import Workbook

TITLE = Text("Kritieke componenten", "Critical components")
COMMODITIES = Text("Handelsgoed", "Commodities")
REST = Text("Houdt stand", "Survives")
SEE = Text("zie blad Handelsgoed", "see the sheet Commodities")
NAMED = 3
"""Components of a class that are named in the list."""
_OF_THE_LIST = frozenset(("rank", "grade", "reasons", "measures", "decision", "remark"))
"""The columns that say nothing about a component that is not listed."""
_OF_THE_WORST = frozenset(("rank", "band", "system", "worst_low", "worst_high", "class", "standstill_class"))
"""The columns that a class of commodities has from the worst of them."""
Entry = ComponentRow | CommodityGroup
"""A row of the list."""
DECISIONS = Text("accepteren,handelen,uitzoeken", "accept,act,investigate")
"""What a reader may decide, separated by commas."""

_NAMES = {
    "critical": Text("KritiekeComponenten", "CriticalComponents"),
    "commodities": Text("Handelsgoed", "Commodities"),
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


def render(analysis: Analysis) -> bytes:
    """The workbook: the list first, what explains it after, the components that survive and have no finding last."""
    language = analysis.run.language
    lists = [component_list(system) for system in analysis.systems]
    systems = ", ".join(visible(system.bom.system) for system in analysis.systems)
    book = Workbook(analysis.run, f"{TITLE[language]}: {systems}")
    columns = in_order(several=len(lists) > 1)
    entries = [entry for each in lists for entry in each.entries]
    commodities = [row for each in lists for group in each.groups for row in group.rows]
    listed = _list_sheet(book, _components("critical", TITLE, columns, entries, language), language)
    _list_sheet(book, _components("commodities", COMMODITIES, columns, commodities, language), language)
    _link(listed, entries, columns, language)
    compared = (bonus_malus_tables.side_by_side,) if len(statements(analysis)) > 1 else ()
    for make in (
        tables.figures,
        standstill_words.table,
        tables.findings,
        network_tables.single_points,
        network_tables.cut_sets,
        material_words.table,
        importance_table.importance,
        network_tables.shares,
        bonus_malus_tables.table,
        *compared,
        tables.issues,
        importance_table.explanation,
    ):
        table = make(analysis)
        sheet = book.sheet(table, _NAMES[table.key][language], frozen=4 if table.key == "standstill" else 0)
        if table.key == "findings":
            book.grades(sheet, 1, len(table.rows))
    plain = [column for column in columns if column.key not in _OF_THE_LIST]
    rest = _components("rest", REST, plain, [row for each in lists for row in each.others], language)
    _ = book.sheet(_with_warning(tables.provenance(analysis), book.cut, language), _NAMES["provenance"][language])
    book.sheet(rest, _NAMES["rest"][language], frozen=FROZEN - 1, shown=sum(not each.detail for each in plain))
    return book.bytes()


def _list_sheet(book: Workbook, table: Table, language: Language) -> Any:
    """A sheet to decide on."""
    titles = [heading.title for heading in table.headings]
    at = {column.key: titles.index(column.title[language]) for column in COLUMNS}
    sheet = book.sheet(table, _NAMES[table.key][language], frozen=FROZEN, shown=at["remark"] + 1)
    book.grades(sheet, at["grade"], len(table.rows))
    hint = Text("Kies accepteren, handelen of uitzoeken.", "Choose accept, act or investigate.")[language]
    book.choice(sheet, at["decision"], len(table.rows), DECISIONS[language].split(","), hint)
    return sheet


def _link(sheet: Any, entries: Sequence[Entry], columns: Sequence[Column], language: Language) -> None:
    """From every class of commodities in the list to its components, which have a sheet of their own."""
    place = [column.key for column in columns].index("component")
    target = 2
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, CommodityGroup):
            where = f"internal:'{COMMODITIES[language]}'!A{target}"
            sheet.write_url(number, place, where, string=critical.group_name(entry, language))
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
