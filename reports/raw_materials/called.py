"""What components are called in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from depmap.core.graph import Graph, Kind
from depmap.core.text import Language
from reports.raw_materials import words
from reports.raw_materials.uses import Uses
from reports.words import names
from reports.words.format import visible

NAMED = 200
"""Names of components in one cell: it repeats in every row of the CSV."""


def called(uses: Uses, owners: Sequence[str], language: Language, most: int = NAMED) -> str:
    """The first of these components by name, and how many more there are."""
    shown = ", ".join(owner(name, uses.system.graph, language) for name in owners[:most])
    rest = len(owners) - most
    return shown + (words.MORE.format(count=rest)[language] if rest > 0 else "")


def owner(identity: str, graph: Graph, language: Language) -> str:
    """The id of a component, as in the other workbook; the name of a whole."""
    kind, _, name = identity.partition(":")
    return visible(name) if kind == Kind.COMPONENT else names.node(graph, identity, language)
