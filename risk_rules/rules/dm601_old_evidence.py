"""DM601: evidence of origin that is older than the policy allows, or without a date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from depmap.core.clock import today
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Finding, Grade, Param, Rule
from depmap.core.text import Text
from risk_rules.case import Case
from risk_rules.looking import stepped, support

OLD = Text(
    "Het bewijs van de herkomst van {part} is van {date}, meer dan {months} maanden oud: {document}.",
    "The evidence of the origin of {part} dates from {date}, more than {months} months ago: {document}.",
)
UNDATED = Text(
    "Het bewijs van de herkomst van {part} noemt geen datum: {document}.",
    "The evidence of the origin of {part} has no date: {document}.",
)
_ISO = re.compile(r"\b(20\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")
_DUTCH = re.compile(r"\b(0?[1-9]|[12]\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](20\d\d)\b")


def check(case: Case) -> Iterator[Finding]:
    """Every part with a proven origin whose document is too old; one grade lower when it has no date."""
    months, now = case.number("months"), today()
    for part in case.parts:
        proven = [source.manufacture for source in part.sources if source.manufacture.tier is Tier.PROVEN]
        stale = [(date_in(fact.reference), fact) for fact in proven]
        stale = [(day, fact) for day, fact in stale if day is None or _months(day, now) > months]
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


def date_in(text: str) -> datetime.date | None:
    """The latest date that a reference names, as year-month-day or day-month-year; None when there is none.

    >>> date_in("CvO-2026-183.pdf, 2026-04-22"), date_in("verklaring 3-9-2025"), date_in("CvO-2026-183.pdf")
    (datetime.date(2026, 4, 22), datetime.date(2025, 9, 3), None)
    """
    found = [(int(year), int(month), int(day)) for year, month, day in _ISO.findall(text)]
    found += [(int(year), int(month), int(day)) for day, month, year in _DUTCH.findall(text)]
    days = []
    for parts in found:
        try:
            days.append(datetime.date(*parts))
        except ValueError:  # 31 April is no date
            continue
    return max(days, default=None)


def _months(day: datetime.date, now: datetime.date) -> int:
    """Whole months that have begun since then."""
    return 12 * (now.year - day.year) + now.month - day.month + (now.day > day.day)


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
