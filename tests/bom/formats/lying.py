"""A reader for the child that does what the file says: the parent must survive every such answer."""

from __future__ import annotations

import os
import sys
import time

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


def read(data: bytes) -> object:
    """Answer, or behave, as the data says."""
    if data == b"abort":
        os.abort()
    if data == b"exit":
        sys.exit(3)
    if data == b"silent":
        os._exit(0)
    if data == b"stall":
        time.sleep(60)
    if data == b"memory":
        return [bytes(1_000_000_000) for _ in range(8)]
    if data == b"noise":
        sys.stdout.buffer.write(b"\xff{")
    if data == b"deep":
        sys.stdout.buffer.write(b"[" * 200_000)
    if data == b"words":
        sys.stderr.write("secret")
        raise RuntimeError("secret")
    return ANSWERS.get(data, {})
