"""What a mapping file pins is read so, and nothing else changes; unedited it changes nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bom.formats import open_file
from bom.pins.model import ColumnPin, FilePins, TablePin
from bom.pins.reading import read_mapping
from bom.pins.writing import mapping_text
from bom.raw import RawFile, Rectangle, Sheet
from bom.reading import ColumnReading, Reading, Table, TableRole
from bom.tables.understand import understand
from bom.template.sheets import parts_only
from depmap.core.errors import MappingError
from depmap.core.issues import Issue
from tests.bom.grids import column, fields, raw, sheet
from tests.bom.test_understand_anything import SHEETS
from tests.support import EXAMPLES

PARTS = """
Part number|Description|Qty|Manufacturer|Price|Price
K-1|Frame of carbon|1|Acme|12|12
K-2|Motor with cable|4|Volt|30|120
K-3|Bracket of steel|2|Acme|5|10
"""
ANSWERED = {"DI025", "DI030"}
"""Codes of what a mapping file answers."""


def pins_of(text: str, folder: Path, given: RawFile | None = None) -> FilePins:
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    found = read_mapping(path).pins_for("kite.xlsx" if given is None else given.name, (given or raw("")).sha256)
    assert found is not None
    return found


def saved(reading: Reading) -> str:
    return mapping_text([reading], "en")


def plain(reading: Reading) -> tuple[object, ...]:
    """A reading without the wording of why, and without what a mapping file answers."""

    def without_reasons(table: Table) -> tuple[object, ...]:
        columns = [(each.column, each.header, each.field) for each in table.columns]
        return (table.sheet, table.header_row, table.role, columns, table.lines, table.left_out, table.title)

    def without_reason(issue: Issue) -> tuple[object, ...]:
        return (issue.code, issue.cell) if issue.code == "DI017" else (issue.code, issue.message, issue.cell)

    issues = [without_reason(issue) for issue in reading.issues if issue.code not in ANSWERED]
    return ([without_reasons(table) for table in reading.tables], reading.title, reading.is_bom, issues)


def edited(text: str, letters: str, change: str) -> str:
    """A saved mapping with one column's field changed."""
    found, count = re.subn(rf'(column = "{letters}", .*?field = )"[^"]*"', rf'\g<1>"{change}"', text)
    assert count == 1
    return found


