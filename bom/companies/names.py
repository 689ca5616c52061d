"""Which names are makers and which are distributors, as far as a column needs to know: exact names only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bom.columns.titles import DISTRIBUTORS

_LONGEST = 60
"""A longer text is no name."""


@dataclass(frozen=True, slots=True)
class Companies:
    """Two questions about a name as written."""

    is_maker: Callable[[str], bool]
    """Whether a reference list knows it as a manufacturer."""

    is_distributor: Callable[[str], bool]
    """Whether it is a distributor."""


def is_shop(name: str) -> bool:
    """Whether a name is that of a shop or distributor itself, not of its house brand.

    >>> is_shop("Digi-Key"), is_shop("Multicomp")
    (True, False)
    """
    return " ".join(name.split()).casefold() in DISTRIBUTORS


def listed_companies() -> Companies:
    """The companies of the reference lists."""
    from bom.companies.supplier_index import LIST, bare, by_form
    from depmap.core.names import fold
    from depmap.core.reference import load

    rows, forms = load(LIST).rows, by_form()

    def kind(name: str) -> str:
        if len(name) > _LONGEST:
            return ""
        outside = name.replace("（", "(").partition("(")[0]
        for text in (name, outside):
            plain = fold(text)
            found = forms.get(plain) or forms.get(bare(plain))
            if found is not None and any(letter.isalpha() for letter in plain):
                return rows[found[0]]["kind"]
        return ""

    return Companies(
        is_maker=lambda name: kind(name) not in ("", "distributor"),
        is_distributor=lambda name: kind(name) == "distributor" or is_shop(name),
    )
