"""Which tables of a file count: the lists of parts, without those that repeat others, sum up costs or are no lists.

What a mapping file says of a table goes before all this; a table that it sets aside does not make another one a copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bom.fields import base
from bom.pins.held import Held
from bom.reading import Table, TableRole
from bom.tables.lines_by_column import stated
from bom.tables.named_lists import is_price_list, is_stock_list
from bom.tables.restatements import Repeat, restated
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_ENOUGH = frozenset(
    "quantity designators mpn supplier_part_number part_number manufacturer level parent unit_price".split()
)
_GLOSSARY = Text(
    "geen lijst van onderdelen: geen kolom met aantal, nummer, fabrikant of prijs",
    "no list of parts: no column with a quantity, number, maker or price",
)
_SUMMARY = Text(
    "samenvatting van kosten: geen aantal, nummer of fabrikant, terwijl een andere tabel die wel heeft",
    "summary of costs: no quantity, number or maker, while another table has them",
)
_PRICES = Text(
    "prijslijst: geen aantal of referentie, en het bestand heet een prijslijst of noemt bij elke prijs de eenheid",
    "list of prices: no quantity or designator, and the file calls itself one or states the unit of every price",
)
_STOCK = Text(
    "voorraadlijst: zo heet het bestand, en niets zegt waar een onderdeel zit",
    "list of stock: so the file is called, and nothing says where a part goes",
)
_WORK = Text(
    "begroting van werk: de regels tellen uren of dagen en noemen geen nummer, fabrikant of referentie",
    "estimate of work: the lines count hours or days and name no number, maker or designator",
)
_HOURS = frozenset(
    "h hr hrs hour hours day days week weeks month months u uur uren dag dagen weken maand maanden std stunde stunden"
    " tag tage heure heures jour jours hora horas".split()
)
_NAMED = frozenset({"mpn", "supplier_part_number", "manufacturer", "designators"})
_MOSTLY = 0.6
_ASIDE = Text("telt niet mee: {reason}", "does not count: {reason}")
_EMPTY = Text("kop zonder regels", "header without lines")


def with_roles(
    file: str, tables: Sequence[Table], helds: Sequence[Held | None], *, named: bool
) -> tuple[list[Table], list[Issue]]:
    """The tables with their roles settled, and a note about each that does not count.

    Args:
        file: name of the file.
        tables: all of them, none with a role that is settled.
        helds: what a mapping file says of each.
        named: whether it is the name of the file that says that they are lists of parts.
    """
    pinned = [held.role if held and table.lines else None for table, held in zip(tables, helds, strict=True)]
    are_lists = [
        role is TableRole.PARTS or (role is None and (named or _states_parts(table)))
        for table, role in zip(tables, pinned, strict=True)
    ]
    repeats = restated(
        [table if is_list else replace(table, lines=()) for table, is_list in zip(tables, are_lists, strict=True)]
    )
    counted = any(
        _is_counted(table) for table, role in zip(tables, pinned, strict=True) if role in (None, TableRole.PARTS)
    )
    settled = []
    for index, (table, held) in enumerate(zip(tables, helds, strict=True)):
        if held is not None and (role := pinned[index]) is not None:
            reason = _ASIDE.format(reason=held.reason) if role is TableRole.RESTATES else held.reason
            settled.append(replace(table, role=role, role_reason=reason, role_instead=held.role_instead))
        elif (none := _why_not(file, table, named=named, counted=counted)) is not None:
            settled.append(replace(table, role=TableRole.NOT_PARTS, role_reason=none))
        elif (repeat := repeats.get(index)) is not None:
            settled.append(_repeating(table, repeat))
        else:
            settled.append(table)
    aside = [table for table in settled if table.role is TableRole.RESTATES or table.role_reason == _SUMMARY]
    return settled, [_note(file, table) for table in aside]


def _why_not(file: str, table: Table, *, named: bool, counted: bool) -> Text | None:
    """Why a table is no list of parts; None when it is one."""
    if is_price_list(file, table):
        return _PRICES
    if is_stock_list(file, table):
        return _STOCK
    if not table.lines:
        return _EMPTY
    if _is_work(table):
        return _WORK
    if (named or _states_parts(table)) and (_is_counted(table) or not counted):
        return None
    return _SUMMARY if _states_parts(table) else _GLOSSARY


def _is_work(table: Table) -> bool:
    """Whether most lines count time, and nothing names a part beside."""
    fields = {base(column.field) for column in table.columns if column.field}
    if "unit" not in fields or _NAMED & fields:
        return False
    counted = sum(str(unit or "").strip(" .").casefold() in _HOURS for unit in stated(table, "unit"))
    return counted >= _MOSTLY * len(table.lines)


def _repeating(table: Table, repeat: Repeat) -> Table:
    instead = TableRole.PARTS if repeat.is_variant else None
    return replace(table, role=TableRole.RESTATES, role_reason=repeat.reason, role_instead=instead)


def _states_parts(table: Table) -> bool:
    fields = {base(column.field) for column in table.columns if column.field}
    return bool(_ENOUGH & fields) or fields >= {"value", "footprint"}


def _is_counted(table: Table) -> bool:
    """Whether a table says how many, which ones or whose; names and prices alone may be a summary of costs.

    A price for one beside a price for all tells how many there are; a summary has one amount per line.
    """
    fields = {base(column.field) for column in table.columns if column.field}
    return bool(table.lines) and (
        bool((_ENOUGH - {"unit_price"} | {"supplier"}) & fields) or fields >= {"unit_price", "total_price"}
    )


def _note(file: str, table: Table) -> Issue:
    reason = table.role_reason if table.role is TableRole.RESTATES else _ASIDE.format(reason=table.role_reason)
    message = Text(f"Deze tabel {reason.nl}.", f"This table {reason.en}.")
    hint = Text(
        'Klopt dat niet, geef haar dan role = "parts" in een indelingsbestand (--mapping).',
        'If that is not so, give it role = "parts" in a mapping file (--mapping).',
    )
    column = table.columns[0].column if table.columns else "A"
    return Issue("DI017", Severity.NOTE, message, CellRef(file, table.sheet, table.header_row or 1, column), hint)
