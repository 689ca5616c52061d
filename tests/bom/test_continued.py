"""Lists of designators over several rows are one line, and the rows that held the rest are named."""

from __future__ import annotations

from bom.raw import Sheet
from bom.tables.continued import GOES_ON
from bom.tables.understand import understand
from tests.bom.grids import raw

ROWS = (
    ("Item", "Quantity", "Reference", "Part"),
    ("1", "5", "C1,C2,C3,", "100n"),
    (None, None, "C4,C5", None),
    ("2", "1", "R1,", "10k"),
    ("3", "4", "R2,R3,", "1k"),
    (None, None, "R4,", None),
    (),
    (None, None, "R5", None),
    ("4", "1", "U1", "STM32F405"),
)


def test_the_rest_belongs_to_the_row_above() -> None:
    reading = understand(raw(Sheet("", ROWS)))
    (table,) = reading.tables
    assert [line.values["designators"] for line in table.lines] == [
        ("C1", "C2", "C3", "C4", "C5"),
        ("R1",),
        ("R2", "R3", "R4", "R5"),
        ("U1",),
    ]
    assert [line.row for line in table.lines] == [2, 4, 5, 9]
    assert [row for row, reason in table.left_out if reason == GOES_ON] == [3, 6, 8]


def test_a_row_of_its_own_stays_one() -> None:
    """Without a comma above it, or with words in it, a row is what it was."""
    rows = (*ROWS[:2], (None, None, "see drawing", None), ("2", "1", "R1", "10k"), (None, None, "R2", None), ROWS[-1])
    (table,) = understand(raw(Sheet("", rows))).tables
    assert GOES_ON not in [reason for _, reason in table.left_out]
    assert table.lines[0].values["designators"] == ("C1", "C2", "C3")


def test_what_the_quantity_lacks_stands_below_it_and_no_more() -> None:
    """One designator a row under a part that counts them; a row beyond the number is asked about, not joined."""
    rows = (
        ("Designators", "Qty", "Description"),
        ("R1", "3", "220 Ohm resistor"),
        ("R2", None, None),
        ("R3", None, None),
        ("R4", None, None),
        ("C1", "1", "22 nF capacitor"),
        ("C2", None, None),
        ("U1", "2", "Timer"),
        (None, None, "a shop"),
    )
    (table,) = understand(raw(Sheet("", rows))).tables
    assert table.lines[0].values["designators"] == ("R1", "R2", "R3")
    assert [row for row, reason in table.left_out if reason == GOES_ON] == [3, 4]
    assert table.lines[1].row == 5
