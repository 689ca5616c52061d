"""A network as columns of numbers, for networks that are too large for one object a node.

Definition. Node i needs ``needs[offsets[i]:offsets[i + 1]]``, each with its weight; it is lost iff it is lost itself or
the summed weight of its lost needs reaches ``thresholds[i]``. `depmap.network.kernel` says which threshold each kind of
gate has. A node without needs is a leaf, whatever its threshold. The nodes may be numbered in any order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np  # noqa: TID253 - nobody imports this module who does not need arrays
import numpy.typing as npt  # noqa: TID253

from depmap.core.errors import InputError
from depmap.core.graph import Graph, Layer
from depmap.core.text import Text
from depmap.network.compiled import ALL_LAYERS, gates_of

Ints: TypeAlias = npt.NDArray[np.signedinteger]
"""A column of whole numbers, of 32 or 64 bits."""

Flags: TypeAlias = npt.NDArray[np.bool_]
"""A column of yes and no."""

CHUNK = 1 << 20
"""Needs looked at in one go: enough to forget what a call costs, few enough to stay near the processor."""

_MOST_NODES = (1 << 31) - 4
_HEAVIEST = 1 << 60


@dataclass(frozen=True, slots=True)
class ArrayNetwork:
    """A network of numbered nodes; a circle in it is found when a question is asked."""

    offsets: Ints
    """Where the needs of each node start, and after the last node where they end: one more than there are nodes."""

    needs: Ints
    """The needed nodes, each at most once per node."""

    thresholds: Ints
    """What the weights of a node's lost needs must add up to; at least 1."""

    weights: Ints | None = None
    """One per need, at least 0; None when each counts 1."""

    def __post_init__(self) -> None:
        """Refuse columns that do not describe a network.

        Raises:
            InputError: lengths or numbers do not fit, or a node whose needs are counted lists one of them twice.
        """
        if not (self._fits() and self._weighs()) or self._repeats():
            raise InputError(
                Text(
                    nl="De kolommen van het netwerk passen niet bij elkaar.",
                    en="The columns of the network do not fit together.",
                ),
                Text(
                    nl="Nummer de knopen vanaf 0, geef elk een drempel vanaf 1 en noem elke behoefte één keer.",
                    en="Number the nodes from 0, give each a threshold from 1, and name each need once.",
                ),
            )

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.thresholds)

    def _fits(self) -> bool:
        size, offsets, needs = len(self), self.offsets, self.needs
        return (
            size <= _MOST_NODES
            and len(offsets) == size + 1
            and offsets[0] == 0
            and offsets[-1] == len(needs)
            and bool((offsets[1:] >= offsets[:-1]).all())
            and (len(needs) == 0 or bool(needs.min() >= 0 and needs.max() < size))
        )

    def _weighs(self) -> bool:
        """Whether no sum of weights can exceed 64 bits; a weight never counts for more than the threshold."""
        if len(self) == 0:
            return True
        most = int((self.offsets[1:] - self.offsets[:-1]).max())
        fits = self.thresholds.min() >= 1 and int(self.thresholds.max()) * max(most, 1) < _HEAVIEST
        if self.weights is None:
            return bool(fits)
        return bool(fits and len(self.weights) == len(self.needs) and (self.weights >= 0).all())

    def _repeats(self) -> bool:
        for owners, places in chunks(self.offsets, np.flatnonzero(self.thresholds > 1)):
            pairs = np.sort(owners.astype(np.int64) * len(self) + self.needs[places], kind="stable")
            if (pairs[1:] == pairs[:-1]).any():
                return True
        return False

    @property
    def nodes(self) -> Ints:
        """All nodes."""
        return np.arange(len(self), dtype=np.int32)

    @property
    def is_leaf(self) -> Flags:
        """Per node, whether it needs nothing."""
        return np.asarray(self.offsets[1:] == self.offsets[:-1])

    def strong(self, owners: Ints, places: Ints | slice) -> Flags:
        """Whether the loss of the need at each of these places is enough to lose its owner."""
        weights = 1 if self.weights is None else self.weights[places]
        return np.asarray(weights >= self.thresholds[owners])


def of_pairs(
    owners: Sequence[int] | Ints,
    needs: Sequence[int] | Ints,
    thresholds: Sequence[int] | Ints,
    weights: Sequence[int] | Ints | None = None,
) -> ArrayNetwork:
    """The columns of a network of which each need is given with its owner, in any order.

    Raises:
        InputError: the columns do not fit together; see `ArrayNetwork`.
    """
    order, offsets = grouped(np.asarray(owners, dtype=np.int64), len(thresholds))
    return ArrayNetwork(
        offsets=offsets,
        needs=np.asarray(needs, dtype=np.int32)[order],
        thresholds=np.asarray(thresholds, dtype=np.int64),
        weights=None if weights is None else np.asarray(weights, dtype=np.int64)[order],
    )


def of_graph(graph: Graph, layers: Collection[Layer] = ALL_LAYERS) -> ArrayNetwork:
    """The columns of a graph with the needs of these layers, and its structure: node i is the i-th of ``graph.nodes``.

    Raises:
        InputError: a gate asks for more needs than there are.
    """
    gates = gates_of(graph, frozenset(layers) | {Layer.STRUCTURE})
    weights = np.ones(len(gates.below), dtype=np.int64) if gates.weights else None
    if weights is not None:
        for node, own in gates.weights.items():
            weights[gates.starts[node] : gates.starts[node + 1]] = own
    return ArrayNetwork(
        offsets=np.array(gates.starts, dtype=np.int64),
        needs=np.array(gates.below, dtype=np.int32),
        thresholds=np.array(gates.thresholds, dtype=np.int64),
        weights=weights,
    )


def chunks(offsets: Ints, nodes: Ints) -> Iterator[tuple[Ints, Ints | slice]]:
    """The needs of these nodes, a chunk at a time: per need its owner, and where the needs stand in ``needs``.

    A node's needs are never divided over two chunks.
    """
    counts = offsets[nodes + 1] - offsets[nodes]
    ends = np.cumsum(counts)
    start = 0
    while start < len(nodes):
        before = int(ends[start - 1]) if start else 0
        stop = max(start + 1, int(np.searchsorted(ends, before + CHUNK, side="right")))
        here, many = nodes[start:stop], counts[start:stop]
        rows = int(ends[stop - 1]) - before
        if rows:
            first = int(offsets[here[0]])
            if (here[1:] - here[:-1] == 1).all():
                yield np.repeat(here, many), slice(first, first + rows)
            else:
                shift = offsets[here] - (ends[start:stop] - many)
                yield np.repeat(here, many), np.repeat(shift, many) + np.arange(before, before + rows)
        start = stop


def differs(values: Ints) -> Flags:
    """Where a value differs from the one before it: the first of each, where equal values stand together."""
    found = np.empty(len(values), dtype=np.bool_)
    found[:1] = True
    np.not_equal(values[1:], values[:-1], out=found[1:])
    return found


def grouped(values: Ints, groups: int) -> tuple[Ints, Ints]:
    """The order that brings equal values together, and where each of the values 0, 1, ... starts in it.

    A counting sort by digits of 16 bits, which is linear and keeps the order of equal values.
    """
    order = np.argsort((values & 0xFFFF).astype(np.uint16), kind="stable")
    if groups > 1 << 16:
        order = order[np.argsort((values >> 16).astype(np.uint16)[order], kind="stable")]
    starts = np.zeros(groups + 1, dtype=np.int64)
    np.cumsum(np.bincount(values, minlength=groups), out=starts[1:])
    return order, starts
