"""What still works when a set of nodes is lost; and whether a system can be built from a group of countries alone.

Unknowns make an answer an interval: it is computed once with every unknown harmless and once with every unknown lost.
Where both agree the verdict stands; where they differ it is *cannot decide*, with the components and the cells on which
it hangs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from depmap.core.answers import GroupVerdict, Verdict
from depmap.core.evidence import CellRef
from depmap.core.graph import Graph, Kind, Layer, Role
from depmap.network.build import unknown_of
from depmap.network.kernel import Compiled, compile_graph, evaluate

UNKNOWN_ROLES = {
    Layer.SUPPLY: (Role.MANUFACTURE,),
    Layer.CONTROL: (Role.MANUFACTURER, Role.SEAT, Role.PARENT, Role.OWNERSHIP),
}
"""What has to be known to place a system in countries, per layer. Who the maker is does not matter where the country of
manufacture itself is known; for control it does."""

_MAY_BE: Mapping[Kind, Mapping[Layer, tuple[Role, ...]]] = {
    Kind.COUNTRY: UNKNOWN_ROLES,
    Kind.SUPPLIER: {Layer.SUPPLY: (Role.MANUFACTURER,), Layer.CONTROL: (Role.MANUFACTURER,)},
    Kind.PARENT: {Layer.CONTROL: (Role.MANUFACTURER, Role.PARENT)},
}
"""Which unknowns may turn out to be a node of this kind, or to rest on one. What is known to come from another maker is
not lost with this one, however unknown its country."""


CERTAIN, POSSIBLE = 0b01, 0b10
"""The bits of one loss in `evaluate_losses`: lost with unknowns harmless, lost with unknowns bad."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a loss does, as an interval."""

    lost: tuple[str, ...]
    """Nodes lost whatever the unknowns are, sorted."""

    maybe_lost: tuple[str, ...]
    """Nodes lost only if unknowns turn out badly, sorted."""


def lose(graph: Graph, nodes: Collection[str], layers: Collection[Layer]) -> Outcome:
    """What stops when ``nodes`` are lost, in these layers; nodes that the graph does not have may be an unknown."""
    compiled, words = evaluate_losses(graph, [nodes], layers)
    return Outcome(
        tuple(sorted(name for name, word in zip(compiled.ids, words, strict=True) if word & CERTAIN)),
        tuple(sorted(name for name, word in zip(compiled.ids, words, strict=True) if word == POSSIBLE)),
    )


def evaluate_losses(
    graph: Graph, losses: Sequence[Collection[str]], layers: Collection[Layer]
) -> tuple[Compiled, list[int]]:
    """The kernel's answer to many losses at once: two bits per loss and node.

    Bit 2i says whether the node stops under loss i with every unknown harmless, bit 2i + 1 whether it does with every
    unknown lost that may be one of the lost nodes. Complexity: one evaluation with two scenarios per loss.
    """
    compiled = compile_graph(graph, layers)
    bits: dict[str, int] = {}
    for number, nodes in enumerate(losses):
        for name in nodes:
            if name in compiled.index:
                bits[name] = bits.get(name, 0) | (CERTAIN | POSSIBLE) << 2 * number
        for role in roles_in_doubt(nodes, layers):
            name = unknown_of(role)
            if name in compiled.index:
                bits[name] = bits.get(name, 0) | POSSIBLE << 2 * number
    return compiled, evaluate(compiled, bits, 2 * len(losses))


def roles_in_doubt(nodes: Collection[str], layers: Collection[Layer]) -> frozenset[Role]:
    """The roles in which something unknown may turn out to be one of these nodes, or to rest on one."""
    kinds = {name.partition(":")[0] for name in nodes}
    return frozenset(
        role for kind, roles in _MAY_BE.items() if kind in kinds for layer in layers for role in roles.get(layer, ())
    )


