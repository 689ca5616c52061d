"""What a click costs in the page: the script's evaluation of a loss in Chromium, beside the same one in Python.

A click is one evaluation in the layers asked and the chains of what is told; the first one in a set of layers also puts
the needs in order. Sizes of the data are those of the JSON that stands in the page.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

import reports
from benchmarks.bench_kernel import bill
from depmap.core.answers import Loss
from depmap.core.graph import Graph, Kind
from depmap.core.material_lists import material_world
from depmap.core.text import same
from depmap.network import LAYERS, Network
from depmap.network.standstill import outages, standstills
from reports.page.whatif import kernel_data

SIZES = (100, 500, 1_000, 10_000, 50_000)
CLICKS = 40
CHAINS = 50
"""Chains told after each click."""

SEED = 20_261_122
SCRIPTS = [Path(reports.__file__).parent / "static" / name for name in ("whatif-gates.js", "whatif-kernel.js")]

MEASURE = """([text, losses, layers, most]) => {
  const timed = work => {
    const before = performance.now();
    const answer = work();
    return [performance.now() - before, answer];
  };
  const [build, kernel] = timed(() => whatifKernel(JSON.parse(text)));
  const times = losses.map(nodes => {
    const [evaluate, found] = timed(() => kernel.evaluate(nodes, layers));
    const [chains] = timed(() => [kernel.top, ...found.certain, ...found.possible].slice(0, most).map(found.chain));
    return { evaluate, chains, stops: found.stops, weeks: found.weeks, certain: found.certain };
  });
  return { build, times };
}"""


def losses_of(graph: Graph) -> list[list[str]]:
    """Clicks by chance: one to five countries and makers at once."""
    dice = random.Random(SEED)
    names = [node.id for node in graph.of_kind(Kind.COUNTRY, Kind.SUPPLIER)]
    return [dice.sample(names, dice.randint(1, 5)) for _ in range(CLICKS)]


def row(page: Page, lines: int) -> str:
    """One line of the table; both must give the same answers.

    Raises:
        SystemExit: the script and Python disagree.
    """
    bom = bill(lines)
    graph = Network.of(bom, material_world()).graph
    times = outages(bom, {}, None)
    text = json.dumps(kernel_data.network(graph, times), ensure_ascii=False, separators=(",", ":"))
    chosen = losses_of(graph)
    found: dict[str, Any] = page.evaluate(MEASURE, [text, chosen, list(LAYERS), CHAINS])
    before = time.process_time()
    told = [standstills(graph, times, [Loss("x", same("x"), tuple(nodes))], LAYERS)[0] for nodes in chosen]
    python = (time.process_time() - before) * 1_000 / CLICKS
    for here, there in zip(found["times"], told, strict=True):
        if (here["stops"], tuple(here["certain"])) != (there.stops, there.certain):
            raise SystemExit(f"the answers differ at {lines} lines")
    first, *others = [each["evaluate"] for each in found["times"]]
    middle, chains = sorted(others)[len(others) // 2], sorted(each["chains"] for each in found["times"])[CLICKS // 2]
    shown = [found["build"], first, middle, max(others), chains, python]
    cells = " | ".join(f"{each:.1f}" if each < 100 else f"{each:.0f}" for each in shown)
    return f"| {lines} | {len(graph.nodes)} | {len(text.encode()) / 1_000:.0f} | {cells} |"


def main(sizes: tuple[int, ...]) -> None:
    """Print the table."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise SystemExit("Chromium was not found")
    print(
        "| lines | nodes | data, kB | read, ms | first click | median click | slowest | chains | Python, ms |\n"
        "|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--headless", "--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(content="\n".join(script.read_text(encoding="utf-8") for script in SCRIPTS))
        for lines in sizes:
            print(row(page, lines), flush=True)
        browser.close()


if __name__ == "__main__":
    main(tuple(int(each) for each in sys.argv[1:]) or SIZES)
