"""What a reference list must be, and the message when it is not: file, line, what was found and what is allowed."""

from __future__ import annotations

import csv
import datetime
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from depmap.core.errors import ReferenceListError
from depmap.core.text import Text

PLAIN = ("publisher", "url", "published", "retrieved", "licence", "note")
"""The parts of a description that are one text each."""

CONFIDENCE = ("verified", "secondary", "assumed")
"""The words of confidence, best first."""

_WITH_CODES = ("countries", "weights", "shares")
"""The kinds whose parts begin with a country code."""

_DECIMAL = re.compile(r"\d+(\.\d+)?", re.ASCII)

_WHOLE = 102.0
"""What the published percentages of one whole may add up to: each of them is rounded."""

Record = tuple[int, list[str]]
"""One row with the number of its first line in the file."""


def description(lines: Iterable[str], file: str) -> dict[str, Any]:
    """The description on top of a list, complete and with the right types.

    Raises:
        ReferenceListError: something is missing, unknown or of the wrong type.
    """
    try:
        found = tomllib.loads("".join(line[1:].removeprefix(" ") for line in lines))
    except tomllib.TOMLDecodeError as error:
        raise wrong(file, 1, str(error), "TOML (https://toml.io) behind '# '") from error
    types = {"id": str, "title": dict, "key": list, "columns": dict} | dict.fromkeys(PLAIN, str)
    for name in sorted(types.keys() | found.keys()):
        if name not in types:
            raise wrong(file, 1, name, ", ".join(sorted(types)))
        if not found.get(name) or not isinstance(found[name], types[name]):
            raise wrong(file, 1, f"{name} = {found.get(name)!r}", f"{name}: {types[name].__name__}")
    if found["id"] != file.removesuffix(".csv"):
        raise wrong(file, 1, f"id = {found['id']!r}", file.removesuffix(".csv"))
    if set(found["title"]) != {"nl", "en"}:
        raise wrong(file, 1, f"title = {found['title']!r}", 'title = {nl = "...", en = "..."}')
    if not set(found["key"]) <= found["columns"].keys():
        raise wrong(file, 1, f"key = {found['key']!r}", ", ".join(found["columns"]))
    _columns(found["columns"], file)
    return found


def records(lines: list[str], before: int, columns: Mapping[str, str], file: str) -> list[Record]:
    """The rows below the header, each as wide as the header, which names exactly the declared columns.

    Args:
        lines: header and rows.
        before: how many lines stand above the header.
        columns: the declared columns.
        file: name of the file, for messages.

    Raises:
        ReferenceListError: the header or a row is not what it must be.
    """
    reader = csv.reader(lines, strict=True)
    found: list[Record] = []
    try:
        header = next(reader, [])
        if header != list(columns):
            odd = sorted(set(header) ^ set(columns)) or header
            raise wrong(file, before + 1, f"columns: {', '.join(odd)}", ", ".join(columns))
        line = before + reader.line_num + 1
        for row in reader:
            if len(row) != len(header):
                raise wrong(file, line, f"{len(row)} cells", f"{len(header)} cells")
            found.append((line, row))
            line = before + reader.line_num + 1
    except csv.Error as error:
        raise wrong(file, before + reader.line_num, str(error), "CSV (RFC 4180)") from error
    return found


def cells(
    columns: Mapping[str, str], rows: list[Record], file: str, country_codes: Callable[[], frozenset[str]]
) -> None:
    """Every cell is of the kind of its column, and every ``x_confidence`` stands exactly where ``x`` does.

    Raises:
        ReferenceListError: naming the first cell that is not.
    """
    by_name = dict(zip(columns, zip(*(row for _, row in rows), strict=True), strict=True)) if rows else {}
    for name, column in by_name.items():
        kind = columns[name].removesuffix("?")
        fits, wanted = KINDS[kind]
        allowed = country_codes() if kind in _WITH_CODES else None
        bad = {cell for cell in set(column) if cell and not (fits(cell) and _within(cell, allowed))}
        if not columns[name].endswith("?"):
            bad.add("")
        if not bad.isdisjoint(column):
            place = next(number for number, cell in enumerate(column) if cell in bad)
            raise wrong(file, rows[place][0], f"{name} = {column[place]!r}", wanted)
        subject = by_name.get(name.removesuffix("_confidence"), column)
        if subject is not column:
            for (line, _), cell, value in zip(rows, column, subject, strict=True):
                if bool(cell) != bool(value):
                    raise wrong(file, line, f"{name} = {cell!r}", f"{wanted}: {value!r}" if value else "nothing")


