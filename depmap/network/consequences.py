"""What stops under a loss, and through which chain: every component and assembly, certainly or possibly.

Definition. Under a loss a node *certainly* stops when the kernel says so with every unknown harmless, and *possibly*
when it does only with every unknown lost that may be one of the lost nodes (`depmap.network.scenarios`). Its chain is a
shortest path of needs from what is lost, through the node, to the top, all of it stopping; for a node that possibly
stops the path up to it starts at what is unknown and holds only nodes that stop because of it.

Claim. Such a path exists for every node that stops and on which the top rests in a chain of nodes that stop. *Certain:*
a node that is lost, and not itself, has a lost need. *Possible:* a node lost with unknowns bad and not with unknowns
harmless has a need of which the same holds, since its lost weight differs; and so on down to an unknown.

Complexity: one evaluation and four breadth-first searches, whatever the number of nodes that stop.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from depmap.core.graph import Graph, Kind, Layer
from depmap.network.kernel import Compiled
from depmap.network.paths import Chain, chain_of, searched
from depmap.network.scenarios import CERTAIN, POSSIBLE, evaluate_losses, unknowns_in_doubt
from depmap.network.settling import Settling, of_words

STOPPING = (Kind.SYSTEM, Kind.ASSEMBLY, Kind.COMPONENT)
"""What is said to stop."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One system, assembly or component that stops."""

    node: str
    """Its id."""

    kind: Kind
    """What it is."""

    certain: bool
    """Whether it does whatever the unknowns are."""

    chain: Chain
    """A shortest way from what is lost, through it, to the system."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a loss does, with the reasons."""

    stops: tuple[Stop, ...]
    """What stops, by kind (the system first), certain before possible, then by id."""

    ask: Settling
    """What to ask about what possibly stops."""


def consequences(graph: Graph, lost: Collection[str], layers: Collection[Layer]) -> Consequences:
    """What stops when ``lost`` are lost, in these layers.

    >>> from depmap.core.sketch import sketch
    >>> from depmap.network.build import build
    >>> kite = build(sketch("kite", {"tail": {"bow": ["Acme@CN"]}, "line": ["Volt"]}))
    >>> [(each.node, each.certain) for each in consequences(kite, ["country:CN"], [Layer.SUPPLY]).stops]
    [('system:kite', True), ('assembly:tail', True), ('component:bow', True), ('component:line', False)]
    """
    compiled, words = evaluate_losses(graph, [lost], layers)
    unknowns = unknowns_in_doubt(lost, layers)
    known = [name for name in sorted(lost) if name in compiled.index]
    sure = _Ways(graph, compiled, words, CERTAIN, known)
    maybe = _Ways(graph, compiled, words, POSSIBLE, [name for name in unknowns if name in compiled.index])
    found = []
    for position, name in enumerate(compiled.ids):
        kind = graph.nodes[name].kind
        if words[position] and kind in STOPPING:
            certain = bool(words[position] & CERTAIN)
            chain = (sure if certain else maybe).through(position)
            if chain is not None:
                found.append(Stop(name, kind, certain, chain))
    found.sort(key=lambda each: (STOPPING.index(each.kind), not each.certain, each.node))
    return Consequences(tuple(found), of_words(graph, compiled, words))


class _Ways:
    """Shortest ways up from where something starts, and on to the top."""

    def __init__(
        self, graph: Graph, compiled: Compiled, words: Sequence[int], bits: int, starts: Iterable[str]
    ) -> None:
        self._graph, self._compiled = graph, compiled
        top = compiled.index[graph.top]
        exactly = CERTAIN | POSSIBLE if bits == CERTAIN else POSSIBLE  # what certainly stops possibly does too

        def below(position: int) -> bool:
            return words[position] == exactly

        def above(position: int) -> bool:
            return bool(words[position] & bits)

        first = sorted(compiled.index[name] for name in starts)
        self._before = searched([each for each in first if below(each)], compiled.owners.__getitem__, below)
        self._after = searched([top] if above(top) else [], self._needs, above)

    def _needs(self, position: int) -> Sequence[int]:
        return self._compiled.needs[self._compiled.offsets[position] : self._compiled.offsets[position + 1]]

    def through(self, position: int) -> Chain | None:
        """The chain through one node; None when it does not reach the top."""
        if position not in self._before or position not in self._after:
            return None
        path = [position]
        while (lower := self._before[path[0]]) is not None:
            path.insert(0, lower)
        while (upper := self._after[path[-1]]) is not None:
            path.append(upper)
        return chain_of(self._graph, [self._compiled.ids[each] for each in path])
