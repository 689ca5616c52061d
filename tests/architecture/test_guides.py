"""The user guides show what depmap really does: every command in them is run, and what they list is complete."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import reports
from depmap.core.answers import Verdict
from depmap.core.errors import Exit
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.judgement import Grade
from depmap.core.text import Language
from risk_rules import load_policy
from tests.support import PACKAGES, ROOT
from tools import guides

DUTCH, ENGLISH = guides.GUIDES
BOTH: list[tuple[Path, Language]] = [(DUTCH, "nl"), (ENGLISH, "en")]
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)

VALUES = (
    *("Acme Motors", "AM-100", "DE", "CoO-2026-114.pdf, 2026-03-02", "Volt Motors", "VM-200", "NL"),
    *("1", "4", "12,50", "EUR", "6", "20", "x"),
)
"""A line for the columns that the guides advise, in their order."""

each_guide = pytest.mark.parametrize("guide", guides.GUIDES, ids=lambda path: path.name)
each_language = pytest.mark.parametrize(("guide", "language"), BOTH, ids=["nl", "en"])


@pytest.fixture
def folder(tmp_path: Path, guide: Path) -> Path:
    """What the guide works with, in a folder of its own."""
    guides.prepare(guide, tmp_path)
    return tmp_path


def cells(guide: Path, heading: str) -> list[str]:
    """The first cells of the table whose first heading is this word."""
    text = guide.read_text(encoding="utf-8")
    table = text.split(f"\n| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [row.split("|")[1].strip() for row in table.splitlines()[2:]]


def policy_of(folder: Path) -> Path:
    """The policy file that a guide shows."""
    (found,) = (path for path in folder.glob("*.toml") if path.stem in {"beleid", "policy"})
    return found


def quoted(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


@pytest.mark.parametrize("guide", guides.PAGES, ids=lambda path: path.name)
def test_commands_print_what_is_shown(guide: Path) -> None:
    shown = guide.read_text(encoding="utf-8")
    assert len(guides.CONSOLE.findall(shown)) >= 3
    assert guides.refreshed(guide).splitlines() == shown.splitlines(), "run `make docs`"


@each_guide
def test_commands_without_output_succeed(guide: Path, folder: Path) -> None:
    commands = [line for block in SHELL.findall(guide.read_text(encoding="utf-8")) for line in block.splitlines()]
    assert len(commands) >= 3
    for command in commands:
        assert command.startswith("depmap ")
        printed = guides.run(f"{command}\necho code=$?", folder)
        assert printed.endswith("code=0\n"), printed[-2000:]


@each_guide
def test_the_policy_is_one_and_says_something(guide: Path, folder: Path) -> None:
    policy = load_policy(policy_of(folder))
    changed = {key.split(".")[0] for key, _ in policy.changes}
    assert changed == {"accept", "ask", "concern", "groups", "rules"} or changed == {"accept", "ask", "groups", "rules"}
    assert {"rules.DM103.grade", "rules.DM103.group", "rules.DM107.home_countries"} <= dict(policy.changes).keys()
    assert set(policy.ask) - set(load_policy().groups)


@each_guide
def test_the_accepted_risk_occurs_in_the_example(guide: Path, folder: Path) -> None:
    policy_file = policy_of(folder)
    (accepted,) = load_policy(policy_file).accepted
    example = re.search(r"depmap analyze (\S+) --policy", guide.read_text(encoding="utf-8"))
    assert example is not None
    guides.run(f"depmap analyze {example[1]} --policy {policy_file.name} --out out", folder)
    found = json.loads((folder / "out" / "findings.json").read_text(encoding="utf-8"))
    assert (accepted.rule, accepted.subject) in {(each["rule"], each["subject"]) for each in found["findings"]}
    assert not [issue for issue in found["issues"] if issue["code"].startswith("DI9")]


@each_language
def test_headers_that_are_advised_are_understood(guide: Path, language: Language, folder: Path) -> None:
    advised = [header for cell in cells(guide, {"nl": "kolom", "en": "column"}[language]) for header in quoted(cell)]
    rows = [advised, VALUES, VALUES, VALUES]
    (folder / "bom.csv").write_text("\n".join(map(";".join, rows)), encoding="utf-8")
    (table,) = json.loads(guides.run("depmap check bom.csv --format json", folder))["tables"]
    assert len(table["columns"]) == len(advised) == len(VALUES), table["columns"]
    assert {"country_of_origin_2", "origin_evidence", "manufacturer_2", "mpn_2"} <= set(table["columns"].values())


@each_language
def test_lists_are_complete(guide: Path, language: Language) -> None:
    files = cells(guide, {"nl": "bestand", "en": "file"}[language])
    assert sorted(name for cell in files for name in quoted(cell)) == sorted(
        report.filename for report in reports.available()
    )
    codes = [code for code in cells(guide, "code") if code.isdecimal()]
    assert list(map(int, codes)) == sorted(Exit)
    assert cells(guide, {"nl": "bewijs", "en": "evidence"}[language]) == [tier.text[language] for tier in Tier]


@each_language
def test_words_are_those_of_the_program(guide: Path, language: Language) -> None:
    text = guide.read_text(encoding="utf-8")
    grades = [grade.text for grade in Grade if grade is not Grade.NONE]
    words = [*(verdict.text for verdict in Verdict), *grades, Layer.SUPPLY.text, Layer.CONTROL.text]
    assert [word[language] for word in words if word[language] not in text] == []


@each_guide
def test_codes_of_problems_exist(guide: Path) -> None:
    code = re.compile(r"\bDI\d{3}\b")
    sources = [path for package in PACKAGES for path in (ROOT / package).rglob("*.py")]
    known = {found for path in sources for found in code.findall(path.read_text(encoding="utf-8"))}
    named = set(code.findall(guide.read_text(encoding="utf-8")))
    assert named
    assert named <= known


def test_both_guides_say_the_same() -> None:
    dutch, english = (guide.read_text(encoding="utf-8") for guide in (DUTCH, ENGLISH))
    for mark in (r"^#+ ", r"^```\w+$", r"^\| ", r"^- ", r"^\d\. ", r"^\$ "):
        assert len(re.findall(mark, dutch, re.MULTILINE)) == len(re.findall(mark, english, re.MULTILINE)), mark
    code = re.compile(r"DI\d{3}")
    assert code.findall(re.sub(guides.CONSOLE, "", dutch)) == code.findall(re.sub(guides.CONSOLE, "", english))
