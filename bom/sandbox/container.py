"""The table of contents of a zip file, checked before anything is unpacked.

The standard library would do, but opens files whose members overlap or share a name, and its import alone costs more than reading
a small workbook. What is read here is the central directory (APPNOTE.TXT of PKWARE, 4.3.12), nothing else.
"""

from __future__ import annotations

import struct
import zlib

from bom.sandbox.limits import MAX_MEMBERS, MAX_UNPACKED_BYTES, Refused

MAGIC = b"PK\x03\x04"
"""First bytes of a zip file with at least one member."""

_END = struct.Struct("<4s4H2LH")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_ZIP64 = 0xFFFFFFFF


class Member:
    """One member of a zip file."""

    __slots__ = ("method", "name", "offset", "packed", "unpacked")

    def __init__(self, name: str, method: int, packed: int, unpacked: int, offset: int) -> None:
        """Keep name, compression method, both sizes in bytes, and where its own header starts."""
        self.name = name
        self.method = method
        self.packed = packed
        self.unpacked = unpacked
        self.offset = offset

    def read(self, data: bytes, most: int | None = None) -> bytes:
        """What it holds, or the first ``most`` bytes of it; never more than it declares.

        Raises:
            Refused: damaged, or packed by a method that workbooks do not use.
        """
        head = _unpack(_LOCAL, data, self.offset)
        start = self.offset + _LOCAL.size + head[9] + head[10]
        packed = data[start : start + self.packed]
        size = self.unpacked if most is None else min(most, self.unpacked)
        if self.method == _STORED:
            return packed[:size]
        try:
            return zlib.decompressobj(-15).decompress(packed, size) if size else b""
        except zlib.error as error:
            raise Refused("damaged", self.name) from error


def members(data: bytes) -> dict[str, Member]:
    """The members of a zip file by name, in the order of its directory.

    Raises:
        Refused: truncated, encrypted, too large when unpacked, or with members that overlap or share a name.
    """
    count, size, start, end = _directory(data)
    found: dict[str, Member] = {}
    at = start
    for _ in range(count):
        entry = _unpack(_ENTRY, data, at)
        flags, method, packed, unpacked, offset = entry[3], entry[4], entry[8], entry[9], entry[16]
        name_end = at + _ENTRY.size + entry[10]
        extra = data[name_end : name_end + entry[11]]
        at = name_end + entry[11] + entry[12]
        if entry[0] != b"PK\x01\x02" or at > start + size:
            raise Refused("damaged")
        name = data[name_end - entry[10] : name_end].decode("utf-8", "replace").replace("\\", "/")
        if flags & _ENCRYPTED:
            raise Refused("password")
        if name.lower() in found:
            raise Refused("duplicate", name)
        unpacked, packed, offset = _long(extra, unpacked, packed, offset)
        if method not in (_STORED, _DEFLATED):
            raise Refused("method", name)
        found[name.lower()] = Member(name, method, packed, unpacked, offset)
    _check(found, data, end)
    return {member.name: member for member in found.values()}


def _directory(data: bytes) -> tuple[int, int, int, int]:
    """Count, size and start of the entries, and where the members must have ended."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - 0xFFFF))
    if at < 0:
        raise Refused("truncated")
    end = _unpack(_END, data, at)
    count, size, start = end[4], end[5], end[6]
    if start == _ZIP64 or size == _ZIP64 or count == 0xFFFF:
        locator = data[max(0, at - 20) : at]
        if locator[:4] != b"PK\x06\x07":
            raise Refused("damaged")
        record = _unpack(struct.Struct("<4sQ2H2L4Q"), data, struct.unpack_from("<Q", locator, 8)[0])
        count, size, start = record[7], record[8], record[9]
    if count > MAX_MEMBERS:
        raise Refused("members", f"{count}")
    if start + size > at:
        raise Refused("truncated")
    return count, size, start, start


def _unpack(layout: struct.Struct, data: bytes, at: int) -> tuple[int, ...]:
    """The fields at a place that the file itself names, and which may lie outside it."""
    try:
        return layout.unpack_from(data, at)
    except struct.error as error:
        raise Refused("truncated") from error


def _long(extra: bytes, *sizes: int) -> tuple[int, ...]:
    """The sizes, with those that did not fit 32 bits taken from the extra field (APPNOTE.TXT, 4.5.3)."""
    if _ZIP64 not in sizes:
        return sizes
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            values = iter(struct.unpack_from(f"<{length // 8}Q", extra[: at + 4 + length], at + 4))
            return tuple(next(values, _ZIP64) if size == _ZIP64 else size for size in sizes)
        at += 4 + length
    return sizes


def _check(found: dict[str, Member], data: bytes, end: int) -> None:
    """Refuse what unpacks to too much, and members that share bytes: one small file could then hold a very large one."""
    total = sum(member.unpacked for member in found.values())
    if total > MAX_UNPACKED_BYTES:
        raise Refused("unpacked", f"{total // 1_000_000}")
    free = 0
    for member in sorted(found.values(), key=lambda member: member.offset):
        head = _unpack(_LOCAL, data, member.offset)
        if head[0] != MAGIC:  # type: ignore[comparison-overlap]
            raise Refused("damaged", member.name)
        stop = member.offset + _LOCAL.size + head[9] + head[10] + member.packed
        if member.offset < free or stop > end:
            raise Refused("overlap", member.name)
        free = stop
