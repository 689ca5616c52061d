"""Numbers, dates and foreign text as people read them."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depmap.core.text import Language
from reports.words.format import date, number, percent, share, visible


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (12, "12", "12"),
        (0.5, "0,5", "0.5"),
        (1234.5, "1.234,5", "1,234.5"),
        (-1234, "-1.234", "-1,234"),
        (1234567, "1.234.567", "1,234,567"),
        (12345.67, "12.345,67", "12,345.67"),
        (Decimal("0.125"), "0,12", "0.12"),
        (-3.0, "-3", "-3"),
        (0, "0", "0"),
        (1e20, "100.000.000.000.000.000.000", "100,000,000,000,000,000,000"),
    ],
)
def test_numbers(value: float, nl: str, en: str) -> None:
    assert (number(value, "nl"), number(value, "en")) == (nl, en)


def test_money_keeps_its_zeros() -> None:
    assert number(12.5, "nl", decimals=2) == "12,50"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0, 0.0, "0%"),
        (0.001, 0.999, "<1% tot >99%"),
        (0.15, 0.4, "15% tot 40%"),
        (1.0, 1.0, "100%"),
        (None, None, "niet te bepalen"),
    ],
)
def test_shares_never_round_something_to_nothing(low: float | None, high: float | None, words: str) -> None:
    assert share(low, high, "nl") == words


@given(st.floats(0, 1))
def test_only_nothing_is_nought_percent(value: float) -> None:
    assert (percent(value) == "0%") == (value == 0)
    assert (percent(value) == "100%") == (value == 1)


@pytest.mark.parametrize(("language", "words"), [("nl", "21 november 2026"), ("en", "21 November 2026")])
def test_dates_in_words(language: Language, words: str) -> None:
    assert date("2026-11-21", language) == words
    assert date("2026-09", language) == {"nl": "september 2026", "en": "September 2026"}[language]
    assert date("2026", language) == "2026"


def test_invisible_characters_are_written_out() -> None:
    assert visible("a\u202eb\x1bc\ud800d\te") == "a<U+202E>b<U+001B>c\ufffdd e"
    assert visible("Würth Elektronik, 中国, Ω") == "Würth Elektronik, 中国, Ω"


@given(st.text(st.characters()))
def test_nothing_invisible_is_left(text: str) -> None:
    categories = {unicodedata.category(character) for character in visible(text)}
    assert not categories & {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
