"""Zip files whose table of contents lies."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from bom.sandbox import container
from bom.sandbox.limits import Refused
from tests.bom.formats import making


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        for member in container.members(data).values():
            member.read(data)
    return caught.value.code


def test_members_are_read_as_the_standard_library_reads_them() -> None:
    data = making.workbook()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        expected = {name: archive.read(name) for name in archive.namelist()}
    assert {name: member.read(data) for name, member in container.members(data).items()} == expected


def test_sizes_beyond_32_bits_are_found_in_the_extra_field() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, archive.open("a", "w", force_zip64=True) as member:
        member.write(b"content")
    data = out.getvalue()
    entry = data.index(b"PK\x01\x02")
    extra = struct.pack("<2HQQ", 1, 16, 7, 7)
    end = data.index(b"PK\x05\x06")
    head = bytearray(data[entry : entry + 46])
    head[20:28] = b"\xff" * 8
    head[30:32] = len(extra).to_bytes(2, "little")
    directory = bytes(head) + b"a" + extra
    tail = bytearray(data[end:])
    tail[12:16] = len(directory).to_bytes(4, "little")
    long = data[:entry] + directory + bytes(tail)
    assert container.members(long)["a"].read(long) == b"content"


def test_overlapping_members() -> None:
    data = bytearray(making.zipped({"a": b"x" * 50, "b": b"x" * 50}, zipfile.ZIP_STORED))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = bytes(4)
    assert refused(bytes(data)) == "overlap"


def test_two_members_of_one_name() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("xl/Workbook.xml", "1")
        archive.writestr("xl/workbook.xml", "2")
    assert refused(out.getvalue()) == "duplicate"


def test_a_bomb_is_seen_before_it_is_unpacked() -> None:
    data = bytearray(making.zipped({"a": b"x"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (400_000_000).to_bytes(4, "little")
    assert refused(bytes(data)) == "unpacked"


def test_a_member_never_gives_more_than_it_declares() -> None:
    data = bytearray(making.zipped({"a": b"x" * 100_000}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    member = container.members(bytes(data))["a"]
    assert member.read(bytes(data), 5) == b"xxxxx"
    assert refused(bytes(data)) == "damaged"


@pytest.mark.parametrize(("at", "value", "code"), [(8, 1, "password"), (10, 99, "damaged"), (16, 0, "damaged")])
def test_flags_methods_and_checksums(at: int, value: int, code: str) -> None:
    data = bytearray(making.zipped({"a": b"some content"}))
    entry = data.index(b"PK\x01\x02")
    data[entry + at] = value if value else data[entry + at] ^ 0xFF
    assert refused(bytes(data)) == code


def test_too_many_members() -> None:
    assert refused(making.zipped({f"{number}": b"" for number in range(10_001)})) == "members"
