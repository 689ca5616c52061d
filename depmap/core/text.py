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
        """Both wordings with ``{name}`` filled in; a value that is itself a `Text` is filled in by language.

        A whole number takes its noun along: ``{count:line|lines}`` says *1 line* and *2 lines*.

        >>> Text("{n:regel telt|regels tellen}", "{n:line counts|lines count}").format(n=1).en
        '1 line counts'
        """
        return Text(
            nl=self.nl.format(**{key: in_language(value, "nl") for key, value in values.items()}),
            en=self.en.format(**{key: in_language(value, "en") for key, value in values.items()}),
        )


def in_language(value: object, language: Language) -> object:
    """The value, or its wording when it is a `Text`; a whole number as one that takes its noun along."""
    if isinstance(value, Text):
        return value[language]
    return Count(value) if type(value) is int else value


class Count(int):
    """A whole number that agrees with the noun behind it."""

    def __format__(self, spec: str) -> str:
        """As any number, except that ``one|many`` gives the number and the form of the words that goes with it."""
        one, divided, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if divided else int(self).__format__(spec)


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
