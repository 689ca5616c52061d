"""Whatever is no bill of materials ends as one sentence in both languages, never as an empty success."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bom.formats import open_file
from bom.formats._kinds import KINDS
from bom.formats._refusals import refusal
from bom.sandbox.limits import Refused
from depmap.core.errors import Exit, InputError
from tests.bom.formats import making
from tests.support import ROOT

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'
GOOD = making.table()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def in_sheet(change: Callable[[bytes], bytes | None], name: str = making.SHEET) -> bytes:
    return making.changed(GOOD, name, change)


def utf16(xml: bytes, prolog: str = "") -> bytes:
    return b"\xff\xfe" + (prolog + xml.decode().split("?>", 1)[1]).encode("utf-16-le")


def encrypted_zip() -> bytes:
    data = bytearray(GOOD)
    data[GOOD.find(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def corrupt() -> bytes:
    data = bytearray(GOOD)
    start = GOOD.find(making.SHEET.encode()) + len(making.SHEET) + 20
    data[start : start + 20] = bytes(byte ^ 0x5A for byte in data[start : start + 20])
    return bytes(data)


def encrypted_xls() -> bytes:
    """The sample with its second record called FILEPASS ([MS-XLS], 2.4.117)."""
    data = bytearray((ROOT / "tests/data/sample.xls").read_bytes())
    first = data.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    data[first + 20 : first + 22] = b"\x2f\x00"
    return bytes(data)


def rows(repeated: int, columns: int = 1) -> bytes:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="{repeated}">{cell}</table:table-row>'
    return making.ods(f'<table:table table:name="T">{row}</table:table>')


BAD: dict[str, tuple[bytes, str]] = {
    "empty.xlsx": (b"", "is empty"),
    "blank.csv": (b" \r\n\t\n", "is empty"),
    "no-cells.xlsx": (making.empty_workbook(), "not a single filled cell"),
    "no-cells.csv": (b",,,\n,,,\n", "not a single filled cell"),
    "no-table.ods": (making.ods(""), "no worksheets"),
    "random.bin": (random.Random(1).randbytes(5000), "unknown kind"),
    "half.xlsx": (GOOD[: len(GOOD) // 2], "its end is missing"),
    "almost.xlsx": (GOOD[:-30], "its end is missing"),
    "zip-then-noise.xlsx": (b"PK\x03\x04" + random.Random(2).randbytes(900), "its end is missing"),
    "corrupt.xlsx": (corrupt(), "is damaged"),
    "cut-xml.xlsx": (in_sheet(lambda xml: xml[: len(xml) // 2]), "is damaged"),
    "no-part.xlsx": (in_sheet(lambda _: None), "is damaged"),
    "locked.xlsx": (encrypted_zip(), "password"),
    "locked-2007.xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked.xls": (encrypted_xls(), "password"),
    "locked.ods": (making.ods("", manifest="<m:encryption-data/>"), "password"),
    "broken.xls": ((ROOT / "tests/data/sample.xls").read_bytes()[:3000], "damaged"),
    "letter.xls": (OLE + "WordDocument".encode("utf-16-le"), "a text document"),
    "other.xls": (OLE, "a damaged workbook or another Office file"),
    "letter.docx": (making.zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "a text document"),
    "talk.xlsx": (making.zipped({"ppt/presentation.xml": "<a/>"}), "a presentation"),
    "letter.ods": (
        making.zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "a text document",
    ),
    "files.zip": (making.zipped({"bom.csv": "a,b"}, 0), "an archive"),
    "page.xls": (b"\r\n<html><table><tr><td>1</td></tr></table></html>", "HTML data, but no list"),
    "page16.xls": ("\ufeff<TABLE><tr></tr></TABLE>".encode("utf-16-le"), "HTML data, but no list"),
    "excel2003.xls": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "no worksheets"),
    "data.xml": (b'<?xml version="1.0"?><data/>', "XML data, but no list"),
    "data.json": (b'{"parts": ["motor", "frame"]}', "JSON data, but no list"),
    "board.kicad_sch": (b"(kicad_sch (version 20230121) (generator eeschema))", "a design of a drawing program"),
    "board.sch": (b'<?xml version="1.0"?>\n<!DOCTYPE eagle SYSTEM "eagle.dtd">\n<eagle version="9.6"/>', "a design"),
    "scan.pdf": (b"%PDF-1.7\n1 0 obj", "a PDF document"),
    "photo.xlsx": (b"\x89PNG\r\n\x1a\n" + bytes(50), "an image"),
    "~$bom.xlsx": (b"\x05Analist" + b" " * 150, "lock file"),
    "doctype.xlsx": (in_sheet(lambda xml: DOCTYPE.encode() + xml.split(b"?>", 1)[1]), "DOCTYPE"),
    "doctype16.xlsx": (in_sheet(lambda xml: utf16(xml, DOCTYPE), making.STRINGS), "DOCTYPE"),
    "late-doctype.xlsx": (
        in_sheet(lambda xml: b"<!--" + b" " * 9000 + b"-->" + DOCTYPE.encode() + xml.split(b"?>", 1)[1]),
        "DOCTYPE",
    ),
    "doctype.ods": (making.ods("", prolog=DOCTYPE), "DOCTYPE"),
    "deep.ods": (making.ods("<table:table>" * 2000), "damaged"),
    "utf16-sheet.xlsx": (in_sheet(utf16), "cannot be read"),
    "count.xlsx": (
        in_sheet(lambda xml: xml.replace(b'uniqueCount="22"', b'uniqueCount="99999999999"'), making.STRINGS),
        "damaged or hostile",
    ),
    "corner.xlsx": (
        in_sheet(lambda xml: xml.replace(b"</sheetData>", b'<row><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
        "damaged or hostile",
    ),
    "many-rows.ods": (rows(4_294_967_295), "more than 1048576 rows"),
    "many-cells.ods": (rows(1_048_567, 16_384), "too many cells"),
    "many-columns.csv": (b"a" + b",a" * 20_000, "more than 16384 columns"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_sentence_says_what_was_found(tmp_path: Path, name: str) -> None:
    data, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        open_file(path)
    error = caught.value
    assert error.exit_code == Exit.MISUSE
    assert words in error.message.en
    for text in (error.message.nl, error.message.en):
        assert f"'{name}'" in text
        assert "\n" not in text
        assert "{" not in text
    assert error.message.nl != error.message.en
    assert error.hint is not None


def test_absent_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        open_file(tmp_path / "bom.xlsx")
    with pytest.raises(InputError, match="is a folder"):
        open_file(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "bom.csv")
    with pytest.raises(InputError, match="no ordinary file"):
        open_file(tmp_path / "bom.csv")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bom.csv"
    path.write_bytes(b"a,b\n")

    def denied(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    with pytest.raises(InputError, match="cannot be opened") as caught:
        open_file(path)
    assert str(tmp_path) not in caught.value.render("nl")


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        open_file(tmp_path / "bom\x1b[31m\u202e.csv")
    assert caught.value.message.en == "'bom\ufffd[31m\ufffd.csv' does not exist."


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_continues_the_sentence(kind: str) -> None:
    error = refusal("x.bin", Refused("kind", kind))
    assert error.message.nl.startswith(("'x.bin' is ", "'x.bin' bevat "))
    assert error.message.en.startswith(("'x.bin' is ", "'x.bin' holds "))
