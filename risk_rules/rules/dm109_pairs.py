"""DM109: a supplier, parent or country whose loss stops the system together with one other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from depmap.core.answers import CutSet
from depmap.core.evidence import CellRef, Tier
from depmap.core.graph import Kind, Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, country_names, listing, stepped, weakest

MESSAGE = Text(
    "Valt {name} weg samen met één van deze, dan staat het systeem stil: {others}.",
    "When {name} falls away together with one of these, the system stops: {others}.",
)
MORE = Text("{count:ander|andere}", "{count:other|others}")
SHOWN = 5
"""How many partners a sentence names."""


def check(case: Case) -> Iterator[Finding]:
    """Every node in at least so many certain pairs of the supply layer; higher for a country of concern."""
    nodes, home = case.facts.graph.nodes, case.words("home_countries")
    for name, pairs in _pairs(case).items():
        kind, label = nodes[name].kind, nodes[name].label
        if len(pairs) < case.number("pairs") or (kind is Kind.COUNTRY and label in home):
            continue
        others = sorted({node for pair in pairs for node in pair.nodes} - {name})
        concern = kind is Kind.COUNTRY and label in case.policy.concern
        yield case.finding(
            name,
            MESSAGE.format(name=_named(case, name), others=_listed(case, others)),
            stepped(case.grade, int(concern)),
            Support(_tier(case, (name, *others)), _cells(pairs)),
            with_one_of=tuple(others),
        )


def _pairs(case: Case) -> Mapping[str, list[CutSet]]:
    """Node -> the pairs that hold it, by name."""
    found: dict[str, list[CutSet]] = {}
    for sets in case.facts.cut_sets:
        if sets.certain and Layer.SUPPLY in sets.layers:
            for pair in sets.sets:
                for node in pair.nodes if len(pair.nodes) == 2 else ():
                    found.setdefault(node, []).append(pair)
    return dict(sorted(found.items()))


def _listed(case: Case, others: list[str]) -> Text:
    named = [_named(case, node) for node in others[:SHOWN]]
    return listing([*named, MORE.format(count=len(others) - SHOWN)] if len(others) > SHOWN else named)


def _named(case: Case, name: str) -> str | Text:
    node = case.facts.graph.nodes[name]
    return country_names([node.label]) if node.kind is Kind.COUNTRY else node.label


def _tier(case: Case, names: tuple[str, ...]) -> Tier:
    """How well it is known that parts come from these."""
    labels = {case.facts.graph.nodes[name].label for name in names}
    facts = (fact for part in case.parts for each in part.sources for fact in (each.manufacturer, each.manufacture))
    return weakest(fact for fact in facts if fact.value in labels)


def _cells(pairs: list[CutSet]) -> tuple[CellRef, ...]:
    return tuple(sorted({cell for pair in pairs for cell in pair.cells}))


RULE: Rule[Case] = Rule(
    id="DM109",
    title=Text("Uitvalcombinatie van twee", "Cut set of two"),
    what=Text(
        "Een leverancier of land waarvan het wegvallen niet op zichzelf, maar samen met één ander het systeem "
        "stillegt, met ten minste zo veel anderen als het beleid zegt. Exact bepaald uit het netwerk van de levering, "
        "hoe de onbekende gegevens ook uitvallen. Voor een zorgland een graad hoger. Genoemd worden alleen paren die "
        "het rapport opsomt.",
        "A supplier or country whose loss stops the system not alone but together with one other, with at least as "
        "many others as the policy says. Determined exactly from the network of supply, whatever the unknown facts "
        "turn out to be. One grade higher for a country of concern. Only pairs that the report lists are named.",
    ),
    why=Text(
        "Een tweede bron helpt niet als één crisis beide raakt. Deze combinaties zijn de volgende zwakke plek nadat "
        "de knelpunten zijn weggenomen.",
        "A second source does not help when one crisis hits both. These combinations are the next weak spot once the "
        "single points have been removed.",
    ),
    action=Text(
        "Zorg voor een derde bron of voorraad bij de onderdelen achter deze combinaties, te beginnen waar beide in "
        "hetzelfde gebied liggen.",
        "Provide a third source or stock for the parts behind these combinations, beginning where both lie in the same "
        "region.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’: voortzettingsvermogen.",
        "Kamerbrief APOS 2026, ‘Strategische afhankelijkheden’: staying power.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.LOW,
    check=check,
    params=(
        Param(
            "home_countries",
            ("NL",),
            Text("Landen waarvan het wegvallen geen bevinding geeft.", "Countries whose loss gives no finding."),
        ),
        Param("pairs", 2, Text("Vanaf zoveel paren een bevinding.", "A finding from so many pairs on.")),
    ),
    uses=("concern",),
    fires={"motor": ["Acme@DE", "Volt@US"], "radio": ["Acme@DE", "Beta@FR"]},
    silent={"motor": ["Acme@DE", "Volt@US", "Beta@FR"], "radio": ["Acme@DE"]},
)
