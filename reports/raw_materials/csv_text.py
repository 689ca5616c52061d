"""CSV that a spreadsheet takes for what it is: every field quoted, and no text that would be read as a formula.

It is not safe for a way back: an apostrophe before a text is there to stay. Whoever wants the texts as they are takes
the workbook. Source: RFC 4180; OWASP, CSV Injection; CWE-1236.
"""

from __future__ import annotations

import csv
import functools
import io
import unicodedata
from collections.abc import Iterable, Sequence

from reports.columns.listing import Value
from reports.words.format import visible

_FORMULA = frozenset("=+-@")


def written(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; a line ends with CR LF, a number has a point.

    Args:
        header: the names of the columns; the first must not begin with ``ID``, which makes the file SYLK to Excel.
        rows: the cells; None is an empty one.

    Raises:
        ValueError: the first name begins with ``ID``.
    """
    if header[0].upper().startswith("ID"):
        raise ValueError(f"a CSV must not begin with {header[0]!r}")
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    once = functools.cache(inert)  # the same few texts stand in many rows
    writer.writerow([inert(name) for name in header])
    writer.writerows([once(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def inert(text: str) -> str:
    r"""The text on one line, behind an apostrophe where a spreadsheet would take it for a formula.

    >>> inert("=1+1"), inert("lithium"), inert("\uff1d1")
    ("'=1+1", 'lithium', "'＝1")
    """
    plain = visible(text)
    start = plain.lstrip()[:1]
    if not start.isascii():
        start = unicodedata.normalize("NFKC", plain).lstrip()[:1]
    return f"'{plain}" if start in _FORMULA and start else plain
