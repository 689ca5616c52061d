"""Which lines are one part, how many one system needs, and what that costs."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.assembly.assemble import assemble
from bom.assembly.costs import currency_in
from bom.reading import Table
from depmap.core.model import Bom, Component
from tests.bom.lines import parts, reading, table


def by_id(bom: Bom) -> dict[str, Component]:
    return {component.id: component for component in bom.components}


def codes(bom: Bom) -> list[str]:
    return sorted(issue.code for issue in bom.issues)


def makers(component: Component) -> list[str | None]:
    return [source.manufacturer.value for source in component.sources]


# --- identity ------------------------------------------------------------------------------------------------------


def test_equal_part_numbers_are_one_component_with_all_lines_and_cells() -> None:
    columns = "part_number | description | quantity | designators"
    bom = assemble(parts(columns, "R-10K | resistor | 2 | R1 R2", "r-10k | resistor | 1 | R10"))
    (component,) = bom.components
    assert (component.id, component.lines) == ("R-10K", 2)
    assert component.quantity == 3
    assert component.designators == ("R1", "R2", "R10")
    assert [str(cell) for cell in component.cells] == ["Sheet1!A2", "Sheet1!A3"]
    assert bom.lines == 2


def test_makers_numbers_identify_only_together_with_the_maker() -> None:
    rows = ("Zorblatt | 100 | 1", "Zorblatt | 100 | 2", "Quuxcorp | 100 | 4", " | 100 | 8")
    bom = assemble(parts("manufacturer | mpn | quantity", *rows))
    assert {name: component.quantity for name, component in by_id(bom).items()} == {
        "100": 8,
        "100 (Quuxcorp)": 4,
        "100 (Zorblatt)": 3,
    }


def test_descriptions_never_identify() -> None:
    columns = "description | value | footprint | designators | quantity"
    rows = ("cap | 100n | 0402 | C1 | 1", "cap | 100n | 0402 | C2 | 1", "cap | 1u | 0603 | C3 | 1", "cap | | | | 1")
    assert sorted(by_id(assemble(parts(columns, *rows)))) == [
        "cap",
        "cap (100n, 0402, C1)",
        "cap (100n, 0402, C2)",
        "cap (1u, 0603, C3)",
    ]


def test_lines_that_nothing_tells_apart_are_numbered() -> None:
    assert sorted(by_id(assemble(parts("description | quantity", "cap | 1", "cap | 1")))) == ["cap", "cap #2"]


def test_one_number_with_two_descriptions_is_pointed_out() -> None:
    bom = assemble(parts("part_number | description", "a-1 | bolt", "a-1 | nut"))
    (issue,) = bom.issues
    assert (issue.code, str(issue.cell), len(bom.components)) == ("DI324", "Sheet1!B3", 1)


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "a", "b"]),
        st.sampled_from(["", "Zorblatt", "Quuxcorp", "Farnell"]),
        st.sampled_from(["bolt", "nut"]),
        st.sampled_from(["", "1", "2", "0"]),
        st.sampled_from(["", "Germany", "Japan"]),
    ),
    max_size=7,
)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_a_flat_list_changes_nothing_but_the_cells(
    rows: list[tuple[str, str, str, str, str]], random: Random
) -> None:
    columns = "part_number | manufacturer | description | quantity | country_of_origin"
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = (assemble(parts(columns, *(" | ".join(row) for row in order))) for order in (rows, shuffled))
    assert [without_cells(component) for component in one.components] == [
        without_cells(component) for component in other.components
    ]
    assert [supplier.name for supplier in one.suppliers] == [supplier.name for supplier in other.suppliers]
    assert codes(one) == codes(other)
    assert (one.lines, one.dnp_lines) == (other.lines, other.dnp_lines)


def without_cells(component: Component) -> tuple[object, ...]:
    ways = [
        (source.manufacturer.value, source.part_number, source.manufacture.value, source.distributors)
        for source in component.sources
    ]
    return component.id, component.description, component.quantity, component.lines, ways


@given(ROWS)
def test_no_line_is_lost(rows: list[tuple[str, str, str, str, str]]) -> None:
    columns = "part_number | manufacturer | description | quantity | country_of_origin"
    bom = assemble(parts(columns, *(" | ".join(row) for row in rows)))
    assert bom.lines == len(rows)
    cells = {cell.row for component in bom.components for cell in component.cells}
    assert len(cells) + bom.dnp_lines == len(rows)


# --- alternates ----------------------------------------------------------------------------------------------------


def test_a_repeated_part_of_another_maker_is_another_source_of_it() -> None:
    rows = ("a | Zorblatt | 4", "b | Zorblatt | 1", "a | Quuxcorp | 4")
    bom = assemble(parts("part_number | manufacturer | quantity", *rows))
    component = by_id(bom)["a"]
    assert component.quantity == 4
    assert (component.lines, makers(component)) == (1, ["Quuxcorp", "Zorblatt"])
    (issue,) = bom.issues
    assert (issue.code, str(issue.cell)) == ("DI321", "Sheet1!A4")


def test_alternates_with_other_quantities_need_the_largest() -> None:
    rows = ("a | Zorblatt | 2", "a | Quuxcorp | 5", "a | Zorblatt | 2")
    bom = assemble(parts("part_number | manufacturer | quantity", *rows))
    assert by_id(bom)["a"].quantity == 5
    assert codes(bom) == ["DI321", "DI322"]


def test_a_repeated_item_number_without_a_quantity_is_another_source() -> None:
    rows = ("1 | a | Zorblatt | 4", "1 | x | Quuxcorp | ", "2 | b | Zorblatt | 1")
    bom = assemble(parts("line_id | part_number | manufacturer | quantity", *rows))
    assert sorted(by_id(bom)) == ["a", "b"]
    assert makers(by_id(bom)["a"]) == ["Quuxcorp", "Zorblatt"]
    assert by_id(bom)["a"].quantity == 4
    assert codes(bom) == ["DI321"]


def test_a_line_with_nothing_but_a_maker_continues_the_line_above() -> None:
    rows = ("a | bolt | Zorblatt | Z1 | 4", " | | Quuxcorp | Q1 | ", " | | Farnell | F1 | ", "b | nut | | | 1")
    bom = assemble(parts("part_number | description | manufacturer | mpn | quantity", *rows))
    assert sorted(by_id(bom)) == ["a", "b"]
    assert makers(by_id(bom)["a"]) == ["Quuxcorp", "Zorblatt", None]


def test_a_list_of_nothing_but_makers_and_numbers_has_a_part_on_every_line() -> None:
    bom = assemble(parts("manufacturer | mpn", "Zorblatt | Z1", "Quuxcorp | Q1", "Quuxcorp | Q2"))
    assert sorted(by_id(bom)) == ["Q1", "Q2", "Z1"]


def test_equal_parts_with_designators_of_their_own_are_all_placed() -> None:
    rows = ("a | Zorblatt | 1 | C1", "a | Quuxcorp | 2 | C2 C3")
    bom = assemble(parts("part_number | manufacturer | quantity | designators", *rows))
    assert by_id(bom)["a"].quantity == 3
    assert codes(bom) == ["DI323"]


# --- quantities ----------------------------------------------------------------------------------------------------


def test_quantities_multiply_down_the_tree_and_add_up_over_it() -> None:
    rows = ("1|wing|2", "2|rib|10", "3|pin|4", "2|pin|3", "1|pin|5")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert by_id(bom)["pin"].quantity == 2 * 10 * 4 + 2 * 3 + 5
    assert by_id(bom)["pin"].lines == 3


def test_an_unknown_factor_makes_the_product_unknown() -> None:
    bom = assemble(parts("level | part_number | quantity | unit_price", "1|wing||", "2|pin|4|1", "1|bolt|2|1"))
    assert (by_id(bom)["pin"].quantity, by_id(bom)["pin"].cost) == (None, None)
    assert by_id(bom)["bolt"].cost == 2


def test_designators_stand_for_a_quantity_that_is_not_stated() -> None:
    bom = assemble(parts("part_number | designators | quantity", "a | C1 C2 C3 |"))
    assert by_id(bom)["a"].quantity == 3


def test_multipliers_multiply() -> None:
    bom = assemble(parts("part_number | quantity | multiplier", "a | 3 | 4"))
    assert by_id(bom)["a"].quantity == 12


def test_lines_not_to_be_placed_are_counted_and_need_nothing() -> None:
    bom = assemble(
        parts("part_number | manufacturer | quantity", "a | Zorblatt | 1 | dnp", "b | Quuxcorp | 0", "c | | 1")
    )
    assert sorted(by_id(bom)) == ["c"]
    assert (bom.lines, bom.dnp_lines, bom.suppliers) == (3, 2, ())
    assert codes(bom) == ["DI325"]


def test_lines_that_ask_for_none_are_said_once_marked_or_not() -> None:
    bom = assemble(parts("part_number | quantity", "a | 0", "b | 0 | dnp", "c | 1"))
    (issue,) = bom.issues
    assert (issue.code, bom.dnp_lines) == ("DI325", 2)
    assert "Sheet1!B2, Sheet1!B3" in issue.message.nl


def test_what_stands_below_an_assembly_that_is_not_placed_is_not_needed() -> None:
    rows = ("1 | wing | 1 | dnp", "2 | spar | 4", "1 | tail | 1", "2 | pin | 1")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert (sorted(by_id(bom)), [assembly.id for assembly in bom.assemblies]) == (["pin"], ["tail"])
    assert (bom.dnp_lines, codes(bom)) == (1, ["DI327"])


def test_a_negative_quantity_is_unknown() -> None:
    bom = assemble(parts("part_number | quantity", "a | -3"))
    assert (by_id(bom)["a"].quantity, codes(bom)) == (None, ["DI326"])


# --- costs, stock, lead time ---------------------------------------------------------------------------------------


def test_cost_is_price_times_number_over_all_uses() -> None:
    rows = ("1|wing|2|", "2|pin|4|0.25", "1|pin|2|0.30")
    bom = assemble(parts("level | part_number | quantity | unit_price", *rows))
    assert by_id(bom)["pin"].cost == Decimal("2.60")


def test_a_price_stated_once_holds_for_every_line_of_the_part() -> None:
    bom = assemble(parts("level | part_number | quantity | unit_price", "1|wing|2|", "2|pin|4|0.25", "1|pin|2|"))
    assert by_id(bom)["pin"].cost == Decimal("2.50")


def test_a_total_counts_where_it_can_mean_one_thing_only() -> None:
    columns = "level | part_number | quantity | total_price"
    bom = assemble(parts(columns, "1|wing|2|", "2|pin|4|8", "1|bolt|2|3"))
    assert by_id(bom)["pin"].cost is None
    assert by_id(bom)["bolt"].cost == 3


@pytest.mark.parametrize(
    ("tables", "currency"),
    [
        (table("part_number | quantity | unit_price=Prijs (EUR)", ["a | 1 | 2", "b | 1 | 2"]), "EUR"),
        (table("part_number | quantity | unit_price | currency", ["a | 1 | 2 | $", "b | 1 | 2 | usd"]), "USD"),
        (table("part_number | quantity | unit_price", ["a | 1 | 2", "b | 1 | 2"]), None),
        (table("part_number | quantity | unit_price | currency", ["a | 1 | 2 | R$", "b | 1 | 2 | R$"]), None),
    ],
)
def test_one_currency_or_none_at_all(tables: object, currency: str | None) -> None:
    bom = assemble(reading(tables))  # type: ignore[arg-type]
    assert bom.currency == currency
    assert [component.cost for component in bom.components] == [2, 2]


def test_the_title_of_the_file_gives_the_currency() -> None:
    assert assemble(reading(table("part_number | unit_price", ["a | 1"]), currency="EUR")).currency == "EUR"


@pytest.mark.parametrize(
    "tables",
    [
        [table("part_number | quantity | unit_price | currency", ["a | 1 | 2 | EUR", "b | 1 | 2 | USD"])],
        [table("part_number | quantity | total_price | currency", ["a | 1 | 2 | £", "b | 1 | 2 | $"])],
        [table("part_number | quantity | unit_price | currency", ["a | 1 | 2 | A$", "b | 1 | 2 | $"])],
        [table("part_number | unit_price=Price (USD) | currency", ["a | 2 | ", "b | 2 | GBP"])],
        [table("part_number | unit_price=EUR | total_price=USD", ["a | 2 | ", "b | | 2"])],
        [
            table("part_number | unit_price=Price USD", ["a | 2"]),
            table("part_number | unit_price=Price GBP", ["b | 2"], first=9),
        ],
    ],
)
def test_mixed_currencies_are_not_added_up(tables: list[Table]) -> None:
    bom = assemble(reading(*tables))
    assert (bom.currency, codes(bom)) == (None, ["DI361"])
    assert [component.cost for component in bom.components] == [None, None]


def test_a_price_without_a_currency_does_not_count_beside_one_with() -> None:
    bom = assemble(parts("part_number | quantity | unit_price | currency", "a | 1 | 2 | EUR", "b | 1 | 2 |"))
    assert (bom.currency, codes(bom)) == ("EUR", ["DI362"])
    assert [component.cost for component in bom.components] == [2, None]


def test_prices_of_assemblies_are_said_not_to_count() -> None:
    bom = assemble(parts("level | part_number | quantity | unit_price", "1|wing|1|90", "2|pin|4|1", "1|bolt|1|1"))
    assert by_id(bom)["pin"].cost == 4
    assert codes(bom) == ["DI364"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("€ 1.20", "EUR"),
        ("US$", "USD"),
        ("prijs in euro", "EUR"),
        ("CHF/EUR", None),
        ("C$", "CAD"),
        ("R$", None),
        ("unit price", None),
        ("", None),
    ],
)
def test_currencies_in_titles(text: str, code: str | None) -> None:
    assert currency_in(text) == code


def test_stock_and_lead_time_of_several_lines_are_the_worst_of_them() -> None:
    rows = ("a | 1 | 40 | 6", "a | 1 | 25 | 9", "a | 1 | | ")
    bom = assemble(parts("part_number | quantity | stock | lead_time", *rows))
    assert by_id(bom)["a"].stock == 25
    assert by_id(bom)["a"].lead_time_weeks == 9
    assert codes(bom) == ["DI363"]


def test_one_number_with_two_values_is_pointed_out() -> None:
    bom = assemble(parts("part_number | value | footprint", "R-7 | 10k | 0402", "R-7 | 22k | 0402"))
    (issue,) = bom.issues
    assert (issue.code, str(issue.cell)) == ("DI324", "Sheet1!B3")
    assert "waarde" in issue.message.nl
