"""What one cell says, by the kind of its field. A cell that cannot be read is an issue, never a guess.

Text stays as written (an analyst must find it back), except that a spreadsheet's ``4700.0`` is part number 4700.
Quantities, prices and lead times become `decimal.Decimal`; lead times are in weeks. What follows the number (``1,8 m``,
``€ 2,50``) is kept as the unit or the currency of the line.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from bom.content import shown
from bom.designators import expand, is_cut
from bom.fields import Kind
from bom.marks import is_placeholder
from bom.numbers import Ambiguous, Mark, NotANumber, parse
from bom.raw import Value
from bom.reading import FieldValue
from depmap.core.issues import Severity
from depmap.core.text import Text


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of the column that a cell stands in."""

    field: str
    """Field key without number."""

    kind: Kind
    """How its cells are read."""

    title: str = ""
    """Its header, which may state a unit."""

    mark: Mark = ""
    """The decimal mark of the table."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell could not be read, before it has a place."""

    code: str
    """Stable identifier of the issue."""

    severity: Severity
    """How much it weighs."""

    message: Text
    """What was found."""

    hint: Text
    """What would be right."""


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a cell says."""

    value: FieldValue
    """The value; None when the cell is empty, says nothing or cannot be read."""

    extra: Mapping[str, str] = field(default_factory=dict)
    """What it says beside: ``unit`` or ``currency``."""

    fault: Fault | None = None
    """Why it could not be read, or what is doubtful."""


_NOTHING = CellReading(None)


def read(value: Value, column: Column) -> CellReading:
    """What a cell says in this column."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return _NOTHING
    return _READERS[column.kind](value, column)


# --- text -----------------------------------------------------------------------------------------------------------

_IDENTIFIERS = frozenset({"mpn", "part_number", "supplier_part_number", "line_id", "parent", "value", "level"})
_LOST_DIGITS = re.compile(r"\d(?:[.,]\d+)?E\+\d{2}")
_REMARK = re.compile(r"\s+\([^()]*\)$")


def _text(value: Value, column: Column) -> CellReading:
    if isinstance(value, (datetime.date, datetime.datetime, datetime.time)):
        if column.field in _IDENTIFIERS:
            return CellReading(None, fault=_is_a_date(value.isoformat()))
        return CellReading(value.isoformat())
    if not isinstance(value, str):
        return CellReading(shown(value))
    text = value.rstrip()
    if column.field == "supplier_part_number":
        text = "\n".join(_REMARK.sub("", part) for part in text.split("\n"))
    if column.field in {"mpn", "part_number", "supplier_part_number"} and _LOST_DIGITS.fullmatch(text.strip()):
        return CellReading(text, fault=_lost_digits(text))
    return CellReading(text)


def _is_a_date(text: str) -> Fault:
    return Fault(
        "DI012",
        Severity.WARNING,
        Text(f"hier staat een datum ({text}); een rekenblad maakt die van nummers als 1-2", f"this is a date ({text}); spreadsheets make them of numbers like 1-2"),
        Text("Maak de cel op als tekst en typ het nummer opnieuw.", "Format the cell as text and type the number again."),
    )  # fmt: skip


def _lost_digits(text: str) -> Fault:
    return Fault(
        "DI013",
        Severity.WARNING,
        Text(f"'{text}' is een nummer waarvan een rekenblad cijfers heeft afgerond", f"'{text}' is a number of which a spreadsheet rounded digits away"),
        Text("Maak de cel op als tekst en typ het nummer opnieuw.", "Format the cell as text and type the number again."),
    )  # fmt: skip


# --- numbers --------------------------------------------------------------------------------------------------------

_QUANTITY = re.compile(
    r"(?:x\s*)?(?P<number>[+-]?[\d.,'’ \u00a0]*\d(?:[eE][+-]?\d+)?)\s*(?P<unit>[^\W\d_][^\d]{0,14}|%|x)?\.?\+?",
    re.IGNORECASE,
)
_PIECES = frozenset(
    "x st stk stuk stuks pc pcs piece pieces ea each pce pces unit units nos no stück stuck pièce pièces pza uds шт 个 只 片 颗 pieza piezas eenheden".split()
)


def _number(value: Value, column: Column) -> CellReading:
    exact = _exact(value)
    if exact is not None:
        return CellReading(exact)
    text = shown(value)
    found = _QUANTITY.fullmatch(text)
    if found is None:
        return _unreadable(text, column)
    try:
        number = parse(found["number"], column.mark)
    except Ambiguous:
        return CellReading(None, fault=_ambiguous(text))
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
    if isinstance(value, int):
        return Decimal(value)
    return Decimal(repr(value)) if isinstance(value, float) and value == value and abs(value) != float("inf") else None


def _unreadable(text: str, column: Column) -> CellReading:
    if is_placeholder(text):
        return _NOTHING
    return CellReading(None, fault=_fault_of(text, column))


def _fault_of(text: str, column: Column) -> Fault:
    what = {
        Kind.MONEY: Text("geen prijs", "no price"),
        Kind.WEEKS: Text("geen levertijd", "no lead time"),
    }.get(column.kind, Text("geen getal", "no number"))
    return Fault(
        "DI010",
        Severity.WARNING,
        Text(
            f"'{_short(text)}' is {what.nl} dat depmap kan lezen", f"'{_short(text)}' is {what.en} that depmap can read"
        ),
        Text("Schrijf alleen een getal, bijvoorbeeld 4 of 2,50.", "Write a number only, for example 4 or 2.50."),
    )


