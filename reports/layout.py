"""Where the nodes of the picture stand: columns from the system on the left to the countries on the right.

Assemblies form a tree by depth; the components of one assembly fill a block of short rows at its name, so that most of
the structure is told by place and not by lines. Suppliers, parents and countries stand in columns of their own, each as
near as can be to the mean height of what needs it (the barycentre method: K. Sugiyama, S. Tagawa, M. Toda, "Methods for
visual understanding of hierarchical system structures", IEEE SMC-11, 1981), which keeps lines short and crossings few.
How many columns there are is chosen so that the whole picture can be drawn largest. Nothing moves after this: the same
network always gives the same picture.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from depmap.core.graph import Graph, Kind, Role
from depmap.core.judgement import Grade

if TYPE_CHECKING:
    from reports.picture import Line

ROW = 24.0
"""Height of a row."""

CELL = 168.0
"""Width of a component with its name."""

SYSTEM = 190.0
"""Width of the box of the system."""

STEP = 44.0
"""From one depth of assemblies to the next."""

GAP = 10.0
"""Between two blocks of components."""

BETWEEN = 96.0
"""Between two columns, for the lines."""

ASPECT = 1.3
"""Width of the drawing space over its height, on the screens of most readers."""

WIDTHS = {Kind.SUPPLIER: 196.0, Kind.PARENT: 196.0, Kind.COUNTRY: 210.0}
"""Width of a mark with its name."""

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


@dataclass(frozen=True, slots=True)
class Shape:
    """How the picture is divided."""

    across: int
    """Components side by side in a block."""

    makers: int
    """Columns of suppliers, and of parents."""

    head: float
    """Height of the name of an assembly above its components; 0 when it stands beside them."""

    beside: float
    """Width of that name beside them; 0 when it stands above."""


@dataclass(slots=True)
class Layout:
    """The finished picture."""

    nodes: dict[str, Placed] = field(default_factory=dict)
    """Where each node stands, by id."""

    columns: list[tuple[Kind, float, float]] = field(default_factory=list)
    """Kind, left and right of every column, from left to right."""

    bands: list[tuple[float, float, float, float]] = field(default_factory=list)
    """Left, top, right, bottom of the ground behind the components of each assembly."""

    room: float = 0.0
    """How long the name of an assembly may get."""


Block = tuple[str, int, list[str]]
"""An assembly, its depth, and the components that it needs directly."""


def place(graph: Graph, lines: Sequence[Line], grades: Mapping[str, Grade]) -> Layout:
    """A place for every node that a line touches. Complexity: nodes + lines, times the logarithm for sorting."""
    drawn = {name for line in lines for name in (line.owner, line.node)} | {graph.top}
    blocks = _blocks(graph, drawn, grades)
    parties = {kind: [name for name in sorted(drawn) if column_of(graph, name) is kind] for kind in WIDTHS}
    shape = _shape(blocks, parties)
    layout = Layout(room=shape.beside - 24 if shape.beside else 3 * CELL)
    _place_parts(layout, blocks, shape, grades)
    height = max(band[3] for band in layout.bands) if layout.bands else ROW
    height = max(height, _tallest(parties, shape))
    layout.nodes[graph.top] = Placed(Kind.SYSTEM, SYSTEM / 2, height / 2, 10.0)
    for kind, names in parties.items():
        if names:
            _place_parties(layout, (kind, names), lines, height)
    return layout


def column_of(graph: Graph, name: str) -> Kind:
    """The kind of column that a node belongs to: an unknown stands among what it may turn out to be."""
    kind, _, role = name.partition(":")
    if kind == Kind.UNKNOWN:
        return {Role.MANUFACTURER: Kind.SUPPLIER, Role.PARENT: Kind.PARENT}.get(Role(role), Kind.COUNTRY)
    return graph.nodes[name].kind


def _blocks(graph: Graph, drawn: set[str], grades: Mapping[str, Grade]) -> list[Block]:
    """Assemblies in the order of the workbook, depth first; a component that several need stands with the first."""
    blocks: list[Block] = []
    seen: set[str] = set()
    waiting = [(graph.top, 0)]
    while waiting:
        name, depth = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        below = [need.node for need in graph.nodes[name].needs if need.role is Role.CHILD and need.node in drawn]
        own = [each for each in below if graph.nodes[each].kind is Kind.COMPONENT and each not in seen]
        seen.update(own)
        if own or name != graph.top:
            blocks.append((name, depth, sorted(own, key=lambda each: (-grades[each], each))))
        waiting.extend((each, depth + 1) for each in reversed(below) if graph.nodes[each].kind is Kind.ASSEMBLY)
    return blocks


def _shape(blocks: Sequence[Block], parties: Mapping[Kind, Sequence[str]]) -> Shape:
    """The division in which everything can be drawn largest on a space of `ASPECT`."""

    def scale(shape: Shape) -> float:
        height = max(_height(blocks, shape), _tallest(parties, shape))
        return min(ASPECT / _width(blocks, parties, shape, height), 1 / height)

    names = ((ROW, 0.0), (0.0, 190.0))
    shapes = [Shape(across, makers, *name) for across, makers, name in product(range(1, 11), range(1, 6), names)]
    return max(shapes, key=scale)


def _width(blocks: Sequence[Block], parties: Mapping[Kind, Sequence[str]], shape: Shape, height: float) -> float:
    sides = sum(BETWEEN + WIDTHS[kind] * _columns(kind, names, height) for kind, names in parties.items() if names)
    return _left(blocks) + shape.beside + shape.across * CELL + sides


def _columns(kind: Kind, names: Sequence[str], height: float) -> int:
    """How many columns these need at this height; countries stand in one, so that they are found at a glance."""
    return 1 if kind is Kind.COUNTRY else math.ceil(len(names) * ROW / height)


def _left(blocks: Sequence[Block]) -> float:
    return SYSTEM + (max((depth for _, depth, _ in blocks), default=0) + 1) * STEP


def _height(blocks: Sequence[Block], shape: Shape) -> float:
    return sum(_block_height(own, shape) + GAP for _, _, own in blocks) or ROW


def _block_height(own: Sequence[str], shape: Shape) -> float:
    rows = math.ceil(len(own) / shape.across)
    return shape.head + (rows if shape.head else max(rows, 1)) * ROW


def _tallest(parties: Mapping[Kind, Sequence[str]], shape: Shape) -> float:
    columns = {Kind.COUNTRY: 1}
    return max(math.ceil(len(names) / columns.get(kind, shape.makers)) * ROW for kind, names in parties.items())


def _place_parts(layout: Layout, blocks: Sequence[Block], shape: Shape, grades: Mapping[str, Grade]) -> None:
    """Place the blocks one below the other, each at the name of its assembly."""
    left, y = _left(blocks), 0.0
    right = left + shape.beside + shape.across * CELL
    for assembly, depth, own in blocks:
        rows = max(math.ceil(len(own) / shape.across), 1)
        for number, name in enumerate(own):
            x = left + shape.beside + number // rows * CELL
            layout.nodes[name] = Placed(
                Kind.COMPONENT, x, y + shape.head + (number % rows + 0.5) * ROW, SIZES[grades[name]]
            )
        if depth:
            layout.nodes[assembly] = Placed(Kind.ASSEMBLY, SYSTEM + depth * STEP, y + ROW / 2, 7.0)
        height = _block_height(own, shape)
        layout.bands.append((left - 16, y, right - 8, y + height))
        y += height + GAP
    layout.columns += [(Kind.SYSTEM, 0.0, SYSTEM), (Kind.COMPONENT, left - 16, right)]


def _place_parties(
    layout: Layout,
    column: tuple[Kind, list[str]],
    lines: Sequence[Line],
    height: float,
) -> None:
    """Place the suppliers, the parents or the countries, spread over the height, row by row."""
    kind, names = column
    served = _served(lines)
    wide = _columns(kind, names, height)
    left = layout.columns[-1][2] + BETWEEN
    centres = {name: _barycentre(name, lines, layout.nodes) for name in names}
    ordered = sorted(names, key=lambda name: (centres[name], name))
    step = height / math.ceil(len(ordered) / wide)
    for number, name in enumerate(ordered):
        row, place_in_row = divmod(number, wide)
        drawn_as = Kind.UNKNOWN if name.startswith(f"{Kind.UNKNOWN}:") else kind
        y = (row + 0.5 + (place_in_row / wide - (wide - 1) / wide / 2)) * step
        size = _size(drawn_as, len(served.get(name, ())), step)
        layout.nodes[name] = Placed(drawn_as, left + place_in_row * WIDTHS[kind], y, size)
    layout.columns.append((kind, left - 12, left + wide * WIDTHS[kind]))


def _served(lines: Sequence[Line]) -> dict[str, set[str]]:
    served: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        served[line.node].update(line.components)
    return served


def _barycentre(name: str, lines: Sequence[Line], placed: Mapping[str, Placed]) -> float:
    heights = [placed[line.owner].y for line in lines if line.node == name and line.owner in placed]
    return sum(heights) / len(heights) if heights else 0.0


def _size(kind: Kind, components: int, step: float) -> float:
    """The mark grows with the square root of what hangs on it, as far as its neighbours leave room."""
    base = {Kind.COUNTRY: 9.0, Kind.UNKNOWN: 9.0}.get(kind, 6.5)
    return round(min(base + 1.2 * math.sqrt(components), max(step / 2, 9.0), 24.0), 1)
