"""The measures of a drawing are those of networkx, to the last digit."""

from __future__ import annotations

import random

import networkx
import pytest

from depmap.network.importance.drawn import Drawing, betweenness, both_ways, degree, farness, first_eigenvector

ROUNDS = 1000


def by_chance(seed: int) -> Drawing:
    """Lines here and there, circles and lines to oneself among them; not all of it need hang together."""
    dice = random.Random(seed)
    names = [f"n{number:02}" for number in range(dice.randint(1, 30))]
    lines = dict.fromkeys((dice.choice(names), dice.choice(names)) for _ in range(dice.randint(0, 70)))
    return {name: [other for owner, other in lines if owner == name] for name in names}


def theirs(drawing: Drawing) -> networkx.DiGraph[str]:
    """The same for networkx."""
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(drawing)
    graph.add_edges_from((name, other) for name, others in drawing.items() for other in others)
    return graph


@pytest.mark.parametrize("seed", range(40))
def test_the_measures_are_those_of_networkx(seed: int) -> None:
    drawing = by_chance(seed)
    directed, near = theirs(drawing), both_ways(drawing)
    joined = directed.to_undirected()
    assert betweenness(drawing) == networkx.betweenness_centrality(directed)
    assert {name: degree(near, name) for name in near} == networkx.degree_centrality(joined)
    for name in near:
        lengths = networkx.single_source_shortest_path_length(joined, name)
        if len(lengths) > 1:
            assert farness(near, name) == sum(lengths.values()) / (len(lengths) - 1)
    try:
        wanted = networkx.eigenvector_centrality(joined, max_iter=ROUNDS)
    except networkx.PowerIterationFailedConvergence:
        wanted = None
    assert first_eigenvector(near, ROUNDS) == wanted


def test_an_eigenvector_that_is_not_found_is_none() -> None:
    assert first_eigenvector(both_ways({"a": ["b", "c"], "b": [], "c": []}), rounds=1) is None
