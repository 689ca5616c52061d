"""Lists of parts that only the name of the file reveals, and lists that state no quantities."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bom.reading import Reading
from bom.tables.understand import understand
from tests.bom.grids import fields, raw

WORDED = (
    "Position | Bauteil | Beispiel/Spezifikation | Hinweis\n"
    "1 | Regler | mit Schutz | 3 V\n2 | Zelle | lose | neu\n3 | Kabel | lang | rot"
)
BARE = (
    "Power supply of 12 V | 1 | 17\nPlug male 3.5 mm | 4 | 0.3\nBase of aluminium | 4 | 10\nCable with 2 pins | 2 | 0.5"
)
PRICES = "Article | Description | Stock | Price\nA-12 | Motor | 12 | 3\nA-13 | Prop | 12 | 3\nA-14 | Regler | 12 | 3"


def named(name: str, text: str) -> Reading:
    return understand(replace(raw(text), name=name))


def codes(reading: Reading) -> list[str]:
    return [issue.code for issue in reading.issues]


def test_a_header_without_amounts_is_read_with_a_warning_when_the_file_says_parts() -> None:
    reading = named("bom.csv", WORDED)
    assert fields(reading.tables[0])["Bauteil"] == "description"
    assert (len(reading.parts), codes(reading)) == (3, ["DI026"])


@pytest.mark.parametrize("name", ["agenda.csv", "bombay.csv"])
def test_the_same_cells_in_another_file_are_no_list_of_parts(name: str) -> None:
    assert not named(name, WORDED).is_bom
    assert not named(name, BARE).is_bom


def test_a_list_without_a_header_is_read_with_a_warning_when_the_file_says_parts() -> None:
    reading = named("Stuklijst.csv", BARE)
    assert (len(reading.parts), codes(reading)) == (4, ["DI025"])
    assert [column.field for column in reading.tables[0].columns][:2] == ["description", "quantity"]


def test_stock_and_prices_without_quantities_are_doubtful() -> None:
    assert codes(named("list.csv", PRICES)) == ["DI026"]
    assert codes(named("list.csv", PRICES.replace("Stock", "Qty"))) == []
