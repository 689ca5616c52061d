"""A reader for the child that does what the file says: the parent must survive every such answer."""

from __future__ import annotations

import json
import os
import sys
import time
from array import array
from collections.abc import Callable, Sequence

SHEET: dict[str, object] = {"name": "A", "hidden": False, "merges": [], "rows": [["x", 1]]}

ANSWERS: dict[bytes, object] = {
    b"good": {"sheets": [SHEET], "notes": [["not_a_worksheet", "B"], ["no_value", "A", 0, 2]]},
    b"deleted": {"sheets": [{**SHEET, "rows": [["x", 2.0], ["y\x7fz", 0.5], ["z", 2.0]]}], "notes": []},
    b"list": [],
    b"no notes": {"sheets": [SHEET]},
    b"sheet is text": {"sheets": ["A"], "notes": []},
    b"rows are text": {"sheets": [{**SHEET, "rows": "xy"}], "notes": []},
    b"name is number": {"sheets": [{**SHEET, "name": 1}], "notes": []},
    b"cell is list": {"sheets": [{**SHEET, "rows": [[[1]]]}], "notes": []},
    b"cell is object": {"sheets": [{**SHEET, "rows": [[{"file": "/etc/passwd"}]]}], "notes": []},
    b"bad date": {"sheets": [{**SHEET, "rows": [[{"date": "2026-13-45"}]]}], "notes": []},
    b"long name": {"sheets": [{**SHEET, "name": "x" * 1_000_001}], "notes": []},
    b"open merge": {"sheets": [{**SHEET, "merges": [[1, 2, 3]]}], "notes": []},
    b"merge of text": {"sheets": [{**SHEET, "merges": [["1", 2, 3, 4]]}], "notes": []},
    b"odd note": {"sheets": [SHEET], "notes": [["no_value", "A", "0", 1]]},
    b"many sheets": {"sheets": [SHEET] * 2_001, "notes": []},
    b"refused": {"refused": "damaged", "detail": "x" * 1_000},
}

COLUMNS: dict[str, object] = {
    "name": "A",
    "hidden": False,
    "merges": [],
    "height": 2,
    "columns": [[["x"], ["y"]]],
    "tails": [],
}
"""What the child makes of a sheet with two rows of one cell each."""


def column(first: object, others: object) -> dict[str, object]:
    """The same sheet with other values in its column."""
    return {**COLUMNS, "columns": [[first, others]]}


def said(sheet: dict[str, object], *places: int, numbers: Sequence[float] = ()) -> bytes:
    """What a child would write that answers with one sheet, these numbers and these places of its cells."""
    text = json.dumps({"sheets": [sheet], "notes": []}).encode()
    return len(text).to_bytes(8, "little") + text + array("d", numbers).tobytes() + array("I", places).tobytes()


WRITTEN: dict[bytes, bytes] = {
    b"written well": said(COLUMNS, 1, 2),
    b"texts as one": said(column(["x"], "y\x7fz"), 3, 2),
    b"floating-point numbers": said(column(["x"], 2), 2, 3, numbers=(7.0, float("inf"))),
    b"blank text in one": said(column(["x"], "y\x7f"), 1, 2),
    b"nothing as one": said(column(["x"], ""), 1, 1),
    b"long text in one": said(column(["x"], "y\x7f" + "z" * 1_000_001), 1, 2),
    b"more texts than rows": said(column(["x"], "y" + "\x7fy" * 1_048_576), 1, 2),
    b"too few numbers": said(column(["x"], 2), numbers=(7.0,)),
    b"numbers to the end": said(column(["x"], 2), numbers=(7.0, 8.0)),
    b"more numbers than rows": said(column(["x"], 1_048_577), 1, 1, numbers=[7.0] * 1_048_577),
    b"numbers without an end": said(column(["x"], 10**18), 1, 2, numbers=(7.0,)),
    b"fewer than no numbers": said(column(["x"], -1), 1, 1, numbers=(7.0,)),
    b"number of numbers is true": said(column(["x"], True), 1, 1, numbers=(7.0,)),
    b"others are nothing": said(column(["x"], None), 1, 1),
    b"two titles": said(column(["x", "y"], ["z"]), 1, 2),
    b"title is text": said(column("x", ["y"]), 1, 2),
    b"no others": said({**COLUMNS, "columns": [[["x"]]]}, 1, 1),
    b"column is text": said({**COLUMNS, "columns": ["xy"]}, 1, 2),
    b"long title": said(column(["x" * 1_000_001], ["y"]), 1, 2),
    b"long text beside a number": said(column(["x"], ["y" * 1_000_001, 1]), 1, 2),
    b"wide row": said({**COLUMNS, "tails": [[0, [1] * 16_384]]}, 1, 2),
    b"place outside": said(COLUMNS, 1, 3),
    b"place far outside": said(COLUMNS, 1, 4_294_967_295),
    b"too few places": said(COLUMNS, 1),
    b"half a place": said(COLUMNS, 1, 2)[:-2],
    b"too many places": said(COLUMNS, 1, 2, 1),
    b"places of nothing": said({**COLUMNS, "columns": []}, 1, 2),
    b"blank last row": said(COLUMNS, 1, 0),
    b"no rows": said({**COLUMNS, "height": -1}),
    b"more rows than a sheet": said({**COLUMNS, "height": 1_048_577}, *[1] * 1_048_577),
    b"rows without an end": said({**COLUMNS, "height": 10**18}, 1, 2),
    b"height is true": said({**COLUMNS, "height": True}, 1),
    b"more columns than a sheet": said({**COLUMNS, "columns": [[["x"], []]] * 16_385}, *[1] * 2 * 16_385),
    b"blank value": said(column(["x"], [""]), 1, 2),
    b"blank number": said(column([7], [None]), 1, 2),
    b"value is list": said(column(["x"], [["y"]]), 1, 2),
    b"value is long": said(column(["x"], ["y" * 1_000_001]), 1, 2),
    b"tail outside": said({**COLUMNS, "tails": [[2, ["z"]]]}, 1, 2),
    b"tail before": said({**COLUMNS, "tails": [[-1, ["z"]]]}, 1, 2),
    b"tail that ends blank": said({**COLUMNS, "tails": [[0, ["z", None]]]}, 1, 2),
    b"tail that is too long": said({**COLUMNS, "tails": [[0, ["z"] * 16_384]]}, 1, 2),
    b"more tails than rows": said({**COLUMNS, "tails": [[0, ["z"]]] * 3}, 1, 2),
    b"text longer than all": (1 << 40).to_bytes(8, "little") + b"{}",
    b"no length": b"{}",
}


def flood() -> None:
    """Say more than anyone wants to hear."""
    while True:
        sys.stdout.buffer.write(b" " * 1_000_000)


def spin() -> None:
    """Be busy for ever."""
    while True:
        pass


def words() -> None:
    """Fail with words that must not reach the user."""
    sys.stderr.write("secret")
    raise RuntimeError("secret")


DEEDS: dict[bytes, Callable[[], object]] = {
    b"abort": os.abort,
    b"exit": lambda: sys.exit(3),
    b"spin": spin,
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
    if data in WRITTEN:
        sys.stdout.buffer.write(WRITTEN[data])
        sys.stdout.flush()
        os._exit(0)
    if data in DEEDS:
        DEEDS[data]()
    return ANSWERS.get(data, {})
