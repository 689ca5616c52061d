"""The risk map in a real browser: its views, languages and systems, quietly, for everyone and without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from depmap.core.comparison import Direction
from depmap.core.text import LANGUAGES, Language
from reports.page.words import WORDS
from tests.browser.rig import Open

Scheme = Literal["light", "dark"]
SIZES: list[tuple[Language, Scheme, tuple[int, int]]] = [
    ("nl", "light", (1440, 900)),
    ("en", "dark", (1440, 900)),
    ("nl", "light", (768, 1024)),
    ("nl", "dark", (390, 844)),
    ("en", "light", (390, 844)),
    ("en", "dark", (320, 640)),
]
PLACES = ("overview", "map", "world", "list", "points", "materials", "whatif", "bonus", "issues")


@pytest.mark.parametrize(("language", "scheme", "size"), SIZES)
def test_every_view_opens_quietly_and_fits(
    open_page: Open, maps: dict[str, Path], language: Language, scheme: Scheme, size: tuple[int, int]
) -> None:
    opened = open_page(maps[language], lang=language, scheme=scheme, size=size)
    assert opened.page.locator("html").get_attribute("lang") == language
    assert opened.page.get_by_role("heading", name=WORDS["overview"][language], exact=True).is_visible()
    for place in PLACES:
        page = opened.visit(place)
        assert page.locator(".contents a[aria-current]").get_attribute("href") == f"#s1-{place}"
        assert page.locator("main > .system > .view").filter(visible=True).count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{place} scrolls sideways"
    assert opened.is_quiet


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_accessible(open_page: Open, maps: dict[str, Path], language: Language, scheme: Scheme) -> None:
    opened = open_page(maps[language], lang=language, scheme=scheme, size=(1440, 900))
    for place in PLACES:
        opened.visit(place)
        assert opened.accessibility_violations() == [], place
    opened.visit("map").locator("[data-panel] [data-node]").first.click()
    assert opened.accessibility_violations() == []


def test_buttons_and_fields_are_large_enough_to_hit(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(390, 844))
    for place in PLACES:
        small = opened.visit(place).evaluate(
            """() => [...document.querySelectorAll('button, select, input, summary, nav a')]
            .filter(e => e.offsetParent)
            .filter(e => e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24)
            .map(e => e.outerHTML.slice(0, 80))"""
        )
        assert small == [], place


def test_a_view_is_reached_by_its_link_and_left_by_going_back(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
    page.get_by_role("link", name=WORDS["list"].nl).press("Enter")
    assert page.locator("#s1-list").is_visible()
    assert page.locator("#s1-overview").is_hidden()
    page.go_back()
    page.locator("#s1-overview").wait_for(state="visible")
    assert page.locator("#s1-list").is_hidden()
    assert opened.is_quiet


def test_an_address_that_leads_nowhere_leads_to_the_overview(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"])
    opened.visit("list")
    opened.page.evaluate("location.hash = '#no such]place'")
    opened.page.locator("#s1-overview").wait_for(state="visible")
    assert opened.is_quiet


def test_the_language_is_switched_where_one_is(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map", "component:ENE-230")
    dutch = page.title()
    page.get_by_role("button", name="English").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() != dutch
    assert page.get_by_role("heading", name=WORDS["map"].en, exact=True).is_visible()
    assert page.locator("[data-canvas] canvas").is_visible()
    assert page.locator("[data-facts] h3").first.inner_text() == "Vermogensconnector AS150U", "what was chosen stays"
    assert page.evaluate("document.activeElement.textContent") == "English"
    assert WORDS["map_intro"].nl not in page.locator("body").inner_text()
    assert opened.accessibility_violations() == []
    page.get_by_role("button", name="Nederlands").press("Enter")
    assert page.title() == dutch
    assert page.get_by_role("heading", name=WORDS["map"].nl, exact=True).is_visible()
    assert opened.is_quiet


@pytest.mark.parametrize("column", [1, 2, 7])
def test_sorting_says_what_it_did(open_page: Open, maps: dict[str, Path], column: int) -> None:
    page = open_page(maps["en"], lang="en", size=(1440, 900)).visit("list")
    head = page.locator("table.components thead th").nth(column)
    first = page.locator("table.components tbody tr").first
    assert page.locator("table.components thead th").first.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    upwards = first.inner_text()
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert first.inner_text() != upwards
    assert page.locator('table.components th[aria-sort]:not([aria-sort="none"])').count() == 1


def test_a_row_leads_to_its_place_on_the_map(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("list")
    row = page.locator('tr[data-row="component:SEN-520"]')
    row.get_by_role("button", name=WORDS["on_map"].nl).click()
    assert page.locator("[data-facts] h3").first.inner_text() == "Gimbal 3-assig"
    opened.visit("points").locator('#s1-points [data-layer="control"]').first.click()
    assert page.get_by_role("button", name=WORDS["by_control"].nl).get_attribute("aria-pressed") == "true"
    assert opened.is_quiet


def test_systems_take_turns(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["two"], size=(1440, 900))
    page = opened.visit("map")
    assert page.locator("#s2-map").is_hidden()
    page.get_by_role("button", name="Twee", exact=True).click()
    assert page.locator("#s1-map").is_hidden()
    assert page.locator("#s2-map canvas").is_visible()
    assert opened.is_quiet


@pytest.mark.parametrize(("language", "scheme", "width"), [("nl", "light", 320), ("en", "dark", 1440)])
def test_what_changed_content_and_points_are_accessible_when_unfolded(
    open_page: Open, maps: dict[str, Path], language: Language, scheme: Scheme, width: int
) -> None:
    opened = open_page(maps["two"], scheme=scheme, size=(width, 844))
    opened.visit("overview").locator(f'[data-language="{language}"]').click()
    for place, parts in (("overview", [".content", "#s1-changes"]), ("bonus", ["#s1-bonus", "#compared"])):
        page = opened.visit(place)
        for part in parts:
            page.evaluate(f"document.querySelectorAll('{part} details').forEach(each => each.open = true)")
            assert page.locator(part).first.is_visible()
        assert opened.accessibility_violations() == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("#s1-changes details[open]").count() == len(Direction)
    assert page.locator("#s1-bonus .notice").is_visible(), "the points are an example"
    assert opened.is_quiet


def test_without_scripts_the_tables_tell_everything(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900), java_script_enabled=False).page
    assert page.get_by_text(WORDS["map_needs_script"].nl).is_visible()
    assert page.locator("table.components tbody tr").count() > 90
    assert page.locator("[data-map]").is_hidden()
    assert page.locator("#s1-list .show").first.is_hidden()


def test_it_prints_without_controls(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).page
    page.emulate_media(media="print")
    assert page.locator(".controls").first.is_hidden()
    assert page.locator(".contents").first.is_hidden()
    assert page.locator("#s1-list table").is_visible()
