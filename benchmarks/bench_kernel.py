"""All single points at once, against removing each node in turn and searching again with networkx."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import networkx

from depmap.core.graph import Graph, Kind
from depmap.core.sketch import sketch
from depmap.network import Network
from depmap.network.kernel import compile_graph, evaluate

SIZES = (100, 300, 1_000)
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


def by_removal(graph: Graph, public: networkx.DiGraph[str]) -> set[str]:
    """The same, the obvious way: take one node away and decide every other node again, needs before owners."""
    order = list(networkx.topological_sort(public.reverse(copy=False)))
    any_of = {node.id for node in graph.of_kind(Kind.COMPONENT)}
    found = set()
    for name in public:
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
        "| lines | nodes | single points | kernel, s | remove and search, s | ratio |\n|---:|---:|---:|---:|---:|---:|"
    )
    for lines in SIZES:
        network = system(lines)
        public = network.to_networkx()
        fast, answer = min(seconds(lambda graph=network.graph: by_kernel(graph)) for _ in range(3))  # type: ignore[misc]
        slow, expected = seconds(lambda graph=network.graph, view=public: by_removal(graph, view))  # type: ignore[misc]
        if answer != expected:
            raise SystemExit(f"the answers differ at {lines} lines")
        nodes = len(network.graph.nodes)
        print(f"| {lines} | {nodes} | {len(answer)} | {fast:.4f} | {slow:.2f} | {slow / fast:.0f} |")


if __name__ == "__main__":
    main()
