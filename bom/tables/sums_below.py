"""What stands below a list of parts, under the same header, and states no parts: a reckoning, a list of measures.

A *reckoning* is what follows a total and a blank row when nothing in it is counted. It names the groups again with
their sums; what its cells say would change what the columns of a short list mean, so it is cut off before they are
looked at. *Measures* stand under a title that says so (``Estimated weights``), in rows without the number that nearly
every part has, or in rows that name the parts above once more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bom.columns.candidates import VAGUE
from bom.columns.headers import match
from bom.grid import Grid
from bom.raw import Value
from bom.tables.header_rows import filled
from bom.tables.row_words import NUMBERED, is_credible
from bom.tables.total_rows import is_label

_LONGEST = 200
"""Rows below the last quantity that are looked at: a reckoning is short."""
_SAMPLE = 100
_NEARLY_ALL = 0.9


def above_the_sums(titles: Sequence[str], body: Grid) -> int:
    """The first row, counted from 0 in the body, that belongs to such a reckoning; the height of the body without one.

    Args:
        titles: the header of every column.
        body: the rows below it, of the same columns.
    """
    counting = [place for place, title in enumerate(titles) if _counts(title)]
    rows = range(body.height - 1, max(-1, body.height - 1 - _LONGEST), -1)
    last = next((row for row in rows if _is_counted(body[row], counting)), None) if counting else None
    if last is None or last == body.height - 1:
        return body.height
    above = [body[row] for row in range(max(0, last - _SAMPLE), last + 1)]
    stated = [_is_counted(row, counting) for row in above if len(filled(row)) > 1]
    if sum(stated) < _NEARLY_ALL * len(stated):
        return body.height
    summed = False
    for row in range(last + 1, body.height):
        cells = filled(body[row])
        if summed and not cells:
            return row
        summed = summed or any(isinstance(value, str) and is_label(value) for _, value in cells)
    return body.height


def _counts(title: str) -> bool:
    found = match(title)
    return bool(found) and found[0].field == "quantity" and found[0].score >= VAGUE


def _is_counted(row: Sequence[Value], counting: Sequence[int]) -> bool:
    return any(value not in (None, "") and is_credible("quantity", value) for value in _cells(row, counting))


_MEASURES = re.compile(
    r"(?:(?:estimated|total|overall|approx\.?|approximate|physical|key|final|system|product|geschatte|totale|gesch(?:ä|ae)tzte"
    r"|estim[ée]s?|estimados?)\s+)*(?:weights?|mass(?:es)?|dimensions?|sizes?|specifications?|performance|power budget"
    r"|mass budget|weight budget|cost summary|summary|gewicht(?:en|e)?|massa'?s?|afmetingen|specificaties|prestaties"
    r"|samenvatting|abmessungen|ma(?:ß|ss)e|leistungsdaten|technische daten|zusammenfassung|poids|dimensiones"
    r"|caract[ée]ristiques|r[ée]sum[ée]|pesos?|especificaciones|resumen)(?:\s*[(\[].*[)\]])?\s*:?",
    re.IGNORECASE,
)
"""Titles of what a whole product weighs, measures and can do."""


def measured(body: Grid, fields: Sequence[str], titles: Sequence[tuple[int, str]], lines: Sequence[int]) -> set[int]:
    """The rows among the lines that state measures of the product, see the module.

    Args:
        body: the rows below the header.
        fields: what each column means, without a number; empty where it means nothing.
        titles: the rows of the section titles in the body, from top to bottom, each with its title.
        lines: the rows of the body that are lines.
    """
    spans = [
        range(row + 1, end)
        for (row, title), (end, _) in pairwise([*titles, (body.height, "")])
        if _MEASURES.fullmatch(title)
    ]
    if not spans:
        return set()
    numbering = [place for place, field in enumerate(fields) if field in NUMBERED]
    naming = [place for place, field in enumerate(fields) if field == "description"]
    found: set[int] = set()
    for span in spans:
        rows = [row for row in lines if row in span]
        others = [row for row in lines if row not in span]
        named = _named(body, naming, rows)
        if _lack_numbers(body, numbering, rows, others) or (named and named <= _named(body, naming, others)):
            found.update(rows)
    return found


def _lack_numbers(body: Grid, numbering: Collection[int], rows: Sequence[int], others: Sequence[int]) -> bool:
    """Whether none of the rows has a number, and nearly every other one does."""

    def numbered(row: int) -> bool:
        return any(value not in (None, "") for value in _cells(body[row], numbering))

    return not any(map(numbered, rows)) and sum(map(numbered, others)) >= _NEARLY_ALL * len(others) > 0


def _named(body: Grid, naming: Collection[int], rows: Sequence[int]) -> set[str]:
    """What some rows name."""
    return {
        text for row in rows for value in _cells(body[row], naming) if (text := str(value or "").casefold().strip())
    }


def _cells(row: Sequence[Value], places: Collection[int]) -> list[Value]:
    return [row[place] for place in places if place < len(row)]
