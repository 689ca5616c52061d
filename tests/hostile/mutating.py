"""Spoils good files: blindly, byte by byte, or knowing their structure, so that the damage gets past checksums.

A mutator takes the bytes of a file and a source of chance, and gives the bytes of a mutant.
"""

from __future__ import annotations

import io
import json
import random
import re
import struct
import zipfile
from collections.abc import Callable
from typing import Any

from bom.sandbox import compound
from tests.bom.formats import making, records

Mutator = Callable[[bytes, random.Random], bytes]

EDGES = (
    "", "0", "-1", "1", "1e308", "-1e-308", "NaN", "inf", "99999999999999999999", "9" * 400, "00123", "1,5", "1.234,56",
    "true", "null", "#REF!", "Err:502", "=1+1", "@x", "NA", "ÿ", "\u202e", "\x0b", "\u200b", "\ufeff", "\U0001f6a9",
    "A" * 3_000, "R1-R99999", "C1, C2-C9", "a;b", 'a"b', "a\tb", "<a>", "&amp;", "2026-13-45", "10 pcs", "1 %", "中国",
)  # fmt: skip
"""Values at the edge of what a cell, an attribute or a field may hold."""

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_QUOTED = re.compile(r'"[^"]*"')


def bytes_changed(data: bytes, chance: random.Random) -> bytes:
    """A few bits turned, bytes replaced, pieces cut out, doubled or moved, or the end lost."""
    mutant = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(mutant) or 1)
        length = min(chance.choice((1, 2, 8, 64, 512)), len(mutant) - at)
        piece = bytes(mutant[at : at + length])
        match chance.randrange(6):
            case 0 if piece:
                mutant[at] ^= 1 << chance.randrange(8)
            case 1:
                mutant[at : at + length] = chance.randbytes(length)
            case 2:
                del mutant[at : at + length]
            case 3:
                mutant[at:at] = piece * chance.randint(1, 4)
            case 4:
                there = chance.randrange(len(mutant) or 1)
                mutant[there:there] = piece
            case _ if chance.random() < 0.2:
                del mutant[at:]
    return bytes(mutant)


def part_changed(data: bytes, chance: random.Random) -> bytes:
    """The same inside one part of a zip file, which stays a sound zip file."""
    return making.changed(data, _part(data, chance), lambda part: bytes_changed(part, chance))


def part_rewritten(data: bytes, chance: random.Random) -> bytes:
    """One part of XML in a zip file with its elements and values changed."""
    return making.changed(data, _part(data, chance, (".xml", ".rels")), lambda part: xml_changed(part, chance))


def xml_changed(data: bytes, chance: random.Random) -> bytes:
    """Elements and texts dropped, doubled, moved and nested; texts and attributes replaced by edges."""
    tokens = _TOKEN.findall(data.decode("utf-8", "replace"))
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(tokens))
        token, edge = tokens[at], chance.choice(EDGES)
        match chance.randrange(6):
            case 0:
                tokens[at] = ""
            case 1:
                end = min(len(tokens), at + chance.randint(1, 40))
                tokens[at:at] = tokens[at:end] * chance.choice((1, 1, 1, 50))
            case 2:
                other = chance.randrange(len(tokens))
                tokens[at], tokens[other] = tokens[other], token
            case 3:
                tokens[at] = _QUOTED.sub(lambda _, edge=edge: f'"{edge}"', token, chance.randint(1, 3))  # type: ignore[misc]
            case 4:
                tokens[at] = token if token.startswith("<") else edge
            case _:
                tokens[at] = token * chance.choice((2, 150)) if token.startswith("<") else token + edge
        tokens = [token for token in tokens if token] or [""]
    return "".join(tokens).encode("utf-8", "surrogatepass")


