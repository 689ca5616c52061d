"""What the lists of materials say, against second sources: the annexes, the list of NATO, the leaders of a stage."""

from __future__ import annotations

import csv
import datetime
import re
import string
from pathlib import Path

import pytest

from depmap.core.evidence import Tier
from depmap.core.material_lists import (
    DATASETS,
    IMPORTANCE,
    STAGES,
    export_measures,
    listings,
    material_world,
    supplies,
)
from depmap.core.names import fold
from depmap.core.reference import items, load

CORPUS = Path(__file__).parents[1] / "corpora" / "material_leaders.csv"
with CORPUS.open(encoding="utf-8", newline="") as corpus:
    LEADERS = list(csv.DictReader(corpus))

NATO = {
    *("Aluminium", "Beryllium", "Cobalt", "Gallium", "Germanium", "Graphite"),
    *("Lithium", "Manganese", "Platinum", "Rare earth elements", "Titanium", "Tungsten"),
}
"""The list of 11 December 2024, as Argus Media and Metals Wire give it."""

STRATEGIC = {
    *("aluminium", "bismuth", "boron", "cobalt", "copper", "gallium", "germanium", "lithium", "magnesium"),
    *("manganese", "graphite", "nickel", "platinum", "neodymium", "silicon", "titanium", "tungsten"),
}
"""One material of each entry of Annex I of Regulation (EU) 2024/1252."""

ANNEX_II = [*string.ascii_lowercase, "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah"]


class TestListing:
    def test_annex_i_has_17_entries_and_each_is_there(self) -> None:
        entries = {each.strategic_annex: each.strategic for each in listings().values() if each.strategic}
        assert sorted(entries) == [f"Annex I({letter})" for letter in string.ascii_lowercase[:17]]
        assert len(set(entries.values())) == 17
        assert {listings()[name].strategic_annex for name in STRATEGIC} == set(entries)

    def test_annex_ii_has_34_entries_and_each_is_there(self) -> None:
        entries = {each.critical_annex: each.critical for each in listings().values() if each.critical}
        assert set(entries) == {f"Annex II({letters})" for letters in ANNEX_II}
        assert len(set(entries.values())) == 34

    def test_what_is_strategic_is_critical(self) -> None:
        for each in listings().values():
            assert bool(each.strategic) == bool(each.strategic_annex)
            assert bool(each.critical) == bool(each.critical_annex)
            assert each.critical or not each.strategic

    def test_entries_that_a_grade_limits_say_so(self) -> None:
        words = {name: each.strategic for name, each in listings().items()}
        for name in ("lithium", "manganese", "graphite", "nickel"):
            assert words[name].endswith("battery grade"), name
        assert words["boron"].endswith("metallurgy grade")
        for name in ("magnesium", "silicon", "titanium"):
            assert words[name].endswith("metal"), name
        magnets = {name for name, each in listings().items() if "permanent magnets" in each.strategic}
        assert magnets == {
            *("neodymium", "praseodymium", "terbium", "dysprosium", "gadolinium", "samarium", "cerium"),
        }

    def test_nato_names_twelve(self) -> None:
        assert {each.nato for each in listings().values() if each.nato} == NATO
        assert not listings()["palladium"].nato

    def test_critical_means_above_the_thresholds_of_the_act(self) -> None:
        """Article 4: supply risk from 1 and economic importance from 2.8; copper and nickel are strategic only."""
        for name, each in listings().items():
            if each.supply_risk is None or each.economic_importance is None:
                assert not each.critical, name
            elif name not in ("copper", "nickel"):
                assert bool(each.critical) == (each.supply_risk >= 1 and each.economic_importance >= 2.8), name

    def test_a_value_of_a_group_is_that_of_all_its_members(self) -> None:
        values: dict[str, set[tuple[float | None, float | None]]] = {}
        for each in listings().values():
            if each.basis.startswith("group: "):
                values.setdefault(each.basis, set()).add((each.supply_risk, each.economic_importance))
        assert set(values) == {"group: HREEs", "group: LREEs", "group: PGMs"}
        assert all(len(some) == 1 for some in values.values())

    def test_no_name_stands_for_two_materials(self) -> None:
        seen: dict[str, str] = {}
        for name, each in listings().items():
            own = each.material
            for word in {fold(text) for text in (own.id, own.name.nl, own.name.en, *own.aliases)}:
                assert seen.setdefault(word, name) == name, word

    def test_what_holds_several_listed_materials_means_none_of_them(self) -> None:
        words = {fold(word) for each in listings().values() for word in each.material.aliases}
        assert not words & {fold(word) for word in ("NdFeB", "SmCo", "GaAs", "LiFePO4", "brass", "steel wire", "ITO")}

    def test_symbols_are_different_and_codes_have_six_digits(self) -> None:
        symbols = [each.material.symbol for each in listings().values() if each.material.symbol]
        assert len(symbols) == len(set(symbols))
        assert all(re.fullmatch(r"[A-Z][a-z]?", symbol) for symbol in symbols)
        assert all(re.fullmatch(r"\d{6}", code) for each in listings().values() for code in each.hs6)


