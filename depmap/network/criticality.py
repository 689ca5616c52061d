"""How critical every component is: what four named losses do to it, by the one kernel.

Definition. Of component c are asked, in this order: *manufacturer*, each manufacturer alone, in the layer of supply;
*manufacture*, each country alone, in that layer; *control*, each parent and each country alone, in the layer of
control; *outside*, all countries outside a group together, in both layers. Under a loss c *certainly* falls away when
the kernel says so with every unknown harmless, and *possibly* when it does with every unknown lost that may be what is
lost (`depmap.network.scenarios`), be it something that the system does not name. A named loss takes c away when one of
its losses does; c is then missing for as long as `depmap.network.standstill` says, otherwise not at all.

Claim. Exact for every component at once: a component with a source outside the loss is not missing; one with several
sources is, when they share what is lost. Only losses of nodes on which c rests can take it away, so that asking all
nodes of a kind is asking those of c.

Claim. Another source that shares nothing with the sources there are never makes an answer worse: c needs *any of* its
sources, so that it falls away under fewer losses. What becomes unknown is never better than possibly lost.

Claim. The chain told exists: below a component every gate of these two layers is *all of*, so that whatever leads from
a source down to what is lost is lost with it, and above it the system needs all of its parts.

Complexity: three evaluations with two scenarios per supplier, parent and country, in blocks to bound the memory, and
one step for each pair of a component and a node that takes it away.

Running example. The motor has one maker; the radio two, both in China; the wing two with nothing in common:

>>> from depmap.core.sketch import sketch
>>> from depmap.network.build import build
>>> from depmap.network.standstill import outages
>>> drone = sketch("drone", {"motor": ["Acme@CN"], "radio": ["Volt@CN", "Link@CN"], "wing": ["Aile@FR", "Fly@DE"]})
>>> asked = Asked(build(drone), outages(drone, {}, None), inside=frozenset({"FR", "DE"}))
>>> for name, found in criticalities(asked).items():
...     print(name, [(threat.loss.value, threat.stops.value) for threat in found.threats[:2]], *found.chain[:1])
component:motor [('manufacturer', 'yes'), ('manufacture', 'yes')] supplier:Acme
component:radio [('manufacturer', 'no'), ('manufacture', 'yes')] country:CN
component:wing [('manufacturer', 'no'), ('manufacture', 'no')] unknown:seat/supplier:Aile
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from depmap.core.answers import Outage, Verdict, Weeks
from depmap.core.criticality import Criticality, NamedLoss, Threat
from depmap.core.graph import Graph, Kind, Layer, Role, node_id
from depmap.network.cut_sets import with_unknowns_lost
from depmap.network.kernel import Compiled, compile_graph, evaluate, scenarios_of
from depmap.network.paths import Chain, chain_of, searched
from depmap.network.scenarios import CERTAIN, UNKNOWN_ROLES, evaluate_losses
from depmap.network.standstill import NONE

BLOCK = 2048
"""Losses evaluated at once."""

BOTH = (Layer.SUPPLY, Layer.CONTROL)
"""The layers in which a component is asked after; with that of materials nearly everything would rest on one country.
"""

_ALONE: Mapping[NamedLoss, tuple[Layer, tuple[Kind, ...]]] = {
    NamedLoss.MANUFACTURER: (Layer.SUPPLY, (Kind.SUPPLIER,)),
    NamedLoss.MANUFACTURE: (Layer.SUPPLY, (Kind.COUNTRY,)),
    NamedLoss.CONTROL: (Layer.CONTROL, (Kind.PARENT, Kind.COUNTRY)),
}
"""The losses of one node: the layer, and the kinds of node."""

_HANGS_ON: Mapping[NamedLoss, tuple[Role, ...]] = {
    NamedLoss.MANUFACTURER: (Role.MANUFACTURER,),
    NamedLoss.MANUFACTURE: UNKNOWN_ROLES[Layer.SUPPLY],
    NamedLoss.CONTROL: UNKNOWN_ROLES[Layer.CONTROL],
    NamedLoss.OUTSIDE: (*UNKNOWN_ROLES[Layer.SUPPLY], *UNKNOWN_ROLES[Layer.CONTROL]),
}
"""The unknowns that may be what is lost."""

_ASK_FIRST = (Role.MANUFACTURER, Role.MANUFACTURE, Role.SEAT, Role.PARENT, Role.OWNERSHIP)


@dataclass(frozen=True, slots=True)
class Asked:
    """Of what is asked how critical it is."""

    graph: Graph
    """The network."""

    times: Mapping[str, Outage]
    """How long each component is missing once it is lost, by id of its node: what `outages` gives."""

    inside: frozenset[str]
    """The countries that are left when all others are lost, ISO 3166 alpha-2."""

    commodities: frozenset[str] = frozenset()
    """Ids of the nodes of the components of which the market has equals."""

    open_counts: float = math.inf
    """Weeks that a length without a bound counts as in the order of the list."""


@dataclass(slots=True)
class _Lost:
    """What takes one component away, by named loss."""

    causes: dict[NamedLoss, set[str]] = field(default_factory=dict)
    assumed: dict[NamedLoss, set[str]] = field(default_factory=dict)
    possible: set[NamedLoss] = field(default_factory=set)
    outside: tuple[Layer, ...] = ()


def criticalities(asked: Asked) -> Mapping[str, Criticality]:
    """How critical every component is, by id of its node, sorted."""
    components = sorted(node.id for node in asked.graph.of_kind(Kind.COMPONENT))
    found = {name: _Lost() for name in components}
    assumed = with_unknowns_lost(asked.graph)
    for loss, (layer, kinds) in _ALONE.items():
        candidates = [node.id for node in asked.graph.nodes.values() if node.kind in kinds]
        candidates += [node_id(kind, "") for kind in kinds]  # one that the system does not name
        for start in range(0, len(candidates), BLOCK):
            _alone(asked.graph, assumed, (loss, layer, candidates[start : start + BLOCK]), found)
    _outside(asked, found)
    ways = _Ways(asked)
    return {name: _criticality(asked, name, found[name], ways) for name in components}


def _alone(
    graph: Graph, assumed: Graph, question: tuple[NamedLoss, Layer, Sequence[str]], found: Mapping[str, _Lost]
) -> None:
    """Every one of the nodes lost alone."""
    loss, layer, names = question
    compiled, words = evaluate_losses(graph, [(name,) for name in names], (layer,))
    sure = sum(CERTAIN << 2 * number for number in range(len(names)))
    supposed = compile_graph(assumed, (layer,))
    losses = {name: CERTAIN << 2 * number for number, name in enumerate(names) if name in supposed.index}
    by_lists = evaluate(supposed, losses, 2 * len(names))
    for name, lost in found.items():
        word = words[compiled.index[name]]
        certain = word & sure
        if certain:
            lost.causes[loss] = {names[number // 2] for number in scenarios_of(certain)}
        elif word:
            lost.possible.add(loss)
        if also := by_lists[supposed.index[name]] & ~certain:
            lost.assumed[loss] = {names[number // 2] for number in scenarios_of(also)}


def _outside(asked: Asked, found: Mapping[str, _Lost]) -> None:
    """All countries outside the group lost, in each layer and in both."""
    lost = [*_countries_outside(asked), node_id(Kind.COUNTRY, "")]  # and any other, which an unknown one may be
    for layers in (*((layer,) for layer in BOTH), BOTH):
        compiled, words = evaluate_losses(asked.graph, [lost], layers)
        for name, each in found.items():
            word = words[compiled.index[name]]
            if word & CERTAIN:
                each.outside = each.outside + layers if layers != BOTH else each.outside or BOTH
            elif word:
                each.possible.add(NamedLoss.OUTSIDE)


def _countries_outside(asked: Asked) -> list[str]:
    return [node.id for node in asked.graph.of_kind(Kind.COUNTRY) if node.label not in asked.inside]


def _criticality(asked: Asked, name: str, lost: _Lost, ways: _Ways) -> Criticality:
    time = asked.times[name]
    threats = tuple(_threat(loss, lost, time.standstill) for loss in NamedLoss)
    certain = next((threat for threat in threats if threat.stops is Verdict.YES), None)
    unknown: tuple[str, ...] = ()
    if certain is None:
        roles = {role for threat in threats if threat.stops is not Verdict.NO for role in _HANGS_ON[threat.loss]}
        unknown = ways.unknowns(name, roles)
        chain = ways.chain(name, unknown[:1], BOTH)
    else:
        chain = ways.chain(name, certain.causes[-1:] or ways.outside, certain.layers)  # a parent before its country
    never = all(threat.stops is Verdict.NO for threat in threats)
    return Criticality(
        component=name,
        threats=threats,
        commodity=name in asked.commodities,
        open_counts=asked.open_counts,
        chain=chain.nodes,
        cells=chain.cells,
        unknown=unknown,
        missing=() if never else time.missing,
    )


def _threat(loss: NamedLoss, lost: _Lost, missing: Weeks) -> Threat:
    causes = tuple(sorted(lost.causes.get(loss, ())))
    outside = lost.outside if loss is NamedLoss.OUTSIDE else ()
    stops = Verdict.YES if causes or outside else Verdict.CANNOT_DECIDE if loss in lost.possible else Verdict.NO
    weeks = {Verdict.YES: missing, Verdict.CANNOT_DECIDE: Weeks(0.0, missing.high)}.get(stops, NONE)
    layers = outside or (BOTH if loss is NamedLoss.OUTSIDE else (_ALONE[loss][0],))
    return Threat(loss, stops, weeks, causes, tuple(sorted(lost.assumed.get(loss, ()))), layers)


class _Ways:
    """Shortest ways from a component down to what takes it away, and up to the system."""

    def __init__(self, asked: Asked) -> None:
        graph = self._graph = asked.graph
        self.outside = frozenset(_countries_outside(asked))
        self._compiled = {layers: compile_graph(graph, layers) for layers in (*((each,) for each in BOTH), BOTH)}
        both = self._compiled[BOTH]
        self._up = searched([both.index[graph.top]], self._needs(both), lambda _: True)

    def chain(self, name: str, wanted: Collection[str], layers: tuple[Layer, ...]) -> Chain:
        """Through this component, from the nearest of these nodes to the system; nothing when it rests on none."""
        compiled = self._compiled[layers]
        found = self._below(compiled, name)
        start = next((position for position in found if compiled.ids[position] in wanted), None)
        if start is None:
            return Chain((), ())
        path: list[str] = []
        below: int | None = start
        while below is not None:
            path.append(compiled.ids[below])
            below = found[below]
        both = self._compiled[BOTH]
        above = self._up.get(both.index[name])
        while above is not None:
            path.append(both.ids[above])
            above = self._up[above]
        return chain_of(self._graph, path)

    def unknowns(self, name: str, roles: Collection[Role]) -> tuple[str, ...]:
        """The unknown nodes in these roles on which a component rests, in the order in which to ask for them."""
        compiled = self._compiled[BOTH]
        nodes = (self._graph.nodes[compiled.ids[position]] for position in self._below(compiled, name))
        leaves = (node for node in nodes if node.kind is Kind.UNKNOWN and node.needs and node.label in roles)
        return tuple(node.id for node in sorted(leaves, key=lambda node: (_ASK_FIRST.index(Role(node.label)), node.id)))

    def _below(self, compiled: Compiled, name: str) -> dict[int, int | None]:
        return searched([compiled.index[name]], self._needs(compiled), lambda _: True)

    @staticmethod
    def _needs(compiled: Compiled) -> Callable[[int], Sequence[int]]:
        return lambda position: compiled.needs[compiled.offsets[position] : compiled.offsets[position + 1]]
