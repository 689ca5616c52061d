"""Text for people, always in both languages of the product."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]
"""A language that depmap speaks. Keys, ids and file formats are English and never translated."""

LANGUAGES: tuple[Language, ...] = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """One statement in Dutch and in English."""

    nl: str
    """The Dutch wording."""

    en: str
    """The English wording."""

    def __getitem__(self, language: Language) -> str:
        """The wording in one language."""
        return self.nl if language == "nl" else self.en

    def format(self, **values: object) -> Text:
        """Both wordings with ``{name}`` filled in; a value that is itself a `Text` is filled in by language."""
        return Text(
            nl=self.nl.format(**{key: in_language(value, "nl") for key, value in values.items()}),
            en=self.en.format(**{key: in_language(value, "en") for key, value in values.items()}),
        )


def in_language(value: object, language: Language) -> object:
    """The value, or its wording when it is a `Text`."""
    return value[language] if isinstance(value, Text) else value


def same(wording: str) -> Text:
    """A text that reads the same in both languages: a name, a code, a number."""
    return Text(nl=wording, en=wording)


_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def visible(wording: str, keep: str = "\n") -> str:
    r"""The same text with everything that a screen would obey or hide written out as ``\uNNNN``.

    Workbooks are not to be trusted: escape sequences would command a terminal, invisible or right-to-left
    characters would make one name look like another. Everything that is shown passes through here; ``keep`` lists
    what may stay. JSON stays the same JSON: this is how it writes such characters itself (RFC 8259, section 7).

    >>> visible("motor\x1b[2J")
    'motor\\u001b[2J'
    """
    if wording.isascii() and wording.isprintable():
        return wording
    return "".join(
        char if char in keep or unicodedata.category(char) not in _HIDDEN else _written_out(char) for char in wording
    )


def _written_out(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
