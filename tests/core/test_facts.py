"""Facts of the lists that a second source gives: dates of NATO, the trap of political stability, articles of laws."""

from __future__ import annotations

import re

import pytest

import risk_rules
from depmap.core.reference import list_ids, load
from tools.accuracy import accuracy_page
from tools.assumed import assumed
from tools.facts import facts_page

NATO = {
    1949: "BE CA DK FR GB IS IT LU NL NO PT US",
    1952: "GR TR",
    1955: "DE",
    1982: "ES",
    1999: "CZ HU PL",
    2004: "BG EE LT LV RO SI SK",
    2009: "AL HR",
    2017: "ME",
    2020: "MK",
    2023: "FI",
    2024: "SE",
}
"""Members by the year in which they joined."""

EMBARGO = "AF BY CD CF HT IQ IR KP LB LY MM RU SD SO SS SY VE YE ZW"
"""Countries under an EU arms embargo or arms restrictions on 22 August 2026, and Lebanon; China has a declaration."""

RULES = {row["id"]: row for row in load("legal_rules").rows}


class TestCountries:
    def test_nato_grew_as_it_did(self) -> None:
        found: dict[int, list[str]] = {}
        for row in load("countries").rows:
            if row["nato_since"]:
                found.setdefault(int(row["nato_since"][:4]), []).append(row["iso2"])
        assert {year: " ".join(sorted(codes)) for year, codes in sorted(found.items())} == NATO
        assert sum(map(len, found.values())) == 32

    def test_the_last_two_members_have_a_date(self) -> None:
        since = {row["iso2"]: row["nato_since"] for row in load("countries").rows}
        assert (since["FI"], since["SE"]) == ("2023-04-04", "2024-03-07")

    def test_arms_embargoes(self) -> None:
        found = {row["iso2"] for row in load("countries").rows if row["eu_arms_embargo"]}
        assert found - {"CN"} == set(EMBARGO.split())

    def test_political_stability_is_the_trap_that_its_note_warns_of(self) -> None:
        stability = {row["iso2"]: float(row["stability_2024"] or "nan") for row in load("countries").rows}
        assert abs(stability["CN"] - stability["US"]) < 2
        assert stability["IL"] < stability["RU"]
        assert stability["TW"] > stability["US"]
        assert "Do not judge a country by it alone" in load("countries").info.note


class TestLegalRules:
    def test_the_exact_words_of_the_35_percent(self) -> None:
        assert RULES["safe-16-10"]["quote"].startswith("The cost of components originating outside the Union, EEA EFTA")
        assert "shall not be higher than 35 %" in RULES["safe-16-10"]["quote"]
        assert RULES["safe-16-10"]["version"] == "2026-04-15"
        assert "Ukraine does not count" in RULES["edip-10-3"]["summary_en"]
        assert "telt hier niet mee" in RULES["edip-10-3"]["summary_nl"]

    @pytest.mark.parametrize("row", RULES.values(), ids=lambda row: row["id"])
    def test_what_nobody_looked_up_says_so(self, row: dict[str, str]) -> None:
        assert re.fullmatch(r"[a-z0-9-]+", row["id"])
        assert row["summary_nl"] != row["summary_en"] or row["id"] == "dsii"
        assert row["url"].startswith("https://")
        if row["confidence"] == "assumed":
            assert "niet nagegaan" in row["summary_nl"]
            assert "not checked" in row["summary_en"]

    def test_the_laws_that_rules_rest_on_are_in_the_list(self) -> None:
        listed = {number for row in RULES.values() for number in re.findall(r"\d{4}/\d+", row["instrument"])}
        named = {
            number
            for rule in risk_rules.all_rules()
            for number in re.findall(r"(?:\(EU\)) (\d{4}/\d+)", rule.reference.en)
        }
        assert named <= listed, named - listed


def test_every_assumed_fact_can_be_listed() -> None:
    found = list(assumed())
    assert len(found) == len(set(found))
    words = [word for list_id in list_ids() for row in load(list_id).rows for word in row.values()]
    assert len(found) == words.count("assumed")
    assert ("materials", "neodymium", "name_nl", "neodymium") in {each[:4] for each in found}
    assert ("class_materials", "bldc-motor / aluminium", "", "") in {each[:4] for each in found}


def test_the_page_of_facts_names_every_assumed_one() -> None:
    page = facts_page()
    found = list(assumed())
    assert f"{len(found):,} facts are assumed." in page
    counted = [int(number.replace(",", "")) for number in re.findall(r"^## .*\(([\d,]+)\)$", page, re.MULTILINE)]
    assert sum(counted) == len(found)
    for list_id, row, *_ in found:
        if list_id in ("manufacturers", "part_families", "country_aliases"):
            assert row.replace("|", "\\|").replace("<", "&lt;") in page, row


def test_the_page_on_accuracy_computes_what_it_can_and_dates_the_rest() -> None:
    page = accuracy_page()
    computed, measured = (
        page.split("## What the repository can show")[1],
        page.split("## What the repository can show")[0],
    )
    assert re.search(r"\| 95% \| classes that are given, of the labelled lines \| \d+ \| 9[5-9]\.\d% \|", computed)
    assert re.search(r"\| resistor \| \d+ \| \d+\.\d% \| \d+ \| \d+\.\d% \|", computed)
    assert "22 November 2026" in measured
    assert "first contact" in measured
