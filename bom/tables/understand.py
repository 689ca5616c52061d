"""From sheets of cells to tables, columns, lines and problems: where the reading of a bill of materials is joined."""

from __future__ import annotations

from collections.abc import Sequence

from bom.cells.faults import ColumnKind
from bom.cells.numbers import Mark, decimal_mark
from bom.columns.bids import Column
from bom.columns.content import SAMPLE, profile, shown
from bom.columns.lone_names import without_lone_names
from bom.columns.mapping import Meaning, assign
from bom.columns.parents import names_children
from bom.columns.price_columns import find_total
from bom.companies.names import Companies, listed_companies
from bom.fields import BY_KEY, Kind, base
from bom.grid import Grid, as_grid
from bom.pins.held import Held, nothing_counts, unless_pinned
from bom.pins.model import FilePins
from bom.pins.notes import file_notes, table_notes
from bom.pins.placing import place_tables
from bom.pins.questions import as_issue, ask
from bom.raw import RawFile, Sheet, letters
from bom.reading import ColumnReading, Reading, Table, TableRole
from bom.tables.continued import GOES_ON, join_continued
from bom.tables.header_rows import clear_fields, filled, unknown_header
from bom.tables.lanes import rows_with
from bom.tables.line_reader import Found, MappedColumn, read_lines
from bom.tables.lines import BELOW, Body, SortedRows, sort_rows
from bom.tables.merged_cells import merged_notes
from bom.tables.named_lists import NO_HEADER as NO_HEADER_READ
from bom.tables.named_lists import doubts, is_list, says_parts, worded_region
from bom.tables.other_lists import other_list
from bom.tables.prose import prose_table, read_prose
from bom.tables.refusals import refusal
from bom.tables.roles import with_roles
from bom.tables.search import NO_HEADER, Region, region_at, whole_sheet
from bom.tables.shifted import Origins, is_broken, straighten, with_surplus
from bom.tables.slipped import told
from bom.tables.sums_below import above_the_sums
from bom.tables.title_block import read_title_block
from bom.tables.torn_rows import mend, torn_notes
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue
from depmap.core.text import Text

_COUNTS = Text("lijst van onderdelen", "list of parts")


def understand(raw: RawFile, companies: Companies | None = None, pins: FilePins | None = None) -> Reading:
    """What a file says. A cell that cannot be read becomes an issue; a file without parts gets a refusal.

    Args:
        raw: the sheets as a format module read them.
        companies: which names are makers and distributors; the reference lists when not given.
        pins: what a mapping file pins of this file.

    Raises:
        MappingError: the mapping file pins a table or a column that the file does not have.
    """
    known = companies or listed_companies()
    tables: list[Table] = []
    helds: list[Held | None] = []
    issues: list[Issue] = [*raw.issues, *file_notes(raw, pins)]
    for sheet, places in place_tables(raw, pins):
        for region, held in places:
            table, found = _table(raw.name, sheet, region, known, held)
            tables.append(table)
            helds.append(held)
            issues.extend(found)
    headless = not tables
    if headless:
        tables, found = _without_headers(raw, known)
        helds = [None] * len(tables)
        issues.extend(found)
    tables, repeated = with_roles(raw.name, tables, helds, named=headless)
    counted = any(table.role is TableRole.PARTS for table in tables)
    for table in tables:
        if table.role is TableRole.PARTS:
            issues.extend((*doubts(raw.name, table), *merged_notes(raw, table)))
    for table, held in zip(tables, helds, strict=True):
        issues.extend(table_notes(raw, table, held, pins))
    asked, questions = ask(raw, tables, issues)
    return Reading(
        file=raw.name,
        sha256=raw.sha256,
        format=raw.format,
        tables=asked,
        issues=(*map(as_issue, questions), *issues, *repeated),
        refusal=None if counted else nothing_counts(helds) or refusal(raw, tables),
        title=_title(raw, tables),
        questions=questions,
    )


def _title(raw: RawFile, tables: Sequence[Table]) -> dict[str, str]:
    """What the rows above the first table of every sheet say of the system; an earlier sheet counts."""
    first = {table.sheet: table for table in reversed(tables)}
    title: dict[str, str] = {}
    for sheet in raw.sheets:
        table = first.get(sheet.name)
        if table is not None and table.lines and table.header_row:
            title = {**read_title_block(sheet.rows[: table.header_row - 1]), **title}
    return title


