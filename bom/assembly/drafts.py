"""The sources of a line as its cells write them: several columns, several lines in a cell, several names on a line."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bom.assembly.rows import Row
from bom.companies.supplier_index import makes_parts
from bom.companies.suppliers import recognise

_STATED = ("manufacturer", "mpn", "country_of_origin", "origin_evidence")
_STATES_A_SOURCE = re.compile(r"(?:manufacturer|mpn|country_of_origin)((?:_\d+)?)")
_BETWEEN = re.compile(r"\s*[/;,|]\s*|\s+(?:of|or|oder|ou)\s+", re.IGNORECASE)
_APART = re.compile(r"\s+/\s+|\s*[;,|]\s*")
"""What stands between part numbers; a bare slash is part of many."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One source as the cells write it."""

    suffix: str
    """The number of its columns: empty, ``_2``, ``_3``."""

    maker: str = ""
    """The text in the manufacturer cell, or its line of a stacked cell."""

    mpn: str = ""
    """The manufacturer's part number that belongs to it."""

    country: str = ""
    """The country text that belongs to it."""

    proof: str = ""
    """What is given as evidence of that country."""

    together: str = ""
    """The whole cell, when it names several makers on one line."""


def drafts_of(rows: Iterable[Row]) -> Iterator[tuple[Draft, ...]]:
    """For each line the sources that it writes down; lines that write down the same share them."""
    numbers: dict[tuple[str, ...], tuple[str, ...]] = {}
    known: dict[tuple[str, ...], tuple[Draft, ...]] = {}
    for row in rows:
        fields = tuple(row.values)
        suffixes = numbers[fields] if fields in numbers else numbers.setdefault(fields, _suffixes(fields))
        written = (*suffixes, *(row.raw(f"{field}{suffix}") for suffix in suffixes for field in _STATED))
        yield known[written] if written in known else known.setdefault(written, _drafts(row, suffixes))


def _suffixes(fields: Iterable[str]) -> tuple[str, ...]:
    """The numbers of the columns that state sources, in order."""
    found = {match[1] for field in fields if (match := _STATES_A_SOURCE.fullmatch(field))}
    return tuple(sorted(found, key=lambda text: int(text[1:] or 1)))


def _drafts(row: Row, suffixes: Iterable[str]) -> tuple[Draft, ...]:
    """(maker, mpn), (maker_2, mpn_2), and line by line within stacked cells."""
    drafts = [draft for suffix in suffixes for draft in _stack(row, suffix)]
    named = {draft.mpn for draft in drafts if draft.maker}
    return tuple(draft for draft in drafts if draft.maker or draft.country or draft.mpn not in named)


def _stack(row: Row, suffix: str) -> list[Draft]:
    makers = row.stacked(f"manufacturer{suffix}")
    mpns = row.stacked(f"mpn{suffix}")
    several = _several(makers[0]) if len(makers) == 1 else ()
    numbers = tuple(_APART.split(mpns[0])) if len(mpns) == 1 else mpns
    together = makers[0] if len(several) > 1 and len(numbers) == len(several) else ""
    if together:
        makers, mpns = several, numbers
    elif len(several) == 1:
        makers = several
    countries = row.stacked(f"country_of_origin{suffix}")
    proofs = row.stacked(f"origin_evidence{suffix}")
    count = max(len(makers), len(mpns)) or min(1, len(countries))
    drafts = []
    for number in range(count):
        shared = 0 if len(makers) == 1 else number
        drafts.append(
            Draft(
                suffix,
                _nth(makers, shared),
                _nth(mpns, number),
                _nth(countries, number if len(countries) > 1 else shared),
                _nth(proofs, number if len(proofs) > 1 else shared),
                together,
            )
        )
    return [draft for draft in drafts if draft.maker or draft.mpn or draft.country]


def _nth(values: Sequence[str], number: int) -> str:
    return values[number] if number < len(values) else ""


@functools.lru_cache(maxsize=10_000)
def _several(text: str) -> tuple[str, ...]:
    """The makers in ``Murata / TDK``; nothing when the whole is a name, or when a part of it is no listed maker.

    Several names of one company give one. Two companies beside each other may be two sources, or a maker and who sells
    its part on a board; only a number for each of them shows the former.
    """
    parts = tuple(part for part in _BETWEEN.split(text) if part)
    if len(parts) < 2 or recognise(text).status not in ("unlisted", "possible"):
        return ()
    found = [recognise(part) for part in parts]
    makers = all(one.status in ("exact", "alias") and makes_parts(one.name) for one in found)
    if not makers:
        return ()
    return parts if len({one.name for one in found}) > 1 else parts[:1]
