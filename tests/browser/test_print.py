"""The risk map on paper: all views and nothing to click, in few pages, light, and with a drawing of the network."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from depmap.core.text import LANGUAGES, Language
from reports.page.words import WORDS
from tests.browser.rig import Open

HEADINGS = "found => found.filter(each => each.checkVisibility()).map(each => each.innerText.trim())"
CONTROLS = "button, select, input, textarea, nav, [data-map], [data-whatif]"
VISIBLE = "found => found.filter(each => each.checkVisibility() && each.getClientRects().length).length"
PAGES = 45
"""At most, for the hundred components of the fixture; fonts differ from one machine to the next."""


def printed(open_page: Open, path: Path, target: Path) -> tuple[Page, Path]:
    """The page as a PDF, printed from a dark screen."""
    opened = open_page(path, scheme="dark", size=(1440, 900))
    opened.page.locator("html.ready").wait_for(state="attached")
    opened.page.pdf(path=target, prefer_css_page_size=True)
    return opened.page, target


def pages(pdf: Path) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf.read_bytes()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_prints_every_view_in_few_pages(
    open_page: Open, maps: dict[str, Path], tmp_path: Path, language: Language
) -> None:
    page, pdf = printed(open_page, maps[language], tmp_path / "page.pdf")
    assert 10 < pages(pdf) <= PAGES
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("no pdftotext (apt-get install poppler-utils): the words of the PDF are not read")
    text = subprocess.run([reader, "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    lines = [line.strip() for line in text.replace("\f", "\n").splitlines()]
    page.emulate_media(media="print")
    headings = page.locator("section > h2").evaluate_all(HEADINGS)
    assert len(headings) >= 9
    assert [headings[0], headings[1]] == [WORDS["overview"][language], WORDS["map"][language]]
    places = [lines.index(heading) for heading in headings]
    assert places == sorted(places), "the views come in their order"
    assert "Vermogensconnector AS150U" in text, "components are listed"
    assert WORDS["map_needs_script"][language] not in text
    assert WORDS["reset"][language] not in lines
    assert "{" not in text
    assert re.search(rf"1 / {pages(pdf)}$", text, re.MULTILINE), "pages are numbered"
    assert page.locator(".content summary, .materials summary").first.is_visible(), "how many, where a list is closed"
    assert page.locator(".fold summary").filter(visible=True).count() == 0


def test_nothing_to_click_is_left_and_the_paper_is_light(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], scheme="dark", size=(1440, 900)).page
    page.locator("html.ready").wait_for(state="attached")
    assert page.locator(CONTROLS).evaluate_all(VISIBLE) > 0
    page.emulate_media(media="print", color_scheme="dark")
    assert (
        page.locator(CONTROLS).evaluate_all(f"found => ({VISIBLE})(found.filter(e => !e.matches('.sort, .choose')))")
        == 0
    )
    seen = "each => { const style = getComputedStyle(each); return [style.color, style.getPropertyValue('--page')]; }"
    assert page.locator("body").evaluate(seen) == ["rgb(0, 0, 0)", "#ffffff"]


def test_headings_of_long_tables_are_on_every_page(open_page: Open, maps: dict[str, Path]) -> None:
    page = open_page(maps["nl"], size=(1440, 900)).page
    page.emulate_media(media="print")
    head = page.locator("table.components thead")
    assert head.evaluate("each => getComputedStyle(each).display") == "table-header-group"
    # Chromium leaves buttons out of a heading that it repeats: on paper the heading is their text alone.
    assert page.locator(".sort").first.evaluate("each => getComputedStyle(each).display") == "contents"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_network_is_drawn_for_paper_in_both_languages(
    open_page: Open, maps: dict[str, Path], language: Language
) -> None:
    opened = open_page(maps["nl"], size=(1440, 900))
    page = opened.visit("overview")
    page.locator(f'[data-language="{language}"]').click()
    assert page.locator(".paper svg").count() == 0
    page.emulate_media(media="print")
    drawn = page.locator("#s1-map .paper > svg")
    drawn.first.wait_for(state="visible")
    for picture in drawn.all():
        assert picture.locator(".dot, .shape").count() > 10
        assert picture.locator(".paper-box").first.text_content() == "Verkenningsdrone"
        assert picture.locator(".point, .possible").count() > 0, "what stops the system alone is told by its border"
        box, frame = picture.bounding_box(), page.locator("#s1-map").bounding_box()
        assert box is not None
        assert frame is not None
        assert box["width"] <= frame["width"] + 1
    meanings = page.locator("#s1-map .paper .legend li")
    assert WORDS["legend_point"][language] in meanings.all_inner_texts()
    assert page.locator("#s1-map .paper button").count() == 0
    assert meanings.first.locator("svg").evaluate("each => each.clientHeight") < 30
    assert opened.is_quiet
