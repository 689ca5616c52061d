"""What the cells of a column look like, and how well that suits each field.

Definition. Every filled cell of a sample belongs to zero or more *classes* (`_TESTS`): it looks like designators, an
integer, an order number of a distributor, a footprint, a name of a maker... A `Profile` holds the share of the filled
cells in each class; `bom.columns.suitability` weighs it for each field.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bom.cells.designators import looks_like_designators
from bom.cells.marks import is_dnp, is_mark, is_placeholder
from bom.companies.names import Companies
from bom.raw import Value

SAMPLE = 120
"""Cells per column that are looked at."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The cells of one column below its header."""

    total: int
    """Rows of the table."""

    filled: int
    """Cells with something in them, placeholders not counted."""

    shares: Mapping[str, float]
    """Class -> share of the filled cells, from 0 to 1."""

    words: float
    """Mean number of words in a filled cell."""

    distinct: float
    """Different values over filled cells."""

    shape: float
    """Share of the commonest pattern of letters and digits (``AA-99999``) among the filled cells."""

    def share(self, name: str) -> float:
        """The share of one class."""
        return self.shares.get(name, 0.0)

    @property
    def fill(self) -> float:
        """Filled cells over rows."""
        return self.filled / self.total if self.total else 0.0


_INTEGER = re.compile(r"[+-]?\d{1,9}(?:[.,]0+)?")
_NUMBER = re.compile(r"[+-]?(?:\d[\d.,' ]*|[.,]\d+)(?:[eE][+-]?\d+)?\s*%?")
_RAND = r"R\s?\d[\d, ]*\.\d\d(?!\d)"
"""A price in rand has cents; without them it is a place on a board."""
_MEASURED = re.compile(
    rf"[≈~]?\s*(?:[€$£¥￥]|R\$|[A-Z]{{3}})?\s*[+-]?\d[\d.,' ]*\s*(?:[^\W\d]{{1,10}}\.?|[€$£%])?|{_RAND}"
)
_TIMES = re.compile(r"[xX×]\s?\d{1,5}|\d{1,5}\s?[xX×]")
_URL = re.compile(r"(?:https?://|www\.)\S+|[\w.-]+\.(?:com|nl|eu|de|fr|cn|org|net|io)/\S+", re.IGNORECASE)
_ORDER = re.compile(
    r".+-(?:ND|1-ND)(?:\b.*)?|C\d{4,9}|\d{2,3}-[A-Z0-9][A-Z0-9.\-/+#]{4,}|[1-4]\d{6}(?:RL)?|\d{2}[A-Z]\d{4}"
    r"|\d{3}-\d{2}-\d{3}|B0[0-9A-Z]{8}"
)
_MPN = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9.\-/+#,()&: ]{3,39}")
_FOOTPRINT = re.compile(
    r"(?:.*[_\- :])?(?:[A-Z]{0,4}(?:0201|0402|0603|0805|1008|1206|1210|1806|1812|2010|2220|2512)(?!\d)"
    r"|SO[TDPN]?-?\d|SOIC|SOP|T?SSOP|MSOP|LQFP|TQFP|QFN|V?Q?DFN|BGA|LGA|DIP|SIP"
    r"|TO-?\d|DPAK|D2PAK|SM[ABC]\b|HTSSOP|WLCSP|UFDFN|MELF|SMD|THT|PLCC|CASE|EIA|CONN|HDR|SIL|PINHD|1X\d|2X\d"
    r"|PIN_ARRAY).*",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?:[\d.,]+\s*(?:[pnuµμmkKMG]?(?:F|H|Hz|hz|HZ|Ω|Ω|[oO]hms?|OHMS?|R|V|A|W|f|h)?|[RkKMpnuµ]\d*)"
    r"|\d+[RkKMpnuµ]\d+)(?:[\s/,(±].*)?"
)
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?(?:[ T].*)?|\d\d?[-/.]\d\d?[-/.]\d{2,4}")
_CURRENCY = re.compile(
    r"(?:AED|AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|HUF|ILS|INR|JPY|KRW|MXN|NOK|NZD|PLN|RMB|RON|RUB|SEK|SGD|TRY|TWD|UAH"
    r"|USD|ZAR)|US\$|[€$£¥￥₽₴₹元]",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[a-zß-öø-ÿ]{4}|[а-яё]{4}|[\u3040-\u30ff\u4e00-\u9fff]{2}")
_MONEY = re.compile(
    rf"{_RAND}|(?:(?:US|C|A|CA|AU|NZ|HK|R)?[$€£¥￥₹₽₺₩]|(?:EUR|USD|GBP)\b)\s*\d[\d.,' ]*"
    r"|\d[\d.,' ]*\s*(?:[€$£¥￥₹₽₺₩]|EUR|USD|GBP|zł|Kč|kr)\.?"
)
_RANGE = re.compile(
    r"(?:R?[$€£¥])?\s*\d[\d.,]*\s*[-–~]\s*(?:R?[$€£¥])?\s*\d[\d.,]*\s*[€$£¥]?"
    r"(?:\s*(?:each|ea|per|cada|pro|je)\b.{0,12})?"
)
_DOTTED = re.compile(r"\d+(?:\.\d+)+\.?")


@functools.lru_cache(maxsize=50_000)
def classes(text: str) -> frozenset[str]:
    """The classes that one cell belongs to."""
    found = {name for name, test in _TESTS if test(text)}
    if "number" in found:
        found.discard("measured")
    return frozenset(found)


def _is_prose(text: str) -> bool:
    words = text.split()
    return len(words) >= 3 and any(len(word) > 2 and word.isalpha() for word in words)


def _is_wordy(text: str) -> bool:
    return not any(character.isdigit() for character in text) and len(text.split()) <= 5


_TESTS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("integer", _INTEGER.fullmatch),
    ("number", _NUMBER.fullmatch),
    ("measured", _MEASURED.fullmatch),
    ("times", _TIMES.fullmatch),
    ("url", _URL.fullmatch),
    ("order", _ORDER.fullmatch),
    ("mpn", _MPN.fullmatch),
    ("footprint", _FOOTPRINT.fullmatch),
    ("value", _VALUE.fullmatch),
    ("date", _DATE.fullmatch),
    ("dotted", _DOTTED.fullmatch),
    ("range", _RANGE.fullmatch),
    ("money", _MONEY.fullmatch),
    ("currency", _CURRENCY.fullmatch),
    ("designators", looks_like_designators),
    ("mark", is_mark),
    ("dnp", is_dnp),
    ("prose", _is_prose),
    ("wordy", _is_wordy),
    ("spoken", _SPOKEN.search),
    ("words", lambda text: len(text) > 2 and _is_wordy(text)),
)
"""The classes and how a cell is tested for each."""


