"""What changed between two analyses: became better, worse, known or unknown.

Everything that is compared is an interval of badness: a number whose ends are equal when the answer is known. A *no* to
the question whether a system can be built from a group of countries is 1, a *yes* 0, and *cannot decide* 0 to 1; a
standstill is its weeks. From the two intervals alone follows what the change is (see `direction`): only an interval
that moves as a whole became better or worse. One that grows became unknown, whatever its ends are, and one that shrinks
became known. So an answer that is no longer known never counts as better.
"""

from __future__ import annotations

import enum
from collections.abc import Collection
from dataclasses import dataclass

from depmap.core.text import Text

Bounds = tuple[float, float]
"""How bad it is at least and at most; infinity where there is no bound."""

GOOD, BAD, OPEN = (0.0, 0.0), (1.0, 1.0), (0.0, 1.0)
"""An answer that is good, bad, or not known."""


class Direction(enum.StrEnum):
    """What a change is, in the order in which changes are told."""

    WORSE = "worse"
    BETTER = "better"
    KNOWN = "known"
    UNKNOWN = "unknown"
    OTHER = "other"

    @property
    def text(self) -> Text:
        """The words that people see."""
        return _DIRECTIONS[self]


_DIRECTIONS = {
    Direction.WORSE: Text("Slechter geworden", "Became worse"),
    Direction.BETTER: Text("Beter geworden", "Became better"),
    Direction.KNOWN: Text("Bekend of beter bekend geworden", "Became known, or better known"),
    Direction.UNKNOWN: Text("Onbekend of minder bekend geworden", "Became unknown, or less known"),
    Direction.OTHER: Text("Anders, niet beter of slechter", "Different, neither better nor worse"),
}


class Matter(enum.StrEnum):
    """What a change is about, in the order in which changes of one direction are told."""

    GROUP = "group"
    CONTENT = "content"
    STANDSTILL = "standstill"
    SINGLE_POINT = "single_point"
    CUT_SETS = "cut_sets"
    CRITICAL = "critical_component"
    POINTS = "bonus_malus"
    FINDING = "finding"
    COUNT = "count"
    COMPONENT = "component"
    SUPPLIER = "supplier"

    @property
    def text(self) -> Text:
        """The words that people see."""
        return _MATTERS[self]


_MATTERS = {
    Matter.GROUP: Text("Te bouwen uit", "Can be built from"),
    Matter.CONTENT: Text("Waarde van buiten volgens", "Value from outside under"),
    Matter.STANDSTILL: Text("Stilstand bij", "Standstill under"),
    Matter.SINGLE_POINT: Text("Knelpunt", "Single point of failure"),
    Matter.CUT_SETS: Text("Uitvalcombinaties", "Cut sets"),
    Matter.CRITICAL: Text("Langste gemis", "Longest missing"),
    Matter.POINTS: Text("Bonus-malus", "Bonus-malus"),
    Matter.FINDING: Text("Bevinding", "Finding"),
    Matter.COUNT: Text("Niet bekend", "Not known"),
    Matter.COMPONENT: Text("Component", "Component"),
    Matter.SUPPLIER: Text("Leverancier", "Supplier"),
}


class Cause(enum.StrEnum):
    """Where a change can come from."""

    SYSTEM = "system"
    BASIS = "basis"
    EITHER = "either"

    @property
    def text(self) -> Text:
        """The words that people see."""
        return _CAUSES[self]


_CAUSES = {
    Cause.SYSTEM: Text("de stuklijst", "the bill of materials"),
    Cause.BASIS: Text("niet de stuklijst", "not the bill of materials"),
    Cause.EITHER: Text("oorzaak niet te zeggen", "cause cannot be told"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was."""

    direction: Direction
    """Better, worse, known, unknown or neither."""

    matter: Matter
    """What it is about."""

    system: str
    """Name of the system, as the newer analysis has it."""

    subject: str
    """Key of what changed: a node, a group, a loss, a rule and its subject."""

    name: Text
    """What people call it."""

    layer: str | None
    """The layer of dependence; None where that means nothing."""

    before: Text
    """What it was, in words."""

    after: Text
    """What it is, in words."""

    old: object
    """What it was, as a plain value; None when it was not there."""

    new: object
    """What it is, as a plain value; None when it is not there any more."""

    cause: Cause
    """Where it can come from."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two analyses."""

    file: str
    """Name of the file that was given."""

    date: str
    """ISO 8601 date of the analysis."""

    version: str
    """The version of depmap that made it."""

    policy: str
    """Name of its policy."""

    systems: tuple[str, ...]
    """Names of its systems, in its order."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed from an older analysis to a newer one."""

    old: Side
    """The older."""

    new: Side
    """The newer."""

    notes: tuple[Text, ...]
    """What must be known before the changes: what else differs between the two, most important first."""

    pairs: tuple[tuple[str, str], ...]
    """The systems that were set side by side, by their names in the older and in the newer analysis."""

    changes: tuple[Change, ...]
    """In the order of `Direction`, and in that of `Matter` within."""

    def of(self, system: str, direction: Direction) -> tuple[Change, ...]:
        """The changes of one direction in a system, by its name in the newer analysis."""
        return tuple(each for each in self.changes if each.system == system and each.direction is direction)

    def count(self, directions: Collection[Direction]) -> int:
        """How many changes have one of these directions."""
        return sum(each.direction in directions for each in self.changes)


def direction(before: Bounds, after: Bounds) -> Direction | None:
    """What it means that an interval of badness becomes another one; None when nothing changed.

    >>> direction(BAD, OPEN), direction(OPEN, BAD), direction(BAD, GOOD)
    (<Direction.UNKNOWN: 'unknown'>, <Direction.KNOWN: 'known'>, <Direction.BETTER: 'better'>)
    >>> direction((4, 8), (6, 9)), direction((4, 8), (4, 6)), direction((4, 8), (4, 8))
    (<Direction.WORSE: 'worse'>, <Direction.KNOWN: 'known'>, None)
    """
    if before == after:
        return None
    if after[0] <= before[0] and after[1] >= before[1]:
        return Direction.UNKNOWN
    if after[0] >= before[0] and after[1] <= before[1]:
        return Direction.KNOWN
    return Direction.WORSE if after[0] > before[0] else Direction.BETTER
