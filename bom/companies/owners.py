"""Companies and owners as the list of manufacturers names them, looked up by exact names only."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from bom.companies.supplier_index import LIST, bare
from bom.companies.suppliers import SupplierEntry, recognise_exactly
from depmap.core.evidence import Fact, Tier, unknown
from depmap.core.names import fold
from depmap.core.reference import load, tier


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner as the list of manufacturers names it."""

    name: str
    """Its name, as the list writes it first."""

    country: Fact
    """Country of its seat (ISO 3166 alpha-2)."""


def company_identity(name: str) -> str:
    """What two names of one company have in common: its name in the list, else its letters without legal form."""
    entry = listed_company(name)
    return entry.name if entry else bare(fold(name))


def listed_company(name: str) -> SupplierEntry | None:
    """What the list of manufacturers knows by exactly this name."""
    found = recognise_exactly(name)
    return found.entry if found else None


@functools.cache
def listed_owners() -> Mapping[str, Owner]:
    """The owners of all companies of the list, by what their names have in common."""
    listed = load(LIST)
    owners: dict[str, Owner] = {}
    for row in listed.rows:
        if row["parent"]:
            worth, code = tier(row["parent_country_confidence"]), row["parent_country"]
            sure = code and worth is not Tier.UNKNOWN
            country = Fact(code, worth, reference=listed.info.reference) if sure else unknown()
            owners.setdefault(company_identity(row["parent"]), Owner(row["parent"], country))
    return owners


def ownership(parent: str) -> Fact:
    """The country of an owner for which the file gives none: that of the list, else unknown."""
    owner = listed_owners().get(company_identity(parent))
    return owner.country if owner else unknown()
