"""Materials in the reports: one row each, who holds them on whose word, and which country supplies most."""

from __future__ import annotations

import io
import json
from typing import Any

import openpyxl
import pytest

from depmap.core.answers import Weeks
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.material_lists import material_world
from depmap.core.sketch import sketch
from depmap.core.text import Language
from reports.interface import render
from reports.page import points as page_points
from reports.programs.materials import material_rows
from reports.tables.materials import section
from tests.reports.analyses import WEEKS, analysed, analysis

FIELDS = {"engine": {"component_class": "bldc-motor"}, "pod": {"component_class": "bldc-motor"}}
BOM = sketch("drone", {"engine": ["A@DE"], "pod": ["B@NL", "C@DE"], "radio": ["B@NL"], "$components": FIELDS})
SYSTEM = analysed(BOM)


def test_what_a_class_holds_stops_what_holds_it_and_is_said_to_be_inferred() -> None:
    rows = {row.node: row for row in material_rows(SYSTEM)}
    neodymium = rows["material:neodymium"]
    assert (neodymium.certain, neodymium.holding, neodymium.possibly) == (
        True,
        ("component:engine", "component:pod"),
        (),
    )
    assert neodymium.stopped == ("component:engine", "component:pod")
    assert neodymium.tiers == (Tier.INFERRED,)
    assert [stage.node for stage in neodymium.stages] == ["stage:neodymium/extraction", "stage:neodymium/processing"]
    for stage, listed in zip(neodymium.stages, material_world().stages["neodymium"], strict=True):
        assert dict(stage.shares) == pytest.approx(dict(listed.shares), abs=1e-6)
        assert stage.shares[0][0] == "CN"
        assert stage.stops_alone
    assumed = [row for row in rows.values() if not row.holding]
    assert assumed
    assert all(row.tiers == (Tier.ASSUMED,) and row.possibly and not row.certain for row in assumed)


def test_those_that_certainly_stop_it_come_first() -> None:
    rows = material_rows(SYSTEM)
    assert [row.certain for row in rows] == sorted((row.certain for row in rows), reverse=True)


def test_the_weeks_are_those_of_the_components_that_stop() -> None:
    """Motors take 26 weeks in the fixture, and their stock is not stated."""
    (neodymium,) = [row for row in material_rows(SYSTEM) if row.node == "material:neodymium"]
    assert neodymium.weeks == Weeks(0.0, WEEKS["bldc-motor"])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", ["afgeleid uit zijn componentklasse", "nooit ‘ja’", "meer dan 50%"]),
        ("en", ["inferred from its component class", "never “yes”", "more than 50%"]),
    ],
)
def test_the_page_says_what_it_rests_on(language: Language, words: list[str]) -> None:
    page = render(analysis(BOM, language=language), "risk-map").decode()
    assert [word for word in words if word not in page] == []
    told: Any = section(SYSTEM, language)
    (row,) = [each for each in told["rows"] if each["name"] == "neodymium"]
    assert row["tiers"] == [("inferred", {"nl": "afgeleid", "en": "inferred"}[language])]
    assert row["stages"][1] == {
        "text": {"nl": "verwerking: China 85%", "en": "processing: China 85%"}[language],
        "alone": True,
    }
    assert all(name != "neodymium" for name, _ in told["possible"])


def test_the_table_of_single_points_leaves_materials_to_their_section() -> None:
    told = page_points.told(SYSTEM)
    kinds = {each.node.partition(":")[0] for each in told if each.layer is Layer.MATERIAL}
    assert kinds == {"country", "unknown"}
    rest = [each for each in SYSTEM.single_points if each.layer is not Layer.MATERIAL]
    assert sorted(each.node for each in told if each.layer is not Layer.MATERIAL) == sorted(each.node for each in rest)


def test_without_materials_the_section_says_so() -> None:
    told: Any = section(analysed(sketch("drone", {"radio": ["B@NL"]})), "nl")
    assert (told["rows"], told["possible"]) == ([], [])


def test_the_workbook_has_a_row_per_stage_and_the_json_the_same_shares() -> None:
    run = analysis(BOM, language="en")
    sheet = openpyxl.load_workbook(io.BytesIO(render(run, "critical-components")))["Materials"]
    head, *rows = sheet.iter_rows(values_only=True)
    found = {(row[1], row[3]): dict(zip(head, row, strict=True)) for row in rows}
    processing = found["neodymium", "processing"]
    assert (processing["Largest country"], processing["Enough to lose the stage"]) == ("China", "yes")
    assert processing["Components that stop"] == 2
    items = {each["material"]: each for each in json.loads(render(run, "findings"))["materials"]}
    assert items["neodymium"]["single_point"] == "certain"
    stage = items["neodymium"]["stages"][1]
    assert stage["shares"]["CN"] == pytest.approx(processing["Share of the world's supply"])
    assert sum(stage["shares"].values()) + stage["unknown"] == pytest.approx(1.0, abs=1e-4)
