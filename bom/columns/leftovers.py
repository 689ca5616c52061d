"""Columns that no title and no cell settled: numbers beside a maker, names of the parts, what tells more of them."""

from __future__ import annotations

from collections.abc import Sequence

from bom.columns.bids import ENOUGH, Bid, Column
from bom.columns.candidates import EXACT, SYNONYM, VAGUE, Candidate
from bom.columns.content import Profile
from bom.columns.context import is_detail, tells_the_name
from bom.columns.headers import match
from bom.columns.reasons import because_of_cells
from bom.columns.suitability import suits
from bom.columns.titles import is_library_title, is_meaningless


def beside_a_maker(columns: Sequence[Column], won: dict[int, Bid]) -> None:
    """Columns without a telling title: part numbers stand beside their maker."""
    fields = {bid.field: index for index, bid in won.items()}

    def free(index: int) -> bool:
        inside = 0 <= index < len(columns) and index not in won and columns[index].pinned is None
        return inside and is_meaningless(columns[index].title)

    def numbers(index: int) -> bool:
        cells = columns[index].cells if free(index) else None
        return cells is not None and cells.share("mpn") >= 0.6 and cells.words < 2.5 and cells.fill >= 0.4

    if "manufacturer" not in fields and "mpn" not in fields:
        for index, column in enumerate(columns):
            repeated = column.cells.share("wordy") >= 0.7 and column.cells.distinct <= 0.6 and column.cells.filled >= 5
            if free(index) and repeated and column.cells.share("mark") < 0.5 and numbers(index + 1):
                won[index] = Bid(
                    ENOUGH, index, "manufacturer", 0.0, because_of_cells(column.title, "manufacturer", column.cells)
                )
                fields["manufacturer"] = index
                break
    maker = fields.get("manufacturer")
    if maker is not None and "mpn" not in fields:
        nearest = sorted((abs(index - maker), -index) for index in range(len(columns)) if numbers(index))
        if nearest:
            beside = -nearest[0][1]
            won[beside] = Bid(
                ENOUGH, beside, "mpn", 0.0, because_of_cells(columns[beside].title, "mpn", columns[beside].cells)
            )


def name_the_parts(columns: Sequence[Column], won: dict[int, Bid]) -> None:
    """When nothing says what the parts are, the first column of different texts does.

    Without a header, places on a board alone do not say it: the text beside them is what goes there.
    """
    said = {bid.field for bid in won.values()} & _IDENTIFIES
    only_places = said == {"designators"} and not any(column.headed for column in columns)
    if said and not only_places:
        return
    for index, column in enumerate(columns):
        cells = column.cells
        if only_places and index not in won and column.pinned is None and cells.fill >= 0.6:
            field = "description" if cells.words >= 2.0 else "value"
            won[index] = Bid(ENOUGH, index, field, 0.0, because_of_cells(column.title, field, cells))
            return
        numeric = cells.share("number") + cells.share("url") + cells.share("mark")
        open_yet = index not in won or won[index].field == "material"
        if open_yet and column.pinned is None and cells.fill >= 0.6 and cells.distinct >= 0.5 and numeric < 0.3:
            coded = not column.headed and cells.words <= 1.2 and cells.share("spoken") + cells.share("words") < 0.2
            field = "part_number" if coded else "description"
            won[index] = Bid(ENOUGH, index, field, 0.0, because_of_cells(column.title, field, cells))
            return


def count_the_parts(columns: Sequence[Column], won: dict[int, Bid]) -> None:
    """When no title counts, whole numbers without a title right before the names or numbers do: ``4 | Shaft end``.

    Numbers that differ from line to line may number the lines, and those behind a name may be prices: neither counts.
    """
    fields = {bid.field: index for index, bid in won.items()}
    if fields.keys() & {"quantity", "designators", "level", "multiplier"} or "description" not in fields:
        return
    for before in dict.fromkeys((fields["description"] - 1, min(fields[key] for key in fields.keys() & _NAMES) - 1)):
        if before < 0 or before in won:
            continue
        column, cells = columns[before], columns[before].cells
        blank = column.headed and not column.title and not column.above and column.pinned is None
        counts = cells.filled > _SEVERAL and cells.share("integer") >= 0.95 and cells.distinct < 0.9
        if blank and counts and cells.fill >= _NEARLY:
            won[before] = Bid(ENOUGH, before, "quantity", 0.0, because_of_cells("", "quantity", cells))
            return


