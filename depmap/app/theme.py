"""``--theme FILE.css``: a department's own colours and fonts for the page, and nothing else of what CSS can do.

A theme sets custom properties that the page knows, in ``:root`` and, for a dark page, in ``:root`` inside
``@media (prefers-color-scheme: dark)``. It is taken apart and written anew from checked values, so that nothing of the
file itself reaches the page: no address, no import, no other rule.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NoReturn

from depmap.app.console import Console
from depmap.app.contrast import contrast_issues
from depmap.app.given_file import read_text
from depmap.core.errors import UsageError
from depmap.core.issues import Issue
from depmap.core.judgement import Analysis
from depmap.core.text import Text
from reports.page.look import FONT, Look, own_look

LARGEST = 64 * 1024
"""Bytes in a theme; the page has some sixty properties."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A checked theme."""

    style: str
    """Its declarations, written anew."""

    issues: tuple[Issue, ...]
    """Texts that have too little contrast under it."""


def themed(analysis: Analysis, theme: Theme, console: Console) -> Analysis:
    """The analysis with a look; what is wrong with the look is said, and stands with what is wrong with the policy."""
    for issue in theme.issues:
        console.say(Text(issue.render("nl"), issue.render("en")))
    return replace(analysis, theme=theme.style, policy_issues=(*analysis.policy_issues, *theme.issues))


def read_theme(path: Path) -> Theme:
    """A theme from a file.

    Raises:
        UsageError: it cannot be read, or holds something else than colours and fonts of the page; the message says at
            which line.
    """
    own = own_look()
    found = _Parser(path.name, read_text(path, LARGEST, UsageError, _ALLOWED), own).run()
    look = Look({**own.light, **found[False]}, {**own.dark, **_fonts(found[False]), **found[True]})
    return Theme(_style(found[False], found[True]), contrast_issues(look, found))


def _fonts(light: Mapping[str, str]) -> dict[str, str]:
    return {FONT: light[FONT]} if FONT in light else {}


def _style(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """Colours on a screen only: on paper depmap's own colours hold, which are made for it."""

    def rule(values: Mapping[str, str]) -> str:
        return ":root { " + "".join(f"{name}: {value}; " for name, value in values.items()) + "}"

    def colours(values: Mapping[str, str]) -> dict[str, str]:
        return {name: value for name, value in values.items() if name != FONT}

    blocks = [rule(_fonts(each)) for each in (light,) if FONT in each]
    for scheme, values in (("light", colours(light)), ("dark", {**colours(dark), **_fonts(dark)})):
        if values:
            blocks.append(f"@media screen and (prefers-color-scheme: {scheme}) {{ {rule(values)} }}")
    return "\n".join(blocks)


@dataclass(slots=True)
class _Parser:
    """Reads the few things that a theme may hold, and stops at the first that it may not."""

    file: str
    text: str
    own: Look
    at: int = 0
    found: dict[bool, dict[str, str]] = field(default_factory=lambda: {False: {}, True: {}})

    def run(self) -> dict[bool, dict[str, str]]:
        """The declarations: of a light page under False, of a dark one under True."""
        while not self._at_end():
            if self._takes(_DARK):
                while not self._takes(r"\}"):
                    self._root(dark=True)
            else:
                self._root(dark=False)
        if not self.found[False] and not self.found[True]:
            raise UsageError(_EMPTY.format(file=self.file), _ALLOWED)
        return self.found

    def _root(self, *, dark: bool) -> None:
        if not self._takes(r":root\s*\{"):
            self._refuse()
        while not self._takes(r"\}"):
            self._declaration(dark)

    def _declaration(self, dark: bool) -> None:
        start = self._skip()
        head = re.compile(r"(--[A-Za-z0-9_-]+)\s*:").match(self.text, start)
        if head is None:
            self._refuse()
        name, known = head[1], self.own.light
        if name not in known:
            self._refuse(name, _meant(name, tuple(known)))
        self.at = head.end()
        self._skip()
        pattern = _FONTS if name == FONT else _COLOUR
        value = re.compile(pattern).match(self.text, self.at)
        end = None if value is None else re.compile(r"\s*(;|(?=\}))").match(self.text, value.end())
        if value is not None and not self.text[value.end() :].strip():
            self.at = len(self.text)
        if value is None or end is None:
            self._refuse(hint=_FONT_HINT if name == FONT else _COLOUR_HINT)
        self.at = end.end()
        self.found[dark][name] = ", ".join(_quoted(value[0])) if name == FONT else value[0].lower()

    def _takes(self, pattern: str) -> bool:
        self._skip()
        match = re.compile(pattern).match(self.text, self.at)
        if match is not None:
            self.at = match.end()
        return match is not None

    def _at_end(self) -> bool:
        return self._skip() == len(self.text)

    def _skip(self) -> int:
        """Past blanks and comments; a comment that does not end is refused."""
        match = re.compile(r"(?:\s+|/\*(?:[^*]|\*(?!/))*+\*/)*+").match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def _refuse(self, word: str = "", hint: Text | None = None) -> NoReturn:
        line = self.text.count("\n", 0, self.at) + 1
        if self.at == len(self.text):
            raise UsageError(_ENDS.format(file=self.file, line=line), _ALLOWED)
        word = word or _visible(
            re.split(r"[\n;{}]", self.text[self.at :].lstrip(";{"), maxsplit=1)[0] or self.text[self.at]
        )
        raise UsageError(_REFUSED.format(file=self.file, line=line, word=word), hint or _ALLOWED)


def _visible(word: str) -> str:
    return "".join(letter if letter.isprintable() else "·" for letter in word.strip())[:60]


def _meant(name: str, known: tuple[str, ...]) -> Text:
    close = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.0)[0]
    return Text(f"Bedoelde u {close}? {_ALLOWED.nl}", f"Did you mean {close}? {_ALLOWED.en}")


