"""The measures of the drawing are those of networkx, on whatever drawing."""

from __future__ import annotations

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from depmap.network.importance.measures import betweenness, eigenvector, farness, undirected

NODES = st.integers(3, 9)


@st.composite
def drawings(draw: st.DrawFn) -> networkx.DiGraph[int]:
    """Directed graphs without loops, in any order of lines."""
    count = draw(NODES)
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda line: line[0] != line[1])
    drawing: networkx.DiGraph[int] = networkx.DiGraph()
    drawing.add_nodes_from(range(count))
    drawing.add_edges_from(draw(st.lists(ends, max_size=20)))
    return drawing


def neighbours(drawing: networkx.DiGraph[int]) -> list[list[int]]:
    return [list(drawing[node]) for node in drawing]


@given(drawings())
def test_betweenness_is_that_of_networkx(drawing: networkx.DiGraph[int]) -> None:
    expected = networkx.betweenness_centrality(drawing)
    assert betweenness(neighbours(drawing)) == pytest.approx([expected[node] for node in drawing], abs=1e-12)


@given(drawings())
def test_the_eigenvector_is_that_of_networkx(drawing: networkx.DiGraph[int]) -> None:
    expected = networkx.eigenvector_centrality(drawing.to_undirected(), max_iter=1000)
    assert eigenvector(undirected(neighbours(drawing)), 1000) == pytest.approx([expected[node] for node in drawing])


def test_an_eigenvector_that_is_not_found_in_time_is_none() -> None:
    assert eigenvector([[1], [0, 2], [1]], 2) is None


@given(drawings())
def test_farness_is_the_mean_distance(drawing: networkx.DiGraph[int]) -> None:
    around = undirected(neighbours(drawing))
    for node in drawing:
        far = networkx.single_source_shortest_path_length(drawing.to_undirected(), node)
        if len(far) > 1:
            assert farness(around, node) == pytest.approx(sum(far.values()) / (len(far) - 1))
