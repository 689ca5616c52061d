"""depmap gives the answers that were worked out by hand from the plain tables (docs/examples.md)."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

import risk_rules
from depmap.app.console import Console
from depmap.app.pipeline import analyze
from depmap.app.settings import Settings
from depmap.core.graph import Kind, Layer
from depmap.core.judgement import SystemAnalysis
from depmap.core.model import Component
from tests.support import EXAMPLES, ROOT

ANSWERS: dict[str, Any] = tomllib.loads((ROOT / "tests/examples/answers.toml").read_text(encoding="utf-8"))
GROUPS = {"without China": "without-CN"}


@pytest.fixture(scope="module", params=ANSWERS)
def case(request: pytest.FixtureRequest) -> tuple[SystemAnalysis, dict[str, Any]]:
    """One example, analysed, and its answers."""
    answers = ANSWERS[request.param]
    analysis = analyze([EXAMPLES / answers["file"]], Settings(Console("nl"), None))
    return analysis.systems[0], answers


Case = tuple[SystemAnalysis, dict[str, Any]]


def points(system: SystemAnalysis, layer: Layer, kind: Kind, *, certain: bool) -> list[str]:
    prefix = f"{kind}:"
    return sorted(
        point.node.removeprefix(prefix)
        for point in system.single_points
        if point.layer is layer and point.node.startswith(prefix) and (point.certain or not certain)
    )


def unknown_origin(component: Component) -> bool:
    return not component.sources[0].manufacture.known


def test_the_counts(case: Case) -> None:
    system, answers = case
    found = {
        "lines": system.counts.lines,
        "assemblies": system.counts.assemblies,
        "dnp_lines": system.bom.dnp_lines,
        "components": system.counts.components,
        "sources": sum(len(component.sources) for component in system.bom.components),
        "components_without_manufacturer": sum(
            not any(source.manufacturer.known for source in component.sources) for component in system.bom.components
        ),
        "recognised_manufacturers": sum(supplier.recognised for supplier in system.bom.suppliers),
    }
    # The vessel's file has a line for the vessel itself; depmap counts the system apart from its assemblies.
    expected = {key: answers[key] for key in found}
    expected["assemblies"] -= answers["file"] == "surface-vessel.csv"
    assert found == expected


def test_who_is_in_no_list_and_who_is_no_manufacturer(case: Case) -> None:
    system, answers = case
    unlisted = sorted(supplier.name for supplier in system.bom.suppliers if not supplier.recognised)
    assert unlisted == sorted(answers["unlisted_manufacturers"])
    typed = {source.typed_as_manufacturer for component in system.bom.components for source in component.sources}
    assert sorted(typed - {None}, key=str) == answers["distributors_as_manufacturer"]


def test_single_points_of_supply(case: Case) -> None:
    system, answers = case
    expected = answers["single_points"]
    suppliers = sorted([*expected["suppliers"], *expected["unlisted_suppliers"]])
    assert points(system, Layer.SUPPLY, Kind.SUPPLIER, certain=True) == suppliers
    assert points(system, Layer.SUPPLY, Kind.COUNTRY, certain=True) == expected["countries"]


def test_single_points_of_control(case: Case) -> None:
    system, answers = case
    expected = answers["control"]
    assert points(system, Layer.CONTROL, Kind.PARENT, certain=True) == expected["parents"]
    assert points(system, Layer.CONTROL, Kind.COUNTRY, certain=True) == expected["countries"]
    assert set(expected["listed_parents"]) <= set(points(system, Layer.CONTROL, Kind.PARENT, certain=False))
    assert set(expected["listed_countries"]) <= set(points(system, Layer.CONTROL, Kind.COUNTRY, certain=False))


def test_every_witness_begins_at_the_node_and_ends_at_the_system(case: Case) -> None:
    system, _ = case
    for point in system.single_points:
        assert point.witness[0] == point.node
        assert point.witness[-1] == system.graph.top
        assert point.components, point.node


@pytest.mark.parametrize("group", ["NL", "NL+neighbours", "EU", "EU+EEA+UA", "NATO", "without China"])
def test_buildable_from(case: Case, group: str) -> None:
    system, answers = case
    expected = answers["groups"][group]
    (answer,) = (
        answer for answer in system.groups if answer.layer is Layer.SUPPLY and answer.group == GROUPS.get(group, group)
    )
    assert answer.verdict == expected["verdict"]
    assert [node.removeprefix("component:") for node in answer.deciding] == expected["deciding"]


def test_every_rule_is_one_that_explains_itself(case: Case) -> None:
    system, _ = case
    known = {rule.id for rule in risk_rules.all_rules()}
    assert {finding.rule for finding in system.findings} <= known
