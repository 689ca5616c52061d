"""What people write in a line when only one source of a part exists in the world.

That one manufacturer is approved today (a single source) is something else, and so is that no substitute is allowed:
the words for those are not among these. What is denied, asked or left empty ("not sole source", "sole source?", "sole
source: no") says nothing.
"""

from __future__ import annotations

import re

from depmap.core.model import Component

_SAID = re.compile(
    r"""\b(?:
        sole[ -]?(?:source[ds]?|sourcing|supplier|manufacturer|producer|maker|vendor)
      | only\ (?:(?:known|existing|available)\ )?(?:source(?!\ (?:from|at|via|through)\b)
                                                   |supplier|manufacturer|producer|maker|vendor)
      | enige\ (?:(?:bekende|bestaande)\ )?(?:bron|leverancier|fabrikant|producent|maker)
      | alleinige[rn]?\ (?:hersteller|lieferant|bezugsquelle|quelle)
      | einzige[rn]?\ (?:bekannte[rn]?\ )?(?:hersteller|lieferant|bezugsquelle|quelle)
      | (?:fournisseur|fabricant|producteur|source)\ unique
      | seule?\ (?:fournisseur|fabricant|producteur|source)
      | (?:proveedor|fabricante|fuente)\ únic[oa]
    )\b | 独家供应 | 唯一供应商""",
    re.IGNORECASE | re.VERBOSE,
)
_DENIED = re.compile(
    r"""\b(?:not|no|non|never|longer|niet|geen|meer|nicht|keine?|pas|nie)[ -]+
        (?:(?:a|an|the|de|een|der|die|das|le|la)\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_LEFT_OPEN = re.compile(
    r"\s*(?:\?|[:=]\s*(?:no|not|nee|niet|nein|non|n|false|0|unknown|onbekend|tbd|tbc|n/?a|-|\?)?\s*(?:$|[;,.()]))",
    re.IGNORECASE,
)


def says_sole_source(component: Component) -> str:
    """The words of its lines that say that only one source exists; empty when none do.

    >>> says_sole_source(Component("x", notes=("Sole source, see ECN 12",)))
    'Sole source, see ECN 12'
    >>> says_sole_source(Component("x", notes=("single source", "not sole source", "Sole source: no")))
    ''
    """
    texts = (*component.notes, component.lifecycle or "", component.category or "", component.description)
    return next((" ".join(text.split()) for text in texts if _says(text)), "")


def _says(text: str) -> bool:
    return any(
        not _DENIED.search(text[: found.start()]) and not _LEFT_OPEN.match(text, found.end())
        for found in _SAID.finditer(text)
    )
