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

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np  # noqa: TID253 - nobody imports this module who does not need arrays

from depmap.network.arrays.columns import ArrayNetwork, Ints, of_compiled, of_pairs
from depmap.network.kernel import Compiled


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The network of several systems."""

    network: ArrayNetwork
    """First one leaf per shared name, then the nodes of each system."""

    shared: tuple[str, ...]
    """The shared names: that of node i is ``shared[i]``."""

    starts: tuple[int, ...]
    """Node p of system s, by its position when compiled, is number ``starts[s] + p``."""


def side_by_side(systems: Sequence[Compiled], is_shared: Callable[[str], bool]) -> SideBySide:
    """Several compiled systems as one network.

    Args:
        systems: the systems.
        is_shared: whether nodes of this name are the same thing in every system.
    """
    numbers: dict[str, int] = {}
    shared = [[place for place, name in enumerate(system.ids) if is_shared(name)] for system in systems]
    leaves = [
        [numbers.setdefault(system.ids[place], len(numbers)) for place in places]
        for system, places in zip(systems, shared, strict=True)
    ]
    starts = np.cumsum([len(numbers), *(len(system.ids) for system in systems)])
    thresholds: list[Ints] = [np.ones(len(numbers), dtype=np.int64)]
    owners: list[Ints] = [starts[:0]]
    needs: list[Ints] = [starts[:0]]
    weights: list[Ints] = [starts[:0]]
    for start, system, places, losses in zip(starts.tolist(), systems, shared, leaves, strict=False):
        own = of_compiled(system)
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
    return SideBySide(network, tuple(numbers), tuple(starts[:-1].tolist()))