def value_by_its_name(columns: Sequence[Column], won: dict[int, Bid]) -> None:
    """*Comment* beside a column *Value* that few lines fill is what the part is called, not its value."""
    fields = {bid.field: index for index, bid in won.items()}
    vague = won.get(fields.get("value", -1))
    if vague is None or vague.title_score >= EXACT or "description" in fields or vague.index in _pinned(columns):
        return
    for index, column in enumerate(columns):
        titles = match(column.title)
        sure = bool(titles) and titles[0].field == "value" and titles[0].score >= EXACT
        if sure and index not in won and column.pinned is None and column.cells.share("value") >= 0.5:
            own = columns[vague.index]
            won[index] = Bid(ENOUGH, index, "value", titles[0].score, titles[0].reason)
            reason = because_of_cells(own.title, "description", own.cells)
            won[vague.index] = Bid(ENOUGH, vague.index, "description", 0.0, reason)
            return


def _pinned(columns: Sequence[Column]) -> set[int]:
    return {index for index, column in enumerate(columns) if column.pinned is not None}


def tell_more(columns: Sequence[Column], won: dict[int, Bid]) -> None:
    """A second description of most parts: *Item name* beside *Description*, *Specification* beside *Component*.

    Where nothing describes them, a name from the drawing program will do when it is written as people speak.
    """
    names = [bid.title_score for bid in won.values() if bid.field == "description"]
    described = bool(names)
    if not described and columns and 0 not in won and _leads(columns[0]):
        column = columns[0]
        won[0] = Bid(ENOUGH, 0, "description", 0.0, because_of_cells(column.title, "description", column.cells))
        return
    for index, column in enumerate(columns):
        cells = column.cells
        titles = match(column.title)
        least = _least(titles, cells, vague=max(names) <= VAGUE) if names else _HALF
        if index in won or column.pinned is not None or cells.fill < least or suits("description", cells) < 0.0:
            continue
        says = any(found.field == "description" and found.score >= 3.25 for found in titles) or is_detail(column.title)
        says = says or (bool(titles) and cells.words >= 3.0 and suits(titles[0].field, cells) <= -3.0)
        spoken = cells.share("spoken") >= _HALF or (
            described and tells_the_name(column) and cells.share("designators") < 0.3
        )
        said = spoken and (says if described else is_library_title(column.title))
        if said and (described or cells.words >= 1.8):
            won[index] = Bid(ENOUGH, index, "description", 0.0, because_of_cells(column.title, "description", cells))
            return


def _least(titles: Sequence[Candidate], cells: Profile, *, vague: bool) -> float:
    """How many of the lines a second description must fill, as a share.

    Fewer when its title leaves no doubt, and fewest beside a name that does: *Beschreibung* beside *Was*.
    """
    score = titles[0].score if titles and titles[0].field == "description" else 0.0
    if score >= SYNONYM and cells.filled >= _SEVERAL and vague:
        return 0.1
    return 0.2 if score >= EXACT else _HALF


def _leads(column: Column) -> bool:
    """Whether a first column under an unknown title says in words what each line is about, another on each line."""
    cells = column.cells
    own = cells.fill >= 0.9 and cells.filled >= 4 and cells.distinct >= 0.8
    # Among names in words stand bare part numbers and values: ``ADP150`` between ``R 47k 1%`` and ``TVS diode, 5 V``.
    worded = cells.share("spoken") >= 0.3 and cells.words >= 1.5 and suits("description", cells) >= 0.0
    return column.headed and column.pinned is None and not match(column.title) and own and worded


_HALF, _NEARLY = 0.5, 0.8
_SEVERAL = 3
"""So many cells are no slip of the pen."""

_NAMES = frozenset({"description", "mpn", "part_number", "supplier_part_number"})
_IDENTIFIES = frozenset({"description", "mpn", "part_number", "supplier_part_number", "designators", "value"})
