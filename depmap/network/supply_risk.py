"""The EU's supply risk of a material, from its definition, with the interval that rounded or missing inputs leave.

Definition. A country *c* has the share *S* of a supply (from 0 to 1), the governance risk *WGI* (the mean of the six
Worldwide Governance Indicators e, turned and scaled: (2.5 - e) x 2, from 0 to 10) and the trade parameter *t* (0.8 for
members of the EU, 1 for others, more where exports are restricted). The concentration of a supply is

====================================================
HHI = sum over countries of S(c)^2 x WGI(c) x t(c)
====================================================

and with the import reliance *IR* of the EU, the end-of-life recycling input rate *EoL-RIR* and the substitution index
*SI*, the supply risk at one stage is

=============================================================================================
SR = [ HHI(world) x IR / 2 + HHI(whom the EU buys from) x (1 - IR / 2) ] x (1 - EoL-RIR) x SI
=============================================================================================

Where only one of the two supplies is known, it stands for both. Of extraction and processing the stage with the higher
value counts. Regulation (EU) 2024/1252, Article 4, calls critical what has SR from 1 and economic importance from 2.8.

Claim. `assess` computes SR from the inputs as they are published and bounds it: every input lies within half a unit of
its last digit, governance between its best and worst year of 2016 to 2020, a share that is published under no country
with one country of the worst governance and trade, or spread over small ones where the list is complete down to them.
HHI and SR only grow with S, WGI, t and SI and only fall with EoL-RIR, and SR is linear in IR, so the ends of the inputs
give the ends of SR. A missing IR is any from 0 to 1, a missing HHI any from 0 to 15.

What it shows. Half of the published values follow to their decimal and a fifth cannot be decided for want of an input;
one in six does not follow, so the study used other inputs than it prints, or a transcription is wrong. The page *Supply
risk* lists every one. The formula was read in CritMAT (doi 10.5281/zenodo.20489683), which cites the guidelines below;
the guidelines themselves were not read.

Complexity: linear in the shares.

Running example. All gallium of the world comes from one country with governance 5.7, half of what the EU buys as well:

>>> half = {"CN": 0.5, "DE": 0.5}
>>> world = concentration({"CN": 1.0}, {"CN": 5.7}, {})
>>> eu = concentration(half, {"CN": 5.7, "DE": 2.1}, {"DE": 0.8})
>>> round(supply_risk(world, eu, Terms(import_reliance=1.0, recycling=0.0, substitution=0.98)), 2)
3.7

Reference: European Commission, Methodology for establishing the EU list of critical raw materials: guidelines (2017),
doi 10.2873/769526; G. A. Blengini et al., Assessment of the methodology for establishing the EU list of critical raw
materials: background report (JRC, 2017), doi 10.2760/73303. Inputs and published values: European Commission, Study on
the critical raw materials for the EU 2023, doi 10.2873/725585.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass

from depmap.core.countries import group_members
from depmap.core.material_facts import Assessed, Governance, Supply
from depmap.core.material_lists import DATASETS, assessed, governance, supplies

WORST = Governance(10.0, 0.0, 10.0)
"""What can be said of a country that is not in the list of governance."""

HIGHEST_TRADE = 1.5
"""The highest trade parameter that the study uses."""

HIGHEST = WORST.most * HIGHEST_TRADE
"""The concentration when one country of the worst kind supplies everything."""

HALF_UNIT = {"world": 0.05, "eu": 0.5}
"""Half a unit of the last digit in which shares are published, in percentage points, by scope."""

SMALLEST = {"world": 0.1, "eu": 1.0}
"""Shares below this percentage are published under no country, by scope."""

COMPLETE = {"world": 98.0, "eu": 88.0}
"""A list whose percentages reach this is taken as complete down to the smallest share it publishes, by scope."""


class Verdict(enum.StrEnum):
    """How a published value compares with what its inputs give."""

    REPRODUCED = "reproduced"
    WITHIN = "within precision"
    OPEN = "input missing"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Terms:
    """What the formula asks besides the two concentrations, each from 0 to 1."""

    import_reliance: float
    """IR."""

    recycling: float
    """EoL-RIR."""

    substitution: float
    """SI."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The supply risk of one material at one stage, computed and as published."""

    study: Assessed
    """What is published, with its inputs."""

    computed: float | None
    """From the inputs as they are published; None when one is missing."""

    low: float
    """The least that the inputs allow."""

    high: float
    """The most that they allow."""

    missing: tuple[str, ...]
    """The inputs that are missing: ``shares of the world``, ``shares of the EU``, ``import reliance``."""

    @property
    def verdict(self) -> Verdict:
        """Whether the published value follows: to its decimal, within the precision of the inputs, or not."""
        published = self.study.supply_risk
        if self.computed is not None and abs(round(self.computed, 1) - published) < _TINY:
            return Verdict.REPRODUCED
        if self.low - 0.05 - _TINY <= published <= self.high + 0.05 + _TINY:
            return Verdict.OPEN if self.missing else Verdict.WITHIN
        return Verdict.DIFFERS


