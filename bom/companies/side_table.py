"""Files beside a bill of materials: one table each, whose columns are found by their names. All of it is read, or none.

A bill of materials may be doubtful and is read all the same, because nobody vouches for it. A file that an analyst
gives *beside* it is meant to be relied on: everything wrong in it is said at once, and the run stops.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, NoReturn, TypeVar

from bom.cells.marks import is_placeholder
from bom.columns.content import shown
from bom.columns.titles import plain
from bom.raw import RawFile, Sheet, Value, letters
from depmap.core.countries import recognise_country
from depmap.core.errors import InputError
from depmap.core.evidence import CellRef
from depmap.core.issues import Severity
from depmap.core.text import Text, same

_HEADER_ROWS = 30
_SAID = 10
"""How many faults one message lists before it counts the rest."""

_COUNTRY = Text("Schrijf één land voluit of als ISO-code.", "Write one country in full or as its ISO code.")


@dataclass(frozen=True, slots=True)
class SideColumn:
    """One meaning that a column of such a file can have."""

    key: str
    """Stable English key."""

    title: Text
    """The word that messages show, and the template puts above the column."""

    synonyms: tuple[str, ...]
    """Other titles, in any case and punctuation."""

    required: bool = False
    """Whether a table without it is not this kind of table."""

    repeats: bool = False
    """Whether several columns may mean this; their texts are joined with ``; ``."""

    either: bool = False
    """Whether a table without this one and without any other of these is not this kind of table."""


def side_column(key: str, title: Text, synonyms: str, *, required: bool = False, repeats: bool = False) -> SideColumn:
    """A row of a table of columns; ``synonyms`` are separated by ``|``."""
    return SideColumn(key, title, tuple(word.strip() for word in synonyms.split("|")), required, repeats)


def one_of(column: SideColumn) -> SideColumn:
    """The column as one of those of which a table needs at least one."""
    return replace(column, either=True)


@dataclass(frozen=True, slots=True)
class SideRow:
    """One row, by the keys of its columns."""

    values: Mapping[str, str]
    """What its cells say; a cell that says nothing is absent."""

    cells: Mapping[str, CellRef]
    """Where each column of the row stands, also where the cell says nothing."""

    def text(self, key: str) -> str:
        """What the cell says, or an empty string."""
        return self.values.get(key, "")

    def at(self, key: str) -> CellRef:
        """The cell of a column; for a column that the table lacks the first cell of the row."""
        return self.cells.get(key, next(iter(self.cells.values())))


@dataclass(slots=True)
class Faults:
    """Everything wrong with one file, said at once."""

    found: list[tuple[CellRef, Text]] = field(default_factory=list)
    """The cells and what is wrong with them, what would be right included."""

    def add(self, cell: CellRef, wording: Text, **values: object) -> None:
        """One more fault."""
        self.found.append((cell, wording.format(**values)))

    def country(self, row: SideRow, key: str, text: str | None = None) -> str:
        """The country that a cell names, or nothing; a text that is no single country is a fault."""
        written = row.text(key) if text is None else text
        if not written:
            return ""
        match = recognise_country(written, codes=True)
        if match.code is None or match.assumed:
            self.add(row.at(key), Text("{why}. {hint}", "{why}. {hint}"), why=match.reason, hint=_COUNTRY)
            return ""
        return match.code

    def stop(self) -> None:
        """Refuse the file when anything is wrong with it.

        Raises:
            InputError: with every fault and its cell, up to ten.
        """
        if not self.found:
            return
        listed = [(f"{cell.file}, {cell}: ", wording) for cell, wording in self.found[:_SAID]]
        more = len(self.found) - _SAID
        rest = (
            Text("\nen nog {more:fout|fouten}", "\nand {more:more fault|more faults}").format(more=more)
            if more > 0
            else same("")
        )
        raise InputError(
            Text(
                "\n".join(where + wording.nl for where, wording in listed) + rest.nl,
                "\n".join(where + wording.en for where, wording in listed) + rest.en,
            ),
            Text("Verbeter het bestand; er is niets van gebruikt.", "Correct the file; nothing of it has been used."),
        )


def side_rows(file: str, sheets: Iterable[Sheet], columns: Sequence[SideColumn]) -> tuple[SideRow, ...]:
    """The rows of every table in a file that has the required columns.

    Raises:
        InputError: there is no such table, or it has no rows.
    """
    known = {plain(name): column for column in columns for name in _names(column)}
    rows: list[SideRow] = []
    given = tuple(sheets)
    for sheet in given:
        header = _header(sheet, known, columns)
        if header is None:
            continue
        number, places = header
        for below in range(number + 1, len(sheet.rows)):
            row = _row(file, sheet, below, places)
            if row.values:
                rows.append(row)
    if not rows:
        _refuse(file, given, columns)
    return tuple(rows)


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class SideFile(Generic[Item]):
    """A file beside a bill of materials, read."""

    file: str
    """Its name without folders."""

    sha256: str
    """Of its bytes."""

    rows: tuple[Item, ...]
    """In the order of the file."""


def refuse_doubtful(raw: RawFile, faults: Faults) -> None:
    """What the reading itself warns of (formulas without a value, broken quoting) is a fault in a file to rely on."""
    for issue in raw.issues:
        if issue.severity is not Severity.NOTE:
            cell = issue.cell or CellRef(raw.name, "", 1, "A")
            faults.add(cell, Text("{what} {hint}", "{what} {hint}"), what=issue.message, hint=issue.hint or same(""))


def _names(column: SideColumn) -> tuple[str, ...]:
    return (column.key, column.title.nl, column.title.en, *column.synonyms)


Places = Mapping[str, tuple[int, ...]]


def _header(sheet: Sheet, known: Mapping[str, SideColumn], columns: Sequence[SideColumn]) -> tuple[int, Places] | None:
    """The first row with the titles of all needed columns and one more: its number from 0, and where these stand."""
    required = {column.key for column in columns if column.required}
    either = {column.key for column in columns if column.either}
    for number, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        places: dict[str, tuple[int, ...]] = {}
        for place, value in enumerate(row):
            column = known.get(plain(value)) if isinstance(value, str) and value.strip() else None
            if column is not None and (column.repeats or column.key not in places):
                places[column.key] = (*places.get(column.key, ()), place)
        if required <= places.keys() and len(places) > 1 and (either & places.keys() or not either):
            return number, places
    return None


def _row(file: str, sheet: Sheet, number: int, places: Places) -> SideRow:
    cells = sheet.rows[number]
    values = {}
    for key, columns in places.items():
        texts = [text for place in columns if place < len(cells) and (text := _said(cells[place]))]
        if texts:
            values[key] = "; ".join(texts)
    where = {key: CellRef(file, sheet.name, number + 1, letters(columns[0])) for key, columns in places.items()}
    return SideRow(values, where)


def _said(value: Value) -> str:
    """The text of a cell; line breaks stay, for they separate values."""
    lines = [" ".join(line.split()) for line in shown(value).splitlines()]
    text = "\n".join(line for line in lines if line)
    return "" if is_placeholder(text) else text


def _refuse(file: str, sheets: Sequence[Sheet], columns: Sequence[SideColumn]) -> NoReturn:
    needed = [column.title for column in columns if column.required]
    either = [column.title for column in columns if column.either]
    if either:
        needed.append(Text(" of ".join(text.nl for text in either), " or ".join(text.en for text in either)))
    first = next((row for sheet in sheets for row in sheet.rows if any(cell is not None for cell in row)), ())
    seen = " | ".join(_said(cell) for cell in first if cell is not None)[:80]
    optional = [column.title for column in columns if not (column.required or column.either)]
    raise InputError(
        Text(
            f"{file}: geen tabel met regels onder de kolommen {', '.join(text.nl for text in needed)};"
            f" de eerste rij is '{seen}'.",
            f"{file}: no table with rows below the columns {', '.join(text.en for text in needed)};"
            f" the first row is '{seen}'.",
        ),
        Text(
            f"Andere kolommen die worden gelezen: {', '.join(text.nl for text in optional)}.",
            f"Other columns that are read: {', '.join(text.en for text in optional)}.",
        ),
    )
