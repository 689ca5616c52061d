"""What the rules on evidence, life cycle and other countries' law find."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from depmap.core.evidence import CONFLICT, Fact, Tier, unknown
from depmap.core.model import Source
from depmap.core.sketch import sketch
from risk_rules import find_rule, load_policy, run
from risk_rules.examples import facts_of

POLICY = load_policy()


def judge(rule: str, made: list[str], **fields: Any) -> list[str]:
    """The grades of what one rule finds about a drone with one part."""
    bom = sketch("drone", {"part": made, "$components": {"part": fields}})
    return [each.grade.key for each in run(facts_of(bom), POLICY, (find_rule(rule),))]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Obsolete", ["high"]),
        ("EOL 2024", ["high"]),
        ("Last Time Buy", ["high"]),
        ("niet meer leverbaar", ["high"]),
        ("abgekündigt", ["high"]),
        ("NRND", ["medium"]),
        ("Not recommended for new designs", ["medium"]),
        ("niet aanbevolen", ["medium"]),
        ("Active", []),
        ("not obsolete", []),
        ("", []),
        (None, []),
    ],
)
def test_a_life_cycle_that_ends(said: str | None, expected: list[str]) -> None:
    assert judge("DM113", ["Acme@DE"], lifecycle=said) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("CoO.pdf, 2026-03-02", []),
        ("CoO.pdf, 2024-11-30", []),
        ("CoO.pdf, 2023-03-02", ["medium"]),
        ("verklaring 3-9-2021", ["medium"]),
        ("CoO.pdf, 2021-01-01, renewed 2026-01-01", []),
        ("CoO-114.pdf", ["low"]),
        ("CoO 2021-02-31.pdf", ["low"]),
    ],
)
def test_evidence_ages(document: str, expected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    source = Source(Fact("Acme", Tier.DECLARED), Fact("DE", Tier.PROVEN, (), document))
    assert judge("DM601", [""], sources=(source,)) == expected


def test_what_is_not_proven_needs_no_date() -> None:
    assert judge("DM601", ["Acme@DE"]) == []


def test_origins_that_contradict_each_other() -> None:
    torn = Source(Fact("Acme", Tier.DECLARED), unknown(reference=f"{CONFLICT}CN, DE"))
    assert judge("DM602", [""], sources=(torn,)) == ["medium"]
    assert judge("DM602", ["Acme"]) == []


def test_a_maker_on_no_list_and_one_that_resembles_a_listed_one() -> None:
    bom = sketch("drone", {"part": ["Acme@DE"], "$suppliers": {"Acme": {"recognised": False}}})
    (found,) = run(facts_of(bom), POLICY, (find_rule("DM603"),))
    assert "Acme is on no list" in found.message.en
    alike = replace(bom, suppliers=(replace(bom.suppliers[0], possible=("Acme Corp.",)),))
    (found,) = run(facts_of(alike), POLICY, (find_rule("DM603"),))
    assert "perhaps Acme Corp. is meant" in found.message.en


@pytest.mark.parametrize(
    ("component_class", "sources", "expected"),
    [
        ("flight-controller", ["Acme@CN"], ["low"]),
        ("camera", ["Acme@CN?"], ["low"]),
        ("bldc-motor", ["Acme@CN"], []),
        ("flight-controller", ["Acme@TW"], []),
        (None, ["Acme@CN"], []),
    ],
)
def test_what_united_states_law_covers(component_class: str | None, sources: list[str], expected: list[str]) -> None:
    assert judge("DM401", sources, component_class=component_class, cost=Decimal(1)) == expected
