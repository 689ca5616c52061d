"""Lists of parts that only the name of the file reveals: without a header, or with a header that counts nothing.

Such a list is read with a warning, and only when the file says what it is (``bom``, ``stuklijst``, ``Stückliste``).
"""

from __future__ import annotations

import re

from bom.assembly.problem import Problem
from bom.columns.headers import match
from bom.columns.titles import is_dimension_title
from bom.fields import base
from bom.raw import Sheet
from bom.reading import Table
from bom.tables.header_rows import filled
from bom.tables.lines_by_column import stated
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
_PRICE_LIST = re.compile(
    r"price[ _-]?lists?|prijs(?:lijst|opgave)|preisliste|liste[ _-]?de[ _-]?prix|tarifs?\b|lista[ _-]de[ _-]precios"
    r"|listino|cennik|прайс|价格表|价目表|fiyat[ _-]listesi",
    re.IGNORECASE,
)
_STOCK_LIST = re.compile(
    r"inventory|stock[ _-]?(?:list|levels?|count|take|report)|(?:^|[^a-z])stock(?:$|[^a-z])|voorraad|lagerbestand"
    r"|lagerliste|bestandsliste|inventarliste|inventur|inventaire|inventario|inventário|giacenz|stan[ _-]magazyn"
    r"|остатки|库存|在庫|재고",
    re.IGNORECASE,
)
_STRUCTURE = frozenset({"designators", "level", "parent"})
_COUNTS = frozenset({"quantity", "designators", "level", "parent"})
_PRICED = frozenset({"unit_price", "total_price", "stock"})
_NUMBERED = frozenset({"part_number", "mpn", "supplier_part_number"})
_SOURCED = _NUMBERED | {"manufacturer", "supplier", "url"}
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


def is_price_list(name: str, table: Table) -> bool:
    """Whether a table of names and prices without quantities is a price list.

    It is when the file is called so, and when it says the unit that each price holds for, which a list of parts says
    of its quantities, and names neither maker, seller nor number.

    Args:
        name: of the file.
        table: as it was read.
    """
    fields = {column.field for column in table.columns}
    if "quantity" in fields and not any(stated(table, "quantity")):
        # What is still to be filled in counts nothing.
        fields.remove("quantity")
    if not _PRICED & fields or _COUNTS & fields:
        return False
    return _PRICE_LIST.search(name) is not None or ("unit" in fields and not _SOURCED & fields)


def is_stock_list(name: str, table: Table) -> bool:
    """Whether a table is what somebody has, for so its file is called, and nothing in it says where a part goes.

    Args:
        name: of the file; one that calls itself a list of parts as well is none of stock, nor is the document of a
            program that states what a product is made of.
        table: as it was read.
    """
    fields = {base(column.field) for column in table.columns if column.field}
    called = _STOCK_LIST.search(name) is not None and not says_parts(name)
    return called and not name.casefold().endswith((".json", ".xml")) and not _STRUCTURE & fields


def worded_region(sheet: Sheet) -> Region | None:
    """The table below the first row with several cells, when most of them are known titles and one names the part."""
    for row, cells in enumerate(sheet.rows):
        seen = [value for _, value in filled(cells)]
        if len(seen) < 2:
            continue
        found = [match(value) if isinstance(value, str) else () for value in seen]
        known = sum(bool(each) or is_dimension_title(str(value)) for each, value in zip(found, seen, strict=True))
        named = any(candidate.field == "description" for each in found for candidate in each)
        if 4 * known < 3 * len(seen) or not named:
            if len(seen) < _LEAST:
                continue
            return None
        return region_at(sheet, row, (0, max(len(each) for each in sheet.rows)), None)
    return None


def is_list(table: Table) -> bool:
    """Whether a table of such a file has parts: with a header names, without one names with quantities or places."""
    fields = {column.field for column in table.columns}
    placed = "designators" in fields
    named = (
        "description" in fields or (not table.header_row and bool(_NUMBERED & fields)) or (placed and "value" in fields)
    )
    return len(table.lines) >= _LEAST and named and (bool(table.header_row) or placed or "quantity" in fields)


def doubts(file: str, table: Table) -> list[Issue]:
    """What to say about a list that states no quantities, though it has prices or stock or only names."""
    fields = {column.field and base(column.field) for column in table.columns}
    if _COUNTS & fields or not (_PRICED & fields or fields <= _WORDS):
        return []
    return [NO_QUANTITY.at(CellRef(file, table.sheet, table.header_row or 1, table.columns[0].column))]


_WORDS = frozenset({None, "line_id", "description", "value", "notes", "category", "url"})
