"""The columns of the raw-material hand-off, the same in workbook and CSV: Dutch names, whatever the language.

The names stay Dutch so that files of several runs fit together; the values are in the language of the run, and what a
program joins on (key, ids, codes) is in neither. The codebook says of each what it means, in which unit, from where.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from depmap.core.evidence import Tier
from depmap.core.graph import Graph, Kind
from depmap.core.material_lists import IMPORTANCE
from depmap.core.material_words import STAGES
from depmap.core.text import Language, Text, same
from reports import names
from reports.columns import Value
from reports.format import visible
from reports.raw_materials import words
from reports.raw_materials.hand_off import Demand, Row
from reports.raw_materials.uses import TIERS, Uses

LISTS = Text("referentielijsten van depmap", "reference lists of depmap")
LAW = Text("Verordening (EU) 2024/1252, bijlagen I en II", "Regulation (EU) 2024/1252, Annexes I and II")
STUDY = Text(
    "Europese Commissie, studie kritieke grondstoffen 2023", "European Commission, study on critical raw materials 2023"
)
BOM = Text("stuklijst en lijst van grondstoffen per componentklasse", "bill of materials, and list by component class")
NONE = same("–")

NAMED = 200
"""Names of components in one cell: it repeats in every row of the CSV."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    title: str
    """Its heading, Dutch."""

    width: int
    """In characters, for the workbook."""

    value: Callable[[Row, Language], Value]
    """What stands in it."""

    meaning: Text
    """What it says."""

    unit: Text = NONE
    """In what it is counted or written."""

    source: Text = LISTS
    """Where it comes from."""

    kind: Literal["text", "number", "entry"] = "text"
    """How its cells are shown; ``entry`` is left for the reader."""

    of_material: bool = False
    """Whether it says the same in every row of a material; the workbook then has it once, on the sheet of materials."""


def components(demand: Demand, language: Language, *, certain: bool) -> str | None:
    """The components that certainly hold it, or only may; by system where there are several."""
    named = []
    for each, some in demand.found:
        found = called(each, [use.owner for use in some if use.certain is certain], language)
        if found:
            named.append(found if len(demand.found) == 1 else f"{visible(each.system.bom.system)}: {found}")
    return "; ".join(named) or None


def called(uses: Uses, owners: Sequence[str], language: Language, most: int = NAMED) -> str:
    """The first of these components by name, and how many more there are."""
    shown = ", ".join(owner(name, uses.system.graph, language) for name in owners[:most])
    rest = len(owners) - most
    return shown + (words.MORE.format(count=rest)[language] if rest > 0 else "")


def owner(identity: str, graph: Graph, language: Language) -> str:
    """The id of a component, as in the other workbook; the name of a whole."""
    kind, _, name = identity.partition(":")
    return visible(name) if kind == Kind.COMPONENT else names.node(graph, identity, language)


def roles(demand: Demand, language: Language) -> str | None:
    """What it is used for, the most certain use first."""
    ordered = sorted(demand.uses, key=lambda use: (not use.certain, IMPORTANCE.index(use.importance or "core")))
    return "; ".join(dict.fromkeys(visible(use.role[language]) for use in ordered if use.role[language])) or None


def importance(demand: Demand, language: Language) -> str | None:
    """The most certain importance that a list gives it in one of the components."""
    found = {use.importance for use in demand.uses if use.importance}
    return words.IMPORTANCE[min(found, key=IMPORTANCE.index)][language] if found else None


def evidence(tiers: Iterable[Tier], language: Language) -> str:
    """The best tier, in words."""
    return min(tiers, key=TIERS.index, default=Tier.UNKNOWN).text[language]


def listed(annex: str, wording: str) -> str | None:
    """``Annex I(h): lithium - battery grade``."""
    return f"{annex}: {wording}" if wording else None


def _several(row: Row, told: Callable[[int], str]) -> str | None:
    """One item per control, in the same order in every column."""
    return "; ".join(visible(told(place)) for place in range(len(row.controls))) or None


def _status(row: Row, language: Language) -> str:
    if not row.country:
        return words.STATUS["unknown"][language]
    if not row.controls:
        return words.STATUS["none"][language]
    control = row.controls[0]
    return words.STATUS[control.status].format(until=control.measure.until)[language]


def _country(row: Row, language: Language) -> str:
    if row.country:
        return names.country(row.country, language)
    return (words.NO_SHARES if row.supply is None else words.NO_COUNTRY)[language]


