"""The answer to a loss, put together: whether the system stops, from when, for how long, why, and what to ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import risk_rules
from depmap.app import pipeline
from depmap.app.layers import layers_of
from depmap.app.losses import Place
from depmap.app.settings import Beside, Settings
from depmap.core.answers import Loss, Missing, Outage, Standstill, Weeks
from depmap.core.graph import Graph, Kind, Layer
from depmap.core.material_lists import material_world
from depmap.network import LAYERS, Network
from depmap.network.consequences import Consequences, Stop, consequences
from depmap.network.scenarios import OF_MATERIALS, is_asked_of, named
from depmap.network.settling import Question
from depmap.network.standstill import outages, standstills
from reports.programs.standstills import outage_item, weeks_item
from risk_rules import Policy

SCHEMA = 1
"""Raised when a key changes its meaning; new keys do not raise it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A system about which is asked what happens if."""

    policy: Policy
    """The policy in force."""

    place: Place
    """The system, its network, and how much of it rests on whom."""

    times: Mapping[str, Outage]
    """How long each component is missing once it is lost, by id of its node."""

    def standstills(self, losses: Sequence[Loss], layers: Collection[Layer]) -> tuple[Standstill, ...]:
        """What each of these losses does, in few words."""
        return standstills(self.place.graph, self.times, losses, layers)

    def each_in_its_layers(self, losses: Sequence[Loss], words: Sequence[str]) -> tuple[Standstill, ...]:
        """The same in the layers that ``--layer`` names, else each in those in which it counts; in the order given."""
        found: dict[str, Standstill] = {}
        asked = {loss.id: layers_for(words, loss.nodes) for loss in losses}
        for layers in dict.fromkeys(asked.values()):
            some = [loss for loss in losses if asked[loss.id] == layers and _means_something(loss, layers)]
            found |= {each.loss.id: each for each in self.standstills(some, layers)}
        return tuple(found[loss.id] for loss in losses if loss.id in found)


def read_case(path: Path, settings: Settings, beside: Beside) -> Case:
    """The system that a bill of materials describes, ready to be asked.

    Raises:
        DepmapError: the file, the policy or a file beside it cannot be used.
    """
    policy = risk_rules.load_policy(settings.policy)
    bom = pipeline.read_one(path, settings, beside)
    network = Network.of(bom, material_world(policy.tolerates))
    times = outages(bom, policy.weeks, policy.systems_per_week)
    return Case(policy, Place(bom, network.graph, network.concentration(bom)), times)


def layers_for(words: Sequence[str], nodes: Iterable[str]) -> tuple[Layer, ...]:
    """The layers that ``--layer`` names; without it those in which these nodes count."""
    if words:
        return layers_of(words)
    kinds = {Kind(node.partition(":")[0]) for node in nodes}
    wanted = {layer for kind in kinds for layer in _COUNTS_IN.get(kind, (Layer.SUPPLY,))}
    return tuple(layer for layer in LAYERS if layer in (wanted or {Layer.SUPPLY}))


_COUNTS_IN = {Kind.PARENT: (Layer.SUPPLY, Layer.CONTROL), **dict.fromkeys(OF_MATERIALS, (Layer.MATERIAL,))}
"""Where a loss counts that does not count everywhere."""


def overlooked(loss: Loss, layers: Collection[Layer]) -> Layer | None:
    """The layer in which something of this loss counts, when it does in none of those asked: it would look harmless."""
    kinds = {Kind(node.partition(":")[0]) for node in loss.nodes}
    for kind, needed in ((Kind.PARENT, Layer.CONTROL), *((kind, Layer.MATERIAL) for kind in sorted(OF_MATERIALS))):
        if kind in kinds and needed not in layers:
            return needed
    return None


def _means_something(loss: Loss, layers: Collection[Layer]) -> bool:
    return any(is_asked_of(loss.nodes, layer) for layer in layers)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one loss does to one system, in one set of layers."""

    case: Case
    """The system."""

    standstill: Standstill
    """Whether it stops, from when, for how long."""

    consequences: Consequences
    """What stops, through which chain, and the cells to ask."""

    @property
    def graph(self) -> Graph:
        """The network of the system."""
        return self.case.place.graph

    @property
    def times(self) -> Mapping[str, Outage]:
        """How long each component is missing once it is lost."""
        return self.case.times

    @property
    def not_named(self) -> tuple[str, ...]:
        """The lost nodes that the system does not name in these layers."""
        return tuple(sorted({*self.standstill.loss.nodes}.difference(self.named)))

    @property
    def named(self) -> tuple[str, ...]:
        """The lost nodes that it does name."""
        return named(self.graph, self.standstill.loss.nodes, self.standstill.layers)

    def parts(self, certain: bool) -> tuple[Stop, ...]:
        """The components that stop, and the assemblies whose own makers do; what may last longest first."""
        names = self.standstill.certain if certain else self.standstill.possible
        found = [each for each in self.consequences.stops if each.node in names]
        return tuple(sorted(found, key=lambda each: self._longest_first(each.node)))

    def assemblies(self, certain: bool) -> tuple[Stop, ...]:
        """The assemblies that stop, by id."""
        stops = self.consequences.stops
        return tuple(each for each in stops if each.kind is Kind.ASSEMBLY and each.certain is certain)

    def missing(self) -> Mapping[Missing, int]:
        """What is not stated, and of how many of the components that may stop; in the order of `Missing`."""
        names = (*self.standstill.certain, *self.standstill.possible)
        stated = [self.times[name].missing for name in names if name in self.times]
        counts = {kind: sum(kind in each for each in stated) for kind in Missing}
        return {kind: count for kind, count in counts.items() if count}

    def weeks(self, node: str) -> Weeks:
        """How long one part is missing; nothing is known of an assembly."""
        return self.times[node].standstill if node in self.times else Weeks(0.0, None)

    def _longest_first(self, node: str) -> tuple[float, float, str]:
        weeks = self.weeks(node)
        return -float("inf") if weeks.high is None else -weeks.high, -weeks.low, node


