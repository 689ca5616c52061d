"""The bonus-malus statement of a system, as plain data: every line with its parts, and what would raise it most."""

from __future__ import annotations

from dataclasses import dataclass

from depmap.core.evidence import CellRef
from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class Measure:
    """What earns points, or costs them."""

    key: str
    """Its name in the policy file, under ``[bonus_malus]``."""

    title: Text
    """Its name for people."""

    is_bonus: bool
    """Whether yes earns points; otherwise it costs them."""

    by_value: bool
    """Whether components weigh by their cost; otherwise all parts but commodities weigh alike."""

    request: Text
    """What to ask for."""


@dataclass(frozen=True, slots=True)
class CountedPart:
    """One part that a line counts."""

    id: str
    """Id of its node."""

    label: str
    """Its name for people."""

    cells: tuple[CellRef, ...]
    """The cells of its lines."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a statement."""

    measure: Measure
    """What is measured."""

    weight: int
    """The points at stake, from the policy."""

    share: tuple[float, float]
    """The part of the weight that answers yes, from 0 to 1, at least and at most."""

    parts: tuple[CountedPart, ...]
    """The parts that answer yes, by id."""

    open: tuple[CountedPart, ...]
    """Those whose answer is open."""

    @property
    def points(self) -> tuple[float, float]:
        """At least and at most; negative for a malus."""
        low, high = (self.weight * end for end in self.share)
        return (low, high) if self.measure.is_bonus else (0.0 - high, 0.0 - low)


@dataclass(frozen=True, slots=True)
class Gain:
    """One fact that would raise the statement."""

    part: CountedPart
    """The part."""

    measure: Measure
    """What it would have to show."""

    points: float
    """What that adds to the low end."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The points of one system."""

    system: str
    """Its name."""

    entries: tuple[Entry, ...]
    """One per measure, bonuses first."""

    gains: tuple[Gain, ...]
    """The facts that would raise the low end most, the most first."""

    is_example: bool
    """Whether the weights are those that depmap shows as an example, because the policy has none of its own."""

    @property
    def points(self) -> tuple[float, float]:
        """The sum, at least and at most."""
        return sum(entry.points[0] for entry in self.entries), sum(entry.points[1] for entry in self.entries)