COLUMNS: tuple[Column, ...] = (
    Column(
        "Sleutel",
        40,
        lambda row, _: row.key,
        Text(
            "Unieke, blijvende sleutel van de rij: grondstof/stap/bereik/gegevensbron/land; unknown waar niets "
            "bekend is.",
            "Unique and lasting key of the row: material/stage/scope/dataset/country; unknown where nothing is known.",
        ),
        source=Text("depmap", "depmap"),
    ),
    Column(
        "Grondstof-id",
        15,
        lambda row, _: row.demand.listing.material.id,
        Text("Blijvende aanduiding van de grondstof; koppelt de bladen.", "Lasting id; joins the sheets."),
        of_material=True,
    ),
    Column(
        "Grondstof",
        16,
        lambda row, _: row.demand.listing.material.name.nl,
        Text("Nederlandse naam.", "Name in Dutch."),
        of_material=True,
    ),
    Column(
        "Grondstof Engels",
        16,
        lambda row, _: row.demand.listing.material.name.en,
        Text("Engelse naam.", "Name in English."),
        of_material=True,
    ),
    Column(
        "Symbool",
        9,
        lambda row, _: row.demand.listing.material.symbol or None,
        Text("Scheikundig symbool; leeg: heeft er geen.", "Chemical symbol; empty: has none."),
        of_material=True,
    ),
    Column(
        "HS6",
        15,
        lambda row, _: ";".join(row.demand.listing.hs6) or None,
        Text(
            "Voorbeeldcodes van de grondstof, gescheiden door een puntkomma; geen indeling van een zending en niet "
            "naar stap verdeeld. Leeg: de lijst heeft geen code die alleen deze grondstof dekt.",
            "Example codes of the material, separated by a semicolon; no classification of a shipment and not by "
            "stage. Empty: the list has no code that covers this material alone.",
        ),
        Text("zes cijfers", "six digits"),
        Text("CEPII BACI", "CEPII BACI"),
        of_material=True,
    ),
    Column(
        "HS-editie",
        10,
        lambda row, _: "HS 1992" if row.demand.listing.hs6 else None,
        Text(
            "Editie van het Geharmoniseerd Systeem van die codes; reken handelscijfers van een andere editie eerst om.",
            "Edition of the Harmonized System of those codes; convert trade data of another edition first.",
        ),
        source=Text("CEPII BACI", "CEPII BACI"),
        of_material=True,
    ),
    Column(
        "Stap",
        12,
        lambda row, language: STAGES[row.stage][language],
        Text("Winning of verwerking.", "Extraction or processing."),
    ),
    Column(
        "Bereik",
        14,
        lambda row, language: words.SCOPES[row.scope][language],
        Text(
            "Waarvan het een aandeel is: van het wereldaanbod, of van wat de EU inkoopt.",
            "Of what it is a share: of the world's supply, or of what the EU buys.",
        ),
    ),
    Column(
        "Gegevensbron",
        12,
        lambda row, _: row.dataset if row.supply else None,
        Text(
            "De gegevensset; de bronnen staan naast elkaar en worden niet gemengd.",
            "The dataset; they stand side by side and are never mixed.",
        ),
    ),
    Column(
        "Jaren",
        11,
        lambda row, _: row.supply.years if row.supply else None,
        Text("De jaren waarover de gegevensset spreekt.", "The years the dataset speaks about."),
        Text("jaar of jaren", "year or years"),
    ),
    Column(
        "Geteld",
        18,
        lambda row, _: (row.supply.commodity or None) if row.supply else None,
        Text(
            "Wat precies is geteld, waar dat niet de grondstof zelf is (Engels).",
            "What exactly was counted, where that is not the material itself.",
        ),
    ),
    Column(
        "Land ISO",
        9,
        lambda row, _: row.country or None,
        Text(
            "Land; leeg: onbekend. XK is Kosovo, NA is Namibië: lees de kolom als tekst.",
            "Country; empty: unknown. XK is Kosovo, NA is Namibia: read the column as text.",
        ),
        Text("ISO 3166-1 alpha-2", "ISO 3166-1 alpha-2"),
    ),
    Column("Land", 20, _country, Text("Naam van het land.", "Name of the country.")),
    Column(
        "Aandeel %",
        10,
        lambda row, _: row.share,
        Text(
            "Aandeel zoals gepubliceerd; bij een onbekend land wat er aan 100 ontbreekt: onbekend, niet van niemand.",
            "Share as published; of an unknown country what is missing to 100: unknown, not nobody's.",
        ),
        Text("procent", "per cent"),
        kind="number",
    ),
    Column(
        "Bron aandeel",
        46,
        lambda row, _: visible(row.supply.source) if row.supply else None,
        Text("Waar het aandeel is gelezen.", "Where the share was read."),
    ),
    Column(
        "Bewijs aandeel",
        12,
        lambda row, language: row.supply.tier.text[language] if row.supply else Tier.UNKNOWN.text[language],
        Text("Hoe goed het aandeel is onderbouwd.", "How well the share is supported."),
        words.TIER_UNIT,
    ),
    Column(
        "Strategisch",
        11,
        lambda row, language: words.yes_no(row.demand.listing.strategic, language),
        Text(
            "Of bijlage I van de verordening kritieke grondstoffen haar noemt, soms alleen in een kwaliteit.",
            "Whether Annex I of the Critical Raw Materials Act names it, sometimes in one grade only.",
        ),
        Text("ja of nee", "yes or no"),
        LAW,
        of_material=True,
    ),
    Column(
        "Strategisch: tekst",
        26,
        lambda row, _: listed(row.demand.listing.strategic_annex, row.demand.listing.strategic),
        Text(
            "Vindplaats en letterlijke Engelse woorden, met de kwaliteit die de aanwijzing beperkt.",
            "Place and exact words, with the grade that limits the listing.",
        ),
        source=LAW,
        of_material=True,
    ),
    Column(
        "Kritiek",
        9,
        lambda row, language: words.yes_no(row.demand.listing.critical, language),
        Text("Of bijlage II haar noemt.", "Whether Annex II names it."),
        Text("ja of nee", "yes or no"),
        LAW,
        of_material=True,
    ),
    Column(
        "Kritiek: tekst",
        26,
        lambda row, _: listed(row.demand.listing.critical_annex, row.demand.listing.critical),
        Text("Vindplaats en letterlijke Engelse woorden.", "Place and exact words."),
        source=LAW,
        of_material=True,
    ),
    Column(
        "NAVO-lijst",
        14,
        lambda row, language: row.demand.listing.nato or words.yes_no("", language),
        Text(
            "De naam waaronder zij op de NAVO-lijst van twaalf defensiekritieke grondstoffen staat, of nee.",
            "The name under which it is on NATO's list of twelve defence-critical raw materials, or no.",
        ),
        source=Text("NAVO, 11 december 2024, volgens persberichten", "NATO, 11 December 2024, as press reports say"),
        of_material=True,
    ),
    Column(
        "SR 2023",
        8,
        lambda row, _: row.demand.listing.supply_risk,
        Text("Leveringsrisico; leeg: niet beoordeeld.", "Supply risk; empty: not assessed."),
        Text("getal; kritiek vanaf 1", "number; critical from 1"),
        STUDY,
        "number",
        of_material=True,
    ),
    Column(
        "EI 2023",
        8,
        lambda row, _: row.demand.listing.economic_importance,
        Text("Economisch belang; leeg: niet beoordeeld.", "Economic importance; empty: not assessed."),
        Text("getal; kritiek vanaf 2,8", "number; critical from 2.8"),
        STUDY,
        "number",
        of_material=True,
    ),
    Column(
        "SR en EI van",
        14,
        lambda row, language: words.basis(row.demand.listing, language),
        Text(
            "Of SR en EI van de grondstof zelf zijn, of het gemiddelde van een groep.",
            "Whether SR and EI are those of the material itself, or the average of a group.",
        ),
        source=STUDY,
        of_material=True,
    ),
    Column(
        "Bron status",
        60,
        lambda row, _: visible(row.demand.listing.source),
        Text("Waar de aanwijzingen en codes zijn gelezen.", "Where the listings and codes were read."),
        of_material=True,
    ),
    Column(
        "Exportcontrole",
        22,
        _status,
        Text(
            "De zwaarste stand, op de dag van de analyse, van een maatregel van dit land op deze grondstof. Open: een "
            "opschorting is afgelopen en wat volgde is niet bekend. ‘Geen bekend’ is niet ‘geen’: de lijst is "
            "niet volledig.",
            "The gravest status, on the day of the analysis, of a measure of this country on this material. Open: a "
            "suspension has ended and what followed is not known. “None known” is not “none”: the list is not "
            "complete.",
        ),
        source=words.CONTROLS,
    ),
    Column(
        "Exportmaatregel",
        24,
        lambda row, _: _several(row, lambda at: row.controls[at].measure.name),
        Text("De maatregelen, gescheiden door een puntkomma.", "The measures, separated by a semicolon."),
        source=words.CONTROLS,
    ),
    Column(
        "Maatregel sinds",
        12,
        lambda row, _: _several(row, lambda at: row.controls[at].measure.since),
        Text("Sinds wanneer, in dezelfde volgorde.", "Since when, in the same order."),
        Text("ISO 8601", "ISO 8601"),
        words.CONTROLS,
    ),
    Column(
        "Maatregel: stand",
        26,
        lambda row, language: _several(
            row,
            lambda at: (
                words.STATUS[row.controls[at].status].format(until=row.controls[at].measure.until)[language]
                + f" ({row.controls[at].measure.status_date})"
            ),
        ),
        Text(
            "Stand van elke maatregel, met tussen haakjes van wanneer de kennis is.",
            "Status of each measure, with the state of knowledge between brackets.",
        ),
        source=words.CONTROLS,
    ),
    Column(
        "Systemen",
        24,
        lambda row, _: "; ".join(visible(each.system.bom.system) for each, _ in row.demand.found),
        Text("De systemen die haar nodig hebben of mogelijk nodig hebben.", "The systems that need it, or may."),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Componenten zeker",
        12,
        lambda row, _: row.demand.count(certain=True),
        Text(
            "Componenten met een bron die haar bevat, volgens een opgave of een gelezen lijst voor de klasse.",
            "Components with a source that holds it, as stated or as a list that was read says of the class.",
        ),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Componenten mogelijk",
        12,
        lambda row, _: row.demand.count(certain=False),
        Text("Componenten die haar mogelijk bevatten.", "Components that may hold it."),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Regels zeker",
        9,
        lambda row, _: row.demand.lines(certain=True),
        Text("Stuklijstregels van de eerste.", "Lines of the bill of materials of the former."),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Regels mogelijk",
        9,
        lambda row, _: row.demand.lines(certain=False),
        Text("Stuklijstregels van de tweede.", "Lines of the latter."),
        Text("aantal", "number"),
        BOM,
        "number",
        of_material=True,
    ),
    Column(
        "Waarvoor",
        30,
        lambda row, language: roles(row.demand, language),
        Text(
            "Rollen in de componenten, volgens de lijst per klasse.", "Roles in the components, by the list of classes."
        ),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Belang",
        12,
        lambda row, language: importance(row.demand, language),
        Text(
            "Het zwaarste belang in een van de componenten: kern (de klasse bevat haar), gangbaar (de meeste), soms.",
            "The greatest importance in one of the components: core (the class holds it), common (most do), optional.",
        ),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Bewijs gebruik",
        12,
        lambda row, language: evidence((use.tier for use in row.demand.uses), language),
        Text(
            "Het sterkste bewijs dat een component haar bevat; per component op het blad van het systeem.",
            "The strongest evidence that a component holds it; by component on the sheet of the system.",
        ),
        words.TIER_UNIT,
        BOM,
        of_material=True,
    ),
    Column(
        "Welke zeker",
        40,
        lambda row, language: components(row.demand, language, certain=True),
        Text(
            "De componenten, zoals de stuklijst ze aanduidt.",
            "The components, as the bill of materials identifies them.",
        ),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Welke mogelijk",
        40,
        lambda row, language: components(row.demand, language, certain=False),
        Text("De componenten die haar mogelijk bevatten.", "The components that may hold it."),
        source=BOM,
        of_material=True,
    ),
    Column(
        "Voorraadoptie",
        20,
        lambda *_: None,
        words.STOCK_MEANING,
        source=words.READER,
        kind="entry",
        of_material=True,
    ),
    Column(
        "Handelingslijn NGS",
        28,
        lambda *_: None,
        words.LINES_MEANING,
        source=words.READER,
        kind="entry",
        of_material=True,
    ),
    Column(
        "Opmerking",
        30,
        lambda *_: None,
        Text("In te vullen: opmerking.", "To be filled in: remark."),
        source=words.READER,
        kind="entry",
        of_material=True,
    ),
)
"""The columns, in their order."""

BESIDE_SHARES = ("Grondstof", "HS6", "Strategisch", "Kritiek", "NAVO-lijst", "Componenten zeker")
"""What the long sheet repeats of a material, to filter by; the CSV repeats everything."""

OF_SHARES = tuple(each for each in COLUMNS if not each.of_material or each.title in BESIDE_SHARES)
"""The columns of the long sheet."""

OF_MATERIALS = tuple(each for each in COLUMNS if each.of_material)
"""The columns of the sheet of materials, which the reader fills in."""
