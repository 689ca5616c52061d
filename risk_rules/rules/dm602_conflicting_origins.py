"""DM602: the bill of materials states different countries of manufacture for one and the same source."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import CONFLICT, CellRef, Fact, Tier, unknown
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.model import Source
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, support

MESSAGE = Text(
    "De stuklijst noemt verschillende landen van productie voor {part}: {countries}. De herkomst geldt als onbekend.",
    "The bill of materials states different countries of manufacture for {part}: {countries}. The origin counts as "
    "unknown.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with a source of unknown origin because its cells contradict each other."""
    for part in case.parts:
        torn = [each.manufacture for each in part.sources if each.manufacture.reference.startswith(CONFLICT)]
        if torn:
            codes = sorted({code for fact in torn for code in fact.reference.removeprefix(CONFLICT).split(", ")})
            yield case.finding(
                part.id,
                MESSAGE.format(part=part.label, countries=country_names(codes)),
                case.grade,
                support(torn, part.cells),
                countries=tuple(codes),
            )


CELLS = (CellRef("sketch.xlsx", "Sheet1", 2, "A"), CellRef("sketch.xlsx", "Sheet1", 2, "B"))
TORN = Source(Fact("Acme", Tier.DECLARED, CELLS), unknown(*CELLS, reference=f"{CONFLICT}CN, DE"), cells=CELLS)

RULE: Rule[Case] = Rule(
    id="DM602",
    title=Text("Tegenstrijdige herkomst", "Conflicting origins"),
    what=Text(
        "Een onderdeel waarvoor de stuklijst bij dezelfde fabrikant en hetzelfde onderdeelnummer verschillende landen "
        "van productie noemt. Geen van beide telt dan: de herkomst is onbekend.",
        "A part for which the bill of materials states different countries of manufacture for the same manufacturer "
        "and part number. Neither counts then: the origin is unknown.",
    ),
    why=Text(
        "Wie zelf niet weet waar een onderdeel vandaan komt, kan zijn leveringszekerheid niet aantonen.",
        "Whoever does not know where a part comes from cannot show its security of supply.",
    ),
    action=Text(
        "Laat de leverancier per regel vaststellen waar het onderdeel wordt gemaakt, met bewijsstuk.",
        "Have the supplier establish line by line where the part is made, with a document.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: herkomst en leveringszekerheid van componenten aantonen.",
        "Kamerbrief APOS 2026: showing origin and supply security of components.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    fires={"motor": ["Acme"], "$components": {"motor": {"sources": (TORN,), "cells": CELLS}}},
    silent={"motor": ["Acme@DE", "Acme@NL"]},
)
