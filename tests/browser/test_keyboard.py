"""By keyboard alone, and with what axe-core finds: every control of every view, also of what opens in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from depmap.core.text import LANGUAGES, Language
from tests.browser.rig import Open, OpenedPage
from tests.browser.test_risk_map import PLACES
from tests.reports.analyses import drone

CONTROLS = """a[href], button:not(:disabled), select, input, textarea, summary, [tabindex="0"]"""

CHOSEN = {"map": "country:CN", "world": "country:CN", "whatif": "lose=country:CN"}
"""What is chosen where a view has a choice."""

# Where the keyboard is: the number of the control in the order of the document, and whether one sees it.
HERE = """() => {
  const all = [...document.querySelectorAll(CONTROLS)].filter(e => e.checkVisibility() && e.getClientRects().length);
  const at = document.activeElement, style = getComputedStyle(at), child = at.querySelector("path, circle");
  const drawn = at.matches("g") ? child && parseFloat(getComputedStyle(child).strokeWidth) >= 3
    : style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return { place: all.indexOf(at), count: all.length, seen: Boolean(drawn), what: at.outerHTML.slice(0, 90) };
}""".replace("CONTROLS", f"{CONTROLS!r}".replace("\n", " "))


def tab_through(page: Page, limit: int) -> list[dict[str, Any]]:
    """Where the keyboard comes from the beginning of the page, one key after the other."""
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); getSelection().removeAllRanges(); }")
    page.locator(".skip").focus()
    stops = [page.evaluate(HERE)]
    for _ in range(limit):
        page.keyboard.press("Tab")
        stop = page.evaluate(HERE)
        if stop["place"] <= stops[-1]["place"]:
            stops.append(stop)
            break
        stops.append(stop)
    return stops


def test_tab_reaches_every_control_in_its_order_and_shows_where_it_is(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    for place in PLACES:
        page = opened.visit(place)
        count = page.evaluate(HERE)["count"]
        limit = min(count, 120)
        stops = tab_through(page, limit)
        reached = [stop["place"] for stop in stops if stop["place"] >= 0]
        missed = sorted(set(range(limit)) - set(reached))
        assert missed == [], f"{place}: no Tab comes to {missed} of {count}; the last was {stops[-1]}"
        assert reached[:limit] == sorted(reached[:limit]), f"{place}: the order is that of the document"
        assert [stop["what"] for stop in stops if not stop["seen"] and stop["place"] > 0] == [], place


def test_space_and_enter_work_on_what_is_no_button(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("world")
    china = page.locator('[data-country="country:CN"]')
    for key, pressed in (("Space", "true"), ("Enter", "false"), ("Enter", "true")):
        china.press(key)
        assert china.get_attribute("aria-pressed") == pressed
    summary = opened.visit("list").locator("summary").filter(visible=True).first
    summary.press("Enter")
    assert summary.evaluate("each => each.parentElement.open")
    summary.press("Space")
    assert not summary.evaluate("each => each.parentElement.open")
    assert opened.is_quiet


def test_escape_leaves_what_was_chosen_in_the_network(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("map", "country:CN")
    assert page.locator("[data-facts]").is_visible()
    page.locator("[data-canvas]").press("Escape")
    assert page.locator("[data-facts]").is_hidden()
    assert opened.is_quiet


def test_the_keyboard_goes_along_to_where_a_link_leads(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("overview")
    arrived = "at => [document.activeElement.id, document.activeElement.dataset.row].includes(at)"
    page.locator(".contents a").nth(3).press("Enter")
    page.wait_for_function(arrived, arg="s1-list-h")
    page.locator("#s1-list [data-show]").first.press("Enter")
    page.wait_for_function(arrived, arg="s1-map-h")
    pick = opened.visit("whatif").locator("[data-suggestions] button").first
    pick.press("Enter")
    assert pick.evaluate("each => each === document.activeElement && each.ariaPressed") == "true"
    page.locator("[data-chips] button").press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-word]')"), "nothing is left that it could stay on"
    link = opened.visit("overview").locator('.steps a[href*="list="]').first
    row = unquote((link.get_attribute("href") or "").partition("=")[2])
    link.press("Enter")
    page.wait_for_function(arrived, arg=row)
    assert opened.is_quiet


def test_the_network_is_a_table_too(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["en"], lang="en", size=(1440, 900))
    page = opened.visit("map")
    page.locator("[data-network-table] summary").press("Enter")
    rows = page.locator("[data-network-table] tbody tr")
    rows.first.wait_for()
    system = drone("en").systems[0]
    assert rows.count() == len(system.bom.components)
    (one,) = rows.filter(has=page.get_by_text("ENE-230", exact=True)).all()
    for maker in next(each for each in system.bom.components if each.id == "ENE-230").sources:
        assert str(maker.manufacturer.value or "unknown manufacturer") in one.inner_text()
    page.evaluate("depmap.only('s1', 'country:JP')")
    limited = rows.filter(visible=True).evaluate_all("found => found.map(row => row.dataset.countries)")
    assert 0 < len(limited) < rows.count()
    assert all("country:JP" in each.split() for each in limited)
    assert opened.is_quiet


def test_what_is_pressed_shows_in_the_colours_of_the_reader(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900), forced_colors="active").visit("world", "country:CN")
    ground = "found => [...new Set(found.map(each => getComputedStyle(each).backgroundColor))]"
    pressed, others = (
        page.locator(f'[data-world] button[aria-pressed="{state}"]').evaluate_all(ground) for state in ("true", "false")
    )
    assert not set(pressed) & set(others)
    assert len(page.locator('.swatch[class*="shade"]').evaluate_all(ground)) >= 4


def test_the_skip_link_leads_to_the_content(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).visit("overview")
    page.locator(".skip").press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_nothing_moves_by_itself(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900), reduced_motion="no-preference")
    for place in PLACES:
        moving = opened.visit(place).evaluate(
            """() => [...document.querySelectorAll("body *")].filter(e => {
              const s = getComputedStyle(e);
              return s.animationName !== "none" || s.transitionDuration !== "0s" || s.scrollBehavior === "smooth";
            }).length"""
        )
        assert moving == 0, place


# Targets within a sentence are exempt: WCAG 2.2, success criterion 2.5.8 (inline). What is drawn in the map of the
# world is exempt too, for a particular presentation is essential there; the table has the same.
SMALL = """() => [...document.querySelectorAll(
    ".view.current :is(button, select, input, textarea, summary), nav a, .languages button")]
  .filter(e => e.checkVisibility() && e.getClientRects().length)
  .filter(e => { const { width, height } = e.getBoundingClientRect(); return width < 24 || height < 24; })
  .map(e => e.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("size", [(390, 844), (1440, 900)])
def test_targets_are_large_enough_also_in_what_opens(
    open_page: Open, maps: dict[str, Path], size: tuple[int, int]
) -> None:
    for place, page in states(open_page(maps["nl"], size=size)):
        assert page.evaluate(SMALL) == [], place


# The rows of a table are alike, and axe-core takes minutes for hundreds of them: the first ones stand for all.
UNFOLD = """async () => {
  for (const part of document.querySelectorAll(".view.current details")) part.open = true;
  await new Promise(done => setTimeout(done, 50));
  for (const row of document.querySelectorAll(".view.current tbody tr:nth-child(n + 9)")) row.remove();
}"""

# Text that leaves its cell lies on the text of the next one, or is cut off; a control beyond the edge is out of reach.
SPILLED = """() => {
  const found = [], words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange(), unseen = ".visually-hidden, .skip, svg, select, option";
  while (words.nextNode()) {
    const text = words.currentNode.data.trim(), parent = words.currentNode.parentElement;
    if (!text || !parent.checkVisibility() || parent.closest(unseen)) continue;
    const cell = parent.closest("td, th, li, dd, dt, button, p, label, div").getBoundingClientRect();
    range.selectNodeContents(words.currentNode);
    const spills = box => box.width > 1 && (box.right > cell.right + 2 || box.left < cell.left - 2);
    if ([...range.getClientRects()].some(spills)) found.push(text.slice(0, 60));
  }
  const reach = each => each.getBoundingClientRect().right <= innerWidth + 1 || each.closest(".scroll, .contents");
  return [...found, ...[...document.querySelectorAll(".view.current :is(button, select, input, textarea)")]
    .filter(each => each.checkVisibility() && !reach(each)).map(each => each.outerHTML.slice(0, 90))];
}"""


def states(opened: OpenedPage) -> Iterator[tuple[str, Page]]:
    """Every view with what can be opened in it open: details, a country, a loss, a node."""
    for place in PLACES:
        page = opened.visit(place, CHOSEN.get(place, ""))
        page.evaluate(UNFOLD)
        yield place, page


@pytest.mark.parametrize(("size", "scheme"), [((390, 844), "dark"), ((1440, 900), "light")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_opens_is_accessible_and_fits(
    open_page: Open, maps: dict[str, Path], language: Language, size: tuple[int, int], scheme: Literal["light", "dark"]
) -> None:
    opened = open_page(maps[language], lang=language, scheme=scheme, size=size)
    for place, page in states(opened):
        assert opened.accessibility_violations() == [], place
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{place} scrolls sideways"
    assert opened.is_quiet


def test_what_opens_fits_a_screen_of_320_pixels(open_page: Open, maps: dict[str, Path]) -> None:
    for place, page in states(open_page(maps["nl"], size=(320, 640))):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{place} scrolls sideways"
        assert page.evaluate(SPILLED) == [], place
        heads = page.locator(".view.current table[data-sortable] .sort")
        assert heads.count() == heads.filter(visible=True).count(), f"{place}: what is sorted by is within reach"
