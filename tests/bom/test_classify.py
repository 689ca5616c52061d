"""A component class only where the words leave no doubt; what is easy to replace is never guessed."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom import read
from bom.classes import classify as classifying
from bom.classes.families import by_part_number
from bom.classes.listed import ease, keywords, prefixes
from bom.classes.words import COMPOUNDS, DIELECTRICS, MATERIALS
from depmap.core.reference import load
from tests.support import ROOT


def corpus() -> list[dict[str, str]]:
    """Descriptions as people write them, labelled by hand; an empty class must stay unknown."""
    with (ROOT / "tests/corpora/classes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def classify(text: str, designators: Sequence[str] = (), category: str = "", numbers: Sequence[str] = ()) -> str | None:
    """The class alone."""
    found = classifying.classify(text, designators, category, numbers)
    return found.name if found is not None else None


def found(row: dict[str, str]) -> str | None:
    return classify(row["text"], row["designators"].split(), row["category"])


def test_of_the_classes_given_at_least_97_in_100_are_right() -> None:
    given_classes = [(row, name) for row in corpus() if (name := found(row))]
    wrong = [(row["text"], name) for row, name in given_classes if name != row["class"]]
    assert len(wrong) <= 0.03 * len(given_classes), wrong


def test_nothing_passes_for_easier_to_replace_than_it_is() -> None:
    for row in corpus():
        name = found(row)
        if name is not None and not ease()[name]:
            assert row["class"] and not ease()[row["class"]], row


def test_of_the_clear_descriptions_at_least_nine_in_ten_get_their_class() -> None:
    clear = [row for row in corpus() if row["class"]]
    assert sum(found(row) == row["class"] for row in clear) >= 0.9 * len(clear)


@pytest.mark.parametrize("row", [row for row in corpus() if not row["class"]], ids=lambda row: row["text"][:40])
def test_what_is_not_clear_stays_unknown(row: dict[str, str]) -> None:
    assert found(row) is None


@pytest.mark.parametrize(
    ("designators", "name"),
    [
        (["R1", "R2"], "resistor"),
        (["R1", "C2"], None),
        (["C1"], None),
        (["U1"], None),
        (["D1"], None),
        (["Q1"], None),
        (["Reset"], None),
        ([], None),
    ],
)
def test_designators_decide_only_where_their_prefix_has_one_meaning(designators: list[str], name: str | None) -> None:
    assert classify("0402", designators) == name


def test_designators_forbid_another_class() -> None:
    assert classify("Bare PCB, 4 layers", []) == "circuit-board"
    assert classify("Bare PCB, 4 layers", ["J1"]) is None
    assert classify("camera 1080p", ["J1"]) is None


def test_words_come_before_designators_between_what_is_equally_easy() -> None:
    assert classify("ferrite bead 600R", ["R7"]) == "inductor"


def test_a_category_decides_where_the_description_names_nothing() -> None:
    assert classify("M3 x 8 mm pan head", (), "Screws") == "fastener"
    assert classify("Cable gland", (), "Screws") is None
    assert classify("Box", (), "Aluminium") is None


@given(st.text(max_size=60), st.lists(st.text(max_size=5), max_size=3), st.text(max_size=20))
def test_any_text_has_a_listed_class_or_none(text: str, designators: list[str], category: str) -> None:
    assert classify(text, designators, category) in {None, *ease()}


@given(st.sampled_from(sorted(keywords())), st.sampled_from(["holder", "bracket", "driver", "gland", "houder"]))
def test_what_only_holds_or_drives_a_thing_is_not_that_thing(keyword: str, thing: str) -> None:
    name = classify(f"{keyword} {thing}")
    assert name is None or name in MATERIALS


def test_the_word_lists_name_listed_classes() -> None:
    named = {*COMPOUNDS.values(), *DIELECTRICS, *MATERIALS, *(name for names in prefixes().values() for name in names)}
    assert named <= set(ease())


def lines() -> list[dict[str, str]]:
    """Distinct lines of real bills of materials with the class that a person gives them.

    Classes that are equally right are joined by ``|``; an empty one among them says that unknown is right as well.
    """
    with (ROOT / "tests/corpora/labelled_lines.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_line(row: dict[str, str]) -> str:
    numbers = row["mpn"].split(";") if row["mpn"] else []
    return classify(row["description"], row["designators"].split(), row["category"], numbers) or ""


def test_of_real_lines_95_in_100_classes_are_right_and_80_in_100_are_found() -> None:
    answers = [(of_line(row), row["class"].split("|")) for row in lines()]
    given_classes = [name in right for name, right in answers if name]
    clear = [name in right for name, right in answers if "" not in right]
    assert len(answers) >= 400
    assert sum(given_classes) >= 0.95 * len(given_classes)
    assert sum(clear) >= 0.8 * len(clear)


def test_a_part_number_tells_where_words_do_not_and_nothing_may_contradict_it() -> None:
    found = classifying.classify("100n", ["C1"], "", ["GRM155R71C104KA88D"])
    assert found is not None and found.name == "ceramic-capacitor"
    assert found.reason.en == "part number GRM155R71C104KA88D"
    assert classify("STM32F405RGT6", ["U1"]) == "processor"
    assert classify("", ["R1"], "", ["STM32F405RGT6"]) is None
    assert classify("LED driver", ["U1"], "", ["STM32F405RGT6"]) is None
    assert classify("", (), "", ["STM32F405RGT6", "GRM155R71C104KA88D"]) is None


@given(st.text(max_size=30))
def test_any_part_number_is_of_a_listed_class_or_none(number: str) -> None:
    assert by_part_number([number]) in {None, *ease()}


def test_every_family_of_part_numbers_is_found_by_itself() -> None:
    for row in load("part_families").rows:
        number = row["family"].replace("#", "5").replace("@", "Z")
        assert by_part_number([number]) is not None, row
        assert row["class"] in ease()


@pytest.mark.parametrize(
    ("text", "designators", "footprint", "name"),
    [
        ("100n", ["C1"], "Capacitor_SMD:C_0402_1005Metric", "ceramic-capacitor"),
        ("100n", ["C1"], "0603", "ceramic-capacitor"),
        ("100n", ["D1"], "0603", None),
        ("100uF", ["C1"], "Capacitor_THT:CP_Radial_D6.3mm_P2.50mm", "electrolytic-capacitor"),
        ("100uF", ["C1"], "", None),
        ("47uF", ["C1"], "Capacitor_Tantalum_SMD:CP_EIA-3528-21_Kemet-B", "tantalum-capacitor"),
        ("100nF film", ["C1"], "C_1206", None),
        ("10k", ["R1"], "Resistor_SMD:R_0603", "resistor"),
        ("10k", ["R1"], "Potentiometer_THT:Potentiometer_Bourns_3296W", None),
        ("Status", ["D2"], "LED_THT:LED_D5.0mm", "led"),
        ("TST", ["P1"], "TestPoint:TestPoint_Pad_D1.5mm", None),
        ("UART", ["JP6"], "1X06", "connector"),
        ("Battery", ["BT1"], "Connector_JST:JST_PH_B2B-PH-K_1x02", None),
        ("Ferrite bead 600R", ["L1"], "C0805", "inductor"),
    ],
)
def test_a_footprint_tells_what_words_leave_open(
    text: str, designators: list[str], footprint: str, name: str | None
) -> None:
    found = classifying.classify(text, designators, footprint=footprint)
    assert (found.name if found is not None else None) == name


def test_the_footprint_of_a_part_reaches_the_classifier(tmp_path: Path) -> None:
    path = tmp_path / "board.csv"
    path.write_text("Designator,Value,Footprint,Quantity\nC1,100n,C_0402_1005Metric,1\n", encoding="utf-8")
    (component,) = read(path).bom.components
    assert component.component_class == "ceramic-capacitor"
    assert component.class_reason.nl == "behuizing C_0402_1005Metric"


def test_words_in_the_place_of_a_part_number_tell_where_the_description_does_not() -> None:
    found = classifying.classify("Battery", (), "", ["LiPo 2000mAh"])
    assert found is not None and (found.name, found.reason.en) == ("lipo-battery", "part number LiPo 2000mAh")
    assert classify("Battery holder", (), "", ["LiPo 2000mAh"]) is None
    assert classify("Battery", ["J1"], "", ["Thermal camera"]) is None
    assert classify("STM32F405RGT6", ["U1"], "", ["see drawing 4"]) == "processor"


@pytest.mark.parametrize(
    ("text", "designators", "name"),
    [
        ("0.1 ohm 1%", ["R_SHUNT"], "resistor"),
        ("Left arm assembly", ["L_ARM"], None),
        ("0402", ["R1", "R_SCL", "yz_R2"], None),
        ("10k", ["R1", "R_SCL", "yz_R2"], "resistor"),
        ("Rotor", ["MOTOR_X"], None),
    ],
)
def test_named_designators_need_a_value_beside_them(text: str, designators: list[str], name: str | None) -> None:
    assert classify(text, designators) == name


@pytest.mark.parametrize(
    ("text", "designators", "category", "name"),
    [
        ("Battery, LiPo pack 3S", (), "", "lipo-battery"),
        ("3.7 V 500 mAh battery", ["J4"], "", None),
        ("DHT11 humidity sensor module", ["J18"], "", None),
        ("LED series resistor, 330 ohm 1/4 W", ["R3"], "", "resistor"),
        ("LED driver", ["R3"], "", None),
        ("DS18B20 one wire", (), "", None),
        ("IMU - Pi jumper wires", (), "", None),
        ("FPGA flash", (), "", None),
        ("Servo controller", (), "", None),
        ("MPU-6050 breakout", ["U4"], "", "imu"),
        ("Pen adapter", (), "printed_part", "polymer-part"),
        ("3D printed titanium bracket", (), "", "titanium-part"),
        ("Cobra 4120/18 KV550 motor", (), "", "bldc-motor"),
        ("Drill motor 12 V", (), "", None),
        ("50MHz", ["X2"], "", "oscillator"),
        ("Chipwiderstand 1R", (), "", "resistor"),
        ("チップ抵抗 1kΩ", ["R1"], "", "resistor"),
        ("3D工业相机", (), "", "camera"),
        ("Female header 1x4 (RGB / display)", ["J17"], "", "connector"),
        ("Screws & brackets", (), "", None),
        ("Resistor", ["R?"], "", "resistor"),
        ("Adafruit MPU6050 breakout", (), "", "imu"),
        ("STM32F405 shield", (), "", None),
        ("PIC18F25K80 oder PIC18F26K80", ["IC1"], "", "processor"),
        ("GNSS receiver with LNA", (), "", "gnss-receiver"),
        ("GNSS 模块接口", (), "", "connector"),
        ("ESP32 左侧排针", (), "", "connector"),
        ("水晶 24MHz 表面実装", ["Y1"], "", "oscillator"),
        ("Buck converter 5 V 3 A", (), "", "power-module"),
        ("Buck converter 5 V 3 A", ["U3"], "", None),
        ("Bronze-Buchse M5", (), "", None),
        ("Bomba RM500", (), "", None),
    ],
)
def test_what_people_write(text: str, designators: Sequence[str], category: str, name: str | None) -> None:
    assert classify(text, designators, category) == name
