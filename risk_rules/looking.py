"""What rules look for in a bill of materials: small pure functions, no judgement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depmap.core.countries import country_name
from depmap.core.evidence import CellRef, Fact, Tier, unknown
from depmap.core.graph import Kind, node_id
from depmap.core.judgement import Grade
from depmap.core.model import Assembly, Bom, Component, Source, Supplier
from depmap.core.text import Text, in_language, same


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is obtained as a whole: a component, or an assembly of which the maker is stated."""

    id: str
    """Id of its node."""

    label: str
    """Its name for people."""

    sources: tuple[Source, ...]
    """The approved ways to obtain it; at least one, be it an unknown one."""

    cells: tuple[CellRef, ...]
    """The cells of its lines."""

    component_class: str | None = None
    """Id of its component class; None when unknown."""


@dataclass(frozen=True, slots=True)
class Support:
    """What a finding rests on."""

    tier: Tier
    """The weakest evidence among the facts."""

    cells: tuple[CellRef, ...]
    """The cells of the facts, sorted, each once."""


def parts(bom: Bom) -> tuple[Part, ...]:
    """Every component, and every assembly that is bought as a whole; in the order of the bill of materials."""
    bought = tuple(_part(assembly) for assembly in bom.assemblies if assembly.sources)
    return bought + tuple(_part(component) for component in bom.components)


def _part(item: Assembly | Component) -> Part:
    if isinstance(item, Assembly):
        return Part(node_id(Kind.ASSEMBLY, item.id), _label(item.id, item.name), item.sources, item.cells)
    return Part(
        node_id(Kind.COMPONENT, item.id),
        _label(item.id, item.description),
        item.sources or (Source(Fact(None, Tier.UNKNOWN, item.cells), Fact(None, Tier.UNKNOWN, item.cells)),),
        item.cells,
        item.component_class,
    )


def _label(name: str, description: str) -> str:
    words = " ".join(description.split())
    return f"{words} ({name})" if words and words != name else name


def makers(part: Part) -> tuple[str, ...]:
    """The distinct manufacturers that are known, sorted."""
    return tuple(sorted({str(fact.value) for fact in manufacturers(part) if fact.known}))


def countries(part: Part) -> tuple[str, ...]:
    """The distinct countries of manufacture that are known, sorted."""
    return tuple(sorted({str(source.manufacture.value) for source in part.sources if source.manufacture.known}))


def parts_by_maker(listed: Iterable[Part]) -> Mapping[str, tuple[Part, ...]]:
    """For each company the parts of which it is a known manufacturer. Linear in the number of parts."""
    made: dict[str, list[Part]] = {}
    for part in listed:
        for maker in makers(part):
            made.setdefault(maker, []).append(part)
    return {maker: tuple(found) for maker, found in made.items()}


def control(source: Source, suppliers: Mapping[str, Supplier]) -> tuple[Fact, ...]:
    """From where the maker of a source is controlled: its seat, and the country of its ultimate parent."""
    supplier = suppliers.get(str(source.manufacturer.value))
    return (supplier.seat, supplier.ownership) if supplier else (unknown(*source.manufacturer.cells),)


def manufacturers(part: Part) -> tuple[Fact, ...]:
    """Who makes it, source by source."""
    return tuple(source.manufacturer for source in part.sources)


def places(part: Part) -> tuple[Fact, ...]:
    """Where it is made, source by source."""
    return tuple(source.manufacture for source in part.sources)


def unknown_among(facts: Iterable[Fact]) -> int:
    """How many of the facts are no knowledge: unknown, or only assumed."""
    return sum(not fact.known for fact in facts)


@dataclass(frozen=True, slots=True)
class Exposure:
    """How the sources of a part stand to a set of countries."""

    named: tuple[Fact, ...]
    """The facts that place a source there: those that are known, else those that are only assumed."""

    touched: int
    """Sources known to be there."""

    elsewhere: int
    """Sources known to be wholly elsewhere."""

    unclear: int
    """All other sources."""

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the set that are named, sorted."""
        return tuple(sorted({str(fact.value) for fact in self.named}))

    @property
    def steps(self) -> int:
        """One grade up when all sources are there, one down when one is elsewhere, one down without any evidence."""
        step = -1 if self.elsewhere else 0 if self.unclear else 1
        return step if self.touched else step - 1


def exposure(sources: Iterable[tuple[Fact, ...]], values: frozenset[str]) -> Exposure:
    """How sources stand to a set of countries; each source is given by the facts that place it."""
    listed = tuple(sources)
    hits = [fact for facts in listed for fact in facts if fact.value in values and fact.tier is not Tier.UNKNOWN]
    touched = sum(any(fact.known and fact.value in values for fact in facts) for facts in listed)
    elsewhere = sum(all(fact.known and fact.value not in values for fact in facts) for facts in listed)
    known = tuple(fact for fact in hits if fact.known)
    return Exposure(known or tuple(hits), touched, elsewhere, len(listed) - touched - elsewhere)


def support(facts: Iterable[Fact], otherwise: tuple[CellRef, ...] = ()) -> Support:
    """The weakest tier of the facts and all their cells; the cells ``otherwise`` when the facts name none."""
    listed = tuple(facts)
    order = list(Tier)
    tier = max((fact.tier for fact in listed), key=order.index, default=Tier.UNKNOWN)
    cells = {cell for fact in listed for cell in fact.cells} or set(otherwise)
    return Support(tier, tuple(sorted(cells)))


def references(facts: Iterable[Fact]) -> tuple[str, ...]:
    """What the facts refer to, sorted, each once."""
    return tuple(sorted({fact.reference for fact in facts if fact.reference}))


def cells_of(listed: Iterable[Part]) -> tuple[CellRef, ...]:
    """The cells of the lines of parts, sorted, each once."""
    return tuple(sorted({cell for part in listed for cell in part.cells}))


def weakest(facts: Iterable[Fact]) -> Tier:
    """How well a certain verdict is supported: by the weakest of the facts that are known; unknown when none is."""
    return support(fact for fact in facts if fact.known).tier


def stepped(grade: Grade, steps: int) -> Grade:
    """``steps`` grades higher or lower, never below low or above critical."""
    return Grade(min(max(grade + steps, Grade.LOW), Grade.CRITICAL))


def listing(names: Iterable[str | Text]) -> Text:
    """``A, B and C`` in both languages, in the order given."""
    wordings = [name if isinstance(name, Text) else same(name) for name in names]

    def joined(last: str, words: list[str]) -> str:
        return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)

    return Text(
        nl=joined("en", [str(in_language(each, "nl")) for each in wordings]),
        en=joined("and", [str(in_language(each, "en")) for each in wordings]),
    )


def country_names(codes: Iterable[str]) -> Text:
    """The names of countries, for a sentence."""
    return listing(Text(nl=country_name(code, "nl"), en=country_name(code, "en")) for code in codes)
