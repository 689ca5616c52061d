"""Reads a mapping file. The first thing that is wrong stops it, with the line and what is allowed."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from bom.cells.numbers import Mark
from bom.fields import BY_KEY, base, numbered
from bom.pins.model import LARGEST, LEFT_OUT, NO_HEADER_ROW, SCHEMA, ColumnPin, FilePins, MappingFile, TablePin
from bom.reading import TableRole
from depmap.core.errors import DepmapError, MappingError
from depmap.core.text import Text, visible
from depmap.core.toml_table import Table, choices, line_of, read_table, shown

LAST_ROW, _LETTERS = 1_048_576, re.compile(r"[A-Z]{1,3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


def read_mapping(path: Path, alone: bool = True) -> MappingFile:
    """What a mapping file says.

    Args:
        path: a TOML file, as `bom.pins.writing` makes it.
        alone: whether it is given with one bill of materials.

    Raises:
        MappingError: the file cannot be read, or says what is not allowed; with file, line and what is allowed.
    """
    name = visible(path.name, keep="")
    data = _bytes(path, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MappingError(_UNREADABLE.format(file=name, reason="UTF-8"), _GIVE_TOML) from error
    file = read_table(name, text, MappingError)
    file.only(("schema", "files"))
    file.needs("schema", "files")
    if file.content["schema"] != SCHEMA or isinstance(file.content["schema"], bool):
        raise file.wrong("schema", _NO_SCHEMA.format(found=shown(file.content["schema"])), _SCHEMA)
    files = tuple(_file(name, entry) for entry in file.tables("files"))
    return MappingFile(name, hashlib.sha256(data).hexdigest(), files, alone)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.is_file() and path.exists():
            raise MappingError(_NO_FILE.format(file=name), _GIVE_TOML)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise MappingError(_UNREADABLE.format(file=name, reason=error.strerror), _GIVE_TOML) from error
    if len(data) > LARGEST:
        raise MappingError(_TOO_LARGE.format(file=name, most=LARGEST // 1_000_000))
    return data


def _file(mapping: str, entry: Table) -> FilePins:
    entry.only(("name", "sha256", "tables"))
    entry.needs("name")
    sha256 = entry.word("sha256").lower() if "sha256" in entry.content else ""
    if sha256 and not _SHA256.fullmatch(sha256):
        raise entry.mistyped("sha256", Text("64 hexadecimale tekens", "64 hexadecimal digits"))
    tables = [_table(each) for each in entry.tables("tables")]
    return FilePins(mapping, entry.word("name"), sha256, tuple(tables))


def _table(entry: Table) -> TablePin:
    entry.only(("sheet", "header_row", "role", "role_or", "columns"))
    entry.needs("header_row")
    row = entry.content["header_row"]
    if not isinstance(row, int) or isinstance(row, bool) or not NO_HEADER_ROW <= row <= LAST_ROW:
        raise entry.mistyped("header_row", _ROW_NUMBER)
    columns = [_column(each) for each in entry.tables("columns")]
    _refuse_twice(entry, columns)
    return TablePin(
        sheet=_text(entry, "sheet") or "",
        header_row=row,
        role=_role(entry, "role"),
        role_instead=_role(entry, "role_or"),
        columns=tuple(columns),
        line=line_of(entry.text, entry.path),
    )


def _role(entry: Table, key: str) -> TableRole | None:
    if key not in entry.content:
        return None
    roles = [role.value for role in TableRole]
    word = entry.word(key)
    if word not in roles:
        raise entry.wrong(key, _NO_ROLE.format(word=word), choices(word, roles))
    return TableRole(word)


def _column(entry: Table) -> ColumnPin:
    entry.only(("column", "header", "field", "or", "decimal_mark"))
    entry.needs("field")
    letters = (_text(entry, "column") or "").strip().upper()
    if letters and not _LETTERS.fullmatch(letters):
        raise entry.mistyped("column", Text("letters van een kolom, zoals D", "letters of a column, such as D"))
    header = _text(entry, "header")
    if not letters and not header:
        raise entry.wrong(None, _NO_PLACE)
    return ColumnPin(
        column=letters,
        header=header,
        field=_field(entry, "field", (_text(entry, "field") or "").strip()),
        mark=_mark(entry),
        instead=tuple(_field(entry, "or", key) for key in entry.words("or")) if "or" in entry.content else (),
        line=line_of(entry.text, entry.path),
    )


def _field(entry: Table, word: str, key: str) -> str:
    """The field key that stands under a word of an entry; empty for a column that is left out."""
    if key in ("", LEFT_OUT):
        return ""
    stem = base(key)
    if stem not in BY_KEY:
        raise entry.wrong(word, _NO_FIELD.format(key=key), choices(key, BY_KEY))
    if key != stem and not (BY_KEY[stem].repeats and key.isascii() and _is_numbered(key, stem)):
        wanted = _SEVERAL if BY_KEY[stem].repeats else _ONCE
        raise entry.wrong(word, wanted.format(key=key, stem=stem, second=numbered(stem, 2)))
    return key


def _is_numbered(key: str, stem: str) -> bool:
    """Whether a key is written as depmap writes it: from 2 on, without leading zeros."""
    number = key.removeprefix(f"{stem}_")
    return number.isdecimal() and len(number) <= 4 and int(number) >= 2 and numbered(stem, int(number)) == key


def _mark(entry: Table) -> Mark:
    found = _text(entry, "decimal_mark")
    if found not in (None, ",", "."):
        raise entry.mistyped("decimal_mark", Text('"," of "."', '"," or "."'))
    return "" if found is None else "," if found == "," else "."


def _text(entry: Table, key: str) -> str | None:
    found = entry.content.get(key)
    if found is not None and not isinstance(found, str):
        raise entry.mistyped(key, Text("een tekst", "a text"))
    return found


def _refuse_twice(entry: Table, columns: list[ColumnPin]) -> None:
    """Refuse a field that a table would have twice, and a column that is named twice."""
    fields: set[str] = set()
    letters: set[str] = set()
    for place, pin in enumerate(columns):
        if pin.field in fields:
            stem = base(pin.field)
            hint = _SECOND.format(second=numbered(stem, 2)) if BY_KEY[stem].repeats else _ONLY_ONE
            raise _at(entry, place, _FIELD_TWICE.format(field=pin.field), hint)
        if pin.column in letters:
            raise _at(entry, place, _COLUMN_TWICE.format(column=pin.column))
        fields |= {pin.field} - {""}
        letters |= {pin.column} - {""}


def _at(entry: Table, place: int, message: Text, hint: Text | None = None) -> DepmapError:
    return entry.tables("columns")[place].wrong(None, message, hint)


_UNREADABLE = Text(
    "Het indelingsbestand {file} is niet te lezen ({reason}).", "The mapping file {file} cannot be read ({reason})."
)
_NO_FILE = Text("{file} is geen gewoon bestand.", "{file} is no regular file.")
_GIVE_TOML = Text(
    "Geef een TOML-bestand in UTF-8; --save-mapping schrijft er een.",
    "Give a TOML file in UTF-8; --save-mapping writes one.",
)
_TOO_LARGE = Text(
    "Het indelingsbestand {file} is te groot: meer dan {most} MB.",
    "The mapping file {file} is too large: more than {most} MB.",
)
_NO_SCHEMA = Text("versie {found} van dit bestand is onbekend.", "version {found} of this file is unknown.")
_SCHEMA = Text(f"Deze depmap leest schema = {SCHEMA}.", f"This depmap reads schema = {SCHEMA}.")
_ROW_NUMBER = Text("een rijnummer, of 0 voor een tabel zonder kop", "a row number, or 0 for a table without a header")
_NO_ROLE = Text("‘{word}’ is geen rol van een tabel.", "“{word}” is not a role of a table.")
_NO_PLACE = Text("welke kolom? Noem ‘column’, ‘header’ of beide.", "which column? Give “column”, “header” or both.")
_NO_FIELD = Text(
    "‘{key}’ is geen veld; ‘depmap columns’ noemt ze.", "“{key}” is not a field; “depmap columns” lists them."
)
_SEVERAL = Text("‘{key}’ bestaat niet; na {stem} komt {second}.", "there is no “{key}”; after {stem} comes {second}.")
_ONCE = Text(
    "‘{key}’ bestaat niet: een regel heeft hoogstens één {stem}.",
    "there is no “{key}”: a line has one {stem} at most.",
)
_FIELD_TWICE = Text("‘{field}’ is al een andere kolom van deze tabel.", "“{field}” is another column of this table.")
_SECOND = Text("Noem de tweede kolom {second}.", "Call the second column {second}.")
_ONLY_ONE = Text(
    'Een regel heeft er hoogstens één. Laat de andere kolom weg met field = "-".',
    'A line has one at most. Leave the other column out with field = "-".',
)
_COLUMN_TWICE = Text("kolom {column} staat er al.", "column {column} is listed already.")