# --- an unedited file -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", sorted(path for path in EXAMPLES.rglob("*") if path.suffix in {".xlsx", ".csv"}), ids=lambda path: path.name
)
def test_a_saved_mapping_reads_the_examples_the_same(path: Path, tmp_path: Path) -> None:
    given = parts_only(open_file(path))
    reading = understand(given)
    again = understand(given, pins=pins_of(saved(reading), tmp_path, given))
    assert plain(again) == plain(reading)
    mapped = [each for table in again.tables for each in table.columns]
    assert mapped
    assert {each.reason.nl for each in mapped} == {"vastgelegd in map.toml"}
    assert {each.reason.en for each in mapped} == {"pinned by map.toml"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all cases of a property."""
    return tmp_path_factory.mktemp("pins")


@given(sheets=SHEETS)
def test_a_saved_mapping_reads_any_sheets_the_same(folder: Path, sheets: list[Sheet]) -> None:
    assume(len({each.name for each in sheets}) == len(sheets))
    given = RawFile("anything.xlsx", "0" * 64, "xlsx", tuple(sheets))
    reading = understand(given)
    assert plain(understand(given, pins=pins_of(saved(reading), folder, given))) == plain(reading)


HEADERS = "Qty|Aantal|Part number|Artikelnr|Description|Manufacturer|MPN|Price|Total|Country of origin|Field1|Notes"
GRIDS = st.lists(st.sampled_from(HEADERS.split("|")), min_size=2, max_size=7).flatmap(
    lambda titles: st.lists(
        st.lists(
            st.sampled_from(["4", "1,5", "Bosch", "C1", "K-100", "Motor with cable", "NL", None]),
            min_size=len(titles),
            max_size=len(titles),
        ),
        min_size=2,
        max_size=6,
    ).map(lambda rows: (tuple(titles), *map(tuple, rows)))
)


@given(tables=st.lists(GRIDS, min_size=1, max_size=3), beside=st.booleans())
def test_stacked_tables_and_tables_side_by_side_are_read_the_same(
    folder: Path, tables: list[tuple[tuple[str | None, ...], ...]], beside: bool
) -> None:
    if beside:
        height = max(map(len, tables))
        blocks = [[*table, *([(None,) * len(table[0])] * (height - len(table)))] for table in tables]
        rows = tuple(sum(((*row, None) for row in line), ()) for line in zip(*blocks, strict=True))
    else:
        rows = tuple(row for table in tables for row in (("A title",), *table, ()))
    given = RawFile("grid.xlsx", "0" * 64, "xlsx", (Sheet("BOM", rows),))
    reading = understand(given)
    assert plain(understand(given, pins=pins_of(saved(reading), folder, given))) == plain(reading)


@given(name=st.text(min_size=1, max_size=12), title=st.text(min_size=1, max_size=12))
def test_any_name_and_any_header_survive(folder: Path, name: str, title: str) -> None:
    rows = (("Part number", "Qty", title), ("K-1", 2, "x"), ("K-2", 3, "y"))
    given = RawFile("a.xlsx", "0" * 64, "xlsx", (Sheet(name, rows),))
    reading = understand(given)
    assume(reading.is_bom)
    assert plain(understand(given, pins=pins_of(saved(reading), folder, given))) == plain(reading)


def test_what_a_workbook_says_cannot_end_a_comment(tmp_path: Path) -> None:
    reading = understand(raw('Part number|Qty|x"]^schema = 2\nK-1|2|a\nK-2|1|b\n'))
    text = saved(reading)
    assert "schema = 2" not in [line.strip() for line in text.splitlines()]
    assert pins_of(text, tmp_path).tables[0].columns[2].header == 'x"] schema = 2'


# --- an edited file ---------------------------------------------------------------------------------------------------


def by_letters(reading: Reading) -> dict[str, ColumnReading]:
    (table,) = reading.tables
    return {each.column: each for each in table.columns}


@pytest.mark.parametrize(("letters", "field"), [("E", "stock"), ("B", "notes"), ("D", "supplier"), ("C", "-")])
def test_editing_one_column_changes_that_one(letters: str, field: str, tmp_path: Path) -> None:
    before = by_letters(understand(raw(PARTS)))
    after = by_letters(
        understand(raw(PARTS), pins=pins_of(edited(saved(understand(raw(PARTS))), letters, field), tmp_path))
    )
    assert after[letters].field == (None if field == "-" else field) != before[letters].field
    assert {k: v.field for k, v in after.items() if k != letters} == {
        k: v.field for k, v in before.items() if k != letters
    }


def test_arithmetic_does_not_overrule_a_pin(tmp_path: Path) -> None:
    natural = understand(raw(PARTS))
    assert by_letters(natural)["F"].field == "total_price"
    text = edited(saved(natural), "F", "-")
    assert by_letters(understand(raw(PARTS), pins=pins_of(text, tmp_path)))["F"].field is None


def test_columns_that_are_not_pinned_are_found_out_around_the_pins(tmp_path: Path) -> None:
    text = """
        schema = 1
        [[files]]
        name = "kite.xlsx"
        [[files.tables]]
        sheet = "Sheet1"
        header_row = 1
        columns = [{ column = "C", field = "stock" }, { header = "Manufacturer", field = "manufacturer_2" }]
    """
    reading = understand(raw(PARTS.replace("Description", "Brand")), pins=pins_of(text, tmp_path))
    found = {letters: each.field for letters, each in by_letters(reading).items()}
    assert found["C"] == "stock"
    assert found["D"] == "manufacturer_2"
    assert found["A"] == "part_number"
    assert "DI032" not in {issue.code for issue in reading.issues}


def test_a_pinned_decimal_mark_settles_what_nothing_else_does(tmp_path: Path) -> None:
    given = raw(PARTS.replace("12|12", "'1.234|12").replace("30|120", "'2.500|120"))
    natural = understand(given)
    assert column(natural, "unit_price")[:2] == [None, None]
    assert "DI011" in {issue.code for issue in natural.issues}
    for mark, price in ((",", 1234), (".", "1.234")):
        text = saved(natural).replace('field = "unit_price"', f'field = "unit_price", decimal_mark = "{mark}"')
        reading = understand(given, pins=pins_of(text, tmp_path))
        assert str(column(reading, "unit_price")[0]) == str(price)
        assert saved(reading).count(f'decimal_mark = "{mark}"') == 1


def test_roles_are_pinned(tmp_path: Path) -> None:
    given = raw(sheet(PARTS, "Build"), sheet(PARTS, "Order"))
    natural = understand(given)
    assert [table.role for table in natural.tables] == [TableRole.PARTS, TableRole.RESTATES]
    swapped = saved(natural).replace('"parts"', '"x"').replace('"restates"', '"parts"').replace('"x"', '"restates"')
    reading = understand(given, pins=pins_of(swapped, tmp_path))
    assert [table.role for table in reading.tables] == [TableRole.RESTATES, TableRole.PARTS]
    assert {table.sheet for table, _ in reading.parts} == {"Order"}
    both = saved(natural).replace('"restates"', '"parts"')
    assert len(understand(given, pins=pins_of(both, tmp_path)).parts) == 6


def test_what_is_pinned_as_no_list_does_not_hide_another(tmp_path: Path) -> None:
    given = raw(sheet(PARTS, "Build"), sheet(PARTS, "Order"))
    text = saved(understand(given))
    first = text[: text.index("[[files.tables]]", text.index('"Build"'))].replace('"parts"', '"not_a_parts_table"')
    reading = understand(given, pins=pins_of(first, tmp_path))
    assert {table.sheet for table, _ in reading.parts} == {"Order"}


def test_nothing_that_counts_is_a_refusal_that_names_the_mapping(tmp_path: Path) -> None:
    text = saved(understand(raw(PARTS))).replace('"parts"', '"not_a_parts_table"')
    reading = understand(raw(PARTS), pins=pins_of(text, tmp_path))
    assert not reading.is_bom
    assert reading.refusal is not None
    assert "map.toml" in reading.refusal.en


def test_a_header_that_depmap_does_not_know_is_pinned(tmp_path: Path) -> None:
    given = raw("Qwerty|Asdf|Zxcv\nK-1|4|Bosch\nK-2|1|Sony\nK-3|2|Bosch\n")
    assert not understand(given).is_bom
    text = saved(understand(given))
    assert "# [[files.tables]]" in text
    text += (
        '[[files.tables]]\nsheet = "Sheet1"\nheader_row = 1\ncolumns = [\n  { column = "A", field = "part_number" },\n'
        '  { column = "B", field = "quantity" },\n  { header = "Zxcv", field = "manufacturer" },\n]\n'
    )
    reading = understand(given, pins=pins_of(text, tmp_path))
    assert fields(reading.tables[0]) == {"Qwerty": "part_number", "Asdf": "quantity", "Zxcv": "manufacturer"}
    assert column(reading, "quantity") == [4, 1, 2]


def test_a_table_without_a_header_is_pinned(tmp_path: Path) -> None:
    given = raw("K-1|4|Bosch\nK-2|1|Sony\nK-3|2|Bosch\n")
    text = (
        'schema = 1\n[[files]]\nname = "kite.xlsx"\n[[files.tables]]\nsheet = "Sheet1"\nheader_row = 0\n'
        'role = "parts"\ncolumns = [{ column = "A", field = "mpn" }, { column = "B", field = "quantity" }]\n'
    )
    reading = understand(given, pins=pins_of(text, tmp_path))
    assert column(reading, "mpn") == ["K-1", "K-2", "K-3"]


def test_a_corrected_header_row_replaces_the_one_that_was_found(tmp_path: Path) -> None:
    given = raw("Part|Amount|Made by\n" + PARTS.strip("\n"))
    natural = understand(given)
    (table,) = natural.tables
    other = 3 - (table.header_row or 0)
    text = f'schema = 1\n[[files]]\nname = "kite.xlsx"\n[[files.tables]]\nsheet = "Sheet1"\nheader_row = {other}\n'
    (pinned,) = understand(given, pins=pins_of(text, tmp_path)).tables
    assert pinned.header_row == other


# --- another revision -------------------------------------------------------------------------------------------------


def revised(text: str) -> RawFile:
    return replace(raw(text), sha256="1" * 64)


def test_a_column_that_moved_is_found_by_its_header_and_said(tmp_path: Path) -> None:
    given = PARTS.replace("|Price|Price", "|Cost|Sum").strip("\n")
    pins = pins_of(edited(saved(understand(raw(given))), "B", "notes"), tmp_path)
    reading = understand(revised("Pos|" + given.replace("\n", "\nx|")), pins=pins)
    found = fields(reading.tables[0])
    assert found["Description"] == "notes"
    assert found["Qty"] == "quantity"
    said = [issue.message.en for issue in reading.issues if issue.code == "DI031"]
    assert said[0].startswith("map.toml was made for another version (kite.xlsx)")
    assert "According to map.toml the column 'Qty' stood in C; it now stands in D." in said


def test_rows_above_that_were_added_do_not_matter(tmp_path: Path) -> None:
    pins = pins_of(edited(saved(understand(raw(PARTS))), "B", "notes"), tmp_path)
    reading = understand(revised("Kite, revision B\n\n" + PARTS.strip("\n")), pins=pins)
    assert [table.header_row for table in reading.tables] == [3]
    assert fields(reading.tables[0])["Description"] == "notes"
    assert any("stood in row 1" in issue.message.en for issue in reading.issues if issue.code == "DI031")


@pytest.mark.parametrize(
    ("changed", "letters", "said"),
    [
        (
            PARTS.replace("Qty", "Number"),
            "C",
            "kite.xlsx, Sheet1!C1: column C is called 'Number' here, not 'Qty' (quantity)",
        ),
        ("x|" + PARTS.strip("\n").replace("\n", "\nx|"), "E", "several columns are called 'Price'"),
    ],
)
def test_a_header_that_is_gone_or_there_twice_is_an_error_with_its_place(
    changed: str, letters: str, said: str, tmp_path: Path
) -> None:
    text = saved(understand(raw(PARTS)))
    pins = pins_of(text, tmp_path)
    with pytest.raises(MappingError) as refused:
        understand(revised(changed), pins=pins)
    assert said in refused.value.render("en")
    line = next(number for number, each in enumerate(text.splitlines(), 1) if f'column = "{letters}"' in each)
    assert refused.value.render("nl").startswith(f"map.toml, regel {line}: kite.xlsx, Sheet1!")


def test_a_new_sheet_is_read_with_a_warning(tmp_path: Path) -> None:
    pins = pins_of(saved(understand(raw(PARTS))), tmp_path)
    extra = "Part number|Qty|Manufacturer\nZ-1|1|Acme\nZ-2|2|Volt\n"
    reading = understand(replace(raw(PARTS, sheet(extra, "Payload")), sha256="1" * 64), pins=pins)
    assert len(reading.parts) == 5
    assert [str(issue.cell) for issue in reading.issues if issue.code == "DI033"] == ["Payload!A1"]


def test_a_new_column_is_read_with_a_note(tmp_path: Path) -> None:
    pins = pins_of(saved(understand(raw(PARTS))), tmp_path)
    lines = PARTS.strip("\n").split("\n")
    wider = "\n".join(
        f"{line}|{cell}" for line, cell in zip(lines, ("Country of origin", "NL", "CN", "DE"), strict=True)
    )
    reading = understand(revised(wider), pins=pins)
    assert by_letters(reading)["G"].field == "country_of_origin"
    (note,) = (issue for issue in reading.issues if issue.code == "DI032")
    assert note.render("en").startswith(
        "kite.xlsx, Sheet1!G1: The column 'Country of origin' is not in map.toml; depmap reads it as country of origin."
    )


def test_a_missing_sheet_is_an_error_that_names_those_there_are(tmp_path: Path) -> None:
    pins = pins_of(saved(understand(raw(PARTS))), tmp_path)
    with pytest.raises(MappingError) as refused:
        understand(replace(raw(sheet(PARTS, "Rev B")), sha256="1" * 64), pins=pins)
    assert "there is no sheet 'Sheet1'" in refused.value.render("en")
    assert "'Rev B'" in refused.value.render("en")


def test_a_table_that_is_pinned_twice_is_not_counted_twice(tmp_path: Path) -> None:
    text = saved(understand(raw(PARTS)))
    twice = text + "\n" + text[text.index("[[files.tables]]") :]
    with pytest.raises(MappingError) as refused:
        understand(raw(PARTS), pins=pins_of(twice, tmp_path))
    line = max(number for number, each in enumerate(twice.splitlines(), 1) if each == "[[files.tables]]")
    assert refused.value.render("en").startswith(
        f"map.toml, line {line}: kite.xlsx, Sheet1!A1: this table is pinned tw"
    )


def test_merged_headings_above_the_header_stay(tmp_path: Path) -> None:
    text = "|Source 1|Source 1||\nPart|Name|Number|Name|Number\nMotor|Acme|M-1|Volt|V-2\nFrame|Acme|M-3|Volt|V-4\n"
    given = raw(sheet(text, merges=(Rectangle(0, 1, 0, 2),)))
    reading = understand(given)
    assert plain(understand(given, pins=pins_of(saved(reading), tmp_path))) == plain(reading)


# --- anything ---------------------------------------------------------------------------------------------------------

COLUMN_PINS = st.builds(
    ColumnPin,
    column=st.sampled_from(["", "A", "B", "C", "D", "G", "ZZ"]),
    header=st.one_of(st.none(), st.just(""), st.text(max_size=4), st.sampled_from(["Aantal", "Qty", "MPN", "Pos"])),
    field=st.sampled_from(["", "quantity", "mpn", "mpn_2", "manufacturer_3", "parent", "level", "populate", "notes"]),
    mark=st.sampled_from(["", ",", "."]),
    instead=st.sampled_from([(), ("supplier",), ("unit_price", "quantity")]),
    line=st.none(),
)
TABLE_PINS = st.builds(
    TablePin,
    sheet=st.sampled_from(["", "BOM", "Order"]),
    header_row=st.integers(0, 15),
    role=st.one_of(st.none(), st.sampled_from(TableRole)),
    role_instead=st.one_of(st.none(), st.sampled_from(TableRole)),
    columns=st.lists(COLUMN_PINS, max_size=4, unique_by=(lambda pin: pin.field, lambda pin: pin.column)).map(tuple),
    line=st.none(),
)
ANY_PINS = st.builds(
    FilePins,
    mapping=st.just("map.toml"),
    name=st.just("anything.xlsx"),
    sha256=st.sampled_from(["", "0" * 64, "1" * 64]),
    tables=st.lists(TABLE_PINS, max_size=4).map(tuple),
)


@settings(max_examples=400)
@given(sheets=SHEETS, pins=ANY_PINS)
def test_any_pins_on_any_sheets_are_held_to_or_refused(sheets: list[Sheet], pins: FilePins) -> None:
    given = RawFile("anything.xlsx", "0" * 64, "xlsx", tuple(sheets))
    try:
        reading = understand(given, pins=pins)
    except MappingError as refused:
        assert refused.render("nl").startswith("map.toml")
        assert refused.hint is not None
        return
    assert reading.is_bom == bool(reading.parts)
    for table in reading.tables:
        fields = [each.field for each in table.columns if each.field]
        assert len(fields) == len(set(fields))
        for line in table.lines:
            assert set(line.values) <= set(line.cells)
    wanted = {each.field for table in pins.tables if table.counts for each in table.columns if each.field}
    assert wanted <= {each.field for table in reading.tables for each in table.columns}
