"""By what the list of components on the page can be sifted, and what each row says of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depmap.core.graph import Kind
from depmap.core.text import Language
from reports.words import names, remedies
from reports.words.rows import ComponentRow

Option = tuple[str, str]
"""A value and its words."""


@dataclass(frozen=True, slots=True)
class Sifting:
    """What can be chosen; only what some component has."""

    bands: tuple[Option, ...]
    """The parts of the list, in its order."""

    classes: tuple[Option, ...]
    """The component classes by name; an empty value is an unknown class."""

    countries: tuple[Option, ...]
    """The countries of manufacture by name; `UNKNOWN` stands for components without one."""

    measures: tuple[Option, ...]
    """The measures, in the order of the letter."""


UNKNOWN = "unknown"
"""The value of an unknown class or country."""


def sifting(rows: Sequence[ComponentRow], language: Language) -> Sifting:
    """What the components of a list can be sifted by."""
    bands = {row.criticality.band: row.criticality.band.text[language] for row in rows}
    classes = {_class(row): names.class_text(row.component.component_class)[language] for row in rows}
    countries = {node: names.country(node.partition(":")[2], language) for row in rows for node in row.made_in}
    measures = {measure.en: measure[language] for measure in remedies.measures_for(rows)}
    nowhere = [(UNKNOWN, Kind.UNKNOWN.text[language])] if any(not row.made_in for row in rows) else []
    return Sifting(
        bands=tuple((band.key, bands[band]) for band in sorted(bands)),
        classes=tuple(_by_name(classes.items())),
        countries=(*_by_name((names.key(node), name) for node, name in countries.items()), *nowhere),
        measures=tuple(measures.items()),
    )


def said(row: ComponentRow) -> dict[str, str]:
    """What a row says of itself, in the words of `sifting`."""
    return {
        "band": row.criticality.band.key,
        "grade": str(int(row.grade)),
        "class": _class(row),
        "measures": "|".join(measure.en for measure in remedies.measures_for([row])),
    }


def _class(row: ComponentRow) -> str:
    return names.key(row.component.component_class or UNKNOWN)


def _by_name(options: Iterable[Option]) -> list[Option]:
    return sorted(options, key=lambda option: (option[1].casefold(), option[0]))
