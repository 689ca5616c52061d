"""Products, those who make them with shared capacity, and what of that can be lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

Link = tuple[str, str]
"""One product of one supplier: (supplier, product)."""

SPAN = 1e6
"""How many times as large as the smallest number of its kind (demand, stock, ...; 0 apart) a number may be: so far the
tolerance of the solver stays harmless."""


@dataclass(frozen=True, slots=True)
class Product:
    """Something that is asked for at a steady rate."""

    name: str
    """Its name."""

    demand: float
    """Units a period; above 0."""

    stock: float
    """Units at the start; from 0."""

    value: float
    """Lost with every unit that is not delivered; from 0."""


@dataclass(frozen=True, slots=True)
class Supplier:
    """Someone who makes products with one capacity for all of them."""

    name: str
    """Its name."""

    capacity: float
    """Units a period, of all its products together; from 0."""

    recovery: float
    """Periods until it makes as much again once it is lost; from 0."""

    makes: tuple[str, ...]
    """Names of its products."""

    @property
    def links(self) -> tuple[Link, ...]:
        """One for each of its products."""
        return tuple((self.name, product) for product in self.makes)


@dataclass(frozen=True, slots=True)
class Disruption:
    """Links that are lost together."""

    name: str
    """What people call it."""

    until: Mapping[Link, float]
    """Link -> periods until it is back."""

    periods: float
    """Over how many periods losses are counted: at least until the last is back."""

    @property
    def phases(self) -> tuple[tuple[float, float], ...]:
        """Start and length of the times between which something comes back."""
        ends = sorted({*self.until.values(), self.periods} - {0.0})
        return tuple((start, end - start) for start, end in zip([0.0, *ends], ends, strict=False))


@dataclass(frozen=True, slots=True)
class Market:
    """Products and those who make them; names occur once, and the numbers of a kind are at most `SPAN` apart."""

    products: tuple[Product, ...]
    """Every product."""

    suppliers: tuple[Supplier, ...]
    """Every supplier; they make no other products."""

    def links(self, lost: Iterable[Link] = ()) -> tuple[Link, ...]:
        """Every link that is not lost, by supplier."""
        gone = frozenset(lost)
        return tuple(link for supplier in self.suppliers for link in supplier.links if link not in gone)

    def losing(self, name: str, links: Iterable[Link], recovery: float | None = None) -> Disruption:
        """The loss of these links until ``recovery``, or of each until its supplier recovers.

        Raises:
            KeyError: a supplier that there is not.
        """
        own = {supplier.name: supplier.recovery for supplier in self.suppliers}
        until = {link: own[link[0]] if recovery is None else recovery for link in links}
        return Disruption(name, until, max(until.values(), default=0.0))

    def alone(self, recovery: float | None = None) -> tuple[Disruption, ...]:
        """For every supplier the loss of it alone."""
        return tuple(self.losing(each.name, each.links, recovery) for each in self.suppliers)

    def scaled(self, amount: float, time: float = 1.0, value: float = 1.0) -> Market:
        """The same in other units: so many units, periods and so much value are one."""
        return Market(
            tuple(
                replace(each, demand=each.demand * time / amount, stock=each.stock / amount, value=each.value / value)
                for each in self.products
            ),
            tuple(
                replace(each, capacity=each.capacity * time / amount, recovery=each.recovery / time)
                for each in self.suppliers
            ),
        )
