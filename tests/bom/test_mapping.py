"""What columns mean: by title, by content where titles lie, numbered from left to right, each with a reason."""

from __future__ import annotations

import pytest

from bom.assembly.rows import rows_of
from tests.bom.grids import column, columns, fields, read, sheet


def test_dutch_columns_of_a_ministry() -> None:
    header = (
        "Niveau | Artikelnummer | Omschrijving | Aantal | Eenheid | Fabrikant | Fabrikant 2 | Leverancier | Bestelcode"
        " | Stuksprijs | Land van herkomst | Land van herkomst 2 | Bewijs van herkomst"
    )
    text = (
        f"{header}\n1 | A-1 | Romp van koolstof | 1 | st | Airbus | Fokker | Conrad | 123-456 | 12 | NL | DE | CvO 12"
    )
    assert fields(read(text).tables[0]) == {
        "Niveau": "level",
        "Artikelnummer": "part_number",
        "Omschrijving": "description",
        "Aantal": "quantity",
        "Eenheid": "unit",
        "Fabrikant": "manufacturer",
        "Fabrikant 2": "manufacturer_2",
        "Leverancier": "supplier",
        "Bestelcode": "supplier_part_number",
        "Stuksprijs": "unit_price",
        "Land van herkomst": "country_of_origin",
        "Land van herkomst 2": "country_of_origin_2",
        "Bewijs van herkomst": "origin_evidence",
    }


def test_a_comment_full_of_designators_is_designators() -> None:
    found = columns(
        "Qty | Value | Comment | Part Number\n"
        "2 | 10k | R1, R2 | 541-10.0KHCT-ND\n"
        "1 | 1uF | C1 | 490-4520-1-ND\n"
        "1 | LM317 | U1 | 296-13869-5-ND"
    )
    assert [each.field for each in found] == ["quantity", "value", "designators", "supplier_part_number"]
    assert found[2].reason.nl == "kop zegt 'Comment', maar 3 van 3 cellen lijken referenties (C1, R5): referenties"
    assert found[2].reason.en == "header says 'Comment', but 3 of 3 cells look like designators: reference designators"


def test_a_comment_beside_a_value_is_a_note_and_alone_it_is_the_value() -> None:
    beside = columns(
        "Designator | Value | Comment | Qty | Description\n"
        "C1 | 10uF | low ESR | 1 | Capacitor\n"
        "C2 | 1uF | any brand | 1 | Capacitor"
    )
    assert beside[2].field == "notes"
    alone = columns("Designator | Comment | Footprint\nC1 | 10uF | 0402\nR1 | 10k | 0603")
    assert alone[1].field == "value"


@pytest.mark.parametrize("title", ["Part", "Parts", "Reference", "Ref", "Name(s)", "Component"])
def test_a_vague_title_over_designators(title: str) -> None:
    found = columns(
        f"{title} | Value | Description | Qty\n"
        "C1, C2 | 10uF | Ceramic capacitor X7R | 2\n"
        "R1 | 10k | Thick film resistor | 1\n"
        "U3 | LM317 | Linear regulator adjustable | 1"
    )
    assert found[0].field == "designators"


@pytest.mark.parametrize("title", ["Part", "Parts", "Name", "Component", "Item", "Reference"])
def test_the_same_title_over_names_of_things(title: str) -> None:
    text = (
        f"{title} | Quantity | Unit cost\n"
        "Wood screws 4 x 20 mm | 66 | 1\n"
        "Servo motor standard size | 2 | 9\n"
        "Acrylic sheet round clear | 1 | 30"
    )
    assert columns(text)[0].field == "description"


def test_a_footprint_full_of_part_numbers_beside_a_maker_is_no_footprint() -> None:
    found = columns(
        """
Ref | Value | Manufacturer | Footprint | Details
R1 | 0 | Panasonic | ERJ-3GEY0R00V | RES 0.0 OHM 1/10W SMD
U1 | LPC4330 | NXP | LPC4330FBD144,551 | IC MCU 32BIT
L1 | 10uH | Murata | LQH32CN100K23L | FIXED IND 10UH 450MA
C3 | 100 | Murata | GRM155R61A334KE15D | CAP CER 0.33UF 10V
"""
    )
    assert [each.field for each in found] == ["designators", "value", "manufacturer", "mpn", "description"]