def _ambiguous(text: str) -> Fault:
    return Fault(
        "DI011",
        Severity.WARNING,
        Text(f"'{_short(text)}' kan op twee manieren worden gelezen", f"'{_short(text)}' can be read in two ways"),
        Text("Schrijf duizendtallen zonder punt of komma.", "Write thousands without a point or comma."),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "..."


# --- prices ---------------------------------------------------------------------------------------------------------

_SYMBOLS = {"€": "EUR", "us$": "USD", "$": "USD", "£": "GBP", "₽": "RUB", "₴": "UAH", "zł": "PLN", "元": "CNY", "euro": "EUR", "eur": "EUR", "usd": "USD", "gbp": "GBP",
            "chf": "CHF", "cny": "CNY", "rmb": "CNY", "jpy": "JPY", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN", "czk": "CZK", "aud": "AUD", "cad": "CAD"}  # fmt: skip
_SYMBOL = r"(?:us\$|[€$£¥￥₽₴元]|zł|euro|eur|usd|gbp|chf|cny|rmb|jpy|sek|nok|dkk|pln|czk|aud|cad|kr)"
_PRICE = re.compile(
    rf"(?P<before>{_SYMBOL})?\s*(?P<number>[+-]?[\d.,'’ \u00a0]*\d|[.,]\d+)(?:[,.]-+)?\s*(?P<after>{_SYMBOL})?\.?\s*(?:/|per|p\.?|each|ea|a\s*piece)?\s*[^\W\d]{{0,8}}\.?",
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


def _money(value: Value, column: Column) -> CellReading:
    stated = currency_of_title(column.title)
    exact = _exact(value)
    if exact is not None:
        return CellReading(exact, {"currency": stated} if stated else {})
    text = shown(value)
    found = _PRICE.fullmatch(text)
    if found is None:
        return _unreadable(text, column)
    try:
        number = parse(found["number"], column.mark)
    except Ambiguous:
        return CellReading(None, fault=_ambiguous(text))
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
    r"[~<≤ca. ]*(?P<low>\d+(?:[.,]\d+)?)(?:\s*(?:-|–|to|tot|à|bis)\s*(?P<high>\d+(?:[.,]\d+)?))?\s*(?P<unit>[^\W\d]+\.?(?: days)?)?",
    re.IGNORECASE,
)


def _weeks(value: Value, column: Column) -> CellReading:
    text = shown(value)
    found = _DURATION.fullmatch(text)
    if found is None or isinstance(value, (datetime.date, datetime.time)):
        return _unreadable(text, column)
    weeks = _in_weeks(found["unit"] or "") or (_in_weeks(column.title) if not found["unit"] else None)
    if weeks is None:
        return CellReading(None, fault=_no_unit(text))
    # Of a range the longest counts: what may take longer must not look fast.
    number = Decimal((found["high"] or found["low"]).replace(",", "."))
    return CellReading(round(number * weeks, 2).normalize() if weeks != 1 else number)


def _in_weeks(words: str) -> Decimal | None:
    return next((weeks for pattern, weeks in _UNITS if pattern.search(words)), None)


def _no_unit(text: str) -> Fault:
    return Fault(
        "DI014",
        Severity.WARNING,
        Text(
            f"levertijd '{_short(text)}' zegt niet of het dagen of weken zijn",
            f"lead time '{_short(text)}' does not say whether it is in days or weeks",
        ),
        Text("Zet de eenheid in de kop: Levertijd (weken).", "State the unit in the header: Lead time (weeks)."),
    )


# --- designators and marks ------------------------------------------------------------------------------------------


def _designators(value: Value, column: Column) -> CellReading:
    if isinstance(value, (datetime.date, datetime.datetime, datetime.time)):
        return CellReading(None, fault=_is_a_date(value.isoformat()))
    text = shown(value)
    if is_placeholder(text):
        return _NOTHING
    if is_cut(text):
        return CellReading(text, fault=_cut(text))
    places = expand(text)
    if places is None:
        return CellReading(text, fault=_bad_range(text))
    return CellReading(places)


def _cut(text: str) -> Fault:
    return Fault(
        "DI015",
        Severity.NOTE,
        Text(
            f"de lijst '{_short(text)}' is afgebroken; het aantal telt",
            f"the list '{_short(text)}' is cut off; the quantity counts",
        ),
        Text("Schrijf alle referenties uit.", "Write all designators out."),
    )


def _bad_range(text: str) -> Fault:
    return Fault(
        "DI016",
        Severity.WARNING,
        Text(
            f"in '{_short(text)}' loopt een reeks terug of is ze te groot",
            f"a range in '{_short(text)}' runs backwards or is too large",
        ),
        Text("Schrijf reeksen oplopend: C2-C5.", "Write ranges upwards: C2-C5."),
    )


_READERS: Mapping[Kind, Callable[[Value, Column], CellReading]] = {
    Kind.TEXT: _text,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.DESIGNATORS: _designators,
    Kind.MARK: _text,
    Kind.WEEKS: _weeks,
    Kind.COUNTRY: _text,
    Kind.URL: _text,
}
