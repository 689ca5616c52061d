"""DM501: a strategic, critical or defence-critical raw material in what the system needs."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Rule
from depmap.core.material_facts import Listing
from depmap.core.material_lists import listings
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.holding import holders
from risk_rules.looking import listing, stepped

MESSAGE = Text("{material} is {listed}; {held}.", "{material} is {listed}; {held}.")
STRATEGIC = Text("strategisch in de EU (‘{words}’, {annex})", "strategic in the EU (“{words}”, {annex})")
CRITICAL = Text("kritiek in de EU (‘{words}’, {annex})", "critical in the EU (“{words}”, {annex})")
NATO = Text("defensiekritiek volgens de NAVO", "defence-critical according to NATO")


def check(case: Case) -> Iterator[Finding]:
    """Every listed material that a component holds or may hold; one grade lower when none certainly does."""
    known = listings()
    for name, held in holders(case.facts.graph).items():
        about = known.get(name.partition(":")[2])
        words = _listed(about) if about is not None else []
        if about is None or not words:
            continue
        yield case.finding(
            name,
            MESSAGE.format(material=_capital(about.material.name), listed=listing(words), held=held.told),
            stepped(case.grade, (bool(about.strategic or about.nato)) - (not held.certain)),
            held.support,
            strategic=about.strategic or None,
            critical=about.critical or None,
            nato=about.nato or None,
            supply_risk=about.supply_risk,
            economic_importance=about.economic_importance,
            components=held.certain,
            possible=held.possible,
        )


def _listed(about: Listing) -> list[Text]:
    """What lists say of it: the strategic ones are critical too, which goes without saying."""
    found = []
    if about.strategic:
        found.append(STRATEGIC.format(words=about.strategic, annex=about.strategic_annex))
    elif about.critical:
        found.append(CRITICAL.format(words=about.critical, annex=about.critical_annex))
    return [*found, NATO] if about.nato else found


def _capital(name: Text) -> Text:
    return Text(name.nl[:1].upper() + name.nl[1:], name.en[:1].upper() + name.en[1:])


RULE: Rule[Case] = Rule(
    id="DM501",
    title=Text("Strategische of kritieke grondstof", "Strategic or critical raw material"),
    what=Text(
        "Een grondstof die in de EU als strategisch of kritiek geldt, of volgens de NAVO als defensiekritiek, in een "
        "benodigd component. Strategisch of NAVO: een graad hoger; bevat geen component haar zeker: een graad lager. "
        "Wat componenten bevatten is opgegeven, of afgeleid of aangenomen uit hun klasse; een lijst is nooit volledig. "
        "Sommige vermeldingen gelden alleen voor een kwaliteit, zoals accukwaliteit: de woorden van de verordening "
        "staan erbij.",
        "A raw material that is listed in the EU as strategic or critical, or by NATO as defence-critical, in a "
        "required component. Strategic or NATO: one grade higher; held by no component for certain: one grade lower. "
        "What components hold is declared, or inferred or assumed from their class; no list is complete. Some entries "
        "hold for a grade only, such as battery grade: the words of the regulation are given.",
    ),
    why=Text(
        "Zonder deze grondstoffen worden de componenten niet gemaakt, wie de fabrikant ook is. Daar raakt het "
        "voortzettingsvermogen aan de Nationale Grondstoffenstrategie.",
        "Without these raw materials the components are not made, whoever the manufacturer is. Here staying power "
        "meets the Nationale Grondstoffenstrategie.",
    ),
    action=Text(
        "Geef dit door aan de liaisons van de Nationale Grondstoffenstrategie; vraag fabrikanten naar gehalte, "
        "herkomst en voorraad.",
        "Pass this on to the liaisons of the Nationale Grondstoffenstrategie; ask makers for content, origin and "
        "stock.",
    ),
    reference=Text(
        "Verordening (EU) 2024/1252 (CRM Act), bijlagen I en II; NAVO, 11 december 2024. Kamerbrief APOS 2026: "
        "samenwerking binnen de Nationale Grondstoffenstrategie.",
        "Regulation (EU) 2024/1252 (CRM Act), Annexes I and II; NATO, 11 December 2024. Kamerbrief APOS 2026: "
        "cooperation within the Nationale Grondstoffenstrategie.",
    ),
    layer=Layer.MATERIAL,
    grade=Grade.LOW,
    check=check,
    laws=("crma-annex-1", "crma-annex-2", "nato-materials"),
    fires={"motor": ["Acme@DE"], "$components": {"motor": {"component_class": "bldc-motor"}}},
    silent={"motor": ["Acme@DE"]},
)