def answer(case: Case, loss: Loss, layers: tuple[Layer, ...]) -> Answer:
    """What this loss does, and why."""
    (found,) = case.standstills([loss], layers)
    return Answer(case, found, consequences(case.place.graph, loss.nodes, layers))


def as_json(answer: Answer) -> dict[str, object]:
    """What ``--format json`` prints; keys are English and never translated, unknown is null."""
    return {
        "schema": SCHEMA,
        "system": answer.case.place.bom.system,
        **standstill_json(answer.standstill),
        "nodes": list(answer.named),
        "not_named": len(answer.not_named),
        "assemblies": [_stop(each) for certain in (True, False) for each in answer.assemblies(certain)],
        "components": [
            {**_stop(each), **outage_item(answer.times.get(each.node))}
            for certain in (True, False)
            for each in answer.parts(certain)
        ],
        "ask": {
            "clear": [_question(each) for each in answer.consequences.ask.clear],
            "stop": [_question(each) for each in answer.consequences.ask.stop],
            "exact": answer.consequences.ask.exact,
            "missing": {str(kind): count for kind, count in answer.missing().items()},
        },
    }


def _stop(each: Stop) -> dict[str, object]:
    return {
        "node": each.node,
        "certain": each.certain,
        "witness": list(each.chain.nodes),
        "cells": [str(cell) for cell in each.chain.cells],
    }


def _question(each: Question) -> dict[str, object]:
    return {"unknown": each.unknown, "parts": each.parts, "cells": [str(cell) for cell in each.cells]}


def standstill_json(found: Standstill) -> dict[str, object]:
    """One loss and what it does, without the reasons."""
    return {
        "loss": found.loss.id,
        "name": {"nl": found.loss.name.nl, "en": found.loss.name.en},
        "layers": list(found.layers),
        "stops": str(found.stops),
        "weeks": weeks_item(found.weeks),
        "time_to_survive": None if found.time_to_survive is None else weeks_item(found.time_to_survive),
    }
