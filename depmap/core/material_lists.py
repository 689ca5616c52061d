"""What the reference lists say about materials: what they are, where they come from, who controls their export.

`material_world` is what the network is built with. The rest is for those who write about materials: the listing under
EU law, supply by dataset, and export measures with the day on which their status is asked.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from depmap.core.material_facts import Assessed, ExportMeasure, Governance, Listing, Supply
from depmap.core.materials import ClassMaterial, Material, MaterialWorld, Stage
from depmap.core.reference import Row, items, load, tier
from depmap.core.text import Text

TOLERATES = 0.5
"""A stage is taken as lost when more than half of the world's supply is lost. A value of depmap, assumed, not from a
source: the half that is left is then fought over by everyone."""

STAGES = ("extraction", "processing")
"""The stages of a material, in the order in which it passes them."""

DATASETS = ("EC 2023", "WMD 2026", "USGS 2026")
"""The datasets of shares, the one that counts first: the others fill in what those before them say nothing of."""

IMPORTANCE = ("core", "common", "optional")
"""How certainly components of a class hold a material, the most certain first."""


@functools.cache
def material_world(tolerates: float = TOLERATES) -> MaterialWorld:
    """All that the lists know of materials, in one value.

    Args:
        tolerates: a stage is lost as soon as more than this share of the world's supply is lost; from 0 to below 1.

    Raises:
        ReferenceListError: a list is not what it must be.
    """
    materials = {each.material.id: each.material for each in listings().values()}
    stages = {name: found for name in materials if (found := tuple(_stages(name)))}
    return MaterialWorld(materials, _by_class(), stages, _export_control(), tolerates)


@functools.cache
def listings() -> Mapping[str, Listing]:
    """Id -> what is known of the material in law and in the EU's assessment, sorted."""
    return {row["id"]: _listing(row) for row in sorted(load("materials").rows, key=lambda row: row["id"])}


@functools.cache
def supplies() -> Mapping[tuple[str, str, str], tuple[Supply, ...]]:
    """(Material, stage, scope) -> who supplies it, one per dataset, in the order of `DATASETS`."""
    found: dict[tuple[str, str, str], list[Supply]] = {}
    for row in load("material_shares").rows:
        each = _supply(row)
        found.setdefault((each.material, each.stage, each.scope), []).append(each)
    return {key: tuple(sorted(some, key=lambda each: DATASETS.index(each.dataset))) for key, some in found.items()}


@functools.cache
def export_measures() -> tuple[ExportMeasure, ...]:
    """The export controls that are known, in the order of the list: oldest first per country."""
    return tuple(
        ExportMeasure(
            country=row["country"],
            name=row["measure"],
            title=Text(row["title_nl"] or row["measure"], row["title_en"] or row["measure"]),
            materials=items(row["materials"]),
            goods=Text(row["goods_nl"], row["goods_en"]),
            since=row["since"],
            until=row["until"],
            status=row["status"],
            status_date=row["status_date"],
            note=Text(row["note_nl"], row["note_en"]),
            source=row["source"],
            tier=tier(row["confidence"]),
        )
        for row in load("export_controls").rows
    )


@functools.cache
def governance() -> Mapping[str, Governance]:
    """Country -> how badly it is governed, sorted; a country that is absent is not known."""
    return {
        row["country"]: Governance(float(row["risk"]), float(row["least"]), float(row["most"]))
        for row in load("governance").rows
    }


@functools.cache
def assessed() -> tuple[Assessed, ...]:
    """What the EU's study publishes on supply risk, by material and stage."""
    return tuple(
        Assessed(
            material=row["material"],
            stage=row["stage"],
            supply_risk=float(row["supply_risk"]),
            supply=row["supply"],
            import_reliance=int(row["import_reliance"]) / 100 if row["import_reliance"] else None,
            recycling=int(row["recycling"]) / 100,
            substitution=float(row["substitution"]),
        )
        for row in load("supply_risk").rows
    )


def _stages(material: str) -> list[Stage]:
    """The stages of which the world's supply is known, each by the dataset that counts first."""
    found = (supplies().get((material, stage, "world")) for stage in STAGES)
    info = load("material_shares").info
    return [
        Stage(
            each.material, each.stage, _parts(each.shares), each.tier, f"{info.reference}: {each.dataset}, {each.years}"
        )
        for each, *_ in filter(None, found)
    ]


def _parts(shares: Mapping[str, float]) -> dict[str, float]:
    """Percentages as parts of one; rounded percentages that exceed 100 together are scaled back to it."""
    whole = max(100.0, sum(shares.values()))
    return {country: share / whole for country, share in shares.items()}


def _by_class() -> dict[str, tuple[ClassMaterial, ...]]:
    found: dict[str, list[ClassMaterial]] = {}
    reference = load("class_materials").info.reference
    for row in load("class_materials").rows:
        held = ClassMaterial(
            row["material"], Text(row["role_nl"], row["role_en"]), row["importance"], tier(row["confidence"]), reference
        )
        found.setdefault(row["component_class"], []).append(held)
    return {
        name: tuple(sorted(some, key=lambda each: (IMPORTANCE.index(each.importance), each.material)))
        for name, some in sorted(found.items())
    }


def _export_control() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for each in export_measures():
        if each.counts and each.materials:
            found.setdefault(each.country, set()).update(each.materials)
    return {country: tuple(sorted(some)) for country, some in sorted(found.items())}


def _listing(row: Row) -> Listing:
    return Listing(
        material=Material(row["id"], Text(row["name_nl"], row["name_en"]), row["symbol"], items(row["aliases"])),
        group=row["group"],
        strategic=row["strategic"],
        strategic_annex=row["strategic_annex"],
        critical=row["critical"],
        critical_annex=row["critical_annex"],
        nato=row["nato"],
        supply_risk=_number(row["sr_2023"]),
        economic_importance=_number(row["ei_2023"]),
        basis=row["sr_ei_basis"],
        hs6=items(row["hs6"]),
        note=Text(row["note_nl"], row["note_en"]),
        source=row["source"],
        tier=tier(row["confidence"]),
    )


def _supply(row: Row) -> Supply:
    return Supply(
        material=row["material"],
        stage=row["stage"],
        scope=row["scope"],
        dataset=row["dataset"],
        years=row["years"],
        commodity=row["commodity"],
        shares=_weights(row["shares"]),
        trade=_weights(row["trade"]),
        source=row["source"],
        tier=tier(row["confidence"]),
    )


def _weights(cell: str) -> dict[str, float]:
    """``CN 68.3;AU 9.9`` as a table."""
    return {part[:2]: float(part[3:]) for part in items(cell)}


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
