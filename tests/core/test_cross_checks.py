"""Every list against a second source: the members of the EU by code, Unicode, the other stage, the acts themselves."""

from __future__ import annotations

import pytest

from depmap.core.countries import group_members
from depmap.core.material_lists import export_measures, listings, supplies
from depmap.core.names import fold
from depmap.core.reference import items, load

EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
"""Treaty on European Union, Article 52, without the United Kingdom; Greece is GR here, not EL."""

SHORTER = {"HK", "MM", "MO"}
"""Countries that Unicode has a longer name for ("Hong Kong SAR China")."""

COUNTRIES = {row["iso2"]: row for row in load("countries").rows}
COMPANIES = {row["name"]: row for row in load("manufacturers").rows}

NAMED_IN_ACTS = {
    "s.154": "BYD;CATL;Envision;EVE Energy;Gotion;Hithium",
    "s.889": "Huawei;ZTE;Hytera;Hikvision;Dahua",
    "s.5949": "SMIC;CXMT;YMTC",
    "1260H": "DJI;Autel;Hesai;Quectel;Hikvision;CATL",
}
"""What the acts name, as the list of laws says; a company is found where it is listed: among makers or entities."""


class TestCountries:
    def test_the_european_union_by_code(self) -> None:
        assert sorted(group_members("EU")) == EU
        assert [code for code, row in COUNTRIES.items() if row["eu27"] == "yes"] == EU

    def test_whose_components_count_follows_from_membership(self) -> None:
        """SAFE: the Union, EEA EFTA and Ukraine; EDIP: the Union and its associated countries, without Ukraine."""
        eea = {code for code, row in COUNTRIES.items() if row["eea_efta"] == "yes"}
        assert eea == {"IS", "LI", "NO"}
        assert {code for code, row in COUNTRIES.items() if row["safe_origin"] == "yes"} == {*EU, *eea, "UA"}
        assert {code for code, row in COUNTRIES.items() if row["edip_origin"] == "yes"} == {*EU, *eea}

    @pytest.mark.parametrize("language", ["nl", "en"])
    def test_names_are_those_of_unicode(self, language: str) -> None:
        """Where Babel is installed; it is no part of depmap."""
        names = pytest.importorskip("babel").Locale(language).territories
        differ = {code for code, row in COUNTRIES.items() if names[code] != row[f"name_{language}"]}
        assert differ == SHORTER

    def test_the_codes_of_three_letters_are_those_of_unicode(self) -> None:
        aliases = pytest.importorskip("babel.core").get_global("territory_aliases")
        known = {code: row["iso3"] for code, row in COUNTRIES.items() if row["iso3"] in aliases}
        assert len(known) > 240
        assert {code for code, iso3 in known.items() if aliases[iso3] != [code]} == set()

    def test_governance_lies_between_its_years_and_covers_the_large_suppliers(self) -> None:
        rows = {row["country"]: row for row in load("governance").rows}
        for row in rows.values():
            assert 0 <= float(row["least"]) <= float(row["risk"]) <= float(row["most"]) <= 10
        shares = [(country, share) for some in supplies().values() for country, share in some[0].shares.items()]
        assert {country for country, _ in shares} <= set(COUNTRIES)
        assert max(share for country, share in shares if country not in rows) < 3


class TestMaterials:
    def test_the_higher_of_the_two_stages_is_the_supply_risk_of_the_material(self) -> None:
        """Two transcriptions of the study: by stage, and of the material; what is listed as a group has its own."""
        stages: dict[str, list[float]] = {}
        for row in load("supply_risk").rows:
            stages.setdefault(row["material"], []).append(float(row["supply_risk"]))
        alone = {name: each for name, each in listings().items() if each.basis == "material" and name in stages}
        assert len(alone) > 30
        assert {name for name, each in alone.items() if max(stages[name]) != each.supply_risk} == set()

    def test_what_china_controls_china_supplies(self) -> None:
        for measure in export_measures():
            for name in measure.materials:
                shares = [some[0].shares.get("CN", 0.0) for key, some in supplies().items() if key[0] == name]
                assert max(shares) > 10, name


class TestCompanies:
    @pytest.mark.parametrize("act", NAMED_IN_ACTS)
    def test_companies_that_acts_name_are_marked(self, act: str) -> None:
        entities = {row["name"] for row in load("listed_entities").rows if act.replace("s.", "s. ") in row["list"]}
        flagged = [row for row in COMPANIES.values() if act in row["flags"]]
        names = entities.union(*({row["name"], *items(row["aliases"])} for row in flagged))
        marked = {fold(name).split(" ")[0] for name in names}
        assert {name for name in NAMED_IN_ACTS[act].split(";") if fold(name).split(" ")[0] not in marked} == set()

    def test_acts_name_them_in_the_list_of_laws(self) -> None:
        laws = {row["id"]: row["summary_en"] for row in load("legal_rules").rows}
        for act, law in {"s.154": "ndaa-2024-154", "s.889": "ndaa-2019-889", "s.5949": "ndaa-2023-5949"}.items():
            assert all(name in laws[law] for name in NAMED_IN_ACTS[act].split(";")), act

    def test_a_parent_that_is_listed_itself_has_the_same_country_there(self) -> None:
        for row in COMPANIES.values():
            parent = COMPANIES.get(row["parent"])
            if parent is not None and row["parent_country"] and parent["seat"]:
                assert set(items(row["parent_country"])) & {*items(parent["seat"]), *items(parent["parent_country"])}, (
                    row
                )
