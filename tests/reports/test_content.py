"""European content in the reports: the same interval, limit and verdict in every file, a pass too."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from depmap.app.summary import summary
from depmap.core.judgement import Analysis
from depmap.core.shares import Outcome
from depmap.core.sketch import sketch
from depmap.core.text import Language
from reports.interface import render
from tests.reports.analyses import GROUPS, RULES, analysed, run

PARTS = {"a": ["Acme@DE"], "b": ["Acme@CN"], "c": ["Acme"]}


def made(costs: Mapping[str, int | None], language: Language = "en") -> Analysis:
    """A system of a part from inside, one from outside and one of unknown origin."""
    fields = {name: {"cost": None if cost is None else Decimal(cost)} for name, cost in costs.items()}
    system = analysed(sketch("drone", {**{name: PARTS[name] for name in costs}, "$components": fields}))
    return Analysis(run(language), (system,), RULES, GROUPS)


CASES: list[tuple[Mapping[str, int | None], Outcome, str, list[str]]] = [
    ({"a": 65, "b": 35}, Outcome.PASS, "35%", []),
    ({"a": 50, "b": 40, "c": 10}, Outcome.FAIL, "40% to 50%", ["component:b"]),
    ({"a": 60, "b": 30, "c": 10}, Outcome.CANNOT_DECIDE, "30% to 40%", ["component:c"]),
    ({"a": 6496, "b": 3504}, Outcome.FAIL, "35.04%", ["component:b"]),
    ({"a": 90, "b": None}, Outcome.CANNOT_DECIDE, "0% to 100%", ["component:b"]),
]
each_case = pytest.mark.parametrize(("costs", "outcome", "told", "deciding"), CASES)


@each_case
def test_programs(costs: Mapping[str, int | None], outcome: Outcome, told: str, deciding: list[str]) -> None:
    found = json.loads(render(made(costs), "findings"))
    (item,) = [each for each in found["shares"] if each["test"] == "ACT-1"]
    assert (item["verdict"], item["deciding"], item["basis"]) == (outcome.value, deciding, "value")
    assert item["unpriced"] == sum(cost is None for cost in costs.values())
    assert item["coverage"] == 1 - item["unpriced"] / len(costs)
    assert (item["group"], item["limit"], item["rule"]) == ("EU+EEA", 0.35, "DM301")
    assert item["low"] <= item["high"]


@each_case
def test_the_summary_has_one_line(
    costs: Mapping[str, int | None], outcome: Outcome, told: str, deciding: list[str]
) -> None:
    lines = [line for line in summary(made(costs), "en").splitlines() if line.startswith("  European content")]
    assert lines == [f"  European content: Act {outcome.text.en} ({told} from outside)"]


def test_the_summary_in_dutch() -> None:
    assert "  Europese inhoud: Wet voldoet niet (40% tot 50% van buiten)" in summary(made(CASES[1][0], "nl"), "nl")


@each_case
def test_the_sheet(costs: Mapping[str, int | None], outcome: Outcome, told: str, deciding: list[str]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(made(costs), "critical-components")))
    rows = [row for row in book["Summary"].iter_rows(values_only=True) if "under Act" in str(row[1])]
    ((_, title, verdict, note),) = rows
    assert "EU and EEA" in str(title)
    assert str(verdict).endswith(outcome.text.en)
    assert f"{told} of the cost, at most 35%" in str(note)
    assert ("decides this: " in str(note)) == bool(deciding)
    assert ("1 component without a price" in str(note)) == (None in costs.values())


@each_case
def test_the_page(costs: Mapping[str, int | None], outcome: Outcome, told: str, deciding: list[str]) -> None:
    page = render(made(costs), "risk-map").decode()
    table = page[page.index('<table class="content') :]
    table = table[: table.index("</table>")]
    assert f"{told}; at most 35%" in table
    assert re.search(rf'<span class="verdict (good|bad|open)">. {outcome.text.en}</span>', table)
    assert 'x1="35.0" x2="35.0"' in table
    assert ("decides this" in table) == bool(deciding)


@each_case
def test_the_bar_ends_where_the_interval_does(
    costs: Mapping[str, int | None], outcome: Outcome, told: str, deciding: list[str]
) -> None:
    analysis = made(costs)
    share = analysis.systems[0].content[0].share
    page = render(analysis, "risk-map").decode()
    low, start, width = re.findall(
        r'class="low" y="3" width="([\d.]+)".*?class="high" x="([\d.]+)" y="3" width="([\d.]+)"', page
    )[0]
    assert float(low) == float(start) == pytest.approx(100 * share.low, abs=0.05)
    assert float(start) + float(width) == pytest.approx(max(100 * share.high, 100 * share.low + 0.5), abs=0.1)


def test_nothing_is_shown_where_nothing_was_asked() -> None:
    asked = made(CASES[0][0])
    silent = replace(asked, systems=(replace(asked.systems[0], content=()),))
    assert '<table class="content' not in render(silent, "risk-map").decode()
    assert "European content" not in summary(silent, "en")
