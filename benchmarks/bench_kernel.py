"""All single points at once, against removing each node in turn and searching again with networkx.

Two ways at once, of which the answers must be equal: scenarios as bits (`depmap.network.kernel`), and columns of
numbers (`depmap.network.arrays`). Both times start at the graph. The large network is searched for a sample of its
nodes, and that time is scaled up to all of them.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import networkx

from depmap.core.graph import Graph, Kind
from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.network import Network
from depmap.network.arrays import of_graph, single_points_of_tops
from depmap.network.kernel import compile_graph, evaluate

SIZES = (100, 300, 1_000, 2_300)
SAMPLE = 300
"""Most nodes that are removed one by one."""

SEED = 20_261_121


def bill(lines: int) -> Bom:
    """A made-up bill of materials: assemblies of ten lines, one or two makers a line; a tenth as many makers in all."""
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
    return sketch("system", parts)


def by_kernel(graph: Graph) -> set[str]:
    """Every node that stops the system, from one evaluation of all losses."""
    compiled = compile_graph(replace(graph))
    words = evaluate(compiled, {name: 1 << bit for bit, name in enumerate(compiled.ids)}, len(compiled.ids))
    top = words[compiled.index[graph.top]]
    return {name for bit, name in enumerate(compiled.ids) if top >> bit & 1}


def by_arrays(graph: Graph) -> set[str]:
    """The same from columns of numbers."""
    names = list(graph.nodes)
    top = names.index(graph.top)
    return {names[place] for place in single_points_of_tops(of_graph(graph), [top]).of(top).tolist()}


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


def best(work: Callable[[], set[str]]) -> tuple[float, set[str]]:
    """The least of three times, and the answer."""
    return min((seconds(work) for _ in range(3)), key=lambda pair: pair[0])


def main() -> None:
    """Print the table; both ways must give the same answer."""
    print(
        "| lines | nodes | single points | bits, s | columns, s | remove and search, s | of nodes | ratio |\n"
        "|---:|---:|---:|---:|---:|---:|---:|---:|"
    )
    for lines in SIZES:
        graph = Network.of(bill(lines)).graph
        size = len(graph.nodes)
        names = sorted(random.Random(SEED).sample(sorted(graph.nodes), min(SAMPLE, size)))
        bits, answer = best(partial(by_kernel, graph))
        columns, same = best(partial(by_arrays, graph))
        slow, expected = seconds(partial(by_removal, graph, Network(graph).to_networkx(), names))
        if answer != same or answer & set(names) != expected:
            raise SystemExit(f"the answers differ at {lines} lines")
        whole = slow * size / len(names)
        told = f"{bits:.4f} | {columns:.4f} | {whole:.2f} | {len(names)} of {size} | {whole / min(bits, columns):.0f}"
        print(f"| {lines} | {size} | {len(answer)} | {told} |", flush=True)


if __name__ == "__main__":
    main()
