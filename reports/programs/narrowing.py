"""What leaves a standstill open, and which answers would narrow it: those that settle most first."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from depmap.core.answers import Missing, Outage, Standstill, Verdict
from depmap.core.judgement import SystemAnalysis
from depmap.core.once import once

What = Literal["lost", "class", "stock", "quantity", "systems per week"]
"""What can be asked of a component: whether it is lost at all, or one of `Missing`."""

_FOR_THE_VERDICT: tuple[What, ...] = ("lost", "class", "stock", "quantity", "systems per week")
_FOR_THE_WEEKS: tuple[What, ...] = ("class", "stock", "quantity", "systems per week", "lost")


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask of components."""

    what: What
    """What is not known of them."""

    components: tuple[str, ...]
    """Ids of their nodes, those that settle most first."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Where the two ends of a standstill come from."""

    low_by: tuple[str, ...]
    """The components that certainly stand still for the low end, sorted; none when that is 0."""

    unclassed: tuple[str, ...]
    """What may stop without a known recovery, so that the high end has no bound: certain ones first, then by id."""

    known: float | None
    """Weeks: the longest high end of the others; None when there are no others."""

    asks: tuple[Ask, ...]
    """What to ask, in this order: while it is open whether the system stops that first, else how long."""


def narrowing(times: Mapping[str, Outage], found: Standstill) -> Narrowing:
    """Why a standstill is as wide as it is.

    Args:
        times: how long each component is missing once it is lost, by id of its node.
        found: a standstill that rests on them.
    """
    names = (*found.certain, *found.possible)
    highs = {name: times[name].standstill.high if name in times else None for name in names}
    low = found.weeks.low
    return Narrowing(
        low_by=tuple(name for name in found.certain if low > 0 and name in times and times[name].standstill.low == low),
        unclassed=tuple(name for name in names if highs[name] is None),
        known=max((high for high in highs.values() if high is not None), default=None),
        asks=_asks(times, found, highs),
    )


def worst_first(each: Standstill, why: Narrowing) -> tuple[float, ...]:
    """The order of scenarios: what certainly stops first; of those what certainly lasts longest, then what may."""
    longest = math.inf if each.weeks.high is None else each.weeks.high
    return _ORDER.index(each.stops), -each.weeks.low, -(why.known or 0.0), -longest, -len(each.certain)


@once
def narrowed(system: SystemAnalysis) -> tuple[tuple[Standstill, Narrowing], ...]:
    """Every standstill of a system, in their order, and why it is as wide as it is."""
    return tuple((each, narrowing(system.outages, each)) for each in system.standstills)


def _asks(times: Mapping[str, Outage], found: Standstill, highs: Mapping[str, float | None]) -> tuple[Ask, ...]:
    """Of components that certainly stop a known long recovery says most; of the others one that has no bound.

    What can last no longer than what certainly stands still cannot move an end, and is not asked about.
    """
    certain = frozenset(found.certain)
    undecided = found.stops is Verdict.CANNOT_DECIDE
    moving = {name: high for name, high in highs.items() if high is None or high > found.weeks.low}

    def longest_first(name: str) -> tuple[bool, float, str]:
        high = highs[name]
        return name not in certain, 0.0 if high is None else -high, name

    def open_first(name: str) -> tuple[float, str]:
        high = highs[name]
        return -float("inf") if high is None else -high, name

    doubtful = (name for name in found.possible if undecided or name in moving)
    about: dict[What, tuple[str, ...]] = {"lost": tuple(sorted(doubtful, key=open_first))}
    for kind in Missing:
        lacking = (name for name in moving if kind in (times[name].missing if name in times else (Missing.CLASS,)))
        about[_WHAT[kind]] = tuple(sorted(lacking, key=longest_first))
    order = _FOR_THE_VERDICT if undecided else _FOR_THE_WEEKS
    return tuple(Ask(what, about[what]) for what in order if about[what])


_ORDER = (Verdict.YES, Verdict.CANNOT_DECIDE, Verdict.NO)
_WHAT: Mapping[Missing, What] = {
    Missing.CLASS: "class",
    Missing.STOCK: "stock",
    Missing.QUANTITY: "quantity",
    Missing.RATE: "systems per week",
}
