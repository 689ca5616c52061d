"""What ``depmap check --format json`` prints of a reading."""

from __future__ import annotations

import json

from bom.check_json import as_check_json, makers_of, refused_json
from tests.bom.grids import read, sheet

TEXT = """
Pos | Designator | Qty | Manufacturer | MPN | DNP | Unit price
1 | C1, C2 | 2 | Murata^TDK | GRM155^C1005 | | 0,5
2 | R1 | veel | any | RC0402 | | 0,1
3 | U1 | 1 | LCSC | STM32 | T | 12,5
4 | U2 | 1 | DNP | LM317 | | 1
"""


def test_the_contract() -> None:
    printed = as_check_json(read(TEXT), cells=True)
    assert json.loads(json.dumps(printed)) == printed
    assert printed["schema"] == 1
    assert printed["file"] == "kite.xlsx"
    assert printed["is_bom"] is True
    assert (printed["lines"], printed["dnp_lines"]) == (4, 2)
    assert printed["manufacturers"] == {"Murata": 1, "TDK": 1}
    assert printed["tables"] == [
        {
            "sheet": "Sheet1",
            "header_row": 1,
            "role": "parts",
            "columns": {
                "A": "line_id", "B": "designators", "C": "quantity", "D": "manufacturer",
                "E": "mpn", "F": "populate", "G": "unit_price",
            },
            "lines": 4,
        }
    ]  # fmt: skip


def test_cells_say_what_each_was_read_as() -> None:
    cells = as_check_json(read(TEXT), cells=True)["cells"]
    assert isinstance(cells, dict)
    assert cells["Sheet1!B2"] == {"designators": ["C1", "C2"]}
    assert cells["Sheet1!C2"] == {"quantity": 2}
    assert cells["Sheet1!C3"] == {"quantity": "veel"}
    assert cells["Sheet1!G2"] == {"unit_price": 0.5}
    assert cells["Sheet1!F2"] == {"populate": None}


def test_a_text_file_has_no_sheet() -> None:
    printed = as_check_json(read(sheet(TEXT, "")), cells=True)
    tables, cells = printed["tables"], printed["cells"]
    assert isinstance(tables, list)
    assert isinstance(tables[0], dict)
    assert tables[0]["sheet"] is None
    assert isinstance(cells, dict)
    assert "C2" in cells


def test_a_refused_file_says_why() -> None:
    printed = as_check_json(read("file | license\na.c | MIT"))
    assert (printed["is_bom"], printed["lines"], printed["tables"]) == (False, 0, [])
    assert "no bill of materials" in str(printed["error"])


def test_a_maker_counts_once_a_line_however_often_it_is_stacked() -> None:
    (line,) = (
        line for _, line in read("Qty | Manufacturer | MPN\n1 | NXP^NXP^Fairchild | BC807^BC807-40^BC80740").parts
    )
    assert makers_of(line) == ("NXP", "Fairchild")


def test_a_line_of_which_none_is_needed_counts_as_not_placed() -> None:
    printed = as_check_json(read("Ref | Value | Qty\nR1 | 10k | 1\nR2 | 10k | 0\nR3 | DNP | 1"))
    assert printed["dnp_lines"] == 2


def test_a_shop_that_makes_things_itself_is_a_maker() -> None:
    printed = as_check_json(read("Ref | Qty | Manufacturer | MPN\nU1 | 1 | Adafruit | 2375\nU2 | 1 | Digi-Key | 11"))
    assert printed["manufacturers"] == {"Adafruit": 1}


def test_placeholders_are_no_values() -> None:
    printed = as_check_json(
        read("Ref | Qty | Value | MPN\nR1 | 1 | 10k | Generic\nR2 | - | 10k | ?\nn/a | 1 | 1k | AB-12"), True
    )
    cells = printed["cells"]
    assert isinstance(cells, dict)
    assert cells["Sheet1!D2"] == {"mpn": None}
    assert (cells["Sheet1!B3"], cells["Sheet1!D3"]) == ({"quantity": None}, {"mpn": None})
    assert cells["Sheet1!A4"] == {"designators": None}


def test_a_file_that_cannot_be_opened_has_the_same_keys_and_a_reason() -> None:
    printed = refused_json("form.xml", "'form.xml' holds XML data.")
    assert printed.keys() <= as_check_json(read("")).keys()
    assert (printed["is_bom"], printed["tables"], printed["lines"]) == (False, [], 0)
