"""Single points of very many systems and of very large ones: seconds, peak memory, and how both grow with size.

Each case runs in a process of its own, so that its peak memory is its own; numpy and the made-up network are in that
memory, making the network is not in the time. `benchmarks.bench_kernel` compares the answers with the kernel's.
"""

from __future__ import annotations

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

import numpy as np

from benchmarks.bench_kernel import bill
from benchmarks.measure import ROOT
from depmap.core.graph import Graph, Layer
from depmap.network import Network
from depmap.network.arrays import ArrayNetwork, of_pairs, single_points_of_tops
from depmap.network.compiled import Compiled, compile_graph

T = TypeVar("T")

SEED = 20_261_122
REPETITIONS = 3
LINES_AN_ASSEMBLY = 10
COUNTRIES = 60
TWO_SOURCES = 0.4
"""Share of the lines that a second maker can deliver."""

CURVE = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
FITTED_FROM = 30_000
"""Nodes from which the exponent is fitted: below, most of the time is what calls of numpy cost."""


@dataclass(frozen=True, slots=True)
class Case:
    """A network and what is asked of it."""

    network: ArrayNetwork
    """The network."""

    tops: int
    """Nodes 0, 1, ... up to this number are asked about."""

    lines: int
    """Lines of the bills of materials, where it is made of them."""


def systems(count: int, lines: int, suppliers: int) -> Case:
    """Systems of assemblies of ten lines; a line has one or two sources, a source a maker and a country, a maker a
    parent and a seat, a parent a country. Makers, parents and countries are shared, a few of them by very many.
    """
    chance = np.random.default_rng(SEED)
    parts = count * lines
    sources = 1 + (chance.random(parts) < TWO_SOURCES)
    kinds = [count, parts // LINES_AN_ASSEMBLY, parts, int(sources.sum()), suppliers, max(1, suppliers // 3), COUNTRIES]
    first = np.concatenate(([0], np.cumsum(kinds)))
    counts = np.concatenate(
        [
            np.full(count, lines // LINES_AN_ASSEMBLY),
            np.full(kinds[1], LINES_AN_ASSEMBLY),
            sources,
            np.full(kinds[3] + suppliers, 2),
            np.ones(kinds[5], dtype=int),
            np.zeros(COUNTRIES, dtype=int),
        ]
    )
    made = [
        first[4] + (chance.random(kinds[3]) ** 2 * suppliers),
        first[6] + (chance.random(kinds[3]) ** 2 * COUNTRIES),
    ]
    owned = [chance.integers(first[5], first[6], suppliers), chance.integers(first[6], first[7], suppliers)]
    thresholds = np.ones(first[7], dtype=np.int32)
    thresholds[first[2] : first[3]] = sources
    return Case(
        ArrayNetwork(
            offsets=np.concatenate(([0], np.cumsum(counts))),
            needs=np.concatenate(
                [
                    np.arange(first[1], first[4], dtype=np.int32),
                    np.stack(made, axis=1).astype(np.int32).ravel(),
                    np.stack(owned, axis=1).astype(np.int32).ravel(),
                    chance.integers(first[6], first[7], kinds[5]).astype(np.int32),
                ]
            ),
            thresholds=thresholds,
        ),
        count,
        parts,
    )


def layered(nodes: int, layers: int = 10) -> Case:
    """No bill of materials: everything shared, each node needing three of the layer below, by gates of every kind."""
    chance = np.random.default_rng(SEED)
    wide = nodes // layers
    steps = np.cumsum(np.stack([chance.integers(1, wide // 4, (layers - 1) * wide) for _ in range(3)]), axis=0)
    upper = np.arange((layers - 1) * wide)
    needs = (upper // wide + 1) * wide + (upper + steps) % wide
    top = np.arange(1, wide + 1, 100)
    gates = chance.choice([1, 2, 3], size=len(upper), p=[0.3, 0.3, 0.4])
    return Case(
        of_pairs(
            np.concatenate([np.zeros(len(top), dtype=int), np.repeat(upper + 1, 3)]),
            np.concatenate([top, needs.T.ravel() + 1]),
            np.concatenate([[1], gates, np.ones(wide, dtype=int)]),
        ),
        1,
        0,
    )


def large(nodes: int) -> Case:
    """One system of about so many nodes."""
    lines = round(nodes / (2.5 + 0.07) / LINES_AN_ASSEMBLY) * LINES_AN_ASSEMBLY
    return systems(1, lines, max(6, lines // 20))


CASES: dict[str, Callable[[], Case]] = {
    "10,000 systems of 300 lines": lambda: systems(10_000, 300, 3_000),
    "one system of a million nodes": lambda: large(1_000_000),
    "a million nodes in ten layers": lambda: layered(1_000_000),
    **{f"{size:,}": partial(large, size) for size in CURVE},
}


def measure(name: str) -> dict[str, float]:
    """One case in this process: processor seconds (the best of some), peak memory in MB, and sizes."""
    case = CASES[name]()
    found, best = timed(lambda: single_points_of_tops(case.network, range(case.tops)))
    return {
        "nodes": len(case.network),
        "needs": len(case.network.needs),
        "lines": case.lines,
        "found": len(found.nodes),
        "seconds": best,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def apart(name: str) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_scale", name]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(run.stdout)
    return measured


def exponent(sizes: list[float], seconds: list[float]) -> float:
    """The slope of log seconds over log size: 1 is linear."""
    return float(np.polyfit(np.log(sizes), np.log(seconds), 1)[0])


def columns() -> None:
    """The tables of networks that are columns from the start."""
    print("| all single points of | nodes | needs | found | seconds | peak MB |\n|---|---:|---:|---:|---:|---:|")
    curve: dict[int, dict[str, float]] = {}
    curve_names = {f"{size:,}" for size in CURVE}
    for name in CASES:
        row = apart(name)
        size = int(row["nodes"])
        if name in curve_names:
            curve[size] = row
        print(
            f"| {name} | {size:,} | {int(row['needs']):,} | {int(row['found']):,} | {row['seconds']:.3f} |"
            f" {row['peak']:.0f} |",
            flush=True,
        )
    fitted = {size: row["seconds"] for size, row in curve.items() if size >= FITTED_FROM * 0.9}
    print(f"\nSeconds grow with nodes to the power {exponent([*map(float, fitted)], [*fitted.values()]):.2f}.")


def objects() -> None:
    """The ordinary way: from a bill of materials in memory to the single points of one layer, with their chains."""
    print("\n| lines | nodes | build, s | compile, s | single points and chains, s |\n|---:|---:|---:|---:|---:|")
    for lines in (300, 3_000, 30_000):
        parts = bill(lines)
        network, building = timed(partial(Network.of, parts))
        _, compiling = timed(partial(anew, network.graph))
        _, finding = timed(partial(network.single_points, Layer.SUPPLY))
        size = len(network.graph.nodes)
        print(f"| {lines:,} | {size:,} | {building:.3f} | {compiling:.3f} | {finding:.3f} |", flush=True)


def anew(graph: Graph) -> Compiled:
    """Compiled as for the first time; what is kept is kept under the very same graph."""
    return compile_graph(replace(graph))


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """An answer, and the least processor seconds of some times."""
    best = math.inf
    for _ in range(REPETITIONS):
        started = time.process_time()
        answer = work()
        best = min(best, time.process_time() - started)
    return answer, best


def main() -> None:
    """Print the tables, or measure one case for another process."""
    if len(sys.argv) > 1:
        print(json.dumps(measure(sys.argv[1])))
    else:
        columns()
        objects()


if __name__ == "__main__":
    main()
