"""Headers that stand one cell beside their columns are read with the cells that suit them, or not moved at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bom.pins.reading import read_mapping
from bom.pins.writing import mapping_text
from bom.reading import Reading
from bom.tables.slipped import slip
from bom.tables.understand import understand
from tests.bom.grids import column, raw

TITLES = "Designator|Value|Footprint|Manufacturer|MPN|Qty"
ROWS = (
    "R1, R2|10k|R_0603|Yageo|RC0603FR-0710KL|2",
    "C1|100nF|C_0402|Murata|GRM155R71C104KA88D|1",
    "U1|STM32F405|LQFP-64|STMicroelectronics|STM32F405RGT6|1",
    "D1|LED|LED_0603|Kingbright|APT1608SURCK|1",
)


def body(shape: str) -> str:
    """The rows with ``#`` as their number and ``*`` as their cells up to there."""
    return "\n".join(shape.replace("#", str(number)).replace("*", row) for number, row in enumerate(ROWS, 1))


def checked(reading: Reading) -> dict[str, object]:
    """What the columns of the plain table hold, wherever they stand."""
    return {key: column(reading, key) for key in ("designators", "value", "manufacturer", "mpn", "quantity")}


PLAIN = checked(understand(raw(f"{TITLES}\n{body('*')}")))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (f"{TITLES}\n{body('#|*')}", "A"),
        (f"{TITLES}\n{body('|*')}", "A"),
        (f"|{TITLES}\n{body('*')}", "A"),
    ],
    ids=["a header one cell short", "an empty column in the body", "an empty column in the header"],
)
def test_a_header_beside_its_columns_is_read_with_the_cells_that_suit_it(text: str, first: str) -> None:
    reading = understand(raw(text))
    assert checked(reading) == PLAIN
    (issue,) = [each for each in reading.issues if each.code == "DI042"]
    assert issue.cell is not None
    assert issue.cell.column == first
    assert "'Designator', 'Value'" in issue.message.en


def test_a_column_without_a_title_in_the_middle_moves_the_titles_behind_it() -> None:
    rows = [row.split("|") for row in ROWS]
    text = "\n".join("|".join([*row[:2], f"x{at}", *row[2:]]) for at, row in enumerate(rows))
    reading = understand(raw(f"{TITLES}\n{text}"))
    assert checked(reading) == PLAIN
    assert [each.header for each in reading.tables[0].columns] == [*TITLES.split("|")[:2], "", *TITLES.split("|")[2:]]


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLES}\n{body('*')}",
        f"{TITLES}\n{body('*|see the drawing')}",
        f"{TITLES}|Notes\n{body('*')}",
        f"#|{TITLES}|Notes\n{body('#|*')}",
        "Part|Qty|Price|Total|\nFrame of it|1|2|2|9\nMotor with it|4|2|8|9\nBolt of it|2|1|2|9",
    ],
    ids=["plain", "remarks without a title", "an empty last column", "numbered", "amounts that suit any amount"],
)
def test_a_header_above_its_columns_stays(text: str) -> None:
    reading = understand(raw(text))
    assert not {"DI042", "DI043"} & {issue.code for issue in reading.issues}
    titles = text.split("\n", maxsplit=1)[0].split("|")
    assert [each.header for each in reading.tables[0].columns][: len(titles)] == titles[
        : len(reading.tables[0].columns)
    ]


def test_what_nothing_settles_is_not_moved_and_said() -> None:
    """Whether *Item* or *Description* has no column of its own, the cells do not say."""
    text = "Item|Description|Quantity|Unit price|Supplier\n"
    rows = "Carbon tube 20 mm|4|12|Conrad\nMotor with cable|4|30|Mouser\nBracket of steel|8|2|Farnell"
    reading = understand(raw(text + rows))
    assert [issue.code for issue in reading.issues if issue.code in {"DI042", "DI043"}] == ["DI043"]
    assert reading.tables[0].columns[0].header == "Item"


def test_two_titles_prove_nothing() -> None:
    assert slip(("Part", "Qty", ""), [("1", "Frame", "4"), ("2", "Motor", "1")]) is None


def test_it_is_read_again_from_its_mapping(tmp_path: Path) -> None:
    given = raw(f"{TITLES}\n{body('#|*')}")
    reading = understand(given)
    path = tmp_path / "map.toml"
    path.write_text(mapping_text([reading], "nl"), encoding="utf-8")
    again = understand(given, pins=read_mapping(path).pins_for(given.name, given.sha256))
    assert checked(again) == PLAIN


def test_a_link_over_numbers_and_a_quantity_over_nothing_show_that_titles_slipped() -> None:
    header = "Name of component||Quantity|Price|Total cost|Product link|\n"
    rows = (
        "Brushless motor 1300KV|||4|20|80|https://shop.example/motor\n"
        "Radio receiver V2|Nano|-|1|17|17|https://shop.example/receiver\n"
        "Battery pack 5200mAh||-|2|65|130|https://shop.example/battery\n"
        "Propeller of three blades|||4|3|12|https://shop.example/propeller"
    )
    moved = understand(raw(header + rows))
    assert column(moved, "quantity") == [4, 1, 2, 4]
    assert [str(link)[-5:] for link in column(moved, "url")] == ["motor", "eiver", "ttery", "eller"]
    assert "DI042" in {issue.code for issue in moved.issues}
    straight = understand(raw(header + rows.replace("|||", "||4|").replace("|-|", "|2|").replace("Nano|", "Nano|")))
    assert "DI042" not in {issue.code for issue in straight.issues}, "the quantity has cells of its own"
