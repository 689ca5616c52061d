"""The share of cost from outside: every truth that is possible lies in the interval, and the ends are come near to."""

from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.network.content import cost_outside

GROUP = frozenset({"DE"})
PLACES = {"": (True, False), "Acme": (True, False), "Acme@DE": (True,), "Acme@CN": (False,), "Acme@DE?": (True, False)}
FREE = (Decimal("0.000001"), Decimal(1), Decimal(10) ** 12)

lines = st.lists(
    st.tuples(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=2), st.sampled_from([None, 1, 3, 10])),
    min_size=1,
    max_size=4,
)


def system(content: list[tuple[list[str], int | None]]) -> Bom:
    parts: dict[str, object] = {f"c{place}": sources for place, (sources, _) in enumerate(content)}
    costs = {f"c{place}": {"cost": Decimal(cost)} for place, (_, cost) in enumerate(content) if cost is not None}
    return sketch("kite", {**parts, "$components": costs})


def truths(content: list[tuple[list[str], int | None]]) -> list[float]:
    """The share in every possible world."""
    places = [sorted({inside for source in sources for inside in PLACES[source]}) for sources, _ in content]
    prices = [(Decimal(cost),) if cost is not None else FREE for _, cost in content]
    found = []
    for where in itertools.product(*places):
        for costs in itertools.product(*prices):
            outside = sum((cost for cost, inside in zip(costs, where, strict=True) if not inside), Decimal(0))
            found.append(float(outside / sum(costs)))
    return found


@given(lines)
@settings(max_examples=200)
def test_every_possible_truth_lies_between_and_comes_near_the_ends(content: list[tuple[list[str], int | None]]) -> None:
    share, possible = cost_outside(system(content), GROUP), truths(content)
    assert share.low - 1e-5 <= min(possible) <= share.low + 1e-5
    assert share.high - 1e-5 <= max(possible) <= share.high + 1e-5


def test_what_decides_is_named_the_dearest_first() -> None:
    share = cost_outside(
        system([(["Acme@CN"], 1), (["Acme@CN"], 10), (["Acme"], 3), (["Acme"], None), (["Acme@DE"], 3)]), GROUP
    )
    assert share.outside == ("component:c1", "component:c0")
    assert share.open == ("component:c3", "component:c2")
    assert share.unpriced == ("component:c3",)


def test_a_system_without_prices_or_without_anything_is_open() -> None:
    assert (lambda each: (each.low, each.high))(
        cost_outside(system([(["Acme@CN"], None), (["Acme@DE"], None)]), GROUP)
    ) == (0, 1)
    empty = cost_outside(sketch("kite", {}), GROUP)
    assert (empty.low, empty.high) == (0.0, 1.0)
