"""What the rules ask of a system as a whole: what is stated decides, what is not stated is asked, never assumed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depmap.core.errors import PolicyError
from depmap.core.judgement import Finding
from depmap.core.profile import QUESTIONS, TITLES, Domain, Profile, asked_of_system
from depmap.core.text import LANGUAGES
from depmap.core.toml_table import Table
from risk_rules import Policy, example, find_rule, load_policy, run
from risk_rules.dual_use import Limits, dual_use
from risk_rules.policy_system import EVERY, profiles

POLICY = load_policy()
LIMITS = Limits(minutes=60, minutes_in_gusts=30, gusts_kmh=46.3, range_km=300)
NOTHING: dict[str, object] = {}


def profile(stated: dict[str, object]) -> Profile:
    """What a policy file states of all systems."""
    return profiles(Table("mine.toml", "", (), stated, PolicyError), {})[EVERY]


def findings(stated: dict[str, object], policy: Policy, *rules: str) -> tuple[Finding, ...]:
    facts = example({"motor": ["Acme@DE"], "$system": stated})
    return run(facts, policy, tuple(find_rule(rule) for rule in rules))


def found(rule: str, stated: dict[str, object], policy: Policy = POLICY) -> str:
    """Grade, evidence and what is asked; empty when the rule is silent."""
    listed = findings(stated, policy, rule)
    assert len(listed) <= 1
    return "".join(f"{each.grade.key} {each.tier.value} {asked(each)}".strip() for each in listed)


def asked(finding: Finding) -> str:
    keys = dict(finding.facts)["ask"]
    assert isinstance(keys, tuple)
    return ",".join(keys)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, "low unknown kind,take_off_kg"),
        ({"take_off_kg": 3}, "low unknown kind"),
        ({"kind": "air"}, "low unknown take_off_kg"),
        ({"kind": "ground"}, "low unknown safe_category"),
        ({"kind": "ground", "take_off_kg": 900}, "low unknown safe_category"),
        ({"kind": "ground", "safe_category": 1}, ""),
        ({"kind": "air", "take_off_kg": 149.9}, ""),
        ({"kind": "air", "take_off_kg": 150}, "low inferred"),
        ({"kind": "air", "nato_class": 1}, ""),
        ({"nato_class": 2}, "low declared"),
        ({"nato_class": 3, "take_off_kg": 5000, "kind": "air"}, "low declared"),
        ({"nato_class": 1, "take_off_kg": 150, "kind": "air"}, "low unknown nato_class,take_off_kg"),
        ({"nato_class": 1, "safe_category": 2}, "low unknown safe_category,nato_class"),
        ({"kind": "sea surface"}, "low declared"),
        ({"kind": "sea underwater"}, "low declared"),
        ({"kind": "sea surface", "safe_category": 1}, "low unknown safe_category,kind"),
        ({"safe_category": 1}, ""),
    ],
)
def test_the_category_of_safe(stated: dict[str, object], expected: str) -> None:
    assert found("DM304", stated) == expected


def test_the_mass_of_the_policy_decides_the_category_of_every_rule() -> None:
    settings = POLICY.rules["DM304"]
    lower = replace(POLICY, rules={**POLICY.rules, "DM304": replace(settings, params={"class_two_kg": 25})})
    stated: dict[str, object] = {"kind": "air", "take_off_kg": 30}
    assert (found("DM304", stated), found("DM304", stated, lower)) == ("", "low inferred")
    assert found("DM305", stated) == ""
    assert found("DM305", stated, lower).startswith("low unknown design_authority")


SMALL = {"kind": "air", "nato_class": 1}
LARGE = {"kind": "air", "nato_class": 2}


@pytest.mark.parametrize(
    ("stated", "safe", "edip"),
    [
        (
            NOTHING,
            "low unknown kind,take_off_kg,design_authority,design_country,design_restrictions",
            "low unknown design_authority,design_country,design_restrictions",
        ),
        (SMALL, "", "low unknown design_authority,design_country,design_restrictions"),
        (LARGE, *["low unknown design_authority,design_country,design_restrictions"] * 2),
        ({**LARGE, "design_authority": "Acme"}, *["low unknown design_country,design_restrictions"] * 2),
        ({**LARGE, "design_country": "NL"}, *["low unknown design_restrictions"] * 2),
        ({**LARGE, "design_restrictions": []}, *["low unknown design_authority,design_country"] * 2),
        ({**LARGE, "design_country": "NL", "design_restrictions": []}, "", ""),
        ({**LARGE, "design_country": "NL", "design_restrictions": ["NO"]}, "", ""),
        ({**LARGE, "design_country": "UA", "design_restrictions": []}, "", "medium declared"),
        ({**LARGE, "design_country": "US"}, "medium declared", "medium declared"),
        ({**LARGE, "design_restrictions": ["US", "NL"]}, "medium declared", "medium declared"),
        ({**SMALL, "design_country": "US"}, "", "medium declared"),
        ({"design_country": "US"}, "low declared kind,take_off_kg", "medium declared"),
        ({"design_country": "NL", "design_restrictions": []}, "", ""),
    ],
)
def test_design_authority(stated: dict[str, object], safe: str, edip: str) -> None:
    assert (found("DM305", stated), found("DM306", stated)) == (safe, edip)


def test_who_decides_and_who_restricts_are_named() -> None:
    (finding,) = findings(
        {**LARGE, "design_authority": "Acme Inc.", "design_country": "US", "design_restrictions": ["KR", "NL"]},
        POLICY,
        "DM305",
    )
    assert "Acme Inc. decides, in the United States; restrictions" not in finding.message.en
    assert "Acme Inc. decides, in United States and restrictions come from South Korea" in finding.message.en
    assert "Acme Inc. beslist, in Verenigde Staten en beperkingen komen uit Zuid-Korea" in finding.message.nl
    assert "Netherlands" not in finding.message.en


OUT: dict[str, object] = {"kind": "air", "beyond_sight": True, "range_km": 20}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({}, "9A012.a,9A112.a? kind,beyond_sight,endurance_h,range_km"),
        ({"kind": "air"}, "9A012.a,9A112.a? beyond_sight,endurance_h,range_km"),
        ({**OUT, "endurance_h": 0.49}, ""),
        ({**OUT, "endurance_h": 0.5}, "9A012.a? gusts_kmh"),
        ({**OUT, "endurance_h": 0.5, "gusts_kmh": 46.2}, ""),
        ({**OUT, "endurance_h": 0.5, "gusts_kmh": 46.3}, "9A012.a"),
        ({**OUT, "endurance_h": 0.49, "gusts_kmh": 100}, ""),
        ({**OUT, "endurance_h": 0.99, "gusts_kmh": 10}, ""),
        ({**OUT, "endurance_h": 1}, "9A012.a"),
        ({**OUT, "endurance_h": 1, "gusts_kmh": 10}, "9A012.a"),
        ({**OUT, "endurance_h": 1, "beyond_sight": False}, ""),
        ({"kind": "air", "endurance_h": 1}, "9A012.a,9A112.a? beyond_sight,range_km"),
        ({"endurance_h": 1, "beyond_sight": True}, "9A012.a,9A112.a? kind,range_km"),
        ({"kind": "air", "range_km": 300}, "9A112.a"),
        ({"kind": "air", "range_km": 299, "beyond_sight": False}, ""),
        ({**OUT, "endurance_h": 30, "range_km": 5000}, "9A012.a"),
        ({"range_km": 5000}, "9A012.a,9A112.a? kind,beyond_sight,endurance_h"),
        ({"range_km": 20, "beyond_sight": False}, ""),
        ({"kind": "sea underwater", "range_km": 5000, "endurance_h": 30}, ""),
        ({"kind": "ground"}, ""),
    ],
)
def test_dual_use(stated: dict[str, object], expected: str) -> None:
    answer = dual_use(profile(stated), LIMITS)
    said = ",".join(answer.listed or answer.open) + ("? " if answer.open else "") + ",".join(answer.ask)
    assert said == expected
    assert found("DM307", stated).partition(" ")[2] == (
        f"unknown {','.join(answer.ask)}" if answer.open else "declared" if answer.listed else ""
    )


def test_the_entries_are_named_and_what_would_settle_them() -> None:
    (open_,) = findings({"kind": "air", "beyond_sight": True}, POLICY, "DM307")
    assert "under 9A012.a or 9A112.a of Annex I" in open_.message.en
    assert "onder 9A012.a of 9A112.a van bijlage I" in open_.message.nl
    assert open_.message.en.endswith("How far can it go, in km?")
    (listed,) = findings({**OUT, "endurance_h": 2}, POLICY, "DM307")
    assert listed.message.en.startswith("The system is a dual-use item: 9A012.a of Annex I")


@pytest.mark.parametrize(
    ("name", "value"), [("minutes", 50), ("minutes_in_gusts", 20), ("gusts_kmh", 30.0), ("range_km", 10)]
)
def test_every_limit_of_dual_use_matters(name: str, value: float) -> None:
    stated: dict[str, object] = {
        **OUT,
        "endurance_h": 0.9 if name in ("minutes", "gusts_kmh") else 0.4,
        "gusts_kmh": 40,
    }
    if name == "minutes_in_gusts":
        stated["gusts_kmh"] = 50
    settings = POLICY.rules["DM307"]
    changed = replace(settings, params={**settings.params, name: value})
    assert found("DM307", stated) == ""
    assert found("DM307", stated, replace(POLICY, rules={**POLICY.rules, "DM307": changed})) == "low declared"


def test_what_is_open_is_asked_once_in_both_languages_with_the_rules_that_need_it() -> None:
    listed = findings(NOTHING, POLICY, "DM304", "DM305", "DM306", "DM307")
    needed = {each.key: each.rules for each in asked_of_system(listed)}
    assert needed["kind"] == ("DM304", "DM305", "DM307")
    assert needed["design_country"] == ("DM305", "DM306")
    assert list(needed) == [key for key in QUESTIONS if key in needed]
    for language in LANGUAGES:
        assert all(QUESTIONS[key][language] in " ".join(each.message[language] for each in listed) for key in needed)
    accepted = [replace(each, accepted="known") for each in listed]
    assert asked_of_system(accepted) == ()


def test_every_question_has_a_title_in_the_same_order() -> None:
    assert list(TITLES) == list(QUESTIONS) == list(profile(NOTHING).__slots__)


def test_every_answer_is_asked_for_or_only_makes_another_needless() -> None:
    keys = set(profile(NOTHING).__slots__)
    assert set(QUESTIONS) == keys
    assert profile({"kind": "sea surface"}).kind is Domain.SEA_SURFACE