def _quoted(names: str) -> Iterator[str]:
    """Names of fonts as they may stand in any style sheet; the kinds of font of CSS are no names and have no quotes."""
    for name in (each.strip().strip("\"'") for each in names.split(",")):
        yield name if name in _KINDS_OF_FONT else f'"{name}"'


_DARK = r"@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)\s*\{"
_COLOUR = r"#(?:[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})(?![0-9A-Za-z])"
_NAME = r"[A-Za-z][A-Za-z0-9 -]{0,60}"
_FONTS = rf"""(?:"{_NAME}"|'{_NAME}'|{_NAME})(?:\s*,\s*(?:"{_NAME}"|'{_NAME}'|{_NAME}))*"""
_KINDS_OF_FONT = ("serif", "sans-serif", "monospace", "system-ui")

_REFUSED = Text(
    "{file}, regel {line}: ‘{word}’ kan niet in een thema.", "{file}, line {line}: “{word}” cannot be in a theme."
)
_ENDS = Text(
    "{file}, regel {line}: het bestand houdt op voor een accolade sluit.",
    "{file}, line {line}: the file ends before a brace closes.",
)
_EMPTY = Text("{file}: er staat geen enkele eigenschap in.", "{file}: it sets no property.")
_ALLOWED = Text(
    "Toegestaan: eigenschappen van de pagina, zoals --accent: #0b5a9a;, in :root { } en in "
    "@media (prefers-color-scheme: dark) { :root { } }. De handleiding noemt ze alle.",
    "Allowed: properties of the page, such as --accent: #0b5a9a;, in :root { } and in "
    "@media (prefers-color-scheme: dark) { :root { } }. The guide lists them all.",
)
_COLOUR_HINT = Text(
    "Schrijf een kleur als #rrggbb, bijvoorbeeld #0b5a9a.", "Write a colour as #rrggbb, such as #0b5a9a."
)
_FONT_HINT = Text(
    "Noem lettertypen bij hun naam, bijvoorbeeld: Verdana, Arial, sans-serif.",
    "Name fonts, for example: Verdana, Arial, sans-serif.",
)
