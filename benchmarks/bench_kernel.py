"""All single points at once, against removing each node in turn and searching again with networkx.

The large network is searched for a sample of its nodes, and that time is scaled up to all of them.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from functools import partial

import networkx

from depmap.core.graph import Graph, Kind
from depmap.core.sketch import sketch
from depmap.network import Network
from depmap.network.kernel import compile_graph, evaluate

SIZES = (100, 300, 1_000, 3_500)
SAMPLE = 300
"""Most nodes that are removed one by one."""

SEED = 20_261_121


def system(lines: int) -> Network:
    """A made-up system: assemblies of ten lines, one or two makers a line, a tenth of the lines' number of makers."""
    dice = random.Random(SEED)
    makers = [f"Maker {number}" for number in range(max(lines // 10, 2))]
    countries = ["CN", "DE", "FR", "JP", "NL", "TW", "US"]
    parts: dict[str, object] = {}
    for start in range(0, lines, 10):
        parts[f"assembly {start}"] = {
            f"part {number}": [
                f"{maker}@{dice.choice(countries)}" for maker in dice.sample(makers, dice.choice([1, 2]))
            ]
            for number in range(start, min(start + 10, lines))
        }
    return Network.of(sketch("system", parts))


def by_kernel(graph: Graph) -> set[str]:
    """Every node that stops the system, from one evaluation of all losses."""
    compiled = compile_graph(graph)
    words = evaluate(compiled, {name: 1 << bit for bit, name in enumerate(compiled.ids)}, len(compiled.ids))
    top = words[compiled.index[graph.top]]
    return {name for bit, name in enumerate(compiled.ids) if top >> bit & 1}


def by_removal(graph: Graph, public: networkx.DiGraph[str], names: Sequence[str]) -> set[str]:
    """The same for these nodes, the obvious way: take one away and decide every other node again, needs first."""
    order = list(networkx.topological_sort(public.reverse(copy=False)))
    any_of = {node.id for node in graph.of_kind(Kind.COMPONENT)}
    found = set()
    for name in names:
        lost = {name}
        for each in order:
            below = [need in lost for need in public.successors(each)]
            if below and (all(below) if each in any_of else any(below)):
                lost.add(each)
        if graph.top in lost:
            found.add(name)
    return found


def seconds(work: Callable[[], set[str]]) -> tuple[float, set[str]]:
    """Processor seconds of one call, and its answer."""
    before = time.process_time()
    answer = work()
    return time.process_time() - before, answer


def main() -> None:
    """Print the table; both ways must give the same answer."""
    print(
        "| lines | nodes | single points | kernel, s | remove and search, s | of nodes | ratio |\n"
        "|---:|---:|---:|---:|---:|---:|---:|"
    )
    for lines in SIZES:
        graph = system(lines).graph
        names = sorted(random.Random(SEED).sample(sorted(graph.nodes), min(SAMPLE, len(graph.nodes))))
        fast, answer = min((seconds(partial(by_kernel, graph)) for _ in range(3)), key=lambda pair: pair[0])
        slow, expected = seconds(partial(by_removal, graph, Network(graph).to_networkx(), names))
        if answer & set(names) != expected:
            raise SystemExit(f"the answers differ at {lines} lines")
        whole = slow * len(graph.nodes) / len(names)
        size = len(graph.nodes)
        told = f"{fast:.4f} | {whole:.2f} | {len(names)} of {size} | {whole / fast:.0f}"
        print(f"| {lines} | {size} | {len(answer)} | {told} |", flush=True)


if __name__ == "__main__":
    main()
