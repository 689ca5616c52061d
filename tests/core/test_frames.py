"""Data frames for notebooks: every table, plain values, unknown missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from depmap.app.console import Console
from depmap.app.pipeline import analyze
from depmap.app.settings import Settings
from depmap.core.errors import UsageError
from depmap.core.frames import TABLES
from depmap.core.judgement import Analysis

ROWS = "Item;Qty;Manufacturer;MPN;Country of Origin;Unit Price\n1;4;Acme;M-1;Germany;2,50\n2;1;Volt;R-2;;\n"


@pytest.fixture
def analysis(tmp_path: Path) -> Analysis:
    """Two parts: one of known origin and price, one of neither."""
    path = tmp_path / "small.csv"
    path.write_text(ROWS, encoding="utf-8")
    return analyze([path], Settings(Console("en"), None))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_rows_and_says_of_which_system(analysis: Analysis, table: str) -> None:
    frame = analysis.frame(table)
    assert len(frame) > 0
    assert set(frame["system"]) == {"small"}


def test_what_is_not_known_is_missing(analysis: Analysis) -> None:
    frame = analysis.frame("components").set_index("manufacturer")
    assert frame.loc["Acme", "manufacture"] == "DE"
    assert frame["cost"].isna().tolist() == [False, True]
    assert frame["manufacture"].isna().tolist() == [False, True]


def test_importance_says_what_stops_and_where_a_measure_misleads(analysis: Analysis) -> None:
    frame = analysis.frame("importance")
    rows = frame[frame["layer"] == "supply"].set_index("node")
    assert list(rows.loc["supplier:Acme", ["stops", "components", "cut_sets_1"]]) == ["yes", 1, 1]
    assert rows["weeks_high"].isna().all()
    assert rows["betweenness"].notna().all()
    assert rows["nexus"].isna().tolist() == [not name.startswith("supplier:") for name in rows.index]


def test_content_and_points_are_intervals(analysis: Analysis) -> None:
    (safe, _) = analysis.frame("content").to_dict("records")
    assert [safe[key] for key in ("test", "low", "high", "verdict", "unpriced")] == [
        "SAFE-16(10)",
        0,
        1,
        "cannot decide",
        1,
    ]
    points = analysis.frame("bonus_malus")
    assert (points["points_low"] <= points["points_high"]).all()
    (statement,) = (each.statement for each in analysis.systems)
    assert statement is not None
    assert points["points_low"].sum() == pytest.approx(statement.points[0])


def test_standstill_by_scenario_and_by_component(analysis: Analysis) -> None:
    rows = analysis.frame("standstill").to_dict("records")
    (found,) = (row for row in rows if (row["loss"], row["layer"]) == ("only-EU+EEA+UA", "supply"))
    assert (found["stops"], found["certain"], found["possible"]) == ("cannot decide", 0, 1)
    assert found["weeks_low"] == 0
    assert found["weeks_high"] is None or found["weeks_high"] != found["weeks_high"], "missing, not 0"
    outages = analysis.frame("outages").set_index("node")
    assert outages["standstill_low"].tolist() == [0, 0]
    assert outages["missing"].str.startswith("class").all()


def test_an_unknown_table_is_refused_by_name(analysis: Analysis) -> None:
    with pytest.raises(UsageError, match="component"):
        analysis.frame("component")
