"""Exports of well-known programs and shops, made here with invented parts in the exact shape of the original.

Where the shape of each (titles, order, quotation marks, separators, rows above and below) is from stands with it; all
sources were read on 2026-11-22. Repositories are on github.com.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Literal

Row = Sequence[object]
Quoting = Literal[0, 1, 2, 3]


def _csv(rows: Sequence[Row], delimiter: str = ",", quoting: Quoting = csv.QUOTE_MINIMAL, ends: str = "\n") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=ends).writerows(rows)
    return text.getvalue().encode("utf-8")


# --- KiCad -----------------------------------------------------------------------------------------------------------


def kicad_grouped_by_value() -> bytes:
    """The script of KiCad 5 to 8: facts about the drawing, each component, then the same collated.

    Source: ``eeschema/python_scripts/bom_csv_grouped_by_value.py`` of KiCad/kicad-source-mirror: every field quoted,
    own fields of the designer behind the fixed ones, sorted.
    """
    columns = [
        "Item",
        "Qty",
        "Reference(s)",
        "Value",
        "LibPart",
        "Footprint",
        "Datasheet",
        "DNP",
        "MPN",
        "Manufacturer",
    ]
    about: list[list[object]] = [["Source:", "scout.kicad_sch"], ["Date:", "2026-03-02"], ["Tool:", "Eeschema 8.0.1"]]
    about += [["Generator:", "bom_csv_grouped_by_value.py"], ["Component Count:", 4], []]
    resistor = ["10k", "Device:R", "Resistor_SMD:R_0402", "", "", "RC-10K", "Acme"]
    chip = ["PX-1", "MCU:PX", "Package_QFP:LQFP-48", "https://px.example", "", "PX-1-A", "Chip Works"]
    header = ["Jack", "Conn:J", "Conn:J_1x02", "", "DNP", "", ""]
    single = [["", 1, ref, *rest] for ref, rest in (("R1", resistor), ("R2", resistor), ("U1", chip), ("J1", header))]
    collated = [[1, 1, "J1", *header], [2, 2, "R1, R2", *resistor], [3, 1, "U1", *chip]]
    rows: list[Row] = [*about, ["Individual Components:"], [], columns, *single, [], [], []]
    rows += [["Collated Components:"], [], columns, *collated]
    return _csv(rows, quoting=csv.QUOTE_ALL)


def kicad_grouped_with_footprint() -> bytes:
    """Source: ``eeschema/python_scripts/bom_csv_grouped_by_value_with_fp.py`` of KiCad/kicad-source-mirror."""
    about: list[list[object]] = [["Source:", "scout.kicad_sch"], ["Date:", "2026-03-02"], ["Tool:", "Eeschema 8.0.1"]]
    about += [["Generator:", "bom_csv_grouped_by_value_with_fp.py"], ["Component Count:", 3]]
    columns = ["Ref", "Qnty", "Value", "Cmp name", "Footprint", "Description", "Vendor", "DNP"]
    parts: list[list[object]] = [["R1, R2", 2, "10k", "R", "Resistor_SMD:R_0402", "Resistor", "", ""]]
    parts += [["J1", 1, "Jack", "Conn_01x02", "Conn:J_1x02", "Connector", "Parts Shop", "DNP"]]
    return _csv([*about, columns, *parts], quoting=csv.QUOTE_ALL)


_KICAD_FIELDS = ["Reference", "Value", "Datasheet", "Footprint", "Qty", "DNP"]
_KICAD_PARTS = [
    ["C1,C2,C3", "100nF", "~", "Capacitor_SMD:C_0402", "3", ""],
    ["J1", "Jack", "", "Conn:J_1x02", "1", "DNP"],
    ["U1", "PX-1-A", "https://px.example", "Package_QFP:LQFP-48", "1", ""],
]


def kicad_fields(preset: str) -> bytes:
    """The list of KiCad 8 and 9 (and of ``kicad-cli sch export bom``), in each of its three ways of writing.

    Source: ``common/settings/bom_settings.cpp`` of KiCad/kicad-source-mirror: the presets "Grouped By Value" and CSV,
    TSV (no quotation marks) and Semicolons (single quotation marks).
    """
    rows = [_KICAD_FIELDS, *_KICAD_PARTS]
    if preset == "CSV":
        return _csv(rows, quoting=csv.QUOTE_ALL)
    if preset == "TSV":
        return _csv(rows, "\t", csv.QUOTE_NONE)
    return "".join(";".join(f"'{cell}'" for cell in row) + "\n" for row in rows).encode()


def kicad_one_each() -> bytes:
    """The same without grouping: a line for each symbol."""
    rows = [
        ["Reference", "Value", "Footprint"],
        ["R1", "10k", "R_0402"],
        ["R2", "10k", "R_0402"],
        ["U1", "PX-1", "QFP"],
    ]
    return _csv(rows, quoting=csv.QUOTE_ALL)


def kicad_board() -> bytes:
    """The list of the board editor, with a last column and further separators that hold nothing.

    Source: files that it wrote in five public repositories, and a test of ``BuildBomTextFromBoard`` that restates the
    shape: every title quoted, designators in one quoted cell, lines that end in ``;;;``.
    """
    lines = ['"Id";"Designator";"Footprint";"Quantity";"Designation";"Supplier and ref";']
    lines += ['1;"R1,R2";"R_0402_1005Metric";2;"10k";;;', '2;"U1";"LQFP-48";1;"PX-1-A";;;']
    return ("\n".join(lines) + "\n").encode()


# --- other programs for boards ---------------------------------------------------------------------------------------


def altium_csv() -> bytes:
    """Source: a test of ``parseBomCsv``, with the control character that some libraries put before a footprint."""
    rows: list[Row] = [["Comment", "Description", "Designator", "Footprint", "LibRef", "Pins", "Quantity"]]
    rows += [["100K", "", "R38, R88", "\x1fR0603", "Res_0603", "2", "2"]]
    rows += [["PX-1-A", "Processor", "U1", "\x1fLQFP48", "PX-1", "48", "1"]]
    return _csv(rows, quoting=csv.QUOTE_ALL, ends="\r\n")


ALTIUM: list[Row] = [
    ["Comment", "Description", "Designator", "Footprint", "LibRef", "Quantity"],
    ["100K", "Resistor", "R38, R88", "R0603", "Res_0603", 2],
    ["PX-1-A", "Processor", "U1", "LQFP48", "PX-1", 1],
]
"""The columns of the default report, as a workbook. Source: a converter to JLCPCB and three readers of such lists."""


def eagle() -> bytes:
    """EAGLE and Fusion 360: quoted, semicolons, attributes behind. Source: three readers of such files."""
    lines = ['"Qty";"Value";"Device";"Package";"Parts";"Description";"MF";"MPN";']
    lines += ['"2";"10k";"R-EU_R0603";"R0603";"R1, R2";"RESISTOR, European symbol";"Acme";"RC-10K";']
    lines += ['"1";"";"PX-1";"LQFP48";"U1";"";"Chip Works";"PX-1-A";']
    return ("\n".join(lines) + "\n").encode()


# --- InvenTree -------------------------------------------------------------------------------------------------------

_INVENTREE = (
    "Assembly,Component,Reference,Quantity,Allow Variants,Gets inherited,Optional,Consumable,Setup quantity,Attrition,"
    "Rounding multiple,Note,ID,Pricing min,Pricing max,Pricing min total,Pricing max total,Pricing updated,"
    "Component.Ipn,Component.Name,Component.Description,Validated,Available Stock,Available substitute stock,"
    "Available variant stock,External stock,On Order,In Production,Can Build,BOM Level,Total Quantity,Substitute 1,"
    "Supplier 1,Supplier 1 SKU,Supplier 1 MPN,Manufacturer 1,Manufacturer 1 MPN,Manufacturer 2,Manufacturer 2 MPN,"
    "Weight,Material"
).split(",")


def _inventree(**said: object) -> Row:
    fixed = {
        "Allow Variants": False,
        "Gets inherited": False,
        "Optional": False,
        "Consumable": False,
        "Validated": True,
    }
    return [
        {**fixed, **{key.replace("_", " "): value for key, value in said.items()}}.get(key, "") for key in _INVENTREE
    ]


def inventree_rows() -> list[Row]:
    """A bill of several levels: an assembly on level 1, its parts below it on level 2.

    Source: ``BomExporterPlugin`` of inventree/InvenTree (``plugin/builtin/exporter/bom_exporter.py``: which columns are
    appended, in which order) and a file that it wrote, in jrobelia/inventree-flat-bom-generator.
    """
    ipn, name = "Component.Ipn", "Component.Name"
    maker, mpn = "Manufacturer 1", "Manufacturer 1 MPN"
    arm: dict[str, object] = {"Assembly": 1, "Component": 2, "Quantity": 4.0, "BOM Level": 1, "Total Quantity": 4}
    motor: dict[str, object] = {"Assembly": 2, "Component": 3, "Quantity": 1.0, "BOM Level": 2, "Total Quantity": 4}
    screw: dict[str, object] = {"Assembly": 2, "Component": 4, "Quantity": 2.0, "BOM Level": 2, "Total Quantity": 8}
    frame: dict[str, object] = {"Assembly": 1, "Component": 5, "Quantity": 1.0, "BOM Level": 1, "Total Quantity": 1}
    arm |= {ipn: "AS-10", name: "Arm"}
    motor |= {ipn: "MO-1", name: "Motor", maker: "Acme Motors", mpn: "M-1", "Material": "NdFeB"}
    motor |= {"Manufacturer 2": "Volt", "Manufacturer 2 MPN": "V-9", "Supplier 1": "Parts Shop", "Supplier 1 SKU": "77"}
    screw |= {ipn: "SC-3", name: "Screw M3"}
    frame |= {ipn: "FR-1", name: "Frame", "Material": "Carbon"}
    return [_INVENTREE, *(_inventree(**each) for each in (arm, motor, screw, frame))]


def inventree() -> bytes:
    """The same as CSV."""
    return _csv(inventree_rows(), ends="\r\n")


# --- shops -----------------------------------------------------------------------------------------------------------


def digikey_order(country: bool = False) -> bytes:
    """An order of Digi-Key, its subtotal in the last line.

    Source: a test of ``DigikeyPurchaseCSVInput`` and two of MakerMatrix. The column *Country of Origin* is behind the
    others here; the place that Digi-Key gives it was not found in any file.
    """
    titles = (
        "Index,DigiKey Part #,Manufacturer Part Number,Description,Customer Reference,Quantity,Backorder,Unit Price"
    )
    rows: list[list[object]] = [[*titles.split(","), "Extended Price"]]
    rows += [["1", "296-PX1CT-ND", "PX-1-A", "IC MCU 32BIT, LQFP", "scout", "2", "0", "€6.45000", "€12.90"]]
    rows += [["2", "311-RC10KCT-ND", "RC-10K", "RES 10K OHM 1% 0402", "scout", "20", "0", "€0.08900", "€1.78"]]
    rows += [["", "", "", "", "", "", "", "Subtotal", "€14.68"]]
    if country:
        for row, text in zip(rows, ("Country of Origin", "Philippines", "China", ""), strict=True):
            row.append(text)
    return b"\xef\xbb\xbf" + _csv(rows, ends="\r\n")


def digikey_search() -> bytes:
    """A list of parts found at Digi-Key. Source: the titles as four readers of such lists quote them."""
    titles = (
        "Datasheets,Image,Digi-Key Part Number,Manufacturer Part Number,Manufacturer,Description,Quantity Available,"
        "Factory Stock,Unit Price (USD),@ qty,Minimum Quantity,Packaging,Series"
    )
    rows: list[Row] = [titles.split(",")]
    rows += [["https://x.example/a.pdf", "https://x.example/a.jpg", "311-RC10KCT-ND", "RC-10K", "Yageo", "RES 10K OHM"]]
    rows[1] = [*rows[1], "51000", "0", "0.10", "1", "1", "Cut Tape (CT)", "RC"]
    return _csv(rows, quoting=csv.QUOTE_ALL)


MOUSER: list[Row] = [
    ["Sales Order #:", "Web Order #:", "Order Date:", "Mouser #:", "Mfr. #:", "Desc.:", "Order Qty.", "Price (USD)",
     "Ext. (USD)"],
    ["250001", "77001", "02-Mar-26", "595-PX1", "PX-1-A", "ARM Microcontrollers - MCU PX", 2, "$6.45", "$12.90"],
    ["250001", "77001", "02-Mar-26", "603-RC10K", "RC-10K", "Thick Film Resistors 10k", 20, "$0.09", "$1.78"],
]  # fmt: skip
"""An order of Mouser as a workbook. Source of the titles: ``MouserXLSParser`` of MakerMatrix; their order is ours."""


def lcsc_order() -> bytes:
    """An order of LCSC. Source: tests of MakerMatrix and of Gubbins, which say that they keep the real titles."""
    titles = (
        "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,Description,RoHS,Order Qty.,"
        "Min\\Mult Order Qty.,Unit Price($),Order Price($)"
    )
    rows: list[Row] = [titles.split(",")]
    rows += [["C900001", "PX-1-A", "Chip Works", "", "SMD,18x31mm", " SMD,18x31mm  MCU ROHS", "YES", "5", "1\\1"]]
    rows += [["C900002", "RC-10K", "Acme", "BIN-A7", "0402", "10k 1% resistor", "YES", "100", "50\\50"]]
    rows[1], rows[2] = [*rows[1], "4.955700", "24.78"], [*rows[2], "0.001200", "0.12"]
    return _csv(rows)


def jlcpcb() -> bytes:
    """What JLCPCB asks for, with the full-width brackets of its sample. Source: two writers of such files."""
    rows: list[Row] = [["Comment", "Designator", "Footprint", "JLCPCB Part #（optional）"]]
    rows += [["10k", "R1,R2", "R0402", "C25744"], ["PX-1-A", "U1", "LQFP-48", ""]]
    return _csv(rows)
