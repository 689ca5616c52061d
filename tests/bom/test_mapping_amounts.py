"""Quantities, prices, units and currencies: decided by arithmetic where titles do not say it."""

from __future__ import annotations

import pytest

from tests.bom.grids import column, columns, fields, read


def test_the_fuller_of_two_columns_is_the_one_that_counts() -> None:
    found = columns(
        "Component.Name | Component.Description | Quantity\n"
        "Tube, silicone, blue | | 5\n"
        "Mid-plane, main | Assembly of two | 1\n"
        "Label, heat shrink | | 1\n"
        "Tube, soft, clear | | 2"
    )
    assert [each.field for each in found] == ["description", None, "quantity"]
    assert found[1].reason.en == "another column is description already"


def test_decimal_commas_are_settled_by_the_table() -> None:
    reading = read(
        "Omschrijving | Aantal | Prijs p.st. (€)\nMotor | 4 | 18,95\nRegelaar | 4 | 1.250\nAccu | 1 | 1.250,00"
    )
    assert [str(price) for price in column(reading, "unit_price")] == ["18.95", "1250", "1250.00"]
    assert column(reading, "currency") == ["EUR", "EUR", "EUR"]


def test_an_ambiguous_price_is_asked_back() -> None:
    reading = read("Omschrijving | Aantal | Prijs\nRegelaar | 4 | 1.250")
    assert column(reading, "unit_price") == [None]
    assert [issue.code for issue in reading.issues] == ["DI030", "DI011"]


def test_a_unit_beside_the_number_is_the_unit_of_the_line() -> None:
    reading = read("Omschrijving | Aantal\nRiem | 1,8 m\nBout | 12")
    assert [str(value) for value in column(reading, "quantity")] == ["1.8", "12"]
    assert column(reading, "unit") == ["m", None]


def test_a_price_for_all_is_a_total() -> None:
    found = columns(
        "Item Name | Qty | Price (total) (USD)\nFlight computer board | 2 | 14\nParachute of nylon | 1 | 20"
    )
    assert found[2].field == "total_price"


def test_a_column_of_currencies_is_the_currency_whatever_its_title() -> None:
    text = "Qty | Part # | Price Each | Price Unit | Line Price\n2 | AB-12 | 8 | USD | 16\n1 | CD-3 | 4 | GBP | 4"
    assert fields(read(text).tables[0])["Price Unit"] == "currency"
    assert column(read(text), "currency") == ["USD", "GBP"]


def test_the_product_of_quantity_and_price_is_the_total() -> None:
    text = (
        "Part | Quantity | Price per Unit | Price | Total (USD)\nBolt M5 | 3 | 15 | 45 |\nPack 3S | 2 | 30 | 60 |\n"
        "Servo S1 | 1 | 8 | 8 |"
    )
    assert fields(read(text).tables[0]) == {
        "Part": "description",
        "Quantity": "quantity",
        "Price per Unit": "unit_price",
        "Price": "total_price",
    }


def test_a_second_price_that_is_no_product_stays_unmapped() -> None:
    text = "Name | Qty | Unit price | Price\nBolt | 3 | 15 | 20\nPack | 2 | 30 | 20\nServo | 1 | 8 | 9"
    assert "total_price" not in fields(read(text).tables[0]).values()


def test_a_unit_full_of_amounts_is_a_price() -> None:
    priced = columns(
        "Q | Part | Unit | Sum\n2 | Bearing | $19.95 | $39.90\n1 | Axle | $6.86 | $6.86\n1 | Tube | $9 | $9"
    )
    assert [each.field for each in priced] == ["quantity", "description", "unit_price", "total_price"]
    counted = columns("Qty | Part | Unit\n2 | Bearing | pcs\n1 | Axle | pcs\n3 | Tube | m")
    assert counted[2].field == "unit"


def test_the_cost_of_all_stands_left_of_the_price_of_one() -> None:
    text = "Name | Qty | Cost | Price\nBolt | 3 | 45 | 15\nPack | 2 | 60 | 30\nServo | 4 | 32 | 8"
    assert fields(read(text).tables[0]) == {
        "Name": "description",
        "Qty": "quantity",
        "Cost": "total_price",
        "Price": "unit_price",
    }


def test_a_measured_position_numbers_no_lines() -> None:
    placed = columns("Part | Value | Position (mil) | Qty\nC1 | 33pF | (207.9 624.8) | 1\nC2 | 47uF | (115 655.6) | 1")
    assert placed[2].field is None


@pytest.mark.parametrize("counts", [("X2", "X1", "X20"), ("2x", "1 x", "20x"), ("×2", "×1", "20×")])
def test_a_quantity_may_be_written_as_times(counts: tuple[str, str, str]) -> None:
    text = "Component | Quantity\n" + "\n".join(f"Part of kind {n} | {count}" for n, count in enumerate(counts))
    assert fields(read(text).tables[0])["Quantity"] == "quantity"
    assert column(read(text), "quantity") == [2, 1, 20]


def test_a_price_beside_a_price_per_pack_is_that_of_the_line() -> None:
    text = "Name | Qty | Price per pack | Price\nPin | 8 | 2,00 | 2,88\nBearing | 46 | 11,09 | 11,09\nBolt | 8 | 2 | 2"
    found = fields(read(text).tables[0])
    assert (found["Price per pack"], found["Price"]) == ("unit_price", "total_price")


def test_a_range_below_a_price_is_a_price_that_nobody_knows_well() -> None:
    ranges = columns("Item | Qty | Approx unit price\nSensor board | 2 | 8-12\nPitot tube | 1 | 160-220\nHose | 1 | 10")
    assert ranges[2].field == "unit_price"
    words = columns(
        "Item | Qty | Approx unit price\nSensor board | 2 | ask\nPitot tube | 1 | on request\nHose | 1 | cheap"
    )
    assert words[2].field != "unit_price"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Part | Vendor | Number | Price\nPlug | Acme | 1 | 2\nCap | Acme | 4 | 3", "quantity"),
        ("Number | Part | Vendor | Price\n1 | Plug | Acme | 2\n2 | Cap | Acme | 3", "line_id"),
        ("Part | Number | Qty | Price\nPlug | 1 | 4 | 2\nCap | 2 | 4 | 3", "line_id"),
    ],
)
def test_a_number_right_of_the_names_counts_where_nothing_else_does(text: str, field: str) -> None:
    found = {each.header: each.field for each in columns(text)}
    assert found["Number"] == field
