"""The columns of the raw-material hand-off, the same in workbook and CSV: Dutch names, whatever the language.

The names stay Dutch so that files of several runs fit together; the values are in the language of the run, and what a
program joins on (key, ids, codes) is in neither. The codebook says of each what it means, in which unit, from where.
"""

from __future__ import annotations

from reports.raw_materials.columns.column import Column
from reports.raw_materials.columns.control import CONTROLS
from reports.raw_materials.columns.demand import DEMAND
from reports.raw_materials.columns.material import LISTINGS, NAMES
from reports.raw_materials.columns.reader import TO_FILL_IN
from reports.raw_materials.columns.supply import KEY, SUPPLY

COLUMNS: tuple[Column, ...] = (*KEY, *NAMES, *SUPPLY, *LISTINGS, *CONTROLS, *DEMAND, *TO_FILL_IN)
"""The columns, in their order."""

BESIDE_SHARES = ("Grondstof", "HS6", "Strategisch", "Kritiek", "NAVO-lijst", "Componenten zeker")
"""What the long sheet repeats of a material, to filter by; the CSV repeats everything."""

OF_SHARES = tuple(each for each in COLUMNS if not each.of_material or each.title in BESIDE_SHARES)
"""The columns of the long sheet."""

OF_MATERIALS = tuple(each for each in COLUMNS if each.of_material)
"""The columns of the sheet of materials, which the reader fills in."""
