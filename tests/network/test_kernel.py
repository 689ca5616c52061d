"""The kernel against the definition: one scenario at a time, by plain recursion over sets."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.errors import InputError
from depmap.core.graph import All, Any, AtLeast, Gate, Graph, Kind, Need, Node, Share, graph
from depmap.network.kernel import compile_graph, evaluate

LEAVES = 5
INNER = 6


@st.composite
def networks(draw: st.DrawFn) -> Graph:
    """Acyclic networks with every kind of gate and shared nodes: inner node i may need any node after it."""
    names = [f"n{place}" for place in range(INNER)] + [f"leaf{place}" for place in range(LEAVES)]
    nodes = []
    for place in range(INNER):
        below = draw(st.lists(st.sampled_from(names[place + 1 :]), min_size=1, max_size=4, unique=True))
        gate: Gate = draw(
            st.one_of(
                st.just(All()),
                st.just(Any()),
                st.integers(1, len(below)).map(AtLeast),
                st.integers(0, 30).map(lambda tenths: Share(tenths / 10)),
            )
        )
        weights = draw(st.lists(st.integers(0, 20), min_size=len(below), max_size=len(below)))
        needs = tuple(
            Need(name, weight=weight / 10 if isinstance(gate, Share) else 1.0)
            for name, weight in zip(below, weights, strict=True)
        )
        nodes.append(Node(names[place], Kind.NODE, names[place], gate, needs))
    return graph("n0", nodes)


def lost_by_definition(network: Graph, lost: frozenset[str]) -> frozenset[str]:
    """DESIGN in five lines: lost itself, or too few of the needs survive."""

    def stops(name: str) -> bool:
        node = network.nodes[name]
        down = [need for need in node.needs if stops(need.node)]
        if name in lost:
            return True
        match node.gate:
            case All():
                return bool(down)
            case Any():
                return bool(node.needs) and len(down) == len(node.needs)
            case AtLeast(count):
                return bool(node.needs) and len(node.needs) - len(down) < count
            case Share(tolerates):
                return sum(Fraction(str(need.weight)) for need in down) > Fraction(str(tolerates))

    return frozenset(name for name in network.nodes if stops(name))


@settings(max_examples=300, deadline=None)
@given(networks(), st.lists(st.frozensets(st.integers(0, INNER + LEAVES - 1), max_size=5), min_size=1, max_size=70))
def test_the_kernel_agrees_with_the_definition_in_every_scenario(
    network: Graph, scenarios: list[frozenset[int]]
) -> None:
    names = list(network.nodes)
    chosen = [frozenset(names[place] for place in each if place < len(names)) for each in scenarios]
    compiled = compile_graph(network)
    losses = {name: sum(1 << bit for bit, each in enumerate(chosen) if name in each) for name in names}
    words = evaluate(compiled, losses, len(chosen))
    for bit, each in enumerate(chosen):
        found = {name for name, word in zip(compiled.ids, words, strict=True) if word >> bit & 1}
        assert found == lost_by_definition(network, each)


@settings(max_examples=100, deadline=None)
@given(networks(), st.sets(st.integers(0, LEAVES - 1)), st.integers(0, LEAVES - 1))
def test_losing_more_never_repairs_anything(network: Graph, few: set[int], extra: int) -> None:
    compiled = compile_graph(network)
    here = [f"leaf{place}" for place in sorted(few) if f"leaf{place}" in compiled.index]
    more = [*here, *(name for name in [f"leaf{extra}"] if name in compiled.index)]
    fewer_lost = evaluate(compiled, dict.fromkeys(here, 1), 1)
    more_lost = evaluate(compiled, dict.fromkeys(more, 1), 1)
    assert all(after >= before for before, after in zip(fewer_lost, more_lost, strict=True))


def test_a_need_that_is_listed_twice_counts_once() -> None:
    network = graph("top", [Node("top", Kind.NODE, "top", Any(), (Need("a"), Need("a"), Need("b")))])
    compiled = compile_graph(network)
    words = evaluate(compiled, {"a": 0b01, "b": 0b10}, 2)
    assert words[compiled.index["top"]] == 0


def test_tenths_add_up_without_rounding() -> None:
    """0.1 + 0.2 is exactly 0.3: losing both is not *more than* 0.3."""
    needs = (Need("a", weight=0.1), Need("b", weight=0.2), Need("c", weight=0.7))
    network = graph("top", [Node("top", Kind.STAGE, "top", Share(0.3), needs)])
    compiled = compile_graph(network)
    words = evaluate(compiled, {"a": 0b101, "b": 0b001, "c": 0b110}, 3)
    assert words[compiled.index["top"]] == 0b110


def test_a_cycle_is_refused_by_name() -> None:
    network = graph(
        "a", [Node("a", Kind.NODE, "a", All(), (Need("b"),)), Node("b", Kind.NODE, "b", All(), (Need("a"),))]
    )
    with pytest.raises(InputError, match="cycle, at: a, b"):
        compile_graph(network)


def test_more_needs_asked_than_there_are_is_refused() -> None:
    network = graph("a", [Node("a", Kind.NODE, "a", AtLeast(3), (Need("b"), Need("c")))])
    with pytest.raises(InputError, match="a needs 3 of 2"):
        compile_graph(network)


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    length = 10_000
    network = graph("0", [Node(str(at), Kind.NODE, str(at), All(), (Need(str(at + 1)),)) for at in range(length)])
    compiled = compile_graph(network)
    assert evaluate(compiled, {str(length): 1}, 1)[compiled.index["0"]] == 1
