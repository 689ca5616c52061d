"""What the texts in manufacturer columns name: a company, a distributor, a country, or nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bom.suppliers import Recognition, SupplierEntry, recognise
from depmap.core.model import Supplier
from depmap.core.names import fold

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Maker:
    """What one text in a manufacturer column names."""

    status: str
    """As in `Recognition`; ``url`` when it is the address of a page."""

    name: str | None
    """The manufacturer: its canonical name, or one spelling for all that differ in case and spaces only; else None."""

    distributor: str | None
    """The distributor that stands where a manufacturer should."""

    entry: SupplierEntry | None
    """What the list knows of it."""

    possible: tuple[str, ...]
    """Listed names that may be meant."""


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
        return tuple(
            _supplier(name, entries.get(name), self.spellings.get(name, ()), sorted(possible.get(name, ())))
            for name in sorted(set(names))
        )


def makers_of(texts: Iterable[str]) -> Makers:
    """What these texts name, each once per cell in which it stands (the commonest spelling becomes the name)."""
    counts = Counter(texts)
    recognised = {text: recognise(text) for text in counts}
    names: dict[str, tuple[int, str]] = {}
    for text in sorted(counts):
        if recognised[text].status in ("unlisted", "possible"):
            alike = _alike(text)
            best = names.get(alike)
            if best is None or counts[text] > best[0]:
                names[alike] = (counts[text], recognised[text].name)
    by_text = {text: _maker(text, found, names) for text, found in recognised.items()}
    spellings: dict[str, list[str]] = {}
    for text in sorted(by_text):
        name = by_text[text].name
        if name is not None:
            spellings.setdefault(name, []).append(text)
    return Makers(by_text, {name: tuple(written) for name, written in spellings.items()})


def _maker(text: str, found: Recognition, names: Mapping[str, tuple[int, str]]) -> Maker:
    if found.status in ("exact", "alias"):
        return Maker(found.status, found.name, None, found.entry, ())
    if found.status == "distributor":
        return Maker(found.status, None, found.name, None, ())
    if _URL.fullmatch(text):
        return Maker("url", None, None, None, ())
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
