"""The risk map in a real browser: it asks for nothing, complains of nothing, and every control does what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from depmap.core.judgement import Analysis
from depmap.core.text import LANGUAGES, Language
from reports.words import WORDS
from reports.writers.risk_map import render
from tests.browser.rig import Open, OpenedPage
from tests.reports.analyses import analysis, drone, drone_bom, hostile

Scheme = Literal["light", "dark"]
VIEWS: list[tuple[Language, Scheme, tuple[int, int]]] = [
    ("nl", "light", (1440, 900)),
    ("en", "dark", (1440, 900)),
    ("nl", "light", (768, 1024)),
    ("nl", "dark", (390, 844)),
    ("en", "light", (390, 844)),
    ("en", "dark", (320, 640)),
]


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One page of each kind, written once."""
    made: dict[str, Analysis] = {
        "nl": drone("nl"),
        "en": drone("en"),
        "hostile": hostile(),
        "two": analysis(drone_bom("Een"), drone_bom("Twee")),
    }
    folder = tmp_path_factory.mktemp("maps")
    paths = {name: folder / f"{name}.html" for name in made}
    for name, path in paths.items():
        path.write_bytes(render(made[name]))
    return paths


def is_quiet(opened: OpenedPage) -> bool:
    assert (opened.requests, opened.console, opened.errors) == ([], [], [])
    return True


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


@pytest.mark.parametrize(("language", "scheme", "size"), VIEWS)
def test_it_opens_quietly_and_fits(
    open_page: Open, maps: dict[str, Path], language: Language, scheme: Scheme, size: tuple[int, int]
) -> None:
    opened = open_page(maps[language], lang=language, scheme=scheme, size=size)
    page = opened.page
    assert page.locator("html").get_attribute("lang") == language
    assert page.get_by_role("heading", name=WORDS["overview"][language], exact=True).is_visible()
    assert ink(page) > 1000
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "it reflows without scrolling sideways"
    assert is_quiet(opened)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_accessible(open_page: Open, maps: dict[str, Path], language: Language, scheme: Scheme) -> None:
    opened = open_page(maps[language], lang=language, scheme=scheme, size=(1440, 900))
    assert opened.accessibility_violations() == []
    opened.page.locator("[data-panel] [data-node]").first.click()
    assert opened.accessibility_violations() == []


