"""What comes out of a file before anyone interprets it: sheets of typed cells."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from depmap.core.issues import Issue

Value = str | int | float | bool | datetime.date | datetime.datetime | datetime.time | None
"""One cell: text, a number, a truth value, a moment, or nothing. Error values (``#N/A``) are text."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A merged range, inclusive, counted from 0."""

    top: int
    """First row."""

    left: int
    """First column."""

    bottom: int
    """Last row."""

    right: int
    """Last column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, or the one table of a text file."""

    name: str
    """Its name; empty for text files."""

    rows: Sequence[tuple[Value, ...]]
    """Every row from row 1 and column A on, blank ones included: index + 1 is the row number. Rows may be ragged.

    Often a `bom.grid.Grid`, which makes a row when it is asked for.
    """

    hidden: bool = False
    """Whether the workbook hides it."""

    merges: tuple[Rectangle, ...] = ()
    """Merged ranges; their value stands in the first cell."""

    listed: bool = False
    """Whether it is a list of records: row 1 holds the names of their fields, and no other row is a header."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file read but not understood."""

    name: str
    """Its name without folders."""

    sha256: str
    """Of its bytes, in hexadecimal."""

    format: str
    """Id of the format that read it."""

    sheets: tuple[Sheet, ...]
    """In the order of the workbook."""

    issues: tuple[Issue, ...] = ()
    """What the reading itself noticed: encoding fallbacks, formulas without values, hidden sheets."""


def letters(index: int) -> str:
    """Column letters of a column counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The column with these letters, counted from 0.

    >>> column_number("A"), column_number("Z"), column_number("AA")
    (0, 25, 26)
    """
    number = 0
    for letter in name:
        number = 26 * number + ord(letter) - 64
    return number - 1
