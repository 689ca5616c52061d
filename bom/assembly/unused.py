"""Catalogues and declarations that were given in vain: nobody should believe that they counted."""

from __future__ import annotations

from collections.abc import Iterator

from bom.assembly.problem import Problem
from bom.assembly.rows import same
from bom.assembly.sources import SourceReader
from depmap.core.evidence import CellRef
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

UNUSED = Problem(
    "DI375",
    Severity.NOTE,
    Text(
        "geen van de {count} onderdelen in dit bestand is een onderdeel van {system}: er is niets van gebruikt.",
        "none of the {count} parts in this file is a part of {system}: nothing of it was used.",
    ),
    Text(
        "Fabrikant en fabrikantnummer moeten allebei kloppen. Vergelijk ze met de stuklijst.",
        "Manufacturer and the manufacturer's number must both be the same. Compare them with the bill of materials.",
    ),
)


def unused_catalogues(sources: SourceReader) -> Iterator[Issue]:
    """One issue for each catalogue that names no part of the file. Complexity: lines + rows of the catalogues."""
    if not sources.beside.catalogues:
        return
    makers: dict[str, set[str]] = {}
    for drafts in sources.drafts:
        for draft in drafts:
            if draft.maker and draft.mpn:
                makers.setdefault(same(draft.mpn), set()).add(draft.maker)
    for catalogue in sources.beside.catalogues:
        shared = (model for model in catalogue.by_model if model in makers)
        if not any(catalogue.parts(maker, model, sources.known) for model in shared for maker in makers[model]):
            cell = CellRef(catalogue.file, "", 1, "A")
            yield UNUSED.at(cell, count=catalogue.rows, system=sources.reading.file)
