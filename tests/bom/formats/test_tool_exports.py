"""What well-known programs and shops write is read column by column, line by line."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import bom
from bom.reading import TableRole
from depmap.core.evidence import Tier
from tests.bom.formats import exports

KICAD = {"A": "designators", "B": "value", "C": "url", "D": "footprint", "E": "quantity", "F": "populate"}
ALTIUM = {"A": "value", "B": "description", "C": "designators", "D": "footprint"}
DIGIKEY = {"A": "line_id", "B": "supplier_part_number", "C": "mpn", "D": "description", "F": "quantity"}
DIGIKEY |= {"H": "unit_price", "I": "total_price"}
INVENTREE = {"A": "parent", "D": "quantity", "S": "part_number", "T": "description", "AD": "level"}
INVENTREE |= {"AG": "supplier", "AH": "supplier_part_number", "AJ": "manufacturer", "AK": "mpn"}
INVENTREE |= {"AL": "manufacturer_2", "AM": "mpn_2", "AO": "material"}
COLLATED = {"A": "line_id", "B": "quantity", "C": "designators", "D": "value", "F": "footprint", "G": "url"}
COLLATED |= {"H": "populate", "I": "mpn", "J": "manufacturer"}


def workbook(rows: list[exports.Row]) -> bytes:
    """The rows as the only sheet of a workbook."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book["Sheet"].append(list(row))
    book.save(out)
    return out.getvalue()


EXPORTS: dict[str, tuple[bytes, Mapping[str, str], int, int]] = {
    "kicad-grouped.csv": (exports.kicad_grouped_by_value(), COLLATED, 3, 1),
    "kicad-footprint.csv": (
        exports.kicad_grouped_with_footprint(),
        {"A": "designators", "B": "quantity", "C": "value", "E": "footprint", "F": "description", "G": "supplier"},
        2,
        1,
    ),
    "kicad-fields.csv": (exports.kicad_fields("CSV"), KICAD, 3, 1),
    "kicad-fields.tsv": (exports.kicad_fields("TSV"), KICAD, 3, 1),
    "kicad-semicolons.csv": (exports.kicad_fields("Semicolons"), KICAD, 3, 1),
    "kicad-each.csv": (exports.kicad_one_each(), {"A": "designators", "B": "value", "C": "footprint"}, 3, 0),
    "kicad-board.csv": (
        exports.kicad_board(),
        {"A": "line_id", "B": "designators", "C": "footprint", "D": "quantity", "E": "description"},
        2,
        0,
    ),
    "altium.csv": (exports.altium_csv(), ALTIUM | {"G": "quantity"}, 2, 0),
    "eagle.csv": (
        exports.eagle(),
        {"A": "quantity", "B": "value", "D": "footprint", "E": "designators", "G": "manufacturer", "H": "mpn"},
        2,
        0,
    ),
    "inventree.csv": (exports.inventree(), INVENTREE, 4, 0),
    "digikey-order.csv": (exports.digikey_order(), DIGIKEY, 2, 0),
    "digikey-origin.csv": (exports.digikey_order(country=True), DIGIKEY | {"J": "country_of_origin"}, 2, 0),
    "digikey-search.csv": (
        exports.digikey_search(),
        {"C": "supplier_part_number", "D": "mpn", "E": "manufacturer", "F": "description", "G": "stock"},
        1,
        0,
    ),
    "lcsc.csv": (
        exports.lcsc_order(),
        {"A": "supplier_part_number", "B": "mpn", "C": "manufacturer", "F": "description", "H": "quantity"},
        2,
        0,
    ),
    "jlcpcb.csv": (exports.jlcpcb(), {"A": "value", "B": "designators", "D": "supplier_part_number"}, 2, 0),
    "altium.xlsx": (workbook(exports.ALTIUM), ALTIUM | {"F": "quantity"}, 2, 0),
    "inventree.xlsx": (workbook(exports.inventree_rows()), INVENTREE, 4, 0),
    "mouser.xlsx": (
        workbook(exports.MOUSER),
        {"D": "supplier_part_number", "E": "mpn", "F": "description", "G": "quantity", "H": "unit_price"},
        2,
        0,
    ),
}
"""Name of the file: its bytes, what its columns mean at least, its lines, and those of them not to be placed."""


def read(folder: Path, name: str) -> bom.Workbook:
    path = folder / name
    path.write_bytes(EXPORTS[name][0])
    return bom.read(path)


def values(workbook: bom.Workbook, field: str) -> list[object]:
    """What each line says in a field."""
    return [line.values.get(field) for _, line in workbook.reading.parts]


@pytest.mark.parametrize("name", EXPORTS)
def test_columns_and_lines(tmp_path: Path, name: str) -> None:
    _, columns, lines, left_out = EXPORTS[name]
    found = read(tmp_path, name)
    counting = [table for table in found.reading.tables if table.role is TableRole.PARTS]
    assert len(counting) == 1
    meant = {column.column: column.field for column in counting[0].columns}
    assert {letter: meant.get(letter) for letter in columns} == dict(columns)
    assert (found.bom.lines, found.bom.dnp_lines) == (lines, left_out)


@pytest.mark.parametrize("name", [name for name in EXPORTS if "kicad" in name or "altium" in name or "eagle" in name])
def test_a_board_needs_as_many_as_it_has_places(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name)
    for component in found.bom.components:
        assert component.quantity == (len(component.designators) or 1)
    assert found.bom.components


