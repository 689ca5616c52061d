"""Single cells: what is read, and what is reported instead of guessed."""

from __future__ import annotations

import contextlib
import csv
import datetime
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.cells.cell import plain_reader, read
from bom.cells.designators import expand
from bom.cells.faults import ColumnKind
from bom.cells.marks import holds_dnp, is_no_maker, title_says_not, yes_or_no
from bom.cells.numbers import Ambiguous, Mark, NotANumber, decimal_mark, parse
from bom.fields import BY_KEY, FIELDS, Kind
from bom.raw import Value

CORPUS = Path(__file__).parents[1] / "corpora" / "cells.csv"


def column(field: str, title: str = "", mark: str = "") -> ColumnKind:
    return ColumnKind(field, BY_KEY[field].kind, title, cast(Mark, mark))


def corpus() -> list[dict[str, str]]:
    with CORPUS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", corpus(), ids=lambda case: f"{case['field']}:{case['cell']}")
def test_a_cell_is_read_as_the_corpus_says(case: dict[str, str]) -> None:
    found = read(case["cell"], column(case["field"], case["title"], case["mark"]))
    value = found.value
    shown = " ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    if isinstance(value, Decimal):
        assert value == Decimal(case["value"])
    else:
        assert shown == case["value"]
    assert ",".join(f"{key}={text}" for key, text in found.extra.items()) == case["extra"]
    assert (found.fault.code if found.fault else "") == case["code"]


@pytest.mark.parametrize(
    ("field", "value", "read_as"),
    [
        ("part_number", 4700.0, "4700"),
        ("mpn", 33307, "33307"),
        ("mpn", 1e10, "10000000000"),
        ("value", 0.5, "0.5"),
        ("quantity", 2.5, Decimal("2.5")),
        ("quantity", 3, Decimal(3)),
        ("level", 2, "2"),
        ("populate", True, "True"),
        ("notes", datetime.date(2026, 3, 2), "2026-03-02"),
    ],
)
def test_typed_cells_of_a_spreadsheet(field: str, value: Value, read_as: object) -> None:
    assert read(value, column(field)).value == read_as


@pytest.mark.parametrize("field", ["mpn", "part_number", "supplier_part_number", "designators"])
def test_a_date_where_a_number_belongs_is_reported(field: str) -> None:
    found = read(datetime.datetime(2026, 1, 2), column(field))  # noqa: DTZ001
    assert found.value is None
    assert found.fault is not None
    assert found.fault.code == "DI012"
    assert "2026-01-02" in found.fault.message.nl


def test_a_truth_value_is_no_quantity() -> None:
    assert read(True, column("quantity")).value is None


@pytest.mark.parametrize("value", [None, "", "  ", "\n"])
def test_an_empty_cell_says_nothing_and_is_no_fault(value: Value) -> None:
    found = read(value, column("quantity"))
    assert (found.value, found.fault) == (None, None)


def test_stacked_values_keep_their_places() -> None:
    assert read("\nP33HCT-ND\n", column("supplier_part_number")).value == "\nP33HCT-ND"


def test_indentation_is_kept() -> None:
    assert read("   Motor", column("description")).value == "   Motor"


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_a_written_number_reads_back_in_both_notations(number: Decimal) -> None:
    english = f"{number:,.2f}"
    dutch = english.replace(",", "_").replace(".", ",").replace("_", ".")
    assert parse(english) == parse(dutch) == number


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    with contextlib.suppress(Ambiguous, NotANumber):
        assert parse(text).is_finite()


@given(st.text(max_size=60))
def test_any_text_can_stand_in_any_column(text: str) -> None:
    for field in BY_KEY:
        read(text, column(field))


def test_what_one_cell_proves_settles_the_others() -> None:
    assert decimal_mark(["1.250", "18,95"]) == ","
    assert decimal_mark(["1.250", "18.95"]) == "."
    assert decimal_mark(["1,5", "1.5"]) == ""


@given(st.lists(st.integers(1, 900), min_size=1, max_size=20, unique=True))
def test_designators_written_out_are_themselves(numbers: list[int]) -> None:
    names = tuple(f"C{number}" for number in numbers)
    assert expand(", ".join(names)) == names


NOBODY = ["any", "null", "DNP", "Made in China", "-", "n/a", "?", "zie opmerking"]
NOBODY += [
    "(PCB pads)",
    "[see the drawing]",
    "various (NOS, new old stock)",
    "(generic)",
    "any brand",
    "Diverse merken",
]
NOBODY += ["Generic (any supplier)", "verschiedene Hersteller", "part of the PCB", "divers fabricants"]


@pytest.mark.parametrize("text", NOBODY)
def test_what_names_no_maker(text: str) -> None:
    assert is_no_maker(text)


SOMEBODY = ["Bosch", "3M", "Any Power B.V.", "Nulectronics", "YAGEO(国巨)", "VCC (Visual Communications Company)"]
SOMEBODY += ["(Murata)", "onsemi or equivalent", "Various Inc.", "PCBWay", "Multiple Dimensions AG", "[Vishay]"]


@pytest.mark.parametrize("text", SOMEBODY)
def test_what_names_a_maker(text: str) -> None:
    assert not is_no_maker(text)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("DNP", True), ("0/DNP", True), ("100n (not fitted)", True), ("niet plaatsen", True), ("Do not mount", True),
        ("nicht bestücken", True), ("SNP-1", False), ("optional", False), ("NPN transistor", False),
        ("Notebook", False),
    ],
)  # fmt: skip
def test_marks_of_parts_that_are_not_placed(text: str, marked: bool) -> None:
    assert holds_dnp(text) is marked


@pytest.mark.parametrize(
    ("title", "cell", "placed"),
    [
        ("DNP", "T", False), ("Niet plaatsen", "ja", False), ("Plaatsen", "nee", False), ("Plaatsen", "ja", True),
        ("Place (YES/NO)", "NO", False), ("Bestückt", "nein", False), ("Fitted", "1", True), ("Monté", "non", False),
    ],
)  # fmt: skip
def test_a_mark_means_what_its_title_makes_of_it(title: str, cell: str, placed: bool) -> None:
    assert (yes_or_no(cell) is not title_says_not(title)) is placed


PLAIN_KINDS = [
    ColumnKind(field.key, field.kind) for field in FIELDS if field.kind not in {Kind.NUMBER, Kind.MONEY, Kind.WEEKS}
]
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["R1, R2", "R1-R4", "C1,C2", "1E+05", "4.7E+10", "LM358 (TI)", "  10k ", "n/a", "-", "a\nb (c)", " "]
    ),
    st.integers(-(10**17), 10**17),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
)


@given(CELLS, st.sampled_from(PLAIN_KINDS))
def test_what_is_read_at_a_glance_is_what_a_close_look_reads(value: Value, column: ColumnKind) -> None:
    glance = plain_reader(column.kind)(value)
    closely = read(value, column)
    assert glance is None or (glance == closely.value and closely.fault is None and not closely.extra)
