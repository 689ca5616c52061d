"""The examples that rules carry: a sketch becomes the facts of a small system."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.network import LAYERS, Network
from risk_rules.case import Facts

SYSTEM = "example"
"""Name of the system of every example."""


def facts_of(bom: Bom) -> Facts:
    """The facts of a bill of materials as far as rules look at them: its network and its single points."""
    network = Network.of(bom)
    return Facts(bom, network.graph, tuple(point for layer in LAYERS for point in network.single_points(layer)))


def example(parts: Mapping[str, object]) -> Facts:
    """The facts of a sketch (see `depmap.core.sketch`)."""
    return facts_of(sketch(SYSTEM, parts))