def test_names_of_footprints_stay_footprints() -> None:
    found = columns(
        "Designator | Value | Footprint | Qty\n"
        "C1 | 1uF | V0603 | 1\n"
        "D1 | red | KP-1608SURC_R | 1\n"
        "U1 | MCU | LQFP64 | 1\n"
        "U2 | IMU | mpu60X0 | 1"
    )
    assert found[2].field == "footprint"


def test_fields_without_a_telling_title_are_known_by_what_stands_in_them() -> None:
    found = columns(
        """
ref | value | Field1 | Field2 | Field3 | Field4
C1 | 33pF | Murata | GRM1555C1H330JZ01D | CAP CER 33PF 50V 5% NP0 |
C2 | 10nF | Murata | GRM155R71C103KA01D | CAP CER 10000PF 16V X7R | DNP
U1 | LPC4320 | NXP | LPC4320FBD144,551 | IC MCU 32BIT ROMLESS | DNP
L1 | 10uH | Taiyo Yuden | LMK105BJ105KV-F | FIXED IND 10UH 450MA | DNP
"""
    )
    assert [each.field for each in found] == ["designators", "value", "manufacturer", "mpn", "description", "populate"]


def test_unknown_makers_are_found_beside_their_part_numbers() -> None:
    lines = "\n".join(f"R{n} | 10k | {'Nergens' if n % 2 else 'Verzonnen'} | XQ{n}41-B{n}" for n in range(1, 9))
    found = columns(f"ref | value | Kolom1 | Kolom2\n{lines}")
    assert [each.field for each in found[2:]] == ["manufacturer", "mpn"]


def test_second_makers_and_many_shops_are_numbered_from_left_to_right() -> None:
    found = columns(
        "Ref | Qty | Manufacturer | MPN | Manufacturer | MPN | Digikey | Mouser | RS | Farnell\n"
        "X1 | 1 | Abracon | AB26T | TXC | 7V-12 | 535-12051-1-ND | 815AB26 | 1710200 | 1891292"
    )
    assert [each.field for each in found][2:] == [
        "manufacturer", "mpn", "manufacturer_2", "mpn_2",
        "supplier_part_number", "supplier_part_number_2", "supplier_part_number_3", "supplier_part_number_4",
    ]  # fmt: skip


def test_a_part_number_beside_a_maker_is_the_makers_unless_it_follows_one_pattern() -> None:
    of_makers = columns(
        "Qty | Manufacturer | Part Number\n"
        "1 | Murata | GRM1555C1H330JA01D\n"
        "2 | NXP | LPC4320\n"
        "1 | FCI | 20021221-00010C4LF"
    )
    assert of_makers[2].field == "mpn"
    own = columns("Qty | Manufacturer | Part Number\n1 | Murata | GV-90001\n2 | NXP | GV-90002\n1 | FCI | GV-90003")
    assert own[2].field == "part_number"
    both = columns(
        "Qty | Manufacturer | Part Number | MPN\n"
        "1 | Murata | K7-12 | GRM1555\n"
        "2 | NXP | LX-9 | LPC4320\n"
        "1 | FCI | 3-AB | 20021"
    )
    assert [each.field for each in both[2:]] == ["part_number", "mpn"]


def test_names_of_a_drawing_program_are_not_needed() -> None:
    found = columns("Ref | LibPart | Value | Qty\nC1 | Device:C | 1uF | 1\nC2 | Device:C | 2uF | 1")
    assert found[1].field is None
    assert "tekenprogramma" in found[1].reason.nl


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


def test_parents_named_by_a_database_id() -> None:
    text = """
Assembly | Component | ID | Component.Ipn | Component.Name | Quantity
'13 | '45 | '2403 | OA-00035 | Mid-plane of the system | 1
'45 | '331 | '2522 | OA-00316 | Label for heat shrink | 1
'331 | '273 | '1475 | OA-00261 | Label on a roll | 15
'45 | '330 | '2523 | OA-00315 | Label of another kind | 1
'330 | '273 | '1474 | OA-00261 | Label on a roll | 15
"""
    found = fields(read(text).tables[0])
    assert found["Assembly"] == "parent"
    assert found["Component"] == "line_id"
    assert found["Component.Ipn"] == "part_number"
    assert "ID" not in found


