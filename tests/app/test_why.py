"""depmap why: the routes by which a system needs a node, and whether it is a single point."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import Run

BOM = """\
Level;Part number;Description;Qty;Manufacturer;MPN;Country of origin
1;A-1;Tail;1;;;
2;M-1;Brushless motor;2;T-Motor;MN5008;China
1;M-2;Tail motor;1;T-Motor;MN2;China
1;R-1;Radio receiver;1;Texas Instruments;TI-9;
"""


@pytest.fixture
def bom(tmp_path: Path) -> Path:
    path = tmp_path / "kite.csv"
    path.write_text(BOM, encoding="utf-8")
    return path


def test_the_routes_as_data_agree_with_the_findings(run_depmap: Run, bom: Path, tmp_path: Path) -> None:
    assert run_depmap("analyze", bom, "-o", "out").returncode == 0
    points = json.loads((tmp_path / "out/findings.json").read_text(encoding="utf-8"))["single_points"]
    for node in ("supplier:T-Motor", "country:CN", "unknown:manufacture", "parent:Texas Instruments Inc."):
        done = run_depmap("why", bom, node, "--format", "json")
        answer = json.loads(done.stdout)
        assert (answer["schema"], answer["system"], answer["node"], answer["named"]) == (1, "kite", node, True)
        told = {(each["layer"], each["certain"]) for each in answer["single_points"]}
        assert told == {(each["layer"], each["certain"]) for each in points if each["node"] == node}
        assert len(answer["routes"]) == answer["count"] > 0
        for route in answer["routes"]:
            assert route["nodes"][0] == node
            assert route["nodes"][-1] == "system:kite"
            assert [step["node"] for step in route["steps"]] == route["nodes"][:-1]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            ["Knelpunt (levering): ja, zeker", "fabrikant van Brushless motor (M-1) (opgegeven; E3", "onderdeel van"],
        ),
        (
            "en",
            ["Single point (supply): yes, certainly", "manufacturer of Brushless motor (M-1) (declared; E3", "part of"],
        ),
    ],
)
def test_in_words(run_depmap: Run, bom: Path, language: str, words: list[str]) -> None:
    done = run_depmap("why", bom, "supplier:t-motor", "--lang", language)
    assert done.returncode == 0, done.stderr
    assert [word for word in words if word not in done.stdout] == []


def test_the_list_is_capped_and_the_count_is_not(run_depmap: Run, bom: Path) -> None:
    capped = run_depmap("why", bom, "country:China", "--limit", "1", "--lang", "en").stdout
    answer = json.loads(run_depmap("why", bom, "country:China", "--limit", "1", "--format", "json").stdout)
    assert (len(answer["routes"]), answer["count"] > 1) == (1, True)
    assert f"and {answer['count'] - 1} more" in capped


def test_a_country_that_is_not_named_and_a_node_that_is_not_there(run_depmap: Run, bom: Path) -> None:
    absent = run_depmap("why", bom, "country:Monaco", "--lang", "en")
    assert (absent.returncode, "does not name it" in absent.stdout) == (0, True)
    assert json.loads(run_depmap("why", bom, "country:MC", "--format", "json").stdout)["named"] is False
    refused = run_depmap("why", bom, "supplier:TMotor X", "--lang", "en")
    assert (refused.returncode, "supplier:T-Motor" in refused.stderr) == (2, True)
