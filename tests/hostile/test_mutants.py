"""Mutants of good files through the command: read, read with remarks, or refused in one sentence; never anything else.

``make fuzz`` runs all 500; the tests take the first hundred of the same. With ``-s`` the outcomes are shown.
"""

from __future__ import annotations

import io
import json
import os
import random
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from depmap.core.errors import Exit
from tests.bom.formats import making
from tests.hostile.batch import Went, run
from tests.support import EXAMPLES, ROOT

MUTANTS = int(os.environ.get("MUTANTS", "100"))
"""How many in all."""

Mutator = Callable[[bytes, random.Random], bytes]


def bytes_changed(data: bytes, chance: random.Random) -> bytes:
    """A few bits turned, bytes replaced, pieces cut out, doubled or moved, or the end lost."""
    mutant = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(mutant) or 1)
        length = min(chance.choice((1, 2, 8, 64, 512)), len(mutant) - at)
        piece = bytes(mutant[at : at + length])
        match chance.randrange(6):
            case 0 if piece:
                mutant[at] ^= 1 << chance.randrange(8)
            case 1:
                mutant[at : at + length] = chance.randbytes(length)
            case 2:
                del mutant[at : at + length]
            case 3:
                mutant[at:at] = piece * chance.randint(1, 4)
            case 4:
                there = chance.randrange(len(mutant) or 1)
                mutant[there:there] = piece
            case _ if chance.random() < 0.2:
                del mutant[at:]
    return bytes(mutant)


def part_changed(data: bytes, chance: random.Random) -> bytes:
    """The same inside one part of a zip file, which stays a sound zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = chance.choice([each for each in archive.namelist() if archive.getinfo(each).file_size])
    return making.changed(data, name, lambda part: bytes_changed(part, chance))


def words_changed(data: bytes, chance: random.Random) -> bytes:
    """Numbers and words of one part, or of a text, replaced by ones at the edge."""
    edges = (
        b"0",
        b"-1",
        b"1e308",
        b"99999999999999999999",
        b"NaN",
        b"",
        b"#REF!",
        b"=1+1",
        b"<",
        b"\xff",
        b'"',
        b";;;",
    )
    pieces = data.split(b">") if b"<" in data[:200] else data.split(b";")
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(pieces))
        pieces[at] = chance.choice(edges) + (pieces[at][pieces[at].find(b"<") :] if b"<" in pieces[at] else b"")
    return (b">" if b"<" in data[:200] else b";").join(pieces)


def part_reworded(data: bytes, chance: random.Random) -> bytes:
    """A worksheet or the shared strings of a workbook with other words in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [
            name for name in archive.namelist() if "sheet1" in name or "sharedStrings" in name or "content" in name
        ]
    return making.changed(data, chance.choice(names), lambda part: words_changed(part, chance))


def _ods() -> bytes:
    """The example in text, as an OpenDocument spreadsheet."""
    lines = (EXAMPLES / "surface-vessel.csv").read_text(encoding="utf-8-sig").splitlines()[:40]
    cells = [
        [f"<table:table-cell><text:p>{field}</text:p></table:table-cell>" for field in line.split(";")]
        for line in lines
    ]
    rows = "".join(f"<table:table-row>{''.join(row)}</table:table-row>".replace("&", "&amp;") for row in cells)
    return making.ods(f'<table:table table:name="T">{rows}</table:table>')


KINDS: dict[str, tuple[Callable[[], bytes], tuple[Mutator, ...]]] = {
    "quadcopter.xlsx": (
        (EXAMPLES / "verkenner-quadcopter.xlsx").read_bytes,
        (bytes_changed, part_changed, part_reworded),
    ),
    "vehicle.xlsx": ((EXAMPLES / "ground-vehicle.xlsx").read_bytes, (bytes_changed, part_changed, part_reworded)),
    "vessel.csv": ((EXAMPLES / "surface-vessel.csv").read_bytes, (bytes_changed, words_changed)),
    "sample.xls": ((ROOT / "tests/data/sample.xls").read_bytes, (bytes_changed,)),
    "vessel.ods": (_ods, (bytes_changed, part_changed, part_reworded)),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_mutant_is_read_or_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    make, mutators = KINDS[name]
    data, chance = make(), random.Random(f"20261121 {name}")
    calls = []
    for at in range(MUTANTS // len(KINDS)):
        mutant = f"{at}-{name}"
        (tmp_path / mutant).write_bytes(mutators[at % len(mutators)](data, chance))
        calls.append(["analyze", mutant, "--out", f"out/{at}", "--lang", "en"])
    went = run(calls, tmp_path)
    ends = [(outcome(done, tmp_path / call[3], call[1]), done, call[1]) for done, call in zip(went, calls, strict=True)]
    counts = ", ".join(f"{count} {end}" for end, count in sorted(Counter(end for end, *_ in ends).items()))
    slowest = max(done.seconds for done in went)
    print(f"\n{name}: {len(went)} mutants, slowest {slowest:.1f} s: {counts}")  # noqa: T201 - asked for with -s
    assert [(mutant, done.err) for end, done, mutant in ends if end == "fault"][:3] == []
    assert slowest < 60


def outcome(done: Went, folder: Path, name: str) -> str:
    """In a word how a run ended."""
    if not done.clean or done.code not in (Exit.DONE, Exit.MISUSE):
        return "fault"
    if done.code == Exit.MISUSE:
        proper = done.err.startswith("Error: ") and name in done.err and len(done.err.splitlines()) <= 2
        return "refused" if proper and not folder.exists() and not done.out else "fault"
    issues = json.loads((folder / "findings.json").read_text(encoding="utf-8"))["issues"]
    return "read with warnings" if any(issue["severity"] != "note" for issue in issues) else "read"
