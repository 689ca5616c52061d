"""Kinds of files that are handed over as a bill of materials and are none, known by first bytes or what is inside."""

from __future__ import annotations

import re
from collections import Counter

from bom.formats._interface import OLE, Source
from bom.sandbox.limits import Refused
from depmap.core.text import Text

KINDS: dict[str, Text] = {
    "archive": Text("is een archief met andere bestanden", "is an archive of other files"),
    "design": Text(
        "is een ontwerp van een tekenprogramma, niet de stuklijst ervan",
        "is a design of a drawing program, not its parts list",
    ),
    "database": Text("is een database", "is a database"),
    "document": Text("is een tekstdocument", "is a text document"),
    "html": Text("is een webpagina (HTML)", "is a web page (HTML)"),
    "image": Text("is een afbeelding", "is an image"),
    "json": Text("bevat JSON-gegevens", "holds JSON data"),
    "numbers": Text("is een werkblad van Apple Numbers", "is an Apple Numbers sheet"),
    "ole": Text(
        "is een beschadigde werkmap of een ander Office-bestand", "is a damaged workbook or another Office file"
    ),
    "old_excel": Text("is een werkmap van vóór Excel 97", "is a workbook from before Excel 97"),
    "pdf": Text("is een PDF-document", "is a PDF document"),
    "program": Text("is een programma", "is a program"),
    "slides": Text("is een presentatie", "is a presentation"),
    "spreadsheet_xml": Text("is een werkmap in XML van Excel 2003", "is a workbook in XML of Excel 2003"),
    "xml": Text("bevat XML-gegevens", "holds XML data"),
    "yaml": Text("bevat YAML-gegevens", "holds YAML data"),
}
"""What a file can be instead; continues a sentence that begins with its name."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"RIFF", "image"),
    (b"{\\rtf", "document"),
    (b"(kicad_", "design"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"PK\x05\x06", "archive"),
    (b"SQLite format 3\0", "database"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
    (b"\x09\0\x04\0", "old_excel"),
    (b"\x09\x02\x06\0", "old_excel"),
    (b"\x09\x04\x06\0", "old_excel"),
    (b"\x09\x08\x08\0", "old_excel"),
)
_STREAMS = (("WordDocument", "document"), ("PowerPoint Document", "slides"))
_INSIDE = (
    ("word/", "document"),
    ("ppt/", "slides"),
    ("Index/", "numbers"),
    ("Index.zip", "numbers"),
)
_MIMETYPES = ((b"opendocument.text", "document"), (b"opendocument.presentation", "slides"))
_MARKUP = re.compile(r"\s*<(?:!doctype|!--|\?xml|[a-z][\w:.-]*[\s>/])", re.IGNORECASE)
_DESIGN = re.compile(r"<!doctype\s+eagle\b|<eagle\s", re.IGNORECASE)
_NAMED = re.compile(r"([ ]*)(?:- +)*(\w[\w .()/\"'-]{0,60}?):(?:[ ]|$)")
_SAMPLE, _FEW, _NEARLY = 200, 3, 0.8
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\{\s*"|\[\s*[{\["]|\{\s*\})')


def kind_of(source: Source) -> Refused | None:
    """What the content is, when that is a known kind that is not read; None otherwise."""
    if source.name.startswith("~$"):
        return Refused("lock_file")
    if source.members:
        return _zip(source)
    if source.data.startswith(OLE):
        return _compound(source.data)
    for beginning, kind in _BEGINNINGS:
        if source.data.startswith(beginning):
            return Refused("kind", kind)
    return _markup(source.head) or _yaml(source.head)


def other_kind(source: Source) -> Refused:
    """What is left to say about content that no format recognises."""
    if source.members:
        return Refused("kind", "archive")
    return Refused("kind", "ole") if source.data.startswith(OLE) else Refused("unknown_kind")


def _zip(source: Source) -> Refused | None:
    """By the names inside, or what the file calls itself."""
    mimetype = source.member("mimetype")
    for word, kind in _MIMETYPES:
        if word in mimetype:
            return Refused("kind", kind)
    for name in source.members:
        for start, kind in _INSIDE:
            if name.startswith(start):
                return Refused("kind", kind)
    return None


def _compound(data: bytes) -> Refused | None:
    """By the names of its streams: an encrypted workbook, a document; a workbook is left to its format."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Refused("password")
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return Refused("kind", kind)
    return None


def _yaml(head: bytes) -> Refused | None:
    """YAML: nearly every line is a name with a colon or an entry, and an indented name comes back."""
    lines = [line for line in head.decode("latin-1").splitlines()[:_SAMPLE] if line.strip(" -#")]
    found = [_NAMED.match(line) for line in lines]
    entries = sum(line.lstrip().startswith("- ") for line, named in zip(lines, found, strict=True) if not named)
    names = Counter(named[2] for named in found if named and (named[1] or "").startswith("  "))
    if len(lines) < _FEW or sum(map(bool, found)) + entries < len(lines) * _NEARLY:
        return None
    return Refused("kind", "yaml") if names and max(names.values()) > 1 else None


def _markup(head: bytes) -> Refused | None:
    """Web pages, XML and JSON, in any encoding that keeps or widens ASCII."""
    start = head[:2048].replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf\xff\xfe")
    if _MARKUP.match(start):
        if _DESIGN.search(start):
            return Refused("kind", "design")
        if "Excel.Sheet" in start or "office:spreadsheet" in start:
            return Refused("kind", "spreadsheet_xml")
        return Refused("kind", "html" if _HTML.search(start) else "xml")
    return Refused("kind", "json") if _JSON.match(start) else None
