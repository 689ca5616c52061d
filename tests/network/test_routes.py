"""Why a node matters: routes on cases worked by hand, and that what stops is what the kernel says."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Verdict
from depmap.core.evidence import Tier
from depmap.core.graph import Layer, Role
from depmap.core.sketch import sketch
from depmap.network import Network
from depmap.network.routes import Route, routes


def found(parts: dict[str, object], node: str) -> tuple[Route, ...]:
    return routes(Network.of(sketch("drone", parts)).graph, node)


def test_a_route_per_component_and_those_without_an_alternative_first() -> None:
    alone, shared = found({"tail": {"servo": ["A@CN"]}, "motor": ["B@DE", "A@CN!"]}, "supplier:A")
    assert alone.nodes == ("supplier:A", "component:servo", "assembly:tail", "system:drone")
    assert (alone.layer, alone.stops) == (Layer.STRUCTURE, Verdict.YES)
    assert (shared.nodes, shared.stops) == (("supplier:A", "component:motor", "system:drone"), Verdict.NO)
    first, second, third = alone.steps
    assert (first.node, first.owner, first.role) == ("supplier:A", "component:servo", Role.MANUFACTURER)
    assert (second.role, third.role) == (Role.CHILD, Role.CHILD)
    assert [[str(cell) for cell in step.cells] for step in alone.steps] == [
        ["Sheet1!A3"],
        ["Sheet1!A3"],
        ["Sheet1!A2"],
    ]


def test_a_country_is_needed_as_place_of_manufacture_and_through_owners_each_in_its_layer() -> None:
    owners = {"A": {"seat": "NL", "parent": "Group", "ownership": "CN"}}
    made, owned = found({"motor": ["A@CN!"], "$suppliers": owners}, "country:CN")
    assert (made.layer, made.nodes) == (Layer.SUPPLY, ("country:CN", "component:motor", "system:drone"))
    assert made.steps[0].tier is Tier.PROVEN
    assert owned.layer is Layer.CONTROL
    assert owned.nodes == ("country:CN", "parent:Group", "supplier:A", "component:motor", "system:drone")
    assert [step.role for step in owned.steps][:3] == [Role.OWNERSHIP, Role.PARENT, Role.MANUFACTURER]
    assert owned.steps[0].reference == "sketch"


def test_of_a_component_that_stops_every_other_source_is_told_of() -> None:
    owners = {"A": {"parent": "Group"}, "B": {"parent": "Group"}}
    (route,) = found({"motor": ["A@DE", "B@NL"], "$suppliers": owners}, "parent:Group")
    assert (route.stops, route.nodes[1]) == (Verdict.YES, "supplier:A")
    ((first, second),) = route.beside
    assert (first.node, first.role, first.owner) == ("parent:Group", Role.PARENT, "supplier:B")
    assert (second.node, second.role, second.owner) == ("supplier:B", Role.MANUFACTURER, "component:motor")


def test_another_source_may_be_lost_through_something_unknown_and_an_alternative_is_none() -> None:
    owners = {"A": {"parent": "Group", "ownership": "DE"}, "B": {"seat": "NL"}}
    suppliers = {**owners, "C": {"parent": "Other"}}
    parts: dict[str, object] = {"motor": ["A@DE", "B@NL"], "radio": ["A@DE", "C@CN"], "$suppliers": suppliers}
    motor, radio = found(parts, "parent:Group")
    assert (motor.stops, radio.stops) == (Verdict.CANNOT_DECIDE, Verdict.NO)
    ((unknown, maker),) = motor.beside
    assert (unknown.node, unknown.role) == ("unknown:parent/supplier:B", Role.PARENT)
    assert maker.node == "supplier:B"
    assert radio.beside == ()


def test_what_a_list_assumes_is_a_step_that_proves_nothing() -> None:
    (route,) = found({"motor": ["A@CN?"]}, "country:CN")
    assert (route.stops, route.steps[0].tier) == (Verdict.CANNOT_DECIDE, Tier.ASSUMED)
    assert [str(cell) for cell in route.steps[0].cells] == ["Sheet1!A2"]


def test_a_component_has_a_route_per_owner() -> None:
    bolt = ["A@DE"]
    listed = found({"tail": {"bolt": bolt}, "nose": {"bolt": bolt}, "bolt": bolt}, "component:bolt")
    assert [route.nodes for route in listed] == [
        ("component:bolt", "system:drone"),
        ("component:bolt", "assembly:nose", "system:drone"),
        ("component:bolt", "assembly:tail", "system:drone"),
    ]


def test_what_is_unknown_has_routes_and_what_is_not_there_has_none() -> None:
    (route,) = found({"motor": ["A"], "radio": ["B@NL"]}, "unknown:manufacture")
    assert route.nodes == ("unknown:manufacture", "component:motor", "system:drone")
    assert (route.steps[0].tier, [str(cell) for cell in route.steps[0].cells]) == (Tier.UNKNOWN, ["Sheet1!A2"])
    assert found({"motor": ["A@NL"]}, "country:CN") == ()


PARTS = st.dictionaries(
    st.sampled_from(["motor", "radio", "frame"]),
    st.lists(st.sampled_from(["A@DE", "A@CN", "B@CN?", "B", "@CN", ""]), min_size=1, max_size=3, unique=True),
    min_size=1,
)


@settings(max_examples=100)
@given(PARTS, st.sampled_from(["country:CN", "supplier:A", "supplier:B"]))
def test_the_routes_are_the_components_that_need_it_and_stop_as_the_kernel_says(
    parts: dict[str, list[str]], node: str
) -> None:
    network = Network.of(sketch("drone", dict(parts)))
    listed = {route.nodes[1].partition(":")[2]: route for route in routes(network.graph, node)}
    kind, _, name = node.partition(":")
    wanted = {
        part
        for part, sources in parts.items()
        for source in sources
        if source.strip("?").split("@")[kind == "country" :][:1] == [name]
    }
    assert set(listed) == wanted
    outcome = network.lose([node], [Layer.SUPPLY])
    for part, route in listed.items():
        component = f"component:{part}"
        expected = (
            Verdict.YES
            if component in outcome.lost
            else Verdict.CANNOT_DECIDE
            if component in outcome.maybe_lost
            else Verdict.NO
        )
        assert route.stops is expected
