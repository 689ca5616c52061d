"""Take the pictures of the readme and the guides: views of the example quadcopter's risk map, in a real browser."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from depmap.app.cli import main as depmap

ROOT = Path(__file__).resolve().parent.parent
WORKBOOK = ROOT / "examples" / "verkenner-quadcopter.xlsx"
IMAGES = ROOT / "docs" / "images"

PICTURES = (
    ("overview.png", "s1-overview", ".page"),
    ("list.png", "s1-list", "#s1-list"),
    ("network.jpg", "s1-map=country:CN", ".map"),
    ("world.png", "s1-world=country:CN", ".world"),
    ("what-if.png", "s1-whatif=lose=country%3ACN", ".whatif"),
)
"""Name of the file, address, and the part of the page that is taken; the many thin lines of the network are no PNG."""

WIDTH, HEIGHT = 1280, 860
SCALE = 0.75
LARGEST = 150_000
"""Bytes of a picture: the readme is read on slow lines too."""


def take(page: Page, name: str, address: str, part: str) -> None:
    """One picture, at most as high as a screen.

    Raises:
        SystemExit: it is larger than a readme should carry.
    """
    page.evaluate("address => { location.hash = address; }", address)
    page.wait_for_timeout(1000)
    page.evaluate("document.activeElement.blur()")  # nobody reads along with the keyboard
    place = page.locator(part).filter(visible=True).first
    place.evaluate("each => scrollTo(0, each.getBoundingClientRect().top + scrollY - 50)")
    box = place.bounding_box()
    if box is None:
        raise SystemExit(f"{part} does not show")
    top = max(0, box["y"])
    clip = {"x": box["x"], "y": top, "width": box["width"], "height": min(box["y"] + box["height"], HEIGHT) - top}
    path = IMAGES / name
    quality = {"quality": 72} if path.suffix == ".jpg" else {}
    page.screenshot(path=path, clip=clip, **quality)  # type: ignore[arg-type]
    if path.stat().st_size > LARGEST:
        raise SystemExit(f"{path.name} has {path.stat().st_size} bytes, more than {LARGEST}")


def main() -> None:
    """Analyse, open, choose, look."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium was not found")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        depmap(["analyze", str(WORKBOOK), "--lang", "en", "--quiet", "--out", folder])
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE, locale="en")
        page.goto((Path(folder) / "risk-map.html").as_uri())
        page.locator("html.ready").wait_for(state="attached")
        IMAGES.mkdir(exist_ok=True)
        for name, address, part in PICTURES:
            take(page, name, address, part)
        browser.close()


if __name__ == "__main__":
    main()
