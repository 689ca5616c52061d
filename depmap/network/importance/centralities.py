"""Centralities, for comparison only: where a node stands in the drawing, which is not what stops when it is lost.

Definition. The *drawing* is the need graph from the system down, of the layers of `DRAWN`, without what is unknown and
with every source drawn as lines from its component to its maker and to its country of manufacture. *Betweenness* of a
node is the share of the shortest directed paths between two other nodes that pass through it, summed over these pairs
and divided by (n - 1)(n - 2): `networkx.betweenness_centrality`. The *nexus-style index* of a supplier is computed from

- D: its degree, its lines divided by n - 1, in either direction (`networkx.degree_centrality`);
- B: its betweenness as above;
- V: its entry in the first eigenvector of the undirected drawing (`networkx.eigenvector_centrality`);
- F: its farness, the mean undirected distance to all other nodes: one divided by its closeness;

as NSI(p) = max a D(p) + b B(p) + c V(p) + m, over a, b, c >= 0 and any m for which a D(i) + b B(i) + c V(i) + m <=
F(i) / F(p) holds for every supplier i: each supplier is judged with the weights that flatter it most
(`depmap.network.importance.envelope`). It lies between 0 and 1.

What is theirs and what is ours. The linear programme, the four measures and their roles are those of the nexus supplier
index (Shao et al., equations 4 to 8). Theirs is a network of firms, tier by tier; a bill of materials knows lines and
their makers, so here the drawing stands in its place, and B is directed. Hence *nexus-style*; their figures for Honda
rest on data that is not public and cannot be repeated. The index is defined for suppliers, and given for no other kind.

Where they mislead. A centrality sees lines, not gates: it cannot tell *all of* from *any of*. Two sources for a part
double its lines and halve nothing. And a country needs nothing itself, so no directed path passes through one: its
betweenness is 0, whatever stops with it.

Complexity: nodes x (nodes + lines), which is why it is left out above `LARGEST` nodes.

>>> from depmap.core.sketch import sketch
>>> from depmap.network.build import build
>>> kite = build(sketch("kite", {"line": ["Acme@CN", "Volt@DE"], "sail": ["Volt@DE"]}))
>>> found = centralities(kite)
>>> found.nodes, found.lines, found.values[Measure.BETWEENNESS]["component:sail"]
(7, 8, 0.033333333333)
>>> {name: round(index, 3) for name, index in found.values[Measure.NEXUS].items()}
{'supplier:Acme': 0.833, 'supplier:Volt': 1.0}

Reference: B. B. M. Shao, Z. Shi, T. Y. Choi and S. Chae, A data-analytics approach to identifying hidden critical
suppliers in supply networks: development of nexus supplier index, Decision Support Systems 114 (2018) 37-48 (read in
the accepted manuscript). U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology
25 (2001), is what networkx names as its method.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from depmap.core.graph import Graph, Kind, Layer
from depmap.core.importance import Centralities, Measure
from depmap.core.text import Text
from depmap.network.importance.envelope import efficiencies

if TYPE_CHECKING:
    import networkx

DRAWN = (Layer.SUPPLY, Layer.CONTROL)
"""Who makes what, where, and who owns whom: the layers of companies, in which readers know these measures."""

LARGEST = 1000
"""Nodes of the largest drawing for which centralities are computed: half a second, and with twice as many two."""

DIGITS = 12
"""Decimals that mean something: equal in theory is equal here."""

ROUNDS = 1000
"""Steps in which the eigenvector has to be found."""


def centralities(graph: Graph) -> Centralities:
    """The measures of a network, or why there are none."""
    lines = dict.fromkeys(_lines(graph))
    nodes = {graph.top, *(name for line in lines for name in line)}
    if len(nodes) > LARGEST:
        reason = _TOO_LARGE.format(nodes=len(nodes), largest=LARGEST)
        return Centralities(DRAWN, len(nodes), len(lines), {}, reason)
    import networkx

    drawing: networkx.DiGraph[str] = networkx.DiGraph()
    drawing.add_nodes_from(sorted(nodes))
    drawing.add_edges_from(lines)
    betweenness = {name: round(value, DIGITS) for name, value in networkx.betweenness_centrality(drawing).items()}
    suppliers = [name for name in sorted(nodes) if graph.nodes[name].kind is Kind.SUPPLIER]
    found = {Measure.BETWEENNESS: betweenness}
    try:
        found[Measure.NEXUS] = _nexus(drawing.to_undirected(), suppliers, betweenness)
    except networkx.PowerIterationFailedConvergence:
        return Centralities(DRAWN, len(nodes), len(lines), found, _NO_EIGENVECTOR.format(rounds=ROUNDS))
    return Centralities(DRAWN, len(nodes), len(lines), found)


def _lines(graph: Graph) -> Iterator[tuple[str, str]]:
    """The lines of the drawing, from the system down."""
    seen, waiting = {graph.top}, [graph.top]
    while waiting:
        name = waiting.pop()
        for needed in _needed(graph, name):
            yield name, needed
            if needed not in seen:
                seen.add(needed)
                waiting.append(needed)


def _needed(graph: Graph, name: str) -> Iterator[str]:
    """What a node needs, seen through its sources; nothing unknown."""
    for need in graph.nodes[name].needs:
        if need.layer not in (Layer.STRUCTURE, *DRAWN):
            continue
        kind = graph.nodes[need.node].kind
        if kind is Kind.SOURCE:
            yield from _needed(graph, need.node)
        elif kind is not Kind.UNKNOWN:
            yield need.node


def _nexus(drawing: networkx.Graph[str], suppliers: list[str], betweenness: Mapping[str, float]) -> dict[str, float]:
    import networkx

    if not suppliers:
        return {}
    degree = networkx.degree_centrality(drawing)
    prestige = networkx.eigenvector_centrality(drawing, max_iter=ROUNDS)
    farness = [_mean(networkx.single_source_shortest_path_length(drawing, name)) for name in suppliers]
    outputs = [(degree[name], betweenness[name], prestige[name]) for name in suppliers]
    return dict(zip(suppliers, efficiencies(farness, outputs), strict=True))


def _mean(distances: Mapping[str, int]) -> float:
    """To all others; the distance to itself is 0."""
    return sum(distances.values()) / (len(distances) - 1)


_TOO_LARGE = Text(
    "niet berekend: de tekening heeft {nodes} knopen, meer dan {largest}",
    "left out: the drawing has {nodes} nodes, more than {largest}",
)
_NO_EIGENVECTOR = Text(
    "geen index: de eigenvector is in {rounds} stappen niet gevonden",
    "no index: the eigenvector was not found in {rounds} steps",
)
