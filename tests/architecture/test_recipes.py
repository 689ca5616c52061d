"""CONTRIBUTING.md promises that a rule, a format, a report and a list are one file each: here those files are run.

Every test works on a copy of the four packages, so that nothing of a recipe stays behind.
"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support import PACKAGES, ROOT, unmeasured

RECIPE = re.compile(r"^`(?P<path>[\w/.]+)`:\n\n```\w+\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)

RULE = "risk_rules/rules/dm901_long_lead_time.py"
FORMAT = "bom/formats/json_list.py"
REPORT = "reports/writers/findings_csv.py"
LIST = "depmap/core/reference_lists/export_measures.csv"

BOM = """\
Part number;Description;Manufacturer;Country of origin;Quantity;Lead time (weeks)
MOT-1;Motor;Acme Motors;DE;4;30
RAD-1;=Radio;Volt Radio;NL;1;4
FRM-1;Frame;Beta Frames;NL;1;
"""
"""Three components: a long lead time, a short one (with a text that looks like a formula), and none."""

BOM_JSON = json.dumps(
    [
        {"Part number": "MOT-1", "Description": "Motor", "Manufacturer": "Acme Motors", "Quantity": 4},
        {"Part number": "007.10", "Description": "Radio", "Manufacturer": "Volt Radio", "Quantity": 1.0},
        {"Part number": "FRM-1", "Description": "Frame", "Quantity": 1, "Remarks": None},
    ]
)

CONTRACT = "tests/risk_rules/test_contract.py"
"""What every rule must be."""


@dataclass(frozen=True)
class House:
    """A copy of the packages, and a folder to work in."""

    packages: Path
    folder: Path

    def put(self, path: str, content: str) -> None:
        """Add one file, which must be new."""
        target = self.packages / path
        assert target.parent.is_dir(), f"there is no folder {target.parent.name} to put {target.name} into"
        assert not target.exists(), f"{path} exists already"
        target.write_text(content, encoding="utf-8")

    def python(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python on the copy; unmeasured, for the coverage of a copy says nothing about the packages."""
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=self.folder,
            env={**unmeasured(), "PYTHONPATH": str(self.packages), "PYTHONUTF8": "1", "DEPMAP_LANG": "en"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def depmap(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the command on the copy."""
        return self.python("-m", "depmap", *arguments)

    def analysis(self, *arguments: str) -> dict[str, list[dict[str, object]]]:
        """The findings of the bill of materials, as JSON."""
        result = self.depmap("analyze", "bom.csv", "--out", "out", "--format", "json", *arguments)
        assert result.returncode == 0, result.stderr[-2000:]
        answer: dict[str, list[dict[str, object]]] = json.loads(result.stdout)
        return answer


@pytest.fixture(scope="session")
def recipes() -> dict[str, str]:
    """The complete files that CONTRIBUTING.md shows, by path."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return {found["path"]: found["content"] for found in RECIPE.finditer(text)}


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A fresh copy of the packages and a small bill of materials."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / "house" / package, ignore=shutil.ignore_patterns("*.pyc.*"))
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "bom.csv").write_text(BOM, encoding="utf-8")
    (folder / "bom.json").write_text(BOM_JSON, encoding="utf-8")
    return House(tmp_path / "house", folder)


def test_there_is_a_recipe_for_each_kind(recipes: dict[str, str]) -> None:
    assert list(recipes) == [RULE, FORMAT, REPORT, LIST]


def test_the_program_runs_from_the_copy(house: House) -> None:
    result = house.python("-c", "import depmap.core, bom, risk_rules, reports; print(depmap.__file__, bom.__file__)")
    assert result.stdout.count(str(house.packages)) == 2, result.stdout + result.stderr


def test_recipes_follow_the_habits_of_the_house(recipes: dict[str, str], house: House) -> None:
    pytest.importorskip("ruff", reason="ruff is not installed; it comes with the tools for developers")
    for path in (RULE, FORMAT, REPORT):
        house.put(path, recipes[path])
    shutil.copy(ROOT / "ruff.toml", house.packages)
    files = [house.packages / path for path in (RULE, FORMAT, REPORT)]
    checked = house.python("-m", "ruff", "check", "--no-cache", *files)
    formatted = house.python("-m", "ruff", "format", "--no-cache", "--diff", *files)
    assert (checked.returncode, formatted.returncode) == (0, 0), checked.stdout + formatted.stdout


# --- a rule ------------------------------------------------------------------------------------------------------


def test_a_rule_is_listed_and_explained(recipes: dict[str, str], house: House) -> None:
    house.put(RULE, recipes[RULE])
    assert "DM901  Long lead time" in house.depmap("explain").stdout.splitlines()
    page = house.depmap("explain", "DM901", "--lang", "nl").stdout
    assert "Lange levertijd" in page
    assert "`weeks = 26`" in page


def test_a_rule_is_what_every_rule_must_be(recipes: dict[str, str], house: House) -> None:
    house.put(RULE, recipes[RULE])
    for path in (CONTRACT, "tests/support.py"):
        (house.packages / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, house.packages / path)
    arguments = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", "--rootdir", house.packages)
    result = house.python("-m", "pytest", *arguments, "-k", "DM901 or every_file", house.packages / CONTRACT)
    assert result.returncode == 0, result.stdout[-3000:]
    assert re.search(r"^\d\d passed", result.stdout, re.MULTILINE), result.stdout[-3000:]


def test_a_rule_judges_a_bill_of_materials_under_a_policy(recipes: dict[str, str], house: House) -> None:
    house.put(RULE, recipes[RULE])
    (house.folder / "strict.toml").write_text("[rules.DM901]\nweeks = 3\n", encoding="utf-8")

    def found(*arguments: str) -> list[tuple[object, object]]:
        findings = house.analysis(*arguments)["findings"]
        return sorted((each["subject"], each["grade"]) for each in findings if each["rule"] == "DM901")

    unstated = ("system:bom", "low")
    assert found() == [("component:MOT-1", "high"), unstated]
    assert found("--policy", "strict.toml") == [("component:MOT-1", "high"), ("component:RAD-1", "high"), unstated]


def test_a_rule_without_a_rule_in_it_is_loud(recipes: dict[str, str], house: House) -> None:
    house.put(RULE, recipes[RULE].replace("\nRULE: Rule[Case] = ", "\nrule: Rule[Case] = "))
    result = house.depmap("explain")
    assert result.returncode == 3
    assert "risk_rules.rules.dm901_long_lead_time does not define RULE of type Rule" in result.stderr


def test_a_rule_with_an_id_that_is_taken_is_loud(recipes: dict[str, str], house: House) -> None:
    house.put(RULE, recipes[RULE].replace('id="DM901"', 'id="DM101"'))
    result = house.depmap("explain")
    assert (result.returncode, "DM101" in result.stderr) == (3, True), result.stderr


# --- a format ----------------------------------------------------------------------------------------------------


def test_a_format_goes_before_a_general_one(recipes: dict[str, str], house: House) -> None:
    """The general one leaves out a column without a value; the recipe does not."""
    before = json.loads(house.depmap("check", "bom.json", "--format", "json").stdout)
    assert "E" not in before["tables"][0]["columns"]
    house.put(FORMAT, recipes[FORMAT])
    result = house.depmap("check", "bom.json", "--format", "json", "--cells")
    assert result.returncode == 0, result.stderr[-2000:]
    answer = json.loads(result.stdout)
    assert answer["lines"] == 3
    (table,) = answer["tables"]
    assert {"description", "manufacturer", "quantity"} <= set(table["columns"].values())
    assert "E" in table["columns"]
    assert list(answer["cells"]["A3"].values()) == ["007.10"]


def test_a_format_leaves_the_others_alone(recipes: dict[str, str], house: House) -> None:
    before = house.depmap("check", "bom.csv", "--format", "json").stdout
    house.put(FORMAT, recipes[FORMAT])
    assert json.loads(before)["lines"] == 3
    assert house.depmap("check", "bom.csv", "--format", "json").stdout == before


@pytest.mark.parametrize(
    "content",
    [
        '[{"Part number": "A-1", "Quantity": {"each": 4}}]',
        '[{"Part number": "A-1", "Part number": "A-2"}]',
        '[{"Part number": "A-1"}, "A-2"]',
        '[{"Part number": "A-1"},',
        '[{"a": ' + "[" * 100_000,
    ],
    ids=["nested", "twice", "mixed", "cut", "deep"],
)
def test_a_format_refuses_half_a_list(recipes: dict[str, str], house: House, content: str) -> None:
    house.put(FORMAT, recipes[FORMAT])
    (house.folder / "bom.json").write_text(content, encoding="utf-8")
    result = house.depmap("check", "bom.json")
    assert result.returncode == 2
    assert "'bom.json' is JSON, but no list of objects with plain values." in result.stderr


def test_a_format_without_a_format_in_it_is_loud(recipes: dict[str, str], house: House) -> None:
    house.put(FORMAT, recipes[FORMAT].replace("\nFORMAT = Format(", "\nformat_ = Format("))
    result = house.depmap("check", "bom.csv")
    assert result.returncode == 3
    assert "bom.formats.json_list does not define FORMAT of type Format" in result.stderr


# --- a report ----------------------------------------------------------------------------------------------------


def test_a_report_is_written_on_demand_and_with_the_others(recipes: dict[str, str], house: House) -> None:
    house.put(REPORT, recipes[REPORT])
    assert house.depmap("analyze", "bom.csv", "--out", "one", "--report", "findings-csv").returncode == 0
    assert [path.name for path in (house.folder / "one").iterdir()] == ["findings.csv"]
    assert house.depmap("analyze", "bom.csv", "--out", "all").returncode == 0
    assert {path.name for path in (house.folder / "all").iterdir()} > {"findings.csv", "findings.json"}
    alone, together = (house.folder / folder / "findings.csv" for folder in ("one", "all"))
    assert alone.read_bytes() == together.read_bytes()


def test_a_report_says_what_the_findings_are_and_no_formula(recipes: dict[str, str], house: House) -> None:
    house.put(REPORT, recipes[REPORT])
    findings = house.analysis()["findings"]
    content = (house.folder / "out" / "findings.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert sorted((row["rule"], row["subject"], row["grade"]) for row in rows) == sorted(
        (each["rule"], each["subject"], each["grade"]) for each in findings
    )
    lines = content.removesuffix("\r\n").split("\r\n")
    assert len(lines) == len(rows) + 1
    assert all(line.startswith('"') and line.endswith('"') for line in lines)
    assert not [cell for row in rows for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-cmd", "@SUM(A1)", "  =1", "\uff1d1", "\t=1", "\r=1"])
def test_a_report_takes_no_text_for_a_formula(recipes: dict[str, str], house: House, text: str) -> None:
    house.put(REPORT, recipes[REPORT])
    result = house.python("-c", f"from reports.writers.findings_csv import _inert; print(ascii(_inert({text!r})))")
    assert result.stdout.startswith("\"'"), result.stdout + result.stderr


def test_a_report_without_a_report_in_it_is_loud(recipes: dict[str, str], house: House) -> None:
    house.put(REPORT, recipes[REPORT].replace("\nREPORT = Report(", "\nreport = Report("))
    result = house.depmap("analyze", "bom.csv", "--out", "out")
    assert result.returncode == 3
    assert "reports.writers.findings_csv does not define REPORT of type Report" in result.stderr
    assert not (house.folder / "out").exists()


# --- a list ------------------------------------------------------------------------------------------------------


def test_a_list_is_read_and_named_in_the_provenance(recipes: dict[str, str], house: House) -> None:
    house.put(LIST, recipes[LIST])
    script = "from depmap.core import reference; print(len(reference.load('export_measures').rows))"
    assert house.python("-c", script).stdout.strip() == "4"
    run = json.loads(house.depmap("analyze", "bom.csv", "--out", "out", "--format", "json").stdout)["run"]
    assert {"id": "export_measures", "date": "2026-09", "rows": 4} in run["lists"]


@pytest.mark.parametrize(
    ("good", "bad", "complaint"),
    [
        ("secondary\n", "\n", "export_measures.csv, line 19: not valid: confidence = ''"),
        ("secondary\n", "certain\n", "export_measures.csv, line 19: not valid: confidence = 'certain'"),
        ("CN,gallium", "China,gallium", "export_measures.csv, line 19: not valid: country = 'China'"),
        ('# confidence = "confidence"\n', "", "export_measures.csv, line 1: not valid: confidence"),
        ('# licence = "EUPL-1.2"\n', "", "export_measures.csv, line 1: not valid: licence"),
    ],
)
def test_a_list_that_lacks_something_is_loud(
    recipes: dict[str, str], house: House, good: str, bad: str, complaint: str
) -> None:
    assert good in recipes[LIST]
    house.put(LIST, recipes[LIST].replace(good, bad, 1))
    result = house.depmap("analyze", "bom.csv", "--out", "out")
    assert result.returncode == 2
    assert complaint in result.stderr
    assert not (house.folder / "out").exists()
