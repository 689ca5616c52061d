"""What nothing in a workbook settles is asked back, with the lines that answer it; what is clear is not asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bom.formats import open_file
from bom.pins.reading import read_mapping
from bom.pins.writing import mapping_text
from bom.raw import RawFile
from bom.reading import Question, Reading
from bom.tables.understand import understand
from depmap.core.issues import Severity
from tests.bom.grids import column, fields, raw, sheet
from tests.support import EXAMPLES

VENDOR = """
Part|Qty|Vendor|Unit price
Frame of carbon|1|Acmeq|12
Motor with cable|4|Voltq|30
"""
PRICES = """
Part number|Description|Price min|Price max
K-1|Frame of carbon|5|5
K-2|Motor with cable|30|45
K-3|Bracket of steel|7|9
"""
NUMBERS = """
Part number|Description|Qty|Unit price
K-1|Frame of carbon|1|'1.250
K-2|Motor with cable|4|'2.500
"""


def only(reading: Reading) -> Question:
    (question,) = reading.questions
    return question


def answered(given: RawFile, question: Question, answer: int, folder: Path) -> Reading:
    """The same file read by a mapping that holds the lines of one answer and nothing else."""
    lines = question.answers[answer].lines
    roles = [line for line in lines if line.startswith("role")]
    columns = [line for line in lines if line not in roles]
    path = folder / "map.toml"
    path.write_text(
        "\n".join(
            [
                "schema = 1",
                "[[files]]",
                f'name = "{given.name}"',
                "[[files.tables]]",
                f'sheet = "{question.cell.sheet}"',
                f"header_row = {question.cell.row}",
                *roles,
                "columns = [",
                *columns,
                "]",
            ]
        ),
        encoding="utf-8",
    )
    return understand(given, pins=read_mapping(path).pins_for(given.name, given.sha256))


def test_a_column_that_could_be_two_fields(tmp_path: Path) -> None:
    reading = understand(raw(VENDOR))
    question = only(reading)
    assert question.cell.column == "C"
    assert question.text.nl == "Wat staat er in kolom C 'Vendor': leverancier of fabrikant? Bijvoorbeeld 'Acmeq' in C2."
    assert question.text.en == "What does column C 'Vendor' hold: supplier or manufacturer? For example 'Acmeq' in C2."
    assert question.in_effect.en == "supplier"
    for number, field in enumerate(("supplier", "manufacturer")):
        after = answered(raw(VENDOR), question, number, tmp_path)
        assert fields(after.tables[0])["Vendor"] == field
        assert after.questions == ()


def test_a_maker_is_not_guessed_from_a_word_that_means_a_shop_as_well() -> None:
    assert "manufacturer" not in fields(understand(raw(VENDOR)).tables[0]).values()


@pytest.mark.parametrize(
    "names", [("Bosch", "Texas Instruments"), ("Mouser", "Digi-Key")], ids=["known makers", "known shops"]
)
def test_cells_that_say_it_are_not_asked_about(names: tuple[str, str]) -> None:
    given = VENDOR.replace("Acmeq", names[0]).replace("Voltq", names[1])
    assert understand(raw(given)).questions == ()


def test_a_maker_that_another_column_names_is_not_asked_about() -> None:
    given = "\n".join(
        f"{line}|{cell}" for line, cell in zip(VENDOR.strip().split("\n"), ("Maker", "A", "B"), strict=True)
    )
    assert understand(raw(given)).questions == ()


def test_two_columns_that_could_be_one_field(tmp_path: Path) -> None:
    question = only(understand(raw(PRICES)))
    assert question.text.en == "Which column is unit price: C 'Price min' ('30' in C3) or D 'Price max' ('45' in D3)?"
    assert question.in_effect.en == "column C"
    for number, price in enumerate((30, 45)):
        after = answered(raw(PRICES), question, number, tmp_path)
        assert column(after, "unit_price")[1] == price
        assert after.questions == ()


def test_two_columns_that_say_the_same_are_not_asked_about() -> None:
    same = PRICES.replace("|45", "|30").replace("|9", "|7")
    assert understand(raw(same)).questions == ()
    assert understand(raw(PRICES.replace("|45", "|").replace("|9", "|").replace("5|5", "5|"))).questions == ()


def test_columns_that_say_the_same_in_other_words_are_not_asked_about() -> None:
    text = "Part number|Qty|Fitted|Do not fit\nK-1|1|yes|no\nK-2|2|no|yes\nK-3|2|yes|no\n"
    assert understand(raw(text)).questions == ()
    contrary = understand(raw(text.replace("K-3|2|yes|no", "K-3|2|yes|yes")))
    assert only(contrary).text.en == (
        "Which column is populate: C 'Fitted' ('yes' in C4) or D 'Do not fit' ('yes' in D4)?"
    )


def test_an_exact_title_is_clear_beside_another() -> None:
    assert understand(raw(PRICES.replace("Price min", "Unit price"))).questions == ()


def test_numbers_that_are_two_numbers(tmp_path: Path) -> None:
    question = only(understand(raw(NUMBERS)))
    assert question.text.en.startswith(
        "Which is the decimal mark in column D 'Unit price' (unit price)? '1.250' is 1250"
    )
    assert question.in_effect.en == "unknown"
    for number, price in enumerate(("1250", "1.250")):
        after = answered(raw(NUMBERS), question, number, tmp_path)
        assert str(column(after, "unit_price")[0]) == price
        assert after.questions == ()


def test_a_variant_of_a_list(tmp_path: Path) -> None:
    lines = [f"Part {letter} of the kite|{number}|Maker {letter}q" for number, letter in enumerate("ABCDEFGHIJ", 1)]
    first = "\n".join(["Description|Qty|Manufacturer", *lines])
    second = "\n".join(["Description|Qty|Manufacturer", *lines[:7], "Mast|1|Maker X", "Sail|2|Maker Y"])
    given = raw(sheet(first, "BOM"), sheet(second, "BOM light"))
    reading = understand(given)
    question = only(reading)
    assert question.cell.sheet == "BOM light"
    assert len(reading.parts) == 10
    counted = [len(answered(given, question, number, tmp_path).parts) for number in range(2)]
    assert counted == [10, 19]


def test_a_copy_of_a_list_is_not_asked_about() -> None:
    given = raw(sheet(VENDOR.replace("Vendor", "Maker"), "BOM"), sheet(VENDOR.replace("Vendor", "Maker"), "Order"))
    assert understand(given).questions == ()


def test_a_question_is_an_issue_with_its_answers() -> None:
    reading = understand(raw(VENDOR))
    issue = reading.issues[0]
    assert (issue.code, issue.severity) == ("DI030", Severity.WARNING)
    assert "leverancier of fabrikant?" in issue.render("nl")
    assert "Read for now as: supplier." in issue.render("en")
    for field in ("supplier", "manufacturer"):
        assert f'{{ column = "C", header = "Vendor", field = "{field}" }},' in issue.render("en")


@pytest.mark.parametrize("given", [VENDOR, PRICES, NUMBERS], ids=["fields", "columns", "numbers"])
def test_saving_answers_nothing_until_somebody_does(given: str, tmp_path: Path) -> None:
    reading = understand(raw(given))
    path = tmp_path / "map.toml"
    path.write_text(mapping_text([reading], "nl"), encoding="utf-8")
    assert "# VRAAG: " in path.read_text(encoding="utf-8") or given == NUMBERS
    again = understand(raw(given), pins=read_mapping(path).pins_for("kite.xlsx", raw("").sha256))
    assert again.questions == reading.questions
    assert [table.lines for table in again.tables] == [table.lines for table in reading.tables]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.xlsx")) + sorted(EXAMPLES.glob("*.csv")), ids=lambda p: p.name)
def test_clear_workbooks_get_no_question(path: Path) -> None:
    assert understand(open_file(path)).questions == ()
