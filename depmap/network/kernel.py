"""The one evaluation, on which every answer about dependence rests.

Definition. Every node *v* has needs *n1..nm* with weights *w1..wm* and a threshold *t*. For a set L of nodes that are
lost themselves, *v* is lost iff *v* is in L or the summed weight of its lost needs reaches *t*:

====================  ===================  =================
gate                  weights              threshold
====================  ===================  =================
all of m              1                    1
any of m              1                    m
at least k of n       1                    n - k + 1
share, tolerates s    the shares           the least sum above s
====================  ===================  =================

Claim. `evaluate` computes exactly the lost nodes for every scenario (every set L) given, on any acyclic network: the
nodes are taken with needs before owners, and each column of bits is one complete evaluation of one scenario, so shared
nodes are counted once and no independence is assumed. The function is monotone: a larger L never loses less.

Method. A scenario is a bit position; what is lost is one integer per node, so one machine operation serves 64
scenarios. *All of* is ``or``, *any of* is ``and``; the general threshold adds the weights of the lost needs into a
bit-sliced counter (one integer per binary digit) and compares it with *t* digit by digit. Weights are scaled to
integers, so there is no rounding. Cost: (edges x scenarios / word size) for all/any, times the digits of *t* otherwise.

Running example. A drone needs a motor and a radio; the motor comes from Acme or Volt, the radio from Volt alone:

>>> from depmap.core.graph import All, Any, Kind, Need, Node, graph
>>> drone = graph("drone", [
...     Node("drone", Kind.SYSTEM, "drone", All(), (Need("motor"), Need("radio"))),
...     Node("motor", Kind.COMPONENT, "motor", Any(), (Need("Acme"), Need("Volt"))),
...     Node("radio", Kind.COMPONENT, "radio", Any(), (Need("Volt"),)),
... ])
>>> compiled = compile_graph(drone)
>>> lost = evaluate(compiled, {"Acme": 0b01, "Volt": 0b10}, scenarios=2)
>>> format(lost[compiled.index["drone"]], "02b")  # Volt alone stops it, Acme alone does not
'10'

Reference: threshold gates and their monotone structure functions: R. E. Barlow and F. Proschan, Statistical Theory of
Reliability and Life Testing (1975), chapter 1.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from depmap.core.errors import InputError
from depmap.core.graph import Any, AtLeast, Graph, Layer, Need, Node, Share
from depmap.core.text import Text

_LEAF, _ALL, _ANY, _THRESHOLD = range(4)

ALL_LAYERS = frozenset(Layer)
"""Every layer: the question about everything at once."""


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

    owners: tuple[tuple[int, ...], ...]
    """The reverse: the positions of the nodes that need node i, ascending."""


def compile_graph(graph: Graph, layers: Collection[Layer] = ALL_LAYERS) -> Compiled:
    """Arrays of the graph with the needs of these layers only; `Layer.STRUCTURE` is always in.

    A node that is needed twice counts once. Complexity: nodes + edges.

    Raises:
        InputError: the network has a cycle, or a gate asks for more needs than there are.
    """
    wanted = frozenset(layers) | {Layer.STRUCTURE}
    nodes = list(graph.nodes.values())
    place = {node.id: number for number, node in enumerate(nodes)}
    kept = [_distinct(node, wanted) for node in nodes]
    below = [[place[need.node] for need in needs] for needs in kept]
    above: list[list[int]] = [[] for _ in nodes]
    for owner, needed in enumerate(below):
        for each in needed:
            above[each].append(owner)
    order = _needs_first(nodes, below, above)
    position = array("q", bytes(8 * len(nodes)))
    for rank, number in enumerate(order):
        position[number] = rank
    offsets, needs = array("q", [0]), array("q")
    weights: list[int] = []
    thresholds: list[int] = []
    shapes = bytearray()
    for number in order:
        gate_weights, threshold = _gate(nodes[number], kept[number])
        weights.extend(gate_weights)
        thresholds.append(threshold)
        shapes.append(_shape(gate_weights, threshold))
        needs.extend([position[each] for each in below[number]])
        offsets.append(len(needs))
    ids = tuple(nodes[number].id for number in order)
    return Compiled(
        ids=ids,
        index={name: rank for rank, name in enumerate(ids)},
        offsets=offsets,
        needs=needs,
        weights=tuple(weights),
        thresholds=tuple(thresholds),
        shapes=bytes(shapes),
        owners=tuple(tuple(sorted([position[owner] for owner in above[number]])) for number in order),
    )


def evaluate(compiled: Compiled, lost: Mapping[str, int], scenarios: int) -> list[int]:
    """Which nodes are lost in which scenarios.

    Args:
        compiled: the network.
        lost: node id -> bits of the scenarios in which that node is lost itself.
        scenarios: how many scenarios there are; only the lowest so many bits count.

    Returns:
        One integer per node, in the order of ``compiled.ids``: bit s is set iff the node is lost in scenario s.
    """
    full = (1 << scenarios) - 1
    words = [0] * len(compiled.ids)
    for name, bits in lost.items():
        words[compiled.index[name]] = bits & full
    offsets, needs = compiled.offsets, compiled.needs
    for position, shape in enumerate(compiled.shapes):
        if shape == _LEAF:
            continue
        start, stop = offsets[position], offsets[position + 1]
        word = words[position]
        if shape == _ALL:
            for need in needs[start:stop]:
                word |= words[need]
        elif shape == _ANY:
            every = full
            for need in needs[start:stop]:
                every &= words[need]
            word |= every
        else:
            below = [words[need] for need in needs[start:stop]]
            word |= reaches(below, compiled.weights[start:stop], compiled.thresholds[position], full)
        words[position] = word
    return words


def scenarios_of(word: int) -> Iterator[int]:
    """The scenarios whose bit is set, lowest first: cheap when few are.

    >>> list(scenarios_of(0b10110))
    [1, 2, 4]
    """
    while word:
        lowest = word & -word
        yield lowest.bit_length() - 1
        word ^= lowest


def reaches(words: Sequence[int], weights: Sequence[int], threshold: int, full: int) -> int:
    """The scenarios in which the summed weight of the set bits is at least ``threshold``."""
    digits: list[int] = [0] * threshold.bit_length()
    for word, weight in zip(words, weights, strict=True):
        for place in range(weight.bit_length()):
            carry, at = (word if weight >> place & 1 else 0), place
            while carry:
                if at >= len(digits):
                    digits.extend([0] * (at - len(digits) + 1))
                digits[at], carry = digits[at] ^ carry, digits[at] & carry
                at += 1
    above, equal = 0, full
    for place in range(len(digits) - 1, -1, -1):
        if threshold >> place & 1:
            equal &= digits[place]
        else:
            above |= equal & digits[place]
            equal &= ~digits[place]
    return above | equal


def _distinct(node: Node, layers: frozenset[Layer]) -> tuple[Need, ...]:
    kept = [need for need in node.needs if need.layer in layers]
    if len(kept) > 1 and len({need.node for need in kept}) < len(kept):
        kept = list({need.node: need for need in kept}.values())
    return tuple(kept)


def _gate(node: Node, needs: tuple[Need, ...]) -> tuple[list[int], int]:
    """The integer weights and threshold of a node."""
    ones = [1] * len(needs)
    if isinstance(node.gate, Any):
        return ones, len(needs)
    if isinstance(node.gate, AtLeast):
        if needs and node.gate.count > len(needs):
            raise InputError(
                Text(
                    nl=f"{node.id} heeft er {node.gate.count} nodig van {len(needs)}.",
                    en=f"{node.id} needs {node.gate.count} of {len(needs)}.",
                ),
                Text(nl="Vraag er hoogstens zoveel als er zijn.", en="Ask for at most as many as there are."),
            )
        return ones, len(needs) - node.gate.count + 1
    if isinstance(node.gate, Share):
        shares = [Fraction(str(need.weight)) for need in needs]
        tolerates = Fraction(str(node.gate.tolerates))
        scale = math.lcm(*(share.denominator for share in shares), tolerates.denominator)
        return [int(share * scale) for share in shares], int(tolerates * scale) + 1
    return ones, 1


def _shape(weights: Sequence[int], threshold: int) -> int:
    if not weights:
        return _LEAF
    if weights.count(1) < len(weights):
        return _THRESHOLD
    return _ALL if threshold == 1 else _ANY if threshold == len(weights) else _THRESHOLD


def _needs_first(nodes: Sequence[Node], below: Sequence[Sequence[int]], above: Sequence[Sequence[int]]) -> list[int]:
    """The nodes with needs before owners (Kahn's algorithm), stable for the same graph."""
    waiting = [len(each) for each in below]
    order = [number for number, count in enumerate(waiting) if count == 0]
    for number in order:
        for owner in above[number]:
            waiting[owner] -= 1
            if waiting[owner] == 0:
                order.append(owner)
    if len(order) < len(nodes):
        stuck = sorted(node.id for node, count in zip(nodes, waiting, strict=True) if count > 0)[:5]
        raise InputError(
            Text(
                nl=f"Het netwerk heeft een kring, bij: {', '.join(stuck)}.",
                en=f"The network has a cycle, at: {', '.join(stuck)}.",
            ),
            Text(nl="Haal een van deze behoeften weg.", en="Remove one of these needs."),
        )
    return order
