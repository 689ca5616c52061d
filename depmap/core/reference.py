"""Reference lists: what depmap knows beforehand, one CSV file per list, every fact with its source and confidence.

A list is one file in ``depmap/core/reference_lists/``. Its leading ``# `` lines are TOML and describe it: ``id``,
``title`` (nl, en), ``publisher``, ``url``, ``published``, ``retrieved``, ``licence``, ``note``, ``key`` (the columns that
identify a row) and ``columns`` (the kind of each column, see `_KINDS`; a trailing ``?`` allows an empty cell). Plain CSV
follows. Every row names its source and its confidence; a column ``x_confidence`` speaks about column ``x`` alone.

Half a list is worse than none: the first thing that is wrong stops the reading, with file and line.
"""

from __future__ import annotations

import csv
import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources

from depmap.core.errors import ReferenceListError
from depmap.core.evidence import Tier
from depmap.core.text import Text

Row = Mapping[str, str]
"""One row of a list: column -> cell; an empty cell is an empty string."""

PACKAGE = "depmap.core.reference_lists"

TIERS: Mapping[str, Tier] = {"verified": Tier.INFERRED, "secondary": Tier.INFERRED, "assumed": Tier.ASSUMED}
"""The confidence words of the lists, and what a value from such a row is worth as evidence about one product.

``verified``: read in the source itself; ``secondary``: read in a third party's copy; ``assumed``: general knowledge.
"""


@dataclass(frozen=True, slots=True)
class ListInfo:
    """What a reference list says about itself."""

    id: str
    """Its id, which is also the name of its file."""

    title: Text
    """Its name."""

    publisher: str
    """Who stands behind the facts."""

    url: str
    """Where they can be checked."""

    published: str
    """State of the data, ISO 8601 as far as known (``2026-09``)."""

    retrieved: str
    """When it was taken over, ISO 8601."""

    licence: str
    """The terms, with the attribution that they ask for."""

    note: str
    """What a reader must know before using it."""

    key: tuple[str, ...]
    """The columns that together identify a row."""

    columns: Mapping[str, str]
    """The kind of each column, in the order of the file."""

    rows: int
    """How many rows it has."""

    @property
    def reference(self) -> str:
        """How evidence refers to it: ``manufacturers 2026-09``."""
        return f"{self.id} {self.published}"


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """One list: its description and its rows."""

    info: ListInfo
    """What it says about itself."""

    rows: tuple[Row, ...]
    """In the order of the file."""


@functools.cache
def load(list_id: str) -> ReferenceList:
    """The list with this id; read and checked once.

    Raises:
        ReferenceListError: there is no such list, or it is not what it must be.
    """
    if list_id not in list_ids():
        known = ", ".join(list_ids())
        raise ReferenceListError(
            Text(nl=f"Er is geen referentielijst {list_id!r}.", en=f"There is no reference list {list_id!r}."),
            Text(nl=f"Bekend zijn: {known}.", en=f"Known are: {known}."),
        )
    name = f"{list_id}.csv"
    return parse((resources.files(PACKAGE) / name).read_text(encoding="utf-8"), name)


@functools.cache
def list_ids() -> tuple[str, ...]:
    """The ids of all lists that come with depmap, sorted."""
    files = (entry.name for entry in resources.files(PACKAGE).iterdir())
    return tuple(sorted(name.removesuffix(".csv") for name in files if name.endswith(".csv")))


def lists() -> tuple[ListInfo, ...]:
    """What all lists say about themselves, sorted by id.

    Raises:
        ReferenceListError: a list is not what it must be.
    """
    return tuple(load(list_id).info for list_id in list_ids())


def parse(text: str, file: str) -> ReferenceList:
    """The list in this text.

    Args:
        text: a whole list, description and rows.
        file: name of the file, for messages; without ``.csv`` it must be the id.

    Raises:
        ReferenceListError: naming the file, the line and what would be right.
    """
    lines = text.splitlines(keepends=True)
    start = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    description = _description(lines[:start], file)
    columns = _columns(description, file)
    reader = csv.reader(lines[start:], strict=True)
    places: list[int] = []
    records: list[list[str]] = []
    try:
        header = next(reader, [])
        line = start + reader.line_num + 1
        for cells in reader:
            places.append(line)
            records.append(cells)
            line = start + reader.line_num + 1
    except csv.Error as error:
        raise _wrong(file, start + reader.line_num, str(error), "CSV (RFC 4180)") from error
    if header != list(columns):
        odd = sorted(set(header) ^ set(columns)) or header
        raise _wrong(file, start + 1, f"columns: {', '.join(odd)}", ", ".join(columns))
    for place, cells in zip(places, records, strict=True):
        if len(cells) != len(header):
            raise _wrong(file, place, f"{len(cells)} cells", f"{len(header)} cells")
    _check_columns(columns, records, places, file)
    rows = tuple(dict(zip(header, cells, strict=True)) for cells in records)
    info = _info(description, columns, len(rows), file)
    _check_keys(info, rows, places, file)
    return ReferenceList(info, rows)


def tier(confidence: str) -> Tier:
    """What a value with this word of confidence is worth; an empty word is no knowledge.

    >>> tier("verified"), tier("")
    (<Tier.INFERRED: 'inferred'>, <Tier.UNKNOWN: 'unknown'>)
    """
    return TIERS.get(confidence, Tier.UNKNOWN)


