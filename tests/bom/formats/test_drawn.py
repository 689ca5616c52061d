"""Tables drawn in text: each has its own header and section, wherever it stands between lines of prose."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bom as reader
from bom.formats import open_file
from bom.formats._drawn import drawn_tables
from bom.raw import RawFile

PAGE = """# Rover

Small, built in 2024 | maintained by us. Two motors, four wheels, one board.

## Electronics

| Part | Qty | Price | Link |
|------|----:|:-----:|------|
| ESP32 board | 1 | €8.50 | [shop](https://shop.example/1) |
| **Motor driver** | 2 | €3.00 | <https://shop.example/2> |
| `IMU` &amp; cable \\| blue | 1 | €2.10 | |

## Mechanics

# | Item | Quantity | Material
--|------|----------|---------
1 | [Chassis plate](https://shop.example/3) | 1 | Acrylic
2 | Wheel | 4 | Rubber

Run `make` | see the docs. Then:

| Pin | Function |
|-----|----------|
| 1 | ground |
| 2 | 5 V |

And so on, on the next pages.
"""
GRID = """Parts
=====

+-----------+-----+------------+
| Reference | Qty | Value      |
+===========+=====+============+
| R1, R2,   | 3   | 10k        |
| R3        |     |            |
+-----------+-----+------------+
| U1        | 1   | ATmega328P |
+-----------+-----+------------+
"""
ORG = """#+TITLE: Parts
* List
| Part  | Qty | Price |
|-------+-----+-------|
| Board |   1 |  8.50 |
| Servo |   2 |  3.00 |
|-------+-----+-------|
| Total |     | 14.50 |
#+TBLFM: @>$3=vsum(@I..@II)
"""
QUERY = """+-------+----------+--------------+
| part  | quantity | manufacturer |
+-------+----------+--------------+
| motor |        4 | Maxon        |
| esc   |        4 | Hobbywing    |
+-------+----------+--------------+
2 rows in set (0.01 sec)
"""


def opened(folder: Path, text: str, name: str = "README.md") -> RawFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return open_file(path)


def filled(file: RawFile, sheet: int = 0) -> dict[int, tuple[object, ...]]:
    """Row number -> cells of the rows with more than one."""
    rows = enumerate(file.sheets[sheet].rows, 1)
    return {number: tuple(row) for number, row in rows if len(row) > 1}


def test_every_table_is_a_section_with_its_own_header(tmp_path: Path) -> None:
    file = opened(tmp_path, PAGE)
    assert (file.format, file.issues) == ("drawn", ())
    assert [sheet.name for sheet in file.sheets] == ["Electronics", "Mechanics", "Run `make` | see the docs. Then"]
    assert filled(file) == {
        7: ("Part", "Qty", "Price", "Link"),
        9: ("ESP32 board", "1", "€8.50", "https://shop.example/1"),
        10: ("Motor driver", "2", "€3.00", "https://shop.example/2"),
        11: ("IMU & cable | blue", "1", "€2.10"),
    }
    assert filled(file, 1)[17] == ("1", "Chassis plate", "1", "Acrylic", "https://shop.example/3")
    reading = reader.understand(file)
    assert [(table.sheet, table.header_row, len(table.lines)) for table in reading.tables] == [
        ("Electronics", 7, 3),
        ("Mechanics", 15, 2),
    ]
    assert [line.values.get("url") for line in reading.tables[1].lines] == ["https://shop.example/3", None]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            GRID,
            {5: ("Reference", "Qty", "Value"), 7: ("R1, R2, R3", "3", "10k"), 10: ("U1", "1", "ATmega328P")},
        ),
        (
            ORG,
            {
                3: ("Part", "Qty", "Price"),
                5: ("Board", "1", "8.50"),
                6: ("Servo", "2", "3.00"),
                8: ("Total", None, "14.50"),
            },
        ),
        (
            QUERY,
            {
                2: ("part", "quantity", "manufacturer"),
                4: ("motor", "4", "Maxon"),
                5: ("esc", "4", "Hobbywing"),
            },
        ),
    ],
)
def test_other_ways_to_draw(tmp_path: Path, text: str, rows: dict[int, tuple[object, ...]]) -> None:
    file = opened(tmp_path, text, "parts.txt")
    assert [sheet.name for sheet in file.sheets] == [""]
    assert filled(file) == rows
    assert reader.understand(file).is_bom


def test_text_without_a_rule_is_no_drawn_table(tmp_path: Path) -> None:
    assert opened(tmp_path, "part|qty|ref\nR 1k|2|R1, R2\nC 1u|1|C1\n", "bom.txt").format == "text"
    assert not drawn_tables(["a | b", "", "--|--", "1 | 2"])


def test_equal_titles_are_told_apart(tmp_path: Path) -> None:
    table = "| Part | Qty |\n|---|---|\n| nut | 1 |\n\n"
    assert [sheet.name for sheet in opened(tmp_path, f"Parts:\n\n{table}" * 2 + table).sheets] == [
        "Parts",
        "Parts (2)",
        "table 3",
    ]


@pytest.mark.parametrize("piece", ["**", "** ", "[", "![", "<http://", "`a ", "a|", "-|", "| "])
def test_no_text_makes_the_search_run_in_circles(piece: str) -> None:
    line = piece * (300_000 // len(piece)) + "|"
    start = time.process_time()
    drawn_tables(["a|b", "-|-", line, line])
    assert time.process_time() - start < 5


@given(st.lists(st.text(alphabet="|+-= aR1:\\*[]()<>", max_size=20), max_size=12))
def test_rows_stand_on_their_own_lines(lines: list[str]) -> None:
    tables = drawn_tables(lines)
    at = [row for table in tables for row, _ in table.rows]
    assert at == sorted(set(at))
    assert all(table.first <= row < table.end for table in tables for row, _ in table.rows)


def test_a_section_without_quantities_is_no_summary_of_costs(tmp_path: Path) -> None:
    four = "|---|---|---|---|"
    page = [
        *("## Core", "", "| Item | Quantity | Price | Source |", four, "| Board | 1 | 7.5 | Shop |", ""),
        *(
            "## Power",
            "",
            "| Item | Description | Price | Source |",
            four,
            "| Lead | USB lead, 1 m long | 3 | Shop |",
            "",
        ),
        *(
            "## Costs",
            "",
            "| Description | Price |",
            "|---|---|",
            "| All parts of the board | 7.5 |",
            "| All cables | 3 |",
        ),
    ]
    reading = reader.understand(opened(tmp_path, "\n".join(page)))
    assert [(table.sheet, table.role.value) for table in reading.tables if table.lines] == [
        ("Core", "parts"),
        ("Power", "parts"),
        ("Costs", "not_a_parts_table"),
    ]


def test_a_price_for_one_beside_a_price_for_all_is_a_list_and_a_summary_set_aside_is_said(tmp_path: Path) -> None:
    page = [
        *(
            "## Bought",
            "",
            "| Item | Quantity | Price |",
            "|---|---|---|",
            "| Board | 1 | 7.5 |",
            "| Servo | 2 | 3 |",
            "",
        ),
        *(
            "## To buy",
            "",
            "| No. | Part | Unit price | Total price |",
            "|---|---|---|---|",
            "| 3 | GPS module | 80 | 80 |",
        ),
        *("| 4 | Motor, 4 pieces | 50 | 200 |", "| 5 | Propeller | 5 | 20 |", ""),
        *(
            "## Costs",
            "",
            "| Description | Price |",
            "|---|---|",
            "| All parts of the board | 7.5 |",
            "| All cables | 3 |",
        ),
    ]
    reading = reader.understand(opened(tmp_path, "\n".join(page)))
    assert [(table.sheet, table.role.value, len(table.lines)) for table in reading.tables] == [
        ("Bought", "parts", 2),
        ("To buy", "parts", 3),
        ("Costs", "not_a_parts_table", 2),
    ]
    aside = next(issue for issue in reading.issues if issue.code == "DI017")
    assert (str(aside.cell), "summary of costs" in aside.message.en) == ("Costs!A18", True)


RULED = """# Stückliste

## Elektronik

  ------------------------------------------------------------
       Menge Bauteil              Bezugsquelle
             oder Modul
  ---------- -------------------- ----------------------------
          1× Arduino Nano V3      https://shop.example/1
             (ATmega328P, CH340)

          2× Arcade-Taster        https://shop.example/2

             alternativ: Schalter https://shop.example/3
             (rot)
  ------------------------------------------------------------

## Gehäuse

  ----------------------------------------
       Menge Bauteil      Bezugsquelle
  ---------- ------------ ----------------
          1× Kanal 60 mm  Baumarkt
  ----------------------------------------

Und so weiter.
"""


def test_blanks_between_rules_make_columns_and_blank_lines_end_rows(tmp_path: Path) -> None:
    file = opened(tmp_path, RULED, "bom.md")
    assert file.format == "drawn"
    assert [sheet.name for sheet in file.sheets] == ["Elektronik", "Gehäuse"]
    first = file.sheets[0].rows
    assert first[5] == ("Menge", "Bauteil oder Modul", "Bezugsquelle")
    assert first[8] == ("1×", "Arduino Nano V3 (ATmega328P, CH340)", "https://shop.example/1")
    reading = reader.understand(file)
    assert [(line.values["quantity"], line.values["description"]) for _, line in reading.parts] == [
        (1, "Arduino Nano V3 (ATmega328P, CH340)"),
        (2, "Arcade-Taster"),
        (1, "Kanal 60 mm"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "-----------\nA heading\n-----------\n\nSome words.\n",
        "---\ntitle: Rover\n---\n\nSome words.\n",
        "Part    Qty\n------- ---\nmotor   2\nframe   1\nbelt    4\n",
        RULED.replace("  ---------- -------------------- ----------------------------\n", "").split("## Geh")[0],
    ],
    ids=["a heading", "front matter", "no line above the titles", "no columns"],
)
def test_other_lines_of_dashes_begin_no_table(text: str) -> None:
    assert drawn_tables(text.splitlines()) == []
