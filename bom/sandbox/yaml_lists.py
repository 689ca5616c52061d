"""In the child: lists of parts in the plain part of YAML: mappings and lists by indentation, text and numbers.

What YAML has besides (anchors, tags, objects in braces, several documents) is refused with its line: nothing that is
read means something else to a full reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn

from bom.sandbox.limits import Refused
from bom.sandbox.listing import clean
from bom.sandbox.record_lists import read_lists

KIND = "YAML"
"""What messages call it."""

_DEPTH = 50
_KEY = re.compile(r"""(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>%@`{}\[\],?:-][^:#{}\[\]]{0,200}?))[ ]*:(?:[ ]+(.*))?""")
_COMMENT = re.compile(r"(?:^|[ ])#.*")
_QUOTED = re.compile(r""""([^"\\]*)"|'((?:[^']|'')*)'""")
_FLOW = re.compile(r"""[ ]*("[^"\\]*"|'[^']*'|[^,"'{}\[\]&*!]{1,300}?)[ ]*(?:,|$)""")
_SPECIAL = ("&", "*", "!", "{", "}", "]", "%", "@", "`", '"', "'", "?", ",")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    text: str
    number: int


def read(data: bytes) -> dict[str, object]:
    """See `bom.sandbox.record_lists`.

    Raises:
        Refused: beyond the plain part of YAML (``yaml``, with the line), nested too deeply, a name twice in one
            mapping, or without a list.
    """
    lines = _lines(data.decode("utf-8", "replace"))
    if not lines:
        raise Refused("no_list", KIND)
    value, at = _Reader(lines).block(0, lines[0].indent, 0)
    if at < len(lines):
        _refuse(lines[at])
    return read_lists(value, KIND)


def _lines(text: str) -> list[_Line]:
    """The lines that say something."""
    found: list[_Line] = []
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.lstrip(" ")
        if bare.strip() and not bare.startswith("#") and not (line.rstrip() == "---" and not found):
            found.append(_Line(len(line) - len(bare), bare.rstrip(), number))
    return found


def _refuse(line: _Line) -> NoReturn:
    raise Refused("yaml", str(line.number))


class _Reader:
    """Goes along the lines, each of which belongs to the block that its indentation says."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = lines

    def block(self, at: int, indent: int, depth: int) -> tuple[object, int]:
        """The list or mapping that begins in a line, and the line after it."""
        if depth > _DEPTH:
            raise Refused("nested")
        return self._list(at, indent, depth) if _is_entry(self._lines[at]) else self._mapping(at, indent, depth)

    def _list(self, at: int, indent: int, depth: int) -> tuple[object, int]:
        found: list[object] = []
        while at < len(self._lines) and (line := self._lines[at]).indent == indent and _is_entry(line):
            rest = line.text[1:].lstrip(" ")
            inner = indent + len(line.text) - len(rest)
            value: object
            if not rest:
                value, at = self._below(at, indent + 1, depth)
            elif _KEY.fullmatch(_uncommented(rest)) or rest.startswith("- "):
                self._lines[at] = _Line(inner, rest, line.number)
                value, at = self.block(at, inner, depth + 1)
            else:
                value, at = _scalar(rest, line), at + 1
            found.append(value)
        return found, at

    def _mapping(self, at: int, indent: int, depth: int) -> tuple[object, int]:
        found: dict[str, object] = {}
        while at < len(self._lines) and (line := self._lines[at]).indent == indent and not _is_entry(line):
            key = _KEY.fullmatch(_uncommented(line.text))
            if key is None:
                _refuse(line)
            name = next(part for part in key.groups()[:3] if part is not None)
            if name in found:
                raise Refused("twice", clean(name)[:60])
            if key[4] is None or not key[4].strip():
                found[name], at = self._below(at, indent, depth)
            elif key[4][0] in "|>":
                found[name], at = self._text(at + 1, indent)
            else:
                found[name], at = _scalar(key[4], line), at + 1
        return found, at

    def _below(self, at: int, indent: int, depth: int) -> tuple[object, int]:
        """What stands deeper below a line, or a list right below a name; None when nothing does."""
        after = at + 1
        if after < len(self._lines):
            line = self._lines[after]
            if line.indent > indent or (line.indent == indent and _is_entry(line) and not _is_entry(self._lines[at])):
                return self.block(after, line.indent, depth + 1)
        return None, after

    def _text(self, at: int, indent: int) -> tuple[object, int]:
        """A text over several lines."""
        lines: list[str] = []
        while at < len(self._lines) and self._lines[at].indent > indent:
            lines.append(self._lines[at].text)
            at += 1
        return "\n".join(lines), at


def _is_entry(line: _Line) -> bool:
    return line.text == "-" or line.text.startswith("- ")


def _uncommented(text: str) -> str:
    return text if "#" not in text or '"' in text or "'" in text else _COMMENT.sub("", text).rstrip()


def _scalar(text: str, line: _Line) -> object:
    """A value as text, a list of values in brackets, or nothing."""
    text = _uncommented(text)
    if quoted := _QUOTED.fullmatch(text):
        return quoted[1] if quoted[1] is not None else quoted[2].replace("''", "'")
    if text.startswith("[") and text.endswith("]"):
        return _flow(text[1:-1].strip(), line)
    if text.startswith((*_SPECIAL, "[")) or ": " in text:
        _refuse(line)
    return None if text in _NOTHING else text


def _flow(text: str, line: _Line) -> list[object]:
    """The values between brackets."""
    found: list[object] = []
    at = 0
    while at < len(text):
        entry = _FLOW.match(text, at)
        if entry is None:
            _refuse(line)
        found.append(entry[1].strip("\"'"))
        at = entry.end()
    return found
