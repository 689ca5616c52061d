"""Data envelopment with one input: how good each unit can be made to look beside all others.

Definition. Unit i has an input F(i) > 0 and outputs y(i) >= 0. Its efficiency is

    max  u.y(p) + m   subject to   u.y(i) + m <= F(i) / F(p) for all i,   u >= 0, m free,

the input-oriented model with variable returns to scale. By duality it is the least F, as a part of F(p), of a mixture
of units that has at least the outputs of p.

Claim. Multiply by F(p): the region is the same for every unit, only the objective differs. In it only units matter that
no other one dominates (outputs at least as large with an input no larger), since u >= 0 makes their rows the tighter
ones. The origin is in the region because F > 0, so the simplex method starts there and, for the next unit, where it
stopped. By Bland's rule it ends. Measures are scaled to at most 1, which changes no efficiency.

Complexity: per unit a few pivots, each over (units that nobody dominates)^2 numbers; those are few where measures go
together. `depmap.network.response.linear` solves such programmes too, but loading a solver takes longer than this.

>>> [round(each, 3) for each in efficiencies([1.0, 2.0, 2.0], [(1.0,), (3.0,), (2.0,)])]
[1.0, 1.0, 0.75]

Reference: R. D. Banker, A. Charnes and W. W. Cooper, Some models for estimating technical and scale inefficiencies in
data envelopment analysis, Management Science 30 (1984), and R. G. Bland, New finite pivoting rules for the simplex
method, Mathematics of Operations Research 2 (1977) (both from general knowledge).
"""

from __future__ import annotations

from collections.abc import Sequence

TOLERANCE = 1e-9
"""What counts as zero among numbers of at most about 1."""


DIGITS = 9
"""Decimals that mean something."""


def efficiencies(inputs: Sequence[float], outputs: Sequence[Sequence[float]]) -> list[float]:
    """The efficiency of every unit, from 0 to 1.

    Args:
        inputs: one number above 0 per unit.
        outputs: as many numbers from 0 per unit, the same for all.
    """
    width = len(outputs[0]) if outputs else 0
    largest = [max(each[place] for each in outputs) or 1.0 for place in range(width)]
    units = [[value / most for value, most in zip(each, largest, strict=True)] for each in outputs]
    most = max(inputs, default=1.0)
    costs = [each / most for each in inputs]
    region = _Region(*_undominated(costs, units))
    return [min(1.0, round(region.highest(unit) / cost, DIGITS)) for unit, cost in zip(units, costs, strict=True)]


def _undominated(costs: list[float], units: list[list[float]]) -> tuple[list[float], list[list[float]]]:
    """The units that no other one beats; of equal ones the first."""
    kept: list[int] = []
    for place in sorted(range(len(units)), key=lambda each: (costs[each], [-value for value in units[each]])):
        if not any(all(a >= b for a, b in zip(units[other], units[place], strict=True)) for other in kept):
            kept.append(place)
    return [costs[place] for place in kept], [units[place] for place in kept]


class _Region:
    """All (u, m) that flatter no unit beyond its input, as a simplex tableau that remembers where it is."""

    def __init__(self, costs: Sequence[float], units: Sequence[Sequence[float]]) -> None:
        """A row per unit: its outputs, m as the difference of two columns, its own slack, its input."""
        count = len(units)
        self._rows = [
            [*unit, 1.0, -1.0, *(float(place == row) for place in range(count)), cost]
            for row, (unit, cost) in enumerate(zip(units, costs, strict=True))
        ]
        first = len(units[0]) + 2 if units else 0
        self._basis = [first + row for row in range(count)]

    def highest(self, unit: Sequence[float]) -> float:
        """The highest value of this unit in the region."""
        gains = [*unit, 1.0, -1.0, *(0.0 for _ in self._rows)]
        while (column := self._entering(gains)) is not None:
            self._pivot(column)
        return sum(gains[column] * row[-1] for column, row in zip(self._basis, self._rows, strict=True))

    def _entering(self, gains: Sequence[float]) -> int | None:
        """The first column that would raise the value."""
        inside = [(gains[column], row) for column, row in zip(self._basis, self._rows, strict=True) if gains[column]]
        for column, gain in enumerate(gains):
            if gain - sum(own * row[column] for own, row in inside) > TOLERANCE:
                return column
        return None

    def _pivot(self, column: int) -> None:
        """Bring a column in, and out the one that is 0 first; of several the first column."""
        limits = [
            (row[-1] / row[column], self._basis[place], place)
            for place, row in enumerate(self._rows)
            if row[column] > TOLERANCE
        ]
        least = min(limit for limit, _, _ in limits)
        _, leaving = min((own, place) for limit, own, place in limits if limit <= least + TOLERANCE)
        pivot = [value / self._rows[leaving][column] for value in self._rows[leaving]]
        for place, row in enumerate(self._rows):
            if place != leaving and (factor := row[column]):
                self._rows[place] = [value - factor * own for value, own in zip(row, pivot, strict=True)]
        self._rows[leaving], self._basis[leaving] = pivot, column
