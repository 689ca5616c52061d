"""A bill of materials with codes for its names: the same parts, sources, countries, classes and quantities.

It is done right after reading, before anything is built on it, so that no later text can hold a name. What a rule reads
in the words of a line (that it is a sole source, that its life has ended, the date of a document) is kept as one plain
word or date; all other words go. Costs are scaled by one factor, so that shares stay and prices do not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Context, Decimal

from depmap.app.redact_codes import Codes
from depmap.core import reference
from depmap.core.evidence import CONFLICT, CellRef, Fact, Tier
from depmap.core.issues import Issue
from depmap.core.material_lists import material_world
from depmap.core.model import Assembly, Bom, Child, Component, Source, StatedMaterial, Supplier
from depmap.core.names import fold
from depmap.core.text import Text
from risk_rules.dates import date_in
from risk_rules.rules.dm113_end_of_life import DENIED, ENDED, ENDING
from risk_rules.sole_source import says_sole_source

TOTAL = Decimal(1_000_000)
"""What the known costs of a system add up to after scaling."""

NO_CURRENCY = "XXX"
"""How ISO 4217 writes an amount that is in no currency."""

_EXACT = Context(prec=200)
_DIGITS = Context(prec=30)


class BomRedaction:
    """Puts codes for the names of bills of materials, all by the same codes."""

    def __init__(self, codes: Codes) -> None:
        self._codes = codes
        self._lists = frozenset(info.reference for info in reference.lists())
        self._materials = {
            fold(word): material.id
            for material in material_world().materials.values()
            for word in (material.id, material.name.nl, material.name.en, *material.aliases)
        }

    def bom(self, bom: Bom) -> Bom:
        """The bill of materials with codes, in the order of the codes."""
        lines = self._in_order_of_cells(bom)
        factor = _factor(bom.components)
        made = [self._assembly(each) if isinstance(each, Assembly) else self._component(each, factor) for each in lines]
        makers = sorted(bom.suppliers, key=lambda each: self._codes.code("S", each.name))
        return Bom(
            system=self._codes.code("U", bom.system),
            file=self._codes.code("F", bom.file),
            sha256="",
            children=self._children(bom.children),
            assemblies=tuple(sorted((each for each in made if isinstance(each, Assembly)), key=lambda each: each.id)),
            components=tuple(sorted((each for each in made if isinstance(each, Component)), key=lambda each: each.id)),
            suppliers=tuple(map(self._supplier, makers)),
            lines=bom.lines,
            lines_in_question=bom.lines_in_question,
            questions=bom.questions,
            dnp_lines=bom.dnp_lines,
            currency=NO_CURRENCY if bom.currency else None,
            issues=tuple(self._issue(each) for each in bom.issues),
        )

    def _in_order_of_cells(self, bom: Bom) -> list[Assembly | Component]:
        """The lines from top to bottom, with codes for their ids.

        Everything that they name gets its code in that order too, so that no order of names shows through.
        """
        lines: list[Assembly | Component] = [*bom.assemblies, *bom.components]
        lines.sort(key=lambda each: [*map(_place, each.cells)])
        for line in lines:
            self._codes.code("A" if isinstance(line, Assembly) else "C", line.id)
        return lines

    def _company(self, name: str | None) -> str | None:
        return None if name is None else self._codes.code("S", name)

    def _number(self, number: str | None) -> str | None:
        return None if number is None else self._codes.code("P", number)

    def _cell(self, cell: CellRef) -> CellRef:
        sheet = self._codes.code("T", cell.sheet) if cell.sheet else ""
        return CellRef(self._codes.code("F", cell.file), sheet, cell.row, cell.column)

    def _cells(self, cells: Iterable[CellRef]) -> tuple[CellRef, ...]:
        return tuple(map(self._cell, cells))

    def _children(self, children: Iterable[Child]) -> tuple[Child, ...]:
        return tuple(
            replace(each, id=self._codes.code("A" if each.is_assembly else "C", each.id), cells=self._cells(each.cells))
            for each in children
        )

    def _assembly(self, each: Assembly) -> Assembly:
        code = self._codes.code("A", each.id)
        return Assembly(code, code, self._children(each.children), self._sources(each.sources), self._cells(each.cells))

    def _component(self, each: Component, factor: Decimal) -> Component:
        said = says_sole_source(each)
        return Component(
            id=self._codes.code("C", each.id),
            part_number=self._number(each.part_number),
            sources=self._sources(each.sources),
            component_class=each.component_class,
            lines=each.lines,
            quantity=each.quantity,
            cost=None if each.cost is None else _EXACT.multiply(each.cost, factor),
            stock=each.stock,
            lead_time_weeks=each.lead_time_weeks,
            lifecycle=_life(each.lifecycle),
            notes=("sole source",) if said else (),
            materials=tuple(self._material(material) for material in each.materials),
            grams=each.grams,
            cells=self._cells(each.cells),
        )

    def _sources(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        return tuple(
            Source(
                manufacturer=self._fact(each.manufacturer, self._company(each.manufacturer.value)),
                manufacture=self._fact(each.manufacture, each.manufacture.value),
                part_number=self._number(each.part_number),
                distributors=tuple(self._codes.code("S", name) for name in each.distributors),
                typed_as_manufacturer=self._company(each.typed_as_manufacturer),
                cells=self._cells(each.cells),
            )
            for each in sources
        )

    def _supplier(self, each: Supplier) -> Supplier:
        """What official lists say of it stays: that is the name of a list, not of a company."""
        return Supplier(
            name=self._codes.code("S", each.name),
            recognised=each.recognised,
            seat=self._fact(each.seat, each.seat.value),
            parent=self._fact(each.parent, self._company(each.parent.value)),
            ownership=self._fact(each.ownership, each.ownership.value),
            remarks=each.remarks,
            possible=tuple(self._codes.code("S", name) for name in each.possible),
        )

    def _material(self, each: StatedMaterial) -> StatedMaterial:
        """A material that a list knows keeps its name, and a substance its CAS number: neither is anybody's."""
        name = each.name.value
        listed = self._materials.get(fold(name or ""))
        value = None if name is None else listed or self._codes.code("X", name)
        within = None if each.within is None else self._codes.code("X", each.within)
        return replace(each, name=self._fact(each.name, value), within=within, maker=self._company(each.maker))

    def _fact(self, fact: Fact, value: str | None) -> Fact:
        return Fact(value, fact.tier, self._cells(fact.cells), self._reference(fact))

    def _reference(self, fact: Fact) -> str:
        """A list of depmap keeps its name, a document its date, and a conflict between countries what it is between."""
        said = fact.reference
        if not said or said in self._lists:
            return said
        if said.startswith(CONFLICT):
            codes = said.removeprefix(CONFLICT).split(", ")
            return said if reference.country_codes().issuperset(codes) else CONFLICT.strip()
        code, day = self._codes.code("E", said), date_in(said) if fact.tier is Tier.PROVEN else None
        return code if day is None else f"{code}, {day.isoformat()}"

    def _issue(self, issue: Issue) -> Issue:
        cell = None if issue.cell is None else self._cell(issue.cell)
        return Issue(issue.code, issue.severity, LEFT_OUT, cell, also=self._cells(issue.also))


def _place(cell: CellRef) -> tuple[str, str, int, int, str]:
    """Cells in the order in which people read them."""
    return cell.file, cell.sheet, cell.row, len(cell.column), cell.column


def _life(lifecycle: str | None) -> str | None:
    """The one word that tells where it stands in its life cycle, as far as a rule looks at that."""
    said = " ".join((lifecycle or "").split())
    if ENDED.search(said) and not DENIED.search(said):
        return "obsolete"
    return "NRND" if ENDING.search(said) else None


def _factor(components: Iterable[Component]) -> Decimal:
    """By what every cost is multiplied, exactly, so that no share of one changes."""
    known = sum((each.cost for each in components if each.cost is not None), Decimal(0))
    return _DIGITS.divide(TOTAL, known) if known > 0 else Decimal(1)


LEFT_OUT = Text("De tekst kan een naam bevatten en is weggelaten.", "The text may hold a name and is left out.")
"""What stands in place of every message about a cell."""
