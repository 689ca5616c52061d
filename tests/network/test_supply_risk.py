"""The EU's supply risk: the formula by hand, its bounds under every rounding, and the study of 2023 reproduced."""

from __future__ import annotations

import dataclasses
import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depmap.core.countries import group_members
from depmap.core.material_lists import assessed, governance, listings, supplies
from depmap.network.supply_risk import (
    Assessment,
    Terms,
    Verdict,
    assess,
    assessments,
    concentration,
    supply_risk,
)

FOUND = {(each.study.material, each.study.stage): each for each in assessments()}

DIFFERING = {
    *(("arsenic", "processing"), ("cerium", "extraction"), ("germanium", "processing"), ("iridium", "processing")),
    *(("lanthanum", "processing"), ("molybdenum", "processing"), ("neodymium", "extraction")),
    *(("neodymium", "processing"), ("phosphate-rock", "extraction"), ("praseodymium", "processing")),
    ("rhodium", "processing"),
    *(("ruthenium", "processing"), ("samarium", "processing"), ("silver", "extraction"), ("tantalum", "extraction")),
    *(("terbium", "processing"), ("vanadium", "extraction"), ("yttrium", "processing")),
}
"""Where the published value does not follow from the published inputs: found, not chosen."""

HEAVY = (
    *("dysprosium", "erbium", "europium", "gadolinium", "holmium", "lutetium", "terbium", "thulium", "ytterbium"),
    "yttrium",
)
LIGHT = ("cerium", "lanthanum", "neodymium", "praseodymium", "samarium")
PLATINUM_GROUP = ("iridium", "palladium", "platinum", "rhodium", "ruthenium")


class TestFormula:
    def test_one_country_supplies_all(self) -> None:
        assert concentration({"CN": 1.0}, {"CN": 5.7}, {}) == pytest.approx(5.7)
        assert concentration({"CN": 1.0}, {"CN": 5.7}, {"CN": 1.1}) == pytest.approx(6.27)

    def test_two_equal_halves_weigh_a_quarter_each(self) -> None:
        assert concentration({"CN": 0.5, "DE": 0.5}, {"CN": 6.0, "DE": 2.0}, {"DE": 0.8}) == pytest.approx(1.9)

    def test_import_reliance_divides_the_world_and_the_eu(self) -> None:
        none, half, all_of_it = (supply_risk(6.0, 2.0, Terms(ir, 0.0, 1.0)) for ir in (0.0, 0.5, 1.0))
        assert (none, half, all_of_it) == pytest.approx((2.0, 3.0, 4.0))

    def test_recycling_and_substitution_lower_it(self) -> None:
        assert supply_risk(4.0, 4.0, Terms(1.0, 0.25, 0.5)) == pytest.approx(1.5)

    @pytest.mark.parametrize(("world", "eu"), [(4.0, None), (None, 4.0)])
    def test_one_supply_stands_for_both(self, world: float | None, eu: float | None) -> None:
        assert supply_risk(world, eu, Terms(0.3, 0.0, 1.0)) == pytest.approx(4.0)

    def test_no_supply_is_refused(self) -> None:
        with pytest.raises(ValueError, match="one of the two"):
            supply_risk(None, None, Terms(1.0, 0.0, 1.0))

    @given(*[st.floats(0, 10)] * 3, *[st.floats(0, 1)] * 4)
    def test_it_grows_with_concentration_and_falls_with_recycling(
        self, world: float, eu: float, more: float, reliance: float, recycling: float, further: float, index: float
    ) -> None:
        value = supply_risk(world, eu, Terms(reliance, recycling, index))
        assert supply_risk(world + more, eu, Terms(reliance, recycling, index)) >= value - 1e-12
        assert supply_risk(world, eu + more, Terms(reliance, recycling, index)) >= value - 1e-12
        recycled = recycling + (1 - recycling) * further
        assert supply_risk(world, eu, Terms(reliance, recycled, index)) <= value + 1e-12


