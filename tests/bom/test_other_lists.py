"""Tables that look like lists of parts and are none are refused with what they are; lists of parts with a title of
theirs stay lists."""

from __future__ import annotations

import pytest

from bom.tables.other_lists import KINDS
from tests.bom.grids import read

PLACED = "a pick-and-place file"
PINS = "a pin-out or a list of connections"
NETS = "a netlist"
REGISTERS = "a map of registers"
ACCOUNTS = "an account book"
ADDRESSES = "a list of addresses"
ORDERS = "a record of orders or sales"
HOURS = "a time sheet"
TESTS = "a log of tests or measurements"
LOG = "a log"
RISKS = "a list of faults, risks or tasks"
FOODS = "a list of foods"
PRODUCTS = "a comparison of finished products"
SHAPES = "a list of shapes to draw"
STOCK = "a list of what a warehouse has in stock"
PRICES = "a record of prices by date"

OTHERS = [
    (PLACED, "Designator | Mid X | Mid Y | Layer | Rotation\nC1 | 10.2 | 20.3 | Top | 90\nR1 | 15.1 | 22 | Top | 0"),
    (PLACED, "Ref | Val | Package | PosX | PosY | Rot | Side\nC1 | 100nF | C_0603 | 1 | 2 | 90 | top"),
    (PLACED, "RefDes | Part Number | Location X | Location Y | Angle\nC1 | CAP-100N | 1 | 2 | 90"),
    (PLACED, "Designator | Comment | Footprint | Center-X(mm) | Center-Y(mm)\nC1 | 100nF | 0603 | 1.0mm | 2.0mm"),
    (PINS, "Pin Number | Pin Name | Signal | Description | Connector\n1 | PA0 | ADC0 | Analog input | J1"),
    (PINS, "Net | Pin | Reference\nGND | 1 | U1\nGND | 2 | C1"),
    (PINS, "Cable | Connector A | Pin A | Connector B | Pin B | Description\nW1 | J1 | 1 | J4 | 1 | Supply"),
    (NETS, "Ref | Value | Footprint | Net\nU1 | TJA1043 | SOIC-8 | CAN_H\nJ1 | PWR | HDR | VBAT"),
    (NETS, "Net name | Component | Value\nVBAT | C1 | 10uF\nGND | C1 | 10uF"),
    (REGISTERS, "Address | Name | Type | Default | Description\n0x00 | CTRL | RW | 0x00 | Control register"),
    (ACCOUNTS, "Date | Description | Amount | Balance\n2026-01-01 | Winkel | 12 | 1000"),
    (ADDRESSES, "Naam | Adres | Postcode | Telefoon | Onderdeel\nJan | Straat 1 | 1234AB | 030123 | Motor"),
    (ADDRESSES, "Supplier | Contact | Telephone | Part\nMouser | Anna | +31 20 123 | Resistors"),
    (ORDERS, "Order ID | Order Date | Customer | Product | Quantity | Price\n7 | 2026-01-03 | Jan | Chair | 2 | 45"),
    (ORDERS, "InvoiceNo | StockCode | Description | Quantity | InvoiceDate\n5 | 85A | LAMP | 6 | 12/1/2026"),
    (ORDERS, "Factuurnummer | Klant | Omschrijving | Aantal | Prijs\nF1 | Jansen | Stoel | 2 | 45,00"),
    (HOURS, "Datum | Medewerker | Omschrijving | Aantal uur | Bedrag\n1-1-2026 | Jan | Solderen | 4 | 200"),
    (HOURS, "Task | Employee | Quantity | Unit Price | Total\nSoldering | Jan | 4 | 50 | 200"),
    (TESTS, "Test | Component | Expected | Measured | Quantity\n1 | Power supply | 5.0 | 5.02 | 1"),
    (TESTS, "Timestamp | Part Number | Serial Number | Quantity | Result\n10:00 | PCB-100 | 00001 | 1 | PASS"),
    (LOG, "id | name | type | quantity | timestamp\n1 | click | ui | 1 | 1700000000\n2 | scroll | ui | 4 | 1700000001"),
    (RISKS, "Code | Description | Severity | Action\nE001 | Motor stalled | High | Reset drive"),
    (RISKS, "ID | Component | Probability | Impact | Item code\nR1 | Motor | High | High | M-1"),
    (FOODS, "Ingredient | Quantity | Unit\nFlour | 500 | g\nSugar | 100 | g\nEggs | 3 | pieces"),
    (PRODUCTS, "Make | Model | Year | Engine HP | MSRP\nBMW | 1 Series | 2011 | 300 | 40650"),
    (PRODUCTS, "Manufacturer | Model | Price | RAM | Storage\nSamsung | Galaxy S9 | 499 | 4 | 64"),
    (PRODUCTS, "ISBN | Title | Author | Price | Stock\n978 | Book One | A. Author | 19.95 | 4"),
    (SHAPES, "width | height | color | text | quantity of | x | y | name\n10 | 10 | red | ABC | a | 1 | 2 | box"),
    (STOCK, "warehouse_name | shelf_line | item_name | quantity | warehouse_id\nMain | M1 | Laptop | 50 | 1"),
    (STOCK, "Item | Description | Quantity | Bin | Reorder level\nA-1 | Motor left | 50 | B4 | 10"),
    (STOCK, "Artikel | Omschrijving | Aantal | Stelling | Schap\nA-1 | Motor links | 50 | 4 | 10"),
    (STOCK, "Artikelnummer | Bezeichnung | Bestand | Mindestbestand | Preis\nA-1 | Motor links | 50 | 4 | 10"),
    (PRICES, "Date | Product | Price\n2026-01-01 | Motor | 100\n2026-01-02 | Motor | 101"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), OTHERS)
