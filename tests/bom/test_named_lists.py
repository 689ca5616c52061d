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


CUT = (
    "name | staerke | laenge | breite | dekor\nboden | 19 | 1502 | 613 | rot\ndeckel | 19 | 1770 | 619 | rot\n"
    "wand | 6 | 2250 | 1540 | rot"
)
ORDERED = (
    "19 | 100nF | C-0603 | 1276-1165-1-ND\n2 | 10k | R-0603 | 311-1158-1-ND\n2 | 1uF | C-0805 | 478-5329-1-ND\n"
    "1 | 1k | R-0603 | 311-1159-1-ND"
)
PRICED = "item_name | unit_type | price_per_unit\nDrip edge | ft | 0.8\nRoof vent | ea | 20\nCement | gal | 19"


def test_a_cut_list_with_sizes_is_a_list_when_the_file_says_parts() -> None:
    reading = named("stueckliste.csv", CUT)
    assert (len(reading.parts), codes(reading)) == (3, ["DI026"])
    assert not named("planning.csv", CUT).is_bom


def test_names_and_explanations_are_a_list_when_the_file_says_parts() -> None:
    text = "名称 | 説明\nRaspberry Pi | コントローラ\nUSB Camera | カメラ\nMotor Driver | モータ"
    assert len(named("partlist.csv", text).parts) == 3
    assert not named("glossary.csv", text).is_bom


def test_a_list_without_a_header_may_name_its_parts_by_number() -> None:
    reading = named("bom.csv", ORDERED)
    assert (len(reading.parts), codes(reading)) == (4, ["DI025"])
    assert {column.field for column in reading.tables[0].columns} >= {"quantity", "supplier_part_number"}
    coded = named("bom.csv", "P1 | 1\nP12 | 2\nP121 | 8\nP2 | 1")
    assert [column.field for column in coded.tables[0].columns] == ["part_number", "quantity"]


def test_a_file_that_calls_itself_a_price_list_is_none_of_parts() -> None:
    assert not named("price_list.csv", PRICED).is_bom
    assert not named("Preisliste 2026.csv", PRICED).is_bom
    assert named("drone.csv", PRICED.replace("unit_type", "material_type")).is_bom
    assert not named("drone.csv", PRICED).is_bom, "a price per foot of everything is one"
    assert named("price_list.csv", "Name | Qty | Price\nDrip edge | 3 | 1\nVent | 2 | 20\nCement | 4 | 19").is_bom


def test_places_and_what_goes_there_are_a_list_without_a_header() -> None:
    reading = named("bom.txt", "U1 | 78L05\nU2 | MAX232\nC1 | 100n\nR1 | 10k")
    assert [column.field for column in reading.tables[0].columns] == ["designators", "value"]
    assert not named("notes.txt", "U1 | 78L05\nU2 | MAX232\nC1 | 100n\nR1 | 10k").is_bom


OWNED = "Item | Kind | Quantity | Location\nMotor | drive | 4 | Box 3\nWheel | drive | 5 | Box 4\nBolt | M3 | 9 | Box 4"


@pytest.mark.parametrize(
    "name",
    ["electronics_inventory.csv", "Voorraad 2026.xlsx", "Lagerbestand.csv", "stock-list.csv", "stock.csv", "库存.csv"],
)
def test_a_file_that_calls_itself_a_list_of_stock_is_none_of_parts(name: str) -> None:
    refused = named(name, OWNED).refusal
    assert refused is not None
    assert "list of stock" in refused.en
    assert "voorraadlijst" in refused.nl


@pytest.mark.parametrize(
    "name", ["list.csv", "Inventor export.csv", "BOM inventory.csv", "stockholm.csv", "inventory.json"]
)
def test_the_same_cells_under_another_name_are_parts(name: str) -> None:
    assert len(named(name, OWNED).parts) == 3


def test_stock_that_says_where_a_part_goes_is_a_list_of_parts() -> None:
    placed = (
        "Designator | Value | Quantity | Location\nR1, R2 | 10k | 2 | Box 3\nC1 | 1uF | 1 | Box 4\nU1 | MCU | 1 | Box 4"
    )
    assert len(named("inventory.csv", placed).parts) == 3
