"""Tables of blanks between rules of dashes, with cells of several lines, as pandoc writes them in Markdown.

A line of dashes begins and ends such a table. A second line of dashes, with a gap between the columns, stands below its
titles and says where the columns are. A blank line ends a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Row = tuple[int, tuple[str, ...]]
"""The line on which a row begins, and its fields."""

_EDGE = re.compile(r" {0,8}-{5,} *")
_COLUMNS = re.compile(r" {0,8}-{2,}(?: +-{2,})+ *")
_DASHES = re.compile(r"-+")
_TITLES = 6
"""Lines that titles may take."""


def ruled_tables(lines: Sequence[str]) -> Iterator[tuple[int, int, list[Row]]]:
    """The first line of each table, the line after its last one, and its rows; the titles first."""
    start = None
    at = 0
    while at < len(lines):
        line = lines[at]
        if "--" in line and _EDGE.fullmatch(line):
            start = at
        elif start is not None and at - start > _TITLES:
            start = None
        elif start is not None and at > start + 1 and "--" in line and _COLUMNS.fullmatch(line):
            end = next((below for below in range(at + 1, len(lines)) if _EDGE.fullmatch(lines[below])), None)
            if end is None:
                return
            spans = [found.start() for found in _DASHES.finditer(line)]
            yield start, end + 1, [*_rows(lines, range(start + 1, at), spans), *_rows(lines, range(at + 1, end), spans)]
            at, start = end, None
        at += 1


def _rows(lines: Sequence[str], among: range, starts: Sequence[int]) -> Iterator[Row]:
    """The rows of some lines: what stands between blank ones, the lines of each cell joined."""
    first = among.start
    stacked: list[list[str]] = [[] for _ in starts]
    for at in (*among, among.stop):
        text = lines[at] if at in among else ""
        if text.strip():
            if not any(stacked):
                first = at
            ends = (*starts[1:], len(text))
            for cell, left, right in zip(stacked, starts, ends, strict=True):
                cell.extend(text[left:right].split())
        elif any(stacked):
            yield first, tuple(" ".join(words) for words in stacked)
            stacked = [[] for _ in starts]
