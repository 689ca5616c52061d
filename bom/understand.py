"""From sheets of cells to tables, columns, lines and problems: where the reading of a bill of materials is joined."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from bom import cells
from bom.companies import Companies, listed_companies
from bom.content import SAMPLE, profile, shown
from bom.fields import BY_KEY, Kind, base
from bom.lines import Body, RowKind, sort_rows
from bom.mapping import Column, Meaning, assign, names_children
from bom.marks import holds_dnp, is_dnp, title_says_not, yes_or_no
from bom.numbers import Mark, decimal_mark
from bom.raw import RawFile, Sheet, Value, letters
from bom.reading import ColumnReading, FieldValue, Line, Reading, Table, TableRole
from bom.restatements import restated
from bom.shifted import Origins, is_broken, straighten
from bom.tables import Region, filled, find_regions
from bom.title_block import read_title_block
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_COUNTS = Text("lijst van onderdelen", "list of parts")
_ENOUGH = frozenset(
    {
        "quantity",
        "designators",
        "mpn",
        "supplier_part_number",
        "part_number",
        "manufacturer",
        "level",
        "parent",
        "unit_price",
    }
)
_GLOSSARY = Text(
    "geen lijst van onderdelen: geen kolom met aantal, nummer, fabrikant of prijs",
    "no list of parts: no column with a quantity, number, maker or price",
)
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


def _refusal(raw: RawFile, tables: Sequence[Table]) -> Text:
    seen = _first_row(raw)
    if any(not table.lines for table in tables):
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
    repeats = restated([table if _states_parts(table) else dataclasses.replace(table, lines=()) for table in tables])
    settled, issues = [], []
    for index, table in enumerate(tables):
        if not table.lines or not _states_parts(table):
            reason = _GLOSSARY if table.lines else _EMPTY
            settled.append(dataclasses.replace(table, role=TableRole.NOT_PARTS, role_reason=reason))
        elif index in repeats:
            settled.append(dataclasses.replace(table, role=TableRole.RESTATES, role_reason=repeats[index]))
            issues.append(_note(file, table, repeats[index]))
        else:
            settled.append(table)
    return settled, issues


def _states_parts(table: Table) -> bool:
    return bool(_ENOUGH & {base(column.field) for column in table.columns if column.field})


def _note(file: str, table: Table, reason: Text) -> Issue:
    message = Text(f"Deze tabel {reason.nl}.", f"This table {reason.en}.")
    hint = Text(
        "Klopt dat niet, zet de lijsten dan in aparte bestanden.", "If that is not so, put the lists in separate files."
    )
    column = table.columns[0].column if table.columns else "A"
    return Issue("DI017", Severity.NOTE, message, CellRef(file, table.sheet, table.header_row or 1, column), hint)


# --- one table --------------------------------------------------------------------------------------------------------


def _table(file: str, sheet: Sheet, region: Region, companies: Companies) -> tuple[Table, list[Issue]]:
    rows, origins = _rows(sheet, region)
    meanings = _meanings(rows, region, companies)
    mark = _mark(rows, meanings)
    columns = [
        _Mapped(place, meaning.field, cells.Column(base(meaning.field), BY_KEY[base(meaning.field)].kind, title, mark))
        for place, (title, meaning) in enumerate(zip(region.titles, meanings, strict=True))
        if meaning.field
    ]
    kinds = sort_rows(Body(region.header + 1, rows, region.titles, [meaning.field for meaning in meanings]))
    reader = _LineReader(file, sheet, region, columns, origins)
    lines = [reader.read(kind, rows[kind.row - region.header - 1]) for kind in kinds if kind.left_out is None]
    table = Table(
        sheet=sheet.name,
        header_row=region.header + 1,
        role=TableRole.PARTS,
        role_reason=_COUNTS,
        columns=tuple(
            ColumnReading(letters(region.left + place), title, meaning.field, meaning.reason)
            for place, (title, meaning) in enumerate(zip(region.titles, meanings, strict=True))
        ),
        lines=tuple(lines),
        left_out=tuple((kind.row + 1, kind.left_out) for kind in kinds if kind.left_out is not None),
        title=region.title,
    )
    return table, reader.issues


def _rows(sheet: Sheet, region: Region) -> tuple[list[Sequence[Value]], dict[int, Origins]]:
    """The rows below the header, and for straightened ones (by row of the sheet) where their cells stand."""
    rows: list[Sequence[Value]] = [
        row[region.left : region.right] for row in sheet.rows[region.header + 1 : region.end]
    ]
    if sheet.name or not is_broken(sheet.rows[region.header][region.left : region.right], rows):
        return rows, {}
    origins: dict[int, Origins] = {}
    for place, row in enumerate(rows):
        rows[place], origins[region.header + 1 + place] = straighten(row)
    return rows, origins


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
    meanings = assign(columns)
    if all(meaning.field != "parent" for meaning in meanings):
        return meanings
    width = range(len(region.titles))
    return names_children(
        meanings, [frozenset(shown(row[place]) for row in solid if place < len(row)) - {""} for place in width]
    )


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


class _LineReader:
    """Reads the lines of one table and gathers what is wrong with their cells."""

    def __init__(
        self, file: str, sheet: Sheet, region: Region, columns: Sequence[_Mapped], origins: dict[int, Origins]
    ) -> None:
        self.issues: list[Issue] = []
        self._file, self._sheet, self._left, self._columns, self._origins = file, sheet, region.left, columns, origins
        self._merged = _merged_down(sheet, region, columns)
        self._letters = [letters(number) for number in range(max(region.right, *(len(row) for row in sheet.rows)))]

    def read(self, kind: RowKind, row: Sequence[Value]) -> Line:
        """The line that stands in one row."""
        values: dict[str, FieldValue] = {}
        places: dict[str, CellRef] = {}
        unread: dict[str, str] = {}
        for mapped in self._columns:
            value, place = self._cell(kind.row, row, mapped.place)
            found = cells.read(value, mapped.column)
            values[mapped.key], places[mapped.key] = found.value, place
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

    def _cell(self, number: int, row: Sequence[Value], place: int) -> tuple[Value, CellRef]:
        value = row[place] if place < len(row) else None
        origins = self._origins.get(number)
        column = origins[place] if origins is not None and place < len(origins) else place
        if value is None and (number, place) in self._merged:
            number = self._merged[number, place]
            value = self._sheet.rows[number][self._left + place]
        return value, CellRef(self._file, self._sheet.name, number + 1, self._letters[self._left + column])

    def _dnp(self, values: dict[str, FieldValue], section: str) -> bool:
        populate = values.get("populate")
        if isinstance(populate, str) and populate.strip():
            if is_dnp(populate):
                return True
            said = yes_or_no(populate)
            title = next(mapped.column.title for mapped in self._columns if mapped.key == "populate")
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
