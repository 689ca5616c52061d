"""Which encoding a text has that is no UTF-8: the one under which its letters look most like writing.

A candidate must decode the lines beyond ASCII without a fault. Then each character there is usual or not:

- of Chinese, Japanese and Korean, the characters that running text consists of are usual (level 1 of the national
  standards, kana, hangul, their punctuation), the rare ones are not;
- of Cyrillic, a word of Cyrillic letters alone is, in the cases that people write;
- of Western European, an accented letter is that stands alone or among unaccented ones.

The share of usual characters decides, raised where a cell is a known title of a column. A text that is short may look
right under two encodings; then the other one is named too.
Source: GB/T 2312-1980, Big5, JIS X 0208 and KS X 1001 divide their characters by how often these are used; the code
tables are those of the WHATWG Encoding Standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from depmap.core.text import Text

_SAMPLE = 200_000
_HEAD = 20_000
_TITLE_WEIGHT = 0.3
_NARROW_WEIGHT = 0.15
_NARROW_SHARE = 0.95
_CLOSE = 0.1
_LEAST = 0.5
_HIGH_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_FIELD_END = re.compile(r'[\t;,|"\r\n]')


@dataclass(frozen=True, slots=True)
class Encoding:
    """One candidate."""

    name: str
    """As Python and people call it."""

    title: Text
    """What is written in it."""

    characters: Callable[[bytes], Iterator[bool]]
    """Whether each character beyond ASCII is usual."""

    narrow: int = 0
    """From how many characters on they outweigh a candidate under which they would be usual too; 0 for never."""


def _pairs(token: bytes, usual: bytes) -> Callable[[bytes], Iterator[bool]]:
    """Characters of two bytes: all that the first pattern finds, usual when they begin with the second one."""
    every, common = re.compile(token, re.DOTALL), re.compile(usual, re.DOTALL)
    return lambda line: (bool(common.match(found[0])) for found in every.finditer(line))


_ASIAN = rb"[\x81-\xfe][\x30-\x39][\x81-\xfe][\x30-\x39]|[\x81-\xfe][\x40-\xfe]|[\x80-\xff]"
_JAPANESE = rb"[\x81-\x9f\xe0-\xfc][\x40-\xfc]|[\x80-\xff]"

_RUN = re.compile(rb"(?<![A-Za-z])[\x80-\xff]+(?![A-Za-z])|[\x80-\xff]+")
_CYRILLIC_WORD = re.compile(
    rb"[\xab\x84\x93]?(?:[\xa8\xaf\xb2\xaa\xc0-\xdf]?[\xb8\xb3\xba\xbf\xe0-\xff]*|[\xa8\xaf\xb2\xaa\xc0-\xdf]+"
    rb"|[\xa8\xb8\xc0-\xff]{1,4})[\xbb\x93\x94]?|[\xb0\xb1\xb5\xb7\xb9\xa0\x96\x97\x99\xa9\xae\x85]{1,2}"
)
_SYMBOLS = rb"\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0-\xb3\xb5\xb7\xbb-\xbe\xd7\xf7"
_LETTERS = rb"\x8a\x8c\x8e\x9a\x9c\x9e\x9f\xc0-\xd6\xd8-\xf6\xf8-\xff"
_WORD = re.compile(rb"[A-Za-z%s]*[%s][A-Za-z%s]*|[\x80-\xff]" % (_LETTERS, _LETTERS, _LETTERS))
_HIGH = re.compile(rb"[\x80-\xff]")
_SYMBOL = re.compile(rb"[%s]" % _SYMBOLS)


def _cyrillic(line: bytes) -> Iterator[bool]:
    """Bytes of runs that are a word or a sign, and touch no Latin letter."""
    for run in _RUN.finditer(line):
        before, after = line[max(0, run.start() - 1) : run.start()], line[run.end() : run.end() + 1]
        latin = before.isalpha() or after.isalpha()
        usual = bool(_CYRILLIC_WORD.fullmatch(run[0])) and not latin
        yield from [usual] * len(run[0])


def _western(line: bytes) -> Iterator[bool]:
    """Signs, and letters that have as many unaccented ones beside them or stand alone."""
    for word in _WORD.finditer(line):
        high = len(_HIGH.findall(word[0]))
        usual = bool(_SYMBOL.fullmatch(word[0])) or len(word[0]) == 1 or high * 2 <= len(word[0]) + 1
        lonely = not _HIGH.match(line, word.end()) and not (word.start() and line[word.start() - 1] >= 0x80)
        yield from [usual and lonely] * high


CANDIDATES: tuple[Encoding, ...] = (
    Encoding("cp1252", Text("Windows, West-Europees", "Windows, Western European"), _western),
    Encoding("cp1251", Text("Windows, cyrillisch", "Windows, Cyrillic"), _cyrillic),
    Encoding(
        "gb18030",
        Text("vereenvoudigd Chinees", "simplified Chinese"),
        _pairs(_ASIAN, rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3\xa6][\xa1-\xfe]"),
    ),
    Encoding("big5", Text("traditioneel Chinees", "traditional Chinese"), _pairs(_ASIAN, rb"[\xa1-\xc6][\x40-\xfe]")),
    Encoding("cp932", Text("Japans (Shift-JIS)", "Japanese (Shift-JIS)"), _pairs(_JAPANESE, rb"[\x81-\x83\x88-\x97].")),
    Encoding("cp949", Text("Koreaans", "Korean"), _pairs(_ASIAN, rb"[\xa1-\xa3\xb0-\xc8][\xa1-\xfe]"), narrow=10),
)
"""In the order in which they are preferred when nothing else decides."""


def guesses(data: bytes) -> list[tuple[float, Encoding]]:
    """The encodings under which a text that is no UTF-8 looks like writing, likeliest first, and how much it does.

    Only a sample is looked at: under the first one, other parts of the text may still have faults.
    """
    lines = _beyond_ascii(data)
    sample = b"\n".join(lines)
    found = []
    for at, candidate in enumerate(CANDIDATES):
        if _decodes(sample, candidate.name):
            usual = [each for line in lines for each in candidate.characters(line)]
            share = sum(usual) / max(1, len(usual))
            weight = share + (_TITLE_WEIGHT if _has_title(data, candidate.name) else 0)
            if candidate.narrow and len(usual) >= candidate.narrow and share > _NARROW_SHARE:
                weight += _NARROW_WEIGHT
            if weight >= _LEAST:
                found.append((-weight, at, candidate))
    return [(-weight, candidate) for weight, _, candidate in sorted(found, key=lambda each: each[:2])]


def rival(data: bytes, found: list[tuple[float, Encoding]]) -> Encoding | None:
    """One that is nearly as likely as the first one and gives another text."""
    sample = b"\n".join(_beyond_ascii(data))
    (most, first), *others = found
    text = sample.decode(first.name)
    near = (other for weight, other in others if most - weight < _CLOSE and sample.decode(other.name) != text)
    return next(near, None)


def _beyond_ascii(data: bytes) -> list[bytes]:
    """The first lines that are not ASCII alone."""
    lines, size = [], 0
    for found in _HIGH_LINE.finditer(data):
        lines.append(found[0])
        size += len(found[0])
        if size > _SAMPLE:
            break
    return lines


def _decodes(data: bytes, name: str) -> bool:
    """Whether every byte belongs to a character of the encoding."""
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _has_title(data: bytes, name: str) -> bool:
    """Whether a cell of the first lines is a known title beyond ASCII."""
    from bom.columns.headers import match

    cells = (cell.strip() for cell in _FIELD_END.split(data[:_HEAD].decode(name, "replace")))
    return any(match(cell) for cell in cells if cell and not cell.isascii() and len(cell) < 40)