class TestShares:
    @pytest.mark.parametrize("row", LEADERS, ids=lambda row: f"{row['material']}-{row['stage']}-{row['scope']}")
    def test_the_largest_suppliers_are_those_that_the_study_names(self, row: dict[str, str]) -> None:
        study = supplies()[row["material"], row["stage"], row["scope"]][0]
        assert study.dataset == "EC 2023"
        named = {leader[:2]: float(leader[3:]) for leader in items(row["leaders"])}
        assert {country: study.shares.get(country) for country in named} == named
        others = [share for country, share in study.shares.items() if country not in named]
        assert max(others, default=0.0) <= min(named.values())

    def test_every_distribution_of_the_study_has_its_leaders_checked(self) -> None:
        checked = {(row["material"], row["stage"], row["scope"]) for row in LEADERS}
        rest = {key for key, some in supplies().items() if some[0].dataset == "EC 2023"} - checked
        assert {material for material, *_ in rest} == {
            *("erbium", "europium", "holmium", "lutetium", "thulium", "ytterbium"),
        }

    def test_shares_are_parts_of_one_whole_largest_first(self) -> None:
        for key, some in supplies().items():
            assert key[1] in STAGES
            assert key[2] in ("world", "eu")
            assert len({each.dataset for each in some}) == len(some)
            for each in some:
                assert each.dataset in DATASETS
                assert list(each.shares.values()) == sorted(each.shares.values(), reverse=True), key
                assert 0 < sum(each.shares.values()) <= 101.2, key
                assert set(each.trade) <= set(each.shares), key

    def test_newer_data_stand_beside_the_study(self) -> None:
        datasets = {key: [each.dataset for each in some] for key, some in supplies().items()}
        assert datasets["gallium", "processing", "world"] == ["EC 2023", "WMD 2026", "USGS 2026"]
        assert datasets["magnesium", "processing", "world"] == ["EC 2023", "USGS 2026"]
        newest = supplies()["gallium", "processing", "world"][-1]
        assert (newest.years, newest.shares) == ("2025", {"CN": 99.0})

    def test_lists_only_speak_of_known_materials(self) -> None:
        known = set(listings())
        assert {material for material, *_ in supplies()} <= known
        assert {row["material"] for row in load("class_materials").rows} <= known
        assert {row["material"] for row in load("supply_risk").rows} <= known
        assert {name for each in export_measures() for name in each.materials} <= known


class TestWorld:
    def test_each_class_of_components_has_its_materials(self) -> None:
        by_class = material_world().by_class
        assert set(by_class) == {row["id"] for row in load("component_classes").rows}
        for held in by_class.values():
            ranks = [IMPORTANCE.index(each.importance) for each in held]
            assert ranks == sorted(ranks)
            assert all(each.role.nl and each.role.en for each in held)

    def test_a_brushless_motor_certainly_holds_neodymium_and_perhaps_samarium(self) -> None:
        held = {each.material: each for each in material_world().by_class["bldc-motor"]}
        assert held["neodymium"].is_certain
        assert held["neodymium"].reference == load("class_materials").info.reference
        assert not held["samarium"].is_certain
        assert held["aluminium"].importance == "core"
        assert not held["aluminium"].is_certain, "nobody was read who says so"

    def test_stages_follow_the_study_and_world_mining_data_fills_in(self) -> None:
        stages = {stage.id: stage for some in material_world().stages.values() for stage in some}
        assert [stage.name for stage in material_world().stages["neodymium"]] == ["extraction", "processing"]
        assert "EC 2023" in stages["gallium/processing"].reference
        assert next(iter(stages["gallium/processing"].shares)) == "CN"
        assert "WMD 2026" in stages["platinum/extraction"].reference
        for stage in stages.values():
            assert 0 < sum(stage.shares.values()) <= 1 + 1e-9, stage.id
            assert stage.tier is Tier.INFERRED

    def test_what_is_published_under_no_country_stays_unknown(self) -> None:
        nickel = {stage.name: stage for stage in material_world().stages["nickel"]}
        assert 0.08 < nickel["extraction"].rest < 0.11

    def test_nothing_is_known_of_a_processed_material(self) -> None:
        assert "carbon-fibre" in material_world().materials
        assert "carbon-fibre" not in material_world().stages

    def test_the_threshold_is_the_only_thing_that_can_be_chosen(self) -> None:
        assert material_world(0.25).tolerates == 0.25
        assert material_world(0.25).stages == material_world().stages
        assert material_world() is material_world()


class TestExportControl:
    def test_china_controls_the_heavy_rare_earths_and_no_neodymium(self) -> None:
        controlled = material_world().export_control["CN"]
        assert {"dysprosium", "terbium", "gallium", "germanium", "graphite"} <= set(controlled)
        assert "neodymium" not in controlled
        assert list(controlled) == sorted(set(controlled))

    def test_the_suspension_that_ended_on_10_november_2026_is_open(self) -> None:
        ended = [each for each in export_measures() if each.until == "2026-11-10"]
        assert len(ended) == 3
        for each in ended:
            assert each.status == "open"
            assert each.counts
            assert "na te gaan" in each.note.nl
            assert "to be checked" in each.note.en

    def test_a_suspension_is_open_from_the_day_after_its_last(self) -> None:
        (ban,) = [each for each in export_measures() if each.status == "suspended"]
        assert ban.until == "2026-11-27"
        assert ban.status_on(datetime.date(2026, 11, 27)) == "suspended"
        assert ban.status_on(datetime.date(2026, 11, 28)) == "open"

    def test_what_is_not_suspended_keeps_its_status(self) -> None:
        day = datetime.date(2030, 1, 1)
        for each in export_measures():
            assert each.status in ("in force", "suspended", "open", "superseded")
            if each.status != "suspended":
                assert each.status_on(day) == each.status
            assert bool(each.until) == (each.status in ("suspended", "open"))
