"""What components are made of, and where that comes from: the facts under the material layer.

A component of some class holds materials; a material passes through stages (extraction, processing); at each stage
countries have shares of the world's supply. `depmap.network.build` makes the network of it; nothing here judges.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.evidence import Tier
from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class Material:
    """One raw material."""

    id: str
    """Its id: a lower-case English name, such as ``neodymium``."""

    name: Text
    """Its name for people."""

    symbol: str = ""
    """Chemical symbol; empty when it has none."""

    aliases: tuple[str, ...] = ()
    """Other names and common forms that mean it: ``Nd2O3``, ``neodymium oxide``; compared whole, never by likeness."""


@dataclass(frozen=True, slots=True)
class ClassMaterial:
    """One material that components of a class hold."""

    material: str
    """Id of the material."""

    role: Text
    """What it is in them for, as the list says it."""

    importance: str
    """``core`` (they hold it), ``common`` (most do) or ``optional`` (some do)."""

    tier: Tier
    """How well that is supported: inferred from a source that was read, or assumed."""

    reference: str
    """The list and its date."""

    @property
    def is_certain(self) -> bool:
        """Whether every component of the class may be taken to hold it."""
        return self.importance == "core" and self.tier is Tier.INFERRED


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a material on its way: who supplies the world with it, or whom the EU buys it from."""

    material: str
    """Id of the material."""

    name: str
    """``extraction`` or ``processing``."""

    shares: Mapping[str, float]
    """Country (ISO 3166 alpha-2) -> share of the world's supply, from 0 to 1; sorted, largest first. What is missing
    to 1 is published under no country: unknown, not nobody's."""

    tier: Tier
    """How well the shares are supported."""

    reference: str
    """The list, the source and the year."""

    @property
    def id(self) -> str:
        """``neodymium/processing``: the name of its node."""
        return f"{self.material}/{self.name}"

    @property
    def rest(self) -> float:
        """The share that no country is named for, from 0 to 1."""
        return max(0.0, 1.0 - sum(self.shares.values()))


@dataclass(frozen=True, slots=True)
class MaterialWorld:
    """All that is known of materials, as one value that the network can be built with."""

    materials: Mapping[str, Material]
    """Id -> material, sorted."""

    by_class: Mapping[str, tuple[ClassMaterial, ...]]
    """Component class -> what its components hold, core first; a class that is absent is not known."""

    stages: Mapping[str, tuple[Stage, ...]]
    """Material -> its stages, in the order in which it passes them; a material that is absent is not known."""

    export_control: Mapping[str, tuple[str, ...]]
    """Country -> the materials whose export it controls, sorted."""

    tolerates: float
    """A stage is lost as soon as more than this share of the world's supply is lost; from 0 to below 1."""


NO_MATERIALS = MaterialWorld({}, {}, {}, {}, 0.0)
"""Nothing is known of materials: the layer is all unknown."""
