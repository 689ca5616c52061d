"""Words in cells that are no data: marks (yes, no, do not place) and placeholders (``n/a``, ``any``, ``-``)."""

from __future__ import annotations

import functools
import re

_YES = frozenset(
    "yes y true t 1 x ja j waar oui o vrai wahr si sí s да ✓ ✔ √ placed mounted fitted populated geplaatst"
    " gemonteerd monteren plaatsen bestückt monté place mount fit"
    " populate install installed 是".split()
)
_NO = frozenset(
    word.strip()
    for word in (
        "no | n | false | f | 0 | nee | neen | non | faux | nein | falsch | нет | 否 | none | - | unmounted |"
        " unplaced | unpopulated | unfitted | not placed | not mounted | not fitted | not populated | not"
        " installed | niet geplaatst | niet gemonteerd | nicht bestückt | non monté"
    ).split("|")
)
_DNP_WORDS = (
    r"dnp|dnf|dni|dnm|dns|dnl|np|nf|nofit|no[ -]?fit|no[ -]?pop|no[ -]?stuff|no[ -]?mount|no[ -]?load|not (?:placed"
    r"|mounted|fitted|populated|installed|stuffed|assembled)"
    r"|do[ -]?not[ -]?(?:populate|place|fit|install|mount|stuff|solder|assemble|load)|don'?t (?:populate|place|fit"
    r"|install|mount|stuff)|unpopulated|niet (?:plaatsen|geplaatst|monteren|gemonteerd|bestukken)"
    r"|nicht (?:bestücken|bestückt|montieren|montiert)|ne pas (?:monter|implanter|câbler)|non (?:monté|implanté"
    r"|câblé)|no montar|no colocar|не (?:устанавливать|монтировать)|不贴|不焊|不装"
)
_DNP_ALONE = re.compile(rf"\W*(?:{_DNP_WORDS})\W*", re.IGNORECASE)
_DNP_INSIDE = re.compile(rf"[\s/,;(\[|_](?:{_DNP_WORDS.replace('np|nf|', '', 1)})(?:$|[\s/,;)\]|])", re.IGNORECASE)
"""To be searched for with a blank before the text: what begins with a set of characters is searched for faster."""

_ANYONE = frozenset(
    "any any. various diverse divers generic generiek generisch générique willekeurig beliebig misc no-name noname"
    " unbranded local lokaal custom".split()
)
_PLACEHOLDERS = _ANYONE | frozenset(
    "- -- --- – — ~ ? ?? ??? . .. ... / \\ * x n/a na n.a. n.a n\\a #n/a #n/b nvt n.v.t. n.v.t null nil none"
    " tbd tbc t.b.d. tba unknown onbekend"
    " unbekannt inconnu geen kein keine aucun ninguno n.b. nb unspecified undefined n/b 无 未知 неизвестно нет"
    " ---- #ref! #value! #name? #div/0! nan".split()
)


_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@functools.lru_cache(maxsize=20_000)
def is_placeholder(text: str) -> bool:
    """Whether a cell is filled with something that says nothing; of several with slashes between them all must.

    >>> is_placeholder("n/a"), is_placeholder("~"), is_placeholder("Local/Generic"), is_placeholder("N100")
    (True, True, True, False)
    """
    word = text.strip().casefold()
    parts = [part.strip() for part in word.split("/")] if "/" in word else []
    if parts and all(len(part) > 1 and part in _PLACEHOLDERS for part in parts):
        return True
    return word in _PLACEHOLDERS or (len(word) > 1 and not _LETTER_OR_DIGIT.search(word))


def is_anyone(text: str) -> bool:
    """Whether a placeholder says that it does not matter who: other than a blank, that is a statement.

    >>> is_anyone("Generic"), is_anyone("Local/Generic"), is_anyone("n/a")
    (True, True, False)
    """
    return all(part.strip().casefold() in _ANYONE for part in text.split("/"))