def test_single_quotation_marks_are_no_part_of_the_values(tmp_path: Path) -> None:
    semicolons, commas = (read(tmp_path, name) for name in ("kicad-semicolons.csv", "kicad-fields.csv"))
    for field in ("designators", "value", "footprint", "quantity", "url"):
        assert values(semicolons, field) == values(commas, field)


def test_an_apostrophe_is_no_quotation_mark(tmp_path: Path) -> None:
    path = tmp_path / "parts.csv"
    path.write_text("'Part';Qty;Maker\n'M-1';4;Acme\n'R-2';1;'t Hoen BV\n", encoding="utf-8")
    assert values(bom.read(path), "manufacturer") == ["Acme", "'t Hoen BV"]


def test_what_a_control_character_hides_is_no_other_footprint(tmp_path: Path) -> None:
    assert values(read(tmp_path, "altium.csv"), "mpn") == [None, None]
    assert values(read(tmp_path, "altium.csv"), "designators") == [("R38", "R88"), ("U1",)]


@pytest.mark.parametrize("name", ["inventree.csv", "inventree.xlsx"])
def test_levels_of_inventree_become_assemblies(tmp_path: Path, name: str) -> None:
    system = read(tmp_path, name).bom
    assert [assembly.name for assembly in system.assemblies] == ["Arm"]
    amounts = {component.description: component.quantity for component in system.components}
    assert amounts == {"Motor": 4, "Screw M3": 8, "Frame": 1}
    (motor,) = [component for component in system.components if component.description == "Motor"]
    assert [source.manufacturer.value for source in motor.sources] == ["Acme Motors", "Volt"]
    assert [each.name.value for each in motor.materials] == ["NdFeB"]


def test_the_subtotal_of_an_order_is_no_part(tmp_path: Path) -> None:
    found = read(tmp_path, "digikey-order.csv")
    assert values(found, "unit_price") == [Decimal("6.45"), Decimal("0.089")]
    assert found.bom.currency == "EUR"


# --- a country that a shop states --------------------------------------------------------------------------------


def test_a_country_that_a_shop_states_is_a_hint_and_said(tmp_path: Path) -> None:
    system = read(tmp_path, "digikey-origin.csv").bom
    facts = [source.manufacture for component in system.components for source in component.sources]
    assert sorted((fact.value, fact.tier, fact.known) for fact in facts) == [
        ("CN", Tier.ASSUMED, False),
        ("PH", Tier.ASSUMED, False),
    ]
    assert {fact.reference for fact in facts} == {"DigiKey Part #"}
    (issue,) = [issue for issue in system.issues if issue.code == "DI352"]
    assert "(kolom 'DigiKey Part #'; J2, J3)" in issue.message.nl


def origin(folder: Path, text: str, catalogue: str = "") -> tuple[str | None, Tier]:
    (folder / "order.csv").write_text(text, encoding="utf-8")
    beside = []
    if catalogue:
        beside.append(folder / "catalogue.csv")
        beside[0].write_text(catalogue, encoding="utf-8")
    system = bom.read(folder / "order.csv", bom.read_enrichment(None, beside)).bom
    return next(
        (source.manufacture.value, source.manufacture.tier)
        for component in system.components
        for source in component.sources
        if source.part_number == "M-1"
    )


ORDER = (
    "Mouser #:,Mfr. #:,Manufacturer,Desc.:,Order Qty.,Country of Origin{more}\n595-M1,M-1,Acme,Motor,4,China{value}\n"
)


def test_a_document_beside_it_proves_it_all_the_same(tmp_path: Path) -> None:
    proven = ORDER.format(more=",Evidence of origin", value=",CoO-2026-114.pdf 2026-03-02")
    assert origin(tmp_path, proven) == ("CN", Tier.PROVEN)


def test_a_catalogue_with_a_source_goes_before_the_hint_of_a_shop(tmp_path: Path) -> None:
    catalogue = "Manufacturer,Model,Made in,Source\nAcme,M-1,Germany,https://acme.example\n"
    assert origin(tmp_path, ORDER.format(more="", value=""), catalogue) == ("DE", Tier.INFERRED)


@pytest.mark.parametrize(
    "header",
    [
        "Digi-Key Part #,MPN,Manufacturer,Description,Qty,Country of Origin,Part number",
        "Digi-Key Part #,MPN,Manufacturer,Description,Qty,Country of Origin,Level",
        "Item,MPN,Manufacturer,Description,Order Qty.,Country of Origin,Order Price",
    ],
)
def test_the_list_of_a_maker_that_names_order_numbers_still_declares(tmp_path: Path, header: str) -> None:
    assert origin(tmp_path, f"{header}\n595-1-ND,M-1,Acme,Motor,4,China,1\n") == ("CN", Tier.DECLARED)


def test_without_a_column_of_a_maker_the_order_numbers_make_it_the_list_of_a_shop(tmp_path: Path) -> None:
    text = "Digi-Key Part #,MPN,Manufacturer,Description,Qty,Country of Origin\n595-1-ND,M-1,Acme,Motor,4,China\n"
    assert origin(tmp_path, text) == ("CN", Tier.ASSUMED)
