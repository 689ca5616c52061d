"""Bonus-malus: points for what a bill of materials shows of origin and security of supply, from evidence alone.

Definition. Each measure of `risk_rules.bonus_malus.measures` asks one question of every part; its answer is *yes*, *no*
or *open*. A measure over parts weighs every part that is no commodity alike; a measure over value weighs every
component by its cost. With a share *s* in [low, high] of the weight that answers yes, and *w* points in the policy, a
bonus gives [w low, w high] points and a malus takes them. The statement is the sum.

Claim. The interval holds every truth: an open answer may turn out either way, and what has no price may cost anything.
Its low end is what the evidence at hand is worth; no bidder gains by leaving something out, because leaving out can
only widen the interval downwards.

What would raise it most: for every part and every question that is not in its favour, the low end is computed again
as if that one fact were shown; the facts are listed by what they add. Complexity: parts times questions.

The points in the default policy are an example. No ministry has published any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from depmap.core.answers import Verdict
from risk_rules.bonus_malus.measures import MEASURES, Measure
from risk_rules.bonus_malus.standing import Standing, standings
from risk_rules.bonus_malus.tally import Tally
from risk_rules.case import Facts
from risk_rules.looking import Part
from risk_rules.policy import Policy

FACTS = 3
"""How many facts a statement names that would raise it most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a statement."""

    measure: Measure
    """What is measured."""

    weight: int
    """The points at stake, from the policy."""

    share: tuple[float, float]
    """The part of the weight that answers yes, from 0 to 1, at least and at most."""

    parts: tuple[Part, ...]
    """The parts that answer yes, by id."""

    open: tuple[Part, ...]
    """Those whose answer is open."""

    @property
    def points(self) -> tuple[float, float]:
        """At least and at most; negative for a malus."""
        low, high = (self.weight * end for end in self.share)
        return (low, high) if self.measure.is_bonus else (0.0 - high, 0.0 - low)


@dataclass(frozen=True, slots=True)
class Gain:
    """One fact that would raise the statement."""

    part: Part
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

    @property
    def points(self) -> tuple[float, float]:
        """The sum, at least and at most."""
        return sum(entry.points[0] for entry in self.entries), sum(entry.points[1] for entry in self.entries)


def statement(facts: Facts, policy: Policy) -> Statement:
    """The statement of one system under a policy."""
    parts = standings(facts, policy)
    entries = tuple(_entry(measure, policy.points.weights[measure.key], parts) for measure in MEASURES)
    gains = sorted(_gains(entries, parts), key=lambda gain: (-gain.points, gain.part.id, gain.measure.key))
    return Statement(facts.bom.system, entries, tuple(gains[:FACTS]))


def _entry(measure: Measure, weight: int, parts: Sequence[Standing]) -> Entry:
    counted = sorted((part for part in parts if measure.counts(part)), key=lambda part: part.part.id)
    return Entry(
        measure,
        weight,
        _tally(measure, parts).share(),
        tuple(part.part for part in counted if measure.asks(part) is Verdict.YES),
        tuple(part.part for part in counted if measure.asks(part) is Verdict.CANNOT_DECIDE),
    )


def _tally(measure: Measure, parts: Iterable[Standing]) -> Tally:
    tally = Tally()
    for part in parts:
        tally.add(part, measure)
    return tally


def _gains(entries: Sequence[Entry], parts: Sequence[Standing]) -> Iterator[Gain]:
    """For every part and question: what the low end gains when the part shows it; nothing that gains nothing."""
    tallies = {entry.measure: _tally(entry.measure, parts) for entry in entries}
    low = {entry.measure: entry.points[0] for entry in entries}
    for part in parts:
        for better, shown in {measure.shown(part): measure for measure in reversed(MEASURES)}.items():
            if better == part:
                continue
            gain = 0.0
            for entry in entries:
                changed = tallies[entry.measure].copy()
                changed.add(part, entry.measure, -1)
                changed.add(better, entry.measure)
                gain += replace(entry, share=changed.share()).points[0] - low[entry.measure]
            if gain > 0.005:
                yield Gain(part.part, shown, gain)
