"""Sole source in the world: only what a line says, or what our list suggests and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from depmap.core.alternatives import makers_of
from depmap.core.model import Component
from risk_rules import example, find_rule, load_policy, run
from risk_rules.sole_source import says_sole_source

POLICY = load_policy()
RULE = find_rule("DM115")
ALONE = "hydrogen-tank"
"""A class of which the list knows one maker."""

SAYS = [
    "sole source",
    "Sole-Source per ECN 114",
    "SOLE SOURCED",
    "Only known supplier in the world",
    "this is the only manufacturer",
    "Enige leverancier",
    "de enige bekende fabrikant van dit type",
    "Alleiniger Hersteller",
    "einziger bekannter Lieferant",
    "Fournisseur unique",
    "seul fabricant",
    "proveedor único",
    "独家供应",
    "Sole source: yes",
    "sole source: Acme",
    "not cheap, sole source",
]
SAYS_NOT = [
    "",
    "single source",
    "no substitute",
    "do not replace",
    "not sole source",
    "non-sole-source",
    "no longer the only supplier",
    "niet de enige leverancier",
    "geen enige bron",
    "sole source?",
    "sole source: no",
    "Sole source: nee; zie lijst",
    "sole source:",
    "sole supplier = unknown",
    "only source from approved vendors",
    "via enige leveranciers",
    "rubber sole",
    "nicht alleiniger Hersteller",
]


@pytest.mark.parametrize("words", SAYS)
def test_words_that_say_so(words: str) -> None:
    assert says_sole_source(Component("x", notes=("fragile", words))) == words
    assert says_sole_source(Component("x", lifecycle=words)) == words
    assert says_sole_source(Component("x", description=f"Sensor, {words}")) == f"Sensor, {words}"


@pytest.mark.parametrize("words", SAYS_NOT)
def test_words_that_do_not(words: str) -> None:
    assert says_sole_source(Component("x", notes=(words,))) == ""


def judge(sources: list[str], **fields: object) -> list[tuple[str, str, str]]:
    """Grade, evidence and English sentence."""
    found = run(example({"part": sources, "$components": {"part": fields}}), POLICY, (RULE,))
    return [(each.grade.key, each.tier.value, each.message.en) for each in found]


def test_a_line_that_says_so_is_as_good_as_a_declaration() -> None:
    ((grade, tier, sentence),) = judge(["Acme@DE"], notes=("Sole source",))
    assert (grade, tier) == ("high", "declared")
    assert "“Sole source”" in sentence
    assert [each[:2] for each in judge([""], notes=("Sole source",))] == [("high", "declared")]
    assert [each[:2] for each in judge(["A"], notes=("Sole source",), component_class="resistor")] == [
        ("low", "declared")
    ]


def test_a_line_that_names_others_all_the_same_is_lower_and_asks() -> None:
    ((grade, tier, sentence),) = judge(["Acme@DE", "Volt@NL"], notes=("Sole source",))
    assert (grade, tier) == ("medium", "declared")
    assert "names several manufacturers" in sentence


def test_the_list_only_suggests() -> None:
    (alone,) = makers_of(ALONE)
    ((grade, tier, sentence),) = judge([alone.name], component_class=ALONE)
    assert (grade, tier) == ("low", "inferred")
    assert "the only one in our list" in sentence
    assert "not known" in sentence
    assert judge(["Acme@DE"], component_class=ALONE) == []
    assert judge([alone.name, "Acme"], component_class=ALONE) == []
    assert judge([alone.name, ""], component_class=ALONE) == []
    assert judge([alone.name]) == []
    many = makers_of("bldc-motor")
    assert len(many) > 1
    assert judge([many[0].name], component_class="bldc-motor") == []


def test_the_policy_may_leave_the_list_out() -> None:
    (alone,) = makers_of(ALONE)
    facts = example({"part": [alone.name], "$components": {"part": {"component_class": ALONE}}})
    settings = replace(POLICY.rules["DM115"], params={"from_list": False})
    assert run(facts, POLICY, (RULE,))
    assert run(facts, replace(POLICY, rules={**POLICY.rules, "DM115": settings}), (RULE,)) == ()
