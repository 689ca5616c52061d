"""Where tables are: title rows, deep headers, several tables in a sheet or side by side, and sheets that are none."""

from __future__ import annotations

import time

import pytest

from bom.raw import Rectangle
from bom.reading import TableRole
from tests.bom.grids import column, fields, raw, read, sheet

HEADER = "Pos | Omschrijving | Aantal | Fabrikant"


@pytest.mark.parametrize("rows_above", [0, 1, 7, 24, 60])
def test_the_header_is_found_wherever_it_stands(rows_above: int) -> None:
    above = "\n".join(["Stuklijst | | |"] * rows_above)
    reading = read(f"{above}\n{HEADER}\n1 | Motor | 4 | Bosch" if above else f"{HEADER}\n1 | Motor | 4 | Bosch")
    assert reading.tables[0].header_row == rows_above + 1
    assert column(reading, "description") == ["Motor"]


def test_a_title_block_is_read_and_is_no_table() -> None:
    reading = read(
        f"Systeem: Verkenner\nRevisie | | C\nDatum | 2026-03-27\nValuta: EUR\n\n{HEADER}\n1 | Motor | 4 | Bosch"
    )
    assert reading.title == {"system": "Verkenner", "revision": "C", "date": "2026-03-27", "currency": "EUR"}
    assert len(reading.parts) == 1


def test_blank_columns_before_and_between_are_only_blank() -> None:
    reading = read("| | Pos | Omschrijving | | Aantal\n| | 1 | Motor | | 4\n| | 2 | Vleugel | | 1")
    (table,) = reading.tables
    assert fields(table) == {"Pos": "line_id", "Omschrijving": "description", "Aantal": "quantity"}
    assert table.columns[0].column == "A"
    assert str(table.lines[0].cells["quantity"]) == "Sheet1!F2"


def test_tables_side_by_side_are_two_tables() -> None:
    reading = read(
        """
Nr | Onderdeel | Aantal | | Nr | Geprint deel | Aantal
1 | Motor links | 2 | | 201 | Beugel | 4
2 | Accupakket groot | 1 | | 202 | Deksel boven | 1
3 | Regelaar voor motor | 2
"""
    )
    assert [(len(table.lines), table.columns[0].column) for table in reading.tables] == [(3, "A"), (2, "E")]
    assert column(reading, "quantity") == [2, 1, 2, 4, 1]


def test_stacked_tables_each_have_a_title_and_all_lines_count() -> None:
    reading = read(
        """
Grond
ID | Designator | Value | Quantity | Manufacturer Part
1 | C1,C2 | 22pF | 2 | CL10C220JB8NNNC
2 | U1 | Zender | 1 | E22-400T30S
3 | R1 | 10k | 1 | RC0603-10K

Lucht
ID | Designator | Value | Quantity | Manufacturer Part
1 | U1 | Ontvanger | 1 | E32-900M30S
2 | C1 | 100nF | 1 | CL10B104KB8NNNC
"""
    )
    assert [(table.title, table.header_row, len(table.lines)) for table in reading.tables] == [
        ("Grond", 2, 3),
        ("Lucht", 8, 2),
    ]
    assert all(table.role is TableRole.PARTS for table in reading.tables)


def test_a_header_repeated_on_every_printed_page_is_no_new_table() -> None:
    reading = read(f"{HEADER}\n1 | Motor | 4 | Bosch\n2 | Accu | 1 | Varta\n{HEADER}\n3 | Vleugel | 2 | Airbus")
    (table,) = reading.tables
    assert len(table.lines) == 3
    assert [(row, reason.en) for row, reason in table.left_out] == [(4, "header repeated")]


def test_a_heading_over_several_columns_completes_the_titles_below_it() -> None:
    text = (
        "| Manufacturer | | Distributor | |\n"
        "Designator | Name | PN | Name | PN | Qty\n"
        "C1 | Murata | GRM155R | Digi-Key | 490-1313-1-ND | 1"
    )
    (table,) = read(sheet(text, merges=(Rectangle(0, 1, 0, 2), Rectangle(0, 3, 0, 4)))).tables
    assert [line.field for line in table.columns] == [
        "designators", "manufacturer", "mpn", "supplier", "supplier_part_number", "quantity",
    ]  # fmt: skip


def test_a_line_that_holds_words_of_headers_is_a_line() -> None:
    """Units, shops and assemblies are cells as often as they are titles."""
    reading = read(
        """
Part Number | Description | Unit | Supplier | Manufacturer | Qty
A-1 | Cable assembly, 1 m | pcs | TME | Huber | 2
A-2 | Reference | each | Mouser | Analog Devices | 1
"""
    )
    assert len(reading.tables) == 1
    assert len(reading.parts) == 2


@pytest.mark.parametrize(
    "text",
    [
        "file | license\nsrc/a.c | MIT\nsrc/b.c | LGPL",
        "Sheet | Description\nMAIN | The board\nIMU | The sensor",
        "ID | Task Name | Assignee | Status\n1 | Write | Alice | Done",
        "Name | Phone | Email | Country\nJan | 0612 | jan@example.org | NL",
        "Designator | Val | Package | Mid X | Mid Y | Rotation | Layer\nC1 | 100nF | 0402 | 10 | 20 | 90 | top",
        "Net | Pin | Reference\nGND | 1 | U1",
        "Name | Value\nfps | 30\nresolution | 1080",
        "Date | Description | Amount | Balance\n2026-01-01 | Winkel | 12 | 1000",
        "Beste collega, | hierbij de notulen",
        "",
    ],
)
def test_what_is_no_bill_of_materials_is_refused_with_a_reason(text: str) -> None:
    reading = read(text)
    assert not reading.is_bom
    assert reading.parts == ()
    assert reading.refusal is not None
    assert reading.refusal.nl.startswith("Dit is geen stuklijst")
    assert reading.refusal.en.startswith("This is no bill of materials")


