"""Words of the first sheet."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.text import Text
from reports.raw_materials.words import SYSTEM_SHEETS, TITLES

HEADS = ((Text("Onderwerp", "Subject"), 36), (Text("Uitkomst", "Outcome"), 30), (Text("Toelichting", "Remark"), 110))
"""The columns and their widths."""

LISTS_OF_INTEREST = ("materials", "class_materials", "material_shares", "export_controls")
"""The reference lists on which this file rests; the sheet on how it was made has them all."""

TOPICS: Mapping[str, Text] = {
    "about": Text("Systemen", "Systems"),
    "date": Text("Stand", "As of"),
    "needed": Text("Grondstoffen in de systemen", "Raw materials in the systems"),
    "stopping": Text("Leggen een systeem zeker stil", "Certainly stop a system"),
    "strategic": Text("Strategisch voor de EU (bijlage I)", "Strategic to the EU (Annex I)"),
    "critical": Text("Kritiek, niet strategisch (bijlage II)", "Critical, not strategic (Annex II)"),
    "nato": Text("Op de NAVO-lijst", "On NATO's list"),
    "concentration": Text("Meer dan 65% uit één land buiten de EU", "More than 65% from one country outside the EU"),
    "in force": Text("Exportcontrole van kracht", "Export control in force"),
    "open": Text("Exportcontrole open: na te gaan", "Export control open: to be checked"),
    "suspended": Text("Exportcontrole opgeschort", "Export control suspended"),
    "goods": Text("Maatregelen op goederen", "Measures on goods"),
    "no shares": Text("Geen aandelen bekend", "No shares known"),
    "unknown": Text("Niet bekend wat erin zit", "Not known what is in it"),
    "evidence": Text("Bewijs dat het erin zit", "Evidence that it is in there"),
    "fill in": Text("Gevraagd aan de lezer", "Asked of the reader"),
    "sheets": Text("Bladen", "Sheets"),
}
"""What each row is about."""

SAID: Mapping[str, Text] = {
    "about": Text(
        "De grondstoffen die deze systemen nodig hebben of mogelijk nodig hebben, voor de Nationale "
        "Grondstoffenstrategie en het Nederlands Materialen Observatorium. Hoeveelheden staan er niet in.",
        "The raw materials that these systems need or may need, for the Nationale Grondstoffenstrategie and the "
        "Nederlands Materialen Observatorium. There are no amounts in it.",
    ),
    "counted": Text("{certain} zeker, {possible} mogelijk", "{certain} certain, {possible} possible"),
    "yardstick": Text(
        "{count} van wat zeker nodig is; maatstaf van art. 5(1)(b)", "{count} of the certain; yardstick of Art. 5(1)(b)"
    ),
    "of": Text("{count} van {every} componenten", "{count} of {every} components"),
    "unknown": Text(
        "Van deze componenten zegt geen opgave of lijst wat erin zit. Er kan elke grondstof in zitten: wat hierboven "
        "staat, is een ondergrens. Het blad van het systeem noemt ze; vraag de leverancier om een materiaalopgave.",
        "Of these components no statement and no list says what they hold. Any material may be in them: the above is a "
        "lower bound. The sheet of the system names them; ask the supplier for a material declaration.",
    ),
    "nothing": Text("geen", "none"),
    "evidence": Text(
        "Aantal keren dat een grondstof in een component zit of kan zitten, naar bewijs. Afgeleid: een lijst zegt het "
        "van de componentklasse. Aangenomen: zij zit er mogelijk in.",
        "How often a component holds or may hold a material, by evidence. Inferred: a list says so of the component "
        "class. Assumed: it may be in there.",
    ),
    "where": Text("blad Grondstoffen, gele kolommen", "sheet Raw materials, yellow columns"),
    "fill in": Text(
        "Per grondstof: of een voorraad wenselijk en mogelijk is (Voorraadoptie), welke handelingslijn van de "
        "Nationale Grondstoffenstrategie past (Handelingslijn NGS), en een opmerking. Een volgende analyse schrijft "
        "niet over wat is ingevuld.",
        "For each material: whether a stock is desirable and possible (Voorraadoptie), which line of action of the "
        "Nationale Grondstoffenstrategie fits (Handelingslijn NGS), and a remark. A later analysis does not write over "
        "what was filled in.",
    ),
}
"""Outcomes and remarks."""

SHEETS: tuple[tuple[Text, Text], ...] = (
    (
        TITLES["overview"],
        Text(
            "per grondstof wie haar aanwijst, hoeveel componenten haar bevatten en wie het meeste levert",
            "for each material who lists it, how many components hold it and who supplies most",
        ),
    ),
    (
        TITLES["materials"],
        Text("alles per grondstof, met de kolommen om in te vullen", "all of each material, with columns to fill in"),
    ),
    (
        TITLES["shares"],
        Text(
            "elk aandeel per stap, gegevensbron en land, met HS6-code, bron en jaren",
            "every share by stage, dataset and country, with HS6 code, source and years",
        ),
    ),
    (
        SYSTEM_SHEETS,
        Text("welk component wat bevat, en op wiens woord", "which component holds what, and on whose word"),
    ),
    (
        TITLES["act"],
        Text(
            "de vragen van de risicobeoordeling, voor zover de analyse ze beantwoordt",
            "the questions of the risk assessment, as far as the analysis answers them",
        ),
    ),
    (
        TITLES["codebook"],
        Text(
            "wat elke kolom betekent, en hoe dit bestand koppelt met handelsgegevens",
            "what each column means, and how this file joins with trade data",
        ),
    ),
)
"""What each sheet has."""
