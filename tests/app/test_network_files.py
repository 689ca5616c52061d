"""Network files: what is written is read back as the same network, and what is wrong is refused in one sentence."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from depmap.app.cli import main
from depmap.app.network_files import formats, network_json, open_psa, read_network
from depmap.core.errors import InputError
from depmap.core.graph import Graph
from depmap.network.cut_sets import Question, cut_sets
from tests.network.random_networks import random_network

GOOD = {"schema": 1, "top": "S", "nodes": {"S": {"all": ["a"]}}}
LEAVES = Question((), 5, None, limit=None)


def nodes_of(network: Graph, question: Question = LEAVES) -> list[tuple[str, ...]]:
    return [each.nodes for each in cut_sets(network, question).sets]


def test_a_network_file_says_what_the_network_says() -> None:
    for seed in range(150):
        network = random_network(seed)
        assert nodes_of(network_json.read("file", network_json.write(network))) == nodes_of(network), f"seed {seed}"


def test_an_open_psa_model_says_what_the_network_says() -> None:
    """A supplier that needs another one has an event of its own there, so all suppliers can be asked about."""
    for seed in range(150):
        network = random_network(seed)
        again = open_psa.read("file", open_psa.write(network))
        assert nodes_of(again) == nodes_of(network, Question((), 5, limit=None)), f"seed {seed}"


@pytest.mark.skipif(shutil.which("scram") is None, reason="the fault-tree engine scram is not installed")
def test_another_engine_finds_the_same(tmp_path: Path) -> None:
    """SCRAM, an engine for nuclear safety, reads the Open-PSA file and counts the minimal cut sets by order."""
    for seed in range(25):
        network = random_network(seed)
        path = tmp_path / f"{seed}.xml"
        path.write_bytes(open_psa.write(network))
        run = subprocess.run(["scram", str(path), "--zbdd", "-l", "5"], capture_output=True, text=True, check=True)
        found = re.search(r'distribution="([\d ]*)"', run.stdout)
        theirs = [int(count) for count in found[1].split()] if found else []
        ours = list(cut_sets(network, Question((), 5, limit=0)).counts)
        assert ours == theirs + [0] * (5 - len(theirs)), f"seed {seed}"


def test_share_gates_survive_both_formats() -> None:
    gate = {"share": {"CN": 0.6, "US": 0.25, "KR": 0.15}, "tolerates": 0.35}
    network = network_json.read("n.json", json.dumps(GOOD | {"nodes": {"S": gate}}).encode())
    assert nodes_of(network) == [("CN",), ("KR", "US")]
    assert nodes_of(open_psa.read("n.mef", open_psa.write(network))) == [("CN",), ("KR", "US")]


def test_a_model_of_another_program() -> None:
    """Nested formulas, several gates, a name for the whole; the top is the gate that no other names."""
    model = b"""<?xml version="1.0"?>
    <opsa-mef name="x"><define-fault-tree name="t"><label>drone</label>
      <define-gate name="top">
        <or><gate name="radio"/><and><basic-event name="a"/><event name="b"/></and></or>
      </define-gate>
      <define-component name="c"><define-gate name="radio">
        <atleast min="2"><basic-event name="a"/><basic-event name="c"/><basic-event name="d"/></atleast>
      </define-gate></define-component>
    </define-fault-tree>
    <model-data><define-basic-event name="a"><float value="0.1"/></define-basic-event></model-data></opsa-mef>"""
    assert nodes_of(open_psa.read("m.xml", model)) == [("a", "b"), ("a", "c"), ("a", "d"), ("c", "d")]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"schema": 2}, "schema 2 is unknown"),
        ({"top": None}, "'top' or 'nodes' is missing"),
        ({"nodes": []}, "'top' or 'nodes' is missing"),
        ({"nodes": {"S": {"all": []}}}, "node 'S' does not say what it needs"),
        ({"nodes": {"S": {"all": ["a"], "any": ["b"]}}}, "node 'S' does not say"),
        ({"nodes": {"S": {"at_least": 3, "of": ["a", "b"]}}}, "node 'S' does not say"),
        ({"nodes": {"S": {"at_least": True, "of": ["a", "b"]}}}, "node 'S' does not say"),
        ({"nodes": {"S": {"share": {"a": -1}, "tolerates": 0}}}, "node 'S' does not say"),
        ({"nodes": {"S": {"share": {"a": float("nan")}, "tolerates": 0}}}, "node 'S' does not say"),
        ({"nodes": {"S": {"all": [1]}}}, "node 'S' does not say"),
        ({"nodes": {"S": 4}}, "node 'S' does not say"),
    ],
)
def test_a_network_that_says_something_odd_is_refused(change: dict[str, object], says: str) -> None:
    with pytest.raises(InputError, match=re.escape(says)) as caught:
        network_json.read("n.json", json.dumps(GOOD | change).encode())
    assert caught.value.hint is not None


def test_a_name_that_stands_twice_is_refused() -> None:
    with pytest.raises(InputError, match="'S' stands there twice"):
        network_json.read(
            "n.json", b'{"schema": 1, "top": "S", "nodes": {"S": {"any": ["a", "b"]}, "S": {"all": ["a"]}}}'
        )


@pytest.mark.parametrize("text", [b"{", b"[" * 200_000, b'{"nodes": 99' + b"9" * 5000 + b', "top": "a"}', b"\xff{"])
def test_no_json(text: bytes) -> None:
    with pytest.raises(InputError, match="no valid JSON"):
        network_json.read("n.json", text)


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("<not><basic-event name='a'/></not>", "has 'not'"),
        ("<and><house-event name='a'/><basic-event name='b'/></and>", "has 'house-event'"),
        ("<or><gate name='nowhere'/></or>", "is not described anywhere"),
        ("<atleast min='3'><basic-event name='a'/><basic-event name='b'/></atleast>", "has 'atleast'"),
        ("<or/>", "too few different inputs"),
        ("", "does not have one formula"),
    ],
)
def test_a_tree_that_is_not_coherent_is_refused(formula: str, says: str) -> None:
    gate = f"<define-gate name='g'>{formula}</define-gate>"
    model = f"<opsa-mef><define-fault-tree name='t'>{gate}</define-fault-tree></opsa-mef>"
    with pytest.raises(InputError, match=re.escape(says)):
        open_psa.read("m.xml", model.encode())


def test_bombs_of_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><opsa-mef>&a;</opsa-mef>'
    with pytest.raises(InputError, match="no valid XML"):
        open_psa.read("m.xml", bomb)


def test_two_tops_are_refused_by_name() -> None:
    model = "<opsa-mef><define-fault-tree name='t'>{}{}</define-fault-tree></opsa-mef>".format(
        *(f"<define-gate name='{name}'><or><basic-event name='a'/></or></define-gate>" for name in "pq")
    )
    with pytest.raises(InputError, match="those are: p, q"):
        open_psa.read("m.xml", model.encode())


def test_every_format_has_its_own_ending() -> None:
    endings = [each.suffix for each in formats()]
    assert len(set(endings)) == len(endings)


def test_a_bill_of_materials_is_no_network(tmp_path: Path) -> None:
    bom = tmp_path / "bom.csv"
    bom.write_text("Part,Qty\nmotor,4\n", encoding="utf-8")
    assert read_network(bom) is None


def test_the_command_answers_as_agreed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "network.json"
    nodes = {"S": {"all": ["a", "b"]}, "a": {"any": ["m1", "m2"]}, "b": {"at_least": 2, "of": ["m1", "m2", "m3"]}}
    path.write_text(json.dumps({"schema": 1, "top": "S", "nodes": nodes}), encoding="utf-8")
    assert main(["cut-sets", str(path), "--max-order", "3", "--limit", "2", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {key: answer[key] for key in ("top", "max_order", "counts", "cut_sets", "complete")} == {
        "top": "S",
        "max_order": 3,
        "counts": {"1": 0, "2": 3, "3": 0},
        "cut_sets": [["m1", "m2"], ["m1", "m3"]],
        "complete": False,
    }
    assert main(["cut-sets", str(path), "--lang", "nl", "--limit", "1"]) == 0
    assert "en nog 2" in capsys.readouterr().out


def test_a_circle_is_refused_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "network.json"
    path.write_text(
        '{"schema": 1, "top": "a", "nodes": {"a": {"all": ["b"]}, "b": {"any": ["a", "c"]}}}', encoding="utf-8"
    )
    assert main(["cut-sets", str(path), "--lang", "en"]) == 2
    assert "cycle, at: a, b" in capsys.readouterr().err


def test_a_bill_of_materials_says_what_it_left_open_and_is_read_by_its_mapping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bom = tmp_path / "bom.csv"
    bom.write_text("Part,Qty,Manufacturer,MPN\nmotor,4,Acme,M-1\nradio,1,Volt,R-2\n", encoding="utf-8")
    mapping = tmp_path / "mapping.toml"
    assert main(["check", str(bom), "-q", "--save-mapping", str(mapping)]) == 0
    assert main(["cut-sets", str(bom), "--lang", "en"]) == 0
    assert "unknown facts were taken as harmless" in capsys.readouterr().out
    told = mapping.read_text(encoding="utf-8")
    mapping.write_text(told.replace('field = "manufacturer"', 'field = "notes"'), encoding="utf-8")
    capsys.readouterr()
    assert main(["cut-sets", str(bom), "--mapping", str(mapping), "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["counts"]["1"] == 0
    assert answer["unknowns"] > 0