def test_a_form_without_lines_is_no_parts_table() -> None:
    reading = read(sheet(HEADER, "Leeg"), sheet(f"{HEADER}\n1 | Motor | 4 | Bosch", "Vol"))
    assert [table.role for table in reading.tables] == [TableRole.NOT_PARTS, TableRole.PARTS]
    assert reading.is_bom


def test_long_lists_are_read_in_linear_time() -> None:
    def seconds(lines: int) -> float:
        rows = [f"{n} | Onderdeel {n} van staal | {n % 7 + 1} | Maker {n % 50}" for n in range(lines)]
        given = raw("\n".join([HEADER, *rows]))
        from bom.tables.understand import understand

        start = time.process_time()
        assert len(understand(given).parts) == lines
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 12 * max(seconds(2000), 0.02)


def test_prices_by_date_are_no_list_of_parts() -> None:
    text = "Date | Shop | Part | Brand | Price\n2023-08-21 | A | Pack | Tattu | 30\n2023-09-01 | B | Pack | Tattu | 40"
    assert not read(text).is_bom
    counted = text.replace("Shop", "Qty").replace("| A |", "| 2 |").replace("| B |", "| 1 |")
    assert read(counted).is_bom


def test_comments_above_a_text_file_are_no_header() -> None:
    text = (
        "# Bill of materials\n#\n# Quantity, description | manufacturer, part number | supplier, unit price\n"
        "item | qty | description | manufacturer\n1 | 4 | Motor | Bosch\n2 | 1 | Frame |"
    )
    (table,) = read(sheet(text, name="")).tables
    assert (table.header_row, len(table.lines)) == (4, 2)


def test_a_header_behind_a_mark_of_comment_is_still_the_header() -> None:
    text = "# made by hand | | |\n# item | qty | description | manufacturer\n1 | 4 | Motor | Bosch\n2 | 1 | Frame |"
    (table,) = read(sheet(text, name="")).tables
    assert (table.header_row, len(table.lines)) == (2, 2)


def test_the_same_parts_counted_below_a_rule_are_not_counted_again() -> None:
    text = (
        "Part | Value | Device\nC1 | 1u | C-0805\nC2 | 100n | C-0603\nC3 | 100n | C-0603\nR1 | 10k | R-0402\n"
        "R2 | 10k | R-0402\nR3 | 10k | R-0402\n------------- | | \n | | \n"
        "1x | 1u | C-0805\n1x | 100n | C-0603\n1x | 10k | R-0402"
    )
    assert column(read(text), "value") == ["1u", "100n", "100n", "10k", "10k", "10k"]


def test_a_table_of_parents_and_children_without_quantities_is_one_of_parts() -> None:
    reading = read("ParentName | Revision | childName\nDrone | A | Frame\nFrame | A | Arm\nArm | A | Bolt")
    assert column(reading, "part_number") == ["Frame", "Arm", "Bolt"]


@pytest.mark.parametrize("count", ["POR CONFIRMAR", "TBD", "nader te bepalen", "待定"])
def test_a_last_line_whose_quantity_is_to_be_decided_is_a_line(count: str) -> None:
    reading = read(f"Part | Quantity | Notes\nMotor | 4 | a\nPlate | 2 | b\nScrews M5 | {count} | lengths")
    assert len(reading.tables[0].lines) == 3


def test_words_in_the_column_of_quantities_below_the_list_are_no_line() -> None:
    reading = read("Part | Quantity | Notes\nMotor | 4 | a\nPlate | 2 | b\nMade by Jan | in a hurry | yesterday")
    assert len(reading.tables[0].lines) == 2


def test_shipping_is_no_part_though_it_has_a_line_number() -> None:
    parts = "1 | Arduino Nano | 1 | 14\n2 | Shipping box | 1 | 3"
    text = f"No | Item Name | Qty | Price\n{parts}\n3 | Hardware Shipping Costs | 1 | 46"
    assert len(read(text).parts) == 2


def test_a_list_that_names_values_packages_and_libraries_is_a_list_of_parts() -> None:
    header = "Part | Value | Package | Library | Position (inch) | Orientation"
    rows = ["BMP | 22-23-2041 | PINS | con-molex | (1 2) | R90", "MOTOR | 22-23-2041 | PINS | con-molex | (2 1) | R0"]
    reading = read("\n".join([header, *rows, "RASPBERRY |  | 2X20 | pinhead | (3 3) | R0"]))
    assert len(reading.parts) == 3
    assert fields(reading.tables[0])["Value"] == "value"
    assert len(read("\n".join([header, *(row.replace("MOTOR", "Regulador") for row in rows)])).parts) == 2


def test_a_list_of_libraries_of_software_is_no_list_of_parts() -> None:
    assert not read("Package | Library | Description\nlinux | libc | of C\nlinux | libm | numbers").is_bom


def test_a_sum_of_the_project_with_a_line_number_is_no_part() -> None:
    text = "No | Item Name | Qty | Price\n1 | Arduino Nano | 1 | 14\n2 | Leica station total | 1 | 900"
    assert len(read(f"{text}\n3 | Known Project Total (USD Value) | 1 | 250").parts) == 2
