"""Cells in their order: the order of the cells themselves, each once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from depmap.core.evidence import CellRef, in_order

CELLS = st.builds(
    CellRef, st.sampled_from(["a.xlsx", "b.csv"]), st.sampled_from(["", "BOM"]), st.integers(1, 20), st.text(max_size=2)
)


@given(st.lists(CELLS))
def test_the_order_is_that_of_comparing_cells(cells: list[CellRef]) -> None:
    assert in_order(cells) == tuple(sorted(set(cells)))
