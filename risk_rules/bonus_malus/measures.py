"""What earns and what costs points: one question each, and what would have to be shown to answer it well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from depmap.core.answers import Verdict
from depmap.core.bonus_malus import Measure
from depmap.core.text import Text
from risk_rules.bonus_malus.standing import Standing

YES, NO = Verdict.YES, Verdict.NO


@dataclass(frozen=True, slots=True)
class Question:
    """A measure as a question, asked of every part."""

    measure: Measure
    """What is measured."""

    asks: Callable[[Standing], Verdict]
    """The question."""

    shown: Callable[[Standing], Standing]
    """The part, had its maker shown what speaks for it here; the same when nothing can be shown."""

    def counts(self, part: Standing) -> bool:
        """Whether the part is asked at all."""
        return part.valued if self.measure.by_value else part.weighty

    def weighs(self, part: Standing) -> Decimal | None:
        """How much; None when it has no price."""
        return part.cost if self.measure.by_value else Decimal(1)


def _proven(part: Standing) -> Standing:
    """A document on every source: its origin is known then. Nothing is assumed of which country it names."""
    return replace(part, proven=YES, known=YES)


def _second(part: Standing) -> Standing:
    """Another maker, independent and in the alliance."""
    return replace(part, second=YES, concern=NO, outside=NO)


def _stocked(part: Standing) -> Standing:
    return replace(part, stocked=YES)


def _cleared(part: Standing) -> Standing:
    """What is open turns out well; what is known stays."""
    return replace(part, concern=NO) if part.concern is Verdict.CANNOT_DECIDE else part


def _controlled(part: Standing) -> Standing:
    return replace(part, outside=NO) if part.outside is Verdict.CANNOT_DECIDE else part


_DOCUMENT = Text("bewijs van herkomst, met datum", "evidence of origin, with its date")

QUESTIONS = (
    Question(
        Measure(
            "origin_proven_value",
            Text("herkomst bewezen, naar waarde", "origin proven, by value"),
            is_bonus=True,
            by_value=True,
            request=_DOCUMENT,
        ),
        lambda part: part.proven,
        _proven,
    ),
    Question(
        Measure(
            "origin_proven_parts",
            Text("herkomst bewezen, naar onderdelen", "origin proven, by parts"),
            is_bonus=True,
            by_value=False,
            request=_DOCUMENT,
        ),
        lambda part: part.proven,
        _proven,
    ),
    Question(
        Measure(
            "second_source",
            Text("tweede, onafhankelijke bron", "second, independent source"),
            is_bonus=True,
            by_value=False,
            request=Text(
                "een tweede fabrikant, onafhankelijk en bij een bondgenoot", "a second maker, independent and allied"
            ),
        ),
        lambda part: part.second,
        _second,
    ),
    Question(
        Measure(
            "stock",
            Text("voorraad tot een andere bron levert", "stock until another source delivers"),
            is_bonus=True,
            by_value=False,
            request=Text("voorraad voor de hersteltijd", "stock for the recovery time"),
        ),
        lambda part: part.stocked,
        _stocked,
    ),
    Question(
        Measure(
            "origin_unknown",
            Text("herkomst onbekend, naar waarde", "origin unknown, by value"),
            is_bonus=False,
            by_value=True,
            request=_DOCUMENT,
        ),
        lambda part: NO if part.known is YES else YES,
        _proven,
    ),
    Question(
        Measure(
            "concern",
            Text("alleen uit een zorgland", "only from a country of concern"),
            is_bonus=False,
            by_value=False,
            request=Text("waar het gemaakt wordt en wie de eigenaar is", "where it is made and who owns the maker"),
        ),
        lambda part: part.concern,
        _cleared,
    ),
    Question(
        Measure(
            "sole_outside_alliance",
            Text(
                "enige bron, zeggenschap buiten het bondgenootschap",
                "single source, controlled from outside the alliance",
            ),
            is_bonus=False,
            by_value=False,
            request=Text("wie de eigenaar van de fabrikant is", "who owns the maker"),
        ),
        lambda part: part.outside,
        _controlled,
    ),
)
"""All of them, bonuses first."""
