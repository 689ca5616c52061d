"""Parents, levels, sections and lists without a header: what makes the structure."""

from __future__ import annotations

from dataclasses import replace

from bom.columns.bids import Column
from bom.columns.content import profile
from bom.columns.mapping import assign
from bom.companies.names import listed_companies
from bom.tables.understand import understand
from tests.bom.grids import column, columns, fields, raw, read, sheet


def test_parents_named_by_a_database_id() -> None:
    text = """
Assembly | Component | ID | Component.Ipn | Component.Name | Quantity
'13 | '45 | '2403 | OA-00035 | Mid-plane of the system | 1
'45 | '331 | '2522 | OA-00316 | Label for heat shrink | 1
'331 | '273 | '1475 | OA-00261 | Label on a roll | 15
'45 | '330 | '2523 | OA-00315 | Label of another kind | 1
'330 | '273 | '1474 | OA-00261 | Label on a roll | 15
"""
    found = fields(read(text).tables[0])
    assert found["Assembly"] == "parent"
    assert found["Component"] == "line_id"
    assert found["Component.Ipn"] == "part_number"
    assert "ID" not in found


def test_sheets_that_are_assemblies_all_count() -> None:
    header = "Qty | Value | Designator | Part Number"
    main = f"{header}\n2 | 10k | R1, R2 | 541-10.0KHCT-ND\n1 | 1uF | C1 | 490-4520-1-ND\n1 | LPC2148 | U1 | 568-1765-ND"
    other = (
        f"{header}\n1 | MPU6000 | U1 | 1428-1007-1-ND\n1 | 10nF | C1 | 478-3722-1-ND\n4 | 43R | R1-R4 | 541-43.0HCT-ND"
    )
    reading = read(sheet(main, "MAIN"), sheet(other, "IMU"))
    assert len(reading.parts) == 6


def test_a_list_without_a_header_is_read_when_its_cells_leave_no_doubt() -> None:
    reading = read(
        """
C1 | 100nF | '0402 | GRM155R71C104KA88D | Murata | 2
C2 | 10uF | '0805 | GRM21BR61E106KA73L | Murata | 1
R1 | 10k | '0402 | RC0402FR-0710KL | Yageo | 4
U1 | 3V3 | SOT-23 | LP5907MFX-3.3 | Texas Instruments | 1
"""
    )
    (table,) = reading.tables
    assert table.header_row is None
    assert [each.field for each in table.columns] == [
        "designators", "value", "footprint", "mpn", "manufacturer", "quantity",
    ]  # fmt: skip
    assert len(table.lines) == 4
    assert all(each.reason.nl.startswith("geen kop") for each in table.columns)


def test_two_columns_are_enough_when_words_stand_beside_numbers() -> None:
    reading = read("Bauteilname | Menge\nArm links | 2\nHalter | 1\nNagel | 12\nDeckel | 1")
    assert fields(reading.tables[0]) == {"Bauteilname": "description", "Menge": "quantity"}
    unknown = read("Spul | Aantal\nArm links | 2\nHouder | 1\nNagel | 12\nDeksel | 1")
    assert fields(unknown.tables[0]) == {"Spul": "description", "Aantal": "quantity"}


def test_an_empty_column_decides_nothing_about_the_structure() -> None:
    text = "Name | Qty | MPN | Assembly | Indent\nBolt | 2 | AB-12 | | \nNut | 3 | CD-34 | | \nPin | 1 | EF-56 | |"
    assert not {"parent", "level"} & set(fields(read(text).tables[0]).values())


def test_parents_that_name_parts_make_that_column_the_part_number() -> None:
    text = (
        "row_id | parent_ref | item_ref | description | quantity\nR-1 | SYS | LGT-100 | module | 12\n"
        "R-2 | LGT-100 | RAIL | rail | 1\nR-3 | LGT-100 | BOLT | bolt | 4\nR-4 | SYS | CAB | cab | 1\n"
        "R-5 | CAB | BOLT | bolt | 2"
    )
    found = fields(read(text).tables[0])
    assert (found["row_id"], found["parent_ref"], found["item_ref"]) == ("line_id", "parent", "part_number")


def test_parents_that_name_lines_leave_the_line_numbers() -> None:
    text = "No | Parent line | Name | Qty\nL-1 | | Frame | 1\nL-2 | L-1 | Arm | 4\nL-3 | L-2 | Motor | 1"
    assert fields(read(text).tables[0])["No"] == "line_id"


def test_an_item_number_that_numbers_no_lines_is_the_part_number() -> None:
    parts = columns(
        "Item No | Item Description | Quantity\n323830 01 | PAINT | 1\n823025 01 | PLATE | 1\n323830 01 | PAINT | 1"
    )
    assert parts[0].field == "part_number"
    lines = columns("Item No | Part number | Description | Quantity\n1 | A-1 | PAINT | 1\n2 | A-2 | PLATE | 1")
    assert lines[0].field == "line_id"


def test_a_title_means_the_same_in_every_section_that_repeats_the_header() -> None:
    text = (
        "Component | Names | Value | Quantity\nRes | R1 | 10k | 1\nRes | R2-R4 | 1k | 3\nRes | R5 | 1M | 1\n"
        "Res | R6 | 47k | 1\n| | | \nConnectors | | | \n| | | \nComponent | Names | Value | Quantity\n"
        "2WP | PL1-4 | in | 4\nUSB | PL7 | USB-B | 1"
    )
    first, second = read(text).tables
    assert fields(first) == fields(second)
    assert fields(second)["Names"] == "designators"


