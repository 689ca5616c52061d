"""The table of hostile containers and markup: what is wrong, and how it must end."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass

from bom.sandbox import compound
from tests.bom.formats import making, records
from tests.bom.formats.test_refusals import BAD
from tests.hostile import making as hostile
from tests.support import ROOT

READ = ""
"""The outcome of a file that is read without a remark about its container."""


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile file."""

    name: str
    """Of the file."""

    make: Callable[[], bytes]
    """Its bytes."""

    outcome: str
    """`READ`; a code (``DI007``) among the issues of a file that is read; or words of the one error."""

    lines: int | None = 8
    """How many part lines are read, where the file is read and it matters."""


def _parts(said: str) -> bytes:
    """Two parts as JSON, of which the first says this as well."""
    part = '{"part number": "P-%d", "description": "motor with shaft", "manufacturer": "Murata", %s}'
    return f"[{part % (1, said)}, {part % (2, chr(34) + 'quantity' + chr(34) + ': 3')}]".encode()


def _many_lists(number: int) -> bytes:
    return ("{" + ", ".join(f'"list{n}": [{{"a": 1, "b": 2}}]' for n in range(number)) + "}").encode()


def _sample() -> bytearray:
    return bytearray((ROOT / "tests/data/sample.xls").read_bytes())


def _xls(at: int, *values: int) -> bytes:
    """The sample with numbers in the header of its compound file ([MS-CFB], 2.2)."""
    data = _sample()
    struct.pack_into(f"<{len(values)}L", data, at, *values)
    return bytes(data)


def _xls_cycle() -> bytes:
    """The sample with every sector of its allocation table pointing at itself."""
    data = _sample()
    table = 512 * (1 + struct.unpack_from("<L", data, 76)[0])
    struct.pack_into("<128L", data, table, *range(128))
    return bytes(data)


def _xls_inserted() -> bytes:
    """Eight stray bytes in the first worksheet: sizes of records then claim gigabytes."""
    data = _sample()
    data[1200:1200] = b"\xff" * 8
    return bytes(data)


def _page() -> records.Page:
    return records.Page([hostile.HEADER, *hostile.ROWS], merges=((0, 7, 0, 8),))


def _xls_records() -> bytes:
    """A row whose record is too short to be one."""
    stream = compound.stream(records.xls(_page()), ("Workbook",))
    return records.compound(stream[:-4] + struct.pack("<3H", 0x0208, 2, 0) + stream[-4:])


def _xlsb_records() -> bytes:
    """A record behind the cells that goes on beyond the end of its part."""
    end = records.record12(178)
    return making.changed(
        records.xlsb(_page()), "xl/worksheets/sheet1.bin", lambda part: part.replace(end, end[:2] + b"\xff\xff\xff\x7f")
    )


def _merges(count: int) -> str:
    ranges = "".join(f'<mergeCell ref="G{at}:H{at}"/>' for at in range(20, 20 + count))
    return f"<mergeCells>{ranges}</mergeCells>"


def _sheets(count: int) -> bytes:
    return hostile.saved(lambda book, _sheet: [book.add_worksheet() for _ in range(count - 1)])


