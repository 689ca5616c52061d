"""The network and its questions: no opinions, no files, no text.

>>> from depmap.core.sketch import sketch
>>> network = Network.of(sketch("kite", {"line": ["Acme@CN", "Volt@DE"], "sail": ["Volt@DE"]}))
>>> [point.node for point in network.single_points(Layer.SUPPLY)]
['country:DE', 'supplier:Volt']
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from depmap.core.answers import CutSets, GroupVerdict, Loss, Outage, SinglePoint, Standstill
from depmap.core.graph import Graph, Kind, Layer
from depmap.core.materials import NO_MATERIALS, MaterialWorld
from depmap.core.model import Bom
from depmap.core.shares import Concentration
from depmap.network import build, export, scenarios, standstill
from depmap.network import concentration as shares
from depmap.network import cut_sets as sets
from depmap.network import groups as groups_of
from depmap.network import single_points as points
from depmap.network.build import LAYERS
from depmap.network.scenarios import Outcome

if TYPE_CHECKING:
    import networkx

__all__ = ["LAYERS", "Network", "Outcome"]


@dataclass(frozen=True, slots=True)
class Network:
    """One system's network. Every answer comes from the one kernel (`depmap.network.kernel`)."""

    graph: Graph
    """What needs what."""

    @classmethod
    def of(cls, bom: Bom, world: MaterialWorld = NO_MATERIALS) -> Network:
        """The network of a bill of materials, and of what is known of the materials in it."""
        return cls(build.build(bom, world))

    def single_points(self, layer: Layer, kinds: Iterable[Kind] | None = None) -> tuple[SinglePoint, ...]:
        """Every node whose loss alone stops the system; see `depmap.network.single_points`."""
        return points.single_points(self.graph, layer, kinds)

    def cut_sets(self, layer: Layer, max_order: int = 2, limit: int | None = 1000) -> tuple[CutSets, CutSets]:
        """What stops the system together, whatever the unknowns are, and if they are what lists assume.

        The candidates are those of `single_points`; see `depmap.network.cut_sets`.
        """
        question = sets.Question((layer,), max_order, points.CANDIDATES[layer], limit)
        return sets.cut_sets(self.graph, question), sets.cut_sets(self.graph, replace(question, certain=False))

    def buildable_from(self, groups: Mapping[str, Collection[str]], layer: Layer) -> tuple[GroupVerdict, ...]:
        """Whether it can be built from each group of countries alone; see `depmap.network.groups`."""
        return groups_of.buildable_from(self.graph, groups, layer)

    def lose(self, nodes: Collection[str], layers: Collection[Layer] = LAYERS) -> Outcome:
        """What stops when these nodes are lost."""
        return scenarios.lose(self.graph, nodes, layers)

    def standstills(
        self, times: Mapping[str, Outage], losses: Sequence[Loss], layers: Collection[Layer]
    ) -> tuple[Standstill, ...]:
        """How long it stands still under each loss, and from when; see `depmap.network.standstill`."""
        return standstill.standstills(self.graph, times, losses, layers)

    def concentration(self, bom: Bom) -> tuple[Concentration, ...]:
        """Shares of countries and suppliers; see `depmap.network.concentration`."""
        return shares.concentration(bom, self.graph)

    def to_networkx(self) -> networkx.DiGraph[str]:
        """The public view, for exports, notebooks and centralities; see `depmap.network.export`."""
        return export.to_networkx(self.graph)
