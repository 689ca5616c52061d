"""Delimited text to records, without ever losing rows behind a quotation mark that nobody closed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LINE = re.compile(r"\r\n|\r|\n")
_LONG_FIELD = 32_767
_MANY_BREAKS = 25
_FIELD_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a text."""

    rows: list[list[str]]
    """Fields as written, quotation marks of quoted fields removed."""

    suspects: tuple[int, ...] = ()
    """Indices of records with a quotation mark that opens or closes nothing; there it was read as a character."""


def records(text: str, delimiter: str) -> Records:
    """Every record of the text.

    Well-formed text goes through the csv module in strict mode. Otherwise each line is read by itself: a quotation mark
    counts as a quote only when its partner stands before a delimiter or the end of a line within the next few lines.
    """
    if '"' not in text and max(map(len, _LINE.split(text)), default=0) < _FIELD_LIMIT:
        return Records(
            list(csv.reader(_LINE.split(_without_last_end(text)), delimiter=delimiter, quoting=csv.QUOTE_NONE))
        )
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        rows = []
    if rows and not any(field.count("\n") > _MANY_BREAKS for row in rows for field in row if len(field) > _MANY_BREAKS):
        return Records(rows)
    return _careful(_LINE.split(_without_last_end(text)), delimiter)


def _without_last_end(text: str) -> str:
    """The text without the end of its last line, which starts no further record."""
    return re.sub(r"(?:\r\n|\r|\n)\Z", "", text)


def _careful(lines: list[str], delimiter: str) -> Records:
    """Read line by line; a record goes on in the next line only if its quotation mark is closed there."""
    rows: list[list[str]] = []
    suspects: list[int] = []
    at = 0
    while at < len(lines):
        for more in range(1, _MANY_BREAKS + 1):
            fields, clean = _fields("\n".join(lines[at : at + more]), delimiter)
            if fields is not None or at + more >= len(lines):
                break
        if fields is None or (more > 1 and not clean):
            more, (fields, clean) = 1, _fields(lines[at], delimiter, literal=True)
        if not clean:
            suspects.append(len(rows))
        rows.append(fields or [])
        at += more
    return Records(rows, tuple(suspects))


def _fields(text: str, delimiter: str, literal: bool = False) -> tuple[list[str] | None, bool]:
    """The fields, and whether every quotation mark made sense; None when one stays open and may not be read as a character."""
    fields: list[str] = []
    clean = True
    at = 0
    if not text:
        return fields, clean
    while at <= len(text):
        if text.startswith('"', at):
            end = _closing(text, at + 1, delimiter)
            if end >= 0:
                inside = text[at + 1 : end]
                clean = clean and '"' not in inside.replace('""', "")
                fields.append(inside.replace('""', '"'))
                at = end + 2
                continue
            if not literal:
                return None, False
            clean = False
        end = text.find(delimiter, at)
        end = len(text) if end < 0 else end
        fields.append(text[at:end])
        at = end + 1
    return fields, clean


def _closing(text: str, start: int, delimiter: str) -> int:
    """Where the quotation mark stands that closes the field, or -1: before a delimiter or the end, and not one of a pair."""
    at = text.find('"', start)
    while at >= 0:
        run = 1
        while text.startswith('"', at + run):
            run += 1
        after = at + run
        if run % 2 and (after == len(text) or text.startswith(delimiter, after)):
            return after - 1
        at = text.find('"', after)
    return -1