def shown(value: Value) -> str:
    """A cell as text, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def profile(cells: Iterable[Value], companies: Companies) -> Profile:
    """The profile of the cells of a column."""
    texts = [shown(value) for value in cells]
    filled = [text for text in texts if text and not is_placeholder(text)]
    counts: dict[str, int] = {}
    shapes: dict[str, int] = {}
    words = 0
    for text in filled:
        for name in classes(text):
            counts[name] = counts.get(name, 0) + 1
        if (kind := _company(text, companies)) is not None:
            counts[kind] = counts.get(kind, 0) + 1
        shape = _shape(text)
        shapes[shape] = shapes.get(shape, 0) + 1
        words += len(text.split())
    number = len(filled)
    return Profile(
        total=len(texts),
        filled=number,
        shares={name: count / number for name, count in counts.items()},
        words=words / number if number else 0.0,
        distinct=len(set(filled)) / number if number else 0.0,
        shape=max(shapes.values()) / number if number else 0.0,
    )


def _company(text: str, companies: Companies) -> str | None:
    first = text.split("\n", 1)[0]
    if companies.is_distributor(first):
        return "distributor"
    return "maker" if companies.is_maker(first) else None


def _shape(text: str) -> str:
    """The pattern of a text: runs of letters as their length class, digits counted."""
    return "".join("9" if c.isdigit() else "A" if c.isalpha() else c for c in text)
