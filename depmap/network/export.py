"""The network for other tools: a networkx graph, and the files that graph programs read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from depmap.core.errors import UsageError
from depmap.core.graph import Any as AnyOf
from depmap.core.graph import AtLeast, Graph, Share
from depmap.core.text import same

if TYPE_CHECKING:
    import networkx

CENTRALITIES = ("betweenness", "degree", "pagerank")
"""Measures that readers know. They describe the drawing, not what
stops: see `depmap.network.single_points` for that."""


def to_networkx(graph: Graph) -> networkx.DiGraph[str]:
    """A directed graph: an edge goes from a node to what it needs.

    Nodes carry ``kind``, ``label``, ``gate`` and ``cells``; edges ``role``, ``layer``, ``weight``, ``tier``, ``cells``
    and ``reference``. All values are plain text or numbers, so that every writer of networkx takes them.
    """
    import networkx

    public: networkx.DiGraph[str] = networkx.DiGraph(top=graph.top)
    for node in graph.nodes.values():
        public.add_node(node.id, kind=str(node.kind), label=node.label, gate=_gate(node.gate), cells=_text(node.cells))
    for node in graph.nodes.values():
        for need in node.needs:
            public.add_edge(
                node.id,
                need.node,
                role=str(need.role),
                layer=str(need.layer),
                weight=need.weight,
                tier=str(need.tier),
                cells=_text(need.cells),
                reference=need.reference,
            )
    return public


def graphml(graph: Graph) -> bytes:
    """The network as GraphML (http://graphml.graphdrawing.org), for yEd, Gephi and others."""
    import networkx

    return "\n".join(networkx.generate_graphml(to_networkx(graph), encoding="utf-8")).encode() + b"\n"


def gexf(graph: Graph) -> bytes:
    """The network as GEXF (https://gexf.net), for Gephi."""
    import networkx

    return "\n".join(networkx.generate_gexf(to_networkx(graph), encoding="utf-8")).encode() + b"\n"


def centrality(graph: Graph, measure: str) -> dict[str, float]:
    """A centrality of networkx for every node, by node id.

    Raises:
        UsageError: a measure that is not one of `CENTRALITIES`.
    """
    import networkx

    measures: dict[str, Callable[[networkx.DiGraph[str]], dict[str, float]]] = {
        "betweenness": networkx.betweenness_centrality,
        "degree": networkx.degree_centrality,
        "pagerank": networkx.pagerank,
    }
    if measure not in measures:
        raise UsageError(same(f"{measure}?"), same(", ".join(CENTRALITIES)))
    values = measures[measure](to_networkx(graph))
    return {name: values[name] for name in sorted(values)}


def _gate(gate: object) -> str:
    if isinstance(gate, AnyOf):
        return "any of"
    if isinstance(gate, AtLeast):
        return f"at least {gate.count} of"
    if isinstance(gate, Share):
        return f"more than {1 - gate.tolerates:g} of"
    return "all of"


def _text(cells: tuple[object, ...]) -> str:
    return ", ".join(str(cell) for cell in cells)
