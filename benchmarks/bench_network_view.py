"""What the page and its drawing of the network cost, by the size of the system: bytes, first picture, steps, memory.

A made-up bill of materials goes through the whole of depmap, and Chromium opens the page without a graphics card.
*First picture* is the overview, by the clock. All else is processor time of the page's own thread, in milliseconds,
which other work on the machine changes little: *ready* until all views stand, *network* from the choice of that view
to its first frame, a frame of panning or zooming, *group* opens a closed one and draws anew, *search* finds a
component that is not in the picture and brings it there, *what if* opens that view, *loss* takes one thing away in
it, *list* opens the list. *Memory* is the heap of the script after all this. Sizes may be named on the command line;
the largest takes minutes to analyse.
"""

from __future__ import annotations

import csv
import random
import shutil
import sys
import tempfile
from pathlib import Path

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

FRAME = """async work => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)));
  await eval(work);
  await frame();
}"""
MAP, WHATIF = "document.querySelector('#s1-map %s')", "document.querySelector('#s1-whatif %s')"
CHANGE = "(field => { field.value = %s; field.dispatchEvent(new Event('change')); })(%s)"
LAST = "depmap.shared.network[0].components.ids.at(-1).slice('component:'.length)"
ARRIVE = "(async () => { location.hash = 's1-%s'; await frame(); while (!%s) await frame(); })()"
KEY = MAP % "[data-canvas]" + ".dispatchEvent(new KeyboardEvent('keydown', { key: '%s' }))"
STEPS = {
    "network": ARRIVE % ("map", MAP % "[data-canvas] canvas"),
    "pan": KEY % "ArrowLeft",
    "zoom": KEY % "+",
    "group": MAP % '[data-toggle][aria-expanded="false"]' + "?.click()",
    "search": CHANGE % (LAST, MAP % "[data-search]"),
    "what if": ARRIVE % ("whatif", WHATIF % "[data-suggestions] button"),
    "loss": WHATIF % "[data-suggestions] button" + ".click()",
    "list": ARRIVE % ("list", "document.querySelector('#s1-list td')"),
}
"""What is done in the page, in this order; a key is pressed as often as there are frames."""


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


class Clock:
    """Processor time of the thread of a page, by Chromium's own counters."""

    def __init__(self, page: Page) -> None:
        self._counters = page.context.new_cdp_session(page)
        self._counters.send("Performance.enable", {"timeDomain": "threadTicks"})
        self._before = 0.0

    def lap(self) -> float:
        """Milliseconds since the last one."""
        found = {each["name"]: each["value"] for each in self._counters.send("Performance.getMetrics")["metrics"]}
        before, self._before = self._before, found["TaskDuration"] * 1_000
        return self._before - before

    def heap(self) -> float:
        """Megabytes that the script holds."""
        self._counters.send("HeapProfiler.collectGarbage")
        return float(self._counters.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def row(page: Page, folder: Path, lines: int) -> str:
    """One line of the table.

    Raises:
        SystemExit: a step did nothing.
    """
    bill, html = folder / f"{lines}.csv", folder / f"{lines}.html"
    write_bill(bill, lines)
    html.write_bytes(render(analyze([bill], Settings(Console("en"), None))))
    clock = Clock(page)
    page.goto(html.as_uri())
    page.locator("html.ready").wait_for(state="attached", timeout=120_000)
    ready = clock.lap()
    paint: float = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    times = []
    for name, work in STEPS.items():
        often = FRAMES if name in ("pan", "zoom") else 1
        clock.lap()
        for _ in range(often):
            page.evaluate(FRAME, work)
        times.append(clock.lap() / often)
    if page.evaluate(MAP % "[data-facts]" + ".hidden") or not page.locator("[data-stopping] tr").count():
        raise SystemExit("nothing was found, or nothing stops")
    cells = " | ".join(f"{each:.0f}" for each in (paint, ready, *times, clock.heap()))
    told = page.locator("#s1-map [data-count]").text_content()
    return f"| {lines} | {html.stat().st_size / 1e6:.2f} | {cells} | {told} |"


def main(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium was not found")
    print(
        f"| lines | page, MB | first picture | ready | {' | '.join(STEPS)} | memory, MB | the page says |\n"
        f"|{'---:|' * (len(STEPS) + 5)}---|"
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
