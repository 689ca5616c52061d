"""Which losses lose each node: the sparse form of the one evaluation, for all losses at once.

Definition. The *losses* of node v are the nodes x for which v is lost when exactly x is lost. Only nodes that stand for
others or for themselves (`depmap.network.arrays.effects`) are followed; the rest of each class shares their fate.

Claim. With W(v, x) the summed weight of those needs of v whose losses hold x, the losses of v are the x with W(v, x) at
least the threshold of v, and v itself. So one pass, needs before owners, is exact: it is the kernel's evaluation, with
the scenarios in which nothing happens left out.

Method. A level at a time: the pairs (owner, x) of all needs are brought together by sorting, their weights are added,
and those that reach the threshold stay. Strong needs are lifted first: what a node needs strongly goes to the node that
stands for it, so that long chains of *all of* cost one step.

Complexity: sorting as many pairs as the needs have losses in all. This number is what is hard about the question: no
way around it is to be expected, since three levels of gates already hold the search for triangles in a graph. Where
more than `MOST_PAIRS` would have to be kept, the losses are taken in halves, and these in halves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - nobody imports this module who does not need arrays

from depmap.network.arrays.columns import CHUNK, ArrayNetwork, Flags, Ints, chunks, differs, grouped
from depmap.network.arrays.effects import OUTSIDE, Effects

MOST_PAIRS = 1 << 27
"""Pairs of a node and a loss that are kept at once, about half a gigabyte."""

_EXPANDED = 1 << 22


@dataclass(frozen=True, slots=True)
class Level:
    """What is evaluated together."""

    strong: tuple[tuple[Ints, Ints], ...]
    """Owners with strong needs of theirs, after lifting; in pieces."""

    counting: Ints
    """The nodes that count the weights of those needs that are not strong."""


@dataclass(frozen=True, slots=True)
class Lifted:
    """What is left to evaluate."""

    network: ArrayNetwork
    """The network, of which only the needs that are not strong still count where they stand."""

    depths: Ints
    """Per node: how deep it lies."""

    levels: Mapping[int, Level]
    """By depth, deepest first; without levels at which nothing is left."""


def lifted(network: ArrayNetwork, effects: Effects) -> Lifted:
    """The strong needs, each with the node that stands for its owner. Linear in nodes and needs."""
    stands_for, depths = effects.stands_for, effects.depths
    inside = np.flatnonzero(stands_for != OUTSIDE).astype(np.int32)
    counts = _counting(network, inside)
    # Such a node has no losses of its own to pass on: what it needs strongly goes to the node that stands for it.
    nothing = (stands_for != network.nodes) & ~counts & (network.is_leaf | (stands_for >= 0))
    strong: dict[int, list[tuple[Ints, Ints]]] = {}
    for owners, places in chunks(network.offsets, inside):
        needs = network.needs[places]
        kept = network.strong(owners, places) & ~nothing[needs]
        owner, need = owners[kept], needs[kept]
        host = np.where(stands_for[owner] >= 0, stands_for[owner], owner)
        for depth, here in _by_depth(depths[host]):
            strong.setdefault(depth, []).append((host[here], need[here]))
    counting = np.flatnonzero(counts).astype(np.int32)
    counted = {depth: counting[here] for depth, here in _by_depth(depths[counting])}
    return Lifted(
        network,
        depths,
        {
            depth: Level(tuple(strong.get(depth, ())), counted.get(depth, counting[:0]))
            for depth in sorted({*strong, *counted}, reverse=True)
        },
    )


def _counting(network: ArrayNetwork, inside: Ints) -> Flags:
    """Per node, whether it has needs that are not strong."""
    if network.weights is None:
        return (network.thresholds > 1) & ~network.is_leaf
    counts = np.zeros(len(network), dtype=np.bool_)
    for owners, places in chunks(network.offsets, inside):
        counts[owners[~network.strong(owners, places)]] = True
    return counts


def _by_depth(depths: Ints) -> Iterator[tuple[int, Ints]]:
    """Every depth, with the places at which it stands."""
    order, starts = grouped(depths, int(depths.max(initial=0)) + 1)
    for depth in np.flatnonzero(np.diff(starts)).tolist():
        yield depth, order[starts[depth] : starts[depth + 1]]


def losses_of(tops: Ints, lifted: Lifted, followed: Ints) -> tuple[Ints, Ints]:
    """Pairs of a top and a followed node that is among its losses; the followed nodes are given in ascending order."""
    blocks, waiting = [], [followed]
    while waiting:
        nodes = waiting.pop()
        sets = _Sets(lifted.network)
        if not _evaluated(lifted, sets, nodes):
            waiting += [nodes[: len(nodes) // 2], nodes[len(nodes) // 2 :]]
            continue
        lengths, losses = sets.of(tops)
        blocks.append((np.repeat(tops, lengths), losses))
    return np.concatenate([one for one, _ in blocks]), np.concatenate([other for _, other in blocks])


def _evaluated(lifted: Lifted, sets: _Sets, followed: Ints) -> bool:
    """Evaluate all levels, needs before owners; whether it fitted. One loss alone is always taken to the end."""
    own = {depth: followed[here] for depth, here in _by_depth(lifted.depths[followed])}
    nothing = Level((), followed[:0])
    for depth in sorted({*lifted.levels, *own}, reverse=True):
        level = lifted.levels.get(depth, nothing)
        sets.add_itself(own.get(depth, followed[:0]))
        for owners, needs in level.strong:
            sets.add_strong(owners, needs)
        sets.add_counted(level.counting)
        sets.close()
        if sets.size > MOST_PAIRS and len(followed) > 1:
            return False
    return True


class _Sets:
    """The losses of every node so far, one node after another in one column."""

    def __init__(self, network: ArrayNetwork) -> None:
        """Nothing is lost yet."""
        self.size = 0
        self._network = network
        self._bits = np.int64(len(network).bit_length())
        self._starts = np.zeros(len(network), dtype=np.int64)
        self._lengths = np.zeros(len(network), dtype=np.int32)
        self._losses = np.empty(CHUNK, dtype=np.int32)
        self._pairs: list[Ints] = []

    def of(self, nodes: Ints) -> tuple[Ints, Ints]:
        """How many losses each of the nodes has, and these, one node after another in ascending order."""
        lengths = self._lengths[nodes]
        ends = np.cumsum(lengths, dtype=np.int64)
        total = int(ends[-1]) if len(ends) else 0
        return lengths, self._losses[np.repeat(self._starts[nodes] - ends + lengths, lengths) + np.arange(total)]

    def add_itself(self, nodes: Ints) -> None:
        """Each node is lost when it is lost itself."""
        self._pairs.append((nodes.astype(np.int64) << self._bits) | nodes)

    def add_strong(self, owners: Ints, needs: Ints) -> None:
        """What loses one of the needs loses its owner."""
        for here in self._pieces(needs, np.arange(len(needs))):
            self._pairs.append(_distinct(self._paired(owners[here], needs[here])[1]))

    def add_counted(self, nodes: Ints) -> None:
        """What loses so many needs that their weights reach the threshold loses the node."""
        network = self._network
        for owner, places in chunks(network.offsets, nodes):
            need = network.needs[places]
            useful = (self._lengths[need] > 0) & ~network.strong(owner, places)
            owners, needs = owner[useful], need[useful]
            weights = None if network.weights is None else network.weights[places][useful]
            for here in self._pieces(needs, np.flatnonzero(differs(owners))):
                self._pairs.append(self._reached(owners[here], needs[here], None if weights is None else weights[here]))

    def close(self) -> None:
        """Keep the losses of the nodes of this level."""
        pairs = np.concatenate(self._pairs)
        self._pairs = []
        pairs = _distinct(pairs)
        if not len(pairs):
            return
        owners = pairs >> self._bits
        first = np.flatnonzero(differs(owners))
        self._starts[owners[first]] = self.size + first
        self._lengths[owners[first]] = np.diff(first, append=len(pairs))
        size = self.size + len(pairs)
        if size > len(self._losses):
            wider = np.empty(max(size, 2 * len(self._losses)), dtype=np.int32)
            wider[: self.size] = self._losses[: self.size]
            self._losses = wider
        pairs &= (np.int64(1) << self._bits) - 1
        self._losses[self.size : size] = pairs
        self.size = size

    def _paired(self, owners: Ints, needs: Ints) -> tuple[Ints, Ints]:
        """How many losses each need has; and every owner with every loss of its needs, as one number."""
        lengths, losses = self.of(needs)
        return lengths, (np.repeat(owners.astype(np.int64), lengths) << self._bits) | losses

    def _reached(self, owners: Ints, needs: Ints, weights: Ints | None) -> Ints:
        """The pairs whose summed weight reaches the threshold of the owner."""
        lengths, pairs = self._paired(owners, needs)
        if weights is None:
            pairs.sort(kind="stable")
            first = np.flatnonzero(differs(pairs))
            summed = np.diff(first, append=len(pairs))
        else:
            order = np.argsort(pairs, kind="stable")
            pairs, first = pairs[order], np.flatnonzero(differs(pairs[order]))
            summed = np.add.reduceat(np.repeat(weights, lengths)[order], first) if len(first) else first
        distinct = pairs[first]
        enough: Flags = summed >= self._network.thresholds[distinct >> self._bits]
        return distinct[enough]

    def _pieces(self, needs: Ints, first: Ints) -> Iterator[slice]:
        """Runs of needs with not too many losses in all, each starting at one of the given places."""
        before = np.concatenate(([0], np.cumsum(self._lengths[needs], dtype=np.int64)))
        ends = np.append(first[1:], len(needs))
        at = 0
        while at < len(first):
            start = int(first[at])
            fits = int(np.searchsorted(before[ends], before[start] + _EXPANDED, side="right"))
            at = max(at + 1, fits)
            yield slice(start, int(ends[at - 1]))


def _distinct(pairs: Ints) -> Ints:
    """In ascending order, each once. They come nearly in order, of which this way of sorting makes use."""
    pairs.sort(kind="stable")
    first = differs(pairs)
    return pairs if first.all() else pairs[first]
