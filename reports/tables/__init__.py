"""The tables that the workbook and the page share, as plain headings and values, one topic a module."""
