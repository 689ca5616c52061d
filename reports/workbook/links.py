"""The links within the workbook of critical components: from the summary, and from a finding to what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.tables.shared import SYSTEM, Table
from reports.words.rows import CommodityGroup, ComponentRow
from reports.workbook.book import Workbook

MOST = 10_000
"""Findings that are linked; a workbook with more takes long to open, and Excel refuses more than 65,530 links."""

_RULE, _SUBJECT = 2, 4
"""The columns of the findings that lead elsewhere."""

Place = tuple[str, int]
"""The name of a sheet and the number of a row in it."""

_WHAT_FOR: Mapping[str, Text] = {
    "critical": Text(
        "De lijst om van boven naar beneden door te werken: vul Besluit en Toelichting in. Een volgende analyse neemt "
        "ze over met --previous.",
        "The list to work through from top to bottom: fill in Decision and Remark. A later analysis carries them over "
        "with --previous.",
    ),
    "explanation": Text(
        "Wat elke regel en elke kolom betekent, en waarom.", "What every rule and every column means, and why."
    ),
    "provenance": Text(
        "Waar dit uit gemaakt is: stuklijst, beleid, lijsten en hun datum.",
        "What this was made from: bill of materials, policy, lists and their dates.",
    ),
}
"""The sheets to which the summary leads, and what they are for."""


def with_places(summary: Table, about: tuple[str, Mapping[str, Text]], language: Language) -> Table:
    """The summary, with on top what it is about and the sheets to go to.

    Args:
        summary: the figures.
        about: the names of the systems, and the names of the sheets.
        language: of the workbook.
    """
    systems, titles = about
    rows = ((None, titles[key][language], None, text[language]) for key, text in _WHAT_FOR.items())
    return replace(summary, rows=((None, SYSTEM[language], None, systems), *rows, *summary.rows))


def link_summary(book: Workbook, sheet: Any, titles: Mapping[str, Text]) -> None:
    """Make links of the rows that `with_places` put on top."""
    for number, key in enumerate(_WHAT_FOR, 2):
        title = titles[key][book.run.language]
        book.link(sheet, (number, 1), (title, 1), title)


def link_sheets(book: Workbook, sheet: Any, sheets: Iterable[tuple[str, str]]) -> None:
    """From the rows of the explanation that name a sheet to that sheet."""
    for number, (_, title) in enumerate(sheets, 1):
        book.link(sheet, (number, 1), (title, 1), title)


def places_of(
    entries: Sequence[ComponentRow | CommodityGroup], others: Iterable[ComponentRow], titles: Sequence[str]
) -> dict[tuple[str, str], Place]:
    """Where each component stands, by its system and node.

    Args:
        entries: the rows of the list.
        others: the rows of the last list, of what survives.
        titles: the names of the list, of the sheet of commodities, and of the last list.
    """
    found: dict[tuple[str, str], Place] = {}
    commodity = 2
    for number, entry in enumerate(entries, 2):
        if isinstance(entry, ComponentRow):
            found[entry.system, entry.node] = (titles[0], number)
            continue
        for row in entry.rows:
            found[row.system, row.node] = (titles[1], commodity)
            commodity += 1
    found.update(((row.system, row.node), (titles[2], number)) for number, row in enumerate(others, 2))
    return found


def link_findings(
    book: Workbook, sheet: Any, table: Table, analysis: Analysis, places: Mapping[tuple[str, str], Place]
) -> None:
    """From a finding to its rule, by the place of that in `places`, and to its component."""
    findings = (finding for system in analysis.systems for finding in system.findings)
    for number, (row, finding) in enumerate(zip(table.rows[:MOST], findings, strict=False), 1):
        for column, key in ((_RULE, ("", finding.rule)), (_SUBJECT, (finding.system, finding.subject))):
            if key in places:
                book.link(sheet, (number, column), places[key], str(row[column]))


def rules_in(title: str, explained: Table, analysis: Analysis) -> dict[tuple[str, str], Place]:
    """Where each rule is explained."""
    ids = {f"{rule.id} {rule.title[analysis.run.language]}": rule.id for rule in analysis.rules}
    return {("", ids[str(row[1])]): (title, number) for number, row in enumerate(explained.rows, 2) if row[1] in ids}
