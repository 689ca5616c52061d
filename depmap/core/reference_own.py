"""A user's own reference lists: files that extend or replace those of depmap for as long as a command runs.

An own list looks like a list of depmap (`depmap.core.reference`): a description in ``# `` lines, then CSV. It names the
list that it is about in ``id`` and says ``mode = "extend"`` (its rows replace those with the same key, the others are
added) or ``mode = "replace"`` (it stands in place of the whole list). ``key`` and ``columns`` are those of depmap and
need not be repeated; a column whose cells may be empty can be left out, but a fact never without its confidence.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from depmap.core import reference
from depmap.core import reference_checks as checks
from depmap.core.errors import ReferenceListError
from depmap.core.reference import OWN, ListInfo, OwnList, ReferenceList, Row
from depmap.core.text import Text, same

PARTS: Mapping[str, type] = {**checks.SHIPPED, "mode": str}
"""What the description of an own list can have, and of which type."""

MODES = ("extend", "replace")
"""What an own list can be to the list of depmap."""

PROGRAM = ("bom", "depmap", "reports", "risk_rules")
"""The packages whose modules may remember what they made of lists."""

LARGEST = 50_000_000
"""Larger files, in bytes, are no list."""


@contextlib.contextmanager
def own_lists(paths: Sequence[Path]) -> Iterator[None]:
    """While it lasts, these files extend or replace lists of depmap, in the order given.

    Every list of depmap, and every earlier file, is checked again before it starts: what a later file leaves out may be
    what they point at.

    Raises:
        ReferenceListError: a file cannot be read or is not what it must be, or the lists no longer fit each other.
    """
    if not paths:
        yield
        return
    token = OWN.set(())
    try:
        for path in paths:
            own = read_own(path)
            OWN.set((*OWN.get(), own))
            _forget()
        for list_id in reference.list_ids():
            reference.load(list_id)
        for path in paths[:-1]:
            read_own(path)
        yield
    finally:
        OWN.reset(token)
        _forget()


@contextlib.contextmanager
def changed_lists(rows: Mapping[str, Sequence[Row]]) -> Iterator[None]:
    """While it lasts, these lists have these rows and no others; they are not checked again.

    Args:
        rows: id of a list -> its rows, with all columns of the list and different keys.
    """
    changed = []
    for list_id, content in rows.items():
        info = replace(reference.load(list_id).info, rows=len(content))
        changed.append(OwnList("-", "", True, ReferenceList(info, tuple(content))))
    token = OWN.set((*OWN.get(), *changed))
    try:
        _forget()
        yield
    finally:
        OWN.reset(token)
        _forget()


def read_own(path: Path) -> OwnList:
    """One own list.

    Raises:
        ReferenceListError: it cannot be read, or is not what it must be; with file and line.
    """
    data = _bytes(path)
    try:
        lines = list(io.StringIO(data.decode("utf-8-sig").replace("\r\n", "\n")))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise checks.wrong(path.name, line, f"byte {error.start}", "UTF-8") from error
    start = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    description = checks.described(lines[:start], path.name, PARTS, optional=("key", "columns"))
    base = _base(description, path.name)
    columns = _columns(lines[start : start + 1], base.info, path.name, start + 1)
    records = checks.records(lines[start:], start, columns, path.name)
    checks.cells(columns, records, path.name, reference.keys_of)
    empty = dict.fromkeys(base.info.columns, "")
    rows = tuple(empty | dict(zip(columns, cells, strict=True)) for _, cells in records)
    whole = [(line, list(row.values())) for (line, _), row in zip(records, rows, strict=True)]
    checks.keys(base.info.key, base.info.columns, whole, path.name)
    info = replace(
        base.info,
        title=Text(**description["title"]),
        rows=len(rows),
        **{name: description[name] for name in checks.PLAIN},
    )
    content = ReferenceList(info, rows)
    return OwnList(path.name, hashlib.sha256(data).hexdigest(), description["mode"] == "replace", content)


def _bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
            return path.read_bytes()
        reason = Text("geen gewoon bestand, of te groot", "no ordinary file, or too large")
    except OSError as error:
        reason = same(str(error.strerror))
    raise ReferenceListError(
        Text("{file} kan niet worden gelezen: {reason}.", "{file} cannot be read: {reason}.").format(
            file=path.name, reason=reason
        ),
        Text(
            f"Geef een csv-bestand op van hoogstens {LARGEST // 1_000_000} MB.",
            f"Give a csv file of at most {LARGEST // 1_000_000} MB.",
        ),
    )


def _base(description: Mapping[str, object], file: str) -> ReferenceList:
    """The list of depmap that an own list is about, of which key and columns are not to be changed."""
    if description["id"] not in reference.list_ids():
        raise checks.wrong(file, 1, f"id = {description['id']!r}", " | ".join(reference.list_ids()))
    if description["mode"] not in MODES:
        raise checks.wrong(file, 1, f"mode = {description['mode']!r}", " | ".join(MODES))
    base = reference.shipped(str(description["id"]))
    for name, expected in (("key", list(base.info.key)), ("columns", dict(base.info.columns))):
        if description.get(name, expected) != expected:
            raise checks.wrong(file, 1, f"{name} = {description[name]!r}", f"{name} = {expected!r}")
    return base


def _columns(header: Iterable[str], base: ListInfo, file: str, line: int) -> dict[str, str]:
    """The columns of an own list, as its header names them: all that are needed, and no fact without its confidence."""
    try:
        names = next(csv.reader(header, strict=True), [])
    except csv.Error as error:
        raise checks.wrong(file, line, str(error), "CSV (RFC 4180)") from error
    needed = {name for name, kind in base.columns.items() if not kind.endswith("?")}
    needed |= {f"{name}_confidence" for name in names if f"{name}_confidence" in base.columns}
    if missing := sorted(needed.difference(names)):
        raise checks.wrong(file, line, f"no columns: {', '.join(missing)}", ", ".join(base.columns))
    if odd := [name for name in names if name not in base.columns]:
        raise checks.wrong(file, line, f"columns: {', '.join(odd)}", ", ".join(base.columns))
    return {name: base.columns[name] for name in names}


def _forget() -> None:
    """Drop what modules remember: it was made of other lists.

    Every module-level cache of the program is emptied, also of modules that do not use lists: forgetting costs a little
    time once, remembering the wrong list would be an error that nobody sees.
    """
    for name in sorted(sys.modules):
        if name.partition(".")[0] in PROGRAM:
            for value in vars(sys.modules[name]).values():
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
