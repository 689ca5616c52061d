"""A file that somebody gave beside a bill of materials: there, or refused in one message with the nearest name."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from depmap.core.errors import DepmapError
from depmap.core.text import Text, visible


def must_be_there(path: Path, error: type[DepmapError], hint: Text, inside: Iterable[str] = ()) -> None:
    """Refuse a name under which there is no file.

    Args:
        path: the file.
        error: what is raised.
        hint: what such a file is.
        inside: the names that it may have when a folder is given instead.

    Raises:
        DepmapError: of that kind; there is nothing of this name, or a folder.
    """
    if path.is_dir():
        near = next((f"{path}/{name}" for name in inside if (path / name).is_file()), None)
        raise error(_FOLDER.format(file=visible(path.name)), _meant(near, hint))
    if not path.exists():
        names = sorted(each.name for each in path.parent.iterdir()) if path.parent.is_dir() else []
        near = next(iter(difflib.get_close_matches(path.name, names, 1)), None)
        raise error(_MISSING.format(file=visible(path.name)), _meant(near, hint))


def read_text(path: Path, most: int, error: type[DepmapError], hint: Text) -> str:
    """The text of a file of at most ``most`` bytes.

    Raises:
        DepmapError: of that kind; it is not there, cannot be read, is too large, or no text in UTF-8.
    """
    must_be_there(path, error, hint)
    file = visible(path.name)
    try:
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as reason:
        why = reason.strerror or type(reason).__name__
        raise error(_UNREADABLE.format(file=file, reason=why), hint) from reason
    if len(data) > most:
        raise error(_TOO_LARGE.format(file=file, most=f"{most:,}"), hint)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise error(_NOT_UTF8.format(file=file), hint) from reason


def _meant(near: str | None, hint: Text) -> Text:
    if near is None:
        return hint
    name = visible(near)
    return Text(f"Bedoelde u {name}? {hint.nl}", f"Did you mean {name}? {hint.en}")


_MISSING = Text("{file} bestaat niet.", "{file} does not exist.")
_FOLDER = Text("{file} is een map, geen bestand.", "{file} is a folder, not a file.")
_UNREADABLE = Text("{file} kan niet worden gelezen ({reason}).", "{file} cannot be read ({reason}).")
_TOO_LARGE = Text("{file} is groter dan {most} bytes.", "{file} is larger than {most} bytes.")
_NOT_UTF8 = Text("{file} is geen tekst in UTF-8.", "{file} is no text in UTF-8.")