def _without_headers(raw: RawFile, companies: Companies) -> tuple[list[Table], list[Issue]]:
    """Sheets without a header that counts parts, whose cells or whose file name leave no doubt."""
    tables: list[Table] = []
    issues: list[Issue] = []
    named = says_parts(raw.name)
    for sheet in raw.sheets:
        prose = read_prose(sheet, names=named)
        if prose is not None and (named or prose.is_titled or says_parts(sheet.name)):
            table, found = prose_table(raw.name, sheet, prose, companies)
            tables.append(table)
            issues.extend(found)
            continue
        titled = unknown_header(sheet)
        if titled is not None and (not named or _is_of_another_kind(sheet, titled)):
            continue
        region = (worded_region(sheet) or _below(sheet, titled)) if named else None
        if region is None and sheet.listed:
            continue
        table, found = _table(raw.name, sheet, region or whole_sheet(sheet), companies)
        fields = {column.field for column in table.columns}
        sure = fields >= {"manufacturer", "mpn"} or (
            "designators" in fields and fields & {"mpn", "supplier_part_number"}
        )
        if (sure and len(table.lines) > 2) or (named and is_list(table)):
            tables.append(table)
            issues.extend(found)
            if region is None:
                issues.append(NO_HEADER_READ.at(CellRef(raw.name, sheet.name, 1, "A")))
    return tables, issues


def _is_of_another_kind(sheet: Sheet, header: int) -> bool:
    """Whether titles none of which a list of parts has are those of something else, whatever the file is called."""
    titles = [value.strip() for _, value in filled(sheet.rows[header]) if isinstance(value, str)]
    return not clear_fields(titles) and other_list({}, titles) is not None


def _below(sheet: Sheet, header: int | None) -> Region | None:
    return None if header is None else region_at(sheet, header, (0, as_grid(sheet.rows).width), None)


# --- one table --------------------------------------------------------------------------------------------------------


def _table(
    file: str, sheet: Sheet, region: Region, companies: Companies, held: Held | None = None
) -> tuple[Table, list[Issue]]:
    if region.header == NO_HEADER and held is not None and (prose := read_prose(sheet, names=True)):
        return prose_table(file, sheet, prose, companies, held)
    body, origins, torn = _rows(file, sheet, region)
    body, summed = _without_sums(body, region)
    meanings = _meanings(_sections(sheet, region) or body, region, companies, held)
    if not sheet.name and (last := _open_end(region, meanings)) is not None:
        body = Grid.of(with_surplus(list(body), last))
    keys = [meaning.field for meaning in meanings]
    rest: tuple[int, ...] = ()
    if "designators" in keys:
        counting = keys.index("quantity") if "quantity" in keys else None
        body, rest = join_continued(body, keys.index("designators"), counting)
    mark = _mark(body, meanings)
    marks = held.marks if held is not None else {}
    columns = [
        MappedColumn(
            place,
            meaning.field,
            ColumnKind(base(meaning.field), BY_KEY[base(meaning.field)].kind, title, marks.get(place, mark)),
        )
        for place, (title, meaning) in enumerate(zip(region.titles, meanings, strict=True))
        if meaning.field
    ]
    rows = sort_rows(Body(region.header + 1, body, region.titles, keys))
    lines, issues = read_lines(Found(file, sheet, region, origins), body, rows, columns)
    table = Table(
        sheet=sheet.name,
        header_row=region.header + 1 or None,
        role=TableRole.PARTS,
        role_reason=_COUNTS,
        columns=tuple(
            ColumnReading(
                letters(region.left + place),
                title,
                meaning.field,
                meaning.reason,
                marks.get(place, ""),
                meaning.instead,
            )
            for place, (title, meaning) in enumerate(zip(region.titles, meanings, strict=True))
        ),
        lines=lines,
        left_out=_left_out(region, rows, rest, summed),
        title=region.title,
    )
    beside = told(region.slipped, CellRef(file, sheet.name, region.header + 1, "A"), region.left)
    return table, [*beside, *torn, *issues]


