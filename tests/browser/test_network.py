"""The drawing of the network in a real browser: every control does what it says, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

from reports.words import WORDS
from tests.browser.rig import Open
from tests.support import packed_data


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
    """The country stands where the data says; the picture is fitted, so its place on the screen can be worked out."""
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
    page.locator("[data-canvas]").scroll_into_view_if_needed()
    at = page.evaluate(
        """view => {
        const node = view.nodes.find(each => each.id === 'country:CN');
        const stage = document.querySelector('[data-canvas]'), box = stage.getBoundingClientRect();
        const xs = view.columns.flatMap(column => [column[1], column[2]]), ys = view.nodes.map(each => each.y);
        const [left, right] = [Math.min(...xs) - 10, Math.max(...xs) + 20];
        const [top, bottom] = [Math.min(...ys) - 30, Math.max(...ys) + 30];
        const scale = Math.min(box.width / (right - left), (box.height - 34) / (bottom - top));
        return { x: box.x + box.width / 2 + (node.x - (left + right) / 2) * scale,
                 y: box.y + box.height / 2 + (node.y - (top + bottom) / 2) * scale + 13 };
        }""",
        packed_data(maps["nl"].read_text(encoding="utf-8"))["systems"][0]["views"][0],
    )
    page.mouse.click(at["x"], at["y"])
    page.wait_for_timeout(400)
    assert page.locator("[data-facts] h3").first.inner_text() == "China"
    page.locator("[data-canvas]").press("Escape")
    assert page.locator("[data-facts]").is_hidden()
    assert opened.is_quiet


def test_filters_hide_and_reset_shows_all(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map")
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
