"""Two rows of titles: names of shops over what each of them says, above or below the titles of the parts."""

from __future__ import annotations

import pytest

from bom.raw import Sheet
from bom.reading import Reading
from bom.tables.second_row import has_second_row
from bom.tables.understand import understand
from tests.bom.grids import raw

PLAIN = ("Qty", "Reference", "MPN", "Manufacturer")
PARTS = (
    ("2", "R1 R2", "RC0402FR-0710KL", "Yageo"),
    ("1", "C1", "GRM155R71C104KA88D", "Murata"),
    ("1", "U1", "STM32F405RGT6", "STMicroelectronics"),
)
NUMBERS = ("311-10.0KLRCT-ND", "490-3261-1-ND", "497-11767-ND"), ("603-RC0402", "81-GRM155R71C", "511-STM32F405")
PRICES = ("0.01", "0.02", "10.2"), ("0.012", "0.019", "10.9")
STOCK = ("1000", "3000", "30"), ("2000", "2500", "25")
BLANK = (None,) * len(PLAIN)


def rows_of(*columns: tuple[str, ...]) -> list[tuple[str | None, ...]]:
    return [(*part, *said) for part, said in zip(PARTS, zip(*columns, strict=True), strict=True)]


def read(*rows: tuple[str | None, ...]) -> Reading:
    return understand(raw(Sheet("", rows)))


def fields(reading: Reading) -> list[str | None]:
    (table,) = reading.tables
    return [column.field for column in table.columns]


SHOPS = rows_of(NUMBERS[0], PRICES[0], STOCK[0], NUMBERS[1], PRICES[1], STOCK[1])
TITLES = ("SKU", "Price", "Stock") * 2
NAMES = ("Digi-Key",) * 3 + ("Mouser",) * 3
SPARSE = ("Digi-Key", None, None, "Mouser", None, None)


@pytest.mark.parametrize("names", [NAMES, SPARSE])
@pytest.mark.parametrize("above", [True, False])
def test_shops_over_what_they_say(names: tuple[str | None, ...], above: bool) -> None:
    """Whether the titles of the parts stand in the upper row or in the lower one."""
    upper = (*BLANK, *names) if above else (*PLAIN, *names)
    lower = (*PLAIN, *TITLES) if above else (*BLANK, *TITLES)
    reading = read(upper, lower, *SHOPS)
    (table,) = reading.tables
    assert (table.header_row, len(table.lines)) == (2, 3)
    assert fields(reading)[:4] == ["quantity", "designators", "mpn", "manufacturer"]
    assert fields(reading)[4:] == ["supplier_part_number", "unit_price", "stock", "supplier_part_number_2", None, None]


def test_what_is_said_over_the_shops_that_say_it() -> None:
    upper = (*PLAIN, "SKU", "SKU", "Unit Price", "Unit Price", "In Stock", "In Stock", "Best Price")
    lower = (*BLANK, *("Digi-Key", "Mouser") * 3, None)
    reading = read(upper, lower, *rows_of(*NUMBERS, *PRICES, *STOCK, PRICES[0]))
    (table,) = reading.tables
    assert (table.header_row, len(table.lines)) == (2, 3)
    assert [column.header for column in table.columns] == list(upper)
    assert fields(reading)[:6] == [
        "quantity",
        "designators",
        "mpn",
        "manufacturer",
        "supplier_part_number",
        "supplier_part_number_2",
    ]
    assert {"manufacturer", "supplier_part_number"}.isdisjoint(map(str, fields(reading)[6:]))


def test_a_price_for_each_shop_is_no_order_number() -> None:
    prices = rows_of(*PRICES)
    shops = ("Arrow", "Avnet")
    assert fields(read((*PLAIN, *shops), (*BLANK, "USD", "USD"), *prices))[4:] == ["unit_price", None]
    assert fields(read((*PLAIN, "Arrow USD", "Avnet USD"), *prices))[4:] == ["unit_price", None]
    assert fields(read((*PLAIN, *shops), *prices))[4:] == [None, None]


def test_groups_over_titles_are_no_titles() -> None:
    upper = ("Part", None, None, "Sourcing", None, None)
    lower = ("Item", "Description", "Qty", "Supplier", "Supplier PN", "Price")
    parts = [(str(n), f"arm number {n}", "4", "RS", f"123-456{n}", f"{n}.50") for n in range(1, 5)]
    reading = read(upper, lower, *parts)
    assert reading.tables[0].header_row == 2
    assert fields(reading) == [
        "line_id",
        "description",
        "quantity",
        "supplier",
        "supplier_part_number",
        "unit_price",
    ]


BREAKS = (1, 10, 100)


def test_numbers_of_pieces_below_a_price_stand_among_titles() -> None:
    upper = (None, None, None, "Price/quantity", None, None, None)
    lower = ("Description", "Name", "Qty/system", *BREAKS, "Link")
    parts = [("motor", f"A-{n}", n, 3.0, 2.0, 1.5, f"https://shop.example/{n}") for n in range(1, 5)]
    reading = understand(raw(Sheet("", (upper, lower, *parts))))
    (table,) = reading.tables
    assert (table.header_row, [line.values["quantity"] for line in table.lines]) == (2, [1, 2, 3, 4])


@pytest.mark.parametrize("numbers", [(1, 10, 5), (2, 10, 100), (1, 10, None)])
def test_other_numbers_are_no_titles(numbers: tuple[int | None, ...]) -> None:
    assert has_second_row((None,) * 5, ("Description", "Qty", *BREAKS))
    assert not has_second_row((None,) * 5, ("Description", "Qty", *numbers))


def test_a_part_named_like_a_title_is_a_part() -> None:
    parts = [("1", "Stock", "2.50"), ("2", "Price tag", "0.10"), ("3", "Unit", "9.99")]
    reading = read(("Qty", "Description", "Price"), *parts)
    assert [len(table.lines) for table in reading.tables] == [3]
