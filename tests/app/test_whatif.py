"""depmap whatif: what stops, why, from when, for how long; in words of both languages and as data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from depmap.app.node_words import find_node
from depmap.core.answers import Missing, Weeks
from depmap.core.errors import UsageError
from depmap.core.sketch import sketch
from depmap.network import Network
from reports.words.weeks import duration, moment
from tests.support import Run

BOM = """\
Level;Part number;Description;Qty;Manufacturer;MPN;Country of origin;Category;Stock
1;A-1;Tail;1;;;;;
2;M-1;Brushless motor;2;T-Motor;MN5008;China;;8
2;S-1;Hex bolt M3;4;Verzonnen Staal;V-3;Netherlands;;0
1;R-1;Radio receiver;1;Texas Instruments;TI-9;;;
1;X-1;Wondrous thing;1;Verzonnen Staal;V-9;Germany;;
"""


@pytest.fixture
def bom(tmp_path: Path) -> Path:
    path = tmp_path / "kite.csv"
    path.write_text(BOM, encoding="utf-8")
    return path


def asked(run_depmap: Run, bom: Path, *options: str) -> dict[str, Any]:
    done = run_depmap("whatif", bom, "--format", "json", *options)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def names(answer: dict[str, Any], part: str, certain: bool) -> list[str]:
    return [each["node"] for each in answer[part] if each["certain"] is certain]


def test_a_lost_country_as_data(run_depmap: Run, bom: Path) -> None:
    answer = asked(run_depmap, bom, "--lose", "country:China")
    assert (answer["schema"], answer["system"], answer["loss"]) == (1, "kite", "country:CN")
    assert (answer["layers"], answer["nodes"], answer["stops"]) == (["supply"], ["country:CN"], "yes")
    assert names(answer, "components", True) == ["component:M-1"]
    assert names(answer, "components", False) == ["component:R-1"]
    assert names(answer, "assemblies", True) == ["assembly:A-1"]
    motor = answer["components"][0]
    assert motor["witness"] == ["country:CN", "component:M-1", "assembly:A-1", "system:kite"]
    assert (motor["recovery_weeks"], motor["cover_weeks"]) == ({"low": 26, "high": 26}, {"low": 0, "high": None})
    assert motor["standstill_needs"] == ["systems per week"]
    assert answer["ask"]["clear"] == [
        {"unknown": "unknown:manufacture/source:component:R-1/1", "parts": 1, "cells": ["G5"]}
    ]
    assert answer["weeks"] == {"low": 0, "high": 39}


def test_the_rate_and_the_weeks_of_the_policy_settle_it(run_depmap: Run, bom: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(
        "[standstill]\nsystems_per_week = 0.5\n[standstill.weeks]\nbldc-motor = 30\n", encoding="utf-8"
    )
    answer = asked(run_depmap, bom, "--lose", "supplier:T-Motor", "--policy", "policy.toml")
    assert (answer["weeks"], answer["time_to_survive"]) == ({"low": 22, "high": 22}, {"low": 8, "high": 8})
    done = run_depmap("whatif", bom, "--lose", "supplier:t-motor", "--policy", "policy.toml", "--lang", "nl")
    assert "na 8 weken" in done.stdout
    assert "22 weken" in done.stdout


def test_an_absent_country_is_allowed_and_said(run_depmap: Run, bom: Path) -> None:
    done = run_depmap("whatif", bom, "--lose", "country:Taiwan", "--lang", "en")
    assert done.returncode == 0
    assert "Not named by the bill of materials: Taiwan" in done.stdout
    assert "cannot decide" in done.stdout
    assert "unknown country of manufacture > Radio receiver (R-1)" in done.stdout
    assert "1 answer may show that it stops:\n      country of manufacture of Radio receiver (R-1)  [G5]" in done.stdout
    assert asked(run_depmap, bom, "--lose", "country:TW")["not_named"] == 1


def test_a_group_may_be_lost_or_be_all_that_is_left(run_depmap: Run, bom: Path) -> None:
    only = asked(run_depmap, bom, "--only", "group:EU")
    assert (only["nodes"], names(only, "components", True)) == (["country:CN", "country:US"], ["component:M-1"])
    assert asked(run_depmap, bom, "--only", "EU")["components"] == only["components"]
    lost = names(asked(run_depmap, bom, "--lose", "group:EU"), "components", True)
    assert lost == ["component:X-1", "component:S-1"], "what is open comes first"


def test_a_parent_counts_in_control(run_depmap: Run, bom: Path) -> None:
    answer = asked(run_depmap, bom, "--lose", "parent:Texas Instruments Inc.")
    assert answer["layers"] == ["supply", "control"]
    blind = run_depmap("whatif", bom, "--lose", "parent:Texas Instruments Inc.", "--layer", "supply", "--lang", "en")
    assert "layer control only" in blind.stderr


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_scenarios_are_listed_with_what_each_does(run_depmap: Run, bom: Path, language: str) -> None:
    done = run_depmap("whatif", bom, "--lang", language)
    lines = {line.split()[0]: line for line in done.stdout.splitlines()}
    assert {"concern-CN", "concern-RU", "TW", "only-EU+EEA+UA", "largest-supplier"} <= lines.keys()
    said = {
        "nl": ["levering", "ja", "1", "1", "hoogstens 39 weken"],
        "en": ["supply", "yes", "1", "1", "up to 39 weeks"],
    }
    assert re.split(r" {2,}", lines["concern-CN"])[2:] == said[language]
    assert "Verzonnen Staal" in lines["largest-supplier"]
    control = re.split(r" {2,}", lines["CN-export-control"])
    assert (
        control[2:5]
        == {"nl": ["grondstoffen", "niet te beslissen", "0"], "en": ["material", "cannot decide", "0"]}[language]
    )


def test_a_scenario_is_asked_by_name(run_depmap: Run, bom: Path, tmp_path: Path) -> None:
    assert asked(run_depmap, bom, "--scenario", "CONCERN-cn")["nodes"] == ["country:CN"]
    (tmp_path / "policy.toml").write_text(
        '[[scenario]]\nname = "strait"\nlose = ["country:CN", "country:TW", "supplier:Nobody"]\n', encoding="utf-8"
    )
    answer = asked(run_depmap, bom, "--scenario", "strait", "--policy", "policy.toml")
    assert (answer["nodes"], answer["not_named"]) == (["country:CN"], 2)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lose", "T-Motor"], "supplier:T-Motor"),
        (["--lose", "supplier:TMotors"], "supplier:T-Motor"),
        (["--lose", "component:M-2"], "component:M-1"),
        (["--lose", "country:Chyna"], "China"),
        (["--lose", "country:Congo"], "country:CD"),
        (["--lose", "planet:Mars"], "country:CN"),
        (["--lose", "system:kite"], "kinds"),
        (["--lose", "group:EUR"], "EU"),
        (["--only", "EUR"], "EU"),
        (["--scenario", "TV"], "TW"),
        (["--scenario", "TW", "--lose", "country:CN"], "not both"),
    ],
)
def test_what_is_not_there_is_one_error_with_what_is_close(
    run_depmap: Run, bom: Path, options: list[str], said: str
) -> None:
    done = run_depmap("whatif", bom, *options, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) <= 2


def test_nodes_are_found_by_name_alias_and_spelling_and_never_by_likeness() -> None:
    bom = sketch("kite", {"Motor A": ["Texas Instruments@US"], "motor b": ["Acme@CN"], "tail": {"fin": ["Acme@CN"]}})
    graph = Network.of(bom).graph
    for word, node in (
        ("supplier:TI", "supplier:Texas Instruments"),
        ("supplier:ACME", "supplier:Acme"),
        ("component:motor a", "component:Motor A"),
        ("country:Verenigde Staten", "country:US"),
        ("country:nl", "country:NL"),
        ("assembly:Tail", "assembly:tail"),
        ("unknown:seat", "unknown:seat"),
    ):
        assert find_node(bom, graph, word) == node
    for word in ("supplier:Acm", "supplier:", "component:Motor", "", ":", "country:??"):
        with pytest.raises(UsageError):
            find_node(bom, graph, word)


@pytest.mark.parametrize(
    ("weeks", "long", "when"),
    [
        (Weeks(0, 0), ("0 weken", "0 weeks"), ("meteen", "at once")),
        (Weeks(1, 1), ("1 week", "1 week"), ("na 1 week", "after 1 week")),
        (Weeks(2.5, 2.5), ("2,5 weken", "2.5 weeks"), ("na 2,5 weken", "after 2.5 weeks")),
        (Weeks(0, 26), ("hoogstens 26 weken", "up to 26 weeks"), ("binnen 26 weken", "within 26 weeks")),
        (Weeks(8, 26), ("8 tot 26 weken", "8 to 26 weeks"), ("na 8 tot 26 weken", "after 8 to 26 weeks")),
        (
            Weeks(0, None),
            ("onbekend", "unknown"),
            ("meteen of later", "at once or later"),
        ),
        (
            Weeks(3, None),
            ("onbekend: minstens 3 weken", "unknown: at least 3 weeks"),
            ("na 3 weken of later", "after 3 weeks or later"),
        ),
    ],
)
def test_weeks_in_words(weeks: Weeks, long: tuple[str, str], when: tuple[str, str]) -> None:
    assert (duration(weeks).nl, duration(weeks).en) == long
    assert (moment(weeks).nl, moment(weeks).en) == when
    assert duration(weeks, [Missing.STOCK]).en == f"{long[1]} (stock not stated)"


@pytest.mark.parametrize("command", ["whatif", "why"])
def test_the_guides_name_every_key(run_depmap: Run, bom: Path, root: Path, command: str) -> None:
    options = ["--lose", "country:CN"] if command == "whatif" else ["country:CN"]
    printed = json.loads(run_depmap(command, bom, *options, "--format", "json").stdout).keys() - {"schema", "system"}
    for guide in ("guide.md", "gids.md"):
        text = (root / "docs" / guide).read_text(encoding="utf-8")
        table = text.split(f" `{command}` |", 1)[1].split("\n\n", 1)[0]
        named = [name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])]
        assert sorted(named) == sorted(printed)


def test_a_scenario_that_names_nothing_is_said_with_the_nearest_name_and_not_answered(
    run_depmap: Run, tmp_path: Path
) -> None:
    (tmp_path / "kite.csv").write_text("Part number;Qty;Manufacturer\nM-1;1;T-Motor\n", encoding="utf-8")

    def answers(lose: str) -> tuple[dict[str, object], str]:
        scenario = f'[[scenario]]\nname = "odd"\nnl = "x"\nen = "x"\nlose = ["country:CN", "{lose}"]\n'
        (tmp_path / "p.toml").write_text(scenario, encoding="utf-8")
        done = run_depmap("analyze", "kite.csv", "--policy", "p.toml", "--format", "json", "-o", "out", "--lang", "en")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout), done.stderr

    found, told = answers("supplier:T-Moter")
    assert "supplier:T-Moter" in told
    assert "Did you mean supplier:T-Motor?" in told
    assert "DI904" in {each["code"] for each in found["issues"]}  # type: ignore[attr-defined]
    assert "odd" not in {each["loss"] for each in found["standstill"]}  # type: ignore[attr-defined]
    refused = run_depmap("whatif", "kite.csv", "--policy", "p.toml", "--scenario", "odd", "--lang", "en")
    assert refused.returncode == 2
    assert "Did you mean supplier:T-Motor?" in refused.stderr
    found, told = answers("supplier:tmotor")  # an alias, as on the command line
    assert "DI904" not in {each["code"] for each in found["issues"]}  # type: ignore[attr-defined]
    (odd,) = [each for each in found["standstill"] if (each["loss"], each["layer"]) == ("odd", "supply")]  # type: ignore[attr-defined]
    assert odd["stops"] == "yes"
