"""Mutants of good files through the command: read, read with remarks, or refused in one sentence; never anything else.

``make fuzz`` makes more of them with other seeds of chance and shows how each kind of file fared.
"""

from __future__ import annotations

import functools
import json
import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from depmap.core.errors import Exit
from tests.bom.formats import declarations, making, records, test_ipc2581, test_kicad_xml
from tests.bom.formats.documents import as_json, as_xml, scout
from tests.hostile import making as hostile
from tests.hostile import mutating as by
from tests.hostile.batch import MEMORY, PATIENCE, Went, run
from tests.hostile.mutating import Mutator
from tests.support import EXAMPLES, ROOT

MUTANTS = int(os.environ.get("MUTANTS", "500"))
"""How many in all."""

SEED = os.environ.get("SEED", "20261121")
"""Where chance starts."""

TABLE = (hostile.HEADER, *hostile.ROWS)


def _pages() -> tuple[records.Page, ...]:
    """The plain list with a hidden row, an error, a formula and leading zeros; a hidden sheet."""
    rows: list[list[records.Cell]] = [list(row) for row in TABLE]
    rows[2][1], rows[3][1], rows[4][1], rows[5][2] = 4, records.Formula(2.0), records.Formula(), "#N/A"
    rows[6][3] = 123
    return records.Page(rows, hidden=(3,), merges=((6, 2, 7, 2),), padded=(3,)), records.Page([["x"]], "More", state=1)


def _ods() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{field}</text:p></table:table-cell>" for field in row)
        + "</table:table-row>"
        for row in TABLE
    )
    return making.ods(f'<table:table table:name="T">{rows}</table:table>')


def _aligned() -> bytes:
    return "\n".join("  ".join(field.ljust(18) for field in row) for row in TABLE).encode()


def _with(encoding: str) -> Mutator:
    return functools.partial(by.fields_changed, encoding=encoding)


_CHINESE = hostile.csv(header=("序号", "数量", "厂家", "型号", "产地")).decode()
_OPEN_XML = (by.bytes_changed, by.part_changed, by.part_rewritten)

KINDS: dict[str, tuple[Callable[[], bytes], tuple[Mutator, ...]]] = {
    "example.xlsx": ((EXAMPLES / "verkenner-quadcopter.xlsx").read_bytes, (by.part_changed, by.part_rewritten)),
    "list.xlsx": (hostile.saved, _OPEN_XML),
    "list.ods": (_ods, _OPEN_XML),
    "list.xls": (lambda: records.xls(*_pages()), (by.bytes_changed, by.records_changed)),
    "sample.xls": ((ROOT / "tests/data/sample.xls").read_bytes, (by.bytes_changed, by.records_changed)),
    "list.xlsb": (
        lambda: records.xlsb(*_pages()),
        (by.bytes_changed, by.part_changed, by.part_of_records_changed, by.part_of_records_changed),
    ),
    "list.csv": (hostile.csv, (by.bytes_changed, by.fields_changed, by.fields_changed)),
    "list-utf16.csv": (lambda: hostile.csv().decode().encode("utf-16"), (by.bytes_changed, _with("utf-16"))),
    "list-gbk.csv": (lambda: _CHINESE.encode("gbk"), (by.bytes_changed, _with("gbk"))),
    "list.txt": (_aligned, (by.bytes_changed, functools.partial(by.fields_changed, delimiter="  "))),
    "hbom.json": (lambda: as_json(scout("1.6")), (by.bytes_changed, by.nodes_changed, by.nodes_changed)),
    "hbom.xml": (lambda: as_xml(scout("1.6")), (by.bytes_changed, by.xml_changed)),
    "kicad.xml": (
        lambda: test_kicad_xml.export(test_kicad_xml.PROCESSOR, test_kicad_xml.RESISTOR.format(1, 2)).encode(),
        (by.bytes_changed, by.xml_changed),
    ),
    "declaration.xml": (lambda: declarations.motor().encode(), (by.bytes_changed, by.xml_changed)),
    "board.xml": (
        lambda: test_ipc2581.board(test_ipc2581.bom()).encode(),
        (by.bytes_changed, by.xml_changed),
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutants")


@pytest.fixture(scope="module")
def went(folder: Path) -> dict[str, list[tuple[str, Went]]]:
    """Every mutant of each kind, and how its analysis went."""
    calls = []
    for place, (kind, (make, mutators)) in enumerate(KINDS.items()):
        data, chance = make(), random.Random(f"{SEED} {kind}")
        for at in range(MUTANTS // len(KINDS) + (place < MUTANTS % len(KINDS))):
            name = f"{at}-{kind}"
            (folder / name).write_bytes(mutators[at % len(mutators)](data, chance))
            calls.append(["analyze", name, "--out", f"out/{name}", "--lang", "en"])
    results: dict[str, list[tuple[str, Went]]] = {kind: [] for kind in KINDS}
    for call, done in zip(calls, run(calls, folder), strict=True):
        results[call[1].split("-", 1)[1]].append((call[1], done))
    return results


@pytest.mark.parametrize("kind", KINDS)
def test_every_mutant_is_read_or_refused_in_a_sentence(
    kind: str, went: dict[str, list[tuple[str, Went]]], folder: Path
) -> None:
    ends = [(outcome(done, folder / "out" / name, name), name, done) for name, done in went[kind]]
    counts = Counter(end for end, *_ in ends)
    slowest = max(done.seconds for *_, done in ends)
    largest = max(done.megabytes for *_, done in ends)
    print(  # noqa: T201 - asked for with -s
        f"\n| `{kind}` | {len(ends)} | {counts['read']} | {counts['read with warnings']} | {counts['refused']} "
        f"| {counts['fault']} | {slowest:.1f} s | {largest} MB |"
    )
    assert [(name, done.code, done.err) for end, name, done in ends if end == "fault"][:3] == []
    assert slowest < PATIENCE
    assert largest * 1_000_000 < MEMORY


def outcome(done: Went, folder: Path, name: str) -> str:
    """In a word how a run ended."""
    if not done.clean or done.code not in (Exit.DONE, Exit.MISUSE):
        return "fault"
    if done.code == Exit.MISUSE:
        proper = done.err.startswith("Error: ") and name in done.err and len(done.err.splitlines()) <= 2
        return "refused" if proper and not folder.exists() and not done.out else "fault"
    issues = json.loads((folder / "findings.json").read_text(encoding="utf-8"))["issues"]
    return "read with warnings" if any(issue["severity"] != "note" for issue in issues) else "read"


def test_as_many_as_asked_for(went: dict[str, list[tuple[str, Went]]]) -> None:
    print(f"\nSEED={SEED} MUTANTS={MUTANTS}")  # noqa: T201 - asked for with -s
    assert sum(map(len, went.values())) == MUTANTS
