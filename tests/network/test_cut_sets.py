"""Cut sets against the definition: every subset tried, on networks of every kind of gate with shared nodes."""

from __future__ import annotations

from collections import Counter

import pytest

from depmap.core.errors import InputError
from depmap.core.graph import All, Any, Graph, Kind, Layer, Need, Node, graph
from depmap.core.sketch import sketch
from depmap.network.build import build
from depmap.network.cut_sets import Question, cut_sets, families, trying
from depmap.network.cut_sets.diagram import Diagram
from depmap.network.cut_sets.trying import Trial
from depmap.network.kernel import compile_graph, evaluate
from tests.network.random_networks import every_cut_set, random_network

BATCHES = 20
BATCH = 125


@pytest.mark.parametrize("batch", range(BATCHES))
def test_cut_sets_are_those_of_the_definition(batch: int) -> None:
    """2,500 networks in all; the order asked for goes from 1 to all suppliers together."""
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        network = random_network(seed)
        order = 1 + seed % 5 if seed % 7 else 14
        expected = every_cut_set(network, order)
        found = cut_sets(network, Question((), order, limit=None))
        assert [each.nodes for each in found.sets] == expected, f"seed {seed}"
        assert list(found.counts) == [sum(len(each) == size for each in expected) for size in range(1, order + 1)]
        held = {(name, size): count for name, by_size in found.holding.items() for size, count in enumerate(by_size, 1)}
        counted = Counter((name, len(each)) for each in expected for name in each)
        assert {key: count for key, count in held.items() if count} == counted, f"seed {seed}"


@pytest.mark.parametrize("batch", range(4))
def test_both_ways_agree_with_the_definition(batch: int) -> None:
    """Where few candidates are all tried at once, the diagram is asked too, of the same 500 networks."""
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        network = random_network(seed)
        compiled = compile_graph(network)
        top = compiled.index[network.top]
        single = {names[0] for names in every_cut_set(network, 1)}
        suppliers = [node.id for node in network.of_kind(Kind.SUPPLIER) if node.id not in single]
        candidates = [place for place, name in enumerate(compiled.ids) if name in suppliers]
        for order in (2, 3):
            expected = {each for each in every_cut_set(network, order) if len(each) > 1}
            for way in (Trial, Diagram):
                found = way(compiled, top, candidates, order)
                sets = {tuple(sorted(compiled.ids[place] for place in each)) for each in found.sets()}
                assert sets == expected, f"{way.__name__}, seed {seed}"
                assert found.counts == (0, 0, *(sum(len(each) == n for each in expected) for n in range(2, order + 1)))
                held = {compiled.ids[place]: sum(counts) for place, counts in found.holding().items() if any(counts)}
                assert held == Counter(name for each in expected for name in each), f"{way.__name__}, seed {seed}"


def test_pairs_that_do_not_fit_in_one_evaluation_are_tried_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    network = _pairs(30)
    whole = cut_sets(network, Question((), 2, limit=None))
    monkeypatch.setattr(trying, "BLOCK", 7)
    assert cut_sets(network, Question((), 2, limit=None)) == whole
    assert whole.counts == (0, 30)


def test_every_listed_set_stops_the_top_and_its_chains_end_there() -> None:
    for seed in range(40):
        network = random_network(seed)
        compiled = compile_graph(network)
        for each in cut_sets(network, Question((), 3)).sets:
            words = evaluate(compiled, dict.fromkeys(each.nodes, 1), 1)
            assert words[compiled.index[network.top]]
            assert [chain[0] for chain in each.witnesses] == list(each.nodes)
            assert all(chain[-1] == network.top for chain in each.witnesses)


def test_the_list_is_capped_and_the_counts_are_not() -> None:
    network = _pairs(30)
    found = cut_sets(network, Question((), 3, limit=7))
    assert found.counts == (0, 30, 0)
    assert len(found.sets) == 7
    assert not found.is_complete
    assert found.holding["supplier:left 0"] == (0, 1, 0)


def test_a_top_that_cannot_be_lost_has_no_cut_set() -> None:
    network = graph("top", [Node("top", Kind.SYSTEM, "top", All(), (Need("frame"),))])
    found = cut_sets(network, Question((), 2))
    assert (found.counts, found.sets, found.holding) == ((0, 0), (), {})


def test_a_top_that_is_one_supplier() -> None:
    network = graph("top", [Node("top", Kind.SYSTEM, "top", All(), (Need("s"),)), Node("s", Kind.SUPPLIER, "s")])
    found = cut_sets(network, Question((), 2))
    assert [each.nodes for each in found.sets] == [("s",)]


def test_only_what_the_layer_rests_on_is_asked() -> None:
    network = build(sketch("kite", {"line": ["Acme@CN", "Volt@DE"]}))
    supply = cut_sets(network, Question((Layer.SUPPLY,), 2))
    assert [each.nodes for each in supply.sets] == [
        ("country:CN", "country:DE"),
        ("country:CN", "supplier:Volt"),
        ("country:DE", "supplier:Acme"),
        ("supplier:Acme", "supplier:Volt"),
    ]


def test_a_hint_makes_a_pair_a_possible_single_point() -> None:
    """Two sources, one made in China, one of unknown origin that a list assumes to be Chinese."""
    unknown = Node("unknown:manufacture/b", Kind.UNKNOWN, "?", All(), (Need("unknown:manufacture"),), ("country:CN",))
    network = graph(
        "top",
        [
            Node("top", Kind.SYSTEM, "top", Any(), (Need("country:CN"), Need(unknown.id))),
            Node("country:CN", Kind.COUNTRY, "CN"),
            unknown,
        ],
    )
    assert cut_sets(network, Question((), 2, (Kind.COUNTRY,))).counts == (0, 0)
    possible = cut_sets(network, Question((), 2, (Kind.COUNTRY,), certain=False))
    assert [each.nodes for each in possible.sets] == [("country:CN",)]
    assert not possible.certain


def test_ten_thousand_alternatives_deep_need_no_more_than_room() -> None:
    """A chain of pairs that share their neighbours cannot be taken apart into modules; recursion goes as deep."""
    shared = [Node(f"part{n}", Kind.COMPONENT, "", Any(), (Need(f"s{n}"), Need(f"s{n + 1}"))) for n in range(2000)]
    suppliers = [Node(f"s{n}", Kind.SUPPLIER, "") for n in range(2001)]
    top = Node("top", Kind.SYSTEM, "top", All(), tuple(Need(each.id) for each in shared))
    found = cut_sets(graph("top", [top, *shared, *suppliers]), Question((), 2, limit=0))
    assert found.counts == (0, 2000)


def test_too_many_partial_sets_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(families, "MAX_NODES", 50)
    with pytest.raises(InputError, match="too many cut sets"):
        for seed in range(20):
            cut_sets(random_network(seed), Question((), 14))


def _pairs(count: int) -> Graph:
    parts = [
        Node(f"part{n}", Kind.COMPONENT, "", Any(), (Need(f"supplier:left {n}"), Need(f"supplier:right {n}")))
        for n in range(count)
    ]
    suppliers = [Node(f"supplier:{side} {n}", Kind.SUPPLIER, "") for n in range(count) for side in ("left", "right")]
    top = Node("top", Kind.SYSTEM, "top", All(), tuple(Need(part.id) for part in parts))
    return graph("top", [top, *parts, *suppliers])
