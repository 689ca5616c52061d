"""The best response to a loss: a published example, and closed forms over every set of products for small markets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Loss, Verdict
from depmap.core.graph import Layer
from depmap.core.sketch import sketch
from depmap.core.text import same
from depmap.network import Network
from depmap.network.response import (
    Disruption,
    Link,
    Market,
    Product,
    Supplier,
    respond,
    risk_exposure_index,
)
from depmap.network.response.linear import Programme
from depmap.network.standstill import outages

# The published example: acedesci/scanalytics_cases at 660aa30, case 3, problem 1.

CASE = Market(
    (Product("P1", 75, 20, 5000), Product("P2", 50, 25, 6500)),
    tuple(Supplier(name, units, 2, ("P1", "P2")) for name, units in (("S1", 30), ("S2", 45), ("S3", 60))),
)


def test_the_published_example_to_all_its_digits() -> None:
    nothing = Disruption("Scenario_0", {}, 2)
    answers = [respond(CASE, each) for each in (nothing, *CASE.alone())]
    assert [f"{each.exposure:,.3f}" for each in answers] == ["0.000", "0.000", "125,000.000", "275,000.000"]
    assert [f"{each:.3f}" for each in risk_exposure_index(answers)] == ["0.000", "0.000", "0.455", "1.000"]
    assert [f"{sum(each.lost.values()):.3f}" for each in answers] == ["0.000", "0.000", "25.000", "55.000"]
    assert [f"{sum(each.made.values()):.3f}" for each in answers] == ["205.000", "205.000", "180.000", "150.000"]
    survive = [each.time_to_survive for each in answers]
    assert survive[0] is None  # the example stops counting at 999
    assert [f"{each:.3f}" for each in survive[1:] if each is not None] == ["2.250", "1.286", "0.900"]
    assert [f"{each.short:.3f}" for each in answers] == ["0.000", "0.000", "0.714", "1.100"]
    assert [each.bottleneck for each in answers] == [(), *[("P1", "P2")] * 3]


# Small markets, against what can be worked out exactly without a programme.

NAMES = ("a", "b", "c", "d")
amounts = st.integers(0, 12)


@st.composite
def markets(draw: st.DrawFn, products: int = 4) -> Market:
    names = NAMES[: draw(st.integers(1, products))]
    makes = st.lists(st.sampled_from(names), unique=True).map(tuple)
    return Market(
        tuple(Product(name, draw(st.integers(1, 12)), draw(amounts), draw(st.integers(0, 5))) for name in names),
        tuple(
            Supplier(f"S{number}", draw(amounts), draw(st.integers(0, 6)), draw(makes))
            for number in range(draw(st.integers(1, 4)))
        ),
    )


@st.composite
def cases(draw: st.DrawFn, products: int = 4) -> tuple[Market, Disruption]:
    market = draw(markets(products))
    lost = draw(st.lists(st.sampled_from(market.links() or (("S0", "a"),)), unique=True))
    return market, market.losing("lost", lost)


def subsets(products: Iterable[Product]) -> Iterable[tuple[Product, ...]]:
    found = tuple(products)
    return (chosen for size in range(1, len(found) + 1) for chosen in combinations(found, size))


def capacity(market: Market, lost: Iterable[Link], products: Iterable[Product]) -> Fraction:
    """Of all who can still make one of these products."""
    wanted = {(supplier.name, product.name) for supplier in market.suppliers for product in products}
    makers = {supplier for supplier, _ in wanted & set(market.links(lost))}
    return Fraction(sum(each.capacity for each in market.suppliers if each.name in makers))


def longest(market: Market, lost: Iterable[Link]) -> Fraction | None:
    """Time to survive: the worst set of products (minimum cut)."""
    times = []
    for chosen in subsets(market.products):
        lacking = sum(Fraction(each.demand) for each in chosen) - capacity(market, lost, chosen)
        if lacking > 0:
            times.append(sum(Fraction(each.stock) for each in chosen) / lacking)
    return min(times, default=None)


def least(market: Market, lost: Iterable[Link], periods: float) -> Fraction:
    """Exposure when all comes back at the same time: what can be delivered is a polymatroid, so the dearest first."""
    lost = tuple(lost)

    def units(products: Iterable[Product]) -> Fraction:
        short = [Fraction(0)]
        for chosen in subsets(products):
            needs = [Fraction(each.demand) * Fraction(periods) - Fraction(each.stock) for each in chosen]
            need = sum((need for need in needs if need > 0), Fraction(0))
            short.append(need - Fraction(periods) * capacity(market, lost, chosen))
        return max(short)

    dearest = sorted(market.products, key=lambda each: -each.value)
    values = [*(Fraction(each.value) for each in dearest), Fraction(0)]
    return sum(
        ((values[place - 1] - values[place]) * units(dearest[:place]) for place in range(1, len(values))), Fraction(0)
    )


def close(found: float, exact: Fraction) -> bool:
    return found == pytest.approx(float(exact), rel=1e-7, abs=1e-7)


@given(cases())
@settings(max_examples=150, deadline=None)
def test_time_to_survive_is_the_worst_set_of_products(case: tuple[Market, Disruption]) -> None:
    market, disruption = case
    exact = longest(market, disruption.until)
    answer = respond(market, disruption)
    if exact is None:
        assert (answer.time_to_survive, answer.bottleneck) == (None, ())
        return
    assert answer.time_to_survive is not None
    assert close(answer.time_to_survive, exact)
    named = [each for each in market.products if each.name in answer.bottleneck]
    lacking = sum(Fraction(each.demand) for each in named) - capacity(market, disruption.until, named)
    assert lacking > 0, "the bottleneck explains it"
    assert sum(Fraction(each.stock) for each in named) / lacking == exact


@given(cases(), st.integers(0, 8))
@settings(max_examples=150, deadline=None)
def test_exposure_is_the_dearest_first(case: tuple[Market, Disruption], periods: int) -> None:
    market, disruption = case
    lost = tuple(disruption.until)
    answer = respond(market, market.losing("together", lost, periods))
    assert close(answer.exposure, least(market, lost, periods if lost else 0))


@given(cases())
@settings(max_examples=25, deadline=None)
def test_time_to_survive_is_where_losses_begin(case: tuple[Market, Disruption]) -> None:
    """Bisection over the other programme, with every unit worth something."""
    market, disruption = case
    lost = tuple(disruption.until)
    worth = replace(market, products=tuple(replace(each, value=1.0) for each in market.products))

    def loses(periods: float) -> bool:
        return respond(worth, Disruption("", dict.fromkeys(lost, periods), periods)).exposure > 1e-6

    low, high = 0.0, 1000.0
    found = respond(market, disruption).time_to_survive
    if not loses(high):
        assert found is None or found >= high
        return
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (low, middle) if loses(middle) else (middle, high)
    assert found == pytest.approx(high, abs=1e-3)


@given(cases(), st.floats(0.01, 5), st.floats(0.01, 5))
@settings(max_examples=60, deadline=None)
def test_a_longer_recovery_a_larger_loss_and_less_capacity_never_help(
    case: tuple[Market, Disruption], first: float, second: float
) -> None:
    market, disruption = case
    lost = tuple(disruption.until)
    short, long = sorted((first, second))
    value = [respond(market, market.losing("", lost, periods)).exposure for periods in (short, long)]
    assert value[0] <= value[1] + 1e-6
    fewer = respond(market, market.losing("", lost[1:])).exposure
    assert fewer <= respond(market, disruption).exposure + 1e-6
    halved = replace(market, suppliers=tuple(replace(each, capacity=each.capacity / 2) for each in market.suppliers))
    assert respond(halved, disruption).exposure >= respond(market, disruption).exposure - 1e-6


@given(markets())
@settings(max_examples=50, deadline=None)
def test_losing_nothing_loses_nothing(market: Market) -> None:
    answer = respond(market, market.losing("nothing", ()))
    assert (answer.exposure, sum(answer.lost.values()), answer.made) == (0, 0, {})


@given(cases(products=1))
@settings(max_examples=120, deadline=None)
def test_one_product_is_played_phase_by_phase(case: tuple[Market, Disruption]) -> None:
    """Suppliers come back one after the other; whoever delivers all he can loses least."""
    market, disruption = case
    (product,) = market.products
    stock, lost = Fraction(product.stock), Fraction(0)
    for start, length in disruption.phases:
        gone = [link for link, until in disruption.until.items() if until > start]
        stock += (capacity(market, gone, [product]) - Fraction(product.demand)) * Fraction(length)
        lost, stock = lost + max(Fraction(0), -stock), max(Fraction(0), stock)
    answer = respond(market, disruption)
    assert product.value == 0 or close(answer.lost["a"], lost)
    assert close(answer.exposure, lost * Fraction(product.value))


@given(cases())
@settings(max_examples=60, deadline=None)
def test_one_after_the_other_lies_between_all_at_first_and_all_at_last(case: tuple[Market, Disruption]) -> None:
    market, disruption = case
    times = list(disruption.until.values()) or [0.0]
    every = respond(market, disruption).exposure
    at_first = respond(market, market.losing("", disruption.until, min(times))).exposure
    at_last = respond(market, market.losing("", disruption.until, max(times))).exposure
    assert at_first - 1e-6 <= every <= at_last + 1e-6


@given(cases())
@settings(max_examples=60, deadline=None)
def test_the_response_can_be_carried_out(case: tuple[Market, Disruption]) -> None:
    market, disruption = case
    answer = respond(market, disruption)
    assert set(answer.made) <= set(market.links())
    for supplier in market.suppliers:
        for link in supplier.links:
            able = disruption.periods - disruption.until.get(link, 0.0)
            assert answer.made.get(link, 0.0) <= supplier.capacity * able + 1e-6
        total = sum(answer.made.get(link, 0.0) for link in supplier.links)
        assert total <= supplier.capacity * disruption.periods + 1e-6
    for product in market.products:
        made = sum(units for (_, name), units in answer.made.items() if name == product.name)
        assert made + product.stock + answer.lost[product.name] >= product.demand * disruption.periods - 1e-6


@given(cases(), st.sampled_from([1e-6, 1e-3, 1e3, 1e6]), st.sampled_from([1e-3, 1e3]))
@settings(max_examples=60, deadline=None)
def test_other_units_give_the_same_answer(case: tuple[Market, Disruption], amount: float, value: float) -> None:
    market, disruption = case
    here, there = respond(market, disruption), respond(market.scaled(amount, value=value), disruption)
    assert there.exposure * amount * value == pytest.approx(here.exposure, rel=1e-6, abs=1e-6)
    assert (there.time_to_survive is None) == (here.time_to_survive is None)
    if here.time_to_survive is not None:
        assert there.time_to_survive == pytest.approx(here.time_to_survive, rel=1e-6, abs=1e-6)


@given(cases(products=3), st.lists(st.sampled_from([0, 3, 6]), min_size=3, max_size=3))
@settings(max_examples=150, deadline=None)
def test_numbers_a_million_apart_are_told_right(case: tuple[Market, Disruption], powers: list[int]) -> None:
    market, disruption = case
    products = tuple(
        replace(each, demand=each.demand * 10.0**power, value=each.value * 10.0 ** (6 - power))
        for each, power in zip(market.products, powers, strict=False)
    )
    apart = replace(market, products=products)
    exact, found = longest(apart, disruption.until), respond(apart, disruption)
    assert (found.time_to_survive is None) == (exact is None)
    assert exact is None or found.time_to_survive == pytest.approx(float(exact), rel=1e-4)
    together = apart.losing("", disruption.until, 2)
    if disruption.until:
        expected = float(least(apart, disruption.until, 2))
        assert respond(apart, together).exposure == pytest.approx(expected, rel=1e-4, abs=1e-6)


# The same words as in `depmap.network.standstill`, where nothing is shared.


@given(
    st.dictionaries(
        st.sampled_from(NAMES),
        st.tuples(st.integers(1, 4), st.integers(0, 40), st.integers(0, 20), st.booleans()),
        min_size=1,
    ),
    st.sampled_from([0.5, 1.0, 4.0]),
)
@settings(max_examples=150, deadline=None)
def test_standstill_when_nothing_is_shared(
    parts: Mapping[str, tuple[int, int, int, bool]], systems_per_week: float
) -> None:
    """One maker a component, who makes exactly what is asked for; some of them are in the country that is lost."""
    fields = {
        name: {"component_class": name, "quantity": Decimal(need), "stock": Decimal(stock)}
        for name, (need, stock, _, _) in parts.items()
    }
    makers = {name: [f"{name}-works@{'CN' if lost else 'NL'}"] for name, (_, _, _, lost) in parts.items()}
    bom = sketch("drone", {**makers, "$components": fields})
    times = outages(bom, {name: float(weeks) for name, (_, _, weeks, _) in parts.items()}, systems_per_week)
    loss = Loss("CN", same("China"), ("country:CN",))
    (standstill,) = Network.of(bom).standstills(times, [loss], [Layer.SUPPLY])

    rate = {name: need * systems_per_week for name, (need, _, _, _) in parts.items()}
    market = Market(
        tuple(Product(name, rate[name], float(stock), 1.0) for name, (_, stock, _, _) in parts.items()),
        tuple(Supplier(f"{name}-works", rate[name], float(weeks), (name,)) for name, (_, _, weeks, _) in parts.items()),
    )
    answer = respond(market, market.losing("CN", [(f"{name}-works", name) for name in parts if parts[name][3]]))
    assert max(answer.lost[name] / rate[name] for name in parts) == pytest.approx(standstill.weeks.low)
    covers = {name: times[f"component:{name}"].cover.low for name in parts if parts[name][3]}
    assert answer.time_to_survive == (pytest.approx(min(covers.values())) if covers else None)
    if standstill.time_to_survive is not None and standstill.stops is Verdict.YES:
        stopping = [each for each in covers if times[f"component:{each}"].standstill.low > 0]
        assert standstill.time_to_survive.low == pytest.approx(min(covers[each] for each in stopping))


def test_a_whole_that_is_almost_enough_lasts_for_ever_only_if_it_is() -> None:
    exact = Market((Product("a", 0.3, 1, 1),), (Supplier("S", 0.1, 1, ("a",)), Supplier("T", 0.2, 1, ("a",))))
    assert respond(exact, exact.losing("nothing", ())).time_to_survive is None
    short = replace(exact, suppliers=(Supplier("S", 0.29999, 1, ("a",)),))
    assert respond(short, short.losing("nothing", ())).time_to_survive == pytest.approx(100_000, rel=1e-3)


def test_an_empty_market_has_nothing_to_lose() -> None:
    market = Market((), (Supplier("S", 1, 1, ()),))
    (answer,) = (respond(market, each) for each in market.alone())
    assert (answer.exposure, answer.time_to_survive, answer.short) == (0, None, 0)
    assert risk_exposure_index([answer]) == (0.0,)


def test_a_programme_without_an_end_is_an_error() -> None:
    programme = Programme()
    programme.column(-1.0)
    with pytest.raises(ArithmeticError, match="linear programme"):
        programme.solve()


def test_a_programme_that_nothing_keeps_has_no_solution() -> None:
    programme = Programme()
    programme.row({programme.column(high=1.0): 1.0}, low=2.0)
    assert programme.solve() is None
