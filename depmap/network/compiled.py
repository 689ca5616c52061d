"""A graph as arrays, in an order with needs before owners: what the kernel and everything above it works on.

A node that is needed twice counts once. Shares become integers in the same proportions, so that nothing is rounded.
"""

from __future__ import annotations

import functools
import math
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from depmap.core.errors import InputError
from depmap.core.graph import All, Any, Graph, Layer, Node, Share
from depmap.core.text import Text

LEAF, ALL, ANY, THRESHOLD = range(4)
"""What a gate comes down to; see `Compiled.shapes`."""

ALL_LAYERS = frozenset(Layer)
"""Every layer: the question about everything at once."""


@dataclass(frozen=True, slots=True)
class Owners:
    """The owners of every node, in one array."""

    starts: array[int]
    """Where those of each node start."""

    flat: array[int]
    """Positions of owners, node after node."""

    def __getitem__(self, position: int) -> array[int]:
        """The positions of the nodes that need this one, ascending."""
        return self.flat[self.starts[position] : self.starts[position + 1]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A graph restricted to some layers, as arrays in an order with needs before owners."""

    ids: tuple[str, ...]
    """Node ids, in evaluation order."""

    index: Mapping[str, int]
    """Node id -> position in ``ids``."""

    offsets: array[int]
    """The needs of node i are ``needs[offsets[i]:offsets[i + 1]]``."""

    needs: array[int]
    """Positions of the needed nodes."""

    weights: tuple[int, ...]
    """Integer weight of each entry of ``needs``."""

    thresholds: tuple[int, ...]
    """Integer threshold of each node; meaningless for a leaf."""

    shapes: bytes
    """What each gate comes down to: nothing, an *or*, an *and*, or the general threshold."""

    owners: Owners
    """The reverse: ``owners[i]`` are the positions of the nodes that need node i, ascending."""


def compile_graph(graph: Graph, layers: Collection[Layer] = ALL_LAYERS) -> Compiled:
    """Arrays of the graph with the needs of these layers only; `Layer.STRUCTURE` is always in.

    A node that is needed twice counts once. The answer for the last few graphs is kept: every question of an analysis
    asks for the same ones. Complexity: nodes + edges.

    Raises:
        InputError: the network has a cycle, or a gate asks for more needs than there are.
    """
    return _compiled(Same(graph), frozenset(layers) | {Layer.STRUCTURE})


@dataclass(frozen=True, slots=True, eq=False)
class Same:
    """A graph as what an answer is kept under: equal to itself only, since comparing the nodes would cost as much."""

    graph: Graph
    """The graph."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.graph is self.graph

    def __hash__(self) -> int:
        return id(self.graph)


@functools.lru_cache(maxsize=6)  # three layers, with unknowns harmless and with unknowns lost
def _compiled(same: Same, wanted: frozenset[Layer]) -> Compiled:
    """As `compile_graph`. No object is made per node: Python would look in vain, again and again, for some to free."""
    names = list(same.graph.nodes)
    gates = gates_of(same.graph, wanted)
    order = _needs_first(names, gates)
    position = [0] * len(names)
    for rank, number in enumerate(order):
        position[number] = rank
    starts, below = gates.starts, gates.below
    offsets, weights = [0], [1] * len(below)
    needs: list[int] = []
    for number in order:
        if starts[number] < starts[number + 1]:
            if number in gates.weights:
                weights[len(needs) : len(needs) + len(gates.weights[number])] = gates.weights[number]
            needs += [position[each] for each in below[starts[number] : starts[number + 1]]]
        offsets.append(len(needs))
    owner_starts, owners = _above(offsets, needs)
    return Compiled(
        ids=tuple([names[number] for number in order]),
        index=dict(zip(names, position, strict=True)),
        offsets=array("q", offsets),
        needs=array("q", needs),
        weights=tuple(weights),
        thresholds=tuple([gates.thresholds[number] for number in order]),
        shapes=bytes([gates.shapes[number] for number in order]),
        owners=Owners(array("q", owner_starts), array("q", owners)),
    )


class Gates(NamedTuple):
    """The gates of a graph in some layers, in its own order."""

    starts: list[int]
    """Where the needs of each node start in ``below``."""

    below: list[int]
    """Places of the needed nodes."""

    thresholds: list[int]
    """One per node."""

    shapes: bytearray
    """One per node."""

    weights: dict[int, list[int]]
    """Place of a node -> the weights of its needs, where these are not all 1."""


def gates_of(graph: Graph, layers: frozenset[Layer]) -> Gates:
    """The gates of a graph with the needs of just these layers; a node that is needed twice counts once."""
    place = {name: number for number, name in enumerate(graph.nodes)}
    found = Gates([0], [], [], bytearray(), {})
    for number, node in enumerate(graph.nodes.values()):
        needed = [place[need.node] for need in node.needs if need.layer in layers] if node.needs else []
        if len(needed) > 1 and len(set(needed)) < len(needed):
            needed = list(dict.fromkeys(needed))
        size, gate = len(needed), node.gate
        shape, threshold = ALL, 1
        if size == 0:
            shape = LEAF
        elif isinstance(gate, Share):
            found.weights[number], threshold = _shares(node, gate, layers)
            shape = THRESHOLD
        elif not isinstance(gate, All):
            threshold = size if isinstance(gate, Any) else _enough(node.id, gate.count, size)
            shape = ALL if threshold == 1 else ANY if threshold == size else THRESHOLD
        found.below.extend(needed)
        found.starts.append(len(found.below))
        found.thresholds.append(threshold)
        found.shapes.append(shape)
    return found


def _enough(name: str, count: int, size: int) -> int:
    """How many needs must be lost so that fewer than ``count`` of them are left."""
    if count > size:
        raise InputError(
            Text(nl=f"{name} heeft er {count} nodig van {size}.", en=f"{name} needs {count} of {size}."),
            Text(nl="Vraag er hoogstens zoveel als er zijn.", en="Ask for at most as many as there are."),
        )
    return size - count + 1


def _above(starts: Sequence[int], below: Sequence[int]) -> tuple[list[int], list[int]]:
    """Where the owners of each node start, and these, ascending: a counting sort of ``below``."""
    counts = [0] * len(starts)
    for each in below:
        counts[each + 1] += 1
    above_starts = list(accumulate(counts))
    cursor = above_starts.copy()
    above = [0] * len(below)
    for owner in range(len(starts) - 1):
        for each in below[starts[owner] : starts[owner + 1]]:
            above[cursor[each]] = owner
            cursor[each] += 1
    return above_starts, above


def _shares(node: Node, gate: Share, layers: frozenset[Layer]) -> tuple[list[int], int]:
    """Integers in the proportions of the shares, and the least integer above what is tolerated."""
    kept = {need.node: need for need in node.needs if need.layer in layers}
    shares = [Fraction(str(need.weight)) for need in kept.values()]
    tolerates = Fraction(str(gate.tolerates))
    scale = math.lcm(*(share.denominator for share in shares), tolerates.denominator)
    return [int(share * scale) for share in shares], int(tolerates * scale) + 1


def _needs_first(names: Sequence[str], gates: Gates) -> list[int]:
    """The nodes with needs before owners (Kahn's algorithm), stable for the same graph."""
    above_starts, above = _above(gates.starts, gates.below)
    waiting = list(map(int.__sub__, gates.starts[1:], gates.starts))
    order = [number for number, count in enumerate(waiting) if count == 0]
    for number in order:
        for owner in above[above_starts[number] : above_starts[number + 1]]:
            waiting[owner] -= 1
            if waiting[owner] == 0:
                order.append(owner)
    if len(order) < len(names):
        stuck = sorted(name for name, count in zip(names, waiting, strict=True) if count > 0)[:5]
        raise InputError(
            Text(
                nl=f"Het netwerk heeft een kring, bij: {', '.join(stuck)}.",
                en=f"The network has a cycle, at: {', '.join(stuck)}.",
            ),
            Text(nl="Haal een van deze behoeften weg.", en="Remove one of these needs."),
        )
    return order
