"""What the parts of one system cost, in one currency, or not at all: nothing is converted and nothing is guessed."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bom.assembly.rows import Row
from bom.assembly.sums import multiplied, plus
from bom.assembly.uses import Use
from bom.assembly.value_problems import CURRENCIES_MIXED, CURRENCY_MISSING
from bom.reading import Reading
from depmap.core.issues import Issue

_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "zł": "PLN", "kč": "CZK", "₴": "UAH", "₩": "KRW", "$": "USD"}
_DOLLARS = {"a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nt": "TWD", "nz": "NZD", "s": "SGD"}
_WORDS = {"euro": "EUR", "euros": "EUR", "dollar": "USD", "dollars": "USD", "us": "USD", "rmb": "CNY", "pond": "GBP"}
_ISO = frozenset(
    # The currencies in which bills of materials are priced; other three-letter words are words.
    (
        "AUD",
        "CAD",
        "CHF",
        "CNY",
        "CZK",
        "DKK",
        "EUR",
        "GBP",
        "HKD",
        "HUF",
        "ILS",
        "INR",
        "JPY",
        "KRW",
        "NOK",
        "NZD",
        "PLN",
        "RON",
        "SEK",
        "SGD",
        "TRY",
        "TWD",
        "UAH",
        "USD",
        "ZAR",
    )
)
_MONEY = ("unit_price", "total_price")


def currencies(reading: Reading, rows: Sequence[Row]) -> tuple[str | None, ...]:
    """For each line the currency of its price (ISO 4217): of its cell, else of the column's title, else of the file."""
    titles: dict[tuple[int, str], str | None] = {}
    for number, table in enumerate(reading.tables):
        for column in table.columns:
            if column.field in _MONEY:
                titles[number, column.field] = currency_in(column.header)
    whole = currency_in(reading.title.get("currency", ""))
    found = []
    for row in rows:
        key = _MONEY[0] if row.number(_MONEY[0]) is not None else _MONEY[1]
        found.append(currency_in(row.raw("currency")) or titles.get((row.table, key)) or whole)
    return tuple(found)


@functools.lru_cache(maxsize=1_000)
def currency_in(text: str) -> str | None:
    """The one currency that a text names, by code, sign or word; None when there is none or more than one.

    >>> currency_in("Prijs (€)"), currency_in("Unit price USD"), currency_in("EUR / USD"), currency_in("Price")
    ('EUR', 'USD', None, None)
    """
    words = re.findall(r"[^\W\d_]+", text)
    found = {word.upper() for word in words if word.upper() in _ISO}
    found |= {_WORDS[word.casefold()] for word in words if word.casefold() in _WORDS}
    other = {letters.casefold() for letters in re.findall(r"\b([a-z]{1,2})\$", text, re.IGNORECASE)} - {"us"}
    if other and not found:
        found = {_DOLLARS.get(letters, "") for letters in other}
    elif not found:
        found = {code for sign, code in _SIGNS.items() if sign in text.casefold()}
    return found.pop() or None if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Prices:
    """The prices of a file, as far as they can be added up."""

    rows: Sequence[Row]
    """All part lines."""

    currency: str | None
    """The one currency; None when none is stated or several are."""

    counted: frozenset[int]
    """The lines whose price counts."""

    def of_one(self, index: int) -> Decimal | None:
        """The price of one piece, when it is stated and counts."""
        return self.rows[index].number("unit_price") if index in self.counted else None

    def is_open(self, index: int) -> bool:
        """Whether its price rests on a question that nobody has answered."""
        return not self.rows[index].open.isdisjoint((*_MONEY, "currency"))

    def of_line(self, index: int) -> Decimal | None:
        """The price of the whole line, when it is stated and counts."""
        return self.rows[index].number("total_price") if index in self.counted else None


def prices(reading: Reading, rows: Sequence[Row], issues: list[Issue]) -> Prices:
    """The prices of all lines, in one currency.

    Without any currency they still count beside each other; with two of them none does.
    """
    found = currencies(reading, rows)
    priced = [row for row in rows if any(row.number(key) is not None for key in _MONEY)]
    codes = sorted({code for row in priced if (code := found[row.index])})
    if len(codes) > 1:
        cell = next(row.cell for row in priced if found[row.index] != found[priced[0].index])
        issues.append(CURRENCIES_MIXED.at(cell, values=", ".join(codes)))
        return Prices(rows, None, frozenset())
    if not codes:
        return Prices(rows, None, frozenset(row.index for row in priced))
    missing = [row for row in priced if found[row.index] is None]
    if missing:
        cells = [row.cell for row in missing]
        issues.append(CURRENCY_MISSING.at(cells[0], cells, count=len(missing), currency=codes[0]))
    return Prices(rows, codes[0], frozenset(row.index for row in priced if found[row.index] is not None))


def cost(
    uses: Sequence[Use], known: Prices, amounts: Sequence[Decimal | None], times: Mapping[int, Decimal | None]
) -> Decimal | None:
    """What a component costs per system, over all its uses; None when a price or a number is not stated.

    A line's own unit price counts, else the one that the other lines of the part agree on. A total price counts where
    its parent is needed once: there "total" means the same in every kind of bill of materials.

    Args:
        uses: the needs of this component.
        known: the prices of the file.
        amounts: how many each line asks for.
        times: how often the system contains each place.
    """
    stated = {price for use in uses for index in use.rows if (price := known.of_one(index)) is not None}
    usual = stated.pop() if len(stated) == 1 else None
    total: Decimal | None = Decimal(0)
    for use in uses:
        factor = times[use.owner]
        for index in use.rows:
            one, line = known.of_one(index), known.of_line(index)
            if known.is_open(index):
                return None
            if one is None and line is not None and factor == 1:
                total = plus(total, line)
            else:
                total = plus(total, multiplied(multiplied(usual if one is None else one, amounts[index]), factor))
    return total
