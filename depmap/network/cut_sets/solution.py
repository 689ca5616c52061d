"""All minimal cut sets of a failure up to an order: counted without listing, listed in order, counted per event.

Method. Bottom up, each module (`depmap.network.cut_sets.modules`) is solved over its *parts*: events, smaller modules,
and bundles (inputs of one gate that nothing else rests on, taken together). A bundle needs no diagram: a bundle of
alternatives has the sets of each, a bundle of which all must be lost has one set of each together. What is shared
inside a module goes through the diagram (`depmap.network.cut_sets.families`), with one variable per part, in the order
of a depth-first walk.

Counting. The sets of a part by order are a polynomial: x for an event, the sum or the product for a bundle, and for a
diagram the sum over its paths. The order is cut off everywhere, the counts are exact integers.

Running example. Two motors, either of which flies the drone, share a supplier of magnets:

>>> from depmap.network.cut_sets.failure import Failure, Gate
>>> from depmap.network.cut_sets.relevance import relevant
>>> magnets, left, right = 10, 11, 12
>>> failure = Failure(3, {1: Gate(1, (left, magnets)), 2: Gate(1, (right, magnets)), 3: Gate(2, (1, 2))})
>>> solution = Solution(relevant(failure, max_order=2))
>>> solution.counts, list(solution.sets())
((0, 1, 1), [(10,), (11, 12)])
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from depmap.network.cut_sets.counts import Counts, plus, product, summed, times
from depmap.network.cut_sets.failure import Gate
from depmap.network.cut_sets.families import EMPTY, NONE, Families
from depmap.network.cut_sets.modules import bundle_of, modular
from depmap.network.cut_sets.relevance import Relevant


class Solution:
    """The minimal cut sets of one failure."""

    def __init__(self, relevant: Relevant) -> None:
        """Solve it.

        Args:
            relevant: what must not happen, and how many events each part of it may cost.

        Raises:
            InputError: there are too many partial sets.
        """
        parted = modular(relevant.failure)
        max_order = relevant.budgets[relevant.failure.top]
        self._top = relevant.failure.top
        self._gates = parted.failure.gates
        self._modules = parted.modules
        self._places = {name: place for place, name in enumerate(self._gates)}
        self._order = max_order
        self._budgets = {**relevant.budgets, **{bundle_of(name): most for name, most in relevant.budgets.items()}}
        self._families = Families()
        self._part_of: list[int] = []
        self._cores: dict[int, int] = {}
        self._sizes: dict[int, Counts] = {}
        self._paths: dict[int, Counts] = {NONE: (0,) * (max_order + 1), EMPTY: (1, *[0] * max_order)}
        with _deep_recursion():
            for name in self._gates:
                if name in self._modules:
                    if name not in parted.simple:
                        self._cores[name] = self._core(name)
                    self._sizes[name] = self._count(name)

    @property
    def counts(self) -> Counts:
        """How many sets there are of each order."""
        return self._size(self._top) if self._top >= 0 else self._paths[NONE]

    def sets(self) -> Iterator[tuple[int, ...]]:
        """The sets, lower orders first, each with its events in ascending order; the same in every run."""
        for order, count in enumerate(self.counts):
            if count:
                yield from (tuple(sorted(each)) for each in self._sets(self._top, order))

    def holding(self) -> dict[int, Counts]:
        """Event -> how many sets of each order hold it. Linear in the size of the diagram."""
        if self._top < 0:
            return {}
        beside = {self._top: self._paths[EMPTY]}
        for name in reversed(self._gates):
            if name in beside:
                for part, counts in self._beside(name):
                    beside[part] = times(beside[name], counts)
        return {event: (0, *counts[:-1]) for event, counts in sorted(beside.items()) if event not in self._gates}

    # --- solving a module over its parts --------------------------------------------------------------------------

    def _core(self, root: int) -> int:
        """The family of a module over its parts. The smaller modules are solved already."""
        families: dict[int, int] = {}
        inside: list[int] = []
        entered = {root}
        waiting = [root]
        while waiting:
            name = waiting.pop()
            inside.append(name)
            deeper = []
            for each in self._gates[name].inputs:
                if each in entered:
                    continue
                entered.add(each)
                if each in self._gates and each not in self._modules:
                    deeper.append(each)
                else:
                    families[each] = self._variable(each)
            waiting.extend(reversed(deeper))
        for name in sorted(inside, key=self._places.__getitem__):
            families[name] = self._family(self._gates[name], families, self._budgets[name])
        return families[root]

    def _variable(self, part: int) -> int:
        """The family of a part alone."""
        size = self._size(part)
        if not any(size):
            return NONE
        self._part_of.append(part)
        return self._families.new_variable(next(order for order, count in enumerate(size) if count))

    def _family(self, gate: Gate, families: Mapping[int, int], budget: int) -> int:
        """The sets of a gate with at most ``budget`` events."""
        inputs = [families[each] for each in gate.inputs]
        if gate.is_any_loss:
            return self._families.within(self._any(inputs), budget)
        if gate.is_all_lost:
            return self._every(inputs, budget)
        weighed = zip(inputs, gate.weights or itertools.repeat(1), strict=False)
        heavy_first = sorted(weighed, key=lambda pair: (-pair[1], self._first(pair[0])))
        return self._reached(heavy_first, gate.threshold, budget)

    def _any(self, inputs: Sequence[int]) -> int:
        """The union, joined pair by pair so that no family is walked through once for each other."""
        left = sorted(inputs, key=self._first)
        while len(left) > 1:
            pairs = itertools.zip_longest(left[::2], left[1::2], fillvalue=NONE)
            left = [self._families.union(one, other) for one, other in pairs]
        return left[0]

    def _every(self, inputs: Sequence[int], budget: int) -> int:
        """The product, dearest inputs first: what they leave of the order cuts the others short."""
        total = EMPTY
        for family in sorted(inputs, key=lambda each: (-self._families.lightest[each], -self._first(each))):
            total = self._families.product(total, family, budget)
        return total

    def _reached(self, inputs: Sequence[tuple[int, int]], threshold: int, budget: int) -> int:
        """The least sets by which inputs of summed weight ``threshold`` are lost; heavy inputs come first."""
        left = list(itertools.accumulate((weight for _, weight in reversed(inputs)), initial=0))[::-1]
        known: dict[tuple[int, int], int] = {}

        def reach(place: int, missing: int) -> int:
            if missing <= 0:
                return EMPTY
            if left[place] < missing:
                return NONE
            key = (place, missing)
            if key not in known:
                family, weight = inputs[place]
                with_it = self._families.product(family, reach(place + 1, missing - weight), budget)
                known[key] = self._families.union(reach(place + 1, missing), with_it)
            return known[key]

        return reach(0, threshold)

    def _first(self, family: int) -> int:
        return self._families.variable[family]

    # --- counting -------------------------------------------------------------------------------------------------

    def _size(self, part: int) -> Counts:
        """The sets of a part by order: an event has one, of itself."""
        return self._sizes.get(part) or (0, 1, *[0] * (self._order - 1))

    def _count(self, module: int) -> Counts:
        """What is heavier than the budget is in no set of the top, and not all of it is known: it counts as none."""
        if module in self._cores:
            found = self._path_counts(self._cores[module])
        else:
            sizes = [self._size(part) for part in self._gates[module].inputs]
            found = summed(sizes) if self._gates[module].is_any_loss else product(sizes)
        most = self._budgets[module] + 1
        return (*found[:most], *[0] * (len(found) - most)) if most < len(found) else found

    def _path_counts(self, family: int) -> Counts:
        """The sets of a family by order, each part counted with all its sets."""
        diagram = self._families
        for node in diagram.below(family):
            if node not in self._paths:
                part = self._part_of[diagram.variable[node]]
                with_it = times(self._paths[diagram.high[node]], self._size(part))
                self._paths[node] = plus(self._paths[diagram.low[node]], with_it)
        return self._paths[family]

    def _beside(self, module: int) -> Iterator[tuple[int, Counts]]:
        """Every part of a module with the sets, by order, that complete a set of that part to one of the module."""
        if module in self._cores:
            yield from self._beside_in_core(self._cores[module])
            return
        parts = self._gates[module].inputs
        if self._gates[module].is_any_loss:
            yield from ((part, self._paths[EMPTY]) for part in parts)
            return
        sizes = [self._size(part) for part in parts]
        before = list(itertools.accumulate(sizes, times, initial=self._paths[EMPTY]))
        after = list(itertools.accumulate(reversed(sizes), times, initial=self._paths[EMPTY]))[::-1]
        for place, part in enumerate(parts):
            yield part, times(before[place], after[place + 1])

    def _beside_in_core(self, family: int) -> Iterator[tuple[int, Counts]]:
        diagram = self._families
        above = {family: self._paths[EMPTY]}
        found: dict[int, Counts] = {}
        for node in reversed(diagram.below(family)):
            variable, low, high = diagram.variable[node], diagram.low[node], diagram.high[node]
            with_it = times(above[node], self._size(self._part_of[variable]))
            above[low] = plus(above.get(low, self._paths[NONE]), above[node])
            above[high] = plus(above.get(high, self._paths[NONE]), with_it)
            here = times(above[node], self._paths[high])
            found[variable] = plus(found.get(variable, self._paths[NONE]), here)
        for variable, counts in sorted(found.items()):
            yield self._part_of[variable], counts

    # --- listing --------------------------------------------------------------------------------------------------

    def _sets(self, part: int, order: int) -> Iterator[tuple[int, ...]]:
        """The sets of a part that hold just so many events."""
        if not self._size(part)[order]:
            return
        if part not in self._gates:
            yield (part,)
        elif part in self._cores:
            yield from self._sets_in_core(self._cores[part], order)
        elif self._gates[part].is_any_loss:
            for each in self._gates[part].inputs:
                yield from self._sets(each, order)
        else:
            yield from self._together(self._gates[part].inputs, order)

    def _together(self, parts: Sequence[int], order: int) -> Iterator[tuple[int, ...]]:
        """One set of every part, of so many events in all."""
        if not parts:
            if order == 0:
                yield ()
            return
        for least in range(1, order - len(parts) + 2):
            for one in self._sets(parts[0], least):
                for rest in self._together(parts[1:], order - least):
                    yield one + rest

    def _sets_in_core(self, family: int, order: int) -> Iterator[tuple[int, ...]]:
        diagram = self._families
        node = family
        while node > EMPTY:
            part = self._part_of[diagram.variable[node]]
            rest_of = self._paths[diagram.high[node]]
            for size in range(1, order + 1):
                if rest_of[order - size] and self._size(part)[size]:
                    for one in self._sets(part, size):
                        for rest in self._sets_in_core(diagram.high[node], order - size):
                            yield one + rest
            node = diagram.low[node]
        if node == EMPTY and order == 0:
            yield ()


@contextmanager
def _deep_recursion() -> Iterator[None]:
    """Room for recursions as deep as a diagram has variables. They are Python's own and do not use the C stack."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


_DEPTH = 1_000_000
