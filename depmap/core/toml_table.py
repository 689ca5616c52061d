"""A table of a TOML file that knows where it stands, so that every complaint names file, line and what is allowed."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from depmap.core.errors import DepmapError
from depmap.core.text import Text

_PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"^\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"^\s*({_DOTTED})\s*=")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file."""

    file: str
    """Name of the file, without folders."""

    text: str
    """Its whole text, to find lines in."""

    path: tuple[str, ...]
    """The keys that lead to this table; an entry of a ``[[list]]`` is its number from 0."""

    content: Mapping[str, object]
    """Its keys and values, as TOML has them."""

    error: type[DepmapError]
    """What a complaint about it is."""

    def wrong(self, key: str | None, message: Text, hint: Text | None = None) -> DepmapError:
        """The error about one key of this table, or about the table itself."""
        path = self.path if key is None else (*self.path, key)
        line = line_of(self.text, path)
        where = Text("{file}, regel {line}: ", "{file}, line {line}: ") if line else Text("{file}: ", "{file}: ")
        where = where.format(file=self.file, line=line)
        return self.error(Text(where.nl + message.nl, where.en + message.en), hint)

    def only(self, allowed: Iterable[str]) -> None:
        """Refuse every key that is not among ``allowed``."""
        allowed = tuple(allowed)
        for key in self.content:
            if key not in allowed:
                raise self.wrong(key, _UNKNOWN_KEY.format(key=key, table=self._name()), choices(key, allowed))

    def needs(self, *keys: str) -> None:
        """Refuse a table in which one of ``keys`` is missing."""
        for key in keys:
            if key not in self.content:
                raise self.wrong(
                    None, _MISSING.format(key=key, table=self._name()), _NEEDED.format(keys=", ".join(keys))
                )

    def table(self, key: str) -> Table:
        """The table under ``key``; an empty one when there is none."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self.mistyped(key, Text("een tabel", "a table"))
        return replace(self, path=(*self.path, key), content=value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """The entries of ``[[key]]``, in order."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.mistyped(key, Text(f"een lijst van tabellen, [[{key}]]", f"a list of tables, [[{key}]]"))
        return tuple(
            replace(self, path=(*self.path, key, str(number)), content=entry) for number, entry in enumerate(value)
        )

    def word(self, key: str) -> str:
        """A text that is not empty."""
        value = self.content[key]
        if not isinstance(value, str) or not value.strip():
            raise self.mistyped(key, Text("een tekst", "a text"))
        return value.strip()

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts, each of them once."""
        value = self.content[key]
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.mistyped(key, Text("een lijst van teksten", "a list of texts"))
        twice = next((entry for number, entry in enumerate(value) if entry in value[:number]), None)
        if twice is not None:
            raise self.wrong(key, _TWICE.format(value=twice, key=key), None)
        return tuple(value)

    def mistyped(self, key: str, wanted: Text) -> DepmapError:
        """The error about a value of the wrong kind."""
        return self.wrong(key, _MISTYPED.format(key=key, value=shown(self.content[key]), wanted=wanted))

    def _name(self) -> str:
        return f"[{'.'.join(self.path)}]" if self.path else self.file


def read_table(file: str, text: str, error: type[DepmapError]) -> Table:
    """The whole file as a table, whose complaints are of the kind ``error``.

    Raises:
        DepmapError: of that kind; the text is not TOML.
    """
    try:
        return Table(file, text, (), tomllib.loads(text), error)
    except (ValueError, RecursionError) as reason:  # TOML of a million brackets, a number of a million digits
        raise error(_NOT_TOML.format(file=file, reason=reason)) from reason


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    r"""The line on which the key at ``path`` stands, else that of the table around it; None when neither is found.

    In a list of tables between braces, each on a line of its own, the line is that of the one table.

    >>> line_of('[rules.DM101]\ngrade = "low"', ("rules", "DM101", "grade"))
    2
    >>> line_of('columns = [\n { field = "mpn" },\n { field = "nmp" },\n]', ("columns", "1", "field"))
    3
    """
    here: tuple[str, ...] = ()
    entries: dict[tuple[str, ...], int] = {}
    around: tuple[str, ...] = ()
    best, depth = None, 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            here = _placed(_split(header[2]), entries, is_entry=header[1] == "[[")
            found, around = here, ()
        elif key := _KEY.match(line):
            found = around = here + _split(key[1])
        elif around and line.lstrip().startswith("{"):
            entries[around] = entries.get(around, -1) + 1
            found = (*around, str(entries[around]))
        else:
            continue
        shared = min(len(found), len(path))
        if shared > depth and found[:shared] == path[:shared]:
            best, depth = number, shared
    return best


def _placed(parts: tuple[str, ...], entries: dict[tuple[str, ...], int], *, is_entry: bool) -> tuple[str, ...]:
    """The path of a header: below a list of tables it belongs to the last of them, and ``[[...]]`` adds one."""
    path: tuple[str, ...] = ()
    for place, part in enumerate(parts):
        path = (*path, part)
        if is_entry and place + 1 == len(parts):
            entries[path] = entries.get(path, -1) + 1
        if path in entries:
            path = (*path, str(entries[path]))
    return path


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def choices(word: str, allowed: Iterable[str]) -> Text:
    """What is allowed, and which of it was probably meant."""
    allowed = tuple(allowed)
    close = difflib.get_close_matches(word, allowed, n=1)
    hint = _ALLOWED.format(allowed=", ".join(allowed))
    if not close:
        return hint
    return Text(f"Bedoelde u ‘{close[0]}’? {hint.nl}", f"Did you mean “{close[0]}”? {hint.en}")


def shown(value: object) -> str:
    """A value as a policy file writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(shown(entry) for entry in value)}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


_UNKNOWN_KEY = Text("‘{key}’ is geen sleutel van {table}.", "“{key}” is not a key of {table}.")
_MISSING = Text("in {table} ontbreekt ‘{key}’.", "{table} has no “{key}”.")
_NEEDED = Text("Verplicht: {keys}.", "Required: {keys}.")
_TWICE = Text("‘{value}’ staat tweemaal in ‘{key}’.", "“{value}” is listed twice in “{key}”.")
_MISTYPED = Text("‘{key}’ is {value}; verwacht: {wanted}.", "“{key}” is {value}; expected: {wanted}.")
_ALLOWED = Text("Toegestaan: {allowed}.", "Allowed: {allowed}.")
_NOT_TOML = Text("{file} is geen geldige TOML: {reason}.", "{file} is not valid TOML: {reason}.")