def _left_out(
    region: Region, rows: SortedRows, rest: Sequence[int], summed: Sequence[int]
) -> tuple[tuple[int, Text], ...]:
    """The rows that are no lines, from 1, with those that go on above and those of a reckoning below the list."""
    first = region.header + 1
    others = [*((first + row, GOES_ON) for row in rest), *((first + row, BELOW) for row in summed)]
    found = sorted([*rows.left_out, *others], key=lambda each: each[0])
    return tuple((row + 1, reason) for row, reason in found)


def _rows(file: str, sheet: Sheet, region: Region) -> tuple[Grid, dict[int, Origins], list[Issue]]:
    """The rows below the header, for straightened ones (by row of the sheet) where their cells stand, and what to say.

    Only in delimited text, whose one sheet has no name, can a field be torn.
    """
    first, grid = region.header + 1, as_grid(sheet.rows)
    body = grid.part(first, region.end, region.left, region.right)
    if sheet.name or region.header == NO_HEADER:
        return body, {}, []
    if is_broken(sheet.rows[region.header][region.left : region.right], body):
        straight = [straighten(row) for row in body]
        origins = {first + place: places for place, (_, places) in enumerate(straight)}
        return Grid.of(row for row, _ in straight), origins, []
    found = mend(region.titles, body)
    notes = torn_notes(found, CellRef(file, sheet.name, region.header + 1, "A"), region.left)
    return found.rows, {first + place: places for place, places in found.origins.items()}, notes


def _without_sums(body: Grid, region: Region) -> tuple[Grid, tuple[int, ...]]:
    """The rows of the list, and those of a reckoning below it that are not blank."""
    end = above_the_sums(region.titles, body) if region.header != NO_HEADER else body.height
    if end == body.height:
        return body, ()
    below = tuple(row for row in range(end, body.height) if filled(body[row]))
    return Grid.of(body[row] for row in range(end)), below


def _sections(sheet: Sheet, region: Region) -> Grid | None:
    """The rows of all sections of a list under the same header, when there are several: one title means one thing."""
    if len(region.kin) < 2:
        return None
    grid = as_grid(sheet.rows)
    return Grid.of(row for first, end in region.kin for row in grid.part(first, end, region.left, region.right))


def _meanings(body: Grid, region: Region, companies: Companies, held: Held | None) -> tuple[Meaning, ...]:
    solid = rows_with(2, body)
    step = max(1, len(solid) // SAMPLE)
    sample = [body[row] for row in solid[::step][:SAMPLE]]
    columns = []
    for place, title in enumerate(region.titles):
        column = [row[place] if place < len(row) else None for row in sample]
        columns.append(
            Column(
                title,
                region.above[place] if region.above[place] != title else "",
                profile(column, companies),
                headed=region.header != NO_HEADER,
                pinned=held.fields.get(place) if held is not None else None,
            )
        )
    meanings = assign(without_lone_names(columns, sample))
    meanings = unless_pinned(held, meanings, find_total(meanings, region.titles, sample))
    if all(meaning.field != "parent" for meaning in meanings):
        return meanings
    rows = [body[row] for row in solid]
    texts = [[shown(row[place]) if place < len(row) else "" for row in rows] for place in range(len(region.titles))]
    return unless_pinned(held, meanings, names_children(meanings, region.titles, texts))


def _open_end(region: Region, meanings: Sequence[Meaning]) -> int | None:
    """The last column with a title, when it holds free text and columns that mean nothing stand right of it."""
    last = max((place for place, title in enumerate(region.titles) if title), default=-1)
    free = 0 <= last < len(meanings) - 1 and base(meanings[last].field or "") in {"notes", "description"}
    return last if free and all(meaning.field is None for meaning in meanings[last + 1 :]) else None


def _mark(body: Grid, meanings: Sequence[Meaning]) -> Mark:
    numeric = [
        place
        for place, meaning in enumerate(meanings)
        if meaning.field and BY_KEY[base(meaning.field)].kind in {Kind.NUMBER, Kind.MONEY}
    ]
    return decimal_mark(
        value
        for column in (body.column(place) for place in numeric)
        for value in map(column.values.__getitem__, sorted(set(column.codes)))
        if isinstance(value, str) and value
    )
