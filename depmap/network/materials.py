"""The material layer: what a source holds, and where in the world that comes from.

Definition. A source needs every material that its component certainly holds: what is *stated* of it (by the workbook or
a declaration, of this maker's part or whoever makes it), and what every component of its class holds according to a
source that was read. What a list says that most or some of them hold, or only assumes, is a *hint* on an unknown of the
source. No list is complete and a declaration leaves out what nobody asked for, so every source has such an unknown,
also one of which much is known. In this layer the answer about a group of countries is therefore *no* or *cannot
decide*, and never *yes*: that would be a promise about materials that nobody listed.

A material needs all its stages. A stage is lost as soon as more than a given share of the world's supply is lost
(`depmap.core.graph.Share`); each country's share is a node of its own, ``share:gallium/processing/CN``, that needs the
country, so that an export control can take the share and leave the country. What no country is named for is an unknown
of that weight; a material without any known stage needs an unknown one.

Claim. More knowledge never makes an answer worse than it was thought possible: an unknown is lost in the bad case, so
whatever it turns out to be, what stops with it stops in the bad case too.

Complexity: linear in the sources, and in the stages of the materials in use; there is one stage network per system.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from depmap.core.evidence import Tier
from depmap.core.graph import All, Kind, Layer, Need, Node, Role, Share, node_id
from depmap.core.material_words import share_of
from depmap.core.materials import MaterialWorld, Stage
from depmap.core.model import Component, Source, StatedMaterial
from depmap.core.names import fold
from depmap.network.unknowns import unknown_nodes

DIGITS = 6
"""Shares are rounded to so many decimals: more than any list publishes, and little enough to count with exactly."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What one source holds."""

    needs: tuple[Need, ...] = ()
    """The materials that it certainly holds, each once."""

    hints: tuple[str, ...] = ()
    """Ids of the nodes of those that it may hold as well."""


class Materials:
    """The materials of one system: asked per source, it remembers which are in use and makes their nodes."""

    def __init__(self, world: MaterialWorld) -> None:
        self._world = world
        self._by_name = _names(world)
        self._of_class: dict[str | None, Holding] = {}
        self._used: set[str] = set()

    def held_by(self, component: Component | None, source: Source) -> Holding:
        """What a source holds; of a whole that no component describes nothing is known."""
        if component is None:
            return Holding()
        listed = self._listed(component.component_class)
        return self._stated(component.materials, source, listed) if component.materials else listed

    def nodes(self) -> Iterator[Node]:
        """The materials in use, their stages and the shares of countries in them, sorted by material."""
        for material in sorted(self._used):
            yield from self._material(material)

    def _listed(self, component_class: str | None) -> Holding:
        """What the list says of a class."""
        if component_class not in self._of_class:
            needs: dict[str, Need] = {}
            hints: dict[str, None] = {}
            for each in self._world.by_class.get(component_class or "", ()):
                name = self._use(each.material)
                if each.is_certain:
                    needs[name] = Need(name, Role.MATERIAL, Layer.MATERIAL, tier=each.tier, reference=each.reference)
                else:
                    hints[name] = None
            self._of_class[component_class] = _holding(needs, hints)
        return self._of_class[component_class]

    def _stated(self, statements: Iterable[StatedMaterial], source: Source, listed: Holding) -> Holding:
        """What is stated of this source's part on top of what its class holds."""
        needs = {need.node: need for need in listed.needs}
        hints = dict.fromkeys(listed.hints)
        for each in statements:
            material = self._by_name.get(fold(each.name.value or ""))
            maker = source.manufacturer
            if material is None or (maker.known and each.maker not in (None, maker.value)):
                continue
            name = self._use(material)
            if each.name.known and (each.maker is None or maker.known):
                fact = each.name
                need = Need(name, Role.MATERIAL, Layer.MATERIAL, 1.0, fact.tier, fact.cells, fact.reference)
                needs[name] = min(needs.get(name, need), need, key=lambda each: _TIERS.index(each.tier))
            else:
                hints[name] = None
        return _holding(needs, hints)

    def _use(self, material: str) -> str:
        self._used.add(material)
        return node_id(Kind.MATERIAL, material)

    def _material(self, material: str) -> Iterator[Node]:
        name = node_id(Kind.MATERIAL, material)
        known = self._world.materials.get(material)
        needs = []
        for stage in self._world.stages.get(material, ()):
            identity = node_id(Kind.STAGE, stage.id)
            needs.append(Need(identity, Role.STAGE, Layer.MATERIAL, tier=stage.tier, reference=stage.reference))
            yield from self._stage(identity, stage)
        if not needs:
            yield from (unknown := unknown_nodes(Role.STAGE, name, Layer.MATERIAL))
            needs.append(Need(unknown[0].id, Role.STAGE, Layer.MATERIAL, tier=Tier.UNKNOWN))
        yield Node(name, Kind.MATERIAL, known.name.en if known else material, All(), tuple(needs))

    def _stage(self, name: str, stage: Stage) -> Iterator[Node]:
        """A stage, the shares in it and their countries."""
        needs = []
        for code, share in stage.shares.items():
            country = node_id(Kind.COUNTRY, code)
            part = share_of(stage, code)
            whence = Need(country, Role.SHARE, Layer.MATERIAL, tier=stage.tier, reference=stage.reference)
            yield Node(country, Kind.COUNTRY, code)
            yield Node(part, Kind.SHARE, f"{code}: {stage.id}", All(), (whence,))
            weight = round(share, DIGITS)
            needs.append(Need(part, Role.SHARE, Layer.MATERIAL, weight, stage.tier, reference=stage.reference))
        if rest := round(stage.rest, DIGITS):
            yield from (unknown := unknown_nodes(Role.SHARE, name, Layer.MATERIAL))
            needs.append(Need(unknown[0].id, Role.SHARE, Layer.MATERIAL, rest, Tier.UNKNOWN))
        yield Node(name, Kind.STAGE, stage.id, Share(self._world.tolerates), tuple(needs))


_TIERS = list(Tier)


def _holding(needs: Mapping[str, Need], hints: Iterable[str]) -> Holding:
    return Holding(tuple(needs.values()), tuple(name for name in hints if name not in needs))


def _names(world: MaterialWorld) -> dict[str, str]:
    """Plain form of a name -> id of the material; a name that two materials share means neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for material in world.materials.values():
        for name in {fold(word) for word in (material.id, material.name.nl, material.name.en, *material.aliases)}:
            if found.setdefault(name, material.id) != material.id:
                shared.add(name)
    return {name: material for name, material in found.items() if name and name not in shared}
