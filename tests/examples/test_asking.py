"""What an open verdict asks for is enough, and no less is: the cells of the example are filled in and read again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl

import bom as reader
import risk_rules
from depmap.core.answers import GroupVerdict, Verdict
from depmap.core.evidence import CellRef
from depmap.core.graph import Layer
from depmap.network import Network
from tests.support import ROOT

WORKBOOK = ROOT / "examples" / "ground-vehicle.xlsx"


def verdict(path: Path, group: str) -> GroupVerdict:
    asked = risk_rules.load_policy(None).asked
    (answer,) = Network.of(reader.read(path).bom).buildable_from({group: asked[group]}, Layer.SUPPLY)
    return answer


def filled_in(cells: Sequence[CellRef], folder: Path) -> Path:
    """The example with one country in these cells."""
    book = openpyxl.load_workbook(WORKBOOK)
    for cell in cells:
        book[cell.sheet or ""][f"{cell.column}{cell.row}"] = "Netherlands"
    path = folder / f"{len(cells)}.xlsx"
    book.save(path)
    return path


def test_the_cells_asked_for_settle_it_and_one_less_does_not(tmp_path: Path) -> None:
    before = verdict(WORKBOOK, "NATO")
    assert before.verdict is Verdict.CANNOT_DECIDE
    assert before.fewest
    assert len(before.ask) == len(before.questions) == len(before.deciding) == 75
    assert verdict(filled_in(before.ask, tmp_path), "NATO").verdict is Verdict.YES
    after = verdict(filled_in(before.ask[:-1], tmp_path), "NATO")
    assert after.verdict is Verdict.CANNOT_DECIDE
    assert [str(cell) for cell in after.ask] == [str(before.ask[-1])]
