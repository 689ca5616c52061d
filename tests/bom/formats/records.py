"""Writes .xls and .xlsb byte by byte, for no library writes what these tests need.

Source: [MS-CFB] 2.2 to 2.6; [MS-XLS] 2.1.4 and 2.4; [MS-XLSB] 2.1.4, 2.1.7 and 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bom.formats.making import zipped

ERRORS = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}
"""What a cell shows -> its code."""

_END, _FREE = 0xFFFFFFFE, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, by what it last came to: a number, a text, an error value, or an empty text."""

    value: str | float = ""
    """A text is an error value or empty: no other one is needed."""

    due: bool = False
    """Whether it waits to be calculated."""


Cell = str | float | bool | Formula | None


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet to write."""

    rows: Sequence[Sequence[Cell]]
    """From row 1 and column A on. A text that is an error value becomes one."""

    name: str = "BOM"
    """Its name."""

    state: int = 0
    """1 hidden, 2 very hidden."""

    hidden: Sequence[int] = ()
    """Hidden rows, counted from 0."""

    merges: Sequence[tuple[int, int, int, int]] = ()
    """First row, first column, last row, last column."""

    padded: Sequence[int] = field(default=())
    """Columns with the number format 00000."""


PADDED = "00000"


# --- .xls ---------------------------------------------------------------------------------------------------------


def xls(*pages: Page) -> bytes:
    """A workbook of Excel 97."""
    sheets = [_sheet8(page) for page in pages]
    names = [struct.pack("<LBBBB", 0, page.state, 0, len(page.name), 0) + page.name.encode("latin-1") for page in pages]
    start = len(_globals8([_record8(0x0085, name) for name in names]))
    bounds = []
    for name, sheet in zip(names, sheets, strict=True):
        bounds.append(_record8(0x0085, struct.pack("<L", start) + name[4:]))
        start += len(sheet)
    return compound(_globals8(bounds) + b"".join(sheets))


def _globals8(bounds: Sequence[bytes]) -> bytes:
    """The first substream: code page, a number format of zeros, two cell formats of which the second one has it."""
    code = struct.pack("<HHB", 164, len(PADDED), 0) + PADDED.encode()
    forms = b"".join(_record8(0x00E0, struct.pack("<HH5xB10x", 0, form, 0x04)) for form in (0, 164))
    pages = _record8(0x0042, struct.pack("<H", 1200))
    return _start8(0x0005) + pages + _record8(0x041E, code) + forms + b"".join(bounds) + _record8(0x000A, b"")


def _sheet8(page: Page) -> bytes:
    width = max(map(len, page.rows), default=0)
    out = _start8(0x0010) + _record8(0x0200, struct.pack("<LLHHH", 0, len(page.rows), 0, width, 0))
    for at, row in enumerate(page.rows):
        flags = 0x20 if at in page.hidden else 0
        out += _record8(0x0208, struct.pack("<6HBBH", at, 0, len(row), 300, 0, 0, flags, 1, 0))
        for column, cell in enumerate(row):
            out += _cell8(struct.pack("<3H", at, column, column in page.padded), cell)
    if page.merges:
        ranges = b"".join(struct.pack("<4H", top, bottom, left, right) for top, left, bottom, right in page.merges)
        out += _record8(0x00E5, struct.pack("<H", len(page.merges)) + ranges)
    return out + _record8(0x000A, b"")


def _cell8(start: bytes, cell: Cell) -> bytes:
    match cell:
        case None:
            return b""
        case bool():
            return _record8(0x0205, start + bytes([cell, 0]))
        case str() if cell in ERRORS:
            return _record8(0x0205, start + bytes([ERRORS[cell], 1]))
        case str():
            return _record8(0x0204, start + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))
        case Formula(value=str(value)):
            result = bytes([2, 0, ERRORS[value], 0, 0, 0]) if value else bytes([3, 0, 0, 0, 0, 0])
            return _record8(0x0006, start + result + b"\xff\xff" + _ending8(cell))
        case Formula(value=value):
            return _record8(0x0006, start + struct.pack("<d", value) + _ending8(cell))
        case int() if abs(cell) < 1 << 29:
            return _record8(0x027E, start + struct.pack("<l", cell << 2 | 2))
        case _:
            return _record8(0x0203, start + struct.pack("<d", cell))


def _ending8(formula: Formula) -> bytes:
    """Flags, and the formula 1+1."""
    return struct.pack("<HLH", formula.due, 0, 7) + b"\x1e\x01\x00\x1e\x01\x00\x03"


def _start8(kind: int) -> bytes:
    return _record8(0x0809, struct.pack("<4H2L", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))


def _record8(kind: int, content: bytes) -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file of one stream: in sectors of 512 bytes, or of 64 when it is small.

    The stream comes first, then the directory, the chain of small sectors, the chains, and where these are when the
    header has no room for all of that.
    """
    small = len(stream) < 4096
    held = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    count, minis = len(held) // 512, -(-len(stream) // 64)
    tables = -(-(count + 4) // 124)
    lists = max(0, -(-(tables - 109) // 127))
    start = count + 2
    chain = [*range(1, count), _END, _END, _END, *[0xFFFFFFFD] * tables, *[0xFFFFFFFC] * lists]
    chain += [_FREE] * (tables * 128 - len(chain))
    root = _entry("Root Entry", 5, 0 if small else _END, len(held) if small else 0)
    file = _entry(name, 2, 0, len(stream))
    minichain = [*range(1, minis), _END, *[_FREE] * (128 - minis)] if small else [_FREE] * 128
    places = [*range(start, start + tables), *[_FREE] * (109 + lists * 127 - tables)]
    header = struct.pack("<8s16x5H6x2L", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, tables)
    first = start + tables if lists else _END
    header += struct.pack("<L4x5L", count, 4096, count + 1 if small else _END, int(small), first, lists)
    more = [
        [*places[109 + at * 127 : 236 + at * 127], first + at + 1 if at + 1 < lists else _END] for at in range(lists)
    ]
    numbers = [*minichain, *chain, *(number for each in more for number in each)]
    body = held + (root + file).ljust(512, b"\0") + struct.pack(f"<{len(numbers)}L", *numbers)
    return header + struct.pack("<109L", *places[:109]) + body


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = f"{name}\0".encode("utf-16-le")
    child = 1 if kind == 5 else _FREE
    return struct.pack("<64sHBB3L16x4x16xLQ", text, len(text), kind, 1, _FREE, _FREE, child, start, size)


# --- .xlsb --------------------------------------------------------------------------------------------------------

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def xlsb(*pages: Page) -> bytes:
    """A binary workbook of Excel 2007."""
    bundles = b"".join(
        record12(156, struct.pack("<LL", page.state, at) + _wide(f"rId{at}") + _wide(page.name))
        for at, page in enumerate(pages, 1)
    )
    book = record12(131) + record12(143) + bundles + record12(144) + record12(132)
    code = record12(44, struct.pack("<H", 164) + _wide(PADDED))
    forms = b"".join(record12(47, struct.pack("<HH12x", 0, form)) for form in (0, 164))
    styles = record12(278) + record12(615, b"\1\0\0\0") + code + record12(616)
    styles += record12(617, b"\2\0\0\0") + forms + record12(618) + record12(279)
    links = {f"rId{at}": ("worksheet", f"worksheets/sheet{at}.bin") for at, _ in enumerate(pages, 1)}
    return zipped(
        {
            "[Content_Types].xml": _kinds(len(pages)),
            "_rels/.rels": _links({"rId1": ("officeDocument", "xl/workbook.bin")}),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": _links({**links, "rIdS": ("styles", "styles.bin")}),
            "xl/styles.bin": styles,
            **{f"xl/worksheets/sheet{at}.bin": _sheet12(page) for at, page in enumerate(pages, 1)},
        }
    )


def _kinds(count: int) -> str:
    parts = {"workbook": "sheet.binary.macroEnabled.main", "styles": "styles"}
    parts |= {f"worksheets/sheet{at + 1}": "worksheet" for at in range(count)}
    stated = "".join(
        f'<Override PartName="/xl/{name}.bin" ContentType="application/vnd.ms-excel.{kind}"/>'
        for name, kind in parts.items()
    )
    links = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{links}{stated}</Types>'


def _links(links: dict[str, tuple[str, str]]) -> str:
    stated = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{stated}</Relationships>'


def _sheet12(page: Page) -> bytes:
    width = max(map(len, page.rows), default=1)
    size = struct.pack("<4L", 0, max(0, len(page.rows) - 1), 0, width - 1)
    out = record12(129) + record12(148, size) + record12(145)
    for at, row in enumerate(page.rows):
        out += record12(0, struct.pack("<LLHBBBL", at, 0, 300, 0, 0x10 if at in page.hidden else 0, 0, 0))
        for column, cell in enumerate(row):
            out += _cell12(struct.pack("<LL", column, column in page.padded), cell)
    out += record12(146)
    if page.merges:
        out += record12(177, struct.pack("<L", len(page.merges)))
        for top, left, bottom, right in page.merges:
            out += record12(176, struct.pack("<4L", top, bottom, left, right))
        out += record12(178)
    return out + record12(130)


def _cell12(start: bytes, cell: Cell) -> bytes:
    match cell:
        case None:
            return b""
        case bool():
            return record12(4, start + bytes([cell]))
        case str() if cell in ERRORS:
            return record12(3, start + bytes([ERRORS[cell]]))
        case str():
            return record12(6, start + _wide(cell))
        case Formula(value=str(value)):
            kind, result = (11, bytes([ERRORS[value]])) if value else (8, _wide(""))
            return record12(kind, start + result + _ending12(cell))
        case Formula(value=value):
            return record12(9, start + struct.pack("<d", value) + _ending12(cell))
        case int() if abs(cell) < 1 << 29:
            return record12(2, start + struct.pack("<l", cell << 2 | 2))
        case _:
            return record12(5, start + struct.pack("<d", cell))


def _ending12(formula: Formula) -> bytes:
    """Flags, and the formula 1+1."""
    return struct.pack("<HL", 2 * formula.due, 7) + b"\x1e\x01\x00\x1e\x01\x00\x03" + bytes(4)


def _wide(text: str) -> bytes:
    """A text with its length before it."""
    return struct.pack("<L", len(text)) + text.encode("utf-16-le")


def record12(kind: int, content: bytes = b"") -> bytes:
    """Kind and length in bytes of seven bits, then the content."""
    out, size = bytearray([kind] if kind < 0x80 else [kind & 0x7F | 0x80, kind >> 7]), len(content)
    while size > 0x7F:
        out.append(size & 0x7F | 0x80)
        size >>= 7
    return bytes(out) + bytes([size]) + content
