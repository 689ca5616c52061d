"""In the child: items with named values to a table, a row each, under one row of headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bom.sandbox.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Refused

Item = Mapping[str, str]
"""What is said of one item: column -> text. What is empty is not said."""


def clean(text: str) -> str:
    """The text without blanks around it, NULs, and halves of surrogate pairs, which no file can hold."""
    text = text.strip().replace("\0", "")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def lines(values: Iterable[str]) -> str:
    """Several values in one cell: a line each, no value twice."""
    return "\n".join(dict.fromkeys(value for value in map(clean, values) if value))


def table(name: str, items: Sequence[Item], first: Sequence[str]) -> dict[str, object]:
    """A sheet as `bom.sandbox.parent` takes it; row n + 1 holds the n-th item.

    Args:
        name: of the sheet.
        items: in the order of the document.
        first: columns in the order in which they stand; others follow as they occur. A column without a value is not
            written.

    Raises:
        Refused: larger than a sheet can be.
    """
    filled = dict.fromkeys(column for item in items for column, text in item.items() if text)
    columns = [column for column in first if column in filled]
    columns += [column for column in filled if column not in first]
    if len(items) >= MAX_ROWS:
        raise Refused("rows")
    if len(columns) > MAX_COLUMNS:
        raise Refused("columns")
    if (len(items) + 1) * len(columns) > MAX_CELLS:
        raise Refused("cells")
    rows = [columns, *([item.get(column) or None for column in columns] for item in items)]
    return {"name": clean(name), "hidden": False, "listed": True, "merges": [], "rows": rows}
