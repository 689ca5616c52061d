"""The drawing of a network that is too large to draw at once: it says what it hides, and leads to all of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reports.page.network.words import WORDS as NETWORK
from tests.browser.rig import Open

WRITTEN = """window.written = [];
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (...given) {
  window.written.push(given[0]);
  return fillText.apply(this, given);
};"""


def test_search_brings_what_is_in_a_closed_group_into_the_picture(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["large"], size=(1440, 900))
    page = opened.visit("map")
    count = page.locator("[data-count]")
    before = re.search(r"([\d.]+) componenten in", count.inner_text())
    assert before is not None
    page.locator("[data-search]").fill("D29-29")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] h3").first.inner_text() == "D29-29"
    after = re.search(r"([\d.]+) componenten in", count.inner_text())
    assert after is not None
    assert int(after[1].replace(".", "")) < int(before[1].replace(".", ""))
    page.locator("[data-facts] [data-open]").click()
    page.locator("[data-search]").fill("D29-28")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] h3").first.inner_text() == "D29-28"
    assert page.locator("[data-facts] [data-open]").count() == 0, "its group is wholly open"
    assert opened.is_quiet


def test_a_closed_group_says_how_many_it_holds_and_how_many_of_the_worst(
    open_page: Open, maps: dict[str, Path]
) -> None:
    """In the large system two of three components of each assembly are critical."""
    opened = open_page(maps["large"], size=(1440, 1400))
    opened.page.add_init_script(WRITTEN)
    opened.page.reload()
    page = opened.visit("map")
    page.wait_for_timeout(200)
    written = page.evaluate("window.written")
    assert "+ 30 (20 ●●●●)" in written
    assert NETWORK["more_groups"].nl.format(more="+ 270 (180 ●●●●)", groups=9) in written
    page.locator('[data-filter="grade"]').select_option("4")
    page.wait_for_timeout(200)
    assert "+ 20 ●●●●" in page.evaluate("window.written"), "where all are of the worst no number stands twice"


def test_what_a_filter_leaves_is_drawn_whole_when_it_fits(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["large"], size=(1440, 900))
    page = opened.visit("map")
    count = page.locator("[data-count]")
    assert "componenten in 45 groepen" in count.inner_text()
    page.locator('[data-filter="country"]').select_option("country:DE")
    told = count.inner_text()
    assert NETWORK["left_out"].nl.format(count=900) in told
    assert "groepen" not in told
    page.locator('[data-filter="country"]').select_option("country:CN")
    assert "groepen" in count.inner_text(), "nine hundred do not fit"


@pytest.mark.parametrize("by", ["assembly", "supplier"])
def test_an_assembly_without_a_place_is_found_by_name_and_by_address(
    open_page: Open, maps: dict[str, Path], by: str
) -> None:
    opened = open_page(maps["large"], size=(1440, 900))
    page = opened.visit("map")
    page.locator("[data-by]").select_option(by)
    page.locator("[data-search]").fill("deel 44")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] h3").first.inner_text() == "deel 44"
    assert page.locator("[data-by]").input_value() == "assembly"
    opened.visit("map", "assembly:deel 43")
    assert page.locator("[data-facts] h3").first.inner_text() == "deel 43"
    page.locator("[data-facts] [data-open]").click()
    opened.visit("map", "component:D43-29")
    assert page.locator("[data-facts] [data-open]").count() == 0, "its group is wholly open"
    assert opened.is_quiet


def test_every_group_can_be_opened_by_keyboard_also_those_without_a_place(
    open_page: Open, maps: dict[str, Path]
) -> None:
    page = open_page(maps["large"], size=(1440, 900)).visit("map")
    page.locator(".groups summary").press("Enter")
    assert page.locator("[data-toggle]").count() == 45
    last = page.locator("[data-toggle]").last
    head = last.get_attribute("data-toggle")
    last.press("Enter")
    opened = page.locator(f'[data-toggle="{head}"]')
    assert opened.get_attribute("aria-expanded") == "true"
    assert opened.inner_text().endswith("30")


def test_the_picture_never_holds_more_than_it_can_draw_and_says_so(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["large"], size=(1440, 900))
    opened.page.locator("html.ready").wait_for(state="attached")
    opened.page.evaluate("depmap.shared.network[0].room.most = 420")
    page = opened.visit("map")
    assert page.locator('[data-act="open"]').is_hidden(), "opening all would not fit"
    page.locator("[data-by]").select_option("country")
    count = page.locator("[data-count]")
    page.locator(".groups summary").click()
    page.locator("[data-toggle]").last.click()
    assert re.match(r"4\d\d ", count.inner_text()), "420 components stand alone, with what they hang on"
    page.locator("[data-toggle]").last.click()
    assert count.inner_text() == NETWORK["full"].nl.format(most=420)
    page.locator('[data-act="shut"]').click()
    page.locator("[data-toggle]").last.click()
    assert "groepen" in count.inner_text()
    assert opened.is_quiet


def test_suggestions_follow_what_is_typed(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["large"], size=(1440, 900)).visit("map")
    page.locator("[data-search]").fill("D44-2")
    offered = page.locator("#s1-names option").evaluate_all("all => all.map(each => each.value)")
    assert offered
    assert {name[:5] for name in offered} == {"D44-2"}


def test_an_address_of_a_row_that_the_list_leaves_out_leads_to_the_picture(
    open_page: Open, maps: dict[str, Path]
) -> None:
    opened = open_page(maps["large"], size=(1440, 900))
    page = opened.visit("list", "component:D0-1")
    assert page.locator('[data-row="component:D0-1"]').is_visible()
    page.evaluate("location.hash = 's1-list=component:D44-0'")
    page.locator("[data-facts] h3").first.wait_for(state="visible")
    assert page.locator("[data-facts] h3").first.inner_text() == "D44-0"
    assert page.evaluate("location.hash") == "#s1-map=component%3AD44-0"
    page.go_back()
    assert page.locator('[data-row="component:D0-1"]').is_visible()
    assert opened.is_quiet
