"""What matters for cut sets of at most so many events: the rest is taken out before the sets are sought.

Definition. Let *r(v, x, j)* say that node v may be lost by event x and at most j other events. It is bounded from
above, gate by gate, for all x at once (one bit each):

- an event is lost by itself with j = 0, by any other x with j >= 1;
- a gate that one lost input stops is lost as cheaply as its cheapest input;
- a gate that needs all inputs lost costs at least its dearest input, and at least the sum of those inputs of which no
  two share an event;
- any other gate: as many inputs as the threshold asks, each at a cost of at most j.

The *budget* of a node is what it may cost within a cut set of the top of at most ``max_order``: that of its owner, and
where the owner needs all inputs lost, less what those inputs cost at least that share no event with it. A node with
several owners has the largest of these budgets.

Claim. If the bound says that the top cannot be lost by x and ``max_order - 1`` others, no cut set of that order holds
x. And a node of which every set costs more than its budget can be taken as never lost. Take a minimal cut set of that
order and go down from the top, with each gate to inputs that it loses by a least part of it: whatever is met on the
way costs no more than its budget, so without all other nodes the top is lost by the same set, and by no less. The
converse does not hold: this only narrows the search, and it is repeated while much falls away.

Why. Large networks with few small cut sets are hard for every exact method, because the parts have many small sets
that no small set of the whole uses. Of the 999 gates and 1,567 events of one such network, 12 and 15 are left at
order 3, and the 12 sets of order 4 take a tenth of a second instead of ten.

Complexity: inputs x events / 64 x (max_order squared) a round; the rounds are few.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from depmap.network.cut_sets.failure import Failure, Gate, without
from depmap.network.kernel import reaches


@dataclass(frozen=True, slots=True)
class Relevant:
    """What matters for cut sets of at most some order."""

    failure: Failure
    """The failure without the events and gates that matter for none of them."""

    budgets: Mapping[int, int]
    """Gate or event -> the most events that a set of its own can have within one of them."""


Bound = list[int]
"""Word j holds the events by which, with j others, a node may be lost."""


def relevant(failure: Failure, max_order: int) -> Relevant:
    """What is left of the failure when only cut sets of at most ``max_order`` are sought."""
    budgets: Mapping[int, int] = {}
    worthwhile = True
    while worthwhile and failure.gates:
        costs = _costs(failure, max_order)
        budgets = _budgets(failure, costs, max_order)
        gone = costs.impossible + [each for each, budget in budgets.items() if budget < costs.least[each]]
        worthwhile = len(gone) * _SMALL_PART > len(failure.gates)
        if gone:
            failure = without(failure, gone)
    return Relevant(failure, {**budgets, failure.top: max_order})


_SMALL_PART = 8
"""Another round is worth its time when more than one in so many gates fell away."""


_COMPARED = 16
"""Inputs of which the cost is added up: of very wide gates a few say enough."""


class _Costs(NamedTuple):
    """What it takes to lose each gate and event, from below."""

    support: dict[int, int]
    """The events that each rests on, as bits."""

    least: dict[int, int]
    """The fewest events by which each may be lost."""

    impossible: list[int]
    """The events by which, together with as few others as asked for, the top cannot be lost."""


def _costs(failure: Failure, max_order: int) -> _Costs:
    events = list(
        dict.fromkeys(each for gate in failure.gates.values() for each in gate.inputs if each not in failure.gates)
    )
    every = (1 << len(events)) - 1
    support = {event: 1 << place for place, event in enumerate(events)}
    least = dict.fromkeys(events, 1)
    bounds: dict[int, Bound] = {event: [support[event], *[every] * (max_order - 1)] for event in events}
    for name, gate in failure.gates.items():
        below = 0
        for each in gate.inputs:
            below |= support[each]
        support[name] = below
        bound = _bound(gate, [bounds[each] for each in gate.inputs], [support[each] for each in gate.inputs], every)
        bounds[name] = bound
        least[name] = next((j for j, word in enumerate(bound, 1) if word), max_order + 1)
    possible = bounds[failure.top][max_order - 1]
    return _Costs(support, least, [event for place, event in enumerate(events) if not possible >> place & 1])


def _budgets(failure: Failure, costs: _Costs, max_order: int) -> dict[int, int]:
    """How many events each gate and event may cost."""
    budgets = {failure.top: max_order}
    for name in reversed(failure.gates):
        gate, budget = failure.gates[name], budgets[name]
        spent = _spent_beside(gate.inputs, costs, budget) if gate.is_all_lost else [0] * len(gate.inputs)
        for each, cost in zip(gate.inputs, spent, strict=True):
            if budgets.get(each, -1) < budget - cost:
                budgets[each] = budget - cost
            elif each not in budgets:
                budgets[each] = -1
    return budgets


def _spent_beside(inputs: Sequence[int], costs: _Costs, budget: int) -> list[int]:
    """Per input what the other inputs cost at least that share no event with it, nor with each other."""
    dearest = sorted(inputs, key=costs.least.__getitem__, reverse=True)[:_COMPARED]
    spent = []
    for each in inputs:
        used, total = costs.support[each], 0
        for other in dearest:
            if not used & costs.support[other]:
                used |= costs.support[other]
                total += costs.least[other]
                if total > budget:
                    break
        spent.append(total)
    return spent


def _bound(gate: Gate, inputs: Sequence[Bound], supports: Sequence[int], every: int) -> Bound:
    columns = list(zip(*inputs, strict=True))
    if gate.is_any_loss:
        return [_union(column) for column in columns]
    if gate.is_all_lost:
        dearest = [_intersection(column) for column in columns]
        return [each & apart for each, apart in zip(dearest, _disjoint_sum(inputs, supports), strict=True)]
    return [reaches(column, gate.weights or (1,) * len(column), gate.threshold, every) for column in columns]


def _disjoint_sum(inputs: Sequence[Bound], supports: Sequence[int]) -> Bound:
    """The costs of inputs of which no two share an event, added up; those that rest on the fewest events come first."""
    order = sorted(range(len(inputs)), key=lambda place: supports[place].bit_count())
    used, total = supports[order[0]], inputs[order[0]]
    for place in order[1:]:
        if used & supports[place]:
            continue
        used |= supports[place]
        other = inputs[place]
        total = [_union([total[i] & other[j - i] for i in range(j + 1)]) for j in range(len(total))]
    return total


def _union(words: Sequence[int]) -> int:
    total = 0
    for word in words:
        total |= word
    return total


def _intersection(words: Sequence[int]) -> int:
    total = words[0]
    for word in words:
        total &= word
    return total
