"""A sheet of xlsxwriter that writes its plain cells, nearly all there are, without the detours of the others.

xlsxwriter takes every place for one that may be written ``A1``, makes a list of attributes for every cell, and looks in
each for characters to escape; places here are numbers, and the place and the style of a text or a number have nothing
to escape. What is written is the same to the byte. What is not part of the public interface of xlsxwriter begins with
``_``: should it get another name there, the sheets are written as slowly as they would be anyhow.
"""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def quick_sheet() -> type[Any]:
    """The class, for `xlsxwriter.Workbook.add_worksheet`; made when the library is first needed."""
    from xlsxwriter.utility import xl_rowcol_to_cell_fast
    from xlsxwriter.worksheet import Worksheet

    class QuickSheet(Worksheet):  # type: ignore[misc]
        """A sheet; its cells are given by row and column, from 0."""

        write_string = getattr(Worksheet, "_write_string", Worksheet.write_string)
        write_number = getattr(Worksheet, "_write_number", Worksheet.write_number)

        def _write_cell(self, row: int, col: int, cell: Any) -> None:
            kind = type(cell).__name__
            if cell.format is None or kind not in ("String", "Number"):
                super()._write_cell(row, col, cell)
                return
            place, style = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()
            if kind == "String":  # its place in the table of texts
                self.fh.write(f'<c r="{place}" s="{style}" t="s"><v>{cell.string}</v></c>')
            else:
                self.fh.write(f'<c r="{place}" s="{style}"><v>{cell.number:.16G}</v></c>')

    return QuickSheet
