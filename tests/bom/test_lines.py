"""Which rows are parts: titles, totals, remarks and rules between them are left out, each with its reason."""

from __future__ import annotations

import pytest

from bom.raw import Rectangle
from bom.reading import TableRole
from tests.bom.grids import column, read, sheet

LIST = """
Pos | Omschrijving | Artikelnummer | Aantal | Fabrikant | Totaalprijs
Aandrijving
1 | Motor | M-1 | 4 | Bosch | 40
2 | Regelaar | R-7 | 4 | Bosch | 80
Totaal aandrijving | | | | | 120

Romp
--- | --- | --- | --- | --- | ---
3 | Plaat | P-3 | 1 | Airbus | 9
Totaal | | | | | 129


Opmerking: prijzen zonder btw
Jan | zoekt nog een tweede bron
"""


LIST_HEADER = "Pos | Omschrijving | Artikelnummer | Aantal | Fabrikant | Totaalprijs"


def left_out(text: str) -> dict[int, str]:
    (table,) = read(text).tables
    return {row: reason.nl for row, reason in table.left_out}


def test_titles_totals_rules_and_remarks_are_no_lines() -> None:
    assert left_out(LIST) == {
        2: "tussenkop: Aandrijving",
        5: "totaal",
        7: "tussenkop: Romp",
        8: "streep",
        10: "totaal",
        13: "opmerking bij de tabel",
        14: "staat onder de tabel en vult niets van wat elke regel vult",
    }
    assert column(read(LIST), "description") == ["Motor", "Regelaar", "Plaat"]


def test_lines_know_the_section_they_stand_in() -> None:
    assert [line.section for _, line in read(LIST).parts] == ["Aandrijving", "Aandrijving", "Romp"]


def test_a_bare_sum_below_a_column_is_a_total() -> None:
    reading = read("Qty | Part Number | Reference\n2 | 541-10.0KHCT-ND | R1, R2\n1 | 490-4520-1-ND | C1\n3")
    assert len(reading.parts) == 2


def test_a_line_without_quantity_is_still_a_line() -> None:
    reading = read("Part | Amount\nBearing | 6\nWood screws | 66\nPower supply |\nPCB | 1")
    assert column(reading, "description") == ["Bearing", "Wood screws", "Power supply", "PCB"]
    assert column(reading, "quantity")[2] is None


def test_a_line_with_little_but_a_number_is_a_line() -> None:
    reading = read(f"{LIST_HEADER}\n1 | Motor | M-1 | 4 | Bosch | 40\n2 | Accu | A-1 | 1 | Varta | 9\n3 | Lijm")
    assert column(reading, "description") == ["Motor", "Accu", "Lijm"]


def test_a_part_called_total_station_is_a_part() -> None:
    reading = read("Item | Description | Part Number | Qty\n1 | Total station | TS-16 | 1\n2 | Tripod | TR-5 | 1")
    assert len(reading.parts) == 2


def test_a_list_of_tools_and_costs_below_the_table_is_left_out() -> None:
    text = """
Reference | Quantity | Value | Description | Manufacturer | Part Number | Supplier | Unit Price | Total Price
U1 | 1 | LM2596 | Buck converter for motor | Texas Instruments | LM2596S-5.0 | Mouser | 2 | 2
C1 | 4 | 10uF | Ceramic capacitor 16V | Murata | GRM21BR61E106KA73L | Mouser | 1 | 4
| | | | | | Board subtotal: | | 6
Board 0 (power): | | | | | | | | 6
Soldering iron: | | | | | | | | 25
"""
    reading = read(text)
    assert column(reading, "mpn") == ["LM2596S-5.0", "GRM21BR61E106KA73L"]
    assert set(left_out(text)) == {4, 5, 6}


def test_parts_marked_as_not_placed_are_lines_with_a_mark() -> None:
    text = """
Designator | Value | Qty | DNP | Notes
C1 | 10uF | 1 | |
C2 | 10uF | 1 | T |
R1 | 0/DNP | 1 | |
R2 | 1k | 0 | | Do not mount
R3 | 1k | 0 | | optional
"""
    assert [line.dnp for _, line in read(text).parts] == [False, True, True, True, False]


