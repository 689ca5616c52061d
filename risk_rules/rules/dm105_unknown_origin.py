"""DM105: the country of manufacture is unknown."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, places, support

ALL = Text("Van {part} is het land van productie onbekend.", "The country of manufacture of {part} is unknown.")
SOME = Text(
    "Het land van productie is onbekend bij {count} van de {total} bronnen van {part}.",
    "The country of manufacture is unknown for {count} of the {total} sources of {part}.",
)
GUESS = Text("{sentence} Een lijst vermoedt: {countries}.", "{sentence} A list presumes: {countries}.")


def check(case: Case) -> Iterator[Finding]:
    """Every part with a source of unknown country of manufacture; one grade lower when another source has one."""
    for part in case.parts:
        facts = places(part)
        missing = [fact for fact in facts if not fact.known]
        if not missing:
            continue
        every = len(missing) == len(facts)
        presumed = tuple(sorted({fact.hint for fact in missing if fact.hint}))
        message = (ALL if every else SOME).format(part=part.label, count=len(missing), total=len(facts))
        if presumed:
            message = GUESS.format(sentence=message, countries=country_names(presumed))
        yield case.finding(
            part.id,
            message,
            case.graded(part, 0 if every else -1),
            support(missing, part.cells),
            unknown_origins=len(missing),
            sources=len(facts),
            presumed=presumed,
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM105",
    title=Text("Herkomst onbekend", "Unknown origin"),
    what=Text(
        "Een benodigd onderdeel met ten minste één bron waarvan het land van productie onbekend is of alleen op een "
        "aanname berust; één bevinding per onderdeel. Heeft een andere bron wel een bekend land, dan is de bevinding "
        "een graad lager; bij een gangbare componentklasse is zij laag. Een distributeur zegt niets over de herkomst.",
        "A required part with at least one source of which the country of manufacture is unknown or rests on an "
        "assumption only; one finding per part. When another source does have a known country, the finding is one "
        "grade lower; for a commodity component class it is low. A distributor says nothing about origin.",
    ),
    why=Text(
        "Van een onderdeel zonder bekende herkomst is niet te zeggen of het in een crisis geleverd wordt. Zolang dat "
        "onbekend is, kan geen enkele uitspraak over leveringszekerheid erop rusten.",
        "Of a part without a known origin one cannot say whether it will be delivered in a crisis. As long as that is "
        "unknown, no statement on security of supply can rest on it.",
    ),
    action=Text(
        "Vraag de leverancier om de herkomst aan te tonen, bij voorkeur met een certificaat van oorsprong; geef de "
        "voorkeur aan bedrijven die dat kunnen (bonus-malus).",
        "Ask the supplier to demonstrate the origin, preferably by a certificate of origin; prefer companies that can "
        "(bonus-malus).",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: voorkeur voor bedrijven die herkomst en leveringszekerheid van componenten kunnen "
        "aantonen.",
        "Kamerbrief APOS 2026: preference for companies that can show origin and security of supply of components.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    uses=("commodity",),
    fires={"motor": ["Acme"], "radio": ["Acme@NL", "Volt"], "camera": ["Volt@JP?"]},
    silent={"motor": ["Acme@DE", "Volt@NL~"]},
)
