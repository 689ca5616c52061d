"""The same parts said twice count once, and the table that does not count says which one does."""

from __future__ import annotations

from bom.reading import Reading, TableRole
from tests.bom.grids import read, sheet

BOARD = "Qty | Value | Designator | Order Code"
MAIN = (
    f"{BOARD}\n"
    "2 | 10k | R1, R2 | 541-10.0KHCT-ND\n"
    "1 | 1uF | C1 | 490-4520-1-ND\n"
    "1 | LPC2148 | U1 | 568-1765-ND\n"
    "1 | Si4133 | U2 | 336-1259-ND"
)
IMU = f"{BOARD}\n1 | MPU6000 | U1 | 1428-1007-1-ND\n1 | 10nF | C1 | 478-3722-1-ND\n4 | 43R | R1-R4 | 541-43.0HCT-ND"


def roles(reading: Reading) -> list[TableRole]:
    return [table.role for table in reading.tables]


PARTS, RESTATES = TableRole.PARTS, TableRole.RESTATES


def test_one_row_per_designator_and_the_same_collated() -> None:
    reading = read(
        """
Individual Components:

Item | Qty | Reference(s) | Value | Supplier ref.
| | C1 | 100n | 300-86-429
| | C2 | 100n | 300-86-429
| | R1 | 10k | 300-31-676
| | U1 | STM32F405 | 2064363

Collated Components:

Item | Qty | Reference(s) | Value | Supplier ref.
1 | 2 | C1, C2 | 100n | 300-86-429
2 | 1 | R1 | 10k | 300-31-676
3 | 1 | U1 | STM32F405 | 2064363
"""
    )
    assert roles(reading) == [RESTATES, PARTS]
    assert len(reading.parts) == 3
    assert "100%" in reading.tables[0].role_reason.nl
    (issue,) = (issue for issue in reading.issues if issue.code == "DI017")
    assert issue.cell is not None
    assert issue.cell.row == 3


def test_a_combined_sheet_restates_the_boards() -> None:
    lines = [line.split(" | ") for line in [*MAIN.split("\n")[1:], *IMU.split("\n")[1:]]]
    combined = "Qty | Comment | Part Number\n" + "\n".join(f"{q} | x_{d} | {code}" for q, _, d, code in lines)
    reading = read(sheet(MAIN, "MAIN"), sheet(IMU, "IMU"), sheet(combined, "COMBINED"))
    assert roles(reading) == [PARTS, PARTS, RESTATES]
    assert "MAIN, IMU" in reading.tables[2].role_reason.en


PER_GROUP = {
    "Drive": "Item | Model | Qty\nMicrocontroller | ESP32-S3 | 1\nMotor driver | BTS7960 | 2\nEncoder | AS5600 | 2",
    "Sensing": "Item | Model | Qty\nDistance | HC-SR04 | 2\nBalance | HX711 | 1\nTilt | MPU6050 | 1",
    "Frame": "Item | Model | Qty\nChassis | aluminium plate | 1\nWheels | hard rubber | 4\nCaster | swivel | 1",
}


def _in_one(groups: dict[str, str]) -> str:
    return "\n".join(["Item | Model | Qty", *(line for text in groups.values() for line in text.split("\n")[1:])])


def test_a_combined_sheet_restates_groups_of_which_one_states_no_numbers() -> None:
    sheets = [sheet(text, name) for name, text in PER_GROUP.items()]
    reading = read(*sheets, sheet(_in_one(PER_GROUP), "Everything"))
    assert roles(reading) == [PARTS, PARTS, PARTS, RESTATES]
    assert len(reading.parts) == 9


def test_another_assembly_with_the_same_names_but_other_numbers_counts() -> None:
    other = _in_one({name: text.replace("S3", "C6").replace("0 |", "9 |") for name, text in PER_GROUP.items()})
    other = other.replace("AS5600", "MT6701").replace("HC-SR04", "VL53L1X").replace("HX711", "NAU7802")
    numbered = {name: PER_GROUP[name] for name in ("Drive", "Sensing")}
    reading = read(
        *(sheet(text, name) for name, text in numbered.items()),
        sheet(
            "\n".join(other.split("\n")[:7]).replace("MPU6050", "BMI270").replace("MPU6059", "BMI270"), "Spare rover"
        ),
    )
    assert roles(reading)[-1] is PARTS