def test_another_kind_of_table_is_refused_by_its_name(kind: str, text: str) -> None:
    reading = read(text)
    assert not reading.is_bom
    assert reading.refusal is not None
    assert f"the headers are those of {kind};" in reading.refusal.en
    assert reading.refusal.nl.startswith("Dit is geen stuklijst: de koppen zijn die van een ")


def test_every_kind_has_an_example() -> None:
    assert {kind.name.en for kind in KINDS} == {kind for kind, _ in OTHERS}


STAY = [
    "Designator | Qty | Value | MPN | Layer | Rotation\nC1,C2 | 2 | 100nF | GRM188R71H104KA93D | Top | 90",
    "Ref | Value | Footprint | Qty | Net\nU1 | TJA1043 | SOIC-8 | 1 | CAN_H\nR1 | 10k | 0603 | 1 | VCC",
    "Ref | Description | Footprint | Net\nU1 | Transceiver for CAN | SOIC-8 | CAN_H\nR1 | Resistor | 0603 | VCC",
    "Part | Quantity | Order date | Status\nMotor left | 2 | 2026-01-03 | ordered\nFrame | 1 | 2026-01-04 | here",
    "Item | Description | Qty | Owner | Priority | Supplier\n1 | Motor left | 2 | Jan | high | Mouser",
    "Reference | Pin | Signal | Qty | Part number\nJ1 | 4 | CAN | 1 | JST-04\nJ2 | 2 | PWR | 2 | JST-02",
    "Component | Manufacturer | MPN | Year | Storage\nFlash | Winbond | W25Q128JVSIQ | 2019 | 16 MB",
    "Description | Quantity | Unit | Customer | Level\nMotor left | 2 | hour | ACME | 1\nFrame | 1 | pc | ACME | 1",
    "Artikelnummer | Omschrijving | Aantal | Adres\nA-1 | Motor links | 2 | Loods 3\nA-2 | Frame | 1 | Loods 4",
    "Designator | Quantity | Value | Drawer | Cabinet\nR1, R2 | 2 | 10k | 4 | A\nC1 | 1 | 1uF | 5 | A",
    "Description | MPN | Quantity | Bin | Shelf\nFlash | W25Q128JVSIQ | 1 | 4 | A\nDriver | DRV8825PWPR | 1 | 5 | A",
    "Part number | Description | Quantity | Warehouse\nA-1 | Motor left | 2 | Main\nA-2 | Frame | 1 | Main",
    "Part number | Description | Quantity | In stock | Reorder level\nA-1 | Motor | 2 | 4 | 1\nA-2 | Frame | 1 | 4 | 1",
    "Part | Material | Quantity | Width | Height | Color\nLid | PLA | 2 | 10 | 20 | red\nBox | PLA | 1 | 5 | 5 | red",
    "Test | Part | Quantity | Designators | Result\n1 | Resistor 10k | 2 | R1, R2 | ok\n2 | Diode | 1 | D1 | ok",
]


@pytest.mark.parametrize("text", STAY)
def test_a_list_of_parts_with_such_a_title_stays_one(text: str) -> None:
    assert read(text).is_bom


def test_hours_are_no_parts_also_when_they_have_prices() -> None:
    lines = "Management | 40 | hours | 95\nDesign of electronics | 120 | uur | 95\nTesting | 6 | days | 95"
    refused = read(f"Description | Quantity | Unit | Unit price\n{lines}").refusal
    assert refused is not None
    assert "hours or days" in refused.en
    assert read(f"Description | MPN | Quantity | Unit | Unit price\n{lines.replace(' | ', ' | X-1 | ', 1)}").is_bom


@pytest.mark.parametrize(
    "text",
    [
        "MODEL | VARIANT | EX SHOWROOM | LIFE TAX | FINAL PRICE\n"
        "ACTIVA | STD2B | 76754 | 9210 | 102994\nACTIVA | DLX2B | 86406 | 10369 | 113875\n"
        "DIO | STD3B | 72588 | 8711 | 98126",
        "Board | MCU | Flash | RAM | Price | Manufacturer\nNucleo | STM32F401 | 512K | 96K | 13 | STMicroelectronics\n"
        "Uno | ATmega328P | 32K | 2K | 20 | Arduino\nTeensy | iMXRT1062 | 2M | 1M | 20 | PJRC\n"
        "Pico | RP2040 | 2M | 1M | 4 | Yageo",
    ],
)  # fmt: skip
def test_unknown_titles_are_not_read_as_the_first_part(text: str) -> None:
    assert not read(text).is_bom
