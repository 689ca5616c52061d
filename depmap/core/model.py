"""A bill of materials as depmap understands it, after reading: systems, assemblies, components, sources, suppliers."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from depmap.core.evidence import CellRef, Fact, unknown
from depmap.core.issues import Issue
from depmap.core.text import Text

SILENT = Text("", "")
"""Nothing to say."""


@dataclass(frozen=True, slots=True)
class Supplier:
    """A company in the chain, in its role of manufacturer."""

    name: str
    """Its canonical name when a list knows it, else its name as the workbook writes it."""

    recognised: bool = False
    """Whether a reference list knows it, by its exact name or a listed alias."""

    seat: Fact = field(default_factory=unknown)
    """Country of its seat (ISO 3166 alpha-2)."""

    parent: Fact = field(default_factory=unknown)
    """Name of its ultimate parent company."""

    ownership: Fact = field(default_factory=unknown)
    """Country of that parent (ISO 3166 alpha-2)."""

    spellings: tuple[str, ...] = ()
    """How the workbook writes it, sorted."""

    remarks: tuple[str, ...] = ()
    """What official lists say beside, with the dates of their entries."""

    note: Text = SILENT
    """What else is worth knowing (a moved seat, a change of name, a dispute about control); mostly empty."""

    possible: tuple[str, ...] = ()
    """Listed names that an unlisted one resembles: to ask back, never to merge."""


@dataclass(frozen=True, slots=True)
class Source:
    """One way to obtain a component: this manufacturer, made in this country."""

    manufacturer: Fact
    """Name of a `Supplier` of the same bill of materials; unknown when the line names none."""

    manufacture: Fact = field(default_factory=unknown)
    """Country of manufacture (ISO 3166 alpha-2)."""

    part_number: str | None = None
    """The manufacturer's part number."""

    distributors: tuple[str, ...] = ()
    """Who sells it, for information: never evidence of origin."""

    typed_as_manufacturer: str | None = None
    """The distributor that the workbook names as the manufacturer, when it does; the manufacturer is then unknown."""

    cells: tuple[CellRef, ...] = ()
    """The cells that state this source."""


@dataclass(frozen=True, slots=True)
class StatedMaterial:
    """What someone states to be in a component: a material, or a substance in one.

    Only what is stated is here. That a substance is not stated is never evidence that it is not there: declarations
    leave out what is below a threshold or not asked for.
    """

    name: Fact
    """Its name as written, and on whose word: a material declaration or the workbook declares it, a catalogue does not.
    """

    cas: str | None = None
    """Its CAS registry number, check digit verified; None when not stated, or wrong."""

    within: str | None = None
    """The homogeneous material in which the substance is, as written."""

    low: Decimal | None = None
    """Grams of it in one piece, at least; None when not stated."""

    high: Decimal | None = None
    """Grams of it in one piece, at most; None when not stated."""

    maker: str | None = None
    """Name of the `Supplier` whose part holds it; None when it is said of the line, whoever makes the part."""


@dataclass(frozen=True, slots=True)
class Component:
    """A line without children: one part number, however many lines use it."""

    id: str
    """Unique within the bill of materials: the part number, else what tells it apart."""

    description: str = ""
    """What the workbook calls it."""

    part_number: str | None = None
    """The buyer's or the manufacturer's number, as written."""

    sources: tuple[Source, ...] = ()
    """The approved ways to obtain it; at least one, be it an unknown one."""

    category: str | None = None
    """The category the workbook gives it."""

    component_class: str | None = None
    """Id of its component class, when one is clear; None is unknown."""

    class_reason: Text = SILENT
    """What told its class, which is inferred from that."""

    lines: int = 1
    """How many lines of the workbook ask for it."""

    quantity: Decimal | None = None
    """How many one system needs, over all its uses; None when a quantity is not stated."""

    cost: Decimal | None = None
    """What that quantity costs, in the currency of the bill of materials; None when a price is not stated."""

    stock: Decimal | None = None
    """Pieces in stock."""

    lead_time_weeks: Decimal | None = None
    """Stated lead time, in weeks."""

    lifecycle: str | None = None
    """Where it stands in its life cycle, as written: ``NRND``, ``obsolete``."""

    notes: tuple[str, ...] = ()
    """What its lines remark, as written, each once, in their order."""

    designators: tuple[str, ...] = ()
    """Reference designators on a board."""

    materials: tuple[StatedMaterial, ...] = ()
    """What is stated to be in it, never all that is in it; sorted by name."""

    grams: tuple[Decimal, Decimal] | None = None
    """Grams of one piece, at least and at most, as material declarations state it; None when none does."""

    cells: tuple[CellRef, ...] = ()
    """One cell per line that asks for it."""


@dataclass(frozen=True, slots=True)
class Child:
    """One need of an assembly: a component or another assembly, and how many of it."""

    id: str
    """Id of the component or assembly."""

    is_assembly: bool
    """Which of the two it is."""

    quantity: Decimal | None = None
    """How many one parent needs; None when not stated."""

    cells: tuple[CellRef, ...] = ()
    """The cells of the line."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """A line with children."""

    id: str
    """Unique among the assemblies of the bill of materials."""

    name: str
    """What the workbook calls it."""

    children: tuple[Child, ...]
    """All of them are needed."""

    sources: tuple[Source, ...] = ()
    """Who makes the whole, when the line says so: then one of these is needed too."""

    cells: tuple[CellRef, ...] = ()
    """The cells of the line."""


@dataclass(frozen=True, slots=True)
class Bom:
    """One system as its bill of materials describes it."""

    system: str
    """Name of the system."""

    file: str
    """Name of the file it was read from."""

    sha256: str
    """Of the file, in hexadecimal."""

    children: tuple[Child, ...]
    """What the system itself needs, directly."""

    assemblies: tuple[Assembly, ...] = ()
    """Sorted by id."""

    components: tuple[Component, ...] = ()
    """Sorted by id."""

    suppliers: tuple[Supplier, ...] = ()
    """Every manufacturer that a source names, sorted by name."""

    lines: int = 0
    """Part lines read, those not to be placed and those in question included."""

    lines_in_question: int = 0
    """Lines of which it is asked, and not yet answered, whether their parts are needed: they are possibly needed."""

    questions: int = 0
    """Questions about the workbook that nobody has answered: what rests on them is unknown or a hint."""

    dnp_lines: int = 0
    """Lines marked not to be placed; they need nothing."""

    currency: str | None = None
    """ISO 4217 code of the prices; None when unknown or mixed."""

    issues: tuple[Issue, ...] = ()
    """What was wrong or doubtful in the workbook."""

    def supplier(self, name: str) -> Supplier:
        """The supplier of that name; an unlisted name is an unknown supplier."""
        return next((supplier for supplier in self.suppliers if supplier.name == name), Supplier(name))
