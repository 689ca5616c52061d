"""Linear programmes, solved by HiGHS: the one place that knows the solver.

Claim: `Programme.solve` minimises the cost over all x that keep every bound and every row, to within `TOLERANCE` in
each of them. So its caller scales: with amounts of about one the answer has about as many right digits.

Complexity: that of the dual simplex method, in practice a small multiple of the number of rows.

Running example. At most 3 of each of two things and at most 4 together, the second worth twice the first:

>>> programme = Programme()
>>> first, second = programme.column(-1.0, 3.0), programme.column(-2.0, 3.0)
>>> _ = programme.row({first: 1.0, second: 1.0}, high=4.0)
>>> solution = programme.solve()
>>> [solution.values[column] for column in (first, second)]
[1.0, 3.0]

Reference: Q. Huangfu and J. A. J. Hall, Parallelizing the dual revised simplex method, Mathematical Programming
Computation 10 (2018).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

TOLERANCE = 1e-10
"""By how much a bound or a row may be missed."""


@dataclass(frozen=True, slots=True)
class Solution:
    """A best solution."""

    values: tuple[float, ...]
    """Of every column."""

    prices: tuple[float, ...]
    """Of every row: what the cost rises with, per unit that the row is tightened; 0 where it does not bind."""


@dataclass(slots=True)
class Programme:
    """Minimise the summed cost of columns from 0 to their bounds, subject to rows."""

    _columns: list[tuple[float, float]] = field(default_factory=list)
    _rows: list[tuple[Mapping[int, float], float, float]] = field(default_factory=list)

    def column(self, cost: float = 0.0, high: float = math.inf) -> int:
        """One more unknown, from 0 to ``high``; its number."""
        self._columns.append((cost, high))
        return len(self._columns) - 1

    def row(self, terms: Mapping[int, float], low: float = -math.inf, high: float = math.inf) -> int:
        """One more demand on the sum of ``terms`` (column -> factor): from ``low`` to ``high``; its number."""
        self._rows.append((terms, low, high))
        return len(self._rows) - 1

    def solve(self) -> Solution | None:
        """A cheapest solution; None when nothing keeps all rows.

        Raises:
            ArithmeticError: the solver found neither, or there is no end to how cheap it gets.
        """
        import highspy

        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in _OPTIONS.items():
            solver.setOptionValue(option, value)
        for cost, high in self._columns:
            solver.addCol(cost, 0.0, high, 0, [], [])
        for terms, low, high in self._rows:
            solver.addRow(low, high, len(terms), list(terms), list(terms.values()))
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"linear programme: {solver.modelStatusToString(status)}")
        found = solver.getSolution()
        return Solution(tuple(map(float, found.col_value)), tuple(map(float, found.row_dual)))


_OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,
    "solver": "simplex",
    "primal_feasibility_tolerance": TOLERANCE,
    "dual_feasibility_tolerance": TOLERANCE,
    "small_matrix_value": 1e-12,
}
"""One thread and one method, so that the same programme always gives the same solution; no small factor is dropped."""
