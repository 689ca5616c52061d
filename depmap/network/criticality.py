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

Method. Below a component every gate of these two layers is *all of*, and the component itself needs *any of* its
sources. So a source is lost under a loss when it rests on something lost, and the kernel's evaluation comes down to
sets: what every one of its sources rests on takes the component away alone. Components whose sources rest on the same
are answered once.

Complexity: linear in what the sources rest on, whatever the number of nodes that may be lost.

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
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from depmap.core.answers import Outage, Verdict, Weeks
from depmap.core.criticality import Criticality, NamedLoss, Threat
from depmap.core.graph import Graph, Kind, Layer, Node, Role, node_id
from depmap.network.paths import Chain, chain_of, searched
from depmap.network.scenarios import UNKNOWN_ROLES, unknowns_in_doubt
from depmap.network.standstill import NONE

BOTH = (Layer.SUPPLY, Layer.CONTROL)
"""The layers in which a component is asked after; with that of materials nearly everything would rest on one country.
"""

_LAYERS = (Layer.STRUCTURE, *BOTH)

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

_IN_DOUBT = {
    (kind, layer): frozenset(unknowns_in_doubt((node_id(kind, ""),), (layer,)))
    for layer, kinds in _ALONE.values()
    for kind in kinds
}
"""The common nodes of the unknowns that may be a node of this kind, or rest on one, named by the system or not."""

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


Nodes = frozenset[str]
"""Ids of nodes."""


class _Source(NamedTuple):
    """What one source rests on, as far as it can be lost with others; per layer of `BOTH`."""

    stated: tuple[Nodes, ...]
    """With the common nodes of what is unknown."""

    assumed: tuple[Nodes, ...]
    """And with what lists assume that to be."""


def criticalities(asked: Asked) -> Mapping[str, Criticality]:
    """How critical every component is, by id of its node, sorted."""
    answers, ways = _Answers(asked), _Ways(asked)
    components = sorted(asked.graph.of_kind(Kind.COMPONENT), key=lambda node: node.id)
    return {node.id: _criticality(asked, node.id, answers.threats(node), ways) for node in components}


def _criticality(asked: Asked, name: str, threats: tuple[Threat, ...], ways: _Ways) -> Criticality:
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
        missing=() if never else asked.times[name].missing,
    )


class _Answers:
    """What the named losses do to components, each answer made once."""

    def __init__(self, asked: Asked) -> None:
        self._nodes, self._times = asked.graph.nodes, asked.times
        self._outside = frozenset(_countries_outside(asked))
        self._stated = [_Rest(asked.graph, layer, with_hints=False) for layer in BOTH]
        self._assumed = [_Rest(asked.graph, layer, with_hints=True) for layer in BOTH]
        self._sources: dict[tuple[object, ...], _Source] = {}
        self._found: dict[tuple[frozenset[tuple[object, ...]], Weeks], tuple[Threat, ...]] = {}

    def threats(self, component: Node) -> tuple[Threat, ...]:
        """One per named loss, in their order."""
        alike = frozenset([self._alike(need.node) for need in component.needs])
        missing = self._times[component.id].standstill
        found = self._found.get((alike, missing))
        if found is None:
            sources = [self._sources[each] for each in alike]
            alone = (_alone(sources, loss, missing) for loss in _ALONE)
            found = self._found[alike, missing] = (*alone, _all_outside(sources, self._outside, missing))
        return found

    def _alike(self, source: str) -> tuple[object, ...]:
        """The same for sources that need the same; what is unknown of one is as what is unknown of another."""
        needed = [self._nodes[need.node] for need in self._nodes[source].needs if need.layer in _LAYERS]
        key = tuple([(node.label, *node.hints) if node.kind is Kind.UNKNOWN else node.id for node in needed])
        if key not in self._sources:
            stated, assumed = (tuple(each.of(source) for each in rest) for rest in (self._stated, self._assumed))
            self._sources[key] = _Source(stated, assumed)
        return key


class _Rest:
    """What nodes below a component rest on in one layer, themselves included, as far as others may rest on it too."""

    def __init__(self, graph: Graph, layer: Layer, with_hints: bool) -> None:
        self._graph, self._layers, self._with_hints = graph, (Layer.STRUCTURE, layer), with_hints
        self._found: dict[str, Nodes] = {}

    def of(self, name: str) -> Nodes:
        """All of this is needed: the loss of any of it loses the node."""
        found = self._found.get(name)
        if found is None:
            node = self._graph.nodes[name]
            below = [need.node for need in node.needs if need.layer in self._layers]
            if self._with_hints:
                below += node.hints
            shared = node.kind in (Kind.SUPPLIER, Kind.PARENT) or not node.needs
            found = frozenset((name,) if shared else ()).union(*map(self.of, below))
            if shared:
                self._found[name] = found
        return found