def test_a_title_that_the_cells_contradict_is_not_believed() -> None:
    found = columns(
        "Omschrijving | Aantal | Prijs\n"
        "Motor van staal | veel | 12\n"
        "Plaat van staal | weinig | 9\n"
        "Bout van staal | genoeg | 1"
    )
    assert found[1].field is None
    assert "passen daar niet bij" in found[1].reason.nl


def test_every_column_has_a_reason_in_both_languages() -> None:
    for each in columns(
        "Pos | Onzin | Aantal | Device | | Omschrijving | Qty\n1 | a | 2 | C | x | Motor van staal | 3"
    ):
        assert each.reason.nl
        assert each.reason.en


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


def test_a_chinese_shopping_cart() -> None:
    text = """
购买类型 | 商品编号 | 商品分类 | 名称 | 商品型号 | 品牌 | 封装规格 | 单个毛重 | 购买数量 | 商品单价 | 金额
常规 | C189753 | MOS | AON7409 | AON7409 | AOS | DFN-8 | 0.000104 | 12 | ￥1.56 | ￥18.72
常规 | C277522 | 贴片电容 | 1nF | AC0402KRX7R9BB102 | YAGEO(国巨) | 0402 | 0.000010 | 50 | ￥0.019150 | ￥0.96
| | | | | | | | | 合计 | ￥19.68
"""
    reading = read(text)
    assert list(fields(reading.tables[0]).values()) == [
        "supplier_part_number", "category", "description", "mpn", "manufacturer", "footprint", "mass", "quantity",
        "unit_price", "total_price",
    ]  # fmt: skip
    assert len(reading.parts) == 2


def test_sheets_that_are_assemblies_all_count() -> None:
    header = "Qty | Value | Designator | Part Number"
    main = f"{header}\n2 | 10k | R1, R2 | 541-10.0KHCT-ND\n1 | 1uF | C1 | 490-4520-1-ND\n1 | LPC2148 | U1 | 568-1765-ND"
    other = (
        f"{header}\n1 | MPU6000 | U1 | 1428-1007-1-ND\n1 | 10nF | C1 | 478-3722-1-ND\n4 | 43R | R1-R4 | 541-43.0HCT-ND"
    )
    reading = read(sheet(main, "MAIN"), sheet(other, "IMU"))
    assert len(reading.parts) == 6


def test_an_alternate_is_a_second_maker() -> None:
    found = columns("Ref | Qty | Mfg | Mfg PN | Alt Mfg | Alt. Mfg PN\nC1 | 1 | Murata | GRM155R71 | TDK | C1005X7R")
    assert [each.field for each in found[2:]] == ["manufacturer", "mpn", "manufacturer_2", "mpn_2"]


def test_a_number_without_a_maker_among_mechanics_is_the_builders_own() -> None:
    found = columns(
        "ITEM NO. | PART NUMBER | DESCRIPTION | QTY.\n1 | WR-100-01 | Frame plate | 2\n2 | M3x8 SHCS | | 16"
    )
    assert [each.field for each in found] == ["line_id", "part_number", "description", "quantity"]


def test_a_list_without_a_header_is_read_when_its_cells_leave_no_doubt() -> None:
    reading = read(
        """
C1 | 100nF | '0402 | GRM155R71C104KA88D | Murata | 2
C2 | 10uF | '0805 | GRM21BR61E106KA73L | Murata | 1
R1 | 10k | '0402 | RC0402FR-0710KL | Yageo | 4
U1 | 3V3 | SOT-23 | LP5907MFX-3.3 | Texas Instruments | 1
"""
    )
    (table,) = reading.tables
    assert table.header_row is None
    assert [each.field for each in table.columns] == [
        "designators", "value", "footprint", "mpn", "manufacturer", "quantity",
    ]  # fmt: skip
    assert len(table.lines) == 4
    assert all(each.reason.nl.startswith("geen kop") for each in table.columns)


def test_two_columns_are_enough_when_words_stand_beside_numbers() -> None:
    reading = read("Bauteilname | Menge\nArm links | 2\nHalter | 1\nNagel | 12\nDeckel | 1")
    assert fields(reading.tables[0]) == {"Bauteilname": "description", "Menge": "quantity"}
    unknown = read("Spul | Aantal\nArm links | 2\nHouder | 1\nNagel | 12\nDeksel | 1")
    assert fields(unknown.tables[0]) == {"Spul": "description", "Aantal": "quantity"}


