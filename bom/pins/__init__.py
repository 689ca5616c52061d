"""Mapping files: what an analyst pins about the tables and columns of a workbook, written, read and held to."""
