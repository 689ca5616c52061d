"""Manufacturers: hard names, names that must not match, and a list without collisions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.companies.supplier_index import LIST, bare, by_form, one_edit_apart, similar
from bom.companies.suppliers import recognise
from depmap.core.evidence import Tier
from depmap.core.names import fold
from depmap.core.reference import items, load

CORPUS = Path(__file__).parents[1] / "corpora" / "suppliers.csv"
with CORPUS.open(encoding="utf-8", newline="") as corpus:
    HARD = list(csv.DictReader(corpus))

ROWS = load(LIST).rows


@pytest.mark.parametrize("row", HARD, ids=lambda row: row["text"])
def test_hard_names(row: dict[str, str]) -> None:
    found = recognise(row["text"])
    assert (found.status, found.name, ";".join(found.possible)) == (row["status"], row["name"], row["possible"])
    assert found.reason.nl
    assert found.reason.en
    assert (found.entry is not None) == (found.status in ("exact", "alias", "distributor"))


def test_nothing_at_all_is_a_placeholder() -> None:
    assert recognise("").status == recognise(" \u200b ").status == "placeholder"


def test_no_name_or_alias_stands_for_two_companies() -> None:
    owners: dict[str, set[str]] = {}
    for row in ROWS:
        for text in (row["name"], *items(row["aliases"])):
            for form in (fold(text), bare(fold(text))):
                owners.setdefault(form, set()).add(row["name"])
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}
    assert all(owners)


def test_every_listed_name_is_found() -> None:
    for row in ROWS:
        for text in (row["name"], *items(row["aliases"])):
            found = recognise(text)
            if row["kind"] == "standard":
                assert found.status == "placeholder"
            else:
                assert found.name == row["name"], text
                expected = {"distributor"} if row["kind"] == "distributor" else {"exact", "alias"}
                assert found.status in expected, text


def test_words_that_name_nobody_are_no_listed_names() -> None:
    for row in load("supplier_words").rows:
        assert fold(row["word"]) not in by_form(), row["word"]
        assert row["kind"] in ("placeholder", "ambiguous")
        for option in items(row["options"]):
            assert by_form()[fold(option)][1], option
        assert bool(row["options"]) == (row["kind"] == "ambiguous")


def test_products_are_no_makers() -> None:
    for row in ROWS:
        for product in items(row["products"]):
            found = recognise(product)
            assert (found.status, found.possible) == ("possible", (row["name"],)), product


def test_kinds_are_known() -> None:
    known = {"maker", "fabless", "brand", "distributor", "broker", "standard", "software"}
    assert {row["kind"] for row in ROWS} <= known


class TestEntries:
    def test_seat_parent_and_ownership_each_have_their_own_confidence(self) -> None:
        entry = recognise("Nexperia").entry
        assert entry is not None
        assert (entry.seat.value, entry.seat.tier) == ("NL", Tier.INFERRED)
        assert (entry.ownership.value, entry.ownership.tier) == ("CN", Tier.INFERRED)
        assert entry.seat.reference == load(LIST).info.reference
        assert "Wingtech" in (entry.parent.value or "")
        assert "beschikbaarheid" in entry.note.nl

    def test_what_is_general_knowledge_is_assumed(self) -> None:
        entry = recognise("Efinix").entry
        assert entry is not None
        assert (entry.seat.hint, entry.seat.known) == ("US", False)

    def test_several_countries_of_manufacture_are_no_hint(self) -> None:
        entry = recognise("Infineon").entry
        assert entry is not None
        assert entry.manufacture.tier is Tier.UNKNOWN
        assert entry.manufacture.value is None

    def test_one_verified_country_is_inferred_and_one_remembered_is_assumed(self) -> None:
        bosch, wima = recognise("Bosch Sensortec").entry, recognise("WIMA").entry
        assert bosch is not None
        assert wima is not None
        assert (bosch.manufacture.value, bosch.manufacture.tier) == ("DE", Tier.INFERRED)
        assert (wima.manufacture.value, wima.manufacture.tier) == ("DE", Tier.ASSUMED)

    def test_a_name_that_is_only_recognised_says_nothing_else(self) -> None:
        entry = recognise("Stackpole").entry
        assert entry is not None
        facts = (entry.seat, entry.parent, entry.ownership, entry.manufacture)
        assert {fact.tier for fact in facts} == {Tier.UNKNOWN}

    def test_a_distributor_is_never_a_place_of_manufacture(self) -> None:
        for row in ROWS:
            if row["kind"] == "distributor":
                entry = recognise(row["name"]).entry
                assert entry is not None
                assert entry.is_distributor
                assert entry.manufacture.value is None

    def test_where_sources_differ_the_seat_is_assumed(self) -> None:
        for name in ("TE Connectivity", "Garmin", "Silergy"):
            entry = recognise(name).entry
            assert entry is not None
            assert entry.seat.tier is Tier.ASSUMED

    def test_official_lists_are_named(self) -> None:
        entry = recognise("HiSilicon").entry
        assert entry is not None
        assert any("1260H" in flag for flag in entry.flags)


class TestLikeness:
    @pytest.mark.parametrize(
        ("one", "other", "apart"),
        [
            ("murata", "muratta", True),
            ("murata", "murta", True),
            ("murata", "nurata", True),
            ("molex", "moelx", True),
            ("murata", "murattta", False),
            ("abcd", "badc", False),
            ("yageo", "egayo", False),
        ],
    )
    def test_one_typing_error(self, one: str, other: str, apart: bool) -> None:
        assert one_edit_apart(one, other) is apart
        assert one_edit_apart(other, one) is apart

    @given(st.text("abc", max_size=6), st.text("abc", max_size=6))
    def test_it_is_symmetric(self, one: str, other: str) -> None:
        assert one_edit_apart(one, other) == one_edit_apart(other, one)

    def test_short_names_resemble_nothing(self) -> None:
        assert similar("xy") == ()
        assert similar("stx") == ()

    @given(st.data())
    def test_a_typing_error_anywhere_in_a_name_is_seen(self, data: st.DataObject) -> None:
        form = data.draw(st.sampled_from([form for form in sorted(by_form()) if len(form.replace(" ", "")) > 5]))
        place = data.draw(st.integers(0, len(form) - 1))
        before, letter, after = form[:place], form[place], form[place + 1 :]
        errors = [
            f"{before}{after}",
            f"{before}{letter}q{after}",
            f"{before}q{after}",
            f"{before}{after[:1]}{letter}{after[1:]}",
        ]
        wrong = data.draw(st.sampled_from(errors)).strip()
        assert similar(wrong)

    @given(st.text(max_size=15))
    def test_any_text_gets_an_answer(self, text: str) -> None:
        found = recognise(text)
        assert found.reason.nl
        assert list(found.possible) == sorted(set(found.possible))
