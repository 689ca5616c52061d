"""Delimited text to records, without ever losing rows behind a quotation mark that nobody closed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

MANY_BREAKS = 25
"""More lines than this in one field mean a quotation mark that was never closed, not a field."""

MANY_SUSPECTS = 10_000
"""After so many quotation marks without a partner, none is looked for in later lines any more."""


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
    Single quotation marks are quotes only where they stand around every field of the first line: KiCad writes so.
    """
    if _in_single_quotes(lines, delimiter):
        try:
            return Records(list(csv.reader(lines, delimiter=delimiter, quotechar="'", strict=True)))
        except csv.Error:
            pass
    if not any('"' in line for line in lines):
        return Records([line.split(delimiter) if line else [] for line in lines])
    text = io.StringIO("\n".join(lines), newline="")
    spaced = any(f'{delimiter} "' in line for line in lines)
    try:
        rows = list(csv.reader(text, delimiter=delimiter, strict=True, skipinitialspace=spaced))
    except csv.Error:
        return _Careful(delimiter).records(lines)
    if any(field.count("\n") >= MANY_BREAKS for row in rows for field in row if len(field) >= MANY_BREAKS):
        return _Careful(delimiter).records(lines)
    return Records(rows)


def _in_single_quotes(lines: Sequence[str], delimiter: str) -> bool:
    fields = lines[0].split(delimiter) if lines else []
    return len(fields) > 1 and all(len(field) > 1 and field[0] == field[-1] == "'" for field in fields)


class _Careful:
    """Reads line by line; a record goes on in the next line only if its quotation mark is closed properly there."""

    def __init__(self, delimiter: str) -> None:
        mark = re.escape(delimiter)
        self._delimiter = delimiter
        self._plain = re.compile(rf"[^{mark}]*")
        # A quoted field with its end; one that is still open at the end of the text; the first end that would do.
        self._quoted = re.compile(rf' *"((?:[^"]|"")*+)" *(?={mark}|\Z)')
        self._open = re.compile(r' *"(?:[^"]|"")*+\Z')
        self._any_end = re.compile(rf' *"(.*?)" *(?={mark}|\Z)', re.DOTALL)

    def records(self, lines: Sequence[str]) -> Records:
        """The records of all lines."""
        rows: list[list[str]] = []
        suspects: list[int] = []
        at = 0
        while at < len(lines):
            fields, taken = self._record(lines, at, MANY_BREAKS if len(suspects) < MANY_SUSPECTS else 1)
            if fields is None:
                suspects.append(len(rows))
                fields = self._literally(lines[at])
            rows.append(fields)
            at += taken
        return Records(rows, tuple(suspects))

    def _record(self, lines: Sequence[str], at: int, most: int) -> tuple[list[str] | None, int]:
        """The record that begins in a line and how many lines it takes; none when a quotation mark makes no sense."""
        text = lines[at]
        for taken in range(1, min(most, len(lines) - at) + 1):
            fields, unfinished = self._fields(text)
            if not unfinished:
                return fields, taken if fields is not None else 1
            if at + taken < len(lines):
                text += "\n" + lines[at + taken]
        return None, 1

    def _fields(self, text: str) -> tuple[list[str] | None, bool]:
        """The fields, or None when a quotation mark stands alone; and whether the last field is still open."""
        fields: list[str] = []
        at = 0
        while text and at <= len(text):
            quoted = self._quoted.match(text, at)
            if quoted:
                fields.append(quoted[1].replace('""', '"'))
                at = quoted.end() + 1
                continue
            if text[at : at + 1] in ('"', " ") and text[at:].lstrip(" ").startswith('"'):
                return None, self._open.match(text, at) is not None
            at = self._take(text, at, fields)
        return fields, False

    def _literally(self, text: str) -> list[str]:
        """The fields of one line; a quotation mark that makes no sense is an ordinary character."""
        fields: list[str] = []
        at = 0
        while text and at <= len(text):
            quoted = self._quoted.match(text, at) or self._any_end.match(text, at)
            if quoted:
                fields.append(quoted[1].replace('""', '"'))
                at = quoted.end() + 1
            else:
                at = self._take(text, at, fields)
        return fields

    def _take(self, text: str, at: int, fields: list[str]) -> int:
        """Add a field as it stands; where the next one begins."""
        found = self._plain.match(text, at)
        end = found.end() if found else len(text)
        fields.append(text[at:end])
        return end + 1
