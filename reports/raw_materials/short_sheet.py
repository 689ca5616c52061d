"""A sheet whose rows are filled by the headings of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.tables.shared import Heading, Table

JOINS = Text("Blijvende aanduiding; koppelt de bladen.", "Lasting id; joins the sheets.")


@dataclass(frozen=True, slots=True)
class Told:
    """One column of a short sheet."""

    title: str
    """Its heading, Dutch."""

    width: int
    """In characters."""

    meaning: Text
    """What it says."""

    source: Text
    """Where it comes from."""

    kind: Literal["text", "number"] = "text"
    """How its cells are shown."""


def short_sheet(
    key: str, title: Text, told: Sequence[Told], rows: Iterable[Mapping[str, Value]], language: Language
) -> Table:
    """The table; a column of which a row says nothing is empty there."""
    headings = tuple(Heading(each.title, each.width, each.kind) for each in told)
    return Table(key, title[language], headings, tuple(tuple(row.get(each.title) for each in told) for row in rows))
