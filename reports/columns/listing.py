"""The columns of the critical-component list, the same in the workbook and on the page."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from depmap.core.decisions import Decision, fingerprint
from depmap.core.evidence import names_of
from depmap.core.text import Language, Text
from reports.columns.column import Column, Value
from reports.columns.criticality import BAND, STANDING, TIER
from reports.columns.weeks import LENGTH, ORIGIN
from reports.words import names, remedies
from reports.words import statements as say
from reports.words.format import visible

__all__ = ["COLUMNS", "FROZEN", "Column", "Value", "in_order"]


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def decided(decision: Decision | None, language: Language) -> str | None:
    """The word for what was decided, if anything was."""
    return decision.choice.text[language] if decision is not None and decision.choice is not None else None


_FRONT: tuple[Column, ...] = (
    Column(
        "rank",
        Text("Nr.", "No."),
        5,
        lambda row, _: row.rank,
        Text(
            "Plaats in de lijst: de langste stilstand bij een van de vier verliezen eerst.",
            "Place in the list: the longest standstill under one of the four losses first.",
        ),
        "number",
    ),
    Column(
        "component",
        Text("Component", "Component"),
        14,
        lambda row, _: visible(row.component.id),
        Text("Waarmee de stuklijst het component aanduidt.", "How the bill of materials identifies the component."),
    ),
    Column(
        "description",
        Text("Omschrijving", "Description"),
        26,
        lambda row, _: visible(row.component.description) or None,
        Text("De omschrijving uit de stuklijst.", "The description in the bill of materials."),
    ),
    BAND,
    *STANDING,
    Column(
        "alternatives",
        Text(
            "Andere fabrikanten van deze klasse (geen bewezen vervanger)",
            "Other makers of this class (not proven replacements)",
        ),
        34,
        remedies.alternatives,
        Text(
            "Fabrikanten van dezelfde componentklasse in de lijst van fabrikanten, van dichtbij naar ver: ieder in de "
            "eerste groep die zijn vestiging én zijn eigenaar omvat. Of hun product past is niet nagegaan, en de lijst "
            "is niet volledig.",
            "Manufacturers of the same component class in the list of manufacturers, from near to far: each in the "
            "first group that holds both its seat and its owner. Whether their product fits was not checked, and the "
            "list is not complete.",
        ),
    ),
    Column(
        "measures",
        Text("Mogelijke maatregelen", "Candidate measures"),
        18,
        remedies.measures,
        Text(
            "Maatregelen uit de Kamerbrief die bij de bevindingen horen: om te overwegen, geen advies.",
            "Measures of the ministry's letter that belong to the findings: to consider, no advice.",
        ),
    ),
    TIER,
    Column(
        "cells",
        Text("Cellen", "Cells"),
        12,
        lambda row, _: ", ".join(map(visible, names_of(row.cells))) or None,
        Text("Waar het in de stuklijst staat.", "Where the bill of materials says it."),
    ),
    Column(
        "grade",
        Text("Graad", "Grade"),
        13,
        lambda row, language: say.graded(row.grade, language),
        Text("Zwaarste bevinding die het beleid niet accepteert.", "Worst finding that the policy does not accept."),
    ),
    Column(
        "decision",
        Text("Besluit", "Decision"),
        12,
        lambda row, language: decided(row.decision, language),
        Text("Aan u: accepteren, handelen of uitzoeken.", "Yours: accept, act or investigate."),
        "entry",
    ),
    Column(
        "remark",
        Text("Toelichting", "Remark"),
        24,
        lambda row, _: row.decision.remark or None if row.decision else None,
        Text("Ruimte voor uw motivering.", "Room for your reasons."),
        "entry",
    ),
)
"""What a reader sees first."""

_DETAILS: tuple[Column, ...] = (
    Column(
        "system",
        Text("Systeem", "System"),
        20,
        lambda row, _: visible(row.system),
        Text("Het systeem waarin het component zit.", "The system that the component is part of."),
    ),
    Column(
        "part_number",
        Text("Artikelnummer", "Part number"),
        20,
        lambda row, _: visible(row.component.part_number or "") or None,
        Text("Het nummer zoals de stuklijst het schrijft.", "The number as the bill of materials writes it."),
    ),
    Column(
        "class",
        Text("Componentklasse", "Component class"),
        18,
        lambda row, language: names.class_text(row.component.component_class)[language],
        Text("Wat voor onderdeel het is, als dat duidelijk is.", "What sort of part it is, where that is clear."),
    ),
    Column(
        "class_reason",
        Text("Klasse afgeleid uit", "Class inferred from"),
        20,
        lambda row, language: visible(row.component.class_reason[language]) or None,
        Text("Waaruit de componentklasse is afgeleid.", "What the component class was inferred from."),
    ),
    Column(
        "standstill_class",
        Text("Stilstandklasse", "Standstill class"),
        16,
        lambda row, language: names.standstill_text(row.component.component_class)[language],
        Text(
            "Hoe moeilijk vervanging is: specifiek (nieuw ontwerp), aanpasbaar, handelsgoed (de markt heeft gelijken). "
            "Een klasse, geen aantal weken.",
            "How hard replacement is: specific (redesign), adaptable, commodity (the market has equals). "
            "A class, not a number of weeks.",
        ),
    ),
    Column(
        "lines",
        Text("Regels", "Lines"),
        8,
        lambda row, _: row.component.lines,
        Text("Hoeveel regels van de stuklijst erom vragen.", "How many lines of the bill of materials ask for it."),
        "number",
    ),
    Column(
        "quantity",
        Text("Aantal", "Quantity"),
        9,
        lambda row, _: _float(row.component.quantity),
        Text("Hoeveel er in één systeem gaan; leeg: niet opgegeven.", "How many one system needs; empty: not stated."),
        "number",
    ),
    Column(
        "reasons",
        Text("Bevindingen", "Findings"),
        56,
        lambda row, language: "\n".join(say.reasons(row, language)) or None,
        Text(
            "De bevindingen in woorden, met het nummer van de regel.",
            "The findings in words, with the number of the rule.",
        ),
    ),
    Column(
        "sources",
        Text("Bronnen", "Sources"),
        34,
        lambda row, language: "\n".join(say.sources(row, language)),
        Text(
            "De goedgekeurde bronnen: fabrikant en artikelnummer. Wie verkoopt, zegt niets over herkomst.",
            "The approved sources: manufacturer and part number. Who sells it says nothing of origin.",
        ),
    ),
    Column(
        "manufacture",
        Text("Land van productie", "Country of manufacture"),
        22,
        lambda row, language: "\n".join(say.countries(row, "manufacture", language)),
        Text("Waar elke bron het maakt.", "Where each source makes it."),
    ),
    Column(
        "seat",
        Text("Land van vestiging", "Country of the seat"),
        20,
        lambda row, language: "\n".join(say.countries(row, "seat", language)),
        Text("Waar elke fabrikant gevestigd is.", "Where each manufacturer has its seat."),
    ),
    Column(
        "ownership",
        Text("Uiteindelijke eigenaar", "Ultimate parent"),
        30,
        lambda row, language: "\n".join(say.owners(row, language)),
        Text(
            "Het moederbedrijf van elke fabrikant en het land daarvan.",
            "The parent company of each manufacturer and its country.",
        ),
    ),
    Column(
        "evidence",
        Text("Bewijs per veld", "Evidence by field"),
        30,
        lambda row, language: "\n".join(say.evidence(row, language)),
        Text(
            "Het zwakste bewijs over alle bronnen: bewezen, opgegeven, afgeleid, aangenomen of onbekend.",
            "The weakest evidence over all sources: proven, declared, inferred, assumed or unknown.",
        ),
    ),
    Column(
        "verdicts",
        Text("Staat bouwen in de weg", "Stands in the way of building"),
        30,
        lambda row, language: "\n".join(say.verdicts(row, language)) or None,
        Text(
            "Groepen landen waaruit het systeem door dit component niet, of niet zeker, te bouwen is.",
            "Groups of countries from which this component keeps the system from being built, surely or possibly.",
        ),
    ),
    Column(
        "lead_time",
        Text("Levertijd (weken)", "Lead time (weeks)"),
        11,
        lambda row, _: _float(row.component.lead_time_weeks),
        Text("De opgegeven levertijd; leeg: niet opgegeven.", "The stated lead time; empty: not stated."),
        "weeks",
    ),
    Column(
        "stock",
        Text("Voorraad", "Stock"),
        10,
        lambda row, _: _float(row.component.stock),
        Text("Stuks op voorraad; leeg: niet opgegeven.", "Pieces in stock; empty: not stated."),
        "number",
    ),
    *LENGTH,
    *ORIGIN,
    Column(
        "value",
        Text("Waarde", "Value"),
        12,
        lambda row, _: _float(row.component.cost),
        Text(
            "Kosten van het aantal voor één systeem, in de munt van de stuklijst; leeg: geen prijs.",
            "Cost of the quantity for one system, in the currency of the bill of materials; empty: no price.",
        ),
        "money",
    ),
    Column(
        "fingerprint",
        Text("Kenmerk", "Fingerprint"),
        19,
        lambda row, _: fingerprint(row.system, row.node),
        Text(
            "Hieraan herkent een volgende analyse het component, om uw besluit over te nemen (--previous).",
            "By this a later analysis knows the component, to carry over your decision (--previous).",
        ),
    ),
)
"""What it rests on."""

COLUMNS: tuple[Column, ...] = (*_FRONT, *(replace(column, detail=True) for column in _DETAILS))
"""All columns, in the order of the workbook."""

FROZEN = 3
"""The columns that stay in sight: place, name and description."""


def in_order(several: bool) -> list[Column]:
    """The columns; with several systems their names stand in front, with one among the details."""
    system = next(column for column in COLUMNS if column.key == "system")
    others = [column for column in COLUMNS if column is not system]
    place = FROZEN if several else sum(not column.detail for column in others)
    return [*others[:place], replace(system, detail=not several), *others[place:]]