def test_buttons_and_fields_are_large_enough_to_hit(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(390, 844)).page
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, select, input, summary, nav a')]
        .filter(e => e.offsetParent && (e.getBoundingClientRect().height < 24 || e.getBoundingClientRect().width < 24))
        .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_search_finds_by_name_and_by_number_and_says_when_it_does_not(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
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
    assert is_quiet(opened)


def test_the_panel_tells_facts_evidence_cells_and_the_chain(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).page
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
    """The country stands where the data says; the picture is fitted, so its place on the screen can be worked out."""
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
    page.locator("[data-canvas]").scroll_into_view_if_needed()
    at = page.evaluate(
        """() => {
        const view = JSON.parse(document.getElementById('depmap-data').textContent).systems[0].views[0];
        const node = view.nodes.find(each => each.id === 'country:CN');
        const stage = document.querySelector('[data-canvas]'), box = stage.getBoundingClientRect();
        const xs = view.columns.flatMap(column => [column[1], column[2]]), ys = view.nodes.map(each => each.y);
        const [left, right] = [Math.min(...xs) - 10, Math.max(...xs) + 20];
        const [top, bottom] = [Math.min(...ys) - 30, Math.max(...ys) + 30];
        const scale = Math.min(box.width / (right - left), (box.height - 34) / (bottom - top));
        return { x: box.x + box.width / 2 + (node.x - (left + right) / 2) * scale,
                 y: box.y + box.height / 2 + (node.y - (top + bottom) / 2) * scale + 13 };
        }"""
    )
    page.mouse.click(at["x"], at["y"])
    page.wait_for_timeout(400)
    assert page.locator("[data-facts] h3").first.inner_text() == "China"
    page.locator("[data-canvas]").press("Escape")
    assert page.locator("[data-facts]").is_hidden()
    assert is_quiet(opened)


def test_filters_hide_and_reset_shows_all(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
    count = page.locator("[data-count]")
    everything = count.inner_text()
    painted = ink(page)
    page.locator('[data-filter="grade"]').select_option("4")
    critical = count.inner_text()
    page.wait_for_timeout(200)
    assert critical != everything
    assert ink(page) < painted
    page.locator('[data-filter="country"]').select_option("country:JP")
    assert count.inner_text() != critical
    page.get_by_role("button", name=WORDS["reset"].nl).click()
    assert count.inner_text() == everything
    assert is_quiet(opened)


def test_the_layer_of_control_has_its_own_picture(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
    button = page.get_by_role("button", name=WORDS["by_control"].nl)
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    page.locator("[data-search]").fill("Wingtech")
    page.locator("[data-search]").press("Enter")
    assert page.locator("[data-facts] .chain li").all_inner_texts()[:2] == ["Wingtech", "Nexperia"]
    assert is_quiet(opened)


def test_zoom_and_pan_by_button_and_by_key(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
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
    assert is_quiet(opened)


def test_the_wheel_scrolls_the_page_until_the_picture_has_the_focus(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).page
    stage = page.locator("[data-canvas]")
    stage.scroll_into_view_if_needed()
    box = stage.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_timeout(300)
    assert page.evaluate("scrollY") > before


@pytest.mark.parametrize("column", [1, 2, 5])
def test_sorting_says_what_it_did(open_page: Open, maps: dict[str, Path], column: int) -> None:
    page = open_page(maps["en"], lang="en", size=(1440, 900)).page
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
    page = opened.page
    row = page.locator('tr[data-row="component:SEN-520"]')
    row.get_by_role("button", name=WORDS["on_map"].nl).click()
    assert page.locator("[data-facts] h3").first.inner_text() == "Gimbal 3-assig"
    page.locator('#s1-points [data-layer="control"]').first.click()
    assert page.get_by_role("button", name=WORDS["by_control"].nl).get_attribute("aria-pressed") == "true"
    assert is_quiet(opened)


def test_systems_take_turns(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["two"], size=(1440, 900))
    page = opened.page
    assert page.locator("#s1-map").is_visible()
    assert page.locator("#s2-map").is_hidden()
    page.get_by_role("button", name="Twee", exact=True).click()
    assert page.locator("#s1-map").is_hidden()
    assert page.locator("#s2-map canvas").is_visible()
    assert is_quiet(opened)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_content_and_points_are_accessible_when_unfolded(
    open_page: Open, maps: dict[str, Path], scheme: Scheme
) -> None:
    opened = open_page(maps["two"], scheme=scheme, size=(390, 844))
    page = opened.page
    for part in (".content", "#s1-bonus", "#compared"):
        page.evaluate(f"document.querySelectorAll('{part} details').forEach(each => each.open = true)")
        assert page.locator(part).first.is_visible()
    assert page.locator("#s1-bonus").get_by_text("Voorbeeld: deze punten zijn van depmap").is_visible()
    assert opened.accessibility_violations() == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_names_do_nothing(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["hostile"], size=(1440, 900))
    page = opened.page
    for button in page.locator("[data-panel] [data-node]").all()[:4]:
        button.click()
        page.locator('[data-act="clear"]').click()
    for asked in ("__proto__", "constructor", "<img", "</script>", "javascript:"):
        page.locator("[data-search]").fill(asked)
        page.locator("[data-search]").press("Enter")
        assert asked in panel(page)
    assert page.evaluate("window.hacked") is None
    assert is_quiet(opened)


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


def test_a_change_to_dark_redraws_the_picture(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.page
    light = page.evaluate("document.querySelector('[data-canvas] canvas').toDataURL()")
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(300)
    assert page.evaluate("document.querySelector('[data-canvas] canvas').toDataURL()") != light
    assert is_quiet(opened)
