"""Take the picture of the readme: the map of the example quadcopter with China chosen, in a real browser."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from depmap.app.cli import main as depmap

ROOT = Path(__file__).resolve().parent.parent
WORKBOOK = ROOT / "examples" / "verkenner-quadcopter.xlsx"
PICTURE = ROOT / "docs" / "images" / "risk-map.png"


def main() -> None:
    """Analyse, open, choose, look."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium was not found")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        depmap(["analyze", str(WORKBOOK), "--lang", "en", "--quiet", "--out", folder])
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 1400})
        page.goto((Path(folder) / "risk-map.html").as_uri())
        page.locator(".map button", has_text="China").first.click()
        page.wait_for_timeout(1000)
        PICTURE.parent.mkdir(exist_ok=True)
        page.locator(".map").first.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
