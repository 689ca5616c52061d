"""What the other columns make likely: a bare *Part number* beside a maker is the maker's, beside a shop the shop's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bom.columns.bids import Bid, Column
from bom.columns.candidates import COMPOSED, EXACT, HALF, SYNONYM
from bom.columns.content import Profile
from bom.columns.headers import match


@dataclass(frozen=True, slots=True)
class _Around:
    """One bid among all others."""

    bid: Bid
    columns: Sequence[Column]
    bids: Sequence[Bid]

    @property
    def own(self) -> Column:
        """The column that asks."""
        return self.columns[self.bid.index]

    def titled(self, field: str, least: float = COMPOSED) -> bool:
        """Whether the title of another column clearly means a field."""
        return any(
            other.field == field and other.title_score >= least and other.index != self.bid.index for other in self.bids
        )

    def stated(self, field: str) -> bool:
        """Whether another column, with cells in it, clearly is a field by its title."""
        return any(
            other.field == field
            and other.title_score >= COMPOSED
            and other.index != self.bid.index
            and self.columns[other.index].cells.filled
            for other in self.bids
        )

    def asks(self, field: str) -> bool:
        """Whether the title of the same column may mean another field as well."""
        return any(
            other.index == self.bid.index and other.field == field and other.title_score > 0.0 for other in self.bids
        )

    def electronic(self, least: float = 5.0) -> bool:
        """Whether another column is clearly one of designators."""
        return any(
            other.field == "designators" and other.score >= least and other.index != self.bid.index
            for other in self.bids
        )


def in_context(bid: Bid, columns: Sequence[Column], bids: Sequence[Bid]) -> Bid:
    """What the other columns make of a bid with a vague title."""
    rule = _RULES.get(bid.field)
    if bid.field not in _EVEN_IF_SURE and (bid.title_score > 4.0 or (bid.title_score == 0.0 and bid.field != "mpn")):
        return bid
    change = rule(_Around(bid, columns, bids)) if rule is not None else 0.0
    return Bid(bid.score + change, bid.index, bid.field, bid.title_score, bid.reason)


def _description(around: _Around) -> float:
    """Details are none beside a name; exports put the name of a part right of its number."""
    if is_detail(around.own.title):
        named = any(
            other.field == "description" and other.score >= 3.5 and not is_detail(around.columns[other.index].title)
            for other in around.bids
        )
        return -4.0 if named else 0.0
    left = around.bid.index - 1
    numbered = any(other.index == left and other.field == "part_number" and other.score >= 3.0 for other in around.bids)
    return 0.75 if numbered and around.bid.title_score < 3.0 else 0.0


def _supplier(around: _Around) -> float:
    """Under *Source* whole sentences say where something is written, not who sells it."""
    cells = around.own.cells
    return -3.0 if around.asks("url") and cells.words > 3.0 and not cells.share("distributor") else 0.0


def _manufacturer(around: _Around) -> float:
    """Half of a double title names makers only where their names stand below it, not numbers, sizes or remarks.

    Where shops stand among the names, the column says where parts are bought, and a shop makes none.

    Under *Vendor* a few makers among the names prove nothing: makers sell what they make. Nor do many of them beside
    a column that says who makes the parts: a second maker would be a second source that nobody stated.
    """
    cells = around.own.cells
    if not around.asks("supplier"):
        half = around.bid.title_score <= HALF and cells.share("maker") < 0.2
        return -4.0 if half and cells.share("mpn") + cells.share("integer") + cells.share("prose") >= 0.3 else 0.0
    if around.stated("manufacturer"):
        return -4.0
    return -4.0 if cells.share("distributor") else -1.0 if 0.2 < cells.share("maker") < 0.5 else 0.0


def _footprint(around: _Around) -> float:
    """A footprint named after a part looks like a part number; where another column states those, it is a footprint."""
    looks_like_a_number = around.own.cells.share("mpn") >= 0.6 and around.own.cells.share("footprint") < 0.15
    return 6.0 if looks_like_a_number and around.titled("mpn", SYNONYM) else 0.0


def _origin_evidence(around: _Around) -> float:
    """What proves something proves an origin only where a column states one."""
    return 0.0 if around.titled("country_of_origin", SYNONYM) else -4.0


def _url(around: _Around) -> float:
    """A vague title such as *Source* is a link only where links stand below it."""
    return 0.0 if around.own.cells.share("url") or not around.own.cells.filled else -3.0


def _line_id(around: _Around) -> float:
    """Who numbers the lines does it in front of the names: a *Number* to their right, where nothing counts, counts."""
    if not around.asks("quantity") or around.titled("quantity", SYNONYM):
        return 0.0
    left = {other.field for other in around.bids if other.index < around.bid.index and other.score >= 4.0}
    return -3.0 if "description" in left and around.own.cells.share("integer") >= 0.9 else 0.0


def _designators(around: _Around) -> float:
    """*Ref* in a list with footprints is a place on the board, also where places have names (``C_VBUS``)."""
    cells = around.own.cells
    coded = cells.words <= 2.2 and cells.share("spoken") < 0.3 and cells.distinct >= 0.9
    # *Part* is a place where each one has a value and a footprint and nothing counts.
    placed = cells.words == 1.0 and cells.share("designators") >= 0.3 and around.titled("value")
    likely = around.bid.title_score >= 4.0 or (placed and not around.titled("quantity"))
    return 2.5 if likely and coded and around.titled("footprint") else 0.0


def _supplier_part_number(around: _Around) -> float:
    """A number beside a shop is the shop's, unless the shop's stands in another column or the pattern is one's own."""
    if around.titled("supplier_part_number", SYNONYM):
        return -3.0
    if not around.titled("supplier") or around.titled("manufacturer"):
        return 0.0
    clear = around.titled("supplier_part_number") or _is_own_pattern(around.own.cells)
    return 0.0 if clear or _OF_A_PART.search(around.own.title) is None else 1.25


