"""What names and describes a part, where several columns could."""

from __future__ import annotations

import pytest

from bom.assembly.rows import rows_of
from tests.bom.grids import columns, fields, read


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


def test_a_specification_beside_a_name_tells_more_and_alone_it_is_the_name() -> None:
    beside = columns("Qty | Component | Specification\n4 | Screw | M2 x 12 mm, long\n2 | Screw | M3 x 4 mm, grub")
    assert [each.field for each in beside] == ["quantity", "description", "description_2"]
    alone = columns("Qty | Specification\n4 | Screw M2 x 12 mm\n2 | Screw M3 x 4 mm\n1 | Frame of carbon")
    assert alone[1].field == "description"


def test_a_symbol_is_a_number_except_in_a_drawing() -> None:
    bought = columns("Nazwa | Ilość | Symbol\nSilnik | 4 | F40-PRO\nRama | 1 | QAV-R\nOdbiornik | 1 | RX-24")
    assert bought[2].field in {"part_number", "mpn"}
    drawn = columns("Reference | Qty | Value | Symbol\nR1 | 1 | 10k | Device:R\nC1 | 1 | 1uF | Device:C")
    assert drawn[3].field is None


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


def test_names_of_the_drawing_program_in_words_describe_the_parts() -> None:
    spoken = columns(
        "Part | Value | Device\nC1 | 470uF | Electrolytic capacitor (5mm)\nR1 | 18k | Metal film resistor\n"
        "IC2 | 7805L | Linear regulator"
    )
    assert spoken[2].field == "description"
    drawn = columns("Part | Value | Device\nC1 | 470uF | C-EUC0805K\nR1 | 18k | R-EU_R0402\nIC2 | 7805L | 78LXX")
    assert drawn[2].field is None


def test_a_material_that_names_things_describes_them() -> None:
    things = columns(
        "Material | Description | Qty\nBipolar stepper motor 200 step 12 V | motor | 2\n"
        "Black acrylic sheet 24 x 24 inch | acrylic | 1\nMounting base 1 x 2.3 inch for posts | structure | 5"
    )
    assert [each.field for each in things] == ["description", "description_2", "quantity"]
    made_of = columns("Part name | Material | Qty\nArm left | Carbon fibre epoxy | 2\nPlate | Aluminium 6061 | 1")
    assert made_of[1].field == "material"


def test_the_description_beside_the_number_is_the_one_of_the_part() -> None:
    found = columns(
        "desc_made | component | desc_component | qty\nTank black | 7705946986045 | Tank raw | 1\n"
        "Frame red | 7705946988353 | Frame raw | 1\nSeat set | 7700149056021 | Seat base | 1"
    )
    assert found[2].field == "description"


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


def test_sizes_under_a_description_are_no_part_numbers() -> None:
    header = "References | Qty | Description | PartNumber\n"
    found = columns(
        header
        + "J1 | 1 | | Hirose CX70M\nU1 | 1 | QFN16 | FTDI FT230XQ\nD2 | 1 | 0603 | \nD1 | 1 | 0603 |\nR3 | 1 | 0402 |"
        "\nC1 | 1 | 0805 |\nC2 | 1 | 0805 | MI0805K601R"
    )
    assert found[2].field != "mpn"
    assert found[3].field in {"part_number", "mpn"}


def test_names_with_underscores_are_of_a_drawing_program() -> None:
    found = columns(
        "Ref | Footprint | Qty | Value\nD1 | Diode_DO-35 | 1 | Diode\nS1 | Choc_V1 | 1 | Key\nU1 | Nano_V2 | 1 | Nano"
    )
    assert found[1].field == "footprint"
    numbers = columns(
        "Ref | Footprint | Qty | Value\nD1 | 1N4148W-7 | 1 | Diode\nS1 | PG1350B | 1 | Key\nU1 | NRF52840 | 1 | Nano"
    )
    assert numbers[1].field == "mpn", "without an underscore they are part numbers"


def test_an_alternate_describes_no_part_of_the_list() -> None:
    found = columns(
        "Part | Qty | MPN | Qualified_alternate\n"
        "Boost converter | 1 | TPS61170DRVR | Higher voltage boost controller\n"
        "Driver transistor | 4 | AO3400A | Equivalent logic level transistor\n"
        "Sensor of pressure | 1 | BME280 | A stocked sensor of pressure"
    )
    assert found[0].field == "description"
    assert (found[3].field or "").removesuffix("_2") != "description"


LEADING = (
    "{title} | Qty | MPN | {last}\n"
    "Boost converter | 1 | TPS61170DRVR | in stock\n"
    "Driver transistor | 4 | AO3400A | in stock\n"
    "Pressure sensor | 1 | BME280 | in stock\n"
    "{fourth} | 2 | BAV99 | in stock"
)


def test_what_stands_first_and_differs_per_line_is_what_the_line_is_about() -> None:
    assert columns(LEADING.format(title="Block", last="Gate", fourth="Input clamp"))[0].field == "description"
    repeated = LEADING.format(title="Block", last="Gate", fourth="Boost converter").replace(
        "Driver transistor", "Boost converter"
    )
    assert columns(repeated)[0].field is None, "groups repeat"
    assert columns(LEADING.format(title="Reason", last="Gate", fourth="Input clamp"))[0].field == "notes"


def test_com_is_a_country_of_manufacture_only_above_countries() -> None:
    header = "Model | Qty | Supplier | Com\n"
    countries = columns(header + "Sensor A1 | 1 | Acme | China\nSensor B2 | 1 | Acme | Taiwan")
    remarks = columns(
        header
        + "Sensor A1 | 1 | Acme | The values will be attached later\nSensor B2 | 1 | Acme | To be bought in Mexico City"
    )
    assert (countries[3].field, remarks[3].field) == ("country_of_origin", "notes")


