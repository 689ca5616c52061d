"""depmap compare: what became worse, better, known and unknown, and what else differs."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reports
from depmap.app.comparison import as_json, compare
from depmap.app.comparison_file import Findings, read_side
from depmap.app.console import Console
from depmap.app.pipeline import NOTHING_BESIDE
from depmap.app.settings import Settings
from depmap.core.comparison import Bounds, Cause, Comparison, Direction, Matter, direction
from depmap.core.errors import DepmapError, InputError, UsageError
from tests.support import Run, packed_text

HEAD = "Part number;Description;Qty;Manufacturer;MPN;Country of origin;Unit price;Currency\n"
MOTOR, RADIO = "M-1;Brushless motor;2;Acme;A-1;China;10;EUR\n", "R-1;Radio receiver;1;Volt;V-9;Germany;20;EUR\n"
SETTINGS = Settings(Console("en"), None)

Read = Callable[..., Findings]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """The findings about a bill of materials of these lines, named alike whatever they are."""

    def found(*lines: str, settings: Settings = SETTINGS, name: str = "kite") -> Findings:
        path = tmp_path / f"{name}.csv"
        path.write_text(HEAD + "".join(lines), encoding="utf-8")
        return read_side(path, settings, NOTHING_BESIDE)

    return found


def told(found: Comparison, *directions: Direction) -> set[tuple[Matter, str, str | None]]:
    return {(each.matter, each.subject, each.layer) for each in found.changes if each.direction in directions}


def test_the_same_analysis_has_not_changed(read: Read) -> None:
    assert compare(read(MOTOR, RADIO), read(MOTOR, RADIO)).changes == ()


def test_a_part_from_elsewhere_becomes_better_and_back_again_worse(read: Read) -> None:
    china, germany = read(MOTOR, RADIO), read(MOTOR.replace("China", "Germany"), RADIO)
    expected = {
        (Matter.GROUP, "NATO", "supply"),
        (Matter.SINGLE_POINT, "country:CN", "supply"),
        (Matter.FINDING, "DM104 component:M-1", "supply"),
        (Matter.CONTENT, "SAFE-16(10)", None),
    }
    assert expected <= told(compare(china, germany), Direction.BETTER)
    assert expected <= told(compare(germany, china), Direction.WORSE)
    assert {each.cause for each in compare(china, germany).changes} == {Cause.SYSTEM}


@pytest.mark.parametrize(
    "hidden",
    [
        MOTOR.replace("China", ""),
        MOTOR.replace("Acme", ""),
        MOTOR.replace("Acme;A-1;China", ";;"),
        MOTOR.replace("M-1;Brushless motor", "M-9;Brushless motor").replace("China", ""),
    ],
)
def test_what_is_no_longer_known_never_counts_as_better(read: Read, hidden: str) -> None:
    found = compare(read(MOTOR, RADIO), read(hidden, RADIO))
    assert told(found, Direction.BETTER) == set()
    assert told(found, Direction.UNKNOWN)


def test_what_becomes_known_never_counts_as_worse(read: Read) -> None:
    found = compare(read(MOTOR.replace("China", ""), RADIO), read(MOTOR, RADIO))
    assert (Matter.SINGLE_POINT, "country:CN", "supply") in told(found, Direction.KNOWN)
    assert told(found, Direction.WORSE) == set()


def test_what_becomes_known_does_not_hide_what_became_worse(read: Read) -> None:
    before = MOTOR.replace("Acme", "").replace("China", "Germany")
    found = compare(read(before, RADIO), read(MOTOR, RADIO))
    assert (Matter.FINDING, "DM104 component:M-1", "supply") in told(found, Direction.WORSE)


def test_an_origin_that_is_no_longer_stated_is_told_in_every_answer(read: Read) -> None:
    found = compare(read(MOTOR, RADIO), read(MOTOR.replace("China", ""), RADIO))
    assert {
        (Matter.GROUP, "NATO", "supply"),
        (Matter.FINDING, "DM104 component:M-1", "supply"),
        (Matter.SINGLE_POINT, "country:CN", "supply"),
        (Matter.COUNT, "unknown_origin_lines", None),
        (Matter.COMPONENT, "component:M-1", "manufacture"),
    } <= told(found, Direction.UNKNOWN)


def test_components_that_come_and_go_are_neither_better_nor_worse(read: Read) -> None:
    found = compare(read(MOTOR, RADIO), read(MOTOR, RADIO.replace("R-1", "R-2")))
    gone = [each for each in found.changes if each.matter is Matter.COMPONENT]
    assert {(each.subject, each.old, each.new) for each in gone} == {
        ("component:R-1", "present", None),
        ("component:R-2", None, "present"),
    }
    assert {each.direction for each in gone} == {Direction.OTHER}


def test_another_policy_is_said_first_and_marks_what_comes_from_it(read: Read, tmp_path: Path) -> None:
    policy = tmp_path / "strict.toml"
    policy.write_text('[rules.DM104]\ngrade = "critical"\n[concern]\ncountries = ["CN", "DE"]\n', encoding="utf-8")
    found = compare(read(MOTOR, RADIO), read(MOTOR, RADIO, settings=Settings(Console("en"), policy)))
    assert "strict.toml" in found.notes[0].en
    assert found.changes
    assert {each.cause for each in found.changes} == {Cause.BASIS}


def test_a_newer_list_marks_the_facts_that_rest_on_it_alone(read: Read) -> None:
    old, new = read(MOTOR, RADIO), read(MOTOR.replace("China", "Germany"), RADIO)
    run = dict(new.content["run"])
    run["lists"] = [{**each, "date": "2030-01"} if each["id"] == "manufacturers" else each for each in run["lists"]]
    components: Any = json.loads(json.dumps(new.content["components"]))
    components[1]["sources"][0] |= {"seat": "FR"}
    components[1]["sources"][0]["evidence"] |= {"seat": "inferred"}
    found = compare(old, Findings("x", {**new.content, "run": run, "components": components}))
    causes = {(each.matter, each.subject): each.cause for each in found.changes}
    assert "manufacturers" in found.notes[0].en
    assert causes[Matter.SUPPLIER, "supplier:Volt"] is Cause.BASIS
    assert causes[Matter.GROUP, "NATO"] is Cause.EITHER


def test_systems_of_another_name_are_compared_and_said_to_be_others(read: Read) -> None:
    found = compare(read(MOTOR, RADIO), read(MOTOR, RADIO, name="glider"))
    assert "“kite”" in found.notes[0].en
    assert "“glider”" in found.notes[0].en
    assert found.changes == ()


def test_analyses_without_a_system_in_common_are_refused(read: Read) -> None:
    found = read(MOTOR, RADIO)
    two = {**found.content, "systems": [{**found.content["systems"][0], "system": name} for name in "ab"]}
    with pytest.raises(UsageError, match="no system in common"):
        compare(found, Findings("two.json", two))


def test_worse_comes_before_better_before_known_before_unknown(read: Read) -> None:
    old = read(MOTOR, RADIO, "C-1;Camera;1;Optic;O-1;;5;EUR\n")
    new = read(
        MOTOR.replace("China", "France"), RADIO.replace("Germany", "China"), "C-1;Camera;1;Optic;O-1;Italy;5;EUR\n"
    )
    order = [each.direction for each in compare(old, new).changes]
    assert order == sorted(order, key=list(Direction).index)
    assert {Direction.WORSE, Direction.BETTER, Direction.KNOWN} <= set(order)


def test_json_has_every_change_in_both_languages_and_no_infinity(read: Read) -> None:
    found = compare(read(MOTOR, RADIO), read(MOTOR.replace("China", ""), RADIO))
    content = json.loads(json.dumps(as_json(found), allow_nan=False))
    assert sum(content["counts"].values()) == len(content["changes"]) == len(found.changes)
    assert all(each["before"]["nl"] and each["after"]["en"] for each in content["changes"])


ENDS = st.one_of(st.floats(0, 9), st.just(math.inf))
BOUNDS = st.tuples(ENDS, ENDS).map(lambda ends: (min(ends), max(ends)))


@given(BOUNDS, BOUNDS)
def test_an_interval_is_better_only_when_neither_end_is_as_bad(before: Bounds, after: Bounds) -> None:
    found, back = direction(before, after), direction(after, before)
    turned = {
        Direction.WORSE: Direction.BETTER,
        Direction.BETTER: Direction.WORSE,
        Direction.KNOWN: Direction.UNKNOWN,
        Direction.UNKNOWN: Direction.KNOWN,
        None: None,
    }
    assert back is turned[found]
    assert (found is Direction.BETTER) == (after[0] < before[0] and after[1] < before[1])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"schema": 1, "run": {', "no valid JSON"),
        ('{"schema": 7, "run": {}}', "schema 7"),
        ('{"schema": 1, "run": {}}', "'run'"),
        ('{"schema": 1, "run": ' + "[" * 100_000, "no valid JSON"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=said) as refused:
        read_side(path, SETTINGS, NOTHING_BESIDE)
    assert refused.value.message.en.startswith("old.json: ")


@pytest.mark.parametrize("key", ["components", "groups", "findings", "standstill", "single_points", "systems"])
@pytest.mark.parametrize("damage", [None, [1], [{}], "x"])
def test_a_damaged_list_is_named(read: Read, tmp_path: Path, key: str, damage: object) -> None:
    path = tmp_path / "old.json"
    path.write_text(json.dumps({**read(MOTOR, RADIO).content, key: damage}), encoding="utf-8")
    with pytest.raises(InputError, match=f"'{key}"):
        read_side(path, SETTINGS, NOTHING_BESIDE)


@pytest.mark.parametrize("name", ["nothing.json", "note.json", "network.json"])
def test_a_file_that_is_not_depmaps_is_one_clear_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "note.json").write_text('{"hello": "world"}', encoding="utf-8")
    (tmp_path / "network.json").write_text(
        '{"schema": 1, "top": "S", "nodes": {"S": {"all": ["a"]}}}', encoding="utf-8"
    )
    with pytest.raises(DepmapError) as refused:
        read_side(tmp_path / name, SETTINGS, NOTHING_BESIDE)
    assert name in refused.value.message.en


def test_what_is_not_there_and_a_folder_are_met_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "findings.json").write_text("{}", encoding="utf-8")
    for path, near in ((tmp_path / "findngs.json", "findings.json"), (tmp_path, f"{tmp_path}/findings.json")):
        with pytest.raises(InputError) as refused:
            read_side(path, SETTINGS, NOTHING_BESIDE)
        assert refused.value.hint is not None
        assert refused.value.hint.en.startswith(f"Did you mean {near}?")


@pytest.mark.parametrize("name", ["critical-components.xlsx", "risk-map.html", "raw-materials.xlsx", "memo.docx"])
def test_another_report_is_no_bill_of_materials(run_depmap: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "old.csv").write_text(HEAD + MOTOR + RADIO.replace("Germany", ""), encoding="utf-8")
    report = next(each.id for each in reports.available() if each.filename == name)
    assert run_depmap("analyze", "old.csv", "-o", "out", "--report", report, "--lang", "en").returncode == 0
    with pytest.raises(InputError) as refused:
        read_side(tmp_path / "out" / name, SETTINGS, NOTHING_BESIDE)
    assert name in refused.value.message.en
    assert refused.value.hint is not None


def test_the_command_compares_files_and_bills_of_materials_and_its_gate_trips(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text(HEAD + MOTOR.replace("China", "Italy") + RADIO, encoding="utf-8")
    (tmp_path / "new.csv").write_text(HEAD + MOTOR + RADIO, encoding="utf-8")
    (tmp_path / "open.csv").write_text(HEAD + MOTOR.replace("China", "") + RADIO, encoding="utf-8")
    assert run_depmap("analyze", "old.csv", "-o", "out").returncode == 0
    done = run_depmap("compare", "out/findings.json", "new.csv", "--lang", "nl", "--fail-on", "worse")
    assert done.returncode == 1, done.stderr
    assert "Slechter geworden" in done.stdout
    assert "! Andere systemen: ‘old’ tegenover ‘new’" in done.stdout
    assert run_depmap("compare", "open.csv", "out/findings.json", "--fail-on", "unknown").returncode == 0
    assert run_depmap("compare", "new.csv", "new.csv", "--save-mapping", "m.toml").returncode == 2
    assert run_depmap("compare", "out/findings.json", "open.csv", "--fail-on", "unknown").returncode == 1
    refused = run_depmap("compare", "out/findings.json", "absent.csv")
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def test_analyze_tells_in_the_risk_map_what_changed_since_an_earlier_run(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text(HEAD + MOTOR + RADIO, encoding="utf-8")
    (tmp_path / "new.csv").write_text(HEAD + MOTOR.replace("China", "Italy") + RADIO, encoding="utf-8")
    assert run_depmap("analyze", "old.csv", "-o", "old", "--redact").returncode == 0
    done = run_depmap("analyze", "new.csv", "-o", "new", "--compare", "old.csv")
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "new/risk-map.html").read_text(encoding="utf-8")
    assert "What changed" in page + packed_text(page)
    refused = run_depmap("analyze", "new.csv", "-o", "mixed", "--compare", "old/findings.json")
    assert refused.returncode == 2
    assert "replaced by codes" in refused.stderr
    assert not (tmp_path / "mixed").exists()