def test_lines_under_a_heading_not_placed_are_not_placed() -> None:
    reading = read("Designator | Value | Qty\nC1 | 10uF | 1\nC2 | 1uF | 1\nNot fitted\nC3 | 1uF | 1\nC4 | 1uF | 1")
    assert [line.dnp for _, line in reading.parts] == [False, False, True, True]


def test_a_group_merged_over_its_lines_holds_for_all_of_them() -> None:
    text = (
        "Groep | Omschrijving | Fabrikant | Aantal\n"
        "Romp | Plaat van staal | Airbus | 1\n"
        "| Bout M3 | | 8\n"
        "Accu | Cel | Varta | 6"
    )
    reading = read(sheet(text, merges=(Rectangle(1, 0, 2, 0), Rectangle(1, 2, 2, 2))))
    assert column(reading, "category") == ["Romp", "Romp", "Accu"]
    assert column(reading, "manufacturer") == ["Airbus", "Airbus", "Varta"]
    assert str(reading.parts[1][1].cells["manufacturer"]) == "Sheet1!C2"


MERGED = """
Onderdelen van de vlieger

Groep | Omschrijving | Artikelnummer | Fabrikant | Aantal | Foto
Romp | Plaat van staal | P-1 | Airbus | 1 | a.png
 | Bout M3 | B-3 | | |
Accu | Cel | C-1 | Varta | 6 |
 | Houder | H-1 | Own | 2 |
"""


def told(*merges: Rectangle, text: str = MERGED) -> list[tuple[str, str, str]]:
    """Code, cell and message of what is said about merged cells."""
    issues = read(sheet(text, merges=merges)).issues
    return [(each.code, str(each.cell), each.message.en) for each in issues if each.code in ("DI037", "DI038")]


def test_merged_cells_that_were_read_in_every_row_are_said_once() -> None:
    maker, group, second = Rectangle(3, 3, 4, 3), Rectangle(3, 0, 4, 0), Rectangle(5, 0, 6, 0)
    ((code, cell, message),) = told(second, maker, group)
    assert (code, cell) == ("DI037", "Sheet1!A4")
    assert message.endswith("in every row: 3 (Sheet1!A4, Sheet1!D4, Sheet1!A6).")


def test_merged_cells_that_were_read_in_one_row_are_said_too() -> None:
    """A quantity over two parts may mean one each or one for both; two columns in one are not the value of either."""
    quantity, wide = Rectangle(3, 4, 4, 4), Rectangle(3, 3, 4, 4)
    for merge, cell in ((quantity, "Sheet1!E4"), (wide, "Sheet1!D4")):
        assert told(merge) == [("DI038", cell, f"merged cells whose value counts in the topmost row only: 1 ({cell}).")]
    assert [code for code, *_ in told(quantity, Rectangle(3, 0, 4, 0))] == ["DI037", "DI038"]


@pytest.mark.parametrize(
    "merge",
    [
        Rectangle(0, 0, 0, 5),
        Rectangle(0, 0, 1, 0),
        Rectangle(2, 0, 2, 1),
        Rectangle(3, 0, 3, 1),
        Rectangle(3, 5, 4, 5),
        Rectangle(5, 3, 6, 3),
        Rectangle(6, 0, 6, 3),
        Rectangle(6, 0, 9, 0),
        Rectangle(8, 3, 9, 3),
        Rectangle(3, 40, 6, 41),
    ],
)
def test_merged_cells_that_change_no_line_are_not_said(merge: Rectangle) -> None:
    """Titles, the header, one row, a column without meaning, own values below, behind the last line or outside."""
    assert told(merge) == []


def test_merged_cells_of_a_table_that_does_not_count_are_not_said() -> None:
    again = f"{MERGED}\n\n\n{MERGED.strip()}"
    assert [cell for _, cell, _ in told(Rectangle(3, 3, 4, 3), text=again)] == ["Sheet1!D4"]
    repeated = [Rectangle(row, 3, row + 1, 3) for row in range(9, 16)]
    assert {table.role for table in read(sheet(again)).tables} == {TableRole.PARTS, TableRole.RESTATES}
    assert told(*repeated, text=again) == []


def test_an_unmerged_blank_stays_unknown() -> None:
    reading = read("Omschrijving | Fabrikant | Aantal\nPlaat | Airbus | 1\nBout M3 | | 8")
    assert column(reading, "manufacturer") == ["Airbus", None]


