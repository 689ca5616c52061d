"""European content under SAFE and EDIP: passes only for certain, fails only for certain, else open."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from depmap.core.sketch import sketch
from risk_rules import find_rule, load_policy, run
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


def test_the_bar_holds_whatever_the_share() -> None:
    rule = find_rule("DM303")
    (found,) = run(facts_of(sketch("drone", {"a": ["Acme@CN", "Volt@DE"], "b": ["Volt@DE"]})), POLICY, (rule,))
    assert (found.subject, found.grade.key) == ("system:drone", "high")
    assert dict(found.facts)["components"] == ("component:a",)
    (assumed,) = run(facts_of(sketch("drone", {"a": ["Acme@CN?"]})), POLICY, (rule,))
    assert (assumed.grade.key, assumed.tier.value) == ("medium", "assumed")
