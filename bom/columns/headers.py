"""What a header says: from a title as people write it to the fields it may mean.

Definition. ``match(title)`` gives candidates ``(field, score)``; the score says how the title was recognised:

====  ==========================================================================================================
6     the key or the title of the field itself (``quantity``, ``Aantal``)
5     a listed synonym (``Qty``), whatever its case, accents, punctuation, unit in brackets or trailing number
4.5   put together from known words (``Mfr. ordering code``, ``Digi-Key PN``, ``OC_FARNELL``)
4..3  a title with several meanings (`bom.columns.titles.AMBIGUOUS`), likeliest first: the cells decide
4.5+  a title in two languages (``Pos. / Item``): both halves mean the same field, which makes it surer
3.5   one half of a double title (``part name / value``)
2.5   a known title inside a longer one (``DigiKey installed quantity``): only with cells that agree
====  ==========================================================================================================
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from bom.cells.amounts import currency_of_title
from bom.columns.candidates import (
    COMPOSED,
    CONTAINED,
    SYNONYM,
    Candidate,
    said,
    shown,
)
from bom.columns.pieces import compound, contained, halves, misspelled, per_product, related, twice, whole
from bom.columns.titles import (
    AMBIGUOUS,
    FILLER_WORDS,
    MAKER_WORDS,
    NUMBER_WORDS,
    SECOND_WORDS,
    SELLER_WORDS,
    plain,
    without_distributor,
)
from bom.fields import BY_KEY, FIELDS
from depmap.core.text import Text


@functools.lru_cache(maxsize=20_000)
def match(title: str) -> tuple[Candidate, ...]:
    """The fields a title may mean, surest first; empty when it says nothing known."""
    title = _HYPHENATED.sub("", title)
    name = plain(title)
    if not name or len(title) > 120:
        return ()
    name = name.removeprefix("# ")
    found = (
        _totals(title, name)
        or whole(title, name)
        or _dotted(title, name)
        or twice(title)
        or _composed(title, name)
        or _second(name)
        or _estimated(title, name)
        or _of_variant(title, name)
        or per_product(title)
        or _in_language(name)
        or _explained(title)
        or _ranged(title)
        or related(title, name)
        or compound(title, name)
        or halves(title)
        or misspelled(title, name)
        or contained(title, name)
    )
    if any(candidate.field == "country_of_origin" for candidate in found) and _is_of_a_company(name, found):
        return ()
    if _IN_LENGTH.search(title):
        found = [candidate for candidate in found if candidate.field not in _NUMBERED]
    if _PER_PACK.search(title):
        found = [candidate for candidate in found if candidate.field not in _COUNTED]
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


_HYPHENATED = re.compile(r"(?<=[^\W\d_])-[ \t]*[\r\n]+[ \t]*(?=[a-zß-öø-ÿ])")
"""Where a narrow cell breaks a word: ``Artikel-`` above ``nummer``."""
_IN_LENGTH = re.compile(r"[(\[]\s*(?:mils?|mm|cm|inch|in|µm|um)\s*[)\]]", re.IGNORECASE)
_NUMBERED = frozenset({"line_id", "designators", "level"})
"""Nothing that is measured: ``Position (mil)`` is a place on the board."""
_PER_PACK = re.compile(
    r"(?:\b(?:per|pro|par|por|je|na|za)\s+|/|\b(?:in|in a|in one)\s+)(?:pack(?:age|et|ung|ing)?|pk|pkg|pak(?:ket|je)?"
    r"|box|bag|reel|verpakking|doos|doosje|zak|zakje|rol|verpackung|beutel|rolle|paquet|bo[iî]te|sachet|rouleau"
    r"|paquete|caja|bolsa|rollo|confezione|opakowani[eu]|balen[ií]|упаковк\w)\b",
    re.IGNORECASE,
)
_COUNTED = frozenset({"quantity", "multiplier"})
"""No number of pieces that a product has: ``How many per package`` says what a shop sells at once."""


_ORIGIN = re.compile(r"origin|oorsprong|herkomst|herkunft|ursprung|manufacture\b|made|produc", re.IGNORECASE)


def _is_of_a_company(name: str, found: Sequence[Candidate]) -> bool:
    """``Manufacturer country`` is where a company sits: no place of manufacture, and no name of a company either."""
    if max(candidate.score for candidate in found) >= COMPOSED or _ORIGIN.search(name):
        return False
    return not (MAKER_WORDS | SELLER_WORDS).isdisjoint(name.replace("_", " ").split())


def is_distributor_title(title: str) -> bool:
    """Whether a title is the name of a distributor and nothing else; such a word stands in cells just as often."""
    return without_distributor(plain(title)) == ""


@functools.cache
def quick_titles() -> frozenset[str]:
    """Titles in lower case, to see without effort whether a row deep in a sheet can be a header at all."""
    words = [word for field in FIELDS for word in field.synonyms] + [
        w for words, _ in AMBIGUOUS for w in words.split("|")
    ]
    return frozenset(word.strip().casefold() for word in words)


def _dotted(title: str, name: str) -> list[Candidate]:
    """``bom.part.number`` says what stands behind the last dot."""
    _, _, last = title.rpartition(".")
    if last == title or not last.strip() or len(title.split()) > 3 or without_distributor(name) is not None:
        return []
    return [Candidate(c.field, c.score - 0.5, c.reason) for c in match(last)]


_IN_ALL = re.compile(r"[(\[]\s*(?:total|totaal|totale|sum|gesamt|extended|ext\.?|all)\b", re.IGNORECASE)


def _totals(title: str, name: str) -> list[Candidate]:
    """``Price (total)`` is a total, though a word in brackets is no part of a title otherwise."""
    if _IN_ALL.search(title) and any(candidate.field == "unit_price" for candidate in whole(title, name)):
        return [Candidate("total_price", SYNONYM, said(title, "total_price"))]
    if name == "unit" and currency_of_title(title) is not None:
        return [Candidate("unit_price", SYNONYM, said(title, "unit_price"))]
    return []


_OR = re.compile(r"/|\bor\b|\bof\b|\bou\b|\boder\b", re.IGNORECASE)
_COMPANIES = ("manufacturer", "supplier")


def _composed(title: str, name: str) -> list[Candidate]:
    """Maker or seller words with number words, and names of distributors."""
    rest = without_distributor(name)
    if rest is not None:
        return _of_distributor(title, rest)
    tokens = [token for token in name.split() if token not in FILLER_WORDS]
    makers, sellers = [t for t in tokens if t in MAKER_WORDS], [t for t in tokens if t in SELLER_WORDS]
    numbers = [t for t in tokens if t in NUMBER_WORDS]
    if not tokens or any(t not in MAKER_WORDS and t not in SELLER_WORDS and t not in NUMBER_WORDS for t in tokens):
        return []
    if makers and sellers and not numbers and _OR.search(title):
        # ``Manufacturer/Seller`` says one name or the other; the cells tell which.
        return [Candidate(key, 4.0 - 0.25 * n, said(title, key, unclear=True)) for n, key in enumerate(_COMPANIES)]
    if makers and (numbers or sellers):
        return [Candidate("mpn", COMPOSED, said(title, "mpn"))]
    if sellers and "mpn" in tokens:
        return [Candidate("mpn", CONTAINED + 0.5, said(title, "mpn"))]
    if sellers and numbers:
        return [Candidate("supplier_part_number", COMPOSED, said(title, "supplier_part_number"))]
    return []


def is_second(title: str) -> bool:
    """Whether a title speaks of another part that would do as well."""
    return not SECOND_WORDS.isdisjoint(plain(title.replace("_", " ")).split())


def _second(name: str) -> list[Candidate]:
    """``Alt. Mfg PN`` is what ``Mfg PN`` is, once more."""
    tokens = name.split()
    rest = [token for token in tokens if token not in SECOND_WORDS]
    if not rest or len(rest) == len(tokens):
        return []
    return [
        candidate
        for candidate in match(" ".join(rest))
        if candidate.score >= COMPOSED and BY_KEY[candidate.field].repeats
    ]


_RANGE = re.compile(
    r"(?P<rest>.+?)[\s_\-.]+(?:low|high|lowest|highest|min|max|minimum|maximum|from|to|laag|hoog|laagste|hoogste|van|tot"
    r"|von|bis|de|à|mín|máx|désde|hasta)(?P<after>[\s_\-.(\[].*)?",
    re.IGNORECASE,
)


_ROUGHLY = frozenset(
    "approx approximate approximately est estimated estimate rough ca circa geschat geschatte geschatzt geschatzte"
    " geschatzter estime estimee estimado estimada estimados estimadas stimato stimata szacowany szacowana szacunkowy"
    " szacunkowa tahmini примерная примерно ориентировочная".split()
)
"""Words of a title that say that a number is an estimate, in plain form."""

_LANGUAGES = frozenset("en eng ru rus de ger fr es pt it nl pl cs cz uk ua zh cn cht chs ja jp ko kr tr sv hu".split())


def _estimated(title: str, name: str) -> list[Candidate]:
    """``Approx unit price`` is what ``unit price`` is, less sure; ``approx_usd`` is some price."""
    tokens = name.replace("_", " ").split()
    rest = [token for token in tokens if token not in _ROUGHLY]
    if not rest and currency_of_title(title) is not None:
        return list(match("usd"))
    return list(match(" ".join(rest))) if 0 < len(rest) < len(tokens) else []


_VARIANTS = frozenset(
    "s m l xs xl xxl small medium large mini basic standard full pro lite plus big klein kleine middel groot grote"
    " mittel gross grosse petit petite moyen grand grande pequeno mediano links rechts gauche droite front rear"
    " voor achter a b c".split()
)
"""Words that tell variants of a product apart, in plain form."""


def _of_variant(title: str, name: str) -> list[Candidate]:
    """``Aantal klein`` beside ``Aantal groot`` is a quantity; which one counts is asked back."""
    *rest, last = name.replace("_", " ").split()
    if not rest or last not in _VARIANTS:
        return []
    found = whole(title, " ".join(rest))
    return [Candidate(c.field, COMPOSED, c.reason) for c in found[:1] if c.field == "quantity"]


def _in_language(name: str) -> list[Candidate]:
    """``name_ru`` and ``name_en`` are names in two languages."""
    *rest, last = name.replace("_", " ").split()
    if not rest or last not in _LANGUAGES:
        return []
    found = match(" ".join(rest))
    return [candidate for candidate in found if found[0].field in _SPOKEN and candidate.field in _SPOKEN]


_SPOKEN = frozenset({"description", "notes", "category", "unit"})
"""Fields whose cells are words of a language."""


_EXPLANATION = re.compile(r"(?P<title>[^:;–—]+?)\s*(?:\s[-–—]\s|[:;–—]\s|\n)\s*(?P<why>\S+(?:\s+\S+){2,})", re.DOTALL)


def _explained(title: str) -> list[Candidate]:
    """``Footprint - Note: sizes are not important`` is a title and a sentence about it, which is no title itself."""
    parts = _EXPLANATION.fullmatch(title.strip())
    if parts is None or (len(parts["why"].split()) < 4 and match(parts["why"])):
        return []
    return [c for c in match(parts["title"]) if c.score >= SYNONYM]


def _ranged(title: str) -> list[Candidate]:
    """``Unit EUR low`` and ``Unit EUR high`` are the two ends of what one column would say."""
    ranged = _RANGE.fullmatch(title.strip())
    if ranged is None:
        return []
    return [c for c in match(ranged["rest"] + (ranged["after"] or ""))[:1] if c.field in _MEASURED]


_MEASURED = frozenset({"unit_price", "total_price", "mass", "lead_time", "stock"})


_STRUCTURE = frozenset({"parent", "level", "line_id", "category"})
"""What no shop states about a part: ``LCSC Assembly`` is a service, not the assembly that a part belongs to."""


def _of_distributor(title: str, rest: str) -> list[Candidate]:
    """``Mouser PN`` is an order number, ``Mouser`` alone too; ``Mouser EUR`` a price, ``Mouser stock`` a stock."""
    if not rest and currency_of_title(title) is not None:
        return [Candidate("unit_price", COMPOSED, said(title, "unit_price"))]
    if all(
        token in NUMBER_WORDS or token in SELLER_WORDS or token in FILLER_WORDS or token in {"com", "nl", "eu"}
        for token in rest.split()
    ):
        return [
            Candidate(
                "supplier_part_number",
                COMPOSED,
                Text(
                    nl=f"kop '{shown(title)}' noemt een distributeur: zulke kolommen bevatten bestelnummers",
                    en=f"header '{shown(title)}' names a distributor: such columns hold its order numbers",
                ),
            )
        ]
    inner = match(rest)[:1]
    return [
        Candidate(c.field, min(c.score, COMPOSED), said(title, c.field)) for c in inner if c.field not in _STRUCTURE
    ]
