"""Who a manufacturer cell names: exactly, by a listed alias, or not at all. Likeness is asked back, never merged."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bom.companies import supplier_index as index
from depmap.core.countries import recognise_country
from depmap.core.evidence import Fact, Tier, unknown
from depmap.core.names import fold, mixed_alphabets
from depmap.core.reference import Row, items, load, tier
from depmap.core.text import Text

Status = Literal["exact", "alias", "distributor", "placeholder", "country", "unlisted", "possible"]
"""What a cell turned out to be; only ``exact`` and ``alias`` name a manufacturer that depmap knows."""


@dataclass(frozen=True, slots=True)
class SupplierEntry:
    """What the list of manufacturers knows of a company. It says nothing about a single product for certain."""

    name: str
    """Its canonical name."""

    is_distributor: bool
    """Whether it sells what others make; then nothing here is evidence of origin."""

    seat: Fact
    """Country of its seat (ISO 3166 alpha-2)."""

    parent: Fact
    """Name of its ultimate parent company."""

    ownership: Fact
    """Country of that parent (ISO 3166 alpha-2)."""

    manufacture: Fact
    """The one country where it makes things, if it is one: a hint about a product, no more; unknown when several."""

    flags: tuple[str, ...]
    """The official lists that name it, with the dates of its entries."""

    note: Text
    """What else is worth knowing: a moved seat, a dispute about control; both wordings are empty when nothing is."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a manufacturer cell says."""

    status: Status
    """Which kind of answer this is."""

    name: str
    """The canonical name when the company is known, else the text without surrounding blanks."""

    entry: SupplierEntry | None
    """What is known of it; None unless the status is exact, alias or distributor."""

    possible: tuple[str, ...]
    """Canonical names that could be meant, sorted; to ask back, never to choose from."""

    reason: Text
    """Why, in one sentence."""


@functools.lru_cache(maxsize=20_000)
def recognise(text: str) -> Recognition:
    """The company that a text names.

    Legal forms, case, accents, punctuation and a translation in brackets are no matter ("YAGEO(国巨)"). A name that is
    only similar to a listed one is *possible*; short names such as TI or RS count only as the whole text.

    >>> recognise("Texas Instruments Inc.").status, recognise("TI").name
    ('exact', 'Texas Instruments')
    >>> recognise("Made in China").status, recognise("Farnell").status
    ('country', 'distributor')
    """
    found = recognise_exactly(text)
    if found is not None:
        return found
    shown = " ".join(text.split())
    several = index.named_together(text)
    if several:
        return Recognition("possible", shown, None, several, _TOGETHER.format(text=shown, names=", ".join(several)))
    return _similar(_forms(text)[0], shown)


# --- exactly --------------------------------------------------------------------------------------------------------


def recognise_exactly(text: str) -> Recognition | None:
    """What `recognise` says without looking for likeness, which takes time; None for a name that is not listed.

    >>> recognise_exactly("Muratta") is None, recognise("Muratta").possible
    (True, ('Murata',))
    """
    shown = " ".join(text.split())
    alphabets = mixed_alphabets(text)
    if alphabets:
        reason = _MIXED.format(text=shown, alphabets=" + ".join(alphabets).title())
        return Recognition("unlisted", shown, None, (), reason)
    forms = _forms(text)
    for form in forms:
        found = _listed(form, shown)
        if found is not None:
            return found
    if not forms:
        return Recognition("placeholder", shown, None, (), _PLACEHOLDER.format(text=shown))
    country = recognise_country(text)
    if country.code is not None:
        return Recognition("country", shown, None, (), _COUNTRY.format(text=shown))
    return None


def _forms(text: str) -> tuple[str, ...]:
    """The plain forms under which a text may be listed, the most literal first.

    Whole, then without legal form. A name with brackets is also tried without them, when they hold a translation into
    another script ("Knowles(楼氏)") or a second listed name of the same company ("Texas Instruments (TI)").
    """
    whole = fold(text)
    forms = [whole, index.bare(whole)]
    opened, _, rest = text.replace("（", "(").replace("）", ")").partition("(")
    inner, _, after = rest.partition(")")
    if inner and not after.strip():
        outside, inside = index.bare(fold(opened)), index.bare(fold(inner))
        listed = (index.by_form().get(outside, (-1,))[0], index.by_form().get(inside, (-2,))[0])
        if listed[0] == listed[1] or (inner.isascii() != opened.isascii() and -2 in listed):
            forms.append(outside)
        elif inner.isascii() != opened.isascii() and listed[0] == -1:
            forms.append(inside)
    return tuple(form for form in dict.fromkeys(forms) if form)


