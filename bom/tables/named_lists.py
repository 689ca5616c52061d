"""Lists of parts that only the name of the file reveals: without a header, or with a header that counts nothing.

Such a list is read with a warning, and only when the file says what it is (``bom``, ``stuklijst``, ``Stückliste``).
"""

from __future__ import annotations

import re

from bom.assembly.problem import Problem
from bom.columns.headers import match
from bom.raw import Sheet
from bom.reading import Table
from bom.tables.header_rows import filled
from bom.tables.search import Region, region_at
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_NAME = re.compile(
    r"(?:^|[^a-z])bom(?:$|[^a-z])|bill[ _-]?of[ _-]?materials?|stuklijst|onderdelenlijst|st(?:ü|ue|u)ckliste|teileliste"
    r"|parts?[ _-]?list|nomenclature|lista[ _-]de[ _-](?:materiales|partes|piezas|materiais)|distinta|物料清单|部品表"
    r"|спецификация|kusovník|malzeme[ _-]listesi",
    re.IGNORECASE,
)
_COUNTS = frozenset({"quantity", "designators", "level", "parent"})
_PRICED = frozenset({"unit_price", "total_price", "stock"})
_LEAST = 3

NO_HEADER = Problem(
    "DI025",
    Severity.WARNING,
    Text(
        "geen kop met bekende titels; de kolommen zijn naar hun inhoud gelezen",
        "no header with known titles; the columns were read by their content",
    ),
    Text(
        "Zet boven de lijst een kop, bijvoorbeeld Omschrijving, Aantal, Fabrikant.",
        "Put a header above the list, for example Description, Quantity, Manufacturer.",
    ),
)
NO_QUANTITY = Problem(
    "DI026",
    Severity.WARNING,
    Text(
        "geen kolom zegt hoeveel er van elk onderdeel nodig is; dit kan een prijslijst of voorraadlijst zijn",
        "no column says how many of each part are needed; this may be a list of prices or of stock",
    ),
    Text("Voeg een kolom Aantal toe.", "Add a column Quantity."),
)


def says_parts(name: str) -> bool:
    """Whether the name of a file says that it is a list of parts.

    >>> says_parts("BOM_v2.csv"), says_parts("Stückliste.txt"), says_parts("bombay.csv")
    (True, True, False)
    """
    return _NAME.search(name) is not None


def worded_region(sheet: Sheet) -> Region | None:
    """The table below the first row with several cells, when most of them are known titles and one names the part."""
    for row, cells in enumerate(sheet.rows):
        seen = filled(cells)
        if len(seen) < _LEAST:
            continue
        found = [match(value)[:1] if isinstance(value, str) else () for _, value in seen]
        fields = {candidate.field for each in found for candidate in each}
        if 4 * sum(map(bool, found)) < 3 * len(found) or "description" not in fields or len(fields) < _LEAST:
            return None
        return region_at(sheet, row, (0, max(len(each) for each in sheet.rows)), None)
    return None


def is_list(table: Table) -> bool:
    """Whether a table of such a file has parts: with a header names, without one names and quantities."""
    fields = {column.field for column in table.columns}
    wanted = {"description"} if table.header_row else {"description", "quantity"}
    return len(table.lines) >= _LEAST and wanted <= fields


def doubts(file: str, table: Table) -> list[Issue]:
    """What to say about a list that states no quantities, though it has prices or stock or only names."""
    fields = {column.field for column in table.columns}
    if _COUNTS & fields or not (_PRICED & fields or fields <= _WORDS):
        return []
    return [NO_QUANTITY.at(CellRef(file, table.sheet, table.header_row or 1, table.columns[0].column))]


_WORDS = frozenset({None, "line_id", "description", "value", "notes", "category", "url"})
