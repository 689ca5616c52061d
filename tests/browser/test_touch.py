"""The drawing of the network under fingers: it moves and grows, and holds nobody who only wants to scroll on."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from reports.page.network.words import WORDS
from tests.browser.rig import Open

PHONE = {"size": (390, 844), "has_touch": True, "is_mobile": True}
STEPS = 8

Place = tuple[float, float]


def drag(page: Page, *fingers: tuple[Place, Place]) -> None:
    """Fingers from and to places, as far from the middle of the picture as they say, all at once."""
    box = page.locator("[data-canvas]").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    for step in range(STEPS + 1):
        points = [
            {"id": number, "x": x + a + (c - a) * step / STEPS, "y": y + b + (d - b) * step / STEPS}
            for number, ((a, b), (c, d)) in enumerate(fingers)
        ]
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove" if step else "touchStart", "touchPoints": points})
        page.wait_for_timeout(16)
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(300)


@pytest.fixture
def phone(open_page: Open, maps: dict[str, Path]) -> Page:
    page = open_page(maps["nl"], **PHONE).visit("map")
    page.locator("[data-canvas]").evaluate("each => each.scrollIntoView({ block: 'center' })")
    drag(page, ((0, 0), (0, -40)))  # the first touch of a mark marks it
    return page


def picture(page: Page) -> str:
    shot: str = page.evaluate("document.querySelector('[data-canvas] canvas').toDataURL()")
    return shot


def test_one_finger_scrolls_the_page_over_the_picture_and_moves_the_picture_sideways(phone: Page) -> None:
    before, scrolled = picture(phone), phone.evaluate("scrollY")
    drag(phone, ((0, 0), (0, -150)))
    assert phone.evaluate("scrollY") > scrolled + 50
    assert picture(phone) == before
    scrolled = phone.evaluate("scrollY")
    drag(phone, ((60, 0), (-60, 0)))
    assert phone.evaluate("scrollY") == scrolled
    assert picture(phone) != before


def test_two_fingers_move_and_zoom_the_picture_and_the_page_stays(phone: Page) -> None:
    before, scrolled = picture(phone), phone.evaluate("scrollY")
    drag(phone, ((-40, 0), (-40, -120)), ((40, 0), (40, -120)))
    moved = picture(phone)
    assert moved != before
    drag(phone, ((-40, 0), (-130, 0)), ((40, 0), (130, 0)))
    assert picture(phone) != moved
    assert phone.evaluate("[scrollY, visualViewport.scale]") == [scrolled, 1]


def test_the_page_says_what_fingers_do_where_there_are_fingers(
    phone: Page, open_page: Open, maps: dict[str, Path]
) -> None:
    assert phone.get_by_text(WORDS["fingers"].nl).is_visible()
    assert open_page(maps["nl"]).visit("map").get_by_text(WORDS["fingers"].nl).is_hidden()
