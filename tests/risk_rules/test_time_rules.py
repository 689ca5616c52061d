"""What the rules on combinations, standstill and lead times find."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from depmap.core.sketch import sketch
from depmap.network.standstill import outages
from risk_rules import find_rule, load_policy, run
from risk_rules.case import Facts
from risk_rules.examples import facts_of

POLICY = load_policy()
CONTROLLED = {"Acme": {"seat": "CN", "parent": "Acme Group", "ownership": "CN"}}


def judge(rule: str, facts: Facts) -> list[tuple[str, str]]:
    """Subject and grade of what one rule finds."""
    return [(each.subject, each.grade.key) for each in run(facts, POLICY, (find_rule(rule),))]


def with_fields(sources: list[str], **fields: object) -> Facts:
    return facts_of(sketch("drone", {"motor": sources, "$components": {"motor": fields}, "$suppliers": CONTROLLED}))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"a": ["Acme@DE", "Volt@US"], "b": ["Acme@DE", "Beta@FR"]}, [("country:DE", "low"), ("supplier:Acme", "low")]),
        ({"a": ["Acme@CN", "Volt@US"], "b": ["Beta@CN", "Core@FR"]}, [("country:CN", "medium")]),
        ({"a": ["Acme@DE"], "b": ["Acme@DE", "Beta@FR"]}, []),
    ],
)
def test_what_stops_it_together_with_several_others(
    parts: Mapping[str, object], expected: list[tuple[str, str]]
) -> None:
    found = judge("DM109", facts_of(sketch("drone", parts)))
    assert [each for each in found if each in expected] == expected
    assert bool(found) == bool(expected)


def test_the_own_country_gives_no_finding() -> None:
    found = judge("DM109", facts_of(sketch("drone", {"a": ["Acme@NL", "Volt@US"], "b": ["Beta@NL", "Core@FR"]})))
    assert found
    assert "country:NL" not in {subject for subject, _ in found}


@pytest.mark.parametrize(
    ("component_class", "expected"),
    [("bldc-motor", "low"), ("fpga", "medium"), ("fastener", ""), (None, "")],
)
def test_without_stock_a_standstill_may_be_as_long_as_its_recovery(component_class: str | None, expected: str) -> None:
    found = judge("DM111", with_fields(["Acme@CN"], component_class=component_class))
    assert found == ([("component:motor", expected)] if expected else [])


def test_a_standstill_that_stock_does_not_bridge_is_certain() -> None:
    fields = {"component_class": "bldc-motor", "stock": Decimal(0), "quantity": Decimal(2)}
    assert judge("DM111", with_fields(["Acme@CN"], **fields)) == [("component:motor", "medium")]
    assert judge("DM111", with_fields(["Acme@CN", "Volt@DE"], **fields)) == []


@pytest.mark.parametrize(
    ("weeks", "stock", "expected"),
    [(16, None, "medium"), (15, None, ""), (20, 0, "medium"), (20, 100, ""), (20, 30, "medium")],
)
def test_a_lead_time_counts_unless_stock_bridges_it(weeks: int, stock: int | None, expected: str) -> None:
    fields = {
        "lead_time_weeks": Decimal(weeks),
        "stock": None if stock is None else Decimal(stock),
        "quantity": Decimal(2),
    }
    bom = sketch("drone", {"motor": ["Acme@DE"], "$components": {"motor": fields}})
    facts = Facts(bom, facts_of(bom).graph, outages=outages(bom, {}, systems_per_week=1.0))
    assert judge("DM112", facts) == ([("component:motor", expected)] if expected else [])
