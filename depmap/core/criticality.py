"""How critical a component is: whether and how long the system goes without it under four named losses.

The losses are asked of every component alike: its manufacturer falls away; its country of manufacture; whoever controls
the manufacturer (the parent, the country of the seat or of ownership); all countries outside a group. The order of the
list of critical components rests on these answers and on nothing else: no score, no grade.
"""

from __future__ import annotations

import enum
import functools
import math
from dataclasses import dataclass

from depmap.core.answers import Missing, Verdict, Weeks
from depmap.core.evidence import CellRef
from depmap.core.graph import Layer
from depmap.core.text import Text


class NamedLoss(enum.StrEnum):
    """What is taken away from a component, from the narrowest loss to the widest."""

    MANUFACTURER = "manufacturer"
    MANUFACTURE = "manufacture"
    CONTROL = "control"
    OUTSIDE = "outside"

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _LOSSES[self]


_LOSSES = {
    NamedLoss.MANUFACTURER: Text("de fabrikant", "the manufacturer"),
    NamedLoss.MANUFACTURE: Text("het land van productie", "the country of manufacture"),
    NamedLoss.CONTROL: Text(
        "de eigenaar, of het land van vestiging of eigendom", "the owner, or the country of the seat or of ownership"
    ),
    NamedLoss.OUTSIDE: Text(
        "alle landen buiten de EU, de EER en Oekraïne", "all countries outside the EU, the EEA and Ukraine"
    ),
}


class Band(enum.IntEnum):
    """The parts of the list of critical components, in their order."""

    CERTAIN = 1
    """It certainly falls away under a named loss, and is then certainly missing for some time."""

    OPEN = 2
    """Whether it falls away, or how long it is missing, hangs on something unknown."""

    COMMODITY = 3
    """The market has equals that a bill of materials does not list: told per class, not one by one."""

    SURVIVES = 4
    """A source is left under every named loss, or the stock lasts until there is another, whatever the unknowns are."""

    @property
    def key(self) -> str:
        """The word in files."""
        return self.name.lower()

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _BANDS[self]


_BANDS = {
    Band.CERTAIN: Text("zekere stilstand", "certain standstill"),
    Band.OPEN: Text("mogelijke stilstand", "possible standstill"),
    Band.COMMODITY: Text("handelsgoed", "commodity"),
    Band.SURVIVES: Text("houdt stand", "survives"),
}


@dataclass(frozen=True, slots=True)
class Threat:
    """What one named loss does to one component."""

    loss: NamedLoss
    """What is taken away."""

    stops: Verdict
    """Whether no source is left: *yes* and *no* hold whatever the unknowns are."""

    weeks: Weeks
    """How long the system goes without it: nothing when a source is left."""

    causes: tuple[str, ...]
    """The nodes of which each one alone certainly takes all its sources, sorted; none for `NamedLoss.OUTSIDE`."""

    assumed: tuple[str, ...] = ()
    """The nodes of which each one alone does when the unknowns are what lists assume, sorted; those of `causes` not
    repeated."""

    layers: tuple[Layer, ...] = ()
    """The layers of dependence of the question; of `NamedLoss.OUTSIDE` those in which it certainly stops already."""


@dataclass(frozen=True)
class Criticality:
    """How critical one component is."""

    component: str
    """Id of its node."""

    threats: tuple[Threat, ...]
    """One per named loss, in their order."""

    commodity: bool
    """Whether its class is one of which the market has equals."""

    open_counts: float = math.inf
    """Weeks that a length without a bound counts as in the order of the list; only there."""

    chain: tuple[str, ...] = ()
    """A shortest way from what takes it away most narrowly, through it, to the system; empty when nothing does."""

    cells: tuple[CellRef, ...] = ()
    """The cells on which that way rests."""

    unknown: tuple[str, ...] = ()
    """The unknown nodes on which it hangs whether it falls away; empty when no answer hangs on any."""

    missing: tuple[Missing, ...] = ()
    """What is not stated and leaves open how long; empty when it never falls away."""

    @functools.cached_property
    def stops(self) -> Verdict:
        """Whether some named loss takes it away."""
        found = {threat.stops for threat in self.threats}
        return next((each for each in _WORST_FIRST if each in found), Verdict.CANNOT_DECIDE)

    @functools.cached_property
    def weeks(self) -> Weeks:
        """How long the system goes without it under the worst named loss."""
        lows, highs = zip(*(_length(threat.weeks) for threat in self.threats), strict=True)
        return Weeks(max(lows), None if max(highs) == math.inf else max(highs))

    @functools.cached_property
    def band(self) -> Band:
        """The part of the list that it belongs to."""
        if self.commodity:
            return Band.COMMODITY
        if self.weeks.low > 0:
            return Band.CERTAIN
        return Band.SURVIVES if self.survives else Band.OPEN

    @functools.cached_property
    def survives(self) -> bool:
        """Whether the system never goes without it, whatever the unknowns are."""
        return self.weeks.high == 0

    @functools.cached_property
    def worst(self) -> tuple[Threat, ...]:
        """The threats under which it is missing longest: those that may last as long as any, certain ones first."""
        most = max(_length(threat.weeks) for threat in self.threats)
        found = [threat for threat in self.threats if most > (0.0, 0.0) and _length(threat.weeks) == most]
        return tuple(sorted(found, key=lambda threat: _WORST_FIRST.index(threat.stops)))

    @functools.cached_property
    def order(self) -> tuple[float, ...]:
        """The place in the list, least first: the part, the longest that is certain, the longest possible.

        Of the same length what has no bound comes first, then what certainly falls away, then what more of the named
        losses take away. Another source that shares nothing with those there are can only raise each of these numbers.
        """
        low, high = _length(self.weeks)
        reckoned = min(high, self.open_counts) if high == math.inf else high
        counts = [sum(threat.stops is verdict for threat in self.threats) for verdict in _WORST_FIRST[:2]]
        certainty = _WORST_FIRST.index(self.stops)
        return self.band, -low, -reckoned, high < math.inf, certainty, -counts[0], -counts[1]


def _length(weeks: Weeks) -> tuple[float, float]:
    return weeks.low, math.inf if weeks.high is None else weeks.high


_WORST_FIRST = (Verdict.YES, Verdict.CANNOT_DECIDE, Verdict.NO)
