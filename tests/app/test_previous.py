"""Decisions come back: from the workbook, from findings.json and from decisions.json, whatever people did to them."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depmap.app.decisions import keep_decisions, with_decisions
from depmap.app.previous import Stated, read_previous
from depmap.core.decisions import Choice, Decision, clean, fingerprint
from depmap.core.errors import InputError, OutputError, UsageError
from depmap.core.judgement import Analysis
from depmap.core.sketch import sketch
from depmap.core.text import Language
from reports.writers import critical_components, findings_json, risk_map
from tests.reports.analyses import analysed, analysis, drone_bom

SYSTEM = "Verkenningsdrone Torenvalk"
WORDS = {
    "nl": ("Besluit", "Toelichting", "Component", "Kenmerk"),
    "en": ("Decision", "Remark", "Component", "Fingerprint"),
}


def stated(component: str, choice: Choice | None, remark: str = "", **other: str) -> Stated:
    words = {"fingerprint": "", "system": SYSTEM, "component_class": "", "origin": "f.json"} | other
    return Stated(component=component, choice=choice, remark=remark, **words)


SOME = (
    stated("AAN-100", Choice.ACT, "Tweede bron zoeken.\nVóór 1 maart."),
    stated("ENE-210", None, "=1+1"),
    stated("VLB-310", Choice.ACCEPT),
    stated("", Choice.INVESTIGATE, "hele klasse", component_class="resistor"),
    stated("WEG-001", Choice.ACT, "dit component is er niet meer"),
)


@pytest.fixture(scope="module")
def made() -> Analysis:
    return analysis(drone_bom())


@pytest.fixture(scope="module")
def small() -> Analysis:
    parts: dict[str, object] = {f"P-{number}": ["Maker@CN"] for number in range(40)}
    return replace(analysis(drone_bom()), systems=(analysed(sketch("Klein", parts)),))


def told(decided: Analysis) -> list[tuple[str | None, str | None, Choice | None, str]]:
    every = (*decided.decisions.held.values(), *decided.decisions.apart)
    found = [(each.component, each.component_class, each.choice, each.remark) for each in every]
    return sorted(found, key=str)


def in_language(made: Analysis, language: Language) -> Analysis:
    return replace(made, run=replace(made.run, language=language))


def sheet_of(book: Any, name: str) -> tuple[Any, dict[str, int]]:
    for sheet in book.worksheets:
        head = {str(cell.value): cell.column for cell in sheet[1]}
        if name in head:
            return sheet, head
    raise AssertionError(name)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["workbook", "findings"])
def test_what_was_decided_comes_back_and_again(made: Analysis, tmp_path: Path, kind: str, language: Language) -> None:
    decided = with_decisions(made, SOME)
    assert len(decided.decisions.held) == 4
    assert [each.component for each in decided.decisions.apart] == ["WEG-001"]
    again = decided
    for turn in range(2):
        run = in_language(again, language)
        writer, name = (critical_components, "list.xlsx") if kind == "workbook" else (findings_json, "f.json")
        path = tmp_path / f"{turn}-{name}"
        path.write_bytes(writer.render(run))
        again = with_decisions(made, read_previous([path]) or ())
        assert [each[1:] for each in told(again)] == [each[1:] for each in told(decided)]
        assert told(again) == told(decided)
        assert again.decisions.held == decided.decisions.held


def test_columns_may_move_the_sheet_may_be_renamed_and_a_title_may_stand_above(made: Analysis, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(critical_components.render(made)))
    sheet, head = sheet_of(book, "Besluit")
    keep = ["Toelichting", "Besluit", "Component", "Kenmerk"]
    rows = [[row[head[name] - 1].value for name in keep] for row in sheet.iter_rows(min_row=2)]
    place = next(at for at, row in enumerate(rows) if row[2] == "AAN-100")
    rows[place][:2] = ["wegens prijs", "HANDELEN "]
    mine = openpyxl.Workbook()
    mine.remove(mine.worksheets[0])
    ours = mine.create_sheet("Ons overleg")
    for row in (["Besluiten van maandag"], [], ["Wie", *keep], *(["Jan", *row] for row in reversed(rows))):
        ours.append(row)
    for name, without in (("with.xlsx", False), ("without.xlsx", True)):
        if without:
            ours.delete_cols(5)
        mine.save(tmp_path / name)
        found = with_decisions(made, read_previous([tmp_path / name]) or ())
        assert told(found) == [("AAN-100", None, Choice.ACT, "wegens prijs")]
        assert found.decisions.apart == ()


def test_a_component_that_survives_keeps_its_decision_in_the_workbook(made: Analysis, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(critical_components.render(made)))
    sheet = book["Houdt stand"]
    first = sheet.cell(2, 1).value
    decided = with_decisions(made, [stated(str(first), Choice.ACCEPT, "blijft")])
    (tmp_path / "list.xlsx").write_bytes(critical_components.render(decided))
    assert told(with_decisions(made, read_previous([tmp_path / "list.xlsx"]) or ())) == told(decided)
    assert "blijft" in risk_map.render(decided).decode()


def test_the_later_file_holds_and_what_it_replaces_is_told(made: Analysis) -> None:
    found = with_decisions(
        made,
        [
            stated("AAN-100", Choice.ACT, "eerst", origin="a.json"),
            stated("ENE-210", Choice.ACT),
            stated("AAN-100", Choice.ACCEPT, "later", origin="b.json"),
            stated("ENE-210", Choice.ACT, origin="b.json"),
        ],
    )
    assert ("AAN-100", None, Choice.ACCEPT, "later") in told(found)
    (issue,) = found.decisions.issues
    assert issue.code == "DI913"
    assert "AAN-100 (a.json)" in issue.message.en
    assert "ENE-210" not in issue.message.en, "the same twice is no conflict"


def test_one_system_under_another_name_is_the_same_and_said_so(made: Analysis) -> None:
    old = [
        stated("AAN-100", Choice.ACT, system="Torenvalk 1", fingerprint=fingerprint("Torenvalk 1", "component:AAN-100"))
    ]
    found = with_decisions(made, old)
    (held,) = found.decisions.held.values()
    assert (held.system, held.component) == (SYSTEM, "AAN-100")
    assert [issue.code for issue in found.decisions.issues] == ["DI911"]
    two = with_decisions(analysis(drone_bom("Een"), drone_bom("Twee")), old)
    assert not two.decisions.held
    assert [each.component for each in two.decisions.apart] == ["AAN-100"]


def test_systems_keep_apart(tmp_path: Path) -> None:
    both = analysis(drone_bom("Een"), drone_bom("Twee"))
    decided = with_decisions(
        both,
        [
            stated("AAN-100", Choice.ACT, system="Twee"),
            stated("", Choice.ACT, system="Een", component_class="resistor"),
        ],
    )
    (tmp_path / "list.xlsx").write_bytes(critical_components.render(decided))
    again = with_decisions(both, read_previous([tmp_path / "list.xlsx"]) or ())
    assert again.decisions.held == decided.decisions.held
    assert {(each.system, each.component) for each in again.decisions.held.values()} == {
        ("Twee", "AAN-100"),
        ("Een", None),
    }


def test_a_list_sorted_by_one_column_alone_is_refused(made: Analysis, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(critical_components.render(made)))
    sheet, head = sheet_of(book, "Besluit")
    sheet.cell(2, head["Besluit"], "handelen")
    sheet.cell(2, head["Component"], sheet.cell(3, head["Component"]).value)
    book.save(tmp_path / "list.xlsx")
    with pytest.raises(InputError) as refused:
        with_decisions(made, read_previous([tmp_path / "list.xlsx"]) or ())
    cell = sheet.cell(2, head["Besluit"]).coordinate
    assert f"list.xlsx, Kritieke componenten!{cell}" in refused.value.message.en


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "JSON"),
        ("[]", "'decisions'"),
        ('{"schema": 1}', "'decisions'"),
        ('{"schema": 2, "decisions": []}', "'schema' is 2"),
        ('{"schema": 2, "run": {}}', "'schema' is 2"),
        ('{"schema": 1, "decisions": [3]}', "decisions[0]: '3'"),
        ('{"schema": 1, "decisions": [{"fingerprint": "xyz"}]}', "decisions[0].fingerprint: 'xyz'"),
        ('{"schema": 1, "decisions": [{"decision": "act"}]}', "decisions[0].fingerprint: –"),
        ('{"schema": 1, "decisions": [{"component": "A", "decision": "perhaps"}]}', "decisions[0].decision: 'perhaps'"),
        ('{"schema": 1, "decisions": [{"component": "A", "remark": ["x"]}]}', "decisions[0].remark"),
        ("Component,Wie\nA,Jan\n", "no sheet has the columns"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_place(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "earlier.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_previous([path])
    assert said in refused.value.message.en
    assert "earlier.json" in refused.value.message.en
    assert refused.value.hint is not None


def test_a_remark_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    item = {"component": "A", "remark": "x" * 30_001}
    (tmp_path / "d.json").write_text(json.dumps({"schema": 1, "decisions": [item]}), encoding="utf-8")
    with pytest.raises(InputError, match="does not fit"):
        read_previous([tmp_path / "d.json"])


def test_remarks_do_not_go_into_a_report_without_names(tmp_path: Path) -> None:
    assert read_previous([]) is None
    with pytest.raises(UsageError):
        read_previous([tmp_path / "any.json"], hidden=True)


def test_a_list_may_be_replaced_once_all_its_decisions_are_carried(made: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "critical-components.xlsx"
    path.write_bytes(critical_components.render(with_decisions(made, SOME)))
    with pytest.raises(OutputError):
        keep_decisions(tmp_path)
    carried = read_previous([path])
    assert carried is not None
    keep_decisions(tmp_path, carried)
    for missing in range(len(carried)):
        with pytest.raises(OutputError) as refused:
            keep_decisions(tmp_path, (*carried[:missing], *carried[missing + 1 :]))
        assert carried[missing].origin.partition(", ")[2] in refused.value.message.en


REMARKS = st.text(st.characters(codec="utf-8") | st.sampled_from("=+-@_x001B\r\n\t\x00\ud800\u202e\ufeff"), max_size=40)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(REMARKS, min_size=1, max_size=40))
def test_any_remark_comes_back_from_workbook_and_json(small: Analysis, tmp_path: Path, remarks: Sequence[str]) -> None:
    ids = [component.id for component in small.systems[0].bom.components]
    content = {
        "schema": 1,
        "decisions": [
            {"component": name, "decision": "act", "remark": remark} for name, remark in zip(ids, remarks, strict=False)
        ],
    }
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    decided = with_decisions(small, read_previous([path]) or ())
    assert {each.component: each.remark for each in decided.decisions.held.values()} == dict(
        zip(ids, map(clean, remarks), strict=False)
    )
    for writer, name in ((critical_components, "list.xlsx"), (findings_json, "findings.json")):
        (tmp_path / name).write_bytes(writer.render(decided))
        again = with_decisions(small, read_previous([tmp_path / name]) or ())
        assert again.decisions.held == decided.decisions.held


def test_a_fingerprint_tells_systems_and_components_apart() -> None:
    marks = {
        fingerprint(system, subject)
        for system in ("a", "b", "\ud800")
        for subject in ("component:x", "class:x", "component:\ud800")
    }
    assert len(marks) == 9
    assert Decision("a", "x", None, None, "", "0" * 16, "here") == Decision("a", "x", None, None, "", "0" * 16, "there")
