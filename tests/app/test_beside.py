"""``--suppliers`` and ``--catalogue`` on the command line: what they change, where it is told, what is refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.bom.formats.declarations import amount, declaration, full, material, number, product
from tests.support import Run

PARTS = "Item;Qty;Manufacturer;MPN\n1;4;Acme;M-1\n2;1;Volt;R-2\n"
WHO = "Name;Country;Document\nAcme;Netherlands;Extract 2026-114.pdf\n"
CATALOGUE = "Manufacturer;Model;Country of manufacture;Source\nAcme;m-1;Germany;https://acme.example\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A bill of materials, a supplier file and a catalogue."""
    contents = {"parts.csv": PARTS, "who.csv": WHO, "cat.csv": CATALOGUE}
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return {name: tmp_path / name for name in contents}


def test_what_files_add_counts_and_both_are_named_with_their_sums(run_depmap: Run, files: dict[str, Path]) -> None:
    beside = ("--suppliers", "who.csv", "--catalogue", "cat.csv")
    without = json.loads(run_depmap("analyze", "parts.csv", "--format", "json").stdout)
    found = json.loads(run_depmap("analyze", "parts.csv", "--format", "json", "-o", "out", *beside).stdout)
    assert without["systems"][0]["unknown_origin_lines"] == 2
    assert found["systems"][0]["unknown_origin_lines"] == 1
    listed = {each["id"]: each["rows"] for each in found["run"]["lists"]}
    for name, rows in (("who.csv", 1), ("cat.csv", 1)):
        assert listed[f"{name} sha256:{hashlib.sha256(files[name].read_bytes()).hexdigest()}"] == rows
    told = json.dumps(found)
    assert "who.csv B2" not in json.dumps(without)
    assert "cat.csv C2 (https://acme.example)" in told


def test_the_reports_say_so_too(run_depmap: Run, files: dict[str, Path]) -> None:
    assert run_depmap("analyze", "parts.csv", "-o", "out", "--suppliers", "who.csv", "--lang", "nl").returncode == 0
    page = (files["who.csv"].parent / "out" / "risk-map.html").read_text(encoding="utf-8")
    assert "Leveranciersbestand who.csv" in page


def test_check_says_where_file_and_list_contradict_each_other(run_depmap: Run, files: dict[str, Path]) -> None:
    files["parts.csv"].write_text(PARTS.replace("Volt", "T-Motor"), encoding="utf-8")
    files["who.csv"].write_text("Naam;Land\nT-Motor;Nederland\n", encoding="utf-8")
    checked = run_depmap("check", "parts.csv", "--suppliers", "who.csv", "--lang", "nl")
    assert checked.returncode == 0
    assert "[DI371] who.csv, B2: T-Motor: land van vestiging is hier Nederland" in checked.stdout


def test_declarations_of_suppliers_show_what_is_in_the_parts(run_depmap: Run, files: dict[str, Path]) -> None:
    held = full(material("NdFeB", amount("12", "g")))
    for name, model in (("one.xml", "M-1"), ("two.xml", "X-9")):
        text = declaration(product(number(model, "Motor"), inside=held), company="Acme")
        (files["parts.csv"].parent / name).write_text(text, encoding="utf-8")
    beside = ("--catalogue", "one.xml", "--catalogue", "two.xml", "--catalogue", "cat.csv")
    found = json.loads(run_depmap("analyze", "parts.csv", "--format", "json", *beside).stdout)
    motors, volt = sorted(found["components"], key=lambda each: each["sources"][0]["part_number"])
    assert motors["materials"] == [
        {
            "material": "NdFeB",
            "cas": None,
            "within": None,
            "grams": {"low": 12, "high": 12},
            "supplier": "Acme",
            "evidence": "declared",
            "reference": "one.xml F2 (IPC-1752A, Acme, 2026-03-02)",
            "cells": ["D2"],
        }
    ]
    assert (volt["materials"], volt["grams"]) == ([], None)
    assert motors["sources"][0]["manufacture"] == "DE"
    assert {"one.xml", "two.xml", "cat.csv"} <= {each["id"].split()[0] for each in found["run"]["lists"]}


@pytest.mark.parametrize("command", ["analyze", "check"])
@pytest.mark.parametrize(
    ("option", "name", "content", "said"),
    [
        ("--suppliers", "who.csv", "Name;Country\nAcme;Atlantis\n", "who.csv, B2: "),
        ("--catalogue", "cat.csv", "Brand;Model;Made in\nAcme;;DE\n", "cat.csv, B2: "),
        ("--suppliers", "absent.csv", "", "absent.csv"),
        ("--catalogue", "who.csv", WHO, "Manufacturer, Model, Country of manufacture"),
    ],
)
def test_what_cannot_be_relied_on_stops_the_run(
    run_depmap: Run, files: dict[str, Path], command: str, option: str, name: str, content: str, said: str
) -> None:
    folder = files["parts.csv"].parent
    if content:
        (folder / name).write_text(content, encoding="utf-8")
    before = sorted(folder.iterdir())
    refused = run_depmap(command, "parts.csv", option, name, "--lang", "en")
    assert refused.returncode == 2
    assert said in refused.stderr
    assert "Traceback" not in refused.stderr
    assert sorted(folder.iterdir()) == before
