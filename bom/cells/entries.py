"""One part as people write it in a list without columns: ``2x M3 screw``, ``M3 screw (x2)``, ``R1, R2: 10k``.

Definition. A line is an *entry* when, behind a bullet or a number of the list if there is one, it is

- a number, a sign or word of counting, and a name: ``2x M3 screw``, ``2 pcs of M3 screw``, ``2 "M3 screw"``;
- a name, and behind it such a number: ``M3 screw (x2)``, ``M3 screw x 2``, ``M3 screw - 2 pcs``, ``M3 screw: 3 pairs``;
- a name, a colon and how much of it: ``Silicone wire: 2 m``;
- what the part is for, a colon, and the former: ``Stepper motors: 3x Nema 17``;
- designators, a colon or a dash, and a name: ``R1, R2: 10k``;
- designators, how many they are, and a name: ``R1, R2   2  10k resistor``.

A measure is no number of pieces: neither ``10 x 20 mm`` nor ``M3 x 8`` counts anything; ``2x 50 m`` does. An entry that
counts a second part behind the first keeps its whole text and states no number: one line is one part, and nobody
guesses which.

A line is a *loose entry* when only its neighbours can tell that it counts something (`bom.cells.entry_lists`):
``2 M3 screws``, ``M3 screw: 2``, ``M3 screw (2)``, a name and a number with a gap between, ``R1   10k``.

The first address of a page in a line is kept apart from its name. Time is quadratic in the line, which is short.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bom.cells.designators import expand, looks_like_designators

LONGEST = 300
"""Characters of the longest line that is looked at, without the addresses in it."""

_LONGEST_LINKED = 4_000

_X = r"[xX×✕*]"
_WORD = (
    r"(?:pcs?|pieces?|stuks?|st|stk|stück|szt|шт|ea|off|units?|unidad(?:es)?|unités?|pi[eè]ces?|pz|個|个|枚|只)\b\.?"
)
_LOT = (
    r"(?:pairs?|paare?|paar|sets?|rolls?|rollen?|rolle|packs?|packung(?:en)?|spools?|bags?|box(?:es)?|sheets?|tubes?"
    r"|bottles?|套|对|卷|包)\b\.?"
)
_MEASURED = r"(?:m²|m³|cm²|m2|m|cm|km|ft|feet|foot|yd|kg|gr?|ml|cl|l|meters?|metres?|mètres?|lit(?:er|re)s?)(?!\w)\.?"
_ABOUT = r"(?:[~≈]|ca\.?|circa|approx\.?|about)?\s*"
_COUNT = r"(?P<count>[1-9]\d{0,5})"
_AMOUNT = r"\d{1,6}(?:[.,]\d{1,4})?\s*"
_QTY = (
    r"(?:qty|quantity|quantidade|aantal|anzahl|menge|stückzahl|cantidad|cant|qté|quantité|ilość|кол-во|数量)[.:=]?\s*"
)
_BULLET = re.compile(
    r"\s*(?:(?:[-–—*•·+▪◦‣●○]|\[[ xX]?\]|\d{1,3}[.)]|\(\d{1,3}\))\s+|[•▪◦‣●○]"
    rf"|[-*·](?=[1-9]\d{{0,5}}\s*(?:{_X}|{_WORD}))){{0,2}}"
)
_BEFORE = (
    re.compile(
        rf"{_COUNT}\s*(?:{_X}(?:\s+|(?=[^\W\d]))|{_WORD}\s*(?:of\s+|van\s+|de\s+)?|@\s+)(?P<name>\S.*)", re.IGNORECASE
    ),
    re.compile(rf"[(\[]\s*{_COUNT}\s*{_X}\s*[)\]]\s*(?P<name>\S.*)"),
    re.compile(rf"(?:x|×)\s?{_COUNT}\s+(?P<name>[^\W\d].*)"),
    re.compile(rf"(?P<name>){_COUNT}\s+(?P<quoted>[^\"“”]*[\"“][^\"“”]+[\"”])"),
)
_SIZED = re.compile(rf"(?P<name>.+?(?:[)）\]\"”]|\s|[^\W\d_](?=[×✕])))\s*{_X}\s*{_COUNT}", re.IGNORECASE)
_AFTER = (
    re.compile(rf"(?P<name>.+?)\s*[(（\[]\s*(?:{_X}|{_QTY})\s*{_COUNT}\s*[)）\]]", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*[(（\[]\s*{_COUNT}\s*(?:{_X}|{_WORD})\s*[)）\]]", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*(?:[-–—:：,;|]\s*|\s){_QTY}{_COUNT}", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*[-–—:：,]?\s+(?:{_X}\s*)?{_COUNT}\s*(?:{_X}|{_WORD})", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*[:：]\s*(?P<count>{_ABOUT}{_AMOUNT}(?:{_LOT}|{_MEASURED}))", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s+[-–—]\s+(?P<count>{_AMOUNT}{_LOT})", re.IGNORECASE),
    re.compile(rf"(?P<name>.+?)\s*[(（\[]\s*(?P<count>{_AMOUNT}{_LOT})\s*[)）\]]", re.IGNORECASE),
)
_LABELLED = re.compile(r"(?P<label>[^:：]{2,40})[:：]\s*(?P<rest>.+)")
_PLACED = re.compile(r"(?P<places>[^:：=]{1,200}?)\s*(?:[:：=]|\s[-–—]\s|→|->)\s*(?P<name>\S.*)")
_TALLIED = re.compile(r"(?P<places>[A-Za-z].{0,400}?)\s+(?P<count>[1-9]\d{0,3})\s+(?P<name>\S.*)")
_UNIT = re.compile(r"(?:[kKMmnpuµμ]?(?:Ω|[oO]hms?|F|H|V|A|W|Hz|R)|[kKM]|mm|%)(?![^\W\d_])")
_CODE = re.compile(r"C\d{4,}")
"""An order number that looks like a capacitor, on a board that has no thousands of them."""
_MEASURE = re.compile(r"\d[\d.,]*(?:[xX×*]|\s+[xX×*]\s+)\d[\d.,]*\s*(?:(?:mm|cm|m|in|inch|MM|CM)\b|[\"'=]|$)")
_SIZE = re.compile(r"(?:.*\s)?(?:[MmØø]\s?)?\d[\d.,]*\s*(?:mm|cm|m|in|\")?(?:\s*[xX×*]\s*\d[\d.,]*\s*(?:mm)?)*\s*")
_MORE = re.compile(rf"[,;+&]\s*[1-9]\d{{0,5}}\s*{_X}\s+\S", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]|\d{3}")
_REMARK = re.compile(r"(?P<said>.*\S)\s*(?P<remark>[(（][^()（）]*[)）])")
_QUALITY = re.compile(
    r"(?:[^\W\d_]+ )?(?:length|width|height|depth|thickness|diameter|size|weight|mass|range|distance|span|wheelbase"
    r"|volume|version|lengte|breedte|hoogte|diepte|dikte|gewicht|afmeting|bereik|afstand|spanwijdte|länge|breite|höhe|tiefe"
    r"|stärke|durchmesser|größe|reichweite|abstand|longueur|largeur|hauteur|épaisseur|poids|largo|ancho|alto|peso)",
    re.IGNORECASE,
)
"""What a number behind a colon measures, when it measures something."""

_BARE = re.compile(rf"(?P<lead>{_COUNT})\s+(?:[-–—]\s+)?(?P<name>[^\W\d_].*)")
_SAID_LAST = re.compile(
    r"(?P<name>.*?[^\s:：=–—-])(?:\s*[:：=]\s*|\s+[-–—]\s*|\t\s*[-–—]?\s*|\s{2,}[-–—]?\s*)"
    r"(?P<count>[1-9]\d{0,4}(?:\s*(?:-|–|or|of|oder|ou|to)\s*[1-9]\d{0,4})?)"
)
_IN_BRACKETS = re.compile(r"(?P<name>.+?)\s*[(（\[]\s*(?P<count>[1-9]\d{0,4})\s*[)）\]]")
_GAPPED = re.compile(r"(?P<places>[^\s,]+(?: ?,\s?[^\s,]+){0,99})(?:\t\s*|\s{2,})(?P<name>\S.*)")

_MARKED = re.compile(r"(?<!\S)(\*\*|__|~~|`)(\S|\S.{0,300}?\S)\1(?=[\s:,.;)]|$)")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]{0,300})\]\(\s*<?(?P<url>https?://[^\s)>]{1,2000})>?[^)]{0,300}\)")
_URL = re.compile(r"<?(?P<url>https?://[^\s<>()\[\]]{3,2000})>?")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part in a list without columns."""

    name: str
    """What it is, on one line."""

    count: str = ""
    """How many, as written; empty when it does not say, or names several parts."""

    places: str = ""
    """Its designators; empty without them."""

    bullet: str = ""
    """What stands before it: a dash, the number of the line."""

    several: bool = False
    """Whether it counts more than one part."""

    link: str = ""
    """The first address of a page in it; empty without one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart, before anybody knows what it states."""

    said: str
    """Its words, without the bullet, marks of emphasis and the address."""

    bullet: str
    """What stands before them."""

    link: str
    """The first address of a page in it."""

    linked: str
    """The words that lead to the address; empty where it stands for itself."""