_OF_A_PART = re.compile(r"part|produ[ck]t|prodotto|producto|produit", re.IGNORECASE)
"""Words of a title that say whose number it is; an article number is mostly one's own."""


def _category(around: _Around) -> float:
    """*Parts* beside places on a board are what goes there, however often the same part does."""
    return -2.0 if around.asks("value") and around.asks("designators") and around.electronic(HALF) else 0.0


def _parent(around: _Around) -> float:
    """A product on several lines beside its materials, and nothing else that names them, is made of them."""
    if not around.asks("part_number"):
        return 0.0
    named = any(around.titled(field, 3.0) for field in ("description", "part_number", "designators"))
    return 1.5 if around.own.cells.distinct <= 0.6 and around.titled("material") and not named else -2.0


def _mpn(around: _Around) -> float:
    numbers = around.own.cells.share("mpn") + around.own.cells.share("integer") >= 0.5
    if around.asks("notes") and not around.asks("description") and not numbers:
        # What would do as well is a number only where numbers stand; *ok* and *no* are answers.
        return -4.0
    if around.titled("mpn"):
        return -3.0
    return _beside_a_maker(around.bid, around.own.cells, around.titled("manufacturer"), around.electronic())


def _detail(around: _Around) -> float:
    """Away from boards a specification is half of the name: a screw, M3 x 12."""
    if around.electronic():
        return 0.0
    half = tells_the_name(around.own) and around.own.cells.fill >= 0.5 and around.titled("description", 3.5)
    return -6.0 if half else -1.0 if around.bid.field == "value" else 0.0


def _notes(around: _Around) -> float:
    """*Comment* is the name that a drawing program gives a part, where each has a short one beside some values."""
    cells = around.own.cells
    named = cells.fill >= 0.9 and cells.words <= 2.5 and cells.share("mpn") + cells.share("value") >= 0.5
    if named and around.asks("value") and around.asks("designators") and around.titled("value") and around.electronic():
        return -2.0
    return _detail(around)


def _material(around: _Around) -> float:
    """What a part is made of may be said at length, each time another way, where its name stands in another column."""
    cells = around.own.cells
    long = cells.words > 4.0 and cells.distinct > 0.9 and cells.share("number") < 0.6 and cells.share("url") < 0.5
    named = around.titled("description", 4.0) and around.titled("part_number", 3.0)
    return 6.0 if long and named and around.bid.title_score == EXACT else 0.0


_EVEN_IF_SURE = frozenset({"footprint", "material"})
"""Fields whose rule looks at clear titles too."""

_RULES: Mapping[str, Callable[[_Around], float]] = {
    "designators": _designators,
    "line_id": _line_id,
    "material": _material,
    "footprint": _footprint,
    "origin_evidence": _origin_evidence,
    "url": _url,
    "description": _description,
    "supplier": _supplier,
    "manufacturer": _manufacturer,
    "supplier_part_number": _supplier_part_number,
    "parent": _parent,
    "category": _category,
    "mpn": _mpn,
    "value": _detail,
    "notes": _notes,
}


def tells_the_name(column: Column) -> bool:
    """Whether the title of a column means a description before anything else."""
    return bool(found := match(column.title)) and found[0].field == "description"


def is_detail(title: str) -> bool:
    """Whether a title tells more about a part that another column names (*Specification*, *Model*, *说明*)."""
    found = match(title)
    if found and found[0].score < HALF:
        # ``Key specification`` is what its last word is.
        found = match(title.replace("_", " ").split()[-1]) or found
    first = {candidate.field for candidate in found[:2]}
    if "origin_evidence" in first:
        return False
    return len(found) > 1 and found[0].score <= 4.0 and not first.isdisjoint({"mpn", "value", "notes"})


def _is_own_pattern(cells: Profile) -> bool:
    return cells.shape >= 0.6 and cells.filled > 2 and cells.share("integer") < 0.5


def _beside_a_maker(bid: Bid, cells: Profile, has_maker: bool, electronic: bool) -> float:
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