def test_a_bare_part_number_beside_a_shop_is_the_shops() -> None:
    found = columns(
        "Distributor | Part Number | Part Name\nAdafruit | 500 | Panel\nMcMaster | 7740K111 | Box\nConrad | 31 | Lock"
    )
    assert [each.field for each in found] == ["supplier", "supplier_part_number", "description"]


def test_a_position_full_of_designators_is_designators() -> None:
    found = columns(
        "No. | Parts name | Price\nU1 | Computer board | 770\nR1 | Resistor 100k | 1\nC1 | Capacitor 100n | 10"
    )
    assert found[0].field == "designators"


def test_a_price_for_all_is_a_total() -> None:
    found = columns(
        "Item Name | Qty | Price (total) (USD)\nFlight computer board | 2 | 14\nParachute of nylon | 1 | 20"
    )
    assert found[2].field == "total_price"


def test_part_numbers_without_a_title_need_not_stand_right_beside_their_maker() -> None:
    found = columns(
        """
Field1 | ref | value | Field2
Murata | C1 | 33pF | GRM1555C1H330JZ01D
Murata | C2 | 10nF | GRM155R71C103KA01D
NXP | U1 | LPC4320 | LPC4320FBD144,551
"""
    )
    assert [each.field for each in found] == ["manufacturer", "designators", "value", "mpn"]


def test_a_column_of_currencies_is_the_currency_whatever_its_title() -> None:
    text = "Qty | Part # | Price Each | Price Unit | Line Price\n2 | AB-12 | 8 | USD | 16\n1 | CD-3 | 4 | GBP | 4"
    assert fields(read(text).tables[0])["Price Unit"] == "currency"
    assert column(read(text), "currency") == ["USD", "GBP"]


def test_an_empty_column_decides_nothing_about_the_structure() -> None:
    text = "Name | Qty | MPN | Assembly | Indent\nBolt | 2 | AB-12 | | \nNut | 3 | CD-34 | | \nPin | 1 | EF-56 | |"
    assert not {"parent", "level"} & set(fields(read(text).tables[0]).values())


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("Part | Qty | Supplier", "description"),
        ("Item | Qty | Supplier", "description"),
        ("Component | Qty | Supplier", "description"),
        ("Name | Qty | Supplier", "description"),
    ],
)
def test_plain_words_are_names_and_neither_numbers_nor_designators(header: str, first: str) -> None:
    found = columns(f"{header}\nM3 screw | 4 | Amazon\nFrame | 1 | Ebay\nPropeller | 4 | Ebay")
    assert [each.field for each in found] == [first, "quantity", "supplier"]


def test_part_full_of_designators_is_designators() -> None:
    found = columns("Part | Value\nR1 | 10k\nC1 | 1uF\nC2 | 1uF\nU1 | LM317")
    assert [each.field for each in found] == ["designators", "value"]


def test_a_specification_beside_a_name_tells_more_and_alone_it_is_the_name() -> None:
    beside = columns("Qty | Component | Specification\n4 | Screw | M2 x 12 mm, long\n2 | Screw | M3 x 4 mm, grub")
    assert [each.field for each in beside] == ["quantity", "description", "description_2"]
    alone = columns("Qty | Specification\n4 | Screw M2 x 12 mm\n2 | Screw M3 x 4 mm\n1 | Frame of carbon")
    assert alone[1].field == "description"


def test_a_model_is_what_the_maker_calls_it() -> None:
    found = columns("Component | Brand | Model | Qty\nMotor | T-Motor | F40 PRO IV | 4\nGPS | Matek | M10-5883 | 1")
    assert [each.field for each in found] == ["description", "manufacturer", "mpn", "quantity"]


def test_a_symbol_is_a_number_except_in_a_drawing() -> None:
    bought = columns("Nazwa | Ilość | Symbol\nSilnik | 4 | F40-PRO\nRama | 1 | QAV-R\nOdbiornik | 1 | RX-24")
    assert bought[2].field in {"part_number", "mpn"}
    drawn = columns("Reference | Qty | Value | Symbol\nR1 | 1 | 10k | Device:R\nC1 | 1 | 1uF | Device:C")
    assert drawn[3].field is None