_NO_MAKER = re.compile(
    r"made in [\w .]+|(?:no|zie|see|siehe|voir)\b.*|self[ -]?made|zelf ?gemaakt|own design|eigen ontwerp|home ?made"
    r"|(?:self[ -]?|zelf )?(?:3d|3-d)[ -]?(?:print(?:ed|en|ing)?|geprint|gedruckt|druck)(?: parts?)?|ge3dprint|printed"
    r"|in[ -]?house|diy|eigenbau|selbst ?gebaut|fait maison|hecho en casa|自制|自研"
    r"|(?:link|links) (?:to|naar|zu|vers) .+|\d+|[(\[][^()\[\]]+\s[^()\[\]]+[)\]]"
    r"|(?:any|various|several|multiple|many|generic|diverse|verschillende|verschiedene|divers|différents|varios|varias)"
    r" (?:brands?|makers?|manufacturers?|vendors?|suppliers?|sources?|merken|fabrikanten|leveranciers|hersteller|marken"
    r"|fabricants|marques|fournisseurs|marcas|fabricantes)|(?:part of |on )(?:the )?pcb|pcb (?:pads?|traces?)",
    re.IGNORECASE,
)
"""Also a remark in brackets: ``(PCB pads)``."""
_REMARKED = re.compile(r"(?P<said>[^()\[\]]+?)?\s*[(\[](?P<inside>[^()\[\]]*)[)\]]")


def is_no_maker(text: str) -> bool:
    """Whether a cell of a manufacturer column names no manufacturer: a placeholder, a mark, a country, a number.

    >>> is_no_maker("any"), is_no_maker("DNP"), is_no_maker("Made in China"), is_no_maker("Bosch")
    (True, True, True, False)
    """
    if (remarked := _REMARKED.fullmatch(text.strip())) is not None:
        # ``various (new old stock)`` names nobody either.
        text = (
            text if remarked["said"] is None and " " in remarked["inside"] else remarked["said"] or remarked["inside"]
        )
    return is_placeholder(text) or is_dnp(text) or _NO_MAKER.fullmatch(text.strip()) is not None


def is_mark(text: str) -> bool:
    """Whether a cell is a yes, a no or a mark not to place.

    >>> is_mark("YES"), is_mark("niet plaatsen"), is_mark("10k")
    (True, True, False)
    """
    word = text.strip().casefold()
    return word in _YES or word in _NO or is_dnp(word)


def is_dnp(text: str) -> bool:
    """Whether a cell says in itself that the part is not to be placed.

    >>> is_dnp("DNP"), is_dnp("Do not mount"), is_dnp("np"), is_dnp("100nF")
    (True, True, True, False)
    """
    return _DNP_ALONE.fullmatch(text.strip()) is not None


def holds_dnp(text: str) -> bool:
    """Whether a value carries the mark beside something else.

    >>> holds_dnp("0/DNP"), holds_dnp("39k (not fitted)"), holds_dnp("SNP-1")
    (True, True, False)
    """
    return is_dnp(text) or _DNP_INSIDE.search(f" {text}") is not None


def yes_or_no(text: str) -> bool | None:
    """What a mark says; None when it is none.

    >>> yes_or_no("Ja"), yes_or_no("NO"), yes_or_no("perhaps")
    (True, False, None)
    """
    word = text.strip().casefold()
    if word in _YES:
        return True
    return False if word in _NO else None


_NEGATIVE_TITLE = re.compile(
    r"dn[pfimsl]\b|no ?(?:fit|pop|load|stuff|mount)|\bnot\b|\bniet\b|\bnicht\b|\bnon\b|\bne pas\b|\bno montar"
    r"|exclude|unpopulated|не |不",
    re.IGNORECASE,
)


def title_says_not(title: str) -> bool:
    """Whether a yes in this column means *not* placed (``DNP``, ``Niet plaatsen``).

    >>> title_says_not("DNP"), title_says_not("Place (YES/NO)"), title_says_not("Niet plaatsen")
    (True, False, True)
    """
    return _NEGATIVE_TITLE.search(re.sub(r"\([^)]*\)|fitted/not fitted", "", title, flags=re.IGNORECASE)) is not None
