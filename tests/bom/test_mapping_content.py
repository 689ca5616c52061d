"""Titles that promise something else than the cells below them hold: answers, sizes, names, prices."""

from __future__ import annotations

import pytest

from bom.cells.amounts import read_money
from bom.cells.faults import ColumnKind
from bom.columns.content import classes
from bom.fields import Kind
from bom.raw import RawFile
from bom.tables.understand import understand
from tests.bom.grids import columns, fields, read, sheet

SUBSTITUTED = "Designator | Value | MPN | Manufacturer | Substitute\n"


def test_whether_a_part_may_be_replaced_is_no_number() -> None:
    found = columns(
        SUBSTITUTED
        + "C1 | 1uF | CL10B104KB8NNNC | Samsung | ok\n"
        + "C2 | 2uF | GRM155R61E105KE11D | Murata | no\n"
        + "C3 | 22uF | CL21A226MOYNNWE | Samsung | min. 4.7 uF at 6V DC bias\n"
        + "U1 |  | LTC5536ES6 | Analog Devices | no"
    )
    assert [each.field for each in found] == ["designators", "value", "mpn", "manufacturer", "notes"]


def test_what_may_replace_a_part_is_never_its_own_number() -> None:
    found = columns(
        "Item | Qty | Alternative\nMotor left | 2 | MN-4006\nFrame of carbon | 1 | FR-220-B\nServo | 4 | SG90-HV"
    )
    assert found[2].field == "mpn"
    assert all(each.field != "part_number" for each in found)


def test_half_a_title_names_no_makers_where_none_stand() -> None:
    text = (
        "reference | quantity | part | manufacturer_or_spec\n"
        "WS1 | 1 | Round display of two inches | 30697\n"
        "R1 | 1 | Resistor in the data line | 100k\n"
        "M1 | 2 | Screw for the frame | head 3.8 x 2 mm\n"
        "L1 | 1 | Paint for the shell | #C74565 visual target"
    )
    assert "manufacturer" not in fields(read(text).tables[0]).values()
    makers = text.replace("30697", "Waveshare").replace("100k", "Yageo").replace("head 3.8 x 2 mm", "Bossard")
    makers = makers.replace("#C74565 visual target", "Vishay")
    assert columns(makers)[3].field == "manufacturer"


@pytest.mark.parametrize("title", ["Cost", "Price", "Kosten"])
def test_rand_are_prices(title: str) -> None:
    found = columns(
        f"Item | Quantity | Model Name | {title}\nMOSFET | 1 | FDW2501NZ | R10.00\n"
        "Inductor | 1 | B82464A4474K000 | R24.51\nMicrophone | 2 | ICS-40212 | R30.00"
    )
    assert found[3].field == "unit_price"
    assert found[2].field == "mpn"


@pytest.mark.parametrize("designator", ["R24", "R1", "R24.5", "R1.001", "R 24"])
def test_a_place_on_a_board_is_no_price(designator: str) -> None:
    assert classes(designator).isdisjoint({"money", "measured"})


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("R24.51", "24.51", "ZAR"),
        ("R 1,200.00", "1200.00", "ZAR"),
        ("R$ 12,50", "12.50", "BRL"),
        ("R$ 0,50 cada", "0.50", "BRL"),
        ("R24", None, None),
        ("R$ 80-120", None, None),
    ],
)
def test_money_of_south_africa_and_brazil(text: str, number: str | None, currency: str | None) -> None:
    reading = read_money(text, ColumnKind("unit_price", Kind.MONEY, "", "," if "R$" in text else "."))
    assert (None if reading.value is None else str(reading.value)) == number
    assert reading.extra.get("currency") == currency


def test_ranges_of_prices_in_reais_are_prices() -> None:
    found = columns(
        "Componente | Quantidade | Preço Estimado\nDriver de motor | 1 | R$ 15-25\n"
        "Servo da cabeça | 3 | R$ 15-25 cada\nResistor de carbono | 5 | R$ 0,50 cada"
    )
    assert found[2].field == "unit_price"


