"""Minimal cut sets: a large made-up product, and network files beside the fault-tree engine SCRAM where it is there.

`python -m benchmarks.bench_cut_sets` measures made-up products. `python -m benchmarks.bench_cut_sets FOLDER` measures
every network file of a folder at orders 2 to 4; where the folder has an ``expected.csv`` (columns ``network``,
``order_1``, ...) the counts must be equal to it. SCRAM's time is what it reports for its own calculation; depmap's is
processor time for the same step, from the compiled network to the counts.
"""

from __future__ import annotations

import csv
import math
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from depmap.app.network_files import open_psa, read_network
from depmap.core.graph import All, Any, Graph, Kind, Need, Node, graph
from depmap.network.cut_sets import Question, cut_sets
from depmap.network.kernel import compile_graph

SEED = 20_261_122
REPETITIONS = 5

COMPARED = (2, 3)
"""Orders at which SCRAM is run too; at order 4 it takes minutes on some networks."""


def product(nodes: int, single_sourced: float) -> Graph:
    """A product of about so many nodes: assemblies of 30, one to three sources a component, 40 countries."""
    dice = random.Random(SEED)
    suppliers = {f"supplier:{n}": f"country:{dice.randrange(40)}" for n in range(nodes // 15)}
    made: list[Node] = []
    components: list[str] = []
    while len(made) < nodes:
        name = f"component:{len(components)}"
        sources = 1 if dice.random() < single_sourced else dice.choice([2, 2, 3])
        chosen = dice.sample(sorted(suppliers), sources)
        made.append(Node(name, Kind.COMPONENT, name, Any(), tuple(Need(f"{name}/{each}") for each in chosen)))
        made.extend(
            Node(f"{name}/{each}", Kind.SOURCE, each, All(), (Need(each), Need(suppliers[each]))) for each in chosen
        )
        components.append(name)
    dice.shuffle(components)
    groups = [components[at : at + 30] for at in range(0, len(components), 30)]
    made.extend(
        Node(f"assembly:{n}", Kind.ASSEMBLY, "", All(), tuple(map(Need, group))) for n, group in enumerate(groups)
    )
    made.append(Node("top", Kind.SYSTEM, "top", All(), tuple(Need(f"assembly:{n}") for n in range(len(groups)))))
    made.extend(Node(name, Kind.SUPPLIER, name) for name in suppliers)
    made.extend(Node(name, Kind.COUNTRY, name) for name in sorted(set(suppliers.values())))
    return graph("top", made)


def counted(network: Graph, question: Question) -> tuple[float, tuple[int, ...]]:
    """Processor seconds from the compiled network to the counts, the best of some, and the counts."""
    compile_graph(network, question.layers)  # is kept, so that what follows begins with it
    seconds = min(_seconds(lambda: cut_sets(network, question)) for _ in range(REPETITIONS))
    return seconds, cut_sets(network, question).counts


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def products() -> None:
    """The table of made-up products."""
    print("| nodes | single-sourced | order | counts | seconds | peak MB so far |\n|---:|---:|---:|---|---:|---:|")
    for nodes in (1_000, 10_000, 100_000):
        for single in (0.2, 0.0):
            network = product(nodes, single)
            for order in (2, 3) if nodes < 100_000 else (2,):
                kinds = (Kind.SUPPLIER, Kind.COUNTRY)
                seconds, counts = counted(network, Question((), order, kinds, limit=0))
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                size = len(network.nodes)
                print(f"| {size:,} | {single:.0%} | {order} | {counts} | {seconds:.3f} | {peak} |", flush=True)


def by_scram(network: Graph, order: int, folder: Path) -> float | None:
    """What SCRAM says that its own calculation took, the best of some; None without SCRAM or after a minute."""
    if shutil.which("scram") is None:
        return None
    path = folder / "network.xml"
    path.write_bytes(open_psa.write(network))
    times = []
    for _ in range(REPETITIONS):
        try:
            run = subprocess.run(
                ["scram", str(path), "--zbdd", "-l", str(order)], capture_output=True, text=True, check=True, timeout=60
            )
        except subprocess.TimeoutExpired:
            return None
        times.append(sum(map(float, re.findall(r"<products>([\d.e-]+)</products>", run.stdout))))
    return min(times)


def network_files(folder: Path) -> None:
    """The table of a folder of network files, and the geometric mean of the ratios."""
    path = folder / "expected.csv"
    expected = {}
    if path.exists():
        with path.open(encoding="utf-8") as file:
            expected = {row["network"]: row for row in csv.DictReader(file)}
    print("| network | order | counts | seconds | SCRAM, s | ratio |\n|---|---:|---|---:|---:|---:|")
    ratios: dict[int, list[float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for file_path in sorted(folder.glob("*.json")):
            network = read_network(file_path)
            if network is None:
                continue
            for order in (2, 3, 4):
                seconds, counts = counted(network, Question((), order, None, limit=0))
                told = [expected.get(file_path.stem, {}).get(f"order_{n}", "") for n in range(1, order + 1)]
                if any(one and int(one) != count for one, count in zip(told, counts, strict=True)):
                    raise SystemExit(f"{file_path.name}: {counts}, expected {told}")
                theirs = by_scram(network, order, Path(scratch)) if order in COMPARED else None
                if theirs:
                    ratios.setdefault(order, []).append(seconds / theirs)
                beside = f"{theirs:.4f} | {seconds / theirs:.1f}" if theirs else "- | -"
                print(f"| {file_path.stem} | {order} | {counts} | {seconds:.4f} | {beside} |", flush=True)
    for order, values in ratios.items():
        print(f"\nOrder {order}: geometric mean {math.exp(sum(map(math.log, values)) / len(values)):.2f}")


def main() -> None:
    """Print one of the tables."""
    if len(sys.argv) > 1:
        network_files(Path(sys.argv[1]))
    else:
        products()


if __name__ == "__main__":
    main()
