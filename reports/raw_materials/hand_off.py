"""The rows of the raw-material hand-off: one per material, stage, scope, dataset and country, under a stable key.

Every material that an analysed system needs or may need is in it, and both its stages, also where no list knows who
supplies them. What a dataset publishes under no country is a row of its own: unknown, not nobody's.
"""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depmap.core.judgement import Analysis
from depmap.core.material_facts import ExportMeasure, Listing, Supply
from depmap.core.material_lists import STAGES, export_measures, listings, supplies
from depmap.core.once import once
from depmap.core.text import Language
from reports.raw_materials.uses import Use, Uses, uses

SCOPES = ("world", "eu")
"""Of whose supply a share is one: of the world's, or of what the EU buys."""

UNKNOWN = "unknown"
"""What stands in a key where nothing is known."""

SMALLEST = 0.05
"""What is missing to 100 % below this is rounding."""

_GRAVE = ("in force", "open", "suspended", "superseded")


@dataclass(frozen=True, slots=True)
class Demand:
    """One material, with everybody who needs it or may."""

    listing: Listing
    """What law and studies say of it."""

    found: tuple[tuple[Uses, tuple[Use, ...]], ...]
    """The systems that hold it, in the order of the analysis, and which of their components do."""

    def count(self, *, certain: bool) -> int:
        """How many components certainly hold it, or only may."""
        return sum(each.certain is certain for _, some in self.found for each in some)

    def lines(self, *, certain: bool) -> int:
        """How many lines ask for those components."""
        return sum(each.lines for _, some in self.found for each in some if each.certain is certain)

    @property
    def uses(self) -> tuple[Use, ...]:
        """All uses, over the systems."""
        return tuple(each for _, some in self.found for each in some)


@dataclass(frozen=True, slots=True)
class Control:
    """One control on the export of a material, as it stands on the day of the analysis."""

    measure: ExportMeasure
    """The measure."""

    status: str
    """``in force``, ``open``, ``suspended`` or ``superseded``; what was suspended until a day before is open."""


@dataclass(frozen=True, slots=True)
class Row:
    """Who supplies what."""

    demand: Demand
    """The material and who needs it."""

    stage: str
    """``extraction`` or ``processing``."""

    scope: str
    """One of `SCOPES`."""

    supply: Supply | None
    """What one dataset says; None when none knows who supplies this stage."""

    dataset: str
    """The name of the dataset; with what it counts where it speaks of two things at this stage."""

    country: str
    """ISO 3166 alpha-2; empty when nobody says which country."""

    share: float | None
    """Percentage, as published; of an unknown country what is missing to 100; None when nothing is known."""

    controls: tuple[Control, ...]
    """The controls of this country on the export of this material, the gravest first."""

    @property
    def key(self) -> str:
        """``gallium/processing/world/EC 2023/CN``: stays the same from run to run, unique within a file."""
        name = self.demand.listing.material.id
        return "/".join((name, self.stage, self.scope, self.dataset, self.country or UNKNOWN))


@dataclass(frozen=True, slots=True)
class HandOff:
    """What the sheets and the CSV are made of."""

    analysis: Analysis
    """The analysis."""

    day: datetime.date
    """The day of the analysis, on which the status of controls is asked."""

    systems: tuple[Uses, ...]
    """Who needs what, by system."""

    demands: tuple[Demand, ...]
    """The materials, those that most components need first."""

    rows: tuple[Row, ...]
    """Who supplies them."""

    @property
    def language(self) -> Language:
        """Of the run."""
        return self.analysis.run.language


@once
def hand_off(analysis: Analysis) -> HandOff:
    """All of it, from an analysis. Complexity: linear in what the systems hold, and in the shares of that."""
    day = datetime.date.fromisoformat(analysis.run.date)
    systems = tuple(uses(system) for system in analysis.systems)
    asked = demands(systems)
    return HandOff(analysis, day, systems, asked, rows(asked, day))


def demands(systems: Sequence[Uses]) -> tuple[Demand, ...]:
    """The materials of these systems: first those that most components certainly hold, then by id."""
    known = listings()
    found: dict[str, list[tuple[Uses, tuple[Use, ...]]]] = defaultdict(list)
    for each in systems:
        here: dict[str, list[Use]] = defaultdict(list)
        for use in each.found:
            here[use.material].append(use)
        for material, some in here.items():
            found[material].append((each, tuple(some)))
    every = (Demand(known[material], tuple(some)) for material, some in found.items() if material in known)
    return tuple(
        sorted(
            every, key=lambda each: (-each.count(certain=True), -each.count(certain=False), each.listing.material.id)
        )
    )


def rows(asked: Iterable[Demand], day: datetime.date) -> tuple[Row, ...]:
    """Every row, by material, stage, scope, dataset and share, the largest first and the unknown last."""
    ordered = sorted(asked, key=lambda each: each.listing.material.id)
    return tuple(row for each in ordered for row in _rows(each, controls(each.listing.material.id, day)))


def controls(material: str, day: datetime.date) -> dict[str, tuple[Control, ...]]:
    """Country -> its known controls on the export of a material as they stand on that day, the gravest first."""
    found: dict[str, list[Control]] = defaultdict(list)
    for each in export_measures():
        if material in each.materials:
            found[each.country].append(Control(each, each.status_on(day)))
    return {
        code: tuple(sorted(some, key=lambda each: _GRAVE.index(each.status))) for code, some in sorted(found.items())
    }


def _rows(demand: Demand, by_country: dict[str, tuple[Control, ...]]) -> Iterable[Row]:
    material = demand.listing.material.id
    for stage in STAGES:
        for scope in SCOPES:
            known = supplies().get((material, stage, scope), ())
            if not known and scope == "world":
                yield Row(demand, stage, scope, None, UNKNOWN, "", None, ())
            times = Counter(each.dataset for each in known)
            for supply in known:
                twice = times[supply.dataset] > 1 and supply.commodity
                dataset = f"{supply.dataset} ({supply.commodity})" if twice else supply.dataset
                for country, share in supply.shares.items():
                    yield Row(demand, stage, scope, supply, dataset, country, share, by_country.get(country, ()))
                rest = round(100 - sum(supply.shares.values()), 1)
                if rest >= SMALLEST:
                    yield Row(demand, stage, scope, supply, dataset, "", rest, ())
