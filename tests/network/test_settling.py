"""The fewest questions: against every set of answers on small systems."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from depmap.core.graph import Graph, Kind, Layer
from depmap.core.sketch import sketch
from depmap.network import Network, settling
from depmap.network.kernel import compile_graph, evaluate
from depmap.network.scenarios import evaluate_losses

LOST = ["country:CN"]
MAKERS = {"A": {"seat": "DE", "parent": "P", "ownership": "NL"}, "B": {"seat": "DE"}, "C": {"parent": "P"}}
PARTS = st.dictionaries(
    st.sampled_from(["motor", "radio", "frame", "chip"]),
    st.lists(st.sampled_from(["A@DE", "B", "C", "D", "E@CN", "@DE", ""]), min_size=1, max_size=3, unique=True),
    min_size=1,
)


def stopping(graph: Graph, layer: Layer, bad: Iterable[str]) -> set[str]:
    """What stops when China is lost and these unknowns turn out bad."""
    compiled = compile_graph(graph, (layer,))
    lost = {name: 1 for name in [*LOST, *bad] if name in compiled.index}
    words = evaluate(compiled, lost, 1)
    return {
        name
        for name, word in zip(compiled.ids, words, strict=True)
        if word and graph.nodes[name].kind in (Kind.SYSTEM, Kind.COMPONENT)
    }


def in_doubt(graph: Graph, layer: Layer) -> list[str]:
    compiled, words = evaluate_losses(graph, [LOST], (layer,))
    return [
        name
        for name, word in zip(compiled.ids, words, strict=True)
        if word == 0b10 and graph.nodes[name].kind is Kind.UNKNOWN and graph.nodes[name].needs
    ]


@settings(max_examples=100)
@given(PARTS, st.sampled_from([Layer.SUPPLY, Layer.CONTROL]))
def test_no_smaller_set_of_answers_settles_it(parts: dict[str, list[str]], layer: Layer) -> None:
    graph = Network.of(sketch("drone", {**parts, "$suppliers": MAKERS})).graph
    found = settling.settling(graph, LOST, [layer])
    assert found.exact
    unknowns = in_doubt(graph, layer)
    sure = stopping(graph, layer, [])
    open_parts = stopping(graph, layer, unknowns) - sure
    clear = {each.unknown for each in found.clear}
    if not open_parts:
        assert (found.clear, found.stop) == ((), ())
        return
    assert stopping(graph, layer, set(unknowns) - clear) == sure
    for fewer in combinations(unknowns, len(clear) - 1):
        assert stopping(graph, layer, set(unknowns) - set(fewer)) != sure
    stop = [each.unknown for each in found.stop]
    assert stopping(graph, layer, stop) != sure
    for fewer in combinations(unknowns, len(stop) - 1):
        assert stopping(graph, layer, fewer) == sure


def test_what_most_parts_rest_on_is_asked_first_and_alternatives_are_spared() -> None:
    parts = {"motor": ["B@DE"], "radio": ["B@DE"], "frame": ["B@DE", "D@DE"], "chip": ["C@DE"]}
    makers = {"B": {"parent": "P", "ownership": "NL"}, "C": {"seat": "DE", "parent": "P", "ownership": "NL"}}
    graph = Network.of(sketch("drone", {**parts, "$suppliers": makers})).graph
    found = settling.settling(graph, LOST, [Layer.CONTROL])
    assert [(each.unknown, each.parts) for each in found.clear] == [("unknown:seat/supplier:B", 3)]
    assert [each.unknown for each in found.stop] == ["unknown:seat/supplier:B"]


def test_a_wide_knot_is_solved_greedily_and_says_so() -> None:
    parts = {f"part {n}": [f"M{n}", f"M{n + 1}", f"M{n + 2}"] for n in range(12)}
    makers = {f"M{n}": {"parent": "P", "ownership": "NL"} for n in range(14)}
    graph = Network.of(sketch("drone", {**parts, "$suppliers": makers})).graph
    found = settling.settling(graph, LOST, [Layer.CONTROL])
    assert not found.exact
    unknowns = in_doubt(graph, Layer.CONTROL)
    clear = {each.unknown for each in found.clear}
    assert stopping(graph, Layer.CONTROL, set(unknowns) - clear) == set()
    assert len(clear) < len(unknowns)
