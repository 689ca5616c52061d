"""What the reader fills in."""

from __future__ import annotations

from depmap.core.text import Text
from reports.raw_materials import words
from reports.raw_materials.columns.column import READER, Column

TO_FILL_IN: tuple[Column, ...] = (
    Column(
        "Voorraadoptie",
        20,
        lambda *_: None,
        words.STOCK_MEANING,
        source=READER,
        kind="entry",
        of_material=True,
    ),
    Column(
        "Handelingslijn NGS",
        28,
        lambda *_: None,
        words.LINES_MEANING,
        source=READER,
        kind="entry",
        of_material=True,
    ),
    Column(
        "Opmerking",
        30,
        lambda *_: None,
        Text("In te vullen: opmerking.", "To be filled in: remark."),
        source=READER,
        kind="entry",
        of_material=True,
    ),
)
"""What can be done, and a remark."""
