"""Every set of two or three nodes tried at once, where there are few enough: one scenario per pair.

Method. A pair of candidates is a bit: that of j < k is bit k(k-1)/2 + j, so that for every k the pairs below it are the
lowest bits. One evaluation (`depmap.network.kernel`) tells which pairs stop the top. A triple is one more candidate
that is lost in every scenario, and a pair below it: only what that candidate changes is evaluated again.

Claim. With the single points taken out, every pair that stops the top is a minimal cut set, and every triple that does
so and holds no such pair. Nothing is left out: all are tried.

Complexity: needs x pairs / 64; for triples that of what each candidate changes, x pairs / 64. For many candidates, or
sets of four and more, a diagram takes less (`depmap.network.cut_sets.diagram`).

>>> [pair_of(bit) for bit in range(6)]
[(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from depmap.network.cut_sets.counts import Counts
from depmap.network.kernel import Compiled, evaluate, scenarios_of, settle

MOST = {1: 500, 2: 500, 3: 150}
"""The most candidates for which trying takes less than a diagram, per order; measured, see ``benchmarks``."""

BLOCK = 1 << 16
"""Pairs evaluated at once, to bound the memory; all pairs of as many candidates as triples are tried for fit in."""


def pair_of(bit: int) -> tuple[int, int]:
    """The pair that this bit stands for."""
    high = (1 + math.isqrt(8 * bit + 1)) // 2
    return bit - math.comb(high, 2), high


class Trial:
    """The minimal cut sets of two and three nodes."""

    def __init__(self, compiled: Compiled, top: int, candidates: Sequence[int], max_order: int) -> None:
        """Try every set.

        Args:
            compiled: the network.
            top: position of the node that must not be lost.
            candidates: positions of the nodes that can fall away, none of them a single point.
            max_order: the most nodes in a set, at most 3.
        """
        self._compiled = compiled
        self._top = top
        self._candidates = candidates
        self._order = max_order
        self._masks = _masks(len(candidates))
        self._pairs = self._stopping_pairs() if max_order > 1 else 0
        self._triples = self._stopping_triples() if max_order > 2 else [0] * len(candidates)

    @property
    def counts(self) -> Counts:
        """How many sets there are of each order."""
        pairs, triples = self._pairs.bit_count(), sum(word.bit_count() for word in self._triples)
        return (0, 0, pairs, triples)[: self._order + 1]

    def sets(self) -> Iterator[tuple[int, ...]]:
        """The sets as positions, lower orders first; the same in every run."""
        for bit in scenarios_of(self._pairs):
            yield self._places(*pair_of(bit))
        for number, word in enumerate(self._triples):
            for bit in scenarios_of(word):
                yield self._places(*pair_of(bit), number)

    def holding(self) -> dict[int, Counts]:
        """Position -> how many sets of each order hold it."""
        pairs = [(self._pairs & mask).bit_count() for mask in self._masks]
        triples = [word.bit_count() for word in self._triples]
        for number, word in enumerate(self._triples):
            if word:
                for lower, mask in enumerate(self._masks[:number]):
                    triples[lower] += (word & mask).bit_count()
        found = zip(self._candidates, pairs, triples, strict=True)
        return {place: (0, 0, two, three)[: self._order + 1] for place, two, three in found}

    def _places(self, *numbers: int) -> tuple[int, ...]:
        return tuple(self._candidates[number] for number in numbers)

    def _evaluated(self, start: int, pairs: int) -> list[int]:
        names = [self._compiled.ids[place] for place in self._candidates]
        shifted = [mask >> start for mask in self._masks] if start else self._masks
        return evaluate(self._compiled, dict(zip(names, shifted, strict=True)), pairs)

    def _stopping_pairs(self) -> int:
        pairs = math.comb(len(self._candidates), 2)
        found = 0
        for start in range(0, pairs, BLOCK):
            found |= self._evaluated(start, min(BLOCK, pairs - start))[self._top] << start
        return found

    def _stopping_triples(self) -> list[int]:
        """Per candidate the pairs below it that stop the top with it, and not without it or without one of the two."""
        size = math.comb(len(self._candidates), 2)
        words = self._evaluated(0, size)
        found = [0] * len(self._candidates)
        for number in range(len(self._candidates) - 1, 1, -1):
            pairs = math.comb(number, 2)
            if pairs < 0.8 * size:
                size = pairs
                words = [word & ((1 << size) - 1) for word in words]
            stopped = self._with(self._candidates[number], words, (1 << pairs) - 1)
            if stopped != words[self._top]:
                less = words[self._top]
                for lower in scenarios_of(self._pairs >> pairs & ((1 << number) - 1)):
                    less |= self._masks[lower]
                found[number] = stopped & ~less & ((1 << pairs) - 1)
        return found

    def _with(self, place: int, words: Sequence[int], full: int) -> int:
        """In which scenarios the top is lost when this node is lost in all of them."""
        now = list(words)
        now[place] = full
        waiting = list(self._compiled.owners[place])
        while waiting:
            owner = heappop(waiting)
            before = now[owner]
            settle(self._compiled, now, (owner,), full)
            if now[owner] != before:
                for each in self._compiled.owners[owner]:
                    heappush(waiting, each)
        return now[self._top]


def _masks(size: int) -> list[int]:
    """Per candidate the pairs that hold it."""
    lowest = sum(1 << math.comb(high, 2) for high in range(1, size))
    masks = []
    for number in range(size):
        as_higher = ((1 << number) - 1) << math.comb(number, 2)
        next_row = math.comb(number + 1, 2)
        masks.append(as_higher | lowest >> next_row << (next_row + number))
    return masks
