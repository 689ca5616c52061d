"""Open XML workbooks: Excel since 2007, LibreOffice, Numbers, Google Sheets."""

from __future__ import annotations

from bom.formats._interface import Content, Format, Source
from bom.formats._workbook import read_workbook
from depmap.core.text import same


def recognises(source: Source) -> bool:
    """Whether it is a zip file with a workbook written in XML."""
    return "xl/workbook.xml" in source.members


def rows(source: Source) -> Content:
    """The worksheets, read in a child process."""
    return read_workbook(source, "bom.sandbox.workbook")


FORMAT = Format(
    id="xlsx",
    title=same("Excel (.xlsx)"),
    suffixes=(".xlsx", ".xlsm", ".xltx", ".xltm"),
    recognises=recognises,
    rows=rows,
)
