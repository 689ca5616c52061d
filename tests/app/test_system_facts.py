"""What the policy states of a system, through the command line: asked for when it is not, used when it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import Run

PARTS = """\
Item;Qty;Description;Manufacturer;MPN;Country of origin;Notes
1;4;Sensor;Zwaluw Aandrijvingen;M-1;NL;Sole source, see ECN 12
2;1;Frame;Zwaluw Aandrijvingen;F-1;NL;
"""
STATED = """\
[system]
kind = "air"
nato_class = 1
beyond_sight = true
endurance_h = 1.5
design_country = "NL"
design_restrictions = []
[system."Elders"]
nato_class = 2
"""


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    path = tmp_path / "kite.csv"
    path.write_text(PARTS, encoding="utf-8")
    (tmp_path / "mine.toml").write_text(STATED, encoding="utf-8")
    return path


def test_what_is_not_stated_is_asked_in_the_summary_and_in_the_findings(run_depmap: Run, parts: Path) -> None:
    done = run_depmap("analyze", parts.name, "-o", "out", "--lang", "nl")
    assert done.returncode == 0, done.stderr
    assert "; niet opgegeven van het systeem (tabel [system] van het beleid): kind, take_off_kg, beyond" in done.stdout
    found = json.loads((parts.parent / "out" / "findings.json").read_text(encoding="utf-8"))
    (system,) = found["systems"]
    assert system["stated"] == {}
    asked = {each["key"]: each for each in system["system_questions"]}
    assert asked["kind"]["rules"] == ["DM304", "DM305", "DM307"]
    assert asked["kind"]["question"]["nl"].endswith("?")
    rules = {each["rule"]: each for each in found["findings"]}
    assert {"DM304", "DM305", "DM306", "DM307"} <= set(rules)
    assert rules["DM304"]["evidence"] == "unknown"
    assert set(rules["DM305"]["facts"]["ask"]) <= set(asked)
    page = (parts.parent / "out" / "risk-map.html").read_text(encoding="utf-8")
    assert "DM304" in page


def test_what_is_stated_decides_and_a_table_for_nobody_is_said(run_depmap: Run, parts: Path) -> None:
    done = run_depmap("analyze", parts.name, "--format", "json", "--policy", "mine.toml", "-o", "out")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    (system,) = found["systems"]
    assert system["stated"]["endurance_h"] == 1.5
    assert system["system_questions"] == []
    rules = {each["rule"]: each for each in found["findings"]}
    assert not {"DM304", "DM305", "DM306"} & set(rules)
    assert (rules["DM307"]["evidence"], rules["DM307"]["facts"]["entries"]) == ("declared", ["9A012.a"])
    assert found["run"]["policy"]["changes"]["system.nato_class"] == 1
    (issue,) = [each for each in found["issues"] if each["code"] == "DI903"]
    assert "Elders" in issue["message"]


def test_a_remark_in_a_line_that_it_is_the_sole_source_is_found(run_depmap: Run, parts: Path) -> None:
    found = json.loads(run_depmap("analyze", parts.name, "--format", "json", "-o", "out").stdout)
    (sole,) = [each for each in found["findings"] if each["rule"] == "DM115"]
    assert (sole["subject"], sole["facts"]["said"]) == ("component:M-1", "Sole source, see ECN 12")
