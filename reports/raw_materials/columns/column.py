"""What a column of the hand-off is, and where what stands in it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from depmap.core.text import Language, Text, same
from reports.columns.listing import Value
from reports.raw_materials.hand_off import Row

LISTS = Text("referentielijsten van depmap", "reference lists of depmap")
LAW = Text("Verordening (EU) 2024/1252, bijlagen I en II", "Regulation (EU) 2024/1252, Annexes I and II")
STUDY = Text(
    "Europese Commissie, studie kritieke grondstoffen 2023", "European Commission, study on critical raw materials 2023"
)
NATO = Text("NAVO, 11 december 2024, volgens persberichten", "NATO, 11 December 2024, as press reports say")
BOM = Text("stuklijst en lijst van grondstoffen per componentklasse", "bill of materials, and list by component class")
READER = Text("in te vullen door de liaison", "to be filled in by the liaison")
NONE = same("–")


@dataclass(frozen=True, slots=True)
class Column:
    """One column."""

    title: str
    """Its heading, Dutch."""

    width: int
    """In characters, for the workbook."""

    value: Callable[[Row, Language], Value]
    """What stands in it."""

    meaning: Text
    """What it says."""

    unit: Text = NONE
    """In what it is counted or written."""

    source: Text = LISTS
    """Where it comes from."""

    kind: Literal["text", "number", "entry"] = "text"
    """How its cells are shown; ``entry`` is left for the reader."""

    of_material: bool = False
    """Whether it says the same in every row of a material; the workbook then has it once, on the sheet of materials."""
