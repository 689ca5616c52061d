"""What the risk map costs a reader: its size, and the time until Chromium paints it and its scripts are ready."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from depmap.app.cli import main as depmap

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("verkenner-quadcopter.xlsx", "ground-vehicle.xlsx", "surface-vessel.csv")
LINES = 500
REPEATS = 3
MOST_BYTES, MOST_SECONDS = 3_000_000, 1.0

MEASURE = """() => [
  performance.getEntriesByName("first-contentful-paint")[0].startTime,
  performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
]"""


def large(path: Path, lines: int = LINES) -> Path:
    """A bill of materials of many lines: makers and countries as a real one has them, several to an assembly."""
    countries = ("Germany", "China", "United States", "Netherlands", "Japan", "Taiwan", "")
    rows = ["Level;Part number;Description;Quantity;Manufacturer;MPN;Country of origin;Price"]
    for number in range(lines):
        if number % 20 == 0:
            rows.append(f"1;A-{number};Assembly {number};1;;;;")
        else:
            maker, country = f"Maker {number % 90}", countries[number % len(countries)]
            rows.append(f"2;P-{number};Microcontroller {number};2;{maker};M-{number};{country};1.50")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def page_of(bom: Path, folder: Path) -> Path:
    """The risk map of a bill of materials."""
    depmap(["analyze", str(bom), "--report", "risk-map", "--quiet", "--lang", "en", "--out", str(folder)])
    return folder / "risk-map.html"


def times(browser: Browser, page: Path) -> tuple[float, float]:
    """Seconds to the first picture and until the page answers; the best of some openings."""
    found = []
    for _ in range(REPEATS):
        context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
        opened = context.new_page()
        opened.goto(page.as_uri())
        opened.locator("html.ready").wait_for(state="attached")
        opened.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        found.append(opened.evaluate(MEASURE))
        context.close()
    return min(each[0] for each in found) / 1000, min(each[1] for each in found) / 1000


def main() -> None:
    """Print the table, and fail when a page is larger or slower than was promised."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium was not found")
    rows = ["| system | kB | first picture, s | loaded, s |", "|---|---|---|---|"]
    missed = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        boms = [*(ROOT / "examples" / name for name in EXAMPLES), large(Path(folder) / f"{LINES}-lines.csv")]
        for bom in boms:
            page = page_of(bom, Path(folder) / bom.stem)
            size, (painted, loaded) = page.stat().st_size, times(browser, page)
            rows.append(f"| {bom.name} | {size / 1000:.0f} | {painted:.2f} | {loaded:.2f} |")
            if size > MOST_BYTES or painted > MOST_SECONDS:
                missed.append(bom.name)
        browser.close()
    print("\n".join(rows))
    if missed:
        raise SystemExit(f"larger than {MOST_BYTES} bytes or slower than {MOST_SECONDS} s: {', '.join(missed)}")


if __name__ == "__main__":
    main()