def test_a_comment_that_names_each_part_beside_some_values_is_its_name() -> None:
    found = columns(
        "No. | Quantity | Comment | Designator | Footprint | Value\n"
        "1 | 3 | 100nF | C2,C27,C33 | C0603 | 100nF\n"
        "2 | 1 | DS1069-2MVW6X | CN2 | CONN-TH_2P | \n"
        "3 | 2 | Test-Point | TP1,TP2 | Test-Point-0.5mm | \n"
        "4 | 1 | STM32G431C8T6 | U9 | LQFP-48 | "
    )
    assert [found[2].field, found[5].field] == ["description", "value"]


def test_the_parts_of_a_drawing_are_places_and_what_goes_there() -> None:
    exported = columns(
        "Part | Value | Package | Library | Position (mm)\nBAT-BLUE | CLEAR | LED-0805 | OPL | (1 2)\n"
        "CHARGER-IC | TP4056 | SOT23-8 | OPL | (3 4)\nC1 | 100nF | C0805 | OPL | (5 6)\nR1 | 10k | R0402 | OPL | (7 8)"
    )
    assert exported[0].field == "designators"
    counted = columns(
        "Part | Value | Package | Qty\nESP-32 | WROOM | SMD-38 | 2\nTP4056 | module | SOT23-8 | 1\n"
        "LED-RED | 5mm | THT | 4"
    )
    assert counted[0].field != "designators"
    numbered = columns(
        "# | package | parts | what\nU1 | SO6 | TLP2368 | Photo coupler with open collector\n"
        "R1 | 1608 | 220Ω | Resistor of carbon film\nR2 | 1608 | 220Ω | Resistor of carbon film\n"
        "R3 | 1608 | 220Ω | Resistor of carbon film"
    )
    assert numbered[2].field == "value"


def test_a_price_that_may_be_of_the_line_is_asked() -> None:
    reading = read("Component | Qty | Est_USD\nMotor of the arm | 3 | 60\nMagnets for joints | 12 | 15\nTubes | 6 | 18")
    assert [question.cell.column for question in reading.questions] == ["C"]


def test_names_in_two_languages_are_two_names() -> None:
    found = columns(
        "id | name_ru | name_en | qty\n1 | Прозрачные клейкие шайбы | Clear adhesive washers | 4\n"
        "2 | Кронштейн для камеры | Bracket for the camera | 1\n3 | Антенна для сети | Antenna of the network | 2"
    )
    assert [each.field for each in found] == ["line_id", "description", "description_2", "quantity"]


def test_a_number_between_a_maker_and_shops_is_the_makers() -> None:
    found = columns(
        "Quantity | Manufacture | Part Number | Digikey part number | Description\n"
        "3 | Diodes Inc. | SMAJ5.0CA-13-F | SMAJ5.0CA-FDICT-ND | Diode of 5 V\n"
        "3 | DB Unlimited | P08080-1 | 2104-P08080-1-ND | Piezo element\n"
        "6 | Essentra Components | NSP-4-4-01 | RPC4507-ND | Screw of nylon"
    )
    assert [each.field for each in found][1:4] == ["manufacturer", "mpn", "supplier_part_number"]


def test_an_order_form_that_nobody_filled_in_is_a_price_list() -> None:
    text = (
        "Artikelbezeichnung | je | Preis | Menge | Bemerkungen\nKartoffeln | kg | 2,95 |  | \nMöhren | kg | 3,45 |  | "
    )
    assert read(text).is_bom
    form = understand(RawFile("preisliste.csv", "0" * 64, "text", (sheet(text, ""),)))
    assert not form.is_bom
    ordered = understand(RawFile("preisliste.csv", "0" * 64, "text", (sheet(text.replace("|  |", "| 2 |"), ""),)))
    assert ordered.is_bom


def test_a_specification_or_number_is_no_number_of_a_shop() -> None:
    found = columns(
        "Item | Qty | Designators | Part | Specification / part number | Notes\n"
        "1 | 60 | SW1-SW30 | Key switch | Kailh PG1316S (CPG1316S01D02), pick your weight | reflow\n"
        "2 | 60 | D1-D30 | Diode | 1N4148W SOD-123 or 1N4148WS SOD-323 | either\n"
        "3 | 2 | U1 | Controller | nice!nano v2 or a compatible clone of it | sockets\n"
        "4 | 2 | J1 | Battery connector | JST PH 2.0 mm, two poles, through the board | red"
    )
    assert found[4].field == "mpn"
