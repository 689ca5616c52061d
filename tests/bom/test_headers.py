"""Titles of columns: every known spelling means its field, and names that only look alike mean none."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bom.columns.headers import match
from bom.columns.titles import AMBIGUOUS, plain
from bom.fields import BY_KEY, FIELDS, base, numbered
from bom.tables.header_rows import CLEAR

CORPUS = Path(__file__).parents[1] / "corpora" / "headers.csv"


def corpus() -> list[tuple[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return [(row["title"], row["field"]) for row in csv.DictReader(file) if not row["title"].startswith("# ")]


@pytest.mark.parametrize(("title", "field"), [pair for pair in corpus() if pair[1]])
def test_a_known_title_means_its_field(title: str, field: str) -> None:
    found = match(title)
    assert found, title
    assert found[0].field == field


@pytest.mark.parametrize("title", [title for title, field in corpus() if not field])
def test_a_title_of_something_else_is_no_clear_title(title: str) -> None:
    assert all(candidate.score < CLEAR for candidate in match(title))


def test_every_synonym_of_the_table_is_recognised() -> None:
    ambiguous = {plain(word) for words, _ in AMBIGUOUS for word in words.split("|")}
    for field in FIELDS:
        for synonym in field.synonyms:
            if plain(synonym) not in ambiguous:
                assert field.key in [candidate.field for candidate in match(synonym)], synonym


def test_a_spelling_stands_under_one_field_only() -> None:
    """What means two things belongs in the list of ambiguous titles, where the cells decide."""
    ambiguous = {plain(word) for words, _ in AMBIGUOUS for word in words.split("|")}
    owners: dict[str, str] = {}
    for field in FIELDS:
        for synonym in field.synonyms:
            name = plain(synonym)
            assert name in ambiguous or owners.setdefault(name, field.key) == field.key, synonym


def test_ambiguous_titles_name_known_fields() -> None:
    assert {key for _, keys in AMBIGUOUS for key in keys} <= set(BY_KEY)


def test_reasons_speak_both_languages_and_quote_the_title() -> None:
    reason = match("Aantal")[0].reason
    assert reason.nl == "kop 'Aantal' is een bekende naam voor aantal"
    assert reason.en == "header 'Aantal' is a known name for quantity"


@pytest.mark.parametrize("key", [field.key for field in FIELDS])
def test_numbered_keys_lead_back_to_their_field(key: str) -> None:
    assert base(numbered(key, 1)) == base(numbered(key, 12)) == key
