"""What the rules on companies find: one company behind several, owners elsewhere, makers outside the alliance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from depmap.core.evidence import Fact, Tier
from depmap.core.model import Bom
from depmap.core.reference_own import own_lists
from depmap.core.sketch import sketch
from risk_rules import find_rule, load_policy, run
from risk_rules.examples import facts_of

POLICY = load_policy()
OWN_LIST = """# id = "listed_entities"
# mode = "extend"
# title = {nl = "Onze lijst", en = "Our list"}
# publisher = "Ministry"
# url = "https://example.org"
# published = "2026-11"
# retrieved = "2026-11-22"
# licence = "for internal use"
# note = "Companies that we do not buy from."
name,aliases,list,authority,effect,source,confidence
Acme,,Own list,NL,bar,decision 2026-114,verified
"""
Known = Mapping[str, Mapping[str, str]]


def system(parts: Mapping[str, object], known: Known, *assumed: str) -> Bom:
    """A sketch with what is known of its suppliers; of those named in ``assumed`` it is only assumed."""
    bom = sketch("example", {**parts, "$suppliers": known})

    def weaker(fact: Fact) -> Fact:
        return replace(fact, tier=Tier.ASSUMED) if fact.value is not None else fact

    suppliers = tuple(
        replace(each, seat=weaker(each.seat), parent=weaker(each.parent), ownership=weaker(each.ownership))
        if each.name in assumed
        else each
        for each in bom.suppliers
    )
    return replace(bom, suppliers=suppliers)


def judge(rule: str, bom: Bom) -> list[tuple[str, str, str]]:
    """Subject, grade and evidence of what one rule finds."""
    found = run(facts_of(bom), POLICY, (find_rule(rule),))
    return [(each.subject.partition(":")[2], each.grade.key, each.tier.value) for each in found]


HOLDING: Known = {"Acme": {"parent": "Holding"}, "Volt": {"parent": "Holding"}, "Beta": {"parent": "Other"}}


@pytest.mark.parametrize(
    ("sources", "assumed", "expected"),
    [
        (["Acme@DE", "Volt@NL"], (), [("motor", "high", "inferred")]),
        (["Acme@DE", "Holding@NL"], (), [("motor", "high", "inferred")]),
        (["Acme@DE", "Volt@NL"], ("Volt",), [("motor", "medium", "assumed")]),
        (["Acme@DE", "Volt@NL", "Beta@FR"], (), []),
        (["Acme@DE", "Volt@NL", ""], (), []),
        (["Acme@DE", "Acme@NL"], (), []),
        (["Acme@DE"], (), []),
    ],
)
def test_one_company_behind_several(
    sources: list[str], assumed: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert judge("DM108", system({"motor": sources}, HOLDING, *assumed)) == expected


@pytest.mark.parametrize(
    ("seat", "owner", "assumed", "expected"),
    [
        ("DE", "US", (), [("Acme", "medium", "inferred")]),
        ("DE", "CN", (), [("Acme", "high", "inferred")]),
        ("DE", "US", ("Acme",), [("Acme", "low", "assumed")]),
        ("DE", "CN", ("Acme",), [("Acme", "medium", "assumed")]),
        ("DE", "NO", (), []),
        ("US", "CN", (), []),
        ("DE", "", (), []),
    ],
)
def test_an_owner_elsewhere(
    seat: str, owner: str, assumed: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    known = {"Acme": {"seat": seat, "parent": "Holding", "ownership": owner}}
    assert judge("DM202", system({"motor": ["Acme@CN"]}, known, *assumed)) == expected


@pytest.mark.parametrize(
    ("sources", "owner", "assumed", "expected"),
    [
        (["Acme@DE"], "JP", (), [("motor", "medium", "inferred")]),
        (["Acme@DE"], "JP", ("Acme",), [("motor", "low", "assumed")]),
        (["Acme@DE", "Acme@NL"], "JP", (), [("motor", "medium", "inferred")]),
        (["Acme@DE", "Volt@NL"], "JP", (), []),
        (["Acme@DE", ""], "JP", (), []),
        (["Acme@CN"], "US", (), []),
    ],
)
def test_extra_terms(
    sources: list[str], owner: str, assumed: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    known = {"Acme": {"seat": "DE", "parent": "Holding", "ownership": owner}, "Volt": {"seat": "US"}}
    assert judge("DM204", system({"motor": sources}, known, *assumed)) == expected


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        (["Acme@JP"], [("example", "high", "declared")]),
        (["Acme@JP~"], [("example", "high", "inferred")]),
        (["Acme@DE"], []),
        (["Volt@DE"], [("example", "high", "inferred")]),
        (["Acme"], [("example", "medium", "unknown")]),
        (["Acme@JP", "Acme@DE"], []),
    ],
)
def test_a_system_that_cannot_be_built_from_the_group(sources: list[str], expected: list[tuple[str, str, str]]) -> None:
    known = {
        "Acme": {"seat": "DE", "parent": "Acme AG", "ownership": "DE"},
        "Volt": {"seat": "US", "parent": "Volt Inc.", "ownership": "US"},
    }
    assert judge("DM110", system({"motor": sources}, known)) == expected


def test_a_company_on_a_list_by_its_name_an_alias_or_its_parent() -> None:
    known = {"Acme": {"parent": "Huawei Technologies"}, "SZ DJI Technology": {}, "Huaweii": {}, "Huawei Tech": {}}
    parts = {"a": ["Acme@DE"], "b": ["SZ DJI Technology@CN"], "c": ["Huaweii@CN"], "d": ["Huawei Tech@CN"]}
    assert judge("DM203", system(parts, known)) == [
        ("Acme", "low", "inferred"),
        ("SZ DJI Technology", "low", "declared"),
    ]
    assert judge("DM203", system(parts, known, "Acme"))[0] == ("Acme", "low", "assumed")


def test_a_list_of_ones_own_binds(tmp_path: Path) -> None:
    own = tmp_path / "listed_entities.csv"
    own.write_text(OWN_LIST, encoding="utf-8")
    with own_lists([own]):
        assert judge("DM203", system({"a": ["Acme@DE"]}, {})) == [("Acme", "high", "declared")]
    assert judge("DM203", system({"a": ["Acme@DE"]}, {})) == []
