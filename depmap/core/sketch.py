"""Small bills of materials in a few words, for the examples in rules, for documentation and for tests."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from depmap.core.evidence import CellRef, Fact, Tier, unknown
from depmap.core.model import Assembly, Bom, Child, Component, Source, Supplier

SUPPLIERS = "$suppliers"
"""The key under which a sketch says what is known of its suppliers."""

FIELDS = "$components"
"""The key under which a sketch sets other fields of its components."""


def sketch(system: str, parts: Mapping[str, object]) -> Bom:
    """A bill of materials from nested mappings.

    A mapping is an assembly; a list of strings is a component with its sources. A source is written ``Maker@CC``: made
    by Maker in country CC. ``Maker`` alone has an unknown country, ``@CC`` an unknown maker, an empty string neither; a
    trailing ``!`` makes the country proven, ``~`` inferred and ``?`` only assumed. ``$suppliers`` maps a maker to
    ``{"seat": "CN", "parent": "Group", "ownership": "CN", "recognised": True}``; ``$components`` maps a component to
    fields of `Component`.

    >>> bom = sketch("kite", {"motor": ["Acme@CN", "Volt@DE!"], "tail": {"ribbon": [""]}})
    >>> [component.id for component in bom.components]
    ['motor', 'ribbon']
    """
    rows = iter(range(2, 100_000))
    assemblies: list[Assembly] = []
    components: dict[str, Component] = {}
    fields = _mapping(parts.get(FIELDS))

    def read(content: Mapping[str, object]) -> tuple[Child, ...]:
        children = []
        for name, value in content.items():
            if name.startswith("$"):
                continue
            cell = CellRef("sketch.xlsx", "Sheet1", next(rows), "A")
            is_assembly = isinstance(value, Mapping)
            if isinstance(value, Mapping):
                assemblies.append(Assembly(name, name, read(value), cells=(cell,)))
            else:
                sources = tuple(_source(str(text), cell) for text in (value if isinstance(value, list) else [value]))
                components[name] = Component(
                    id=name, description=name, part_number=name, sources=sources, quantity=Decimal(1), cells=(cell,)
                )
            children.append(Child(name, is_assembly, Decimal(1), (cell,)))
        return tuple(children)

    children = read(parts)
    for name, extra in fields.items():
        components[name] = _with(components[name], _mapping(extra))
    known = _mapping(parts.get(SUPPLIERS))
    makers = {source.manufacturer.value for component in components.values() for source in component.sources}
    return Bom(
        system=system,
        file="sketch.xlsx",
        sha256="0" * 64,
        children=children,
        assemblies=tuple(sorted(assemblies, key=lambda assembly: assembly.id)),
        components=tuple(components[name] for name in sorted(components)),
        suppliers=tuple(
            _supplier(name, _mapping(known.get(name))) for name in sorted(makers - {None}, key=str) if name
        ),
        lines=len(components),
    )


_TIERS = {"!": Tier.PROVEN, "~": Tier.INFERRED, "?": Tier.ASSUMED}


def _source(text: str, cell: CellRef) -> Source:
    maker, _, country = text.partition("@")
    tier = _TIERS.get(country[-1:], Tier.DECLARED)
    country = country.rstrip("!~?")
    return Source(
        manufacturer=Fact(maker, Tier.DECLARED, (cell,)) if maker else unknown(cell),
        manufacture=Fact(country, tier, (cell,)) if country else unknown(cell),
        part_number=None,
        cells=(cell,),
    )


def _supplier(name: str, known: Mapping[str, object]) -> Supplier:
    def fact(key: str) -> Fact:
        value = known.get(key)
        return Fact(str(value), Tier.INFERRED, (), "sketch") if value else unknown()

    return Supplier(
        name,
        recognised=bool(known.get("recognised", True)),
        seat=fact("seat"),
        parent=fact("parent"),
        ownership=fact("ownership"),
        spellings=(name,),
    )


def _with(component: Component, extra: Mapping[str, object]) -> Component:
    import dataclasses

    return dataclasses.replace(component, **extra)  # type: ignore[arg-type]


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
