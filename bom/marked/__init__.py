"""A workbook that shows an analyst and a supplier what was read from a file, cell by cell, and where it stumbled."""
