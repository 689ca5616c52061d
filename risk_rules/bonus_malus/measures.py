"""What earns and what costs points: one question each, and what would have to be shown to answer it well."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from depmap.core.answers import Verdict
from depmap.core.text import Text
from risk_rules.bonus_malus.standing import Standing

YES, NO = Verdict.YES, Verdict.NO


@dataclass(frozen=True, slots=True)
class Measure:
    """One question, asked of every part."""

    key: str
    """Its name in the policy file, under ``[bonus_malus]``."""

    title: Text
    """Its name for people."""

    is_bonus: bool
    """Whether yes earns points; otherwise it costs them."""

    by_value: bool
    """Whether components weigh by their cost; otherwise all parts but commodities weigh alike."""

    asks: Callable[[Standing], Verdict]
    """The question."""

    shown: Callable[[Standing], Standing]
    """The part, had its maker shown what speaks for it here; the same when nothing can be shown."""

    request: Text
    """What to ask for."""

    def counts(self, part: Standing) -> bool:
        """Whether the part is asked at all."""
        return part.valued if self.by_value else part.weighty

    def weighs(self, part: Standing) -> Decimal | None:
        """How much; None when it has no price."""
        return part.cost if self.by_value else Decimal(1)


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

MEASURES = (
    Measure(
        "origin_proven_value",
        Text("herkomst bewezen, naar waarde", "origin proven, by value"),
        True,
        True,
        lambda part: part.proven,
        _proven,
        _DOCUMENT,
    ),
    Measure(
        "origin_proven_parts",
        Text("herkomst bewezen, naar onderdelen", "origin proven, by parts"),
        True,
        False,
        lambda part: part.proven,
        _proven,
        _DOCUMENT,
    ),
    Measure(
        "second_source",
        Text("tweede, onafhankelijke bron", "second, independent source"),
        True,
        False,
        lambda part: part.second,
        _second,
        Text("een tweede fabrikant, onafhankelijk en bij een bondgenoot", "a second maker, independent and allied"),
    ),
    Measure(
        "stock",
        Text("voorraad tot een andere bron levert", "stock until another source delivers"),
        True,
        False,
        lambda part: part.stocked,
        _stocked,
        Text("voorraad voor de hersteltijd", "stock for the recovery time"),
    ),
    Measure(
        "origin_unknown",
        Text("herkomst onbekend, naar waarde", "origin unknown, by value"),
        False,
        True,
        lambda part: NO if part.known is YES else YES,
        _proven,
        _DOCUMENT,
    ),
    Measure(
        "concern",
        Text("alleen uit een zorgland", "only from a country of concern"),
        False,
        False,
        lambda part: part.concern,
        _cleared,
        Text("waar het gemaakt wordt en wie de eigenaar is", "where it is made and who owns the maker"),
    ),
    Measure(
        "sole_outside_alliance",
        Text(
            "enige bron, zeggenschap buiten het bondgenootschap", "single source, controlled from outside the alliance"
        ),
        False,
        False,
        lambda part: part.outside,
        _controlled,
        Text("wie de eigenaar van de fabrikant is", "who owns the maker"),
    ),
)
"""All of them, bonuses first."""
