"""DM111: a part that certainly stops under a named loss, and stays away for long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from depmap.core.answers import Loss, Weeks
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import Support, listing, stepped

AT_LEAST = Text("ten minste {low} weken", "at least {low} weeks")
BETWEEN = Text("{low} tot {high} weken", "{low} to {high} weeks")
EXACT = Text("{low} weken", "{low} weeks")
UP_TO = Text("tot {high} weken (voorraad onbekend)", "up to {high} weeks (stock unknown)")
MESSAGE = Text(
    "Zonder {part} staat het systeem {weeks} stil: {losses}.", "Without {part} the system stops for {weeks}: {losses}."
)
MORE = Text("{count:ander scenario|andere scenario’s}", "{count:other scenario|other scenarios}")
SHOWN = 3
"""How many losses a sentence names."""


def check(case: Case) -> Iterator[Finding]:
    """Every part whose standstill is, or without stock may be, as long; with the named losses that stop it."""
    losses, long = _losses(case), case.number("weeks")
    for part in case.parts:
        outage = case.facts.outages.get(part.id)
        if part.id not in losses or outage is None:
            continue
        stopped = outage.standstill
        worst = stopped.low if stopped.low >= long else stopped.high
        if worst is None or worst < long:
            continue
        named = losses[part.id]
        shown: list[str | Text] = [loss.name for loss in list(named.values())[:SHOWN]]
        if len(named) > SHOWN:
            shown.append(MORE.format(count=len(named) - SHOWN))
        yield case.finding(
            part.id,
            MESSAGE.format(part=part.label, weeks=_said(stopped), losses=listing(shown)),
            stepped(case.grade, (worst >= 2 * long) - (stopped.low < long)),
            Support(Tier.ASSUMED, part.cells),
            weeks_low=stopped.low,
            weeks_high=stopped.high,
            losses=tuple(named),
            component_class=part.component_class,
        )


def _losses(case: Case) -> Mapping[str, dict[str, Loss]]:
    """Part -> the named losses that certainly stop it, in supply or control, by their word."""
    found: dict[str, dict[str, Loss]] = {}
    for standstill in case.facts.standstills:
        if Layer.MATERIAL not in standstill.layers:
            for name in standstill.certain:
                found.setdefault(name, {}).setdefault(standstill.loss.id, standstill.loss)
    return found


def _said(weeks: Weeks) -> Text:
    low = f"{weeks.low:.0f}"
    if weeks.high is None:
        return AT_LEAST.format(low=low)
    if weeks.low == 0:
        return UP_TO.format(high=f"{weeks.high:.0f}")
    return EXACT.format(low=low) if weeks.high == weeks.low else BETWEEN.format(low=low, high=f"{weeks.high:.0f}")


RULE: Rule[Case] = Rule(
    id="DM111",
    title=Text("Lange stilstand", "Long standstill"),
    what=Text(
        "Een benodigd onderdeel dat bij een scenario uit het beleid zeker wegvalt, en waarvan de stilstand "
        "(hersteltijd min voorraad) dan zo lang duurt als de drempel. Vanaf tweemaal de drempel een graad hoger; is de "
        "voorraad niet opgegeven, dan kan de stilstand korter zijn: een graad lager. De hersteltijd is die van de "
        "componentklasse: een aanname. Zonder klasse is zij onbekend; zulke onderdelen staan hier niet, en zijn "
        "daarmee niet veilig.",
        "A required part that certainly falls away in a scenario of the policy, and whose standstill (recovery minus "
        "stock) then lasts as long as the threshold. From twice the threshold on one grade higher; when stock is not "
        "stated the standstill may be shorter: one grade lower. The recovery is that of the component class: an "
        "assumption. Without a class it is unknown; such parts are not listed here, which does not make them safe.",
    ),
    why=Text(
        "Niet elk knelpunt weegt even zwaar: hoelang het systeem stilstaat bepaalt of de krijgsmacht het uitzingt.",
        "Not every single point weighs the same: how long the system stands still decides whether the armed forces "
        "last.",
    ),
    action=Text(
        "Leg voorraad aan voor ten minste de genoemde weken, kwalificeer vooraf een tweede bron, of ontwikkel met de "
        "markt en kennisinstellingen een alternatief.",
        "Build stock for at least the weeks named, qualify a second source beforehand, or develop an alternative with "
        "the market and knowledge institutes.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: componenten van kritiek belang voor het voortzettingsvermogen. Weken: lijst van soorten "
        "componenten (aangenomen) of het beleid.",
        "Kamerbrief APOS 2026: components critical to staying power. Weeks: list of component classes (assumed) or the "
        "policy.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(Param("weeks", 26, Text("Vanaf zoveel weken een bevinding.", "A finding from so many weeks on.")),),
    fires={
        "motor": ["Acme@CN"],
        "$components": {"motor": {"component_class": "bldc-motor"}},
        "$suppliers": {"Acme": {"seat": "CN", "parent": "Acme Group", "ownership": "CN"}},
    },
    silent={
        "motor": ["Acme@CN", "Volt@DE"],
        "screw": ["Acme@CN"],
        "box": ["Acme@CN"],
        "$components": {"motor": {"component_class": "bldc-motor"}, "screw": {"component_class": "fastener"}},
        "$suppliers": {
            "Acme": {"seat": "CN", "parent": "Acme Group", "ownership": "CN"},
            "Volt": {"seat": "DE", "parent": "Volt AG", "ownership": "DE"},
        },
    },
)
