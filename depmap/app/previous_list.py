"""The decisions in a list of critical components that people have worked in: sorted, moved, renamed, saved elsewhere.

A sheet is one to read when some row of its first fifty has the headings of the decision and of what tells the
component; the order of the columns, the name of the sheet and the language of the headings do not matter.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from types import MappingProxyType

from bom.raw import RawFile, Sheet, Value, letters
from bom.reading import Reading, TableRole
from depmap.app.previous import Stated, choice_of, remark_of
from depmap.core.decisions import is_fingerprint
from depmap.core.errors import InputError
from depmap.core.text import LANGUAGES, Text, visible
from reports.columns.listing import COLUMNS
from reports.page.words import WORDS

WEB = frozenset({"html"})
"""Kinds of files that are no list: a saved page shows decisions among other words."""

_ROWS_OF_HEADINGS = 50

_KEYS = ("component", "decision", "remark", "system", "fingerprint")

HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        column.title[language].casefold(): column.key
        for column in COLUMNS
        for language in LANGUAGES
        if column.key in _KEYS
    }
)
"""The columns that matter, by their headings in both languages."""


def refuse_own_list(reading: Reading) -> None:
    """Refuse a list of depmap's own, a saved page too, where a bill of materials is wanted: it would be read as parts.

    Raises:
        InputError: it is one.
    """
    caption = {WORDS["unknowns_caption"][language] for language in LANGUAGES}
    for table in reading.tables:
        keys = {HEADINGS.get(column.header.strip().casefold()) for column in table.columns}
        own = keys >= {"fingerprint", "decision"} or (reading.format in WEB and table.sheet in caption)
        if own and table.role is TableRole.PARTS:
            raise InputError(_OWN.format(file=visible(reading.file)), _GIVE)


def decisions_of(file: RawFile) -> list[Stated] | None:
    """The decisions of all sheets that hold any; None when no sheet could.

    Raises:
        InputError: a cell holds what is no decision.
    """
    found: list[Stated] = []
    lists = 0
    for sheet in file.sheets:
        header = header_of(sheet)
        if header is None:
            continue
        lists += 1
        row, places = header
        for number in range(row + 1, len(sheet.rows)):
            stated = _row(file.name, sheet, number, places)
            if stated is not None:
                found.append(stated)
    return found if lists else None


def header_of(sheet: Sheet) -> tuple[int, Mapping[str, int]] | None:
    """The row of the headings, counted from 0, and the place of each column that matters."""
    for number in range(min(_ROWS_OF_HEADINGS, len(sheet.rows))):
        places: dict[str, int] = {}
        for place, value in enumerate(sheet.rows[number]):
            key = HEADINGS.get(value.strip().casefold()) if isinstance(value, str) else None
            if key is not None:
                places.setdefault(key, place)
        if "decision" in places and ("component" in places or "fingerprint" in places):
            return number, places
    return None


def _row(file: str, sheet: Sheet, number: int, places: Mapping[str, int]) -> Stated | None:
    """What a row decides; None when nobody wrote in it."""
    row = sheet.rows[number]
    words = {key: _written(row[place]) if place < len(row) else "" for key, place in places.items()}
    if not (words["decision"] or words.get("remark")):
        return None

    def cell(key: str) -> str:
        where = f"{letters(places[key])}{number + 1}"
        return f"{file}, {sheet.name}!{where}" if sheet.name else f"{file}, {where}"

    mark = words.get("fingerprint", "")
    return Stated(
        fingerprint=mark if is_fingerprint(mark) else "",
        system=words.get("system", ""),
        component=words.get("component", ""),
        component_class="",
        choice=choice_of(words["decision"], cell("decision")),
        remark=remark_of(words["remark"], cell("remark")) if words.get("remark") else "",
        origin=cell("decision"),
    )


def _written(value: Value) -> str:
    """A cell as people see it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value).strip()


_OWN = Text(
    "{file} is een lijst die depmap zelf schreef, geen stuklijst.",
    "{file} is a list that depmap itself wrote, no bill of materials.",
)
_GIVE = Text(
    "Geef de stuklijst. 'depmap compare' leest de findings.json uit dezelfde map; besluiten leest --previous.",
    "Give the bill of materials. 'depmap compare' reads the findings.json of the same folder; --previous reads "
    "decisions.",
)
