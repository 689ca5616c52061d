"""Rows of a list that state a sum or a cost instead of a part: totals, taxes, shipping, labour.

Definition. A cell is a *label* of a total when it holds nothing but a word for total, tax or discount and words that go
with it (``Total parts (USD):``, ``TAX (10%)``). A row is a total when its first text begins with such a word and the
row has no number of a part, no designators and no quantity, or when any cell is a label and nothing in the row says
what a part is, or when a cell is the sum of a project (``Known project total``) and the row has neither maker nor
number. A part whose description merely holds such a word (``Total station``, quantity 1) stays a part. A row is a cost
when its first text, after a line number, is that of shipping or labour and it has neither maker nor number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bom.cells.marks import is_placeholder
from bom.columns.content import classes
from bom.raw import Value

_WORD = (
    r"(?:(?:grand|overall|order|running|net|eind|sub|sous|montant|importe|preço|prezzo|suma|łączna|общая|zwischen|gesamt"
    r"|algemeen)[ -]?)?(?:totals?|totaal|totale|toplam|subtotals?|subtotaal|sub-?total|summe|gesamt|zwischensumme"
    r"|gesamtsumme|gesamtpreis|gesamtkosten|somme|suma|suma total|razem|celkem|итого|всего|сумма|sum|genel toplam"
    r"|ara toplam|totaalprijs|eindtotaal)|总计|合计|小计|总价|共计|总额|合計|小計|總計|総計|合計金額"
)
_LEVY = (
    r"(?:sales )?tax|taxes|vat|btw|mwst|mehrwertsteuer|ust|tva|iva|ндс|kdv|gst|discount|korting|rabatt|remise|descuento"
    r"|sconto|скидка|税|税费|消費税"
)
_BESIDE = (
    r"price|prices|cost|costs|parts?|components?|items?|amount|qty|quantity|pieces|pcs|sum|mass|weight|value|usd|eur|gbp"
    r"|euro|excl|incl|ex|in|vat|btw|mwst|tva|iva|tax|taxes|prijs|kosten|onderdelen|stuks|aantal|bedrag|preis|teile"
    r"|stück|netto|brutto|prix|coût|pièces|ht|ttc|precio|piezas|general|général|generale|de|van|der|of|the|all|per|for"
    r"|board|kit|unit|system|bom|order|est|estimated|approx|estimate|and|y|et|und|en|x|%"
)
_STARTS = re.compile(rf"(?:{_WORD})(?![^\W\d_])|(?:总计|合计|小计|总价|共计|合計|小計|總計)", re.IGNORECASE)
_LABEL = re.compile(
    rf"(?:{_WORD}|overall|{_LEVY})(?:[\s:=.,/-]*(?:\b(?:{_BESIDE})\b|\d+(?:[.,]\d+)?\s*%?|[(\[][^)\]]*[)\]]|[€$£¥]))*[\s:=.%]*",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:(?:known|final|estimated|approximate|project|build|bom|parts?|order|budget|costs?|system|unit|kit|board) )"
    r"{1,4}totals?(?:\s*[(\[][^)\]]*[)\]])?[\s:.]*",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:sub)?tota(?:l|als|al|len)\b", re.IGNORECASE)
_COST = re.compile(
    r"(?:total )?(?:(?:[^\W\d_]+ ){0,2}(?:(?:shipping|postage|freight|delivery|handling|transport|labou?r"
    r"|shipping and handling|shipping & handling)(?: (?:costs?|fees?|charges?))|shipping|postage|labou?r|verzending"
    r"|verzendkosten|arbeidsloon|arbeid|transportkosten|versand|versandkosten|arbeitskosten"
    r"|frais de (?:port|livraison)|main d'(?:œ|oe)uvre|gastos de envío|envío|mano de obra|spese di spedizione"
    r"|spedizione|manodopera|frete|mão de obra|wysyłka|doprava|kargo|işçilik|доставка|работа)|运费|邮费|人工费|送料"
    r"|運賃)(?: totals?)?(?:\s*[(\[][^)\]]*[)\]])*[\s:.]*",
    re.IGNORECASE,
)
_NUMBERED = frozenset({"part_number", "mpn", "supplier_part_number"})
OWN = _NUMBERED | {"designators"}
"""Fields that name a part: a row that fills one is no total."""

_NAMES = _NUMBERED | {"designators", "description", "value", "manufacturer"}

_AROUND = " \t\r\n~≈*-–—•+"
"""What people put around such a word: ``~Shipping``, ``+ Tax``."""

Filled = Sequence[tuple[int, Value]]
"""The filled cells of a row, each with its position."""


def is_label(text: str) -> bool:
    """Whether a cell is the label of a total, a tax or a discount and nothing else.

    >>> is_label("TAX (10%):"), is_label("Total parts (USD)"), is_label("合计"), is_label("Total station")
    (True, True, True, False)
    """
    return len(text) <= 60 and _may_begin_so(text) and _LABEL.fullmatch(text.strip()) is not None


def is_cost(row: Filled, fields: Sequence[str]) -> bool:
    """Whether a row states what shipping or labour costs."""
    own, text = next(
        (
            (column, value.strip())
            for column, value in row
            if isinstance(value, str) and not is_placeholder(value) and not is_number(value)
        ),
        (-1, ""),
    )
    if not text or not reads_like_a_cost(text):
        return False
    return not any(fields[column] in _NUMBERED | {"manufacturer"} for column, _ in _said(row) if column != own)


def is_total(row: Filled, fields: Sequence[str]) -> bool:
    """Whether a row is a total, see the module."""
    if any(fields[column] in OWN and not says_nothing(value) for column, value in row):
        return False
    said = _said(row)
    texts = [(column, value.strip()) for column, value in said if isinstance(value, str)]
    if not texts:
        return False
    known = {fields[column] for column, value in said if not _is_total_word(value)}
    column, first = texts[0]
    counted = any(fields[place] == "quantity" and is_number(value) for place, value in said)
    if is_label(first) or (_STARTS.match(first) and not (counted and fields[column] in _NAMES)):
        return True
    if any(_SUM.fullmatch(text) for _, text in texts) and not known & (_NUMBERED | {"manufacturer"}):
        return True
    if not known & {"quantity", "description"} and any(_INSIDE.search(text) for _, text in texts):
        return True
    return not known & _NAMES and any(is_label(text) for _, text in texts)


def reads_like_a_total(text: str) -> bool:
    """Whether a text has a word for total, so that its row may be one; a row without such a text is none.

    >>> reads_like_a_total("Total station"), reads_like_a_total("cost, total"), reads_like_a_total("Motor")
    (True, True, False)
    """
    return is_label(text) or _STARTS.match(text) is not None or _INSIDE.search(text) is not None


def reads_like_a_cost(text: str) -> bool:
    """Whether a text is that of shipping or labour.

    >>> [reads_like_a_cost(text) for text in ("Shipping costs", "~Shipping", "Shipping total", "Total shipping cost")]
    [True, True, True, True]
    >>> reads_like_a_cost("Shipping box"), reads_like_a_cost("Total station")
    (False, False)
    """
    return len(text) <= 60 and _COST.fullmatch(text.strip(_AROUND)) is not None


def is_number(value: Value) -> bool:
    """Whether a cell is a number, perhaps with a unit or a currency."""
    return not isinstance(value, str) or not classes(value.strip()).isdisjoint({"number", "measured"})


def _said(row: Filled) -> list[tuple[int, Value]]:
    """The cells of a row that say something."""
    return [(column, value) for column, value in row if not (isinstance(value, str) and is_placeholder(value))]


def says_nothing(value: Value) -> bool:
    """Whether a cell is a placeholder or a word for total."""
    if not isinstance(value, str):
        return False
    return is_placeholder(value) or _is_total_word(value)


def _is_total_word(value: Value) -> bool:
    if not isinstance(value, str) or not _may_begin_so(value):
        return False
    return is_label(value) or _STARTS.match(value.strip()) is not None


def _may_begin_so(text: str) -> bool:
    """Whether a text begins with three letters or something not Latin, as all words for totals and levies do.

    Part numbers by the thousand do not, and this is seen faster than that none of those words fits.
    """
    return text.lstrip()[:3].isalpha() or not text.isascii()
