"""What if, in a real browser: a reader takes something away, and the page says what the analysis would say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from playwright.sync_api import Page

from depmap.core.answers import Verdict
from depmap.core.text import Language
from reports.page.whatif import view
from reports.page.whatif.view import WORDS
from reports.programs.narrowing import narrowing
from reports.words.weeks import lasting
from tests.browser.rig import Open
from tests.reports.analyses import drone

LAYERS = ("supply", "control", "material")


def cards(page: Page) -> list[str]:
    return page.locator("[data-layers] button").all_inner_texts()


def test_every_scenario_of_the_policy_answers_as_the_analysis_does(open_page: Open, maps: dict[str, Path]) -> None:
    language: Language = "en"
    opened = open_page(maps["en"], lang=language, size=(1440, 1200))
    page = opened.visit("whatif")
    system = drone(language).systems[0]
    asked = {(each.loss.id, each.layers[0].value): each for each in system.standstills if len(each.layers) == 1}
    assert asked
    for number, loss in enumerate({each.loss.id: each.loss for each in system.standstills}.values()):
        button = page.locator("[data-scenarios] button").nth(number)
        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        for layer, told in zip(LAYERS, cards(page), strict=True):
            found = asked.get((loss.id, layer))
            if found is None:
                continue
            word = {Verdict.YES: "yes", Verdict.NO: "no", Verdict.CANNOT_DECIDE: "cannot decide"}[found.stops]
            assert WORDS[word][language] in told
            if found.stops is not Verdict.NO:
                why = narrowing(system.outages, found)
                assert lasting(found.weeks, len(why.unclassed), why.known)[language] in told
                assert WORDS["certain"].format(count=len(found.certain))[language] in told
                assert WORDS["possible"].format(count=len(found.possible))[language] in told
    assert opened.is_quiet


def test_a_name_is_added_and_taken_back(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("whatif")
    assert page.locator("[data-nothing]").is_visible()
    for word in ("china", "supplier:Nexperia"):
        page.locator("[data-word]").fill(word)
        page.locator("[data-word]").press("Enter")
    assert page.locator("[data-chips] li span").all_inner_texts() == ["China", "Nexperia"]
    assert page.evaluate("decodeURIComponent(location.hash)") == "#s1-whatif=lose=country%3ACN&lose=supplier%3ANexperia"
    assert page.locator(".stopping tbody tr").count() > 3
    assert page.locator(".stopping tbody tr").first.locator(".chain li").count() > 2
    assert opened.accessibility_violations() == []
    page.get_by_role("button", name=WORDS["remove"].nl.format(name="China")).click()
    assert page.locator("[data-chips] li span").all_inner_texts() == ["Nexperia"]
    page.get_by_role("button", name=WORDS["restore"].nl).click()
    assert page.locator("[data-chips] li").count() == 0
    assert page.evaluate("location.hash") == "#s1-whatif"
    assert opened.is_quiet


def test_while_nothing_is_chosen_each_of_the_heaviest_tells_what_it_would_do(
    open_page: Open, maps: dict[str, Path]
) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("whatif")
    rows = page.locator(".stopping tbody tr")
    alone = [row.split("\t") for row in rows.all_inner_texts()]
    names = page.locator("[data-suggestions] button").all_inner_texts()
    assert [row[0].strip() for row in alone] == names
    assert page.locator("[data-layers] li").count() == 0
    for at, name in enumerate(names):
        rows.nth(at).get_by_role("button").click()
        assert page.locator("[data-chips] li span").all_inner_texts() == [name]
        assert page.evaluate("document.activeElement.textContent") == name
        (card,) = (each for each in cards(page) if each.casefold().startswith(alone[at][1].strip().casefold()))
        assert all(told.strip() in card for told in alone[at][2:])
        page.get_by_role("button", name=WORDS["restore"].nl).click()
    assert opened.is_quiet


def test_a_name_that_is_none_is_refused_with_the_nearest(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("whatif", "supplier:Nexpria")
    told = page.get_by_role("alert").inner_text()
    assert "supplier:Nexpria" in told
    assert "Nexperia" in told
    assert page.locator("[data-chips] li").count() == 0
    opened.visit("whatif", "lose=country:CN&colour=red")
    assert "colour" in page.get_by_role("alert").inner_text()
    assert opened.is_quiet


def test_only_a_group_supplies(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).visit("whatif")
    page.locator("[data-group]").select_option("EU+EEA+UA")
    assert WORDS["yes"].nl in cards(page)[0]
    page.locator("[data-layers] button").nth(1).click()
    assert page.locator("[data-layers] button").nth(1).get_attribute("aria-pressed") == "true"
    assert page.locator(".stopping caption").inner_text().endswith("zeggenschap")


def test_an_address_and_a_file_keep_a_scenario(open_page: Open, maps: dict[str, Path], tmp_path: Path) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("whatif", "lose=country:CN&only=NATO&layer=control")
    assert page.locator("[data-group]").input_value() == "NATO"
    assert page.locator("[data-layers] button").nth(1).get_attribute("aria-pressed") == "true"
    with page.expect_download() as saving:
        page.get_by_role("button", name=WORDS["save"].nl).click()
    saving.value.save_as(tmp_path / "scenario.toml")
    (scenario,) = tomllib.loads((tmp_path / "scenario.toml").read_text(encoding="utf-8"))["scenario"]
    assert (scenario["lose"], scenario["only"]) == (["country:CN"], "NATO")
    page.get_by_role("button", name="English").click()
    assert page.locator("[data-group]").input_value() == "NATO", "the other language has the same scenario"
    assert opened.is_quiet


def test_suggestions_follow_what_is_typed(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["large"], size=(1440, 900)).visit("whatif")
    assert page.locator("#s1-words option").count() == 0, "nothing is made before somebody writes"
    page.locator("[data-word]").fill("d44-2")
    offered = page.locator("#s1-words option").evaluate_all("all => all.map(each => each.value)")
    assert len(offered) == 11
    assert {name[:5] for name in offered} == {"D44-2"}


def test_a_system_that_is_too_large_says_where_the_answer_is(
    open_page: Open, maps: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "LARGEST", 1)
    assert view.data(drone("nl"))["systems"] == [None]
    opened = open_page(maps["nl"], size=(1440, 900))
    opened.page.locator("html.ready").wait_for(state="attached")
    opened.page.evaluate("depmap.shared.whatif.systems[0] = null")
    page = opened.visit("whatif", "lose=country:CN")
    told = page.locator("[data-whatif] .notice").inner_text()
    assert told == WORDS["too_large"].nl.format(most="100.000")
    assert page.locator("[data-whatif] button").count() == 0
    assert opened.is_quiet
