"""The first two sheets as tables: what was read and what is wrong with it, and what every column was taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bom.marked.marks import first_of_name, place_of, title_of
from bom.raw import RawFile, letters
from bom.reading import Reading, Table, TableRole
from depmap import __version__
from depmap.core.issues import Severity
from depmap.core.text import Language, Text

ROLES = {
    TableRole.PARTS: Text("telt mee", "counts"),
    TableRole.RESTATES: Text("herhaalt een andere tabel", "restates another table"),
    TableRole.NOT_PARTS: Text("geen onderdelenlijst", "no list of parts"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a cell of the copy."""

    text: str
    """What is shown."""

    sheet: int
    """Position of the sheet in the file."""

    cell: str
    """Where it leads: ``D14``."""


Cell = str | int | Link | None
"""One cell of the first two sheets."""


@dataclass(frozen=True, slots=True)
class Block:
    """A table of these sheets."""

    name: Text
    """Its name, unique in the workbook and without blanks."""

    title: Text
    """What stands above it."""

    headings: tuple[Text, ...]
    """Of its columns."""

    rows: Sequence[tuple[Cell, ...]]
    """From top to bottom."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What became of one sheet in the copy."""

    name: str
    """Its name there."""

    rows: int
    """How many rows were copied, all or the first."""

    comments: int
    """How many comments it got."""

    unsaid: int
    """How many cells got none, for there would be too many."""


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that the first two sheets tell about."""

    raw: RawFile
    """The file."""

    reading: Reading
    """How it was understood, with all problems."""

    copied: tuple[Copied, ...]
    """What became of its sheets."""

    language: Language
    """The reader's."""


def facts(told: Told) -> Iterable[tuple[Text, str]]:
    """What the file is and what it comes to: a word and its value each."""
    reading, language = told.reading, told.language
    counts = Counter(issue.severity for issue in reading.issues)
    counted = [line for _, line in reading.parts]
    aside = sum(line.is_left_out for line in counted)
    lines = Text(
        f"{len(counted)}, waarvan {aside} niet te plaatsen", f"{len(counted)}, of which {aside} not to be placed"
    )
    errors, warnings, notes = (counts[severity] for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE))
    found = Text(
        "{errors:fout|fouten}, {warnings:waarschuwing|waarschuwingen}, {notes:opmerking|opmerkingen}",
        "{errors:error|errors}, {warnings:warning|warnings}, {notes:note|notes}",
    ).format(errors=errors, warnings=warnings, notes=notes)
    yield Text("Bestand", "File"), reading.file
    yield Text("SHA-256", "SHA-256"), reading.sha256
    yield Text("Gelezen als", "Read as"), reading.format
    yield Text("Gelezen door", "Read by"), f"depmap {__version__}"
    if reading.refusal is not None:
        yield Text("Uitkomst", "Outcome"), reading.refusal[language]
    yield Text("Regels", "Lines"), lines[language]
    if reading.questions:
        asked = Text(
            "{count}; {lines:regel telt|regels tellen} zolang alleen als mogelijkheid",
            "{count}; {lines:line counts|lines count} as a possibility until then",
        )
        asked = asked.format(count=len(reading.questions), lines=reading.lines_in_question)
        yield Text("Niet beantwoorde vragen", "Unanswered questions"), asked[language]
    yield Text("Problemen", "Problems"), found[language]


def tables(told: Told) -> Block:
    """The tables with their roles and why they have them."""
    sheets = first_of_name(told.raw)

    def row(table: Table) -> tuple[Cell, ...]:
        name = table.sheet or told.reading.file
        first = table.columns[0].column if table.columns else "A"
        link = Link(name, sheets[table.sheet], f"{first}{table.header_row or 1}") if table.sheet in sheets else name
        role = ROLES[table.role][told.language]
        return link, table.header_row, len(table.lines), role, _sentence(table.role_reason[told.language])

    return Block(
        Text("Tabellen", "Tables"),
        Text("Tabellen", "Tables"),
        (
            Text("Blad", "Sheet"),
            Text("Kop in rij", "Header in row"),
            Text("Regels", "Lines"),
            Text("Rol", "Role"),
            Text("Waarom", "Why"),
        ),
        [row(table) for table in told.reading.tables],
    )