def test_parents_that_name_parts_make_that_column_the_part_number() -> None:
    text = (
        "row_id | parent_ref | item_ref | description | quantity\nR-1 | SYS | LGT-100 | module | 12\n"
        "R-2 | LGT-100 | RAIL | rail | 1\nR-3 | LGT-100 | BOLT | bolt | 4\nR-4 | SYS | CAB | cab | 1\n"
        "R-5 | CAB | BOLT | bolt | 2"
    )
    found = fields(read(text).tables[0])
    assert (found["row_id"], found["parent_ref"], found["item_ref"]) == ("line_id", "parent", "part_number")


def test_parents_that_name_lines_leave_the_line_numbers() -> None:
    text = "No | Parent line | Name | Qty\nL-1 | | Frame | 1\nL-2 | L-1 | Arm | 4\nL-3 | L-2 | Motor | 1"
    assert fields(read(text).tables[0])["No"] == "line_id"


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


def test_numbers_of_makers_that_look_like_designators_are_numbers() -> None:
    motors = columns("Componente | Cantidad | Referencia\nMotor | 4 | F40\nControl | 1 | H743\nHélice | 4 | P51466")
    assert motors[2].field != "designators"
    boards = columns(
        "Componente | Cantidad | Referencia\nResistor | 10 | R1\nResistor | 10 | R2\nCondensador | 10 | C1"
    )
    assert boards[2].field == "designators"


def test_two_columns_that_name_the_part_both_do() -> None:
    found = columns(
        "Item name | Description | Qty\nMG996R Servo | High torque servo | 4\nRubber feet | Bumper | 8\nWire | Red | 1"
    )
    assert [each.field for each in found] == ["description", "description_2", "quantity"]


def test_a_name_and_its_specification_are_told_apart_and_shown_together() -> None:
    reading = read("Qty | Component | Specification\n4 | Screw | M2 x 12\n2 | Screw | M3 x 4\n1 | Frame | 250 mm")
    assert [row.text("description") for row in rows_of(reading)] == ["Screw, M2 x 12", "Screw, M3 x 4", "Frame, 250 mm"]


def test_a_value_on_a_board_is_no_second_description() -> None:
    found = columns("Designator | Component | Specification | Qty\nR1 | Resistor | 10k | 1\nC1 | Capacitor | 1uF | 1")
    assert found[2].field == "value"


def test_a_column_that_few_lines_fill_is_no_second_description() -> None:
    rows = "\n".join(
        f"Part {number} | Bolt of steel | {'long text here' if number == 1 else ''} | 4" for number in range(9)
    )
    assert columns(f"Item | Description | Name | Qty\n{rows}")[2].field is None


def test_groups_under_designator_are_no_designators() -> None:
    groups = columns("Designator | Component | Number\nMotion | Rail | 3\nMotion | Driver | 1\nLaser | Lens | 1")
    assert groups[0].field != "designators"
    named = columns("Designator | Value | Qty\nGND | Pad | 1\nCANHEADER | JST | 1\nR1 | 10k | 1")
    assert named[0].field == "designators"


def test_a_vendor_among_shops_is_no_maker() -> None:
    bought = columns(
        "Part number | Qty | Vendor\nALS70 | 14 | Kemet (Mouser)\nBar | 2 | McMaster-Carr\nSD250 | 1 | Coilcraft\n"
        "6N137 | 4 | Vishay"
    )
    assert bought[2].field == "supplier"
    made = columns("Part number | Qty | Vendor\nALS70 | 14 | Kemet\nBar | 2 | Yageo\nSD250 | 1 | Coilcraft")
    assert made[2].field == "manufacturer"


def test_names_of_the_drawing_program_in_words_describe_the_parts() -> None:
    spoken = columns(
        "Part | Value | Device\nC1 | 470uF | Electrolytic capacitor (5mm)\nR1 | 18k | Metal film resistor\n"
        "IC2 | 7805L | Linear regulator"
    )
    assert spoken[2].field == "description"
    drawn = columns("Part | Value | Device\nC1 | 470uF | C-EUC0805K\nR1 | 18k | R-EU_R0402\nIC2 | 7805L | 78LXX")
    assert drawn[2].field is None


def test_an_item_number_that_numbers_no_lines_is_the_part_number() -> None:
    parts = columns(
        "Item No | Item Description | Quantity\n323830 01 | PAINT | 1\n823025 01 | PLATE | 1\n323830 01 | PAINT | 1"
    )
    assert parts[0].field == "part_number"
    lines = columns("Item No | Part number | Description | Quantity\n1 | A-1 | PAINT | 1\n2 | A-2 | PLATE | 1")
    assert lines[0].field == "line_id"


