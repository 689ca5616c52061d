"""Titles that stand one cell beside their column: a header one cell short, or an empty column on one side only.

Definition. Whether this may be so shows at the right edge: the last column has cells and no title, or the last title
has no cells below it. Then the titles are tried one cell to the right from some column on (which stays untitled), or
one cell to the left in place of a blank or of a title without a column. A place *contradicts* its title when its cells
are unlike every field that the title may mean, or when a quantity or a description has none at all, and *agrees* when
they are typical of one (`bom.columns.suitability`).
The titles are moved when

- where they stand at least two places contradict them,
- moved no place does, at least three agree, and the cells suit them far better,
- and every other way to move them fits less well.

When two places are even impossible and nothing settles it, nothing is moved, and the reader is told.
Complexity: columns squared, on a sample of the rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bom.assembly.problem import Problem
from bom.columns.content import Profile, profile
from bom.columns.headers import match
from bom.columns.suitability import suits
from bom.companies.names import listed_companies
from bom.raw import Value, letters
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

SAMPLE = 120
"""Rows that are looked at."""

_CLEAR = 3.0
_CONTRADICTS, _IMPOSSIBLE = -2.0, -3.0
_FILLED = frozenset({"quantity", "description"})
"""What every line states: a title of it above an empty column stands beside its own."""
_BETTER = 6.0
_AGREES = 1.0
_MARGIN = 1.0
_FULL = 0.5

MOVED = Problem(
    "DI042",
    Severity.WARNING,
    Text(
        "de koppen staan hier één cel naast hun kolom; {titles} zijn gelezen bij de cellen die erbij passen.",
        "here the headers stand one cell beside their column; {titles} were read with the cells that suit them.",
    ),
    Text("Zet de koppen recht boven hun kolom.", "Put the headers right above their columns."),
)
BESIDE = Problem(
    "DI043",
    Severity.WARNING,
    Text(
        "de cellen passen niet bij hun koppen en lijken een kolom verschoven; welke kop waar hoort, is niet te zeggen.",
        "the cells do not suit their headers and seem moved by a column; which header belongs where cannot be told.",
    ),
    Text(
        "Zet de koppen recht boven hun kolom, of wijs de kolommen aan in een indelingsbestand (--mapping).",
        "Put the headers right above their columns, or point the columns out in a mapping file (--mapping).",
    ),
)


@dataclass(frozen=True, slots=True)
class Slip:
    """How the titles of a table stand beside their columns."""

    titles: tuple[str, ...]
    """For every column the title that belongs to it; as they stand when nothing settles it."""

    first: int
    """The first column whose title stands elsewhere; the first that contradicts its title when nothing is settled."""

    settled: bool
    """Whether the titles could be moved."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well titles suit the columns that they are taken for."""

    score: float
    """The sum of what the cells say."""

    contradictions: tuple[int, ...]
    """Columns that are unlike what their title says."""

    impossible: tuple[int, ...]
    """Those of them that cannot be it."""

    agreements: int
    """How many columns are typical of their title."""


def slip(titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> Slip | None:
    """How the titles have slipped; None when they stand where they belong, as nearly always.

    Args:
        titles: of every column of the table, empty where there is none.
        rows: the first rows below the header, of the same columns.

    >>> rows = [(n, f"R{n}", "10k", f"resistor of carbon, {n} W") for n in range(1, 6)]
    >>> slip(("Designator", "Value", "Description", ""), rows).titles
    ('', 'Designator', 'Value', 'Description')
    """
    ways = list(_ways(titles, rows))
    if not ways:
        return None
    companies = listed_companies()
    columns = [profile([_at(row, place) for row in rows], companies) for place in range(len(titles))]
    stands = _fit(titles, columns)
    if len(stands.contradictions) < 2:
        return None
    fits = sorted(((_fit(way, columns), way) for way in ways), key=lambda each: (-each[0].score, each[1]))
    best, moved = fits[0]
    alone = len(fits) == 1 or fits[1][0].score <= best.score - _MARGIN
    better = best.score >= stands.score + _BETTER
    if alone and better and not best.contradictions and best.agreements >= 3:
        first = next(place for place, title in enumerate(moved) if title != titles[place])
        return Slip(moved, first, settled=True)
    return Slip(tuple(titles), stands.impossible[0], settled=False) if len(stands.impossible) > 1 else None


def told(found: Slip | None, header: CellRef, left: int) -> list[Issue]:
    """What to say about it.

    Args:
        found: how the titles stand.
        header: any cell of their row.
        left: the first column of the table, counted from 0.
    """
    if found is None:
        return []
    cell = replace(header, column=letters(left + found.first))
    titles = ", ".join(f"'{title}'" for title in found.titles[found.first :] if title)
    return [MOVED.at(cell, titles=titles) if found.settled else BESIDE.at(cell)]


def _ways(titles: Sequence[str], rows: Sequence[Sequence[Value]]) -> set[tuple[str, ...]]:
    """The ways in which the titles may have slipped, as far as the edges of the table allow."""
    if not rows or sum(map(bool, titles)) < 3:
        return set()
    last = max(place for place, title in enumerate(titles) if title)
    ways: set[tuple[str, ...]] = set()
    if last + 1 < len(titles) and _fill(rows, last + 1) >= _FULL:
        behind = tuple(titles[last + 2 :])
        ways |= {(*titles[:place], "", *titles[place : last + 1], *behind) for place in range(last + 1)}
    if not _fill(rows, last):
        taken = [place for place in range(last) if _fill(rows, place) >= _FULL]
        ways |= {(*titles[:place], *titles[place + 1 : last + 1], "", *titles[last + 1 :]) for place in taken}
    return ways - {tuple(titles)}


def _fill(rows: Sequence[Sequence[Value]], place: int) -> float:
    """The share of the rows in which a column is filled."""
    return sum(_at(row, place) not in (None, "") for row in rows) / len(rows)


def _at(row: Sequence[Value], place: int) -> Value:
    return row[place] if place < len(row) else None


def _fit(titles: Sequence[str], columns: Sequence[Profile]) -> _Fit:
    score, agreements, contradictions, impossible = 0.0, 0, [], []
    for place, title in enumerate(titles):
        found = [candidate.field for candidate in match(title) if candidate.score >= _CLEAR] if title else []
        if found:
            best = max(suits(field, columns[place]) for field in found)
            lost = found[0] in _FILLED and not columns[place].filled
            score += best + _CONTRADICTS * lost
            agreements += best >= _AGREES
            if best <= _CONTRADICTS or lost:
                contradictions.append(place)
            if best <= _IMPOSSIBLE:
                impossible.append(place)
    return _Fit(score, tuple(contradictions), tuple(impossible), agreements)