def concentration(shares: Mapping[str, float], risks: Mapping[str, float], trade: Mapping[str, float]) -> float:
    """The concentration of a supply, weighted with governance and trade.

    Args:
        shares: country -> its share, from 0 to 1.
        risks: country -> its governance risk, from 0 to 10, for each country with a share.
        trade: country -> its trade parameter where that is not 1.
    """
    return sum(share**2 * risks[country] * trade.get(country, 1.0) for country, share in shares.items())


def supply_risk(world: float | None, eu: float | None, terms: Terms) -> float:
    """The supply risk at one stage.

    Args:
        world: concentration of the world's supply; None when not used.
        eu: concentration of whom the EU buys from; None when not used.
        terms: the rest of the formula.

    Raises:
        ValueError: neither supply is given.
    """
    if world is None and eu is None:
        raise ValueError("one of the two supplies is needed")
    weight = terms.import_reliance / 2
    first = eu if world is None else world
    second = world if eu is None else eu
    mixed = (first or 0.0) * weight + (second or 0.0) * (1 - weight)
    return mixed * (1 - terms.recycling) * terms.substitution


def assessments() -> tuple[Assessment, ...]:
    """Every published supply risk beside what its inputs give, by material and stage."""
    return tuple(assess(study) for study in assessed())


def assess(study: Assessed) -> Assessment:
    """The supply risk of one material at one stage, from the inputs that are published."""
    missing = []
    ranges: list[tuple[float, float, float] | None] = []
    for scope, title in (("world", "shares of the world"), ("eu", "shares of the EU")):
        if study.supply not in (scope, "both"):
            ranges.append(None)
            continue
        found, is_complete = _concentrations(supplies().get((study.material, study.stage, scope), ()))
        ranges.append(found)
        if not is_complete:
            missing.append(title)
    if study.supply == "both" and study.import_reliance is None:
        missing.append("import reliance")
    computed = _value(ranges, 0, study.import_reliance or 0.0, study.recycling, study.substitution)
    low, high = _bounds(study, ranges)
    return Assessment(study, None if missing else computed, low, high, tuple(missing))


def _concentrations(found: tuple[Supply, ...]) -> tuple[tuple[float, float, float], bool]:
    """Concentration as published, its least and its most; and whether the shares are complete."""
    if not found or found[0].dataset != DATASETS[0]:
        return (0.0, 0.0, HIGHEST), False
    supply = found[0]
    half = HALF_UNIT[supply.scope]
    risks = {country: governance().get(country, WORST) for country in supply.shares}
    trade = dict.fromkeys(group_members("EU"), 0.8) | dict(supply.trade)

    def of(shift: float, column: str) -> float:
        shares = {country: max(0.0, share + shift) / 100 for country, share in supply.shares.items()}
        return concentration(shares, {country: getattr(risk, column) for country, risk in risks.items()}, trade)

    rest = max(0.0, 100 - sum(supply.shares.values())) / 100
    is_complete = sum(supply.shares.values()) >= COMPLETE[supply.scope]
    largest = min(rest, SMALLEST[supply.scope] / 100) if is_complete else rest
    return (of(0.0, "risk"), of(-half, "least"), of(half, "most") + rest * largest * HIGHEST), is_complete


def _bounds(study: Assessed, ranges: list[tuple[float, float, float] | None]) -> tuple[float, float]:
    """The ends of the supply risk over all inputs within half a unit of their last digit."""
    reliance = study.import_reliance
    reliances = (0.0, 1.0) if reliance is None else (max(0.0, reliance - 0.005), min(1.0, reliance + 0.005))
    recycling = (min(1.0, study.recycling + 0.005), max(0.0, study.recycling - 0.005))
    substitution = (study.substitution - 0.005, min(1.0, study.substitution + 0.005))
    low = min(_value(ranges, 1, each, recycling[0], substitution[0]) for each in reliances)
    high = max(_value(ranges, 2, each, recycling[1], substitution[1]) for each in reliances)
    return low, high


def _value(
    ranges: list[tuple[float, float, float] | None], column: int, reliance: float, recycling: float, substitution: float
) -> float:
    world, eu = (each[column] if each else None for each in ranges)
    return supply_risk(world, eu, Terms(reliance, recycling, substitution))


_TINY = 1e-9
