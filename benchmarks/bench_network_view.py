"""What the page and its drawing of the network cost, by the size of the system: bytes, first picture, each frame.

A made-up bill of materials goes through the whole of depmap, and Chromium opens the page without a graphics card.
*First picture* is the overview; *network* is from the choice of that view to its first frame; a frame of panning or
zooming is the time from a key to the frame that shows it; *group* opens a closed one and draws anew; *search* finds a
component that is not in the picture and brings it there. Sizes may be named on the command line; the largest takes
minutes to analyse.
"""

from __future__ import annotations

import csv
import random
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from depmap.app.console import Console
from depmap.app.pipeline import analyze
from depmap.app.settings import Settings
from reports.writers.risk_map import render

SIZES = (500, 2_000)
"""Lines; 10,000 and 50,000 when they are named."""

LINES_AN_ASSEMBLY = 25
SEED = 20_261_122
FRAMES = 15
MAKERS = [f"{name} {trade}" for name in ("Nord", "Delta", "Volt", "Orion") for trade in ("Motors", "Optics", "Power")]
COUNTRIES = ("CN", "DE", "FR", "JP", "NL", "TW", "US")
PARTS = (
    "Resistor 10k 0603",
    "Brushless motor 2212",
    "LiPo battery 6S",
    "GNSS receiver",
    "Microcontroller",
    "Screw M3x8",
)

MEASURE = """async frames => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  const timed = async work => {
    const before = performance.now();
    await work();
    await frame();
    return performance.now() - before;
  };
  const find = name => document.querySelector("#s1-map " + name);
  const opening = await timed(async () => {
    location.hash = "s1-map";
    while (!find("[data-canvas] canvas")) await frame();
  });
  const press = async keys => {
    const times = [];
    for (let at = 0; at < frames; at++) {
      const event = new KeyboardEvent("keydown", { key: keys[at % 2] });
      times.push(await timed(() => find("[data-canvas]").dispatchEvent(event)));
    }
    return times.sort((a, b) => a - b)[frames >> 1];
  };
  const pan = await press(["ArrowLeft", "ArrowRight"]), zoom = await press(["+", "-"]);
  const closed = find('[data-toggle][aria-expanded="false"]');
  const group = closed ? await timed(() => closed.click()) : null;
  const ids = depmap.shared.network[0].components.ids;
  const search = await timed(() => {
    find("[data-search]").value = ids.at(-1).slice(ids.at(-1).indexOf(":") + 1);
    find("[data-search]").dispatchEvent(new Event("change"));
  });
  if (find("[data-facts]").hidden) throw new Error("the search found nothing");
  return { opening, pan, zoom, group, search, told: find("[data-count]").textContent };
}"""


def write_bill(path: Path, lines: int) -> None:
    """A bill of materials of so many components: assemblies of 25, a tenth without a maker, a fifth without origin."""
    dice = random.Random(SEED)
    makers = [f"{maker} {number}" for number in range(max(1, min(40, lines // 500))) for maker in MAKERS]
    home = {maker: dice.choice(COUNTRIES) for maker in makers}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["Level", "Part number", "Description", "Manufacturer", "Country of origin", "Quantity"])
        for number in range(lines):
            if number % LINES_AN_ASSEMBLY == 0:
                table.writerow([1, f"A-{number // LINES_AN_ASSEMBLY}", f"Assembly {number}", "", "", 1])
            maker = dice.choice(makers)
            made_by, made_in = dice.random() < 0.9, dice.random() < 0.8
            row = [maker if made_by else "", home[maker] if made_in else "", dice.randint(1, 8)]
            table.writerow([2, f"P-{number:05d}", f"{dice.choice(PARTS)} {number}", *row])


def row(page: Page, folder: Path, lines: int) -> str:
    """One line of the table."""
    bill, html = folder / f"{lines}.csv", folder / f"{lines}.html"
    write_bill(bill, lines)
    html.write_bytes(render(analyze([bill], Settings(Console("en"), None))))
    page.goto(html.as_uri())
    page.locator("html.ready").wait_for(state="attached", timeout=120_000)
    paint: float = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    found: dict[str, Any] = page.evaluate(MEASURE, FRAMES)
    times = [paint, *(found[key] for key in ("opening", "pan", "zoom", "group", "search"))]
    cells = " | ".join("–" if each is None else f"{each:.0f}" for each in times)
    return f"| {lines} | {html.stat().st_size / 1e6:.2f} | {cells} | {found['told']} |"


def main(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium was not found")
    print(
        "| lines | page, MB | first picture, ms | network | pan | zoom | group | search | the page says |\n"
        "|---:|---:|---:|---:|---:|---:|---:|---:|---|"
    )
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        for lines in sizes:
            page = browser.new_page(viewport={"width": 1440, "height": 1000})
            print(row(page, Path(folder), lines), flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(tuple(int(each) for each in sys.argv[1:]) or SIZES)
