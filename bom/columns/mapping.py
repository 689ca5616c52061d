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

from bom.columns.bids import ENOUGH, Bid, Column
from bom.columns.candidates import COMPOSED, EXACT, VAGUE, Candidate
from bom.columns.content import Profile
from bom.columns.context import in_context
from bom.columns.doubts import open_choices
from bom.columns.headers import is_distributor_title, is_second, match
from bom.columns.leftovers import beside_a_maker, count_the_parts, name_the_parts, tell_more, value_by_its_name
from bom.columns.reasons import because_of_cells, why_not
from bom.columns.suitability import suits
from bom.columns.titles import is_library_title, is_offer_title
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

_NAMED_ONCE = 0.7
"""Share of different cells from which codes can be places on a board: a place is named once, a group often."""

_SOME, _MOSTLY = 0.3, 0.6
"""Shares of the cells that are designators: from where there are some, and from where the column is one of them."""

_PINNED = 100.0
"""The score of what an analyst pins: above every other."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means."""

    field: str | None
    """Field key, numbered; None when it is not mapped."""

    reason: Text
    """Why, or why not."""

    instead: tuple[str, ...] = ()
    """Fields that it could mean just as well, which is asked back; see `bom.columns.doubts`."""


def assign(columns: Sequence[Column]) -> tuple[Meaning, ...]:
    """The meaning of every column, from left to right."""
    drawn = any(found[0].field in _DRAWN for column in columns if (found := match(column.title)))
    bids = [
        bid
        for index, column in enumerate(columns)
        if column.pinned or not (drawn and is_library_title(column.title))
        for bid in _bids(index, column)
    ]
    bids.extend(_swapped(columns) if drawn else ())
    bids = [in_context(bid, columns, bids) for bid in bids]
    bids.sort(key=lambda bid: (-bid.score, -bid.title_score, bid.index, bid.field))
    won: dict[int, Bid] = {}
    taken: dict[str, Bid] = {}
    for bid in bids:
        if bid.score < ENOUGH or bid.index in won or _is_taken(bid, taken):
            continue
        won[bid.index] = bid
        taken.setdefault(bid.field, bid)
    beside_a_maker(columns, won)
    name_the_parts(columns, won)
    value_by_its_name(columns, won)
    count_the_parts(columns, won)
    tell_more(columns, won)
    counting = frozenset(index for index, column in enumerate(columns) if column.cells.share("integer") >= 0.6)
    open_ = open_choices([bid for bid in bids if columns[bid.index].cells.filled], won, counting, ENOUGH)
    meanings = _numbered(columns, won)
    return tuple(replace(meaning, instead=open_.get(index, ())) for index, meaning in enumerate(meanings))


def _is_taken(bid: Bid, taken: dict[str, Bid]) -> bool:
    first = taken.get(bid.field)
    if first is None or bid.score >= _PINNED:
        return False
    # A vague title does not make a second maker or number beside a clear one.
    vague = bid.title_score < COMPOSED and bid.score - bid.title_score < 3.0
    return not BY_KEY[bid.field].repeats or bid.field == "description" or (first.title_score >= COMPOSED and vague)


def _bids(index: int, column: Column) -> list[Bid]:
    if column.pinned is not None:
        return [Bid(_PINNED, index, base(column.pinned), _PINNED, _HELD)] if column.pinned else []
    found: dict[str, Bid] = {}
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
        found[candidate.field] = Bid(score, index, candidate.field, candidate.score, reason)
    for field, score in _from_cells(column, titled):
        if field not in found or found[field].score < score:
            found[field] = Bid(score, index, field, 0.0, because_of_cells(column.title, field, column.cells))
    return list(found.values())


def _swapped(columns: Sequence[Column]) -> list[Bid]:
    """Names of the drawing program under which the designators stand, when they stand nowhere else."""
    placed = [index for index, column in enumerate(columns) if column.cells.share("designators") >= _SOME]
    if len(placed) != 1 or columns[placed[0]].pinned is not None:
        return []
    column = columns[placed[0]]
    named_once = column.cells.share("designators") >= _MOSTLY and column.cells.distinct >= _NAMED_ONCE
    if not is_library_title(column.title) or not named_once:
        return []
    reason = because_of_cells(column.title, "designators", column.cells)
    return [Bid(ENOUGH + suits("designators", column.cells), placed[0], "designators", 0.0, reason)]


