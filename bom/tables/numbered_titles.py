"""Section titles with something beside them: ``Stage 2: ...`` above a link is one where ``Stage 1`` and ``3`` are.

Definition. The *head* of a text is what stands before its colon or dash, when that is words and one number. A row with
two cells, of which none counts, costs or numbers anything, is a title when at least two section titles of the table
have its head with other numbers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bom.grid import Grid
from bom.tables.header_rows import filled

_HEAD = re.compile(
    r"(?P<words>\W*[^\W\d_]{3,}(?: [^\W\d_]+){0,2}) (?P<number>\d{1,2})\s*[:.–—-]\s*[^\W\d_].*",
    re.DOTALL,
)
_NAMED = frozenset({"", "description", "part_number", "category", "line_id"})
_BESIDE = frozenset({"", "url", "notes", "supplier", "category"})
_SURE = 2
"""Titles with a head that make a third one likely."""


def titles_like(
    body: Grid, fields: Sequence[str], titles: Sequence[tuple[int, str]], lines: Collection[int]
) -> list[tuple[int, str]]:
    """The rows among the lines that are section titles as well, each with its title.

    Args:
        body: the rows below the header.
        fields: what each column means, without a number; empty where it means nothing.
        titles: the section titles that were found, with their rows in the body.
        lines: the rows of the body that are lines.
    """
    heads: dict[str, set[str]] = {}
    for _, title in titles:
        if head := _HEAD.fullmatch(title):
            heads.setdefault(_words(head), set()).add(head["number"])
    heads = {words: numbers for words, numbers in heads.items() if len(numbers) >= _SURE}
    found: list[tuple[int, str]] = []
    for row in sorted(lines) if heads else ():
        cells = filled(body[row])
        if len(cells) != 2:
            continue
        (named, value), (other, _) = cells
        if fields[named] not in _NAMED or fields[other] not in _BESIDE:
            continue
        text = " ".join(str(value).split())
        head = _HEAD.fullmatch(text)
        if head is not None and head["number"] not in heads.get(_words(head), {head["number"]}):
            found.append((row, text))
    return found


def _words(head: re.Match[str]) -> str:
    return head["words"].strip("#=*~_<>-? ").casefold()