def items(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, separated by semicolons.

    >>> items("NL;BE")
    ('NL', 'BE')
    """
    return tuple(cell.split(";")) if cell else ()


@functools.cache
def country_codes() -> frozenset[str]:
    """The ISO 3166 alpha-2 codes of the list of countries."""
    return frozenset(row["iso2"] for row in load("countries").rows)


# --- checks: each kind of cell, then whole columns, then the description ------------------------------------------------


def _are_countries(cell: str) -> bool:
    return country_codes().issuperset(cell.split(";"))


def _are_distinct(cell: str) -> bool:
    parts = cell.split(";")
    return len(set(parts)) == len(parts) and all(part and part == part.strip() for part in parts)


_KINDS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "text": (lambda cell: cell == cell.strip(), "text without spaces around it"),
    "several": (_are_distinct, "different texts, separated by semicolons"),
    "iso2": (lambda cell: len(cell) == 2 and cell.isascii() and cell.isupper(), "two capital letters"),
    "iso3": (lambda cell: len(cell) == 3 and cell.isascii() and cell.isupper(), "three capital letters"),
    "countries": (_are_countries, "ISO 3166 alpha-2 codes, separated by semicolons"),
    "flag": (lambda cell: cell == "yes", "yes, or nothing"),
    "number": (str.isdecimal, "a whole number"),
    "confidence": (lambda cell: cell in TIERS, " | ".join(TIERS)),
}
"""What a cell of each kind must be: the test and its wording."""


def _check_columns(columns: Mapping[str, str], records: list[list[str]], places: list[int], file: str) -> None:
    """Every cell is of its kind, and every ``x_confidence`` stands exactly where ``x`` does."""
    by_name = dict(zip(columns, zip(*records, strict=True), strict=True)) if records else {}
    for name, cells in by_name.items():
        kind = columns[name]
        fits, wanted = _KINDS[kind.removesuffix("?")]
        optional = kind.endswith("?")
        good = {cell for cell in set(cells) if (fits(cell) if cell else optional)}
        for place, cell in zip(places, cells, strict=True):
            if cell not in good:
                raise _wrong(file, place, f"{name} = {cell!r}", wanted)
        subject = by_name.get(name.removesuffix("_confidence"), cells)
        for place, cell, value in zip(places, cells, subject, strict=True):
            if bool(cell) != bool(value):
                raise _wrong(file, place, f"{name} = {cell!r}", f"{wanted}: {value!r}" if value else "nothing")


def _check_keys(info: ListInfo, rows: tuple[Row, ...], places: list[int], file: str) -> None:
    """No two rows speak about the same thing."""
    seen: dict[tuple[str, ...], int] = {}
    for place, row in zip(places, rows, strict=True):
        key = tuple(row[column] for column in info.key)
        if key in seen:
            raise _wrong(file, place, f"{', '.join(key)} (see line {seen[key]})", "one row per " + ", ".join(info.key))
        seen[key] = place


def _description(lines: list[str], file: str) -> dict[str, object]:
    try:
        return tomllib.loads("".join(line[1:].removeprefix(" ") for line in lines))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(file, 1, str(error), "TOML (https://toml.io) behind '# '") from error


def _columns(description: Mapping[str, object], file: str) -> dict[str, str]:
    """The declared columns; a list without source and confidence is no reference list."""
    declared = description.get("columns")
    if not isinstance(declared, dict):
        raise _wrong(file, 1, "no table [columns]", "[columns] name = kind")
    for name, kind in declared.items():
        if not isinstance(kind, str) or kind.removesuffix("?") not in _KINDS:
            raise _wrong(file, 1, f"{name} = {kind!r}", " | ".join(_KINDS))
    for name, kind in (("source", "text"), ("confidence", "confidence")):
        if declared.get(name) != kind:
            raise _wrong(file, 1, f"{name} = {declared.get(name)!r}", f'{name} = "{kind}"')
    return declared


def _info(description: Mapping[str, object], columns: Mapping[str, str], rows: int, file: str) -> ListInfo:
    """The description with its types checked."""
    required = {"id": str, "title": dict, "key": list, "columns": dict} | dict.fromkeys(_PLAIN, str)
    for name in sorted(required.keys() | description.keys()):
        if name not in required:
            raise _wrong(file, 1, name, ", ".join(sorted(required)))
        if not isinstance(description.get(name), required[name]):
            raise _wrong(file, 1, f"{name} = {description.get(name)!r}", f"{name}: {required[name].__name__}")
    title, key = description["title"], description["key"]
    if not isinstance(title, dict) or set(title) != {"nl", "en"}:
        raise _wrong(file, 1, f"title = {title!r}", 'title = {nl = "...", en = "..."}')
    if not isinstance(key, list) or not key or not columns.keys() >= set(key):
        raise _wrong(file, 1, f"key = {key!r}", ", ".join(columns))
    if description["id"] != file.removesuffix(".csv"):
        raise _wrong(file, 1, f"id = {description['id']!r}", file.removesuffix(".csv"))
    plain = {name: str(description[name]) for name in _PLAIN}
    return ListInfo(id=str(description["id"]), title=Text(**title), key=tuple(key), columns=columns, rows=rows, **plain)


_PLAIN = ("publisher", "url", "published", "retrieved", "licence", "note")
"""The parts of the description that are one text each."""


def _wrong(file: str, line: int, found: str, wanted: str) -> ReferenceListError:
    """What stands in the file, and what would be right."""
    return ReferenceListError(
        Text(nl=f"{file}, regel {line}: niet geldig: {found}", en=f"{file}, line {line}: not valid: {found}"),
        Text(nl=f"Toegestaan is: {wanted}", en=f"Allowed is: {wanted}"),
    )
