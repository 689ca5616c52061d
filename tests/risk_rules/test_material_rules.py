"""What the rules on raw materials find: listed, from one country, under control; certain and possible apart."""

from __future__ import annotations

import pytest

from depmap.core.evidence import Fact, Tier
from depmap.core.judgement import Finding
from depmap.core.model import StatedMaterial
from depmap.core.sketch import sketch
from risk_rules import find_rule, load_policy, run
from risk_rules.examples import facts_of
from risk_rules.holding import holders

POLICY = load_policy()


def judge(rule: str, **fields: object) -> dict[str, Finding]:
    bom = sketch("drone", {"part": ["Acme@DE"], "$components": {"part": fields}})
    return {each.subject: each for each in run(facts_of(bom), POLICY, (find_rule(rule),))}


def test_who_holds_a_material_certainly_and_possibly() -> None:
    bom = sketch(
        "drone",
        {
            "motor": ["Acme@DE", "Volt@NL"],
            "lens": ["Acme@DE"],
            "$components": {
                "motor": {"component_class": "bldc-motor"},
                "lens": {"materials": (StatedMaterial(Fact("germanium", Tier.DECLARED)),)},
            },
        },
    )
    found = holders(facts_of(bom).graph)
    assert found["material:neodymium"].certain == ("component:motor",)
    assert found["material:neodymium"].tiers == {Tier.INFERRED}
    assert (found["material:dysprosium"].certain, found["material:dysprosium"].possible) == ((), ("component:motor",))
    assert found["material:germanium"].certain == ("component:lens",)
    assert found["material:germanium"].support.tier is Tier.DECLARED
    assert holders(facts_of(sketch("drone", {"box": ["Acme@DE"]})).graph) == {}


def test_strategic_ones_weigh_more_and_possible_ones_less() -> None:
    found = judge("DM501", component_class="bldc-motor")
    assert found["material:neodymium"].grade.key == "medium"
    assert found["material:neodymium"].tier is Tier.INFERRED
    assert found["material:dysprosium"].grade.key == "low"
    assert found["material:dysprosium"].tier is Tier.ASSUMED
    assert "battery grade" in found["material:nickel"].message.en
    assert judge("DM501", component_class=None) == {}


def test_one_third_country_above_the_yardstick() -> None:
    found = judge("DM502", component_class="bldc-motor")
    neodymium = found["stage:neodymium/processing"]
    assert dict(neodymium.facts)["country"] == "CN"
    assert dict(neodymium.facts)["share"] > 0.65  # type: ignore[operator]
    assert neodymium.grade.key == "medium"
    assert "stage:copper/processing" not in found


@pytest.mark.parametrize(
    ("epoch", "status"), [("1795219200", "suspended"), ("1796428800", "open")], ids=["2026-11-21", "2026-12-05"]
)
def test_a_suspension_whose_end_has_passed_is_open(epoch: str, status: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    found = judge("DM503", materials=(StatedMaterial(Fact("gallium", Tier.DECLARED)),))["material:gallium"]
    assert dict(found.facts)["status"] == ("in force", status)
    assert ("must be checked" in found.message.en) == (status == "open")


def test_a_control_in_force_is_found_for_what_certainly_holds_the_material() -> None:
    found = judge("DM503", materials=(StatedMaterial(Fact("gallium", Tier.DECLARED)),))
    assert found["material:gallium"].grade.key == "medium"
    assert "in force since 2023-08-01" in found["material:gallium"].message.en
