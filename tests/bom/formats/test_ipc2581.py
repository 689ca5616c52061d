"""The bills of materials of an IPC-2581 file: items, places, approved makers in the order of choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from bom.formats import open_file
from bom.raw import RawFile
from depmap.core.errors import InputError
from tests.support import Run

HEADER = """<LogisticHeader><Role id="Owner" roleFunction="SENDER"/><Enterprise id="V0" name="Chip Works" code="NONE"/>
<Enterprise id="V1" name="Other Works" code="NONE"/><Person name="P" enterpriseRef="V0" roleRef="Owner"/>
</LogisticHeader>"""
ITEMS = """<BomItem OEMDesignNumberRef="P-1" quantity="1" pinCount="64" category="ELECTRICAL" description="Processor">
<RefDes name="U1" packageRef="QFP" populate="true" layerRef="TOP"><Firmware><x/></Firmware></RefDes>
<Characteristics category="ELECTRICAL"><Textual definitionSource="KICAD" textualCharacteristicName="Country of Origin"
textualCharacteristicValue="France"/></Characteristics></BomItem>
<BomItem OEMDesignNumberRef="P-2" internalPartNumber="10-2" quantity="2" category="ELECTRICAL">
<RefDes name="R1" populate="true"/><RefDes name="R2" populate="false"/>
<Characteristics category="ELECTRICAL"/></BomItem>
<BomItem OEMDesignNumberRef="P-3" quantity="1" category="MECHANICAL"><RefDes name="J1" populate="false"/>
<FindDes number="7"/><Characteristics category="MECHANICAL"/></BomItem>"""
DRAWING = (
    '<BomItem OEMDesignNumberRef="D" quantity="1" category="DOCUMENT"><Characteristics category="DOCUMENT"/></BomItem>'
)
AVL = """<Avl name="a"><AvlHeader title="t" source="s" author="a" datetime="2026-01-01T00:00:00" version="1"/>
<AvlItem OEMDesignNumber="P-1">
<AvlVmpn chosen="false"><AvlMpn name="OX-9" rank="3"/><AvlVendor enterpriseRef="V1"/></AvlVmpn>
<AvlVmpn><AvlMpn name="OX-8" rank="2"/><AvlVendor enterpriseRef="V1"/></AvlVmpn>
<AvlVmpn chosen="true"><AvlMpn name="PX-1-A"/><AvlVendor enterpriseRef="V0"/></AvlVmpn></AvlItem>
<AvlItem OEMDesignNumber="P-2"><AvlVmpn><AvlMpn name="R-10K"/><AvlVendor enterpriseRef="V9"/></AvlVmpn></AvlItem>
</Avl>"""


def bom(items: str = ITEMS, assembly: str = "Autopilot") -> str:
    return f'<Bom name="b"><BomHeader assembly="{assembly}" revision="1"><StepRef name="s"/></BomHeader>{items}</Bom>'


def board(*boms: str, avl: str = AVL, revision: str = "C") -> str:
    space = 'xmlns="http://webstds.ipc.org/2581"'
    content = '<Content roleRef="Owner"><FunctionMode mode="ASSEMBLY"/></Content>'
    cad = '<Ecad name="e"><CadHeader units="MILLIMETER"/></Ecad>'
    inside = f"{content}{HEADER}{''.join(boms)}{cad}{avl}"
    return f'<?xml version="1.0" encoding="UTF-8"?><IPC-2581 revision="{revision}" {space}>{inside}</IPC-2581>'


def opened(folder: Path, text: str) -> RawFile:
    path = folder / "board.xml"
    path.write_text(text, encoding="utf-8")
    return open_file(path)


@pytest.mark.parametrize("revision", ["B", "C"])
def test_items_with_their_places_and_approved_makers(tmp_path: Path, revision: str) -> None:
    file = opened(tmp_path, board(bom(), revision=revision))
    assert (file.format, [sheet.name for sheet in file.sheets]) == ("ipc-2581", ["Autopilot"])
    header, *rows = file.sheets[0].rows
    items = [dict(zip(header, row, strict=False)) for row in rows]
    said = [{key: value for key, value in item.items() if value is not None} for item in items]
    assert said == [
        {
            "internal part number": "P-1",
            "description": "Processor",
            "quantity": "1",
            "reference designators": "U1",
            "category": "electrical",
            "manufacturer 1": "Chip Works",
            "manufacturer part number 1": "PX-1-A",
            "manufacturer 2": "Other Works",
            "manufacturer part number 2": "OX-8",
            "manufacturer 3": "Other Works",
            "manufacturer part number 3": "OX-9",
            "Country of Origin": "France",
        },
        {
            "internal part number": "10-2",
            "quantity": "2",
            "reference designators": "R1, R2",
            "category": "electrical",
            "manufacturer 1": "V9",
            "manufacturer part number 1": "R-10K",
            "notes": "not populated: R2",
        },
        {
            "line number": "7",
            "internal part number": "P-3",
            "quantity": "1",
            "reference designators": "J1",
            "DNP": "DNP",
            "category": "mechanical",
        },
    ]
    assert file.issues == ()


def test_every_bill_is_a_sheet_of_its_own_and_documents_are_counted(tmp_path: Path) -> None:
    file = opened(tmp_path, board(bom(ITEMS + DRAWING), bom(), bom(assembly="Radio"), bom(DRAWING, "Drawings"), avl=""))
    assert [sheet.name for sheet in file.sheets] == ["Autopilot", "Autopilot (2)", "Radio"]
    assert [(issue.code, issue.message.en) for issue in file.issues] == [("DI008", "left out as documents: 2.")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (board(), "without parts"),
        (board(bom("")), "without parts"),
        (board(bom(DRAWING)), "without parts"),
        (board(bom())[:-20], "no valid file of IPC-2581"),
        (board(bom()).replace("<IPC", '<!DOCTYPE x SYSTEM "x"><IPC'), "DOCTYPE"),
        (board(bom("<BomItem>" * 500)), "no valid file of IPC-2581"),
        (board(*[bom()] * 2001), "too many sheets"),
        ('<?xml version="1.0"?><IPC-2511/>', "XML data"),
    ],
)
def test_what_is_no_parts_list_ends_as_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        opened(tmp_path, text)
    assert words in caught.value.message.en
    assert "\n" not in caught.value.message.nl


def test_it_is_understood_column_by_column(run_depmap: Run, tmp_path: Path) -> None:
    (tmp_path / "board.xml").write_text(board(bom()), encoding="utf-8")
    done = run_depmap("check", "board.xml", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "3 lines, of which 1 not to be placed" in done.stdout
    for field in ("part_number", "manufacturer", "mpn", "manufacturer_3", "mpn_3", "country_of_origin", "populate"):
        assert f"  {field}  " in done.stdout
