"""Bytes to text: which encoding, and what to say when it is a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bom.formats._encodings import CANDIDATES, guesses, rival
from bom.formats._interface import OLE
from bom.raw import Sheet
from bom.sandbox.container import MAGIC
from bom.sandbox.limits import MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Refused
from depmap.core.issues import Issue, Severity
from depmap.core.text import Text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_LINE = re.compile(r"\r\n|\r|\n")
_SAMPLE = 65_536
_FEW = 0.01
_ENDS = 0.02
_RARELY = 20
_SOUND = 5
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")

_GUESS = Text(
    "de tekst is geen geldige UTF-8 en is gelezen als {name} ({title}); controleer de letters met accenten en die van "
    "andere schriften.",
    "the text is no valid UTF-8 and was read as {name} ({title}); check accented letters and those of other scripts.",
)
_RIVAL = Text(
    "de tekst is geen geldige UTF-8 en is gelezen als {name} ({title}), maar kan ook {other} ({other_title}) zijn; "
    "controleer de letters die geen ASCII zijn.",
    "the text is no valid UTF-8 and was read as {name} ({title}), but it may be {other} ({other_title}) as well; check "
    "the letters that are not ASCII.",
)
_FAULTS = Text(
    "de tekst is UTF-8, op {count:plaats|plaatsen} na; daar staat nu een vervangteken.",
    "the text is UTF-8 but for {count:place|places}, where a replacement character now stands.",
)
_GUESS_HINT = Text("Sla het bestand op als CSV UTF-8.", "Save the file as CSV UTF-8.")
_NULS = Text(
    "{count} NUL-tekens zijn weggelaten; het bestand kan beschadigd zijn.",
    "{count} NUL characters were left out; the file may be damaged.",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file."""

    text: str
    """Without byte order mark and NUL characters."""

    issues: tuple[Issue, ...] = ()
    """What was guessed or left out."""

    @property
    def lines(self) -> list[str]:
        """Its lines without their ends, whatever ends them; a last end starts no further line.

        Raises:
            Refused: more lines, or longer ones, than are read.
        """
        if max(self.text.count("\n"), self.text.count("\r")) > MAX_ROWS:
            raise Refused("rows")
        lines = _LINE.split(self.text)
        if lines and not lines[-1]:
            lines.pop()
        if max(map(len, lines), default=0) > MAX_TEXT:
            raise Refused("text")
        return lines


def decode(data: bytes) -> Decoded | None:
    """The text, or None when the bytes are not text.

    The encoding is what a byte order mark says, else UTF-16 where only every second byte is ever NUL, else UTF-8, also
    with few faults, else the one under which its letters look most like writing (`bom.formats._encodings`), else
    Windows-1252. Whatever is not certain is an issue.
    """
    if data.startswith((MAGIC, OLE)):
        return None
    for encoding, start in _encodings(data):
        try:
            text = data[start:].decode(encoding)
        except UnicodeDecodeError:
            continue
        return _clean(text, ())
    return _clean(*(_nearly(data) or _guessed(data)))


def _nearly(data: bytes) -> tuple[str, tuple[Issue, ...]] | None:
    """UTF-8 with few faults: where files were joined or cut."""
    text = data.decode("utf-8", "replace")
    faults = text.count("\ufffd")
    sound = sum(1 for _ in zip(range(faults * _SOUND), _BEYOND_ASCII.finditer(text), strict=False))
    if sound < faults * _SOUND:
        return None
    return text, (Issue("DI002", Severity.WARNING, _FAULTS.format(count=faults), hint=_GUESS_HINT),)


def _guessed(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """The text by its looks."""
    found = guesses(data)
    for at, (_, likely) in enumerate(found):
        try:
            text = data.decode(likely.name)
        except UnicodeDecodeError:
            continue
        said = _GUESS.format(name=likely.name, title=likely.title)
        if other := rival(data, found[at:]):
            said = _RIVAL.format(name=likely.name, title=likely.title, other=other.name, other_title=other.title)
        return text, (Issue("DI002", Severity.WARNING, said, hint=_GUESS_HINT),)
    western = CANDIDATES[0]
    said = _GUESS.format(name=western.name, title=western.title)
    return data.decode(western.name, "replace"), (Issue("DI002", Severity.WARNING, said, hint=_GUESS_HINT),)


def _encodings(data: bytes) -> Iterator[tuple[str, int]]:
    """Encodings to try strictly, with the length of their mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield encoding, len(mark)
    sample = data[: _SAMPLE & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for encoding, ours, theirs in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        # Delimiters and line ends are ASCII in any language, and a line end keeps its place only in true UTF-16.
        if ours > max(2, len(sample) // 2 * _ENDS) and theirs * _RARELY < ours:
            text = sample.decode(encoding, "ignore")
            if "\n" in text or "\r" in text:
                yield encoding, 0
    yield "utf-8", 0


def _clean(text: str, issues: tuple[Issue, ...]) -> Decoded | None:
    """Without NULs and the end mark of old systems; None when control characters say that this is no text."""
    sample = text[:_SAMPLE]
    nuls = text.count("\0")
    if len(_OTHER_CONTROLS.findall(sample)) > max(2, len(sample) * _FEW):
        return None
    if nuls:
        text = text.replace("\0", "")
        issues += (Issue("DI003", Severity.WARNING, _NULS.format(count=nuls)),)
    return Decoded(text.rstrip("\x1a"), issues)


def text_sheet(rows: Iterable[Sequence[str]]) -> Sheet:
    """The one sheet of a text file: text or nothing in every cell, without the blanks behind the last cell of a row.

    Raises:
        Refused: larger than a sheet can be.
    """
    cells = [_trimmed(row) for row in rows]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MAX_ROWS:
        raise Refused("rows")
    if max(map(len, cells), default=0) > MAX_COLUMNS:
        raise Refused("columns")
    return Sheet("", tuple(cells))


def _trimmed(row: Sequence[str]) -> tuple[str | None, ...]:
    """Blank fields as nothing; none at the end."""
    cells = [field if field.strip() else None for field in row]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)