def sheets(told: Told) -> Block:
    """What became of each sheet in the copy, and what of it is not shown there."""
    language = told.language
    rows: list[tuple[Cell, ...]] = []
    for at, (sheet, copy) in enumerate(zip(told.raw.sheets, told.copied, strict=True)):
        notes = []
        if sheet.name and sheet.name != copy.name:
            notes.append(Text(f"Heet in het bestand '{sheet.name}'.", f"Called '{sheet.name}' in the file."))
        if copy.rows < len(sheet.rows):
            more = len(sheet.rows) - copy.rows
            notes.append(
                Text(
                    f"De laatste {more} rijen zijn niet gekopieerd, want de kopie zou te groot worden; "
                    "hun problemen staan wel hieronder.",
                    f"The last {more} rows were not copied, for the copy would become too large; "
                    "their problems do stand below.",
                )
            )
        if copy.unsaid:
            notes.append(
                Text(
                    f"{copy.unsaid} cellen kregen geen commentaar, want van meer wordt Excel traag; "
                    "alle problemen staan hieronder.",
                    f"{copy.unsaid} cells got no comment, for more would make Excel slow; all problems stand below.",
                )
            )
        hidden = Text("verborgen", "hidden")[language] if sheet.hidden else Text("zichtbaar", "visible")[language]
        note = " ".join(note[language] for note in notes) or None
        rows.append((Link(copy.name, at, "A1"), len(sheet.rows), copy.comments, hidden, note))
    return Block(
        Text("Bladen", "Sheets"),
        Text("Bladen in deze kopie", "Sheets in this copy"),
        (
            Text("Blad", "Sheet"),
            Text("Rijen", "Rows"),
            Text("Commentaar", "Comments"),
            Text("In het bestand", "In the file"),
            Text("Bijzonderheden", "Remarks"),
        ),
        rows,
    )


def problems(told: Told) -> Block:
    """Every problem, with a link to its cell."""
    language = told.language
    places = first_of_name(told.raw)
    whole = Text("hele bestand", "whole file")[language]
    rows: list[tuple[Cell, ...]] = []
    for issue in told.reading.issues:
        place = place_of(issue.cell, told.raw, places)
        where: tuple[Cell, Cell]
        if place is not None:
            cell = f"{letters(place[2])}{place[1] + 1}"
            inside = place[1] < told.copied[place[0]].rows or not told.raw.sheets[place[0]].rows
            where = told.copied[place[0]].name, Link(cell, place[0], cell) if inside else cell
        elif issue.cell is not None and issue.cell.file != told.raw.name:
            where = issue.cell.file, str(issue.cell)
        else:
            where = whole, None
        hint = issue.hint[language] if issue.hint else None
        rows.append((*where, issue.code, issue.severity.text[language], issue.message[language], hint))
    return Block(
        Text("Problemen", "Problems"),
        Text("Problemen", "Problems"),
        (
            Text("Blad", "Sheet"),
            Text("Cel", "Cell"),
            Text("Code", "Code"),
            Text("Ernst", "Severity"),
            Text("Wat er staat", "What was found"),
            Text("Wat goed zou zijn", "What would be right"),
        ),
        rows,
    )


def columns(told: Told) -> Block:
    """What every column was taken for, and why."""
    language = told.language
    places = first_of_name(told.raw)
    rows: list[tuple[Cell, ...]] = []
    for table in told.reading.tables:
        for column in table.columns:
            cell = f"{column.column}{table.header_row or 1}"
            at = places.get(table.sheet)
            name = told.copied[at].name if at is not None else table.sheet
            field = title_of(column.field)[language] if column.field else None
            link: Cell = Link(cell, at, cell) if at is not None else cell
            header = " ".join(column.header.split()) or None
            rows.append((name, link, header, field, column.field, _sentence(column.reason[language])))
    return Block(
        Text("Kolommen", "Columns"),
        Text("Wat elke kolom betekent", "What every column means"),
        (
            Text("Blad", "Sheet"),
            Text("Kop", "Header cell"),
            Text("Koptekst", "Header"),
            Text("Gelezen als", "Read as"),
            Text("Veld", "Field"),
            Text("Waarom", "Why"),
        ),
        rows,
    )


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}."