def _strict() -> bytes:
    """The plain workbook in the namespaces of Strict Open XML (ISO/IEC 29500-1)."""
    data = hostile.saved()
    old, new = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for name in (making.SHEET, making.STRINGS, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"):
        data = making.changed(
            data,
            name,
            lambda part: part.replace(old + b"spreadsheetml/2006/main", new + b"spreadsheetml/main").replace(
                old + b"officeDocument/2006/relationships", new + b"officeDocument/relationships"
            ),
        )
    return data


def _macro_sheet() -> bytes:
    """The plain workbook with a macro sheet of Excel 4 beside its worksheet."""
    data = hostile.saved(lambda book, _sheet: book.add_worksheet("Macro1"))
    plain = b'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2'
    macro = b'http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="worksheets/sheet2'
    return making.changed(data, "xl/_rels/workbook.xml.rels", lambda part: part.replace(plain, macro))


def _strings(text: bytes, times: int) -> bytes:
    """Shared strings of ``times`` copies of a text, none of them used: the cells keep numbers."""
    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return hostile.filled(hostile.saved(), making.STRINGS, head, text, times, b"</sst>")


def _rows(chunk: bytes, times: int) -> bytes:
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return hostile.filled(hostile.saved(), making.SHEET, head, chunk, times, b"</sheetData></worksheet>")


def _part(doctype: str, name: str = making.STRINGS, encoding: str = "utf-8") -> bytes:
    return hostile.in_sheet(lambda xml: hostile.declared(xml, doctype, encoding), name)


def _nested_components() -> bytes:
    """Well-formed, and nested deeper than anyone nests."""
    opened = '<components><component type="device"><name>x</name>'
    closed = "</component></components>"
    return f'<bom xmlns="http://cyclonedx.org/schema/bom/1.6">{opened * 60}{closed * 60}</bom>'.encode()


def _ods(cell: str, prolog: str = "") -> bytes:
    body = f"<table:table table:name='T'><table:table-row>{cell}</table:table-row></table:table>"
    return making.ods(body, prolog=prolog)


_ROW = b"<row s='1' customFormat='1'/>" * 1024
_CELLS = b"<row>" + b"<c s='1'/>" * 100 + b"</row>"
_DOCTYPE = "DOCTYPE"
_HOSTILE = "damaged or hostile"
_DAMAGED = "is damaged"
_EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "%s">]>'

