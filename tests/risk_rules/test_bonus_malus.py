"""Bonus-malus: points from evidence alone, and nothing to gain by leaving something out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.bonus_malus import Statement
from depmap.core.errors import PolicyError
from depmap.core.evidence import Fact, Tier, unknown
from depmap.core.model import Bom, Component, Source, Supplier
from depmap.network import Network
from depmap.network.standstill import outages
from risk_rules import Facts, load_policy
from risk_rules.bonus_malus import statement
from risk_rules.bonus_malus.measures import QUESTIONS

POLICY = load_policy()
DOCUMENT = "CoO-114.pdf, 2026-03-02"


@pytest.fixture(autouse=True, scope="module")
def _date() -> object:
    patch = pytest.MonkeyPatch()
    patch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 2026-11-21
    yield
    patch.undo()


def judged(bom: Bom) -> Statement:
    times = outages(bom, POLICY.weeks, systems_per_week=1.0)
    return statement(Facts(bom, Network.of(bom).graph, outages=times), POLICY)


def supplier(name: str, country: str, parent: str = "") -> Supplier:
    def known(value: str) -> Fact:
        return Fact(value, Tier.INFERRED, (), "list")

    return Supplier(name, True, known(country), known(parent or f"{name} Group"), known(country))


def source(maker: str, country: str, document: str = "") -> Source:
    made = Fact(country, Tier.PROVEN if document else Tier.DECLARED, (), document) if country else unknown()
    return Source(Fact(maker, Tier.DECLARED) if maker else unknown(), made)


def component(name: str, *sources: Source, cost: int | None = 10, **fields: Any) -> Component:
    price = None if cost is None else Decimal(cost)
    return replace(Component(name, sources=sources, cost=price, quantity=Decimal(1)), **fields)


COMPANIES = (supplier("Acme", "DE"), supplier("Volt", "NL"), supplier("Xin", "CN"), supplier("Kei", "JP"))


def drone(*components: Component) -> Bom:
    return Bom("drone", "drone.xlsx", "0" * 64, (), components=components, suppliers=COMPANIES)


def points(found: Statement, key: str) -> tuple[float, float]:
    low, high = next(entry.points for entry in found.entries if entry.measure.key == key)
    return round(low, 3), round(high, 3)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (DOCUMENT, (30.0, 30.0)),
        ("CoO-114.pdf", (0.0, 0.0)),
        ("CoO-114.pdf, 2021-01-01", (0.0, 0.0)),
        ("", (0.0, 0.0)),
    ],
)
def test_only_recent_dated_documents_prove(document: str, expected: tuple[float, float]) -> None:
    assert points(judged(drone(component("a", source("Acme", "DE", document)))), "origin_proven_value") == expected


def test_value_weighs_by_cost_and_what_has_no_price_may_cost_anything() -> None:
    proven, stated = source("Acme", "DE", DOCUMENT), source("Acme", "DE")
    found = judged(drone(component("a", proven, cost=25), component("b", stated, cost=75)))
    assert points(found, "origin_proven_value") == (7.5, 7.5)
    assert points(found, "origin_proven_parts") == (10.0, 10.0)
    found = judged(drone(component("a", proven, cost=25), component("b", stated, cost=None)))
    assert points(found, "origin_proven_value") == (0.0, 7.5 * 4)


def test_every_source_must_be_proven() -> None:
    both = judged(drone(component("a", source("Acme", "DE", DOCUMENT), source("Volt", "NL"))))
    assert points(both, "origin_proven_value") == (0.0, 0.0)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ((source("Acme", "DE"), source("Volt", "NL")), (25.0, 25.0)),
        ((source("Acme", "DE"), source("Acme", "NL")), (0.0, 0.0)),
        ((source("Acme", "DE"), source("Nobody", "NL")), (0.0, 25.0)),
        ((source("Acme", "DE"), source("", "NL")), (0.0, 25.0)),
        ((source("Acme", "DE"),), (0.0, 0.0)),
    ],
)
def test_a_second_source_is_another_company(sources: tuple[Source, ...], expected: tuple[float, float]) -> None:
    assert points(judged(drone(component("a", *sources))), "second_source") == expected


@pytest.mark.parametrize(("stock", "expected"), [(None, (0.0, 25.0)), (5, (0.0, 0.0)), (26, (25.0, 25.0))])
def test_stock_counts_when_it_lasts_until_another_source_delivers(
    stock: int | None, expected: tuple[float, float]
) -> None:
    held = None if stock is None else Decimal(stock)
    motor = component("a", source("Acme", "DE"), component_class="bldc-motor", stock=held)
    assert points(judged(drone(motor)), "stock") == expected


@pytest.mark.parametrize(
    ("made", "concern", "outside"),
    [
        (source("Xin", "DE"), (-40.0, -40.0), (-30.0, -30.0)),
        (source("Acme", "CN"), (-40.0, -40.0), (0.0, 0.0)),
        (source("Kei", "JP"), (0.0, 0.0), (-30.0, -30.0)),
        (source("Acme", "DE"), (0.0, 0.0), (0.0, 0.0)),
        (source("", ""), (-40.0, 0.0), (-30.0, 0.0)),
        (source("Nobody", "DE"), (-40.0, 0.0), (-30.0, 0.0)),
    ],
)
def test_what_is_unknown_may_be_the_worst(
    made: Source, concern: tuple[float, float], outside: tuple[float, float]
) -> None:
    found = judged(drone(component("a", made)))
    assert points(found, "concern") == concern
    assert points(found, "sole_outside_alliance") == outside


def test_commodities_count_by_value_only() -> None:
    found = judged(drone(component("a", source("Xin", "CN"), component_class="fastener")))
    assert points(found, "concern") == (0.0, 0.0)
    assert points(judged(drone(component("a", source("", ""), component_class="fastener"))), "origin_unknown")[0] == -30


def test_the_facts_that_would_raise_it_most_do_so() -> None:
    dear, cheap = component("dear", source("Acme", ""), cost=90), component("cheap", source("Acme", ""), cost=10)
    found = judged(drone(dear, cheap))
    assert next(gain.part.id for gain in found.gains) == "component:dear"
    proven = replace(dear, sources=(source("Acme", "DE", DOCUMENT),))
    gained = judged(drone(proven, cheap)).points[0] - found.points[0]
    best = max(gain.points for gain in found.gains if gain.measure.key == "origin_proven_value")
    assert gained >= best - 1e-9


def test_of_facts_that_add_the_same_the_one_for_the_longest_standstill_comes_first() -> None:
    made = source("", "")
    found = judged(
        drone(
            component("a-button", made, cost=None),
            component("b-frame", made, cost=None, component_class="carbon-airframe"),
            component("c-processor", made, cost=None, component_class="processor"),
        )
    )
    assert {round(gain.points, 1) for gain in found.gains} == {round(found.gains[0].points, 1)}
    assert [gain.part.id for gain in found.gains] == [
        "component:c-processor",
        "component:b-frame",
        "component:a-button",
    ]


MADE = st.builds(
    source, st.sampled_from(["Acme", "Volt", "Xin", "Kei", "Nobody", ""]), st.sampled_from(["DE", "CN", "JP", ""]),
    st.sampled_from([DOCUMENT, ""]),
)  # fmt: skip
PARTS = st.lists(
    st.tuples(st.lists(MADE, min_size=1, max_size=2), st.sampled_from([None, 1, 50]), st.sampled_from([None, 0, 100])),
    min_size=1,
    max_size=4,
)


def built(content: list[tuple[list[Source], int | None, int | None]]) -> Bom:
    return drone(
        *(
            component(
                f"c{place}",
                *sources,
                cost=cost,
                component_class="bldc-motor",
                stock=None if stock is None else Decimal(stock),
            )
            for place, (sources, cost, stock) in enumerate(content)
        )
    )


def without_document(fact: Fact) -> Fact:
    return replace(fact, tier=Tier.DECLARED, reference="") if fact.tier is Tier.PROVEN else fact


@given(PARTS, st.data())
@settings(max_examples=150)
def test_nobody_gains_by_leaving_something_out(
    content: list[tuple[list[Source], int | None, int | None]], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(content) - 1))
    sources, cost, stock = content[place]
    number = data.draw(st.integers(0, len(sources) - 1))
    one = sources[number]
    silent = data.draw(
        st.sampled_from(
            [
                (sources, None, stock),
                (sources, cost, None),
                ([*sources[:number], replace(one, manufacture=unknown()), *sources[number + 1 :]], cost, stock),
                ([*sources[:number], replace(one, manufacturer=unknown()), *sources[number + 1 :]], cost, stock),
                (
                    [
                        *sources[:number],
                        replace(one, manufacture=without_document(one.manufacture)),
                        *sources[number + 1 :],
                    ],
                    cost,
                    stock,
                ),
            ]
        )
    )
    full, less = judged(built(content)), judged(built([*content[:place], silent, *content[place + 1 :]]))
    assert less.points[0] <= full.points[0] + 1e-9


@given(PARTS)
@settings(max_examples=100)
def test_points_stay_within_what_is_at_stake(content: list[tuple[list[Source], int | None, int | None]]) -> None:
    for entry in judged(built(content)).entries:
        low, high = entry.points
        assert low <= high
        ends = (0.0, float(entry.weight)) if entry.measure.is_bonus else (float(-entry.weight), 0.0)
        assert ends[0] - 1e-9 <= low
        assert high <= ends[1] + 1e-9


def test_a_policy_sets_points_and_says_that_they_are_its_own(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("[bonus_malus]\nstock = 7\n", encoding="utf-8")
    policy = load_policy(file)
    assert policy.points.weights["stock"] == 7
    assert policy.points.weights["concern"] == POLICY.points.weights["concern"]
    assert (policy.points.is_example, POLICY.points.is_example) == (False, True)
    assert ("bonus_malus.stock", 7) in policy.changes


@pytest.mark.parametrize("said", ["stock = -1", "stock = 1001", "stock = 2.5", "stock = true", "stocks = 3"])
def test_points_that_cannot_be_are_refused(said: str, tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(f"[bonus_malus]\n{said}\n", encoding="utf-8")
    with pytest.raises(PolicyError) as refused:
        load_policy(file)
    assert "own.toml, line 2" in refused.value.render("en") or "line 1" in refused.value.render("en")


def test_every_measure_has_points_in_the_default_policy() -> None:
    assert set(POLICY.points.weights) == {each.measure.key for each in QUESTIONS}
