"""DM201: a maker is seated in, or owned from, a country of concern."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, exposure, listing, references, stepped, support

SOLE = Text(
    "Zeggenschap over alle fabrikanten van {part} ({makers}) ligt in een zorgland: {countries}.",
    "Control over all manufacturers of {part} ({makers}) lies in a country of concern: {countries}.",
)
SOME = Text(
    "Zeggenschap over {makers}, fabrikant van {part}, ligt in een zorgland: {countries}.",
    "Control over {makers}, manufacturer of {part}, lies in a country of concern: {countries}.",
)
ASSUMED = Text(
    "Zeggenschap over {makers}, fabrikant van {part}, ligt vermoedelijk in een zorgland: {countries}.",
    "Control over {makers}, manufacturer of {part}, presumably lies in a country of concern: {countries}.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with a maker whose seat or owner is in a country of concern, graded by what is known of the others."""
    for part in case.parts:
        seen = exposure([case.control(source) for source in part.sources], case.policy.concern)
        if not seen.named:
            continue
        makers = sorted(
            {
                str(source.manufacturer.value)
                for source in part.sources
                if any(fact in seen.named for fact in case.control(source))
            }
        )
        message = ASSUMED if not seen.touched else SOME if seen.elsewhere or seen.unclear else SOLE
        yield case.finding(
            part.id,
            message.format(part=part.label, countries=country_names(seen.countries), makers=listing(makers)),
            stepped(case.grade, seen.steps),
            support(seen.named, part.cells),
            countries=seen.countries,
            manufacturers=tuple(makers),
            sources_elsewhere=seen.elsewhere,
            sources_unclear=seen.unclear,
            references=references(seen.named),
        )


RULE: Rule[Case] = Rule(
    id="DM201",
    title=Text("Zeggenschap vanuit een zorgland", "Control from a country of concern"),
    what=Text(
        "Een benodigd onderdeel waarvan een fabrikant gevestigd is in een zorgland, of waarvan de uiteindelijke "
        "eigenaar daar gevestigd is; waar het onderdeel gemaakt wordt doet hier niet ter zake. Alle fabrikanten: een "
        "graad hoger. Een fabrikant met bekende vestiging en eigenaar elders: een graad lager. Berust het alleen op "
        "een aanname: nog een graad lager.",
        "A required part of which a manufacturer is seated in a country of concern, or of which the ultimate owner "
        "is; where the part is made does not matter here. All manufacturers: one grade higher. A manufacturer with "
        "known seat and owner elsewhere: one grade lower. Resting on an assumption only: one grade lower still.",
    ),
    why=Text(
        "Wie zeggenschap heeft over een fabrikant kan levering, onderhoud en software laten stoppen of beïnvloeden, "
        "ook als de fabriek in Europa staat.",
        "Whoever controls a manufacturer can have delivery, maintenance and software stopped or influenced, even when "
        "the plant is in Europe.",
    ),
    action=Text(
        "Weeg dit mee bij de verwerving; maak aanvullende afspraken over zeggenschap en leveringszekerheid, of kies "
        "een bron zonder deze zeggenschap.",
        "Weigh this in acquisition; agree extra terms on control and security of supply, or choose a source without "
        "this control.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: veiligheidsbelangen en aanvullende afspraken. Feiten: lijst van fabrikanten (afgeleid "
        "of aangenomen). Landen: lijst van landengroepen, groep concern.",
        "Kamerbrief APOS 2026: security interests and extra terms. Facts: list of manufacturers (inferred or "
        "assumed). Countries: list of country groups, group concern.",
    ),
    layer=Layer.CONTROL,
    grade=Grade.MEDIUM,
    check=check,
    uses=("concern",),
    fires={
        "camera": ["Acme@DE"],
        "radio": ["Acme@DE", "Volt@NL"],
        "$suppliers": {"Acme": {"seat": "DE", "ownership": "CN"}, "Volt": {"seat": "NL", "ownership": "NL"}},
    },
    silent={"camera": ["Volt@CN"], "$suppliers": {"Volt": {"seat": "NL", "ownership": "NL"}}},
)