def keys(key: Iterable[str], columns: Iterable[str], rows: Iterable[Record], file: str) -> None:
    """No two rows speak about the same thing.

    Raises:
        ReferenceListError: naming the second row.
    """
    names = list(columns)
    places = [names.index(name) for name in key]
    seen: dict[tuple[str, ...], int] = {}
    for line, row in rows:
        value = tuple(row[place] for place in places)
        first = seen.setdefault(value, line)
        if first != line:
            raise wrong(file, line, f"{', '.join(value)} (line {first})", "one row per " + ", ".join(key))


def wrong(file: str, line: int, found: str, wanted: str) -> ReferenceListError:
    """The error that says what stands in the file and what would be right."""
    return ReferenceListError(
        Text(nl=f"{file}, regel {line}: niet geldig: {found}", en=f"{file}, line {line}: not valid: {found}"),
        Text(nl=f"Toegestaan is: {wanted}", en=f"Allowed is: {wanted}"),
    )


def _columns(declared: Mapping[str, object], file: str) -> None:
    """The declared columns are of known kinds; a list without source and confidence is no reference list."""
    for name, kind in declared.items():
        if not isinstance(kind, str) or kind.removesuffix("?") not in KINDS:
            raise wrong(file, 1, f"{name} = {kind!r}", " | ".join(KINDS))
    for name, needed in (("source", "text"), ("confidence", "confidence")):
        if declared.get(name) != needed:
            raise wrong(file, 1, f"{name} = {declared.get(name)!r}", f'{name} = "{needed}"')


def _is_text(cell: str) -> bool:
    return cell == cell.strip()


def _are_distinct(cell: str) -> bool:
    parts = cell.split(";")
    return len(set(parts)) == len(parts) and all(part and part == part.strip() for part in parts)


def _within(cell: str, allowed: frozenset[str] | None) -> bool:
    return allowed is None or allowed.issuperset(part.split(" ")[0] for part in cell.split(";"))


def _is_decimal(cell: str) -> bool:
    return _DECIMAL.fullmatch(cell) is not None


def _is_date(cell: str) -> bool:
    try:
        datetime.date.fromisoformat(cell + "-01-01"[len(cell) - 4 :])
    except ValueError:
        return False
    return len(cell) in (4, 7, 10)


def _are_weights(cell: str) -> bool:
    parts = [part.split(" ") for part in cell.split(";")]
    return all(len(part) == 2 and _is_decimal(part[1]) for part in parts) and len({part[0] for part in parts}) == len(
        parts
    )


def _are_shares(cell: str) -> bool:
    return _are_weights(cell) and sum(float(part.split(" ")[1]) for part in cell.split(";")) <= _WHOLE


def _is_code(length: int) -> Callable[[str], bool]:
    return lambda cell: len(cell) == length and cell.isascii() and cell.isalpha() and cell.isupper()


KINDS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "text": (_is_text, "text without spaces around it"),
    "several": (_are_distinct, "different texts, separated by semicolons"),
    "iso2": (_is_code(2), "two capital letters"),
    "iso3": (_is_code(3), "three capital letters"),
    "countries": (_are_distinct, "ISO 3166 alpha-2 codes, separated by semicolons"),
    "flag": (lambda cell: cell == "yes", "yes, or nothing"),
    "number": (str.isdecimal, "a whole number"),
    "decimal": (_is_decimal, "a number such as 3 or 0.85"),
    "date": (_is_date, "a date as far as it is known, such as 2026, 2026-11 or 2026-11-22"),
    "weights": (_are_weights, "ISO 3166 alpha-2 codes, each with a number, separated by semicolons: CN 1.1;RU 1.2"),
    "shares": (_are_shares, "different countries with percentages that are together 100 at most: CN 68.3;AU 9.9"),
    "confidence": (lambda cell: cell in CONFIDENCE, " | ".join(CONFIDENCE)),
}
"""What a cell of each kind must be: the test, and its wording."""
