"""``raw-materials.csv``: who supplies the materials that the systems need, for joining with other data."""

from __future__ import annotations

from depmap.core.judgement import Analysis
from depmap.core.text import Text
from reports.interface import Report
from reports.raw_materials import csv_text
from reports.raw_materials.columns import COLUMNS
from reports.raw_materials.hand_off import hand_off
from reports.raw_materials.shares import shares


def render(analysis: Analysis) -> bytes:
    """The rows of the long table of ``raw-materials.xlsx``, each with every column; without rows the header alone."""
    table = shares(hand_off(analysis), COLUMNS)
    return csv_text.written([each.title for each in table.headings], table.rows)


REPORT = Report(
    "raw-materials-csv",
    "raw-materials.csv",
    Text("Grondstoffen, voor koppeling", "Raw materials, for joining"),
    render,
)
