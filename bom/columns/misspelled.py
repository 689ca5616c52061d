"""Titles with a slip of the pen: long common ones are recognised when one letter is too many, too few or wrong."""

from __future__ import annotations

import functools

from bom.columns.titles import plain

_LONGEST = 20
_OWN = frozenset({"supplies", "supplied", "quantify", "deference", "preference", "preferences"})
"""Words of their own that a letter tells apart from a title."""

_OFTEN = (
    "designator designators quantity manufacturer description reference references supplier component components"
    " footprint distributor omschrijving fabrikant leverancier hersteller beschreibung bezeichnung lieferant"
    " fournisseur fabricante proveedor cantidad descripción"
)
"""Titles that are long and common enough for it."""


def meant_by(name: str) -> str | None:
    """The title that a plain one is but for a letter; None when there is none, or more than one.

    >>> meant_by("designater"), meant_by("quantitiy"), meant_by("manufactuer"), meant_by("supplies")
    ('designator', 'quantity', 'manufacturer', None)
    """
    if len(name) > _LONGEST or name in _OWN:
        return None
    near = {title for form in _forms(name) for title in _known().get(form, ())}
    return near.pop() if len(near) == 1 else None


@functools.cache
def _known() -> dict[str, tuple[str, ...]]:
    """What is left of those titles without one of their letters -> the titles."""
    known: dict[str, tuple[str, ...]] = {}
    for name in map(plain, _OFTEN.split()):
        for form in _forms(name):
            known[form] = tuple(dict.fromkeys((*known.get(form, ()), name)))
    return known


def _forms(name: str) -> tuple[str, ...]:
    """A word, and the word without each one of its letters: two words share one when a letter tells them apart."""
    return (name, *(name[:place] + name[place + 1 :] for place in range(len(name))))
