"""What is pinned of one table of one workbook: its columns by their place, once they were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bom.cells.numbers import Mark
from bom.columns.mapping import Meaning
from bom.fields import BY_KEY, base
from bom.pins.model import NO_HEADER_ROW, ColumnPin, FilePins, TablePin
from bom.raw import column_number, letters
from bom.reading import TableRole
from bom.tables.search import Region
from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class Held:
    """The columns of one table that a mapping file pins."""

    mapping: str
    """Name of the mapping file."""

    header_row: int = NO_HEADER_ROW
    """Row number of the header when the mapping file was made; 0 without one."""

    role: TableRole | None = None
    """Whether the lines of the table count; None when that is not pinned."""

    fields: Mapping[int, str] = field(default_factory=dict)
    """Place of a column in the table, from 0 -> its field key; empty for a column that is left out."""

    marks: Mapping[int, Mark] = field(default_factory=dict)
    """Place of a column -> the decimal mark of its numbers."""

    instead: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Place of a column -> fields that it could mean just as well: the mapping file leaves that open."""

    role_instead: TableRole | None = None
    """A role that the table could have just as well: the mapping file leaves that open."""

    moved: tuple[tuple[int, str], ...] = ()
    """Places of the columns that stood elsewhere when the mapping file was made, each with its letters then."""

    @property
    def reason(self) -> Text:
        """Why something is read as it is."""
        return Text(f"vastgelegd in {self.mapping}", f"pinned by {self.mapping}")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why a pinned table is not the one that stands somewhere."""

    message: Text
    """What was looked for and what was found."""

    hint: Text
    """What to change."""

    line: int | None
    """Where the mapping file says so."""

    row: int | None
    """Row number of the header that was looked at; None when there is none to look at."""

    column: str
    """Letters of the column in question."""


def hold(pins: FilePins, table: TablePin, region: Region, *, exactly: bool) -> Held | Misfit:
    """The columns of a pinned table in the table that stands here, or why it is another one.

    Args:
        pins: what the mapping file says of the workbook.
        table: the pinned table.
        region: where it may stand.
        exactly: whether the workbook is the very one of the mapping file, so that no column can have moved.
    """
    titles = [plain_header(title) for title in region.titles]
    fields: dict[int, str] = {}
    marks: dict[int, Mark] = {}
    instead: dict[int, tuple[str, ...]] = {}
    moved: list[tuple[int, str]] = []
    for pin in table.columns:
        place = _place(pin, table, (region, titles), exactly=exactly)
        if isinstance(place, Misfit):
            return place
        if place is None:
            continue
        if place in fields:
            return _misfit(pin, region, place, _TWO_PINS, _ONE_PIN)
        fields[place] = pin.field
        if pin.mark:
            marks[place] = pin.mark
        if pin.instead:
            instead[place] = pin.instead
        if pin.column and place != column_number(pin.column) - region.left:
            moved.append((place, pin.column))
    return Held(
        mapping=pins.mapping,
        header_row=table.header_row,
        role=table.role,
        fields=fields,
        marks=marks,
        instead=instead,
        role_instead=table.role_instead,
        moved=tuple(moved),
    )


def nothing_counts(helds: Sequence[Held | None]) -> Text | None:
    """Why a file has no parts, when a mapping file says that of its tables."""
    mapping = next((held.mapping for held in helds if held is not None and held.role is not None), None)
    if mapping is None:
        return None
    return Text(
        f"Volgens {mapping} telt geen tabel als lijst van onderdelen.",
        f"According to {mapping} no table counts as a list of parts.",
    )


def unless_pinned(held: Held | None, before: Sequence[Meaning], after: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """What a later step makes of the columns, unless it would change one that is pinned; with the reason of the pins.

    Args:
        held: what is pinned of the table.
        before: the meaning of every column as it was.
        after: as the step would have it.
    """
    if held is None:
        return tuple(after)
    kept = before if any(before[place].field != after[place].field for place in held.fields) else after
    return tuple(
        Meaning(meaning.field, held.reason, held.instead.get(place, ())) if place in held.fields else meaning
        for place, meaning in enumerate(kept)
    )


def plain_header(title: str) -> str:
    """A header as mapping files write and compare it: on one line."""
    return " ".join(storable(title).split())


def storable(text: str) -> str:
    """A text that can be written in UTF-8: halves of characters, which damaged workbooks may hold, are replaced."""
    return text.encode("utf-8", "replace").decode()


def _place(
    pin: ColumnPin, table: TablePin, seen: tuple[Region, Sequence[str]], *, exactly: bool
) -> int | Misfit | None:
    """Where the column of a pin stands; None when it is gone and nothing is missed."""
    region, titles = seen
    place = column_number(pin.column) - region.left if pin.column else -1
    inside = 0 <= place < len(titles)
    if pin.header is None or not pin.header.strip():
        if inside and (pin.header is None or not titles[place]):
            return place
        return _misfit(pin, region, place, _OTHER_HEADER if inside else _NO_COLUMN, _CORRECT) if pin.field else None
    header = plain_header(pin.header)
    elsewhere = [number for number, title in enumerate(titles) if title == header]
    if inside and titles[place] == header and (exactly or len(elsewhere) == 1 or _alike(table, header, elsewhere)):
        return place
    if (exactly and pin.column) or (not elsewhere and pin.field):
        return _misfit(pin, region, place, _OTHER_HEADER if inside else _NO_COLUMN, _CORRECT)
    if len(elsewhere) > 1:
        return _misfit(pin, region, elsewhere[1], _TWICE, _WHICH)
    return elsewhere[0] if elsewhere else None


def _alike(table: TablePin, header: str, places: Sequence[int]) -> bool:
    """Whether a header that several columns have is pinned for as many."""
    return sum(pin.header is not None and plain_header(pin.header) == header for pin in table.columns) == len(places)


def _misfit(pin: ColumnPin, region: Region, place: int, message: Text, hint: Text) -> Misfit:
    inside = 0 <= place < len(region.titles)
    title = plain_header(region.titles[place]) if inside else ""
    column = letters(region.left + place) if inside else pin.column
    name = BY_KEY[base(pin.field)].title if pin.field else _NOTHING
    found = message.format(
        column=column or "?",
        header=plain_header(pin.header or "")[:60],
        name=f" '{plain_header(pin.header)[:60]}'" if pin.header else "",
        found=f"'{title[:60]}'" if title else _NO_TITLE,
        first=letters(region.left),
        last=letters(max(region.left, region.right - 1)),
        field=name,
    )
    return Misfit(found, hint, pin.line, max(1, region.header + 1), column or letters(region.left))


_NOTHING = Text("niets", "nothing")
_NO_TITLE = Text("geen kop", "no header")
_OTHER_HEADER = Text(
    "kolom {column} heet hier {found}, niet '{header}' ({field})",
    "column {column} is called {found} here, not '{header}' ({field})",
)
_NO_COLUMN = Text(
    "er is geen kolom {column}{name} ({field}); de tabel loopt van {first} tot {last}",
    "there is no column {column}{name} ({field}); the table goes from {first} to {last}",
)
_TWICE = Text(
    "meer kolommen heten '{header}', ook {column}; welke is {field}?",
    "several columns are called '{header}', {column} too; which of them is {field}?",
)
_TWO_PINS = Text("kolom {column} {found} wordt tweemaal vastgelegd", "column {column} {found} is pinned twice")
_CORRECT = Text(
    "Verbeter column of header in het indelingsbestand, of haal die kolom eruit.",
    "Correct column or header in the mapping file, or take that column out of it.",
)
_WHICH = Text(
    "Zet bij elk van die kolommen de letter waar hij nu staat.", "Give for each of those columns its letters of now."
)
_ONE_PIN = Text("Haal een van beide regels weg.", "Take one of the two lines out.")
