"""The columns of the critical-component list, the same in the workbook and on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from depmap.core.evidence import Fact, Tier
from depmap.core.judgement import Grade
from depmap.core.text import Language, Text
from reports import names
from reports.format import visible
from reports.rows import ComponentRow

Value = str | int | float | None
"""What a cell holds; None is an empty cell, which the legend explains as "not stated"."""

Kind = Literal["text", "number", "weeks", "money", "entry"]
"""How a cell is shown; ``entry`` is left for the reader."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    """Stable English name."""

    title: Text
    """Its heading."""

    width: int
    """In characters, for the workbook."""

    value: Callable[[ComponentRow, Language], Value]
    """What stands in it for one component."""

    meaning: Text
    """What it says, in one sentence, for the explanation in the workbook and the page."""

    kind: Kind = "text"
    """How it is shown."""


def graded(grade: Grade, language: Language) -> str:
    """The grade as a word and a mark: ``hoog ●●●○``."""
    return f"{grade.text[language]} {grade.mark}"


def stated(fact: Fact, language: Language, of_country: bool = True) -> str:
    """A fact in words; what is only assumed stays unknown, with the assumption beside it."""
    value = fact.value
    if value is not None:
        value = names.country(value, language) if of_country else visible(value)
    if fact.known and value is not None:
        return value
    none = Tier.UNKNOWN.text[language]
    if value is None:
        return none
    return f"{none} ({ {'nl': 'aangenomen', 'en': 'assumed'}[language] }: {value})"


def reasons(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The messages of the findings, each with its rule and, when accepted, the acceptance."""
    accepted = {"nl": "geaccepteerd", "en": "accepted"}[language]
    return tuple(
        f"{finding.rule} {finding.grade.text[language]}: {visible(finding.message[language])}"
        + (f" [{accepted}: {visible(finding.accepted)}]" if finding.accepted else "")
        for finding in row.findings
    )