def test_what_cannot_be_read_is_an_issue_with_its_cell_and_the_run_goes_on() -> None:
    reading = read("Omschrijving | Artikelnummer | Aantal\nPlaat | P-1 | naar behoefte\nBout | B-1 | 8")
    (issue,) = reading.issues
    assert (issue.code, str(issue.cell)) == ("DI010", "Sheet1!C2")
    assert "naar behoefte" in issue.message.nl
    assert issue.hint is not None
    line = reading.parts[0][1]
    assert (line.values["quantity"], line.unread["quantity"]) == (None, "naar behoefte")
    assert column(reading, "quantity")[1] == 8


def test_torn_fields_of_a_text_file_are_put_back() -> None:
    text = (
        "Qty|Value|Package|Parts|Description|MPN|Maker\n"
        "2|100p|0603|C58| C59|CAPACITOR||\n"
        "1|BC547|TO92|T1|Transistor|BC547B|NXP\n"
        "3|1k| 1%|0603|R1| R2| R3|RESISTOR"
    )
    rows = tuple(tuple(cell or None for cell in line.split("|")) for line in text.split("\n"))
    from bom.raw import Sheet

    reading = read(Sheet("", rows))
    assert column(reading, "designators") == [("C58", "C59"), ("T1",), ("R1", "R2", "R3")]
    assert column(reading, "description") == ["CAPACITOR", "Transistor", "RESISTOR"]
    assert column(reading, "value")[2] == "1k, 1%"
    assert str(reading.parts[0][1].cells["description"]) == "F2"


def test_a_merge_that_starts_in_a_short_row_says_nothing() -> None:
    text = "Omschrijving | Aantal | Fabrikant\nPlaat van staal | 1\nBout M3 | 8"
    reading = read(sheet(text, merges=(Rectangle(1, 2, 2, 2),)))
    assert column(reading, "manufacturer") == [None, None]


COSTED = "Ref | Omschrijving | Artikelnummer | Aantal | Fabrikant | Bedrag\n"
PARTS = "R1 | Weerstand 10k | W-10 | 1 | Yageo | 1\nC1 | Condensator 1u | C-01 | 1 | Murata | 2\n"


@pytest.mark.parametrize(
    "row",
    [
        "Totaal | | | | | 3",
        "合计 | - | - | - | - | 3",
        " | | | TAX (10%): | | 3",
        " | | | | Total: | 3",
        " | | | SUBTOTAL | | 3",
        " | Итого | | 2 | | 3",
        " | Summe (netto) | | | | 3",
        " | Total parts (USD) | | 2 | | 3",
        " | BTW 21% | | | | 1",
        "Razem: | | | | | 3",
        "Toplam | | | | | 3",
        "Celkem | | | | | 3",
        "Total general | | | | | 3",
        "Montant total | | | | | 3",
    ],
)
def test_a_total_in_any_language_and_any_cell_is_no_line(row: str) -> None:
    assert left_out(f"{COSTED}{PARTS}{row}\n{PARTS}")[4] == "totaal"


@pytest.mark.parametrize(
    "row",
    [
        "PCB shipping | | | 1 | | 8",
        " | Verzendkosten | | 1 | | 8",
        " | Shipping costs (estimated) | | | | 8",
        " | Versandkosten: | | | | 8",
        " | 运费 | | 1 | | 8",
        " | Arbeidsloon | | 3 | | 90",
        " | ~Shipping | | ----- | | 8",
    ],
)
def test_what_sending_and_making_cost_is_no_line(row: str) -> None:
    assert left_out(f"{COSTED}{PARTS}{row}\n{PARTS}")[4] == "kosten, geen onderdeel"


@pytest.mark.parametrize(
    "row",
    [
        " | Total station | | 1 | | 8",
        "U7 | Total harmonic distortion meter | | | | 8",
        " | Shipping container 10 ft | | 1 | | 8",
        " | Case for shipping | K-7 | 1 | Peli | 8",
        " | Sum amplifier | SA-1 | 1 | TI | 8",
        " | Taximeter | | 1 | | 8",
        " | Motor | | 4 | total thrust 40 N | 8",
        " | Gesamtwiderstand 4k7 | | 1 | | 8",
        " | Ustensil | | 1 | | 8",
        "K3 | Delivery pump | | 1 | | 8",
        "K4 | ~Shipping crate | | 1 | | 8",
    ],
)
def test_a_part_whose_name_holds_such_a_word_stays_a_part(row: str) -> None:
    assert 4 not in left_out(f"{COSTED}{PARTS}{row}\n{PARTS}")