def test_a_title_means_the_same_in_every_section_that_repeats_the_header() -> None:
    text = (
        "Component | Names | Value | Quantity\nRes | R1 | 10k | 1\nRes | R2-R4 | 1k | 3\nRes | R5 | 1M | 1\n"
        "Res | R6 | 47k | 1\n| | | \nConnectors | | | \n| | | \nComponent | Names | Value | Quantity\n"
        "2WP | PL1-4 | in | 4\nUSB | PL7 | USB-B | 1"
    )
    first, second = read(text).tables
    assert fields(first) == fields(second)
    assert fields(second)["Names"] == "designators"


def test_a_header_with_other_titles_takes_over() -> None:
    text = (
        "Description | Qty | Manufacturer\nMotor | 4 | Bosch\nFrame | 1 | Fibre\nManufacturer | Description | Qty\n"
        "Murata | Capacitor | 9\nYageo | Resistor | 7"
    )
    assert column(read(text), "manufacturer") == ["Bosch", "Fibre", "Murata", "Yageo"]
    assert column(read(text), "quantity") == [4, 1, 9, 7]


def test_a_unit_full_of_amounts_is_a_price() -> None:
    priced = columns(
        "Q | Part | Unit | Sum\n2 | Bearing | $19.95 | $39.90\n1 | Axle | $6.86 | $6.86\n1 | Tube | $9 | $9"
    )
    assert [each.field for each in priced] == ["quantity", "description", "unit_price", "total_price"]
    counted = columns("Qty | Part | Unit\n2 | Bearing | pcs\n1 | Axle | pcs\n3 | Tube | m")
    assert counted[2].field == "unit"


def test_a_material_that_names_things_describes_them() -> None:
    things = columns(
        "Material | Description | Qty\nBipolar stepper motor 200 step 12 V | motor | 2\n"
        "Black acrylic sheet 24 x 24 inch | acrylic | 1\nMounting base 1 x 2.3 inch for posts | structure | 5"
    )
    assert [each.field for each in things] == ["description", "description_2", "quantity"]
    made_of = columns("Part name | Material | Qty\nArm left | Carbon fibre epoxy | 2\nPlate | Aluminium 6061 | 1")
    assert made_of[1].field == "material"


def test_codes_of_priority_are_no_designators() -> None:
    rows = "\n".join(f"P0 | Part number {number} | {number}" for number in range(1, 7))
    assert columns(f"Urgency | Description | Qty\n{rows}")[0].field is None


def test_the_description_beside_the_number_is_the_one_of_the_part() -> None:
    found = columns(
        "desc_made | component | desc_component | qty\nTank black | 7705946986045 | Tank raw | 1\n"
        "Frame red | 7705946988353 | Frame raw | 1\nSeat set | 7700149056021 | Seat base | 1"
    )
    assert found[2].field == "description"


def test_where_something_is_written_is_no_supplier() -> None:
    cited = columns(
        "item | qty | description | source\n1 | 3 | Stepper driver | firmware notes, section 4 on drives\n"
        "2 | 2 | Guide rail | photo of the frame in the old readme\n3 | 2 | Bevel gear | not documented in this folder"
    )
    assert cited[3].field != "supplier"
    bought = columns("item | qty | description | source\n1 | 3 | Stepper driver | Amazon\n2 | 2 | Rail | local shop")
    assert bought[3].field == "supplier"


def test_the_cost_of_all_stands_left_of_the_price_of_one() -> None:
    text = "Name | Qty | Cost | Price\nBolt | 3 | 45 | 15\nPack | 2 | 60 | 30\nServo | 4 | 32 | 8"
    assert fields(read(text).tables[0]) == {
        "Name": "description",
        "Qty": "quantity",
        "Cost": "total_price",
        "Price": "unit_price",
    }


def test_what_overflows_the_last_column_of_a_text_file_belongs_to_it() -> None:
    text = "Part | Qty | Notes\nMotor | 4 | to buy | in June\nFrame | 1 | ready\nBolt | 8 | M3 | steel | short"
    assert column(read(sheet(text, name="")), "notes") == ["to buy, in June", "ready", "M3, steel, short"]
    assert column(read(sheet(text)), "notes") == ["to buy", "ready", "M3"]


