"""Witnesses: the chain from a lost node to the system, and the cells on which it rests."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from depmap.core.evidence import CellRef, in_order
from depmap.core.graph import Graph, Kind
from depmap.network.compiled import Same
from depmap.network.kernel import Compiled

T = TypeVar("T")

SILENT = frozenset({Kind.SOURCE, Kind.SHARE, Kind.NODE})
"""Kinds that a chain passes through without naming: they only join what people know by name."""

_INSIDE = SILENT | {Kind.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Chain:
    """A shortest path of lost nodes."""

    nodes: tuple[str, ...]
    """From the lost node to the system, without the joints."""

    cells: tuple[CellRef, ...]
    """The cells that state the steps, sorted, each once."""


def witness(
    graph: Graph, compiled: Compiled, words: Sequence[int], starts: Collection[str], scenario: int = 0
) -> Chain | None:
    """A shortest chain of nodes lost in one scenario, from one of ``starts`` to the top; None when the top survives.

    Definition: consecutive nodes are joined by a need, and every node on it is lost in that scenario. With an *any of*
    node on the chain, the other needs are lost too: the chain shows one of the ways, the scenario has them all.
    Complexity: breadth first, nodes + edges. The first found in evaluation order wins, so the answer is stable.
    """
    bit = 1 << scenario
    top = compiled.index[graph.top]
    if not words[top] & bit:
        return None
    front = sorted(compiled.index[name] for name in starts if words[compiled.index[name]] & bit)
    found = searched(front, compiled.owners.__getitem__, lambda position: bool(words[position] & bit))
    if top not in found:
        return None
    path = [top]
    while (below := found[path[-1]]) is not None:
        path.append(below)
    return chain_of(graph, [compiled.ids[position] for position in reversed(path)])


def chain_of(graph: Graph, names: Sequence[str]) -> Chain:
    """The chain of a path of needs, from what is needed to what needs it."""
    return Chain(_spoken(graph, names), _cells(graph, names))


def searched(
    starts: Sequence[T], following: Callable[[T], Iterable[T]], allowed: Callable[[T], bool]
) -> dict[T, T | None]:
    """Every node reached breadth first -> the one it was reached from; None for a start."""
    found: dict[T, T | None] = dict.fromkeys(starts)
    front = list(starts)
    while front:
        reached = []
        for position in front:
            for each in following(position):
                if each not in found and allowed(each):
                    found[each] = position
                    reached.append(each)
        front = reached
    return found


def _spoken(graph: Graph, names: Sequence[str]) -> tuple[str, ...]:
    """The nodes that people know: without joints and without the unknown leaf between "unknown" and what needs it."""
    inner = [name for name in names[1:-1] if graph.nodes[name].kind not in _INSIDE]
    return (names[0], *inner, names[-1])


def _cells(graph: Graph, names: Sequence[str]) -> tuple[CellRef, ...]:
    stated = _stated(Same(graph))
    return in_order(cell for need, owner in pairwise(names) for cell in stated.get((owner, need), ()))


@functools.lru_cache(maxsize=2)
def _stated(same: Same) -> dict[tuple[str, str], tuple[CellRef, ...]]:
    """Owner and need -> the cells that state it. Kept for the last graphs: an assembly may have thousands of needs."""
    found: dict[tuple[str, str], tuple[CellRef, ...]] = {}
    for node in same.graph.nodes.values():
        for need in node.needs:
            if need.cells:
                found[node.id, need.node] = (*found.get((node.id, need.node), ()), *need.cells)
    return found
