"""Quantities, prices and lead times: a number and what stands beside it."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from bom.cells.faults import AMBIGUOUS, NO_UNIT, NOTHING, REMARK, SEVERAL, UNREADABLE, CellReading, ColumnKind
from bom.cells.marks import is_placeholder
from bom.cells.numbers import Ambiguous, Mark, NotANumber, parse
from bom.columns.content import shown
from bom.fields import Kind
from bom.raw import Value
from depmap.core.text import Text

MOST = Decimal(10) ** 15
"""No system has so many of anything: from here on a number is a slip or a trap, and its sums mean nothing."""

_WHAT = {
    Kind.NUMBER: Text("getal", "number"),
    Kind.MONEY: Text("prijs", "price"),
    Kind.WEEKS: Text("levertijd", "lead time"),
}


def _unreadable(text: str, column: ColumnKind) -> CellReading:
    if is_placeholder(text):
        return NOTHING
    if "\n" in text:
        return CellReading(None, fault=SEVERAL.of(text))
    return CellReading(None, fault=UNREADABLE.of(text, _WHAT[column.kind]))


# --- quantities -----------------------------------------------------------------------------------------------------

_QUANTITY = re.compile(
    r"(?:[x×]\s*)?(?P<number>[+-]?[\d.,'’ \u00a0]*\d(?:[eE][+-]?\d+)?)\s*(?P<unit>[^\W\d_][^\d]{0,14}|%|x|×)?\.?\+?",
    re.IGNORECASE,
)
_REMARKED = re.compile(r"(?P<number>\d{1,9}) ?\((?P<remark>[^()]*[^\W\d_]{2}[^()]*)\)")
_PIECES = frozenset(
    "x × st stk stuk stuks pc pcs piece pieces ea each pce pces unit units nos no stück stuck pièce"
    " pièces pza uds шт 个 只 片 颗 pieza piezas eenheden".split()
)


def read_number(value: Value, column: ColumnKind) -> CellReading:
    """A quantity, stock or mass, with its unit when that is more than "pieces"."""
    exact = _exact(value)
    if exact is not None:
        return CellReading(exact)
    text = shown(value)
    found = _QUANTITY.fullmatch(text)
    if found is None:
        remarked = _REMARKED.fullmatch(text)
        return (
            CellReading(Decimal(remarked["number"]), fault=REMARK.of(text)) if remarked else _unreadable(text, column)
        )
    try:
        number = _parsed(found["number"], column.mark)
    except Ambiguous:
        return CellReading(None, fault=AMBIGUOUS.of(text))
    except NotANumber:
        return _unreadable(text, column)
    unit = (found["unit"] or "").strip(" .")
    if not unit or unit.casefold() in _PIECES or column.field != "quantity":
        return CellReading(number)
    return CellReading(number, {"unit": unit})


def _exact(value: Value) -> Decimal | None:
    """A cell that is a number already; truth values and dates are none."""
    if isinstance(value, bool):
        return None
    if not isinstance(value, (int, float)) or value != value or abs(value) >= MOST:
        return None
    return Decimal(repr(value))


def _parsed(text: str, mark: Mark) -> Decimal:
    """The number that a text states, if it can be meant."""
    number = parse(text, mark)
    if abs(number) >= MOST:
        raise NotANumber(text)
    return number


# --- prices ---------------------------------------------------------------------------------------------------------

_CODES = ("eur", "usd", "gbp", "chf", "cny", "jpy", "sek", "nok", "dkk", "pln", "czk", "aud", "cad")
_SYMBOLS = {code: code.upper() for code in _CODES} | {
    "€": "EUR",
    "euro": "EUR",
    "$": "USD",
    "us$": "USD",
    "£": "GBP",
    "rmb": "CNY",
    "元": "CNY",
    "r$": "BRL",
    "r": "ZAR",
    "₽": "RUB",
    "₴": "UAH",
    "zł": "PLN",
}
"""A yen sign is missing on purpose: it stands for two currencies."""

_SYMBOL = r"(?:us\$|[€$£¥￥₽₴元]|zł|euro|eur|usd|gbp|chf|cny|rmb|jpy|sek|nok|dkk|pln|czk|aud|cad|kr)"
_PRICE = re.compile(
    rf"(?P<before>{_SYMBOL}|R\$|R(?=\s?\d[\d, ]*\.\d\d(?!\d)))?\s*(?P<number>[+-]?[\d.,'’ \u00a0]*\d"
    rf"|[.,]\d+)(?:[,.]-+)?\s*(?P<after>{_SYMBOL})?\.?\s*(?:/|per|p\.?|each|ea|a\s*piece)?\s*[^\W\d]{{0,8}}\.?",
    re.IGNORECASE,
)
_IN_TITLE = re.compile(rf"(?:^|[\s(\[/_]){_SYMBOL}(?:$|[\s)\]/_.])|[€£₽₴]", re.IGNORECASE)


def currency_of_title(title: str) -> str | None:
    """The currency that a header states.

    >>> currency_of_title("Stukprijs (EUR)"), currency_of_title("Price €"), currency_of_title("Price")
    ('EUR', 'EUR', None)
    """
    found = _IN_TITLE.search(title)
    return _SYMBOLS.get(found.group().strip(" ()[]/_.").casefold()) if found else None


def read_money(value: Value, column: ColumnKind) -> CellReading:
    """A price, with the currency that the cell or its header states."""
    stated = currency_of_title(column.title)
    exact = _exact(value)
    if exact is not None:
        return CellReading(exact, {"currency": stated} if stated else {})
    text = shown(value)
    found = _PRICE.fullmatch(text)
    if found is None:
        return _unreadable(text, column)
    try:
        number = _parsed(found["number"], column.mark)
    except Ambiguous:
        return CellReading(None, fault=AMBIGUOUS.of(text))
    except NotANumber:
        return _unreadable(text, column)
    symbol = _SYMBOLS.get((found["before"] or found["after"] or "").casefold(), stated)
    return CellReading(number, {"currency": symbol} if symbol else {})


# --- lead times -----------------------------------------------------------------------------------------------------

_UNITS = (
    (
        re.compile(r"\b(?:d|days?|dagen|dag|werkdagen|tage?n?|jours?|d[ií]as?|дн\w*)\b|天", re.IGNORECASE),
        Decimal(1) / 7,
    ),
    (re.compile(r"\b(?:w|wks?|weeks?|we?ken?|week|wochen?|semaines?|semanas?|нед\w*)\b|周", re.IGNORECASE), Decimal(1)),
    (
        re.compile(r"\b(?:m|mon|months?|maanden|maand|mnd|monate?|mois|mes|meses|мес\w*)\b|月", re.IGNORECASE),
        Decimal(52) / 12,
    ),
)
_DURATION = re.compile(
    r"[~<≤ca. ]*(?P<low>\d+(?:[.,]\d+)?)(?:\s*(?:-|–|to|tot|à"
    r"|bis)\s*(?P<high>\d+(?:[.,]\d+)?))?\s*(?P<unit>[^\W\d]+\.?(?: days)?)?",
    re.IGNORECASE,
)


def read_weeks(value: Value, column: ColumnKind) -> CellReading:
    """A lead time in weeks, by the unit of the cell or of its header."""
    text = shown(value)
    found = _DURATION.fullmatch(text)
    if found is None or isinstance(value, (datetime.date, datetime.time)):
        return _unreadable(text, column)
    weeks = _in_weeks(found["unit"] or "") or (_in_weeks(column.title) if not found["unit"] else None)
    if weeks is None:
        return CellReading(None, fault=NO_UNIT.of(text))
    # Of a range the longest counts: what may take longer must not look fast.
    number = Decimal((found["high"] or found["low"]).replace(",", "."))
    if number >= MOST:
        return _unreadable(text, column)
    return CellReading(round(number * weeks, 2).normalize() if weeks != 1 else number)


def _in_weeks(words: str) -> Decimal | None:
    return next((weeks for pattern, weeks in _UNITS if pattern.search(words)), None)
