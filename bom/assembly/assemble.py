"""From lines to a system: what it consists of, who makes it, how many, at what cost. Nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from bom.assembly.components import Workshop, common, told_apart
from bom.assembly.costs import prices
from bom.assembly.explode import times_needed
from bom.assembly.hierarchy import hierarchy
from bom.assembly.identity import part_keys
from bom.assembly.in_question import in_question, joined, name_of, settled
from bom.assembly.materials import MaterialReader
from bom.assembly.rows import Row, rows_of
from bom.assembly.sources import SourceReader
from bom.assembly.structure_problems import NOT_PLACED_BELOW, ROOT_MAKER, ROOT_QUANTITY
from bom.assembly.sums import tidy
from bom.assembly.tree import TOP, Key, Place, Tree
from bom.assembly.unions import union
from bom.assembly.unused import unused_catalogues
from bom.assembly.uses import Use, UseReader, makers
from bom.assembly.value_problems import ASSEMBLY_PRICES
from bom.companies.enrichment import NOTHING, Enrichment
from bom.reading import Reading
from depmap.core.issues import Issue
from depmap.core.model import Assembly, Bom, Child, Component, Source


def assemble(reading: Reading, beside: Enrichment = NOTHING) -> Bom:
    """The system that a reading describes. Works for any depth; time grows with the number of lines, up to sorting.

    Lines not to be placed are counted and need nothing; what rests on a question that nobody has answered is unknown,
    a hint, or possibly needed. The issues of the reading come first, then those found here.

    Args:
        reading: a file as understood.
        beside: the supplier file and the catalogues that were given with it.

    Raises:
        InputError: supplier files that contradict themselves.
    """
    system = _assemble(settled(reading), beside)
    if reading.lines_in_question:
        system = joined(system, _assemble(in_question(reading), beside), name_of(reading))
    return replace(system, questions=len(reading.questions))


def _assemble(reading: Reading, beside: Enrichment) -> Bom:
    """The system that the lines make up that count."""
    rows = rows_of(reading)
    read = SourceReader(reading, rows, beside)
    sources = tuple(read.read(row) for row in rows)
    issues: list[Issue] = []
    tree = hierarchy(rows, part_keys(rows, sources, issues))
    needs = UseReader(tree, sources)
    uses = needs.read()
    times = times_needed(uses)
    costs = prices(reading, rows, issues)
    workshop = Workshop(rows, sources, needs.amounts, times, costs, MaterialReader(read), issues)
    system = _System(tree, workshop, needs.not_needed, [use for use in uses if use.owner in times])
    system.say_rest()
    return Bom(
        system=_name(reading, tree),
        file=reading.file,
        sha256=reading.sha256,
        children=system.children(TOP),
        assemblies=tuple(sorted(system.assemblies.values(), key=lambda assembly: assembly.id)),
        components=tuple(sorted(system.components.values(), key=lambda component: component.id)),
        suppliers=read.makers.suppliers(system.makers()),
        lines=len(rows),
        lines_in_question=sum(1 for row in rows if row.maybe),
        dnp_lines=sum(1 for row in rows if row.dnp or row.number("quantity") == 0),
        currency=workshop.prices.currency,
        issues=(*reading.issues, *tree.issues, *needs.issues, *read.issues(), *issues, *unused_catalogues(read)),
    )


@dataclass(slots=True)
class _System:
    """Puts the pieces together."""

    tree: Tree
    workshop: Workshop
    not_needed: frozenset[int]
    uses: Sequence[Use]
    components: Mapping[Key, Component] = field(init=False)
    assemblies: Mapping[int, Assembly] = field(init=False)
    _by_owner: dict[int, list[Use]] = field(init=False)
    _ids: Mapping[int, str] = field(init=False)

    def __post_init__(self) -> None:
        """Components first: children refer to them."""
        by_key: dict[Key, list[Use]] = {}
        self._by_owner = {}
        for use in self.uses:
            self._by_owner.setdefault(use.owner, []).append(use)
            if use.place is None:
                by_key.setdefault(use.key, []).append(use)
        self.components = self.workshop.components(by_key)
        places = [place for place in self.tree.places if place.index in self.workshop.times]
        self._ids = self._assembly_ids(places)
        self.assemblies = {place.index: self._assembly(place) for place in places}

    def children(self, owner: int) -> tuple[Child, ...]:
        """What a place needs, in the order of the file."""
        return tuple(self._child(use) for use in self._by_owner.get(owner, ()))

    def makers(self) -> list[str]:
        """The manufacturers that any source names."""
        stacks = [component.sources for component in self.components.values()]
        stacks += [assembly.sources for assembly in self.assemblies.values()]
        names = (source.manufacturer.value for stack in stacks for source in stack)
        return sorted({name for name in names if name})

    def say_rest(self) -> None:
        """What was read and then not used."""
        rows, issues = self.workshop.rows, self.workshop.issues
        if self.tree.root is not None:
            names = sorted(makers(self.workshop.sources[self.tree.root]))
            row = rows[self.tree.root]
            quantity = row.number("quantity")
            if quantity not in (None, 1):
                issues.append(ROOT_QUANTITY.at(row.at("quantity"), value=quantity))
            if names:
                issues.append(ROOT_MAKER.at(row.at("manufacturer"), maker=", ".join(names)))
        for index in sorted(self.not_needed):
            place = self.tree.declares[index]
            if place is not None and place not in self.workshop.times:
                issues.append(NOT_PLACED_BELOW.at(rows[index].cell, name=rows[index].name))
        priced = [
            rows[index].at("unit_price")
            for use in self.uses
            for index in use.rows
            if use.place is not None and self.workshop.prices.of_one(index)
        ]
        if priced:
            issues.append(ASSEMBLY_PRICES.at(priced[0], priced, count=len(priced)))

    def _child(self, use: Use) -> Child:
        name = self.components[use.key].id if use.place is None else self._ids[use.place]
        cells = tuple(self.workshop.rows[index].cell for index in use.lines)
        return Child(name, use.place is not None, tidy(use.quantity), cells)

    def _assembly(self, place: Place) -> Assembly:
        rows = self._rows(place)
        name = common(row.text("description") for row in rows) or place.name
        stacks = [
            self.workshop.sources[row.index]
            for row in rows
            if row.is_moved or _says_who(self.workshop.sources[row.index])
        ]
        return Assembly(
            id=self._ids[place.index],
            name=name,
            children=self.children(place.index),
            sources=union(stacks, name, self.workshop.issues),
            cells=tuple(row.cell for row in rows),
        )

    def _assembly_ids(self, places: Iterable[Place]) -> dict[int, str]:
        """The part number of each assembly, else its name; a number behind it where that is not unique."""
        names = [
            (place.index, common(row.text("part_number") for row in self._rows(place)) or place.name)
            for place in places
        ]
        return told_apart(names)

    def _rows(self, place: Place) -> list[Row]:
        return [self.workshop.rows[index] for index in place.rows if index not in self.not_needed]


def _says_who(sources: Sequence[Source]) -> bool:
    """Whether the line of an assembly says who makes it, or where."""
    return any(
        source.typed_as_manufacturer or source.manufacturer.value or source.manufacture.value for source in sources
    )


def _name(reading: Reading, tree: Tree) -> str:
    """What the file calls the system: in its title, else in the one line above all others, else by its own name."""
    if reading.title.get("system"):
        return reading.title["system"]
    return PurePath(reading.file).stem if tree.root is None else tree.rows[tree.root].name
