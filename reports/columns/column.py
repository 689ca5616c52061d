"""What a column of the critical-component list is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from depmap.core.text import Language, Text
from reports.words.rows import ComponentRow

Value = str | int | float | None
"""What a cell holds; None is an empty cell, which the legend explains as "not stated"."""

Kind = Literal["text", "number", "weeks", "money", "entry"]
"""How a cell is shown; ``entry`` is left for the reader."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    key: str
    """Stable English name."""

    title: Text
    """Its heading."""

    width: int
    """In characters, for the workbook."""

    value: Callable[[ComponentRow, Language], Value]
    """What stands in it for one component."""

    meaning: Text
    """What it says, in one sentence, for the explanation in the workbook and the page."""

    kind: Kind = "text"
    """How it is shown."""

    detail: bool = False
    """Whether it stands among the details that the workbook folds away."""