CONTAINERS: tuple[Case, ...] = (
    # Size.
    Case("bomb.xlsx", lambda: _strings(b"<si><t>" + b"A" * 1_000_000 + b"</t></si>", 2_300), "2300 MB, at most 300"),
    Case("understated.xlsx", lambda: hostile.claiming(_strings(b"A" * 1_000_000, 30), making.STRINGS, 4_000), _DAMAGED),
    Case("many-strings.xlsx", lambda: _strings(b"<si><t>x</t></si>" * 5_000, 400), "no bill of materials"),
    Case("many-empty-cells.xlsx", lambda: _rows(_CELLS * 100, 350), "not a single filled cell"),
    Case("formatted-rows.xlsx", lambda: hostile.in_cells((_ROW * 1023).decode()), READ),
    Case(
        "dimension.xlsx",
        lambda: hostile.in_sheet(lambda xml: xml.replace(b'ref="A1:E9"', b'ref="A1:XFD1048576"')),
        READ,
    ),
    Case("blank-corner.xlsx", lambda: hostile.in_cells('<row r="1048576"><c r="XFD1048576"/></row>'), READ),
    Case(
        "far-corner.xlsx", lambda: hostile.in_cells('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), _HOSTILE
    ),
    Case(
        "merged-all.xlsx",
        lambda: hostile.behind_cells('<mergeCells><mergeCell ref="A20:XFD1048576"/></mergeCells>'),
        READ,
    ),
    Case(
        "merged-over.xlsx",
        lambda: hostile.behind_cells(
            "<mergeCells>" + "<mergeCell ref='C2:C1048576'/><mergeCell ref='A1:XFD1'/>" * 50_000 + "</mergeCells>"
        ),
        READ,
    ),
    Case(
        "linked-all.xlsx",
        lambda: hostile.behind_cells('<hyperlinks><hyperlink ref="A20:XFD1048576" location="x"/></hyperlinks>'),
        READ,
    ),
    Case("many-merges.xlsx", lambda: hostile.behind_cells(_merges(20_000)), READ),
    Case("many-sheets.xlsx", lambda: _sheets(2_001), "too many sheets (2001)"),
    Case(
        "wide-row.xlsx",
        lambda: hostile.in_cells("<row r='30'>" + "<c><v>1</v></c>" * 20_000 + "</row>"),
        "more than 16384 columns",
    ),
    Case(
        "endless-row.xlsx",
        lambda: hostile.in_cells("<row r='30'>" + "<c><v>1</v></c>" * 2_000_000 + "</row>"),
        _HOSTILE,
    ),
    Case(
        "blank-errors.xlsx",
        lambda: hostile.in_cells("".join(f"<row><c t='e' r='A{at}'/></row>" for at in range(20, 100_000))),
        READ,
    ),
    Case(
        "blank-formulas.xlsx",
        lambda: hostile.in_cells("".join(f"<row><c r='A{at}'><f>" for at in range(20, 100_000))),
        _DAMAGED,
    ),
    Case(
        "hidden-attributes.xlsx",
        lambda: hostile.in_cells("".join("<row " + "hidden='1' " * 20 + "/>" for _ in range(100_000))),
        READ,
    ),
    # Structure.
    Case("overlap.xlsx", lambda: hostile.overlapping(400), "overlap"),
    Case("twice.xlsx", lambda: hostile.twice(hostile.saved(), making.SHEET), "two parts of one name"),
    Case("slip.xlsx", lambda: hostile.renamed(hostile.saved(), {"../../../tmp/slip": "x", "/etc/slip": "x"}), READ),
    Case("strict.xlsx", _strict, READ),
    Case("noise-in-sheet.xlsx", lambda: hostile.in_sheet(lambda xml: xml.replace(b"<row", b"<\xff\xfe", 2)), _DAMAGED),
    Case("string-99.xlsx", lambda: hostile.in_cell("C3", '<c r="C3" t="s"><v>99999</v></c>'), _DAMAGED),
    Case("word-number.xlsx", lambda: hostile.in_cell("B3", '<c r="B3"><v>twelve</v></c>'), "DI010"),
    Case("bad-reference.xlsx", lambda: hostile.in_cell("B3", '<c r="B99999999999"><v>1</v></c>'), _HOSTILE),
    Case("huge-date.xlsx", lambda: hostile.in_cell("B3", '<c r="B3"><v>1e300</v></c>'), "DI010"),
    Case("chart.xlsx", lambda: hostile.saved(lambda book, _sheet: book.add_chartsheet()), "DI006"),
    Case("sheet-of-macros.xlsx", _macro_sheet, _DAMAGED),
    # Compound files.
    Case("sectors.xls", lambda: _xls(44, 0xFFFFFFF0), "DI023", lines=3),
    Case("difat.xls", lambda: _xls(68, 0, 0xFFFFFFF0), "DI023", lines=3),
    Case("cycle.xls", _xls_cycle, _HOSTILE),
    Case("inserted.xls", _xls_inserted, _DAMAGED),
    Case("records.xls", _xls_records, "DI035"),
    Case("records.xlsb", _xlsb_records, "DI035"),
    Case("short.xls", lambda: bytes(_sample()[:-600]), _HOSTILE),
    # Markup.
    Case("laughs-strings.xlsx", lambda: _part(hostile.entities(9)), _DOCTYPE),
    Case("laughs-sheet.xlsx", lambda: _part(hostile.entities(9), making.SHEET), _DOCTYPE),
    Case("laughs-workbook.xlsx", lambda: _part(hostile.entities(9), "xl/workbook.xml"), _DOCTYPE),
    Case("laughs-utf16.xlsx", lambda: _part(hostile.entities(9), making.SHEET, "utf-16"), _DOCTYPE),
    Case("quadratic.xlsx", lambda: _part(hostile.entities(1, 5_000, "x" * 5_000)), _DOCTYPE),
    Case("laughs-below-the-guard.xlsx", lambda: _part(hostile.entities(5)), _DOCTYPE),
    Case("entity-of-a-file.xlsx", lambda: _part(_EXTERNAL % "file:///etc/hostname"), _DOCTYPE),
    Case("entity-of-the-web.xlsx", lambda: _part(_EXTERNAL % "http://192.0.2.1/x"), _DOCTYPE),
    Case("parameter-entity.xlsx", lambda: _part('<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///x"> %a;]>'), _DOCTYPE),
    Case("bare-doctype.xlsx", lambda: _part('<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">'), _DOCTYPE),
    Case("deep.xlsx", lambda: hostile.behind_cells("<a>" * 2_000_000), READ),
    Case(
        "attributes.xlsx",
        lambda: hostile.in_cells("<row " + " ".join(f"a{at}='1'" for at in range(120_000)) + "/>"),
        READ,
    ),
    Case("nested-tables.ods", lambda: making.ods("<table:table>" * 200 + "</table:table>" * 200), _DAMAGED),
    Case("nested-components.xml", _nested_components, "no valid file of CycloneDX"),
    Case("laughs.ods", lambda: _ods("<table:table-cell/>", hostile.entities(9)), _DOCTYPE),
    Case("entity-of-a-file.ods", lambda: _ods("<table:table-cell/>", _EXTERNAL % "file:///etc/hostname"), _DOCTYPE),
    Case(
        "wide-blanks.ods",
        lambda: _ods(
            "<table:table-cell><text:p>" + "<text:s text:c='99999999999'/>" * 5_000 + "</text:p></table:table-cell>"
        ),
        "more than 1000000 characters",
    ),
    Case(
        "tall-merge.ods",
        lambda: _ods("<table:table-cell table:number-rows-spanned='99999999999'><text:p>x</text:p></table:table-cell>"),
        "no bill of materials",
    ),
    Case(
        "long-number.ods",
        lambda: _ods(
            "<table:table-cell table:number-rows-spanned='" + "9" * 5000 + "'><text:p>x</text:p></table:table-cell>"
        ),
        "no bill of materials",
    ),
    # Nested data.
    Case(
        "nested.json",
        lambda: b'{"bomFormat": "CycloneDX", "components": ' + b'[{"components": ' * 20_000,
        "nested.json",
    ),
    Case("brackets.json", lambda: b"[" * 200_000, "brackets.json"),
    Case(
        "long-number.json", lambda: b'{"bomFormat": "CycloneDX", "version": ' + b"9" * 5_000 + b"}", "long-number.json"
    ),
    Case("nested-parts.json", lambda: b'[{"children": ' * 100_000, "nested too deeply"),
    Case("deep-parts.json", lambda: b'{"parts": [' * 150 + b"]}" * 150, "nested too deeply"),
    Case("nested-parts.xml", lambda: b"<part><qty>1</qty><children>" * 100_000, "no valid file of XML"),
    Case("laughs-parts.xml", lambda: hostile.entities(9).encode() + b"<bom>&a9;</bom>", _DOCTYPE),
    Case("nested-tables.html", lambda: b"<table><tr><td>" * 100_000, "nested too deeply"),
    Case(
        "spans.html", lambda: b"<table>" + b"<tr><td colspan=1000 rowspan=99999>x" * 100_000, "more than 16384 columns"
    ),
    Case("twice.json", lambda: b'[{"part": "P-1", "qty": 1, "qty": 1000}]', "names the field 'qty' twice"),
    Case("many-lists.json", lambda: _many_lists(2_001), "too many sheets"),
    Case("no-number.json", lambda: _parts('"quantity": NaN'), "DI023", 2),
    Case("endless.json", lambda: _parts('"quantity": 1e999'), "DI023", 2),
    Case("digits.json", lambda: _parts('"quantity": ' + "9" * 5_000), "DI010", 2),
    Case("half-a-pair.json", lambda: _parts('"quantity": 4, "no\\ud800te": "\\udfff"'), READ, 2),
    *(Case(name, lambda data=data: data, words) for name, (data, words) in BAD.items()),  # type: ignore[misc]
)
