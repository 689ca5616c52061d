"""Which rows of a table are parts, and which are titles, totals and remarks between them.

Definition. Let *vital* fields be those of quantity, designators, line number and level that at least nine in ten rows
fill. A row is a part line unless it is

- blank, a rule of dashes, or the header again;
- a total or a cost such as shipping (`bom.tables.total_rows`), or it holds nothing but numbers in columns for amounts;
- a section title: its only text, in a table whose rows fill more;
- a remark: it begins with a word for note, or it stands below the last row that fills a vital field, after a blank
  row or with little in it.

Everything that is no line is kept with its reason in `Table.left_out`. Linear in the rows; those that are lines beyond
doubt (`bom.tables.sure_lines`) are not looked at one by one.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.cells.designators import looks_like_designators
from bom.fields import base
from bom.grid import Grid
from bom.raw import Value
from bom.tables.header_rows import filled, text_of
from bom.tables.numbered_titles import titles_like
from bom.tables.row_words import (
    AMOUNTS,
    IDENTIFYING,
    NUMBERED,
    is_credible,
    is_dashes,
    is_signature,
    starts_a_note,
)
from bom.tables.sums_below import measured
from bom.tables.sure_lines import survey
from bom.tables.survey import Survey
from bom.tables.total_rows import is_cost, is_number, is_total
from depmap.core.text import Text

_FRAMED = re.compile(
    r"(?P<sign>[#=~_<>-])(?P=sign)+\s*(?=[^\W_]).+|(?P<one>[#=*~_<>-])\**\s*(?=[^\W_]).+(?P=one)", re.DOTALL
)
_LOT = re.compile(
    r"(?:(?:an?|one|een|1|eine?|une?|una) )?(?:(?:roll|pack|packet|bag|spool|reel|pair|sheet|tube|bottle|handful|bunch"
    r"|length|piece|stick)s? of|(?:rol(?:len)?|zakje|pakje|paar|vel|stukje|handvol) (?:met )?[a-z]"
    r"|(?:rolle|beutel|packung|paar) [A-ZÄÖÜ]|(?:rouleau|sachet|paquet|paire|tube|bout) de "
    r"|(?:rollo|bolsa|paquete|par) de )",
    re.IGNORECASE,
)
"""How the name of a part begins when it says how much of something is one: a title of parts does not."""
_FEW = 3

BLANK = Text("leeg", "blank")
RULE = Text("streep", "rule of dashes")
AGAIN = Text("kop herhaald", "header repeated")
TOTAL = Text("totaal", "total")
COST = Text("kosten, geen onderdeel", "a cost, no part")
SECTION = Text("tussenkop: {title}", "section title: {title}")
REMARK = Text("opmerking bij de tabel", "remark beside the table")
LITTLE = Text("vult te weinig kolommen om een onderdeel te zijn", "fills too few columns to be a part")
MEASURE = Text("maat van het geheel, geen onderdeel", "a measure of the whole, no part")
BELOW = Text(
    "staat onder de tabel en vult niets van wat elke regel vult",
    "stands below the table and fills nothing that every line fills",
)


@dataclass(frozen=True, slots=True)
class Body:
    """The rows below a header with what its columns mean."""

    first: int
    """Row of the first cells, counted from 0."""

    rows: Grid
    """Cells of the table's own columns."""

    header: Sequence[str]
    """Its titles."""

    fields: Sequence[str | None]
    """Field key of every column."""


@dataclass(frozen=True, slots=True)
class SortedRows:
    """What the rows of a table are. All rows are counted from 0, in the sheet."""

    lines: Sequence[int]
    """The rows that are part lines, from top to bottom."""

    sections: tuple[tuple[int, str], ...]
    """The rows that are section titles, each with its title; it holds for the lines below it, up to the next one."""

    left_out: tuple[tuple[int, Text], ...]
    """The rows that are neither lines nor blank, each with the reason."""

    def section(self, row: int) -> str:
        """The section title above a row; empty when there is none."""
        place = bisect.bisect(self.sections, row, key=lambda section: section[0])
        return self.sections[place - 1][1] if place else ""


