"""How an analysis was made: what every report says of itself."""

from __future__ import annotations

from dataclasses import dataclass

from depmap.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class ListInUse:
    """One reference list that the run used."""

    id: str
    """Its id."""

    title: Text
    """Its name."""

    published: str
    """Date of the data, ISO 8601 as far as known."""

    rows: int
    """How many rows it has."""


@dataclass(frozen=True, slots=True)
class Run:
    """How an analysis was made: enough to repeat it."""

    version: str
    """Version of depmap."""

    date: str
    """ISO 8601 date of the run."""

    language: Language
    """Language of the reports."""

    policy: str
    """Name of the policy file, or ``default``."""

    policy_sha256: str
    """Of the policy in force."""

    policy_changes: tuple[tuple[str, object], ...]
    """The values that differ from the default, as (key, value)."""

    lists: tuple[ListInUse, ...]
    """The reference lists, sorted by id."""

    redacted: bool = False
    """Whether codes stand for the names of systems, parts, companies, files and sheets."""
