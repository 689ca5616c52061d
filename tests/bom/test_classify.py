"""A component class only where the words leave no doubt; what is easy to replace is never guessed."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.classes.classify import classify
from bom.classes.listed import ease, keywords, prefixes
from bom.classes.words import COMPOUNDS, DIELECTRICS, MATERIALS
from tests.support import ROOT


def corpus() -> list[dict[str, str]]:
    """Descriptions as people write them, labelled by hand; an empty class must stay unknown."""
    with (ROOT / "tests/corpora/classes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def found(row: dict[str, str]) -> str | None:
    return classify(row["text"], row["designators"].split(), row["category"])


def test_of_the_classes_given_at_least_97_in_100_are_right() -> None:
    given_classes = [(row, name) for row in corpus() if (name := found(row))]
    wrong = [(row["text"], name) for row, name in given_classes if name != row["class"]]
    assert len(wrong) <= 0.03 * len(given_classes), wrong


def test_nothing_passes_for_easier_to_replace_than_it_is() -> None:
    for row in corpus():
        name = found(row)
        if name is not None and not ease()[name]:
            assert row["class"] and not ease()[row["class"]], row


def test_of_the_clear_descriptions_at_least_nine_in_ten_get_their_class() -> None:
    clear = [row for row in corpus() if row["class"]]
    assert sum(found(row) == row["class"] for row in clear) >= 0.9 * len(clear)


@pytest.mark.parametrize("row", [row for row in corpus() if not row["class"]], ids=lambda row: row["text"][:40])
def test_what_is_not_clear_stays_unknown(row: dict[str, str]) -> None:
    assert found(row) is None


@pytest.mark.parametrize(
    ("designators", "name"),
    [
        (["R1", "R2"], "resistor"),
        (["R1", "C2"], None),
        (["C1"], None),
        (["U1"], None),
        (["D1"], None),
        (["Q1"], None),
        (["Reset"], None),
        ([], None),
    ],
)
def test_designators_decide_only_where_their_prefix_has_one_meaning(designators: list[str], name: str | None) -> None:
    assert classify("0402", designators) == name


def test_designators_forbid_another_class() -> None:
    assert classify("Bare PCB, 4 layers", []) == "circuit-board"
    assert classify("Bare PCB, 4 layers", ["J1"]) is None
    assert classify("camera 1080p", ["J1"]) is None


def test_words_come_before_designators_between_what_is_equally_easy() -> None:
    assert classify("ferrite bead 600R", ["R7"]) == "inductor"


def test_a_category_decides_where_the_description_names_nothing() -> None:
    assert classify("M3 x 8 mm pan head", (), "Screws") == "fastener"
    assert classify("Cable gland", (), "Screws") is None
    assert classify("Box", (), "Aluminium") is None


@given(st.text(max_size=60), st.lists(st.text(max_size=5), max_size=3), st.text(max_size=20))
def test_any_text_has_a_listed_class_or_none(text: str, designators: list[str], category: str) -> None:
    assert classify(text, designators, category) in {None, *ease()}


@given(st.sampled_from(sorted(keywords())), st.sampled_from(["holder", "bracket", "driver", "gland", "houder"]))
def test_what_only_holds_or_drives_a_thing_is_not_that_thing(keyword: str, thing: str) -> None:
    name = classify(f"{keyword} {thing}")
    assert name is None or name in MATERIALS


def test_the_word_lists_name_listed_classes() -> None:
    named = {*COMPOUNDS.values(), *DIELECTRICS, *MATERIALS, *(name for names in prefixes().values() for name in names)}
    assert named <= set(ease())
