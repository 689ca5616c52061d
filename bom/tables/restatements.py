"""Tables that say the same parts again, so that nothing is counted twice and nothing is dropped in silence.

Definition. What a line states is its *identity*: the first of manufacturer part number, supplier part number, part
number, value and description that both tables fill on at least half of their lines, with its designators when both
have them. For two tables A and B ``overlap = |A and B| / |A or B|`` over those identities. B restates A when

- their overlap is at least `EQUAL` (the same list grouped otherwise, a copy); or at least `VARIANT` on another sheet
  with the same header (variants of one system: one of them counts, they are never added up); `RELATED` will do when
  the names of the sheets extend each other or differ by a number (``BOM``, ``BOM v2``);
- or A is the union of several other tables that count, with an overlap of at least `EQUAL` (a combined list);
- or nearly all of B (`INSIDE`) stands in the others and B is an order list, or lacks
  the designators or quantities that they have.

Of two lists the one that is no order counts: an order buys for several systems and rounds up to packs. Of two alike the
richer one does: with quantities, more fields filled, earlier in the file. Two boards in one sheet
share many parts and still count both: their overlap stays below `EQUAL`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bom.columns.titles import plain
from bom.reading import FieldValue, Table
from bom.tables.lines_by_column import stated
from depmap.core.text import Text

EQUAL, VARIANT, RELATED, INSIDE = 0.8, 0.6, 0.4, 0.9

_ORDER_LIST = re.compile(
    r"order|bestel|inkoop|purchas|cart|winkelwagen|shopping|quote|offerte|import|digi-?key|mouser|farnell|lcsc|购物车"
    r"|combined|total|totaal|summary|overzicht",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?<![a-z])(?:re)?order(?:s|ed|list| list)?(?![a-z])|bestel|inkoop|purchas|(?<![a-z])cart(?![a-z])|winkelwagen"
    r"|shopping|invoice|factuur|rechnung|购物车|采购",
    re.IGNORECASE,
)
"""Sheets that say what was bought, not what a system is made of."""

_IDENTITIES = ("mpn", "supplier_part_number", "part_number", "value", "description")
_SIDES = re.compile(
    r"\b(?:left|right|links|rechts|linker|rechter|front|rear|voor|achter|port|starboard|bakboord|stuurboord|upper"
    r"|lower|top|bottom|boven|onder)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """Why a table does not count."""

    reason: Text
    """In words."""

    is_variant: bool = False
    """Whether it is taken for a variant, with parts that the other table does not have."""


def restated(tables: Sequence[Table]) -> dict[int, Repeat]:
    """Which tables (by their position) only repeat others, each with the reason."""
    if sum(bool(table.lines) for table in tables) < 2:
        return {}
    order = sorted(
        (i for i, table in enumerate(tables) if table.lines),
        key=lambda i: (_is_order(tables[i]), -_richness(tables[i]), i),
    )
    found: dict[int, Repeat] = {}
    for place, index in enumerate(order):
        for other in order[:place]:
            if other not in found and (reason := _repeats(tables[index], tables[other])) is not None:
                found[index] = reason
                break
    for index in [i for i in reversed(order) if i not in found]:
        others = [tables[i] for i in order if i != index and i not in found]
        if (combined := _combines(tables[index], others)) is not None:
            found[index] = Repeat(combined)
    return found


def _is_order(table: Table) -> bool:
    return _ORDER.search(table.sheet) is not None


def _richness(table: Table) -> float:
    """How much a table says: quantities first, then how many of its fields are filled on most lines."""
    filled = sum(1 for column in table.columns if column.field and _filled(table, column.field) >= 0.5)
    return filled + (3 if _filled(table, "quantity") >= 0.5 else 0)


def _filled(table: Table, field: str) -> float:
    return sum(value is not None and value != "" for value in stated(table, field)) / max(1, len(table.lines))


def _name(table: Table) -> str:
    where = f"{table.sheet}" if table.sheet else ""
    row = f"{table.header_row}"
    return f"{where}, {row}" if where else row


def _repeats(table: Table, other: Table) -> Repeat | None:
    """Why one table repeats one other, or None."""
    kind = _shared_identity(table, other)
    if kind is None or len(table.lines) < 2:
        return None
    share = _overlap(_identities(table, kind, other), _identities(other, kind, table))
    elsewhere = table.sheet != other.sheet
    if elsewhere and share < EQUAL and _same_header(table, other) and not _has(table, other, "designators"):
        names = max(_overlap(_words(table, k), _words(other, k)) for k in _described(table, other, kind))
        if names >= (RELATED if _related(table.sheet, other.sheet) else VARIANT):
            same_list = Text("is een variant van dezelfde lijst als", "is a variant of the same list as")
            return Repeat(_said(other, same_list, max(share, names)), is_variant=True)
    if share >= EQUAL and not _two_sides(table, other):
        return Repeat(_said(other, Text("herhaalt", "restates"), share))
    return None


def _related(first: str, second: str) -> bool:
    """Whether two sheets are named after each other.

    >>> _related("BOM", "BOM_light"), _related("BOM v1", "BOM v2"), _related("Frame", "Motors")
    (True, True, False)
    """
    one, two = first.casefold(), second.casefold()
    return one.startswith(two) or two.startswith(one) or re.sub(r"\d+", "", one) == re.sub(r"\d+", "", two) != ""


def _two_sides(table: Table, other: Table) -> bool:
    """A left and a right wing hold the same parts and are two things."""
    first, second = f"{table.sheet} {table.title}", f"{other.sheet} {other.title}"
    return first != second and bool(_SIDES.search(first)) and bool(_SIDES.search(second))


def _described(table: Table, other: Table, kind: str) -> tuple[str, ...]:
    first = tuple(
        key
        for key in ("description", "value", "part_number")
        if _filled(table, key) >= 0.5 and _filled(other, key) >= 0.5
    )
    return first or (kind,)


def _combines(table: Table, others: Sequence[Table]) -> Text | None:
    """Why a table is the sum or an extract of several others, or None."""
    usable = [other for other in others if other.sheet != table.sheet and _shared_identity(table, other) is not None]
    if not usable:
        return None
    kind = _identity_of_all(table, usable)
    own = _words(table, kind)
    union = {word for other in usable for word in _words(other, kind)}
    inside = len(own & union) / len(own) if own else 0.0
    count = sum(len(other.lines) for other in usable)
    if len(usable) > 1 and _overlap(own, union) >= EQUAL and len(table.lines) >= 0.8 * len(union):
        names = ", ".join(other.sheet or str(other.header_row) for other in usable)
        return Text(
            f"voegt de lijsten {names} samen ({inside:.0%} gelijk)",
            f"combines the lists {names} ({inside:.0%} the same)",
        )
    poorer = any(_has_all(usable, field) and _filled(table, field) < 0.5 for field in ("designators", "quantity"))
    if (
        inside >= INSIDE
        and len(own) >= (1 if _is_order(table) else 3)
        and len(table.lines) <= 1.1 * count
        and (poorer or _ORDER_LIST.search(f"{table.sheet} {table.title}"))
    ):
        return _said(usable[0], Text("is een bestellijst van", "is an order list of"), inside)
    return None


def _has(table: Table, other: Table, field: str) -> bool:
    return _filled(table, field) >= 0.5 and _filled(other, field) >= 0.5


def _has_all(tables: Sequence[Table], field: str) -> bool:
    return all(_filled(table, field) >= 0.5 for table in tables)


def _said(other: Table, verb: Text, share: float) -> Text:
    return Text(
        f"{verb.nl} de tabel met kop in rij {_name(other)} ({share:.0%} gelijk) en telt daarom niet mee",
        f"{verb.en} the table with its header in row {_name(other)} ({share:.0%} the same), so it does not count",
    )


def _same_header(table: Table, other: Table) -> bool:
    first = {column.field for column in table.columns if column.field}
    second = {column.field for column in other.columns if column.field}
    return bool(first) and _overlap(first, second) >= 0.7


def _shared_identity(table: Table, other: Table) -> str | None:
    return next(
        (key for key in _IDENTITIES if _has(table, other, key)),
        "designators" if _has(table, other, "designators") else None,
    )


def _identity_of_all(table: Table, others: Sequence[Table]) -> str:
    """What a table can be compared by with several others: what all of them fill, else what most of them do."""
    kinds = (*_IDENTITIES, "designators")
    shared = {kind: sum(_has(table, other, kind) for other in others) for kind in kinds}
    return max(kinds, key=lambda kind: shared[kind])


def _words(table: Table, kind: str) -> set[str]:
    return {word for value in set(stated(table, kind)) if (word := _word(value))}


def _word(value: FieldValue) -> str:
    return plain(value) if isinstance(value, str) else ""


def _identities(table: Table, kind: str, other: Table) -> set[str]:
    """What the lines of a table state; one per designator when both tables have them."""
    if not _has(table, other, "designators"):
        return _words(table, kind)
    found: set[str] = set()
    for places, value in zip(stated(table, "designators"), stated(table, kind), strict=True):
        word = _word(value) if kind != "designators" else ""
        found.update(f"{place}|{word}" for place in (places if isinstance(places, tuple) else ()))
    return found


def _overlap(first: set[str], second: set[str]) -> float:
    both = len(first & second)
    return both / (len(first) + len(second) - both) if first or second else 0.0