def test_a_product_on_several_lines_beside_its_materials_is_made_of_them() -> None:
    made = columns(
        "product_id | material | quantity\nGH01 | Oak | 10\nGH01 | Screw | 20\nGH02 | Pine | 8\nGH02 | Glue | 2"
    )
    assert [each.field for each in made] == ["parent", "description", "quantity"]
    once = columns(
        "product_id | material | quantity\nGH01 | Oak | 10\nGH02 | Steel | 20\nGH03 | Pine | 8\nGH04 | Oak | 2"
    )
    assert [each.field for each in once] == ["part_number", "material", "quantity"]
    named = columns(
        "product_id | name | material | quantity\nGH01 | Leg | Oak | 10\nGH01 | Seat | Pine | 20\nGH02 | Leg | Pine | 8"
    )
    assert [each.field for each in named] == ["part_number", "description", "material", "quantity"]


def test_a_table_of_parents_and_children_with_their_names() -> None:
    related = columns(
        "bom_parent | bom_parent_name | bom_child | bom_child_name | quantity\n"
        "LTA-1 | 40IN LCD MODEL | LTA-2 | FA UNIT | 1\nLTA-2 | FA UNIT | 0001-2001 | FRAME | 1\n"
        "LTA-2 | FA UNIT | 0001-2002 | BRACKET | 4"
    )
    assert [each.field for each in related] == ["parent", None, "part_number", "description", "quantity"]


def test_maker_or_seller_is_what_the_cells_say() -> None:
    sold = columns("Part | Manufacturer/Seller | Qty\nMotor | Amazon | 1\nESC | Mouser | 2\nFrame | Amazon | 1")
    assert sold[1].field == "supplier"
    made = columns(
        "Part | Manufacturer/Seller | Qty\nMotor | Bosch | 1\nESC | Texas Instruments | 2\nDiode | Vishay | 1"
    )
    assert made[1].field == "manufacturer"


def test_a_measured_position_numbers_no_lines() -> None:
    placed = columns("Part | Value | Position (mil) | Qty\nC1 | 33pF | (207.9 624.8) | 1\nC2 | 47uF | (115 655.6) | 1")
    assert placed[2].field is None


@pytest.mark.parametrize("counts", [("X2", "X1", "X20"), ("2x", "1 x", "20x"), ("×2", "×1", "20×")])
def test_a_quantity_may_be_written_as_times(counts: tuple[str, str, str]) -> None:
    text = "Component | Quantity\n" + "\n".join(f"Part of kind {n} | {count}" for n, count in enumerate(counts))
    assert fields(read(text).tables[0])["Quantity"] == "quantity"
    assert column(read(text), "quantity") == [2, 1, 20]


def test_connectors_called_x_are_designators_and_no_quantities() -> None:
    text = "Ref | Value | Qty\nX1 | plug | 1\nX2 | socket | 1\nX3 | socket | 1"
    assert fields(read(text).tables[0]) == {"Ref": "designators", "Value": "value", "Qty": "quantity"}


BOARD = "Ref | Qty | Value | Footprint | MPN"


def test_places_with_names_are_places_in_a_list_with_footprints() -> None:
    text = (
        f"{BOARD}\nC_IN, C_OUT | 2 | 100n | C_0402 | GRM155\nD_VBUS | 1 | 1N4148 | SOD-123 | 1N4148W\n"
        "J_UART | 1 | UART | JST_SH | SM04B\nR_SENSE | 1 | 0R1 | R_1206 | RL1206"
    )
    assert fields(read(text).tables[0])["Ref"] == "designators"
    bought = "Ref | Qty | Unit price\nM3x10 | 4 | 1\nM4x16 | 8 | 1\nMGN12 | 2 | 30"
    assert fields(read(bought).tables[0]).get("Ref") != "designators"


