"""Makes the files that the tests open: good ones by libraries, others by hand."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import openpyxl
import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"

_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def workbook() -> bytes:
    """Title, merged cells, a blank row, a date, an error, a line break, leading zeros, a hidden and an empty sheet."""
    book = openpyxl.Workbook()
    first = book["Sheet"]
    first.title = "Stuklijst"
    first["A1"] = "Verkenner"
    first.merge_cells("A1:D1")
    for column, header in enumerate(["Item", "Onderdeel", "Aantal", "Datum"], 1):
        first.cell(3, column, header)
    first.append([1, "00123", 4, datetime.date(2026, 3, 2)])
    first.append([2, "Motor\nlinks", 2.5, None])
    first["A6"], first["B6"], first["C6"] = 3, "=1/0", True
    hidden = book.create_sheet("Verborgen")
    hidden.sheet_state = "hidden"
    hidden["B2"] = "reserve"
    book.create_sheet("Leeg")
    return _saved(book)


def table(rows: int = 20) -> bytes:
    """A plain workbook with a header and ``rows`` rows, its texts in the table of shared strings."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("BOM")
    sheet.write_row(0, 0, ["Part", "Quantity"])
    for row in range(rows):
        sheet.write_row(row + 1, 0, [f"P-{row:04}", row])
    book.close()
    return out.getvalue()


def empty_workbook() -> bytes:
    """A workbook with one sheet and no cell."""
    return _saved(openpyxl.Workbook())


def _saved(book: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(data: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """A zip file with one member changed, or left out when the change gives None."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    content = change(members.pop(name))
    return zipped(members if content is None else {**members, name: content})


def ods(body: str, *, styles: str = "", prolog: str = "", manifest: str = "") -> bytes:
    """An OpenDocument spreadsheet with these tables."""
    content = (
        f'<?xml version="1.0"?>{prolog}<office:document-content {_NAMESPACES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        f"</office:document-content>"
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    return zipped({**members, "META-INF/manifest.xml": manifest} if manifest else members, zipfile.ZIP_STORED)


def xlsb(rows: list[list[str | float]]) -> bytes:
    """The smallest binary workbook that is one ([MS-XLSB], 2.1.4 and 2.4): one sheet called BOM."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = (
        f'<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{relations}/%s" Target="%s"/></Relationships>'
    )
    bundle = struct.pack("<LL", 0, 1) + _wide("rId1") + _wide("BOM")
    cells = b""
    for at, row in enumerate(rows):
        cells += _record(0x0000, struct.pack("<LLHBBBL", at, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(row):
            start = struct.pack("<LL", column, 0)
            if isinstance(value, str):
                cells += _record(0x0006, start + _wide(value))
            else:
                cells += _record(0x0005, start + struct.pack("<d", value))
    size = struct.pack("<LLLL", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    sheet = _record(0x0081, b"") + _record(0x0094, size) + _record(0x0091, b"") + cells + _record(0x0092, b"")
    book = _record(0x0083, b"") + _record(0x008F, b"") + _record(0x009C, bundle) + _record(0x0090, b"")
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "_rels/.rels": link % ("officeDocument", "xl/workbook.bin"),
            "xl/workbook.bin": book + _record(0x0084, b""),
            "xl/_rels/workbook.bin.rels": link % ("worksheet", "worksheets/sheet1.bin"),
            "xl/worksheets/sheet1.bin": sheet + _record(0x0082, b""),
        }
    )


def _wide(text: str) -> bytes:
    """A text with its length before it."""
    return struct.pack("<L", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes) -> bytes:
    """A record of less than 128 bytes: kind in bytes of seven bits, length, content."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return head + bytes([len(content) & 0x7F]) + content
