"""Columns of numbers give the same single points as the kernel: one definition, two ways to compute it."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

import bom
from depmap.core.errors import InputError
from depmap.core.graph import Graph, Kind, Layer, graph
from depmap.network import Network
from depmap.network.arrays import ArrayNetwork, losses, of_graph, of_pairs, side_by_side, single_points_of_tops
from depmap.network.kernel import Compiled, compile_graph, evaluate
from tests.network.random_networks import random_network
from tests.network.test_kernel import networks

BATCHES = 6
BATCH = 125


def by_kernel(compiled: Compiled) -> list[list[int]]:
    """For every node the nodes whose loss alone loses it: one scenario for each."""
    words = evaluate(compiled, {name: 1 << place for place, name in enumerate(compiled.ids)}, len(compiled.ids))
    return [[place for place in range(len(compiled.ids)) if word >> place & 1] for word in words]


def columns(compiled: Compiled) -> ArrayNetwork:
    """The same network, node for node, with the weights written out also where all are 1."""
    return ArrayNetwork(
        offsets=np.array(compiled.offsets),
        needs=np.array(compiled.needs),
        thresholds=np.maximum(1, np.array(compiled.thresholds)),
        weights=np.array(compiled.weights),
    )


@pytest.mark.parametrize("batch", range(BATCHES))
def test_arrays_and_kernel_agree(batch: int) -> None:
    """750 networks of all kinds of gates with shared nodes, each with one top, some, and all of its nodes as tops."""
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        compiled = compile_graph(random_network(seed))
        expected = by_kernel(compiled)
        network = columns(compiled)
        chance = random.Random(seed)
        everything = range(len(compiled.ids))
        for count in (1, 3, len(compiled.ids)):
            tops = chance.sample(everything, count)
            found = single_points_of_tops(network, tops)
            assert found.tops.tolist() == sorted(tops)
            assert [found.of(top).tolist() for top in tops] == [expected[top] for top in tops], f"seed {seed}"


@settings(max_examples=150, deadline=None)
@given(networks())
def test_needs_without_weight_and_shares_that_nothing_reaches(network: Graph) -> None:
    compiled = compile_graph(network)
    found = single_points_of_tops(columns(compiled), range(len(compiled.ids)))
    assert [found.of(top).tolist() for top in range(len(compiled.ids))] == by_kernel(compiled)


def test_the_numbering_of_the_nodes_does_not_matter() -> None:
    for seed in range(40):
        compiled = compile_graph(random_network(seed))
        chance = random.Random(seed)
        new = chance.sample(range(len(compiled.ids)), len(compiled.ids))
        pairs = [
            (new[owner], new[compiled.needs[at]], compiled.weights[at])
            for owner in range(len(compiled.ids))
            for at in range(compiled.offsets[owner], compiled.offsets[owner + 1])
        ]
        chance.shuffle(pairs)
        thresholds = [1] * len(new)
        for place, number in enumerate(new):
            thresholds[number] = max(1, compiled.thresholds[place])
        owners, needs, weights = zip(*pairs, strict=True)
        found = single_points_of_tops(of_pairs(owners, needs, thresholds, weights), new)
        expected = by_kernel(compiled)
        for place, number in enumerate(new):
            assert found.of(number).tolist() == sorted(new[each] for each in expected[place])


def test_a_graph_needs_no_compiling() -> None:
    for seed in range(40):
        network = random_network(seed)
        names, compiled = list(network.nodes), compile_graph(network)
        found = single_points_of_tops(of_graph(network), range(len(names)))
        expected = by_kernel(compiled)
        for number, name in enumerate(names):
            told = {compiled.ids[each] for each in expected[compiled.index[name]]}
            assert {names[each] for each in found.of(number).tolist()} == told, f"seed {seed}"


def test_systems_that_share_suppliers_are_solved_side_by_side() -> None:
    """Each of three systems has the single points of its own network, and a shared supplier stops it under one name."""
    for seed in range(40):
        systems = [random_network(3 * seed + part) for part in range(3)]
        beside = side_by_side(systems, lambda node: node.kind is Kind.SUPPLIER and node.id < "supplier:06")
        found = single_points_of_tops(beside.network, beside.tops)
        for top, start, system in zip(beside.tops, beside.starts, systems, strict=True):
            names, compiled = list(system.nodes), compile_graph(system)
            assert names[top - start] == system.top
            points = found.of(top).tolist()
            own = {names[each - start] for each in points if each >= start}
            assert own == {compiled.ids[each] for each in by_kernel(compiled)[compiled.index[system.top]]}, (
                f"seed {seed}"
            )
            assert [each for each in points if len(beside.shared) <= each < start] == []
            losses = {beside.shared[each] for each in points if each < len(beside.shared)}
            assert losses == own & set(beside.shared), f"seed {seed}"
        assert len(set(beside.shared)) == len(beside.shared) > 0


def test_only_candidates_are_told() -> None:
    for seed in range(40):
        compiled = compile_graph(random_network(seed))
        candidates = np.array([name.startswith("supplier:") for name in compiled.ids])
        tops = range(0, len(compiled.ids), 3)
        found = single_points_of_tops(columns(compiled), list(tops), candidates)
        expected = by_kernel(compiled)
        for top in tops:
            assert found.of(top).tolist() == [each for each in expected[top] if candidates[each]]


def test_losses_that_do_not_fit_at_once_are_taken_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(losses, "MOST_PAIRS", 8)
    monkeypatch.setattr(losses, "_EXPANDED", 3)
    monkeypatch.setattr("depmap.network.arrays.columns.CHUNK", 4)
    for seed in range(40):
        compiled = compile_graph(random_network(seed))
        found = single_points_of_tops(columns(compiled), range(len(compiled.ids)))
        assert [found.of(top).tolist() for top in range(len(compiled.ids))] == by_kernel(compiled), f"seed {seed}"


def test_the_examples(examples: list[Path]) -> None:
    for path in examples:
        network = Network.of(bom.read(path).bom)
        for layer in (Layer.SUPPLY, Layer.CONTROL):
            compiled = compile_graph(network.graph, (layer,))
            names = list(network.graph.nodes)
            tops = [names.index(node.id) for node in network.graph.of_kind(Kind.SYSTEM, Kind.ASSEMBLY)]
            expected = by_kernel(compiled)
            found = single_points_of_tops(of_graph(network.graph, (layer,)), tops)
            for top in tops:
                told = {compiled.ids[each] for each in expected[compiled.index[names[top]]]}
                assert {names[each] for each in found.of(top).tolist()} == told


def test_a_long_chain() -> None:
    length = 3000
    network = of_pairs(range(length), range(1, length + 1), [1] * (length + 1))
    found = single_points_of_tops(network, [0, 2990])
    assert len(found.of(0)) == length + 1
    assert found.of(2990).tolist() == list(range(2990, length + 1))


def test_a_top_that_was_not_asked_about_has_no_answer() -> None:
    found = single_points_of_tops(of_pairs([0], [1], [1, 1]), [0])
    with pytest.raises(KeyError):
        found.of(1)


def test_a_cycle_is_refused_by_number() -> None:
    with pytest.raises(InputError, match="cycle, at: 1, 2"):
        single_points_of_tops(of_pairs([0, 1, 2], [1, 2, 1], [1, 1, 1]), [0])


@pytest.mark.parametrize(
    ("owners", "needs", "thresholds", "weights"),
    [
        ([0], [2], [1, 1], None),
        ([0], [1], [0, 1], None),
        ([0, 0], [1, 1], [2, 1], None),
        ([0], [1], [1, 1], [-1]),
        ([0], [1], [1 << 61, 1], [1]),
    ],
    ids=["no such node", "threshold 0", "need twice", "negative weight", "too heavy"],
)
def test_columns_that_do_not_fit_are_refused(
    owners: list[int], needs: list[int], thresholds: list[int], weights: list[int] | None
) -> None:
    with pytest.raises(InputError, match="do not fit together"):
        of_pairs(owners, needs, thresholds, weights)


def test_an_empty_graph_has_one_node_and_no_other() -> None:
    compiled = compile_graph(graph("top", []))
    assert single_points_of_tops(columns(compiled), [0]).of(0).tolist() == [0]
