"""Whether a system can be built from a group of countries alone: all other countries are lost.

Unknowns make the answer an interval: it is computed once with every unknown harmless and once with every unknown lost.
Where both agree the verdict stands; where they differ it is *cannot decide*, with the components on which it hangs and
what to ask: the fewest questions whose favourable answers would make it a yes (`depmap.network.settling`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from depmap.core.answers import GroupVerdict, Verdict
from depmap.core.graph import Graph, Kind, Layer
from depmap.network.build import unknown_of
from depmap.network.kernel import Compiled, compile_graph, evaluate
from depmap.network.scenarios import UNKNOWN_ROLES
from depmap.network.settling import of_words


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
    states = [word >> bit & 0b11 for word in words]
    top = states[compiled.index[graph.top]]
    verdict = {0b00: Verdict.YES, 0b10: Verdict.CANNOT_DECIDE}.get(top, Verdict.NO)
    if not graph.of_kind(Kind.SOURCE):  # nothing to obtain is nothing known, and no reason for a yes
        verdict = Verdict.CANNOT_DECIDE
    wanted = {Verdict.YES: 0b00, Verdict.CANNOT_DECIDE: 0b10, Verdict.NO: 0b11}[verdict]
    deciding = [] if verdict is Verdict.YES else _deciding(graph, compiled, [state == wanted for state in states])
    if verdict is not Verdict.CANNOT_DECIDE:
        return GroupVerdict(group, layer, verdict, tuple(deciding))
    settled = of_words(graph, compiled, states)
    return GroupVerdict(group, layer, verdict, tuple(deciding), settled.clear, settled.exact)


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


def _bad_luck(compiled: Compiled, layers: Collection[Layer]) -> tuple[str, ...]:
    roles = [role for layer in sorted(layers) for role in UNKNOWN_ROLES.get(layer, ())]
    return tuple(unknown_of(role) for role in roles if unknown_of(role) in compiled.index)
