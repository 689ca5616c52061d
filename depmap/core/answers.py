"""What the network answers: plain data that rules judge and reports show."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.evidence import CellRef
from depmap.core.graph import Kind, Layer
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

    ask: tuple[CellRef, ...] = ()
    """The cells whose answer could settle an open verdict, or a `no` that rests on nothing else."""


class Basis(enum.StrEnum):
    """What a share counts."""

    LINES = "lines"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the system rests on one country or supplier."""

    node: str
    """Id of the country or supplier."""

    kind: Kind
    """Country or supplier."""

    basis: Basis
    """Lines, or value where every price is in one currency."""

    low: float | None
    """Share from 0 to 1 when the unknowns lie elsewhere; None when nothing can be counted."""

    high: float | None
    """Share when all unknowns lie here."""

    coverage: float = 1.0
    """The part of the lines that this basis can count: for value, those with a price."""


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
