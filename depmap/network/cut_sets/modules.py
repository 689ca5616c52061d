"""Modules: gates whose events nothing outside rests on, so that each can be solved on its own and used as one event.

Definition. A gate is a module iff every gate and event below it is reached through it only.

Claim (Dutuit and Rauzy). Walk the network depth first, entering each gate once, and count the steps. A gate is a module
iff every node below it is visited for the first time after the gate was entered and for the last time before the gate
was left. One walk finds all of them; linear in the number of inputs.

The minimal cut sets of the whole are those of the network in which each module is one event, with each such event
replaced by any minimal cut set of its module: no set is found twice, none stops being minimal.

Reference: Y. Dutuit and A. Rauzy, A linear-time algorithm to find modules of fault trees, IEEE Transactions on
Reliability 45(3), 1996, 422-425.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from depmap.network.cut_sets.failure import NEVER, Failure, Gate


@dataclass(frozen=True, slots=True)
class Modular:
    """A failure with its modules."""

    failure: Failure
    """The failure, with *bundles*: inputs of a gate that nothing else rests on have become a gate of their own."""

    modules: frozenset[int]
    """The gates that are modules, bundles among them; the top always is one."""

    simple: frozenset[int]
    """The modules whose inputs are events or modules on which nothing else rests, any or all of which stop it: their
    sets are known without a search."""


def modular(failure: Failure) -> Modular:
    """The modules of a failure. Linear in the number of inputs."""
    if not failure.gates:
        return Modular(failure or NEVER, frozenset(), frozenset())
    apart = modules(failure)
    owners: dict[int, int] = {}
    for gate in failure.gates.values():
        for each in gate.inputs:
            owners[each] = owners.get(each, 0) + 1
    gates: dict[int, Gate] = {}
    simple: set[int] = set()
    bundles: set[int] = set()
    for name, gate in failure.gates.items():
        own = tuple(each for each in gate.inputs if owners[each] == 1 and (each not in failure.gates or each in apart))
        if not (gate.is_any_loss or gate.is_all_lost):
            gates[name] = gate
        elif len(own) == len(gate.inputs):
            gates[name] = gate
            simple.add(name)
        elif len(own) < 2:
            gates[name] = gate
        else:
            bundle = bundle_of(name)
            bundles.add(bundle)
            gates[bundle] = Gate(1 if gate.is_any_loss else len(own), own)
            rest = (bundle, *(each for each in gate.inputs if each not in set(own)))
            gates[name] = Gate(1 if gate.is_any_loss else len(rest), rest)
    return Modular(Failure(failure.top, gates), apart | bundles, frozenset(simple | bundles))


def bundle_of(name: int) -> int:
    """The number of the bundle of a gate; and the other way round."""
    return -2 - name


def modules(failure: Failure) -> frozenset[int]:
    """The gates that are modules; the top always is one."""
    first, last, left = _visits(failure)
    earliest: dict[int, int] = {}
    latest: dict[int, int] = {}
    found = {failure.top}
    for name, gate in failure.gates.items():
        earliest[name] = min(min(first[each], earliest.get(each, first[each])) for each in gate.inputs)
        latest[name] = max(max(last[each], latest.get(each, last[each])) for each in gate.inputs)
        if first[name] < earliest[name] and latest[name] < left[name]:
            found.add(name)
    return frozenset(found)


def _visits(failure: Failure) -> tuple[dict[int, int], dict[int, int], dict[int, int]]:
    """When each node was visited first and last, and when each gate was left."""
    first, last, left = {failure.top: 0}, {failure.top: 0}, {}
    walk: list[tuple[int, Iterator[int]]] = [(failure.top, iter(failure.gates[failure.top].inputs))]
    clock = 0
    while walk:
        name, rest = walk[-1]
        clock += 1
        below = next(rest, None)
        if below is None:
            walk.pop()
            left[name] = last[name] = clock
            continue
        last[below] = clock
        if below not in first:
            first[below] = clock
            if below in failure.gates:
                walk.append((below, iter(failure.gates[below].inputs)))
    return first, last, left