def fields_changed(data: bytes, chance: random.Random, delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Fields of a text replaced, moved and lost; lines and columns dropped, doubled and swapped."""
    rows = [line.split(delimiter) for line in data.decode(encoding).splitlines()]
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(rows))
        column = chance.randrange(max(1, len(rows[at])))
        match chance.randrange(7):
            case 0 | 1:
                rows[at][column : column + 1] = [chance.choice(EDGES)]
            case 2:
                del rows[at][column : column + 1]
            case 3:
                rows[at:at] = [list(row) for row in rows[at : at + 1] * chance.choice((1, 1, 300))]
            case 4:
                del rows[at : at + chance.randint(1, 4)]
            case 5:
                for row in rows:
                    row[column : column + 1] = [*row[column : column + 1]] * chance.choice((0, 2))
            case _:
                other = chance.randrange(len(rows))
                rows[at], rows[other] = rows[other], rows[at]
        rows = rows or [[""]]
    return chance.choice(("\n", "\r\n", "\r")).join(map(delimiter.join, rows)).encode(encoding, "replace")


def nodes_changed(data: bytes, chance: random.Random) -> bytes:
    """Nodes of a JSON document replaced by edges or by each other, dropped, doubled, renamed and nested."""
    document = json.loads(data)
    for _ in range(chance.randint(1, 5)):
        places: list[tuple[Any, Any]] = []
        _places(document, places)
        if not places:
            break
        holder, key = chance.choice(places)
        value = holder[key]
        match chance.randrange(6):
            case 0:
                holder[key] = chance.choice((*EDGES, None, [], {}, -1, 1e308, True, [[]], 10**30))
            case 1:
                del holder[key]
            case 2:
                other, there = chance.choice(places)
                if there in other if isinstance(other, dict) else there < len(other):
                    holder[key] = json.loads(json.dumps(other[there]))
            case 3 if isinstance(holder, list):
                holder[key:key] = [value] * chance.choice((1, 1, 200))
            case 4 if isinstance(holder, dict):
                holder[chance.choice(("name", "components", "quantity", "bom-ref", "type", ""))] = value
            case _:
                holder[key] = [value] if chance.random() < 0.5 else {"components": value}
    return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _places(node: Any, places: list[tuple[Any, Any]]) -> None:
    """Every holder with every key or index in it."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            places.append((node, key))
            _places(value, places)


def records_changed(data: bytes, chance: random.Random) -> bytes:
    """Records of the workbook in a compound file dropped, doubled, moved, and with other numbers in them."""
    stream = compound.stream(data, ("Workbook",))
    found, at = [], 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        found.append((kind, stream[at + 4 : at + 4 + size]))
        at += 4 + size
    changed = _records_changed(found, chance)
    out = b"".join(struct.pack("<2H", kind, min(0xFFFF, max(0, size))) + content for kind, size, content in changed)
    return records.compound(out)


def part_of_records_changed(data: bytes, chance: random.Random) -> bytes:
    """The same in one part of a binary workbook."""

    def change(part: bytes) -> bytes:
        found, at = [], 0
        while at < len(part):
            kind, at = _seven(part, at, 2)
            size, at = _seven(part, at, 4)
            found.append((kind, part[at : at + size]))
            at += size
        changed = _records_changed(found, chance)
        return b"".join(records.record12(kind, content)[: len(content) + size + 9] for kind, size, content in changed)

    return making.changed(data, _part(data, chance, (".bin",)), change)


def _seven(data: bytes, at: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    value = 0
    for place in range(most):
        value |= (data[at + place] & 0x7F) << 7 * place
        if not data[at + place] & 0x80:
            return value, at + place + 1
    return value, at + most


def _records_changed(found: list[tuple[int, bytes]], chance: random.Random) -> list[tuple[int, int, bytes]]:
    """Kind, length as it will be stated, and content of each record."""
    changed = [(kind, len(content), content) for kind, content in found]
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(changed) or 1)
        if not changed:
            break
        kind, size, content = changed[at]
        match chance.randrange(5):
            case 0:
                del changed[at]
            case 1:
                changed[at:at] = changed[at : at + chance.randint(1, 9)] * chance.choice((1, 1, 60))
            case 2:
                changed[at] = (kind, chance.choice((0, size - 1, size + 1, 0xFFFF)), content)
            case 3 if len(content) > 1:
                place = chance.randrange(len(content) - 1)
                edge = chance.choice((b"\0\0", b"\xff\xff", b"\xff\x7f", b"\0\x80", chance.randbytes(2)))
                changed[at] = (kind, size, content[:place] + edge + content[place + 2 :])
            case _:
                other = chance.randrange(len(changed))
                changed[at], changed[other] = changed[other], changed[at]
    return changed


def _part(data: bytes, chance: random.Random, endings: tuple[str, ...] = ("",)) -> str:
    """A part that is not empty."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [each.filename for each in archive.infolist() if each.file_size and each.filename.endswith(endings)]
    return chance.choice(names)
