"""``depmap exposure``: the published example as a file, what is asked, and everything a file may get wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from depmap.app.cli import main

CASE = """
[products.P1]
demand = 75
stock = 20
loss = 5000
[products.P2]
demand = 50
stock = 25
loss = 6500
[suppliers.S1]
capacity = 30
recovery = 2
makes = ["P1", "P2"]
[suppliers.S2]
capacity = 45
recovery = 2
makes = ["P1", "P2"]
[suppliers.S3]
capacity = 60
recovery = 2
makes = ["P1", "P2"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "capacity.toml"
    path.write_text(CASE, encoding="utf-8")
    return path


def asked(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, Any]:
    assert main(["exposure", *map(str, words), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert isinstance(answer, dict)
    return answer


def test_the_published_example(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = asked(capsys, file)
    shown = [
        (each["name"], each["exposure"], round(each["index"], 3), round(each["time_to_survive"], 3), each["periods"])
        for each in answer["losses"]
    ]
    assert shown == [("S3", 275_000, 1.0, 0.9, 2), ("S2", 125_000, 0.455, 1.286, 2), ("S1", 0, 0.0, 2.25, 2)]
    worst = answer["losses"][0]
    assert worst["links"] == [["S3", "P1"], ["S3", "P2"]]
    assert (worst["bottleneck"], worst["not_delivered"], worst["short"]) == (["P1", "P2"], {"P1": 55}, 1.1)
    assert sum(each["units"] for each in worst["made"]) == 150
    assert (answer["nothing_lost"]["time_to_survive"], answer["nothing_lost"]["exposure"]) == (None, 0)
    assert main(["exposure", str(file), "--lang", "nl"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^S2 +125\.000 +0,455 +1,286 +2 +0,714 +P1 \+ P2 +P1 25$", printed, re.MULTILINE)
    assert "Zonder verlies is alles blijvend te leveren." in printed


def test_suppliers_together_and_another_recovery(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = asked(capsys, file, "--lose", "S2", "--lose", "S1", "--recovery", "4")
    first = answer["losses"][0]
    assert (first["name"], first["periods"], first["exposure"]) == ("S2 + S1", 4, 5000 * (500 - 45 - 240))
    assert [each["name"] for each in answer["losses"]] == ["S2 + S1", "S3", "S2", "S1"]
    assert len(asked(capsys, file, "--lose", "S1")["losses"]) == 3, "the same loss is listed once"


def test_losses_of_the_file_and_suppliers_that_come_back_one_by_one(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    losses = """
    [losses.strike]
    lose = ["S3"]
    links = { S1 = ["P2"] }
    recovery = 3
    [losses.flood]
    lose = ["S2", "S3"]
    """
    file.write_text(CASE.replace("recovery = 2", "recovery = 1", 1) + losses, encoding="utf-8")
    found = {each["name"]: each for each in asked(capsys, file)["losses"]}
    assert set(found) == {"S1", "S2", "S3", "strike", "flood"}
    assert found["strike"]["links"] == [["S1", "P2"], ["S3", "P1"], ["S3", "P2"]]
    assert (found["strike"]["periods"], found["flood"]["periods"], found["S1"]["periods"]) == (3, 2, 1)
    assert found["strike"]["exposure"] == 5000 * (3 * 125 - 45 - 3 * 75)


def test_too_little_without_any_loss_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(CASE.replace("capacity = 60", "capacity = 20"), encoding="utf-8")
    assert main(["exposure", str(file), "--lang", "en"]) == 0
    assert "even without a loss not everything can be delivered, after 1.5 periods" in capsys.readouterr().out
    assert asked(capsys, file)["nothing_lost"]["exposure"] == 5000 * (250 - 45 - 190)


def test_a_small_number_is_never_shown_as_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small = CASE.replace("loss = 5000", "loss = 0.000002").replace("loss = 6500", "loss = 0.000003")
    file.write_text(small, encoding="utf-8")
    assert main(["exposure", str(file), "--lang", "nl"]) == 0
    assert re.search(r"^S3 +0,00011 +1,000", capsys.readouterr().out, re.MULTILINE)


def test_names_cannot_command_a_terminal(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(CASE.replace("[suppliers.S3]", '[suppliers."S3\\u001b[2J\\nS9"]'), encoding="utf-8")
    assert main(["exposure", str(file), "--lang", "en"]) == 0
    assert "S3\\u001b[2J\\u000aS9  " in capsys.readouterr().out


P1 = "demand = 75\nstock = 20\nloss = 5000"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("demand = 75", "demand = 0", "line 3: “demand” is 0; expected: a number from 0.000001"),
        ("demand = 75", "demand = true", "line 3: “demand” is true"),
        ("demand = 75", "demand = nan", "line 3: “demand” is nan"),
        ("demand = 75", "demand = '75'", 'line 3: “demand” is "75"'),
        ("stock = 20", "stock = -1", "line 4: “stock” is -1; expected: 0, or a number"),
        ("loss = 5000", "loss = 1e13", "line 5: “loss” is 10000000000000.0"),
        ("stock = 20", "stok = 20", "line 4: “stok” is not a key of [products.P1]"),
        (P1, "stock = 20\nloss = 1", "line 2: [products.P1] has no “demand”"),
        (P1, "demand = 1", "line 2: [products.P1] has no “loss”"),
        ("capacity = 30\n", "", "line 10: [suppliers.S1] has no “capacity”"),
        ("recovery = 2", "recovery = inf", "line 12: “recovery” is inf"),
        ('makes = ["P1", "P2"]', 'makes = ["P1", "P3"]', "line 13: “makes” names “P3”, which there is not"),
        ('makes = ["P1", "P2"]', 'makes = ["P1", "P1"]', "line 13: “P1” is listed twice"),
        ('makes = ["P1", "P2"]', "makes = []", "line 13: “makes” is []; expected: at least one product"),
        ('makes = ["P1", "P2"]', 'makes = "P1"', "line 13: “makes” is"),
        ("loss = 6500", "loss = 6500\n[products.P3]\ndemand = 1\nloss = 1", "line 10: no supplier makes “P3”"),
        ("demand = 50", "demand = 0.00001", "line 7: “demand” of “P2” is more than a million times smaller"),
        ("[products.P1]", "[product.P1]", "“product” is not a key of capacity.toml"),
        ("[products.P1]", "products = 3\n[x]", "not valid TOML: Cannot overwrite a value"),
        ("[products.P1]", "[[products.P1]]", "“P1” is"),
        ("[products.P1]", "[products.P1", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_with_line_and_key(
    file: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
) -> None:
    file.write_text(CASE.replace(old, new, 1), encoding="utf-8")
    assert main(["exposure", str(file), "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert (told.out, says in told.err) == ("", True), told.err
    assert told.err.startswith("Error: capacity.toml")


@pytest.mark.parametrize(
    ("loss", "says"),
    [
        ("[losses.x]", "line 22: loss “x” does not say what is lost"),
        ("[losses.x]\nlose = []", "line 22: loss “x” does not say what is lost"),
        ('[losses.x]\nlose = ["S4"]', "line 23: “lose” names “S4”, which there is not"),
        ('[losses.x]\nlinks = { S4 = ["P1"] }', "line 23: “links” names “S4”"),
        ('[losses.x]\nlinks = { S1 = ["P4"] }', "“S1” names “P4”"),
        ('[losses.x]\nlose = ["S1"]\nrecovery = -1', "line 24: “recovery” is -1"),
        ('[losses.S1]\nlose = ["S1"]', "line 22: loss “S1” is named like a supplier"),
    ],
)
def test_losses_that_say_nothing_right(file: Path, capsys: pytest.CaptureFixture[str], loss: str, says: str) -> None:
    file.write_text(CASE.rstrip("\n") + "\n" + loss, encoding="utf-8")
    assert main(["exposure", str(file), "--lang", "en"]) == 2
    assert says in capsys.readouterr().err


def test_files_that_are_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases: dict[str, bytes | None] = {
        "absent.toml": None,
        "latin.toml": b"# caf\xe9",
        "large.toml": b"#" * 1_000_001,
        "empty.toml": b"",
        "nothing.toml": b"[products]\n[suppliers]\n",
    }
    for name, content in cases.items():
        if content is not None:
            (tmp_path / name).write_bytes(content)
        assert main(["exposure", str(tmp_path / name), "--lang", "nl"]) == 2, name
        assert name in capsys.readouterr().err
    assert main(["exposure", str(tmp_path)]) == 2


def test_too_much_is_refused_before_it_is_computed(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = "".join(f'[suppliers.T{n}]\ncapacity = 1\nrecovery = 1\nmakes = ["P1", "P2"]\n' for n in range(998))
    file.write_text(CASE + many, encoding="utf-8")
    assert main(["exposure", str(file), "--lang", "en"]) == 2
    assert "the suppliers make 2002 products together; at most 2000" in capsys.readouterr().err


def test_an_unknown_supplier_is_named_with_those_there_are(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["exposure", str(file), "--lose", "S4", "--lang", "nl"]) == 2
    assert re.search(r"geen leverancier ‘S4’.*Toegestaan: S1, S2, S3", capsys.readouterr().err, re.DOTALL)
