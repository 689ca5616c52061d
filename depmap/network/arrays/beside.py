"""Several systems side by side in one network of columns: what one supplier stops of all of them, from one evaluation.

Definition. Systems share nodes by name: a supplier, a parent, a country, a material. Each system keeps its own view of
what such a node needs, since one bill of materials may know more of a supplier than another. Shared is only the *loss*:
one leaf per shared name, which loses the node of that name in every system.

Claim. A single point of a system by its own network is one in the network of all of them, and the other way round: the
nodes of a system need nothing outside it but these leaves, and a leaf loses exactly the node of its name. Unknowns are
harmless here; for what may be a single point, give the networks of `depmap.network.cut_sets.with_unknowns_lost`.

Complexity: linear in nodes and needs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - nobody imports this module who does not need arrays

from depmap.core.graph import Graph, Layer, Node
from depmap.network.arrays.columns import ArrayNetwork, Ints, of_graph, of_pairs
from depmap.network.compiled import ALL_LAYERS


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The network of several systems."""

    network: ArrayNetwork
    """First one leaf per shared name, then the nodes of each system."""

    shared: tuple[str, ...]
    """The shared names: node i stands for the loss of ``shared[i]``."""

    starts: tuple[int, ...]
    """The i-th node of the graph of system s is number ``starts[s] + i``."""

    tops: tuple[int, ...]
    """The number of each system's top."""


def side_by_side(
    systems: Sequence[Graph], is_shared: Callable[[Node], bool], layers: Collection[Layer] = ALL_LAYERS
) -> SideBySide:
    """Several systems as one network.

    Args:
        systems: their graphs.
        is_shared: whether nodes of the name of this one are the same thing in every system.
        layers: the needs that count, beside the structure.

    Raises:
        InputError: a gate asks for more needs than there are.
    """
    numbers: dict[str, int] = {}
    shared = [[at for at, node in enumerate(system.nodes.values()) if is_shared(node)] for system in systems]
    leaves = []
    for system, places in zip(systems, shared, strict=True):
        names = list(system.nodes)
        leaves.append([numbers.setdefault(names[at], len(numbers)) for at in places])
    starts = np.cumsum([len(numbers), *(len(system.nodes) for system in systems)])
    thresholds: list[Ints] = [np.ones(len(numbers), dtype=np.int64)]
    owners, needs, weights = [starts[:0]], [starts[:0]], [starts[:0]]
    for start, system, places, losses in zip(starts.tolist(), systems, shared, leaves, strict=False):
        own = of_graph(system, layers)
        owners += [start + np.repeat(own.nodes, np.diff(own.offsets)), start + np.array(places, dtype=np.int64)]
        needs += [start + own.needs, np.array(losses, dtype=np.int64)]
        # The loss of the name must be enough, so that it weighs as much as the threshold.
        weights += [own.weights if own.weights is not None else np.ones_like(own.needs), own.thresholds[places]]
        thresholds.append(own.thresholds)
    weight = np.concatenate(weights)
    network = of_pairs(
        np.concatenate(owners),
        np.concatenate(needs),
        np.concatenate(thresholds),
        None if bool((weight == 1).all()) else weight,
    )
    tops = tuple(
        start + list(system.nodes).index(system.top) for start, system in zip(starts.tolist(), systems, strict=False)
    )
    return SideBySide(network, tuple(numbers), tuple(starts[:-1].tolist()), tops)
