"""Families of minimal sets in one shared diagram, cut off at an order.

Definition. A family is a zero-suppressed decision diagram: node ``(v, lo, hi)`` stands for the sets of ``lo`` and for
those of ``hi`` each with variable v added; `NONE` holds no set, `EMPTY` the empty set. Variables grow downwards, equal
nodes are one node. A variable weighs the least order of what it stands for (1 for an event), and a set weighs the sum.

Claim. Every family here is *minimal* (no set holds another) and complete up to the order: `union` and `product` of two
such families hold exactly the minimal sets of the union and of all pairwise unions that weigh at most the order. Since
dependence is monotone, dropping a heavier set early never loses a lighter one later.

Method. The recursions of Minato (1993) with subsumption after Rauzy: the sets with v that hold a set without v are
taken out by `without`. Each pair of families is computed once. `product` carries what is left of the order downwards.

Complexity: bounded by the product of the sizes of two diagrams for each operation; in practice by the number of
distinct partial sets, which sharing and the order keep small. The number of nodes is limited (`MAX_NODES`).

References: S. Minato, Zero-suppressed BDDs for set manipulation in combinatorial problems, DAC 1993; A. Rauzy, New
algorithms for fault trees analysis, Reliability Engineering and System Safety 40, 1993, 203-211.
"""

from __future__ import annotations

from depmap.core.errors import InputError
from depmap.core.text import Text

NONE, EMPTY = 0, 1

MAX_NODES = 20_000_000
"""About 8 GB would be needed for more; a question that large is refused in words."""

_LAST = 1 << 62
_HEAVY = 1 << 30


class Families:
    """One diagram that many families share. A family is the number of its node."""

    def __init__(self) -> None:
        """A diagram without variables."""
        self.variable = [_LAST, _LAST]
        self.low = [NONE, NONE]
        self.high = [NONE, NONE]
        self.lightest = [_HEAVY, 0]
        self.heaviest = [-1, 0]
        self._weights: list[int] = []
        self._nodes: dict[tuple[int, int, int], int] = {}
        self._unions: dict[tuple[int, int], int] = {}
        self._products: dict[tuple[int, int, int], int] = {}
        self._without: dict[tuple[int, int], int] = {}
        self._within: dict[tuple[int, int], int] = {}

    def new_variable(self, weight: int) -> int:
        """A variable below all others: the family of the one set that holds only it. Variables count from 0."""
        self._weights.append(weight)
        return self._node(len(self._weights) - 1, NONE, EMPTY)

    def _node(self, variable: int, low: int, high: int) -> int:
        if high == NONE:
            return low
        key = (variable, low, high)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = len(self.variable)
            if found >= MAX_NODES:
                raise _too_many()
            self.variable.append(variable)
            self.low.append(low)
            self.high.append(high)
            weight = self._weights[variable]
            light, heavy = self.lightest[high] + weight, self.heaviest[high] + weight
            # Not min() and max(): this is where the time goes.
            self.lightest.append(light if light < self.lightest[low] else self.lightest[low])
            self.heaviest.append(heavy if heavy > self.heaviest[low] else self.heaviest[low])
        return found

    def within(self, family: int, order: int) -> int:
        """The sets that weigh at most ``order``."""
        if self.heaviest[family] <= order:
            return family
        if self.lightest[family] > order:
            return NONE
        key = (family, order)
        found = self._within.get(key)
        if found is None:
            variable = self.variable[family]
            rest = self.within(self.high[family], order - self._weights[variable])
            found = self._within[key] = self._node(variable, self.within(self.low[family], order), rest)
        return found

    def union(self, one: int, other: int) -> int:
        """The minimal sets of either."""
        if one == other or other == NONE:
            return one
        if one == NONE:
            return other
        if one == EMPTY or other == EMPTY:
            return EMPTY
        key = (one, other) if one < other else (other, one)
        found = self._unions.get(key)
        if found is None:
            first, second = self.variable[one], self.variable[other]
            if first > second:
                one, other, first, second = other, one, second, first
            if first < second:
                low = self.union(self.low[one], other)
                high = self.without(self.high[one], other)
            else:
                low = self.union(self.low[one], self.low[other])
                high = self.without(self.union(self.high[one], self.high[other]), low)
            found = self._unions[key] = self._node(first, low, high)
        return found

    def without(self, family: int, other: int) -> int:
        """The sets of ``family`` that hold no set of ``other``."""
        if other == EMPTY or family in (NONE, other):
            return NONE
        if other == NONE or family == EMPTY or self.lightest[other] > self.heaviest[family]:
            return family
        first = self.variable[family]
        while self.variable[other] < first:
            other = self.low[other]
        if other <= EMPTY:
            return family if other == NONE else NONE
        key = (family, other)
        found = self._without.get(key)
        if found is None:
            if first < self.variable[other]:
                low = self.without(self.low[family], other)
                high = self.without(self.high[family], other)
            else:
                below = self.low[other]
                low = self.without(self.low[family], below)
                high = self.without(self.without(self.high[family], self.high[other]), below)
            found = self._without[key] = self._node(first, low, high)
        return found

    def product(self, one: int, other: int, order: int) -> int:
        """The minimal unions of a set of one and a set of the other, up to a weight."""
        if one == NONE or other == NONE or self.lightest[one] > order or self.lightest[other] > order:
            return NONE
        if one == other or other == EMPTY:
            return self.within(one, order)
        if one == EMPTY:
            return self.within(other, order)
        most = self.heaviest[one] + self.heaviest[other]
        if most < order:
            order = most
        key = (one, other, order) if one < other else (other, one, order)
        found = self._products.get(key)
        if found is None:
            first, second = self.variable[one], self.variable[other]
            if first > second:
                one, other, first, second = other, one, second, first
            rest = order - self._weights[first]
            if first < second:
                low = self.product(self.low[one], other, order)
                high = self.product(self.high[one], other, rest) if rest > 0 else NONE
            else:
                low = self.product(self.low[one], self.low[other], order)
                either = self.union(self.low[other], self.high[other])
                with_one = self.product(self.high[one], either, rest)
                high = self.union(with_one, self.product(self.low[one], self.high[other], rest))
            found = self._products[key] = self._node(first, low, self.without(high, low))
        return found

    def below(self, family: int) -> list[int]:
        """Every node of a family except `NONE` and `EMPTY`, lower ones first."""
        seen: set[int] = set()
        waiting = [family]
        while waiting:
            node = waiting.pop()
            if node > EMPTY and node not in seen:
                seen.add(node)
                waiting += (self.low[node], self.high[node])
        return sorted(seen)


def _too_many() -> InputError:
    return InputError(
        Text(
            nl="Dit netwerk heeft te veel uitvalcombinaties om ze in dit geheugen te tellen.",
            en="This network has too many cut sets to count them in this memory.",
        ),
        Text(nl="Vraag een lagere orde met --max-order.", en="Ask for a lower order with --max-order."),
    )
