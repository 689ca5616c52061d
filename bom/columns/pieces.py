"""What a title says as a whole, and what its pieces say when the whole is not known.

Every function takes a title, and mostly its plain form (`bom.columns.titles.plain`), and gives the fields that it may
mean; nothing when that way of reading it says nothing. `bom.columns.headers` tries them in order.
"""

from __future__ import annotations

import functools
import re

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
    synonyms,
)
from bom.columns.misspelled import meant_by
from bom.columns.titles import NAME_ENDINGS, NUMBER_ENDINGS, NUMBER_WORDS, plain


def whole(title: str, name: str) -> list[Candidate]:
    """A title that is known as it stands."""
    if name in ambiguous():
        keys = ambiguous()[name]
        return [Candidate(key, 4.0 - 0.25 * place, said(title, key, unclear=True)) for place, key in enumerate(keys)]
    if name in own_names():
        return [Candidate(own_names()[name], EXACT, said(title, own_names()[name]))]
    if name in synonyms():
        return [Candidate(synonyms()[name], SYNONYM, said(title, synonyms()[name]))]
    return []


def _parts(title: str) -> list[str]:
    """The parts of a double title."""
    rough = re.split(r"[/|\n\r,;&+]| or | of | ou | oder | en | and ", title.replace("_", " "))
    parts = [part for part in rough if part.strip()]
    return parts if len(parts) > 1 and len(title) <= 60 else []


def twice(title: str) -> list[Candidate]:
    """``Aantal / Qty`` says one field in two languages: what every part may mean, surer than each says it."""
    each = [{c.field: c.score for c in whole(part, plain(part))} for part in _parts(title)]
    if not each or not all(each):
        return []
    shared = [field for field in each[0] if all(field in found for found in each)]
    if not shared:
        return []
    field = max(shared, key=lambda key: (min(found[key] for found in each), -shared.index(key)))
    return [Candidate(field, max(COMPOSED, *(found[field] for found in each)), said(title, field))]


def halves(title: str) -> list[Candidate]:
    """``part name / value`` may mean either, the first sooner."""
    parts = _parts(title)
    found: dict[str, Candidate] = {}
    for place, part in enumerate(parts):
        for candidate in whole(part, plain(part)):
            # What comes first names the column: "price / item", "part name / value".
            score = min(candidate.score, HALF) - (0.5 if place else 0.0)
            found.setdefault(
                candidate.field, Candidate(candidate.field, score, said(title, candidate.field, unclear=True))
            )
    return list(found.values())


def contained(title: str, name: str) -> list[Candidate]:
    """A known title inside a longer one."""
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
            if not _WHOLE_SUM.isdisjoint(tokens):
                keys = ["total_price" if key == "unit_price" else key for key in keys]
            return [
                Candidate(key, CONTAINED - 0.1 * place, said(title, key, unclear=True))
                for place, key in enumerate(dict.fromkeys(keys))
            ]
    return _contained_han(title, name)


_WHOLE_SUM = frozenset(
    "total totale totaal totaux totales gesamt gesamte gesamter calkowita calkowity laczna laczny razem celkova celkovy"
    " celkem toplam totalt totalpris osszes общая общий итоговая итого суммарная".split()
)
"""Words of a title that make a price that of all pieces together, in plain form."""

_ONLY_ALONE = frozenset({"factor"})
"""Words that mean their field by themselves only: a yield factor or a power factor multiplies no quantity."""


_UNSPACED = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u4e00-\u9fff]")
"""Korean letters, Japanese syllables and Chinese characters."""


def _contained_han(title: str, name: str) -> list[Candidate]:
    """Chinese, Japanese and Korean titles have no spaces: the longest known title at the end of it, then anywhere."""
    if not _UNSPACED.search(name):
        return []
    name = name.replace(" ", "")
    known = sorted((word for word in _unspaced() if word in name), key=lambda word: (len(word), word))
    if not known:
        return []
    last = [word for word in known if name.endswith(word)]
    key = _unspaced()[(last or known)[-1]]
    return [Candidate(key, CONTAINED + 0.5, said(title, key, unclear=True))]


@functools.cache
def _unspaced() -> dict[str, str]:
    """The names of fields that are written without spaces; a single Korean or Japanese sound is no word to look for."""
    return {
        word.replace(" ", ""): key
        for word, key in synonyms().items()
        if _UNSPACED.match(word) and ("\u4e00" <= word[0] <= "\u9fff" or len(word) > _sound(word))
    }


def _sound(word: str) -> int:
    """How many characters a single sound takes in a plain title, where a Korean one falls apart into its letters."""
    return 3 if word[0] < "\u1200" else 1


def compound(title: str, name: str) -> list[Candidate]:
    """Languages that write words together: ``Bauelementname`` is ``Bauelement``, ``Herstellernr`` a maker's number."""
    if " " in name:
        return []
    for ending in NAME_ENDINGS:
        if len(rest := name.removesuffix(ending)) > 1 and rest != name:
            return [c for c in whole(title, rest) if c.field in _NAMED]
    for ending in NUMBER_ENDINGS:
        if len(rest := name.removesuffix(ending)) > 1 and rest != name:
            kinds = {candidate.field for candidate in whole(title, rest)}
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


def related(title: str, name: str) -> list[Candidate]:
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


_PER = re.compile(
    r"(?P<rest>.+?)(?:\s*/\s*|[\s_]+(?:per|pro|par|por|je|na)[\s_]+)(?P<product>[^\W\d_]+)", re.IGNORECASE
)
_PRODUCTS = frozenset(
    "system systems systeem robot robots drone drones machine machines product produkt vehicle vehicles voertuig kit"
    " device apparaat toestel gerat unit eenheid assembly board pcb frame car auto aircraft satellite rocket roboter"
    " dron dispositif systeme sistema maquina maschine anlage fahrzeug".split()
)
"""Things that parts go into, in plain form."""


def per_product(title: str) -> list[Candidate]:
    """``Amount per robot`` counts what one product needs, however vague its first word is."""
    per = _PER.fullmatch(title.strip())
    if per is None or plain(per["product"]) not in _PRODUCTS:
        return []
    counts = [c for c in whole(title, plain(per["rest"])) if c.field == "quantity"]
    return [Candidate("quantity", EXACT, said(title, "quantity"))] if counts else []


def misspelled(title: str, name: str) -> list[Candidate]:
    """A title that is known but for a slip of the pen."""
    meant = meant_by(name)
    return [Candidate(c.field, 4.0, said(title, c.field, unclear=True)) for c in whole(meant, meant)] if meant else []
