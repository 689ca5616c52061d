"""The map of the world in a real browser: what it shades, whom it shows, and that a choice limits the whole page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reports.page.words import WORDS
from reports.page.world import WORDS as WORLD
from tests.browser.rig import Open
from tests.support import packed_data


def effects(path: Path) -> dict[str, Any]:
    """What the page holds of every country, by node."""
    (system,) = packed_data(path.read_text(encoding="utf-8"))["systems"]
    return {each["node"]: each["layers"] for each in system["world"]["countries"]}


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
    opened.visit("list")
    rows = page.locator("table.components tr[data-countries]").filter(visible=True)
    assert rows.count() > 0
    assert all("country:JP" in (row.get_attribute("data-countries") or "") for row in rows.all())
    page.locator("[data-everything]").click()
    assert rows.count() > 50
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
    opened.visit("world", "country:nowhere")
    assert page.locator("[data-only]").is_hidden()
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
    first = page.locator("[data-effects]").first
    assert first.locator("[data-of]").filter(visible=True).count() == 3 * 5
    assert page.get_by_role("heading", name=WORDS["world"].nl, exact=True).is_visible()
