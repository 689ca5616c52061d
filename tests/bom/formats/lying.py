"""A reader for the child that does what the file says: the parent must survive every such answer."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

SHEET: dict[str, object] = {"name": "A", "hidden": False, "merges": [], "rows": [["x", 1]]}

ANSWERS: dict[bytes, object] = {
    b"good": {"sheets": [SHEET], "notes": [["not_a_worksheet", "B"], ["no_value", "A", 0, 2]]},
    b"list": [],
    b"no notes": {"sheets": [SHEET]},
    b"sheet is text": {"sheets": ["A"], "notes": []},
    b"rows are text": {"sheets": [{**SHEET, "rows": "xy"}], "notes": []},
    b"name is number": {"sheets": [{**SHEET, "name": 1}], "notes": []},
    b"cell is list": {"sheets": [{**SHEET, "rows": [[[1]]]}], "notes": []},
    b"cell is object": {"sheets": [{**SHEET, "rows": [[{"file": "/etc/passwd"}]]}], "notes": []},
    b"bad date": {"sheets": [{**SHEET, "rows": [[{"date": "2026-13-45"}]]}], "notes": []},
    b"long text": {"sheets": [{**SHEET, "rows": [["x" * 1_000_001]]}], "notes": []},
    b"wide row": {"sheets": [{**SHEET, "rows": [[1] * 16_385]}], "notes": []},
    b"open merge": {"sheets": [{**SHEET, "merges": [[1, 2, 3]]}], "notes": []},
    b"merge of text": {"sheets": [{**SHEET, "merges": [["1", 2, 3, 4]]}], "notes": []},
    b"odd note": {"sheets": [SHEET], "notes": [["no_value", "A", "0", 1]]},
    b"many sheets": {"sheets": [SHEET] * 2_001, "notes": []},
    b"refused": {"refused": "damaged", "detail": "x" * 1_000},
}


def flood() -> None:
    """Say more than anyone wants to hear."""
    while True:
        sys.stdout.buffer.write(b" " * 1_000_000)


def words() -> None:
    """Fail with words that must not reach the user."""
    sys.stderr.write("secret")
    raise RuntimeError("secret")


DEEDS: dict[bytes, Callable[[], object]] = {
    b"abort": os.abort,
    b"exit": lambda: sys.exit(3),
    b"silent": lambda: os._exit(0),
    b"stall": lambda: time.sleep(60),
    b"memory": lambda: [bytes(1_000_000_000) for _ in range(8)],
    b"noise": lambda: sys.stdout.buffer.write(b"\xff{"),
    b"deep": lambda: sys.stdout.buffer.write(b"[" * 200_000),
    b"flood": flood,
    b"words": words,
}


def read(data: bytes) -> object:
    """Answer, or behave, as the data says."""
    if data == b"modules":
        return {"sheets": [{**SHEET, "rows": [[name] for name in sorted(sys.modules)]}], "notes": []}
    if data in DEEDS:
        DEEDS[data]()
    return ANSWERS.get(data, {})
