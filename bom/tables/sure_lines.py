"""What the rows of a table have in common, and which of them are part lines beyond doubt, seen column by column.

`bom.tables.lines` says what makes a row a title, a total, a remark. Nearly every row of a long list is none of these
and shows it at a glance: several columns that name or count a part are filled, nothing in it is a word for a total, a
cost or a note. Those rows are found here by asking each question once per value; only the others are looked at one by
one.

Claim. A row that is sure is a line by the definition too (a test compares both on generated tables). For each reason to
leave a row out one condition is necessary, and a sure row lacks it:

- *rule*, *header again*: every cell is made of dashes, or equals its title;
- *total*: no number or designator says something, and a text reads like a total; or every cell stands in a column of
  amounts;
- *cost*: a text reads like shipping or labour, and not two cells name a maker or a number;
- *remark*: a text begins like a note, and not two of quantity, designators and line number are filled; or a text is
  that of a signature;
- *below*: the row stands below the last one that fills a vital column; *little*: it fills a third of the usual cells;
- *section*: fewer than two cells stand in columns that mean more than a sum or a mass.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from bom.cells.marks import is_placeholder
from bom.grid import Grid
from bom.raw import Value
from bom.tables.header_rows import text_of
from bom.tables.lanes import Lane, at_least, everywhere, filled_lanes, lane, last_row
from bom.tables.row_words import AMOUNTS, IDENTIFYING, NUMBERED, is_credible, is_dashes, is_signature, starts_a_note
from bom.tables.survey import VITAL, Survey, above_the_gap, survey_by_row
from bom.tables.total_rows import OWN, reads_like_a_cost, reads_like_a_total, says_nothing

_COUNTED = frozenset({"quantity", "designators", "line_id"})
_SUMS = frozenset({"total_price", "", "mass"})


def survey(grid: Grid, fields: Sequence[str], header: Sequence[str]) -> Survey:
    """Look at a whole table at once; the few with tails row by row.

    Args:
        grid: its rows.
        fields: what each column means, at least one per column; empty where it means nothing.
        header: the titles in plain form.
    """
    if grid.tails:
        return survey_by_row(list(grid), fields)
    table = _Table(grid, fields, header)
    vital = table.vital()
    last = last_row(table.complete(vital), grid.height)
    typical = table.typical()
    sure = table.sure(vital, last, typical)
    return Survey(table.counts, vital, last, typical, sure.to_bytes(grid.height, "little"))


class _Table:
    """The rows of a table with the lanes of their filled cells."""

    def __init__(self, grid: Grid, fields: Sequence[str], header: Sequence[str]) -> None:
        self._columns, self._height, self._fields, self._header = grid.columns, grid.height, fields, header
        self._filled = filled_lanes(grid)
        self.counts = sum(self._filled).to_bytes(self._height, "little")

    def _among(self, fields: Iterable[str]) -> list[int]:
        """The columns with one of these meanings, those with the fewest different values first."""
        wanted = frozenset(fields)
        return sorted(
            (place for place in range(len(self._columns)) if self._fields[place] in wanted),
            key=lambda place: len(self._columns[place].values),
        )

    def _with(self, least: int) -> Lane:
        """The rows with at least so many filled cells."""
        return at_least(least, self._filled, self._height)

    def vital(self) -> frozenset[int]:
        """See `Survey.vital`; rows of two cells count only where no row has more."""
        found = self._common(everywhere(self._height))
        if self._counted(found):
            return found
        above = self._common(everywhere(above_the_gap(self.counts)))
        return above if self._counted(above) else found

    def _counted(self, places: frozenset[int]) -> bool:
        return any(self._fields[place] == "quantity" for place in places)

    def _common(self, among: Lane) -> frozenset[int]:
        rows = self._with(3) & among or self._with(2) & among
        return frozenset(
            place
            for place in self._among(VITAL)
            if rows and (self._filled[place] & rows).bit_count() >= 0.9 * rows.bit_count()
        )

    def complete(self, vital: frozenset[int]) -> Lane:
        """The rows that fill a vital column with what belongs there, and say what the part is."""
        credible = says = 0
        for place in self._among(self._fields):
            if place in vital and self._filled[place] & ~credible:
                credible |= lane(self._columns[place], partial(is_credible, self._fields[place]))
            if self._fields[place] in IDENTIFYING:
                says |= self._filled[place]
        for place in self._among(self._fields):
            if credible & ~says:
                says |= lane(self._columns[place], _is_text)
        return credible & says

    def typical(self) -> int:
        """See `Survey.typical`; 1 when no row has more cells."""
        sizes = Counter(self.counts)
        rank = sum(number for size, number in sizes.items() if size > 1) * 3 // 4
        for size in sorted(size for size in sizes if size > 1):
            rank -= sizes[size]
            if rank < 0:
                return size
        return 1

    def sure(self, vital: frozenset[int], last: int, typical: int) -> Lane:
        """The rows that are lines beyond doubt."""
        rows = self._two_of(field for field in self._fields if field not in _SUMS)
        named = (field for field in self._fields if field and field not in AMOUNTS)
        rows &= at_least(1, [self._filled[place] for place in self._among(named)], self._height)
        if vital:
            rows &= self._with(typical // 3 + 1) & everywhere(min(last + 1, self._height))
        rows &= ~self._without(rows, lambda _, value: not (isinstance(value, str) and is_dashes(value.strip())))
        rows &= ~self._without(rows, lambda title, value: text_of(value) != title)
        rows &= ~self._reads_like(reads_like_a_total, rows & ~self._says_more(rows, OWN, 1, says_nothing))
        makers = NUMBERED | {"manufacturer"}
        rows &= ~self._reads_like(reads_like_a_cost, rows & ~self._says_more(rows, makers, 2, _is_placeholder))
        rows &= ~self._reads_like(is_signature, rows)
        return rows & ~self._reads_like(starts_a_note, rows & ~self._two_of(_COUNTED))

    def _two_of(self, fields: Iterable[str]) -> Lane:
        """The rows that fill at least two columns with these meanings."""
        return at_least(2, [self._filled[place] for place in self._among(fields)], self._height)

    def _without(self, rows: Lane, asked: Callable[[str | None, Value], bool]) -> Lane:
        """Those of the rows without a cell of which, with its title, the answer is yes.

        One column often settles it for all rows; the shortest lists of values are asked first.
        """
        titles = [*self._header, *[None] * len(self._columns)]
        for place in sorted(range(len(self._columns)), key=lambda place: len(self._columns[place].values)):
            if not rows:
                break
            rows &= ~lane(self._columns[place], partial(asked, titles[place]))
        return rows

    def _says_more(self, rows: Lane, fields: frozenset[str], least: int, nothing: Callable[[Value], bool]) -> Lane:
        """The rows in which so many columns with these meanings say something; more rows are not looked for."""
        lanes: list[Lane] = []
        for place in self._among(fields):
            if not rows & ~at_least(least, lanes, self._height):
                break
            lanes.append(lane(self._columns[place], lambda value: not nothing(value)))
        return at_least(least, lanes, self._height)

    def _reads_like(self, asked: Callable[[str], bool], rows: Lane) -> Lane:
        """Those of the rows with a text of which the answer is yes."""
        found = 0
        for column in self._columns if rows else ():
            found |= lane(column, lambda value: isinstance(value, str) and asked(value.strip()))
        return found & rows


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


def _is_placeholder(value: Value) -> bool:
    return isinstance(value, str) and is_placeholder(value)
