"""Lists without columns: a sheet or a text whose lines are parts in words (`bom.cells.entry_lists`), read as a table.

The table has four columns that the file does not have: how many, what, the designators and the page of a shop. They
stand from the column of the words on, and every value has the cell of its words. A line that is no entry is a section
title when it is a heading, or when a blank line or nothing stands above it and an entry below, of which not each stands
alone. Sentences outside the list are beside it. Any other line is named in a warning, for it may be a part all the
same.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bom.assembly.problem import Problem
from bom.cells.entries import Entry
from bom.cells.entry_lists import is_address, is_heading, is_sum, read_entries, read_names
from bom.cells.faults import ColumnKind
from bom.columns.content import profile, shown
from bom.columns.mapping import Meaning
from bom.companies.names import Companies
from bom.fields import BY_KEY, base
from bom.grid import Grid, as_grid
from bom.pins.held import Held
from bom.raw import Sheet, Value, letters
from bom.reading import ColumnReading, Table, TableRole
from bom.tables.lanes import Lane, filled_lanes
from bom.tables.line_reader import Found, MappedColumn, read_lines
from bom.tables.lines import COST, SECTION, SortedRows
from bom.tables.named_lists import says_parts
from bom.tables.search import NO_HEADER, Region
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

WIDTH = 4
"""How many columns such a table has."""

_FIELDS = ("quantity", "description", "designators", "url")
_PLACES = _FIELDS.index("designators")

_SAMPLE = 400
_SELDOM = 4
_HEADING = 60
_SENTENCE = 8

IN_WORDS = Problem(
    "DI039",
    Severity.WARNING,
    Text(
        "een lijst zonder kolommen: van elke regel zijn aantal en naam uit de tekst gelezen.",
        "a list without columns: how many and what was read from the words of each line.",
    ),
    Text(
        "Controleer de aantallen, of maak er een tabel van met de koppen Aantal en Omschrijving.",
        "Check the quantities, or make it a table with the headers Quantity and Description.",
    ),
)
UNREAD = Problem(
    "DI040",
    Severity.WARNING,
    Text(
        "{count:regel noemt geen aantal en is|regels noemen geen aantal en zijn} niet als onderdeel gelezen ({cells}).",
        "{count:line states no number and was|lines state no number and were} not read as parts ({cells}).",
    ),
    Text("Is het een onderdeel, zet er dan een aantal bij: '1x ...'.", "If it is a part, give its number: '1x ...'."),
)
SEVERAL = Problem(
    "DI041",
    Severity.WARNING,
    Text(
        "{count:regel noemt|regels noemen} meer dan één onderdeel; hoeveel waarvan is niet gelezen ({cells}).",
        "{count:line names|lines name} more than one part; how many of which was not read ({cells}).",
    ),
    Text("Zet elk onderdeel op een eigen regel.", "Give each part a line of its own."),
)
UNNAMED = Text(
    "Dit is geen stuklijst: het is een lijst in woorden, maar niets zegt dat het onderdelen zijn. Zijn het onderdelen, "
    "zet er dan 'Onderdelenlijst' boven.",
    "This is no bill of materials: it is a list in words, but nothing says that they are parts. If they are, put "
    "'Parts list' above it.",
)
"""Why a list in words is not read when neither its name nor its first line says what it lists."""

NO_ENTRY = Text("noemt geen aantal", "states no number")
BESIDE = Text("tekst naast de lijst", "text beside the list")
ADDRESS = Text("adres van een pagina", "address of a page")
TITLE = Text("titel van de lijst", "title of the list")
_COUNTS = Text("lijst van onderdelen in woorden", "list of parts in words")
_REASONS: Mapping[str, Text] = {
    "quantity": Text("het getal waarmee de regel begint of eindigt", "the number that begins or ends the line"),
    "description": Text("wat de regel verder zegt", "what else the line says"),
    "designators": Text("de aanduidingen waarmee de regel begint", "the designators that begin the line"),
    "url": Text("het adres van een pagina in de regel of eronder", "the address of a page in the line or below it"),
}


@dataclass(frozen=True, slots=True)
class Prose:
    """The entries of one sheet."""

    column: int
    """Where the words stand, counted from 0."""

    lines: tuple[str, ...]
    """The words of every row."""

    entries: Mapping[int, Entry]
    """Row, counted from 0 -> the part that it states."""

    def line(self, row: int) -> str:
        """The words of a row; none above the first and below the last one."""
        return self.lines[row] if 0 <= row < len(self.lines) else ""

    @property
    def region(self) -> Region:
        """Where it stands, as a table without a header."""
        blank = ("",) * WIDTH
        return Region(NO_HEADER, self.column, self.column + WIDTH, len(self.lines), blank, blank, "")

    @property
    def is_titled(self) -> bool:
        """Whether its first line says that it is a list of parts."""
        first = next((line for line in self.lines if line.strip()), "")
        return len(first) <= _HEADING and says_parts(first)


def read_prose(sheet: Sheet, *, names: bool = False) -> Prose | None:
    """The list that a sheet is; None when more than one of its columns is filled, or its lines are no entries.

    Args:
        sheet: whose lines are looked at.
        names: whether something says that it lists parts, so that names without a number will do.
    """
    grid = as_grid(sheet.rows)
    lanes = filled_lanes(grid)
    used = [place for place, lane in enumerate(lanes) if lane]
    cut = len(used) > 1
    if not used or grid.tails or (cut and not (names and not sheet.name and _few_beside([lanes[at] for at in used]))):
        return None
    first = _lines(grid, used, _SAMPLE)
    read = read_entries if not cut and read_entries(first) else read_names if names and read_names(first) else None
    if read is None:
        return None
    lines = _lines(grid, used, grid.height)
    entries = {at: entry for at, entry in read(lines).items() if entry.count or not says_parts(lines[at])}
    return Prose(used[0], lines, entries) if entries else None


def _few_beside(lanes: Sequence[Lane]) -> bool:
    """Whether a few lines of a text hold a sign that cut them: the first piece is in all of them, others in few."""
    first, *others = lanes
    beside = functools.reduce(operator.or_, others)
    return not beside & ~first and _SELDOM * beside.bit_count() <= first.bit_count()


def _lines(grid: Grid, used: Sequence[int], count: int) -> tuple[str, ...]:
    """The words of the first rows, pieces of one line put together."""
    columns = [grid.columns[place] for place in used]
    pieces = ([shown(column.values[code]) for code in column.codes[:count]] for column in columns)
    return tuple("  ".join(filter(None, row)) for row in zip(*pieces, strict=True))


def prose_table(
    file: str, sheet: Sheet, prose: Prose, companies: Companies, held: Held | None = None
) -> tuple[Table, list[Issue]]:
    """The list as a table, and what was doubtful in it.

    Args:
        file: name of the file.
        sheet: where it stands.
        prose: what `read_prose` found.
        companies: which names are makers and distributors.
        held: what a mapping file says of its columns.
    """
    region = prose.region
    body = Grid.of(_cells(prose.entries.get(row)) for row in range(len(prose.lines)))
    meanings = _meanings(body, companies, held)
    columns = [
        MappedColumn(place, meaning.field, ColumnKind(base(meaning.field), BY_KEY[base(meaning.field)].kind))
        for place, meaning in enumerate(meanings)
        if meaning.field
    ]
    rows = _sorted(prose)
    lines, issues = read_lines(Found(file, sheet, region, dict.fromkeys(rows.lines, (0,) * WIDTH)), body, rows, columns)
    marks = held.marks if held is not None else {}
    table = Table(
        sheet=sheet.name,
        header_row=None,
        role=TableRole.PARTS,
        role_reason=_COUNTS,
        columns=tuple(
            ColumnReading(letters(region.left + place), "", meaning.field, meaning.reason, marks.get(place, ""))
            for place, meaning in enumerate(meanings)
        ),
        lines=lines,
        left_out=tuple((row + 1, reason) for row, reason in rows.left_out),
    )
    return table, [*_doubts(file, sheet, prose, rows), *issues]


def _cells(entry: Entry | None) -> tuple[Value, ...]:
    if entry is None:
        return ()
    return (entry.count or None, entry.name, entry.places or None, entry.link or None)


def _meanings(body: Grid, companies: Companies, held: Held | None) -> tuple[Meaning, ...]:
    """What the columns mean: the same in every list, unless a mapping file says otherwise; ``R1: 10k`` is a value."""
    names = profile([row[1] for row in body if len(row) > _PLACES and row[_PLACES]], companies)
    found = []
    for place, field in enumerate(_FIELDS):
        means = "value" if field == "description" and names.share("value") >= _VALUES else field
        if held is not None and place in held.fields:
            found.append(Meaning(held.fields[place] or None, held.reason))
        elif any(len(row) > place and row[place] for row in body):
            found.append(Meaning(means, _REASONS[field]))
        else:
            found.append(Meaning(None, Text("leeg", "blank")))
    return tuple(found)


_VALUES = 0.5


def _sorted(prose: Prose) -> SortedRows:
    """Which rows are entries, which are titles, and which are neither."""
    sections: list[tuple[int, str]] = []
    left_out: list[tuple[int, Text]] = []
    named = False
    for row, line in enumerate(prose.lines):
        text = line.strip(" \t-_=*#~:`")
        if row in prose.entries or not text:
            continue
        if not named and not sections and says_parts(line) and len(line) <= _HEADING:
            named = True
            left_out.append((row, TITLE))
        elif is_sum(line):
            left_out.append((row, COST))
        elif is_address(line):
            left_out.append((row, ADDRESS))
        elif len(line) <= _HEADING and _heads(prose, row):
            sections.append((row, text))
            left_out.append((row, SECTION.format(title=text)))
        else:
            left_out.append((row, BESIDE if _is_beside(prose, row) else NO_ENTRY))
    return SortedRows(tuple(sorted(prose.entries)), tuple(sections), tuple(left_out))


def _heads(prose: Prose, row: int) -> bool:
    """Whether a line is a heading, or begins a paragraph of entries."""
    if is_heading(prose.lines[row], prose.line(row + 1)):
        return True
    below = next((after for after in range(row + 1, len(prose.lines)) if prose.lines[after].strip()), -1)
    if below not in prose.entries or prose.line(row - 1).strip():
        return False
    return below == row + 1 or below + 1 in prose.entries


def _is_beside(prose: Prose, row: int) -> bool:
    """Whether a line is a sentence in a paragraph without entries, or what stands above the list."""
    first, end = row, row + 1
    while prose.line(first - 1).strip():
        first -= 1
    while prose.line(end).strip():
        end += 1
    if any(at in prose.entries for at in range(first, end)):
        return False
    return first < min(prose.entries) or any(len(line.split()) >= _SENTENCE for line in prose.lines[first:end])


def _doubts(file: str, sheet: Sheet, prose: Prose, rows: SortedRows) -> list[Issue]:
    """What the reader of such a list should check."""

    def at(row: int) -> CellRef:
        return CellRef(file, sheet.name, row + 1, letters(prose.column))

    found = [IN_WORDS.at(at(rows.lines[0]))]
    unread = [at(row) for row, reason in rows.left_out if reason == NO_ENTRY]
    several = [at(row) for row in rows.lines if prose.entries[row].several]
    for problem, cells in ((UNREAD, unread), (SEVERAL, several)):
        if cells:
            found.append(problem.at(cells[0], cells, count=len(cells)))
    return found
