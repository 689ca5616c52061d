"""How many of everything one system needs: quantities multiplied down the tree, each assembly looked at once."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bom.assembly.sums import multiplied, plus
from bom.assembly.tree import TOP
from bom.assembly.uses import Use


def times_needed(uses: Sequence[Use]) -> dict[int, Decimal | None]:
    """How often one system contains each place; None when a quantity on the way is not stated.

    ``times(p)`` is the sum over all needs ``n`` of ``p`` of ``times(owner(n)) * quantity(n)``, with ``times(TOP) = 1``.
    In topological order every need is used once, so the time is linear however many paths lead to a place. Places that
    the system does not reach are not in the answer. There must be no cycle.
    """
    by_owner: dict[int, list[Use]] = {}
    for use in uses:
        by_owner.setdefault(use.owner, []).append(use)
    waiting = _incoming(by_owner)
    times: dict[int, Decimal | None] = {TOP: Decimal(1)}
    ready = [TOP]
    for owner in ready:
        for use in by_owner.get(owner, ()):
            if use.place is None:
                continue
            times[use.place] = plus(times.get(use.place, Decimal(0)), multiplied(times[owner], use.quantity))
            waiting[use.place] -= 1
            if not waiting[use.place]:
                ready.append(use.place)
    return times


def _incoming(by_owner: dict[int, list[Use]]) -> dict[int, int]:
    """How many needs lead to each place, counting only what the system reaches."""
    incoming: dict[int, int] = {}
    seen = {TOP}
    stack = [TOP]
    while stack:
        for use in by_owner.get(stack.pop(), ()):
            if use.place is None:
                continue
            incoming[use.place] = incoming.get(use.place, 0) + 1
            if use.place not in seen:
                seen.add(use.place)
                stack.append(use.place)
    return incoming