@pytest.mark.parametrize("title", ["## Electronics ##", "=== Frame ===", "--- Frame", "# Frame #", "~~ Opto lid ~~"])
def test_a_title_drawn_between_marks_is_a_section(title: str) -> None:
    reading = read(f"Item | MPN | Qty\n{title} | | \nButton | | \nRelay | | \nSensor | SPX-18385 | ")
    assert [line.section for _, line in reading.parts] == [title.strip("#=~- ")] * 3


def test_a_name_that_begins_with_a_mark_is_a_part() -> None:
    reading = read("Item | MPN | Qty\n#10 screw | | \n-5 V regulator | | \nSensor | SPX-18385 | ")
    assert len(reading.parts) == 3


def test_the_last_name_of_a_short_list_is_a_part_without_a_quantity() -> None:
    text = "Part | Count | Link\nBreadboard | 1 | \nPhoto cell | 2 | \nProto board | 1 | \n"
    assert column(read(f"{text}Magnets | | "), "description")[-1] == "Magnets"
    assert len(read(f"{text}See the drawing. | | ").parts) == 3
    assert len(read(f"{text} | | \nMagnets | | ").parts) == 3


def test_a_name_with_a_shop_or_a_wish_is_a_part_though_it_fills_little() -> None:
    wide = (
        "Part | Use | Vendor | Number | Qty | Link | Note\n" + "Post holder | frame | Thorlabs | PH1 | 3 | x | y\n" * 5
    )
    reading = read(f"{wide}Zip ties | | lab supplies | | | |\nScrews | | | | many | |\nPost | a | b | PH2 | 1 | x | y")
    assert [line.values["description"] for _, line in reading.parts][5:7] == ["Zip ties", "Screws"]


def test_a_bold_name_is_no_footnote() -> None:
    text = "Item | Link | Qty\n**Ball bearings:** 9.04 | a/b | 2\n**Belt 124 mm:** 0.97 | | 1\n**Set M2** | a/c | 1"
    assert len(read(text).parts) == 3
    assert len(read(f"{text}\n* prices of May | |").parts) == 3


def test_words_for_many_are_quantities_of_parts() -> None:
    text = (
        "Item | Quantity | Link | Notes\nBoard | 1 | | x\nTube | 8 | |\nPin headers | Lots | |\nWire | Some | |\n"
        "Glue | as needed | |"
    )
    assert not left_out(text)
    assert len(read(text).parts) == 5


def test_a_name_between_blank_rows_heads_the_counted_ones_below_it() -> None:
    text = (
        "Part | Qty | link\n\nIdler BOM\n\nPin 3x18 | 2\nNut | 4\n\nMotor mount BOM\n\nBearing | 2\nPulley | 2\n\n"
        "Joint 2\n\nScrew | 4"
    )
    assert left_out(text) == {3: "tussenkop: Idler BOM", 8: "tussenkop: Motor mount BOM", 13: "tussenkop: Joint 2"}
    together = "Part | Qty\nPin | 2\nNut | 4\nSpare pin\nWasher | 4\nBelt | 1"
    assert not left_out(together), "a name right between others is a part without a count"


SIGNED = """
No. | Name | Spec | Designator | Qty
1 | Capacitor | 100n | C1 | 1
2 | Resistor | 10k | R1 | 1

{signatures}
"""


@pytest.mark.parametrize(
    "signatures",
    [
        "编制：张三 | | 审核：李四 | 批准：王五",
        "Prepared by | J. Vos | | Checked by | K. Lam\nDate | 2023-09-19 | | Date | 2023-09-20",
        "Gecontroleerd door: K. Lam",
        "Drawn by: JV | 2024-01-02 | A | B",
    ],
)
def test_signatures_below_a_list_are_no_parts(signatures: str) -> None:
    assert len(read(SIGNED.format(signatures=signatures)).parts) == 2


