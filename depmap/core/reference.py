"""Reference lists: what depmap knows beforehand, one CSV file per list, every fact with its source and confidence.

A list is one file in ``depmap/core/reference_lists/``. Its leading ``# `` lines are TOML and describe it: ``id``,
``title`` (nl, en), ``publisher``, ``url``, ``published``, ``retrieved``, ``licence``, ``note``, ``key`` (the columns
that identify a row) and the table ``columns`` (the kind of each column, see `reference_kinds`; a trailing ``?``
allows an empty cell). Plain CSV follows. Every row names its source and its confidence; a column ``x_confidence``
speaks about column ``x`` alone.

Half a list is worse than none: the first thing that is wrong stops the reading, with file and line. A user's own lists
can extend or replace those of depmap: `depmap.core.reference_own`.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace
from importlib import resources

from depmap.core import reference_checks as checks
from depmap.core.errors import ReferenceListError
from depmap.core.evidence import Tier
from depmap.core.text import Text

Row = Mapping[str, str]
"""One row of a list: column -> cell; an empty cell is an empty string."""

PACKAGE = "depmap.core.reference_lists"

_TIERS = {"verified": Tier.INFERRED, "secondary": Tier.INFERRED, "assumed": Tier.ASSUMED}


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


@dataclass(frozen=True, slots=True)
class OwnList:
    """A user's own list, which extends or replaces a list of depmap."""

    file: str
    """Its file, without folders."""

    sha256: str
    """The sum of the file."""

    replaces: bool
    """Whether it stands in place of the whole list; else its rows replace those with the same key and are added."""

    content: ReferenceList
    """Its description and rows, with the columns of the list of depmap."""

    @property
    def provenance(self) -> ListInfo:
        """How a run names it beside the lists of depmap."""
        info, title = self.content.info, f"{self.file}, SHA-256 {self.sha256}"
        names = Text(f"{info.title.nl}: eigen lijst {title}", f"{info.title.en}: own list {title}")
        return replace(info, id=f"{info.id}: {self.file} sha256:{self.sha256}", title=names)

    def applied_to(self, base: ReferenceList) -> ReferenceList:
        """The list that results: rows keep their place, new ones come last."""
        rows: dict[tuple[str, ...], Row] = {}
        for row in (*(() if self.replaces else base.rows), *self.content.rows):
            rows[tuple(row[column] for column in base.info.key)] = row
        first = self.content.info if self.replaces else base.info
        info = replace(first, published=f"{first.published} + {self.file}", rows=len(rows))
        return ReferenceList(info, tuple(rows.values()))


OWN: ContextVar[tuple[OwnList, ...]] = ContextVar("the user's own reference lists", default=())
"""The user's own lists for as long as a command runs, in the order given; set by `depmap.core.reference_own` alone."""


@functools.cache
def load(list_id: str) -> ReferenceList:
    """The list with this id, with what the user's own lists make of it; read and checked once.

    Raises:
        ReferenceListError: there is no such list, or it is not what it must be.
    """
    found = shipped(list_id)
    for own in OWN.get():
        if own.content.info.id == list_id:
            found = own.applied_to(found)
    return found


@functools.cache
def shipped(list_id: str) -> ReferenceList:
    """The list with this id as it comes with depmap.

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
    """What all lists say about themselves, sorted by id; the user's own come last, those they replace are left out.

    Raises:
        ReferenceListError: a list is not what it must be.
    """
    replaced = {own.content.info.id for own in OWN.get() if own.replaces}
    infos = (shipped(list_id).info for list_id in list_ids() if list_id not in replaced)
    return (*infos, *(own.provenance for own in OWN.get()))


def parse(text: str, file: str) -> ReferenceList:
    """The list in this text.

    Args:
        text: a whole list, description and rows.
        file: name of the file, for messages; without ``.csv`` it must be the id.

    Raises:
        ReferenceListError: naming the file, the line and what would be right.
    """
    lines = list(io.StringIO(text))
    start = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    description = checks.description(lines[:start], file)
    columns: dict[str, str] = description["columns"]
    records = checks.records(lines[start:], start, columns, file)
    checks.cells(columns, records, file, keys_of)
    rows = tuple(dict(zip(columns, cells, strict=True)) for _, cells in records)
    checks.keys(description["key"], columns, records, file)
    info = ListInfo(
        id=description["id"],
        title=Text(**description["title"]),
        key=tuple(description["key"]),
        columns=columns,
        rows=len(rows),
        **{name: description[name] for name in checks.PLAIN},
    )
    return ReferenceList(info, rows)


def tier(confidence: str) -> Tier:
    """What a value with this word of confidence is worth as evidence about one product.

    ``verified``: read in the source itself; ``secondary``: read in a third party's copy; ``assumed``: general
    knowledge; an empty word is no knowledge.

    >>> tier("verified"), tier("")
    (<Tier.INFERRED: 'inferred'>, <Tier.UNKNOWN: 'unknown'>)
    """
    return _TIERS.get(confidence, Tier.UNKNOWN)


def items(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several, separated by semicolons.

    >>> items("NL;BE")
    ('NL', 'BE')
    """
    return tuple(cell.split(";")) if cell else ()


@functools.cache
def keys_of(list_id: str) -> frozenset[str]:
    """What identifies the rows of a list: the first column of its key.

    Raises:
        ReferenceListError: there is no such list, or it is not what it must be.
    """
    found = load(list_id)
    return frozenset(row[found.info.key[0]] for row in found.rows)


def country_codes() -> frozenset[str]:
    """The ISO 3166 alpha-2 codes of the list of countries."""
    return keys_of("countries")
