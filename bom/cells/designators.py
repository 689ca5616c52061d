"""Reference designators: ``C1, C2-C5`` names the five places on a board where a part goes."""

from __future__ import annotations

import functools
import re

MOST = 5_000
"""A range that would give more places than this is taken for a misprint."""

MOST_PLACES = 20_000
"""Most places that the ranges of one cell may stand for."""
_DIGITS = 30

_BETWEEN = re.compile(r"[;\n\r\t]+|,(?!\d+[A-Za-z])|\s*&\s*|\s+/\s*|/\s+|\s+(?=[A-Za-z$~_])")
_RANGE = re.compile(
    r"(?P<a>[^\W\d][\w$]*?)(?P<m>\d+)\s*(?:-|–|—|\.{2,3}|…|:|~|\bto\b|\bt/m\b|\btm\b|\btot\b|\bbis\b|\bà\b|\ba\b"
    r"|\bthru\b|\bthrough\b)\s*(?:(?P<b>[^\W\d][\w$]*?))?(?P<n>\d+)",
    re.IGNORECASE,
)
_WORDS_OF_RANGE = re.compile(r"\s+(?:to|t/m|tm|tot|bis|thru|through)\s+(?=[A-Za-z]*\d)", re.IGNORECASE)
_DASHED = re.compile(r"(?<=\d)\s*(?:-{1,2}>|=>|→|[-–—])\s*(?=[A-Za-z]{0,4}\d)")
_SIMPLE = re.compile(r"[A-Za-z]{1,4}\d{1,5}(?:,? [A-Za-z]{1,4}\d{1,5}|,[A-Za-z]{1,4}\d{1,5})*")
_ONE = re.compile(
    r"(?:[A-Za-z]{1,4}_)?(?:R|C|L|D|U|Q|J|P|X|Y|K|T|F|FB|IC|TP|SW|S|LED|CN|CON|H|JP|RN|RV|VR|BT|BAT|M|MH|ANT|Z|ZD"
    r"|XTAL|TVS|B|BZ|A|E|G|N|V|VT|VD|W|TR|FL|RT|OK|OP|RL|PS|REG|SJ|SB"
    r"|BR|CR|DA|DS|LD|MK|MP|PCB|PTC|NTC|RP|RA|ST|TB|TH|USB|XU|AE|FID|FD|HS|LS|MIC|MOV|OSC|POT|SP|SPK|XS|XP|XT|DD|HL"
    r"|SA|CP|CE|RES|CAP|IND|DIO|CONN|XC|GND|PAD|KEY|BTN|SCL|JST|ISP|PWR|U\$|E\$|P\$)"
    r"[_.]?\d{1,4}[A-Za-z]?(?:_\d+)?(?:\*)?"
)
_LOOSE = re.compile(r"[A-Za-z_$~]{0,12}\d{0,4}[A-Za-z]{0,3}\d{0,2}")
_WORD = re.compile(r"[A-Za-z]?[a-z]{3,}")
_CUT = re.compile(r"(?:\.\.\.|…)\s*$|,\s*etc\.?\s*$", re.IGNORECASE)


def is_cut(text: str) -> bool:
    """Whether a list says that it goes on.

    >>> is_cut("C1, C2, ..."), is_cut("C1, C2")
    (True, False)
    """
    return _CUT.search(text) is not None


def simple_places(text: str) -> tuple[str, ...] | None:
    """The places that a cell of whole names between commas or blanks states; None for any other, see `expand`.

    >>> simple_places("R1, R6"), simple_places("R1-R6")
    (('R1', 'R6'), None)
    """
    return tuple(text.replace(",", " ").split()) if _SIMPLE.fullmatch(text) else None


@functools.lru_cache(maxsize=50_000)
def expand(text: str) -> tuple[str, ...] | None:
    """The places that a cell names, in its order; None when a range in it makes no sense.

    >>> expand("R1, R6 to R8"), expand("C4-C6"), expand("R1,2,5"), expand("R2/R4"), expand("3,2mm1")
    (('R1', 'R6', 'R7', 'R8'), ('C4', 'C5', 'C6'), ('R1', 'R2', 'R5'), ('R2', 'R4'), ('3,2mm1',))
    >>> expand("J2-1, J2-2"), expand("C9-C4"), expand("SW3 -> SW5")
    (('J2-1', 'J2-2'), None, ('SW3', 'SW4', 'SW5'))
    """
    if (places := simple_places(text)) is not None:
        return places
    joined = _DASHED.sub("-", _WORDS_OF_RANGE.sub("-", text.strip()))
    found: list[str] = []
    for piece in _pieces(joined):
        span = _RANGE.fullmatch(piece)
        if span is None or (span["b"] is None and span["a"].upper() not in _PREFIXES):
            found.append(_with_prefix(piece, found))
            continue
        if len(span["m"] + span["n"]) > _DIGITS:
            return None
        low, high = int(span["m"]), int(span["n"])
        if (span["b"] is not None and span["b"].casefold() != span["a"].casefold()) or (
            span["b"] is None and high <= low
        ):
            found.append(piece)
        elif high < low or high - low > MOST or len(found) > MOST_PLACES:
            return None
        else:
            width = len(span["m"]) if span["m"].startswith("0") else 0
            found.extend(f"{span['a']}{number:0{width}d}" for number in range(low, high + 1))
    return tuple(found)


_PREFIXES = frozenset(
    "R C L D U Q J P X Y K T F FB IC TP SW S LED CN CON H JP RN RV VR BT M MH Z ZD TVS B VT VD TR RT RL".split()
)


def _pieces(text: str) -> list[str]:
    rough = [piece.strip(" .,") for piece in _BETWEEN.split(text)]
    pieces: list[str] = []
    for piece in rough:
        parts = re.split(r"[/+|]", piece)
        split = len(parts) > 1 and all(_ONE.fullmatch(part.strip()) for part in parts)
        pieces.extend(part.strip() for part in parts) if split else pieces.append(piece)
    return [piece for piece in pieces if piece]


def _with_prefix(piece: str, before: list[str]) -> str:
    """``2`` after ``R1`` means ``R2``."""
    if piece.isdecimal() and before:
        letters = re.match(r"[^\W\d]+", before[-1])
        if letters is not None:
            return letters.group() + piece
    return piece


def looks_like_designators(text: str) -> bool:
    """Whether a cell is a list of designators (common prefixes, short numbers), seen by itself.

    >>> looks_like_designators("C1, C2-C5"), looks_like_designators("10k"), looks_like_designators("M3 screw")
    (True, False, False)
    """
    if len(text) > 20_000 or not text[:1].isprintable():
        return False
    head = text if len(text) <= 200 else text[:200].rsplit(",", 1)[0]
    pieces = expand(_CUT.sub("", head))
    if not pieces or any(_WORD.fullmatch(piece) for piece in pieces):
        return False
    known = sum(1 for piece in pieces if _ONE.fullmatch(piece.lstrip("~")))
    loose = sum(1 for piece in pieces if _LOOSE.fullmatch(piece))
    return loose == len(pieces) and known > 0 and (known * 2 >= len(pieces) or len(pieces) > 3)