def test_an_order_list_of_some_of_the_parts_is_no_second_need() -> None:
    order = "Part Number | Quantity\n541-10.0KHCT-ND | 10\n490-4520-1-ND | 10\n568-1765-ND | 1"
    assert roles(read(sheet(MAIN, "BOM"), sheet(order, "Digikey order"))) == [PARTS, RESTATES]


def test_variants_on_several_sheets_are_never_added_up() -> None:
    header = "Naam | Aantal | Prijs"
    parts = [
        "Motor met tandwielkast | 2 | 8",
        "Regelaar voor twee motoren | 1 | 13",
        "Accu van 1300 mAh | 1 | 16",
        "Lader voor de accu | 1 | 12",
    ]
    full, bare = "\n".join([header, *parts]), "\n".join([header, *parts[:3]])
    reading = read(sheet(full, "Stuklijst"), sheet(bare, "Stuklijst zonder lader"))
    assert roles(reading) == [PARTS, RESTATES]
    assert "variant" in reading.tables[1].role_reason.nl


def test_two_boards_that_share_parts_both_count() -> None:
    sky = f"{BOARD}\n1 | 10k | R1 | 541-10.0KHCT-ND\n1 | LPC2148 | U1 | 568-1765-ND"
    assert roles(read(f"{MAIN}\n\nSky\n{sky}")) == [PARTS, PARTS]


def test_a_left_and_a_right_wing_are_two_wings() -> None:
    wing = (
        "Omschrijving | Artikelnummer | Aantal\n"
        "Ligger van koolstof | L-1 | 2\n"
        "Rib van balsa | R-1 | 9\n"
        "Huid van glasvezel | H-1 | 1"
    )
    assert roles(read(sheet(wing, "Vleugel links"), sheet(wing, "Vleugel rechts"))) == [PARTS, PARTS]
    assert roles(read(sheet(wing, "Lijst"), sheet(wing, "Kopie"))) == [PARTS, RESTATES]


def test_a_list_of_makers_or_stock_beside_the_parts_list_is_no_second_need() -> None:
    main = "Omschrijving | Artikelnummer | Aantal\nLigger | L-1 | 2\nRib van balsa | R-1 | 9\nHuid van glas | H-1 | 1"
    stock = "Artikelnummer | Voorraad | Fabrikant\nL-1 | 12 | Airbus\nR-1 | 40 | Fokker\nH-1 | 3 | Airbus"
    assert roles(read(sheet(main, "Stuklijst"), sheet(stock, "Magazijn"))) == [PARTS, RESTATES]


def test_a_summary_of_costs_is_no_parts_table_beside_one() -> None:
    costs = "Onderdeel | Kosten\nElektronica van het toestel | 300\nFrame van het toestel | 200"
    reading = read(sheet(MAIN, "BOM"), sheet(costs, "Kosten"))
    assert roles(reading) == [PARTS, TableRole.NOT_PARTS]
    assert "samenvatting van kosten" in reading.tables[1].role_reason.nl
    assert roles(read(costs)) == [PARTS]


BOUGHT = "Order no. | Mfr part number | Manufacturer | Description | Quantity | Unit price | Total price"
FIRST = (
    f"{BOUGHT}\n81-GRM | GRM188 | Murata | Capacitor | 20 | 1 | 20\n603-RC | RC0603 | Yageo | Resistor | 40 | 1 | 40"
)
SECOND = (
    f"{BOUGHT}\n511-STM | STM32F405 | ST | Controller | 10 | 9 | 90\n595-TPS | TPS5430 | TI | Regulator | 10 | 2 | 20"
)
NEEDED = "Designator | Qty | Mfr part number\nC1 | 1 | GRM188\nR1 | 1 | RC0603\nU1 | 1 | STM32F405\nU2 | 1 | TPS5430"


def test_orders_say_what_was_bought_and_the_list_what_is_needed() -> None:
    reading = read(sheet(NEEDED, "BOM"), sheet(FIRST, "Mouser order"), sheet(SECOND, "Digikey order"))
    assert roles(reading) == [PARTS, RESTATES, RESTATES]
    assert [line.values["quantity"] for _, line in reading.parts] == [1, 1, 1, 1]
    names = read(sheet(NEEDED, "BOM"), sheet(FIRST, "Border left"), sheet(SECOND, "Border right"))
    assert roles(names)[0] is RESTATES, "a border is no order: the fuller lists count"
