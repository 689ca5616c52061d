"""What every format must be, the ones to come included."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bom.formats import open_file
from bom.formats._interface import Source
from bom.formats._kinds import KINDS, kind_of
from bom.formats._opening import formats
from bom.sandbox import container
from depmap.core.text import LANGUAGES
from tests.bom.formats import making
from tests.support import ROOT

SAMPLES = {
    "xlsx": making.workbook(),
    "xlsb": making.xlsb([["Part"]]),
    "xls": (ROOT / "tests/data/sample.xls").read_bytes(),
    "ods": making.ods('<table:table table:name="T"/>'),
    "text": b"Part;Quantity\n1;2\n",
    "drawn": b"# Parts\n\n| Part | Quantity |\n|------|---------:|\n| P1   | 2        |\n",
    "aligned": b"Part    Quantity  Maker\nP1      2         A\nP2      3         B\n",
    "cyclonedx-json": b'{"$schema": "x", "bomFormat" : "CycloneDX", "specVersion": "1.6", "components": []}',
    "cyclonedx-xml": b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><bom xmlns="http://cyclonedx.org/schema/bom/1.4"/>',
    "kicad-xml": b'<?xml version="1.0"?><export version="E"><design/><components/></export>',
    "ipc-1752a": b'<MainDeclaration version="2.0" xmlns="http://webstds.ipc.org/175x/2.0"></MainDeclaration>',
    "yaml": b"parts:\n  - name: motor\n    quantity: 4\n  - name: frame\n    quantity: 1\n",
    "html": b"<!DOCTYPE html><html><table><tr><td>Part<td>Quantity<tr><td>P1<td>2</table></html>",
    "xml-spreadsheet": b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    "json": b'[{"name": "motor", "quantity": 4}]',
    "xml": b'<parts><part name="motor" quantity="4"/></parts>',
    "ipc-2581": b'<IPC-2581 revision="C" xmlns="http://webstds.ipc.org/2581"></IPC-2581>',
}


def source(data: bytes) -> Source:
    return Source("bom", data, container.members(data) if data.startswith(container.MAGIC) else {})


def test_every_format_says_what_it_is() -> None:
    found = formats()
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert all(one.title[language].strip() for language in LANGUAGES)
        assert one.suffixes and all(suffix.startswith(".") and suffix.islower() for suffix in one.suffixes)
        assert set(one.kinds) <= set(KINDS)


@pytest.mark.parametrize("name", SAMPLES)
def test_exactly_one_format_recognises_a_file(name: str) -> None:
    sample = source(SAMPLES[name])
    kind = kind_of(sample)
    claiming = [one for one in formats() if (kind is None or kind.detail in one.kinds) and one.recognises(sample)]
    special = [one.id for one in claiming if not one.is_general]
    assert (special or [one.id for one in claiming]) == [name]
    assert len(claiming) - len(special) < 2


def test_no_format_is_without_a_sample() -> None:
    assert {one.id for one in formats()} == set(SAMPLES)


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_bytes(SAMPLES["text"])
    file = open_file(path)
    assert (file.name, file.format, file.sha256) == ("bom.csv", "text", hashlib.sha256(SAMPLES["text"]).hexdigest())
