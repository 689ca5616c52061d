"""Which column means what, and why.

Definition. The score of a column for a field is ``title + cells`` (`bom.columns.headers.match`,
`bom.columns.content.suits`), plus what the other columns make likely (a bare *Part number* beside a manufacturer is
the manufacturer's number). Pairs of column and field are taken from the highest score down; a pair is skipped when it
scores below `ENOUGH`, when the column has a field already, or when the field belongs to a line once and is taken.
Fields that repeat are numbered from left to right.

The cells beat the title: a column *Comment* full of designators is designators, a column *Footprint* full of
manufacturer part numbers is not a footprint. Complexity: columns times candidates, some tens of pairs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bom.columns.content import Profile
from bom.columns.doubts import open_choices
from bom.columns.headers import COMPOSED, EXACT, Candidate, match
from bom.columns.reasons import because_of_cells, why_not
from bom.columns.suitability import suits
from bom.columns.titles import is_library_title, is_meaningless
from bom.fields import BY_KEY, base, numbered
from depmap.core.text import Text

_USUALLY_FILLED = frozenset({"description", "part_number", "quantity", "value", "line_id", "designators", "unit_price"})
"""Where two columns could be the same field, the one that most lines fill is meant."""

_STRUCTURE = frozenset({"parent", "level", "multiplier"})
"""What decides how parts belong together: an empty column does so only under the very name of the field."""

_DRAWN = frozenset({"designators", "footprint"})
"""Beside these a title such as *Symbol* is a name of the drawing program; elsewhere it means what it says."""

_VAGUE = 1.5
"""By how much designators are less likely where neither title nor cells are clear."""

ENOUGH = 2.0
"""The lowest score at which a column is mapped."""

_PINNED = 100.0
"""The score of what an analyst pins: above every other."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column to be mapped."""

    title: str
    """Its header, as written; empty without one."""

    above: str
    """A heading that stands over it and others, when there is one."""

    cells: Profile
    """What its cells look like."""

    headed: bool = True
    """False when the whole table has no header, so that the cells are all there is."""

    pinned: str | None = None
    """The field that an analyst pins, numbered; empty when the column is to be left out; None without a pin."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means."""

    field: str | None
    """Field key, numbered; None when it is not mapped."""

    reason: Text
    """Why, or why not."""

    instead: tuple[str, ...] = ()
    """Fields that it could mean just as well, which is asked back; see `bom.columns.doubts`."""


@dataclass(frozen=True, slots=True)
class _Bid:
    """One column asking for one field."""

    score: float
    index: int
    field: str
    title_score: float
    reason: Text


def assign(columns: Sequence[Column]) -> tuple[Meaning, ...]:
    """The meaning of every column, from left to right."""
    drawn = any(found[0].field in _DRAWN for column in columns if (found := match(column.title)))
    bids = [
        bid
        for index, column in enumerate(columns)
        if column.pinned or not (drawn and is_library_title(column.title))
        for bid in _bids(index, column)
    ]
    bids = [_in_context(bid, columns, bids) for bid in bids]
    bids.sort(key=lambda bid: (-bid.score, -bid.title_score, bid.index, bid.field))
    won: dict[int, _Bid] = {}
    taken: dict[str, _Bid] = {}
    for bid in bids:
        if bid.score < ENOUGH or bid.index in won or _is_taken(bid, taken):
            continue
        won[bid.index] = bid
        taken.setdefault(bid.field, bid)
    _neighbours(columns, won)
    _name_the_parts(columns, won)
    _tell_more(columns, won)
    counting = frozenset(index for index, column in enumerate(columns) if column.cells.share("integer") >= 0.6)
    open_ = open_choices([bid for bid in bids if columns[bid.index].cells.filled], won, counting, ENOUGH)
    meanings = _numbered(columns, won)
    return tuple(replace(meaning, instead=open_.get(index, ())) for index, meaning in enumerate(meanings))


def _is_taken(bid: _Bid, taken: dict[str, _Bid]) -> bool:
    first = taken.get(bid.field)
    if first is None or bid.score >= _PINNED:
        return False
    # A vague title does not make a second maker or number beside a clear one.
    vague = bid.title_score < COMPOSED - 0.9 and bid.score - bid.title_score < 3.0
    return not BY_KEY[bid.field].repeats or bid.field == "description" or (first.title_score >= COMPOSED and vague)


