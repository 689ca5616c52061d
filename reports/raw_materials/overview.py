"""The overview: which materials, in how many components and systems, who supplies most; what is unknown on top."""

from __future__ import annotations

from depmap.core.material_lists import STAGES
from depmap.core.material_words import STAGES as STEPS
from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.raw_materials import words
from reports.raw_materials.called import called
from reports.raw_materials.columns.column import BOM, LAW, LISTS, NATO
from reports.raw_materials.columns.material import listed
from reports.raw_materials.hand_off import SCOPES, Demand, HandOff
from reports.raw_materials.in_few_words import controlled, largest, stops
from reports.raw_materials.short_sheet import Told, short_sheet
from reports.raw_materials.uses import Uses
from reports.tables.shared import Table
from reports.words.format import visible

NAMED = 5
"""Names in one cell of the overview; the sheets of the systems have them all."""

AS_SHARES = Text("Als op het blad met aandelen.", "As on the sheet of shares.")

OVERVIEW: tuple[Told, ...] = (
    Told("Grondstof", 24, Text("De grondstof; bovenaan wat onbekend is.", "The material; the unknown on top."), LISTS),
    Told(
        "Strategisch",
        24,
        Text("Vindplaats en letterlijke Engelse woorden, of nee.", "Place and exact words, or no."),
        LAW,
    ),
    Told(
        "Kritiek",
        24,
        Text("Vindplaats en letterlijke Engelse woorden, of nee.", "Place and exact words, or no."),
        LAW,
    ),
    Told("NAVO-lijst", 13, AS_SHARES, NATO),
    Told("Systemen", 10, Text("In hoeveel systemen.", "In how many systems."), BOM, "number"),
    Told("Componenten zeker", 14, Text("Hoeveel haar zeker bevatten.", "How many certainly hold it."), BOM, "number"),
    Told("Componenten mogelijk", 14, Text("Hoeveel mogelijk.", "How many may."), BOM, "number"),
    Told(
        "Legt stil",
        22,
        Text(
            "Of alle systemen zonder haar zeker stilvallen, wat er ook onbekend is, of welke.",
            "Whether all systems certainly stop without it, whatever is unknown, or which.",
        ),
        Text("het netwerk", "the network"),
    ),
    *(
        Told(
            f"{step}, {scope.nl}",
            28,
            Text(
                "Het grootste land buiten de EU volgens elke gegevensset, met zijn aandeel in procenten. Geen maat "
                "voor de eigen keten.",
                "The largest country outside the EU by each dataset, with its share in per cent. Not a measure of "
                "one's own chain.",
            ),
            LISTS,
        )
        for step in ("Winning", "Verwerking")
        for scope in words.SCOPES.values()
    ),
    Told(
        "Exportcontrole",
        26,
        Text(
            "De landen met een bekende maatregel, met de zwaarste stand op de dag van de analyse.",
            "The countries with a known measure, with the gravest status on the day of the analysis.",
        ),
        words.CONTROLS,
    ),
    Told("Toelichting", 44, Text("Wat een lezer moet weten.", "What a reader must know."), LISTS),
)
"""The columns of the overview."""


def overview(off: HandOff) -> Table:
    """Which materials, in how many components and systems, who supplies most; what is unknown on top."""
    rows = [_unknown(off)]
    if not off.demands:
        rows.append({"Grondstof": words.NO_MATERIAL[off.language], "Toelichting": words.NO_MATERIAL_WHY[off.language]})
    rows.extend(_demand(off, each) for each in sorted(off.demands, key=_first))
    return short_sheet("overview", words.TITLES["overview"], OVERVIEW, rows, off.language)


def _unknown(off: HandOff) -> dict[str, Value]:
    """The components of which nobody says what they hold."""
    silent = [each for each in off.systems if each.silent]
    return {
        "Grondstof": words.CONTENT_UNKNOWN[off.language],
        "Systemen": len(silent),
        "Componenten mogelijk": sum(len(each.silent) for each in off.systems),
        "Toelichting": "; ".join(_named(each, off.language) for each in silent) or None,
    }


def _named(each: Uses, language: Language) -> str:
    return f"{visible(each.system.bom.system)}: {called(each, each.silent, language, NAMED)}"


def _demand(off: HandOff, demand: Demand) -> dict[str, Value]:
    language, listing = off.language, demand.listing
    material = listing.material.id
    cells: dict[str, Value] = {
        "Grondstof": listing.material.name[language],
        "Strategisch": listed(listing.strategic_annex, listing.strategic) or words.yes_no("", language),
        "Kritiek": listed(listing.critical_annex, listing.critical) or words.yes_no("", language),
        "NAVO-lijst": listing.nato or words.yes_no("", language),
        "Systemen": len(demand.found),
        "Componenten zeker": demand.count(certain=True),
        "Componenten mogelijk": demand.count(certain=False),
        "Legt stil": _stopped(off, demand),
        "Exportcontrole": controlled(material, off) or words.STATUS["none"][language],
        "Toelichting": visible(listing.note[language]) or None,
    }
    for stage in STAGES:
        for scope in SCOPES:
            cells[f"{STEPS[stage].nl.capitalize()}, {words.SCOPES[scope].nl}"] = largest(
                material, stage, scope, language
            )
    return cells


def _stopped(off: HandOff, demand: Demand) -> str:
    """The systems that certainly stop without it; nothing but yes where that is all there are."""
    stopped = [each for each, _ in demand.found if stops(each, demand.listing.material.id)]
    if len(stopped) in (0, len(off.systems)):
        return words.yes_no("yes" if stopped else "", off.language)
    return "; ".join(visible(each.system.bom.system) for each in stopped)


def _first(demand: Demand) -> tuple[bool, ...]:
    """What a reader looks for first: without which a system stops, and what the Union lists."""
    listing = demand.listing
    stopping = any(stops(each, listing.material.id) for each, _ in demand.found)
    return not stopping, not listing.strategic, not listing.critical