def sort_rows(body: Body) -> SortedRows:
    """What each row that is not blank is."""
    grid = body.rows
    fields = [base(field or "") for field in body.fields] + [""] * (grid.width - len(body.fields))
    header = [text_of(title) for title in body.header]
    seen = survey(grid, fields, header)
    doubtful = [row for row in range(grid.height) if not seen.sure[row] and seen.filled[row]]
    final = max((row for row in range(grid.height) if seen.filled[row]), default=-1)
    left_out: dict[int, Text] = {}
    sections: list[tuple[int, str]] = []
    named = _parts_by_name([row for row in doubtful if seen.filled[row] == 1], grid, fields)
    ended = next((row for row in range(seen.last + 1, grid.height) if not seen.filled[row]), grid.height)
    for place in doubtful:
        row = filled(grid[place])
        gap = place > 0 and not seen.filled[place - 1]
        reason = _plain_reason(row, fields, header)
        bare = place == final and not gap and seen.typical <= _FEW and _is_bare_name(row, fields)
        late = seen.vital and place > seen.last and not bare
        if reason is None and late and not _is_late_line(row, place > ended, fields):
            reason = BELOW
        if reason is None and _says_little(row, seen.vital, seen.typical, fields):
            reason = LITTLE
        alone = gap and place + 1 < grid.height and not seen.filled[place + 1]
        if (
            reason is None
            and not bare
            and place not in named
            and (_is_framed(row) or _is_section(row, seen, fields, alone=alone))
        ):
            sections.append((body.first + place, " ".join(str(row[0][1]).split()).strip("#=*~_<>- ")))
            reason = SECTION.format(title=sections[-1][1])
        if reason is not None:
            left_out[body.first + place] = reason
    rows = range(body.first, body.first + grid.height)
    lines = [row for row, cells in zip(rows, seen.filled, strict=True) if cells and row not in left_out]
    inside = [(row - body.first, title) for row, title in sections]
    for at, title in titles_like(grid, fields, inside, [row - body.first for row in lines]):
        sections.append((body.first + at, title.strip("#=*~_<>- ")))
        left_out[body.first + at] = SECTION.format(title=sections[-1][1])
    if sections:
        sections.sort()
        lines = [row for row in lines if row not in left_out]
        inside = [(row - body.first, title) for row, title in sections]
        none = measured(grid, fields, inside, [row - body.first for row in lines])
        left_out.update((body.first + at, MEASURE) for at in none)
        lines = [row for row in lines if row not in left_out]
    return SortedRows(lines, tuple(sections), tuple(left_out.items()))


def _plain_reason(row: Sequence[tuple[int, Value]], fields: Sequence[str], header: Sequence[str]) -> Text | None:
    """Why a row is no line, as far as the row alone shows it."""
    texts = [(column, value.strip()) for column, value in row if isinstance(value, str)]
    if (
        len(texts) == len(row)
        and len("".join(text for _, text in texts)) > 1
        and all(is_dashes(text) for _, text in texts)
    ):
        return RULE
    if len(row) > 1 and all(column < len(header) and text_of(value) == header[column] for column, value in row):
        return AGAIN
    if is_total(row, fields):
        return TOTAL
    if is_cost(row, fields):
        return COST
    known = [fields[column] for column, _ in row]
    amounts = AMOUNTS | {"value"} if len(row) == 1 and len(header) > _FEW else AMOUNTS
    if all(field in amounts or not field for field in known) and all(is_number(value) for _, value in row):
        return TOTAL
    if texts and is_signature(texts[0][1]):
        return REMARK
    if texts and starts_a_note(texts[0][1]):
        beside = {fields[column] for column, _ in row if column != texts[0][0]}
        return None if beside & {"quantity", "designators", "line_id"} else REMARK
    return None


def _says_little(row: Sequence[tuple[int, Value]], vital: frozenset[int], typical: int, fields: Sequence[str]) -> bool:
    """Whether a row with several cells holds only a word and a sum beside it, where lines fill many columns."""
    if len(row) < 2 or len(row) * 3 > typical or not vital:
        return False
    if any(column in vital and is_credible(fields[column], value) for column, value in row):
        return False
    known = {fields[column] for column, _ in row}
    said = sum(bool(fields[column]) and not is_number(value) for column, value in row)
    return not known & (NUMBERED | {"manufacturer"}) and said < 2


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


def _parts_by_name(single: Sequence[int], grid: Grid, fields: Sequence[str]) -> set[int]:
    """Of the rows with a single cell the names that are parts: ``roll of wire``, and those right above and below it."""
    alone: dict[int, str] = {}
    for place in single:
        row = filled(grid[place])
        if fields[row[0][0]] == "description" and isinstance(row[0][1], str) and not _is_framed(row):
            alone[place] = row[0][1].strip()
    lots = [place for place, text in alone.items() if _LOT.match(text)]
    found = set(lots)
    for place in lots:
        for step in (-1, 1):
            beside = place + step
            while beside in alone and not alone[beside].endswith(":"):
                found.add(beside)
                beside += step
    return found


def _is_framed(row: Sequence[tuple[int, Value]]) -> bool:
    """Whether a title stands between marks, as people draw one in plain text: ``## Frame ##``, ``--- Frame``."""
    value = row[0][1]
    return len(row) == 1 and isinstance(value, str) and _FRAMED.fullmatch(value.strip()) is not None


def _is_late_line(row: Sequence[tuple[int, Value]], gap: bool, fields: Sequence[str]) -> bool:
    """Whether a row below the last complete one is a part all the same: directly below and with a number of its own."""
    known = [fields[column] for column, _ in row]
    return not gap and len(row) >= 3 and any(field in NUMBERED for field in known)


def _is_section(row: Sequence[tuple[int, Value]], seen: Survey, fields: Sequence[str], *, alone: bool) -> bool:
    """Whether a row is a section title; ``alone`` says that it stands between two blank rows."""
    typical, vital = seen.typical, seen.vital
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
    if typical == 2 and field in IDENTIFYING:
        # In a list of names and counts a name in capitals, or between two blank rows, heads those that are counted.
        heads = alone or (text == text.upper() and not any(character.isdigit() for character in text))
        return heads and bool(vital)
    if field == "designators" and looks_like_designators(text):
        return False
    return not (field in NUMBERED and any(character.isdigit() for character in text) and " " not in text)