def take_apart(text: str) -> Line | None:
    """The parts of a line; None when it is too long to be one of a list.

    >>> take_apart("  - 2x **motor** (https://shop.example/1)")
    Line(said='2x motor', bullet='-', link='https://shop.example/1', linked='')
    >>> take_apart("[motor](https://shop.example/1)").linked
    'motor'
    """
    if len(text) > _LONGEST_LINKED:
        return None
    line = text.strip()
    link = linked = ""
    if "://" in line and (found := _LINK.search(line) or _URL.search(line)):
        link = found["url"].rstrip(".,;")
        linked = (found.groupdict().get("text") or "").strip()
        line = _EMPTY.sub("", f"{line[: found.start()]}{linked}{line[found.end() :]}").rstrip(" \t-–—:,;|")
    if len(line) > LONGEST:
        return None
    bullet = _BULLET.match(line)
    start = bullet.end() if bullet else 0
    said = _MARKED.sub(r"\2", line[start:]).strip(" \t,;")
    return Line(said, line[:start].strip(), link, linked)


def read_entry(text: str) -> Entry | None:
    """The part that a line states; None when it states none, or not clearly.

    >>> read_entry("- 2 x M3 screw")
    Entry(name='M3 screw', count='2', places='', bullet='-', several=False, link='')
    >>> read_entry("10k resistor (x4)").count, read_entry("R1, R2: 10k").places, read_entry("Wire: 2 m").count
    ('4', 'R1, R2', '2 m')
    >>> read_entry("10 x 20 mm plate"), read_entry("Screw M3 x 8"), read_entry("Assemble it")
    (None, None, None)
    """
    line = take_apart(text)
    if line is None:
        return None
    return _finished(_placed(line.said) or _tallied(line.said) or _counted(line.said) or _labelled(line.said), line)


