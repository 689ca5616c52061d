"""Bonus-malus: points for what a bill of materials shows of origin and security of supply, from evidence alone.

Definition. Each of `risk_rules.bonus_malus.measures` asks one question of every part; its answer is *yes*, *no*
or *open*. A measure over parts weighs every part that is no commodity alike; a measure over value weighs every
component by its cost. With a share *s* in [low, high] of the weight that answers yes, and *w* points in the policy, a
bonus gives [w low, w high] points and a malus takes them. The statement is the sum.

Claim. The interval holds every truth: an open answer may turn out either way, and what has no price may cost anything.
Its low end is what the evidence at hand is worth; no bidder gains by leaving something out, because leaving out can
only widen the interval downwards.

What would raise it most: for every part and every question that is not in its favour, the low end is computed again
as if that one fact were shown; the facts are listed by what they add. Complexity: parts times questions; what a fact
adds is worked out once for parts that stand alike. Facts that add the same, to a tenth of a point, are told of what
stands still longest first; how long what has no class stands still nobody knows, so what is known to matter goes first.

The points in the default policy are an example. No ministry has published any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from depmap.core.answers import Verdict
from depmap.core.bonus_malus import CountedPart, Entry, Gain, Measure, Statement
from risk_rules.bonus_malus.measures import QUESTIONS, Question
from risk_rules.bonus_malus.standing import Stand, Standing, standings
from risk_rules.bonus_malus.tally import Tally
from risk_rules.case import Facts
from risk_rules.policy import Policy

Line = tuple[Question, Entry, Tally]
"""A question with its line of the statement, and its parts piled by their answer."""

FACTS = 3
"""How many facts a statement names that would raise it most."""


def statement(facts: Facts, policy: Policy) -> Statement:
    """The statement of one system under a policy."""
    parts = standings(facts, policy)
    entries = tuple(_entry(each, policy.points.weights[each.measure.key], parts) for each in QUESTIONS)
    longest = {name: outage.standstill.high for name, outage in facts.outages.items()}

    def heaviest(gain: Gain) -> tuple[float, float, str, str]:
        weeks = longest.get(gain.part.id)
        return -round(gain.points, 1), -(weeks or 0.0), gain.part.id, gain.measure.key

    gains = sorted(_gains(entries, parts), key=heaviest)
    return Statement(facts.bom.system, entries, tuple(gains[:FACTS]), policy.points.is_example)


def _entry(question: Question, weight: int, parts: Sequence[Standing]) -> Entry:
    counted = sorted((part for part in parts if question.counts(part)), key=lambda part: part.part.id)
    return Entry(
        question.measure,
        weight,
        _tally(question, parts).share(),
        tuple(_counted(part) for part in counted if question.asks(part) is Verdict.YES),
        tuple(_counted(part) for part in counted if question.asks(part) is Verdict.CANNOT_DECIDE),
    )


def _counted(standing: Standing) -> CountedPart:
    return CountedPart(standing.part.id, standing.part.label, standing.part.cells)


def _tally(question: Question, parts: Iterable[Standing]) -> Tally:
    tally = Tally()
    for part in parts:
        tally.add(part, question)
    return tally


def _gains(entries: Sequence[Entry], parts: Sequence[Standing]) -> Iterator[Gain]:
    """For every part and question: what the low end gains when the part shows it; parts that stand alike gain alike."""
    lines = [(each, entry, _tally(each, parts)) for each, entry in zip(QUESTIONS, entries, strict=True)]
    known: dict[Stand, list[tuple[Measure, float]]] = {}
    for part in parts:
        if (stand := part.stand) not in known:
            known[stand] = _gains_of(part, lines)
        for measure, points in known[stand]:
            yield Gain(_counted(part), measure, points)


def _gains_of(part: Standing, lines: Sequence[Line]) -> list[tuple[Measure, float]]:
    """What it could show, and what that adds; nothing that adds nothing, and each way to stand once."""
    better = {shown.stand: (each.measure, shown) for each in reversed(QUESTIONS) for shown in (each.shown(part),)}
    gains = ((measure, sum(_gained(line, part, shown) for line in lines)) for measure, shown in better.values())
    return [(measure, points) for measure, points in gains if points > 0.005]


def _gained(line: Line, part: Standing, better: Standing) -> float:
    """What one line gains at its low end when a part stands better."""
    question, entry, tally = line
    if question.asks(part) is question.asks(better):
        return 0.0
    changed = tally.copy()
    changed.add(part, question, -1)
    changed.add(better, question)
    low, high = changed.share()
    return entry.weight * (low - entry.share[0] if entry.measure.is_bonus else entry.share[1] - high)
