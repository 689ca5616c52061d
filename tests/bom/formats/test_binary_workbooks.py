"""What .xls and .xlsb say beyond values: errors, formulas nobody calculated, hidden rows, leading zeros, merges."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bom.formats import open_file
from bom.raw import RawFile, Rectangle
from bom.sandbox import biff8, biff12, compound, container
from bom.sandbox.details import Damaged
from tests.bom.formats import making, records
from tests.bom.formats.records import Formula, Page
from tests.support import ROOT

HEADER = ("Part", "Qty", "Maker", "MPN")
ROWS = (
    HEADER,
    ("P-1", 4, "Maker 1", 123),
    ("P-2", 2.5, "#N/A", 45.0),
    ("P-3", Formula(6.0), Formula("#REF!"), True),
    ("P-4", Formula(0.0, due=True), Formula("", due=True), 123456),
    ("P-5", Formula(0.0), Formula(""), 1.5),
)
PAGES = (
    Page(ROWS, hidden=(2,), merges=((1, 2, 2, 2),), padded=(3,)),
    Page([["reserve"]], "Deep", state=2),
    Page([["reserve"]], "Away", state=1),
)
WRITE: dict[str, Callable[..., bytes]] = {"xls": records.xls, "xlsb": records.xlsb}
kinds = pytest.mark.parametrize("kind", WRITE)


def opened(folder: Path, kind: str, data: bytes) -> RawFile:
    path = folder / f"bom.{kind}"
    path.write_bytes(data)
    return open_file(path)


def said(file: RawFile) -> list[tuple[str, str]]:
    return [(issue.code, str(issue.cell)) for issue in file.issues]


@kinds
def test_everything_is_read_and_said(tmp_path: Path, kind: str) -> None:
    file = opened(tmp_path, kind, WRITE[kind](*PAGES))
    assert file.format == kind
    first, deep, away = file.sheets
    assert first.rows == (
        HEADER,
        ("P-1", 4, "Maker 1", "00123"),
        ("P-2", 2.5, "#N/A", "00045"),
        ("P-3", 6, "#REF!", True),
        ("P-4", None, None, "123456"),
        ("P-5", 0, None, 1.5),
    )
    assert first.merges == (Rectangle(1, 2, 2, 2),)
    assert (first.hidden, deep.hidden, away.hidden) == (False, True, True)
    assert sorted(said(file)) == [
        ("DI005", "Away!A1"),
        ("DI005", "Deep!A1"),
        ("DI007", "BOM!B5"),
        ("DI007", "BOM!C5"),
        ("DI023", "BOM!C3"),
        ("DI023", "BOM!C4"),
        ("DI024", "BOM!A3"),
    ]


@kinds
def test_every_error_value_is_named(tmp_path: Path, kind: str) -> None:
    rows: list[Sequence[records.Cell]] = [(word, Formula(word)) for word in records.ERRORS]
    file = opened(tmp_path, kind, WRITE[kind](Page([HEADER, *rows])))
    assert file.sheets[0].rows[1:] == tuple((word, word) for word in records.ERRORS)
    assert [code for code, _ in said(file)] == ["DI023"] * 14


@kinds
def test_empty_texts_are_results_unless_there_is_no_other(tmp_path: Path, kind: str) -> None:
    calculated = opened(tmp_path, kind, WRITE[kind](Page([HEADER, ("P", Formula(""), Formula(2.0))])))
    assert said(calculated) == []
    never = opened(tmp_path, kind, WRITE[kind](Page([HEADER, ("P", Formula(""), 2.0)])))
    assert said(never) == [("DI007", "BOM!B2")]


@kinds
def test_a_large_sheet_keeps_its_places(tmp_path: Path, kind: str) -> None:
    rows: list[Sequence[records.Cell]] = [
        HEADER,
        *((f"P-{at}", at, "#N/A" if at == 777 else "Maker", at) for at in range(1000)),
    ]
    file = opened(tmp_path, kind, WRITE[kind](Page(rows, padded=(3,), hidden=(900,))))
    assert said(file) == [("DI024", "BOM!A901"), ("DI023", "BOM!C779")]
    assert file.sheets[0].rows[901] == ("P-900", 900, "Maker", "00900")


def test_a_workbook_that_another_program_wrote() -> None:
    file = open_file(ROOT / "tests/data/sample.xls")
    assert said(file) == [("DI005", "Verborgen!A1"), ("DI023", "Stuklijst!B6")]


def _damaged8(_data: bytes) -> bytes:
    """A record of a row that is too short to be one; calamine does not look at these."""
    stream = compound.stream(records.xls(PAGES[0]), ("Workbook",))
    return records.compound(stream[:-4] + struct.pack("<3H", 0x0208, 2, 0) + stream[-4:])


def _damaged12(data: bytes) -> bytes:
    merge = records.record12(178)
    return making.changed(
        data, "xl/worksheets/sheet1.bin", lambda part: part.replace(merge, b"\xb2\x01\xff\xff\xff\x7f")
    )


@pytest.mark.parametrize(("kind", "damage"), [("xls", _damaged8), ("xlsb", _damaged12)])
def test_damage_costs_the_details_and_is_said(tmp_path: Path, kind: str, damage: Callable[[bytes], bytes]) -> None:
    file = opened(tmp_path, kind, damage(WRITE[kind](*PAGES)))
    assert file.sheets[0].rows[1][:3] == ("P-1", 4, "Maker 1")
    assert ("DI035", "BOM!A1") in said(file)


def test_a_record_that_ends_outside_the_stream_is_damage() -> None:
    stream = compound.stream(records.xls(PAGES[0]), ("Workbook",))
    cut = records.compound(stream[:-4] + struct.pack("<2H", 0x0208, 16) + bytes(12))
    assert [note[0] for note in biff8.mend(sheets(PAGES[:1]), cut)] == ["unchecked"]


def sheets(pages: Sequence[Page] = PAGES) -> list[dict[str, object]]:
    return [{"name": page.name, "merges": [], "rows": [["x"] * 4 for _ in page.rows]} for page in pages]


@pytest.mark.parametrize("small", [True, False])
def test_no_mutant_of_an_xls_breaks_the_walk(small: bool) -> None:
    pages = PAGES if small else (*PAGES, Page(ROWS * 20, "More"))
    data, chance = records.xls(*pages), random.Random(8)
    ends = {False: 0, True: 0}
    for _ in range(1500):
        mutant = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            mutant[chance.randrange(len(mutant))] = chance.choice((0, 255, chance.randrange(256)))
        notes = biff8.mend(sheets(pages), bytes(mutant))
        ends[any(note[0] == "unchecked" for note in notes)] += 1
    assert min(ends.values()) > 20


def test_no_mutant_of_an_xlsb_breaks_the_walk() -> None:
    data, chance = records.xlsb(*PAGES), random.Random(12)
    ends = {False: 0, True: 0}
    for _ in range(1500):
        name = chance.choice(["xl/workbook.bin", "xl/styles.bin", "xl/worksheets/sheet1.bin"])
        mutant = making.changed(data, name, lambda part: _spoiled(part, chance))
        notes = biff12.mend(sheets(), container.members(mutant), mutant)
        ends[any(note[0] == "unchecked" for note in notes)] += 1
    assert min(ends.values()) > 20


def _spoiled(part: bytes, chance: random.Random) -> bytes:
    changed = bytearray(part)
    for _ in range(chance.randint(1, 3)):
        changed[chance.randrange(len(changed))] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(changed)


def test_sheets_that_all_start_in_one_place_are_walked_along_for_so_long_only() -> None:
    stream = compound.stream(records.xls(Page([["x"] * 9] * 500)), ("Workbook",))
    bound = struct.pack("<2HLBBBB", 0x0085, 11, stream.index(b"\x09\x08\x10\x00\x00\x06\x10"), 0, 0, 3, 0) + b"BOM"
    at = stream.index(struct.pack("<2H", 0x0085, 11))
    pages = 1000
    made = stream[:at] + bound * (pages - 1) + stream[at:]
    made = made.replace(
        bound[4:8], struct.pack("<L", stream.index(b"\x09\x08\x10\x00\x00\x06\x10") + len(bound) * (pages - 1))
    )
    same: list[dict[str, object]] = [{"name": "x", "merges": [], "rows": []} for _ in range(pages)]
    notes = biff8.mend(same, records.compound(made))
    assert [note[0] for note in notes].count("unchecked") > pages - 10


@pytest.mark.parametrize("data", [b"", bytes(512), records.compound(b"x", "Other")])
def test_no_workbook_no_stream(data: bytes) -> None:
    with pytest.raises(Damaged):
        compound.stream(data, ("Workbook",))


def circle(walk: str) -> bytes:
    """A file of which one chain comes back to where it was ([MS-CFB] 2.2: where the tables of the chains stand)."""
    sizes = {"sectors": 4096, "small sectors": 4095, "lists of sectors": 8_000_000}
    where = {"sectors": 76, "small sectors": 60, "lists of sectors": 68}
    data = bytearray(records.compound(bytes(sizes[walk])))
    (table,) = struct.unpack_from("<L", data, where[walk])
    place, back = (127, table) if walk == "lists of sectors" else (5, 2)
    struct.pack_into("<L", data, 512 * (table + 1) + 4 * place, back)
    return bytes(data)


@pytest.mark.parametrize("walk", ["sectors", "small sectors", "lists of sectors"])
def test_a_circle_is_left_after_as_many_steps_as_the_file_has_places(
    monkeypatch: pytest.MonkeyPatch, walk: str
) -> None:
    """Without its guard it would go on until there is no memory left, and that too would be taken for damage."""
    data, numbers = circle(walk), compound._numbers
    steps = iter(range(len(data) // 64 + 200))

    class Counted(list[int]):
        def __getitem__(self, place: Any) -> Any:
            assert next(steps, None) is not None, "it walks on"
            return super().__getitem__(place)

    def counted(part: bytes) -> Counted:
        assert next(steps, None) is not None, "it walks on"
        return Counted(numbers(part))

    monkeypatch.setattr(compound, "_numbers", counted)
    with pytest.raises(Damaged):
        compound.stream(data, ("Workbook",))


def test_streams_of_every_size_come_back() -> None:
    for size in (1, 64, 65, 4095, 4096, 4097, 70_000, 8_000_000):
        data = random.Random(size).randbytes(size)
        assert compound.stream(records.compound(data), ("Book", "Workbook")) == data
