"""What is asked back: the choices of `bom.columns.doubts`, variants of a list, and numbers that are two numbers.

Every question names its answers with the lines of a mapping file that give them, so that answering is copying a line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bom.cells.numbers import parse
from bom.fields import BY_KEY, Kind, base
from bom.pins.consequences import POSSIBLE, until
from bom.pins.entries import column_entry, role_entry
from bom.pins.held import plain_header
from bom.pins.unanswered import Rows, cell, differ, read_twice, rivals, unanswered
from bom.raw import RawFile
from bom.reading import Answer, ColumnReading, Question, Table, TableRole
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text, same

CODE = "DI030"
"""The code of a question among the issues."""

_TWO_WAYS = "DI011"
"""The code of a number that can be read in two ways."""


def ask(
    raw: RawFile, tables: Sequence[Table], issues: Iterable[Issue]
) -> tuple[tuple[Table, ...], tuple[Question, ...]]:
    """The tables with what is open in them, and the questions about them, in the order of the tables and their columns.

    Args:
        raw: its cells.
        tables: as they were understood.
        issues: what was found in their cells.
    """
    sheets = {sheet.name: sheet.rows for sheet in reversed(raw.sheets)}
    unread: dict[str, set[str]] = {}
    for issue in issues:
        if issue.code == _TWO_WAYS and issue.cell is not None:
            unread.setdefault(issue.cell.sheet, set()).add(issue.cell.column)
    questions: list[Question] = []
    asked = []
    for table in tables:
        rows, twice = sheets.get(table.sheet, ()), unread.get(table.sheet, set())
        if table.role is TableRole.PARTS or table.is_in_question:
            table = replace(table, open=unanswered(table, rows, twice))  # noqa: PLW2901 - the same one, with more
        if table.role is TableRole.PARTS:
            questions.extend(_about_columns(raw.name, table, rows))
            questions.extend(_about_marks(raw.name, table, twice))
        if table.is_in_question and table.role_instead is not None:
            questions.append(_about_role(raw.name, table, table.role_instead))
        asked.append(table)
    return tuple(asked), tuple(questions)


def as_issue(question: Question) -> Issue:
    """A question as an issue: what is asked, how it is read now, what rests on it, and how to answer."""
    options = [
        Text(f"{answer.text.nl}: {' '.join(answer.lines)}", f"{answer.text.en}: {' '.join(answer.lines)}")
        for answer in question.answers
    ]
    hint = Text(
        f"Zet het antwoord in een indelingsbestand (--mapping). {'; '.join(option.nl for option in options)}",
        f"Put the answer into a mapping file (--mapping). {'; '.join(option.en for option in options)}",
    )
    message = Text(
        f"{question.text.nl} Nu gelezen als: {question.in_effect.nl}. {question.until.nl}",
        f"{question.text.en} Read for now as: {question.in_effect.en}. {question.until.en}",
    )
    return Issue(CODE, Severity.WARNING, message, question.cell, hint)


# --- columns ----------------------------------------------------------------------------------------------------------


def _about_columns(file: str, table: Table, rows: Rows) -> Iterable[Question]:
    owned = rivals(table, rows)
    for column in table.columns:
        if column.instead and column.field:
            yield _two_fields(file, table, column, rows)
        if not column.field:
            yield from (
                _two_columns(file, table, owned[field], rows)
                for field in column.instead
                if field in owned and owned[field][1] is column
            )


def _two_fields(file: str, table: Table, column: ColumnReading, rows: Rows) -> Question:
    """A column that could be this or that."""
    fields = [column.field or "", *column.instead]
    names = [_name(field) for field in fields]
    text = Text(
        "Wat staat er in kolom {column} '{header}': {options}? Bijvoorbeeld {example}.",
        "What does column {column} '{header}' hold: {options}? For example {example}.",
    ).format(
        column=column.column,
        header=plain_header(column.header),
        options=_or(names),
        example=_example(table, column, rows),
    )
    answers = [Answer(name, (column_entry(column, field),)) for name, field in zip(names, fields, strict=True)]
    return Question(_header(file, table, column), text, names[0], tuple(answers), until(table, fields))


def _two_columns(file: str, table: Table, columns: Sequence[ColumnReading], rows: Rows) -> Question:
    """A field that stands in this column or in that."""
    field = columns[0].field or ""
    line = next(line.row for line in table.lines if differ(rows, line.row, columns))
    shown_columns = [
        same(f"{each.column} '{plain_header(each.header)}' ('{cell(rows, line, each)}' in {each.column}{line})")
        for each in columns
    ]
    text = Text("Welke kolom is {field}: {options}?", "Which column is {field}: {options}?").format(
        field=_name(field), options=_or(shown_columns)
    )
    answers = [
        Answer(
            Text(f"kolom {each.column}", f"column {each.column}"),
            tuple(column_entry(other, field if other is each else None) for other in columns),
        )
        for each in columns
    ]
    in_effect = Text(f"kolom {columns[0].column}", f"column {columns[0].column}")
    return Question(_header(file, table, columns[0]), text, in_effect, tuple(answers), until(table, [field]))


def _example(table: Table, column: ColumnReading, rows: Rows) -> Text:
    """The first filled cell of a column, with its place."""
    for line in table.lines:
        if text := cell(rows, line.row, column):
            return same(f"'{text}' in {column.column}{line.row}")
    return Text("een lege cel", "a blank cell")


# --- numbers ----------------------------------------------------------------------------------------------------------


def _about_marks(file: str, table: Table, unread: set[str]) -> Iterable[Question]:
    for column in table.columns:
        field = column.field
        if field is None or column.column not in unread or column.pinned_mark:
            continue
        if BY_KEY[base(field)].kind not in {Kind.NUMBER, Kind.MONEY}:
            continue
        found = next((found for line in table.lines if (found := read_twice(line, field))), None)
        if found is not None:
            yield _two_numbers(file, table, column, found)


def _two_numbers(file: str, table: Table, column: ColumnReading, found: str) -> Question:
    """A column whose numbers could be a thousand times as large."""
    text = Text(
        "Welk teken is het decimaalteken in kolom {column} '{header}' ({field})? '{found}' is {large} of {small}.",
        "Which is the decimal mark in column {column} '{header}' ({field})? '{found}' is {large} or {small}.",
    )
    large, small = f"{parse(found, ',' if '.' in found else '.')}", f"{parse(found, '.' if '.' in found else ',')}"
    answers = [
        Answer(
            Text(f"'{mark}', dus {parse(found, mark)}", f"'{mark}', so {parse(found, mark)}"),
            (column_entry(column, column.field, mark),),
        )
        for mark in (",", ".")
    ]
    return Question(
        _header(file, table, column),
        text.format(
            column=column.column,
            header=plain_header(column.header),
            field=_name(column.field or ""),
            found=found,
            large=large,
            small=small,
        ),
        Text("onbekend", "unknown"),
        tuple(answers),
        until(table, [column.field or ""]),
    )


# --- tables -----------------------------------------------------------------------------------------------------------


def _about_role(file: str, table: Table, instead: TableRole) -> Question:
    """A table that could count as well."""
    name = plain_header(table.sheet) or str(table.header_row)
    text = Text(
        "Is de tabel '{name}' ({count:regel|regels}) een variant die niet meetelt, of komen haar onderdelen erbij?",
        "Is the table '{name}' ({count:line|lines}) a variant that does not count, or do its parts come on top?",
    ).format(name=name, count=len(table.lines))
    answers = [Answer(_ROLES[role], (role_entry(role.value),)) for role in (table.role, instead)]
    column = table.columns[0].column if table.columns else "A"
    cell = CellRef(file, table.sheet, table.header_row or 1, column)
    return Question(cell, text, _ROLES[table.role], tuple(answers), POSSIBLE.format(count=len(table.lines)))


_ROLES: Mapping[TableRole, Text] = {
    TableRole.PARTS: Text("telt mee", "counts"),
    TableRole.RESTATES: Text("telt niet mee", "does not count"),
    TableRole.NOT_PARTS: Text("geen lijst van onderdelen", "no list of parts"),
}


# --- wording ----------------------------------------------------------------------------------------------------------


def _header(file: str, table: Table, column: ColumnReading) -> CellRef:
    return CellRef(file, table.sheet, table.header_row or 1, column.column)


def _name(field: str) -> Text:
    return BY_KEY[base(field)].title


def _or(options: Sequence[Text]) -> Text:
    """``a, b or c``."""
    return Text(
        f"{', '.join(each.nl for each in options[:-1])} of {options[-1].nl}",
        f"{', '.join(each.en for each in options[:-1])} or {options[-1].en}",
    )
