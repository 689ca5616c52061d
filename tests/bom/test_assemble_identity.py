"""Which lines are one part: a number that is one identifies, the name of a kind never does alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.assembly.assemble import assemble
from depmap.core.model import Bom
from tests.bom.lines import parts


def quantities(bom: Bom) -> dict[str, str]:
    return {component.id: str(component.quantity) for component in bom.components}


def codes(bom: Bom) -> list[str]:
    return sorted(issue.code for issue in bom.issues)


@pytest.mark.parametrize("field", ["description", "value", "mpn", "footprint"])
def test_lines_with_the_name_of_a_kind_are_apart_when_anything_differs(field: str) -> None:
    bom = assemble(parts(f"part_number | {field} | quantity", "Screw | M2x12 | 12", "Nut | M2 | 1", "Screw | M3x4 | 6"))
    assert quantities(bom) == {"Nut": "1", "Screw (M2x12)": "12", "Screw (M3x4)": "6"}
    (issue,) = bom.issues
    assert (issue.code, str(issue.cell)) == ("DI329", "Sheet1!B4")
    assert "Sheet1!B2, Sheet1!B4" in issue.message.en
    assert "'M2x12'; 'M3x4'" in issue.message.nl


def test_lines_with_the_name_of_a_kind_are_one_part_when_nothing_differs() -> None:
    bom = assemble(
        parts("part_number | description | quantity", "Screw | M2 x12 | 2", "screw | m2x12 | 3", "Screw | | 4")
    )
    assert (quantities(bom), codes(bom)) == ({"Screw": "9"}, [])


def test_beside_parts_that_differ_a_line_that_says_nothing_is_a_part_of_its_own() -> None:
    bom = assemble(parts("part_number | description | quantity", "Screw | M2 | 2", "Screw | M3 | 3", "Screw | | 4"))
    assert quantities(bom) == {"Screw": "4", "Screw (M2)": "2", "Screw (M3)": "3"}


@pytest.mark.parametrize(
    ("columns", "rows", "components"),
    [
        ("description", ("bolt", "nut"), 1),
        ("mpn", ("Z1", "Q1"), 1),
        ("description | value", ("cap | 1u", "cap | 2u"), 1),
        ("description | value", ("cap 1u | 1u", "cap 2u | 2u"), 2),
        ("description | mpn", ("bolt | Z1", "nut | Q1"), 2),
        ("description | mpn", ("bolt | Z1", "nut | "), 1),
    ],
)
def test_an_identifier_stands_for_two_parts_only_when_two_things_differ(
    columns: str, rows: tuple[str, ...], components: int
) -> None:
    bom = assemble(parts(f"part_number | quantity | {columns}", *(f"A-1 | 1 | {row}" for row in rows)))
    assert len(bom.components) == components
    assert ("DI328" in codes(bom)) == (components > 1)


def test_the_name_of_a_kind_says_what_a_part_is() -> None:
    bom = assemble(parts("part_number | description", "Screw | M3x4", "LGT-LED | LED board"))
    assert {component.id: component.component_class for component in bom.components} == {
        "LGT-LED": None,
        "Screw": "fastener",
    }


def test_case_is_the_same_in_words_and_not_in_values() -> None:
    assert len(assemble(parts("part_number | value", "Shunt | 1M", "Shunt | 1m")).components) == 2
    assert len(assemble(parts("part_number | description", "Shunt | Ring", "Shunt | ring")).components) == 1


def test_lines_that_are_not_placed_or_only_add_a_source_contradict_nobody() -> None:
    columns = "line_id | part_number | description | mpn | manufacturer | quantity"
    rows = ("1 | A-1 | bolt | Z1 | Zorblatt | 2", "1 | A-1 | or this | Q1 | Quuxcorp | ", "2 | A-1 | x | y | | 1 | dnp")
    bom = assemble(parts(columns, *rows))
    assert (quantities(bom), codes(bom)) == ({"A-1": "2"}, ["DI321"])


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Screw", "A-1"]),
        st.sampled_from(["", "M2", "m2", "M3"]),
        st.sampled_from(["", "1k", "2k"]),
        st.sampled_from(["1", "2"]),
    ),
    max_size=6,
)


@given(ROWS)
def test_no_piece_is_lost_and_the_order_of_the_lines_is_no_matter(rows: list[tuple[str, str, str, str]]) -> None:
    columns = "part_number | description | value | quantity"
    bom = assemble(parts(columns, *(" | ".join(row) for row in rows)))
    assert sum(component.quantity or 0 for component in bom.components) == sum(int(row[3]) for row in rows)
    back = assemble(parts(columns, *(" | ".join(row) for row in reversed(rows))))
    assert quantities(bom) == quantities(back)
    for component in bom.components:
        if component.part_number == "Screw":
            said = {rows[cell.row - 2][2] for cell in component.cells} - {""}
            assert len(said) < 2
