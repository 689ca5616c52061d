"""``raw-materials.xlsx``: the hand-off to the liaisons for raw materials, who fill in what can be done."""

from __future__ import annotations

from depmap.core.judgement import Analysis
from depmap.core.text import Text
from reports.interface import Report
from reports.raw_materials import words
from reports.raw_materials.article_24 import article_24
from reports.raw_materials.codebook import codebook
from reports.raw_materials.columns import OF_MATERIALS
from reports.raw_materials.hand_off import hand_off
from reports.raw_materials.of_system import of_system
from reports.raw_materials.opening import opening
from reports.raw_materials.overview import overview
from reports.raw_materials.shares import materials, shares
from reports.tables import shared as tables
from reports.words.format import visible
from reports.workbook.book import Workbook

TITLE = Text("Grondstoffen", "Raw materials")
_NAMES = {
    "opening": Text("Samenvatting", "Summary"),
    "overview": Text("Overzicht", "Overview"),
    "materials": Text("Grondstoffen", "RawMaterials"),
    "shares": Text("Aandelen", "Shares"),
    "act": Text("Artikel24", "Article24"),
    "codebook": Text("Codeboek", "Codebook"),
    "provenance": Text("Verantwoording", "HowThisWasMade"),
}
_LINE, _LINES = 13.5, 36.0
"""Points of a row of one line, for what is filtered, and of three, so that no list of components hides the others."""


def render(analysis: Analysis) -> bytes:
    """The workbook: summary and overview first, then materials, shares, the systems, Article 24, and how to read it."""
    language = analysis.run.language
    off = hand_off(analysis)
    systems = ", ".join(visible(system.bom.system) for system in analysis.systems)
    book = Workbook(analysis.run, f"{TITLE[language]}: {systems}")
    book.sheet(opening(off), _NAMES["opening"][language], frozen=1)
    book.sheet(overview(off), _NAMES["overview"][language], frozen=1)
    by_material = materials(off)
    sheet = book.sheet(by_material, _NAMES["materials"][language], frozen=2, height=_LINES)
    titles = [each.title for each in OF_MATERIALS]
    hint = Text("Kies uit de lijst.", "Choose from the list.")[language]
    for title, choices in (("Voorraadoptie", words.STOCK), ("Handelingslijn NGS", words.LINES)):
        book.choice(sheet, titles.index(title), len(by_material.rows), choices[language].split(","), hint)
    book.sheet(shares(off), _NAMES["shares"][language], frozen=2, height=_LINE)
    for place in range(len(off.systems)):
        table = of_system(off, place)
        book.sheet(table, f"{words.SYSTEM[language]}{place + 1}", frozen=1)
    for table in (article_24(off), codebook(language), tables.provenance(analysis)):
        book.sheet(table, _NAMES[table.key][language])
    return book.bytes()


REPORT = Report(
    "raw-materials",
    "raw-materials.xlsx",
    Text("Overdracht van grondstoffen", "Raw-material hand-off"),
    render,
)