def _titled(column: Column) -> tuple[Candidate, ...]:
    own = match(column.title)
    if column.above and is_distributor_title(column.title) and (stated := _stated_by_shops(column.above)) is not None:
        return stated
    if column.above and (not own or own[0].score <= 4.0):
        both = match(f"{column.above} {column.title}")
        if both and both[0].score >= COMPOSED:
            return both
    return own


def _stated_by_shops(above: str) -> tuple[Candidate, ...] | None:
    """What shops side by side state under one heading: *Unit price* above their names; None when their own numbers."""
    found = match(above)
    if is_offer_title(above):
        return ()
    return found if found and found[0].field in _OFFERED else None


_OFFERED = frozenset({"unit_price", "total_price", "currency", "stock", "lead_time", "url", "quantity", "unit"})


def _untitled(cells: Profile) -> list[tuple[str, float]]:
    """What the cells below no title at all say besides."""
    if cells.share("money") >= _MOSTLY and cells.filled > 2:
        return [("unit_price", ENOUGH + cells.share("money"))]
    worth = cells.share("value") - cells.share("number")
    cased = cells.share("footprint") if cells.words < 2.0 else 0.0
    found = [(field, ENOUGH + share) for field, share in (("footprint", cased), ("value", worth)) if share >= 0.5]
    if cells.share("integer") >= 0.9 and cells.distinct < 0.9:
        found.append(("quantity", ENOUGH))
    return found


def _from_cells(column: Column, titled: Sequence[Candidate]) -> list[tuple[str, float]]:
    """What the cells alone suggest; weaker where the title is clear and the cells do not contradict it."""
    cells = column.cells
    if not cells.filled:
        return []
    if cells.share("currency") >= 0.9:
        return [("currency", 6.0)]
    contradicted = bool(titled) and suits(titled[0].field, cells) <= -3.0
    doubt = _in_doubt(titled[0], cells) if titled and titled[0].score <= VAGUE else []
    if doubt or (titled and not contradicted):
        return doubt
    found = _companies_and_links(cells)
    if cells.share("designators") >= 0.8 and cells.distinct >= _NAMED_ONCE and (cells.filled >= 3 or contradicted):
        found.append(("designators", 3.5))
    sized = max(cells.share("footprint"), cells.share("measured"), cells.share("value")) >= 0.5
    if contradicted and cells.share("mpn") >= 0.6 and cells.words < 2.5 and not found and not sized:
        found.append(("mpn", 2.5))
    if contradicted and titled[0].field == "unit":
        # A unit full of amounts is the price of one.
        found.append(("unit_price", 2.5))
    if (
        not contradicted
        and not is_second(column.title)
        and cells.share("prose") >= 0.5
        and cells.filled >= 2
        and cells.fill >= 0.35
    ):
        found.append(("description", 2.5 if cells.distinct > 0.3 else 0.0))
    if cells.share("dnp") >= 0.9 and cells.filled >= 2:
        found.append(("populate", 3.0))
    if not column.headed:
        found.extend(_untitled(cells))
    return found


def _in_doubt(first: Candidate, cells: Profile) -> list[tuple[str, float]]:
    """What the cells suggest below a title with several meanings: places on a board, or the packages put there."""
    if cells.share("designators") >= 0.8 and cells.filled >= 3 and cells.distinct >= _NAMED_ONCE:
        return [("designators", 3.0)]
    packages = cells.share("footprint") >= _MOSTLY and cells.share("designators") < 0.1 and cells.words < 2.0
    return [("footprint", VAGUE)] if packages and first.field == "designators" else []


def _companies_and_links(cells: Profile) -> list[tuple[str, float]]:
    """Cells that are typical for one field and for no other, under whatever title."""
    found = [
        (field, suits(field, cells) - 0.5)
        for field in ("supplier_part_number", "url", "manufacturer")
        if suits(field, cells) >= 4.0
    ]
    if cells.share("distributor") >= 0.8 and cells.filled >= 3:
        found.append(("supplier", 2.5))
    return found


_HELD = Text("vastgelegd", "pinned")


def _numbered(columns: Sequence[Column], won: dict[int, Bid]) -> tuple[Meaning, ...]:
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
