"""Screens look as they did when somebody last looked at them: `make picture` takes them anew, to be looked at.

Whole screens differ a little with the fonts of a machine: in serifs, condensed or all letters as wide, at most
4 in 100 squares of them had another colour (measured), in the other scheme 85, without the network 14, without the head
of the page 20. The map of the world has no letters, so its colours are held more closely.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.rig import Open
from tests.browser.squares import apart, squares

REFERENCE = Path(__file__).parent / "pictures.json"
SCREENS = {"overview": "", "map": "", "world": "country:CN"}
SCREEN, GLOBE = 0.06, 0.01
"""The share of squares that may have another colour: of a whole screen, and of the map of the world."""

Pictures = dict[str, list[str]]


def at_rest(page: Page, reckoner: Page) -> list[str]:
    """What a page shows once it stays the same."""
    before: list[str] = []
    for _ in range(20):
        now = squares(page.screenshot(), reckoner)
        if now == before:
            break
        before = now
        page.wait_for_timeout(200)
    return before


def taken(open_page: Open, path: Path, blank: Browser) -> Pictures:
    """Screens in both schemes, and the map of the world by layer."""
    found: Pictures = {}
    reckoner = blank.new_page()
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for scheme in schemes:
        opened = open_page(path, scheme=scheme, size=(1440, 900))
        for place, subject in SCREENS.items():
            page = opened.visit(place, subject)
            page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
            if place == "map":
                page.locator("[data-map] [data-count]").filter(has_text=re.compile(r"\d")).wait_for()
            found[f"{place} {scheme}"] = at_rest(page, reckoner)
    page.evaluate("document.querySelectorAll('.assemblies text').forEach(each => each.remove())")
    for layer in ("supply", "control", "material"):
        page.locator(f'[data-world-layer="{layer}"]').click()
        page.mouse.move(0, 0)
        found[f"globe {layer}"] = squares(page.locator(".globe").screenshot(), reckoner)
    reckoner.close()
    return found


def test_screens_look_as_they_did(open_page: Open, maps: dict[str, Path], browser: Browser) -> None:
    found = taken(open_page, maps["nl"], browser)
    if "TAKE_PICTURES" in os.environ:
        REFERENCE.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
        pytest.skip("taken anew")
    known: Pictures = json.loads(REFERENCE.read_text(encoding="utf-8"))
    assert found.keys() == known.keys()
    far = {name: apart(squares_, known[name]) for name, squares_ in found.items()}
    beyond = {name: share for name, share in far.items() if share > (GLOBE if name.startswith("globe") else SCREEN)}
    assert beyond == {}, "it looks different now: look at it, and if it is right take the pictures anew (make picture)"
    assert apart(known["overview light"], known["overview dark"]) > SCREEN
    assert apart(known["globe supply"], known["globe material"]) > GLOBE
    assert apart(known["globe supply"], known["globe control"]) > GLOBE
