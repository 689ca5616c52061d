"""What a reference list must be, and the message when it is not: file, line, what was found and what is allowed."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from depmap.core.errors import ReferenceListError
from depmap.core.reference_kinds import KINDS, is_kind, meaning
from depmap.core.text import Text

PLAIN = ("publisher", "url", "published", "retrieved", "licence", "note")
"""The parts of a description that are one text each."""

SHIPPED: Mapping[str, type] = {"id": str, "title": dict, "key": list, "columns": dict} | dict.fromkeys(PLAIN, str)
"""What the description of a list that comes with depmap has, and of which type."""

Record = tuple[int, list[str]]
"""One row with the number of its first line in the file."""


def description(lines: Iterable[str], file: str) -> dict[str, Any]:
    """The description on top of a list that comes with depmap, complete and with the right types.

    Raises:
        ReferenceListError: something is missing, unknown or of the wrong type.
    """
    found = described(lines, file, SHIPPED)
    if found["id"] != file.removesuffix(".csv"):
        raise wrong(file, 1, f"id = {found['id']!r}", file.removesuffix(".csv"))
    if not set(found["key"]) <= found["columns"].keys():
        raise wrong(file, 1, f"key = {found['key']!r}", ", ".join(found["columns"]))
    _columns(found["columns"], file)
    return found


def described(
    lines: Iterable[str], file: str, types: Mapping[str, type], optional: Iterable[str] = ()
) -> dict[str, Any]:
    """The description on top of any list: each part that it must have, of its type, and no other.

    Args:
        lines: the lines of the description.
        file: name of the file, for messages.
        types: the parts that it can have, each with its type.
        optional: those of them that may be absent.

    Raises:
        ReferenceListError: something is missing, unknown or of the wrong type.
    """
    try:
        found = tomllib.loads("".join(line[1:].removeprefix(" ") for line in lines))
    except (ValueError, RecursionError) as error:  # TOML of a million brackets, a number of a million digits
        raise wrong(file, 1, str(error), "TOML (https://toml.io) behind '# '") from error
    for name in sorted(types.keys() | found.keys()):
        if name not in types:
            raise wrong(file, 1, name, ", ".join(sorted(types)))
        if name in optional and name not in found:
            continue
        if not found.get(name) or not isinstance(found[name], types[name]):
            raise wrong(file, 1, f"{name} = {found.get(name)!r}", f"{name}: {types[name].__name__}")
    if set(found["title"]) != {"nl", "en"} or not all(isinstance(word, str) for word in found["title"].values()):
        raise wrong(file, 1, f"title = {found['title']!r}", 'title = {nl = "...", en = "..."}')
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


def cells(columns: Mapping[str, str], rows: list[Record], file: str, known: Callable[[str], frozenset[str]]) -> None:
    """Every cell is of the kind of its column, and every ``x_confidence`` stands exactly where ``x`` does.

    Args:
        columns: the kind of each column, in the order of the cells.
        rows: the rows with their lines.
        file: name of the file, for messages.
        known: what identifies the rows of another list, by its id.

    Raises:
        ReferenceListError: naming the first cell that is not.
    """
    by_name = dict(zip(columns, zip(*(row for _, row in rows), strict=True), strict=True)) if rows else {}
    for name, column in by_name.items():
        fits, wanted, other, parts = meaning(columns[name].removesuffix("?"))
        allowed = known(other) if other else None
        distinct = {cell for cell in column if cell}
        bad = {cell for cell in distinct if not (fits(cell) and (allowed is None or allowed.issuperset(parts(cell))))}
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
        if not isinstance(kind, str) or not is_kind(kind.removesuffix("?")):
            raise wrong(file, 1, f"{name} = {kind!r}", f"{', '.join(KINDS)}, one of LIST, some of LIST, word | word")
    for name, needed in (("source", "text"), ("confidence", "confidence")):
        if declared.get(name) != needed:
            raise wrong(file, 1, f"{name} = {declared.get(name)!r}", f'{name} = "{needed}"')
