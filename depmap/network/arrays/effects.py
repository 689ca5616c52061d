"""Which losses have the same effect: what makes single points of millions of nodes a matter of seconds.

Definition. A need is *strong* when its loss alone loses its owner: its weight reaches the owner's threshold. Node r
*stands for* node x when, for every top that is asked about, x is a single point of it exactly if r is.

Claim. x has a stand-in in these cases, taken from the tops downwards:

- every owner of x needs it strongly and has the same stand-in r: r stands for x. Every way up from x leads through r
  (or starts there), so x can do no more than r; and losing x loses an owner, and so r.
- x has one owner, which does not need it strongly or is harmless itself: x is *harmless*, a single point of no top.
- only one top is asked about, and a chain of strong needs leads from it to x: the top stands for x.

A top that is asked about stands for itself, as does every node to which none of this applies. What is above no top that
is asked about, and below none, is *outside*.

Complexity: linear in nodes and needs, and about 0.04 ms for each step of the longest path. In a bill of materials this
leaves the shared nodes only: suppliers, countries, parts of several assemblies.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np  # noqa: TID253 - nobody imports this module who does not need arrays

from depmap.core.errors import InputError
from depmap.core.text import Text
from depmap.network.arrays.columns import ArrayNetwork, Ints, chunks

HARMLESS, OUTSIDE = -1, -2

_NOBODY, _OWN = -3, -4
_LOWEST = -(1 << 31)


@dataclass(frozen=True, slots=True)
class Effects:
    """What stands for each node, and how deep it lies."""

    stands_for: Ints
    """Per node: the node that stands for it, or `HARMLESS`, or `OUTSIDE`."""

    depths: Ints
    """Per node: the needs on the longest way down to it from a node that nothing needs."""


def effects_on(network: ArrayNetwork, tops: Ints) -> Effects:
    """What stands for each node when these tops are asked about.

    Raises:
        InputError: the network has a cycle.
    """
    size = len(network)
    asked = np.zeros(size, dtype=np.bool_)
    asked[tops] = True
    only = int(tops[0]) if len(tops) == 1 else _NOBODY
    least, most = np.full(size, size, dtype=np.int32), np.full(size, _LOWEST, dtype=np.int32)
    stands_for, depths = np.full(size, OUTSIDE, dtype=np.int32), np.zeros(size, dtype=np.int32)
    surely = np.zeros(size, dtype=np.bool_)
    waiting = _Waiting(network)
    level, depth = waiting.first(), 0
    while len(level):
        depths[level] = depth
        low = least[level]
        found = np.where(low == most[level], np.maximum(low, HARMLESS), level)
        found[low == size] = OUTSIDE
        found[surely[level]] = only
        stands_for[level] = np.where(asked[level], level, found)
        below = [level[:0]]
        for owners, places in chunks(network.offsets, level):
            needed, above = network.needs[places], stands_for[owners]
            # What says nothing about the need is told apart by its owner, so that two of them never seem to agree.
            told = np.where(network.strong(owners, places) & (above >= 0), above, _OWN - owners)
            inside = above != OUTSIDE
            np.minimum.at(least, needed[inside], told[inside])
            np.maximum.at(most, needed[inside], told[inside])
            surely[needed[told == only]] = True
            below.append(waiting.without(needed))
        level, depth = np.concatenate(below), depth + 1
    waiting.refuse_cycles()
    return Effects(stands_for, depths)


class _Waiting:
    """How many owners of each node have not been met yet (Kahn's algorithm)."""

    def __init__(self, network: ArrayNetwork) -> None:
        """No node has been met."""
        self._owners = np.bincount(network.needs, minlength=len(network)).astype(np.int32)
        self._mark = np.empty(len(network), dtype=np.int32)

    def first(self) -> Ints:
        """The nodes that nothing needs."""
        return self._ready(np.flatnonzero(self._owners == 0).astype(np.int32))

    def without(self, needed: Ints) -> Ints:
        """The nodes that wait for no other owner, when for each of these needs its owner has been met."""
        np.subtract.at(self._owners, needed, np.int32(1))
        ready = needed[self._owners[needed] == 0]
        order = np.arange(len(ready), dtype=np.int32)
        self._mark[ready] = order
        return self._ready(ready[self._mark[ready] == order])

    def refuse_cycles(self) -> None:
        """Raise an InputError when nodes are left."""
        stuck = np.flatnonzero(self._owners > 0)[:5]
        if len(stuck):
            names = ", ".join(map(str, stuck))
            raise InputError(
                Text(nl=f"Het netwerk heeft een kring, bij: {names}.", en=f"The network has a cycle, at: {names}."),
                Text(nl="Haal een van deze behoeften weg.", en="Remove one of these needs."),
            )

    def _ready(self, nodes: Ints) -> Ints:
        self._owners[nodes] = -1
        return nodes
