"""What every format must be, the ones to come included."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bom.formats import open_file
from bom.formats._interface import Source
from bom.formats._kinds import KINDS
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
    "aligned": b"Part    Quantity  Maker\nP1      2         A\nP2      3         B\n",
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
    assert [one.id for one in formats() if one.recognises(source(SAMPLES[name]))] == [name]


def test_no_format_is_without_a_sample() -> None:
    assert {one.id for one in formats()} == set(SAMPLES)


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "bom.csv"
    path.write_bytes(SAMPLES["text"])
    file = open_file(path)
    assert (file.name, file.format, file.sha256) == ("bom.csv", "text", hashlib.sha256(SAMPLES["text"]).hexdigest())
