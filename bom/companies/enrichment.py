"""What an analyst gives beside a bill of materials: a supplier file, a component catalogue, a mapping file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bom.assembly.problem import Problem
from bom.companies.catalogue import Catalogue, CataloguedPart, read_catalogue
from bom.companies.known_companies import KnownCompanies
from bom.companies.supplier_file import SupplierFile, read_supplier_file
from bom.pins.model import MappingFile
from depmap.core.evidence import Fact, Tier
from depmap.core.issues import Severity
from depmap.core.text import Text

CATALOGUE_DIFFERS = Problem(
    "DI373",
    Severity.WARNING,
    Text(
        "Het land van {count:regel|regels} is {stated} ({cells}); de catalogus zegt {listed} ({reference}, {tier}). "
        "De stuklijst telt.",
        "The country of {count:line|lines} is {stated} ({cells}); the catalogue says {listed} ({reference}, {tier}). "
        "The bill of materials counts.",
    ),
    Text("Ga na welk van beide klopt.", "Find out which of the two is right."),
)
CATALOGUE_UNDECIDED = Problem(
    "DI374",
    Severity.WARNING,
    Text(
        "De catalogus noemt voor {value} verschillende landen: {listed}; geen ervan is gebruikt ({cells}).",
        "The catalogue gives several countries for {value}: {listed}; none of them is used ({cells}).",
    ),
)


@dataclass(frozen=True, slots=True)
class Enrichment:
    """Files beside the bills of materials of a run."""

    suppliers: SupplierFile | None = None
    """What is stated about companies."""

    catalogues: tuple[Catalogue, ...] = ()
    """Where parts are made and what is in them; what they contradict each other in is not known."""

    mapping: MappingFile | None = None
    """How workbooks are to be read."""

    def country(self, manufacturer: str, part_number: str, known: KnownCompanies) -> tuple[Fact, ...]:
        """What the catalogues say of the country of manufacture of a part; see `Catalogue.country`."""
        best: dict[str | None, Fact] = {}
        found = (fact for each in self.catalogues for fact in each.country(manufacturer, part_number, known))
        for fact in sorted(found, key=lambda fact: fact.tier is Tier.ASSUMED):
            best.setdefault(fact.value, fact)
        return tuple(best.values())

    def parts(self, manufacturer: str, part_number: str, known: KnownCompanies) -> tuple[CataloguedPart, ...]:
        """What the rows of the catalogues say of this part of this maker."""
        return tuple(part for each in self.catalogues for part in each.parts(manufacturer, part_number, known))


NOTHING = Enrichment()
"""No file beside."""


def read_enrichment(
    suppliers: Path | None, catalogues: Sequence[Path] = (), mapping: Path | None = None, *, alone: bool = True
) -> Enrichment:
    """The files at these paths, as far as there are any.

    Args:
        suppliers: what is stated about companies.
        catalogues: where parts are made and what is in them.
        mapping: how workbooks are to be read.
        alone: whether they are given with one bill of materials.

    Raises:
        InputError: a file cannot be read, or something in it is wrong; nothing of it is used then.
        MappingError: the same of the mapping file.
    """
    from bom.formats import open_file
    from bom.pins.reading import read_mapping
    from bom.template.sheets import only_suppliers

    return Enrichment(
        suppliers=read_supplier_file(only_suppliers(open_file(suppliers))) if suppliers else None,
        catalogues=tuple(read_catalogue(open_file(catalogue)) for catalogue in catalogues),
        mapping=read_mapping(mapping, alone=alone) if mapping else None,
    )
