"""Cover, recovery, standstill: cases worked by hand, and every world of small systems played week by week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Loss, Missing, Standstill, Verdict, Weeks
from depmap.core.evidence import Fact, Tier
from depmap.core.graph import Layer
from depmap.core.model import Assembly, Bom, Child, Source
from depmap.core.sketch import sketch
from depmap.core.text import same
from depmap.network import Network
from depmap.network.standstill import outages, standstills

WEEKS = {"motor": 6.0, "screw": 2.0, "free": 0.0}
FAR = 40
"""Stands in for "not bounded" where every world is tried: longer than anything stated."""


def loss(*nodes: str) -> Loss:
    return Loss("loss", same("loss"), tuple(sorted(nodes)))


def answer(bom: Bom, *nodes: str, rate: float | None = 1.0, layer: Layer = Layer.SUPPLY) -> Standstill:
    (found,) = Network.of(bom).standstills(outages(bom, WEEKS, rate), [loss(*nodes)], [layer])
    return found


def drone(**fields: object) -> Bom:
    """Two motors from China a drone."""
    motor = {"component_class": "motor", "quantity": Decimal(2), **fields}
    return sketch("drone", {"motor": ["A@CN"], "frame": ["B@NL"], "$components": {"motor": motor}})


# By hand.


@pytest.mark.parametrize(
    ("stock", "rate", "weeks", "survive", "missing"),
    [
        (Decimal(0), None, Weeks(6, 6), Weeks(0, 0), ()),
        (Decimal(4), 1.0, Weeks(4, 4), Weeks(2, 2), ()),
        (Decimal(4), 0.5, Weeks(2, 2), Weeks(4, 4), ()),
        (Decimal(12), 1.0, Weeks(0, 0), None, ()),
        (Decimal(30), 1.0, Weeks(0, 0), None, ()),
        (Decimal(4), None, Weeks(0, 6), Weeks(0, None), (Missing.RATE,)),
        (None, 1.0, Weeks(0, 6), Weeks(0, None), (Missing.STOCK,)),
        (None, None, Weeks(0, 6), Weeks(0, None), (Missing.STOCK, Missing.RATE)),
    ],
)
def test_recovery_minus_cover(
    stock: Decimal | None, rate: float | None, weeks: Weeks, survive: Weeks | None, missing: tuple[Missing, ...]
) -> None:
    bom = drone(stock=stock)
    found = answer(bom, "country:CN", rate=rate)
    assert (found.stops, found.weeks, found.time_to_survive) == (Verdict.YES, weeks, survive)
    assert found.certain == ("component:motor",)
    assert outages(bom, WEEKS, rate)["component:motor"].missing == missing


def test_an_unknown_class_has_no_upper_end_and_an_unknown_quantity_no_cover() -> None:
    unknown = answer(drone(component_class=None, stock=Decimal(0)), "country:CN")
    assert unknown.weeks == Weeks(0, None)
    bom = drone(quantity=None, stock=Decimal(8))
    assert answer(bom, "country:CN").weeks == Weeks(0, 6)
    assert outages(bom, WEEKS, 1.0)["component:motor"].missing == (Missing.QUANTITY,)


def test_a_surviving_source_means_no_standstill() -> None:
    bom = sketch("drone", {"motor": ["A@CN", "B@NL"]})
    found = answer(bom, "country:CN")
    assert (found.stops, found.weeks, found.time_to_survive, found.certain) == (Verdict.NO, Weeks(0, 0), None, ())


def test_an_unknown_origin_may_be_the_lost_country_and_never_makes_it_certain() -> None:
    bom = sketch("drone", {"motor": ["A"], "$components": {"motor": {"component_class": "motor", "stock": Decimal(0)}}})
    found = answer(bom, "country:AQ")
    assert (found.stops, found.weeks) == (Verdict.CANNOT_DECIDE, Weeks(0, 6))
    assert (found.certain, found.possible) == ((), ("component:motor",))
    assert found.time_to_survive == Weeks(0, None)


def test_a_lost_maker_is_not_the_one_whose_country_is_unknown_but_may_be_the_unknown_one() -> None:
    bom = sketch("drone", {"motor": ["A"], "radio": ["@NL"], "frame": ["B@NL"]})
    found = answer(bom, "supplier:B")
    assert (found.certain, found.possible) == (("component:frame",), ("component:radio",))


def test_an_unknown_owner_may_be_the_lost_one() -> None:
    parents = {"A": {"seat": "NL", "parent": "Group", "ownership": "US"}, "B": {"seat": "NL"}}
    bom = sketch("drone", {"motor": ["A@NL"], "radio": ["B@NL"], "frame": ["C@NL", "A@DE"], "$suppliers": parents})
    found = answer(bom, "parent:Group", layer=Layer.CONTROL)
    assert (found.certain, found.possible) == (("component:motor",), ("component:frame", "component:radio"))
    assert answer(bom, "parent:Group").stops is Verdict.NO


def test_a_part_that_is_lost_itself_stops_whatever_its_sources() -> None:
    bom = sketch("drone", {"motor": ["A@CN", "B@NL"], "$components": {"motor": {"component_class": "motor"}}})
    assert answer(bom, "component:motor").weeks == Weeks(0, 6)


def test_an_assembly_with_a_lost_maker_of_its_own_stands_still_for_an_unknown_time() -> None:
    whole = Assembly(
        "pod", "pod", (Child("lens", False),), (Source(Fact("P", Tier.DECLARED), Fact("CN", Tier.DECLARED)),)
    )
    bom = sketch("drone", {"lens": ["A@NL"]})
    made = Bom("drone", "f", "0", (Child("pod", True),), (whole,), bom.components, bom.suppliers, 2)
    for nodes in (["supplier:P"], ["assembly:pod"]):
        found = answer(made, *nodes)
        assert (found.stops, found.weeks, found.certain) == (Verdict.YES, Weeks(0, None), ("assembly:pod",))


def test_an_assembly_of_another_system_is_not_missing_here() -> None:
    bom = sketch("drone", {"motor": ["A@CN"], "$components": {"motor": {"component_class": "motor"}}})
    found = answer(bom, "country:CN", "assembly:elsewhere")
    assert (found.weeks, found.certain) == (Weeks(0, 6), ("component:motor",))


def test_a_system_of_nothing_is_never_safe() -> None:
    found = answer(sketch("drone", {}), "country:CN")
    assert (found.stops, found.weeks) == (Verdict.CANNOT_DECIDE, Weeks(0, None))


def test_many_losses_are_answered_as_each_alone() -> None:
    bom = sketch("drone", {"motor": ["A@CN"], "radio": ["B@TW", "C"], "frame": ["@NL"]})
    losses = [loss("country:CN"), loss("country:TW"), loss("supplier:A", "supplier:C"), loss("country:CN")]
    times = outages(bom, WEEKS, 1.0)
    graph = Network.of(bom).graph
    together = standstills(graph, times, losses, [Layer.SUPPLY])
    assert together == tuple(standstills(graph, times, [each], [Layer.SUPPLY])[0] for each in losses)


# Every world, week by week.

LARGEST = 9
STOCKS = [None, 0, 1, 3, LARGEST]
COMPONENTS = st.fixed_dictionaries(
    {
        "sources": st.lists(st.sampled_from(["A@CN", "B@NL", "C"]), min_size=1, max_size=2, unique=True),
        "class": st.sampled_from(["motor", "screw", "free", None]),
        "stock": st.sampled_from(STOCKS),
    }
)
SYSTEMS = st.dictionaries(st.sampled_from(["motor", "radio", "frame"]), COMPONENTS, min_size=1)


def played(missing: Mapping[str, tuple[int, int]]) -> tuple[int, int | None]:
    """Weeks lost and the first week lost, when each missing component has this stock and is back in this week."""
    left = {name: stock for name, (stock, _) in missing.items()}
    lost, first = 0, None
    for week in range(3 * FAR):
        wanted = [name for name, (_, back) in missing.items() if week < back]
        if all(left[name] > 0 for name in wanted):
            for name in wanted:
                left[name] -= 1
        else:
            lost += 1
            first = week if first is None else first
    return lost, first


def worlds(parts: Mapping[str, dict[str, object]]) -> Iterator[dict[str, tuple[int, int]]]:
    """What may be missing when China is lost, under every reading of the unknowns."""
    options: list[list[tuple[str, tuple[int, int]] | None]] = []
    for name, part in parts.items():
        sources = [str(each) for each in part["sources"]]  # type: ignore[attr-defined]
        stocks = [0, 2, FAR] if part["stock"] is None else [part["stock"]]
        backs = [0, 5, FAR] if part["class"] is None else [int(WEEKS[str(part["class"])])]
        times = [(name, (int(str(stock)), back)) for stock in stocks for back in backs]
        if any(source.endswith("@NL") for source in sources):
            options.append([None])
        elif "C" in sources:
            options.append([None, *times])
        else:
            options.append([*times])
    for chosen in product(*options):
        yield dict(each for each in chosen if each is not None)


@settings(max_examples=150)
@given(SYSTEMS)
def test_the_interval_is_that_of_all_worlds(parts: dict[str, dict[str, object]]) -> None:
    fields = {
        name: {
            "component_class": part["class"],
            "stock": None if part["stock"] is None else Decimal(str(part["stock"])),
        }
        for name, part in parts.items()
    }
    bom = sketch("drone", {**{name: part["sources"] for name, part in parts.items()}, "$components": fields})
    found = answer(bom, "country:CN")
    outcomes = [played(world) for world in worlds(parts)]
    lost = [weeks for weeks, _ in outcomes]
    assert found.weeks.low == min(lost)
    assert max(lost) >= FAR - LARGEST if found.weeks.high is None else max(lost) == found.weeks.high
    firsts = [FAR if first is None else first for _, first in outcomes]
    if found.time_to_survive is None:
        assert min(firsts) == FAR
    else:
        high = FAR if found.time_to_survive.high is None else found.time_to_survive.high
        assert (found.time_to_survive.low, high) == (min(firsts), max(firsts))
