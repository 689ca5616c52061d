"""What the network answers: plain data that rules judge and reports show."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.evidence import CellRef
from depmap.core.graph import Layer
from depmap.core.text import Text


class Verdict(enum.StrEnum):
    """Yes, no, or: it hangs on something unknown."""

    YES = "yes"
    NO = "no"
    CANNOT_DECIDE = "cannot decide"

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _VERDICTS[self]


_VERDICTS = {
    Verdict.YES: Text("ja", "yes"),
    Verdict.NO: Text("nee", "no"),
    Verdict.CANNOT_DECIDE: Text("niet te beslissen", "cannot decide"),
}


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """One node whose loss alone stops the system."""

    node: str
    """Id of the node."""

    layer: Layer
    """The layer in which this holds."""

    certain: bool
    """True: whatever the unknowns are. False: only if an unknown turns out badly."""

    witness: tuple[str, ...]
    """A shortest chain of lost nodes, from this node to the system."""

    components: tuple[str, ...]
    """Every component that stops with it, by id of the node, sorted."""

    assemblies: tuple[str, ...] = ()
    """Every assembly that stops with it, by id of the node, sorted."""

    cells: tuple[CellRef, ...] = ()
    """The cells on which the chain rests."""


@dataclass(frozen=True, slots=True)
class CutSet:
    """Nodes that together stop the system, while no part of them does."""

    nodes: tuple[str, ...]
    """Ids of the nodes, sorted."""

    witnesses: tuple[tuple[str, ...], ...]
    """For each node a shortest chain of lost nodes to the system, when all of them are lost."""

    certain: bool = True
    """True: they stop it whatever the unknowns are. False: only if an unknown is what a list assumes it to be."""

    cells: tuple[CellRef, ...] = ()
    """The cells on which the chains rest."""


@dataclass(frozen=True, slots=True)
class CutSets:
    """The minimal cut sets of a system up to an order."""

    layers: tuple[Layer, ...]
    """The layers of dependence asked about."""

    max_order: int
    """The most nodes in a set."""

    certain: bool
    """True: unknowns were taken to be harmless. False: every unknown was taken to be what a list assumes it to be, so
    that these are all the sets that stop the system if the lists are right."""

    counts: tuple[int, ...]
    """How many there are of order 1, 2, ... `max_order`; exact, however many are listed."""

    sets: tuple[CutSet, ...]
    """Those listed, lower orders first, then by name."""

    holding: Mapping[str, tuple[int, ...]]
    """Node -> how many sets of order 1, 2, ... hold it; nodes that none holds are absent."""

    @property
    def is_complete(self) -> bool:
        """Whether every set that was counted is listed."""
        return len(self.sets) == sum(self.counts)


@dataclass(frozen=True, slots=True)
class Question:
    """Something unknown that is worth asking."""

    unknown: str
    """Id of the unknown node."""

    parts: int
    """How many open parts rest on it."""

    cells: tuple[CellRef, ...]
    """The cells that could have said it, of every line of the part; empty when it is not a matter of the workbook."""


@dataclass(frozen=True, slots=True)
class GroupVerdict:
    """Whether the system can be built from a group of countries alone."""

    group: str
    """Id of the group, for example ``EU+EEA+UA``."""

    layer: Layer
    """The layer asked about."""

    verdict: Verdict
    """The answer."""

    deciding: tuple[str, ...]
    """The components (node ids, sorted) that decide it: those that stop, or those whose unknown leaves it open."""

    questions: tuple[Question, ...] = ()
    """For an open verdict the fewest that, all answered well, make it a *yes*; those on which most parts rest first."""

    fewest: bool = True
    """Whether they are the fewest for certain."""

    @property
    def ask(self) -> tuple[CellRef, ...]:
        """One cell per question that the workbook could answer, in their order: one line of a part says it for all."""
        return tuple(dict.fromkeys(question.cells[0] for question in self.questions if question.cells))


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one system."""

    lines: int
    """Part lines."""

    components: int
    """Distinct components."""

    assemblies: int
    """Assemblies, the system not counted."""

    suppliers: int
    """Distinct known manufacturers."""

    countries: int
    """Distinct known countries of manufacture."""

    unknown_origin_lines: int
    """Lines of components with at least one source of unknown country of manufacture."""

    unknown_manufacturer_lines: int
    """Lines of components with at least one source of unknown manufacturer."""

    value_low: float | None
    """Summed cost of what has a price, in the currency of the bill of materials; None without prices."""

    value_high: float | None
    """The same when every line has a price; None (open-ended) when one has none."""

    currency: str | None
    """ISO 4217 code."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """A number of weeks, as an interval: what is not known widens it and never looks safe."""

    low: float
    """At least so many, from 0."""

    high: float | None
    """At most so many; None when no bound is known."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A number of lines of the bill of materials, as an interval."""

    low: int
    """At least so many, from 0."""

    high: int
    """At most so many."""


class Missing(enum.StrEnum):
    """What has to be known before a number of weeks can be told."""

    CLASS = "class"
    STOCK = "stock"
    QUANTITY = "quantity"
    RATE = "systems per week"

    @property
    def text(self) -> Text:
        """The words that reports show."""
        return _MISSING[self]


_MISSING = {
    Missing.CLASS: Text("componentklasse onbekend", "component class unknown"),
    Missing.STOCK: Text("voorraad niet opgegeven", "stock not stated"),
    Missing.QUANTITY: Text("aantal per systeem niet opgegeven", "quantity per system not stated"),
    Missing.RATE: Text("aantal systemen per week niet opgegeven", "systems per week not stated"),
}


@dataclass(frozen=True, slots=True)
class Outage:
    """How long the system goes without one component once all its sources are lost."""

    component: str
    """Id of the node: a component, or an assembly that has a maker of its own."""

    recovery: Weeks
    """Until another source delivers; assumed, by component class."""

    cover: Weeks
    """How long the stock lasts."""

    standstill: Weeks
    """Recovery minus cover, never below 0."""

    missing: tuple[Missing, ...] = ()
    """What is not stated and leaves one of them open."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost together: one scenario."""

    id: str
    """The word in outputs."""

    name: Text
    """Its name for people."""

    nodes: tuple[str, ...]
    """Ids of the lost nodes, sorted; also of those that the system does not name: an unknown may be one of them."""


@dataclass(frozen=True, slots=True)
class Standstill:
    """How long a system stands still under a loss, and from when."""

    loss: Loss
    """What is lost."""

    layers: tuple[Layer, ...]
    """The layers of dependence asked about."""

    stops: Verdict
    """Whether it stops; *no* and *yes* hold whatever the unknowns are."""

    weeks: Weeks
    """How long: the longest of the components that stop."""

    time_to_survive: Weeks | None
    """From when: how long the stock bridges at first; None when the system certainly never stands still."""

    certain: tuple[str, ...]
    """The components that stop whatever the unknowns are, and the assemblies whose own makers do; sorted."""

    possible: tuple[str, ...]
    """Those that stop only if unknowns turn out badly; sorted."""
