"""European content: one test per law, each with its own countries, and what its rule finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depmap.core.evidence import Tier
from depmap.core.judgement import Finding
from depmap.core.model import Bom
from depmap.core.shares import ContentTest, CostOutside, Outcome
from depmap.core.text import Text, same
from depmap.network.content import cost_outside
from risk_rules.case import Case
from risk_rules.looking import Support, places, stepped, weakest
from risk_rules.policy import Policy

WHAT = Text(
    "Het deel van de kosten van de componenten dat van buiten {group} komt, als interval, tegen de grens van {law}. "
    "Zeker boven de grens: voldoet niet. Kan het nog beide kanten op, omdat herkomst of prijs ontbreekt: niet te "
    "beslissen, een graad lager. Voor herkomst telt het land van productie, voor component de regel zonder "
    "onderliggende regels: een leidraad van de Europese Commissie hierover is niet gevonden, dit is onze lezing.",
    "The part of the cost of the components that comes from outside {group}, as an interval, against the limit of "
    "{law}. Certainly above the limit: fails. When it can still go either way because origin or price is missing: "
    "cannot be decided, one grade lower. The country of manufacture counts as origin, a line without children as "
    "component: no guidance of the European Commission on this was found, so that is our reading.",
)
FAIL = Text(
    "Van de kosten van de componenten komt {share} van buiten ‘{group}’, meer dan de toegestane {limit} %.",
    "Of the cost of the components {share} comes from outside “{group}”, more than the {limit} % allowed.",
)
OPEN = Text(
    "Of ten hoogste {limit} % van de kosten van de componenten van buiten ‘{group}’ komt, is niet te beslissen: "
    "{share}{because}.",
    "Whether at most {limit} % of the cost of the components comes from outside “{group}” cannot be decided: "
    "{share}{because}.",
)
ORIGINS = Text(
    "van {count:component|componenten} is de herkomst open", "the origin of {count:component|components} is open"
)
PRICES = Text(
    "van {count:component|componenten} ontbreekt de prijs", "the price of {count:component|components} is missing"
)


@dataclass(frozen=True, slots=True)
class _Law:
    """What tells one law from the other; countries and limit are parameters of its rule."""

    test: str
    rule: str
    name: Text
    article: Text


_LAWS = (
    _Law(
        "SAFE-16(10)",
        "DM301",
        same("SAFE"),
        Text("Verordening (EU) 2025/1106, art. 16(10)", "Regulation (EU) 2025/1106, Art. 16(10)"),
    ),
    _Law(
        "EDIP-10(3)",
        "DM302",
        same("EDIP"),
        Text("Verordening (EU) 2025/2643, art. 10(3)", "Regulation (EU) 2025/2643, Art. 10(3)"),
    ),
)


def content_tests(bom: Bom, policy: Policy) -> tuple[ContentTest, ...]:
    """The test of every law whose rule the policy has not switched off; none of a system without components."""
    return tuple(_test(law, bom, policy) for law in _LAWS if bom.components and policy.rules[law.rule].enabled)


def _test(law: _Law, bom: Bom, policy: Policy) -> ContentTest:
    settings = policy.rules[law.rule].params
    group = policy.groups[str(settings["group"])]
    limit = float(str(settings["percent"])) / 100
    share = cost_outside(bom, group.members)
    return ContentTest(law.test, law.rule, law.name, law.article, group.id, group.name, limit, share)


def content_findings(case: Case) -> Iterator[Finding]:
    """One finding about the system unless the cost from outside certainly stays within the limit."""
    known = case.facts.content
    for test in content_tests(case.facts.bom, case.policy) if known is None else known:
        if test.rule == case.rule.id and test.outcome is not Outcome.PASS:
            yield _finding(case, test)


def _finding(case: Case, test: ContentTest) -> Finding:
    share, fails = test.share, test.outcome is Outcome.FAIL
    origins = (fact for part in case.parts if part.id in test.deciding for fact in places(part))
    return case.finding(
        case.facts.graph.top,
        (FAIL if fails else OPEN).format(
            share=_between(share),
            group=test.group_name,
            limit=round(100 * test.limit),
            because=_because(share),
        ),
        stepped(case.grade, 0 if fails else -1),
        Support(weakest(origins) if fails else Tier.UNKNOWN, case.cells(test.deciding)),
        group=test.group,
        limit=test.limit,
        low=share.low,
        high=share.high,
        verdict=str(test.outcome),
        components=test.deciding,
    )


def _because(share: CostOutside) -> Text:
    """What keeps it open: origins and prices that nobody states, each where there are any."""
    reasons = ((ORIGINS, len(share.open)), (PRICES, len(share.unpriced)))
    told = [words.format(count=count) for words, count in reasons if count]
    joined = Text(", ".join(each.nl for each in told), ", ".join(each.en for each in told))
    return Text(f"; {joined.nl}", f"; {joined.en}") if told else joined


def _between(share: CostOutside) -> Text:
    low, high = (f"{100 * end:.1f}" for end in (share.low, share.high))
    if low == high:
        return Text(f"{low.replace('.', ',')} %", f"{low} %")
    return Text(f"{low.replace('.', ',')} tot {high.replace('.', ',')} %", f"{low} to {high} %")
