"""What stands where on a screen, and that names which nobody should write do nothing in any view.

Pictures of a page differ with the fonts of a machine, and with every word that changes; where its blocks stand does
not. So blocks are compared: which stand side by side, which below each other, and how much of the width each takes.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import FloatRect, Locator, Page

from depmap.core.text import LANGUAGES, Language
from tests.browser.rig import Open
from tests.browser.test_risk_map import PLACES
from tests.reports.analyses import HOSTILE

WIDE, NARROW = (1440, 900), (390, 844)
Rows = list[list[tuple[str, int]]]

ARRANGED: dict[tuple[str, str, tuple[int, int]], Rows] = {
    ("overview", "", WIDE): [[(".prose", 42), (".cards", 50)], [(".verdicts", 44), (".unknowns", 44)]],
    ("overview", "", NARROW): [[(".prose", 92)], [(".cards", 92)], [(".steps", 92)], [(".verdicts", 92)]],
    ("map", "", WIDE): [[(".map .controls", 95)], [(".stage", 76), (".panel", 19)], [(".map .legend", 95)]],
    ("map", "", NARROW): [[(".map .controls", 91)], [(".stage", 91)], [(".panel", 91)], [(".map .legend", 91)]],
    ("world", "country:CN", WIDE): [
        [(".world .controls", 95)],
        [(".globe", 95)],
        [(".world .legend", 95)],
        [(".chosen", 95)],
        [(".effects", 95)],
    ],
    ("world", "country:CN", NARROW): [[(".world .controls", 91)], [(".globe", 91)], [(".chosen", 91)]],
    ("whatif", "lose=country:CN", WIDE): [[(".losing", 27), (".outcome", 68)], [(".scenarios", 95)]],
    ("whatif", "lose=country:CN", NARROW): [[(".losing", 91)], [(".outcome", 91)], [(".scenarios", 92)]],
    ("list", "", WIDE): [[("table.components caption", 95)], [("table.components thead", 95)]],
    ("list", "", NARROW): [[("table.components caption", 92)], [("table.components tbody tr:first-child", 92)]],
}
"""Per view and width, from top to bottom: the blocks side by side, each with its share of the width in percent."""

TOLERANCE = 6
"""Percent of the width: scroll bars and rounding, not another arrangement."""


def box(page: Page, block: str) -> FloatRect:
    found = page.locator(f".view.current {block}").first.bounding_box()
    assert found is not None, f"{block} does not show"
    return found


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_blocks_stand_where_they_belong(open_page: Open, maps: dict[str, Path], size: tuple[int, int]) -> None:
    language, scheme = ("nl", "light") if size == WIDE else ("en", "dark")
    opened = open_page(maps[language], lang=language, scheme=scheme, size=size)
    for (place, subject, of), rows in ARRANGED.items():
        if of != size:
            continue
        page, above = opened.visit(place, subject), 0.0
        for row in rows:
            boxes = [box(page, block) for block, _ in row]
            for (block, share), found in zip(row, boxes, strict=True):
                assert abs(100 * found["width"] / size[0] - share) <= TOLERANCE, (place, block, found)
                assert found["y"] >= above - 1, f"{place}: {block} is below what is above it"
                assert found["x"] >= 0, (place, block)
                assert found["x"] + min(found["width"], size[0]) <= size[0] + 1, (place, block)
            for left, right in pairwise(boxes):
                assert left["x"] + left["width"] <= right["x"] + 1, f"{place}: {row} overlap"
            above = max(found["y"] for found in boxes) + 1
    assert opened.is_quiet


def test_each_scheme_has_its_own_ground(open_page: Open, maps: dict[str, Path]) -> None:
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    lights = []
    for scheme in schemes:
        page = open_page(maps["nl"], scheme=scheme, size=WIDE).visit("overview")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        lights.append(sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")))
    assert lights[0] > 3 * 200
    assert lights[1] < 3 * 60


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('.view.current details').forEach(each => each.open = true)")


def first_words(rows: Locator) -> str:
    return " ".join(rows.all_inner_texts()[:50])


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_names_do_nothing_in_any_view(open_page: Open, maps: dict[str, Path], language: Language) -> None:
    opened = open_page(maps["hostile"], size=WIDE)
    page = opened.visit("overview")
    page.locator(f'[data-language="{language}"]').click()
    for place in PLACES:
        if page.locator(f"#s1-{place}").count():
            opened.visit(place)
            unfold(page)
    assert "<img src=x onerror=window.hacked=1>" in first_words(opened.visit("list").locator("table.components tr"))
    opened.visit("world", "country:CN")
    assert page.locator('[data-country="country:CN"]').get_attribute("aria-pressed") == "true"
    names = [name for name in HOSTILE if "@" not in name and name.isprintable()]
    lost = "&".join(f"lose={quote(quote(f'supplier:{name}', safe=''), safe='')}" for name in names)
    opened.visit("whatif", lost)
    assert page.locator("[data-chips] li").count() == len(names)
    assert "<img src=x onerror=window.hacked=1>" in first_words(page.locator("[data-chips] li"))
    page.locator("[data-word]").fill("</script><script>window.hacked=1</script>?")
    page.locator("[data-word]").press("Enter")
    assert page.get_by_role("alert").is_visible()
    opened.visit("points")
    opened.visit("map", quote("supplier:</script><script>window.hacked=1</script>", safe=""))
    assert page.locator("main img, main script, main iframe, main object").count() == 0
    assert page.evaluate("window.hacked") is None
    assert opened.is_quiet
