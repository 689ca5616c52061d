"""The child may die, stall or lie; the parent says so and believes nothing unchecked."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

import pytest

from bom.formats import open_file
from bom.grid import Row
from bom.raw import RawFile, Sheet
from bom.sandbox.limits import Refused
from bom.sandbox.parent import Note, read_in_child
from depmap.core.errors import InputError
from tests.bom.formats import making
from tests.bom.formats.lying import ANSWERS, WRITTEN
from tests.support import ROOT

READER = "tests.bom.formats.lying"
DEATHS = [b"abort", b"exit", b"silent", b"noise", b"deep", b"words"]
TRUE = (b"good", b"refused", b"deleted", b"written well", b"texts as one", b"floating-point numbers")
LIES = [data for data in (*ANSWERS, *WRITTEN) if data not in TRUE]


def test_a_good_answer_is_taken() -> None:
    answer = read_in_child(b"good", READER)
    assert answer.sheets == (Sheet("A", (("x", 1),)),)
    assert answer.notes == (Note("not_a_worksheet", "B"), Note("no_value", "A", 0, 2))


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        (b"written well", (("x",), ("y",))),
        (b"texts as one", (("z",), ("y",))),
        (b"floating-point numbers", ((7,), ("#NUM!",))),
        (b"deleted", (("x", 2), ("y\x7fz", 0.5), ("z", 2))),
    ],
)
def test_a_good_answer_is_taken_however_it_was_written(data: bytes, rows: tuple[Row, ...]) -> None:
    assert read_in_child(data, READER).sheets == (Sheet("A", rows),)


def test_the_child_loads_little(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    sheets = read_in_child(b"modules", READER).sheets
    loaded = {str(cell) for row in sheets[0].rows for cell in row}
    assert "bom.sandbox.child" in loaded
    assert not loaded & {
        "dataclasses",
        "inspect",
        "depmap",
        "bom.raw",
        "bom.formats",
        "subprocess",
        "zipfile",
        "tempfile",
    }


def test_a_refusal_keeps_its_code_and_a_short_detail() -> None:
    with pytest.raises(Refused) as caught:
        read_in_child(b"refused", READER)
    assert (caught.value.code, len(caught.value.detail)) == ("damaged", 200)


@pytest.mark.parametrize("data", [*DEATHS, *LIES])
def test_every_other_end_is_a_damaged_or_hostile_file(data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused) as caught:
        read_in_child(data, READER)
    assert (caught.value.code, caught.value.detail) == ("hostile", "")
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on memory; the clock holds there")
def test_memory_is_bounded() -> None:
    with pytest.raises(Refused, match="memory"):
        read_in_child(b"memory", READER)


def test_patience_is_bounded() -> None:
    start = time.monotonic()
    with pytest.raises(Refused, match="time"):
        read_in_child(b"stall", READER, patience=0.5)
    assert time.monotonic() - start < 10


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on processor time; the clock holds there")
def test_processor_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPMAP_PROCESSOR_SECONDS", "1")
    start = time.monotonic()
    with pytest.raises(Refused, match="time"):
        read_in_child(b"spin", READER, patience=50)
    assert time.monotonic() - start < 40


def test_output_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bom.sandbox.parent.MAX_OUTPUT_BYTES", 5_000_000)
    with pytest.raises(Refused, match="hostile"):
        read_in_child(b"flood", READER)


def mutants(data: bytes, count: int) -> list[bytes]:
    """Copies with a few bytes changed, removed or put in."""
    chance = random.Random(20261121)
    made = []
    for _ in range(count):
        mutant = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(mutant))
            match chance.randrange(3):
                case 0:
                    mutant[at] = chance.randrange(256)
                case 1:
                    del mutant[at : at + chance.randint(1, 8)]
                case _:
                    mutant[at:at] = chance.randbytes(8)
        made.append(bytes(mutant))
    return made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bom.xls", (ROOT / "tests/data/sample.xls").read_bytes()),
        ("bom.xlsx", making.workbook()),
        ("bom.ods", making.ods('<table:table table:name="T"><table:table-row><table:table-cell><text:p>x</text:p>'
                               "</table:table-cell></table:table-row></table:table>")),
        ("bom.csv", b'a,b\n1,"x, y"\n'),
    ],
)  # fmt: skip
def test_no_mutant_ends_in_anything_but_sheets_or_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    for mutant in mutants(data, 30):
        path.write_bytes(mutant)
        try:
            assert isinstance(open_file(path), RawFile)
        except InputError as error:
            assert name in error.message.nl