class TestStudy:
    def test_what_follows_and_what_does_not(self) -> None:
        counts = Counter(each.verdict for each in FOUND.values())
        assert counts == {Verdict.REPRODUCED: 49, Verdict.WITHIN: 13, Verdict.OPEN: 19, Verdict.DIFFERS: 18}
        assert {key for key, each in FOUND.items() if each.verdict is Verdict.DIFFERS} == DIFFERING

    @pytest.mark.parametrize("found", FOUND.values(), ids=lambda each: f"{each.study.material}-{each.study.stage}")
    def test_the_verdict_says_what_the_numbers_say(self, found: Assessment) -> None:
        published = found.study.supply_risk
        assert found.low <= found.high
        assert (found.computed is None) == bool(found.missing)
        if found.computed is not None:
            assert found.low <= found.computed <= found.high
        inside = found.low - 0.05 - 1e-9 <= published <= found.high + 0.05 + 1e-9
        assert inside == (found.verdict is not Verdict.DIFFERS)
        if found.verdict is Verdict.REPRODUCED:
            assert found.computed is not None
            assert round(found.computed, 1) == pytest.approx(published)

    def test_a_few_that_matter_to_drones(self) -> None:
        for material, stage in (("magnesium", "processing"), ("lithium", "processing"), ("tungsten", "processing")):
            assert FOUND[material, stage].verdict is Verdict.REPRODUCED
        assert FOUND["dysprosium", "processing"].computed == pytest.approx(5.57, abs=0.01)
        assert FOUND["gallium", "processing"].verdict is Verdict.WITHIN

    def test_what_is_missing_is_named(self) -> None:
        assert FOUND["titanium", "extraction"].missing == ("import reliance",)
        assert FOUND["dysprosium", "extraction"].missing == ("shares of the EU",)
        assert FOUND["chromium", "extraction"].missing == ("shares of the EU",)
        assert FOUND["cadmium", "processing"].missing == ("shares of the world", "shares of the EU")

    @pytest.mark.parametrize(
        ("group", "members"), [("yttrium", HEAVY), ("cerium", LIGHT), ("platinum", PLATINUM_GROUP)]
    )
    def test_the_value_of_a_group_is_the_mean_of_its_members(self, group: str, members: tuple[str, ...]) -> None:
        highest = [
            max(found.study.supply_risk for (name, _), found in FOUND.items() if name == each) for each in members
        ]
        assert round(sum(highest) / len(highest), 1) == listings()[group].supply_risk

    def test_the_higher_stage_is_the_value_of_the_material(self) -> None:
        highest: dict[str, float] = {}
        for study in assessed():
            highest[study.material] = max(highest.get(study.material, 0.0), study.supply_risk)
        alone = {name: each.supply_risk for name, each in listings().items() if each.basis == "material"}
        assert {name: highest[name] for name in alone} == alone

    @pytest.mark.parametrize("key", [("gallium", "processing"), ("cobalt", "processing"), ("lead", "extraction")])
    def test_no_rounding_leads_outside_the_interval(self, key: tuple[str, str]) -> None:
        found, chance = FOUND[key], random.Random(7)
        for _ in range(200):
            study = found.study
            assert study.import_reliance is not None
            terms = Terms(
                chance.uniform(study.import_reliance - 0.005, study.import_reliance + 0.005),
                chance.uniform(max(0.0, study.recycling - 0.005), study.recycling + 0.005),
                chance.uniform(study.substitution - 0.005, study.substitution),
            )
            world, eu = (_drawn(*key, scope, half, chance) for scope, half in (("world", 0.05), ("eu", 0.5)))
            assert found.low <= supply_risk(world, eu, terms) <= found.high

    def test_a_missing_import_reliance_is_any(self) -> None:
        known = FOUND["magnesium", "processing"].study
        unknown = assess(dataclasses.replace(known, import_reliance=None))
        for reliance in (0.0, 0.3, 1.0):
            computed = assess(dataclasses.replace(known, import_reliance=reliance)).computed
            assert computed is not None
            assert unknown.low <= computed <= unknown.high
        assert unknown.computed is None


def test_governance_is_on_the_scale_of_the_eu() -> None:
    for country, each in governance().items():
        assert 0 <= each.least <= each.risk <= each.most <= 10, country
    assert governance()["NL"].risk < governance()["CN"].risk < governance()["KP"].risk


def _drawn(material: str, stage: str, scope: str, half: float, chance: random.Random) -> float:
    """The concentration of a supply with every share and governance drawn from what was rounded to the published."""
    supply = supplies()[material, stage, scope][0]
    known = {country: share for country, share in supply.shares.items() if country in governance()}
    shares = {country: max(0.0, share + chance.uniform(-half, half)) / 100 for country, share in known.items()}
    risks = {country: chance.uniform(governance()[country].least, governance()[country].most) for country in known}
    return concentration(shares, risks, dict.fromkeys(group_members("EU"), 0.8) | dict(supply.trade))
