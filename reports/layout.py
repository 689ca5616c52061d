"""Where the nodes of the picture stand: columns from the system on the left to the countries on the right.

Assemblies form a tree in columns by depth; the components of one assembly fill a block of short rows beside it, so that
most of the structure is told by place and not by lines. Suppliers, parents and countries stand in columns of their own,
each as near as can be to the mean height of what needs it (the barycentre method: K. Sugiyama, S. Tagawa, M. Toda,
"Methods for visual understanding of hierarchical system structures", IEEE SMC-11, 1981), which keeps lines short and
crossings few. Nothing moves after this: the same network always gives the same picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from depmap.core.graph import Graph, Kind, Role
from depmap.core.judgement import Grade

if TYPE_CHECKING:
    from reports.picture import Line

ROW = 24.0
"""Height of a row of components."""

CELL = 168.0
"""Width of a component with its label."""

STEP = 176.0
"""From one column of assemblies to the next."""

GAP = 14.0
"""Between two blocks of components."""

TALL = 1000.0
"""The height at which a further column of components begins."""

SIZES = {Grade.CRITICAL: 9.0, Grade.HIGH: 7.5, Grade.MEDIUM: 6.5, Grade.LOW: 5.5, Grade.NONE: 4.5}
"""Radius of a component: the worse, the larger."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its place."""

    kind: Kind
    """What it is."""

    x: float
    """To the right."""

    y: float
    """Downwards."""

    size: float
    """Radius of its mark."""


Columns = tuple[tuple[str, float, float], ...]
Bands = tuple[tuple[float, float, float, float], ...]


def place(graph: Graph, lines: Sequence[Line], grades: Mapping[str, Grade]) -> tuple[dict[str, Placed], Columns, Bands]:
    """A place for every node that a line touches; the columns with their edges; the grounds behind the blocks.

    Complexity: nodes + lines, times the logarithm for sorting.
    """
    drawn = {name for line in lines for name in (line.owner, line.node)} | {graph.top}
    tree = _Tree(graph, frozenset(drawn), grades)
    placed = dict(tree.placed)
    left, height = tree.right + 110.0, max(tree.bottom, 10 * ROW)
    columns = list(tree.columns)
    degrees = {name: len(components) for name, components in _served(lines).items()}
    for kinds, title, width in (
        ((Kind.SUPPLIER,), "supplier", 210.0),
        ((Kind.PARENT,), "parent", 220.0),
        ((Kind.COUNTRY,), "country", 170.0),
    ):
        names = [name for name in sorted(drawn) if _kind(graph, name) in kinds]
        if not names:
            continue
        ordered = sorted(names, key=lambda name: (_barycentre(name, lines, placed), name))
        step = max(height / len(ordered), 20.0)
        start = (height - step * len(ordered)) / 2 + step / 2
        for number, name in enumerate(ordered):
            kind = Kind.UNKNOWN if name.startswith("unknown:") else _kind(graph, name)
            placed[name] = Placed(kind, left + 10, start + number * step, _size(kind, degrees.get(name, 1)))
        columns.append((title, left - 14, left + width - 40))
        left += width + 60
    return placed, tuple(columns), tree.bands


