"""Whatever stands in a workbook, it is understood or refused: never an exception, never a line without its cell."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bom.raw import RawFile, Rectangle, Sheet
from bom.reading import Reading
from bom.tables.understand import understand

WORDS = st.sampled_from(
    "Aantal Omschrijving Fabrikant MPN Qty Designator Value Totaal Pos Niveau Parent Prijs DNP C1 R1,R2 10k Bosch n/a"
    " - 1,5 € 2,50 LCSC Digikey Datum Systeem: Verkenner Footprint Comment Field1 Levertijd 12 wk NL".split()
)
CELLS = st.one_of(
    st.none(),
    WORDS,
    st.text(max_size=15),
    st.integers(-5, 10**6),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
    st.just(datetime.time(12, 30)),
)
ROWS = st.lists(st.lists(CELLS, max_size=7), max_size=14)
MERGES = st.lists(
    st.builds(
        lambda top, left, down, right: Rectangle(top, left, top + down, left + right),
        st.integers(0, 12),
        st.integers(0, 5),
        st.integers(0, 4),
        st.integers(0, 3),
    ),
    max_size=3,
)
SHEETS = st.lists(
    st.builds(
        lambda name, rows, merges: Sheet(name, tuple(map(tuple, rows)), merges=tuple(merges)),
        st.sampled_from(["", "BOM", "BOM 2", "Order"]),
        ROWS,
        MERGES,
    ),
    max_size=3,
)


def read(sheets: list[Sheet]) -> Reading:
    return understand(RawFile("anything.xlsx", "0" * 64, "xlsx", tuple(sheets)))


@settings(max_examples=300)
@given(SHEETS)
def test_any_sheets_are_understood_or_refused(sheets: list[Sheet]) -> None:
    reading = read(sheets)
    assert reading.is_bom == bool(reading.parts)
    for table in reading.tables:
        rows = {line.row for line in table.lines} | {row for row, _ in table.left_out}
        assert len(rows) == len(table.lines) + len(table.left_out)
        for line in table.lines:
            assert set(line.values) <= set(line.cells)
    for issue in reading.issues:
        assert issue.message.nl
        assert issue.message.en


@settings(max_examples=100)
@given(SHEETS)
def test_the_same_sheets_read_the_same(sheets: list[Sheet]) -> None:
    assert repr(read(sheets)) == repr(read(sheets))


@given(st.permutations([f"{n}" for n in range(1, 7)]))
def test_the_order_of_the_lines_does_not_matter(order: list[str]) -> None:
    rows = {n: (f"A-{n}", f"Onderdeel {n} van het toestel", n, "Bosch" if int(n) % 2 else "Airbus") for n in order}
    header = ("Artikelnummer", "Omschrijving", "Aantal", "Fabrikant")
    reading = read([Sheet("BOM", (header, *(rows[n] for n in order)))])
    found = sorted(str(line.values) for _, line in reading.parts)
    assert len(found) == 6
    assert found == sorted(
        str(line.values) for _, line in read([Sheet("BOM", (header, *(rows[n] for n in sorted(order))))]).parts
    )