def test_a_part_that_is_checked_or_drawn_is_a_part() -> None:
    text = "Name | Qty | Price\nChecked valve | 1 | 3\nDrawn wire | 2 | 1\nApproved adhesive | 1 | 9"
    assert len(read(text).parts) == 3


BELOW_A_GAP = """
No. | Qty | Part | Price | Note
1 | 2 | Board | 20 | green
2 | 60 | Switch | 1 | clicks
3 | 60 | Cap | 0.45 | white
4 | 2 | Cell | 4 | small
5 | 1 | Case | 90 | milled
6 | 8 | Foot | 0.4 | clear

{tail}
"""


def test_what_is_not_counted_below_a_gap_is_no_part_of_a_counted_list() -> None:
    tail = " | | ELECTRONICS ONLY | 164 | without the case\n | | Optional: stencils | 14 | one per board"
    tail += "\n | | Tools | 60 | iron"
    assert len(read(BELOW_A_GAP.format(tail=tail)).parts) == 6


def test_a_second_group_that_is_counted_is_of_the_list() -> None:
    tail = " | 4 | Screw | 0.1 | steel\n | 4 | Nut | 0.1 | steel\n | 1 | Glue | 4 | a tube"
    assert len(read(BELOW_A_GAP.format(tail=tail)).parts) == 9


def test_the_larger_part_of_a_list_below_a_gap_is_of_the_list() -> None:
    tail = "\n".join(f" | | Part {letter} | 1 | spare" for letter in "ABCDEFGH")
    assert len(read(BELOW_A_GAP.format(tail=tail)).parts) == 14


NAMED = (
    "name | price | quantity\ninserts | 13.99 | 1\n\nHeat shrinks\n{middle}\nbearings | 23.79 | 10\nmotor | 60 | 4\n"
    "linkage | 7.64 | 1\n\nFrame\nplate | 3.10 | 2\nscrews | 8.99 | 8"
)


@pytest.mark.parametrize(
    "middle", ["roll of 12 awg wire", "Pack of 10 zip ties", "een rol tape", "Beutel Schrauben", "rouleau de fil"]
)
def test_a_roll_of_something_is_a_part_and_so_is_the_name_right_above_it(middle: str) -> None:
    reading = read(NAMED.format(middle=middle))
    names = ["inserts", "Heat shrinks", middle, "bearings", "motor", "linkage", "plate", "screws"]
    assert column(reading, "description") == names
    assert [line.section for _, line in reading.parts][-1] == "Frame"


@pytest.mark.parametrize("middle", ["Wires", "Rollers of steel:", "Packaging", "Paired motors"])
def test_two_titles_above_each_other_are_titles(middle: str) -> None:
    assert len(read(NAMED.format(middle=middle)).parts) == 6


WEIGHED = (
    "Part number | Name | Qty | Unit\n | === FRAME === | |\nA-1 | Post | 4 | EA\nA-2 | Rail | 2 | EA\n"
    "A-3 | Brace | 3 | EA\n"
    "\n | === {title} === | |\n{number} | Enclosure | 45 | kg\n{number} | Hood | 25 | kg\n"
)


@pytest.mark.parametrize(
    "title", ["ESTIMATED WEIGHTS", "Dimensions (mm)", "Totale massa", "Abmessungen", "Cost summary"]
)
def test_what_the_whole_weighs_is_no_part(title: str) -> None:
    text = WEIGHED.format(title=title, number="")
    assert column(read(text), "description") == ["Post", "Rail", "Brace"]
    assert left_out(text)[8] == "maat van het geheel, geen onderdeel"


@pytest.mark.parametrize(
    ("title", "number"), [("WEIGHTS", "W-1"), ("HOOD", ""), ("COUNTERWEIGHT PARTS", ""), ("Weight sensor", "")]
)
def test_parts_below_a_title_stay_parts(title: str, number: str) -> None:
    assert len(read(WEIGHED.format(title=title, number=number)).parts) == 5


RECKONED = (
    "{group} | Item | Unit cost | Quantity | Total cost | Source\n | ABS filament | 0 | 1 | 0 | already owned\n"
    "{second} | | | {total} | 0 |\n\n | Overall cost | | | |\nELECTRONICS | 139 | Total of the shop | | 213 |\n"
    "HARDWARE | 189 | | | |\nBudget use | 1 | | | |"
)


