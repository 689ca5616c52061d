"""A reading as plain data: what ``depmap check --format json`` prints."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bom.cells.marks import is_no_maker, is_placeholder
from bom.companies.names import is_shop, listed_companies
from bom.fields import base
from bom.reading import FieldValue, Line, Question, Reading, Table, TableRole

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def as_check_json(reading: Reading, cells: bool = False) -> dict[str, Json]:
    """The object of the contract: tables, columns, lines, makers as written, and with ``cells`` every mapped cell."""
    counted = [line for _, line in reading.parts]
    printed: dict[str, Json] = {
        "schema": 1,
        "file": reading.file,
        "is_bom": reading.is_bom,
        "tables": [_table(table) for table in reading.tables],
        "lines": len(counted),
        "lines_in_question": reading.lines_in_question,
        "dnp_lines": sum(1 for line in counted if line.is_left_out),
        "manufacturers": _manufacturers(counted),
        "issues": [
            {
                "code": issue.code,
                "severity": issue.severity.value,
                "message": issue.message.en,
                "cell": str(issue.cell) if issue.cell else None,
            }
            for issue in reading.issues
        ],
        "questions": [_question(question) for question in reading.questions],
    }
    if reading.refusal is not None:
        printed["error"] = reading.refusal.en
    if cells:
        printed["cells"] = _cells(reading)
    return printed


def refused_json(file: str, message: str) -> dict[str, Json]:
    """The object of the contract for a file that could not be opened as a list at all, with the sentence that says why.

    Whoever runs the command over many files finds the same keys for each of them.
    """
    return {"schema": 1, "file": file, "is_bom": False, "tables": [], "lines": 0, "error": message}


def _table(table: Table) -> Json:
    return {
        "sheet": table.sheet or None,
        "header_row": table.header_row,
        "role": table.role.value,
        "columns": {column.column: column.field for column in table.columns if column.field is not None},
        "lines": 0 if table.role is TableRole.NOT_PARTS else len(table.lines),
    }


def _question(question: Question) -> Json:
    return {
        "cell": str(question.cell),
        "question": question.text.en,
        "in_effect": question.in_effect.en,
        "until": question.until.en,
        "answers": [{"answer": answer.text.en, "mapping": [*answer.lines]} for answer in question.answers],
    }


def makers_of(line: Line) -> tuple[str, ...]:
    """The manufacturers that a line names, as written, each once; a cell may stack several."""
    found: dict[str, None] = {}
    for key, value in line.values.items():
        if base(key) == "manufacturer" and isinstance(value, str):
            found.update(dict.fromkeys(part.strip() for part in value.splitlines() if part.strip()))
    return tuple(found)


def _manufacturers(lines: list[Line]) -> Json:
    """Names of makers; a shop counts when the reference list knows that it makes things too."""
    known = listed_companies()
    counts: dict[str, int] = {}
    for line in lines:
        for name in makers_of(line):
            if not is_no_maker(name) and (not is_shop(name) or known.is_maker(name)):
                counts[name] = counts.get(name, 0) + 1
    return {name: counts[name] for name in sorted(counts)}


_SAYS_NOTHING = frozenset({"quantity", "designators"})
"""Fields of which a placeholder says no more than a blank cell."""


def _cells(reading: Reading) -> Json:
    printed: dict[str, Json] = {}
    for table in reading.tables:
        for line in table.lines:
            for key, place in line.cells.items():
                said = printed.setdefault(str(place), {})
                if isinstance(said, dict):
                    said[key] = _value(line.values.get(key), line.unread, key)
    return printed


def _value(value: FieldValue, unread: Mapping[str, str], key: str) -> Json:
    if value is None:
        text = unread.get(key)
        return None if text is None or (base(key) in _SAYS_NOTHING and is_placeholder(text)) else text
    if isinstance(value, str) and base(key) == "mpn" and is_placeholder(value):
        return None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
