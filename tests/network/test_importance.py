"""What hangs on a node: against the answers it is put together from, and against definitions tried in full."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.answers import Lines, Loss, Verdict
from depmap.core.graph import Graph, Kind, Layer
from depmap.core.importance import Centralities, Importance, Measure
from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.core.text import same
from depmap.network import Network
from depmap.network.extent import lines_by_component
from depmap.network.importance import Established, importance
from depmap.network.importance import centralities as measures
from depmap.network.importance.envelope import efficiencies
from depmap.network.response.linear import Programme
from depmap.network.standstill import outages, standstills

LAYERS = (Layer.SUPPLY, Layer.CONTROL)
DRAWN = (Layer.STRUCTURE, *LAYERS)
MAKERS = {
    "A": {"seat": "DE", "parent": "P", "ownership": "NL"},
    "B": {"seat": "DE~"},
    "C": {"parent": "P", "ownership": "CN"},
}
CLASSES = {"motor": "slow", "radio": "fast", "frame": "fast"}
WEEKS = {"slow": 26.0, "fast": 4.0}
SOURCES = st.lists(
    st.sampled_from(["A@DE", "A@CN", "B", "C@NL", "D@CN", "D", "@DE", ""]), min_size=1, max_size=3, unique=True
)
PARTS = st.dictionaries(st.sampled_from(["motor", "radio", "frame", "chip"]), SOURCES, min_size=1)


def drone(parts: Mapping[str, object]) -> Bom:
    fields = {
        name: {
            "component_class": CLASSES.get(name),
            "stock": Decimal(len(name) % 3),
            "quantity": Decimal(1),
            "lines": len(name),
        }
        for name in parts
    }
    return sketch("drone", {**parts, "$suppliers": MAKERS, "$components": fields})


def rows(bom: Bom, layer: Layer, values: Mapping[Measure, Mapping[str, float]] | None = None) -> list[Importance]:
    network = Network.of(bom)
    sets, times = network.cut_sets(layer, limit=None), outages(bom, WEEKS, 1.0)
    answers = Established(network.single_points(layer), sets, times, lines_by_component(bom))
    return list(importance(network.graph, layer, answers, Centralities(LAYERS, 0, 0, values or {})))


@settings(max_examples=60)
@given(PARTS, st.sampled_from(LAYERS))
def test_lines_are_those_of_what_certainly_and_possibly_stops(parts: dict[str, list[str]], layer: Layer) -> None:
    bom = drone(parts)
    graph, times = Network.of(bom).graph, outages(bom, WEEKS, 1.0)
    lines = lines_by_component(bom)
    for each in rows(bom, layer):
        (answer,) = standstills(graph, times, [Loss(each.node, same(each.node), (each.node,))], [layer])
        sure = sum(lines[name] for name in answer.certain)
        assert each.lines == Lines(sure, sure + sum(lines[name] for name in answer.possible))


@settings(max_examples=60)
@given(PARTS, st.sampled_from(LAYERS))
def test_weeks_are_those_of_the_loss_of_that_node_alone(parts: dict[str, list[str]], layer: Layer) -> None:
    bom = drone(parts)
    graph, times = Network.of(bom).graph, outages(bom, WEEKS, 1.0)
    found = rows(bom, layer)
    losses = [Loss(each.node, same(each.node), (each.node,)) for each in found]
    expected = standstills(graph, times, losses, (layer,))
    assert [(each.stops, each.weeks) for each in found] == [(each.stops, each.weeks) for each in expected]


@settings(max_examples=60)
@given(PARTS, st.sampled_from(LAYERS))
def test_sets_are_counted_and_shared_as_listed(parts: dict[str, list[str]], layer: Layer) -> None:
    bom = drone(parts)
    network = Network.of(bom)
    points = {point.node: point for point in network.single_points(layer)}
    certain, possible = network.cut_sets(layer, limit=None)
    for each in rows(bom, layer):
        for held, found in ((each.certain, certain), (each.possible, possible)):
            orders = [[one for one in found.sets if len(one.nodes) == order] for order in (1, 2)]
            counts = tuple(sum(each.node in one.nodes for one in sets) for sets in orders)
            assert held.counts == counts
            assert held.shares == tuple(
                count / len(sets) if sets else None for count, sets in zip(counts, orders, strict=True)
            )
        assert each.point == points.get(each.node)
        assert each.is_certain == (each.certain.counts[0] == 1)


def test_every_node_that_can_fall_away_is_told_and_the_heaviest_first() -> None:
    bom = drone({"motor": ["A@CN"], "radio": ["A@CN", "D@DE"], "frame": ["D@DE"], "chip": ["A@CN", "D@DE"]})
    assert [each.node for each in rows(bom, Layer.SUPPLY)] == [
        "country:CN",
        "country:DE",
        "supplier:A",
        "supplier:D",
    ]
    sure = [each for each in rows(drone({"motor": ["A@CN", "D@DE"]}), Layer.SUPPLY) if each.is_certain]
    assert sure == []


def test_a_node_of_which_nothing_is_known_to_stop_is_not_called_harmless() -> None:
    parts = {"motor": ["A@DE", "D@NL"], "radio": [""]}
    (acme,) = [each for each in rows(drone(parts), Layer.SUPPLY) if each.node == "supplier:A"]
    assert acme.point is None
    assert acme.stops is Verdict.CANNOT_DECIDE
    assert acme.weeks.high == 4.0 - 2.0


# --- where measures mislead ---------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(PARTS, st.sampled_from(LAYERS), st.lists(st.integers(0, 3), min_size=12, max_size=12))
def test_misleading_is_what_its_definition_says(parts: dict[str, list[str]], layer: Layer, values: list[int]) -> None:
    bom = drone(parts)
    names = [each.node for each in rows(bom, layer)]
    value = {name: float(each) for name, each in zip(names, values, strict=False)}
    found = rows(bom, layer, {Measure.NEXUS: value})
    stopping = [each.node for each in found if each.certain.counts[0]]
    others = [each.node for each in found if each.point is None]
    for each in found:
        mine = value[each.node]
        high = [name for name in others if value[name] >= mine]
        low = [name for name in stopping if value[name] < mine]
        overlooked = each.node in stopping and bool(others) and 2 * len(high) >= len(others)
        overrated = each.node in others and bool(stopping) and 2 * len(low) >= len(stopping)
        assert [mark.overlooked for mark in each.disagreements] == [True] * overlooked + [False] * overrated
        for mark in each.disagreements:
            assert (mark.others, mark.of) == (
                (len(high), len(others)) if mark.overlooked else (len(low), len(stopping))
            )
        rank = each.ranks[Measure.NEXUS]
        assert rank.place == 1 + sum(value[name] > mine for name in names)
        assert rank.last == sum(value[name] >= mine for name in names)


def test_half_is_enough_to_mislead_and_an_equal_value_counts_against_the_measure() -> None:
    bom = drone({"motor": ["A@DE"], "radio": ["C@NL", "D@CN"]})
    value = {"supplier:A": 1.0, "supplier:C": 1.0, "supplier:D": 0.0}
    found = {each.node: each for each in rows(bom, Layer.SUPPLY, {Measure.NEXUS: value})}
    (mark,) = found["supplier:A"].disagreements
    assert (mark.overlooked, mark.others, mark.of) == (True, 1, 2)
    assert found["supplier:C"].disagreements == found["supplier:D"].disagreements == ()
    assert (found["supplier:A"].ranks[Measure.NEXUS].place, found["supplier:A"].ranks[Measure.NEXUS].last) == (1, 2)


def test_a_measure_that_tells_them_apart_misleads_about_none() -> None:
    bom = drone({"motor": ["A@DE"], "radio": ["C@NL", "D@CN"], "frame": ["C@NL", "D@CN"]})
    stops = {each.node: float(each.is_certain) for each in rows(bom, Layer.SUPPLY)}
    assert sorted(stops.values()) == [0, 0, 0, 0, 1, 1]
    assert not any(each.disagreements for each in rows(bom, Layer.SUPPLY, {Measure.NEXUS: stops}))
    turned = {name: -value for name, value in stops.items()}
    assert all(each.disagreements for each in rows(bom, Layer.SUPPLY, {Measure.NEXUS: turned}))


# --- the measures -------------------------------------------------------------------------------------------------


def lines_of(graph: Graph) -> set[tuple[str, str]]:
    """The lines of the drawing, by hand: known nodes that the system rests on, seen through sources."""
    below = {graph.top}
    while more := {each.node for name in below for each in graph.nodes[name].needs if each.layer in DRAWN} - below:
        below |= more
    found = set()
    for name in below:
        node = graph.nodes[name]
        if node.kind in (Kind.SOURCE, Kind.UNKNOWN):
            continue
        for need in node.needs:
            if need.layer is Layer.MATERIAL:
                continue
            target = graph.nodes[need.node]
            ends = [each.node for each in target.needs] if target.kind is Kind.SOURCE else [need.node]
            found |= {(name, end) for end in ends if graph.nodes[end].kind is not Kind.UNKNOWN}
    return found


def distances(nodes: list[str], lines: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[int, int]]:
    """How far and in how many shortest ways, for every pair that is joined: by walking on until nothing new comes."""
    found = {(name, name): (0, 1) for name in nodes}
    for start in nodes:
        layer, step = {start: 1}, 0
        while layer:
            step += 1
            ways: dict[str, int] = {}
            for name, count in layer.items():
                for here, end in lines:
                    if here == name and (start, end) not in found:
                        ways[end] = ways.get(end, 0) + count
            found.update({(start, end): (step, count) for end, count in ways.items()})
            layer = ways
    return found


@settings(max_examples=25)
@given(PARTS)
def test_betweenness_is_that_of_its_definition_on_the_drawing(parts: dict[str, list[str]]) -> None:
    graph = Network.of(drone(parts)).graph
    lines = lines_of(graph)
    nodes = sorted({graph.top, *(name for line in lines for name in line)})
    found = measures.centralities(graph)
    assert (found.nodes, found.lines) == (len(nodes), len(lines))
    far = distances(nodes, lines)
    for node in nodes:
        total = 0.0
        for start, end in permutations(nodes, 2):
            if node in (start, end) or not {(start, end), (start, node), (node, end)} <= far.keys():
                continue
            if far[start, node][0] + far[node, end][0] == far[start, end][0]:
                total += far[start, node][1] * far[node, end][1] / far[start, end][1]
        scale = (len(nodes) - 1) * (len(nodes) - 2)
        assert found.values[Measure.BETWEENNESS][node] == pytest.approx(total / scale if scale else 0.0, abs=1e-11)


def test_no_path_passes_through_a_country_however_much_it_stops() -> None:
    bom = drone({"motor": ["A@CN"], "radio": ["C@CN"]})
    graph = Network.of(bom).graph
    found = measures.centralities(graph)
    assert found.values[Measure.BETWEENNESS]["country:CN"] == 0
    china, *_ = rows(bom, Layer.SUPPLY, found.values)
    assert (china.node, china.is_certain) == ("country:CN", True)


POSITIVE = st.integers(1, 8).map(float)
UNITS = st.lists(st.tuples(POSITIVE, st.tuples(*[st.integers(0, 5).map(float)] * 3)), min_size=1, max_size=9)


@settings(max_examples=100)
@given(UNITS)
def test_efficiency_is_that_of_the_published_dual_programme(units: list[tuple[float, tuple[float, ...]]]) -> None:
    """Shao et al., equations 9 to 16: the least part of its input with which a mixture of units does as much."""
    inputs, outputs = [each for each, _ in units], [each for _, each in units]
    for place, found in enumerate(efficiencies(inputs, outputs)):
        programme = Programme()
        theta = programme.column(1.0)
        shares = [programme.column() for _ in units]
        mixture = dict(zip(shares, inputs, strict=True))
        programme.row({**mixture, theta: -inputs[place]}, high=0.0)
        for output in range(3):
            mixed = {share: each[output] for share, each in zip(shares, outputs, strict=True)}
            programme.row(mixed, low=outputs[place][output])
        programme.row(dict.fromkeys(shares, 1.0), low=1.0, high=1.0)
        solution = programme.solve()
        assert solution is not None
        assert found == pytest.approx(solution.values[theta], abs=1e-7)


def test_the_nexus_style_index_has_one_value_per_supplier_and_is_highest_for_the_most_joined() -> None:
    bom = drone({"motor": ["A@DE"], "radio": ["A@DE", "C@NL"], "frame": ["A@DE", "D@CN"]})
    index = measures.centralities(Network.of(bom).graph).values[Measure.NEXUS]
    assert list(index) == ["supplier:A", "supplier:C", "supplier:D"]
    assert index["supplier:A"] == 1.0
    assert all(0 < value <= 1 for value in index.values())


def test_of_nodes_in_a_layer_that_is_not_drawn_nothing_is_said() -> None:
    bom = drone({"motor": ["A@CN"]})
    network = Network.of(bom)
    answers = Established(network.single_points(Layer.SUPPLY), network.cut_sets(Layer.SUPPLY), {}, {})
    for layers, told in (((Layer.SUPPLY,), True), ((Layer.CONTROL,), False)):
        values = {Measure.BETWEENNESS: {"country:CN": 0.0, "supplier:A": 1.0}}
        found = importance(network.graph, Layer.SUPPLY, answers, Centralities(layers, 0, 0, values))
        assert [bool(each.ranks) for each in found] == [told, told]


def test_a_large_drawing_is_left_out_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Network.of(drone({"motor": ["A@DE"]})).graph
    monkeypatch.setattr(measures, "LARGEST", 3)
    found = measures.centralities(graph)
    assert found.values == {}
    assert found.left_out is not None
    assert str(found.nodes) in found.left_out["en"]


def test_a_system_without_known_makers_has_a_drawing_all_the_same() -> None:
    found = measures.centralities(Network.of(drone({"motor": [""]})).graph)
    assert (found.nodes, found.lines, found.values[Measure.NEXUS], found.left_out) == (2, 1, {}, None)
