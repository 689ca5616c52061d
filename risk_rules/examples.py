"""The examples that rules carry: a sketch becomes the facts of a small system."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from depmap.core.answers import Loss
from depmap.core.countries import group_members
from depmap.core.errors import PolicyError
from depmap.core.graph import Kind, node_id
from depmap.core.material_lists import material_world
from depmap.core.model import Bom
from depmap.core.sketch import sketch
from depmap.core.text import same
from depmap.core.toml_table import Table
from depmap.network import LAYERS, Network
from depmap.network.standstill import outages
from risk_rules.case import Facts
from risk_rules.policy_standstill import typical_weeks
from risk_rules.policy_system import EVERY, profiles

SYSTEM = "example"
"""Name of the system of every example."""

STATED = "$system"
"""The key under which a sketch says what is stated of the system, as the table ``[system]`` of a policy file does."""


def facts_of(bom: Bom) -> Facts:
    """The facts of a bill of materials as far as rules look at them; countries of concern are lost one by one."""
    network = Network.of(bom, material_world())
    times = outages(bom, typical_weeks(), systems_per_week=None)
    countries = sorted(group_members("concern"))
    concern = [Loss(f"concern-{code}", same(code), (node_id(Kind.COUNTRY, code),)) for code in countries]
    return Facts(
        bom,
        network.graph,
        tuple(point for layer in LAYERS for point in network.single_points(layer)),
        cut_sets=tuple(sets for layer in LAYERS for sets in network.cut_sets(layer)),
        standstills=tuple(each for layer in LAYERS for each in network.standstills(times, concern, (layer,))),
        outages=times,
    )


def example(parts: Mapping[str, object]) -> Facts:
    """The facts of a sketch (see `depmap.core.sketch`); under `STATED` stands what is stated of the system."""
    stated = parts.get(STATED)
    table = Table(SYSTEM, "", (), stated if isinstance(stated, Mapping) else {}, PolicyError)
    return replace(facts_of(sketch(SYSTEM, parts)), profile=profiles(table, {})[EVERY])
