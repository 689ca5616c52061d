"""European content under SAFE and EDIP: passes only for certain, fails only for certain, else open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from depmap.core.model import Bom
from depmap.core.shares import Outcome
from depmap.core.sketch import sketch
from risk_rules import content_tests, find_rule, load_policy, run
from risk_rules.examples import facts_of

POLICY = load_policy()


def verdict(rule: str, parts: Mapping[str, tuple[list[str], int | None]]) -> str:
    costs = {name: {"cost": Decimal(cost)} for name, (_, cost) in parts.items() if cost is not None}
    bom = sketch("drone", {**{name: sources for name, (sources, _) in parts.items()}, "$components": costs})
    found = run(facts_of(bom), POLICY, (find_rule(rule),))
    return f"{dict(found[0].facts)['verdict']} {found[0].grade.key}" if found else "pass"


@pytest.mark.parametrize(
    ("parts", "safe", "edip"),
    [
        ({"a": (["Acme@DE"], 65), "b": (["Acme@CN"], 35)}, "pass", "pass"),
        ({"a": (["Acme@DE"], 64), "b": (["Acme@CN"], 36)}, "fail high", "fail high"),
        ({"a": (["Acme@DE"], 64), "b": (["Acme@UA"], 36)}, "pass", "fail high"),
        ({"a": (["Acme@DE"], 64), "b": (["Acme@CH"], 36)}, "fail high", "fail high"),
        ({"a": (["Acme@DE"], 64), "b": (["Acme@NO"], 36)}, "pass", "pass"),
        ({"a": (["Acme@DE"], 64), "b": (["Acme"], 36)}, "cannot decide medium", "cannot decide medium"),
        ({"a": (["Acme@DE"], 64), "b": (["Acme@CN", "Volt@DE"], 36)}, "cannot decide medium", "cannot decide medium"),
        ({"a": (["Acme@DE"], 65), "b": (["Acme"], 35)}, "pass", "pass"),
        ({"a": (["Acme@DE"], 90), "b": (["Acme@CN"], None)}, "cannot decide medium", "cannot decide medium"),
        ({"a": (["Acme@DE"], None), "b": (["Acme@CN"], 36)}, "cannot decide medium", "cannot decide medium"),
        ({"a": (["Acme@CN"], None)}, "fail high", "fail high"),
    ],
)
def test_content(parts: Mapping[str, tuple[list[str], int | None]], safe: str, edip: str) -> None:
    assert (verdict("DM301", parts), verdict("DM302", parts)) == (safe, edip)


def half() -> Bom:
    """Half of its cost comes from inside, half from outside."""
    costs = {name: {"cost": Decimal(50)} for name in ("a", "b")}
    return sketch("drone", {"a": ["Acme@DE"], "b": ["Acme@CN"], "$components": costs})


def test_each_law_has_its_test_a_pass_too() -> None:
    safe, edip = content_tests(half(), POLICY)
    assert (safe.id, safe.rule, safe.group) == ("SAFE-16(10)", "DM301", "EU+EEA+UA")
    assert (edip.id, edip.rule, edip.group) == ("EDIP-10(3)", "DM302", "EU+EEA")
    assert (safe.outcome, safe.deciding) == (Outcome.FAIL, ("component:b",))
    (passed, _) = content_tests(sketch("drone", {"a": ["Acme@DE"]}), POLICY)
    assert (passed.outcome, passed.deciding) == (Outcome.PASS, ())


def test_the_policy_decides_what_is_tested_and_how_much_may_come_from_outside() -> None:
    safe = POLICY.rules["DM301"]
    milder = replace(safe, params={**safe.params, "percent": 50, "group": "NATO"})
    silent = replace(POLICY.rules["DM302"], enabled=False)
    policy = replace(POLICY, rules={**POLICY.rules, "DM301": milder, "DM302": silent})
    (test,) = content_tests(half(), policy)
    assert (test.id, test.limit, test.group, test.outcome) == ("SAFE-16(10)", 0.5, "NATO", Outcome.PASS)
    assert run(facts_of(half()), policy, (find_rule("DM301"),)) == ()


def test_a_system_without_components_is_not_tested() -> None:
    assert content_tests(sketch("drone", {}), POLICY) == ()


def test_rules_take_what_was_worked_out_before() -> None:
    bom = half()
    doubled = tuple(replace(test, limit=1.0) for test in content_tests(bom, POLICY))
    rule = find_rule("DM301")
    assert len(run(facts_of(bom), POLICY, (rule,))) == 1
    assert run(replace(facts_of(bom), content=doubled), POLICY, (rule,)) == ()


def test_the_bar_holds_whatever_the_share() -> None:
    rule = find_rule("DM303")
    (found,) = run(facts_of(sketch("drone", {"a": ["Acme@CN", "Volt@DE"], "b": ["Volt@DE"]})), POLICY, (rule,))
    assert (found.subject, found.grade.key) == ("system:drone", "high")
    assert dict(found.facts)["components"] == ("component:a",)
    (assumed,) = run(facts_of(sketch("drone", {"a": ["Acme@CN?"]})), POLICY, (rule,))
    assert (assumed.grade.key, assumed.tier.value) == ("medium", "assumed")


@pytest.mark.parametrize(
    ("parts", "because"),
    [
        ({"a": ["Acme"]}, "the origin of 1 component is open, the price of 1 component is missing."),
        ({"a": ["Acme@DE"], "b": ["Acme@CN"]}, "100.0 %; the price of 2 components is missing."),
    ],
)
def test_an_open_share_names_only_what_is_missing(parts: dict[str, object], because: str) -> None:
    (found,) = run(facts_of(sketch("drone", parts)), POLICY, (find_rule("DM301"),))
    assert found.message.en.endswith(because)
