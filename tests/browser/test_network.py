"""The drawing of the network in a real browser: every control does what it says, by mouse and by keyboard."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from reports.page.network.words import WORDS as NETWORK
from reports.page.words import WORDS
from tests.browser.rig import Open


def panel(page: Page) -> str:
    return page.locator("[data-panel]").inner_text()


def ink(page: Page) -> int:
    """How many pixels of the picture are painted."""
    count: int = page.evaluate(
        """() => { const c = document.querySelector('[data-canvas] canvas'), copy = document.createElement('canvas');
        [copy.width, copy.height] = [c.width, c.height];
        const pen = copy.getContext('2d', { willReadFrequently: true });
        pen.drawImage(c, 0, 0);
        const d = pen.getImageData(0, 0, c.width, c.height).data;
        let n = 0; for (let i = 3; i < d.length; i += 4) if (d[i]) n++; return n; }"""
    )
    return count


def test_search_finds_by_name_and_by_number_and_says_when_it_does_not(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    search = page.locator("[data-search]")
    for asked, found in (
        ("VLB-320", "GNSS-ontvanger ZED-F9P"),
        ("china", "China"),
        ("gnss-ont", "GNSS-ontvanger ZED-F9P"),
    ):
        search.fill(asked)
        search.press("Enter")
        assert page.locator("[data-facts] h3").first.inner_text() == found
    search.fill("bestaat niet")
    search.press("Enter")
    assert page.locator("[data-count]").inner_text() == WORDS["no_match"].nl
    assert opened.is_quiet


def test_the_panel_tells_facts_evidence_cells_and_the_chain(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).visit("map")
    page.locator("[data-search]").fill("ENE-230")
    page.locator("[data-search]").press("Enter")
    told = panel(page)
    for words in (
        "Vermogensconnector AS150U",
        "kritiek ●●●●",
        "DM104 kritiek",
        "productie: China (afgeleid)",
        "Sheet1!A",
    ):
        assert words in told
    page.locator("[data-search]").fill("China")
    page.locator("[data-search]").press("Enter")
    steps = page.locator("[data-facts] .chain li").all_inner_texts()
    assert steps == ["China", "Amphenol", "Vermogensconnector AS150U", "Energie", "Verkenningsdrone Torenvalk"]
    page.get_by_role("button", name=WORDS["clear"].nl).click()
    assert WORDS["heaviest"].nl in panel(page)


def test_a_click_on_a_mark_selects_it(open_page: Open, maps: dict[str, Path]) -> None:
    """Wherever a mark is found under the pointer, a click on it tells what its tip told."""
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    page.locator("[data-canvas]").scroll_into_view_if_needed()
    title = over_a_mark(page)
    assert page.locator(".tip").inner_text().count("\n") >= 2, "name, kind, hint"
    page.mouse.down()
    page.mouse.up()
    page.locator("[data-facts]").wait_for(state="visible")
    assert page.locator("[data-facts] h3").first.inner_text() == title
    assert page.locator(".tip").is_hidden()
    page.locator("[data-canvas]").press("Escape")
    assert page.locator("[data-facts]").is_hidden()
    assert opened.is_quiet


def over_a_mark(page: Page) -> str:
    """Move along the column of countries, at the right, until a tip shows; its first line."""
    box = page.locator("[data-canvas]").bounding_box()
    assert box is not None
    for x in range(int(box["width"]) - 100, int(box["width"]) - 320, -7):
        for y in range(40, int(box["height"]), 7):
            page.mouse.move(box["x"] + x, box["y"] + y)
            if page.locator(".tip").is_visible():
                return page.locator(".tip strong").inner_text()
    raise AssertionError("no mark anywhere")


def test_filters_leave_out_and_reset_shows_all(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    count = page.locator("[data-count]")
    everything = count.inner_text()
    assert NETWORK["all_drawn"].nl in everything
    page.locator('[data-filter="grade"]').select_option("4")
    critical = count.inner_text()
    assert NETWORK["left_out"].nl.partition("}")[2] in critical
    page.locator('[data-filter="country"]').select_option("country:JP")
    assert count.inner_text() != critical
    page.get_by_role("button", name=WORDS["reset"].nl).click()
    assert count.inner_text() == everything
    assert opened.is_quiet


def test_a_kind_is_hidden_and_what_hung_on_it_hangs_on_what_is_behind(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    button = page.locator('[data-kind="supplier"]')
    count = page.locator("[data-count]")
    everything, painted = count.inner_text(), ink(page)
    button.press("Enter")
    assert button.get_attribute("aria-pressed") == "false"
    assert "fabrikanten" in count.inner_text()
    page.wait_for_timeout(200)
    assert ink(page) != painted
    page.locator("[data-search]").fill("China")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] .chain li").first.inner_text() == "China"
    button.click()
    assert count.inner_text() == everything
    assert opened.is_quiet


def test_groups_close_and_open_by_keyboard_and_say_what_they_hide(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    count = page.locator("[data-count]")
    page.locator(".groups summary").press("Enter")
    page.locator('[data-act="shut"]').press("Enter")
    closed = count.inner_text()
    assert re.search(r"(\d+) componenten in 9 groepen", closed)
    first = page.locator("[data-toggle]").first
    assert first.get_attribute("aria-expanded") == "false"
    first.press("Enter")
    assert page.locator("[data-toggle]").first.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.dataset.toggle") == first.get_attribute("data-toggle")
    assert "in 8 groepen" in count.inner_text()
    page.locator('[data-act="open"]').press("Enter")
    assert NETWORK["all_drawn"].nl in count.inner_text()
    assert opened.accessibility_violations() == []
    assert opened.is_quiet


@pytest.mark.parametrize("by", ["supplier", "country"])
def test_a_reader_groups_by_who_makes_it_or_where(open_page: Open, maps: dict[str, Path], by: str) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    page.locator("[data-by]").select_option(by)
    page.locator(".groups summary").click()
    heads = page.locator("[data-toggle]").evaluate_all("all => all.map(each => each.dataset.toggle)")
    assert f"in:{by}:{'CN' if by == 'country' else 'T-Motor'}" in heads
    page.locator("[data-search]").fill("ENE-230")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] h3").first.inner_text() == "Vermogensconnector AS150U"
    assert opened.is_quiet


def test_the_layer_of_materials_goes_from_material_to_stage_to_country(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    page.get_by_role("button", name=WORDS["by_material"].nl).click()
    assert page.locator("[data-note]").is_visible()
    assert page.locator('[data-kind="material"]').is_visible()
    assert page.locator('[data-kind="supplier"]').is_hidden()
    page.locator("[data-search]").fill("neodymium")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] h3").first.inner_text() == "neodymium"
    opened.visit("map", "stage:neodymium/processing")
    assert "neodymium" in page.locator("[data-facts] h3").first.inner_text()
    assert opened.accessibility_violations() == []
    assert opened.is_quiet


def test_the_layer_of_control_has_its_own_picture(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    button = page.get_by_role("button", name=WORDS["by_control"].nl)
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.locator("[data-search]").fill("Wingtech")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] .chain li").all_inner_texts()[:2] == ["Wingtech", "Nexperia"]
    assert opened.is_quiet


def test_zoom_and_pan_by_button_and_by_key(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    stage = page.locator("[data-canvas]")

    def picture() -> str:
        page.wait_for_timeout(150)
        shot: str = page.evaluate("document.querySelector('[data-canvas] canvas').toDataURL()")
        return shot

    fitted = picture()
    page.get_by_role("button", name=WORDS["zoom_in"].nl).click()
    assert picture() != fitted
    page.get_by_role("button", name=WORDS["zoom_out"].nl).click()
    for key in ("+", "ArrowRight", "ArrowDown"):
        before = picture()
        stage.press(key)
        assert picture() != before, key
    page.get_by_role("button", name=WORDS["fit"].nl).click()
    assert picture() == fitted
    assert opened.is_quiet


def test_the_wheel_scrolls_the_page_until_the_picture_has_the_focus(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).visit("map")
    stage = page.locator("[data-canvas]")
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > before


def test_a_change_to_dark_redraws_the_picture(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    light = page.evaluate("document.querySelector('[data-canvas] canvas').toDataURL()")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('[data-canvas] canvas').toDataURL()") != light
    assert opened.is_quiet


def test_hostile_names_do_nothing(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["hostile"], size=(1440, 900))
    page = opened.visit("map")
    for button in page.locator("[data-panel] [data-node]").all()[:4]:
        button.click()
        page.locator('[data-act="clear"]').click()
    for asked in ("__proto__", "constructor", "<img", "</script>", "javascript:"):
        page.locator("[data-search]").fill(asked)
        page.locator("[data-search]").press("Enter")
        assert asked in panel(page)
    assert page.evaluate("window.hacked") is None
    assert opened.is_quiet


def test_an_address_leads_to_a_node_and_a_choice_to_an_address(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map", "component%3AENE-230")
    assert page.locator("[data-facts] h3").first.inner_text() == "Vermogensconnector AS150U"
    page.locator("[data-search]").fill("China")
    page.locator("[data-search]").press("Enter")
    assert page.evaluate("location.hash") == "#s1-map=country%3ACN"
    page.get_by_role("button", name=WORDS["clear"].nl).click()
    assert page.evaluate("location.hash") == "#s1-map"
    opened.visit("map", "component:there%20is%20none")
    assert page.locator("[data-facts]").is_hidden()
    opened.visit("map", "%E0%A4%A")
    assert opened.is_quiet