def read_loose_entry(text: str) -> Entry | None:
    """The part that a line states if its neighbours are like it; None when it cannot be one.

    >>> read_loose_entry("- M3 screw: 2").count, read_loose_entry("2 M3 screws").name
    ('2', 'M3 screws')
    >>> read_loose_entry("R1   10k  0603")
    Entry(name='10k 0603', count='', places='R1', bullet='', several=False, link='')
    """
    line = take_apart(text)
    if line is None:
        return None
    said, remark = line.said, ""
    if match := _GAPPED.fullmatch(said):
        places = match["places"]
        if looks_like_designators(places) and not places.isdigit():
            return _finished(Entry(match["name"], places=places), line)
    if (match := _BARE.fullmatch(said)) is None and (match := _IN_BRACKETS.fullmatch(said)) is None:
        if shortened := _REMARK.fullmatch(said):
            said, remark = shortened["said"], f" {shortened['remark']}"
        match = _SAID_LAST.fullmatch(said)
    if match is None or _QUALITY.fullmatch(match["name"]) or _names_places(match["name"]):
        return None
    return _finished(Entry(match["name"] + remark, match["count"]), line)


def _finished(entry: Entry | None, line: Line) -> Entry | None:
    """An entry with what else its line holds; None when it names nothing."""
    if (
        entry is None
        or not (entry.places or _NAMED.search(entry.name))
        or entry.name.startswith(("http://", "https://"))
    ):
        return None
    return replace(entry, name=" ".join(entry.name.split()), bullet=line.bullet, link=line.link)


def _counted(said: str) -> Entry | None:
    """A number and a name, in either order."""
    if _MEASURE.match(said):
        return None
    for pattern in _BEFORE:
        if match := pattern.fullmatch(said):
            name = match["name"] or match["quoted"].replace('"', "").replace("“", "").replace("”", "")
            return Entry(said, several=True) if _MORE.search(name) else Entry(name.strip(), match["count"])
    if entry := _counted_last(said):
        return entry
    remarked = _REMARK.fullmatch(said)
    entry = _counted_last(remarked["said"]) if remarked else None
    return replace(entry, name=f"{entry.name} {remarked['remark']}") if entry and remarked else None


def _counted_last(said: str) -> Entry | None:
    """A name and a number behind it."""
    for pattern in _AFTER:
        if (match := pattern.fullmatch(said)) and not _QUALITY.fullmatch(match["name"].rstrip(" :：-–—")):
            return Entry(match["name"].strip(" ,;-–—:："), match["count"])
    match = _SIZED.fullmatch(said)
    if match is None or _SIZE.fullmatch(match["name"]):
        return None
    return Entry(match["name"].strip(" ,;-–—:："), match["count"])


def _labelled(said: str) -> Entry | None:
    """A number and a name behind what they are for, which belongs to the name."""
    match = _LABELLED.fullmatch(said)
    entry = _counted(match["rest"].strip()) if match else None
    if match is None or entry is None or not _NAMED.search(match["label"]):
        return None
    return Entry(f"{match['label'].strip()}: {entry.name}", entry.count, several=entry.several)


def _placed(said: str) -> Entry | None:
    """Designators and what stands there."""
    match = _PLACED.fullmatch(said)
    if match is None or not looks_like_designators(match["places"]):
        return None
    return Entry(match["name"].strip(" -–—\t"), places=match["places"].strip())


def _tallied(said: str) -> Entry | None:
    """Designators, their number and what stands there; a number with a unit behind it is a value."""
    match = _TALLIED.fullmatch(said)
    if match is None or not looks_like_designators(match["places"]) or _UNIT.match(match["name"]):
        return None
    places = expand(match["places"])
    if places is None or len(places) != int(match["count"]):
        return None
    return Entry(match["name"], match["count"], match["places"].strip())


def _names_places(name: str) -> bool:
    """Whether a name is a list of designators, no part with its order number: ``LM358DT C9418``."""
    return looks_like_designators(name) and not any(_CODE.fullmatch(word) for word in name.split())
