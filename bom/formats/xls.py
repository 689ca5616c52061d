"""Workbooks of Excel 97 to 2003, and what many design programs still write."""

from __future__ import annotations

from bom.formats._interface import OLE, Content, Format, Source
from bom.formats._workbook import read_workbook
from depmap.core.text import same

_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))


def recognises(source: Source) -> bool:
    """Whether it is a compound file with a stream that is called Workbook (Excel 97 on) or Book (Excel 5)."""
    return source.data.startswith(OLE) and any(stream in source.data for stream in _STREAMS)


def rows(source: Source) -> Content:
    """The worksheets, read in a child process."""
    return read_workbook(source, "bom.sandbox.workbook")


FORMAT = Format(
    id="xls", title=same("Excel 97-2003 (.xls)"), suffixes=(".xls", ".xlt"), recognises=recognises, rows=rows
)
