"""What counts as evidence of an origin: a document that someone can ask for."""

from __future__ import annotations

import re

_FILE = re.compile(r"[\w)\]]\.(?:pdf|docx?|xlsx?|odt|ods|jpe?g|png|tiff?|eml|msg|zip|p7m|asice?)\b", re.IGNORECASE)
_NO_PROOF = re.compile(
    r"(?:nee|neen|no|not|none|geen|niet|ontbreekt|ontbrekend|missing|onbekend|unknown|volgt|pending|requested|aangevraagd"
    r"|open|nein|kein|keine|non|aucun|aucune|todo|to do)\b",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)


def names_a_document(text: str) -> bool:
    """Whether a text names a document: a file, or words with a date or a number. A web page is none.

    >>> names_a_document("CoO-2026-114.pdf"), names_a_document("Leveranciersverklaring 170, 2026-03-09")
    (True, True)
    >>> names_a_document("nee"), names_a_document("ja"), names_a_document("2026"), names_a_document("geen (2026)")
    (False, False, False, False)
    """
    if says_no(text):
        return False
    if _FILE.search(text):
        return True
    letters = sum(char.isalpha() for char in text)
    return letters >= 2 and any(char.isdigit() for char in text) and not _URL.search(text)


def says_no(text: str) -> bool:
    """Whether a text says that there is no evidence, or none yet."""
    return _NO_PROOF.match(text.strip()) is not None
