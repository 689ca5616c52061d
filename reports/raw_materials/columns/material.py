"""The material itself: what it is called, and what law and studies say of it."""

from __future__ import annotations

from depmap.core.text import Text
from reports.raw_materials import words
from reports.raw_materials.columns.column import LAW, NATO, STUDY, Column
from reports.words.format import visible


def listed(annex: str, wording: str) -> str | None:
    """``Annex I(h): lithium - battery grade``."""
    return f"{annex}: {wording}" if wording else None


NAMES: tuple[Column, ...] = (
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
)
"""Its names and codes."""

LISTINGS: tuple[Column, ...] = (
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
        source=NATO,
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
)
"""Who lists it, with what wording, and how risky its supply was found."""
