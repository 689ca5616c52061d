"""What a policy file says about bonus-malus: the points of every measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from depmap.core.text import Text
from depmap.core.toml_table import Table

MOST = 1_000
"""More points for one measure are a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Points:
    """The table ``[bonus_malus]``."""

    weights: Mapping[str, int] = field(default_factory=dict)
    """Measure -> the points at stake."""

    is_example: bool = True
    """Whether the points are still those that depmap shows as an example."""


def points(table: Table, known: Points, measures: tuple[str, ...]) -> Points:
    """The points, with what the table changes.

    Raises:
        PolicyError: an unknown measure, or a number that cannot be one.
    """
    table.only(measures)
    weights = {name: _number(table, name) for name in measures if name in table.content}
    return Points({**known.weights, **weights}, known.is_example and not (known.weights and weights))


def _number(table: Table, key: str) -> int:
    value = table.content[key]
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise table.mistyped(key, _WHOLE)
    return value


_WHOLE = Text(f"een geheel getal van 0 tot en met {MOST}", f"a whole number from 0 to {MOST}")
