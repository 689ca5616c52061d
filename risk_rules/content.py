"""European content: what the rules on it have in common. Each law counts its own countries."""

from __future__ import annotations

from collections.abc import Iterator

from depmap.core.evidence import CellRef, Tier
from depmap.core.judgement import Finding
from depmap.core.shares import CostOutside
from depmap.core.text import Text
from depmap.network.content import cost_outside
from risk_rules.case import Case
from risk_rules.looking import Support, stepped

WHAT = Text(
    "Het deel van de kosten van de componenten dat van buiten {group} komt, als interval, tegen de grens van {law}. "
    "Zeker boven de grens: voldoet niet. Kan het nog beide kanten op, omdat herkomst of prijs ontbreekt: niet te "
    "beslissen, een graad lager. Voor herkomst telt het land van productie, voor component de regel zonder "
    "onderliggende regels: de Europese Commissie heeft hierover nog niets vastgelegd.",
    "The part of the cost of the components that comes from outside {group}, as an interval, against the limit of "
    "{law}. Certainly above the limit: fails. When it can still go either way because origin or price is missing: "
    "cannot be decided, one grade lower. The country of manufacture counts as origin, a line without children as "
    "component: the European Commission has laid down nothing on this so far.",
)
FAIL = Text(
    "Van de kosten van de componenten komt {share} van buiten ‘{group}’, meer dan de toegestane {limit} %.",
    "Of the cost of the components {share} comes from outside “{group}”, more than the {limit} % allowed.",
)
OPEN = Text(
    "Of ten hoogste {limit} % van de kosten van de componenten van buiten ‘{group}’ komt, is niet te beslissen: "
    "{share}; herkomst open bij {open}, zonder prijs {unpriced} componenten.",
    "Whether at most {limit} % of the cost of the components comes from outside “{group}” cannot be decided: "
    "{share}; origin open for {open}, without a price {unpriced} components.",
)
PASS, FAILS, UNDECIDED = "pass", "fail", "cannot decide"
"""The verdicts, in outputs."""


def content_findings(case: Case) -> Iterator[Finding]:
    """One finding about the system unless the cost from outside certainly stays within the limit."""
    group, limit = case.group(), case.number("percent")
    share = cost_outside(case.facts.bom, group.members)
    verdict = decide(share, limit)
    if verdict == PASS or not case.facts.bom.components:
        return
    deciding = share.outside if verdict == FAILS else tuple(dict.fromkeys((*share.open, *share.unpriced)))
    yield case.finding(
        case.facts.graph.top,
        (FAIL if verdict == FAILS else OPEN).format(
            share=_between(share), group=group.name, limit=limit, open=len(share.open), unpriced=len(share.unpriced)
        ),
        stepped(case.grade, 0 if verdict == FAILS else -1),
        Support(Tier.DECLARED if verdict == FAILS else Tier.UNKNOWN, _cells(case, deciding)),
        group=group.id,
        limit=limit / 100,
        low=share.low,
        high=share.high,
        verdict=verdict,
        components=deciding,
    )


def decide(share: CostOutside, limit: int) -> str:
    """Whether at most ``limit`` per cent come from outside.

    >>> decide(CostOutside(0.2, 0.3, (), (), ()), 35), decide(CostOutside(0.2, 0.4, (), (), ()), 35)
    ('pass', 'cannot decide')
    """
    if share.high * 100 <= limit:
        return PASS
    return FAILS if share.low * 100 > limit else UNDECIDED


def _between(share: CostOutside) -> Text:
    low, high = (f"{100 * end:.1f}" for end in (share.low, share.high))
    if low == high:
        return Text(f"{low.replace('.', ',')} %", f"{low} %")
    return Text(f"{low.replace('.', ',')} tot {high.replace('.', ',')} %", f"{low} to {high} %")


def _cells(case: Case, names: tuple[str, ...]) -> tuple[CellRef, ...]:
    nodes = case.facts.graph.nodes
    return tuple(sorted({cell for name in names if name in nodes for cell in nodes[name].cells}))