def sources(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The manufacturers with their part numbers, and who sells them."""
    sold_by = {"nl": "via", "en": "through"}[language]
    found = []
    for each in row.sources:
        text = stated(each.source.manufacturer, language, of_country=False)
        if each.source.part_number:
            text += f", {visible(each.source.part_number)}"
        if each.source.distributors:
            text += f" ({sold_by} {', '.join(visible(name) for name in each.source.distributors)})"
        found.append(text)
    return _numbered(found)


def countries(row: ComponentRow, field: str, language: Language) -> tuple[str, ...]:
    """One of the facts of each source, numbered like the sources; one line where all agree."""
    found = [stated(dict(each.fields)[field], language, of_country=field != "parent") for each in row.sources]
    return _numbered(found) if len(set(found)) > 1 else tuple(found[:1])


def owners(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The ultimate parent of each maker, with the country of that parent."""
    found = []
    for each in row.sources:
        facts = dict(each.fields)
        parent = stated(facts["parent"], language, of_country=False)
        place = stated(facts["ownership"], language)
        found.append(parent if not (facts["parent"].known or facts["ownership"].known) else f"{parent}, {place}")
    return _numbered(found) if len(set(found)) > 1 else tuple(found[:1])


def evidence(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The weakest evidence of each field over all sources."""
    order = list(Tier)
    weakest: dict[str, Tier] = {}
    for each in row.sources:
        for field, fact in each.fields:
            weakest[field] = max(weakest.get(field, Tier.PROVEN), fact.tier, key=order.index)
    return tuple(f"{FIELDS[field][language]}: {tier.text[language]}" for field, tier in weakest.items())


def verdicts(row: ComponentRow, language: Language) -> tuple[str, ...]:
    """The groups of countries from which the system cannot, or cannot surely, be built because of this component."""
    return tuple(
        f"{verdict.group} ({verdict.layer.text[language]}): {verdict.verdict.text[language]}"
        for verdict in row.verdicts
    )


FIELDS = {
    "manufacturer": Text("fabrikant", "manufacturer"),
    "manufacture": Text("productie", "manufacture"),
    "seat": Text("vestiging", "seat"),
    "parent": Text("eigenaar", "owner"),
    "ownership": Text("land van eigendom", "country of ownership"),
}
"""The facts of a source, in a word or two."""


def _numbered(lines: list[str]) -> tuple[str, ...]:
    return tuple(f"{number}. {line}" for number, line in enumerate(lines, 1)) if len(lines) > 1 else tuple(lines)


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


COLUMNS: tuple[Column, ...] = (
    Column("rank", Text("Nr.", "No."), 6, lambda row, _: row.rank,
           Text("Plaats in de lijst: eerst de zwaarste graad, dan de stilstandklasse.", "Place in the list: worst grade first, then standstill class."), "number"),
    Column("grade", Text("Graad", "Grade"), 15, lambda row, language: graded(row.grade, language),
           Text("Zwaarste bevinding die het beleid niet accepteert.", "Worst finding that the policy does not accept.")),
    Column("system", Text("Systeem", "System"), 20, lambda row, _: visible(row.system),
           Text("Het systeem waarin het component zit.", "The system that the component is part of.")),
    Column("component", Text("Component", "Component"), 18, lambda row, _: visible(row.component.id),
           Text("Waarmee de stuklijst het component aanduidt.", "How the bill of materials identifies the component.")),
    Column("part_number", Text("Artikelnummer", "Part number"), 20, lambda row, _: visible(row.component.part_number or "") or None,
           Text("Het nummer zoals de stuklijst het schrijft.", "The number as the bill of materials writes it.")),
    Column("description", Text("Omschrijving", "Description"), 34, lambda row, _: visible(row.component.description) or None,
           Text("De omschrijving uit de stuklijst.", "The description in the bill of materials.")),
    Column("class", Text("Componentklasse", "Component class"), 18, lambda row, language: names.class_text(row.component.component_class)[language],
           Text("Wat voor onderdeel het is, als dat duidelijk is.", "What sort of part it is, where that is clear.")),
    Column("standstill_class", Text("Stilstandklasse", "Standstill class"), 16, lambda row, language: names.standstill_text(row.component.component_class)[language],
           Text("Hoe moeilijk vervanging is: specifiek (nieuw ontwerp), aanpasbaar, handelsgoed (de markt heeft gelijken). Een klasse, geen aantal weken.",
                "How hard replacement is: specific (redesign), adaptable, commodity (the market has equals). A class, not a number of weeks.")),
    Column("lines", Text("Regels", "Lines"), 8, lambda row, _: row.component.lines,
           Text("Hoeveel regels van de stuklijst erom vragen.", "How many lines of the bill of materials ask for it."), "number"),
    Column("quantity", Text("Aantal", "Quantity"), 9, lambda row, _: _float(row.component.quantity),
           Text("Hoeveel er in één systeem gaan; leeg: niet opgegeven.", "How many one system needs; empty: not stated."), "number"),
    Column("reasons", Text("Redenen", "Reasons"), 56, lambda row, language: "\n".join(reasons(row, language)) or None,
           Text("De bevindingen in woorden, met het nummer van de regel.", "The findings in words, with the number of the rule.")),
    Column("sources", Text("Bronnen", "Sources"), 34, lambda row, language: "\n".join(sources(row, language)),
           Text("De goedgekeurde bronnen: fabrikant en artikelnummer. Wie verkoopt, zegt niets over herkomst.",
                "The approved sources: manufacturer and part number. Who sells it says nothing of origin.")),
    Column("manufacture", Text("Land van productie", "Country of manufacture"), 22, lambda row, language: "\n".join(countries(row, "manufacture", language)),
           Text("Waar elke bron het maakt.", "Where each source makes it.")),
    Column("seat", Text("Land van vestiging", "Country of the seat"), 20, lambda row, language: "\n".join(countries(row, "seat", language)),
           Text("Waar elke fabrikant gevestigd is.", "Where each manufacturer has its seat.")),
    Column("ownership", Text("Uiteindelijke eigenaar", "Ultimate parent"), 30, lambda row, language: "\n".join(owners(row, language)),
           Text("Het moederbedrijf van elke fabrikant en het land daarvan.", "The parent company of each manufacturer and its country.")),
    Column("evidence", Text("Bewijs per veld", "Evidence by field"), 30, lambda row, language: "\n".join(evidence(row, language)),
           Text("Het zwakste bewijs over alle bronnen: bewezen, opgegeven, afgeleid, aangenomen of onbekend.",
                "The weakest evidence over all sources: proven, declared, inferred, assumed or unknown.")),
    Column("verdicts", Text("Staat bouwen in de weg", "Stands in the way of building"), 30, lambda row, language: "\n".join(verdicts(row, language)) or None,
           Text("Groepen landen waaruit het systeem door dit component niet, of niet zeker, te bouwen is.",
                "Groups of countries from which this component keeps the system from being built, surely or possibly.")),
    Column("lead_time", Text("Levertijd (weken)", "Lead time (weeks)"), 11, lambda row, _: _float(row.component.lead_time_weeks),
           Text("De opgegeven levertijd; leeg: niet opgegeven.", "The stated lead time; empty: not stated."), "weeks"),
    Column("stock", Text("Voorraad", "Stock"), 10, lambda row, _: _float(row.component.stock),
           Text("Stuks op voorraad; leeg: niet opgegeven.", "Pieces in stock; empty: not stated."), "number"),
    Column("value", Text("Waarde", "Value"), 12, lambda row, _: _float(row.component.cost),
           Text("Kosten van het aantal voor één systeem, in de munt van de stuklijst; leeg: geen prijs.",
                "Cost of the quantity for one system, in the currency of the bill of materials; empty: no price."), "money"),
    Column("cells", Text("Cellen", "Cells"), 20, lambda row, _: ", ".join(visible(str(cell)) for cell in row.cells) or None,
           Text("Waar het in de stuklijst staat.", "Where the bill of materials says it.")),
    Column("decision", Text("Besluit", "Decision"), 14, lambda _row, _language: None,
           Text("Aan u: accepteren, handelen of uitzoeken.", "Yours: accept, act or investigate."), "entry"),
    Column("remark", Text("Toelichting", "Remark"), 36, lambda _row, _language: None,
           Text("Ruimte voor uw motivering.", "Room for your reasons."), "entry"),
)  # fmt: skip
"""All columns, in the order of the workbook."""


def listed(items: list[str], language: Language, limit: int = 6) -> str:
    """A few items by name and the rest as a number."""
    more = len(items) - limit
    tail = {"nl": f" en nog {more}", "en": f" and {more} more"}[language] if more > 0 else ""
    return ", ".join(items[:limit]) + tail