def test_a_footprint_named_after_a_part_is_one_where_the_part_numbers_stand_elsewhere() -> None:
    rows = (
        "J1 | 1 | 100n | QSE-040-01-X-D-A | QSE-040-01-L-D-A\nJ2 | 1 | 10k | MCX-J-P-H-ST-TH1 | MCX-J-P-H-ST-TH1\n"
        "J3 | 1 | 1k | SMP-MSLD-PCS-20 | SMP-MSLD-PCS-20T"
    )
    assert fields(read(f"{BOARD}\n{rows}").tables[0])["Footprint"] == "footprint"
    without = "\n".join(row.rpartition(" | ")[0] for row in f"{BOARD}\n{rows}".split("\n"))
    assert fields(read(without).tables[0])["Footprint"] == "mpn"
    counts = "Name | Quantity | Qty per pack\nPin | 8 | 50\nBolt | 4 | 20\nNut | 2 | 10"
    assert "footprint" not in fields(read(counts).tables[0]).values()


def test_a_source_without_links_is_no_link() -> None:
    text = "Component | Source | Cost\nMotor | Reused (shop) | 0\nBattery | New | 52\nServo | New | 18"
    assert "url" not in fields(read(text).tables[0]).values()
    linked = text.replace("New", "https://shop.example/a")
    assert fields(read(linked).tables[0])["Source"] == "url"


def test_cells_that_all_name_distributors_say_who_sells() -> None:
    text = "Refs | Quantity | MPN | SP\nC1 | 1 | GRT188 | Digikey\nC2 | 1 | CC0603 | Farnell\nQ1 | 1 | BSS138 | Mouser"
    assert fields(read(text).tables[0])["SP"] == "supplier"
    assert "supplier" not in fields(read(text.replace("Farnell", "left").replace("Mouser", "top")).tables[0]).values()


def test_a_price_beside_a_price_per_pack_is_that_of_the_line() -> None:
    text = "Name | Qty | Price per pack | Price\nPin | 8 | 2,00 | 2,88\nBearing | 46 | 11,09 | 11,09\nBolt | 8 | 2 | 2"
    found = fields(read(text).tables[0])
    assert (found["Price per pack"], found["Price"]) == ("unit_price", "total_price")


def test_codes_that_number_lines_are_no_designators() -> None:
    rows = "P01 | Ring | 1\nP02 | Base | 4\nH01 | Insert | 48\nA01 | Driver | 2"
    assert fields(read(f"id | item | quantity\n{rows}").tables[0])["id"] == "line_id"
    padded = rows.replace("| 4", "| 1")
    assert fields(read(f"No. | item | quantity\n{padded}").tables[0])["No."] == "line_id"
    places = "R1 | Resistor | 1\nC2 | Capacitor | 1\nU1 | Chip | 1\nR2 | Resistor | 1"
    assert fields(read(f"id | item | quantity\n{places}").tables[0])["id"] == "designators"
    assert fields(read(f"Ref | item | quantity\n{padded}").tables[0])["Ref"] == "designators"


def test_codes_that_repeat_are_groups_and_no_places() -> None:
    rows = "Board | 1 | P01\nDriver | 2 | P01\nCable | 1 | P01\nMotor | 2 | P02\nHorn | 1 | P02\nBelt | 2 | P04"
    assert "designators" not in fields(read(f"name | quantity | source_group\n{rows}").tables[0]).values()


def test_a_second_description_counts_when_its_title_leaves_no_doubt() -> None:
    rows = [
        "Part | Qty | Description | DESCRIPTION",
        "U1 | 1 | Clock | Real time clock serial 8-pin",
        "R1 | 2 | Chip |",
    ]
    text = "\n".join(
        [*rows, "R2 | 1 | Resistor |", "R3 | 1 | Resistor |", "Y1 | 1 | Crystal | Tuning fork crystal 32 kHz"]
    )
    assert [each.field for each in columns(text)][2:] == ["description", "description_2"]


def test_chinese_words_name_a_part_beside_its_specification() -> None:
    text = (
        "BOM_ID | Item | Key_Specification | Quantity\nV1-1 | 分光棱镜 | 25.4 mm | 1\nV1-2 | 扬声器 | 4 ohm / 3 W | 1\n"
        "V1-3 | 四脚瞬时按键 | Normally open / active low | 1"
    )
    found = fields(read(text).tables[0])
    assert (found["Item"], found["Key_Specification"]) == ("description", "description_2")


def test_vendors_are_sellers_unless_most_of_them_are_known_makers() -> None:
    text = (
        "Qty | Description | Vendor\n2 | Carbon tube | Plyco\n4 | Clamp | Murata\n1 | Gear | Stalco\n1 | Plate | Tubeco"
    )
    assert fields(read(text).tables[0])["Vendor"] == "supplier"
