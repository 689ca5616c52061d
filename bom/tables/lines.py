"""Which rows of a table are parts, and which are titles, totals and remarks between them.

Definition. Let *vital* fields be those of quantity, designators, line number and level that at least nine in ten rows
fill. A row is a part line unless it is

- blank, a rule of dashes, or the header again;
- a total or a cost such as shipping (`bom.tables.total_rows`), or it holds nothing but numbers in columns for amounts;
- a section title: its only text, in a table whose rows fill more;
- a remark: it begins with a word for note, or it stands below the last row that fills a vital field, after a blank
  row or with little in it.

Everything that is no line is kept with its reason in `Table.left_out`. Two passes over the rows, linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.cells.designators import looks_like_designators
from bom.fields import base
from bom.raw import Value
from bom.tables.header_rows import filled, text_of
from bom.tables.total_rows import is_cost, is_number, is_total
from depmap.core.text import Text

_NOTE = re.compile(
    r"(?:notes?|remarks?|nb|n\.b\.|opmerking(?:en)?|let op|toelichting|hinweise?|bemerkung(?:en)?|remarques?|nota"
    r"|attention)\b\s*\d*\s*[:.)]?|\*+ ?\w(?!.*\*\*)|copyright|©",
    re.IGNORECASE,
)
_FRAMED = re.compile(
    r"(?P<sign>[#=~_<>-])(?P=sign)+\s*(?=[^\W_]).+|(?P<one>[#=*~_<>-])\**\s*(?=[^\W_]).+(?P=one)", re.DOTALL
)
_TIMES = re.compile(r"\d+\s*[xX×*]")
_FEW = 3
_QUANTITY = re.compile(r"\D{0,4}\d")
_IDENTIFYING = frozenset(
    {"part_number", "mpn", "supplier_part_number", "designators", "description", "value", "manufacturer"}
)
_NUMBERED = frozenset({"part_number", "mpn", "supplier_part_number"})
_AMOUNTS = frozenset({"quantity", "total_price", "unit_price", "mass", "stock"})

BLANK = Text("leeg", "blank")
RULE = Text("streep", "rule of dashes")
AGAIN = Text("kop herhaald", "header repeated")
TOTAL = Text("totaal", "total")
COST = Text("kosten, geen onderdeel", "a cost, no part")
SECTION = Text("tussenkop: {title}", "section title: {title}")
REMARK = Text("opmerking bij de tabel", "remark beside the table")
LITTLE = Text("vult te weinig kolommen om een onderdeel te zijn", "fills too few columns to be a part")
BELOW = Text(
    "staat onder de tabel en vult niets van wat elke regel vult",
    "stands below the table and fills nothing that every line fills",
)


@dataclass(frozen=True, slots=True)
class RowKind:
    """What one row is."""

    row: int
    """Row, counted from 0."""

    section: str
    """For a line the section title above it; for a section title the title."""

    left_out: Text | None
    """Why it is no part line; None when it is one."""


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below a header with what its columns mean."""

    first: int
    """Row of the first cells, counted from 0."""

    rows: Sequence[Sequence[Value]]
    """Cells of the table's own columns."""

    header: Sequence[str]
    """Its titles."""

    fields: Sequence[str | None]
    """Field key of every column."""