def buildable_from(graph: Graph, groups: Mapping[str, Collection[str]], layer: Layer) -> tuple[GroupVerdict, ...]:
    """For every group of countries: can the system be built when all other countries are lost?

    Args:
        graph: the network.
        groups: id -> ISO 3166 alpha-2 codes of the group, in the order wanted.
        layer: `Layer.SUPPLY` asks where things are made, `Layer.CONTROL` who commands the makers.

    Returns:
        One verdict per group. *Yes* holds whatever the unknowns are, *no* likewise.
    """
    compiled = compile_graph(graph, (layer,))
    losses: dict[str, int] = {}
    for number, codes in enumerate(groups.values()):
        for country in graph.of_kind(Kind.COUNTRY):
            if country.label not in codes:
                losses[country.id] = losses.get(country.id, 0) | 0b11 << 2 * number
        for name in _bad_luck(compiled, (layer,)):
            losses[name] = losses.get(name, 0) | 0b10 << 2 * number
    words = evaluate(compiled, losses, 2 * len(groups))
    return tuple(_verdict(graph, compiled, words, (name, layer, 2 * number)) for number, name in enumerate(groups))


def _verdict(graph: Graph, compiled: Compiled, words: list[int], question: tuple[str, Layer, int]) -> GroupVerdict:
    group, layer, bit = question
    top = words[compiled.index[graph.top]] >> bit & 0b11
    verdict = {0b00: Verdict.YES, 0b10: Verdict.CANNOT_DECIDE}.get(top, Verdict.NO)
    if not graph.of_kind(Kind.SOURCE):  # nothing to obtain is nothing known, and no reason for a yes
        verdict = Verdict.CANNOT_DECIDE
    wanted = {Verdict.YES: 0b00, Verdict.CANNOT_DECIDE: 0b10, Verdict.NO: 0b11}[verdict]
    deciding = (
        [] if verdict is Verdict.YES else _deciding(graph, compiled, [word >> bit & 0b11 == wanted for word in words])
    )
    ask = cells_to_ask(graph, deciding, UNKNOWN_ROLES.get(layer, ())) if verdict is Verdict.CANNOT_DECIDE else ()
    return GroupVerdict(group, layer, verdict, tuple(deciding), ask)


def _deciding(graph: Graph, compiled: Compiled, matters: Sequence[bool]) -> list[str]:
    """The components among the nodes that matter, and the assemblies whose own makers do; sorted."""
    found = set()
    for position, name in enumerate(compiled.ids):
        kind = graph.nodes[name].kind
        if matters[position] and kind is Kind.COMPONENT:
            found.add(name)
        elif matters[position] and kind is Kind.NODE:
            found.update(compiled.ids[owner] for owner in compiled.owners[position])
    return sorted(found)


def cells_to_ask(graph: Graph, owners: Iterable[str], roles: Collection[Role]) -> tuple[CellRef, ...]:
    """The cells of everything below these nodes that is unknown in one of these roles, sorted."""
    cells: set[CellRef] = set()
    waiting = list(owners)
    seen = set(waiting)
    while waiting:
        node = graph.nodes[waiting.pop()]
        if node.kind is Kind.UNKNOWN and node.label in roles:
            cells.update(node.cells)
        below = [need.node for need in node.needs if need.role is not Role.CHILD and need.node not in seen]
        seen.update(below)
        waiting.extend(below)
    return tuple(sorted(cells))


def cells_of_unknowns(graph: Graph, role: Role) -> tuple[CellRef, ...]:
    """The cells that could have said what is unknown in one role, sorted."""
    return tuple(sorted({cell for node in graph.of_kind(Kind.UNKNOWN) if node.label == role for cell in node.cells}))


def _bad_luck(compiled: Compiled, layers: Collection[Layer]) -> tuple[str, ...]:
    roles = [role for layer in sorted(layers) for role in UNKNOWN_ROLES.get(layer, ())]
    return tuple(unknown_of(role) for role in roles if unknown_of(role) in compiled.index)
