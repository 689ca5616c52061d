"""The failure of one node as gates over events: what cut sets are sought in.

Definition. An *event* is "this candidate is lost". A gate is lost iff the summed weight of its lost inputs reaches its
threshold, as in `depmap.network.kernel`. A candidate with needs of its own becomes a gate that is lost when its event
happens or its needs are lost; a leaf that is no candidate is never lost and disappears.

Claim. Every step here keeps the minimal cut sets: dropping what the top does not rest on, taking out events that
cannot happen, passing through gates with one input, and joining a gate with an input of the same kind that nothing
else rests on. Each is linear in the number of inputs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from depmap.network.kernel import Compiled


class Gate(NamedTuple):
    """Lost iff the weights of the lost inputs sum up to the threshold."""

    threshold: int
    """At least 1."""

    inputs: tuple[int, ...]
    """Gates or events, each once."""

    weights: tuple[int, ...] | None = None
    """One per input, from 1 to the threshold; None when each counts 1."""

    @property
    def is_any_loss(self) -> bool:
        """Whether one lost input is enough: the gate needs all of them."""
        return self.threshold == 1

    @property
    def is_all_lost(self) -> bool:
        """Whether every input must be lost: the gate needs any of them."""
        return self.weights is None and self.threshold == len(self.inputs)


@dataclass(frozen=True, slots=True)
class Failure:
    """The failure of the top."""

    top: int
    """A gate, or an event when nothing but it matters."""

    gates: dict[int, Gate]
    """Needs before owners, as the insertion order has it; every number that has no gate is an event."""

    def __bool__(self) -> bool:
        """Whether the top can be lost at all."""
        return self.top >= 0


NEVER = Failure(-1, {})
"""The failure of what cannot be lost."""


def failure_of(compiled: Compiled, top: int, candidates: Collection[int]) -> tuple[Failure, dict[int, int]]:
    """The failure of one node of a compiled network, and which candidate each event is.

    Args:
        compiled: the network.
        top: position of the node that must not be lost.
        candidates: positions of the nodes that can fall away.
    """
    wanted = frozenset(candidates)
    below = _below(compiled, top)
    gates: dict[int, Gate] = {}
    events: dict[int, int] = {}
    dead: set[int] = set()
    for position in below:
        start, stop = compiled.offsets[position], compiled.offsets[position + 1]
        needs = compiled.needs[start:stop]
        gate = _gate(compiled.thresholds[position], needs, compiled.weights[start:stop], dead)
        if position in wanted:
            event = position if gate is None else len(compiled.ids) + position
            events[event] = position
            if gate is not None:
                inner = 2 * len(compiled.ids) + position
                gates[inner] = gate
                gates[position] = Gate(1, (event, inner))
        elif gate is None:
            dead.add(position)
        else:
            gates[position] = gate
    return (NEVER if top in dead else _joined(Failure(top, gates))), events


def without(failure: Failure, gone: Collection[int]) -> Failure:
    """The failure when these events cannot happen."""
    dead = set(gone)
    gates: dict[int, Gate] = {}
    for name, gate in failure.gates.items():
        weights = gate.weights or (1,) * len(gate.inputs)
        live = gate if dead.isdisjoint(gate.inputs) else _gate(gate.threshold, gate.inputs, weights, dead)
        if live is None:
            dead.add(name)
        else:
            gates[name] = live
    return NEVER if failure.top in dead else _joined(Failure(failure.top, gates))


def _gate(threshold: int, inputs: Sequence[int], weights: Sequence[int], dead: Set[int] = frozenset()) -> Gate | None:
    """The gate of the inputs that can be lost; None when they cannot reach the threshold."""
    if inputs and weights.count(1) == len(inputs) and dead.isdisjoint(inputs):
        return Gate(threshold, tuple(inputs)) if threshold <= len(inputs) else None
    paired = zip(inputs, weights, strict=True)
    kept = [(name, min(weight, threshold)) for name, weight in paired if weight and name not in dead]
    if not kept or sum(weight for _, weight in kept) < threshold:
        return None
    names = tuple(name for name, _ in kept)
    lighter = tuple(weight for _, weight in kept)
    if len(set(lighter)) == 1:
        return Gate(-(-threshold // lighter[0]), names)
    return Gate(threshold, names, lighter)


def _joined(failure: Failure) -> Failure:
    """Without detours: one-input gates passed through, equal kinds joined, and nothing that the top does not reach."""
    owners = _owners(failure)
    stands_for: dict[int, int] = {}
    gates: dict[int, Gate] = {}
    for name, gate in failure.gates.items():
        if name not in owners:
            continue
        joined = _combined(gate, [stands_for.get(each, each) for each in gate.inputs], gates, owners)
        if len(joined.inputs) == 1:
            only = stands_for[name] = joined.inputs[0]
            owners[only] += owners[name] - 1
        else:
            gates[name] = joined
    return Failure(stands_for.get(failure.top, failure.top), gates)


def _owners(failure: Failure) -> dict[int, int]:
    """How many gates rest on each gate and event that the top reaches; the top counts as one owner of itself."""
    owners = {failure.top: 1}
    for name in reversed(failure.gates):
        if name in owners:
            for each in failure.gates[name].inputs:
                owners[each] = owners.get(each, 0) + 1
    return owners


def _combined(gate: Gate, inputs: list[int], gates: dict[int, Gate], owners: dict[int, int]) -> Gate:
    """The gate with inputs of its own kind taken in, and inputs that turned out to be one counted as one."""
    if not (gate.is_any_loss or gate.is_all_lost):
        if len(set(inputs)) == len(inputs):
            return Gate(gate.threshold, tuple(inputs), gate.weights)
        summed: dict[int, int] = {}
        for name, weight in zip(inputs, gate.weights or (1,) * len(inputs), strict=True):
            summed[name] = summed.get(name, 0) + weight
        return _gate(gate.threshold, list(summed), list(summed.values())) or gate
    flat: dict[int, None] = {}
    for name in inputs:
        inner = gates.get(name)
        if inner and owners[name] == 1 and (inner.is_any_loss if gate.is_any_loss else inner.is_all_lost):
            flat.update(dict.fromkeys(gates.pop(name).inputs))
        else:
            flat[name] = None
    return Gate(1 if gate.is_any_loss else len(flat), tuple(flat))


def _below(compiled: Compiled, top: int) -> list[int]:
    """The top and everything that it needs, needs first."""
    reached = {top}
    for position in range(top, -1, -1):
        if position in reached:
            reached.update(compiled.needs[compiled.offsets[position] : compiled.offsets[position + 1]])
    return sorted(reached)
