"""Where a value comes from and how far it can be trusted."""

from __future__ import annotations

import enum
import operator
from collections.abc import Iterable
from dataclasses import dataclass

from depmap.core.text import Text


class Tier(enum.StrEnum):
    """How well a value is supported, best first."""

    PROVEN = "proven"
    DECLARED = "declared"
    INFERRED = "inferred"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"

    @property
    def text(self) -> Text:
        """The word that reports show."""
        return _TITLES[self]


_TITLES = {
    Tier.PROVEN: Text("bewezen", "proven"),
    Tier.DECLARED: Text("opgegeven", "declared"),
    Tier.INFERRED: Text("afgeleid", "inferred"),
    Tier.ASSUMED: Text("aangenomen", "assumed"),
    Tier.UNKNOWN: Text("onbekend", "unknown"),
}


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """One cell of one input file, as a spreadsheet shows it."""

    file: str
    """Name of the file, without folders (reports must not tell where an analyst keeps files)."""

    sheet: str
    """Name of the sheet; empty for text files, which have one."""

    row: int
    """Row number from 1; for text files the record number."""

    column: str
    """Column letters: A, B, ... AA."""

    def __str__(self) -> str:
        """``Sheet1!D14``, or ``D14`` where there are no sheets."""
        return f"{self.sheet}!{self.column}{self.row}" if self.sheet else f"{self.column}{self.row}"


_PLACE = operator.attrgetter("file", "sheet", "row", "column")


def in_order(cells: Iterable[CellRef]) -> tuple[CellRef, ...]:
    """The cells in their order, each once; in large systems much faster than comparing them two by two."""
    return tuple(sorted(set(cells), key=_PLACE))


def names_of(cells: Iterable[CellRef]) -> tuple[str, ...]:
    """The cells as people write them one after another: a sheet is named once as long as it stays the same.

    >>> names_of([CellRef("bom.xlsx", "Parts", 4, "D"), CellRef("bom.xlsx", "Parts", 5, "D")])
    ('Parts!D4', 'D5')
    """
    found, before = [], ("", "")
    for cell in cells:
        found.append(f"{cell.column}{cell.row}" if (cell.file, cell.sheet) == before else str(cell))
        before = cell.file, cell.sheet
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its support. An unknown fact has no value; an assumed one has, but proves nothing."""

    value: str | None
    """The value itself (a country code, a company name), or None when nothing is known."""

    tier: Tier
    """How well it is supported."""

    cells: tuple[CellRef, ...] = ()
    """The cells that state it, or that should have."""

    reference: str = ""
    """The document or the dated reference list behind it."""

    @property
    def known(self) -> bool:
        """Whether an answer may rest on it: proven, declared or inferred. Assumed is a hint, not knowledge."""
        return self.value is not None and self.tier not in (Tier.ASSUMED, Tier.UNKNOWN)

    @property
    def hint(self) -> str | None:
        """What a list assumes, when that is all there is."""
        return self.value if self.tier is Tier.ASSUMED else None


CONFLICT = "conflict: "
"""How the reference of a fact begins that is unknown because cells contradict each other; their values follow."""


def unknown(*cells: CellRef, reference: str = "") -> Fact:
    """Nothing is known; ``cells`` are those that could have said it."""
    return Fact(None, Tier.UNKNOWN, cells, reference)
