"""How a problem becomes an issue; the problems themselves stand in `structure_problems` and `value_problems` beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

NAMED = 6
"""How many cells a message names before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One kind of problem."""

    code: str
    """Stable identifier of the issues that it makes."""

    severity: Severity
    """How much it weighs."""

    message: Text
    """The wording, with ``{names}`` to fill in."""

    hint: Text | None = None
    """What would be right, when that can be said."""

    def at(self, cell: CellRef | None, cells: Sequence[CellRef] = (), /, **values: object) -> Issue:
        """The issue at this cell, with the wording filled in; ``cells`` are all that it is about, for ``{cells}``."""
        message = self.message.format(cells=listed(cells), **values)
        return Issue(self.code, self.severity, message, cell, self.hint, tuple(each for each in cells if each != cell))


@dataclass(slots=True)
class Gathered:
    """Problems that many cells share, said once with all their cells instead of once per cell."""

    found: dict[tuple[str, str], tuple[Problem, dict[str, object], list[CellRef]]] = field(default_factory=dict)
    """By code and value: the problem, what else to fill in, and the cells."""

    def add(self, problem: Problem, value: str, cell: CellRef, **values: object) -> None:
        """One more cell with this value and this problem."""
        self.found.setdefault((problem.code, value), (problem, values, []))[2].append(cell)

    def issues(self) -> list[Issue]:
        """One issue per problem and value, at its first cell."""
        return [
            problem.at(cells[0], cells, value=value, count=len(cells), **values)
            for (_, value), (problem, values, cells) in self.found.items()
        ]


def listed(cells: Sequence[CellRef]) -> Text:
    """``Sheet1!D4, Sheet1!D9 and 3 more``."""
    shown = ", ".join(str(cell) for cell in cells[:NAMED])
    rest = len(cells) - NAMED
    return Text(f"{shown} en nog {rest}", f"{shown} and {rest} more") if rest > 0 else Text(shown, shown)
