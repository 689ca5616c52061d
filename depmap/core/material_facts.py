"""What is known of materials beyond the network: their listing in law, their supply by dataset, export measures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.evidence import Tier
from depmap.core.materials import Material
from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class Listing:
    """What EU law, NATO and the European Commission say of one material."""

    material: Material
    """The material."""

    group: str
    """The group under which it is listed or assessed, in the words of the list; empty when it stands alone."""

    strategic: str
    """The exact words of Annex I of Regulation (EU) 2024/1252, with their limit to a grade; empty when not listed."""

    strategic_annex: str
    """Where they stand: ``Annex I(n)``."""

    critical: str
    """The exact words of Annex II; empty when not listed."""

    critical_annex: str
    """Where they stand: ``Annex II(q)``."""

    nato: str
    """The words of NATO's list of defence-critical raw materials; empty when not listed."""

    supply_risk: float | None
    """Supply risk in the EU study of 2023; None when not assessed."""

    economic_importance: float | None
    """Economic importance in the same study."""

    basis: str
    """``material``, or the group that both are averages of: ``group: HREEs``."""

    hs6: tuple[str, ...]
    """Example codes of the Harmonized System, edition of 1992."""

    note: Text
    """What a reader must know; empty when nothing."""

    source: str
    """Where it was read."""

    tier: Tier
    """How well the listing is supported."""


@dataclass(frozen=True, slots=True)
class Supply:
    """Who supplies a material at one stage, according to one dataset."""

    material: str
    """Id of the material."""

    stage: str
    """``extraction`` or ``processing``."""

    scope: str
    """``world``: of the world's supply; ``eu``: of what the EU buys."""

    dataset: str
    """``EC 2023`` (the EU study), ``WMD 2026`` (World Mining Data) or ``USGS 2026``."""

    years: str
    """The years it speaks about: ``2016-2020``."""

    commodity: str
    """What exactly is counted, where that is not the material itself; else empty."""

    shares: Mapping[str, float]
    """Country -> percentage, largest first; what is missing to 100 is unknown."""

    trade: Mapping[str, float]
    """Country -> trade parameter t where it is not the usual one."""

    source: str
    """Where it was read."""

    tier: Tier
    """How well it is supported."""


@dataclass(frozen=True, slots=True)
class ExportMeasure:
    """A control on exports."""

    country: str
    """The country that controls, ISO 3166 alpha-2."""

    name: str
    """The measure: its key in the list."""

    title: Text
    """How a sentence calls it."""

    materials: tuple[str, ...]
    """Ids of the materials it touches; none when it is about other goods."""

    goods: Text
    """What is controlled, and how."""

    since: str
    """In force or announced since, ISO 8601 as far as known."""

    until: str
    """Until when it is suspended; empty when it is not."""

    status: str
    """``in force``, ``suspended``, ``open`` or ``superseded``, as known on `status_date`."""

    status_date: str
    """The state of knowledge."""

    note: Text
    """What a reader must know; empty when nothing."""

    source: str
    """Where it was read."""

    tier: Tier
    """How well it is supported."""

    def status_on(self, day: datetime.date) -> str:
        """The status on a day: a suspension whose end has passed is *open*, never lifted."""
        ended = self.status == "suspended" and self.until < day.isoformat()
        return "open" if ended else self.status

    @property
    def counts(self) -> bool:
        """Whether exports must be taken as controlled: in force, or open, since unknown is never safe."""
        return self.status in ("in force", "open")


@dataclass(frozen=True, slots=True)
class Governance:
    """How badly a country is governed, as the EU scales it: from 0 (best) to 10."""

    risk: float
    """Mean of the years 2016 to 2020."""

    least: float
    """The best of these years."""

    most: float
    """The worst of these years."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What the EU's study of 2023 publishes on the supply risk of one material at one stage, with its inputs."""

    material: str
    """Id of the material."""

    stage: str
    """``extraction`` or ``processing``."""

    supply_risk: float
    """Supply risk at this stage, with one decimal."""

    supply: str
    """Which shares the study used: ``both``, ``world`` or ``eu``."""

    import_reliance: float | None
    """IR, from 0 to 1; None when not published."""

    recycling: float
    """End-of-life recycling input rate (EoL-RIR), from 0 to 1."""

    substitution: float
    """Substitution index (SI_SR), from 0 to 1; 1 means that nothing can replace it."""
