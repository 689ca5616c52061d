"""The file for programs: its keys are a contract, its bytes are repeatable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from depmap.core.graph import Kind
from depmap.core.importance import Centralities
from depmap.core.shares import Basis, Concentration
from depmap.core.text import Language, Text
from reports.interface import available
from reports.writers.findings_json import render
from tests.reports.analyses import analysis, drone, drone_bom, hostile
from tests.support import ROOT

KEYS = {
    "": {
        "schema",
        "run",
        "systems",
        "components",
        "commodity_groups",
        "single_points",
        "cut_sets",
        "cut_set_counts",
        "importance",
        "centralities",
        "materials",
        "groups",
        "herfindahl",
        "shares",
        "bonus_malus",
        "standstill",
        "decisions",
        "findings",
        "issues",
    },
    "run": {"version", "date", "language", "redacted", "inputs", "lists", "policy"},
    "systems": {"system", "lines", "components", "suppliers", "countries", "value", "unknown_origin_lines"},
    "components": {
        "system",
        "component",
        "part_number",
        "description",
        "class",
        "commodity",
        "sources",
        "grade",
        "reasons",
        "rank",
        "band",
        "stops",
        "worst_weeks",
        "worst",
        "losses",
        "witness",
        "weakest_evidence",
        "unknown",
        "measures",
        "alternatives",
    },
    "commodity_groups": {"system", "class", "rank", "count", "lines", "worst_weeks", "components"},
    "single_points": {"system", "node", "layer", "certain", "witness", "cells"},
    "cut_sets": {"system", "layer", "nodes", "certain", "witnesses"},
    "cut_set_counts": {"system", "layer", "certain", "max_order", "counts", "listed"},
    "importance": {"system", "node", "layer", "stops", "single_point", "cut_sets", "weeks", "comparison", "disagrees"},
    "centralities": {"system", "measures", "nodes", "lines", "left_out", "remark"},
    "materials": {"system", "material", "node", "single_point", "components", "possible", "stops", "weeks", "stages"},
    "groups": {"system", "group", "layer", "verdict", "deciding", "ask", "questions", "fewest"},
    "standstill": {
        "system",
        "loss",
        "name",
        "layer",
        "nodes",
        "stops",
        "weeks",
        "time_to_survive",
        "components",
        "possible",
    },
    "herfindahl": {"system", "kind", "basis", "group", "low", "high", "lines"},
    "shares": {"system", "test", "basis", "low", "high", "verdict"},
    "bonus_malus": {"system", "example_points", "points", "lines", "would_raise_it_most"},
    "findings": {"rule", "grade", "system", "subject", "layer", "facts", "evidence", "cells", "fingerprint"},
    "issues": {"code", "severity", "message", "cell"},
}


def loaded(language: Language = "nl") -> dict[str, Any]:
    content: dict[str, Any] = json.loads(render(drone(language)))
    return content


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return loaded()


@pytest.mark.parametrize("part", sorted(KEYS))
def test_the_keys_are_those_of_the_contract(content: dict[str, Any], part: str) -> None:
    if part == "":
        assert set(content) == KEYS[part]
    elif part == "run":
        assert set(content[part]) == KEYS[part]
    else:
        assert content[part]
        for item in content[part]:
            assert set(item) >= KEYS[part]


def test_a_source_tells_its_evidence(content: dict[str, Any]) -> None:
    source = content["components"][0]["sources"][0]
    assert set(source) >= {"supplier", "role", "manufacture", "seat", "parent", "ownership", "evidence", "cells"}
    assert set(source["evidence"]) == {"supplier", "manufacture", "seat", "parent", "ownership"}


def test_standstill_is_recovery_minus_cover_of_what_the_loss_stops(content: dict[str, Any]) -> None:
    answers = {(each["loss"], each["layer"]): each for each in content["standstill"]}
    times = {f"component:{each['component']}": each for each in content["components"]}
    china = answers["CN", "supply"]
    assert (china["stops"], china["nodes"]) == ("yes", ["country:CN"])
    stopping = {
        node
        for point in content["single_points"]
        if (point["node"], point["layer"], point["certain"]) == ("country:CN", "supply", True)
        for node in point["components"]
    }
    assert set(china["components"]) == stopping
    assert china["weeks"]["low"] == max(times[name]["standstill_weeks"]["low"] for name in china["components"])
    for each in times.values():
        recovery, cover, standstill = (each[f"{name}_weeks"] for name in ("recovery", "cover", "standstill"))
        if recovery["high"] is None:
            assert (standstill["high"], "class" in each["standstill_needs"]) == (None, True)
        elif cover["high"] is not None:
            assert standstill["low"] == pytest.approx(max(0, recovery["low"] - cover["high"]), abs=0.002)
    absent = answers["AQ", "supply"]
    assert (absent["stops"], absent["nodes"], absent["components"]) == ("cannot decide", [], [])
    assert absent["possible"]


def test_unknown_is_null(content: dict[str, Any]) -> None:
    by_id = {item["component"]: item for item in content["components"]}
    (unknown,) = by_id["SEN-540"]["sources"]
    assert (unknown["supplier"], unknown["manufacture"], unknown["seat"]) == (None, None, None)
    assert unknown["evidence"]["manufacture"] == "unknown"
    assert by_id["CAS-010"]["stock"] is None


def test_an_assumed_value_stands_apart_and_never_where_a_known_one_would(content: dict[str, Any]) -> None:
    (source,) = next(item for item in content["components"] if item["component"] == "VLB-314")["sources"]
    assert source["manufacture"] is None
    assert source["assumed"]["manufacture"] == "TW"
    assert source["evidence"]["manufacture"] == "assumed"


def test_the_findings_are_all_there_and_agree_with_the_analysis(content: dict[str, Any]) -> None:
    system = drone().systems[0]
    assert [each["fingerprint"] for each in content["findings"]] == [each.fingerprint for each in system.findings]
    assert len(content["components"]) == len(system.bom.components)
    assert len(content["single_points"]) == len(system.single_points)


def test_the_cut_sets_of_order_one_are_the_single_points(content: dict[str, Any]) -> None:
    def of(key: str, certain: bool, layer: str) -> set[str]:
        nodes = [
            each["nodes"] if key == "cut_sets" else [each["node"]]
            for each in content[key]
            if each["certain"] is certain and each["layer"] == layer
        ]
        return {each[0] for each in nodes if len(each) == 1 and not each[0].startswith("unknown:")}

    for layer in ("supply", "control"):
        for certain in (True, False):
            assert of("cut_sets", certain, layer) == of("single_points", certain, layer)
    assert all(len(each["witnesses"]) == len(each["nodes"]) for each in content["cut_sets"])


def test_a_single_point_says_how_much_stands_still(content: dict[str, Any]) -> None:
    lines = {f"component:{each['component']}": each["lines"] for each in content["components"]}
    for point in content["single_points"]:
        assert point["lines"] == sum(lines[name] for name in point["components"])
        assert point["value"]["high"] is None or point["value"]["low"] == point["value"]["high"]
    assert any(point["assemblies"] for point in content["single_points"])


def test_importance_repeats_the_other_answers(content: dict[str, Any]) -> None:
    points = {(each["node"], each["layer"]): each for each in content["single_points"]}
    counts = {(each["layer"], each["certain"]): each for each in content["cut_set_counts"]}
    for each in content["importance"]:
        point = points.get((each["node"], each["layer"]))
        assert each["single_point"] == (None if point is None else "certain" if point["certain"] else "possible")
        assert (each["stops"] == "yes") == (each["single_point"] == "certain")
        if point is not None:
            assert (each["components"], each["assemblies"]) == (len(point["components"]), len(point["assemblies"]))
            assert (each["lines"], each["value"]) == (point["lines"], point["value"])
        for word, certain in (("certain", True), ("possible", False)):
            asked = counts[each["layer"], certain]
            for order, held in each["cut_sets"][word].items():
                assert held["count"] == asked["holding"].get(each["node"], [0, 0])[int(order) - 1]
                assert held["of"] == asked["counts"][order]
                assert held["share"] == (pytest.approx(held["count"] / held["of"], abs=1e-6) if held["of"] else None)
    named = {(each["node"], each["layer"]) for each in content["importance"]}
    assert named == {key for key in points if not key[0].startswith("unknown:")} | named
    china = next(each for each in content["importance"] if (each["node"], each["layer"]) == ("country:CN", "supply"))
    lost = next(each for each in content["standstill"] if (each["loss"], each["layer"]) == ("CN", "supply"))
    assert (china["stops"], china["weeks"]) == (lost["stops"], lost["weeks"])


def test_where_a_measure_misleads_is_marked_with_a_sentence(content: dict[str, Any]) -> None:
    rows = [each for each in content["importance"] if each["layer"] == "supply"]
    marked = [(each, mark) for each in rows for mark in each["disagrees"]]
    assert {mark["overlooked"] for _, mark in marked} == {True, False}
    for each, mark in marked:
        rank = each["comparison"][mark["measure"]]
        assert (each["single_point"] == "certain") is mark["overlooked"]
        assert 2 * mark["others"] >= mark["of"]
        assert f"{rank['place']}" in mark["sentence"]["nl"]
        assert f"{mark['others']} of the {mark['of']}" in mark["sentence"]["en"]
    china = next(each for each in rows if each["node"] == "country:CN")
    assert china["comparison"]["betweenness"]["value"] == 0
    assert china["comparison"]["nexus"] is None
    assert "betweenness" in [mark["measure"] for mark in china["disagrees"]]
    (measured,) = content["centralities"]
    assert measured["measures"] == ["betweenness", "nexus"]
    assert "comparison only" in measured["remark"]["en"]


def test_measures_that_are_left_out_are_null_with_the_reason() -> None:
    base = drone()
    reason = Text("te groot", "too large")
    bare = tuple(replace(each, ranks={}, disagreements=()) for each in base.systems[0].importance)
    system = replace(base.systems[0], importance=bare, centralities=Centralities((), 5000, 9000, {}, reason))
    found = json.loads(render(replace(base, systems=(system,))))
    assert found["centralities"][0]["left_out"] == {"nl": "te groot", "en": "too large"}
    assert found["centralities"][0]["measures"] == []
    assert all(each["comparison"] == {"betweenness": None, "nexus": None} for each in found["importance"])


def test_keys_and_codes_are_not_translated(content: dict[str, Any]) -> None:
    english = loaded("en")
    for part in ("systems", "components", "single_points", "groups", "shares", "findings"):
        assert english[part] == content[part]


def test_no_number_that_json_cannot_hold() -> None:
    base = drone()
    bad = Concentration("country:CN", Kind.COUNTRY, Basis.LINES, float("nan"), 1.0)
    with pytest.raises(ValueError, match="JSON"):
        render(replace(base, systems=(replace(base.systems[0], concentration=(bad,)),)))


def test_hostile_names_survive_as_text() -> None:
    text = render(hostile()).decode("utf-8")
    names = {item["description"] for item in json.loads(text)["components"]}
    assert "</script><script>window.hacked=1</script>" in names
    assert "half \ufffd a pair" in names
    assert text.endswith("}\n")


def test_several_systems_stand_side_by_side() -> None:
    both = json.loads(render(analysis(drone_bom("A"), drone_bom("B"))))
    assert [each["system"] for each in both["systems"]] == ["A", "B"]
    assert len({each["fingerprint"] for each in both["findings"]}) == len(both["findings"])


def test_the_same_analysis_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    """All reports, in two processes with different orders of sets."""
    code = (
        "import hashlib, reports; from tests.reports.analyses import drone, hostile\n"
        "for analysis in (drone(), hostile()):\n"
        "    for report in reports.available(): print(report.id, hashlib.sha256(report.write(analysis)).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0].count("\n") == 2 * len(available())
    assert runs[0] == runs[1]
