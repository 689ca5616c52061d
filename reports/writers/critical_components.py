"""``critical-components.xlsx``: the list that a reader works through and decides on, and all that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports import bonus_malus_tables, importance_table, material_words, network_tables, standstill_words, tables
from reports.bonus_malus import statements
from reports.columns import COLUMNS
from reports.format import visible
from reports.interface import Report
from reports.rows import ComponentRow, component_list
from reports.tables import Heading, Table
from reports.workbook import Workbook

TITLE = Text("Kritieke componenten", "Critical components")
REST = Text("Zonder bevindingen", "Without findings")
DECISIONS = Text("accepteren,handelen,uitzoeken", "accept,act,investigate")
"""What a reader may decide, separated by commas."""

_NAMES = {
    "critical": Text("KritiekeComponenten", "CriticalComponents"),
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
    "rest": Text("ZonderBevindingen", "WithoutFindings"),
}


def render(analysis: Analysis) -> bytes:
    """The workbook: the list first, what explains it after, the components without findings last."""
    language = analysis.run.language
    lists = [component_list(system) for system in analysis.systems]
    systems = ", ".join(visible(system.bom.system) for system in analysis.systems)
    book = Workbook(analysis.run, f"{TITLE[language]}: {systems}")
    listed = _components("critical", TITLE, (row for each in lists for row in each.listed), language)
    sheet = book.sheet(listed, _NAMES["critical"][language], frozen=4)
    keys = [column.key for column in COLUMNS]
    book.grades(sheet, keys.index("grade"), len(listed.rows))
    hint = Text("Kies accepteren, handelen of uitzoeken.", "Choose accept, act or investigate.")[language]
    book.choice(sheet, keys.index("decision"), len(listed.rows), DECISIONS[language].split(","), hint)
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
    rest = _components("rest", REST, (row for each in lists for row in each.others), language)
    _ = book.sheet(_with_warning(tables.provenance(analysis), book.cut, language), _NAMES["provenance"][language])
    book.sheet(rest, _NAMES["rest"][language], frozen=4)
    return book.bytes()


def _components(key: str, title: Text, rows: Iterable[ComponentRow], language: Language) -> Table:
    kinds = {"number": "number", "weeks": "number", "money": "money", "entry": "entry"}
    columns = [
        column
        for column in COLUMNS
        if key == "critical" or column.key not in {"rank", "grade", "reasons", "decision", "remark"}
    ]
    headings = tuple(
        Heading(column.title[language], column.width, kinds.get(column.kind, "text"))  # type: ignore[arg-type]
        for column in columns
    )
    return Table(
        key, title[language], headings, tuple(tuple(column.value(row, language) for column in columns) for row in rows)
    )


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