def sort_rows(body: Body) -> tuple[RowKind, ...]:
    """What each row that is not blank is, from top to bottom."""
    cells = [filled(row) for row in body.rows]
    width = max((len(row) for row in body.rows), default=0)
    fields = [base(field or "") for field in body.fields] + [""] * (width - len(body.fields))
    vital = _vital(cells, fields)
    last = max((place for place, row in enumerate(cells) if _fills(row, vital, fields)), default=len(cells))
    usual = sorted(len(row) for row in cells if len(row) > 1)
    typical = usual[len(usual) * 3 // 4] if usual else 1
    kinds, section, gap = [], "", False
    final = max((place for place, row in enumerate(cells) if row), default=-1)
    header = [text_of(title) for title in body.header]
    for place, row in enumerate(cells):
        if not row:
            gap = True
            continue
        reason = _plain_reason(row, fields, header)
        bare = place == final and not gap and typical <= _FEW and _is_bare_name(row, fields)
        if reason is None and vital and place > last and not bare and not _is_late_line(row, gap, fields):
            reason = BELOW
        if reason is None and _says_little(row, vital, typical, fields):
            reason = LITTLE
        if reason is None and not bare and (_is_framed(row) or _is_section(row, typical, fields, vital)):
            section = " ".join(str(row[0][1]).split()).strip("#=*~_<>- ")
            reason = SECTION.format(title=section)
        kinds.append(RowKind(body.first + place, section, reason))
        gap = False
    return tuple(kinds)


def _vital(cells: Sequence[Sequence[tuple[int, Value]]], fields: Sequence[str]) -> frozenset[int]:
    """The columns that nearly every row with more than one cell fills."""
    rows = [{column for column, _ in row} for row in cells if len(row) > 2] or [
        {c for c, _ in row} for row in cells if len(row) > 1
    ]
    wanted = [column for column, field in enumerate(fields) if field in {"quantity", "designators", "line_id", "level"}]
    return frozenset(column for column in wanted if rows and sum(column in row for row in rows) >= 0.9 * len(rows))


def _fills(row: Sequence[tuple[int, Value]], vital: frozenset[int], fields: Sequence[str]) -> bool:
    """Whether a row fills a vital column with what belongs there, and says what the part is."""
    if not any(column in vital and _is_credible(fields[column], value) for column, value in row):
        return False
    return any(fields[column] in _IDENTIFYING or isinstance(value, str) for column, value in row)


def _is_credible(field: str, value: Value) -> bool:
    """Whether a cell of a vital column holds its like: a remark or a title can stand in any column."""
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        return True
    if field == "designators":
        return (
            not text.endswith(":")
            and _TIMES.fullmatch(text) is None
            and (" " not in text or looks_like_designators(text))
        )
    if field == "quantity":
        return _QUANTITY.match(text) is not None
    return len(text.split()) == 1 and any(character.isdigit() for character in text)


def _plain_reason(row: Sequence[tuple[int, Value]], fields: Sequence[str], header: Sequence[str]) -> Text | None:
    """Why a row is no line, as far as the row alone shows it."""
    texts = [(column, value.strip()) for column, value in row if isinstance(value, str)]
    if (
        len(texts) == len(row)
        and len("".join(text for _, text in texts)) > 1
        and all(set(text) <= set("-=_*+|~—–:. ") for _, text in texts)
    ):
        return RULE
    if len(row) > 1 and all(column < len(header) and text_of(value) == header[column] for column, value in row):
        return AGAIN
    if is_total(row, fields):
        return TOTAL
    if is_cost(row, fields):
        return COST
    known = [fields[column] for column, _ in row]
    if all(field in _AMOUNTS or not field for field in known) and all(is_number(value) for _, value in row):
        return TOTAL
    if texts and _NOTE.match(texts[0][1]):
        beside = {fields[column] for column, _ in row if column != texts[0][0]}
        return None if beside & {"quantity", "designators", "line_id"} else REMARK
    return None


def _says_little(row: Sequence[tuple[int, Value]], vital: frozenset[int], typical: int, fields: Sequence[str]) -> bool:
    """Whether a row with several cells holds only a word and a sum beside it, where lines fill many columns."""
    if len(row) < 2 or len(row) * 3 > typical or not vital:
        return False
    if any(column in vital and _is_credible(fields[column], value) for column, value in row):
        return False
    known = {fields[column] for column, _ in row}
    said = sum(bool(fields[column]) and not is_number(value) for column, value in row)
    return not known & (_NUMBERED | {"manufacturer"}) and said < 2


def _is_bare_name(row: Sequence[tuple[int, Value]], fields: Sequence[str]) -> bool:
    """Whether the last row of a short list is the name of a part of which nothing else is known.

    A section title has lines below it, a remark is a sentence.
    """
    column, value = row[0]
    text = value.strip() if isinstance(value, str) else ""
    return (
        len(row) == 1
        and fields[column] == "description"
        and 0 < len(text.split()) <= _FEW
        and not text.endswith((".", ":", "!", "?"))
    )


def _is_framed(row: Sequence[tuple[int, Value]]) -> bool:
    """Whether a title stands between marks, as people draw one in plain text: ``## Frame ##``, ``--- Frame``."""
    value = row[0][1]
    return len(row) == 1 and isinstance(value, str) and _FRAMED.fullmatch(value.strip()) is not None


def _is_late_line(row: Sequence[tuple[int, Value]], gap: bool, fields: Sequence[str]) -> bool:
    """Whether a row below the last complete one is a part all the same: directly below and with a number of its own."""
    known = [fields[column] for column, _ in row]
    return not gap and len(row) >= 3 and any(field in _NUMBERED for field in known)


def _is_section(row: Sequence[tuple[int, Value]], typical: int, fields: Sequence[str], vital: frozenset[int]) -> bool:
    texts = [(column, value.strip()) for column, value in row if isinstance(value, str)]
    if not texts or typical < 2:
        return False
    column, text = texts[0]
    field = fields[column]
    if not any(fields[c] for c, _ in row):
        return True
    if len(row) > 1:
        others = [fields[c] for c, _ in row if c != column]
        only_sums = all(other in {"total_price", "", "mass"} for other in others) and all(
            is_number(v) for c, v in row if c != column
        )
        return bool(vital) and only_sums and not any(c in vital for c, _ in row)
    if typical == 2 and field in _IDENTIFYING:
        return not any(character.isdigit() for character in text) and text == text.upper() and bool(vital)
    if field == "designators" and looks_like_designators(text):
        return False
    return not (field in _NUMBERED and any(character.isdigit() for character in text) and " " not in text)
