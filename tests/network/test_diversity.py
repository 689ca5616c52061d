"""The index of unevenness: its ends, its bounds, and that it is never pooled over groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depmap.core.graph import Kind
from depmap.core.shares import Basis
from depmap.core.sketch import FIELDS, sketch
from depmap.network.diversity import herfindahl


def index(parts: dict[str, object], kind: Kind = Kind.SUPPLIER) -> tuple[float, float]:
    (found,) = [each for each in herfindahl(sketch("kite", parts), {}) if each.kind is kind and each.basis == "lines"]
    return found.low, found.high


def test_one_supplier_has_everything() -> None:
    assert index({"a": ["Acme@DE"], "b": ["Acme@DE"]}) == (1.0, 1.0)


def test_n_equal_suppliers() -> None:
    parts: dict[str, object] = {str(number): [f"Maker {number}@DE"] for number in range(8)}
    assert index(parts) == pytest.approx((1 / 8, 1 / 8))


def test_everything_unknown_says_nothing() -> None:
    assert index({"a": [""], "b": [""]}) == (0.0, 1.0)


def test_groups_are_kept_apart() -> None:
    parts = {"a": ["Acme@DE"], "b": ["Volt@CN"], FIELDS: {"a": {"component_class": "screw"}}}
    found = herfindahl(sketch("kite", parts), {"screw": "structure"})
    by_lines = [(each.group, each.low) for each in found if each.kind is Kind.SUPPLIER and each.basis is Basis.LINES]
    assert by_lines == [("structure", 1.0), (None, 1.0)]


@given(st.lists(st.sampled_from(["", "A@DE", "B@CN", "C@NL"]), min_size=1, max_size=8), st.data())
def test_whatever_the_unknown_turns_out_to_be_lies_between(sources: list[str], data: st.DataObject) -> None:
    low, high = index({str(place): [source] for place, source in enumerate(sources)})
    told = [source or data.draw(st.sampled_from(["A@DE", "B@CN", "C@NL", "D@FR"])) for source in sources]
    truth, same = index({str(place): [source] for place, source in enumerate(told)})
    assert truth == same
    assert low - 1e-6 <= truth <= high + 1e-6