class _Tree:
    """The system, its assemblies and its components."""

    def __init__(self, graph: Graph, drawn: frozenset[str], grades: Mapping[str, Grade]) -> None:
        self.graph, self.drawn, self.grades = graph, drawn, grades
        self.placed: dict[str, Placed] = {}
        self.blocks: list[tuple[str, list[str]]] = []
        self.depth: dict[str, int] = {}
        self._walk(graph.top, 0, set())
        levels = max(self.depth.values(), default=0) + 1
        self.wide = self._breadth()
        first = levels * STEP
        self.right = first + self.wide * CELL
        self.bands: Bands = ()
        self.bottom = self._fill(first)
        self._raise(graph.top)
        names = ["system"] + ["assembly"] * (levels > 1)
        edges = [(-70.0, 70.0), (STEP - 70.0, (levels - 1) * STEP + 70.0)]
        self.columns: list[tuple[str, float, float]] = [(name, *edge) for name, edge in zip(names, edges, strict=False)]
        self.columns.append(("component", first - 14, self.right))

    def _walk(self, name: str, depth: int, seen: set[str]) -> None:
        """Assemblies in the order of the workbook; a component that several need stands with the first."""
        self.depth[name] = depth
        below = [
            need.node for need in self.graph.nodes[name].needs if need.role is Role.CHILD and need.node in self.drawn
        ]
        own = [each for each in below if self.graph.nodes[each].kind is Kind.COMPONENT and each not in seen]
        seen.update(own)
        if own:
            self.blocks.append((name, sorted(own, key=lambda each: (-self.grades[each], each))))
        for each in below:
            if self.graph.nodes[each].kind is Kind.ASSEMBLY and each not in self.depth:
                self._walk(each, depth + 1, seen)

    def _breadth(self) -> int:
        """The fewest columns of components that keep the picture from growing too tall."""
        for wide in range(2, 9):
            tall = sum(math.ceil(len(own) / wide) * ROW + GAP for _, own in self.blocks)
            if tall <= TALL * (0.7 + 0.1 * wide):
                return wide
        return 9

    def _fill(self, left: float) -> float:
        """Place the blocks one below the other; the height of it all."""
        y = 0.0
        bands = []
        for _, own in self.blocks:
            rows = math.ceil(len(own) / self.wide)
            for number, name in enumerate(own):
                x, row = left + number // rows * CELL, number % rows
                self.placed[name] = Placed(Kind.COMPONENT, x, y + (row + 0.5) * ROW, SIZES[self.grades[name]])
            bands.append((left - 16, y, self.right - 4, y + rows * ROW))
            y += rows * ROW + GAP
        self.bands = tuple(bands)
        return y - GAP

    def _raise(self, name: str) -> tuple[float, float]:
        """Place an assembly at the middle of all that is below it; the span of that."""
        own = dict(self.blocks).get(name, [])
        spans = [(self.placed[each].y, self.placed[each].y) for each in own]
        below = [need.node for need in self.graph.nodes[name].needs if need.role is Role.CHILD]
        inner = [each for each in below if self.depth.get(each) == self.depth[name] + 1 and each not in self.placed]
        spans.extend(self._raise(each) for each in inner)
        top, bottom = (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else (0.0, 0.0)
        middle = (spans[0][0] + max(self.placed[each].y for each in own)) / 2 if own and inner else (top + bottom) / 2
        kind = self.graph.nodes[name].kind
        self.placed[name] = Placed(
            kind, self.depth[name] * STEP, middle if kind is Kind.ASSEMBLY else (top + bottom) / 2, 10.0
        )
        return top, bottom


def _served(lines: Sequence[Line]) -> dict[str, set[str]]:
    served: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        served[line.node].update(line.components)
    return served


def _barycentre(name: str, lines: Sequence[Line], placed: Mapping[str, Placed]) -> float:
    heights = [placed[line.owner].y for line in lines if line.node == name and line.owner in placed]
    return sum(heights) / len(heights) if heights else 0.0


def _kind(graph: Graph, name: str) -> Kind:
    """The column that a node belongs to: an unknown stands among what it may turn out to be."""
    if name in (f"unknown:{Role.MANUFACTURER}",):
        return Kind.SUPPLIER
    if name == f"unknown:{Role.PARENT}":
        return Kind.PARENT
    return Kind.COUNTRY if name.startswith("unknown:") else graph.nodes[name].kind


def _size(kind: Kind, components: int) -> float:
    """The mark grows with the square root of what hangs on it."""
    base = {Kind.COUNTRY: 9.0, Kind.UNKNOWN: 9.0}.get(kind, 6.5)
    return round(min(base + 1.2 * math.sqrt(components), 24.0), 1)