def _bids(index: int, column: Column) -> list[_Bid]:
    if column.pinned is not None:
        return [_Bid(_PINNED, index, base(column.pinned), _PINNED, _HELD)] if column.pinned else []
    found: dict[str, _Bid] = {}
    titled = _titled(column)
    for candidate in titled:
        if candidate.field in _STRUCTURE and not column.cells.filled and candidate.score < EXACT:
            continue
        score = candidate.score + suits(candidate.field, column.cells)
        if candidate.field == "designators" and candidate.score < 4.0 and column.cells.share("designators") < 0.5:
            score -= _VAGUE
        if candidate.field in _USUALLY_FILLED:
            score *= 0.4 + 0.6 * min(1.0, 1.6 * column.cells.fill)
        elif not column.cells.filled and not BY_KEY[candidate.field].repeats:
            score *= 0.6
        reason = (
            candidate.reason
            if candidate is titled[0]
            else because_of_cells(column.title, candidate.field, column.cells)
        )
        found[candidate.field] = _Bid(score, index, candidate.field, candidate.score, reason)
    for field, score in _from_cells(column, titled):
        if field not in found or found[field].score < score:
            found[field] = _Bid(score, index, field, 0.0, because_of_cells(column.title, field, column.cells))
    return list(found.values())


def _titled(column: Column) -> tuple[Candidate, ...]:
    own = match(column.title)
    if column.above and (not own or own[0].score <= 4.0):
        both = match(f"{column.above} {column.title}")
        if both and both[0].score >= COMPOSED:
            return both
    return own


def _from_cells(column: Column, titled: Sequence[Candidate]) -> list[tuple[str, float]]:
    """What the cells alone suggest; weaker where the title is clear and the cells do not contradict it."""
    cells = column.cells
    if not cells.filled:
        return []
    if cells.share("currency") >= 0.9:
        return [("currency", 6.0)]
    contradicted = bool(titled) and suits(titled[0].field, cells) <= -3.0
    if titled and not contradicted:
        return (
            [("designators", 3.0)]
            if titled[0].score <= 4.0 and cells.share("designators") >= 0.8 and cells.filled >= 3
            else []
        )
    found = [
        (field, suits(field, cells) - 0.5)
        for field in ("supplier_part_number", "url", "manufacturer")
        if suits(field, cells) >= 4.0
    ]
    if cells.share("designators") >= 0.8 and (cells.filled >= 3 or contradicted):
        found.append(("designators", 3.5))
    if contradicted and cells.share("mpn") >= 0.6 and not found:
        found.append(("mpn", 2.5))
    if not contradicted and cells.share("prose") >= 0.5 and cells.filled >= 2:
        found.append(("description", 2.5 if cells.distinct > 0.3 else 0.0))
    if cells.share("dnp") >= 0.9 and cells.filled >= 2:
        found.append(("populate", 3.0))
    if not column.headed:
        worth = cells.share("value") - cells.share("number")
        cased = cells.share("footprint") if cells.words < 2.0 else 0.0
        found.extend(
            (field, ENOUGH + share) for field, share in (("footprint", cased), ("value", worth)) if share >= 0.5
        )
        if cells.share("integer") >= 0.95 and cells.distinct < 0.9:
            found.append(("quantity", ENOUGH))
    return found


def _in_context(bid: _Bid, columns: Sequence[Column], bids: Sequence[_Bid]) -> _Bid:
    """What the other columns make likely."""
    if bid.title_score > 4.0 or (bid.title_score == 0.0 and bid.field != "mpn"):
        return bid

    def titled(field: str, least: float = COMPOSED) -> bool:
        return any(other.field == field and other.title_score >= least and other.index != bid.index for other in bids)

    electronic = any(other.field == "designators" and other.score >= 5.0 and other.index != bid.index for other in bids)
    change = 0.0
    if bid.field == "description" and _is_detail(columns[bid.index].title):
        named = any(
            other.field == "description" and other.score >= 3.5 and not _is_detail(columns[other.index].title)
            for other in bids
        )
        change = -4.0 if named else 0.0
    elif bid.field == "mpn" and titled("mpn"):
        change = -3.0
    elif bid.field == "manufacturer" and columns[bid.index].cells.share("distributor") and _may_sell(bid, bids):
        # Where shops stand among the names, the column says where parts are bought, and a shop makes none.
        change = -4.0
    elif bid.field == "supplier_part_number" and titled("supplier") and not titled("manufacturer"):
        # A number beside a shop is the shop's, unless the numbers follow a pattern of the builder's own.
        clear = titled("supplier_part_number") or _is_own_pattern(columns[bid.index].cells)
        change = 0.0 if clear or "part" not in columns[bid.index].title.casefold() else 1.25
    elif bid.field == "mpn":
        change = _beside_a_maker(bid, columns[bid.index].cells, titled("manufacturer"), electronic)
    elif bid.field in {"value", "notes"} and not electronic:
        # Away from boards a specification is half of the name: a screw, M3 x 12.
        column = columns[bid.index]
        half = _tells_the_name(column) and column.cells.fill >= 0.5 and titled("description", 3.5)
        change = -6.0 if half else -1.0 if bid.field == "value" else 0.0
    return _Bid(bid.score + change, bid.index, bid.field, bid.title_score, bid.reason)


