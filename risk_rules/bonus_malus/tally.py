"""How much of the weight answers yes, with what has no price."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from depmap.core.answers import Verdict
from risk_rules.bonus_malus.measures import Question
from risk_rules.bonus_malus.standing import Standing


@dataclass(slots=True)
class _Pile:
    """The parts with one answer."""

    count: int = 0
    """How many."""

    weight: Decimal = Decimal(0)
    """Their weight, as far as it is known."""

    free: int = 0
    """How many of them may weigh anything."""


@dataclass(slots=True)
class Tally:
    """The parts of one question, piled by their answer; one part can be put on and taken off."""

    piles: dict[Verdict, _Pile] = field(default_factory=lambda: {verdict: _Pile() for verdict in Verdict})
    """One per answer."""

    def copy(self) -> Tally:
        """The same, to be changed."""
        return Tally({verdict: _Pile(pile.count, pile.weight, pile.free) for verdict, pile in self.piles.items()})

    def add(self, part: Standing, question: Question, times: int = 1) -> None:
        """Puts a part on its pile, or with -1 takes it off; a part that the question does not count is none."""
        if not question.counts(part):
            return
        pile, weight = self.piles[question.asks(part)], question.weighs(part)
        pile.count += times
        pile.weight += times * (weight or 0)
        pile.free += times * (weight is None)

    def share(self) -> tuple[float, float]:
        """The least and the most of the weight that can answer yes; nothing when there is no part at all.

        >>> Tally().share()
        (0.0, 0.0)
        """
        yes, no, either = (self.piles[verdict] for verdict in (Verdict.YES, Verdict.NO, Verdict.CANNOT_DECIDE))
        if not yes.count + no.count + either.count:
            return 0.0, 0.0
        return round(_least(yes, (no, either)), 12), round(1.0 - _least(no, (yes, either)), 12)


def _least(pile: _Pile, others: tuple[_Pile, ...]) -> float:
    if not pile.count or not any(other.count for other in others):
        return 1.0 if pile.count else 0.0
    if not pile.weight or any(other.free for other in others):
        return 0.0
    return float(pile.weight / (pile.weight + sum(other.weight for other in others)))