def _listed(form: str, shown: str) -> Recognition | None:
    """What the lists say about exactly this form."""
    word = _words().get(form)
    if word is not None and word["kind"] == "placeholder":
        return Recognition("placeholder", shown, None, (), _PLACEHOLDER.format(text=shown))
    if word is not None:
        options = tuple(sorted(items(word["options"])))
        return Recognition("possible", shown, None, options, _AMBIGUOUS.format(text=shown, names=", ".join(options)))
    number, canonical = index.by_form().get(form, (-1, False))
    if number < 0:
        return None
    row = load(index.LIST).rows[number]
    if row["kind"] == "standard":
        return Recognition("placeholder", shown, None, (), _STANDARD.format(text=shown))
    entry = _entry(number)
    reason = (_EXACT if canonical else _ALIAS).format(text=shown, name=entry.name)
    if entry.is_distributor:
        return Recognition("distributor", entry.name, entry, (), _DISTRIBUTOR.format(name=entry.name))
    return Recognition("exact" if canonical else "alias", entry.name, entry, (), reason)


def _similar(form: str, shown: str) -> Recognition:
    """An unlisted name, with the listed ones to ask back about."""
    product = index.maker_of_product(form)
    if product is not None:
        return Recognition("possible", shown, None, (product,), _PRODUCT.format(text=shown, name=product))
    names = index.similar(form)
    if not names:
        return Recognition("unlisted", shown, None, (), _UNLISTED.format(text=shown))
    return Recognition("possible", shown, None, names, _POSSIBLE.format(text=shown, names=", ".join(names)))


@functools.cache
def _words() -> Mapping[str, Row]:
    return {fold(row["word"]): row for row in load("supplier_words").rows}


@functools.cache
def _entry(number: int) -> SupplierEntry:
    """The facts of one row, each with the confidence of its own."""
    known = load(index.LIST)
    row, reference = known.rows[number], known.info.reference
    sells_only = row["kind"] == "distributor"
    made_in = () if sells_only else items(row["made_in"])
    return SupplierEntry(
        name=row["name"],
        is_distributor=sells_only,
        seat=_fact(row["seat"], row["seat_confidence"], reference),
        parent=_fact(row["parent"], row["parent_confidence"], reference),
        ownership=_fact(row["parent_country"], row["parent_country_confidence"], reference),
        manufacture=_fact(made_in[0] if len(made_in) == 1 else "", row["made_in_confidence"], reference),
        flags=items(row["flags"]),
        note=Text(nl=row["note_nl"], en=row["note_en"]),
    )


def _fact(value: str, confidence: str, reference: str) -> Fact:
    worth = tier(confidence) if value else Tier.UNKNOWN
    return Fact(value, worth, reference=reference) if worth is not Tier.UNKNOWN else unknown(reference=reference)


_EXACT = Text(
    nl="‘{text}’ is de naam in de lijst van fabrikanten", en="“{text}” is the name in the list of manufacturers"
)
_ALIAS = Text(nl="‘{text}’ staat in de lijst als naam van {name}", en="“{text}” is listed as a name of {name}")
_DISTRIBUTOR = Text(
    nl="{name} verkoopt wat anderen maken: de fabrikant is niet bekend",
    en="{name} sells what others make: the manufacturer is not known",
)
_PLACEHOLDER = Text(nl="‘{text}’ noemt geen fabrikant", en="“{text}” names no manufacturer")
_STANDARD = Text(
    nl="‘{text}’ is een open ontwerp dat velen maken: vraag wie dit exemplaar maakte",
    en="“{text}” is an open design that many make: ask who made this one",
)
_COUNTRY = Text(
    nl="‘{text}’ noemt een land, geen fabrikant; een land in deze kolom is geen bewijs van herkomst",
    en="“{text}” names a country, not a manufacturer; a country in this column is no evidence of origin",
)
_MIXED = Text(
    nl="‘{text}’ mengt letters uit verschillende alfabetten ({alphabets})",
    en="“{text}” mixes letters of different alphabets ({alphabets})",
)
_AMBIGUOUS = Text(nl="‘{text}’ kan staan voor: {names}", en="“{text}” can stand for: {names}")
_TOGETHER = Text(
    nl="‘{text}’ noemt meer dan een fabrikant alleen; daarin staat: {names}",
    en="“{text}” names more than one manufacturer alone; in it stands: {names}",
)
_POSSIBLE = Text(
    nl="‘{text}’ staat niet in de lijst, maar lijkt op: {names}", en="“{text}” is not listed, but resembles: {names}"
)
_PRODUCT = Text(
    nl="‘{text}’ is een product van {name}, geen fabrikant", en="“{text}” is a product of {name}, not a maker"
)
_UNLISTED = Text(
    nl="‘{text}’ staat niet in de lijst van fabrikanten", en="“{text}” is not in the list of manufacturers"
)
