"""What the workbook formats share: the child reads them, and its remarks become issues."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bom.formats._interface import Content, Source
from bom.raw import letters
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

if TYPE_CHECKING:
    from bom.sandbox.parent import Answer, Note

_SHOWN = 20
_NO_VALUE = Text(
    "een formule zonder berekende waarde; gelezen als leeg.", "a formula without a calculated value; read as blank."
)
_MORE = Text(
    "nog {count:formule|formules} zonder berekende waarde in dit blad.",
    "{count:more formula|more formulas} without a calculated value in this sheet.",
)
_CALCULATE = Text(
    "Open het bestand in een rekenprogramma en sla het op; dan staan de uitkomsten erin.",
    "Open the file in a spreadsheet program and save it; then it holds the results.",
)
_HIDDEN = Text(
    "het blad '{sheet}' is verborgen; het is wel gelezen.", "the sheet '{sheet}' is hidden; it was read all the same."
)
_HIDDEN_ROWS = Text(
    "verborgen in het blad '{sheet}': {count:rij|rijen}, wel gelezen (de eerste is rij {row}).",
    "hidden in the sheet '{sheet}': {count:row|rows}, read all the same (the first is row {row}).",
)
_UNCHECKED = Text(
    "het blad '{sheet}' is gelezen, maar foutwaarden, formules zonder waarde, verborgen rijen en voorloopnullen konden "
    "er niet worden nagegaan: het bestand is beschadigd.",
    "the sheet '{sheet}' was read, but its error values, formulas without a value, hidden rows and leading zeros could "
    "not be checked: the file is damaged.",
)
_LOST_ROWS = Text(
    "het blad '{sheet}' heeft in het bestand {count:rij|rijen} met waarden die niet gelezen zijn (eerste: rij {row}).",
    "the sheet '{sheet}' has {count:row|rows} in the file with values that were not read (the first is row {row}).",
)
_LOST_CELLS = Text(
    "het blad '{sheet}' bevat in het bestand meer waarden dan er gelezen zijn; het bestand spreekt zichzelf tegen.",
    "the sheet '{sheet}' holds more values in the file than were read; the file contradicts itself.",
)
_SAVE = Text("Sla het bestand opnieuw op als .xlsx.", "Save the file again as .xlsx.")
_OTHER = Text(
    "'{sheet}' is geen werkblad (een grafiek, macro of dialoog) en is overgeslagen.",
    "'{sheet}' is no worksheet (a chart, macro or dialogue) and was left out.",
)


def read_workbook(source: Source, reader: str) -> Content:
    """The sheets as the child's ``reader`` sees them, with issues for hidden or other sheets and blank formulas.

    Raises:
        Refused: see `bom.sandbox.parent.read_in_child`.
    """
    from bom.sandbox.parent import read_in_child

    answer = read_in_child(source.data, reader)
    issues = [
        Issue("DI005", Severity.NOTE, _HIDDEN.format(sheet=sheet.name), CellRef(source.name, sheet.name, 1, "A"))
        for sheet in answer.sheets
        if sheet.hidden and sheet.rows
    ]
    counts: dict[str, int] = {}
    for note in answer.notes:
        if note.code == "not_a_worksheet":
            issues.append(Issue("DI006", Severity.NOTE, _OTHER.format(sheet=note.sheet)))
        elif note.code == "no_value":
            counts[note.sheet] = counts.get(note.sheet, 0) + 1
            cell = CellRef(source.name, note.sheet, note.row + 1, letters(note.column))
            if counts[note.sheet] <= _SHOWN:
                issues.append(Issue("DI007", Severity.WARNING, _NO_VALUE, cell, _CALCULATE))
            elif counts[note.sheet] == _SHOWN + 1:
                total = sum(other.code == note.code and other.sheet == note.sheet for other in answer.notes)
                issues.append(Issue("DI007", Severity.WARNING, _MORE.format(count=total - _SHOWN), cell, _CALCULATE))
    return Content(answer.sheets, (*issues, *_rows(source.name, answer.notes), *_unchecked(source.name, answer)))


def _rows(file: str, notes: Iterable[Note]) -> Iterator[Issue]:
    """One issue per sheet with hidden rows that hold cells, and one per sheet with rows that were not read."""
    for code, number, severity, message, hint in (
        ("hidden_row", "DI024", Severity.NOTE, _HIDDEN_ROWS, None),
        ("lost_row", "DI036", Severity.WARNING, _LOST_ROWS, _SAVE),
    ):
        rows: dict[str, list[int]] = {}
        for note in notes:
            if note.code == code:
                rows.setdefault(note.sheet, []).append(note.row + 1)
        for sheet, found in rows.items():
            text = message.format(count=len(found), sheet=sheet, row=found[0])
            yield Issue(number, severity, text, CellRef(file, sheet, found[0], "A"), hint)


def _unchecked(file: str, answer: Answer) -> Iterator[Issue]:
    """One issue per sheet with cells whose details are unknown, or that lacks some of its cells."""
    words = {"unchecked": ("DI035", _UNCHECKED), "lost_cells": ("DI036", _LOST_CELLS)}
    filled = {sheet.name for sheet in answer.sheets if sheet.rows}
    for note in answer.notes:
        if note.code in words and note.sheet in filled:
            number, message = words[note.code]
            cell = CellRef(file, note.sheet, 1, "A")
            yield Issue(number, Severity.WARNING, message.format(sheet=note.sheet), cell, _SAVE)
