"""Countries: recognised in the words people write, named in both languages, gathered in groups. Never by likeness.

Fuzzy matching turns "VS" (Dutch for the United States) into Russia and "Noord-Korea" into South Korea; here a text is a
country only when the whole of it is a listed name, alias or code. Everything else stays unknown and says why.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from depmap.core.names import fold, mixed_alphabets
from depmap.core.reference import Row, items, load
from depmap.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of countries."""

    id: str
    """The word in the policy file and in outputs, for example ``EU+EEA+UA``."""

    name: Text
    """Its name for people."""

    members: frozenset[str]
    """ISO 3166 alpha-2 codes."""


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """What a text says about a country."""

    code: str | None
    """ISO 3166 alpha-2; None when the text does not name one country."""

    options: tuple[str, ...]
    """When there is no code: the countries that could be meant, sorted; to ask back, never to choose from."""

    reason: Text
    """Why, in one sentence."""

    assumed: bool = False
    """Whether the reading is only the usual one ("Korea" for South Korea), so that the value counts as assumed."""


@functools.lru_cache(maxsize=20_000)
def recognise_country(text: str, *, codes: bool = False) -> CountryMatch:
    """The country that a text names.

    Args:
        text: a cell as it stands; "made in" and the like in front are no matter.
        codes: whether two-letter codes are expected here. Elsewhere they are traps: CH is not China, SI not Slovakia.

    >>> recognise_country("Ver. Staten").code, recognise_country("Republic of China").code
    ('US', 'TW')
    >>> recognise_country("Congo").options
    ('CD', 'CG')
    """
    alphabets = mixed_alphabets(text)
    if alphabets:
        return CountryMatch(None, (), _MIXED.format(text=text, alphabets=" + ".join(alphabets).title()))
    plain = _without_prefix(fold(text))
    if not plain:
        return CountryMatch(None, (), _EMPTY)
    whole = _whole(plain, text, codes=codes)
    if whole is not None:
        return whole
    return _parts(text, codes=codes)


def country_name(code: str, language: Language) -> str:
    """The name of a country in one language; a code that no list knows is its own name."""
    row = _countries().get(code)
    return row[f"name_{language}"] if row else code


def groups() -> Mapping[str, Text]:
    """The names of the country groups that come with depmap, by id, in the order of the list."""
    return MappingProxyType(
        {row["group"]: Text(nl=row["title_nl"], en=row["title_en"]) for row in load("country_groups").rows}
    )


def did_you_mean(text: str, language: Language) -> tuple[str, ...]:
    """Up to three country names like this text, best first: to help someone who types a command, never to read data."""
    import difflib

    names = {fold(row[f"name_{language}"]): row[f"name_{language}"] for row in load("countries").rows}
    return tuple(names[plain] for plain in difflib.get_close_matches(fold(text), sorted(names), 3))


@functools.cache
def group_members(group_id: str) -> frozenset[str]:
    """The ISO 3166 alpha-2 codes of a group.

    Raises:
        KeyError: there is no group with this id.
    """
    rows = [row for row in load("country_groups").rows if row["group"] == group_id]
    if not rows:
        raise KeyError(group_id)
    added = [_members(row["member"]) for row in rows if row["effect"] == "in"]
    removed = [_members(row["member"]) for row in rows if row["effect"] == "out"]
    everything = frozenset(_countries()) if not added else frozenset()
    return everything.union(*added).difference(*removed)


@functools.cache
def group_reasons(group_id: str) -> Mapping[str, Text]:
    """Why each country is in the group, by code: with the source behind it.

    Raises:
        KeyError: there is no group with this id.
    """
    members = group_members(group_id)
    rows = [row for row in load("country_groups").rows if row["group"] == group_id and row["effect"] == "in"]
    return MappingProxyType(
        {
            code: Text(nl=row["reason_nl"], en=row["reason_en"])
            for row in rows
            for code in sorted(_members(row["member"]) & members)
        }
    )


# --- recognition ----------------------------------------------------------------------------------------------------


def _whole(plain: str, text: str, *, codes: bool) -> CountryMatch | None:
    """The whole text as a listed name, alias or code."""
    code = _names().get(plain)
    if code is not None:
        return CountryMatch(code, (), _LISTED.format(text=text))
    row = _aliases().get(plain)
    if row is not None:
        return _alias(row, text)
    letters = plain.upper().replace(" ", "")
    if len(letters) == 2 and letters in _countries():
        if codes:
            return CountryMatch(letters, (), _CODE.format(code=letters))
        return CountryMatch(None, (letters,), _TWO_LETTERS.format(text=text))
    if len(letters) == 3 and letters in _alpha3():
        code = _alpha3()[letters]
        if letters in text:
            return CountryMatch(code, (), _CODE.format(code=letters))
        return CountryMatch(None, (code,), _LOWER_CASE.format(text=text))
    return None


