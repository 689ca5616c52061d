"""What single cells of a row tell about it, before it is known whether the row is a part."""

from __future__ import annotations

import re

from bom.cells.designators import looks_like_designators
from bom.columns.content import classes
from bom.raw import Value

IDENTIFYING = frozenset(
    {"part_number", "mpn", "supplier_part_number", "designators", "description", "value", "manufacturer"}
)
"""Fields that say what a part is."""

NUMBERED = frozenset({"part_number", "mpn", "supplier_part_number"})
"""Fields that hold the number of a part."""

AMOUNTS = frozenset({"quantity", "total_price", "unit_price", "mass", "stock"})
"""Fields that hold nothing but amounts."""

_NOTE = re.compile(
    r"(?:notes?|remarks?|nb|n\.b\.|opmerking(?:en)?|let op|toelichting|hinweise?|bemerkung(?:en)?|remarques?|nota"
    r"|attention)\b\s*\d*\s*[:.)]?|\*+ ?\w(?!.*\*\*)|copyright|©"
    r"|alternati(?:v|ve|vely|va|vo|ef|f)\s*:\s*\w",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r"\D{0,4}\d")
_UNDECIDED = re.compile(
    r"tb[acd]|t\.b\.[acd]\.?|to be (?:confirmed|determined|decided|defined)|nader te bepalen|n\.?t\.?b\.?|noch offen"
    r"|zu (?:klären|bestimmen)|à (?:confirmer|définir|déterminer)|por (?:confirmar|definir|determinar)"
    r"|a (?:confirmar|definir)|da (?:confermare|definire)|do ustalenia|уточняется|待定|未定",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"(?:a )?(?:lots?|few|couple|bunch)(?: of(?: them)?)?|some|many|several|various|assorted|lots|enough|plenty|one|two"
    r"|three|four|as (?:needed|required)|a/?r|optional|naar behoefte|enkele|diverse|veel|genoeg|einige|viele"
    r"|nach bedarf|plusieurs|quelques|au besoin|varios|varias|muchos|algunos|según necesidad|q\.?b\.?|若干|适量|少许"
    r"|適量|несколько|по необходимости",
    re.IGNORECASE,
)
"""What people write where they did not count."""
_TIMES = re.compile(r"\d+\s*[xX×*]")
_SIGNED = re.compile(
    r"(?:prepared|checked|approved|reviewed|drawn|designed|issued|released|authori[sz]ed|verified|compiled|opgesteld"
    r"|gecontroleerd|goedgekeurd|getekend|nagekeken|erstellt|gepr(?:ü|ue)ft|freigegeben|gezeichnet|bearbeitet|établi"
    r"|vérifié|approuvé|dessiné|elaborado|revisado|aprobado)(?:\s+(?:by|door|von|par|por)\b.*|\s*:.*)"
    r"|(?:编制|制表|编写|审核|批准|校对|会签|拟制|核准|作成|承認|検図|разработал|проверил|утвердил)(?:人)?\s*(?:[:：].*)?",
    re.IGNORECASE | re.DOTALL,
)
_DATED = re.compile(r"(?:date|datum|fecha|data|дата|日期)\s*[:：]?", re.IGNORECASE)
"""What stands before the date of a signature, and is the name of no place on a board."""
_DASHES = frozenset("-=_*+|~—–:. ")


def starts_a_note(text: str) -> bool:
    """Whether a text begins with a word for note.

    What would do instead of the line above is one too.

    >>> starts_a_note("Opmerking: zonder btw"), starts_a_note("Alternativ: LED strip"), starts_a_note("Notebook")
    (True, True, False)
    """
    return _NOTE.match(text) is not None


def is_signature(text: str) -> bool:
    """Whether a text is the place where somebody signs a list.

    >>> is_signature("Checked by K. Lam"), is_signature("审核：李四"), is_signature("Checked valve")
    (True, True, False)
    """
    # Every one of these words begins with two letters, which few cells of a long list do, and is seen faster.
    return text[:2].isalpha() and len(text) <= 80 and _SIGNED.fullmatch(text) is not None


def is_dashes(text: str) -> bool:
    """Whether a text is part of a drawn line.

    >>> is_dashes("---"), is_dashes("-1")
    (True, False)
    """
    return set(text) <= _DASHES


def is_credible(field: str, value: Value) -> bool:
    """Whether a cell of a vital column holds its like: a remark or a title can stand in any column."""
    text = value.strip() if isinstance(value, str) else ""
    if not text:
        return True
    if field == "designators":
        return (
            not text.endswith(":")
            and _TIMES.fullmatch(text) is None
            and _DATED.fullmatch(text) is None
            and (" " not in text or looks_like_designators(text))
        )
    if field == "quantity":
        return "date" not in classes(text) and any(
            found is not None
            for found in (_QUANTITY.match(text), _UNDECIDED.fullmatch(text), _INDEFINITE.fullmatch(text))
        )
    return len(text.split()) == 1 and any(character.isdigit() for character in text)
