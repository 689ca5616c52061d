"""What if, in the page: the one evaluation again in a script, from numbers that the page carries with it.

Definition. For a loss and layers the page answers what `depmap.network.standstill` and `depmap.network.consequences`
answer: whether the system stops (yes, no, cannot decide), which components and assemblies certainly and possibly stop,
for how long and from when, and for each of them a shortest chain from what is lost, through it, to the system.

Claim. The answers are the same, to the chains and the order of names. *Same gates:* the page has every need with its
layer and its gate, takes those of the layers asked, and derives the thresholds as `depmap.network.compiled` does;
shares are whole numbers of one scale per gate, so that in some of the layers the same numbers decide. *Same order:*
nodes stand in the order of the graph, which is by id; the order with needs before owners, by which ties between chains
are broken, is found from it in the same way. *Same unknowns:* which of them may be a lost node is worked out here, per
kind and layer. The browser tests compare both on hundreds of losses by chance in the example systems, on networks by
chance with every gate in every layer, and on the shipped scenarios.

Method. A node has two bits: lost with every unknown harmless, lost with every unknown lost that may be one of the lost
nodes. One pass in the order with needs before owners settles both. That order is made once per set of layers.

Complexity: linear in nodes and needs for a loss, and for all of its chains together. In Chromium a loss takes 0.1 ms at
1,000 lines and 5 ms at 50,000, the first one in a set of layers some 3 and 300 ms; the data are 100 to 300 bytes a line
(`benchmarks/bench_whatif.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from fractions import Fraction
from itertools import groupby, product

from depmap.core.answers import Missing, Outage
from depmap.core.countries import Group
from depmap.core.graph import All, Any, AtLeast, Graph, Kind, Layer, Node, Share
from depmap.core.judgement import SystemAnalysis
from depmap.core.text import LANGUAGES
from depmap.network.scenarios import named, unknowns_in_doubt
from reports.page.whatif.words import shipped
from reports.words import names

LABELLED = (Kind.SYSTEM, Kind.ASSEMBLY, Kind.COMPONENT, Kind.SUPPLIER, Kind.PARENT, Kind.UNKNOWN, Kind.NODE)
"""The kinds whose label goes along; countries and what is of materials are named by `reports.page.whatif.words`."""


def data(system: SystemAnalysis, groups: Sequence[Group]) -> dict[str, object]:
    """One system: its network and times (see `network`), and the scenarios of the policy as it has them (`shipped`)."""
    losses = (each.loss for each in system.standstills)
    return {**network(system.graph, system.outages), "scenarios": shipped(losses, groups)}


def network(graph: Graph, times: Mapping[str, Outage]) -> dict[str, object]:
    """A network and how long its components are missing.

    Args:
        graph: the network.
        times: what `depmap.network.standstill.outages` gives.

    Returns:
        ``top`` the number of the top; ``heads`` and ``tails`` the names, each as the length (in UTF-16 units) of the
        beginning that it shares with the one before, and the rest; ``kinds`` and ``gates`` as runs of nodes, ``"all"``,
        ``"any"``, ``"share"`` or a number that is enough; ``counts`` the number of needs of each node, ``needs`` these
        one after the other, ``layers`` one digit for each, the place in `Layer`; ``thresholds`` and ``weights`` of the
        gates of shares, as whole numbers, in their order; ``outages`` with the times of each component;
        ``doubts`` the unknowns that may be a lost node, by its kind and by layer; ``named`` the countries that the
        system names; ``labels`` what people call a node where its id does not say so, one text or one per language;
        ``written`` ids as TOML writes them, where the page calls a node by something else.
    """
    place = {name: number for number, name in enumerate(graph.nodes)}
    nodes = tuple(graph.nodes.values())
    heads, tails = _fronted([names.key(name) for name in place])
    thresholds, weights = _shares(nodes)
    countries = [node.id for node in graph.of_kind(Kind.COUNTRY)]
    return {
        "top": place[graph.top],
        "heads": heads,
        "tails": tails,
        "kinds": _runs(node.kind.value for node in nodes),
        "gates": _runs(_gate(node) for node in nodes),
        "counts": [len(node.needs) for node in nodes],
        "needs": [place[need.node] for node in nodes for need in node.needs],
        "layers": "".join(_DIGIT[need.layer] for node in nodes for need in node.needs),
        "thresholds": thresholds,
        "weights": weights,
        "outages": _outages(graph, times),
        "doubts": _doubts(place),
        "named": [place[name] for name in named(graph, countries, ())],
        "labels": dict(_labels(graph, place)),
        "written": {place[name]: _written(name) for name in place if names.key(name) != name},
    }


_DIGIT = {layer: str(number) for number, layer in enumerate(Layer)}


def _fronted(words: list[str]) -> tuple[list[int], list[str]]:
    """Names in order share their beginnings: how much of the one before to keep, and what comes behind it."""
    heads, tails, before = [], [], ""
    for word in words:
        both = zip(before, word, strict=False)
        shared = next((number for number, (a, b) in enumerate(both) if a != b), min(len(before), len(word)))
        heads.append(len(word[:shared].encode("utf-16-le")) // 2)
        tails.append(word[shared:])
        before = word
    return heads, tails


def _runs(values: Iterable[str | int]) -> list[tuple[str | int, int]]:
    return [(value, sum(1 for _ in same)) for value, same in groupby(values)]


def _gate(node: Node) -> str | int:
    if isinstance(node.gate, AtLeast):
        return node.gate.count
    return {All: "all", Any: "any", Share: "share"}[type(node.gate)]


def _shares(nodes: Iterable[Node]) -> tuple[list[int], list[int]]:
    """Whole numbers in the proportions of the shares, and the least sum of them above what is tolerated.

    In some of the layers the same numbers hold, as they have one scale: what is lost is above it or not.
    """
    thresholds: list[int] = []
    weights: list[int] = []
    for node in nodes:
        if isinstance(node.gate, Share):
            shares = [Fraction(str(need.weight)) for need in node.needs]
            scale = math.lcm(*(share.denominator for share in shares))
            thresholds.append(math.floor(Fraction(str(node.gate.tolerates)) * scale) + 1)
            weights.extend(int(share * scale) for share in shares)
    return thresholds, weights


def _outages(graph: Graph, times: Mapping[str, Outage]) -> dict[str, object]:
    """The different times there are, and which of them each component has, in their order."""
    kinds: dict[tuple[object, ...], int] = {}
    of = []
    for node in graph.of_kind(Kind.COMPONENT):
        if node.id in times:
            each = times[node.id]
            row = (*astuple(each.recovery), *astuple(each.cover), *astuple(each.standstill), _missing(each))
            of.append(kinds.setdefault(row, len(kinds)))
        else:
            of.append(-1)
    return {"missing": list(Missing), "times": list(kinds), "of": of}


def _missing(outage: Outage) -> tuple[int, ...]:
    return tuple(number for number, each in enumerate(Missing) if each in outage.missing)


def _doubts(place: Mapping[str, int]) -> dict[str, dict[str, list[int]]]:
    """Kind of a lost node -> layer -> the unknowns that may be it, as far as the network has them."""
    found: dict[str, dict[str, list[int]]] = {}
    for kind, layer in product(Kind, Layer):
        unknowns = [place[name] for name in unknowns_in_doubt([f"{kind}:"], [layer]) if name in place]
        if unknowns:
            found.setdefault(kind.value, {})[layer.value] = unknowns
    return found


def _labels(graph: Graph, place: Mapping[str, int]) -> Iterator[tuple[int, object]]:
    for node in graph.of_kind(*LABELLED):
        if node.kind is Kind.UNKNOWN and "/" in node.id:
            continue  # chains name what is unknown in general
        nl, en = (names.node(graph, node.id, language) for language in LANGUAGES)
        if nl != en:
            yield place[node.id], (nl, en)
        elif nl != names.key(node.id).partition(":")[2]:
            yield place[node.id], nl


def _written(name: str) -> str | None:
    """The id as a text of TOML, which can write everything but half a surrogate pair."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return None
    shown = (c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08X}" for c in name)
    return f'"{"".join(shown)}"'
