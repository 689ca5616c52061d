"""What the rules find, and how serious they find it: this sketch gives exactly these findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from depmap.core.evidence import Fact, Tier, unknown
from depmap.core.graph import Layer
from depmap.core.judgement import Finding
from depmap.core.model import Assembly, Source
from depmap.core.sketch import sketch
from risk_rules import Policy, all_rules, example, find_rule, load_policy, run
from risk_rules.examples import facts_of

POLICY = load_policy()

ABOUT_THE_SYSTEM = {rule.id for rule in all_rules() if "system" in rule.uses}
"""Rules that ask what no bill of materials says."""


def judge(rule: str, parts: Mapping[str, object]) -> list[tuple[str, str, str]]:
    """Subject, grade and evidence of what one rule finds."""
    return brief(run(example(parts), POLICY, (find_rule(rule),)))


def brief(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.subject.partition(":")[2], finding.grade.key, finding.tier.value) for finding in findings]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Acme@DE"], [("motor", "high", "declared")]),
        (["Acme@DE", "Acme@NL"], [("motor", "high", "declared")]),
        (["Acme@DE", "Volt@NL"], []),
        (["Acme@DE", "@NL"], [("motor", "high", "unknown")]),
        ([""], [("motor", "medium", "unknown")]),
        (["@NL", "@DE"], [("motor", "medium", "unknown")]),
    ],
)
def test_single_source(sources: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert judge("DM101", {"motor": sources}) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Acme@US", "Volt@US"], [("motor", "medium", "declared")]),
        (["Acme@US", "Volt@US~"], [("motor", "medium", "inferred")]),
        (["Acme@US", "Volt"], [("motor", "low", "unknown")]),
        (["Acme@US", "Volt@KR?"], [("motor", "low", "unknown")]),
        (["Acme@US", "Volt@KR"], []),
        (["Acme@DE", "Volt@DE"], []),
        (["Acme@NO", "Volt@NO"], [("motor", "medium", "declared")]),
        (["Acme@US"], []),
        (["Acme", "Volt"], []),
    ],
)
def test_single_country(sources: list[str], expected: list[tuple[str, str, str]]) -> None:
    found = judge("DM102", {"motor": sources})
    assert [(subject, grade) for subject, grade, _ in found] == [(subject, grade) for subject, grade, _ in expected]


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Acme@US"], [("motor", "medium", "declared")]),
        (["Acme@CN", "Volt@US!"], [("motor", "medium", "declared")]),
        (["Acme@US", "Volt"], [("motor", "low", "unknown")]),
        (["Acme"], [("motor", "low", "unknown")]),
        (["Acme@DE?"], [("motor", "low", "assumed")]),
        (["Acme@GB"], [("motor", "medium", "declared")]),
        (["Acme@CH"], [("motor", "medium", "declared")]),
        (["Acme@UA"], []),
        (["Acme@IS"], []),
        (["Acme@GR"], []),
        (["Acme@CN", "Volt@NL~"], []),
    ],
)
def test_no_european_source(sources: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert judge("DM103", {"motor": sources}) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Acme@CN"], [("motor", "critical", "declared")]),
        (["Acme@CN!", "Volt@RU"], [("motor", "critical", "declared")]),
        (["Acme@HK"], [("motor", "critical", "declared")]),
        (["Acme@CN", "Volt"], [("motor", "high", "declared")]),
        (["Acme@CN", "Volt@DE?"], [("motor", "high", "declared")]),
        (["Acme@CN", "Volt@DE"], [("motor", "medium", "declared")]),
        (["Acme@CN?"], [("motor", "medium", "assumed")]),
        (["Acme@CN?", "Volt@DE"], [("motor", "low", "assumed")]),
        (["Acme@TW"], []),
        (["Acme"], []),
    ],
)
def test_made_in_a_country_of_concern(sources: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert judge("DM104", {"motor": sources}) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Acme"], [("motor", "medium", "unknown")]),
        (["Acme@CN?"], [("motor", "medium", "assumed")]),
        (["Acme@CN?", "Volt"], [("motor", "medium", "unknown")]),
        (["Acme@CN", "Volt"], [("motor", "low", "unknown")]),
        (["Acme@CN~"], []),
    ],
)
def test_unknown_origin(sources: list[str], expected: list[tuple[str, str, str]]) -> None:
    assert judge("DM105", {"motor": sources}) == expected


def test_a_distributor_is_neither_a_manufacturer_nor_an_origin() -> None:
    typed = Source(unknown(), distributors=("Mouser",), typed_as_manufacturer="Mouser")
    parts = {"plug": [""], "$components": {"plug": {"sources": (typed,)}}}
    found = run(example(parts), POLICY)
    about_parts = {"DM101", "DM103", "DM105", "DM106", "DM110", "DM301", "DM302"}
    assert {finding.rule for finding in found} == about_parts | ABOUT_THE_SYSTEM
    assert all(finding.tier is Tier.UNKNOWN for finding in found)


@pytest.mark.parametrize(
    ("suppliers", "sources", "expected"),
    [
        ({"Acme": {"seat": "CN", "ownership": "CN"}}, ["Acme@DE"], [("motor", "high", "inferred")]),
        ({"Acme": {"seat": "DE", "ownership": "CN"}}, ["Acme@DE"], [("motor", "high", "inferred")]),
        ({"Acme": {"seat": "CN"}}, ["Acme", "Volt@DE"], [("motor", "medium", "inferred")]),
        (
            {"Acme": {"seat": "CN"}, "Volt": {"seat": "NL", "ownership": "NL"}},
            ["Acme", "Volt"],
            [("motor", "low", "inferred")],
        ),
        ({"Acme": {"seat": "DE", "ownership": "DE"}}, ["Acme@CN"], []),
        ({}, ["Acme@CN"], []),
        ({}, ["@CN"], []),
    ],
)
def test_control(
    suppliers: dict[str, dict[str, str]], sources: list[str], expected: list[tuple[str, str, str]]
) -> None:
    parts = {"motor": sources, "$suppliers": suppliers}
    assert judge("DM201", parts) == expected
    assert all(finding.layer is Layer.CONTROL for finding in run(example(parts), POLICY, (find_rule("DM201"),)))


def test_a_hidden_common_supplier_is_a_single_point() -> None:
    parts = {
        "motor": ["Acme@DE", "Volt@NL"],
        "$suppliers": {"Acme": {"seat": "DE", "parent": "Group"}, "Volt": {"seat": "NL", "parent": "Group"}},
    }
    found = run(example(parts), POLICY, (find_rule("DM107"),))
    assert [(finding.subject, finding.layer) for finding in found] == [("parent:Group", Layer.CONTROL)]


def test_a_single_point_weighs_more_with_many_components_and_in_a_country_of_concern() -> None:
    few = judge("DM107", {f"part {number}": [f"Maker{number}@US"] for number in range(4)})
    many = judge("DM107", {f"part {number}": [f"Maker{number}@US"] for number in range(5)})
    concern = judge("DM107", {f"part {number}": [f"Maker{number}@CN"] for number in range(5)})
    assert [grade for subject, grade, _ in few if subject == "US"] == ["medium"]
    assert [grade for subject, grade, _ in many if subject == "US"] == ["high"]
    assert [grade for subject, grade, _ in concern if subject == "CN"] == ["critical"]


def test_the_netherlands_is_not_reported_as_a_single_point() -> None:
    assert [subject for subject, _, _ in judge("DM107", {"motor": ["Acme@NL"]})] == ["Acme"]


def test_an_uncertain_single_point_and_one_of_materials_are_left_out() -> None:
    facts = example({"motor": ["Acme@DE"]})
    certain = [point for point in facts.single_points if point.node == "country:DE"]
    for other in (replace(certain[0], certain=False), replace(certain[0], layer=Layer.MATERIAL)):
        assert run(replace(facts, single_points=(other,)), POLICY, (find_rule("DM107"),)) == ()


def test_an_assembly_without_a_maker_of_its_own_is_not_judged() -> None:
    findings = run(example({"gimbal": {"motor": ["Acme@CN"]}}), POLICY)
    assert findings
    assert not any(finding.subject.startswith("assembly:") for finding in findings)


def test_an_assembly_bought_as_a_whole_is_judged_like_a_component() -> None:
    bom = sketch("kite", {"gimbal": {"motor": ["Acme@DE", "Volt@NL"]}})
    whole = example({"gimbal": ["Gimco@CN"]}).bom.components[0].sources
    gimbal = Assembly("gimbal", "camera gimbal", bom.assemblies[0].children, whole, bom.assemblies[0].cells)
    found = run(facts_of(replace(bom, assemblies=(gimbal,))), POLICY)
    assert [(each.rule, each.subject) for each in found if each.subject.startswith("assembly:")] == [
        ("DM104", "assembly:gimbal"),
        ("DM101", "assembly:gimbal"),
        ("DM103", "assembly:gimbal"),
    ]
    assert "camera gimbal (gimbal)" in found[0].message.nl


def test_a_component_without_any_source_is_unknown() -> None:
    found = run(example({"motor": [], "$components": {"motor": {"sources": ()}}}), POLICY)
    assert {finding.rule for finding in found} == {
        "DM101",
        "DM103",
        "DM105",
        "DM110",
        "DM301",
        "DM302",
    } | ABOUT_THE_SYSTEM
    assert all(finding.cells for finding in found if finding.rule not in ABOUT_THE_SYSTEM)


def test_a_commodity_stays_low_except_for_a_country_of_concern(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text('[commodity]\nclasses = ["fastener"]\n', encoding="utf-8")
    parts = {"r10k": ["Acme@CN"], "$components": {"r10k": {"component_class": "resistor"}}}

    def grades(policy: Policy) -> dict[str, str]:
        found = run(example(parts), policy)
        return {finding.rule: finding.grade.key for finding in found if finding.subject == "component:r10k"}

    assert grades(POLICY) == {"DM101": "low", "DM103": "low", "DM104": "critical"}
    assert grades(load_policy(file)) == {"DM101": "high", "DM103": "medium", "DM104": "critical"}


def test_the_worst_comes_first() -> None:
    findings = run(example({"b": ["Acme@CN"], "a": ["Volt"], "c": ["Acme@DE", "Volt@NL"]}), POLICY)
    order = [(-finding.grade, finding.rule, finding.subject) for finding in findings]
    assert order == sorted(order)
    assert findings[0].subject == "component:b"


@pytest.mark.parametrize(
    ("rule", "sources", "message"),
    [
        ("DM101", ["Acme@DE"], "Of motor, only Acme is known as a manufacturer."),
        ("DM101", ["@DE"], "No manufacturer of motor is known, so no second one either."),
        ("DM102", ["Acme@US", "Volt@US"], "All sources of motor are in one country: United States."),
        (
            "DM102",
            ["Acme@US", "Volt"],
            "Of the sources of motor only one country of manufacture is known: United States.",
        ),
        (
            "DM103",
            ["Acme@US", "Volt"],
            "No source of motor is known in the group “EU, EEA States and Ukraine”; known is only: United States.",
        ),
        (
            "DM103",
            ["Volt"],
            "No source of motor is known in the group “EU, EEA States and Ukraine”; "
            "the country of manufacture is unknown.",
        ),
        ("DM104", ["Acme@CN"], "motor is made in a country of concern only (China)."),
        ("DM104", ["Acme@CN", "Volt"], "motor is made in a country of concern (China); no source elsewhere is known."),
        (
            "DM104",
            ["Acme@CN", "Volt@RU?"],
            "motor is made in a country of concern (China); no source elsewhere is known.",
        ),
        ("DM104", ["Acme@CN?"], "motor is presumably made in a country of concern (China); there is no evidence."),
        ("DM105", ["Acme@CN?"], "The country of manufacture of motor is unknown. A list presumes: China."),
        ("DM105", ["Acme@DE", "Volt"], "The country of manufacture is unknown for 1 of the 2 sources of motor."),
        ("DM201", ["Acme"], "Control over all manufacturers of motor (Acme) lies in a country of concern: China."),
        ("DM201", ["Acme", "Volt"], "Control over Acme, manufacturer of motor, lies in a country of concern: China."),
    ],
)
def test_messages(rule: str, sources: list[str], message: str) -> None:
    parts = {"motor": sources, "$suppliers": {"Acme": {"seat": "CN"}}}
    assert [finding.message.en for finding in run(example(parts), POLICY, (find_rule(rule),))] == [message]


def test_an_assumed_seat_is_told_as_presumed() -> None:
    facts = example({"motor": ["Acme@DE"]})
    acme = replace(facts.bom.suppliers[0], seat=Fact("CN", Tier.ASSUMED, (), "manufacturers"))
    found = run(facts_of(replace(facts.bom, suppliers=(acme,))), POLICY, (find_rule("DM201"),))
    assert brief(found) == [("motor", "low", "assumed")]
    assert "vermoedelijk" in found[0].message.nl


def test_messages_name_the_part_its_makers_and_countries() -> None:
    described = {"motor": {"description": "borstelloze\nmotor"}}
    findings = run(example({"motor": ["Acme@CN", "Volt@US"], "$components": described}), POLICY, all_rules())
    messages = {finding.rule: finding.message for finding in findings}
    assert messages["DM104"].nl == (
        "borstelloze motor (motor) wordt ook in een zorgland gemaakt (China); er is een bron elders."
    )
    assert messages["DM103"].en == (
        "No source of borstelloze motor (motor) is in the group “EU, EEA States and Ukraine”; "
        "country of manufacture: China and United States."
    )
