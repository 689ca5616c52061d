"""A column that is to be mapped, and what it offers for a field; see `bom.columns.mapping`."""

from __future__ import annotations

from dataclasses import dataclass

from bom.columns.content import Profile
from depmap.core.text import Text

ENOUGH = 2.0
"""The lowest score at which a column is mapped."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column to be mapped."""

    title: str
    """Its header, as written; empty without one."""

    above: str
    """A heading that stands over it and others, when there is one."""

    cells: Profile
    """What its cells look like."""

    headed: bool = True
    """False when the whole table has no header, so that the cells are all there is."""

    pinned: str | None = None
    """The field that an analyst pins, numbered; empty when the column is to be left out; None without a pin."""


@dataclass(frozen=True, slots=True)
class Bid:
    """One column asking for one field."""

    score: float
    """How surely, from the title, the cells and the other columns."""

    index: int
    """Position of the column."""

    field: str
    """The field that it asks for, without a number."""

    title_score: float
    """How much of that its title says."""

    reason: Text
    """Why, in words for the user."""
