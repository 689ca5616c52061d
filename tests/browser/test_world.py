"""The map of the world in a real browser: what it shades, whom it shows, and that a choice limits the whole page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from depmap.core.graph import Layer
from reports.page.words import WORDS
from reports.page.world_words import WORDS as WORLD
from tests.browser.rig import Open
from tests.support import packed_data


def effects(path: Path) -> dict[str, Any]:
    """What the page holds of every country, by node."""
    (system,) = packed_data(path.read_text(encoding="utf-8"))["systems"]
    return {each["node"]: each["layers"] for each in system["world"]["countries"]}


def rows_of_every_layer(path: Path) -> int:
    return sum(effect["key"] != "good" for layers in effects(path).values() for effect in layers.values())


def test_shades_follow_layer_and_measure(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("world")
    told = effects(maps["nl"])
    for layer in ("supply", "control", "material"):
        page.locator(f'[data-world-layer="{layer}"]').click()
        for measure in ("lines", "value", "weeks"):
            page.locator(f'[data-measure="{measure}"]').click()
            for node, layers in told.items():
                shown = page.locator(f'[data-country="{node}"]').get_attribute("class") or ""
                effect = layers[layer]
                assert f"shade-{effect['shade'].get(measure, 0)}" in shown.split()
                assert ("open" in shown.split()) == bool(effect["open"].get(measure))
    rows = page.locator("[data-effects]").filter(visible=True)
    assert rows.count() == sum(layers["material"]["key"] != "good" for layers in told.values())
    page.locator('[data-measure="lines"]').click()
    page.emulate_media(media="print")
    certain = [each["key"] for layers in told.values() for each in layers.values()].count("bad")
    assert rows.count() == certain > 0, "paper has what is certain in every layer, and counts the rest"
    assert page.locator("#s1-world .on-paper").last.is_visible()
    shown = WORLD["shown"].nl.format(layer=Layer.MATERIAL.text.nl, measure=WORLD["lines"].nl)
    assert page.locator("[data-world-shown]").inner_text() == shown
    assert page.locator(".globe").get_attribute("viewBox") == "0 0 2500 870"
    assert opened.is_quiet


def test_a_country_is_chosen_by_mouse_and_keyboard_and_limits_the_page(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("world")
    japan = page.locator('[data-country="country:JP"]')
    japan.focus()
    japan.press("Enter")
    assert japan.get_attribute("aria-pressed") == "true"
    assert page.locator("[data-only]").inner_text().startswith(WORLD["only"].nl.format(name="Japan"))
    assert page.locator("[data-chosen] h3").inner_text() == "Japan"
    assert page.locator("[data-arcs] path").count() == page.locator("[data-arcs] .lit").count() > 0
    page.get_by_role("button", name=WORLD["network"].nl).click()
    assert page.locator("[data-facts] h3").first.inner_text() == "Japan"
    assert page.locator('[data-filter="country"]').input_value() == "country:JP"
    for place in ("list", "points", "materials"):
        rows = opened.visit(place).locator("[data-countries]").filter(visible=True)
        limited = rows.evaluate_all("rows => rows.map(row => row.dataset.countries.split(' '))")
        assert all("country:JP" in row for row in limited)
        assert limited or page.locator(".view.current .nothing-left").filter(visible=True).count() > 0
        assert page.locator("[data-only]").is_visible()
    assert opened.visit("overview").locator("[data-only]").is_hidden(), "it is about the whole system"
    rows = opened.visit("list").locator("table.components tr[data-countries]").filter(visible=True)
    few = rows.count()
    assert few > 0
    page.locator('[data-language="en"]').click()
    assert page.locator("[data-only]").inner_text().startswith(WORLD["only"].en.format(name="Japan"))
    page.locator('[data-language="nl"]').click()
    page.emulate_media(media="print")
    told = "view => getComputedStyle(view, '::before').content"
    assert page.locator('[data-view="components"]').evaluate(told) == f'"{WORLD["only"].nl.format(name="Japan")}"'
    page.emulate_media(media="screen")
    page.locator("[data-everything]").press("Enter")
    assert page.evaluate("document.activeElement.id") == "s1-list-h", "the button is gone; the keyboard is not lost"
    assert rows.count() > few
    opened.visit("map")
    assert page.locator('[data-filter="country"]').input_value() == ""
    opened.visit("world")
    assert japan.get_attribute("aria-pressed") == "false"
    assert page.locator("[data-chosen]").is_hidden()
    assert opened.is_quiet


def test_an_address_chooses_a_country_and_a_name_says_what_it_does(open_page: Open, maps: dict[str, Path]) -> None:
    opened = open_page(maps["en"], lang="en", size=(1440, 900))
    page = opened.visit("world", "country:CN")
    china = page.locator('[data-country="country:CN"]')
    assert china.get_attribute("aria-pressed") == "true"
    label = china.get_attribute("aria-label") or ""
    assert label.startswith("China, yes, ")
    assert opened.accessibility_violations() == []
    assert (
        page.evaluate("getComputedStyle(document.querySelector('[data-country=\"country:CN\"] path')).strokeWidth")
        == "3px"
    )
    page.get_by_role("button", name=WORLD["everything"].en).last.press("Enter")
    assert china.get_attribute("aria-pressed") == "false"
    assert china.evaluate("each => each === document.activeElement"), "where it was chosen"
    opened.visit("world", "country:nowhere")
    assert page.locator("[data-only]").is_hidden()
    row = page.locator('[data-effects="country:CN"]:visible').get_by_role("button", name="China", exact=True)
    box = row.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24, "what is too small to hit on the map is chosen here"
    row.press("Enter")
    assert china.get_attribute("aria-pressed") == row.get_attribute("aria-pressed") == "true"
    assert page.evaluate("decodeURIComponent(location.hash)") == "#s1-world=country:CN"
    row.press("Escape")
    assert china.get_attribute("aria-pressed") == "false"
    assert opened.is_quiet


def test_parts_of_the_world_come_closer(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).visit("world")
    globe = page.locator(".globe")
    whole = globe.get_attribute("viewBox")
    page.get_by_role("button", name=WORLD["europe"].nl).click()
    assert globe.get_attribute("viewBox") != whole
    box, stage = page.locator('[data-country="country:NL"]').bounding_box(), globe.bounding_box()
    assert box is not None
    assert stage is not None
    assert stage["x"] < box["x"] < stage["x"] + stage["width"]
    page.get_by_role("button", name=WORLD["everywhere"].nl).click()
    assert globe.get_attribute("viewBox") == whole


def test_without_scripts_the_table_has_every_layer(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900), java_script_enabled=False).page
    assert page.locator("[data-world]").is_hidden()
    assert rows_of_every_layer(maps["nl"]) == page.locator("[data-effects]").filter(visible=True).count()
    assert page.get_by_role("heading", name=WORDS["world"].nl, exact=True).is_visible()
