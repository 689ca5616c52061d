"""DM107: a supplier, a parent company or a country whose loss alone stops the system."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.answers import SinglePoint
from depmap.core.evidence import Tier
from depmap.core.graph import Kind, Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text, same
from risk_rules.case import Case
from risk_rules.looking import Support, country_names, stepped

KINDS = (Kind.SUPPLIER, Kind.PARENT, Kind.COUNTRY)

MESSAGES = {
    Kind.SUPPLIER: Text(
        "Zonder {name} staat het systeem stil ({parts}).", "Without {name} the system stops ({parts})."
    ),
    Kind.PARENT: Text(
        "Zonder de bedrijven van {name} staat het systeem stil ({parts}).",
        "Without the companies of {name} the system stops ({parts}).",
    ),
    Kind.COUNTRY: Text(
        "Het systeem staat stil als één land wegvalt: {name} ({parts}).",
        "The system stops if one country falls away: {name} ({parts}).",
    ),
}
ONE = Text("één component", "one component")
MANY = Text("{count} componenten", "{count} components")


def check(case: Case) -> Iterator[Finding]:
    """Every certain single point among suppliers, parents and countries; once, with all layers in which it holds."""
    points: dict[str, list[SinglePoint]] = {}
    for point in case.facts.single_points:
        if point.certain and case.facts.graph.nodes[point.node].kind in KINDS:
            points.setdefault(point.node, []).append(point)
    for node, found in points.items():
        kind, label = case.facts.graph.nodes[node].kind, case.facts.graph.nodes[node].label
        if kind is Kind.COUNTRY and label in case.words("home_countries"):
            continue
        components = sorted({name for point in found for name in point.components})
        concern = kind is Kind.COUNTRY and label in case.policy.concern
        steps = (len(components) >= case.number("components")) + concern
        yield case.finding(
            node,
            MESSAGES[kind].format(
                name=country_names([label]) if kind is Kind.COUNTRY else same(label),
                parts=ONE if len(components) == 1 else MANY.format(count=len(components)),
            ),
            stepped(case.grade, steps),
            Support(_weakest(case, found), tuple(sorted({cell for point in found for cell in point.cells}))),
            layers=tuple(point.layer.value for point in found),
            components=tuple(components),
            witness=found[0].witness,
        )


def _weakest(case: Case, points: list[SinglePoint]) -> Tier:
    """The weakest evidence along the chains."""
    order, nodes = list(Tier), case.facts.graph.nodes
    tiers = [
        need.tier
        for point in points
        for lost, owner in zip(point.witness, point.witness[1:], strict=False)
        for need in nodes[owner].needs
        if need.node == lost
    ]
    return max(tiers, key=order.index, default=Tier.DECLARED)


RULE: Rule[Case] = Rule(
    id="DM107",
    title=Text("Knelpunt van het systeem", "Single point of failure"),
    what=Text(
        "Een leverancier, uiteindelijke eigenaar of land waarvan het wegvallen op zichzelf het systeem stillegt, hoe "
        "de onbekende gegevens ook uitvallen. Exact bepaald uit het netwerk, ook als het achter meer onderdelen of "
        "achter een moederbedrijf zit. Een graad hoger vanaf een aantal componenten, en een graad hoger voor een "
        "zorgland.",
        "A supplier, ultimate parent or country whose loss alone stops the system, whatever the unknown facts turn "
        "out to be. Determined exactly from the network, also when it hides behind several parts or a parent company. "
        "One grade higher from a number of components on, and one grade higher for a country of concern.",
    ),
    why=Text(
        "Hier volstaat één gebeurtenis om productie en herstel van het hele systeem te stoppen. Het zijn de plekken "
        "waar het voortzettingsvermogen van de krijgsmacht aan één partij hangt.",
        "Here one event is enough to stop production and repair of the whole system. These are the places where the "
        "staying power of the armed forces hangs on one party.",
    ),
    action=Text(
        "Begin bij het knelpunt met de meeste componenten: een tweede bron elders, voorraad, of aanvullende afspraken "
        "met deze partij; anders een parallel ontwikkelingstraject voor een alternatief.",
        "Begin with the single point that has the most components: a second source elsewhere, stock, or extra terms "
        "with this party; otherwise a parallel development track for an alternative.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’; STRAIIK-D 2025, bijlage 1.",
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’; STRAIIK-D 2025, bijlage 1.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(
        Param(
            "home_countries",
            ("NL",),
            Text("Landen waarvan het wegvallen geen bevinding geeft.", "Countries whose loss gives no finding."),
        ),
        Param(
            "components",
            5,
            Text(
                "Vanaf zoveel afhankelijke componenten een graad hoger.",
                "One grade higher from so many dependent components on.",
            ),
        ),
    ),
    uses=("concern",),
    fires={"motor": ["Acme@DE", "Volt@DE"], "radio": ["Volt@DE", "Volt@NL"]},
    silent={"motor": ["Acme@DE", "Volt@NL"], "radio": ["Volt@DE", "Beta@NL"]},
)
