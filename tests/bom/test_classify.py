"""A component class only where the words leave no doubt; what is easy to replace is never guessed."""

from __future__ import annotations

import pytest

from bom.classify import classify


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bout M3x16 ISO 4762", "fastener"),
        ("Bolts M8", "fastener"),
        ("Vluchtregelaar Pixhawk 6X", "flight-controller"),
        ("Flight controller with bare board", "flight-controller"),
        ("MLCC 100n 0402", "ceramic-capacitor"),
        ("GNSS-ontvanger, RTK", "gnss-receiver"),
        ("Gimbal motor", "bldc-motor"),
        ("STM32 microcontroller", "processor"),
    ],
)
def test_the_longest_keyword_decides(text: str, name: str) -> None:
    assert classify(text) == name


@pytest.mark.parametrize(
    "text",
    ["", "Bracket, machined", "radio harness", "antennekabelboom", "nutmeg", "10k", "gimbal camera lens cable harness"],
)
def test_unknown_rather_than_wrong(text: str) -> None:
    assert classify(text) is None


@pytest.mark.parametrize(
    ("designators", "name"),
    [
        (["R1", "R2"], "resistor"),
        (["R1", "C2"], None),
        (["C1"], None),
        (["U1"], None),
        (["D1"], None),
        (["Reset"], None),
        ([], None),
    ],
)
def test_designators_decide_only_where_their_prefix_has_one_meaning(designators: list[str], name: str | None) -> None:
    assert classify("0402", designators) == name


def test_designators_forbid_what_is_easier_to_replace() -> None:
    assert classify("jack SMA PCB vertical", ["J1"]) is None
    assert classify("PCB main", []) == "circuit-board"


def test_words_come_before_designators() -> None:
    assert classify("ferrite bead 600R", ["R7"]) == "inductor"
