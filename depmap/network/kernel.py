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

from collections.abc import Iterable, Iterator, Mapping, Sequence

from depmap.network.compiled import ALL, ALL_LAYERS, ANY, LEAF, Compiled, compile_graph

__all__ = ["ALL_LAYERS", "Compiled", "compile_graph", "evaluate", "reaches", "scenarios_of", "settle"]


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
    settle(compiled, words, range(len(words)), full)
    return words


def settle(compiled: Compiled, words: list[int], positions: Iterable[int], full: int) -> None:
    """Evaluate these nodes again, in the given order, from what is lost so far; what is lost stays lost.

    Args:
        compiled: the network.
        words: one integer per node, as `evaluate` returns them; changed in place.
        positions: the nodes, needs before owners.
        full: the bits of all scenarios.
    """
    offsets, needs, shapes = compiled.offsets, compiled.needs, compiled.shapes
    for position in positions:
        shape = shapes[position]
        if shape == LEAF:
            continue
        start, stop = offsets[position], offsets[position + 1]
        word = words[position]
        if shape == ALL:
            for need in needs[start:stop]:
                word |= words[need]
        elif shape == ANY:
            every = full
            for need in needs[start:stop]:
                every &= words[need]
            word |= every
        else:
            below = [words[need] for need in needs[start:stop]]
            word |= reaches(below, compiled.weights[start:stop], compiled.thresholds[position], full)
        words[position] = word


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
