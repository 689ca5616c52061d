"""One part, several lines: their sources together, each way to obtain it once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bom.assembly.rows import same
from bom.assembly.value_problems import COUNTRIES_CONFLICT
from depmap.core.evidence import CONFLICT, CellRef, Fact, Tier, unknown
from depmap.core.issues import Issue
from depmap.core.model import Source

_RANK = {tier: rank for rank, tier in enumerate(Tier)}
_STATED = (Tier.PROVEN, Tier.DECLARED)


def union(stacks: Iterable[Sequence[Source]], name: str, issues: list[Issue]) -> tuple[Source, ...]:
    """The sources of all lines of a part; what two lines both state is one source.

    The order does not depend on the order of the lines: first sources first, then by name. A line without a maker adds
    no unknown source where another line names one: it says nothing, which is not a second way to obtain the part.

    Args:
        stacks: for each line its sources, the preferred one first.
        name: what messages call the part.
        issues: receives what contradicts itself.
    """
    same_source: dict[tuple[str, ...], list[tuple[int, Source]]] = {}
    for stack in stacks:
        for position, source in enumerate(stack):
            same_source.setdefault(_identity(source), []).append((position, source))
    joined = [
        (min(position for position, _ in found), _join([source for _, source in found], name, issues))
        for found in same_source.values()
    ]
    joined.sort(key=lambda item: (item[0], _identity(item[1]), str(item[1].manufacture.value)))
    sources = _one_per_place(_without_numberless([source for _, source in joined]))
    if any(source.manufacturer.value for source in sources):
        silent = [source for source in sources if _says_nothing(source)]
        sources = [source for source in sources if not _says_nothing(source)]
        sellers = {seller for source in silent for seller in source.distributors}
        if sellers:
            sources[0] = replace(sources[0], distributors=tuple(sorted({*sources[0].distributors, *sellers})))
    return tuple(sources)


def _identity(source: Source) -> tuple[str, ...]:
    maker = source.manufacturer.value
    if maker is None:
        country = source.manufacture.value or ""
        return ("~", source.typed_as_manufacturer or "", same(source.part_number or ""), country)
    return (maker, same(source.part_number or ""))


def _join(sources: Sequence[Source], name: str, issues: list[Issue]) -> Source:
    """One source from several statements of it."""
    if len(sources) == 1:
        return sources[0]
    number = min((source.part_number for source in sources if source.part_number), default=None)
    return replace(_join_cells(sources), manufacture=_one_country(sources, name, issues), part_number=number)


def _join_cells(sources: Sequence[Source]) -> Source:
    """The first of the sources, on the best word for its maker, with the cells and the sellers of all."""
    best = min((source.manufacturer for source in sources), key=lambda fact: _RANK[fact.tier])
    return replace(
        sources[0],
        manufacturer=replace(best, cells=_cells(source.manufacturer.cells for source in sources)),
        distributors=tuple(sorted({seller for source in sources for seller in source.distributors})),
        cells=_cells(source.cells for source in sources),
    )


def _one_country(sources: Sequence[Source], name: str, issues: list[Issue]) -> Fact:
    """The best supported country; unknown when the file states two."""
    facts = [source.manufacture for source in sources]
    values = sorted({fact.value for fact in facts if fact.value and fact.tier in _STATED})
    if len(values) > 1:
        cells = _cells(fact.cells for fact in facts if fact.value in values)
        maker = sources[0].manufacturer.value or "?"
        issues.append(COUNTRIES_CONFLICT.at(cells[0], cells, name=name, maker=maker, values=", ".join(values)))
        return unknown(*cells, reference=CONFLICT + ", ".join(values))
    best = min(facts, key=lambda fact: (_RANK[fact.tier], str(fact.value), fact.reference))
    return replace(best, cells=_cells(fact.cells for fact in facts if fact.value == best.value))


def _without_numberless(sources: Sequence[Source]) -> list[Source]:
    """A maker named without a part number adds nothing beside the same maker with one, unless it adds a country."""
    numbered: dict[str, set[str | None]] = {}
    for source in sources:
        if source.manufacturer.value and source.part_number:
            numbered.setdefault(source.manufacturer.value, set()).add(source.manufacture.value)
    return [
        source
        for source in sources
        if source.part_number
        or source.manufacturer.value not in numbered
        or source.manufacture.value not in {None, *numbered[source.manufacturer.value]}
    ]


def _one_per_place(sources: Sequence[Source]) -> list[Source]:
    """A source is a manufacturer and a place: two part numbers of one maker from one country are one source."""
    places: dict[tuple[str, str | None], list[Source]] = {}
    kept: list[list[Source]] = []
    for source in sources:
        group = [source]
        if source.manufacturer.value is not None:
            group = places.setdefault((source.manufacturer.value, source.manufacture.value), [])
            group.append(source)
        if len(group) == 1:
            kept.append(group)
    return [_join_numbers(group) for group in kept]


def _join_numbers(sources: Sequence[Source]) -> Source:
    if len(sources) == 1:
        return sources[0]
    numbers = dict.fromkeys(source.part_number for source in sources if source.part_number)
    best = min((source.manufacture for source in sources), key=lambda fact: _RANK[fact.tier])
    return replace(_join_cells(sources), manufacture=best, part_number=" / ".join(numbers) or None)


def _says_nothing(source: Source) -> bool:
    stated = (source.manufacturer.value, source.manufacture.value, source.part_number, source.typed_as_manufacturer)
    return not any(stated)


def _cells(stacks: Iterable[tuple[CellRef, ...]]) -> tuple[CellRef, ...]:
    return tuple(dict.fromkeys(cell for cells in stacks for cell in cells))
