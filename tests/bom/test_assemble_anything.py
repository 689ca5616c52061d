"""Whatever stands in the cells: assembling never fails, loses no line, and names only cells that exist."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bom.assembly.assemble import assemble
from bom.raw import letters
from bom.reading import ColumnReading, FieldValue, Line, Reading, Table, TableRole
from depmap.core.evidence import CellRef
from depmap.core.model import Bom
from depmap.core.text import LANGUAGES, same

TEXTS = (
    "part_number",
    "mpn",
    "mpn_2",
    "description",
    "manufacturer",
    "manufacturer_2",
    "supplier",
    "country_of_origin",
)
TREE = ("level", "parent", "line_id")
NUMBERS = ("quantity", "multiplier", "unit_price", "total_price", "stock", "lead_time")

words: st.SearchStrategy[FieldValue] = st.one_of(
    st.none(),
    st.text(max_size=6),
    st.sampled_from(
        ["a", "b", "A ", "TI", "Farnell", "China", "Made in China", "x\ny", "\n", "{0}", "%s", "CH", "\x00"]
    ),
)
places: st.SearchStrategy[FieldValue] = st.sampled_from(
    [None, "1", "2", "3", "1.1", "1.1.1", "..2", "a", "b", "0", "\t2", "²"]
)
numbers: st.SearchStrategy[FieldValue] = st.one_of(
    st.none(),
    st.integers(-2, 9).map(Decimal),
    st.sampled_from([Decimal("1E+999999"), Decimal("0.1"), Decimal("NaN"), Decimal("Infinity"), "many"]),
)


def line(columns: list[str]) -> st.SearchStrategy[tuple[dict[str, FieldValue], bool]]:
    kinds: dict[str, st.SearchStrategy[FieldValue]] = {
        **{name: words for name in columns if name in TEXTS},
        **{name: places for name in columns if name in TREE},
        **{name: numbers for name in columns if name in NUMBERS},
    }
    designators: st.SearchStrategy[FieldValue] = st.one_of(
        st.none(), st.lists(st.sampled_from(["C1", "C2", "R1"]), max_size=2).map(tuple)
    )
    return st.tuples(st.fixed_dictionaries({**kinds, "designators": designators}), st.booleans())


tables = st.lists(st.sampled_from([*TEXTS, *TREE, *NUMBERS]), unique=True, min_size=2).flatmap(
    lambda columns: st.lists(line(columns), max_size=8)
)


def file_of(contents: list[list[tuple[dict[str, FieldValue], bool]]]) -> Reading:
    made = []
    for number, lines in enumerate(contents):
        sheet = f"S{number % 2}"
        keys = list(lines[0][0]) if lines else []
        columns = tuple(ColumnReading(letters(at), key, key, same("given")) for at, key in enumerate(keys))
        rows = tuple(
            Line(row, values, {key: CellRef("f", sheet, row, letters(at)) for at, key in enumerate(keys)}, dnp=dnp)
            for row, (values, dnp) in enumerate(lines, 2)
        )
        made.append(Table(sheet, 1, TableRole.PARTS, same("given"), columns, rows))
    return Reading("f.xlsx", "0" * 64, "xlsx", tuple(made))


def reached(bom: Bom) -> set[tuple[bool, str]]:
    known = {assembly.id: assembly for assembly in bom.assemblies}
    found: set[tuple[bool, str]] = set()
    waiting = list(bom.children)
    while waiting:
        child = waiting.pop()
        if (child.is_assembly, child.id) not in found:
            found.add((child.is_assembly, child.id))
            waiting += known[child.id].children if child.is_assembly else ()
    return found


@settings(max_examples=150)
@given(st.lists(tables, max_size=3))
def test_anything_can_be_assembled(contents: list[list[tuple[dict[str, FieldValue], bool]]]) -> None:
    reading = file_of(contents)
    bom = assemble(reading)
    assert bom.lines == len(reading.parts)
    everything = {(True, assembly.id) for assembly in bom.assemblies} | {(False, part.id) for part in bom.components}
    assert len(everything) == len(bom.assemblies) + len(bom.components)
    assert reached(bom) == everything
    cells = {cell for _, line in reading.parts for cell in line.cells.values()}
    named = {source.manufacturer.value for part in bom.components for source in part.sources}
    assert named - {None} <= {supplier.name for supplier in bom.suppliers}
    for part in bom.components:
        assert part.sources
        assert set(part.cells) <= cells
        for source in part.sources:
            assert set(source.manufacture.cells) | set(source.manufacturer.cells) | set(source.cells) <= cells
    for issue in bom.issues:
        assert issue.cell is None or issue.cell in cells
        assert all(issue.render(language) for language in LANGUAGES)
