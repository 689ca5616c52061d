"""Which line stands under which, within one table: by level (0, 1, 2 or ..2), by number (1.2.3), by indentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bom.assembly.rows import Row
from bom.assembly.structure_problems import INDENTED, LEVEL_SKIPPED, LEVEL_UNREADABLE
from depmap.core.issues import Issue

Number = tuple[int, ...]
"""An outline number: ``1.2.3`` is (1, 2, 3)."""

_OUTLINE = re.compile(r"\d{1,9}(?:[.\-]\d{1,9})*\.?")
_LEVEL = re.compile(r"[^\d]*(\d{1,6})(?:[.,]0+)?[^\d]*")
_MARKS = ".->*+|·•"
_INDENTED = ("part_number", "description", "line_id")
_UNIT = 2
"""The least number of spaces that is an indentation."""
_OFTEN = 0.2
"""The least share of indented lines."""
_MOSTLY = 0.8
"""From which share of filled cells on a column of item numbers is taken for an outline."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines above the lines of one table."""

    above: tuple[int | None, ...]
    """For each line of the table the position of the line above it, counted within the table; None at the top."""

    issues: tuple[Issue, ...] = ()
    """Levels that could not be read or that jump."""


def by_level(rows: Sequence[Row]) -> Outline | None:
    """The outline that the level column gives; None without such a column.

    A line hangs under the nearest line above it with a smaller level. Linear in the number of lines.
    """
    texts = [row.raw("level") for row in rows]
    if not any(text.strip() for text in texts):
        return None
    numbers = [_number(text) for text in texts]
    if any(number and len(number) > 1 for number in numbers):
        return _by_number(rows, numbers)
    return _by_depth(rows, [_depth(text) for text in texts])


def _by_depth(rows: Sequence[Row], depths: Sequence[int | None]) -> Outline:
    """Each line under the nearest line above it that is less deep; a line of unknown depth at the top."""
    above: list[int | None] = []
    issues: list[Issue] = []
    open_lines: list[tuple[int, int]] = []
    for position, (row, depth) in enumerate(zip(rows, depths, strict=True)):
        if depth is None:
            issues.append(LEVEL_UNREADABLE.at(row.at("level"), level=row.raw("level"), name=row.name))
            above.append(None)
            continue
        while open_lines and open_lines[-1][1] >= depth:
            open_lines.pop()
        owner = open_lines[-1] if open_lines else None
        above.append(owner[0] if owner else None)
        if owner and depth > owner[1] + 1:
            issues.append(LEVEL_SKIPPED.at(row.at("level"), name=row.name, above=rows[owner[0]].name))
        open_lines.append((position, depth))
    return Outline(tuple(above), tuple(issues))


def by_item_number(rows: Sequence[Row]) -> Outline | None:
    """The outline that item numbers such as 1.2.3 give; None when they are no outline."""
    texts = [row.raw("line_id").strip() for row in rows]
    filled = sum(1 for text in texts if text)
    numbers = [_number(text) for text in texts]
    readable = sum(1 for number in numbers if number)
    if not filled or readable < _MOSTLY * filled:
        return None
    known = {number for number in numbers if number}
    if not any(number[:-1] in known for number in numbers if number and len(number) > 1):
        return None
    return _by_number(rows, numbers)


def by_indent(rows: Sequence[Row]) -> Outline | None:
    """The outline that indented names give; None when the indentation is too irregular to be meant.

    Meant is an indentation by tabs, or by multiples of two spaces or more, that begins at the margin, never jumps and
    concerns a good part of the lines; a stray blank before a name is none.
    """
    for key in _INDENTED:
        depths = _indents([row.raw(key) for row in rows])
        if depths is not None:
            return replace(_by_depth(rows, depths), issues=(INDENTED.at(rows[0].at(key)),))
    return None


def _indents(texts: Sequence[str]) -> list[int] | None:
    """The depth of each text by its indentation."""
    widths = [len(text) - len(text.lstrip()) for text in texts]
    unit = min((width for width in widths if width), default=0)
    tabs = all(text[:width].strip("\t") == "" for text, width in zip(texts, widths, strict=True))
    if not unit or (unit < _UNIT and not tabs) or any(width % unit for width in widths) or not all(texts):
        return None
    depths = [width // unit for width in widths]
    jumps = depths[0] or any(below > above + 1 for above, below in pairwise(depths))
    few = sum(1 for depth in depths if depth) < _OFTEN * len(depths)
    return None if jumps or few else depths


def _by_number(rows: Sequence[Row], numbers: Sequence[Number | None]) -> Outline:
    """Each line under the line whose number is the longest beginning of its own."""
    where: dict[Number, int] = {}
    for position, number in enumerate(numbers):
        if number:
            where.setdefault(number, position)
    above: list[int | None] = []
    issues: list[Issue] = []
    for row, number in zip(rows, numbers, strict=True):
        if not number:
            issues.append(LEVEL_UNREADABLE.at(row.cell, level=row.raw("level") or row.raw("line_id"), name=row.name))
            above.append(None)
            continue
        beginning = number[:-1]
        while beginning and beginning not in where:
            beginning = beginning[:-1]
        owner = where[beginning] if beginning else None
        above.append(owner)
        if owner is not None and len(beginning) < len(number) - 1:
            issues.append(LEVEL_SKIPPED.at(row.cell, name=row.name, above=rows[owner].name))
    return Outline(tuple(above), tuple(issues))


def _number(text: str) -> Number | None:
    """``1.2.3`` as (1, 2, 3); a zero at the end says nothing, so that ``1.0`` stands above ``1.1``."""
    text = text.strip()
    if not _OUTLINE.fullmatch(text):
        return None
    parts = [int(part) for part in re.split(r"[.\-]", text) if part]
    while len(parts) > 1 and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def _depth(text: str) -> int | None:
    """``2``, ``..2``, ``L2``, ``2.0`` as 2; a text of marks or indentation alone by their number."""
    match = _LEVEL.fullmatch(text)
    if match:
        return int(match[1])
    stripped = text.strip()
    return len(stripped) if stripped and not stripped.strip(_MARKS) else None
