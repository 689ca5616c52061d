"""Quantities, prices, units and currencies: decided by arithmetic where titles do not say it."""

from __future__ import annotations

import pytest

from bom.columns.candidates import SYNONYM
from bom.columns.headers import match
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


@pytest.mark.parametrize("title", ["Units", "Einheiten", "Eenheden", "Unités"])
def test_units_are_words_or_numbers(title: str) -> None:
    words = columns(f"Part | Amount | {title}\nStrip | 20 | m\nTies | 2 | packets\nPlate | 30 | mm\nBox | 1 |")
    assert [each.field for each in words] == ["description", "quantity", "unit"]
    numbers = columns(f"Part | {title} | Price\nStrip | 20 | 3.50\nTies | 2 | 1.20\nPlate | 30 | 4.00")
    assert [each.field for each in numbers] == ["description", "quantity", "unit_price"]


def test_what_a_pack_holds_is_no_quantity() -> None:
    text = "What | How many per button | How many per package | Where from | Product number\n"
    rows = "Insert M3 | 6 | 100 | RS Components | 204-0616\nScrew M3 | 3 | 100 | RS Components | 560-596\n"
    reading = read(text + rows + "Spring of steel | 3 | 75 | Alcomex | D1500")
    assert fields(reading.tables[0]) == {
        "What": "description",
        "How many per button": "quantity",
        "Where from": "supplier",
        "Product number": "supplier_part_number",
    }
    assert column(reading, "quantity") == [6, 3, 3]
    assert not reading.questions


def test_of_two_prices_the_one_that_makes_the_total_is_that_of_a_piece() -> None:
    header = "Component | Quantity | Price in INR | Price in $ | Total cost in $\n"
    rows = (
        "Motor left | 4 | 1999 | 20.87 | 83.48\nReceiver | 1 | 1669 | 17.43 | 17.43\nPropeller | 4 | 375 | 3.92 | 15.68"
    )
    found = read(header + rows)
    assert fields(found.tables[0])["Price in $"] == "unit_price"
    assert "Price in INR" not in fields(found.tables[0])
    assert not found.questions
    other = read(header + rows.replace("83.48", "90").replace("15.68", "11"))
    assert fields(other.tables[0])["Price in INR"] == "unit_price", "nothing proves it"


def test_a_bare_price_right_of_a_unit_price_is_that_of_the_line() -> None:
    header = "Część | Sklep | Szt. | Cena jedn. | Cena\n"
    text = header + "Kwarc | tme | a lot | 2,77 | 5,54\nRama | tme | some | 1,00 | 3,00\nŚruba | tme | a/r | 2 | 6"
    assert fields(read(text).tables[0])["Cena"] == "total_price"
    plain = "Part | Shop | Price | Cost\nCrystal | TME | 2,77 | 5,54\nFrame | TME | 1,00 | 3,00"
    assert "total_price" not in fields(read(plain).tables[0]).values(), "neither says that it is for a piece"


COUNTED = "|{title}|Name|Part number\n|4|Guide shaft|P-100\n|1|Shaft end|P-210\n|4|Bearing block|P-300\n|1|Mold|P-400"


def test_whole_numbers_without_a_title_before_the_names_count() -> None:
    found = columns(COUNTED.format(title=""))
    assert {each.column: each.field for each in found if each.field} == {
        "B": "quantity",
        "C": "description",
        "D": "part_number",
    }


@pytest.mark.parametrize(
    "text",
    [
        COUNTED.format(title="").replace("|1|", "|7|", 1).replace("|4|Be", "|9|Be"),
        COUNTED.format(title="").replace("|1|", "|1.5|"),
        COUNTED.format(title="Weird"),
        COUNTED.format(title="").replace("Part number", "Qty").replace("P-", ""),
        "Name||Part number\nGuide shaft|4|P-100\nShaft end|1|P-210\nBearing block|4|P-300\nMold|1|P-400",
    ],
    ids=["numbers the lines", "no whole numbers", "has a title", "another column counts", "stands behind the names"],
)
def test_other_numbers_beside_the_names_count_nothing(text: str) -> None:
    found = {each.column: each.field for each in columns(text)}
    assert found["B"] != "quantity"


@pytest.mark.parametrize(("one", "two"), [("Aantal klein", "Aantal groot"), ("Qty S", "Qty L"), ("Menge A", "Menge B")])
def test_quantities_of_two_variants_are_asked_back_and_never_added(one: str, two: str) -> None:
    rows = "Motor links | 1 | 2 | Conrad\nWiel achter | 4 | 6 | Conrad\nAccu 6S | 1 | 1 | Conrad"
    reading = read(f"Omschrijving | {one} | {two} | Leverancier\n{rows}")
    assert fields(reading.tables[0])[one] == "quantity"
    (question,) = reading.questions
    assert one in question.text.en
    assert two in question.text.en


def test_what_is_left_is_no_quantity_of_a_variant() -> None:
    assert "Qty left" not in fields(read("Part | Qty | Qty left\nMotor | 1 | 7\nWheel | 4 | 8\nBelt | 2 | 9").tables[0])


@pytest.mark.parametrize("title", ["amount per robot", "Qty/system", "Aantal per voertuig", "Units per kit"])
def test_what_one_product_needs_is_a_quantity(title: str) -> None:
    found = columns(f"Description | Link | {title} | Qty\nMotor | x | 4 | 40\nArm | y | 2 | 20\nBolt | z | 9 | 90")
    assert [each.field for each in found][2:] == ["quantity", None]


@pytest.mark.parametrize(
    "title", ["amount per month", "Cost per robot", "Qty/remarks", "Qty per pack", "Weight/system"]
)
def test_what_a_month_or_a_pack_holds_is_none(title: str) -> None:
    assert all(found.field != "quantity" or found.score < SYNONYM for found in match(title))


UNTITLED = " | Digi-Key Part # | Manufacturer Part Number | Description\n"


def test_a_count_without_a_title_stands_before_the_numbers() -> None:
    parts = "\n".join(f"{n} | 1276-645{n}-1-ND | CL21A10{n}KAYNN | capacitor {n} uF" for n in (4, 1, 1, 2, 3))
    assert columns(UNTITLED + parts)[0].field == "quantity"
    numbered = "\n".join(f"{n} | 1276-645{n}-1-ND | CL21A10{n}KAYNN | capacitor {n} uF" for n in range(1, 6))
    assert columns(UNTITLED + numbered)[0].field != "quantity", "they number the lines"
