"""DM107: a supplier, a parent company or a country whose loss alone stops the system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from depmap.core.answers import SinglePoint
from depmap.core.evidence import Fact
from depmap.core.graph import Kind, Layer, Node
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import country_names, stepped, support

LAYERS = (Layer.SUPPLY, Layer.CONTROL)
"""Not raw materials: with those nearly everything depends on one country, which is true but hides the rest."""

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
PARTS = {0: Text("een samenstelling", "an assembly"), 1: Text("één component", "one component")}
MANY = Text("{count} componenten", "{count} components")


def check(case: Case) -> Iterator[Finding]:
    """Every certain single point among suppliers, parents and countries; once, with all layers in which it holds."""
    nodes, home = case.facts.graph.nodes, case.words("home_countries")
    needs = _needs_by_node(nodes.values())
    for name, points in _points(case).items():
        kind, label = nodes[name].kind, nodes[name].label
        if kind is Kind.COUNTRY and label in home:
            continue
        components = tuple(sorted({component for point in points for component in point.components}))
        many = len(components) >= case.number("components")
        concern = kind is Kind.COUNTRY and label in case.policy.concern
        finding = case.finding(
            name,
            MESSAGES[kind].format(
                name=country_names([label]) if kind is Kind.COUNTRY else label,
                parts=PARTS.get(len(components), MANY.format(count=len(components))),
            ),
            stepped(case.grade, many + concern),
            support(needs[name], tuple(cell for point in points for cell in point.cells)),
            layers=tuple(point.layer.value for point in points),
            components=components,
        )
        yield replace(finding, layer=points[0].layer)


def _points(case: Case) -> dict[str, list[SinglePoint]]:
    """The certain single points by node, each with one entry per layer of `LAYERS`."""
    found: dict[str, list[SinglePoint]] = {}
    for point in case.facts.single_points:
        if point.certain and point.layer in LAYERS and case.facts.graph.nodes[point.node].kind in MESSAGES:
            found.setdefault(point.node, []).append(point)
    return found


def _needs_by_node(nodes: Iterable[Node]) -> dict[str, list[Fact]]:
    """What says of each node that it is needed."""
    stated: dict[str, list[Fact]] = {}
    for node in nodes:
        for need in node.needs:
            stated.setdefault(need.node, []).append(Fact(need.node, need.tier, need.cells))
    return stated


RULE: Rule[Case] = Rule(
    id="DM107",
    title=Text("Knelpunt van het systeem", "Single point of failure"),
    what=Text(
        "Een leverancier, uiteindelijke eigenaar of land waarvan het wegvallen op zichzelf het systeem stillegt, hoe "
        "de onbekende gegevens ook uitvallen; voor levering en zeggenschap. Exact bepaald uit het netwerk, ook als "
        "het achter meer onderdelen of achter een moederbedrijf zit. Een graad hoger vanaf een aantal componenten, en "
        "een graad hoger voor een zorgland.",
        "A supplier, ultimate parent or country whose loss alone stops the system, whatever the unknown facts turn "
        "out to be; for supply and control. Determined exactly from the network, also when it hides behind several "
        "parts or a parent company. One grade higher from a number of components on, and one grade higher for a "
        "country of concern.",
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
