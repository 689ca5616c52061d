"""The questions of Article 24 of Regulation (EU) 2024/1252, and what is said when they are answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class Asked:
    """One question."""

    key: str
    """Stable English name."""

    article: str
    """Where it stands."""

    rule: str
    """Id in the list of laws and rules; empty when its text was not read."""

    question: Text
    """The question."""

    basis: Text
    """What the answer rests on."""

    missing: Text
    """What is missing for a whole answer; ``{silent}`` of ``{every}`` components are of unknown content."""


HEADS = (
    (Text("Onderdeel", "Part"), 13),
    (Text("Vraag", "Question"), 34),
    (Text("Antwoord, voor zover de analyse het geeft", "Answer, as far as the analysis has one"), 60),
    (Text("Waarop het rust", "What it rests on"), 34),
    (Text("Woorden van de verordening", "Words of the regulation"), 44),
    (Text("Wat ontbreekt", "What is missing"), 44),
)
"""The columns and their widths."""

SAID: Mapping[str, Text] = {
    "nothing": Text("Geen gevonden in de lijsten.", "None found in the lists."),
    "no material": Text(
        "Niet te beantwoorden: van geen strategische grondstof is bekend dat zij nodig is of kan zijn.",
        "Cannot be answered: no strategic raw material is known to be needed, or possibly needed.",
    ),
    "not read": Text("De tekst is niet gelezen.", "The text was not read."),
    "who": Text(
        "Niet te beslissen uit een stuklijst. Drones staan in de opsomming van lid 1. De systemen gebruiken {certain} "
        "strategische grondstoffen zeker en nog {possible} mogelijk.",
        "Cannot be decided from a bill of materials. Drones are among the products of paragraph 1. The systems "
        "certainly use {certain} strategic raw materials, and possibly {possible} more.",
    ),
    "grade": Text(
        "Volgens de lijst per klasse in de kwaliteit van bijlage I: {named}.",
        "By the list of classes in the grade of Annex I: {named}.",
    ),
    "stops": Text(
        "{material}: componenten die stilvallen {count}; {weeks}", "{material}: components that stop {count}; {weeks}"
    ),
    "no weeks": Text("stilstand niet bekend", "standstill not known"),
    "declared": Text(
        "De analyse weet van geen verzoeken aan leveranciers. Van {count} componenten is iets van de inhoud opgegeven "
        "of bewezen; de rest rust op openbare lijsten, wat lid 3 toelaat als leveranciers na een verzoek niets geven.",
        "The analysis knows of no requests to suppliers. Of {count} components something of the content is declared or "
        "proven; the rest rests on public lists, which paragraph 3 allows when suppliers give nothing on request.",
    ),
    "to fill in": Text(
        "In te vullen: Voorraadoptie, Handelingslijn NGS en Opmerking op het blad met aandelen. Vervangbaarheid (SI, 1 "
        "is niet te vervangen) van de grondstoffen zonder welke een systeem zeker stilvalt:",
        "To be filled in: Voorraadoptie, Handelingslijn NGS and Opmerking on the sheet of shares. How replaceable (SI, "
        "1 is not at all) the materials are without which a system certainly stops:",
    ),
    "reported": Text("Door de onderneming te bepalen.", "For the company to settle."),
}
"""Parts of answers."""

_WORLD = Text(
    "Het grootste land buiten de EU in het wereldaanbod, procenten per gegevensset. Dat is niet waar de eigen "
    "keten koopt.",
    "The largest country outside the EU in the world's supply, per cent by dataset. That is not where one's "
    "own chain buys.",
)
_OWN = Text(
    "Waar de eigen keten koopt; opgaven van leveranciers tot aan de mijn. Van {silent} van {every} componenten is niet "
    "bekend wat erin zit.",
    "Where one's own chain buys; statements of suppliers down to the mine. Of {silent} of {every} components it is not "
    "known what is in them.",
)

ASKED: tuple[Asked, ...] = (
    Asked(
        "who",
        "art. 24(1)",
        "crma-24",
        Text("Moet deze onderneming een risicobeoordeling doen?", "Must this company do a risk assessment?"),
        Text(
            "Opsomming van producten in lid 1; grondstoffen van de stuklijst.",
            "Products of paragraph 1; the materials.",
        ),
        Text(
            "Aantal werknemers (meer dan 500) en omzet (meer dan 150 miljoen euro, art. 2(29)); aanwijzing door de "
            "lidstaat. Of het voorstel tot wijziging COM(2025) 946 van 3 december 2025 dit artikel verandert, is niet "
            "nagegaan.",
            "Number of employees (more than 500) and turnover (more than EUR 150 million, Art. 2(29)); designation by "
            "the Member State. Whether the proposal for amendment COM(2025) 946 of 3 December 2025 changes this "
            "Article has not been checked.",
        ),
    ),
    Asked(
        "used",
        "art. 24(2)",
        "crma-24-2",
        Text("Welke strategische grondstoffen worden gebruikt?", "Which strategic raw materials are used?"),
        Text(
            "Stuklijst, opgaven en de lijst van grondstoffen per klasse.",
            "Bill of materials, statements, list of classes.",
        ),
        Text(
            "Van {silent} van {every} componenten is niet bekend wat erin zit. Hoeveelheden, en de kwaliteit waar "
            "bijlage I die noemt.",
            "Of {silent} of {every} components it is not known what is in them. Amounts, and the grade where Annex I "
            "names one.",
        ),
    ),
    Asked(
        "extracted",
        "art. 24(2)(a)",
        "crma-24-2",
        Text("Waar worden zij gewonnen?", "Where are they extracted?"),
        _WORLD,
        _OWN,
    ),
    Asked(
        "processed",
        "art. 24(2)(a)",
        "crma-24-2",
        Text("Waar worden zij verwerkt?", "Where are they processed?"),
        _WORLD,
        _OWN,
    ),
    Asked(
        "recycled",
        "art. 24(2)(a)",
        "crma-24-2",
        Text("Waar worden zij gerecycled?", "Where are they recycled?"),
        Text(
            "Waar is niet bekend. Getoond is welk deel van het EU-verbruik uit recycling van afgedankte producten komt "
            "(EoL-RIR, studie 2023).",
            "Where is not known. Shown is which part of EU consumption comes from recycling of discarded products "
            "(EoL-RIR, study of 2023).",
        ),
        Text("Het gerecyclede aandeel in de eigen keten, en waar.", "The recycled part in one's own chain, and where."),
    ),
    Asked(
        "concentration",
        "art. 24(2)(b)",
        "crma-24-2",
        Text(
            "Wat kan de levering raken: één derde land boven 65 % in een stap?",
            "What might affect supply: one third country above 65 % at a stage?",
        ),
        Text(
            "Aandelen per gegevensset; 65 % van art. 5(1)(b) is een maatstaf voor de Unie en hier alleen een ijkpunt.",
            "Shares by dataset; the 65 % of Art. 5(1)(b) is a benchmark for the Union and only a yardstick here.",
        ),
        Text(
            "Wat niet genoemd is, is niet veilig: aandelen kunnen ontbreken.",
            "What is not named is not safe: shares may be missing.",
        ),
    ),
    Asked(
        "controls",
        "art. 24(2)(b)",
        "crma-24-2",
        Text("Wat kan de levering raken: exportcontrole?", "What might affect supply: export controls?"),
        Text(
            "Lijst van exportbeperkingen, stand op de dag van de analyse.",
            "List of export controls, on the day of the analysis.",
        ),
        Text(
            "Maatregelen van landen die de lijst niet kent; de open standen.",
            "Measures of countries not in the list; what is open.",
        ),
    ),
    Asked(
        "risk",
        "art. 24(2)(b)",
        "crma-24-2",
        Text(
            "Wat kan de levering raken: een leveringsrisico vanaf 1?", "What might affect supply: a supply risk from 1?"
        ),
        Text("SR uit de studie van de Europese Commissie, 2023.", "SR of the study of the European Commission, 2023."),
        Text("Gegevens van na 2020; het risico van de eigen keten.", "Data after 2020; the risk of one's own chain."),
    ),
    Asked(
        "vulnerable",
        "art. 24(2)(c)",
        "crma-24-2",
        Text("Hoe kwetsbaar is de productie voor een verstoring?", "How vulnerable is production to a disruption?"),
        Text(
            "Het netwerk: zonder welke grondstof een systeem zeker stilvalt, wat er ook onbekend is, en hoe lang.",
            "The network: without which material a system certainly stops, whatever is unknown, and for how long.",
        ),
        Text(
            "Wat stilvalt als een onbekende tegenvalt ({silent} van {every} componenten zonder bekende inhoud); "
            "voorraden en hersteltijden die niet zijn opgegeven.",
            "What stops if an unknown turns out badly ({silent} of {every} components of unknown content); stocks and "
            "recovery times that were not stated.",
        ),
    ),
    Asked(
        "suppliers",
        "art. 24(3)",
        "crma-24-3",
        Text("Is navraag gedaan bij leveranciers?", "Have suppliers been asked?"),
        Text(
            "Materiaalopgaven, kolom materiaal en catalogi die zijn meegelezen.",
            "Material declarations and columns that were read.",
        ),
        Text("De verzoeken en de antwoorden.", "The requests and the answers."),
    ),
    Asked(
        "mitigation",
        "art. 24(4)",
        "crma-24-4",
        Text("Wat is mogelijk: spreiden of vervangen?", "What can be done: diversify or substitute?"),
        Text(
            "Vervangingsindex SI van de studie van 2023, voor het gebruik in de EU.",
            "Substitution index SI of the study of 2023, for use in the EU.",
        ),
        Text("De maatregelen zelf.", "The measures themselves."),
    ),
    Asked(
        "report",
        "art. 24(6)",
        "crma-24-6",
        Text("Gaat het verslag naar het bestuur?", "Does the report go to the board?"),
        Text(
            "Niets in de analyse. De tekst van lid 5 is niet gelezen.",
            "Nothing in the analysis. Paragraph 5 was not read.",
        ),
        Text("Of de lidstaat dit verlangt.", "Whether the Member State asks for it."),
    ),
)
"""The questions, in the order of the Article."""
