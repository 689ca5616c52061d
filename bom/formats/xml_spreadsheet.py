"""Workbooks in XML of Excel 2002 and 2003."""

from __future__ import annotations

from bom.formats._interface import Content, Format, Source
from bom.formats._kinds import kind_of
from bom.formats._workbook import read_workbook
from depmap.core.text import Text


def recognises(source: Source) -> bool:
    """Whether it begins like such a workbook."""
    kind = kind_of(source)
    return kind is not None and kind.detail == "spreadsheet_xml"


def rows(source: Source) -> Content:
    """Its sheets, read in a child process."""
    return read_workbook(source, "bom.sandbox.xml_spreadsheet")


FORMAT = Format(
    id="xml-spreadsheet",
    title=Text("een werkmap in XML van Excel 2003 (.xml)", "a workbook in XML of Excel 2003 (.xml)"),
    suffixes=(".xml", ".xls"),
    recognises=recognises,
    rows=rows,
    kinds=("spreadsheet_xml",),
)
