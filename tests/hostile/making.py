"""Makes hostile files: containers that lie about their size, markup that explodes, cells that are no longer what was
typed.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.bom.formats import making

HEADER = ("Item", "Qty", "Manufacturer", "MPN", "Country of Origin")
ROWS = tuple((str(at), "4", f"Maker {at}", f"M-{at:03}-X", "Germany") for at in range(1, 9))

_FLUSHED = 1 << 20


def csv(rows: Sequence[Sequence[object]] = ROWS, header: Sequence[str] = HEADER, delimiter: str = ";") -> bytes:
    """A text file as it stands, without quotation marks."""
    return "".join(delimiter.join(map(str, row)) + "\n" for row in (header, *rows)).encode("utf-8", "surrogatepass")


def with_value(field: str, *values: object) -> bytes:
    """The plain list with these values in one column, from the first line on."""
    at = HEADER.index(field)
    rows = [list(row) for row in ROWS]
    for row, value in zip(rows, values, strict=False):
        row[at] = str(value)
    return csv(rows)


def saved(change: Callable[[xlsxwriter.Workbook, Worksheet], object] = lambda _book, _sheet: None) -> bytes:
    """The plain list as a workbook, items and quantities as numbers, after a change."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("BOM")
    for at, row in enumerate((HEADER, *ROWS)):
        sheet.write_row(at, 0, row if at == 0 else [int(row[0]), int(row[1]), *row[2:]])
    change(book, sheet)
    book.close()
    return out.getvalue()


def in_sheet(change: Callable[[bytes], bytes | None], name: str = making.SHEET) -> bytes:
    """The plain workbook with the XML of one part changed."""
    return making.changed(saved(), name, change)


def behind_cells(xml: str) -> bytes:
    """The plain workbook with markup behind its cells."""
    return in_sheet(lambda part: part.replace(b"</sheetData>", b"</sheetData>" + xml.encode()))


def in_cells(xml: str) -> bytes:
    """The plain workbook with further rows."""
    return in_sheet(lambda part: part.replace(b"</sheetData>", xml.encode() + b"</sheetData>"))


def in_cell(reference: str, xml: str) -> bytes:
    """The plain workbook with the markup of one cell replaced."""

    def change(part: bytes) -> bytes:
        start = part.index(f'<c r="{reference}"'.encode())
        end = part.index(b"</c>", start) + len(b"</c>")
        return part[:start] + xml.encode() + part[end:]

    return in_sheet(change)


def renamed(data: bytes, names: dict[str, str]) -> bytes:
    """A zip file with further members, under names that no reader should follow."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    return making.zipped({**members, **names})


def filled(data: bytes, name: str, head: bytes, chunk: bytes, times: int, tail: bytes = b"") -> bytes:
    """A zip file in which one member is ``head``, many times ``chunk``, ``tail``; made without ever unpacking it.

    A full flush ends a deflate block on a byte and forgets what came before it, so packed chunks can be repeated
    (RFC 1951; zlib manual, Z_FULL_FLUSH).
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member: archive.read(member) for member in archive.namelist() if member != name}
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    start = packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH)
    middle = packer.compress(chunk) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = start + middle * times + packer.compress(tail) + packer.flush()
    check = zlib.crc32(head)
    for _ in range(times):
        check = zlib.crc32(chunk, check)
    return appended(
        making.zipped(members), name, packed, zlib.crc32(tail, check), len(head) + len(chunk) * times + len(tail)
    )


def appended(data: bytes, name: str, packed: bytes, check: int, unpacked: int) -> bytes:
    """A zip file with one more deflated member, whose checksum and unpacked size are as told."""
    end = data.rindex(b"PK\x05\x06")
    count, _, start = struct.unpack_from("<HLL", data, end + 10)
    about = struct.pack("<5H3L2H", 20, 0, 8, 0, 33, check, len(packed), unpacked, len(name), 0)
    local = b"PK\x03\x04" + about + name.encode()
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + about + struct.pack("<3H2L", 0, 0, 0, 0, start) + name.encode()
    directory = data[start:end] + entry
    tail = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count + 1, count + 1, len(directory), start + len(local) + len(packed), 0
    )
    return data[:start] + local + packed + directory + tail


def claiming(data: bytes, name: str, size: int) -> bytes:
    """A zip file whose table of contents states another unpacked size for one member."""
    made = bytearray(data)
    at = made.index(b"PK\x01\x02")
    while bytes(made[at + 46 : at + 46 + len(name)]) != name.encode():
        at = made.index(b"PK\x01\x02", at + 4)
    made[at + 24 : at + 28] = struct.pack("<L", size)
    return bytes(made)


def overlapping(count: int) -> bytes:
    """A zip file whose many members are all the same bytes."""
    data = making.zipped({f"xl/{at}": b"" for at in range(count)})
    made = bytearray(data)
    at = made.find(b"PK\x01\x02")
    while at >= 0:
        made[at + 42 : at + 46] = bytes(4)
        at = made.find(b"PK\x01\x02", at + 4)
    return bytes(made)


def twice(data: bytes, name: str) -> bytes:
    """A zip file with an empty second member of the same name."""
    return appended(data, name, zlib.compressobj(9, zlib.DEFLATED, -15).flush(), 0, 0)


def entities(levels: int, width: int = 10, text: str = "lol") -> str:
    """A document type whose last entity is ``width ** levels`` times the text."""
    stated = [f'<!ENTITY a0 "{text}">']
    stated += [f'<!ENTITY a{at} "{f"&a{at - 1};" * width}">' for at in range(1, levels + 1)]
    return f"<!DOCTYPE x [{''.join(stated)}]>"


def declared(part: bytes, doctype: str, encoding: str = "utf-8") -> bytes:
    """An XML part with a document type before its root."""
    text = part.decode().split("?>", 1)[-1]
    return f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{text}'.encode(encoding)
