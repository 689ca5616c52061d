"""Which line stands under which: by level, by parent, by number, by sheet; without cycles, at any depth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.assembly.assemble import assemble
from depmap.core.model import Bom
from tests.bom.lines import parts, reading, table


def shape(bom: Bom, owner: str | None = None) -> dict[str, object]:
    """The tree as nested names, each with its quantity: ``{"wing x2": {"spar x4": {}}}``."""
    assemblies = {assembly.id: assembly for assembly in bom.assemblies}
    children = bom.children if owner is None else assemblies[owner].children
    return {f"{child.id} x{child.quantity}": shape(bom, child.id) if child.is_assembly else {} for child in children}


def codes(bom: Bom) -> list[str]:
    return sorted(issue.code for issue in bom.issues)


NESTED: dict[str, object] = {"wing x2": {"spar x4": {}, "servo x1": {}}, "tail x1": {}}


def test_a_list_without_levels_is_flat() -> None:
    bom = assemble(parts("part_number | quantity", "spar | 4", "tail | 1"))
    assert shape(bom) == {"spar x4": {}, "tail x1": {}}
    assert bom.assemblies == ()


@pytest.mark.parametrize(
    "levels",
    [
        ("1", "2", "2", "1"),
        ("0", "1", "1", "0"),
        (".1", "..2", "..2", ".1"),
        (".", "..", "..", "."),
        ("1.0", "2.0", "2.0", "1.0"),
        ("L1", "L2", "L2", "L1"),
        ("1", "1.1", "1.2", "2"),
        ("1.0", "1.1", "1.2", "2.0"),
    ],
)
def test_levels_in_every_way_of_writing(levels: tuple[str, ...]) -> None:
    lines = [("wing", 2), ("spar", 4), ("servo", 1), ("tail", 1)]
    rows = [f"{level} | {name} | {count}" for level, (name, count) in zip(levels, lines, strict=True)]
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert shape(bom) == NESTED
    assert codes(bom) == []


def test_item_numbers_are_an_outline_in_any_order() -> None:
    bom = assemble(parts("line_id | part_number | quantity", "1.2|servo|1", "2|tail|1", "1|wing|2", "1.1|spar|4"))
    assert shape(bom) == {"tail x1": {}, "wing x2": {"servo x1": {}, "spar x4": {}}}


@pytest.mark.parametrize("numbers", [("1", "2", "3", "4"), ("1.1", "1.2", "2.1", "2.2"), ("A1", "A1.1", "A1.2", "B")])
def test_item_numbers_that_are_no_outline(numbers: tuple[str, ...]) -> None:
    rows = [f"{number} | p{place} | 1" for place, number in enumerate(numbers)]
    assert assemble(parts("line_id | part_number | quantity", *rows)).assemblies == ()


@pytest.mark.parametrize("blank", ["  ", "    ", "\t"])
def test_indented_names_are_an_outline(blank: str) -> None:
    lines = [("wing", 0, 2), ("spar", 1, 4), ("servo", 1, 1), ("tail", 0, 1)]
    rows = [f"@{blank * depth}{name} | {count}" for name, depth, count in lines]
    bom = assemble(parts("description | quantity", *rows))
    assert shape(bom) == NESTED
    assert codes(bom) == ["DI312"]


@pytest.mark.parametrize(
    "names", [("a", " b", "c"), ("  a", "b", "c"), ("a", "     b", "  c"), ("a", "  b", "      c")]
)
def test_stray_blanks_are_no_outline(names: tuple[str, ...]) -> None:
    bom = assemble(parts("description | quantity", *(f"@{name} | 1" for name in names)))
    assert bom.assemblies == ()


@pytest.mark.parametrize("column", ["part_number", "line_id", "description"])
def test_parents_by_part_number_by_line_or_by_name(column: str) -> None:
    rows = ("wing | | 2", "spar | wing | 4", "servo | wing | 1", "tail | | 1")
    bom = assemble(parts(f"{column} | parent | quantity", *rows))
    names = {assembly.name for assembly in bom.assemblies}
    assert names == {"wing"}
    assert len(bom.components) == 3
    assert codes(bom) == []


def test_parents_may_stand_below_their_children() -> None:
    rows = ("spar | wing | 4", "servo | wing | 1", "wing | | 2", "tail | | 1")
    bom = assemble(parts("part_number | parent | quantity", *rows))
    assert shape(bom) == NESTED


def test_a_parent_that_is_no_line_becomes_an_assembly() -> None:
    rows = ("spar | wing | 4", "servo | wing | 1", "tail | | 1")
    bom = assemble(parts("part_number | parent | quantity", *rows))
    assert shape(bom) == {"tail x1": {}, "wing x1": {"spar x4": {}, "servo x1": {}}}
    assert codes(bom) == ["DI304"]


def test_an_unknown_parent_beside_known_ones_is_pointed_out() -> None:
    rows = ("wing | | 2", "spar | wing | 4", "servo | wnig | 1", "tail | | 1")
    bom = assemble(parts("part_number | parent | quantity", *rows))
    assert shape(bom) == {"wing x2": {"spar x4": {}}, "tail x1": {}, "wnig x1": {"servo x1": {}}}
    (issue,) = bom.issues
    assert issue.code == "DI303"
    assert str(issue.cell) == "Sheet1!B4"
    assert "wnig" in issue.message.nl


def test_the_one_line_above_all_others_is_the_system() -> None:
    rows = ("0 | kite | 1", "1 | wing | 2", "2 | spar | 4", "1 | tail | 1")
    bom = assemble(parts("level | description | quantity", *rows))
    assert shape(bom) == {"wing x2": {"spar x4": {}}, "tail x1": {}}
    assert (bom.system, bom.lines, codes(bom)) == ("kite", 4, ["DI307"])


def test_the_maker_of_the_system_itself_is_said_not_counted() -> None:
    rows = ("0 | kite | Acme Kites", "1 | wing | ")
    bom = assemble(parts("level | description | manufacturer", *rows))
    assert bom.suppliers == ()
    assert codes(bom) == ["DI307", "DI308"]


def test_the_title_names_the_system_and_else_the_file() -> None:
    flat = table("part_number | quantity", ["spar | 1"])
    assert assemble(reading(flat)).system == "kite"
    assert assemble(reading(flat, system="Kite mk II")).system == "Kite mk II"


@pytest.mark.parametrize(
    "rows", [("a | a",), ("a | b", "b | a"), ("a | c", "b | a", "c | b"), ("t | ", "a | b", "b | a")]
)
def test_a_cycle_is_cut_and_named(rows: tuple[str, ...]) -> None:
    bom = assemble(parts("part_number | parent", *rows))
    errors = [issue for issue in bom.issues if issue.code == "DI305"]
    assert len(errors) == 1
    assert "a > " in errors[0].message.en
    systems = [issue for issue in bom.issues if issue.code == "DI307"]
    assert len(bom.assemblies) + len(bom.components) + len(systems) == len(rows)
    assert bom.components
    assert all(assembly.children for assembly in bom.assemblies)
    shape(bom)


def test_an_assembly_below_itself_by_level_is_cut() -> None:
    rows = ("1 | wing | 1", "2 | spar | 1", "2 | wing | 1", "1 | tail | 1")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert shape(bom) == {"wing x1": {"spar x1": {}}, "tail x1": {}}
    assert codes(bom) == ["DI305"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(-1, 6)), max_size=14))
def test_any_parents_give_a_finite_tree_that_keeps_every_part(links: list[tuple[int, int]]) -> None:
    rows = [f"p{part} | {f'p{parent}' if parent >= 0 else ''} | 1" for part, parent in links]
    bom = assemble(parts("part_number | parent | quantity", *rows))
    shape(bom)
    kept = {assembly.id for assembly in bom.assemblies} | {component.id for component in bom.components}
    roots = {issue.message.en.split(" ")[0] for issue in bom.issues if issue.code == "DI307"}
    assert {f"p{part}" for part, _ in links} <= kept | roots


@given(st.lists(st.one_of(st.integers(0, 9).map(str), st.sampled_from(["", "x", "..", "1.2"])), max_size=20))
def test_any_levels_keep_every_line(levels: list[str]) -> None:
    rows = [f"{level} | p{place} | 1" for place, level in enumerate(levels)]
    bom = assemble(parts("level | part_number | quantity", *rows))
    names = {assembly.id for assembly in bom.assemblies} | {component.id for component in bom.components}
    roots = sum(1 for issue in bom.issues if issue.code == "DI307")
    assert len(names) + roots == len(levels)


def test_levels_that_jump_or_cannot_be_read_are_pointed_out() -> None:
    rows = ("1 | wing | 1", "3 | spar | 1", "deep | servo | 1")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert shape(bom) == {"wing x1": {"spar x1": {}}, "servo x1": {}}
    assert codes(bom) == ["DI301", "DI302"]


def test_parents_win_from_levels_that_contradict_them() -> None:
    rows = ("1 | wing | ", "2 | spar | tail", "1 | tail | ", "2 | servo | wing")
    bom = assemble(parts("level | part_number | parent", *rows))
    assert shape(bom) == {"wing xNone": {"servo xNone": {}}, "tail xNone": {"spar xNone": {}}}
    assert codes(bom) == ["DI310"]


def test_a_line_that_only_names_a_listed_assembly_needs_that_assembly() -> None:
    rows = ("1 | left | 1", "2 | wing | 1", "3 | spar | 4", "1 | right | 1", "2 | wing | 2")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert shape(bom) == {"left x1": {"wing x1": {"spar x4": {}}}, "right x1": {"wing x2": {"spar x4": {}}}}
    assert bom.components[0].quantity == 12


def test_an_assembly_listed_twice_with_the_same_contents_is_one() -> None:
    rows = ("1|left|1", "2|wing|1", "3|spar|4", "1|right|1", "2|wing|2", "3|spar|4")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert [assembly.id for assembly in bom.assemblies] == ["left", "right", "wing"]
    assert bom.components[0].quantity == 12
    assert (bom.components[0].lines, len(bom.components[0].cells)) == (2, 2)
    assert codes(bom) == []


def test_an_assembly_listed_twice_with_other_contents_is_two() -> None:
    rows = ("1|left|1", "2|wing|1", "3|spar|4", "1|right|1", "2|wing|1", "3|spar|5")
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert [assembly.id for assembly in bom.assemblies] == ["left", "right", "wing", "wing #2"]
    assert codes(bom) == ["DI306"]
    assert bom.components[0].quantity == 9


def test_each_sheet_is_an_assembly() -> None:
    wing = table("part_number | quantity", ["spar | 4"], sheet="Wing")
    tail = table("part_number | quantity", ["spar | 1", "pin | 2"], sheet="Tail")
    bom = assemble(reading(wing, tail))
    assert shape(bom) == {"Wing x1": {"spar x4": {}}, "Tail x1": {"spar x1": {}, "pin x2": {}}}
    assert codes(bom) == ["DI309"]


def test_a_sheet_with_the_name_of_a_line_holds_its_parts() -> None:
    main = table("part_number | quantity", ["wing | 2", "tail | 1"], sheet="Main")
    wing = table("part_number | quantity", ["spar | 4"], sheet="Wing")
    assert shape(assemble(reading(main, wing))) == {"wing x2": {"spar x4": {}}, "tail x1": {}}


def test_two_tables_on_one_sheet_are_one_list() -> None:
    first = table("part_number | quantity", ["spar | 4"])
    second = table("part_number | quantity", ["spar | 1"], first=10)
    bom = assemble(reading(first, second))
    assert shape(bom) == {"spar x5": {}}


@pytest.mark.parametrize(("each", "quantity"), [(1, 1), (2, None)])
def test_ten_thousand_levels(each: int, quantity: int | None) -> None:
    """Two to the power of ten thousand is no number of things."""
    depth = 10_000
    rows = (f"{level} | p{level} | {each}" for level in range(depth))
    bom = assemble(parts("level | part_number | quantity", *rows))
    assert len(bom.assemblies) == depth - 2
    assert bom.components[0].quantity == quantity


def test_paths_are_not_walked_one_by_one() -> None:
    rows = [f"p{level} | p{level - 1} | 1" for level in range(1, 26) for _ in range(4)]
    bom = assemble(parts("part_number | parent | quantity", "p0 | | 1", "q | | 1", *rows))
    (deepest,) = (component for component in bom.components if component.id == "p25")
    assert deepest.quantity == 4**25


def test_the_quantity_of_the_system_itself_is_not_used() -> None:
    bom = assemble(parts("level | part_number | quantity", "0 | kite | 10", "1 | spar | 4"))
    assert bom.components[0].quantity == 4
    assert codes(bom) == ["DI307", "DI311"]