def _alias(row: Row, text: str) -> CountryMatch:
    """What a row of the aliases says."""
    note = Text(nl=row["note_nl"], en=row["note_en"])
    if row["kind"] == "alias":
        return CountryMatch(row["iso2"], (), note if note.en else _LISTED.format(text=text))
    if row["kind"] == "usual":
        return CountryMatch(row["iso2"], (), _USUAL.format(text=text, note=note), assumed=True)
    if row["kind"] == "ambiguous":
        return CountryMatch(None, tuple(sorted(items(row["iso2"]))), _AMBIGUOUS.format(text=text, note=note))
    return CountryMatch(None, (), _NO_COUNTRY.format(text=text))


def _parts(text: str, *, codes: bool) -> CountryMatch:
    """A text of several parts ("DE - Germany"): a country when all parts name the same one, else never."""
    parts = [fold(part) for part in text.translate(_SEPARATORS).split("|")]
    matches = [_whole(part, part.upper(), codes=True) for part in parts if part]
    found = sorted({match.code for match in matches if match and match.code})
    named = any(part in _names() or part in _aliases() for part in parts)
    if len(matches) > 1 and len(found) == 1 and all(match and match.code for match in matches) and (named or codes):
        return CountryMatch(found[0], (), _AGREE.format(text=text))
    if len(found) > 1:
        return CountryMatch(None, tuple(found), _SEVERAL.format(text=text))
    options = tuple(found) if named else ()
    return CountryMatch(None, options, _UNLISTED.format(text=text))


def _without_prefix(plain: str) -> str:
    """The text without "made in" and an article in front."""
    for prefix in _PREFIXES:
        if plain.startswith(prefix):
            plain = plain[len(prefix) :]
            break
    for article in ("the ", "de ", "het "):
        if plain.startswith(article) and plain not in _names():
            return plain[len(article) :]
    return plain


# --- the lists, by what they are looked up with ---------------------------------------------------------------------


@functools.cache
def _countries() -> Mapping[str, Row]:
    return {row["iso2"]: row for row in load("countries").rows}


@functools.cache
def _alpha3() -> Mapping[str, str]:
    return {row["iso3"]: row["iso2"] for row in load("countries").rows}


@functools.cache
def _names() -> Mapping[str, str]:
    """Folded name -> code; a name that the aliases call ambiguous is not among them."""
    names = {fold(row[name]): row["iso2"] for row in load("countries").rows for name in ("name_en", "name_nl")}
    return {name: code for name, code in names.items() if name not in _aliases()}


@functools.cache
def _aliases() -> Mapping[str, Row]:
    return {fold(row["alias"]): row for row in load("country_aliases").rows}


def _members(member: str) -> frozenset[str]:
    """One country, or all that have a fact: ``@eu27`` are those with something in that column."""
    if member.startswith("@"):
        return frozenset(code for code, row in _countries().items() if row[member[1:]])
    return frozenset((member,))


_SEPARATORS = str.maketrans("/,;()[]-–|", "||||||||||")

_PREFIXES = tuple(
    sorted(
        (
            "made in ", "product of ", "produced in ", "manufactured in ", "country of origin ", "origin ", "coo ",
            "gemaakt in ", "geproduceerd in ", "vervaardigd in ", "land van herkomst ", "land van oorsprong ",
            "herkomst ", "oorsprong ", "hergestellt in ", "ursprungsland ", "herkunftsland ", "herkunft ",
            "fabrique en ", "fabrique au ", "fabrique aux ", "pays dorigine ", "origine ", "fabricado en ",
            "hecho en ", "prodotto in ",
        ),
        key=lambda prefix: (-len(prefix), prefix),
    )
)  # fmt: skip
"""What people write in front of a country, folded; the longest first."""

_LISTED = Text(nl="‘{text}’ staat als landnaam in de lijst", en="“{text}” is a listed country name")
_CODE = Text(nl="{code} is een ISO 3166-code", en="{code} is an ISO 3166 code")
_AGREE = Text(nl="alle delen van ‘{text}’ noemen hetzelfde land", en="all parts of “{text}” name the same country")
_USUAL = Text(nl="‘{text}’ is gelezen zoals gebruikelijk: {note}", en="“{text}” is read in the usual way: {note}")
_EMPTY = Text(nl="er staat niets", en="there is nothing")
_MIXED = Text(
    nl="‘{text}’ mengt letters uit verschillende alfabetten ({alphabets})",
    en="“{text}” mixes letters of different alphabets ({alphabets})",
)
_TWO_LETTERS = Text(
    nl="‘{text}’: twee letters gelden alleen als landcode in een kolom met landcodes",
    en="“{text}”: two letters count as a country code only in a column of country codes",
)
_LOWER_CASE = Text(
    nl="‘{text}’: een code van drie letters geldt alleen in hoofdletters",
    en="“{text}”: a code of three letters counts only in capitals",
)
_AMBIGUOUS = Text(nl="‘{text}’ is niet eenduidig: {note}", en="“{text}” is ambiguous: {note}")
_NO_COUNTRY = Text(nl="‘{text}’ is geen land", en="“{text}” is not a country")
_SEVERAL = Text(nl="‘{text}’ noemt meer dan één land", en="“{text}” names more than one country")
_UNLISTED = Text(nl="‘{text}’ is geen bekende landnaam", en="“{text}” is not a known country name")
