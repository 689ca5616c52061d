"""The tables of a text that blanks align: each with its own columns, from its own header on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bom.formats._layout import aligned_columns, cut
from bom.formats._prose import is_header


@dataclass(frozen=True, slots=True)
class Aligned:
    """One table."""

    first: int
    """Its first line, counted from 0: where the lines above its header begin."""

    header: int
    """The line of its header; its first one when no header is known."""

    starts: tuple[int, ...]
    """Where its columns start."""


def aligned_tables(lines: Sequence[str]) -> list[Aligned]:
    """The tables of a text; none when blanks align nothing in it."""
    whole = aligned_columns(lines)
    headers = [at for at, line in enumerate(lines) if "  " in line.strip() and is_header(line)]
    if len({lines[at].rstrip() for at in headers}) < 2:
        return [Aligned(0, 0, whole)] if whole else []
    firsts = [0, *(_above(lines, at, before) for before, at in pairwise(headers)), len(lines)]
    found = []
    for header, (first, end) in zip(headers, pairwise(firsts), strict=True):
        if starts := aligned_columns(lines[header:end]) or whole:
            found.append(Aligned(first, header, starts))
    return found


def _above(lines: Sequence[str], header: int, before: int) -> int:
    """Where the lines above a header begin that are no rows of the table before it: titles and blank lines."""
    first = header
    while first > before + 1 and "  " not in lines[first - 1].strip():
        first -= 1
    return first


def aligned_rows(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """The fields of every line; a line above a header is one field."""
    tables = aligned_tables(lines) or [Aligned(0, 0, (0,))]
    ends = [*(table.first for table in tables[1:]), len(lines)]
    yield from ([line.strip()] for line in lines[: tables[0].first])
    for table, end in zip(tables, ends, strict=True):
        yield from ([line.strip()] for line in lines[table.first : table.header])
        yield from (cut(line, table.starts) for line in lines[table.header : end])
