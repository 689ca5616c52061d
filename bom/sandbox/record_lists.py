"""In the child: the lists of records in nested data, each as a sheet.

A list may stand anywhere, and so name its sheet (``board.parts``). A record with parts inside is a line above theirs,
with levels; but when it only groups them (a name and a list, without anything that a part has), what it says is said
of each of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bom.sandbox.limits import MAX_CELLS, MAX_COLUMNS, MAX_NOTES, MAX_ROWS, MAX_SHEETS, Refused
from bom.sandbox.listing import clean
from bom.sandbox.records import Record, Scalar, last_word, parts_of, records, said, scalar, words

_DEPTH = 50
_COUNTS = frozenset("qty quantity count amount q aantal menge anzahl quantité quantite cantidad".split())
_NAMES = frozenset("name title label item assembly part".split())
_LEVEL = "nested level"
"""A title that the cells must bear out: that data are nested is no sign of a parts list by itself."""

Notes = list[list[object]]
"""What was noticed, as `bom.sandbox.parent` takes it."""


def read_lists(data: object, kind: str) -> dict[str, object]:
    """A sheet for each list of records or of rows, in the order of the document.

    Args:
        data: lists, mappings and scalars.
        kind: what it was written in, for messages.

    Raises:
        Refused: no list (``no_list``), nested too deeply, or more than a workbook can hold.
    """
    notes: Notes = []
    sheets: list[dict[str, object]] = []
    cells = 0
    for name, rows, listed in _lists(data, "", 0, notes):
        cells += sum(map(len, rows))
        if len(sheets) >= MAX_SHEETS:
            raise Refused("sheets", f"> {MAX_SHEETS}")
        if cells > MAX_CELLS:
            raise Refused("cells")
        said = {"hidden": False, "listed": listed, "merges": [], "rows": rows}
        sheets.append({"name": _unlike(name, sheets), **said})
    if not sheets:
        raise Refused("no_list", kind)
    return {"sheets": sheets, "notes": notes[:MAX_NOTES]}


def _unlike(name: str, sheets: Sequence[Mapping[str, object]]) -> str:
    """The name, or one like it that no sheet has yet."""
    taken = {sheet["name"] for sheet in sheets}
    name = clean(name)[:200]
    return next(
        each
        for number in range(1, len(sheets) + 2)
        if (each := f"{name} ({number})" * (number > 1) or name) not in taken
    )


def _lists(value: object, name: str, depth: int, notes: Notes) -> Iterator[tuple[str, list[list[Scalar]], bool]]:
    """Names and rows of all lists in a value, and whether their first row holds the names of fields."""
    if depth > _DEPTH:
        raise Refused("nested")
    listed = records(value, name)
    if listed is None and isinstance(value, dict) and _is_assembly([value], [parts_of(value)]):
        listed = [value]
    rows = _grid(value) if listed is None else _table(listed, name, notes)
    if rows and len(rows[0]) > 1:
        yield name, rows, listed is not None
        return
    for place, inner in _inside(value):
        yield from _lists(inner, f"{name}{place}".lstrip("."), depth + 1, notes)


def _inside(value: object) -> Iterator[tuple[str, object]]:
    """The lists and objects in a value, with their places."""
    if isinstance(value, dict):
        places: Iterable[tuple[str, object]] = ((f".{key}", inner) for key, inner in value.items())
    else:
        places = ((f"[{number}]", inner) for number, inner in enumerate(value if isinstance(value, list) else (), 1))
    return ((place, inner) for place, inner in places if isinstance(inner, list | dict))


def _grid(value: object) -> list[list[Scalar]] | None:
    """Rows that are rows: an array of arrays, titles beside such an array, or columns by their titles."""
    if isinstance(value, list):
        return _rows(value)
    if not isinstance(value, dict):
        return None
    listed = [inner for inner in value.values() if isinstance(inner, list)]
    for titles in listed:
        for rows in listed:
            if (
                titles
                and rows
                and _is_row(titles)
                and all(isinstance(row, list) and len(row) == len(titles) for row in rows)
            ):
                return _rows([titles, *rows])
    if len(listed) > 1 and len(listed) == len(value) and all(map(_is_row, listed)) and len(set(map(len, listed))) == 1:
        return _rows([list(value), *map(list, zip(*listed, strict=True))])
    return None


def _rows(rows: Sequence[object]) -> list[list[Scalar]] | None:
    if len(rows) < 2 or not all(map(_is_row, rows)):
        return None
    return [[scalar(cell) for cell in row] for row in rows if isinstance(row, list)]


def _is_row(value: object) -> bool:
    return isinstance(value, list) and not any(isinstance(cell, list | dict) for cell in value)


def _table(listed: Sequence[Record], name: str, notes: Notes) -> list[list[Scalar]]:
    """The records under a row of their titles, without empty columns; row n + 1 is the n-th of them."""
    found = list(_walk(listed, last_word(name) or "group", {}, 1, notes))
    items = [item for _, item in found]
    if len({level for level, _ in found}) > 1:
        items = [item | {_LEVEL: level} for level, item in found]
    columns = list(dict.fromkeys(title for item in items for title, value in item.items() if value is not None))
    if len(items) >= MAX_ROWS:
        raise Refused("rows")
    if len(columns) > MAX_COLUMNS:
        raise Refused("columns")
    if (len(items) + 1) * len(columns) > MAX_CELLS:
        raise Refused("cells")
    return [list(columns), *([item.get(title) for title in columns] for item in items)]


def _walk(
    listed: Sequence[Record], holder: str, around: dict[str, Scalar], level: int, notes: Notes
) -> Iterator[tuple[int, dict[str, Scalar]]]:
    """The records and the parts in them with their levels; ``around`` is what groups say of all that is in them."""
    if level > _DEPTH:
        raise Refused("nested")
    inside = [parts_of(record) for record in listed]
    is_assembly = _is_assembly(listed, inside)
    for record, parts in zip(listed, inside, strict=True):
        own = said({key: value for key, value in record.items() if key not in parts}, notes)
        if is_assembly or not parts:
            inner = [key for entries in parts.values() for entry in entries for key in entry]
            yield level, _aligned(own, inner) | {key: around[key] for key in around if key not in own}
            for key, entries in parts.items():
                yield from _walk(entries, last_word(key), around, level + 1, notes)
            continue
        group = around | _labelled(own, holder)
        for key, entries in parts.items():
            named = group | ({"group": key} if len(parts) > 1 else {})
            yield from _walk(entries, last_word(key), named, level, notes)


def _is_assembly(listed: Sequence[Record], inside: Sequence[Mapping[str, Sequence[Record]]]) -> bool:
    """Whether records with parts are parts themselves: not all have some, or they are counted, or they are alike."""
    if not any(inside):
        return False
    if not all(inside):
        return True
    titles = [{key for key, value in record.items() if not isinstance(value, list | dict)} for record in listed]
    if any(_COUNTS & set(words(key)) for own in titles for key in own):
        return True
    for own, parts in zip(titles, inside, strict=True):
        for key, entries in parts.items():
            if any(key in parts_of(entry) for entry in entries):
                return True
            if len(own & {name for entry in entries for name in entry}) > 1:
                return True
    return False


def _aligned(own: dict[str, Scalar], inner: Sequence[str]) -> dict[str, Scalar]:
    """What an assembly says, its name and its number under the titles that its parts have for theirs."""
    for meaning in (_COUNTS, _NAMES) if inner else ():
        mine = next((key for key in own if meaning & set(words(key))), None)
        theirs = next((key for key in inner if meaning & set(words(key))), None)
        if mine and theirs and mine not in inner and theirs not in own:
            own = {theirs if key == mine else key: value for key, value in own.items()}
    return own


def _labelled(own: Mapping[str, Scalar], holder: str) -> dict[str, Scalar]:
    """What a group says, under titles that nobody takes for those of its parts; its first text is its name."""
    found: dict[str, Scalar] = {}
    for title, value in own.items():
        is_name = not found and isinstance(value, str)
        if title.lower() in _NAMES and holder not in found:
            found[holder] = value
        else:
            found[title if is_name or holder in words(title) else f"{holder} {title}"] = value
    return found
