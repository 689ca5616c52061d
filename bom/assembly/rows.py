"""The part lines of a reading, numbered through, with the few ways in which assembling looks at them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from bom.cells.marks import is_placeholder
from bom.fields import base
from bom.reading import FieldValue, Line, Reading, Table
from depmap.core.evidence import CellRef

_UNTOLD = frozenset(
    "quantity multiplier unit_price total_price currency stock lead_time mass unit category origin_evidence"
    " material".split()
)
"""What an open question silences: amounts and evidence. Names stay, for a part needs one; makers and countries become
hints (`bom.assembly.sources`)."""

_AMOUNTS = frozenset({"quantity", "multiplier"})

_STRUCTURE = frozenset({"level", "parent"})
"""What decides where every line of a table stands, so that a question about it concerns all of them."""

_MORE = re.compile(r"description_\d+")
_NAMING = ("part_number", "mpn", "description", "value", "designators", "line_id")


class Texts(dict[str, str]):
    """Each different text of a file on one line, and empty when it says nothing; lines repeat each other."""

    def __missing__(self, text: str) -> str:
        """Look at a text that is new."""
        self[text] = found = _collapse(text)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One part line and where it stands."""

    index: int
    """Position among all part lines of the file, from 0."""

    table: int
    """Position of its table in the file, from 0."""

    sheet: str
    """Name of the sheet; empty for text files."""

    line: Line
    """What was read."""

    cell: CellRef
    """The cell that names the part, by which messages point at the line."""

    values: Mapping[str, FieldValue]
    """Field key -> what it says; nothing where an open question silences it."""

    texts: Texts
    """The texts of the file, shared by all its lines."""

    open: frozenset[str] = frozenset()
    """Fields whose value rests on a question that nobody has answered."""

    maybe: bool = False
    """Whether it rests on such a question if its part is needed at all."""

    @property
    def dnp(self) -> bool:
        """Whether it is settled that no part of it is placed."""
        return self.line.dnp and "populate" not in self.open

    @property
    def hides_amount(self) -> bool:
        """Whether how many it asks for rests on a question: nothing else may stand for it then."""
        return self.maybe or not _AMOUNTS.isdisjoint(self.open)

    @property
    def is_moved(self) -> bool:
        """Whether it rests on a question under which line it stands."""
        return not _STRUCTURE.isdisjoint(self.open)

    def text(self, key: str) -> str:
        """The field on one line, or an empty string when the cell says nothing (blank, ``-``, ``n/a``).

        A description is all that the columns of descriptions say, the name of a part first: ``Screw, M3 x 12``.
        """
        text = self.texts[_written(self.values.get(key))]
        if key != "description" or "description_2" not in self.values:
            return text
        more = [self.texts[_written(said)] for each, said in self.values.items() if _MORE.fullmatch(each)]
        said = [each for each in more if each and each.casefold() not in text.casefold()]
        return ", ".join([text, *said] if text else said)

    def raw(self, key: str) -> str:
        """The field as written, with indentation and marks."""
        return _written(self.values.get(key))

    def stacked(self, key: str) -> tuple[str, ...]:
        """The values that stand under each other in the cell; a value that says nothing keeps its place as ``""``."""
        parts = tuple(self.texts[part] for part in self.raw(key).splitlines())
        return parts if any(parts) else ()

    def number(self, key: str) -> Decimal | None:
        """The field as a number; None when it is no number."""
        value = self.values.get(key)
        return value if isinstance(value, Decimal) and value.is_finite() else None

    def many(self, key: str) -> tuple[str, ...]:
        """The field as several texts (reference designators)."""
        value = self.values.get(key)
        if isinstance(value, tuple):
            return value
        return tuple(part for part in re.split(r"[,;\s]+", self.text(key)) if part)

    def cells(self, *keys: str) -> tuple[CellRef, ...]:
        """The cells of these fields, without those that the table does not have."""
        cells = self.line.cells
        return tuple([cells[key] for key in keys if key in cells])

    def at(self, key: str) -> CellRef:
        """The cell of a field, or the one that names the line."""
        return self.line.cells.get(key, self.cell)

    @property
    def name(self) -> str:
        """What people call the line."""
        named = (self.text(key) for key in ("description", "part_number", "mpn", "value", "line_id"))
        return next((text for text in named if text), str(self.cell))


def rows_of(reading: Reading) -> tuple[Row, ...]:
    """The part lines that count, in the order of the file."""
    positions = {id(table): number for number, table in enumerate(reading.tables)}
    texts = Texts()
    return tuple(
        Row(
            index,
            positions[id(table)],
            table.sheet,
            line,
            _naming_cell(reading.file, table.sheet, line),
            _told(line, open_ := _open(table, line)),
            texts,
            open_,
            table.is_in_question or not _NEEDED.isdisjoint(open_),
        )
        for index, (table, line) in enumerate(reading.parts)
    )


def _open(table: Table, line: Line) -> frozenset[str]:
    """The fields of a line that rest on questions; where a line stands is a question about all lines of its table."""
    if not table.open:
        return _SETTLED
    found = frozenset(field for field, rows in table.open.items() if line.row in rows)
    return found | (_STRUCTURE & table.open.keys())


def _told(line: Line, open_: frozenset[str]) -> Mapping[str, FieldValue]:
    if not open_:
        return line.values
    untold = {key for key in open_ if base(key) in _UNTOLD}
    return {key: None if key in untold else value for key, value in line.values.items()}


_SETTLED: frozenset[str] = frozenset()
_NEEDED = _STRUCTURE | {"populate"}
"""What decides whether a part is needed: the line above all others is the system, and asks for nothing."""


def same(text: str) -> str:
    """The form in which two spellings of a part number or name are compared: case and white space do not count."""
    return _collapse(text).casefold()


def _naming_cell(file: str, sheet: str, line: Line) -> CellRef:
    filled = (key for key in _NAMING if key in line.cells and line.values.get(key))
    key = next(filled, next(iter(line.cells), None))
    return CellRef(file, sheet, line.row, "A") if key is None else line.cells[key]


def _written(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value.is_finite() else ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _collapse(text: str) -> str:
    text = " ".join(text.split())
    return "" if not text or is_placeholder(text) else text