def test_a_header_with_other_titles_takes_over() -> None:
    text = (
        "Description | Qty | Manufacturer\nMotor | 4 | Bosch\nFrame | 1 | Fibre\nManufacturer | Description | Qty\n"
        "Murata | Capacitor | 9\nYageo | Resistor | 7"
    )
    assert column(read(text), "manufacturer") == ["Bosch", "Fibre", "Murata", "Yageo"]
    assert column(read(text), "quantity") == [4, 1, 9, 7]


def test_what_overflows_the_last_column_of_a_text_file_belongs_to_it() -> None:
    text = "Part | Qty | Notes\nMotor | 4 | to buy | in June\nFrame | 1 | ready\nBolt | 8 | M3 | steel | short"
    assert column(read(sheet(text, name="")), "notes") == ["to buy, in June", "ready", "M3, steel, short"]
    assert column(read(sheet(text)), "notes") == ["to buy", "ready", "M3"]


def test_a_product_on_several_lines_beside_its_materials_is_made_of_them() -> None:
    made = columns(
        "product_id | material | quantity\nGH01 | Oak | 10\nGH01 | Screw | 20\nGH02 | Pine | 8\nGH02 | Glue | 2"
    )
    assert [each.field for each in made] == ["parent", "description", "quantity"]
    once = columns(
        "product_id | material | quantity\nGH01 | Oak | 10\nGH02 | Steel | 20\nGH03 | Pine | 8\nGH04 | Oak | 2"
    )
    assert [each.field for each in once] == ["part_number", "material", "quantity"]
    named = columns(
        "product_id | name | material | quantity\nGH01 | Leg | Oak | 10\nGH01 | Seat | Pine | 20\nGH02 | Leg | Pine | 8"
    )
    assert [each.field for each in named] == ["part_number", "description", "material", "quantity"]


def test_a_table_of_parents_and_children_with_their_names() -> None:
    related = columns(
        "bom_parent | bom_parent_name | bom_child | bom_child_name | quantity\n"
        "LTA-1 | 40IN LCD MODEL | LTA-2 | FA UNIT | 1\nLTA-2 | FA UNIT | 0001-2001 | FRAME | 1\n"
        "LTA-2 | FA UNIT | 0001-2002 | BRACKET | 4"
    )
    assert [each.field for each in related] == ["parent", None, "part_number", "description", "quantity"]


def test_evidence_proves_an_origin_only_beside_one() -> None:
    alone = columns(
        "Part | Qty | Evidence\nMotor left | 2 | Photo\nFrame of carbon | 1 | Photo\nWing left | 1 | Data sheet"
    )
    assert [column.field for column in alone] == ["description", "quantity", "notes"]
    beside = columns(
        "Part | Qty | Country of origin | Evidence\nMotor left | 2 | NL | CoO-7.pdf\nFrame | 1 | DE | CoO-8.pdf"
    )
    assert [column.field for column in beside] == ["description", "quantity", "country_of_origin", "origin_evidence"]


def test_a_purpose_is_a_note_and_gives_way_to_notes() -> None:
    lines = "Motor left | 2 | Turns the left wheel | spare in loods 3\nFrame of carbon | 1 | Holds all together | glued"
    fields = [column.field for column in columns(f"Part | Qty | Purpose | Notes\n{lines}")]
    assert fields == ["description", "quantity", "description_2", "notes"]
    assert columns(f"Part | Qty | Purpose | Colour\n{lines}")[2].field == "notes"


def test_what_shops_side_by_side_state_is_said_above_their_names() -> None:
    def shop(above: str, *cells: str) -> Column:
        return Column("Mouser", above, profile(cells, listed_companies()))

    part = Column("Part", "", profile(["Motor driver", "Hall sensor", "Cable"], listed_companies()))
    columns = [part, shop("SKU", "595-DRV8833", "595-DRV5053", "517-1B"), shop("Unit Price", "1.20", "0.80", "2.10")]
    meant = assign([*columns, shop("MOQ", "10", "1", "5"), shop("", "595-DRV8833", "595-DRV5053", "517-1B")])
    expected = ["description", "supplier_part_number", "unit_price", None, "supplier_part_number_2"]
    assert [meaning.field for meaning in meant] == expected


def test_words_are_no_level() -> None:
    lines = "Raspberry Pi | High | 60\nGalvo set | Pro | 130\nLaser module | Pro | 90\nFrame | Basic | 20"
    assert columns(f"Komponent | Poziom | Szacowany koszt\n{lines}")[1].field is None
    told = columns(
        lines.replace("High", "1").replace("Pro", "2").replace("Basic", "1").join(["Part | Level | Qty\n", ""])
    )
    assert told[1].field == "level"


def test_amounts_of_money_without_a_title_are_prices() -> None:
    lines = (
        "Wind vane of steel | 1 | $45.00\nSolar panel small | 2 | $29.99\nDisplay, blue one | 4 | $14.95\nLead | 1 | $3"
    )
    found = understand(replace(raw(sheet(lines)), name="Parts list.csv")).tables[0]
    assert [column.field for column in found.columns] == ["description", "quantity", "unit_price"]
    lengths = understand(replace(raw(sheet(lines.replace("$", ""))), name="Parts list.csv")).tables[0]
    assert lengths.columns[2].field is None
