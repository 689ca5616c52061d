"""The fewest questions whose answers would settle what is open: what to ask first when something is unknown.

Definition. Under a loss a part (a component, or an assembly by its own makers) is *open* when it stops only with
unknowns bad. Each of its sources that is not lost for certain has a *bundle*: the unknowns on which it rests. A set S
of unknowns *clears* everything when every open part has a bundle within S: if all of S turn out harmless, no open part
stops, whatever the rest is. A set T *stops* the system when some open part has an unknown of every bundle in T: if all
of T turn out bad, that part stops. A bad answer among S, or a harmless one among T, leaves the rest to be asked.

Claim. The sets found are of the least size, as long as no knot of parts that share unknowns has more than `WIDEST`
combinations of bundles; where one has, it is solved greedily (the bundle with the fewest new unknowns for each part
that it clears) and `exact` is false. Clearing is choosing one bundle per part with the smallest union: bundles that
hold another one of the same part are dropped, parts with one bundle are forced, what they already clear is done, and
the rest falls apart into knots, each tried in full. Stopping is the smallest set that meets all bundles of one part.

Complexity: one evaluation with two scenarios, and linear in the bundles but for the knots.

>>> from depmap.core.sketch import sketch
>>> from depmap.network.build import build
>>> kite = build(sketch("kite", {"bow": ["Acme"], "line": ["Volt", "Rope"], "sail": ["Volt@DE"]}))
>>> found = settling(kite, ["country:CN"], [Layer.SUPPLY])
>>> [len(each) for each in (found.clear, found.stop)], found.exact
([2, 1], True)
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from depmap.core.answers import Question as Question  # callers find it beside the answer
from depmap.core.graph import Graph, Kind, Layer
from depmap.network.kernel import Compiled
from depmap.network.scenarios import CERTAIN, POSSIBLE, evaluate_losses

WIDEST = 10_000
"""Combinations of bundles that are tried in full."""

Bundles = Mapping[str, tuple[frozenset[str], ...]]
"""Part -> the unknowns of each of its sources."""


@dataclass(frozen=True, slots=True)
class Settling:
    """What to ask."""

    clear: tuple[Question, ...]
    """The fewest that, all harmless, leave nothing open; those on which most parts rest first."""

    stop: tuple[Question, ...]
    """The fewest that, all bad, make an open part stop."""

    exact: bool
    """Whether they are the fewest for certain."""


def settling(graph: Graph, lost: Collection[str], layers: Collection[Layer]) -> Settling:
    """What to ask about the parts that a loss leaves open; nothing when it leaves none open."""
    compiled, words = evaluate_losses(graph, [lost], layers)
    return of_words(graph, compiled, words)


def of_words(graph: Graph, compiled: Compiled, words: Sequence[int]) -> Settling:
    """The same, from the two bits per node of `evaluate_losses`."""
    bundles = _bundles(graph, compiled, words)
    rests: dict[str, int] = {}
    for options in bundles.values():
        for name in frozenset().union(*options):
            rests[name] = rests.get(name, 0) + 1
    clear, exact = _clearing(bundles)
    stop, sure = _stopping(bundles)

    def questions(names: Iterable[str]) -> tuple[Question, ...]:
        ordered = sorted(names, key=lambda name: (-rests[name], name))
        return tuple(Question(name, rests[name], graph.nodes[name].cells) for name in ordered)

    return Settling(questions(clear), questions(stop), exact and sure)


def _bundles(graph: Graph, compiled: Compiled, words: Sequence[int]) -> Bundles:
    """The bundles of every open part, none of which holds another."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for position, name in enumerate(compiled.ids):
        if words[position] == POSSIBLE and graph.nodes[name].kind in (Kind.COMPONENT, Kind.NODE):
            sources = compiled.needs[compiled.offsets[position] : compiled.offsets[position + 1]]
            options = [_below(graph, compiled, words, each) for each in sources if not words[each] & CERTAIN]
            found[name] = _smallest(options)
    return found


def _below(graph: Graph, compiled: Compiled, words: Sequence[int], source: int) -> frozenset[str]:
    """The unknowns on which a source rests."""
    waiting, seen, found = [source], {source}, set()
    while waiting:
        position = waiting.pop()
        node = graph.nodes[compiled.ids[position]]
        if words[position] != POSSIBLE:
            continue
        if node.kind is Kind.UNKNOWN:
            found.add(node.id)
            continue
        for need in compiled.needs[compiled.offsets[position] : compiled.offsets[position + 1]]:
            if need not in seen:
                seen.add(need)
                waiting.append(need)
    return frozenset(found)


def _smallest(options: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Those that hold no other one, in a stable order."""
    ordered = sorted(set(options), key=lambda each: (len(each), sorted(each)))
    return tuple(each for place, each in enumerate(ordered) if not any(other < each for other in ordered[:place]))


def _clearing(bundles: Bundles) -> tuple[frozenset[str], bool]:
    """The smallest union of one bundle per part, and whether it is certainly that."""
    chosen: frozenset[str] = frozenset()
    left = dict(bundles)
    while forced := [options[0] for options in left.values() if len(options) == 1]:
        chosen = chosen.union(*forced)
        left = {name: _smallest(each - chosen for each in options) for name, options in left.items()}
        left = {name: options for name, options in left.items() if options[0]}
    exact = True
    for knot in _knots(left):
        small = math.prod(len(options) for options in knot) <= WIDEST
        exact = exact and small
        chosen |= _tried(knot) if small else _greedy(knot)
    return chosen, exact


def _knots(bundles: Bundles) -> Iterator[list[tuple[frozenset[str], ...]]]:
    """The parts in groups that share no unknowns with each other."""
    leads: dict[str, str] = {}

    def lead(name: str) -> str:
        while leads.setdefault(name, name) != name:
            leads[name] = name = leads[leads[name]]
        return name

    for options in bundles.values():
        first, *others = sorted(frozenset().union(*options))
        for name in others:
            leads[lead(name)] = lead(first)
    knots: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for options in bundles.values():
        knots.setdefault(lead(min(options[0])), []).append(options)
    yield from knots.values()


def _tried(knot: Sequence[tuple[frozenset[str], ...]]) -> frozenset[str]:
    unions = (frozenset().union(*choice) for choice in product(*knot))
    return min(unions, key=lambda each: (len(each), sorted(each)))


def _greedy(knot: Sequence[tuple[frozenset[str], ...]]) -> frozenset[str]:
    chosen: frozenset[str] = frozenset()
    left = list(knot)
    while left:
        counts: dict[frozenset[str], int] = {}
        for options in left:
            for each in options:
                counts[each] = counts.get(each, 0) + 1
        cheapest, _ = min(counts.items(), key=lambda item: (len(item[0] - chosen) / item[1], sorted(item[0])))
        chosen |= cheapest
        left = [options for options in left if not any(each <= chosen for each in options)]
    return chosen


def _stopping(bundles: Bundles) -> tuple[frozenset[str], bool]:
    """The smallest set that meets every bundle of one part."""
    best: frozenset[str] | None = None
    exact = True
    for options in bundles.values():
        if math.prod(map(len, options)) > WIDEST:
            exact = False
            met = frozenset(min(each) for each in options)
        else:
            met = min((frozenset(choice) for choice in product(*options)), key=lambda each: (len(each), sorted(each)))
        if best is None or (len(met), sorted(met)) < (len(best), sorted(best)):
            best = met
    return best or frozenset(), exact
