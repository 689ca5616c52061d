"""What must hold for any text and any order, not only for the attempts that somebody thought of."""

from __future__ import annotations

import io
import json
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

import reports
from bom.cells.marks import is_placeholder
from bom.formats import open_file
from depmap.app import pipeline
from depmap.app.console import Console
from depmap.app.settings import Settings
from tests.hostile import making as hostile

ANY_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), min_size=1, max_size=40)
PRINTED = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=40)


@settings(max_examples=15)
@given(st.lists(ANY_TEXT, min_size=40, max_size=80))
def test_any_text_of_a_workbook_is_read_as_it_was_written(texts: list[str]) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for at, text in enumerate(texts):
        sheet.write_string(at, 0, "x")
        sheet.write_string(at, 1, text)
    book.close()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bom.xlsx"
        path.write_bytes(out.getvalue())
        rows = open_file(path).sheets[0].rows
    assert [row[1] if len(row) > 1 else None for row in rows] == texts


def findings(data: bytes) -> dict[str, list[dict[str, object]]]:
    """What the file for programs says of a list."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bom.csv"
        path.write_bytes(data)
        analysis = pipeline.analyze([path], Settings(Console("en"), None))
    content: dict[str, list[dict[str, object]]] = json.loads(reports.render(analysis, "findings"))
    return content


@settings(max_examples=40)
@given(PRINTED)
def test_any_text_of_a_list_reaches_the_file_for_programs_whole(text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    rows = [(at, 4, f"Maker {at}", f"M-{at}", "NL", quoted if at == 3 else f"part {at}") for at in range(1, 9)]
    content = findings(hostile.csv(rows, (*hostile.HEADER, "Description")))
    found = {item["component"]: item["description"] for item in content["components"]}
    assert len(found) == 8
    line = " ".join(text.split())
    assert found["M-3"] == (None if not line or is_placeholder(line) else line)


ROW = st.tuples(
    st.sampled_from(("M-1", "M-2", "M-3", "m-3", "M-4")),
    st.sampled_from(("Acme", "ACME", "Volt", "Bolt BV", "", "TBD")),
    st.sampled_from(("NL", "China", "Сhina", "", "Germany")),
    st.sampled_from((1, 2, 5, -3, "1.234", "")),
)


def summary(rows: Sequence[tuple[object, ...]]) -> object:
    """What may not depend on the order of the lines: everything but where things stand."""
    lines = [(at, quantity, maker, number, land) for at, (number, maker, land, quantity) in enumerate(rows, 1)]
    content = findings(hostile.csv(lines))
    points = sorted(str((point["node"], point["layer"], point["certain"])) for point in content["single_points"])
    graded = sorted(str((item["part_number"], item["grade"], item["reasons"])) for item in content["components"])
    groups = [(item["group"], item["layer"], item["verdict"]) for item in content["groups"]]
    return content["systems"], points, graded, groups


@settings(max_examples=40)
@given(st.lists(ROW, min_size=4, max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_changes_nothing(rows: list[tuple[object, ...]], chance: random.Random) -> None:
    mixed = list(rows)
    chance.shuffle(mixed)
    assert summary(mixed) == summary(rows)
