"""A theme in a real browser: it holds under the page's own policy, in both schemes, and not on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from depmap.app.theme import read_theme
from depmap.core.judgement import Analysis
from reports.writers.risk_map import render
from tests.browser.rig import Open
from tests.reports.analyses import analysis, drone_bom

THEME = """:root { --accent: #7a1f5c; --font: Georgia, serif; }
@media (prefers-color-scheme: dark) { :root { --accent: #f0a6d8; } }"""
LOOK = "() => { const s = getComputedStyle(document.body); return [s.getPropertyValue('--accent'), s.fontFamily]; }"

FONTS = """window.fonts = new Set();
const { fillText } = CanvasRenderingContext2D.prototype;
CanvasRenderingContext2D.prototype.fillText = function (...given) {
  window.fonts.add(this.font);
  return fillText.apply(this, given);
};"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme")
    (folder / "house.css").write_text(THEME, encoding="utf-8")
    made: Analysis = replace(analysis(drone_bom("Een")), theme=read_theme(folder / "house.css").style)
    path = folder / "risk-map.html"
    path.write_bytes(render(made))
    return path


def test_it_holds_in_both_schemes_and_prints_in_depmaps_own_colours(open_page: Open, page: Path) -> None:
    light, dark = (open_page(page, scheme=scheme) for scheme in ("light", "dark"))
    assert light.page.evaluate(LOOK) == ["#7a1f5c", "Georgia, serif"]
    assert dark.page.evaluate(LOOK) == ["#f0a6d8", "Georgia, serif"]
    for opened in (light, dark):
        opened.page.emulate_media(media="print")
        assert opened.page.evaluate(LOOK) == ["#0b5a9a", "Georgia, serif"]
        assert opened.is_quiet


def test_the_font_of_a_theme_reaches_the_drawing_of_the_network(open_page: Open, page: Path) -> None:
    opened = open_page(page)
    opened.page.add_init_script(FONTS)
    opened.page.reload()
    opened.visit("map")
    fonts = opened.page.evaluate("[...window.fonts]")
    assert fonts
    assert {font.partition("px ")[2] for font in fonts} == {"Georgia, serif"}
