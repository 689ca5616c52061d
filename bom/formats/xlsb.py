"""Binary workbooks of Excel since 2007."""

from __future__ import annotations

from bom.formats._interface import Content, Format, Source
from bom.formats._workbook import read_workbook
from depmap.core.text import same


def recognises(source: Source) -> bool:
    """Whether it is a zip file with a binary workbook."""
    return "xl/workbook.bin" in source.members


def rows(source: Source) -> Content:
    """The worksheets, read in a child process."""
    return read_workbook(source, "bom.sandbox.workbook")


FORMAT = Format(id="xlsb", title=same("Excel (.xlsb)"), suffixes=(".xlsb",), recognises=recognises, rows=rows)
