"""Counts of sets by order, which add and multiply as polynomials do, cut off at the highest order asked for.

>>> events, pairs = (0, 2, 0, 0), (0, 0, 3, 0)
>>> plus(events, pairs), times(events, pairs)
((0, 2, 3, 0), (0, 0, 0, 6))
"""

from __future__ import annotations

from collections.abc import Sequence

Counts = tuple[int, ...]
"""How many sets there are of order 0, 1, 2, ..."""


def plus(one: Counts, other: Counts) -> Counts:
    """The sets of either, which have none in common."""
    return tuple(map(int.__add__, one, other))


def summed(sizes: Sequence[Counts]) -> Counts:
    """The sets of any, of which no two have one in common."""
    return tuple(map(sum, zip(*sizes, strict=True)))


def times(one: Counts, other: Counts) -> Counts:
    """One set of each together: a product, without what exceeds the length of ``one``."""
    total = [0] * len(one)
    for order, count in enumerate(one):
        if count:
            for more in range(len(one) - order):
                total[order + more] += count * other[more]
    return tuple(total)


def product(sizes: Sequence[Counts]) -> Counts:
    """One set of each of several together."""
    total: Counts = (1, *[0] * (len(sizes[0]) - 1))
    for size in sizes:
        total = times(total, size)
        if not any(total):
            break
    return total
