"""Tables drawn in text with ``|``, as Markdown, Org, reStructuredText and database programs draw them.

Definition. A *rule* is a line of dashes divided by ``|`` or ``+``. A *run* is a number of lines one below the other
that all are rules or have a ``|``. A run of three lines is a table when its first or second line is a rule. Where rules
stand between all rows and begin with ``+`` (reStructuredText), the lines between two of them are one row. Tables of
blanks between rules (`bom.formats._ruled`) are drawn too.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bom.columns.headers import match
from bom.formats._ruled import ruled_tables

_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:[|+]\s*:?-+:?\s*)+\|?")
_FIRST = ("+", "|", "-", ":")
_PIPE = re.compile(r"(?<!\\)\|")
# None of these looks further than a cell is long, so that no text makes them run in circles.
_MARKS = re.compile(r"(\*\*|__|~~|`)(\S|\S.{0,300}?\S)\1")
_IMAGE = re.compile(r"!\[([^\]]{0,300})\]\([^)]{0,2000}\)")
_LINK = re.compile(r"\[([^\]]{0,300})\]\([ ]?<?([^\s)>]{0,2000})>?[^)]{0,300}\)")
_LINKS = "Link"
"""The title of a column of addresses that the table itself does not have."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"<(https?://[^\s>]{1,2000})>")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One table."""

    first: int
    """Its first line, counted from 0."""

    end: int
    """The line after its last one."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The line on which each row begins, and its fields; the titles first."""


def drawn_tables(lines: Sequence[str]) -> list[Drawn]:
    """The tables that are drawn in a text, from top to bottom."""
    found = []
    for first, end in _runs(lines):
        drawn = lines[first:end]
        if end - first < 3 or not any(map(_is_rule, drawn[:2])):
            continue
        rows = list(_rows(drawn, first))
        if len(rows) > 1 and len(rows[0][1]) > 1:
            found.append(Drawn(first, end, tuple(_without_markup(rows))))
    for first, end, rows in ruled_tables(lines):
        apart = all(end <= other.first or other.end <= first for other in found)
        if apart and len(rows) > 1 and len(rows[0][1]) > 1:
            found.append(Drawn(first, end, tuple(_without_markup(rows))))
    return sorted(found, key=lambda table: table.first)


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = None
    for at, line in enumerate((*lines, "")):
        inside = "|" in line or _is_rule(line)
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            yield start, at
            start = None


def _rows(drawn: Sequence[str], first: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a table with the lines on which they begin."""
    closed = 2 * sum(line.lstrip().startswith("|") for line in drawn) >= len(drawn) - sum(map(_is_rule, drawn))
    groups: list[list[tuple[int, tuple[str, ...]]]] = [[]]
    for at, line in enumerate(drawn, first):
        if _is_rule(line):
            groups.append([])
            continue
        bare = line.strip().removeprefix("|").removesuffix("|") if closed else line
        groups[-1].append((at, tuple(field.strip().replace("\\|", "|") for field in _PIPE.split(bare))))
    groups = [group for group in groups if group]
    if len(groups) < 3 or not _BORDER.fullmatch(drawn[0].strip()):
        yield from (row for group in groups for row in group)
        return
    for group in groups:
        fields = zip(*(fields for _, fields in group), strict=False)
        yield group[0][0], tuple(" ".join(filter(None, stacked)) for stacked in fields)


def _is_rule(line: str) -> bool:
    bare = line.strip()
    return bare[:1] in _FIRST and bool(_BORDER.fullmatch(bare) or _RULE.fullmatch(bare))


def _without_markup(rows: Sequence[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows as a reader of the page sees them; in a column of links what these lead to.

    Without such a column the first address of each row stands in a column of its own, right of the last one.
    """
    titles = [match(title) for title in rows[0][1]]
    linking = [bool(found) and found[0].field == "url" for found in titles]
    leading = [_address(fields) for _, fields in rows]
    apart = any(leading[1:]) and not any(linking)
    width = max(len(fields) for _, fields in rows)
    for (at, fields), address in zip(rows, [_LINKS, *leading[1:]], strict=True):
        plain = [_plain(field, place < len(linking) and linking[place]) for place, field in enumerate(fields)]
        yield at, (*plain, *[""] * (width - len(plain)), address) if apart else tuple(plain)


def _address(fields: Sequence[str]) -> str:
    """The first address of a page that words in a row lead to; empty when none do."""
    found = (_LINK.search(_IMAGE.sub("", field)) for field in fields if "](" in field)
    return next((link[2] for link in found if link and link[2].startswith(("http://", "https://"))), "")


def _plain(field: str, linking: bool) -> str:
    """A field without marks of emphasis, images and links.

    >>> _plain("**M3** [screw](https://shop.example/1)", False), _plain("[shop](https://shop.example/1)", True)
    ('M3 screw', 'https://shop.example/1')
    """
    if not any(mark in field for mark in "*_~`[<&"):
        return field
    field = _LINK.sub(r"\2" if linking else r"\1", _IMAGE.sub(r"\1", field))
    field = _ADDRESS.sub(r"\1", _BREAK.sub("\n", field))
    return html.unescape(_MARKS.sub(r"\2", field)).strip()