def _may_sell(bid: _Bid, bids: Sequence[_Bid]) -> bool:
    return any(other.index == bid.index and other.field == "supplier" and other.score >= ENOUGH for other in bids)


def _is_detail(title: str) -> bool:
    """Whether a title tells more about a part that another column names (*Specification*, *Model*, *说明*)."""
    found = match(title)
    first = {candidate.field for candidate in found[:2]}
    return len(found) > 1 and found[0].score <= 4.0 and not first.isdisjoint({"mpn", "value", "notes"})


def _tells_the_name(column: Column) -> bool:
    return bool(found := match(column.title)) and found[0].field == "description"


def _is_own_pattern(cells: Profile) -> bool:
    return cells.shape >= 0.6 and cells.filled > 2 and cells.share("integer") < 0.5


def _beside_a_maker(bid: _Bid, cells: Profile, has_maker: bool, electronic: bool) -> float:
    """How much likelier a vague number is the maker's: with a maker and no other number for it, or among electronics.

    Numbers that a company gives itself follow one pattern (``GV-90001``); those of many makers do not.
    """
    own_pattern = _is_own_pattern(cells)
    if bid.title_score == 0.0:
        return 3.0 if has_maker else 0.0
    if has_maker and own_pattern:
        return -0.5
    if not has_maker and not electronic:
        return -1.0
    if has_maker:
        return 1.5 if bid.title_score >= 3.75 or cells.share("mpn") >= 0.6 else 0.0
    return 0.75 if electronic and not own_pattern and cells.share("mpn") >= 0.4 else 0.0


def _neighbours(columns: Sequence[Column], won: dict[int, _Bid]) -> None:
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
                won[index] = _Bid(
                    ENOUGH, index, "manufacturer", 0.0, because_of_cells(column.title, "manufacturer", column.cells)
                )
                fields["manufacturer"] = index
                break
    maker = fields.get("manufacturer")
    if maker is not None and "mpn" not in fields:
        nearest = sorted((abs(index - maker), -index) for index in range(len(columns)) if numbers(index))
        if nearest:
            beside = -nearest[0][1]
            won[beside] = _Bid(
                ENOUGH, beside, "mpn", 0.0, because_of_cells(columns[beside].title, "mpn", columns[beside].cells)
            )


def _name_the_parts(columns: Sequence[Column], won: dict[int, _Bid]) -> None:
    """When nothing says what the parts are, the first column of different texts does."""
    if any(bid.field in _IDENTIFIES for bid in won.values()):
        return
    for index, column in enumerate(columns):
        cells = column.cells
        numeric = cells.share("number") + cells.share("url") + cells.share("mark")
        if index not in won and column.pinned is None and cells.fill >= 0.6 and cells.distinct >= 0.5 and numeric < 0.3:
            coded = not column.headed and cells.words <= 1.2 and cells.share("spoken") + cells.share("words") < 0.2
            field = "part_number" if coded else "description"
            won[index] = _Bid(ENOUGH, index, field, 0.0, because_of_cells(column.title, field, cells))
            return


def _tell_more(columns: Sequence[Column], won: dict[int, _Bid]) -> None:
    """A second description of most parts: *Item name* beside *Description*, *Specification* beside *Component*.

    Where nothing describes them, a name from the drawing program will do when it is written as people speak.
    """
    described = any(bid.field == "description" for bid in won.values())
    for index, column in enumerate(columns):
        cells = column.cells
        if index in won or column.pinned is not None or cells.fill < 0.5 or suits("description", cells) < 0.0:
            continue
        says = any(found.field == "description" and found.score >= 3.5 for found in match(column.title))
        spoken = cells.share("spoken") >= 0.6 or (
            described and _tells_the_name(column) and cells.share("designators") < 0.3
        )
        said = spoken and (says if described else is_library_title(column.title))
        if said and (described or cells.words >= 1.8):
            won[index] = _Bid(ENOUGH, index, "description", 0.0, because_of_cells(column.title, "description", cells))
            return


_HELD = Text("vastgelegd", "pinned")

_IDENTIFIES = frozenset({"description", "mpn", "part_number", "supplier_part_number", "designators", "value"})


def _numbered(columns: Sequence[Column], won: dict[int, _Bid]) -> tuple[Meaning, ...]:
    pinned = {column.pinned for column in columns}
    counts: dict[str, int] = {}
    meanings = []
    for index, column in enumerate(columns):
        bid = won.get(index)
        if bid is None:
            reason = _HELD if column.pinned is not None else why_not(column.title, {bid.field for bid in won.values()})
            meanings.append(Meaning(None, reason))
            continue
        if not column.pinned:
            counts[bid.field] = counts.get(bid.field, 0) + 1
            while numbered(bid.field, counts[bid.field]) in pinned:
                counts[bid.field] += 1
        meanings.append(Meaning(column.pinned or numbered(bid.field, counts[bid.field]), bid.reason))
    return tuple(meanings)
