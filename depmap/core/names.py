"""Names of countries and companies in one plain form, so that they can be compared exactly. Never by likeness."""

from __future__ import annotations

import functools
import unicodedata

_ALIKE = ("LATIN", "CYRILLIC", "GREEK")
"""Alphabets whose letters can pass for each other."""


@functools.lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """The text without what does not tell names apart: case, accents, width, punctuation, invisible characters.

    Dots and apostrophes vanish, so that ``U.S.A.`` is ``usa``; other punctuation becomes a space; an ampersand becomes
    ``and``; single letters that follow each other are joined, so that ``P. R. China`` is ``pr china``.

    >>> fold("P. R. China"), fold("Würth Elektronik"), fold("AT&S")
    ('pr china', 'wurth elektronik', 'at and s')
    """
    if not text.isascii():
        text = _without_marks(text)
    words = text.casefold().replace("&", " and ").translate(_PUNCTUATION).split()
    if not any(len(word) == 1 for word in words):
        return " ".join(words)
    joined: list[str] = []
    for index, word in enumerate(words):
        if index and len(word) == 1 and len(words[index - 1]) == 1 and word.isalpha() and words[index - 1].isalpha():
            joined[-1] += word
        else:
            joined.append(word)
    return " ".join(joined)


def mixed_alphabets(text: str) -> tuple[str, ...]:
    """The alphabets in a text when there are several whose letters look alike; else nothing.

    >>> mixed_alphabets("Сhina"), mixed_alphabets("中国 China")
    (('CYRILLIC', 'LATIN'), ())
    """
    if text.isascii():
        return ()
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()}
    found = sorted(scripts.intersection(_ALIKE))
    return tuple(found) if len(found) > 1 else ()


def _without_marks(text: str) -> str:
    """Compatibility forms resolved, accents and invisible characters gone."""
    kept = []
    for letter in unicodedata.normalize("NFKD", text):
        category = unicodedata.category(letter)
        if category == "Cf" or (category == "Mn" and unicodedata.combining(letter)):
            continue
        kept.append(" " if category[0] in "PSZC" and letter not in ".'’" else letter)
    return unicodedata.normalize("NFKC", "".join(kept))


_PUNCTUATION = {ord(letter): " " for letter in '\t\n\r!"#$%()*+,-/:;<=>?@[\\]^_`{|}~'} | dict.fromkeys(map(ord, ".'’"))
