"""Shares of a system: what rests on whom, how unevenly it is spread, and what comes from outside. All are intervals."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from depmap.core.graph import Kind
from depmap.core.text import Text


class Basis(enum.StrEnum):
    """What a share counts."""

    LINES = "lines"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the system rests on one country or supplier."""

    node: str
    """Id of the country or supplier."""

    kind: Kind
    """Country or supplier."""

    basis: Basis
    """Lines, or value where every price is in one currency."""

    low: float | None
    """Share from 0 to 1 when the unknowns lie elsewhere; None when nothing can be counted."""

    high: float | None
    """Share when all unknowns lie here."""

    coverage: float = 1.0
    """The part of the lines that this basis can count: for value, those with a price."""


@dataclass(frozen=True, slots=True)
class Herfindahl:
    """How unevenly one group of components is spread over countries or suppliers: the Herfindahl-Hirschman index."""

    kind: Kind
    """Country of manufacture or supplier."""

    basis: Basis
    """Lines, or value where every price is in one currency."""

    group: str | None
    """Group of component classes; None for the components whose class is not known."""

    low: float
    """From 0 (spread thin) to 1 (all with one), when everything unknown is spread thin."""

    high: float
    """The same when everything unknown is with the one that is largest already."""

    lines: int
    """Lines in the group that this basis counts."""


@dataclass(frozen=True, slots=True)
class CostOutside:
    """Which part of the cost of the components comes from outside a group of countries, as an interval."""

    low: float
    """From 0 to 1, when everything open comes from inside and what has no price weighs least."""

    high: float
    """The same when everything open comes from outside and what has no price weighs most."""

    outside: tuple[str, ...]
    """The components that certainly come from outside; those without a price first, then the dearest."""

    open: tuple[str, ...]
    """The components that may come from either side, in the same order."""

    unpriced: tuple[str, ...]
    """The components without a price."""


class Outcome(enum.StrEnum):
    """What a test against a limit comes to; an interval that holds the limit decides nothing."""

    PASS = "pass"  # noqa: S105 - no password, a verdict
    FAIL = "fail"
    CANNOT_DECIDE = "cannot decide"

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _OUTCOMES[self]


_OUTCOMES = {
    Outcome.PASS: Text("voldoet", "passes"),
    Outcome.FAIL: Text("voldoet niet", "fails"),
    Outcome.CANNOT_DECIDE: Text("niet te beslissen", "cannot decide"),
}


@dataclass(frozen=True, slots=True)
class ContentTest:
    """Whether enough of the cost of the components comes from the countries that a law counts."""

    id: str
    """The article, in outputs: ``SAFE-16(10)``."""

    rule: str
    """Id of the rule that makes a finding of it."""

    law: Text
    """The law by the name that people use."""

    article: Text
    """Where it says so."""

    group: str
    """Id of the group of countries that count."""

    group_name: Text
    """Its name for people."""

    limit: float
    """At most so much may come from outside, from 0 to 1."""

    share: CostOutside
    """What comes from outside."""

    @property
    def outcome(self) -> Outcome:
        """Passes or fails only when no unknown can change it."""
        if self.share.high <= self.limit:
            return Outcome.PASS
        return Outcome.FAIL if self.share.low > self.limit else Outcome.CANNOT_DECIDE

    @property
    def deciding(self) -> tuple[str, ...]:
        """The components that decide it, by id of the node: those from outside, or those that leave it open."""
        if self.outcome is Outcome.PASS:
            return ()
        if self.outcome is Outcome.FAIL:
            return self.share.outside
        return tuple(dict.fromkeys((*self.share.open, *self.share.unpriced)))
