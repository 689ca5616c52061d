"""What earlier files say was decided: a list of critical components, a ``findings.json``, a ``decisions.json``.

Nothing here knows the new analysis: `depmap.app.decisions` finds the components that the decisions are about.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from depmap.app.given_file import must_be_there
from depmap.core.decisions import LONGEST_REMARK, Choice, clean, is_fingerprint, room
from depmap.core.errors import InputError, UsageError
from depmap.core.text import LANGUAGES, Text, same, visible

SCHEMA = 1
"""The schema of ``findings.json`` and ``decisions.json`` that is understood."""

MAX_BYTES = 500_000_000
"""Largest JSON file that is read."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A decision as a file states it."""

    fingerprint: str
    """Its fingerprint; empty when the file has none."""

    system: str
    """Name of the system as the file writes it; empty when it does not."""

    component: str
    """Id of the component, or the name of a row, as the file writes it; empty when it is about a class."""

    component_class: str
    """Id of the class that it is about; empty when it is about one component or the file has no ids of classes."""

    choice: Choice | None
    """What was decided."""

    remark: str
    """The reasons."""

    origin: str = field(compare=False)
    """File and cell, for people."""


def read_previous(paths: Sequence[Path], hidden: bool = False) -> tuple[Stated, ...] | None:
    """The decisions of all files, in the order of the files; None when no file is given.

    Args:
        paths: the files.
        hidden: whether codes stand for names in this run.

    Raises:
        InputError: a file cannot be read, is none of the three kinds, or holds what is no decision.
        UsageError: remarks would name what this run hides.
    """
    if not paths:
        return None
    if hidden:
        raise UsageError(_HIDDEN, _HIDDEN_HINT)
    return tuple(each for path in paths for each in _read(path))


def _read(path: Path) -> list[Stated]:
    must_be_there(path, InputError, _HINT, ("critical-components.xlsx", "decisions.json"))
    content = _json(path)
    if content is not None:
        return _from_json(path.name, content)
    from bom.formats import open_file
    from depmap.app.previous_list import WEB, decisions_of

    file = open_file(path)
    found = None if file.format in WEB else decisions_of(file)
    if found is None:
        raise not_a_list(path.name, [sheet.name for sheet in file.sheets if file.format not in WEB])
    return found


