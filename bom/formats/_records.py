"""Delimited text to records, without ever losing rows behind a quotation mark that nobody closed."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

MANY_BREAKS = 25
"""More lines than this in one field mean a quotation mark that was never closed, not a field."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a text."""

    rows: list[list[str]]
    """Fields as written, quotation marks of quoted fields removed."""

    suspects: tuple[int, ...] = ()
    """Indices of records with a quotation mark that opens or closes nothing; there it was read as a character."""


def records(lines: Sequence[str], delimiter: str) -> Records:
    """Every record of the text, a blank line being a record without fields.

    Well-formed text goes through the csv module in strict mode. Otherwise each line is read by itself: a quotation mark
    counts as a quote only when its partner stands before a delimiter or the end of a line within the next few lines.
    """
    if not any('"' in line for line in lines):
        return Records([line.split(delimiter) if line else [] for line in lines])
    text = io.StringIO("\n".join(lines), newline="")
    spaced = any(f'{delimiter} "' in line for line in lines)
    try:
        rows = list(csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=spaced))
    except csv.Error:
        return _careful(lines, delimiter)
    if any(field.count("\n") >= MANY_BREAKS for row in rows for field in row if len(field) >= MANY_BREAKS):
        return _careful(lines, delimiter)
    return Records(rows)


def _careful(lines: Sequence[str], delimiter: str) -> Records:
    """Line by line; a record goes on in the next line only if its quotation mark is closed properly there."""
    rows: list[list[str]] = []
    suspects: list[int] = []
    at = 0
    while at < len(lines):
        fields, taken = _record(lines, at, delimiter)
        if fields is None:
            suspects.append(len(rows))
            fields = (
                lines[at].split(delimiter) if lines[at].count('"') < 2 else _fields(lines[at], delimiter, literal=True)
            )
        rows.append(fields or [])
        at += taken
    return Records(rows, tuple(suspects))


def _record(lines: Sequence[str], at: int, delimiter: str) -> tuple[list[str] | None, int]:
    """The record that begins in a line and how many lines it takes; no record when a quotation mark makes no sense."""
    text = lines[at]
    for taken in range(1, MANY_BREAKS + 1):
        fields = _fields(text, delimiter)
        if fields is not None:
            return fields, taken
        if at + taken >= len(lines):
            break
        text += "\n" + lines[at + taken]
    return None, 1


def _fields(text: str, delimiter: str, literal: bool = False) -> list[str] | None:
    """The fields of a record; None when a quotation mark stays open or stands alone in a quoted field.

    Taken literally, such a mark is an ordinary character, and there always are fields.
    """
    fields: list[str] = []
    at = 0
    while text and at <= len(text):
        start = at + len(text[at:]) - len(text[at:].lstrip(" "))
        if text.startswith('"', start):
            end = _closing(text, start + 1, delimiter)
            inside = text[start + 1 : end]
            sound = end >= 0 and '"' not in inside.replace('""', "")
            if sound or (literal and end >= 0):
                fields.append(inside.replace('""', '"'))
                at = _next(text, end + 1, delimiter)
                continue
            if not literal:
                return None
        end = text.find(delimiter, at)
        end = len(text) if end < 0 else end
        fields.append(text[at:end])
        at = end + 1
    return fields


def _closing(text: str, start: int, delimiter: str) -> int:
    """Where the field is closed: a quotation mark before a delimiter or the end that is not one of a pair; else -1."""
    at = text.find('"', start)
    while at >= 0:
        run = 1
        while text.startswith('"', at + run):
            run += 1
        after = at + run
        if run % 2 and (not text[after:].strip(" ") or text[after:].lstrip(" ").startswith(delimiter)):
            return after - 1
        at = text.find('"', after)
    return -1


def _next(text: str, at: int, delimiter: str) -> int:
    """Where the next field begins; beyond the end when there is none."""
    found = text.find(delimiter, at)
    return len(text) + 1 if found < 0 else found + 1
