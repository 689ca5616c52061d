"""The lines of a mapping file: one column, one role, one text, as TOML writes them."""

from __future__ import annotations

from collections.abc import Sequence

from bom.cells.numbers import Mark
from bom.pins.held import plain_header, storable
from bom.pins.model import LEFT_OUT
from bom.reading import ColumnReading


def column_entry(column: ColumnReading, field: str | None, mark: Mark = "", instead: Sequence[str] = ()) -> str:
    """What a column means.

    Args:
        column: which one.
        field: its field key; None when it is left out.
        mark: the decimal mark of its numbers; that which is pinned already when empty.
        instead: the fields that it could mean just as well.
    """
    words = [f"column = {quoted(column.column)}", f"header = {quoted(plain_header(column.header))}"]
    words.append(f"field = {quoted(field or LEFT_OUT)}")
    if instead:
        words.append(f"or = [{', '.join(map(quoted, instead))}]")
    if mark or column.pinned_mark:
        words.append(f"decimal_mark = {quoted(mark or column.pinned_mark)}")
    return f"{{ {', '.join(words)} }},"


def role_entry(role: str) -> str:
    """What a table is."""
    return f"role = {quoted(role)}"


def quoted(text: str) -> str:
    r"""A text as TOML writes it, with everything that does not show written out.

    >>> quoted('6" prop\n'), quoted("C:\\")
    ('"6\\" prop\\u000a"', '"C:\\\\"')
    """
    return f'"{"".join(map(_character, storable(text)))}"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
