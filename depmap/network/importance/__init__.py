"""How much hangs on each supplier, parent, country, material and stage: counts, not scores.

Definition. Per layer, for every node of the kinds that can fall away from outside (`depmap.network.single_points`) and
on which the system rests, five answers that the other modules give:

- *held*: in how many minimal cut sets of order 1, 2, ... the node is, and which share of the sets of that order that
  is, whatever the unknowns are and if every unknown is what a list assumes (`depmap.network.cut_sets`);
- *stops*: whether its loss alone stops the system (*no* only where nothing unknown may turn out to be it), and what
  stops with it;
- *lines*: how many lines then stop, at least and at most (`depmap.network.extent`);
- *weeks*: how long the system then stands still (`depmap.network.standstill`);
- *rank*, for comparison only and in the layers that are drawn: betweenness and a nexus-style index
  (`depmap.network.importance.centralities`).

Order: certain single points first, those with most components before others; then by the number of certain sets of
order 2, 3, ... that hold the node; then the same of the possible ones. Nothing is added up or weighed.

Where a measure misleads. Let C be the certain single points of the layer, and N the nodes that are no single point, not
even a possible one, both only as far as the measure has a value for them. For a measure m

- x of C is *overlooked* iff at least half of N has m >= m(x): to m this node, which stops the system, is no different
  from one that does not. An equal value counts against m, because it does not set x apart;
- y of N is *overrated* iff at least half of C has m < m(y).

Claim. Both depend on ranks only: they stay when m is replaced by an increasing function of it. A measure that gives
every node of C more than every node of N misleads about none; one that gives all nodes the same overlooks all of C.

Complexity: evaluations with two scenarios per node, and sorting; the centralities cost more than that.

Running example. Volt alone makes the sail of this kite; of everything else there are two makers:

>>> from depmap.core.sketch import sketch
>>> from depmap.network import Network
>>> from depmap.network.importance.centralities import centralities
>>> parts = {"line": ["Acme@CN", "Volt@DE"], "sail": ["Volt@DE"], "tail": ["Acme@CN", "Rope@NL"]}
>>> kite = Network.of(sketch("kite", parts))
>>> answers = Established(kite.single_points(Layer.SUPPLY), kite.cut_sets(Layer.SUPPLY), {}, {})
>>> for each in importance(kite.graph, Layer.SUPPLY, answers, centralities(kite.graph)):
...     print(each.node, each.certain.counts, each.certain.shares, [mark.overlooked for mark in each.disagreements])
country:DE (1, 0) (0.5, 0.0) [True]
supplier:Volt (1, 0) (0.5, 0.0) [True, True]
country:CN (0, 2) (0.0, 0.5) []
country:NL (0, 2) (0.0, 0.5) []
supplier:Acme (0, 2) (0.0, 0.5) [False]
supplier:Rope (0, 2) (0.0, 0.5) []

Reference: L. C. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977) (from general
knowledge); the sources of the measures are in their own module.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from depmap.core.answers import CutSets, Outage, SinglePoint
from depmap.core.graph import Graph, Layer
from depmap.core.importance import Centralities, Disagreement, Held, Importance, Measure, Ranked
from depmap.network.extent import extents
from depmap.network.single_points import CANDIDATES
from depmap.network.standstill import weeks_of_each


@dataclass(frozen=True, slots=True)
class Established:
    """The answers that importance is put together from."""

    points: Sequence[SinglePoint]
    """The single points; those of other layers are passed over."""

    sets: Sequence[CutSets]
    """The cut sets; those of other layers are passed over."""

    times: Mapping[str, Outage]
    """What `depmap.network.standstill.outages` gives."""

    lines: Mapping[str, int]
    """What `depmap.network.extent.lines_by_component` gives."""


def importance(graph: Graph, layer: Layer, answers: Established, measures: Centralities) -> tuple[Importance, ...]:
    """What hangs on every node that can fall away in one layer, the most first."""
    points = {point.node: point for point in answers.points if point.layer is layer}
    sets = {found.certain: found for found in answers.sets if found.layers == (layer,)}
    kinds = CANDIDATES.get(layer, ())
    names = [
        name
        for name in sorted(_below(graph, layer) | points.keys())
        if graph.nodes[name].kind in kinds and name != graph.top
    ]
    weeks = weeks_of_each(graph, answers.times, names, (layer,))
    lines = dict(extents(graph, answers.lines, names, layer))
    found = [
        Importance(
            node=name,
            layer=layer,
            stops=weeks[name][0],
            point=points.get(name),
            certain=_held(name, sets.get(True)),
            possible=_held(name, sets.get(False)),
            lines=lines[name],
            weeks=weeks[name][1],
            ranks={},
        )
        for name in names
    ]
    drawn = _compared(found, measures) if layer in measures.layers else found
    return tuple(sorted(drawn, key=_most_first))


def _below(graph: Graph, layer: Layer) -> set[str]:
    """What the system rests on in a layer, however far down."""
    seen, waiting = {graph.top}, [graph.top]
    while waiting:
        for need in graph.nodes[waiting.pop()].needs:
            if need.layer in (layer, Layer.STRUCTURE) and need.node not in seen:
                seen.add(need.node)
                waiting.append(need.node)
    return seen


def _held(name: str, sets: CutSets | None) -> Held:
    if sets is None:
        return Held((), ())
    return Held(tuple(sets.holding.get(name, (0,) * len(sets.counts))), tuple(sets.counts))


def _most_first(each: Importance) -> tuple[object, ...]:
    sure = each.is_certain
    stopped = 0 if each.point is None else len(each.point.components)
    more = [-count for count in (*each.certain.counts[1:], *each.possible.counts)]
    return (not sure, -stopped if sure else 0, more, -stopped, each.node)


def _compared(found: Sequence[Importance], measures: Centralities) -> Iterable[Importance]:
    """The same with their ranks, and where each measure misleads."""
    told = {measure: _Comparison(found, values) for measure, values in measures.values.items()}
    for each in found:
        ranks = {measure: ranked for measure, one in told.items() if (ranked := one.rank(each)) is not None}
        marks = (mark for measure, one in told.items() if (mark := one.misleading(measure, each)) is not None)
        yield replace(each, ranks=ranks, disagreements=tuple(marks))


class _Comparison:
    """One measure beside what stops, among the nodes of one layer."""

    def __init__(self, found: Iterable[Importance], values: Mapping[str, float]) -> None:
        valued = [each for each in found if each.node in values]
        self._values = values
        self._all = sorted(values[each.node] for each in valued)
        self._stopping = sorted(values[each.node] for each in valued if each.is_certain)
        self._others = sorted(values[each.node] for each in valued if each.point is None)

    def rank(self, each: Importance) -> Ranked | None:
        if (value := self._values.get(each.node)) is None:
            return None
        count = len(self._all)
        return Ranked(value, count - bisect_right(self._all, value) + 1, count - bisect_left(self._all, value), count)

    def misleading(self, measure: Measure, each: Importance) -> Disagreement | None:
        value = self._values.get(each.node)
        if value is None or not self._stopping or not self._others or (each.point is not None and not each.is_certain):
            return None
        of = len(self._others if each.is_certain else self._stopping)
        others = of - bisect_left(self._others, value) if each.is_certain else bisect_left(self._stopping, value)
        return Disagreement(measure, each.is_certain, others, of) if 2 * others >= of else None
