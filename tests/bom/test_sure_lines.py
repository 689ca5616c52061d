"""Rows seen column by column are what they are when each is looked at by itself, whatever stands in them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from unittest import mock

from hypothesis import example, given
from hypothesis import strategies as st

from bom.grid import Grid
from bom.raw import RawFile, Rectangle, Sheet, Value
from bom.tables.lanes import filled_lanes, rows_with
from bom.tables.lines import Body, SortedRows, sort_rows
from bom.tables.lines_by_column import LinesByColumn, stated
from bom.tables.survey import Survey, survey_by_row
from bom.tables.understand import understand
from tests.bom.grids import read

WORDS: list[Value] = [
    *(
        "Total",
        "Totaal:",
        "subtotal",
        "TAX (10%)",
        "cost, total",
        "Total station",
        "Shipping",
        "Shipping box",
        "labour",
    ),
    *("Note: mind the gap", "notes", "Notebook", "*x", "---", "-- --", "--\n", "=", "-", "n/a", "DNP", "tbd", "x", " "),
    *(
        "R1",
        "R1, R2",
        "R1 to R4",
        "C1-C5",
        "not a place",
        "ends:",
        "M-1",
        "00123",
        "1.1",
        "12",
        "4 pcs",
        "10k",
        "€ 2,50",
    ),
    *("MOTORS", "Motor", "Frame and wings of the vehicle", "Qty", "Part number", "Price", "5", "Bosch", "Texas"),
    *(1, 2, 3, 0, 12.5, 120, True),
]
FIELDS: list[str | None] = [
    *("quantity", "designators", "line_id", "level", "part_number", "mpn", "description", "value", "manufacturer"),
    *("total_price", "unit_price", "mass", "stock", "category", "supplier_part_number", "mpn_2", None, None),
]
HEADER = ["Qty", "Part number", "Price", "5", "Motor", "---", ""]


@st.composite
def bodies(draw: st.DrawFn) -> Body:
    """Tables of which most rows are alike, as in a list of parts, and some are not."""
    width = draw(st.integers(1, 7))
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=width, max_size=width))
    usual = draw(st.lists(st.sampled_from(WORDS), min_size=width, max_size=width))
    cell = st.one_of(st.none(), st.sampled_from(WORDS))
    rows = draw(
        st.lists(
            st.one_of(st.just(usual), st.just(usual), st.lists(cell, max_size=width), st.just([])),
            max_size=12,
        )
    )
    return Body(draw(st.integers(0, 3)), Grid.of(rows), HEADER[:width], fields)


def one_by_one(body: Body) -> SortedRows:
    """The definition: every row is looked at."""

    def look(grid: Grid, fields: Sequence[str], _: Sequence[str]) -> Survey:
        return survey_by_row(list(grid), fields)

    with mock.patch("bom.tables.lines.survey", look):
        return sort_rows(body)


@given(bodies())
@example(Body(0, Grid.of([("--\n", "--\n")]), ["a", "b"], ["mpn", "description"]))
@example(Body(0, Grid.of([(4, 2.5), (3, 1)]), ["a", "b"], ["quantity", "unit_price"]))
@example(Body(0, Grid.of([("Qty", "Part number")]), ["Qty", "Part number"], ["quantity", "mpn"]))
def test_sure_rows_are_lines_by_the_definition(body: Body) -> None:
    assert sort_rows(body) == one_by_one(body)


def test_a_long_list_is_sorted_as_its_rows_are() -> None:
    """Many seeded tables of forty rows: longer than what a property can try, so that rows in their middle matter."""
    dice = random.Random(20261122)
    for _ in range(300):
        fields = dice.sample(FIELDS, 6)
        usual = dice.sample(WORDS, 6)
        rows = [[dice.choice([cell, cell, cell, None, dice.choice(WORDS)]) for cell in usual] for _ in range(40)]
        for row in dice.sample(rows, 4):
            row[:] = [None] * dice.randrange(3) + [dice.choice(WORDS)]
        body = Body(1, Grid.of(rows), HEADER[:6], fields)
        assert sort_rows(body) == one_by_one(body)


@given(bodies(), st.integers(1, 3))
def test_filled_cells_are_counted_with_and_without_tails(body: Body, least: int) -> None:
    rows = list(body.rows)
    tailed = Grid(body.rows.columns[:1], body.rows.height, {at: row[1:] for at, row in enumerate(rows) if row[1:]})
    assert rows_with(least, body.rows) == rows_with(least, tailed)
    assert len(filled_lanes(tailed)) == min(1, body.rows.width)


def test_tables_with_tails_are_read_like_others() -> None:
    head = ("Qty", "Part number", "Description", "Manufacturer", "Notes")
    rows: list[tuple[Value, ...]] = [head, *((at, f"M-{at}", "motor", "Bosch", f"n{at}") for at in range(1, 9))]
    rows[4] = ("Total", None, None, None, 9)
    plain = Grid.of(rows)
    tailed = Grid(plain.columns[:2], plain.height, {at: row[2:] for at, row in enumerate(rows) if row[2:]})
    first, second = (
        understand(RawFile("kite.xlsx", "0" * 64, "xlsx", (Sheet("S", grid),))) for grid in (plain, tailed)
    )
    assert first.tables == second.tables
    assert [line.row for line in first.tables[0].lines] == [2, 3, 4, 6, 7, 8, 9]


LIST = """
Item | Part number | Description | Qty | Price (EUR) | Manufacturer | Lead time
Wings
1 | M-1 | motor | 4 | 1,50 | Bosch | 3
2 | M-2 | propeller | 2 m | much | | 2 weeks
Tail | | | | | |
3 | M-3 | DNP | many | 2,25 | Bosch | 5
"""


def test_lines_are_made_as_their_cells_say() -> None:
    (table,) = read(LIST).tables
    assert isinstance(table.lines, LinesByColumn)
    first, second, third = table.lines
    assert first == table.lines[0] == table.lines[-3]
    assert table.lines[1:] == (second, third)
    assert dict(first.values) == {
        "line_id": "1",
        "part_number": "M-1",
        "description": "motor",
        "quantity": 4,
        "unit_price": Decimal("1.50"),
        "currency": "EUR",
        "manufacturer": "Bosch",
        "lead_time": None,
    }
    assert {key: str(cell) for key, cell in first.cells.items()}["currency"] == "Sheet1!E3"
    assert (second.values["unit"], str(second.cells["unit"]), second.unread) == (
        "m",
        "Sheet1!D4",
        {"unit_price": "much"},
    )
    assert (second.section, third.section, third.dnp, third.unread) == (
        "Wings",
        "Tail",
        True,
        {"quantity": "many", "lead_time": "5"},
    )
    assert "stock" not in first.cells
    assert first.cells == dict(first.cells)


def test_issues_stand_in_the_order_of_the_cells() -> None:
    cells = [str(issue.cell) for issue in read(LIST).issues]
    assert cells == ["Sheet1!G3", "Sheet1!E4", "Sheet1!D6", "Sheet1!G6"]


def test_one_field_of_all_lines_is_what_the_lines_say() -> None:
    (table,) = read(LIST).tables
    for key in ("part_number", "quantity", "unit", "currency", "stock"):
        assert stated(table, key) == [line.values.get(key) for line in table.lines]


def test_a_merged_maker_is_read_from_its_cell_in_every_row() -> None:
    rows = (("Qty", "MPN", "Manufacturer"), (1, "A-1", "Bosch"), (2, "A-2"), (3, "A-3", "Own"), (4, "A-4"))
    sheet = Sheet("S", rows, merges=(Rectangle(1, 2, 3, 2), Rectangle(4, 2, 9, 2)))
    (table,) = read(sheet).tables
    found = [(line.values["manufacturer"], str(line.cells["manufacturer"])) for line in table.lines]
    assert found == [("Bosch", "S!C2"), ("Bosch", "S!C2"), ("Own", "S!C4"), (None, "S!C5")]
