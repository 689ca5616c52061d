"""DM102: several sources, but all in one and the same third country."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import countries, country_names, places, support, unknown_among

ALL = Text(
    "Alle bronnen van {part} liggen in één land: {country}.", "All sources of {part} are in one country: {country}."
)
KNOWN = Text(
    "Van de bronnen van {part} is maar één land van productie bekend: {country}.",
    "Of the sources of {part} only one country of manufacture is known: {country}.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with several sources and one known country, outside the group; one grade lower if some are unknown."""
    minimum, home = case.number("sources"), case.group()
    for part in case.parts:
        known = countries(part)
        if len(part.sources) < minimum or len(known) != 1 or known[0] in home.members:
            continue
        facts = places(part)
        unplaced = unknown_among(facts)
        yield case.finding(
            part.id,
            (KNOWN if unplaced else ALL).format(part=part.label, country=country_names(known)),
            case.graded(part, -1 if unplaced else 0),
            support(facts, part.cells),
            country=known[0],
            sources=len(facts),
            unknown_origins=unplaced,
            component_class=part.component_class,
        )


RULE: Rule[Case] = Rule(
    id="DM102",
    title=Text("Eén land", "Single country"),
    what=Text(
        "Een benodigd onderdeel met meer dan één bron, waarvan alle bekende landen van productie samen één land zijn, "
        "buiten de groep (standaard de EU). Een onderdeel met één bron valt hier niet onder: dat melden DM101 en "
        "DM103. Zijn niet alle landen bekend, dan is de bevinding een graad lager; bij een gangbare componentklasse "
        "is zij laag.",
        "A required part with more than one source, of which all known countries of manufacture are one country, "
        "outside the group (the EU by default). A part with one source is not meant: DM101 and DM103 report it. When "
        "not all countries are known, the finding is one grade lower; for a commodity component class it is low.",
    ),
    why=Text(
        "De tweede bron geeft hier schijnzekerheid: een uitvoerverbod, een conflict of een ramp in dat land treft "
        "alle bronnen tegelijk, en daarmee het voortzettingsvermogen.",
        "The second source gives false certainty here: an export ban, a conflict or a disaster in that country hits "
        "all sources at once, and with them staying power.",
    ),
    action=Text(
        "Zoek een bron in een ander land, bij voorkeur in Nederland of bij een Europese producent; leg anders "
        "voorraad aan.",
        "Find a source in another country, preferably in the Netherlands or with a European producer; otherwise keep "
        "stock.",
    ),
    reference=Text(
        "STRAIIK-D 2025, bijlage 1: afbouwen van risicovolle strategische afhankelijkheden.",
        "STRAIIK-D 2025, bijlage 1: winding down risky strategic dependencies.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "group",
            "EU",
            Text(
                "Landengroep waarbinnen één land geen bevinding geeft.",
                "Country group within which a single country gives no finding.",
            ),
        ),
        Param("sources", 2, Text("Vanaf zoveel bronnen wordt gekeken.", "Only parts with at least so many sources.")),
    ),
    uses=("commodity",),
    fires={"battery": ["Acme@US", "Volt@US"], "antenna": ["Acme@US", "Volt"]},
    silent={"battery": ["Acme@US", "Volt@KR"], "antenna": ["Acme@DE", "Volt@DE"], "radio": ["Acme@US"]},
)
