"""Names and numbers of lines that look like designators: ``F40`` is a motor, when four of them are asked for.

A designator names one place on a board. Under a title that may mean other things too, a column whose cells name one
place each, hardly two of them with the same letters, beside quantities of which several are more than one, names parts.
Under a title that surely means a line number (*id*, *no.*) codes that all differ, one per line, number the lines when
they are written with zeros in front (``P01``) or when several of those lines ask for more than one piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bom.columns.bids import Column
from bom.columns.content import classes, shown
from bom.columns.headers import match
from bom.raw import Value

_VAGUE = 4.0
_LEAST = 2
_CODE = re.compile(r"[^\W\d_]+[-_.]?\d+")
_PADDED = re.compile(r"[^\d]0\d")
_LETTERS = re.compile(r"[^\W\d_]+(?=\d+$)")


def without_lone_names(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> list[Column]:
    """The columns, those that only seem to hold designators without that class."""
    counts = next((place for place, column in enumerate(columns) if _counts(column)), None)
    if counts is None:
        return list(columns)
    return [
        _plain(column)
        if column.cells.share("designators") >= 0.3
        and (
            (_is_vague(column) and _are_names(rows, place, counts, alone=len(columns) == 2 and not column.headed))
            or (_numbers_lines(column) and _are_ids(rows, place, counts))
        )
        else column
        for place, column in enumerate(columns)
    ]


def _counts(column: Column) -> bool:
    if not column.headed:
        return column.cells.share("integer") >= 0.95 and column.cells.distinct < 0.9
    found = match(column.title)
    return bool(found) and found[0].field == "quantity" and found[0].score >= _VAGUE


def _is_vague(column: Column) -> bool:
    found = match(column.title)
    return not found or found[0].score <= _VAGUE


def _numbers_lines(column: Column) -> bool:
    found = match(column.title)
    return bool(found) and found[0].field == "line_id" and found[0].score > _VAGUE


def _are_ids(rows: Sequence[Sequence[Value]], place: int, counts: int) -> bool:
    codes: list[str] = []
    several = padded = 0
    for row in rows:
        text = shown(row[place]) if place < len(row) else ""
        if not text:
            continue
        if _CODE.fullmatch(text) is None:
            return False
        codes.append(text)
        padded += _PADDED.search(text) is not None
        count = shown(row[counts]) if counts < len(row) else ""
        several += "integer" in classes(count) and count not in ("0", "1")
    return len(set(codes)) == len(codes) and (2 * padded > len(codes) or several >= _LEAST)


def _are_names(rows: Sequence[Sequence[Value]], place: int, counts: int, *, alone: bool) -> bool:
    letters: list[str] = []
    several = 0
    for row in rows:
        text = shown(row[place]) if place < len(row) else ""
        if "designators" not in classes(text):
            continue
        start = _LETTERS.match(text)
        if start is None:
            return False
        letters.append(start.group())
        count = shown(row[counts]) if counts < len(row) else ""
        several += "integer" in classes(count) and count not in ("0", "1")
    if alone:
        return several >= _LEAST
    return several > 0 and len(letters) >= _LEAST and len(set(letters)) >= 0.9 * len(letters)


def _plain(column: Column) -> Column:
    shares = {name: share for name, share in column.cells.shares.items() if name != "designators"}
    return replace(column, cells=replace(column.cells, shares=shares))
