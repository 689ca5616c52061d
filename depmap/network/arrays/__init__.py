"""Single points of very many systems, or of very large ones: the same definition on columns of numbers.

Definition. As in `depmap.network.kernel`: node x is a single point of a top iff the top is lost when exactly x is lost.
Here the tops may be thousands of systems and assemblies that share suppliers and parts, and the candidates all nodes.

Claim. `single_points_of_tops` finds, for every top, exactly the nodes that `depmap.network.kernel.evaluate` finds with
one scenario per node; the two are compared on random networks of all kinds of gates.

Method. Losses that have the same effect are followed as one (`depmap.network.arrays.effects`); of the others, the nodes
that each loses are found level by level (`depmap.network.arrays.losses`). Only numpy is needed; it is loaded with this
module. A program that starts often and has less than about 20,000 nodes is better served by the kernel itself.

Complexity: linear in nodes and needs, and then in the pairs of a node and a loss that are left.

Running example. Two drones share a maker; each has a frame of its own:

>>> owners, needs = [0, 0, 1, 1], [2, 4, 3, 4]  # drone 0: frame 2, maker 4; drone 1: frame 3, maker 4
>>> network = of_pairs(owners, needs, thresholds=[1, 1, 1, 1, 1])
>>> found = single_points_of_tops(network, [0, 1])
>>> found.of(0).tolist(), found.of(1).tolist()
([0, 2, 4], [1, 3, 4])
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - nobody imports this module who does not need arrays

from depmap.network.arrays.beside import SideBySide, side_by_side
from depmap.network.arrays.columns import ArrayNetwork, Flags, Ints, grouped, of_graph, of_pairs
from depmap.network.arrays.effects import effects_on
from depmap.network.arrays.losses import lifted, losses_of

__all__ = [
    "ArrayNetwork",
    "SideBySide",
    "SinglePoints",
    "of_graph",
    "of_pairs",
    "side_by_side",
    "single_points_of_tops",
]


@dataclass(frozen=True, slots=True)
class SinglePoints:
    """The single points of some tops."""

    tops: Ints
    """The nodes asked about, each once, in ascending order."""

    offsets: Ints
    """The single points of ``tops[i]`` are ``nodes[offsets[i]:offsets[i + 1]]``."""

    nodes: Ints
    """Per top its single points, in ascending order."""

    def of(self, top: int) -> Ints:
        """The single points of one of the tops.

        Raises:
            KeyError: it was not asked about.
        """
        place = int(np.searchsorted(self.tops, top))
        if place == len(self.tops) or self.tops[place] != top:
            raise KeyError(top)
        return self.nodes[self.offsets[place] : self.offsets[place + 1]]


def single_points_of_tops(
    network: ArrayNetwork, tops: Sequence[int] | Ints, candidates: Flags | None = None
) -> SinglePoints:
    """Every node whose loss alone stops a top, for each of the tops.

    Args:
        network: what needs what.
        tops: the nodes asked about: systems, and assemblies within them.
        candidates: per node, whether it can fall away; by default every node can, the tops themselves too.

    Raises:
        InputError: the network has a cycle.
    """
    asked = np.unique(np.asarray(tops, dtype=np.int64))
    effects = effects_on(network, asked)
    counts = effects.stands_for >= 0 if candidates is None else (effects.stands_for >= 0) & candidates
    members = np.flatnonzero(counts).astype(np.int32)
    stands_for = effects.stands_for[members]
    followed = np.zeros(len(network), dtype=np.bool_)
    followed[stands_for] = True
    owners, losses = losses_of(asked, lifted(network, effects), np.flatnonzero(followed))
    alike, starts = grouped(stands_for, len(network))
    return _told(asked, owners, losses, members[alike], starts)


def _told(tops: Ints, owners: Ints, losses: Ints, members: Ints, starts: Ints) -> SinglePoints:
    """The single points in full: for each loss that a top has, all nodes for which that loss stands."""
    bits = len(starts).bit_length()
    lengths = starts[losses + 1] - starts[losses]
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    pairs = np.repeat(starts[losses] - ends + lengths, lengths)
    pairs += np.arange(total)
    pairs = members[pairs] | np.repeat(owners << bits, lengths)
    pairs.sort(kind="stable")
    offsets = np.searchsorted(pairs, np.append(tops, len(starts)) << bits)
    return SinglePoints(tops, offsets, (pairs & ((1 << bits) - 1)).astype(np.int32))
