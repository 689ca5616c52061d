"""OpenDocument spreadsheets: LibreOffice, and what many tools export."""

from __future__ import annotations

from bom.formats._interface import Content, Format, Source
from bom.formats._workbook import read_workbook
from depmap.core.text import same


def recognises(source: Source) -> bool:
    """Whether it is a zip file that calls itself an OpenDocument spreadsheet."""
    return "content.xml" in source.members and b"opendocument.spreadsheet" in source.member("mimetype")


def rows(source: Source) -> Content:
    """The tables, read in a child process."""
    return read_workbook(source, "bom.sandbox.opendocument")


FORMAT = Format(
    id="ods", title=same("OpenDocument (.ods)"), suffixes=(".ods", ".ots"), recognises=recognises, rows=rows
)
