"""The table of contents of a zip file, checked before anything is unpacked.

The standard library opens files whose members overlap or share a name, and its import alone costs more than reading a
small workbook. What is read here is the central directory (APPNOTE.TXT of PKWARE, 4.3.12), nothing else.
"""

from __future__ import annotations

import struct
import zlib

from bom.sandbox.limits import MAX_MEMBERS, MAX_UNPACKED_BYTES, Refused

MAGIC = b"PK\x03\x04"
"""First bytes of a zip file with at least one member."""

_END = struct.Struct("<L4H2LH")
_END64 = struct.Struct("<LQ2H2L4Q")
_LOCATOR = struct.Struct("<2LQL")
_ENTRY = struct.Struct("<L6H3L5H2L")
_LOCAL = struct.Struct("<L5H3L2H")
_END_MARK, _LOCATOR_MARK, _ENTRY_MARK, _LOCAL_MARK = 0x06054B50, 0x07064B50, 0x02014B50, 0x04034B50
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x1
_SEE_EXTRA = 0xFFFFFFFF


class Member:
    """One member of a zip file."""

    __slots__ = ("crc", "method", "name", "offset", "packed", "unpacked")

    def __init__(self, name: str, entry: tuple[int, ...], sizes: tuple[int, ...]) -> None:
        """Keep the name, the method and checksum of its entry, both sizes in bytes and where its own header starts."""
        self.name = name
        self.method = entry[4]
        self.crc = entry[7]
        self.unpacked, self.packed, self.offset = sizes

    def read(self, data: bytes, most: int | None = None) -> bytes:
        """What it holds, or the first ``most`` bytes of it; never more than it declares.

        Raises:
            Refused: damaged.
        """
        start = self.end(data) - self.packed
        packed = data[start : start + self.packed]
        size = self.unpacked if most is None else min(most, self.unpacked)
        try:
            plain = packed[:size] if self.method == _STORED else zlib.decompressobj(-15).decompress(packed, size or 1)
        except zlib.error as error:
            raise Refused("damaged", self.name) from error
        if size == self.unpacked and zlib.crc32(plain) != self.crc:
            raise Refused("damaged", self.name)
        return plain

    def end(self, data: bytes) -> int:
        """Where its bytes end; its own header says how long that header is."""
        local = _unpack(_LOCAL, data, self.offset)
        if local[0] != _LOCAL_MARK:
            raise Refused("damaged", self.name)
        return self.offset + _LOCAL.size + local[9] + local[10] + self.packed


def members(data: bytes) -> dict[str, Member]:
    """The members of a zip file by name, in the order of its directory.

    Raises:
        Refused: truncated, encrypted, too large when unpacked, or with members that overlap or share a name.
    """
    count, size, start = _directory(data)
    found: dict[str, Member] = {}
    at = start
    for _ in range(count):
        entry = _unpack(_ENTRY, data, at)
        name_end = at + _ENTRY.size + entry[10]
        extra = data[name_end : name_end + entry[11]]
        name = data[at + _ENTRY.size : name_end].decode("utf-8", "replace").replace("\\", "/")
        at = name_end + entry[11] + entry[12]
        if entry[0] != _ENTRY_MARK or at > start + size:
            raise Refused("damaged", name)
        if entry[3] & _ENCRYPTED:
            raise Refused("password")
        if entry[4] not in (_STORED, _DEFLATED):
            raise Refused("damaged", name)
        # Readers differ in whether the case of a name counts, so two names that differ only in it are one name.
        if name.lower() in found:
            raise Refused("duplicate", name)
        found[name.lower()] = Member(name, entry, _sizes(extra, entry[9], entry[8], entry[16]))
    _check(found, data, start)
    return {member.name: member for member in found.values()}


def _directory(data: bytes) -> tuple[int, int, int]:
    """Number of entries, their size in bytes, and where they start."""
    at = data.rfind(_END_MARK.to_bytes(4, "little"), max(0, len(data) - _END.size - 0xFFFF))
    if at < 0:
        raise Refused("truncated")
    end = _unpack(_END, data, at)
    count, size, start = end[4], end[5], end[6]
    if _SEE_EXTRA in (size, start) or count == 0xFFFF:
        locator = _unpack(_LOCATOR, data, at - _LOCATOR.size) if at >= _LOCATOR.size else (0,)
        if locator[0] != _LOCATOR_MARK:
            raise Refused("damaged")
        count, size, start = _unpack(_END64, data, locator[2])[7:10]
    if count > MAX_MEMBERS:
        raise Refused("members", f"{count}")
    if start + size > at:
        raise Refused("truncated")
    return count, size, start


def _unpack(layout: struct.Struct, data: bytes, at: int) -> tuple[int, ...]:
    """The fields at a place that the file itself names, and which may lie outside it."""
    if at + layout.size > len(data):
        raise Refused("truncated")
    return layout.unpack_from(data, at)


def _sizes(extra: bytes, *sizes: int) -> tuple[int, ...]:
    """The sizes, with those that did not fit 32 bits taken from the extra field (APPNOTE.TXT, 4.5.3)."""
    at = 0
    while _SEE_EXTRA in sizes and at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind == 1:
            field = extra[at + 4 : at + 4 + length]
            values = iter(struct.unpack_from(f"<{len(field) // 8}Q", field))
            return tuple(next(values, size) if size == _SEE_EXTRA else size for size in sizes)
        at += 4 + length
    return sizes


def _check(found: dict[str, Member], data: bytes, end: int) -> None:
    """Refuse what unpacks to too much, and members that share bytes: a small file could then hold a very large one."""
    total = sum(member.unpacked for member in found.values())
    if total > MAX_UNPACKED_BYTES:
        raise Refused("unpacked", f"{total // 1_000_000}")
    free = 0
    for member in sorted(found.values(), key=lambda member: member.offset):
        stop = member.end(data)
        if member.offset < free or stop > end:
            raise Refused("overlap", member.name)
        free = stop
