"""Which lines of a text are a list of parts in words (`bom.cells.entries`), with prose around it perhaps.

Definition. Of a number of lines those count that are no heading (a colon ends it, ``#`` begins it), no rule and no
address of a page alone. They are a *list* when there are at least `LEAST` entries among them and

- most of them are entries, of which one counts pieces or names places; or
- nine in ten are entries or loose ones, more than `LEAST`, that do not merely number the lines and mostly count few; or
- eight in ten begin with designators and a gap: ``R1   10k   0603``; or
- nine in ten are a bullet and a name that leads to a page of a shop.

A text is read as one list; when it is none, each of its paragraphs is looked at by itself, and those that are lists
(of two lines at least) together hold more than `LEAST` entries. Between entries that all have a bullet, a line with the
same indent, a bullet and no number is one as well. An address alone below an entry belongs to it.

Complexity: linear in the lines.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bom.cells.entries import Entry, read_entry, read_loose_entry, take_apart

LEAST = 3
"""Fewer entries are a coincidence."""

_MOST, _LARGELY, _NEARLY_ALL = 0.5, 0.8, 0.9
_PAIR = 2
_FEW = 20
_BLANK = " \t-_=*#~`"
_HEADING = re.compile(r"\s*#{1,6}\s.*|.*[:：]\s*(?:\*\*|__)?\s*|\s*\*\*[^*]+\*\*\s*", re.DOTALL)
_RULE = re.compile(r"={3,}|-{3,}|~{3,}")
_LABEL = re.compile(r"(?:[^\W\d_]+ ?){0,2}[:：]?\W*")
_SYMBOL = re.compile(r"(?P<places>[A-Z][A-Z0-9_$]{1,5})(?:\t\s*|\s{2,})(?P<name>\S.*)")
_NAMED = re.compile(r"[^\W\d_]|\d{3}")
_TOLD = re.compile(r"(?=\S*\d)(?=\S*[^\W\d_])\S{2,}")
"""A word of letters and digits: a value or a number."""
_CODED = re.compile(r"(?P<name>[A-Z0-9][\w./+-]{3,})(?:\s+[xX×]\s?(?P<count>\d{1,4}))?(?:\t\s*|\s{2,})(?P<told>\S.*)")
_SHORT = 7
_SUM = re.compile(r"\s*[(\[][^()\[\]]*[$€£¥]\s*\d[^()\[\]]*[)\]]\s*")
_LISTED = re.compile(r"\b(?:boms?|bill of materials?|readme|docs?|documentation|wiki|tutorial|video)\b", re.IGNORECASE)

Entries = dict[int, Entry]


def read_entries(lines: Sequence[str]) -> Entries:
    """The entries of a text by the position of their line; none when nothing in it is a list of them."""
    stated = {at: line for at, line in enumerate(lines) if line.strip(_BLANK)}
    titles = {at for at, line in stated.items() if is_heading(line, lines[at + 1] if at + 1 < len(lines) else "")}
    found = _list_in(stated, titles)
    if not found:
        parts = (_list_in(part, titles, _PAIR) for part in _paragraphs(stated))
        found = {at: entry for part in parts for at, entry in part.items()}
        if len(found) <= LEAST:
            return {}
    return _with_links(found, stated)


def read_names(lines: Sequence[str]) -> Entries:
    """The lines of a text that names one part a line and states no number; to be asked only of a list of parts.

    Nearly all of them are short and no sentence, and most begin or end with a value or a number: ``100k resistor``,
    ``BC547``, ``pot 2k``. Or they begin with a number of letters and digits and a gap: ``Z84C00 x2   Z80 CPU``.
    """
    stated = {at: line for at, line in enumerate(lines) if line.strip(_BLANK)}
    rest = {
        at: line
        for at, line in stated.items()
        if not is_heading(line, lines[at + 1] if at + 1 < len(lines) else "") and not (is_address(line) or is_sum(line))
    }
    if len(coded := dict(_coded(rest))) > LEAST and len(coded) >= _NEARLY_ALL * len(rest):
        return _with_links(coded, stated)
    names = {at: entry for at, line in rest.items() if (entry := _name(line)) is not None}
    if len(names) <= LEAST or len(names) < _NEARLY_ALL * len(rest):
        return {}
    told = sum(
        any(map(_TOLD.fullmatch, entry.name.split()[:: max(1, entry.name.count(" "))])) for entry in names.values()
    )
    return _with_links(names, stated) if told > _MOST * len(names) else {}


def _coded(lines: Mapping[int, str]) -> Iterator[tuple[int, Entry]]:
    """Lines that begin with the number of a part, with how many perhaps, and tell behind a gap what it is."""
    for at, line in lines.items():
        if (match := _CODED.fullmatch(line.strip())) and _TOLD.fullmatch(match["name"]):
            told = " ".join(match["told"].split())
            yield at, Entry(f"{match['name']} {told}", count=match["count"] or "")


def _name(text: str) -> Entry | None:
    """A short line that is no sentence, without the dash at its end and a line drawn beside it."""
    line = take_apart(text)
    said = line.said.rstrip(" \t-–—:").strip("| ") if line else ""
    if line is None or said.endswith((".", "!", "?", ";")) or len(said.split()) > _SHORT or not _NAMED.search(said):
        return None
    return Entry(" ".join(said.split()), bullet=line.bullet, link=line.link)


def is_sum(line: str) -> bool:
    """Whether a line is a sum of money in brackets and nothing else.

    >>> is_sum("(about $6 in parts)"), is_sum("(12MHz) xtal ($1)")
    (True, False)
    """
    return _SUM.fullmatch(line) is not None


def is_heading(line: str, below: str) -> bool:
    """Whether a line is a heading of what follows, by itself or by a rule right below it.

    >>> is_heading("## Frame", ""), is_heading("For the arms:", ""), is_heading("Frame", "==="), is_heading("Motor", "")
    (True, True, True, False)
    """
    return _HEADING.fullmatch(line) is not None or (_RULE.fullmatch(below.strip()) is not None)


def is_address(line: str) -> bool:
    """Whether a line is the address of a page, with a word before it perhaps, and names nothing itself.

    >>> is_address("  https://shop.example/1"), is_address("Link: https://shop.example/1"), is_address("2x motor")
    (True, True, False)
    """
    taken = take_apart(line) if "://" in line else None
    return taken is not None and not taken.linked and bool(taken.link) and _LABEL.fullmatch(taken.said) is not None


def _list_in(stated: Mapping[int, str], titles: Collection[int], least: int = LEAST) -> Entries:
    """The entries of some lines, when they are a list."""
    counting = {at: line for at, line in stated.items() if not is_address(line)}
    sure = {at: entry for at, line in counting.items() if (entry := read_entry(line)) is not None}
    rest = [at for at, line in counting.items() if at in sure or at not in titles]
    if len(sure) >= least and len(sure) > _MOST * len(rest) and any(map(_counts_pieces, sure.values())):
        return {**sure, **_like_the_others(sure, counting)}
    loose = {at: entry for at in rest if (entry := read_loose_entry(counting[at])) is not None}
    placed = {at: entry for at, entry in loose.items() if entry.places}
    symbols = {**dict(_symbols(rest, counting)), **placed}
    if len(placed) > LEAST and len(symbols) >= _LARGELY * len(rest):
        return {**symbols, **sure}
    both = {**{at: entry for at, entry in loose.items() if not entry.places}, **sure}
    if len(both) > LEAST and len(both) >= _NEARLY_ALL * len(rest) and _counts(both):
        return both
    linked = dict(_linked(rest, counting))
    return linked if len(linked) >= LEAST and len(linked) >= _NEARLY_ALL * len(rest) else {}


def _paragraphs(stated: Mapping[int, str]) -> Iterator[Mapping[int, str]]:
    """The lines between blank ones."""
    rows = sorted(stated)
    starts = [0, *(place for place, (one, two) in enumerate(pairwise(rows), 1) if two > one + 1), len(rows)]
    for start, end in pairwise(starts):
        yield {at: stated[at] for at in rows[start:end]}


def _counts_pieces(entry: Entry) -> bool:
    return bool(entry.places) or entry.several or entry.count.isdigit()


def _counts(entries: Entries) -> bool:
    """Whether the numbers of loose entries count: most are few, and they do not go up by one from line to line."""
    numbers = [int(entry.count) for _, entry in sorted(entries.items()) if entry.count.isdigit()]
    numbering = len(numbers) > LEAST and all(two == one + 1 for one, two in pairwise(numbers))
    return not numbering and 2 * sum(number <= _FEW for number in numbers) >= len(entries)


def _symbols(rest: Sequence[int], lines: Mapping[int, str]) -> Iterator[tuple[int, Entry]]:
    """Lines between designators that begin with another name in capitals: ``USB   Micro-USB``."""
    for at in rest:
        if match := _SYMBOL.fullmatch(lines[at].strip()):
            yield at, Entry(" ".join(match["name"].split()), places=match["places"])


def _linked(rest: Sequence[int], lines: Mapping[int, str]) -> Iterator[tuple[int, Entry]]:
    """Lines that are a bullet and a name leading to a page; pages that explain something are none of a shop."""
    for at in rest:
        line = take_apart(lines[at])
        if line and line.bullet and line.linked and line.said.startswith(line.linked) and not _LISTED.search(line.said):
            yield at, Entry(line.said, bullet=line.bullet, link=line.link)


def _like_the_others(found: Entries, lines: Mapping[int, str]) -> Entries:
    """Lines that state no number, between entries that all begin with a bullet as they do: parts all the same."""
    if not all(entry.bullet for entry in found.values()):
        return {}
    first, last = min(found), max(found)
    deepest = max(_indent(lines[at]) for at in found)
    more = {}
    for at, text in lines.items():
        if at in found or not first - 1 <= at <= last + 1:
            continue
        line = take_apart(text)
        if line and line.bullet and _indent(text) <= deepest and _NAMED.search(line.said):
            more[at] = Entry(line.said, bullet=line.bullet, link=line.link)
    return more


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _with_links(found: Entries, lines: Mapping[int, str]) -> Entries:
    """The entries with the addresses that stand alone on the lines below them."""
    above = None
    for at in sorted(lines):
        if at in found:
            above = at
        elif is_address(lines[at]):
            line = take_apart(lines[at])
            if above is not None and line is not None and not found[above].link:
                found[above] = replace(found[above], link=line.link)
        else:
            above = None
    return found
