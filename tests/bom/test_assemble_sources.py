"""Who makes a part, where, and how well that is known: a source per maker and place, unknown where nothing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bom.assembly.assemble import assemble
from bom.assembly.proofs import names_a_document
from depmap.core.evidence import Tier
from depmap.core.graph import Layer
from depmap.core.model import Bom, Component, Source
from depmap.network import Network
from tests.bom.lines import parts, reading, table


def only(bom: Bom) -> Component:
    (component,) = bom.components
    return component


def said(source: Source) -> tuple[str | None, str | None, str | None, str]:
    return source.manufacturer.value, source.part_number, source.manufacture.value, str(source.manufacture.tier)


def sources(columns: str, *rows: str) -> list[tuple[str | None, str | None, str | None, str]]:
    return [said(source) for source in only(assemble(parts(columns, *rows))).sources]


def codes(bom: Bom) -> list[str]:
    return sorted(issue.code for issue in bom.issues)


def test_a_line_that_names_nobody_has_one_unknown_source() -> None:
    (source,) = only(assemble(parts("part_number | manufacturer", "spar |"))).sources
    assert said(source) == (None, None, None, "unknown")
    assert [str(cell) for cell in source.manufacturer.cells] == ["Sheet1!B2"]


def test_a_second_maker_in_its_own_columns_is_a_second_source() -> None:
    columns = "part_number | manufacturer | mpn | manufacturer_2 | mpn_2 | country_of_origin | country_of_origin_2"
    assert sources(columns, "c1 | Zorblatt | Z1 | Quuxcorp | Q9 | Germany | Japan") == [
        ("Zorblatt", "Z1", "DE", "declared"),
        ("Quuxcorp", "Q9", "JP", "declared"),
    ]


def test_makers_stacked_in_a_cell_go_with_the_numbers_beside_them() -> None:
    columns = "part_number | manufacturer | mpn"
    assert sources(columns, "c1 | Zorblatt^Quuxcorp | Z1^Q9") == [
        ("Zorblatt", "Z1", None, "unknown"),
        ("Quuxcorp", "Q9", None, "unknown"),
    ]


@pytest.mark.parametrize("between", [" / ", "/", "; ", ", ", " of ", " or "])
def test_listed_makers_on_one_line_of_a_cell_are_sources_when_each_has_a_number(between: str) -> None:
    bom = assemble(parts("part_number | manufacturer | mpn", f"c1 | Murata{between}TDK | M1 / T1"))
    assert [said(source)[:2] for source in only(bom).sources] == [("Murata", "M1"), ("TDK", "T1")]
    assert codes(bom) == ["DI348"]


@pytest.mark.parametrize(
    ("maker", "mpn", "names"),
    [
        ("Murata / TDK", "M1", "'Murata' or 'TDK'"),
        ("Murata of TDK", "", "'Murata' or 'TDK'"),
        ("Murata / TDK", "M1^T1^T2", "'Murata' or 'TDK'"),
        ("Bosch/Adafruit", "BNO055", "'Adafruit' or 'Bosch Sensortec'"),
        ("Bosch / Adafruit", "BNO055 / 2472", "'Adafruit' or 'Bosch Sensortec'"),
        ("Murata / Mouser", "M1 / M2", "'Mouser' or 'Murata'"),
    ],
)
def test_of_makers_beside_each_other_none_is_known_to_be_the_source(maker: str, mpn: str, names: str) -> None:
    """A board of Adafruit with a chip of Bosch has not two sources."""
    bom = assemble(parts("part_number | manufacturer | mpn", f"c1 | {maker} | {mpn}"))
    assert {source.manufacturer.value for source in only(bom).sources} == {None}
    assert bom.suppliers == ()
    (issue,) = bom.issues
    assert (issue.code, str(issue.cell)) == ("DI349", "Sheet1!B2")
    assert names in issue.message.en


def test_two_names_of_one_maker_are_that_maker() -> None:
    bom = assemble(parts("part_number | manufacturer | mpn", "c1 | Texas Instruments / TI | T1"))
    assert [said(source)[:2] for source in only(bom).sources] == [("Texas Instruments", "T1")]


@pytest.mark.parametrize("text", ["Murata / Zorblatt", "Zorblatt, Inc.", "AT&S", "Black / Decker"])
def test_names_that_are_not_all_listed_are_not_taken_apart(text: str) -> None:
    assert len(only(assemble(parts("part_number | manufacturer", f"c1 | {text}"))).sources) == 1


def test_two_numbers_of_one_maker_are_one_source() -> None:
    assert sources("part_number | manufacturer | mpn", "c1 | Zorblatt | Z1^Z2") == [
        ("Zorblatt", "Z1 / Z2", None, "unknown")
    ]


def test_one_country_belongs_to_the_first_of_several_makers() -> None:
    columns = "part_number | manufacturer | mpn | country_of_origin | manufacturer_2"
    expected = [("Zorblatt", "Z1", "DE", "declared"), ("Quuxcorp", None, None, "unknown")]
    assert sources(columns, "c1 | Zorblatt | Z1 | Germany | Quuxcorp") == expected
    assert sources("part_number | manufacturer | mpn | country_of_origin", "c1 | Zorblatt^Quuxcorp | Z1 | Germany") == (
        expected
    )


@pytest.mark.parametrize("text", ["Congo", "China/Taiwan", "Luik", "CH / DE"])
def test_a_country_that_is_not_clear_stays_unknown_and_is_asked_back(text: str) -> None:
    bom = assemble(parts("part_number | manufacturer | country_of_origin", f"c1 | Zorblatt | {text}"))
    assert said(only(bom).sources[0])[2:] == (None, "unknown")
    assert codes(bom) == ["DI345"]


def test_two_letters_are_a_code_only_where_codes_are_expected() -> None:
    rows = ("a | CH", "b | Germany")
    mixed = assemble(parts("part_number | country_of_origin", *rows))
    titled = assemble(parts("part_number | country_of_origin=Country (ISO code)", *rows))
    coded = assemble(parts("part_number | country_of_origin", "a | CH", "b | DE"))
    found = [[component.sources[0].manufacture.value for component in bom.components] for bom in (mixed, titled, coded)]
    assert found == [[None, "DE"], ["CH", "DE"], ["CH", "DE"]]


@pytest.mark.parametrize("text", ["onbekend", "unknown", "-", "n/a"])
def test_a_country_that_is_said_to_be_unknown_is_no_error(text: str) -> None:
    bom = assemble(parts("part_number | country_of_origin", f"c1 | {text}"))
    assert (said(only(bom).sources[0])[2], codes(bom)) == (None, [])


@pytest.mark.parametrize(
    ("text", "tier"),
    [
        ("CoO-2026-114.pdf", Tier.PROVEN),
        ("Leveranciersverklaring 170, 2026-03-09", Tier.PROVEN),
        ("certificate.pdf", Tier.PROVEN),
        ("ja", Tier.DECLARED),
        ("nee", Tier.DECLARED),
        ("geen (aangevraagd 2026-03-01)", Tier.DECLARED),
        ("2026-03-01", Tier.DECLARED),
        ("https://shop.example/item/12", Tier.DECLARED),
        ("", Tier.DECLARED),
    ],
)
def test_only_a_named_document_proves(text: str, tier: Tier) -> None:
    assert names_a_document(text) == (tier is Tier.PROVEN)
    bom = assemble(parts("part_number | country_of_origin | origin_evidence", f"c1 | Germany | {text}"))
    assert only(bom).sources[0].manufacture.tier is tier


def test_a_distributor_is_never_the_manufacturer() -> None:
    bom = assemble(parts("part_number | manufacturer | supplier", "c1 | Farnell | Mouser"))
    (source,) = only(bom).sources
    assert source.manufacturer.value is None
    assert source.typed_as_manufacturer == "Farnell"
    assert source.distributors == ("Farnell", "Mouser")
    assert bom.suppliers == ()
    (issue,) = bom.issues
    assert (issue.code, str(issue.cell)) == ("DI341", "Sheet1!B2")


def test_a_seller_alone_says_nothing_about_the_maker() -> None:
    (source,) = only(assemble(parts("part_number | supplier", "c1 | Texas Instruments"))).sources
    assert (source.manufacturer.value, source.distributors) == (None, ("Texas Instruments",))
    assert source.manufacture.value is None


def test_made_in_a_country_is_a_country_and_no_maker() -> None:
    bom = assemble(parts("part_number | manufacturer", "c1 | Made in China"))
    assert said(only(bom).sources[0]) == (None, None, "CN", "assumed")
    assert codes(bom) == ["DI343"]


def test_made_in_one_country_and_stated_as_another_is_unknown() -> None:
    bom = assemble(parts("part_number | manufacturer | country_of_origin", "c1 | Made in China | Germany"))
    assert said(only(bom).sources[0]) == (None, None, None, "unknown")


@pytest.mark.parametrize("text", ["various", "Generic", "any", "diversen", "Local/Generic"])
def test_whoever_it_is_named_is_said_to_be_nobody(text: str) -> None:
    bom = assemble(parts("part_number | manufacturer", f"c1 | {text}"))
    assert only(bom).sources[0].manufacturer.value is None
    assert codes(bom) == ["DI342"]


@pytest.mark.parametrize("text", ["n/a", "-", "TBD", "onbekend"])
def test_a_blank_in_other_words_needs_no_message(text: str) -> None:
    bom = assemble(parts("part_number | manufacturer", f"c1 | {text}"))
    assert only(bom).sources[0].manufacturer.value is None
    assert codes(bom) == []


@pytest.mark.parametrize("text", ["www.example.com", "https://shop.example/x1"])
def test_an_address_is_no_maker(text: str) -> None:
    bom = assemble(parts("part_number | manufacturer", f"c1 | {text}"))
    assert only(bom).sources[0].manufacturer.value is None
    assert codes(bom) == ["DI342"]


def test_a_line_that_is_not_placed_names_nobody() -> None:
    bom = assemble(parts("part_number | manufacturer", "c1 | Farnell | dnp", "c2 | Zorblatt | dnp", "c3 | Quuxcorp"))
    assert [supplier.name for supplier in bom.suppliers] == ["Quuxcorp"]
    assert bom.issues == ()


def test_spellings_that_differ_in_case_and_spaces_are_one_supplier() -> None:
    rows = ("a | Zor Blatt", "b | ZORBLATT", "c | Zor-Blatt", "d | Zor Blatt", "e | Zorblatz")
    bom = assemble(parts("part_number | manufacturer", *rows))
    assert [(supplier.name, supplier.spellings) for supplier in bom.suppliers] == [
        ("Zor Blatt", ("ZORBLATT", "Zor Blatt", "Zor-Blatt")),
        ("Zorblatz", ("Zorblatz",)),
    ]
    assert not any(supplier.recognised for supplier in bom.suppliers)


def test_a_listed_maker_brings_what_the_list_knows() -> None:
    bom = assemble(parts("part_number | manufacturer", "a | TI", "b | Texas Instruments Inc."))
    (supplier,) = bom.suppliers
    assert (supplier.name, supplier.recognised) == ("Texas Instruments", True)
    assert supplier.seat.value == "US"
    assert supplier.seat.reference.startswith("manufacturers ")
    assert supplier.parent.tier in (Tier.INFERRED, Tier.ASSUMED)


def test_the_same_part_elsewhere_with_another_maker_joins_the_sources_and_says_so() -> None:
    rows = ("1 | left | ", "2 | c1 | Zorblatt", "1 | right | ", "2 | c1 | Quuxcorp")
    bom = assemble(parts("level | part_number | manufacturer", *rows))
    (component,) = bom.components
    assert [source.manufacturer.value for source in component.sources] == ["Quuxcorp", "Zorblatt"]
    (issue,) = (issue for issue in bom.issues if issue.code == "DI323")
    assert "Sheet1!C3, Sheet1!C5" in issue.message.en


def test_a_line_without_a_maker_adds_no_second_way_to_obtain_the_part() -> None:
    rows = ("1 | left | ", "2 | c1 | Zorblatt", "1 | right | ", "2 | c1 | ")
    bom = assemble(parts("level | part_number | manufacturer", *rows))
    assert [said(source)[0] for source in only(bom).sources] == ["Zorblatt"]
    assert codes(bom) == []


def test_two_countries_for_one_source_are_none() -> None:
    rows = ("c1 | Zorblatt | Z1 | Germany", "c1 | Zorblatt | Z1 | Japan")
    bom = assemble(parts("part_number | manufacturer | mpn | country_of_origin", *rows))
    (source,) = only(bom).sources
    assert (source.manufacture.value, source.manufacture.tier) == (None, Tier.UNKNOWN)
    assert [str(cell) for cell in source.manufacture.cells] == ["Sheet1!D2", "Sheet1!D3"]
    assert codes(bom) == ["DI346"]


def test_an_assembly_that_names_its_maker_has_sources_of_its_own() -> None:
    rows = ("1 | wing | Zorblatt", "2 | spar | ", "1 | tail | ", "2 | pin | ")
    bom = assemble(parts("level | part_number | manufacturer", *rows))
    (wing,) = (assembly for assembly in bom.assemblies if assembly.id == "wing")
    (tail,) = (assembly for assembly in bom.assemblies if assembly.id == "tail")
    assert [source.manufacturer.value for source in wing.sources] == ["Zorblatt"]
    assert tail.sources == ()
    assert [supplier.name for supplier in bom.suppliers] == ["Zorblatt"]


NAMES = st.sampled_from(["", "Zorblatt", "ZORBLATT", "Quuxcorp", "Farnell", "Made in China", "TI", "various", "CH"])


@given(st.lists(st.tuples(st.sampled_from("abc"), NAMES, NAMES, st.sampled_from(["", "Germany", "x"])), max_size=8))
def test_every_source_names_a_supplier_or_nobody(lines: list[tuple[str, str, str, str]]) -> None:
    rows = [" | ".join(line) for line in lines]
    bom = assemble(parts("part_number | manufacturer | manufacturer_2 | country_of_origin", *rows))
    named = {source.manufacturer.value for component in bom.components for source in component.sources} - {None}
    assert named == {supplier.name for supplier in bom.suppliers}
    assert "Farnell" not in named
    for component in bom.components:
        assert component.sources
        assert all(cell.row <= len(rows) + 1 for source in component.sources for cell in source.cells)


def test_lines_of_two_tables_judge_their_country_columns_apart() -> None:
    first = table("part_number | country_of_origin", ["a | CH"])
    second = table("part_number | country_of_origin", ["b | CH", "c | Germany"], first=10)
    bom = assemble(reading(first, second))
    assert [component.sources[0].manufacture.value for component in bom.components] == ["CH", None, "DE"]


def test_where_a_company_makes_things_is_only_a_hint_about_one_part() -> None:
    """Bosch Sensortec has one country of manufacture in the list, read in a source: of this part that is assumed."""
    ((_, _, country, tier),) = sources("part_number | manufacturer", "c1 | Bosch Sensortec")
    assert (country, tier) == ("DE", "assumed")


def test_a_maker_from_a_column_in_question_is_a_hint_until_the_question_is_answered() -> None:
    """Whether *Vendor* names makers or sellers nobody has said: a maker that is only guessed settles nothing."""
    told = parts("part_number | manufacturer=Vendor", "c1 | Acme")
    (table,) = told.tables
    bom = assemble(replace(told, tables=(replace(table, open={"manufacturer": frozenset({2})}),)))
    (source,) = only(bom).sources
    assert (source.manufacturer.value, source.manufacturer.tier, source.manufacturer.known) == (
        "Acme",
        "assumed",
        False,
    )
    (point,) = [each for each in Network.of(bom).single_points(Layer.SUPPLY) if each.node == "supplier:Acme"]
    assert not point.certain
