"""What a header says: from a title as people write it to the fields it may mean.

Definition. ``match(title)`` gives candidates ``(field, score)``; the score says how the title was recognised:

====  ==========================================================================================================
6     the key or the title of the field itself (``quantity``, ``Aantal``)
5     a listed synonym (``Qty``), whatever its case, accents, punctuation, unit in brackets or trailing number
4.5   put together from known words (``Mfr. ordering code``, ``Digi-Key PN``, ``OC_FARNELL``)
4..3  a title with several meanings (`bom.columns.titles.AMBIGUOUS`), likeliest first: the cells decide
4.5+  a title in two languages (``Pos. / Item``): both halves mean the same field, which makes it surer
3.5   one half of a double title (``part name / value``)
2.5   a known title inside a longer one (``DigiKey Quantity per reel``): only with cells that agree
====  ==========================================================================================================
"""

from __future__ import annotations

import functools
import re

from bom.cells.amounts import currency_of_title
from bom.columns.candidates import (
    COMPOSED,
    CONTAINED,
    EXACT,
    HALF,
    SYNONYM,
    Candidate,
    ambiguous,
    own_names,
    said,
    shown,
    synonyms,
)
from bom.columns.misspelled import meant_by
from bom.columns.titles import (
    AMBIGUOUS,
    FILLER_WORDS,
    MAKER_WORDS,
    NAME_ENDINGS,
    NUMBER_ENDINGS,
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
        or _whole(title, name)
        or _twice(title)
        or _composed(title, name)
        or _second(name)
        or _estimated(name)
        or _explained(title)
        or _ranged(title)
        or _related(title, name)
        or _compound(title, name)
        or _halves(title)
        or _misspelled(title, name)
        or _contained(title, name)
    )
    if _IN_LENGTH.search(title):
        found = [candidate for candidate in found if candidate.field not in _NUMBERED]
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


_HYPHENATED = re.compile(r"(?<=[^\W\d_])-[ \t]*[\r\n]+[ \t]*(?=[a-zß-öø-ÿ])")
"""Where a narrow cell breaks a word: ``Artikel-`` above ``nummer``."""
_IN_LENGTH = re.compile(r"[(\[]\s*(?:mils?|mm|cm|inch|in|µm|um)\s*[)\]]", re.IGNORECASE)
_NUMBERED = frozenset({"line_id", "designators", "level"})
"""Nothing that is measured: ``Position (mil)`` is a place on the board."""


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


def _whole(title: str, name: str) -> list[Candidate]:
    if name in ambiguous():
        keys = ambiguous()[name]
        return [Candidate(key, 4.0 - 0.25 * place, said(title, key, unclear=True)) for place, key in enumerate(keys)]
    if name in own_names():
        return [Candidate(own_names()[name], EXACT, said(title, own_names()[name]))]
    if name in synonyms():
        return [Candidate(synonyms()[name], SYNONYM, said(title, synonyms()[name]))]
    if (
        "." in title
        and without_distributor(name) is None
        and (last := title.rsplit(".", 1)[1]).strip()
        and len(title.split()) <= 3
    ):
        return [Candidate(c.field, c.score - 0.5, c.reason) for c in match(last)]
    return []


_IN_ALL = re.compile(r"[(\[]\s*(?:total|totaal|totale|sum|gesamt|extended|ext\.?|all)\b", re.IGNORECASE)


def _totals(title: str, name: str) -> list[Candidate]:
    """``Price (total)`` is a total, though a word in brackets is no part of a title otherwise."""
    if _IN_ALL.search(title) and any(candidate.field == "unit_price" for candidate in _whole(title, name)):
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


_ROUGHLY = frozenset("approx approximate approximately est estimated estimate rough ca circa geschat geschatte".split())


def _estimated(name: str) -> list[Candidate]:
    """``Approx unit price`` is what ``unit price`` is, less sure."""
    tokens = name.split()
    rest = [token for token in tokens if token not in _ROUGHLY]
    return list(match(" ".join(rest))) if 0 < len(rest) < len(tokens) else []


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


def _related(title: str, name: str) -> list[Candidate]:
    """``parent_product_id`` names the parent, ``component_product_id`` what stands in it."""
    first, *rest = name.removeprefix("bom ").split()
    if (not rest and not name.startswith("bom ")) or any(
        token not in NUMBER_WORDS and token not in _THINGS for token in rest
    ):
        return []
    if rest == ["name"]:
        # The code in the column beside it is what points at the line.
        return [Candidate(key, 4.0, said(title, key, unclear=True)) for key in _NAMED_BY.get(first, ())]
    key = "parent" if first == "parent" else "part_number" if first in {"child", "component"} else None
    return [Candidate(key, COMPOSED, said(title, key))] if key else []


