"""The list of components, in a real browser: what shows of it, and what a reader decides, saves and loads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from depmap.app.decisions import with_decisions
from depmap.app.previous import Stated, read_previous
from depmap.core.criticality import Band
from depmap.core.decisions import Choice, fingerprint
from depmap.core.text import Language
from reports.page.list_words import WORDS
from reports.words.rows import component_list
from reports.writers.risk_map import render
from risk_rules.policy_file import load_policy
from tests.browser.rig import Open, OpenedPage
from tests.reports.analyses import HOSTILE, drone, hostile

SYSTEM = "Verkenningsdrone Torenvalk"


def rows(page: Page) -> Locator:
    return page.locator("#s1-list .components tbody > tr:visible")


def first(page: Page) -> Locator:
    return rows(page).first


def state(page: Page) -> str:
    return page.locator("#s1-list [data-decisions-state]").inner_text()


def counted(page: Page) -> tuple[int, int]:
    words = page.locator("#s1-list [data-sift-count]").inner_text().split()
    return int(words[0]), int(words[2])


def saved(opened: OpenedPage, folder: Path, language: Language = "nl") -> Path:
    with opened.page.expect_download() as saving:
        opened.page.get_by_role("button", name=WORDS["save"][language]).click()
    assert saving.value.suggested_filename == "decisions.json"
    saving.value.save_as(folder / "decisions.json")
    return folder / "decisions.json"


def load(opened: OpenedPage, path: Path, language: Language = "nl") -> str:
    with opened.page.expect_file_chooser() as choosing:
        opened.page.get_by_role("button", name=WORDS["load"][language]).click()
    before = state(opened.page)
    choosing.value.set_files(path)
    opened.page.wait_for_function(
        "before => document.querySelector('#s1-list [data-decisions-state]').textContent !== before", arg=before
    )
    return state(opened.page)


def test_what_does_not_fit_is_left_out_and_counted(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("list")
    listed = component_list(drone().systems[0]).listed
    assert counted(page) == (len(listed), len(listed))
    choose = page.locator("#s1-list .sifting")
    possible = [row for row in listed if row.criticality.band is Band.OPEN]
    choose.get_by_label(WORDS["band"].nl).select_option(Band.OPEN.key)
    assert counted(page) == (len(possible), len(listed))
    assert rows(page).count() == len(possible)
    grave = [row for row in possible if row.grade >= 3]
    choose.get_by_label(WORDS["grade"].nl).select_option("3")
    assert counted(page)[0] == len(grave) < len(possible)
    choose.get_by_role("button", name=WORDS["reset"].nl).click()
    choose.get_by_label(WORDS["country"].nl).select_option("country:CN")
    assert counted(page)[0] == len([row for row in listed if "country:CN" in row.made_in])
    choose.get_by_label(WORDS["country"].nl).select_option("unknown")
    assert counted(page)[0] == len([row for row in listed if not row.made_in])
    choose.get_by_role("button", name=WORDS["reset"].nl).click()
    choose.get_by_label(WORDS["class"].nl).select_option("resistor")
    assert counted(page)[0] == len([row for row in listed if row.component.component_class == "resistor"])
    assert rows(page).count() == 1, "a class of commodities is one row"
    choose.get_by_role("button", name=WORDS["reset"].nl).click()
    choose.get_by_label(WORDS["find"].nl).fill("  motor KV170")
    assert counted(page)[0] == 1
    assert "AAN-100" in first(page).inner_text()
    choose.get_by_label(WORDS["find"].nl).fill("bestaat niet")
    assert page.locator("[data-sift-count]").first.inner_text() == WORDS["none"].nl
    assert page.locator("#s1-list .components").is_hidden(), "a table without rows is none"
    opened.visit("list", "component:ENE-210")
    assert counted(page) == (len(listed), len(listed)), "an address that leads to a row left out shows it"
    assert opened.is_quiet


def test_measures_and_decisions_sift_too(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).visit("list")
    choose = page.locator("#s1-list .sifting")
    every = counted(page)[1]
    measure = choose.get_by_label(WORDS["measure"].nl)
    measure.select_option("second source")
    assert 0 < counted(page)[0] < every
    assert "tweede bron" in first(page).locator(".measures").inner_text()
    measure.select_option("")
    first(page).locator("select").select_option("act")
    decision = choose.locator('[name="decision"]')
    decision.select_option("some")
    assert counted(page)[0] == 1
    decision.select_option("none")
    assert counted(page)[0] == every - 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_decisions_are_saved_loaded_and_read_by_the_next_run(
    open_page: Open, maps: dict[str, Path], tmp_path: Path, language: Language
) -> None:
    opened = open_page(maps[language], lang=language, size=(1440, 900))
    page = opened.visit("list")
    assert state(page) == WORDS["nothing_decided"][language]
    first(page).locator("select").select_option("investigate")
    remark = 'Eerst "navragen"\n</script>\x1b é 🛩'
    first(page).locator("textarea").fill(remark)
    group = page.locator("#s1-list tr[data-subject]").first
    group.locator("td.deciding select").select_option("accept")
    group.locator("details").first.locator("summary").first.click()
    group.locator("li select").first.select_option("act")
    assert state(page) == WORDS["unsaved"][language].format(count=3, unsaved=3)
    path = saved(opened, tmp_path, language)
    assert state(page) == WORDS["saved"][language]
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["schema"] == 1
    assert {each["system"] for each in content["decisions"]} == {SYSTEM}
    read = read_previous([path])
    decided = with_decisions(drone(language), read).decisions
    assert len(decided.held) == 3
    assert not decided.apart
    listed = component_list(drone().systems[0]).listed
    found = decided.of(SYSTEM, listed[0].node)
    assert found is not None
    assert (found.choice, found.remark) == (Choice.INVESTIGATE, remark.replace("\x1b", "\\u001b"))
    fresh = open_page(maps["en"], lang="en", size=(1440, 900))
    page = fresh.visit("list")
    assert load(fresh, path, "en") == WORDS["loaded"].en.format(file="decisions.json", count=3)
    assert first(page).locator("select").input_value() == "investigate"
    assert first(page).locator("textarea").input_value() == remark
    assert opened.is_quiet
    assert fresh.is_quiet


def test_the_other_language_has_the_same_decisions(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("list")
    first(page).locator("select").select_option("act")
    first(page).locator("textarea").fill("nog niet weg")
    page.get_by_role("button", name="English").click()
    assert first(page).locator("select").input_value() == "act"
    assert first(page).locator("select option:checked").inner_text() == "act"
    assert first(page).locator("textarea").input_value() == "nog niet weg"
    first(page).locator("textarea").fill("changed")
    page.get_by_role("button", name="Nederlands").click()
    assert first(page).locator("textarea").input_value() == "changed"
    assert state(page) == WORDS["unsaved"].nl.format(count=1, unsaved=1)
    assert opened.is_quiet


def test_leaving_with_unsaved_decisions_warns_and_not_otherwise(
    open_page: Open, maps: dict[str, Path], tmp_path: Path
) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("list")
    asks = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert not page.evaluate(asks)
    first(page).locator("textarea").fill("x")
    assert page.evaluate(asks)
    saved(opened, tmp_path)
    assert not page.evaluate(asks)
    first(page).locator("textarea").fill("")
    assert page.evaluate(asks), "taking a saved remark back is a change too"


def test_by_keyboard_alone(open_page: Open, maps: dict[str, Path], tmp_path: Path) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("list")
    page.locator('#s1-list [name="text"]').focus()
    page.keyboard.type("motor KV170")
    assert counted(page)[0] == 1
    for _ in range(8):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.decisionsSave") == ""
    field = first(page).locator("select")
    for _ in range(60):
        page.keyboard.press("Tab")
        if field.evaluate("each => each === document.activeElement"):
            break
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("met de toetsen")
    assert field.input_value() == "accept"
    page.get_by_role("button", name=WORDS["save"].nl).focus()
    with page.expect_download() as saving:
        page.keyboard.press("Enter")
    saving.value.save_as(tmp_path / "d.json")
    (only,) = json.loads((tmp_path / "d.json").read_text(encoding="utf-8"))["decisions"]
    assert (only["component"], only["decision"], only["remark"]) == ("AAN-100", "accept", "met de toetsen")


WRONG: Mapping[str, tuple[str, str]] = {
    "no_json": ("{", "JSON"),
    "other": ('{"schema": 2, "decisions": []}', "schema"),
    "word": (
        '{"schema": 1, "decisions": [{"fingerprint": "0123456789abcdef", "decision": "<b>"}]}',
        "decisions[0].decision",
    ),
    "mark": ('{"schema": 1, "decisions": [{"decision": "act"}]}', "decisions[0].fingerprint"),
    "null": ('{"schema": 1, "decisions": [null]}', "decisions[0].fingerprint"),
}


@pytest.mark.parametrize("kind", sorted(WRONG))
def test_a_file_that_does_not_fit_changes_nothing(
    open_page: Open, maps: dict[str, Path], tmp_path: Path, kind: str
) -> None:
    content, said = WRONG[kind]
    path = tmp_path / "mijn.json"
    path.write_text(content, encoding="utf-8")
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("list")
    first(page).locator("select").select_option("act")
    told = load(opened, path)
    assert "mijn.json" in told
    assert said in told
    assert first(page).locator("select").input_value() == "act"
    assert opened.is_quiet


def test_decisions_of_components_that_are_gone_stay_in_the_file(
    open_page: Open, maps: dict[str, Path], tmp_path: Path
) -> None:
    gone = {"system": SYSTEM, "component": "WEG", "decision": "act", "remark": None, "fingerprint": "0" * 16}
    path = tmp_path / "in.json"
    path.write_text(json.dumps({"schema": 1, "decisions": [gone]}), encoding="utf-8")
    opened = open_page(maps["nl"], size=(1440, 900))
    opened.visit("list")
    assert WORDS["loaded_apart"].nl.format(count=1) in load(opened, path)
    (kept,) = json.loads(saved(opened, tmp_path).read_text(encoding="utf-8"))["decisions"]
    assert kept == gone | {"class": None}


def carried(tmp_path: Path) -> Path:
    """A page of a run with earlier decisions, one of them about a component that is gone."""
    names = {"system": SYSTEM, "component_class": "", "fingerprint": "", "origin": "list.xlsx, Lijst!O3"}
    first_id = component_list(drone().systems[0]).listed[0].component.id
    stated = [
        Stated(component=first_id, choice=Choice.ACT, remark="vorig jaar", **names),
        Stated(component="WEG-1", choice=Choice.ACCEPT, remark="<img src=x onerror=window.hacked=1>", **names),
    ]
    analysis = replace(with_decisions(drone(), stated), country_groups=tuple(load_policy().groups.values()))
    path = tmp_path / "carried.html"
    path.write_bytes(render(analysis))
    return path


def test_earlier_decisions_stand_on_the_page_and_on_paper(open_page: Open, tmp_path: Path) -> None:
    path = carried(tmp_path)
    opened = open_page(path, size=(1440, 900))
    page = opened.visit("list")
    assert first(page).locator("select").input_value() == "act"
    assert state(page) == WORDS["all_saved"].nl.format(count=2)
    gone = page.locator("#s1-list table", has_text="WEG-1")
    assert "list.xlsx, Lijst!O3" in gone.inner_text()
    assert opened.accessibility_violations() == []
    page.emulate_media(media="print")
    assert first(page).locator(".decided").inner_text().split("\n") == ["handelen", "vorig jaar"]
    assert not first(page).locator("select").is_visible()
    assert page.evaluate("window.hacked") is None
    assert opened.is_quiet
    plain = open_page(path, size=(1440, 900), java_script_enabled=False)
    assert "vorig jaar" in plain.page.locator("#s1-list .components").inner_text()
    assert not plain.page.locator("#s1-list [data-decisions-save]").is_visible()


@pytest.mark.parametrize(
    ("language", "scheme", "size"),
    [
        ("nl", "light", (1440, 900)),
        ("en", "dark", (1440, 900)),
        ("nl", "dark", (320, 700)),
        ("en", "light", (320, 700)),
    ],
)
def test_accessible_in_both_languages_and_schemes(
    open_page: Open, maps: dict[str, Path], language: Language, scheme: str, size: tuple[int, int]
) -> None:
    opened = open_page(maps[language], lang=language, scheme=scheme, size=size)
    page = opened.visit("list")
    for number, choice in enumerate(Choice):
        rows(page).nth(number).locator("select").select_option(choice.value)
    assert opened.accessibility_violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    fields = ".sifting :is(input, select, button), .keeping button, td.deciding :is(select, textarea)"
    heights = f"e => [...e.querySelectorAll('{fields}')].filter(x => x.offsetParent).map(x => x.offsetHeight)"
    assert min(page.locator("#s1-list").evaluate(heights)) >= 24


def test_hostile_names_and_remarks_do_nothing(open_page: Open, maps: dict[str, Path], tmp_path: Path) -> None:
    opened = open_page(maps["hostile"], size=(1440, 900))
    page = opened.visit("list")
    system = hostile().systems[0]
    marks = [fingerprint(system.bom.system, row.node) for row in component_list(system).listed]
    items = [
        {"fingerprint": mark, "decision": "act", "remark": name, "component": name, "system": name}
        for mark, name in zip(marks, (each.replace("\ud800", "?") for each in HOSTILE), strict=False)
    ]
    path = tmp_path / "<img src=x onerror=window.hacked=1>.json"
    path.write_text(json.dumps({"schema": 1, "decisions": items, "__proto__": {"polluted": 1}}), encoding="utf-8")
    assert "<img" in load(opened, path)
    page.get_by_role("button", name="English").click()
    assert page.evaluate("[window.hacked, ({}).polluted]") == [None, None]
    assert page.locator("#s1-list img").count() == 0
    kept = json.loads(saved(opened, tmp_path, "en").read_text(encoding="utf-8"))["decisions"]
    assert {each["fingerprint"] for each in kept} == set(marks[: len(items)])
    assert opened.is_quiet
