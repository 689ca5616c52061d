"""Rows of delimited text with a separator inside a field that nobody put in quotation marks: ``4,82 $``, ``Q1,Q2``.

Definition. The columns whose titles mean amounts, links or designators, and most of whose cells are so, are *strict*.
A row is *torn* when a cell contradicts a strict column, while joining neighbouring cells at one place, so that
everything right of it moves back, leaves no contradiction. The joining is *natural* when it makes an amount of money, a
list of designators, or text that goes on behind a blank. With one natural place the row is mended there. With others,
and only when the row has more fields than there are titles and two cells contradict, nobody can tell: what stands at
and right of the first contradiction, and every strict cell, stays unknown. Both are said.

The other way round, a row is *stuck* when all of it stands in the first cell, with blanks for separators, and its words
begin with what the first two columns hold, designators and a quantity: the rest is read as one field, and said.
Complexity: the different cells of the strict columns, and columns squared for rows that contradict.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bom.assembly.problem import Problem
from bom.cells.marks import is_placeholder
from bom.columns.content import classes, shown
from bom.columns.headers import match
from bom.grid import Grid, Row
from bom.raw import Value, letters
from bom.tables.shifted import Origins
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_CLEAR = 3.5
"""From which score on a title is clear enough for its cells to be held to it."""

_MOSTLY, _LEAST = 0.7, 2
"""The share of the filled cells that must be such as the title says, and how many of them at least."""

_FEW = 0.3
"""The share of the rows that may be torn: where more seem so, the titles are wrong, not the rows."""

_NUMBERS = frozenset({"number", "integer", "measured", "times", "range", "money"})
_STRICT: Mapping[str, frozenset[str]] = {
    "quantity": _NUMBERS - {"money"},
    "unit_price": _NUMBERS,
    "total_price": _NUMBERS,
    "url": frozenset({"url"}),
    "designators": frozenset({"designators"}),
}
"""Field -> the classes of cells of which one must hold below it."""

_CENTS = re.compile(r"\D{0,4}\d{1,3}(?:,\d{1,2}|(?:,\d{3})+\.\d\d)\D{0,5}")

MENDED = Problem(
    "DI044",
    Severity.WARNING,
    Text(
        "deze regel heeft een scheidingsteken in een veld zonder aanhalingstekens; '{value}' is als één veld gelezen.",
        "this row has a separator in a field without quotation marks; '{value}' was read as one field.",
    ),
    Text("Zet het veld tussen aanhalingstekens.", "Put the field in quotation marks."),
)
UNSURE = Problem(
    "DI045",
    Severity.WARNING,
    Text(
        "deze regel heeft meer velden dan de kop en de cellen staan verschoven; welke bij elkaar horen, is niet te"
        " zeggen. Wat vanaf hier staat, blijft onbekend.",
        "this row has more fields than the header and its cells have moved; which belong together cannot be told."
        " What stands from here on stays unknown.",
    ),
    Text(
        "Zet een veld met een scheidingsteken erin tussen aanhalingstekens.",
        "Put a field with a separator in it in quotation marks.",
    ),
)

STUCK = Problem(
    "DI046",
    Severity.WARNING,
    Text(
        "deze regel heeft blanco's waar een scheidingsteken hoort; '{value}' is als één veld gelezen.",
        "this row has blanks where a separator should be; '{value}' was read as one field.",
    ),
    Text("Scheid de velden zoals in de andere regels.", "Separate the fields as in the other rows."),
)


@dataclass(frozen=True, slots=True)
class Mended:
    """The rows of a table, those that were torn put right."""

    rows: Grid
    """All rows."""

    origins: Mapping[int, Origins]
    """For mended rows, by place below the header, where their cells stand."""

    notes: tuple[tuple[Problem, int, int, str], ...] = ()
    """What to say of each such row: its place, the column that it is about, and the field put together, if any."""


def mend(titles: Sequence[str], rows: Grid) -> Mended:
    """The rows with torn fields joined.

    Args:
        titles: of the columns, empty where there is none.
        rows: below the header.

    >>> sound = [("R1", "1", "2"), ("C1", "4", "5"), ("C2", "6", "7")]
    >>> found = mend(("Ref", "Qty", "Price"), Grid.of([*sound, ("Q1", "Q2", "2", "3")]))
    >>> list(found.rows)[3], found.notes[0][0].code, found.notes[0][1:]
    (('Q1,Q2', '2', '3'), 'DI044', (3, 0, 'Q1,Q2'))
    """
    width = max((place + 1 for place, title in enumerate(titles) if title), default=0)
    table = _Strict.of(titles[:width], rows)
    suspects = table.contradicted(rows)
    if not suspects or len(suspects) > max(1, len(rows) * _FEW):
        return Mended(rows, {})
    changed: dict[int, Row] = {}
    origins: dict[int, Origins] = {}
    notes: list[tuple[Problem, int, int, str]] = []
    for at in suspects:
        row = rows[at]
        more = len(row) - width
        ways = table.ways(row, max(1, more))
        natural = [place for place in ways if table.is_natural(place, row[place : place + max(1, more) + 1])]
        wrong = table.wrong(row)
        if stuck := table.unstuck(row):
            changed[at], origins[at] = stuck, (0,) * width
            notes.append((STUCK, at, 0, shown(stuck[2])))
        elif len(natural) == 1:
            place, torn = natural[0], max(1, more)
            changed[at] = _joined(row, place, torn, width)
            origins[at] = (*range(place + 1), *range(place + torn + 1, width + torn))
            notes.append((MENDED, at, place, shown(changed[at][place])))
        elif ways and more > 0 and len(wrong) > 1:
            changed[at] = tuple(
                None if place >= wrong[0] or place in table.tests else cell for place, cell in enumerate(row[:width])
            )
            notes.append((UNSURE, at, wrong[0], ""))
    if not changed:
        return Mended(rows, {})
    return Mended(Grid.of(changed.get(at, row) for at, row in enumerate(rows)), origins, tuple(notes))


def torn_notes(found: Mended, header: CellRef, left: int) -> list[Issue]:
    """What to say about the rows that were torn.

    Args:
        found: the rows.
        header: any cell of the header.
        left: the first column of the table, counted from 0.
    """
    return [
        problem.at(CellRef(header.file, header.sheet, header.row + 1 + at, letters(left + place)), value=value)
        for problem, at, place, value in found.notes
    ]


@dataclass(frozen=True, slots=True)
class _Strict:
    """The strict columns of a table."""

    width: int
    """Columns with a title, those between them included."""

    tests: Mapping[int, Callable[[str], bool]]
    """Strict column -> whether a filled cell is such as stands below its title."""

    fields: Mapping[int, str]
    """Strict column -> what it means."""

    @classmethod
    def of(cls, titles: Sequence[str], rows: Grid) -> _Strict:
        """Those among some columns."""
        tests: dict[int, Callable[[str], bool]] = {}
        fields: dict[int, str] = {}
        for place, title in enumerate(titles):
            found = match(title)[:1]
            field = found[0].field if found and found[0].score >= _CLEAR else ""
            if field not in _STRICT:
                continue
            test = _test(_STRICT[field])
            column = rows.column(place)
            agrees = [test(text) if (text := shown(value)) else None for value in column.values]
            seen = Counter(agrees[code] for code in column.codes)
            if seen[True] >= _LEAST and seen[True] >= _MOSTLY * (seen[True] + seen[False]):
                tests[place], fields[place] = test, field
        return cls(len(titles), tests, fields)

    def contradicted(self, rows: Grid) -> list[int]:
        """The rows in which a cell contradicts its column."""
        found: set[int] = set()
        for place, test in self.tests.items():
            column = rows.column(place)
            bad = {code for code, value in enumerate(column.values) if (text := shown(value)) and not test(text)}
            if bad:
                found.update(at for at, code in enumerate(column.codes) if code in bad)
        return sorted(found)

    def wrong(self, row: Row) -> list[int]:
        """The columns that a row contradicts."""
        return [place for place, test in self.tests.items() if (text := _text(row, place)) and not test(text)]

    def unstuck(self, row: Row) -> Row:
        """The fields of a row that stands in its first cell as a whole, empty when it does not."""
        words = _text(row, 0).split(None, 2)
        if [self.fields.get(place) for place in (0, 1)] != ["designators", "quantity"] or self.width < 3:
            return ()
        is_alone = not any(_text(row, place) for place in range(1, len(row)))
        if len(words) < 3 or not is_alone or not all(self.tests[place](words[place]) for place in (0, 1)):
            return ()
        return (*words, *([None] * (self.width - 3)))

    def ways(self, row: Row, torn: int) -> list[int]:
        """The places at which joining cells leaves no contradiction, and an amount where lines have one."""
        counts = next((place for place, field in self.fields.items() if field == "quantity"), None)
        return [
            place
            for place in range(min(self.width, len(row) - torn))
            if all(_text(row, each) for each in range(place, place + torn + 1))
            and not self.wrong(joined := _joined(row, place, torn, self.width))
            and (counts is None or _text(joined, counts))
        ]

    def is_natural(self, place: int, pieces: Sequence[Value]) -> bool:
        """Whether the pieces are such as one separator tears apart."""
        texts = [str(piece) for piece in pieces]
        field = self.fields.get(place)
        if field == "designators":
            return all("designators" in classes(text.strip()) for text in texts)
        if field in {"unit_price", "total_price"}:
            return _CENTS.fullmatch(",".join(texts).strip()) is not None
        return field is None and all(text[:1] == " " and len(text) > 1 for text in texts[1:])


def _test(kinds: frozenset[str]) -> Callable[[str], bool]:
    return lambda text: is_placeholder(text) or not kinds.isdisjoint(classes(text))


def _joined(row: Row, place: int, torn: int, width: int) -> Row:
    """The row with some cells behind a place joined to the one there."""
    field = ",".join(str(piece) for piece in row[place : place + torn + 1]).strip()
    rest = (*row[place + torn + 1 :], *([None] * torn))
    return (*row[:place], field, *rest)[:width]


def _text(row: Iterable[Value], place: int) -> str:
    cells = tuple(row)
    return shown(cells[place]) if place < len(cells) else ""
