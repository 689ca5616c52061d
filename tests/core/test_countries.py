"""Countries: hard names, names that must not match, and the groups against independent sets."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depmap.core import countries
from depmap.core.countries import (
    country_name,
    did_you_mean,
    group_members,
    group_reasons,
    groups,
    recognise_country,
)
from depmap.core.names import fold
from depmap.core.reference import items, load

CORPUS = Path(__file__).parents[1] / "corpora" / "countries.csv"
with CORPUS.open(encoding="utf-8", newline="") as corpus:
    HARD = list(csv.DictReader(corpus))

EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
NATO = "AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK TR US"

AMBIGUOUS_NAMES = {("GE", "en"), ("GN", "en"), ("GN", "nl")}
"""Georgia and Guinea: their names are also those of others, so only longer ones count."""


@pytest.mark.parametrize("row", HARD, ids=lambda row: f"{row['text']}{' as code' if row['codes'] else ''}")
def test_hard_names(row: dict[str, str]) -> None:
    match = recognise_country(row["text"], codes=row["codes"] == "yes")
    assert (match.code or "", ";".join(match.options)) == (row["code"], row["options"]), match.reason.en


def test_korea_is_read_as_usual_and_says_so() -> None:
    match = recognise_country("Korea")
    assert match.code == "KR"
    assert match.assumed
    assert "North Korea" in match.reason.en
    assert "Noord-Korea" in match.reason.nl
    assert not recognise_country("South Korea").assumed


@pytest.mark.parametrize("row", load("countries").rows, ids=lambda row: row["iso2"])
def test_each_country_is_found_by_its_names_and_codes_and_no_other_is(row: dict[str, str]) -> None:
    for language in ("nl", "en"):
        if (row["iso2"], language) not in AMBIGUOUS_NAMES:
            assert recognise_country(row[f"name_{language}"]).code == row["iso2"]
            assert recognise_country(row[f"name_{language}"].upper()).code == row["iso2"]
    assert recognise_country(row["iso3"]).code == row["iso2"]
    expected = None if row["iso2"] == "NA" else row["iso2"]
    assert recognise_country(row["iso2"], codes=True).code == expected


def test_the_ambiguous_names_are_the_only_ones() -> None:
    unread = {
        (row["iso2"], language)
        for row in load("countries").rows
        for language in ("nl", "en")
        if recognise_country(row[f"name_{language}"]).code is None
    }
    assert unread == AMBIGUOUS_NAMES


def test_no_name_or_alias_stands_for_two_countries() -> None:
    readings: dict[str, set[str]] = {}
    for row in load("countries").rows:
        for text in (row["name_en"], row["name_nl"], row["iso3"]):
            readings.setdefault(fold(text), set()).add(row["iso2"])
    for row in load("country_aliases").rows:
        if row["kind"] in ("alias", "usual"):
            readings.setdefault(fold(row["alias"]), set()).add(row["iso2"])
    assert {text: codes for text, codes in readings.items() if len(codes) > 1} == {}


def test_every_alias_is_reached_and_says_what_it_should() -> None:
    for row in load("country_aliases").rows:
        match = recognise_country(row["alias"])
        if row["kind"] in ("alias", "usual"):
            assert match.code == row["iso2"], row
            assert match.assumed == (row["kind"] == "usual")
        elif row["kind"] == "ambiguous":
            assert match.code is None
            assert match.options == items(row["iso2"])
        else:
            assert row["kind"] == "none"
            assert (match.code, match.options) == (None, ()), row


def test_folded_aliases_are_unique() -> None:
    folded = [fold(row["alias"]) for row in load("country_aliases").rows]
    assert len(folded) == len(set(folded))
    assert all(folded)


@given(st.text(max_size=12))
def test_any_text_gets_an_answer_with_a_reason(text: str) -> None:
    match = recognise_country(text)
    assert match.reason.nl
    assert match.code is None or match.code in {row["iso2"] for row in load("countries").rows}


@given(st.sampled_from([row["name_nl"] for row in load("countries").rows]), st.sampled_from("abcdefghijklm"))
def test_one_letter_more_is_another_word(name: str, letter: str) -> None:
    other = recognise_country(name + letter).code
    assert other is None or other == recognise_country(name).code


class TestGroups:
    def test_eu(self) -> None:
        assert group_members("EU") == frozenset(EU.split())
        assert len(group_members("EU")) == 27

    def test_nato(self) -> None:
        assert group_members("NATO") == frozenset(NATO.split())
        assert len(group_members("NATO")) == 32

    def test_the_rest(self) -> None:
        assert group_members("NL") == {"NL"}
        assert group_members("NL+neighbours") == {"NL", "BE", "DE"}
        assert group_members("EU+EEA+UA") == group_members("EU") | {"IS", "LI", "NO", "UA"}
        assert group_members("without-CN").isdisjoint({"CN", "HK", "MO"})
        assert {"TW", "US", "NL"} <= group_members("without-CN")
        assert len(group_members("without-CN")) == len(load("countries").rows) - 3
        assert group_members("concern") == {"CN", "RU", "IR", "KP", "BY", "HK", "MO"}

    def test_safe_and_edip_origin_agree_with_the_regulations(self) -> None:
        rows = load("countries").rows
        assert {row["iso2"] for row in rows if row["safe_origin"]} == group_members("EU+EEA+UA")
        assert {row["iso2"] for row in rows if row["edip_origin"]} == group_members("EU+EEA")

    def test_each_member_of_concern_has_a_reason_in_both_languages(self) -> None:
        reasons = group_reasons("concern")
        assert set(reasons) == group_members("concern")
        assert all(reason.nl and reason.en and reason.nl != reason.en for reason in reasons.values())

    def test_names_and_members_hang_together(self) -> None:
        assert {"NL", "NL+neighbours", "EU", "EU+EEA", "EU+EEA+UA", "NATO", "without-CN", "concern"} == set(groups())
        codes = {row["iso2"] for row in load("countries").rows}
        for group in groups():
            assert group_members(group) <= codes
        for row in load("country_groups").rows:
            assert row["effect"] in ("in", "out")
            member = row["member"]
            assert member in codes or member.removeprefix("@") in load("countries").info.columns

    def test_an_unknown_group_is_an_error(self) -> None:
        with pytest.raises(KeyError):
            group_members("OPEC")


def test_names_in_both_languages() -> None:
    assert (country_name("NL", "nl"), country_name("NL", "en")) == ("Nederland", "Netherlands")
    assert country_name("HK", "nl") == "Hongkong"
    assert country_name("QQ", "nl") == "QQ"


def test_did_you_mean_is_for_typing() -> None:
    assert did_you_mean("Nederlnd", "nl")[0] == "Nederland"
    assert did_you_mean("Grmany", "en")[0] == "Germany"
    assert did_you_mean("zzzzzz", "en") == ()


def test_members_of_the_european_arms_embargo_include_russia_and_belarus() -> None:
    embargoed = {row["iso2"] for row in load("countries").rows if row["eu_arms_embargo"]}
    assert {"RU", "BY", "IR", "KP", "MM", "CN"} <= embargoed
    assert embargoed.isdisjoint(group_members("EU") | group_members("NATO"))


def test_prefixes_are_folded_and_longest_first() -> None:
    prefixes = [prefix.rstrip() for prefix in countries._PREFIXES]
    assert [fold(prefix) for prefix in prefixes] == prefixes
    assert prefixes == sorted(prefixes, key=lambda prefix: (-len(prefix), prefix))
