"""One stream of a compound file, the container of .xls.

Source: [MS-CFB] 2.2 (header), 2.3 to 2.5 (sectors, their chains, and where these are listed), 2.6 (directory).
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Sequence

from bom.sandbox.details import Damaged

_HEADER = struct.Struct("<30x2H14xL4x2L4xL4x")
_ENTRY = struct.Struct("<64sH50xLL4x")
_IN_HEADER = 109
_LAST = 0xFFFFFFF9
_MINI_SHIFT = 6


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The bytes of the first stream with one of these names.

    Raises:
        Damaged: no such stream, or sectors outside the file or in a circle.
    """
    try:
        return _File(data).stream(names)
    except (struct.error, IndexError, MemoryError, OverflowError) as error:
        raise Damaged from error


class _File:
    """The sectors of a file, and the lists that chain them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._shift, mini, directory, self._cutoff, first_mini, difat = _HEADER.unpack_from(data)
        if self._shift not in (9, 12) or mini != _MINI_SHIFT:
            raise Damaged
        self._sectors = (len(data) >> self._shift) + 1
        self._next = _numbers(b"".join(self._sector(at) for at in self._tables(difat)))
        self._next_mini = _numbers(self._chain(first_mini)) if first_mini <= _LAST else array("I")
        self._directory = self._chain(directory)

    def _tables(self, difat: int) -> list[int]:
        """The sectors that list which sector follows which: 109 in the header, the rest in a chain of their own."""
        found = [*struct.unpack_from(f"<{_IN_HEADER}L", self._data, _HEADER.size)]
        while difat <= _LAST:
            *more, difat = _numbers(self._sector(difat))
            found += more
            if len(found) > self._sectors + _IN_HEADER + len(more):
                raise Damaged
        return [sector for sector in found if sector < self._sectors]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) << self._shift
        if start >= len(self._data):
            raise Damaged
        return self._data[start : start + (1 << self._shift)]

    def _chain(self, number: int) -> bytes:
        pieces = []
        while number <= _LAST:
            pieces.append(self._sector(number))
            if len(pieces) > self._sectors:
                raise Damaged
            number = self._next[number]
        return b"".join(pieces)

    def stream(self, names: Sequence[str]) -> bytes:
        """See `stream`; small streams lie in the stream of the root, in sectors of 64 bytes."""
        wanted = {f"{name}\0".encode("utf-16-le") for name in names}
        for at in range(0, len(self._directory) - _ENTRY.size + 1, _ENTRY.size):
            name, length, start, size = _ENTRY.unpack_from(self._directory, at)
            if name[:length] in wanted:
                small = size < self._cutoff
                return (self._mini_chain(start) if small else self._chain(start))[:size]
        raise Damaged

    def _mini_chain(self, number: int) -> bytes:
        held = self._chain(_ENTRY.unpack_from(self._directory)[2])
        pieces = []
        while number <= _LAST:
            pieces.append(held[number << _MINI_SHIFT : (number + 1) << _MINI_SHIFT])
            if len(pieces) > len(self._next_mini):
                raise Damaged
            number = self._next_mini[number]
        return b"".join(pieces)


def _numbers(data: bytes) -> array[int]:
    """Little-endian numbers of four bytes."""
    found = array("I", data[: len(data) & ~3])
    if sys.byteorder == "big":
        found.byteswap()
    return found
