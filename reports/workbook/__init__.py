"""How a workbook is made: its sheets, its named tables, its links."""
