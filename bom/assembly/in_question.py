"""Lines that may count: tables of which it is asked whether they are a variant or come on top, until that is answered.

They are assembled by themselves, as parts that are possibly needed: what their lines say of makers and countries is a
hint, and how many they ask for is unknown (`bom.assembly.rows`). Then they stand beside the rest, as one assembly, or
as the assemblies that they make up themselves, a sheet each. So whatever the answer will be, nothing that only they
bring in is certain, and nothing is safe because they were left out; what the rest says stays as it is, but for the
numbers of the parts that both ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bom.assembly.components import told_apart
from bom.assembly.rows import same
from bom.assembly.unused import UNUSED
from bom.reading import Reading, TableRole
from depmap.core.model import Assembly, Bom, Child, Component


def settled(reading: Reading) -> Reading:
    """The reading in which no table counts of which that is asked."""
    tables = (
        replace(table, role=TableRole.RESTATES, role_instead=None) if table.is_in_question else table
        for table in reading.tables
    )
    return replace(reading, tables=tuple(tables))


def in_question(reading: Reading) -> Reading:
    """The reading in which only those tables count; what is wrong in its cells is said elsewhere."""
    tables = (
        replace(table, role=TableRole.PARTS if table.is_in_question else TableRole.RESTATES) for table in reading.tables
    )
    return replace(reading, tables=tuple(tables), issues=())


def name_of(reading: Reading) -> str:
    """What the assembly of those tables is called: their sheets, else the rows of their headers."""
    tables = (table for table in reading.tables if table.is_in_question)
    return ", ".join(dict.fromkeys(table.sheet or f"{reading.file}, {table.header_row}" for table in tables))


def joined(rest: Bom, maybe: Bom, name: str) -> Bom:
    """One system of what counts and of what may.

    Args:
        rest: what `settled` lines make up.
        maybe: what `in_question` lines make up.
        name: what the assembly of the latter is called.
    """
    parts = _names((each.id for each in rest.components), (each.id for each in maybe.components))
    taken = (*(each.id for each in rest.assemblies), *(each.id for each in maybe.assemblies))
    groups = _names((each.id for each in rest.assemblies), (each.id for each in maybe.assemblies))
    own = _names((*taken, *groups.values()), (name,))[name]

    def renamed(children: tuple[Child, ...]) -> tuple[Child, ...]:
        return tuple(replace(child, id=(groups if child.is_assembly else parts)[child.id]) for child in children)

    shared = {text for component in maybe.components for text in _numbers(component)}
    counted = (
        replace(each, quantity=None, cost=None) if not shared.isdisjoint(_numbers(each)) else each
        for each in rest.components
    )
    added = (replace(each, id=parts[each.id]) for each in maybe.components)
    cells = tuple(cell for child in maybe.children for cell in child.cells)
    children = renamed(maybe.children)
    alone = all(child.is_assembly for child in children)
    beside = (
        tuple(replace(child, quantity=None) for child in children)
        if alone
        else (Child(own, is_assembly=True, cells=cells),)
    )
    whole = () if alone else (Assembly(own, name, children, cells=cells),)
    below = (replace(each, id=groups[each.id], children=renamed(each.children)) for each in maybe.assemblies)
    suppliers = {each.name: each for each in (*maybe.suppliers, *rest.suppliers)}
    return replace(
        rest,
        children=(*rest.children, *beside),
        assemblies=tuple(sorted((*rest.assemblies, *whole, *below), key=lambda each: each.id)),
        components=tuple(sorted((*counted, *added), key=lambda each: each.id)),
        suppliers=tuple(suppliers[each] for each in sorted(suppliers)),
        lines=rest.lines + maybe.lines,
        lines_in_question=rest.lines_in_question + maybe.lines_in_question,
        dnp_lines=rest.dnp_lines + maybe.dnp_lines,
        issues=(
            *(each for each in rest.issues if each.code != UNUSED.code or each in maybe.issues),
            *(each for each in maybe.issues if each.code != UNUSED.code),
        ),
    )


def _names(taken: Iterable[str], fresh: Iterable[str]) -> Mapping[str, str]:
    """What the later ones are called where the former have their names already."""
    before, after = [(f"0{name}", name) for name in taken], [(f"1{name}", name) for name in fresh]
    named = told_apart([*before, *after])
    return {name: named[key] for key, name in after}


def _numbers(component: Component) -> frozenset[str]:
    """Everything by which two components may turn out to be one part."""
    numbers = (component.id, component.part_number, *(source.part_number for source in component.sources))
    return frozenset(same(number) for number in numbers if number)
