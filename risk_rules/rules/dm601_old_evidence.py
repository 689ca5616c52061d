"""DM601: evidence of origin that is older than the policy allows, or without a date."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.clock import today
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.dates import date_in, months_since
from risk_rules.looking import stepped, support

OLD = Text(
    "Het bewijs van de herkomst van {part} is van {date}, meer dan {months} maanden oud: {document}.",
    "The evidence of the origin of {part} dates from {date}, more than {months} months ago: {document}.",
)
UNDATED = Text(
    "Het bewijs van de herkomst van {part} noemt geen datum: {document}.",
    "The evidence of the origin of {part} has no date: {document}.",
)


def check(case: Case) -> Iterator[Finding]:
    """Every part with a proven origin whose document is too old; one grade lower when it has no date."""
    months, now = case.number("months"), today()
    for part in case.parts:
        proven = [source.manufacture for source in part.sources if source.manufacture.tier is Tier.PROVEN]
        stale = [(date_in(fact.reference), fact) for fact in proven]
        stale = [(day, fact) for day, fact in stale if day is None or months_since(day, now) > months]
        if not stale:
            continue
        day, fact = min(stale, key=lambda each: (each[0] is None, each[0] or now))
        message = UNDATED if day is None else OLD
        yield case.finding(
            part.id,
            message.format(part=part.label, date=str(day), months=months, document=fact.reference),
            stepped(case.grade, -1 if day is None else 0),
            support([fact], part.cells),
            document=fact.reference,
            date=None if day is None else day.isoformat(),
        )


RULE: Rule[Case] = Rule(
    id="DM601",
    title=Text("Verouderd bewijs", "Old evidence"),
    what=Text(
        "Een onderdeel waarvan de herkomst met een document is aangetoond, dat ouder is dan het beleid toestaat. Noemt "
        "de verwijzing geen datum, dan is de bevinding een graad lager.",
        "A part whose origin is shown by a document that is older than the policy allows. When the reference names no "
        "date, the finding is one grade lower.",
    ),
    why=Text(
        "Fabrieken verhuizen en bedrijven wisselen van eigenaar. Op oud bewijs kan een bonus niet rusten, en een "
        "oordeel over het voortzettingsvermogen evenmin.",
        "Plants move and companies change hands. No bonus can rest on old evidence, nor can a judgement on staying "
        "power.",
    ),
    action=Text(
        "Vraag de leverancier om een nieuwe verklaring, met datum.",
        "Ask the supplier for a new declaration, with its date.",
    ),
    reference=Text(
        "Kamerbrief APOS 2026: herkomst en leveringszekerheid van componenten aantonen, bonus-malus systeem.",
        "Kamerbrief APOS 2026: showing origin and supply security of components, bonus-malus system.",
    ),
    layer=Layer.SUPPLY,
    grade=Grade.MEDIUM,
    check=check,
    params=(Param("months", 24, Text("Zoveel maanden geldt een bewijs.", "For so many months evidence holds.")),),
    fires={"motor": ["Acme@DE!"]},
    silent={"motor": ["Acme@DE"], "radio": ["Volt"]},
)
