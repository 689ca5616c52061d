"""Columns of designators and footprints, whatever their title says, and what only looks like them."""

from __future__ import annotations

import pytest

from tests.bom.grids import columns, fields, read


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


def test_a_position_full_of_designators_is_designators() -> None:
    found = columns(
        "No. | Parts name | Price\nU1 | Computer board | 770\nR1 | Resistor 100k | 1\nC1 | Capacitor 100n | 10"
    )
    assert found[0].field == "designators"


def test_part_full_of_designators_is_designators() -> None:
    found = columns("Part | Value\nR1 | 10k\nC1 | 1uF\nC2 | 1uF\nU1 | LM317")
    assert [each.field for each in found] == ["designators", "value"]


def test_numbers_of_makers_that_look_like_designators_are_numbers() -> None:
    motors = columns("Componente | Cantidad | Referencia\nMotor | 4 | F40\nControl | 1 | H743\nHélice | 4 | P51466")
    assert motors[2].field != "designators"
    boards = columns(
        "Componente | Cantidad | Referencia\nResistor | 10 | R1\nResistor | 10 | R2\nCondensador | 10 | C1"
    )
    assert boards[2].field == "designators"


def test_groups_under_designator_are_no_designators() -> None:
    groups = columns("Designator | Component | Number\nMotion | Rail | 3\nMotion | Driver | 1\nLaser | Lens | 1")
    assert groups[0].field != "designators"
    named = columns("Designator | Value | Qty\nGND | Pad | 1\nCANHEADER | JST | 1\nR1 | 10k | 1")
    assert named[0].field == "designators"


def test_codes_of_priority_are_no_designators() -> None:
    rows = "\n".join(f"P0 | Part number {number} | {number}" for number in range(1, 7))
    assert columns(f"Urgency | Description | Qty\n{rows}")[0].field is None


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


def test_titles_of_a_drawing_program_that_changed_places() -> None:
    swapped = columns(
        "Id | Symbol | Reference | Units | Part Value\n"
        "1 | H2,H1 | MountingHole_2.5mm_Pad | 2 | MountingHole\n2 | R1,R4 | R_1206_3216Metric | 2 | 10k\n"
        "3 | Analog5 | JST_EH_B3B-EH-A_1x03_P2.50mm | 1 | ap5\n4 | C1 | C_0805_2012Metric | 1 | 100n\n"
        "5 | C2 | C_0805_2012Metric | 1 | 1u\n6 | Q1 | TO-263-2 | 1 | TIP122"
    )
    assert [column.field for column in swapped] == ["line_id", "designators", "footprint", "quantity", "value"]


def test_the_name_of_a_symbol_stays_one_beside_designators() -> None:
    usual = columns(
        "Symbol | Reference | Qty | Value\nR1206 | R1,R4 | 2 | 10k\nC0805 | C1 | 1 | 1u\nQ1 | Q1 | 1 | BC847"
    )
    assert [column.field for column in usual] == [None, "designators", "quantity", "value"]
