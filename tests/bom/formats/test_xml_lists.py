"""XML without a standard: elements that repeat are parts, their attributes and elements fields."""

from __future__ import annotations

from pathlib import Path

import pytest

import bom as reader
from bom.formats import open_file
from bom.raw import RawFile
from depmap.core.errors import InputError

ITEM = (
    "<Item><Reference>R{0}</Reference><Quantity>1</Quantity><MPN>RC{0}-X</MPN><Manufacturer>Yageo</Manufacturer></Item>"
)
PART = "<Part><PartNumber>{}</PartNumber><Description>{}</Description><Quantity>{}</Quantity></Part>"


def opened(folder: Path, xml: str, name: str = "bom.xml") -> RawFile:
    path = folder / name
    path.write_text(xml, encoding="utf-8")
    return open_file(path)


def rows(file: RawFile) -> list[tuple[object, ...]]:
    (sheet,) = file.sheets
    return list(sheet.rows)


def test_elements_and_attributes_are_fields(tmp_path: Path) -> None:
    listed = "".join(map(ITEM.format, range(1, 4)))
    file = opened(
        tmp_path, f"<BillOfMaterials><Header><Title>B</Title></Header><Items>{listed}</Items></BillOfMaterials>"
    )
    assert file.sheets[0].name == "Items"
    assert rows(file)[:2] == [("Reference", "Quantity", "MPN", "Manufacturer"), ("R1", "1", "RC1-X", "Yageo")]
    reading = reader.understand(file)
    assert [column.field for column in reading.tables[0].columns] == ["designators", "quantity", "mpn", "manufacturer"]
    parts = "".join(f'<part refdes="C{n}" qty="2">100 nF<maker land="DE">Würth</maker></part>' for n in range(1, 4))
    file = opened(tmp_path, f'<?xml version="1.0"?><bom name="x">{parts}</bom>')
    assert rows(file)[:2] == [
        ("refdes", "qty", "maker land", "maker", "value"),
        ("C1", "2", "DE", "Würth", "100 nF"),
    ]


def test_groups_and_assemblies(tmp_path: Path) -> None:
    module = "<module><module-name>{}</module-name>{}</module>"
    xml = module.format("Drive", PART.format("M-1", "Motor", 4) + PART.format("W-1", "Wheel", 4))
    xml = f"<bom>{xml}{module.format('Power', PART.format('B-1', 'Battery', 1))}</bom>"
    assert [row[3:] for row in rows(opened(tmp_path, xml))] == [
        ("module-name",),
        ("Drive",),
        ("Drive",),
        ("Power",),
    ]
    frame = PART.format("F-1", "Frame", 1).replace(
        "</Part>", f"<Components>{PART.format('F-2', 'Arm', 4)}</Components></Part>"
    )
    xml = PART.format("D-1", "Drone", 1).replace(
        "</Part>",
        f"<Components>{frame}{PART.format('B-1', 'Battery', 2).replace('Part>', 'Module>')}</Components></Part>",
    )
    levels = [(row[0], row[3]) for row in rows(opened(tmp_path, xml))[1:]]
    assert levels == [("D-1", 1), ("F-1", 2), ("F-2", 3), ("B-1", 2)]


def test_names_and_values_are_fields(tmp_path: Path) -> None:
    said = {"Designator": "R{0}", "Quantity": "1", "MPN": "RC{0}"}
    row = "<row>" + "".join(f'<field name="{key}">{value}</field>' for key, value in said.items()) + "</row>"
    header, first, *_ = rows(opened(tmp_path, f"<export><rows>{''.join(map(row.format, range(1, 4)))}</rows></export>"))
    assert dict(zip(header, first, strict=True)) == {"Designator": "R1", "Quantity": "1", "MPN": "RC1"}


def test_a_list_inside_a_part_is_numbered(tmp_path: Path) -> None:
    shops = "<supplier><name>RS</name><sku>1</sku></supplier><supplier><name>Mouser</name></supplier>"
    shops = f"<suppliers>{shops}</suppliers>"
    parts = f"<part><name>Motor</name><qty>4</qty>{shops}</part><part><name>Frame</name><qty>1</qty></part>"
    header, first, second = rows(opened(tmp_path, f"<list>{parts}</list>"))
    assert header == ("name", "qty", "supplier name", "supplier sku", "supplier name 2")
    assert (first, second) == (("Motor", "4", "RS", "1", "Mouser"), ("Frame", "1"))


NO_PARTS = {
    "feed.xml": "<rss><channel><title>News</title><link>https://x.example</link>"
    + "<item><title>A</title><link>https://x.example/a</link><description>bla bla</description></item>" * 3
    + "</channel></rss>",
    "pom.xml": '<project xmlns="http://maven.apache.org/POM/4.0.0"><groupId>x</groupId><version>1</version><dependencies>'
    + "<dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4</version></dependency>" * 2
    + "</dependencies></project>",
    "draw.svg": '<svg xmlns="http://www.w3.org/2000/svg">' + '<rect x="1" y="2" width="3" height="4"/>' * 3 + "</svg>",
    "chip.svd": "<device><peripherals>"
    + "<peripheral><name>GPIO</name><description>Ports of the chip</description><address>0x4</address></peripheral>" * 3
    + "</peripherals></device>",
    "view.xml": '<odoo><record model="ir.ui.view" id="a"><field name="name">bom_form</field></record></odoo>',
    "empty.xml": "<a/>",
}


@pytest.mark.parametrize("name", NO_PARTS)
def test_other_xml_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    try:
        said = reader.understand(opened(tmp_path, NO_PARTS[name], name)).refusal
    except InputError as error:
        said = error.message
    assert said is not None
    assert "no bill of materials" in said.en or "no list of items with fields" in said.en


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        ('<!DOCTYPE bom [<!ENTITY a "b">]><bom><part a="1" b="2"/><part a="1" b="2"/></bom>', "DOCTYPE"),
        ("<a>" * 100_000, "no valid file of XML"),
        ("<bom><part></bom>", "no valid file of XML"),
    ],
)
def test_nonsense_is_one_sentence(tmp_path: Path, xml: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        opened(tmp_path, xml)
    assert words in caught.value.message.en
