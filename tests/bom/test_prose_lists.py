"""Lists of parts in words: what they state is read, what they do not state is said, and no other text is one."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.cells.entries import LONGEST, read_entry, read_loose_entry
from bom.cells.entry_lists import read_entries
from bom.formats import open_file
from bom.formats._prose import is_prose
from bom.pins.reading import read_mapping
from bom.pins.writing import mapping_text
from bom.raw import RawFile, Sheet
from bom.reading import Reading
from bom.tables.understand import understand


@pytest.mark.parametrize(
    ("line", "count", "name", "places"),
    [
        ("1x ir2136s", "1", "ir2136s", ""),
        ("6x 10 Ohm resistor", "6", "10 Ohm resistor", ""),
        ("1x 2.2M Ohm", "1", "2.2M Ohm", ""),
        ("1x 50m ethernet line", "1", "50m ethernet line", ""),
        ("2x 7805", "2", "7805", ""),
        ("1x\t\tJ1\t\tUSB socket", "1", "J1 USB socket", ""),
        ("- 2 x M3x8 screw", "2", "M3x8 screw", ""),
        ("- [ ] 2 × M3x8 screw", "2", "M3x8 screw", ""),
        ("4xAA holder", "4", "AA holder", ""),
        ('  12 "brass m3×26mm rod"', "12", "brass m3×26mm rod", ""),
        ('1 50, "mm long lens"', "1", "50, mm long lens", ""),
        ("4 pcs of M3 nut", "4", "M3 nut", ""),
        ("3 stuks accu 6S", "3", "accu 6S", ""),
        ("10k resistor (x4)", "4", "10k resistor", ""),
        ("10k resistor (4x)", "4", "10k resistor", ""),
        ("10k resistor (qty: 4)", "4", "10k resistor", ""),
        ("M3x8 screw x4", "4", "M3x8 screw", ""),
        ("M3 nut - 4 pcs", "4", "M3 nut", ""),
        ("2. 圧電ブザー ＰＫＭ１３ (秋月）x 1", "1", "圧電ブザー ＰＫＭ１３ (秋月）", ""),
        ("11. コネクタ 10pin 5x2 302-S101 x 2", "2", "コネクタ 10pin 5x2 302-S101", ""),
        ("Stepper Motors:\t\t3x Nema 17", "3", "Stepper Motors: Nema 17", ""),
        ("R1, R2: 10k", "", "10k", "R1, R2"),
        ("C1-C3 = 100nF", "", "100nF", "C1-C3"),
        ("U1 - ATmega328P", "", "ATmega328P", "U1"),
        ("P3 - 87348-4", "", "87348-4", "P3"),
        ("C1    -      - 100nF capacitor", "", "100nF capacitor", "C1"),
        ("*2x 0.01u capacitors", "2", "0.01u capacitors", ""),
        ("•4 pcs propeller", "4", "propeller", ""),
        ("[2x] servo", "2", "servo", ""),
        ("x2 servo 9 g", "2", "servo 9 g", ""),
        ("1  @  27512 EPROM (blank)", "1", "27512 EPROM (blank)", ""),
        ("Nut M3                  2x", "2", "Nut M3", ""),
        ("Cap 10uf 25v 4mm        2x", "2", "Cap 10uf 25v 4mm", ""),
        ("モーター×4", "4", "モーター", ""),
        ("ESP32 Board: 1 Stück", "1", "ESP32 Board", ""),
        ("JST Stecker 22 AWG (5A): 3 Paar", "3 Paar", "JST Stecker 22 AWG (5A)", ""),
        ("Silicone wire (18 AWG): 1.5 m", "1.5 m", "Silicone wire (18 AWG)", ""),
        ("Multiplex 4 mm: ~ 0.12 m²", "~ 0.12 m²", "Multiplex 4 mm", ""),
        ("Standoff, qty 4", "4", "Standoff", ""),
        ("Schroef M3 - aantal: 4", "4", "Schroef M3", ""),
        ("M3 screw x4 (black)", "4", "M3 screw (black)", ""),
        ("R17 1   220 Ohms resistor", "1", "220 Ohms resistor", "R17"),
        ("R1-R3, R5 4 10k resistor 0603", "4", "10k resistor 0603", "R1-R3, R5"),
        ("- **2x** [Motor](https://shop.example/1)", "2", "Motor", ""),
    ],
)
def test_an_entry(line: str, count: str, name: str, places: str) -> None:
    entry = read_entry(line)
    assert entry is not None
    assert (entry.count, entry.name, entry.places) == (count, name, places)


@pytest.mark.parametrize(
    "line",
    [
        "741 op amp",
        "10 x 20 mm plate",
        "10x20mm plate",
        "5 x 300 = 1500",
        "Screw M3 x 8",
        "M2.5 x 6mm",
        "tube 20 mm x 4",
        "1x2 pin header",
        "2x20 header",
        "R1 1 kOhm resistor",
        "C1 1 uF",
        "Q1, Q2 3 N-channel",
        "R1-R4 2 10k resistor",
        "0x20 0x30 0x40",
        "3 tests failed",
        "Version: 3",
        "2026-01-01 12:00 started",
        "5 x 3 = 15",
        "Smith, J. (2020)",
        "10k resistor (4)",
        "2 pcs",
        "https://example.org/part (x2)",
        "Length: 60 cm",
        "Wing span: 1.8 m",
        "tube 20 mm x 4",
        "X4 crystal 16 MHz",
        "-12x",
        "Place the frame on the table and tighten all screws.",
        "x" * (LONGEST + 1),
    ],
)
def test_no_entry(line: str) -> None:
    assert read_entry(line) is None


def test_an_entry_that_counts_a_second_part_states_no_number() -> None:
    entry = read_entry("Controllers: 2x ESP32 board, 1x relay board")
    assert entry is not None
    assert (entry.several, entry.count, entry.name) == (True, "", "Controllers: 2x ESP32 board, 1x relay board")


@given(st.text(max_size=80))
def test_any_text_gives_an_entry_of_its_own_words_or_none(text: str) -> None:
    entry = read_entry(text)
    if entry is not None:
        assert all(word in text for word in entry.name.replace(":", " ").split()[:1])
        assert not entry.count or not entry.count.isdigit() or int(entry.count) > 0


def test_a_list_needs_most_lines_and_enough_of_them() -> None:
    parts = ["2x motor", "4x propeller", "1x frame"]
    prose = ["Mount the motors.", "Then the propellers.", "Fly."]
    assert list(read_entries(parts)) == [0, 1, 2]
    assert read_entries(parts[:2]) == {}
    assert read_entries([*parts, *prose]) == {}


def test_bare_numbers_need_nearly_all_lines() -> None:
    parts = ["2 motors of carbon", "4 propellers", "1 frame", "8 screws"]
    assert len(read_entries(parts)) == 4
    assert read_entries([*parts, "Charge the battery first"]) == {}
    assert read_entries(parts[:3]) == {}


def test_a_line_with_the_bullet_of_the_others_is_a_part_without_a_number() -> None:
    lines = ["1. motor x 2", "2. frame", "3. propeller x 4", "4. screw x 8"]
    assert [entry.count for _, entry in sorted(read_entries(lines).items())] == ["2", "", "4", "8"]
    bare = ["motor x 2", "frame", "propeller x 4", "screw x 8"]
    assert 1 not in read_entries(bare)


def text_file(tmp_path: Path, text: str, name: str = "bom.txt") -> RawFile:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return open_file(path)


LIST = """BOM