def _json(path: Path) -> object:
    """The content of a JSON file; None when it is something else."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
            if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
                return None
            data = head + file.read(MAX_BYTES + 1 - len(head))
    except OSError:
        return None  # whoever opens workbooks has the words for it
    if len(data) > MAX_BYTES:
        raise InputError(_REFUSED.format(file=visible(path.name), why=_TOO_LARGE), _HINT)
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(_REFUSED.format(file=visible(path.name), why=_NO_JSON), _HINT) from error


def _from_json(file: str, content: object) -> list[Stated]:
    if not isinstance(content, dict) or not {"decisions", "schema"} & content.keys():
        raise InputError(_REFUSED.format(file=visible(file), why=_NO_DECISIONS), _HINT)
    if content.get("schema") != SCHEMA:
        found = visible(str(content.get("schema")))[:40]
        raise InputError(_REFUSED.format(file=visible(file), why=_SCHEMA.format(found=found, known=SCHEMA)), _HINT)
    if not isinstance(content.get("decisions"), list):
        raise InputError(_REFUSED.format(file=visible(file), why=_NO_DECISIONS), _HINT)
    stated = []
    for number, item in enumerate(content["decisions"]):
        place = f"{file}, decisions[{number}]"
        if not isinstance(item, dict):
            raise wrong(place, item, _AN_OBJECT)
        found_one = _item(item, place)
        if found_one.choice is not None or found_one.remark:
            stated.append(found_one)
    return stated


def _item(item: Mapping[str, Any], place: str) -> Stated:
    words = {}
    for key in ("fingerprint", "system", "component", "class", "decision", "remark"):
        value = item.get(key)
        if value is not None and not isinstance(value, str):
            raise wrong(f"{place}.{key}", value, _A_TEXT)
        words[key] = value or ""
    if words["fingerprint"] and not is_fingerprint(words["fingerprint"]):
        raise wrong(f"{place}.fingerprint", words["fingerprint"], _A_FINGERPRINT)
    if not (words["fingerprint"] or words["component"] or words["class"]):
        raise wrong(f"{place}.fingerprint", None, _A_FINGERPRINT)
    return Stated(
        words["fingerprint"],
        words["system"],
        words["component"],
        words["class"],
        choice_of(words["decision"], f"{place}.decision"),
        remark_of(words["remark"], f"{place}.remark"),
        place,
    )


def choice_of(word: str, place: str) -> Choice | None:
    """What a word of either language decides; None for no word.

    Raises:
        InputError: it is none of the words that can be chosen; ``place`` says where.
    """
    wanted = word.strip().casefold()
    if not wanted:
        return None
    for choice in Choice:
        if wanted in {choice.text[language] for language in LANGUAGES}:
            return choice
    raise wrong(place, word, _A_CHOICE)


def remark_of(text: str, place: str) -> str:
    """A remark as it is kept.

    Raises:
        InputError: it is longer than a cell of a workbook can hold.
    """
    remark = clean(text)
    if room(remark) > LONGEST_REMARK:
        raise wrong(place, f"{remark[:40]}…", _SHORTER.format(most=LONGEST_REMARK))
    return remark


def not_a_list(file: str, sheets: Iterable[str]) -> InputError:
    """A workbook without the columns of decisions."""
    names = ", ".join(visible(name) for name in sheets if name)[:200]
    return InputError(_NO_COLUMNS.format(file=visible(file), sheets=same(names or "–")), _HINT)


def wrong(place: str, found: object, right: Text) -> InputError:
    """What was found where, and what would be right."""
    shown = "–" if found is None else f"'{visible(str(found))[:60]}'"
    return InputError(_WRONG.format(place=visible(place), found=same(shown)), right)


_HIDDEN = Text(
    "--previous gaat niet samen met --redact: toelichtingen kunnen namen noemen.",
    "--previous does not go with --redact: remarks may hold names.",
)
_HIDDEN_HINT = Text("Laat een van beide weg.", "Leave one of them out.")
_REFUSED = Text("{file} bevat geen besluiten: {why}", "{file} holds no decisions: {why}")
_HINT = Text(
    "Geef bij --previous een eerdere critical-components.xlsx, een findings.json, of een decisions.json van de pagina.",
    "Give --previous an earlier critical-components.xlsx, a findings.json, or a decisions.json of the page.",
)
_TOO_LARGE = Text(f"groter dan {MAX_BYTES:,} bytes.", f"larger than {MAX_BYTES:,} bytes.")
_NO_JSON = Text("dit is geen geldige JSON.", "this is no valid JSON.")
_NO_DECISIONS = Text("'decisions' ontbreekt of is geen lijst.", "'decisions' is missing or is no list.")
_SCHEMA = Text("'schema' is {found}; bekend is {known}.", "'schema' is {found}; known is {known}.")
_NO_COLUMNS = Text(
    "{file} bevat geen besluiten: geen blad heeft de kolommen Component en Besluit (bladen: {sheets}).",
    "{file} holds no decisions: no sheet has the columns Component and Decision (sheets: {sheets}).",
)
_WRONG = Text("{place}: {found} past hier niet.", "{place}: {found} does not fit here.")
_AN_OBJECT = Text("Hier hoort een object met een besluit.", "An object with a decision belongs here.")
_A_TEXT = Text("Hier hoort een tekst of null.", "A text or null belongs here.")
_A_FINGERPRINT = Text("Een kenmerk heeft 16 hexadecimale tekens.", "A fingerprint has 16 hexadecimal characters.")
_A_CHOICE = Text(
    "Kies accepteren, handelen of uitzoeken; schrijf iets anders bij de toelichting.",
    "Choose accept, act or investigate; write anything else as a remark.",
)
_SHORTER = Text("Maak de toelichting korter dan {most} tekens.", "Make the remark shorter than {most} characters.")
