"""The codes that stand for names: given in order, kept in a key file when one is wanted.

A code is a letter and a number: S of a company, C of a component, A of an assembly, P of a part number, U of a system,
F of a file, T of a sheet, E of a document, M of a maker that only a list knows, X of anything else. It is *not* made
from the name: who knows a list of likely names could compute such codes for all of them and compare. Without a key file
codes are given in the order of the cells, so that the same files give the same codes. With one, a name keeps its code
from run to run, whatever is added; whoever has the key file can read the names back, so it is not to be handed on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from depmap.app import outputs
from depmap.core.errors import UsageError
from depmap.core.text import Text

SCHEMA = 1

KINDS = "SCAPUFTEMX"
"""The letters with which codes begin."""

MAX_BYTES = 100_000_000
"""Largest key file that is read."""

_CODE = re.compile(rf"([{KINDS}])([0-9]{{3,9}})")


class Codes:
    """Name -> code, kind by kind; a name that has none yet gets the next one."""

    def __init__(self, known: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._known = {kind: dict((known or {}).get(kind, {})) for kind in KINDS}
        self._next = {kind: _last(codes) + 1 for kind, codes in self._known.items()}

    def code(self, kind: str, name: str) -> str:
        """The code of a name; kind is one of `KINDS`."""
        found = self._known[kind].get(name)
        if found is None:
            found = self._known[kind][name] = f"{kind}{self._next[kind]:03}"
            self._next[kind] += 1
        return found

    def known(self, kind: str) -> Mapping[str, str]:
        """The names of a kind that have a code."""
        return self._known[kind]

    def text(self) -> str:
        """The key file: JSON, the names of every kind in the order of their codes."""
        codes = {kind: dict(sorted(each.items(), key=_number)) for kind, each in self._known.items() if each}
        return json.dumps({"depmap_redaction_key": SCHEMA, "codes": codes}, ensure_ascii=True, indent=1) + "\n"


def _number(entry: tuple[str, str]) -> int:
    return int(entry[1][1:])


def _last(codes: Mapping[str, str]) -> int:
    return max((int(code[1:]) for code in codes.values()), default=0)


def read_key(path: Path) -> Codes:
    """The codes of a key file; none when there is no file yet.

    Raises:
        UsageError: it is there and is no key file, or gives one code to two names.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Codes()
    except OSError as error:
        raise _refused(path, Text(f"onleesbaar ({error.strerror}).", f"unreadable ({error.strerror}).")) from error
    try:
        content = json.loads(data) if len(data) <= MAX_BYTES else None
    except (ValueError, RecursionError):
        content = None
    key = content if isinstance(content, dict) and content.get("depmap_redaction_key") == SCHEMA else {}
    codes = key.get("codes")
    if not isinstance(codes, dict):
        raise _refused(path, Text("dit is geen sleutelbestand van depmap.", "this is no key file by depmap."))
    for kind, names in codes.items():
        _check(path, kind, names)
    return Codes(codes)


def _check(path: Path, kind: str, names: object) -> None:
    if kind not in KINDS or not isinstance(names, dict):
        raise _refused(path, Text(f"'{kind}' hoort er niet in.", f"'{kind}' does not belong in it."))
    found = [_CODE.fullmatch(code) if isinstance(code, str) else None for code in names.values()]
    numbers = {int(match[2]) for match in found if match is not None and match[1] == kind}
    if len(numbers) < len(names):
        raise _refused(
            path, Text(f"een code van soort {kind} klopt niet.", f"a code of kind {kind} is wrong, or stands twice.")
        )


def write_key(path: Path, codes: Codes) -> None:
    """The key file, whole, for the user's own eyes as far as the file system knows such a thing.

    Raises:
        OutputError: it cannot be written.
    """
    outputs.write(path, codes.text().encode("ascii"))
    path.chmod(0o600)


def _refused(path: Path, why: Text) -> UsageError:
    return UsageError(
        Text(f"Sleutelbestand {path.name}: {why.nl}", f"Key file {path.name}: {why.en}"),
        Text(
            "Geef een sleutelbestand dat depmap schreef, of een naam die er nog niet is.",
            "Give a key file that depmap wrote, or a name that is not there yet.",
        ),
    )
