"""What the texts in manufacturer columns name: a company, a distributor, a country, or nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bom.companies.known_companies import NOBODY, KnownCompanies, KnownCompany
from bom.companies.supplier_index import named_together
from bom.companies.suppliers import Recognition, SupplierEntry, recognise, recognise_exactly
from depmap.core.evidence import unknown
from depmap.core.issues import Issue
from depmap.core.model import Supplier
from depmap.core.names import fold

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Maker:
    """What one text in a manufacturer column names."""

    status: str
    """As in `Recognition`; ``url`` when it is the address of a page, ``several`` when it names several companies."""

    name: str | None
    """The manufacturer: its canonical name, or one spelling for all that differ in case and spaces only; else None."""

    distributor: str | None
    """The distributor that stands where a manufacturer should."""

    entry: SupplierEntry | None
    """What a supplier file or the list knows of it."""

    possible: tuple[str, ...]
    """Listed names that may be meant."""

    issues: tuple[Issue, ...] = ()
    """Where a supplier file and the list contradict each other about it."""


@dataclass(frozen=True, slots=True)
class Makers:
    """All texts in the manufacturer columns of a file."""

    by_text: Mapping[str, Maker]
    """What each text names."""

    spellings: Mapping[str, tuple[str, ...]]
    """For each manufacturer how the file writes it, sorted."""

    def suppliers(self, names: Iterable[str]) -> tuple[Supplier, ...]:
        """What is known of these manufacturers, sorted by name."""
        entries = {maker.name: maker.entry for maker in self.by_text.values() if maker.name}
        possible: dict[str, set[str]] = {}
        for maker in self.by_text.values():
            if maker.name and maker.possible:
                possible.setdefault(maker.name, set()).update(maker.possible)
        return _agreeing(
            _supplier(name, entries.get(name), self.spellings.get(name, ()), sorted(possible.get(name, ())))
            for name in sorted(set(names))
        )


def makers_of(texts: Iterable[str], known: KnownCompanies = NOBODY) -> Makers:
    """What these texts name, each once per cell in which it stands (the commonest spelling becomes the name).

    Args:
        texts: the cells of manufacturer columns.
        known: the companies that a supplier file describes; it goes before the list.
    """
    counts = Counter(texts)
    described = {text: company for text in counts if (company := known.find(text))}
    recognised = {text: recognise(text) for text in counts}
    names: dict[str, tuple[int, str]] = {}
    for text in sorted(counts):
        if text not in described and recognised[text].status in ("unlisted", "possible"):
            alike = _alike(text)
            best = names.get(alike)
            if best is None or counts[text] > best[0]:
                names[alike] = (counts[text], recognised[text].name)
    by_text = {
        text: _described(described[text]) if text in described else _maker(text, found, names)
        for text, found in recognised.items()
    }
    spellings: dict[str, list[str]] = {}
    for text in sorted(by_text):
        name = by_text[text].name
        if name is not None:
            spellings.setdefault(name, []).append(text)
    return Makers(by_text, {name: tuple(written) for name, written in spellings.items()})


def identity(text: str, known: KnownCompanies = NOBODY) -> str:
    """What all names of one manufacturer have in common; empty for what names no manufacturer.

    >>> identity("Texas Instruments Inc.") == identity("TI"), identity("ACME motors") == identity("Acme-Motors")
    (True, True)
    >>> identity("Farnell"), identity("Made in China")
    ('', '')
    """
    company = known.find(text)
    if company is not None:
        return "" if company.entry.is_distributor else company.name
    if _URL.fullmatch(text):
        return ""
    found = recognise_exactly(text)
    if found is None or found.status == "unlisted":
        return _alike(text)
    return found.name if found.status in ("exact", "alias") else ""


def _described(company: KnownCompany) -> Maker:
    if company.entry.is_distributor:
        return Maker("distributor", None, company.name, None, (), company.issues)
    return Maker("exact", company.name, None, company.entry, (), company.issues)


def _maker(text: str, found: Recognition, names: Mapping[str, tuple[int, str]]) -> Maker:
    if found.status in ("exact", "alias"):
        return Maker(found.status, found.name, None, found.entry, ())
    if found.status == "distributor":
        return Maker(found.status, None, found.name, None, ())
    if _URL.fullmatch(text):
        return Maker("url", None, None, None, ())
    if found.status == "possible" and len(named_together(text)) > 1:
        return Maker("several", None, None, None, found.possible)
    if found.status in ("unlisted", "possible"):
        return Maker(found.status, names[_alike(text)][1], None, None, found.possible)
    return Maker(found.status, None, None, None, ())


def _alike(text: str) -> str:
    """Two unlisted names with the same form are one supplier: only case, spaces and punctuation differ."""
    return fold(text).replace(" ", "") or text


def _supplier(name: str, entry: SupplierEntry | None, spellings: tuple[str, ...], possible: Iterable[str]) -> Supplier:
    if entry is None:
        return Supplier(name, spellings=spellings, possible=tuple(possible))
    return Supplier(
        name,
        recognised=True,
        seat=entry.seat,
        parent=entry.parent,
        ownership=entry.ownership,
        spellings=spellings,
        remarks=entry.flags,
        note=entry.note,
    )


def _agreeing(suppliers: Iterable[Supplier]) -> tuple[Supplier, ...]:
    """The same suppliers; where they have one owner, it has one country: the known one, or none when two are known."""
    given = tuple(suppliers)
    known: dict[str, list[Supplier]] = {}
    for supplier in given:
        if supplier.parent.value and supplier.ownership.known:
            known.setdefault(supplier.parent.value, []).append(supplier)
    settled = []
    for supplier in given:
        sure = known.get(supplier.parent.value or "", [])
        if len({each.ownership.value for each in sure}) > 1:
            settled.append(replace(supplier, ownership=unknown()))
        elif sure and not supplier.ownership.known:
            settled.append(replace(supplier, ownership=sure[0].ownership))
        else:
            settled.append(supplier)
    return tuple(settled)