For the arms:
2x motor T-200, large
4x propeller

For the body
1x frame
741 op amp
8 x M3x8 screw
"""


def said(reading: Reading) -> list[tuple[int, str, object, str]]:
    return [
        (line.row, line.section, line.values["quantity"], str(line.values["description"])) for _, line in reading.parts
    ]


def test_a_text_in_words_is_read_with_its_sections_and_what_was_not_read(tmp_path: Path) -> None:
    reading = understand(text_file(tmp_path, LIST))
    assert said(reading) == [
        (4, "For the arms", 2, "motor T-200, large"),
        (5, "For the arms", 4, "propeller"),
        (8, "For the body", 1, "frame"),
        (10, "For the body", 8, "M3x8 screw"),
    ]
    assert {issue.code: str(issue.cell) for issue in reading.issues} == {"DI039": "A4", "DI040": "A9"}
    ((_, line), *_) = reading.parts
    assert {key: str(cell) for key, cell in line.cells.items()} == {"quantity": "A4", "description": "A4"}


def test_a_sheet_with_one_column_is_read_alike_and_every_value_has_the_cell_of_its_words() -> None:
    rows = tuple((None, line or None) for line in LIST.splitlines())
    given = RawFile("bom.xlsx", "0" * 64, "xlsx", (Sheet("Sheet1", rows),))
    reading = understand(given)
    assert [each[2] for each in said(reading)] == [2, 4, 1, 8]
    assert [str(line.cells["quantity"]) for _, line in reading.parts][:1] == ["Sheet1!B4"]


def test_designators_stand_for_the_number(tmp_path: Path) -> None:
    reading = understand(text_file(tmp_path, "R1, R2: 10k\nC1: 100nF\nU1: ATmega328P\nC2-C4: 1uF\n"))
    found = [(line.values["designators"], line.values["value"]) for _, line in reading.parts]
    assert found == [
        (("R1", "R2"), "10k"),
        (("C1",), "100nF"),
        (("U1",), "ATmega328P"),
        (("C2", "C3", "C4"), "1uF"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("shopping.txt", "2x milk\n1x bread\n6x eggs\n3x apples\n"),
        ("todo.txt", "1x release\n2x review\n3x meeting\n"),
        ("bom.txt", "How to build it\n\nMount 2x motor on the arms.\nGlue the frame.\nFly it.\n1x pilot\n"),
        ("bom.txt", "[12:00] 3 errors\n[12:01] retry 1\n[12:02] 0x20 0x30\n[12:03] done\n"),
        ("bom.txt", "- Added 3 tests\n- Fixed #12\n- Removed python 3.8\n- Bumped version: 4\n"),
        ("bom.txt", "https://example.org/a\nhttps://example.org/b\nhttps://example.org/c\n"),
        ("bom.txt", "ehh I'll do this later\n"),
        ("kite.txt", "100k resistor\nBC547\n1N4148 diode\npot 2k\n47k resistor\n"),
        ("bom.txt", "Added v2 of the arm\nFixed M3 holes\nMoved R5 to the left\nRemoved all of it\nDone\n"),
        ("bom.txt", "Dear Jan,\nthe board\nthe frame\nthe arms\nthanks\n"),
        ("bom.txt", "Use a 10k resistor.\nSolder it to R5.\nTest it at 5V.\nMount it with M3.\n"),
    ],
    ids=[
        *("shopping", "to do", "instructions", "log", "changes", "links", "a sentence"),
        *("names that nothing says are parts", "a diary", "a letter", "sentences"),
    ],
)
def test_other_texts_are_no_lists_of_parts(tmp_path: Path, name: str, text: str) -> None:
    assert not understand(text_file(tmp_path, text, name)).is_bom


@pytest.mark.parametrize("first", ["Parts list", "Onderdelenlijst", "# Bill of materials"])
def test_the_first_line_may_say_what_the_name_does_not(tmp_path: Path, first: str) -> None:
    text = "2x motor\n4x propeller\n1x frame\n"
    refused = understand(text_file(tmp_path, text, "kite.txt"))
    assert refused.refusal is not None
    assert "put 'Parts list' above it" in refused.refusal.en
    assert understand(text_file(tmp_path, f"{first}\n\n{text}", "kite.txt")).is_bom


@pytest.mark.parametrize(
    "text",
    [
        "Qty,Part\n2x,motor\n4x,propeller\n1x,frame\n",
        "2x motor;1.50\n1x frame;2.00\n4x propeller;0.10\n",
        "Part, Quantity\n2x motor, 1\n1x frame, 2\n4x propeller, 3\n",
        "2x motor,1.50\n1x frame,2.00\n4x propeller,0.10\n",
    ],
    ids=["counted cells", "semicolons", "a header", "commas without blanks"],
)
def test_a_text_with_fields_is_divided_into_them(tmp_path: Path, text: str) -> None:
    assert not is_prose(text.splitlines())
    assert max(len(row) for row in text_file(tmp_path, text).sheets[0].rows) == 2


def test_it_is_read_again_from_its_mapping_and_corrected_by_it(tmp_path: Path) -> None:
    raw = text_file(tmp_path, LIST)
    first = understand(raw)
    path = tmp_path / "map.toml"
    text = mapping_text([first], "en")
    for written, field in ((text, "description"), (text.replace('"description"', '"mpn"'), "mpn")):
        path.write_text(written, encoding="utf-8")
        again = understand(raw, pins=read_mapping(path).pins_for(raw.name, raw.sha256))
        assert [line.values[field] for _, line in again.parts] == [each[3] for each in said(first)]


def test_a_list_of_values_without_designators_is_described(tmp_path: Path) -> None:
    reading = understand(text_file(tmp_path, "3x 220nF\n6x 10k\n1x 10uF\n"))
    assert [column.field for column in reading.tables[0].columns] == ["quantity", "description", None, None]


def test_two_filled_columns_are_no_list_in_words() -> None:
    rows = tuple((line, "remark") for line in LIST.splitlines() if line)
    given = RawFile("bom.xlsx", "0" * 64, "xlsx", (Sheet("Sheet1", rows),))
    assert all(column.reason.en != "what else the line says" for t in understand(given).tables for column in t.columns)
    assert understand(replace(given, sheets=(Sheet("Sheet1", tuple(row[:1] for row in rows)),))).is_bom


LOOSE = "- Ceramic capacitor 0.1uF\t\t- 5\n- 74HC00 SOIC\t\t- 1\n- SRAM SOP32\t- 1 or 2 (512 kB)\n- Pins 2x18\t\t- 1\n"


def test_a_list_stands_between_prose_and_what_is_not_in_it_is_said(tmp_path: Path) -> None:
    text = (
        f"Memory board\n------------\n\n{LOOSE}\nThese chips can be used:\n\n- SAMSUNG K6X4008\n- HITACHI HM628\n\n"
        "When one chip is used only, put the resistor in its place and cut the wire.\n"
    )
    reading = understand(text_file(tmp_path, text, "partslist.txt"))
    assert [(row, count) for row, _, count, _ in said(reading)] == [(4, 5), (5, 1), (6, None), (7, 1)]
    assert "'1 or 2'" in next(issue.message.en for issue in reading.issues if issue.code == "DI010")
    assert said(reading)[2][3] == "SRAM SOP32 (512 kB)"
    unread = next(issue for issue in reading.issues if issue.code == "DI040")
    assert "A11, A12" in unread.message.en
    assert [row for row, reason in reading.tables[0].left_out if reason.en == "text beside the list"] == [14]


def test_numbers_behind_a_name_count_when_nearly_all_lines_have_one() -> None:
    parts = ["Motor: 4", "Frame: 1", "M3 screw (12)", "Battery 4S = 2"]
    assert [entry.count for _, entry in sorted(read_entries(parts).items())] == ["4", "1", "12", "2"]
    assert read_entries([*parts, "Charge first", "Then fly"]) == {}
    assert read_entries(["Port: 8080", "Timeout: 300", "Retries: 50", "Workers: 64"]) == {}
    assert read_entries(["1 Introduction", "2 Building", "3 Flying", "4 Landing", "5 Repair"]) == {}
    assert read_loose_entry("Length: 4") is None


def test_every_part_alone_between_blank_lines_is_no_title(tmp_path: Path) -> None:
    reading = understand(text_file(tmp_path, "Board     1x\n\nNut M3     2x\n\nwire\n\nMotor N20     2x\n"))
    assert [(row, section) for row, section, _, _ in said(reading)] == [(1, ""), (3, ""), (7, "")]
    assert [str(issue.cell) for issue in reading.issues if issue.code == "DI040"] == ["A5"]


def test_the_page_of_a_shop_belongs_to_the_part_above(tmp_path: Path) -> None:
    text = "ESP32: 1 Stück\nhttps://shop.example/1\n\nKabel: 1 m\nLink: https://shop.example/2\n\n- 4x Motor\n"
    lines = [line for _, line in understand(text_file(tmp_path, text)).parts]
    assert [(line.values["quantity"], line.values.get("url")) for line in lines] == [
        (1, "https://shop.example/1"),
        (1, "https://shop.example/2"),
        (4, None),
    ]
    assert lines[1].values["unit"] == "m"


def test_names_that_lead_to_shops_are_parts_without_a_number(tmp_path: Path) -> None:
    shops = "".join(f"- [Sensor {letter}](https://shop.example/{letter})\n" for letter in "abc")
    reading = understand(text_file(tmp_path, f"# Pump\n\n## Parts\n\n{shops}", "bom.md"))
    assert [str(line.values["url"]) for _, line in reading.parts] == [f"https://shop.example/{each}" for each in "abc"]
    assert "DI026" in {issue.code for issue in reading.issues}
    manuals = shops.replace("Sensor", "Wiki of the sensor")
    inside = shops.replace("https://shop.example/", "parts/")
    assert not any(understand(text_file(tmp_path, text, "bom.md")).is_bom for text in (manuals, inside))


def test_designators_and_a_gap_are_parts(tmp_path: Path) -> None:
    text = (
        "C1-C3   0.1uF   0805\nC4   220u\nor\nD1   IR sensor     PT17-21C   0805\n"
        "R1   330          R0805W\nUSB  Micro-USB\n"
    )
    reading = understand(text_file(tmp_path, text))
    found = [(line.values.get("designators"), str(line.values["value"])) for _, line in reading.parts]
    assert found == [
        (("C1", "C2", "C3"), "0.1uF 0805"),
        (("C4",), "220u"),
        (("D1",), "IR sensor PT17-21C 0805"),
        (("R1",), "330 R0805W"),
        (("USB",), "Micro-USB"),
    ]
    assert "DI040" in {issue.code for issue in reading.issues}


@pytest.mark.parametrize(
    "text",
    [
        "# Rover\n\nA small rover.\n\n## Features\n\n- 4 wheels\n- 2 cameras\n- Open source\n- Fast\n",
        "# Changes\n\n## 1.2\n\n- Motors: 3 fixes\n- Added a test\n- Version: 3\n\n## 1.1\n\n- Removed it\n",
        "Step 1\n\nTake the frame (1) and the arm (2).\n\nStep 2\n\nPut the motor (3) on the arm (2).\n",
        "Pancakes\n\n2 eggs\n200 g flour\nMix it.\nBake it in a pan.\nEat it.\n",
        "Length: 60 cm\nWidth: 20 cm\nWeight: 900 g\nRange: 12 km\nWing span: 1.8 m\n",
    ],
    ids=["features", "changes", "instructions", "recipe", "sizes"],
)
def test_prose_with_numbers_is_no_list_even_in_a_file_called_bom(tmp_path: Path, text: str) -> None:
    assert not understand(text_file(tmp_path, text)).is_bom


@pytest.mark.parametrize(
    "piece", ["a,", "a, ", "1x", "1 x ", "- ", "(", "(1) ", "a  ", "[a](https://b ", "**", "M3 x 8 ", "1 or "]
)
def test_no_line_makes_the_search_run_in_circles(piece: str) -> None:
    line = piece * (LONGEST // len(piece))
    start = time.process_time()
    read_entries([line, line + "!", f"{line}https://shop.example/{line}"] * 20)
    assert time.process_time() - start < 5


NAMES = "100uf capacitor electrolytic -\n100k resistor -\nne555n -\n\n1k resistor -\n1k resistor -\nBC547 -\npot 2k -\n"


def test_one_name_a_line_is_a_list_where_the_name_of_the_file_says_so(tmp_path: Path) -> None:
    raw = text_file(tmp_path, f"Parts list\n\n{NAMES}", "partlist.txt")
    reading = understand(raw)
    names = [line.values["description"] for _, line in reading.parts]
    assert names[:3] == ["100uf capacitor electrolytic", "100k resistor", "ne555n"]
    assert len(names) == 7
    assert {"DI026", "DI039"} <= {issue.code for issue in reading.issues}, "nothing counts them"
    path = tmp_path / "map.toml"
    path.write_text(mapping_text([reading], "en"), encoding="utf-8")
    again = understand(raw, pins=read_mapping(path).pins_for(raw.name, raw.sha256))
    assert [line.values["description"] for _, line in again.parts] == names


def test_a_number_of_the_shop_is_no_place_on_a_board(tmp_path: Path) -> None:
    text = "Digikey\n\n1 LM358DT 497-1591-1-ND\n1 AZ1117EH  AZ1117DICT-ND Diodes\n\nLCSC\n\n"
    lines = "\n".join(
        f"{count} LM358D{count} C941{count}" for count in (1, 2, 1, 4, 1, 2, 1, 1, 3, 1, 2, 1, 1, 1, 2, 1, 1, 1)
    )
    reading = understand(text_file(tmp_path, text + lines + "\n"))
    assert len(reading.parts) == 20
    assert [reading.parts[0][1].section, reading.parts[2][1].section] == ["Digikey", "LCSC"]
    assert read_loose_entry("1 C9 C10") is None


def test_designators_and_their_number_need_no_columns(tmp_path: Path) -> None:
    text = (
        "Designator  quantity value Footprint Part Number\nR1,R3,R4 3  10k resistor    0603   ESR03EZPD1002\n"
        "R2,R5    2  160 Ohms resistor    0603  ESR03EZPF1600\nR17 1   220 Ohms resistor 0603    ESR03EZPF2200\n"
        "C1-C4, C7-C10   8 100nF capacitor 0603     C0603F104K3RACTU\nU1 1    Reference 4,096    SOT-23-6   LT6654\n"
    )
    reading = understand(text_file(tmp_path, text, "BOM.tsv"))
    assert [line.values["quantity"] for _, line in reading.parts] == [3, 2, 1, 8, 1]
    assert reading.parts[3][1].values["designators"] == ("C1", "C2", "C3", "C4", "C7", "C8", "C9", "C10")
    assert reading.parts[4][1].values["value"] == "Reference 4,096 SOT-23-6 LT6654"


CODED = """               Motherboard
--------------------------------
82C55AC            IO Controller (3 x 8)    IO Output header
M27C256B           256Kb UV EPROM           Main program PROM
HIN238CP x2        Quad RS232 Transceiver
74HC4060           14 stage Ripple Counter  clock
74HC32N            Quad 2-Input OR Gate     Glue Logic

            Button PCB