_NAMED_BY = {"parent": ("parent",), "child": ("description", "part_number")}


_THINGS = frozenset("product products material name assembly assy sku component".split())


def _misspelled(title: str, name: str) -> list[Candidate]:
    meant = meant_by(name)
    return [Candidate(c.field, 4.0, said(title, c.field, unclear=True)) for c in _whole(meant, meant)] if meant else []


_MEASURED = frozenset({"unit_price", "total_price", "mass", "lead_time", "stock"})


def _compound(title: str, name: str) -> list[Candidate]:
    """Languages that write words together: ``Bauelementname`` is ``Bauelement``, ``Herstellernr`` a maker's number."""
    if " " in name:
        return []
    for ending in NAME_ENDINGS:
        if len(rest := name.removesuffix(ending)) > 1 and rest != name:
            return [c for c in _whole(title, rest) if c.field in _NAMED]
    for ending in NUMBER_ENDINGS:
        if len(rest := name.removesuffix(ending)) > 1 and rest != name:
            kinds = {candidate.field for candidate in _whole(title, rest)}
            key = next((number for field, number in _NUMBER_OF if field in kinds), None)
            return [Candidate(key, COMPOSED, said(title, key))] if key else []
    return []


_NAMED = frozenset({"description", "manufacturer", "supplier"})
_NUMBER_OF = (
    ("manufacturer", "mpn"),
    ("supplier", "supplier_part_number"),
    ("description", "part_number"),
    ("part_number", "part_number"),
)


_STRUCTURE = frozenset({"parent", "level", "line_id", "category"})
"""What no shop states about a part: ``LCSC Assembly`` is a service, not the assembly that a part belongs to."""


def _of_distributor(title: str, rest: str) -> list[Candidate]:
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


def _parts(title: str) -> list[str]:
    """The parts of a double title."""
    rough = re.split(r"[/|\n\r,;&+]| or | of | ou | oder | en | and ", title.replace("_", " "))
    parts = [part for part in rough if part.strip()]
    return parts if len(parts) > 1 and len(title) <= 60 else []


def _twice(title: str) -> list[Candidate]:
    """``Aantal / Qty`` says one field in two languages: what every part may mean, surer than each says it."""
    each = [{c.field: c.score for c in _whole(part, plain(part))} for part in _parts(title)]
    if not each or not all(each):
        return []
    shared = [field for field in each[0] if all(field in found for found in each)]
    if not shared:
        return []
    field = max(shared, key=lambda key: (min(found[key] for found in each), -shared.index(key)))
    return [Candidate(field, max(COMPOSED, *(found[field] for found in each)), said(title, field))]


def _halves(title: str) -> list[Candidate]:
    parts = _parts(title)
    found: dict[str, Candidate] = {}
    for place, part in enumerate(parts):
        for candidate in _whole(part, plain(part)):
            # What comes first names the column: "price / item", "part name / value".
            score = min(candidate.score, HALF) - (0.5 if place else 0.0)
            found.setdefault(
                candidate.field, Candidate(candidate.field, score, said(title, candidate.field, unclear=True))
            )
    return list(found.values())


def _contained(title: str, name: str) -> list[Candidate]:
    tokens = name.split()
    if len(tokens) > 6:
        return []
    for length in range(len(tokens) - 1, 0, -1):
        # The last words carry the meaning in most titles: "BOM quantity", "installatie aantal".
        parts = [" ".join(tokens[start : start + length]) for start in range(len(tokens) - length, -1, -1)]
        keys = [
            synonyms()[part]
            for part in parts
            if part in synonyms() and len(part.replace(" ", "")) > 2 and part not in _ONLY_ALONE
        ]
        if keys:
            return [
                Candidate(key, CONTAINED - 0.1 * place, said(title, key, unclear=True))
                for place, key in enumerate(dict.fromkeys(keys))
            ]
    return _contained_han(title, name)


_ONLY_ALONE = frozenset({"factor"})
"""Words that mean their field by themselves only: a yield factor or a power factor multiplies no quantity."""


def _contained_han(title: str, name: str) -> list[Candidate]:
    """Chinese titles have no spaces: the longest known title at the end of it, then anywhere."""
    if not any("\u4e00" <= character <= "\u9fff" for character in name):
        return []
    known = sorted((word for word in synonyms() if word and "\u4e00" <= word[0] <= "\u9fff" and word in name), key=len)
    if not known:
        return []
    last = [word for word in known if name.endswith(word)]
    key = synonyms()[(last or known)[-1]]
    return [Candidate(key, CONTAINED + 0.5, said(title, key, unclear=True))]
