"""What is stated to be in parts: in a column, in a catalogue, in the declaration of a supplier."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import bom
from bom.assembly import materials as assembling
from bom.cells.materials import read_materials
from bom.companies import catalogue as cataloguing
from depmap.core.errors import InputError
from depmap.core.evidence import Tier
from depmap.core.model import Bom, Component
from tests.bom.formats.declarations import amount, declaration, full, material, motor, number, product, substance

PARTS = "Item;Qty;Manufacturer;MPN\n1;4;ACME  Motors;m-1\n2;1;Volt Inc;R-2\n"


def read(folder: Path, *beside: str, parts: str = PARTS) -> Bom:
    """A bill of materials with files beside it, which are declarations when they look like XML."""
    (folder / "parts.csv").write_text(parts, encoding="utf-8")
    paths = []
    for place, text in enumerate(beside, start=1):
        paths.append(folder / f"beside{place}.{'xml' if text.startswith('<') else 'csv'}")
        paths[-1].write_text(text, encoding="utf-8")
    return bom.read(folder / "parts.csv", bom.read_enrichment(None, paths)).bom


def part(found: Bom, number: str) -> Component:
    (component,) = [each for each in found.components if any(one.part_number == number for one in each.sources)]
    return component


def amounts(component: Component) -> dict[str, tuple[str | None, Decimal | None, Decimal | None]]:
    return {each.name.value or "": (each.cas, each.low, each.high) for each in component.materials}


# --- declarations --------------------------------------------------------------------------------------------------


def test_a_declaration_enriches_the_part_of_that_maker_with_that_number(tmp_path: Path) -> None:
    found = read(tmp_path, motor())
    motors = part(found, "m-1")
    assert motors.grams == (Decimal("85.5"), Decimal("85.5"))
    held = amounts(motors)
    assert held["Copper"] == ("7440-50-8", Decimal("19.98"), Decimal("19.98"))
    # Fourteen magnets in a motor, and nobody says whether the amounts are those of one: both ends are given.
    assert held["Neodymium"] == ("7440-00-8", Decimal("0.261"), Decimal("3.654"))
    assert held["Dysprosium"] == ("7429-91-6", Decimal("0.018"), Decimal("0.252"))
    assert held["Boron / amorphous, glassy"] == ("7440-42-8", None, None)
    assert part(found, "R-2").materials == ()
    assert part(found, "R-2").grams is None


def test_it_says_on_whose_word_and_where(tmp_path: Path) -> None:
    (copper,) = [each for each in part(read(tmp_path, motor()), "m-1").materials if each.cas == "7440-50-8"]
    assert copper.name.tier is Tier.DECLARED
    assert copper.name.reference == "beside1.xml I2 (IPC-1752A, Acme Motors, 2026-03-02)"
    assert [str(cell) for cell in copper.name.cells] == ["D2"]
    assert (copper.within, copper.maker) == ("Winding wire", "ACME Motors")


@pytest.mark.parametrize(
    "parts",
    [
        PARTS.replace("ACME  Motors", "Acme"),
        PARTS.replace("m-1", "M1"),
        PARTS.replace("ACME  Motors", "Farnell"),
        "Item;Qty;Manufacturer;MPN;DNP\n1;4;Acme Motors;M-1;x\n2;1;Volt;R-2;\n",
    ],
)
def test_another_maker_another_number_or_a_part_not_placed_gets_nothing(tmp_path: Path, parts: str) -> None:
    found = read(tmp_path, motor(), parts=parts)
    assert all(each.materials == () and each.grams is None for each in found.components)


def test_who_answers_for_a_product_says_nothing_of_the_origin_of_the_part(tmp_path: Path) -> None:
    (source,) = part(read(tmp_path, motor()), "m-1").sources
    assert source.manufacture.value is None


def test_the_number_of_a_sub_product_alone_finds_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, motor(), parts=PARTS.replace("m-1", "MG-7"))
    assert all(each.materials == () for each in found.components)


def test_a_count_that_is_not_stated_leaves_the_upper_end_open(tmp_path: Path) -> None:
    text = motor().replace('numberOfInstances="14"', "")
    assert amounts(part(read(tmp_path, text), "m-1"))["Neodymium"] == ("7440-00-8", Decimal("0.261"), None)


def test_what_is_named_twice_in_one_part_is_there_twice(tmp_path: Path) -> None:
    wires = [material("Wire", amount("2", "g"), substance("Copper", "7440-50-8", amount("1", "g")))] * 2
    text = declaration(product(number("M-1", "Motor"), inside=full(*wires)))
    assert amounts(part(read(tmp_path, text), "m-1"))["Copper"][1:] == (Decimal(2), Decimal(2))


def test_two_declarations_of_a_part_are_both_kept_on_their_own_word(tmp_path: Path) -> None:
    held = {grams: full(material("Copper", amount(grams, "g"))) for grams in ("3", "5")}
    said = [
        declaration(product(number("M-1", "Motor", amount(grams, "g")), inside=inside))
        for grams, inside in held.items()
    ]
    motors = part(read(tmp_path, *said), "m-1")
    assert motors.grams == (Decimal(3), Decimal(5))
    assert [(each.low, each.name.reference.split()[0]) for each in motors.materials] == [
        (Decimal(3), "beside1.xml"),
        (Decimal(5), "beside2.xml"),
    ]


def test_a_declaration_in_vain_is_said(tmp_path: Path) -> None:
    other = declaration(product(number("X-1", "Pump"), inside=full(material("Steel", ""))))
    found = read(tmp_path, motor(), other)
    (issue,) = [issue for issue in found.issues if issue.code == "DI375"]
    assert issue.cell is not None and issue.cell.file == "beside2.xml"
    assert "none of the 1 parts in this file is a part of parts.csv" in issue.message.en


def test_a_declaration_without_a_company_cannot_serve(tmp_path: Path) -> None:
    text = declaration(product(number("M-1", "Motor"), inside=full(material("Copper", ""))), company="")
    with pytest.raises(InputError, match=r"beside1\.xml: no table"):
        read(tmp_path, text)


@pytest.mark.parametrize("count", ["1e999999", "-4", "NaN", "many"])
def test_a_senseless_count_is_no_count(tmp_path: Path, count: str) -> None:
    text = motor().replace('numberOfInstances="14"', f'numberOfInstances="{count}"')
    assert amounts(part(read(tmp_path, text), "m-1"))["Neodymium"] == ("7440-00-8", Decimal("0.261"), None)


# --- catalogues ----------------------------------------------------------------------------------------------------


def test_a_catalogue_may_name_materials_without_a_country(tmp_path: Path) -> None:
    text = "Manufacturer;MPN;Material;Source\nAcme Motors;M-1;NdFeB, 12 g;https://acme.example\n"
    (magnet,) = part(read(tmp_path, text), "m-1").materials
    assert (magnet.name.value, magnet.name.tier, magnet.low) == ("NdFeB", Tier.INFERRED, Decimal(12))
    assert magnet.name.reference == "beside1.csv C2 (https://acme.example)"


def test_a_row_that_doubts_itself_is_only_a_hint(tmp_path: Path) -> None:
    text = "Manufacturer;MPN;Material;Evidence\nAcme Motors;M-1;NdFeB;guess\n"
    (magnet,) = part(read(tmp_path, text), "m-1").materials
    assert magnet.name.tier is Tier.ASSUMED


def test_a_wrong_number_in_a_catalogue_stops_the_run(tmp_path: Path) -> None:
    text = "Manufacturer;MPN;Material\nAcme Motors;M-1;Copper, CAS 7440-50-9\n"
    with pytest.raises(InputError) as refused:
        read(tmp_path, text)
    assert "beside1.csv, C2: '7440-50-9' is no CAS number" in refused.value.render("en")


def test_countries_of_several_catalogues_are_taken_together(tmp_path: Path) -> None:
    made = "Manufacturer;MPN;Made in;Source\nAcme Motors;M-1;{};u\n"
    agree = read(tmp_path, made.format("Germany"), made.format("DE"))
    assert part(agree, "m-1").sources[0].manufacture.value == "DE"
    differ = read(tmp_path, made.format("Germany"), made.format("China"))
    assert part(differ, "m-1").sources[0].manufacture.value is None
    assert "DI374" in [issue.code for issue in differ.issues]


# --- the bill of materials itself ----------------------------------------------------------------------------------


def test_the_material_column_is_declared_by_the_workbook(tmp_path: Path) -> None:
    parts = "Item;Qty;Manufacturer;MPN;Material\n1;4;Acme;M-1;NdFeB-magneten\n2;1;Volt;R-2;n/a\n"
    found = read(tmp_path, parts=parts)
    (magnet,) = part(found, "M-1").materials
    assert (magnet.name.value, magnet.name.tier, magnet.maker) == ("NdFeB-magneten", Tier.DECLARED, None)
    assert [str(cell) for cell in magnet.name.cells] == ["E2"]
    assert part(found, "R-2").materials == ()


def test_lines_of_one_part_state_it_once(tmp_path: Path) -> None:
    parts = "Item,Qty,Maker,MPN,Material\n1,4,Acme,M-1,Titanium\n2,1,Acme,M-1,titanium\n3,1,Volt,R-2,Steel\n"
    (titanium,) = part(read(tmp_path, parts=parts), "M-1").materials
    assert [str(cell) for cell in titanium.name.cells] == ["E2", "E3"]


def test_a_wrong_number_in_the_bill_of_materials_is_said_and_the_name_kept(tmp_path: Path) -> None:
    parts = 'Item,Qty,MPN,Material\n1,4,M-1,"Copper, CAS 7440-50-9, 3 g"\n3,1,R-2,Steel\n'
    found = read(tmp_path, parts=parts)
    assert amounts(part(found, "M-1")) == {"Copper": (None, Decimal(3), Decimal(3))}
    assert [(issue.code, str(issue.cell)) for issue in found.issues if issue.code == "DI351"] == [("DI351", "D2")]


def test_more_materials_than_any_list_has_are_not_read_and_this_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assembling, "MOST", 3)
    cells = enumerate(("a;b;c", "d", "e;f;g", "h"), start=1)
    parts = "".join(f"{at},1,Acme,M-{at},{cell}\n" for at, cell in cells)
    found = read(tmp_path, parts=f"Item,Qty,Maker,MPN,Material\n{parts}")
    assert [len(part(found, f"M-{at}").materials) for at in (1, 2, 3, 4)] == [3, 1, 0, 0]
    (issue,) = [issue for issue in found.issues if issue.code == "DI353"]
    assert "those of 2 cells were not read (E4, E5)" in issue.message.en


def test_a_catalogue_with_more_materials_than_any_list_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cataloguing, "MOST", 3)
    with pytest.raises(InputError) as refused:
        read(tmp_path, 'Manufacturer;MPN;Material\nAcme Motors;M-1;"a;b;c;d;e"\n')
    assert "beside1.csv, C2: more than 3 materials in this file" in refused.value.render("en")


# --- cells ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NdFeB", [("NdFeB", None, None, None)]),
        ("NdFeB, 12,5 g", [("NdFeB", None, None, "12.5")]),
        ("PA6, GF30, 900 mg", [("PA6, GF30", None, None, "0.900")]),
        ("Steel, 1.5 KG; Copper", [("Steel", None, None, "1500"), ("Copper", None, None, None)]),
        ("Steel\n\n  Copper  wire\n-", [("Steel", None, None, None), ("Copper wire", None, None, None)]),
        ("Copper (CAS no. 7440-50-8)", [("Copper", "7440-50-8", None, None)]),
        ("Copper, CAS: 7440-50-8, 1,000 mg", [("Copper", "7440-50-8", None, None)]),
        ("Copper (in Wire), 50 %", [("Copper", None, "Wire", None)]),
        ("Wire, 4 g; Copper (in Wire), 50 %", [("Wire", None, None, "4"), ("Copper", None, "Wire", "2")]),
        ("Wire, 4 g; Copper (in Wire), 150 %", [("Wire", None, None, "4"), ("Copper", None, "Wire", None)]),
        ("4,4'-Isopropylidenediphenol, CAS 80-05-7", [("4,4'-Isopropylidenediphenol", "80-05-7", None, None)]),
        ("3D-printed, PLA, 0 g", [("3D-printed, PLA", None, None, None)]),
        ("Steel 12 g", [("Steel 12 g", None, None, None)]),
        (", 12 g", []),
        ("; ;", []),
    ],
)
def test_what_a_cell_states(text: str, expected: list[tuple[str, str | None, str | None, str | None]]) -> None:
    found = read_materials(text)
    assert [(each.name, each.cas, each.within, each.grams) for each in found] == [
        (name, cas, within, None if grams is None else Decimal(grams)) for name, cas, within, grams in expected
    ]
