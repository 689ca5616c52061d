"""The columns of the short sheets of the raw-material hand-off, and the codebook of them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from depmap.core.material_lists import export_measures
from depmap.core.text import Language, Text
from reports import names
from reports.columns import Value
from reports.raw_materials import words
from reports.raw_materials.columns import BOM, COLUMNS, LAW, LISTS, NONE, OF_MATERIALS, OF_SHARES, Column
from reports.tables import Heading, Table


@dataclass(frozen=True, slots=True)
class Told:
    """One column of a short sheet."""

    title: str
    """Its heading, Dutch."""

    width: int
    """In characters."""

    meaning: Text
    """What it says."""

    source: Text
    """Where it comes from."""

    kind: Literal["text", "number"] = "text"
    """How its cells are shown."""


AS_SHARES = Text("Als op het blad met aandelen.", "As on the sheet of shares.")
JOINS = Text("Blijvende aanduiding; koppelt de bladen.", "Lasting id; joins the sheets.")
NATO = Text("NAVO, 11 december 2024, volgens persberichten", "NATO, 11 December 2024, as press reports say")

OVERVIEW: tuple[Told, ...] = (
    Told("Grondstof", 24, Text("De grondstof; bovenaan wat onbekend is.", "The material; the unknown on top."), LISTS),
    Told("Grondstof-id", 15, JOINS, LISTS),
    Told(
        "Strategisch",
        26,
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
            "De systemen die zonder haar zeker stilvallen, wat er ook onbekend is.",
            "The systems that certainly stop without it, whatever is unknown.",
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

SYSTEM: tuple[Told, ...] = (
    Told("Component", 20, Text("Zoals de stuklijst het aanduidt.", "As the bill of materials identifies it."), BOM),
    Told("Omschrijving", 30, Text("Uit de stuklijst.", "From the bill of materials."), BOM),
    Told("Componentklasse", 20, Text("Afgeleid, of onbekend.", "Inferred, or unknown."), BOM),
    Told(
        "Grondstof",
        22,
        Text("De grondstof, of dat niet bekend is wat erin zit.", "The material, or that the content is unknown."),
        BOM,
    ),
    Told("Grondstof-id", 15, JOINS, LISTS),
    Told("Zekerheid", 11, Text("Zeker, mogelijk of onbekend.", "Certain, possible or unknown."), BOM),
    Told("Waarvoor", 28, Text("De rol, volgens de lijst voor de klasse.", "The role, by the list of classes."), LISTS),
    Told(
        "Belang", 11, Text("Kern, gangbaar of soms, voor de klasse.", "Core, common or optional in the class."), LISTS
    ),
    Told("Bewijs", 12, Text("Op wiens woord zij erin zit.", "On whose word it is in there."), BOM),
    Told(
        "Strategische kwaliteit",
        13,
        Text(
            "Ja: volgens de lijst is dit gebruik van de kwaliteit die bijlage I noemt. Leeg: niet bekend.",
            "Yes: by the list this use is of the grade that Annex I names. Empty: not known.",
        ),
        LISTS,
    ),
    Told("Bron", 22, Text("De lijst of het document erachter.", "The list or document behind it."), BOM),
    Told("Regels", 8, Text("Regels van de stuklijst.", "Lines of the bill of materials."), BOM, "number"),
    Told("Cellen", 22, Text("Waar het staat, of het component.", "Where it stands, or the component."), BOM),
)
"""The columns of the sheet of a system."""


def codebook(language: Language) -> Table:
    """What every column means, in both languages, and how the file joins with data of others."""
    heads = (("Blad", 18), ("Kolom", 24), ("Betekenis", 56), ("Meaning", 56), ("Eenheid", 26), ("Bron", 40))
    rows: list[tuple[Value, ...]] = [
        (name[language], topic, text.nl, text.en, None, None) for name, topic, text in _notes()
    ]
    every = ((_sheets(column), column.title, column.meaning, column.unit, column.source) for column in COLUMNS)
    short = (
        (name, column.title, column.meaning, NONE, column.source)
        for name, sheet in ((words.TITLES["overview"], OVERVIEW), (words.SYSTEM_SHEETS, SYSTEM))
        for column in sheet
    )
    rows.extend(
        (name[language], title, meaning.nl, meaning.en, unit[language], source[language])
        for name, title, meaning, unit, source in (*every, *short)
    )
    headings = tuple(Heading(title, width) for title, width in heads)
    return Table("codebook", words.TITLES["codebook"][language], headings, tuple(rows))


def _sheets(column: Column) -> Text:
    """Where a column stands in the workbook; the CSV has them all."""
    found = [
        words.TITLES[name]
        for name, columns in (("materials", OF_MATERIALS), ("shares", OF_SHARES))
        if column in columns
    ]
    return Text(", ".join(each.nl for each in found), ", ".join(each.en for each in found))


def _notes() -> Iterable[tuple[Text, str, Text]]:
    """What is to be known before the columns."""
    known = sorted({each.country for each in export_measures()})
    countries = Text(*(", ".join(names.country(code, each) for code in known) for each in ("nl", "en")))
    for title, text in words.NOTES.items():
        yield words.WHOLE_FILE, title, text.format(countries=countries)
