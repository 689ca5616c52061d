"""Rows of delimited text with a separator in a field without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from bom.formats import open_file
from bom.grid import Grid
from bom.reading import Reading
from bom.tables.torn_rows import mend
from bom.tables.understand import understand

HEADER = "No,Name,Ref,Qty,Price,Shop,Note\n"
SOUND = (
    "1,Controller,U1,1,18.00,Mouser,\n2,Display,U2,1,8.00,Mouser,\n3,Regulator,U3,1,0.30,Farnell,\n"
    "4,Crystal,Y1,1,2.5,,\n"
)


def reading(folder: Path, text: str) -> Reading:
    path = folder / "bom.csv"
    path.write_text(text, encoding="utf-8")
    return understand(open_file(path))


def said(read: Reading) -> list[tuple[str, str]]:
    return [(issue.code, f"{issue.cell.column}{issue.cell.row}") for issue in read.issues if issue.cell]


def values(read: Reading, row: int) -> dict[str, object]:
    line = next(line for _, line in read.parts if line.row == row)
    return {key: value for key, value in line.values.items() if value is not None}


@pytest.mark.parametrize("end", ["Mouser,level shifter", "Mouser,", ",", ",,", ""])
def test_designators_without_quotation_marks_are_one_field(tmp_path: Path, end: str) -> None:
    """Also where the last fields are blank, so that the row seems no longer than the header."""
    read = reading(tmp_path, f"{HEADER}{SOUND}5,Transistor,Q1,Q2,2,0.15,{end}\n")
    found = values(read, 6)
    assert (found["designators"], found["quantity"], found["unit_price"]) == (("Q1", "Q2"), 2, Decimal("0.15"))
    assert found.get("supplier") == ("Mouser" if "Mouser" in end else None)
    assert ("DI044", "C6") in said(read)


def test_three_designators_are_one_field(tmp_path: Path) -> None:
    read = reading(tmp_path, f"{HEADER}{SOUND}5,Transistor,Q1,Q2,Q3,3,0.15,Mouser,fast\n")
    assert values(read, 6)["designators"] == ("Q1", "Q2", "Q3")
    assert values(read, 6)["notes"] == "fast"


def test_a_decimal_comma_without_quotation_marks_is_one_price(tmp_path: Path) -> None:
    text = (
        "Component,Text,Qty,Price,Link\nMotor,Turns,4,39.99 $,https://a.example/motor\n"
        "Cable,Joins,1,4.50 €,https://a.example/cable\nFan,Cools,1,4,82 $,https://a.example/fan\n"
        "Camera,Sees,1,9.99 $,https://a.example/camera\n"
    )
    read = reading(tmp_path, text)
    found = values(read, 4)
    assert (found["unit_price"], found["url"], found["quantity"]) == (Decimal("4.82"), "https://a.example/fan", 1)
    assert ("DI044", "D4") in said(read)
    assert [column.field for column in read.tables[0].columns if not column.header] in ([], [None])


def test_what_cannot_be_told_is_unknown(tmp_path: Path) -> None:
    """A comma in a name without a blank behind it: the cells right of it may be anything."""
    read = reading(tmp_path, f"{HEADER}{SOUND}5,Transistor,N-MOS,Q1,2,0.15,Mouser,fast\n")
    found = values(read, 6)
    assert "quantity" not in found
    assert "unit_price" not in found
    assert "supplier" not in found
    assert ("DI045", "C6") in said(read)


@pytest.mark.parametrize(
    "row",
    [
        "5,Wire,W1,as needed,2.00,Mouser,red",
        "5,Wire,W1,2,2.00,Mouser,red,and,more",
        "5,Wire,W1,2,see note,Mouser,",
        "5,Wire,,2,,,",
        '5,"Wire, red","W1,W2",2,"4,82",Mouser,',
        "5,Wire,J1,U7,2.00,Mouser,",
    ],
)
def test_a_row_with_odd_words_is_left_as_it_is(tmp_path: Path, row: str) -> None:
    read = reading(tmp_path, f"{HEADER}{SOUND}{row}\n")
    assert not {"DI044", "DI045"} & {code for code, _ in said(read)}
    assert str(values(read, 6)["description"]).startswith("Wire")


def test_titles_that_most_rows_contradict_tear_no_row(tmp_path: Path) -> None:
    rows = "".join(f"{n},Part {n},R{n},R{n + 1},2,0.15,Mouser\n" for n in range(1, 9))
    assert not {"DI044", "DI045"} & {code for code, _ in said(reading(tmp_path, HEADER + rows))}


STUCK = "Refs\tQty\tName\tMPN\nR1\t1\tResistor\tRC1206\nR2,R3\t2\tResistor\tRC0805\nC1\t1\tCapacitor\tC1206C\n"


def test_a_row_with_blanks_for_tabs_is_a_part_and_is_said(tmp_path: Path) -> None:
    read = reading(tmp_path, f"{STUCK}U3 1 Socket DIL8 1-390261-2\nR4\t1\tResistor\tRC1206\n")
    found = values(read, 5)
    assert (found["designators"], found["quantity"]) == (("U3",), 1)
    assert found["description"] == "Socket DIL8 1-390261-2"
    assert "mpn" not in found
    assert ("DI046", "A5") in said(read)


@pytest.mark.parametrize(
    "row", ["Power supply", "PS 2 Power", "Rev 2 board", "U3 few Socket", "U3 1", "U3 1 Socket\t\tDIL8"]
)
def test_a_title_with_numbers_is_no_such_part(tmp_path: Path, row: str) -> None:
    read = reading(tmp_path, f"{STUCK}{row}\nR4\t1\tResistor\tRC1206\n")
    assert "DI046" not in {code for code, _ in said(read)}


@pytest.mark.parametrize("rows", [[], [("C1", "1", "2")], [("C1", None, None), ("C2", "x", "y")]])
def test_few_rows_prove_nothing(rows: Sequence[Sequence[str | None]]) -> None:
    grid = Grid.of(rows)
    assert mend(("Ref", "Qty", "Price"), grid).rows == grid