def test_words_above_numbers_are_titles_whatever_they_mean() -> None:
    header = "part | qty | kind | bbox | volume | weight_of_it | faces"
    rows = ["lid | 1 | PLA | 8 x 51 | 23 | 29 | 2390", "back | 1 | PLA | 4 x 1 | 105 | 131 | 989"]
    rows.append("arm | 2 | PLA | a | 3 | 4 | 5")
    assert [each.field for each in columns("\n".join([header, *rows]))][:2] == ["description", "quantity"]
    assert not read("part | qty | ok | fine | good | nice\nlid | 1 | a | b | c | d\narm | 2 | a | b | c | d").tables


def test_beside_the_number_of_the_shop_another_number_is_the_makers() -> None:
    header = "Item | Qty | Value | Distributor | Distributor Part # | Part #"
    rows = ["1 | 1 | Box | DIGIKEY | HM616-ND | 1411QU", "2 | 2 | Jack | DIGIKEY | J151-ND | 108-0902-001"]
    rows.append("3 | 1 | Jack | DIGIKEY | J152-ND | 108-0903-001")
    found = [each.field for each in columns("\n".join([header, *rows]))]
    assert found[4] == "supplier_part_number"
    assert found[5] in {"mpn", "part_number"}


MIXED = (
    "{title} | Ref | Value | Qty\nMicro module (socket) | U1 | XIAO | 1\nADP150AUJZ-3.3 | U2 | 3.3V | 1\n"
    "Ferrite 600 ohm | FB1 | 600R | 1\nR 47k 1% | R1 R2 | 47k | 2\nTVS diode 5 V | D1 | PESD | 1\nC 10uF | C4 | 10u | 1"
)


def test_the_name_of_a_board_above_the_names_of_its_parts_is_no_title() -> None:
    assert columns(MIXED.format(title="PinaBio v1.0"))[0].field == "description"
    codes = MIXED.format(title="Zq").replace("Micro module (socket)", "A 1").replace("Ferrite 600 ohm", "A 3")
    assert columns(codes.replace("TVS diode 5 V", "A 4"))[0].field is None, "codes"


EASY = (
    "Quantity|Comment|Designator|Footprint|{value}|Manufacturer Part\n2|2.2uF|C1,C2|C0603||CL10A225KO8NNNC\n"
    "1|CLK|C15|TEST PAD||\n2|22uF|C4,C5|C0402|22uF|GRM158R61A226ME15D\n1|10k|R1|R0402|10k|RC0402FR\n"
    "1|STM32F405RGT6|U2|LQFP-64||STM32F405RGT6\n1|100nF|C6|C0402||CL05B104KO5NNNC"
)


def test_a_comment_beside_a_value_that_few_lines_fill_is_the_name() -> None:
    found = columns(EASY.format(value="Value"))
    assert (found[1].field, found[4].field) == ("description", "value")
    assert columns(EASY.format(value="Layer"))[1].field == "value"


def test_a_type_beside_its_maker_is_the_makers_and_otherwise_a_kind() -> None:
    text = (
        "Menge | Was | Hersteller | Typ\n1 | Handy | OnePlus | Nord-N105\n1 | Router | ASUS | TUF-AX4200\n2 | Tisch | |"
    )
    assert columns(text)[3].field == "mpn"
    header = "Qty | Part | Manufacturer | Type\n"
    kinds = header + "1 | Switch | Omron | push\n1 | Lamp | Philips | light\n1 | Reed | Omron | push"
    assert columns(kinds)[3].field == "category"


def test_a_second_description_of_few_lines_tells_more_of_those() -> None:
    rows = "\n".join(f"{n} | Part of kind {n} | {'white thing' if n < 5 else ''}" for n in range(2, 22))
    assert columns(f"Stück | Was | Beschreibung\n{rows}")[2].field == "description_2"
    once = rows.replace("3 | Part of kind 3 | white thing", "3 | Part of kind 3 |").replace("4 | white thing", "4 |")
    assert columns(f"Stück | Was | Beschreibung\n{once}")[2].field is None


FILES = (
    "Part File Name | Qty | Description / Notes\nLower_Body.stl | 1 | main chassis\nClamp.stl | 2 | clamp for the cable"
)


def test_printed_parts_are_named_by_their_files() -> None:
    assert list(fields(read(FILES).tables[0]).values()) == ["description", "quantity", "description_2"]
    assert not read(FILES.replace("Part File Name", "File Name").replace("Qty", "Size")).is_bom


LONG = (
    "PC/ABS with 30 percent glass, flame retardant UL94 V-0",
    "Al 1100-H22 hydrophilic coated fins 0.095 mm",
    "Cu C12200 tube of 7 mm, inner grooved",
    "Steel ST4.2x12 with zinc, pan head PH",
)


def test_a_material_may_be_told_at_length_beside_a_name_and_a_number() -> None:
    rows = "\n".join(f"A-10{n} | part {n} | {n} | {text}" for n, text in enumerate(LONG, 1))
    named = columns("part_no | name | qty | material\n" + rows)
    assert [each.field for each in named] == ["part_number", "description", "quantity", "material"]
    alone = columns("part_no | qty | material\n" + "\n".join(f"A-{n} | {n} | {text}" for n, text in enumerate(LONG, 1)))
    assert alone[2].field != "material", "nothing else names them"
