"""Listed items with bytes changed, lost and doubled are read or refused in words of their own; nothing else happens."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from bom.formats._refusals import refusal
from bom.sandbox import (
    cyclonedx_json,
    cyclonedx_xml,
    ipc1752a,
    ipc2581,
    json_lists,
    kicad,
    xml_lists,
    xml_spreadsheet,
    yaml_lists,
)
from bom.sandbox.limits import Refused
from tests.bom.formats import declarations, test_ipc2581, test_kicad_xml, test_xml_spreadsheet, test_yaml_lists
from tests.bom.formats.documents import as_json, as_xml, scout

SHEETS = test_xml_spreadsheet.book(
    *(test_xml_spreadsheet.sheet(test_xml_spreadsheet.TITLES, name=name) for name in ("BOM", "Tools"))
)
Read = Callable[[bytes], dict[str, object]]
SAMPLES: dict[str, tuple[Read, bytes]] = {
    "cyclonedx-json": (cyclonedx_json.read, as_json(scout("1.6"))),
    "cyclonedx-xml": (cyclonedx_xml.read, as_xml(scout("1.6"))),
    "kicad-xml": (kicad.read, test_kicad_xml.export(test_kicad_xml.PROCESSOR).encode()),
    "ipc-1752a": (ipc1752a.read, declarations.motor().encode()),
    "json": (json_lists.read, as_json(scout("1.6") | {"bomFormat": "none"})),
    "xml": (xml_lists.read, test_kicad_xml.export(test_kicad_xml.PROCESSOR, *[test_kicad_xml.RESISTOR] * 2).encode()),
    "xml-spreadsheet": (xml_spreadsheet.read, SHEETS.encode()),
    "yaml": (yaml_lists.read, test_yaml_lists.PLAIN.encode()),
    "ipc-2581": (ipc2581.read, test_ipc2581.board(test_ipc2581.bom()).encode()),
}
PIECES = (b"null", b"[]", b"{}", b'""', b"9" * 50, b"<", b">", b"&", b'"', b"device", b"DOCUMENT")


def mutant(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 2)):
        at, start = chance.randrange(len(changed)), chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = changed[start : start + chance.randint(1, 60)]
            case _:
                changed[at : at + 1] = chance.choice(PIECES)
    return bytes(changed)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_mutant_is_read_or_refused(name: str) -> None:
    read, data = SAMPLES[name]
    chance = random.Random(2026)
    hostile = refusal("x", Refused("hostile")).message
    ends = {"read": 0, "refused": 0}
    for _ in range(400):
        try:
            ends["read" if read(mutant(data, chance))["sheets"] else "nothing"] += 1
        except Refused as refused:
            assert refusal("x", refused).message != hostile
            ends["refused"] += 1
    assert min(ends.values()) > 10
