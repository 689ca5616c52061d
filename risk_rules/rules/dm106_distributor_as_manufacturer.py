"""DM106: the workbook names a distributor where the manufacturer belongs."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import unknown
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.model import Source
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import listing, support

MESSAGE = Text(
    "Als fabrikant van {part} staat een distributeur vermeld ({names}); wie het maakt, is onbekend.",
    "A distributor is named as the manufacturer of {part} ({names}); who makes it is unknown.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with a source whose manufacturer cell names a distributor."""
    for part in case.parts:
        typed = [source for source in part.sources if source.typed_as_manufacturer]
        if not typed:
            continue
        names = tuple(sorted({str(source.typed_as_manufacturer) for source in typed}))
        yield case.finding(
            part.id,
            MESSAGE.format(part=part.label, names=listing(names)),
            case.grade,
            support((source.manufacturer for source in typed), part.cells),
            distributors=names,
            sources=len(part.sources),
        )


RULE: Rule[Case] = Rule(
    id="DM106",
    title=Text("Distributeur als fabrikant", "Distributor as manufacturer"),
    what=Text(
        "Een benodigd onderdeel waarbij in de kolom voor de fabrikant een bekende distributeur staat. De distributeur "
        "telt dan niet als fabrikant: die is onbekend, en daarmee ook de herkomst.",
        "A required part for which a known distributor stands in the column for the manufacturer. The distributor "
        "then does not count as the manufacturer: that one is unknown, and so is the origin.",
    ),
    why=Text(
        "Een distributeur levert uit voorraad die een ander maakt, en is geen bewijs van herkomst. Wie de "
        "distributeur voor de fabrikant houdt, ziet de werkelijke afhankelijkheid niet, en daarmee niet wat het "
        "voortzettingsvermogen bedreigt.",
        "A distributor delivers from stock that somebody else makes, and is no evidence of origin. Whoever takes the "
        "distributor for the manufacturer does not see the real dependence, and so not what threatens staying power.",
    ),
    action=Text(
        "Vraag de distributeur of de leverancier naar de fabrikant en het fabrikantnummer, en vul die in.",
        "Ask the distributor or the supplier for the manufacturer and its part number, and enter them.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: herkomst van componenten aantonen. Distributeurs: lijst van fabrikanten en "
        "distributeurs.",
        "Kamerbrief APOS 2026: showing the origin of components. Distributors: list of manufacturers and distributors.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.LOW,
    check=check,
    fires={
        "connector": [""],
        "$components": {"connector": {"sources": (Source(unknown(), typed_as_manufacturer="Mouser"),)}},
    },
    silent={"connector": ["Acme@DE"], "cable": [""]},
)
