"""The questions, on small networks whose answers anyone can check."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import SinglePoint, Verdict
from depmap.core.errors import UsageError
from depmap.core.evidence import CellRef
from depmap.core.graph import All, Any, Graph, Kind, Layer, Need, Node, Role, graph
from depmap.core.shares import Basis
from depmap.core.sketch import sketch
from depmap.network import Network
from depmap.network.export import centrality, gexf, graphml
from depmap.network.scenarios import cells_of_unknowns
from depmap.network.single_points import single_points


def certain(points: tuple[SinglePoint, ...]) -> list[str]:
    return [point.node for point in points if point.certain]


def possible(points: tuple[SinglePoint, ...]) -> list[str]:
    return [point.node for point in points if not point.certain]


# The three cases that the nearest open tool gets wrong.


def test_two_required_sole_source_parts_are_both_single_points() -> None:
    network = Network.of(sketch("drone", {"motor": ["Acme@DE"], "radio": ["Volt@FR"]}))
    assert certain(network.single_points(Layer.SUPPLY)) == [
        "country:DE",
        "country:FR",
        "supplier:Acme",
        "supplier:Volt",
    ]


def test_a_hidden_supplier_of_two_alternative_makers_is_the_single_point() -> None:
    hidden = graph(
        "system:drone",
        [
            Node("system:drone", Kind.SYSTEM, "drone", All(), (Need("component:chip"),)),
            Node("component:chip", Kind.COMPONENT, "chip", Any(), (Need("supplier:M1"), Need("supplier:M2"))),
            Node("supplier:M1", Kind.SUPPLIER, "M1", All(), (Need("supplier:H", layer=Layer.SUPPLY),)),
            Node("supplier:M2", Kind.SUPPLIER, "M2", All(), (Need("supplier:H", layer=Layer.SUPPLY),)),
            Node("supplier:H", Kind.SUPPLIER, "H"),
        ],
    )
    (point,) = single_points(hidden, Layer.SUPPLY)
    assert point.node == "supplier:H"
    assert point.certain
    assert point.witness == ("supplier:H", "supplier:M1", "component:chip", "system:drone")


def test_a_single_point_knows_the_assemblies_and_components_that_stop_with_it() -> None:
    """The motor pod and the whole stop with Acme; the radio bay, which Volt alone supplies, works on."""
    parts = {"pod": {"motor": ["Acme@DE"], "mount": ["Acme@DE", "Volt@FR"]}, "bay": {"radio": ["Volt@FR"]}}
    points = {point.node: point for point in Network.of(sketch("drone", parts)).single_points(Layer.SUPPLY)}
    assert points["supplier:Acme"].assemblies == ("assembly:pod",)
    assert points["supplier:Acme"].components == ("component:motor",)
    assert points["supplier:Volt"].assemblies == ("assembly:bay",)


def test_losing_one_of_twenty_required_suppliers_stops_the_system() -> None:
    network = Network.of(sketch("drone", {f"part {n}": [f"Maker {n}@DE"] for n in range(20)}))
    for n in range(20):
        assert "system:drone" in network.lose([f"supplier:Maker {n}"]).lost


# Layers, unknowns and witnesses.


def test_a_common_parent_is_a_single_point_of_control_but_not_of_supply() -> None:
    parents = {maker: {"seat": "DE", "parent": "Group", "ownership": "US"} for maker in ("Acme", "Volt")}
    network = Network.of(sketch("drone", {"motor": ["Acme@DE", "Volt@FR"], "$suppliers": parents}))
    assert certain(network.single_points(Layer.SUPPLY)) == []
    assert certain(network.single_points(Layer.CONTROL)) == ["country:DE", "country:US", "parent:Group"]


def test_an_unknown_origin_is_a_possible_single_point_and_never_a_certain_one() -> None:
    network = Network.of(sketch("drone", {"motor": ["Acme"]}))
    points = network.single_points(Layer.SUPPLY)
    assert certain(points) == ["supplier:Acme"]
    assert possible(points) == ["unknown:manufacture"]


def test_an_assumed_country_is_a_possible_single_point_and_proves_nothing() -> None:
    network = Network.of(sketch("drone", {"motor": ["Acme@CN?"], "radio": ["Volt@NL"]}))
    points = network.single_points(Layer.SUPPLY)
    assert "country:CN" in possible(points)
    point = next(point for point in points if point.node == "country:CN")
    assert point.witness == ("country:CN", "component:motor", "system:drone")
    (verdict,) = network.buildable_from({"NL": {"NL"}}, Layer.SUPPLY)
    assert verdict.verdict is Verdict.CANNOT_DECIDE
    assert verdict.deciding == ("component:motor",)


def test_a_witness_names_the_assemblies_between() -> None:
    network = Network.of(sketch("drone", {"body": {"tail": {"servo": ["Acme@DE"]}}}))
    point = next(point for point in network.single_points(Layer.SUPPLY) if point.node == "supplier:Acme")
    assert point.witness == ("supplier:Acme", "component:servo", "assembly:tail", "assembly:body", "system:drone")
    assert [str(cell) for cell in point.cells] == ["Sheet1!A2", "Sheet1!A3", "Sheet1!A4"]


def test_articulation_points_answer_another_question() -> None:
    """P = all(A, B), A = all(C), B = all(C): no articulation point, yet A, B and C each stop P."""
    four_cycle = graph(
        "P",
        [
            Node("P", Kind.NODE, "P", All(), (Need("A"), Need("B"))),
            Node("A", Kind.NODE, "A", All(), (Need("C"),)),
            Node("B", Kind.NODE, "B", All(), (Need("C"),)),
        ],
    )
    points = single_points(four_cycle, Layer.SUPPLY, kinds=[Kind.NODE])
    assert [point.node for point in points] == ["A", "B", "C"]


# Groups of countries.


@pytest.mark.parametrize(
    ("parts", "verdict", "deciding"),
    [
        ({"motor": ["A@DE"], "radio": ["B@FR", "C@CN"]}, Verdict.YES, ()),
        ({"motor": ["A@CN"], "radio": ["B@FR"]}, Verdict.NO, ("component:motor",)),
        ({"motor": ["A@DE"], "radio": ["B"]}, Verdict.CANNOT_DECIDE, ("component:radio",)),
        ({"motor": ["A@DE", "B"], "radio": ["B@FR"]}, Verdict.YES, ()),
        ({"motor": ["A@CN", "B"], "radio": ["B@FR"]}, Verdict.CANNOT_DECIDE, ("component:motor",)),
        ({"motor": ["A@CN"], "radio": ["B"]}, Verdict.NO, ("component:motor",)),
        ({"motor": ["@DE"]}, Verdict.YES, ()),
    ],
)
def test_buildable_from(parts: dict[str, object], verdict: Verdict, deciding: tuple[str, ...]) -> None:
    (answer,) = Network.of(sketch("drone", parts)).buildable_from({"EU": {"DE", "FR"}}, Layer.SUPPLY)
    assert (answer.verdict, answer.deciding) == (verdict, deciding)


@pytest.mark.parametrize("layer", [Layer.SUPPLY, Layer.CONTROL])
def test_a_system_of_nothing_is_never_a_yes(layer: Layer) -> None:
    (answer,) = Network.of(sketch("drone", {})).buildable_from({"EU": {"DE"}}, layer)
    assert answer.verdict is Verdict.CANNOT_DECIDE


def test_an_open_verdict_asks_for_the_cells_of_the_deciding_components_alone() -> None:
    network = Network.of(sketch("drone", {"motor": ["A@DE", "B"], "radio": ["C"]}))
    (answer,) = network.buildable_from({"EU": {"DE"}}, Layer.SUPPLY)
    assert [str(cell) for cell in answer.ask] == ["Sheet1!A3"]


def test_a_part_on_several_lines_is_asked_for_in_one_cell_and_what_most_rests_on_first() -> None:
    bolt = ["A"]
    parts = {
        "tail": {"bolt": bolt},
        "bolt": bolt,
        "radio": ["B@DE"],
        "motor": ["B@DE"],
        "$suppliers": {"A": {"seat": "DE"}},
    }
    network = Network.of(sketch("drone", parts))
    (made,) = network.buildable_from({"EU": {"DE"}}, Layer.SUPPLY)
    (question,) = made.questions
    assert (question.unknown, question.parts) == ("unknown:manufacture/source:component:bolt/1", 1)
    assert made.fewest
    twice = replace(question, cells=(*question.cells, CellRef("sketch.xlsx", "Sheet1", 9, "A")))
    assert replace(made, questions=(twice,)).ask == question.cells
    (owned,) = network.buildable_from({"EU": {"DE"}}, Layer.CONTROL)
    assert [(each.unknown, each.parts) for each in owned.questions] == [
        ("unknown:parent/supplier:B", 2),
        ("unknown:seat/supplier:B", 2),
        ("unknown:parent/supplier:A", 1),
    ]
    assert owned.ask == ()


def test_control_asks_for_the_seat_even_where_the_country_of_manufacture_is_known() -> None:
    network = Network.of(sketch("drone", {"motor": ["@DE"]}))
    (answer,) = network.buildable_from({"EU": {"DE"}}, Layer.CONTROL)
    assert answer.verdict is Verdict.CANNOT_DECIDE


# Against brute force.

PARTS = st.dictionaries(
    st.sampled_from(["motor", "radio", "frame", "chip"]),
    st.lists(
        st.sampled_from(["A@DE", "A@CN", "B@DE", "B@CN", "C", "@FR", "", "B@CN?"]), min_size=1, max_size=3, unique=True
    ),
    min_size=1,
)


def stops_by_hand(parts: dict[str, list[str]], lost: str) -> bool:
    """Whether losing one maker or country leaves a component without a source, read off the sketch itself."""

    def source_lost(source: str) -> bool:
        maker, _, country = source.partition("@")
        return (bool(maker) and lost == f"supplier:{maker}") or (bool(country) and lost == f"country:{country}")

    return any(all(source_lost(source) for source in sources) for sources in parts.values())


@settings(max_examples=150, deadline=None)
@given(PARTS)
def test_certain_single_points_are_exactly_those_of_brute_force(parts: dict[str, list[str]]) -> None:
    candidates = ["supplier:A", "supplier:B", "supplier:C", "country:DE", "country:CN", "country:FR"]
    expected = [name for name in sorted(candidates) if stops_by_hand(parts, name)]
    assert certain(Network.of(sketch("drone", dict(parts))).single_points(Layer.SUPPLY)) == expected


@settings(max_examples=60, deadline=None)
@given(PARTS)
def test_every_witness_is_a_chain_of_needs_from_the_node_to_the_system(parts: dict[str, list[str]]) -> None:
    network = Network.of(sketch("drone", dict(parts)))
    public = network.to_networkx()
    for point in network.single_points(Layer.SUPPLY):
        assert point.witness[0] == point.node
        assert point.witness[-1] == "system:drone"
        for lower, upper in zip(point.witness, point.witness[1:], strict=False):
            assert networkx.has_path(public, upper, lower) or "?" in str(parts)


@settings(max_examples=60, deadline=None)
@given(PARTS, st.sets(st.sampled_from(["DE", "CN", "FR"])))
def test_a_larger_group_never_turns_yes_into_no(parts: dict[str, list[str]], group: set[str]) -> None:
    network = Network.of(sketch("drone", dict(parts)))
    order = {Verdict.NO: 0, Verdict.CANNOT_DECIDE: 1, Verdict.YES: 2}
    groups = {"small": group, "large": group | {"DE"}}
    small, large = network.buildable_from(groups, Layer.SUPPLY)
    assert order[large.verdict] >= order[small.verdict]


def test_the_order_of_sources_changes_nothing() -> None:
    sources = ["A@DE", "B@CN", "C"]
    answers = []
    for first, second in combinations(sources, 2):
        for order in ([first, second], [second, first]):
            network = Network.of(sketch("drone", {"motor": order}))
            answers.append(tuple(point.node for point in network.single_points(Layer.SUPPLY)))
        assert answers[-1] == answers[-2]


# Concentration and the public view.


def test_concentration_is_what_stops_with_a_country_as_an_interval() -> None:
    bom = sketch("drone", {"motor": ["A@CN"], "radio": ["B@DE", "C@CN"], "frame": ["D"], "chip": ["E@DE"]})
    shares = {(share.node, share.basis): share for share in Network.of(bom).concentration(bom)}
    china = shares["country:CN", Basis.LINES]
    assert (china.low, china.high) == (0.25, 0.5)
    assert (shares["country:DE", Basis.LINES].low, shares["country:DE", Basis.LINES].high) == (0.25, 0.5)
    assert shares["country:CN", Basis.VALUE].low is None
    assert shares["country:CN", Basis.VALUE].coverage == 0.0


def network_of_a_drone() -> Graph:
    return Network.of(sketch("drone", {"motor": ["Acme@CN", "Volt@DE"], "tail": {"radio": ["Volt"]}})).graph


def test_the_public_view_has_every_node_and_need() -> None:
    inside = network_of_a_drone()
    public = Network(inside).to_networkx()
    assert set(public.nodes) == set(inside.nodes)
    assert set(public.edges) == {(node.id, need.node) for node in inside.nodes.values() for need in node.needs}
    assert public.nodes["component:motor"]["gate"] == "any of"


def test_exports_are_read_back_by_networkx() -> None:
    inside = network_of_a_drone()
    back = networkx.parse_graphml(graphml(inside).decode())
    assert set(back.nodes) == set(inside.nodes)
    assert b"<gexf" in gexf(inside)


def test_centralities_come_from_networkx_and_an_unknown_one_is_refused() -> None:
    values = centrality(network_of_a_drone(), "betweenness")
    assert values["supplier:Volt"] > values["country:CN"] == 0
    with pytest.raises(UsageError):
        centrality(network_of_a_drone(), "importance")


def test_the_cells_of_what_is_unknown_are_told_by_role() -> None:
    inside = network_of_a_drone()
    assert [str(cell) for cell in cells_of_unknowns(inside, Role.MANUFACTURE)] == ["Sheet1!A4"]
