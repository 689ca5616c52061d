"""What still works when a set of nodes is lost.

Unknowns make an answer an interval: it is computed once with every unknown harmless and once with every unknown lost
that may be one of the lost nodes. What is lost in both is lost for certain; what only in the second, possibly.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from depmap.core.evidence import CellRef
from depmap.core.graph import Graph, Kind, Layer, Role, node_id
from depmap.network.build import unknown_of
from depmap.network.compiled import Same
from depmap.network.kernel import Compiled, compile_graph, evaluate

UNKNOWN_ROLES = {
    Layer.SUPPLY: (Role.MANUFACTURE,),
    Layer.CONTROL: (Role.MANUFACTURER, Role.SEAT, Role.PARENT, Role.OWNERSHIP),
    Layer.MATERIAL: (Role.MATERIAL, Role.STAGE, Role.SHARE),
}
"""What has to be known to place a system in countries, per layer. Who the maker is does not matter where the country of
manufacture itself is known; for control it does. What a source is made of is never fully known."""

_MAY_BE: Mapping[Kind, Mapping[Layer, tuple[Role, ...]]] = {
    Kind.COUNTRY: UNKNOWN_ROLES,
    Kind.SUPPLIER: dict.fromkeys((Layer.SUPPLY, Layer.CONTROL, Layer.MATERIAL), (Role.MANUFACTURER,)),
    Kind.PARENT: {Layer.CONTROL: (Role.MANUFACTURER, Role.PARENT)},
    Kind.MATERIAL: {Layer.MATERIAL: (Role.MATERIAL,)},
    Kind.STAGE: {Layer.MATERIAL: (Role.MATERIAL,)},
    Kind.SHARE: {Layer.MATERIAL: (Role.MATERIAL,)},
}
"""Which unknowns may turn out to be a node of this kind, or to rest on one. What is known to come from another maker is
not lost with this one, however unknown its country. Of a stage in which a country's share is lost, the share that no
country is named for may be that country's too."""


OF_MATERIALS = frozenset({Kind.MATERIAL, Kind.STAGE, Kind.SHARE})
"""The kinds of node that count in the layer of materials alone."""

CERTAIN, POSSIBLE = 0b01, 0b10
"""The bits of one loss in `evaluate_losses`: lost with unknowns harmless, lost with unknowns bad."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a loss does, as an interval."""

    lost: tuple[str, ...]
    """Nodes lost whatever the unknowns are, sorted."""

    maybe_lost: tuple[str, ...]
    """Nodes lost only if unknowns turn out badly, sorted."""


def lose(graph: Graph, nodes: Collection[str], layers: Collection[Layer]) -> Outcome:
    """What stops when ``nodes`` are lost, in these layers; nodes that the graph does not have may be an unknown."""
    compiled, words = evaluate_losses(graph, [nodes], layers)
    return Outcome(
        tuple(sorted(name for name, word in zip(compiled.ids, words, strict=True) if word & CERTAIN)),
        tuple(sorted(name for name, word in zip(compiled.ids, words, strict=True) if word == POSSIBLE)),
    )


def evaluate_losses(
    graph: Graph, losses: Sequence[Collection[str]], layers: Collection[Layer]
) -> tuple[Compiled, list[int]]:
    """The kernel's answer to many losses at once: two bits per loss and node.

    Bit 2i says whether the node stops under loss i with every unknown harmless, bit 2i + 1 whether it does with every
    unknown lost that may be one of the lost nodes. Complexity: one evaluation with two scenarios per loss.
    """
    compiled = compile_graph(graph, layers)
    bits: dict[str, int] = {}
    for number, nodes in enumerate(losses):
        for name in nodes:
            if name in compiled.index:
                bits[name] = bits.get(name, 0) | (CERTAIN | POSSIBLE) << 2 * number
        for name in unknowns_in_doubt(nodes, layers):
            if name in compiled.index:
                bits[name] = bits.get(name, 0) | POSSIBLE << 2 * number
    return compiled, evaluate(compiled, bits, 2 * len(losses))


def is_asked_of(nodes: Collection[str], layer: Layer) -> bool:
    """Whether losing these nodes means something in a layer: elsewhere the answer would be a *no* that says nothing.

    >>> [is_asked_of(["share:gallium/processing/CN"], layer) for layer in (Layer.SUPPLY, Layer.MATERIAL)]
    [False, True]
    """
    kinds = {name.partition(":")[0] for name in nodes}
    here = {*OF_MATERIALS, Kind.COUNTRY} if layer is Layer.MATERIAL else kinds - OF_MATERIALS
    return not kinds or not kinds.isdisjoint(here)


def named(graph: Graph, nodes: Collection[str], layers: Collection[Layer]) -> tuple[str, ...]:
    """Those of the nodes that the system names; sorted.

    Nearly every country supplies some material: that makes it named where materials are asked about, and nowhere else.
    """
    here = _needed_in(Same(graph), frozenset(Layer) - {Layer.MATERIAL} | frozenset(layers))
    known = (name for name in nodes if name in graph.nodes)
    return tuple(sorted(name for name in known if name in here or graph.nodes[name].kind is not Kind.COUNTRY))


@functools.lru_cache(maxsize=2)  # every scenario asks for the same, with materials or without
def _needed_in(same: Same, layers: frozenset[Layer]) -> frozenset[str]:
    """What some node needs, or may need, in these layers."""
    here: set[str] = set()
    for node in same.graph.nodes.values():
        found = [need.node for need in node.needs if need.layer in layers]
        here.update(found)
        if found:
            here.update(node.hints)
    return frozenset(here)


def unknowns_in_doubt(nodes: Collection[str], layers: Collection[Layer]) -> tuple[str, ...]:
    """The unknowns that may turn out to be one of these nodes, or to rest on one, sorted; not all need exist.

    >>> unknowns_in_doubt(["share:gallium/processing/CN"], [Layer.MATERIAL])
    ('unknown:material', 'unknown:share/stage:gallium/processing')
    """
    kinds = {name.partition(":")[0] for name in nodes}
    found = {
        unknown_of(role)
        for kind, roles in _MAY_BE.items()
        if kind in kinds
        for layer in layers
        for role in roles.get(layer, ())
    }
    if Layer.MATERIAL in layers:
        found.update(_rest_beside(name) for name in nodes if name.startswith(f"{Kind.SHARE}:"))
    return tuple(sorted(found))


def _rest_beside(share: str) -> str:
    """The unknown share in the stage of a known one."""
    stage = node_id(Kind.STAGE, share.partition(":")[2].rpartition("/")[0])
    return node_id(Kind.UNKNOWN, f"{Role.SHARE}/{stage}")


def cells_of_unknowns(graph: Graph, role: Role) -> tuple[CellRef, ...]:
    """The cells that could have said what is unknown in one role, sorted."""
    return tuple(sorted({cell for node in graph.of_kind(Kind.UNKNOWN) if node.label == role for cell in node.cells}))
