"""From sheets of cells to tables, columns, lines and problems: where the reading of a bill of materials is joined."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from bom import cells
from bom.content import SAMPLE, Companies, profile, shown
from bom.fields import BY_KEY, Kind, base
from bom.lines import Body, RowKind, sort_rows
from bom.mapping import Column, Meaning, assign
from bom.marks import holds_dnp, is_dnp, title_says_not, yes_or_no
from bom.numbers import Mark, decimal_mark
from bom.raw import RawFile, Sheet, Value, letters
from bom.reading import ColumnReading, FieldValue, Line, Reading, Table, TableRole
from bom.restatements import restated
from bom.tables import Region, filled, find_regions
from bom.title_block import read_title_block
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_COUNTS = Text("lijst van onderdelen", "list of parts")
_EMPTY = Text("kop zonder regels", "header without lines")
_NO_TABLE = Text("geen kop van een stuklijst gevonden", "no header of a bill of materials found")


def understand(raw: RawFile, companies: Companies | None = None) -> Reading:
    """What a file says. A cell that cannot be read becomes an issue; a file without parts gets a refusal.

    Args:
        raw: the sheets as a format module read them.
        companies: which names are makers and distributors; the reference lists when not given.
    """
    known = companies or listed_companies()
    tables: list[Table] = []
    issues: list[Issue] = list(raw.issues)
    title: dict[str, str] = {}
    for sheet in raw.sheets:
        regions = find_regions(sheet)
        for place, region in enumerate(regions):
            table, found = _table(raw.name, sheet, region, known)
            tables.append(table)
            issues.extend(found)
            if place == 0 and table.lines:
                title = {**read_title_block(sheet.rows[: region.header]), **title}
    tables, repeated = _with_roles(raw.name, tables)
    counted = any(table.role is TableRole.PARTS for table in tables)
    return Reading(
        file=raw.name,
        sha256=raw.sha256,
        format=raw.format,
        tables=tuple(tables),
        issues=(*issues, *repeated),
        refusal=None if counted else _refusal(raw, tables),
        title=title,
    )


def listed_companies() -> Companies:
    """The companies of the reference lists of depmap."""
    from bom.suppliers import recognise

    return Companies(
        is_maker=lambda name: recognise(name).status in ("exact", "alias"),
        is_distributor=lambda name: recognise(name).status == "distributor",
    )


def _refusal(raw: RawFile, tables: Sequence[Table]) -> Text:
    seen = _first_row(raw)
    if tables:
        return Text(
            nl="Dit is geen stuklijst: onder de kop staan geen regels met onderdelen.",
            en="This is no bill of materials: there are no lines with parts below the header.",
        )
    if not seen:
        return Text(
            nl="Dit is geen stuklijst: het bestand is leeg.", en="This is no bill of materials: the file is empty."
        )
    return Text(
        nl=f"Dit is geen stuklijst: geen rij heeft koppen zoals aantal, omschrijving en fabrikant; de eerste rij is '{seen}'.",
        en=f"This is no bill of materials: no row has headers such as quantity, description and manufacturer; the first row is '{seen}'.",
    )


def _first_row(raw: RawFile) -> str:
    for sheet in raw.sheets:
        for row in sheet.rows:
            seen = [shown(value) for _, value in filled(row)]
            if seen:
                text = " | ".join(" ".join(part.split()) for part in seen[:6])
                return text if len(text) <= 80 else text[:77] + "..."
    return ""


def _with_roles(file: str, tables: Sequence[Table]) -> tuple[list[Table], list[Issue]]:
    """The tables with their roles settled, and a note about each that does not count."""
    repeats = restated([table if table.lines else dataclasses.replace(table, lines=()) for table in tables])
    settled, issues = [], []
    for index, table in enumerate(tables):
        if not table.lines:
            settled.append(dataclasses.replace(table, role=TableRole.NOT_PARTS, role_reason=_EMPTY))
        elif index in repeats:
            settled.append(dataclasses.replace(table, role=TableRole.RESTATES, role_reason=repeats[index]))
            issues.append(_note(file, table, repeats[index]))
        else:
            settled.append(table)
    return settled, issues


def _note(file: str, table: Table, reason: Text) -> Issue:
    message = Text(f"Deze tabel {reason.nl}.", f"This table {reason.en}.")
    hint = Text(
        "Klopt dat niet, zet de lijsten dan in aparte bestanden.", "If that is not so, put the lists in separate files."
    )
    column = table.columns[0].column if table.columns else "A"
    return Issue("DI017", Severity.NOTE, message, CellRef(file, table.sheet, table.header_row or 1, column), hint)


# --- one table --------------------------------------------------------------------------------------------------------


def _table(file: str, sheet: Sheet, region: Region, companies: Companies) -> tuple[Table, list[Issue]]:
    rows = [row[region.left : region.right] for row in sheet.rows[region.header + 1 : region.end]]
    meanings = _meanings(rows, region, companies)
    body = Body(region.header + 1, rows, region.titles, [meaning.field for meaning in meanings])
    kinds = sort_rows(body)
    columns = [
        _Mapped(
            place,
            letters(region.left + place),
            meaning.field,
            cells.Column(base(meaning.field), BY_KEY[base(meaning.field)].kind, region.titles[place], mark),
        )
        for mark in [_mark(rows, meanings)]
        for place, meaning in enumerate(meanings)
        if meaning.field
    ]
    reader = _LineReader(file, sheet, columns, _merged_down(sheet, region, columns))
    lines = [
        reader.read(kind, sheet.rows[kind.row][region.left : region.right]) for kind in kinds if kind.left_out is None
    ]
    table = Table(
        sheet=sheet.name,
        header_row=region.header + 1,
        role=TableRole.PARTS,
        role_reason=_COUNTS,
        columns=tuple(
            ColumnReading(letters(region.left + place), region.titles[place], meaning.field, meaning.reason)
            for place, meaning in enumerate(meanings)
        ),
        lines=tuple(lines),
        left_out=tuple((kind.row + 1, kind.left_out) for kind in kinds if kind.left_out is not None),
        title=region.title,
    )
    return table, reader.issues


def _meanings(rows: Sequence[Sequence[Value]], region: Region, companies: Companies) -> tuple[Meaning, ...]:
    solid = [row for row in rows if len(filled(row)) > 1]
    step = max(1, len(solid) // SAMPLE)
    sample = solid[::step][:SAMPLE]
    columns = []
    for place, title in enumerate(region.titles):
        column = [row[place] if place < len(row) else None for row in sample]
        columns.append(
            Column(title, region.above[place] if region.above[place] != title else "", profile(column, companies))
        )
    return assign(columns)


def _mark(rows: Sequence[Sequence[Value]], meanings: Sequence[Meaning]) -> Mark:
    numeric = [
        place
        for place, meaning in enumerate(meanings)
        if meaning.field and BY_KEY[base(meaning.field)].kind in {Kind.NUMBER, Kind.MONEY}
    ]
    return decimal_mark(
        value
        for row in rows
        for place in numeric
        if place < len(row) and isinstance(value := row[place], str) and value
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Mapped:
    """A mapped column of a table."""

    place: int
    letter: str
    key: str
    column: cells.Column


_FILLS_DOWN = frozenset({"category", "parent", "manufacturer", "supplier", "country_of_origin"})


def _merged_down(sheet: Sheet, region: Region, columns: Sequence[_Mapped]) -> dict[tuple[int, int], int]:
    """(row, place) -> the row whose cell is merged over it, for fields that hold for a group of lines."""
    places = {region.left + column.place: column.place for column in columns if column.column.field in _FILLS_DOWN}
    return {
        (row, places[merge.left]): merge.top
        for merge in sheet.merges
        if merge.left in places and merge.left == merge.right and merge.top > region.header
        for row in range(merge.top + 1, merge.bottom + 1)
    }


@dataclasses.dataclass(slots=True)
class _LineReader:
    """Reads the lines of one table and gathers what is wrong with their cells."""

    file: str
    sheet: Sheet
    columns: Sequence[_Mapped]
    merged: dict[tuple[int, int], int]
    issues: list[Issue] = dataclasses.field(default_factory=list)

    def read(self, kind: RowKind, row: Sequence[Value]) -> Line:
        """The line that stands in one row."""
        values: dict[str, FieldValue] = {}
        places: dict[str, CellRef] = {}
        unread: dict[str, str] = {}
        for mapped in self.columns:
            value = row[mapped.place] if mapped.place < len(row) else None
            origin = kind.row
            if value is None and (kind.row, mapped.place) in self.merged:
                origin = self.merged[kind.row, mapped.place]
                value = self._above(origin, mapped)
            place = CellRef(self.file, self.sheet.name, origin + 1, mapped.letter)
            found = cells.read(value, mapped.column)
            values[mapped.key] = found.value
            places[mapped.key] = place
            if found.value is None and value is not None and (text := shown(value)):
                unread[mapped.key] = text
            for key, extra in found.extra.items():
                if values.get(key) is None:
                    values[key], places[key] = extra, place
            if found.fault is not None:
                self.issues.append(
                    Issue(found.fault.code, found.fault.severity, found.fault.message, place, found.fault.hint)
                )
        return Line(kind.row + 1, values, places, self._dnp(values, kind.section), kind.section, unread)

    def _above(self, row: int, mapped: _Mapped) -> Value:
        letters_before = sum(1 for _ in ())
        del letters_before
        cells_of = self.sheet.rows[row]
        index = _index(mapped.letter)
        return cells_of[index] if index < len(cells_of) else None

    def _dnp(self, values: dict[str, FieldValue], section: str) -> bool:
        populate = values.get("populate")
        if isinstance(populate, str) and populate.strip():
            if is_dnp(populate):
                return True
            said = yes_or_no(populate)
            title = next(mapped.column.title for mapped in self.columns if mapped.key == "populate")
            if said is not None:
                return said is title_says_not(title)
        return is_dnp(section) or any(_marks_dnp(key, value) for key, value in _texts(values))


def _texts(values: dict[str, FieldValue]) -> Iterator[tuple[str, str]]:
    return ((key, value) for key, value in values.items() if isinstance(value, str))


def _marks_dnp(key: str, text: str) -> bool:
    field = base(key)
    if field in {"value", "notes", "description"}:
        return holds_dnp(text)
    return field in {"mpn", "manufacturer", "supplier_part_number", "part_number", "supplier"} and is_dnp(text)


def _index(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number - 1
