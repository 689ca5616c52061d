"""How much hangs on a node, exactly; and beside it the measures that readers know, with where they mislead."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.answers import Lines, SinglePoint, Verdict, Weeks
from depmap.core.graph import Layer
from depmap.core.text import Text


class Measure(enum.StrEnum):
    """A centrality, shown for comparison only."""

    BETWEENNESS = "betweenness"
    NEXUS = "nexus"

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _MEASURES[self]


_MEASURES = {
    Measure.BETWEENNESS: Text("betweenness", "betweenness"),
    Measure.NEXUS: Text("nexusachtige index", "nexus-style index"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """In how many minimal cut sets a node is."""

    counts: tuple[int, ...]
    """Of order 1, 2, ...: alone, with one other, ..."""

    of: tuple[int, ...]
    """How many sets of each order there are."""

    @property
    def order(self) -> int | None:
        """The fewest nodes that stop the system together with this one among them; None when no counted set does."""
        return next((order for order, count in enumerate(self.counts, 1) if count), None)

    @property
    def shares(self) -> tuple[float | None, ...]:
        """The part of the sets of each order that this node is in; None where there are none."""
        return tuple(count / total if total else None for count, total in zip(self.counts, self.of, strict=True))


@dataclass(frozen=True, slots=True)
class Ranked:
    """What a centrality says of a node, and where that puts it in its layer."""

    value: float
    """The measure itself."""

    place: int
    """Its place, from 1 for the highest; of equal values the best place."""

    last: int
    """The same, of equal values the worst place."""

    of: int
    """How many nodes of the layer have a value."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A centrality that says something else than what happens when the node is lost."""

    measure: Measure
    """Which centrality."""

    overlooked: bool
    """True: the node certainly stops the system alone and ranks low. False: it is not known to, and ranks high."""

    others: int
    """Overlooked: how many nodes that are no single point score as high or higher. Otherwise: how many certain single
    points score lower."""

    of: int
    """Of how many such nodes."""


@dataclass(frozen=True, slots=True)
class Importance:
    """What hangs on one node in one layer."""

    node: str
    """Its id."""

    layer: Layer
    """The layer."""

    stops: Verdict
    """Whether its loss alone stops the system; *no* and *yes* hold whatever the unknowns are."""

    point: SinglePoint | None
    """With what stops, when it is a single point, or one if a list is right; None when it is none."""

    certain: Held
    """In how many cut sets it is whatever the unknowns are."""

    possible: Held
    """The same if every unknown is what a list assumes."""

    lines: Lines
    """How many lines stop when it alone is lost: at least, and at most if the unknowns turn out badly."""

    weeks: Weeks
    """How long the system stands still when it alone is lost."""

    ranks: Mapping[Measure, Ranked]
    """For comparison only; without a measure that does not have the node or is left out."""

    disagreements: tuple[Disagreement, ...] = ()
    """Where a measure misleads about this node."""

    @property
    def is_certain(self) -> bool:
        """Whether it is a single point whatever the unknowns are."""
        return self.point is not None and self.point.certain


@dataclass(frozen=True, slots=True)
class Centralities:
    """What the measures say of the drawing of one network; see `depmap.network.importance.centralities`."""

    layers: tuple[Layer, ...]
    """The layers that are drawn; of nodes in another one nothing is said."""

    nodes: int
    """Nodes in the drawing."""

    lines: int
    """Lines in it."""

    values: Mapping[Measure, Mapping[str, float]]
    """Of every node of the drawing its betweenness, of every supplier its nexus-style index, by id; without a measure
    that is left out."""

    left_out: Text | None = None
    """Why something is empty."""
