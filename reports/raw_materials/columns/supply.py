"""Who supplies it: which share a country has of what, by whom it was counted."""

from __future__ import annotations

from depmap.core.evidence import Tier
from depmap.core.material_words import STAGES
from depmap.core.text import Language, Text
from reports.raw_materials import words
from reports.raw_materials.columns.column import Column
from reports.raw_materials.hand_off import Row
from reports.words import names
from reports.words.format import visible


def _country(row: Row, language: Language) -> str:
    if row.country:
        return names.country(row.country, language)
    return (words.NO_SHARES if row.supply is None else words.NO_COUNTRY)[language]


KEY: tuple[Column, ...] = (
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
)
"""What names the row."""

SUPPLY: tuple[Column, ...] = (
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
)
"""The share, and where it was read."""
