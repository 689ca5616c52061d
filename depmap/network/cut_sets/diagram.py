"""The minimal cut sets of a node of a compiled network by way of a diagram: for many candidates, and of any order.

The failure of the node is written as gates over events (`depmap.network.cut_sets.failure`), what matters for no set of
that order is taken out (`depmap.network.cut_sets.relevance`), and the rest is solved
(`depmap.network.cut_sets.solution`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from depmap.network.cut_sets.counts import Counts
from depmap.network.cut_sets.failure import failure_of
from depmap.network.cut_sets.relevance import relevant
from depmap.network.cut_sets.solution import Solution
from depmap.network.kernel import Compiled


class Diagram:
    """The minimal cut sets, as positions in the compiled network."""

    def __init__(self, compiled: Compiled, top: int, candidates: Sequence[int], max_order: int) -> None:
        """Find them.

        Args:
            compiled: the network.
            top: position of the node that must not be lost.
            candidates: positions of the nodes that can fall away.
            max_order: the most nodes in a set, at least 1.

        Raises:
            InputError: there are too many partial sets.
        """
        failure, self._places = failure_of(compiled, top, candidates)
        self._solution = Solution(relevant(failure, max_order))

    @property
    def counts(self) -> Counts:
        """How many sets there are of each order."""
        return self._solution.counts

    def sets(self) -> Iterator[tuple[int, ...]]:
        """The sets as positions, lower orders first; the same in every run."""
        return (tuple(self._places[event] for event in each) for each in self._solution.sets())

    def holding(self) -> dict[int, Counts]:
        """Position -> how many sets of each order hold it."""
        return {self._places[event]: counts for event, counts in self._solution.holding().items()}