@pytest.mark.parametrize("total", ["OVERALL:", "Total", "Totaal:"])
def test_a_reckoning_below_a_total_is_no_list_of_parts(total: str) -> None:
    (table,) = read(RECKONED.format(group="FILAMENT", second="", total=total)).tables
    assert [line.values["description"] for line in table.lines] == ["ABS filament"]
    assert {row for row, _ in table.left_out} == {3, 5, 6, 7, 8}


def test_what_is_counted_below_a_total_is_a_part() -> None:
    text = RECKONED.format(group="FILAMENT", second="", total="Total")
    more = read(text + "\n | Nozzle of brass | 3 | 2 | 6 | shop\n | Belt of rubber | 3 | 2 | 6 | shop")
    assert column(more, "quantity")[-2:] == [2, 2]


def test_what_would_do_instead_of_the_line_above_is_no_line() -> None:
    rows = "Motor A2 | 2 | shop\nalternative: motor B2 | | other\nalternativ: motor C2 | | other\nAlternator | 1 | shop"
    reading = read(f"Part | Qty | Supplier\n{rows}\nAlternative: relay | 1 | shop")
    assert column(reading, "description") == ["Motor A2", "Alternator", "Alternative: relay"], "what counts is a line"


def test_weights_of_the_same_parts_without_a_number_are_no_parts() -> None:
    parts = "Part | Qty | Cost\nMotor | 4 | 20\nWheel | 2 | 5\nTotal | | 90\n\n"
    text = f"{parts}Weights\nMotor | 200 |\nWheel | 55 |\nTotal | 455"
    assert column(read(text), "quantity") == [4, 2]
    assert column(read(text.replace("Wheel | 55", "Lead block | 55")), "quantity") == [4, 2, 200, 55]


def test_numbered_parts_below_a_title_of_measures_stay_parts() -> None:
    """A list without names says nothing twice, so nothing in it is a measure."""
    above = "MPN | Manufacturer | Qty\nSTM32F405 | ST | 1\nLM358 | TI | 1\n"
    text = f"{above}Summary | |\nNEO-M9N | u-blox | 1\nMAX485 | Maxim | 3"
    assert column(read(text), "quantity") == [1, 1, 1, 3]


STAGED = """
Item | Description | Price (USD) | URL
Stage 1: Chassis | | |
Tube | round steel tube | 44 | https://shop.example/1
Axle | solid steel axle | 5 | https://shop.example/2
Stage 2: Gasifier | | | Workshop
Drum | drum with a lid | 12 | Workshop
Stage 3: Electronics | | |
Board | board with radio | 11 | https://shop.example/3
"""


def test_a_title_like_the_others_is_one_whatever_stands_beside_it() -> None:
    (table,) = read(STAGED).tables
    assert [row for row, _ in table.left_out] == [2, 5, 7]
    assert [line.section for line in table.lines] == [
        "Stage 1: Chassis",
        "Stage 1: Chassis",
        "Stage 2: Gasifier",
        "Stage 3: Electronics",
    ]


@pytest.mark.parametrize(
    ("row", "instead"),
    [
        ("Stage 2: Gasifier | | | Workshop", "Stage 2: Gasifier | | 30 |"),
        ("Stage 2: Gasifier | | | Workshop", "Rocket 2: small | | | Workshop"),
        ("Stage 2: Gasifier | | | Workshop", "Stage 1: again | | | Workshop"),
        ("Stage 3: Electronics | | |", "Electronics | | |"),
    ],
)
def test_a_row_that_is_not_quite_such_a_title_stays_a_part(row: str, instead: str) -> None:
    (table,) = read(STAGED.replace(row, instead)).tables
    assert 5 in [line.row for line in table.lines]


def test_a_sum_alone_in_a_column_that_reads_as_a_value_is_a_total() -> None:
    text = "Pos | Item | Qty | Price | Value\n" + "\n".join(f"{n} | arm {n} | 1 | 3 | 4" for n in range(1, 6))
    assert left_out(text + "\n | | | | 20") == {7: "totaal"}
    assert not left_out(text + "\n6 | arm 6 | | | 20")
