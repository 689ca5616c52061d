"""A file as understood: tables, what each column means and why, the lines, and the problems. Not yet a network."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bom.cells.numbers import Mark
from bom.companies.supplier_file import SupplierFile
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue
from depmap.core.text import Text

FieldValue = str | Decimal | bool | tuple[str, ...] | None
"""What a cell was read as: text, a number, yes or no, designators; None when it could not be read or says nothing."""


class TableRole(enum.StrEnum):
    """What a table is in its file."""

    PARTS = "parts"
    RESTATES = "restates"
    NOT_PARTS = "not_a_parts_table"


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """One column and its meaning."""

    column: str
    """Column letters."""

    header: str
    """The header as the workbook writes it."""

    field: str | None
    """Field key (``quantity``, ``manufacturer_2``), or None when it is not mapped."""

    reason: Text
    """Why it was mapped so, or why not."""

    pinned_mark: Mark = ""
    """The decimal mark of its numbers, when a mapping file pins it."""

    instead: tuple[str, ...] = ()
    """Fields that it could mean just as well; this is asked back."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row that states a part."""

    row: int
    """Row number from 1."""

    values: Mapping[str, FieldValue]
    """Field key -> value. Text may hold several values stacked with line breaks, as the cell does."""

    cells: Mapping[str, CellRef]
    """Field key -> the cell it was read from."""

    dnp: bool = False
    """Whether the line is marked not to be placed."""

    section: str = ""
    """The section title above it, when there is one."""

    unread: Mapping[str, str] = field(default_factory=dict)
    """Field key -> the cell as written, where it is filled and its value is None."""

    @property
    def is_left_out(self) -> bool:
        """Whether no part of this line is placed: it is marked so, or its quantity is 0."""
        return self.dnp or self.values.get("quantity") == 0


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet."""

    sheet: str
    """Name of the sheet; empty for text files."""

    header_row: int | None
    """Row number of the header; None when the table has none."""

    role: TableRole
    """Whether its lines count."""

    role_reason: Text
    """Why it has this role."""

    columns: tuple[ColumnReading, ...]
    """From left to right."""

    lines: Sequence[Line]
    """Its part lines, from top to bottom; often made when they are asked for (`bom.tables.lines_by_column`)."""

    left_out: tuple[tuple[int, Text], ...] = ()
    """Rows inside the table that are no part, each with the reason: section titles, totals, notes."""

    title: str = ""
    """A single text right above it, when there is one: the name of a board or of a list."""

    role_instead: TableRole | None = None
    """A role that it could have just as well; this is asked back."""

    open: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Field key -> numbers of the rows whose value rests on a question that nobody has answered."""

    @property
    def is_in_question(self) -> bool:
        """Whether it is asked if its lines count."""
        return self.role_instead is not None and self.role is not TableRole.NOT_PARTS


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers to a question."""

    text: Text
    """What it says."""

    lines: tuple[str, ...]
    """The lines of a mapping file that give it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A choice that nothing in the workbook settles, put to the analyst."""

    cell: CellRef
    """The header that it is about."""

    text: Text
    """What is asked, with an example."""

    in_effect: Text
    """How it is read as long as nobody answers."""

    answers: tuple[Answer, ...]
    """Two or more."""

    until: Text
    """What becomes of everything that rests on it as long as nobody answers: one sentence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, understood."""

    file: str
    """Its name without folders."""

    sha256: str
    """Of its bytes."""

    format: str
    """Id of the format."""

    tables: tuple[Table, ...]
    """In the order of the workbook."""

    issues: tuple[Issue, ...] = ()
    """All problems, in the order of the cells."""

    refusal: Text | None = None
    """Why this is no bill of materials, when it is none."""

    title: Mapping[str, str] = field(default_factory=dict)
    """What a title block above the table says: ``system``, ``revision``, ``date``, ``currency``."""

    questions: tuple[Question, ...] = ()
    """What only the analyst can settle; each is among the issues too."""

    suppliers: SupplierFile | None = None
    """What the supplier sheet of depmap's own template says, when the file has one."""

    @property
    def is_bom(self) -> bool:
        """Whether it has part lines."""
        return self.refusal is None

    @property
    def lines_in_question(self) -> int:
        """How many lines stand in tables of which it is asked whether they count."""
        return sum(len(table.lines) for table in self.tables if table.is_in_question)

    def without_lines(self) -> Reading:
        """Where its tables stand and what their columns mean, without what the lines say."""
        return replace(self, tables=tuple(replace(table, lines=()) for table in self.tables))

    @property
    def parts(self) -> tuple[tuple[Table, Line], ...]:
        """The lines that count, each with its table."""
        return tuple((table, line) for table in self.tables if table.role is TableRole.PARTS for line in table.lines)