def _alone(sources: Iterable[_Source], loss: NamedLoss, missing: Weeks) -> Threat:
    """Every node of some kinds lost alone: it takes the component away when every source rests on it."""
    layer, kinds = _ALONE[loss]
    place = BOTH.index(layer)
    stated = [source.stated[place] for source in sources]
    causes = _common(stated, kinds)
    assumed = _common([source.assumed[place] for source in sources], kinds) - causes
    stops = Verdict.YES if causes else Verdict.NO
    if not causes and any(_possibly(stated, kind, layer) for kind in kinds):
        stops = Verdict.CANNOT_DECIDE
    return Threat(loss, stops, _weeks(stops, missing), tuple(sorted(causes)), tuple(sorted(assumed)), (layer,))


def _possibly(stated: Iterable[Nodes], kind: Kind, layer: Layer) -> bool:
    """Whether each rests on one node of this kind, or on something unknown that may be it."""
    known = [each for each in stated if each.isdisjoint(_IN_DOUBT[kind, layer])]
    return not known or bool(_common(known, (kind,)))


def _common(rest: Iterable[Nodes], kinds: Collection[Kind]) -> set[str]:
    """The nodes of some kinds on which all rest."""
    return {name for name in frozenset.intersection(*rest) if name.partition(":")[0] in kinds}


def _all_outside(sources: Collection[_Source], outside: Nodes, missing: Weeks) -> Threat:
    """All countries outside the group lost, in each layer and in both."""

    def falls(source: _Source, layer: Layer, lost: Nodes) -> bool:
        return not source.stated[BOTH.index(layer)].isdisjoint(lost)

    layers = tuple(layer for layer in BOTH if all(falls(source, layer, outside) for source in sources))
    stops = Verdict.NO
    if layers or all(any(falls(source, layer, outside) for layer in BOTH) for source in sources):
        stops = Verdict.YES
    elif all(
        any(falls(source, layer, outside | _IN_DOUBT[Kind.COUNTRY, layer]) for layer in BOTH) for source in sources
    ):
        stops = Verdict.CANNOT_DECIDE
    return Threat(NamedLoss.OUTSIDE, stops, _weeks(stops, missing), (), (), layers or BOTH)


def _weeks(stops: Verdict, missing: Weeks) -> Weeks:
    return {Verdict.YES: missing, Verdict.CANNOT_DECIDE: Weeks(0.0, missing.high)}.get(stops, NONE)


def _countries_outside(asked: Asked) -> list[str]:
    return [node.id for node in asked.graph.of_kind(Kind.COUNTRY) if node.label not in asked.inside]


class _Ways:
    """Shortest ways from a component down to what takes it away, and up to the system."""

    def __init__(self, asked: Asked) -> None:
        graph = self._graph = asked.graph
        self.outside = frozenset(_countries_outside(asked))
        self._up = searched([graph.top], self._parts, lambda _: True)

    def chain(self, name: str, wanted: Collection[str], layers: Sequence[Layer]) -> Chain:
        """Through this component, from the nearest of these nodes to the system; nothing when it rests on none."""
        found = self._below(name, layers) if wanted else {}
        below = next((each for each in found if each in wanted), None)
        if below is None:
            return Chain((), ())
        path: list[str] = []
        while below is not None:
            path.append(below)
            below = found[below]
        above = self._up.get(name)
        while above is not None:
            path.append(above)
            above = self._up[above]
        return chain_of(self._graph, path)

    def unknowns(self, name: str, roles: Collection[Role]) -> tuple[str, ...]:
        """The unknown nodes in these roles on which a component rests, in the order in which to ask for them."""
        nodes = (self._graph.nodes[each] for each in (self._below(name, BOTH) if roles else ()))
        leaves = (node for node in nodes if node.kind is Kind.UNKNOWN and node.needs and node.label in roles)
        return tuple(node.id for node in sorted(leaves, key=lambda node: (_ASK_FIRST.index(Role(node.label)), node.id)))

    def _below(self, name: str, layers: Sequence[Layer]) -> dict[str, str | None]:
        wanted, nodes = {Layer.STRUCTURE, *layers}, self._graph.nodes

        def needs(each: str) -> list[str]:
            return [need.node for need in nodes[each].needs if need.layer in wanted]

        return searched([name], needs, lambda _: True)

    def _parts(self, name: str) -> list[str]:
        return [need.node for need in self._graph.nodes[name].needs if need.role is Role.CHILD]
