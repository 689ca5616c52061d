"""Where the tables of a sheet are: headers found by what they say and by what stands below them.

Definition. A row is a *header* when at least two of its cells are titles of different fields
(`bom.columns.headers.match`, vague titles not counted), among them one that identifies a part and one that makes the
row more than a glossary (a quantity, a number, a maker, a price), when few of its cells are numbers, and when it is
not the header of a pick-and-place file. The score of a header is the sum of its titles' scores. Of headers right
below each other the highest score counts. A table runs from its header to the next one; the title rows above that
belong to the next table.

Side by side: columns that are empty over the whole sheet cut it into bands. The bands are tables of their own when
each has a header and they state the same field (both have a quantity); otherwise the empty columns are just empty.

Complexity: linear in the cells. Deep in a sheet (below row `NEAR`) a row is looked at closely only when two of its
cells are listed titles letter for letter, so long lists cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bom.columns.headers import match, quick_titles
from bom.fields import BY_KEY
from bom.grid import Grid, as_grid
from bom.raw import Rectangle, Sheet
from bom.tables.header_rows import Cells, filled, header_score, is_plain_header, text_of
from bom.tables.lanes import at_least, has_any, is_filled, lane_among, rows_of
from bom.tables.second_row import has_second_row, names_shops
from bom.tables.slipped import SAMPLE, Slip, slip

NEAR = 80
"""Rows from the top that are looked at closely."""

MOST_SECTIONS = 40
"""Sections under one header that are looked at together; of more, each is looked at by itself."""

NO_HEADER = -1
"""The row of a header that a table does not have."""


@dataclass(frozen=True, slots=True)
class Region:
    """One table in a sheet; rows and columns are counted from 0."""

    header: int
    """Row of the header."""

    left: int
    """First column."""

    right: int
    """Column after the last one."""

    end: int
    """Row after the last one."""

    titles: tuple[str, ...]
    """Header of every column from left to right; empty where there is none."""

    above: tuple[str, ...]
    """Heading above the header, per column, when there is one."""

    title: str
    """A single text right above the table, such as the name of a board."""

    kin: tuple[tuple[int, int], ...] = ()
    """First row and row after the last one below each header with the same titles over the same filled columns."""

    slipped: Slip | None = None
    """How its titles stand beside their columns, when they do."""


def whole_sheet(sheet: Sheet) -> Region:
    """A sheet without a header as one table: every row is a row of it."""
    width = as_grid(sheet.rows).width
    blank = ("",) * width
    return Region(NO_HEADER, 0, width, len(sheet.rows), blank, blank, "")


def find_regions(sheet: Sheet) -> tuple[Region, ...]:
    """The tables of a sheet, from top to bottom, then from left to right."""
    width = as_grid(sheet.rows).width
    bands = _bands(sheet, width)
    if len(bands) > 1:
        separate = [_in_band(sheet, left, right) for left, right in bands]
        if _are_separate(separate):
            return tuple(
                sorted((r for regions in separate for r in regions), key=lambda region: (region.header, region.left))
            )
    return tuple(_in_band(sheet, 0, width))


def _bands(sheet: Sheet, width: int) -> list[tuple[int, int]]:
    grid = as_grid(sheet.rows)
    used = [*map(has_any, grid.columns), *[False] * (width - len(grid.columns))]
    for tail in grid.tails.values():
        for column, value in enumerate(tail, len(grid.columns)):
            used[column] |= is_filled(value)
    bands: list[tuple[int, int]] = []
    start = None
    for column in range(width + 1):
        inside = column < width and used[column]
        if inside and start is None:
            start = column
        elif not inside and start is not None:
            bands.append((start, column))
            start = None
    return bands


def _are_separate(bands: Sequence[Sequence[Region]]) -> bool:
    """Whether at least two bands are tables of the same kind and no band hangs in the air."""
    headed = [_fields(regions[0]) for regions in bands if regions]
    if len(headed) < 2 or len(headed) < len(bands):
        return False
    single = [{key for key in fields if not BY_KEY[key].repeats} for fields in headed]
    return all(single[0] & other for other in single[1:])


def _fields(region: Region) -> set[str]:
    return {found[0].field for title in region.titles if (found := match(title)) and found[0].score >= 3.0}


def _in_band(sheet: Sheet, left: int, right: int) -> list[Region]:
    headers = _headers(sheet, left, right)
    below = (*headers[1:], None)
    return _with_kin(
        sheet, [region_at(sheet, header, (left, right), below[place]) for place, header in enumerate(headers)]
    )


def _with_kin(sheet: Sheet, regions: Sequence[Region]) -> list[Region]:
    """The regions with where more cells under their titles stand: in the sections that repeat the header, as full."""
    if not 1 < len(regions) <= MOST_SECTIONS:
        return list(regions)
    kin: dict[tuple[tuple[str, ...], frozenset[int]], list[tuple[int, int]]] = {}
    kinds = [(region.titles, _columns_used(sheet, region)) for region in regions]
    for kind, region in zip(kinds, regions, strict=True):
        kin.setdefault(kind, []).append((region.header + 1, region.end))
    return [replace(region, kin=tuple(kin[kind])) for kind, region in zip(kinds, regions, strict=True)]


def _columns_used(sheet: Sheet, region: Region) -> frozenset[int]:
    rows = sheet.rows[region.header + 1 : region.end]
    return frozenset(column for row in rows for column, _ in filled(row[region.left : region.right]))


def region_at(sheet: Sheet, header: int, width: tuple[int, int], below: int | None) -> Region:
    """The table with its header in this row.

    Args:
        sheet: where it stands.
        header: the row, counted from 0.
        width: its first column and the column after the last one.
        below: the row of the next header in these columns, when there is one.
    """
    left, right = width
    end = len(sheet.rows) if below is None else _title_start(sheet, below, header, left, right)
    above = _above(sheet, header, left, right)
    titles = tuple(_title_of(sheet, header, column, above[column - left]) for column in range(left, right))
    if any(above) and _has_second(sheet, header - 1, left, right) and names_shops(sheet.rows[header][left:right]):
        own = tuple(_title_of(sheet, header, column, "") for column in range(left, right))
        titles, above = above, own
    rows = [] if sheet.listed else sheet.rows[header + 1 : min(end, header + 1 + SAMPLE)]
    slipped = slip(titles, [row[left:right] for row in rows])
    if slipped is not None and slipped.settled:
        titles, above = slipped.titles, ("",) * (right - left)
    return Region(header, left, right, end, titles, above, _title_above(sheet, header, left, right), slipped=slipped)


def _headers(sheet: Sheet, left: int, right: int) -> list[int]:
    """Rows that are headers: of neighbours the best, a repeated one only after a gap or a title."""
    found: list[tuple[int, float]] = []
    commented = _comments(sheet, left, right)
    for row in (0,) if sheet.listed else _worth_a_look(as_grid(sheet.rows)):
        cells = sheet.rows[row]
        if row < commented:
            continue
        score = header_score(cells[left:right], sheet, row, left)
        if score is None:
            continue
        if found and found[-1][0] == row - 1:
            if score > found[-1][1]:
                found[-1] = (row, score)
            continue
        if found and not is_plain_header(cells[left:right]):
            continue
        if (
            found
            and _same(cells, sheet.rows[found[-1][0]], left, right)
            and len(filled(sheet.rows[row - 1][left:right])) > 1
        ):
            continue
        found.append((row, score))
    return [row + _has_second(sheet, row, left, right) for row, _ in found]


def _has_second(sheet: Sheet, row: int, left: int, right: int) -> bool:
    rows = sheet.rows[row : row + 2]
    return len(rows) > 1 and has_second_row(rows[0][left:right], rows[1][left:right])


def _comments(sheet: Sheet, left: int, right: int) -> int:
    """How many rows at the top of a text file are comments: two or more that begin with ``#``, above one that does not.

    The last of them may be the header, when the row below it is none.
    """
    rows = 0
    for cells in sheet.rows:
        first = next((value for value in cells if value is not None), None)
        if not isinstance(first, str) or not first.startswith("#"):
            break
        rows += 1
    if sheet.name or rows < 2 or rows >= len(sheet.rows):
        return 0
    return rows if header_score(sheet.rows[rows][left:right], sheet, rows, left) is not None else 0


def _same(first: Cells, second: Cells, left: int, right: int) -> bool:
    return [text_of(value) for value in first[left:right]] == [text_of(value) for value in second[left:right]]


def _worth_a_look(grid: Grid) -> list[int]:
    """The rows near the top, and below those the ones with two listed titles, letter for letter.

    The longest list of values is looked through only when another column has a title there.
    """
    known = quick_titles()
    near = range(min(NEAR, grid.height))
    columns = sorted(grid.columns, key=lambda column: len(column.values))
    lanes = [lane_among(column, known) for column in columns[:-1]]
    if any(each >> 8 * NEAR for each in lanes):
        lanes.append(lane_among(columns[-1], known))
    deep = rows_of(at_least(2, lanes, grid.height), grid.height)
    return sorted({*near, *deep, *grid.tails})


def _title_of(sheet: Sheet, header: int, column: int, above: str) -> str:
    row = sheet.rows[header]
    value = row[column] if column < len(row) else None
    if isinstance(value, str) and value.strip():
        return value.strip()
    return above


def _above(sheet: Sheet, header: int, left: int, right: int) -> tuple[str, ...]:
    """Headings in the row above the header, spread over their merged cells; none when that row is only a title."""
    nothing = ("",) * (right - left)
    if header == 0:
        return nothing
    row = sheet.rows[header - 1]
    texts = {
        column: value.strip()
        for column, value in enumerate(row[left:right], left)
        if isinstance(value, str) and value.strip()
    }
    if len(texts) < 2 or any(value is not None and not isinstance(value, str) for value in row[left:right]):
        return nothing
    found = dict(texts)
    titles = [text_of(value) for value in sheet.rows[header][left:right] if text_of(value)]
    if len(set(titles)) < len(titles):
        # Without merged cells (in text files) a heading holds up to the next one, when the titles below it repeat.
        column_text = ""
        for column in range(left, right):
            column_text = texts.get(column, column_text)
            found[column] = column_text
    for merge in _merges_in(sheet.merges, header - 1):
        if merge.left in texts and merge.right - merge.left + 1 < right - left:
            found.update(dict.fromkeys(range(merge.left, merge.right + 1), texts[merge.left]))
    return tuple(found.get(column, "") for column in range(left, right))


def _merges_in(merges: Sequence[Rectangle], row: int) -> list[Rectangle]:
    return [merge for merge in merges if merge.top <= row <= merge.bottom and merge.right > merge.left]


def _title_above(sheet: Sheet, header: int, left: int, right: int) -> str:
    """The nearest row above the header that holds one text only."""
    for row in range(header - 1, max(-1, header - 4), -1):
        seen = filled(sheet.rows[row][left:right])
        if len(seen) == 1 and isinstance(seen[0][1], str):
            return seen[0][1].strip()
        if seen:
            return ""
    return ""


def _title_start(sheet: Sheet, header: int, floor: int, left: int, right: int) -> int:
    """The first of the blank rows and title rows above a header."""
    row = header
    while row - 1 > floor and len(seen := filled(sheet.rows[row - 1][left:right])) <= 1:
        if seen and not isinstance(seen[0][1], str):
            break
        row -= 1
    return row
