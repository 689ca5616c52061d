"""The sheets that say what hangs on a node and what to ask: read back, and compared with ``findings.json``."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook as Book

from depmap.core.answers import GroupVerdict, Verdict
from depmap.core.judgement import Analysis
from depmap.core.sketch import sketch
from depmap.core.text import LANGUAGES, Language
from reports.tables.importance import COLUMNS
from reports.words.questions import NAMED, headline, questions
from reports.writers import findings_json
from reports.writers.critical_components import render
from tests.reports.analyses import analysis, drone


@pytest.fixture(scope="module")
def book() -> Book:
    return openpyxl.load_workbook(io.BytesIO(render(drone("en"))))


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(findings_json.render(drone("en")))
    return found


def undecided(language: Language = "nl") -> Analysis:
    """A system of which hardly anything is known."""
    parts: dict[str, object] = {f"part {number}": ["Acme"] for number in range(NAMED + 2)}
    return analysis(sketch("kite", parts | {"sail": ["Volt@DE"]}), language=language)


def rows(book: Book, sheet: str) -> list[dict[str, Any]]:
    head, *found = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in found]


def test_the_sheet_holds_every_node_in_the_order_of_the_file_for_programs(book: Book, content: dict[str, Any]) -> None:
    found = rows(book, "Importance")
    assert [list(row) for row in found[:1]] == [[column.title.en for column in COLUMNS]]
    assert len(found) == len(content["importance"])
    for row, each in zip(found, content["importance"], strict=True):
        assert (row["Stops it alone"], row["Components"], row["Lines"]) == (
            each["stops"],
            each["components"],
            each["lines"],
        )
        assert (row["Standstill, at least"], row["Standstill, at most"]) == (
            pytest.approx(each["weeks"]["low"], abs=0.001),
            None if each["weeks"]["high"] is None else pytest.approx(each["weeks"]["high"], abs=0.001),
        )
        assert row["Pairs"] == each["cut_sets"]["certain"]["2"]["count"]
        for measure, title in (("betweenness", "betweenness"), ("nexus", "nexus-style index")):
            rank = each["comparison"][measure]
            assert row[f"For comparison: {title}"] == (None if rank is None else pytest.approx(rank["value"]))
        marks = [mark["sentence"]["en"] for mark in each["disagrees"]]
        assert row["Where a measure misleads"] == ("\n".join(marks) or None)


def test_every_column_of_it_is_explained_and_measures_are_for_comparison_only(book: Book) -> None:
    meanings = {
        row["Name"]: row["Meaning"] for row in rows(book, "Explanation") if row["Kind"] == "Column of Importance"
    }
    assert meanings == {column.title.en: column.meaning.en for column in COLUMNS}
    assert "comparison only" in str(meanings["For comparison: nexus-style index"])


def test_a_single_point_tells_what_stands_still(book: Book, content: dict[str, Any]) -> None:
    def amounts(count: int, assemblies: int, lines: int, low: float, high: float | None) -> tuple[object, ...]:
        return (count, assemblies, lines, round(low, 2), None if high is None else round(high, 2))

    told = sorted(
        amounts(row["Components"], row["Assemblies"], row["Lines"], row["Value, at least"], row["Value, at most"])
        for row in rows(book, "Single points of failure")
    )
    assert told == sorted(
        amounts(
            len(point["components"]),
            len(point["assemblies"]),
            point["lines"],
            point["value"]["low"],
            point["value"]["high"],
        )
        for point in content["single_points"]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_verdict_says_what_to_ask_of_whom_and_in_which_cell(language: Language) -> None:
    (system,) = undecided().systems
    opened = [each for each in system.groups if each.verdict is Verdict.CANNOT_DECIDE]
    assert opened
    for verdict in opened:
        told = questions(system.graph, verdict, language)
        assert len(told) == min(NAMED, len(verdict.questions)) + (len(verdict.questions) > NAMED)
        for words, question in zip(told[:NAMED], verdict.questions, strict=False):
            assert question.cells == () or str(question.cells[0]) in words
        assert str(len(verdict.questions)) in headline(verdict)[language] or len(verdict.questions) == 1


def test_questions_that_are_enough_are_not_called_the_fewest() -> None:
    (system,) = undecided().systems
    (verdict, *_) = [each for each in system.groups if len(each.questions) > NAMED]
    assert "at least" in headline(verdict).en
    assert "enough" in headline(replace(verdict, fewest=False)).en
    assert "One" in headline(replace(verdict, questions=verdict.questions[:1])).en
    assert questions(system.graph, GroupVerdict("NL", verdict.layer, Verdict.YES, ()), "nl") == []


def test_the_summary_tells_what_to_ask() -> None:
    found = undecided("en")
    (system,) = found.systems
    remarks = "\n".join(
        str(row["Remark"]) for row in rows(openpyxl.load_workbook(io.BytesIO(render(found))), "Summary")
    )
    asked = [verdict for verdict in system.groups if verdict.questions]
    assert len(asked) > 1
    for verdict in asked:
        assert headline(verdict).en in remarks
        assert questions(system.graph, verdict, "en")[0] in remarks