--------------------------------
74HC245B1         Octal Bus Transceiver     | for the pinout
74HC138B1 x3      3 to 8 Line Decoder
"""


def test_numbers_and_what_they_are_need_no_header_in_a_list_of_parts(tmp_path: Path) -> None:
    reading = understand(text_file(tmp_path, CODED, "BOM.txt"))
    assert [line.values.get("quantity") for _, line in reading.parts] == [None, None, 2, None, None, None, 3]
    assert [line.section for _, line in reading.parts][4:6] == ["Motherboard", "Button PCB"]
    assert not understand(text_file(tmp_path, CODED, "chips.txt")).is_bom
    words = CODED.replace("74HC32N ", "and then").replace("74HC4060", "it goes ")
    assert not understand(text_file(tmp_path, words, "BOM.txt")).is_bom


def test_a_sum_of_money_above_the_names_is_no_part(tmp_path: Path) -> None:
    names = "(~$6 in parts)\n\n| .022u        C8\n| 1k           R10\n| 680          R7\n| 12p          C6\n"
    reading = understand(text_file(tmp_path, names + "| (12MHz) xtal X1            ($1)\n", "BOM.txt"))
    (table,) = reading.tables
    assert table.lines[0].values["description"] == ".022u C8"
    assert (len(table.lines), [(row, reason.en) for row, reason in table.left_out]) == (5, [(1, "a cost, no part")])
