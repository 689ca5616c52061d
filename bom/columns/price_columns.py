"""Which of two columns of prices is the total: where titles say price twice, the arithmetic of the rows decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from bom.cells.amounts import read_money, read_number
from bom.cells.faults import ColumnKind
from bom.columns.headers import match
from bom.columns.mapping import Meaning
from bom.columns.titles import plain
from bom.fields import Kind
from bom.raw import Value
from depmap.core.text import Text

_LEAST = 3
"""Rows that must show it."""
_CENT = Decimal("0.011")
_QUANTITY = ColumnKind("quantity", Kind.NUMBER)
_MONEY = ColumnKind("unit_price", Kind.MONEY)
_PRICES = frozenset({"unit_price", "total_price"})
_SEEN = Text(
    "aantal maal stukprijs is het bedrag in deze kolom", "quantity times unit price is the amount in this column"
)
_FACTOR = Text(
    "aantal maal deze prijs is het bedrag in een andere kolom",
    "quantity times this price is the amount in another column",
)
_BARE = frozenset(
    "price cost prijs kosten preis prix cout precio coste costo prezzo preco cena fiyat цена 价格".split()
)
"""Titles that say price and nothing more, in plain form."""
_PACK = re.compile(r"\b(?:pack(?:age|et|ung)?|pk|bag|box|verpakking|zak|doos|paquet|paquete)\b", re.IGNORECASE)
_WHOLE = Text(
    "een prijs naast een prijs per verpakking: die van de regel",
    "a price beside a price per pack: that of the line",
)
_EACH = re.compile(
    r"\b(?:unit|each|piece|pc|ea|stuk|stuks?prijs|einzel\w*|st[uü]ck\w*|unitaire|unitari[oa]|jedn\w*|sztuk\w*|kus|шт|ед)\b"
)
"""Words of a title, in plain form, that make a price that of one piece."""
_BESIDE = Text("een prijs naast een stukprijs: die van de regel", "a price beside a unit price: that of the line")
_NO_FACTOR = Text("aantal maal een andere prijs is het totaal", "quantity times another price is the total")
_EMPTY = Text("lege kolom; een andere is het totaal", "an empty column; another one is the total")


def find_total(
    meanings: Sequence[Meaning], titles: Sequence[str], rows: Sequence[Sequence[Value]]
) -> tuple[Meaning, ...]:
    """The same meanings, with a total price where the rows prove one.

    Args:
        meanings: of the columns from left to right.
        titles: their headers.
        rows: a sample of the rows.
    """
    fields = [meaning.field for meaning in meanings]
    if "unit_price" not in fields:
        return tuple(meanings)
    if "quantity" not in fields:
        return _beside_each(meanings, titles, rows)
    total = fields.index("total_price") if "total_price" in fields else None
    factors = fields.index("quantity"), fields.index("unit_price")
    if total is not None and _has_money(rows, total):
        return _the_factor(meanings, titles, rows, (*factors, total))
    for place, title in enumerate(titles):
        named = any(candidate.field in _PRICES for candidate in match(title))
        if fields[place] is not None or not named:
            continue
        changed = list(meanings)
        if total is not None:
            changed[total] = Meaning(None, _EMPTY)
        if _is_product(rows, factors, place):
            changed[place] = Meaning("total_price", _SEEN)
            return tuple(changed)
        if _is_product(rows, (factors[0], place), factors[1]):
            changed[place] = Meaning("unit_price", _FACTOR)
            changed[factors[1]] = Meaning("total_price", _SEEN)
            return tuple(changed)
        if total is None and plain(title) in _BARE and _PACK.search(titles[factors[1]]) and _has_money(rows, place):
            changed[place] = Meaning("total_price", _WHOLE)
            return tuple(changed)
    return tuple(meanings)


def _the_factor(
    meanings: Sequence[Meaning], titles: Sequence[str], rows: Sequence[Sequence[Value]], places: tuple[int, int, int]
) -> tuple[Meaning, ...]:
    """Of two prices, in two currencies perhaps, the one that makes the total with the quantity is that of a piece."""
    many, each, total = places
    changed = list(meanings)
    if _is_product(rows, (many, each), total):
        return tuple(changed)
    for place, title in enumerate(titles):
        priced = meanings[place].field is None and any(found.field in _PRICES for found in match(title))
        if priced and _is_product(rows, (many, place), total):
            changed[place], changed[each] = Meaning("unit_price", _FACTOR), Meaning(None, _NO_FACTOR)
            break
    return tuple(changed)


def _beside_each(
    meanings: Sequence[Meaning], titles: Sequence[str], rows: Sequence[Sequence[Value]]
) -> tuple[Meaning, ...]:
    """Where no number counts, a bare price right of one that says that it is for a piece is the other one."""
    changed = list(meanings)
    fields = [meaning.field for meaning in meanings]
    each = fields.index("unit_price")
    if "total_price" in fields or _EACH.search(plain(titles[each])) is None:
        return tuple(changed)
    for place in range(each + 1, len(titles)):
        if fields[place] is None and plain(titles[place]) in _BARE and _has_money(rows, place):
            changed[place] = Meaning("total_price", _BESIDE)
            break
    return tuple(changed)


def _has_money(rows: Sequence[Sequence[Value]], place: int) -> bool:
    return any(_number(row, place, _MONEY) is not None for row in rows)


def _is_product(rows: Sequence[Sequence[Value]], factors: tuple[int, int], place: int) -> bool:
    """Whether a column is the product of two others on nearly all rows that fill the three."""
    right = seen = 0
    for row in rows:
        many, each = _number(row, factors[0], _QUANTITY), _number(row, factors[1], _MONEY)
        product = _number(row, place, _MONEY)
        if many is not None and each is not None and product is not None:
            seen += 1
            right += abs(many * each - product) <= _CENT
    return seen >= _LEAST and right >= 0.8 * seen


def _number(row: Sequence[Value], place: int, column: ColumnKind) -> Decimal | None:
    value = row[place] if place < len(row) else None
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    read = read_number if column.kind is Kind.NUMBER else read_money
    found = read(value, column).value
    return found if isinstance(found, Decimal) else None
