"""What people wrote into an earlier list is not lost by writing a new one over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from bom.formats import open_file
from bom.raw import Sheet, letters
from depmap.core.errors import InputError, OutputError
from depmap.core.text import LANGUAGES, Text, same
from reports.columns import COLUMNS
from reports.raw_materials.columns import OF_MATERIALS

BY_READER: Mapping[str, tuple[Text, ...]] = MappingProxyType(
    {
        "critical-components.xlsx": tuple(each.title for each in COLUMNS if each.kind == "entry"),
        "raw-materials.xlsx": tuple(same(each.title) for each in OF_MATERIALS if each.kind == "entry"),
    }
)
"""The lists that a reader fills in, and the headings under which the reader writes."""


def keep_decisions(folder: Path) -> None:
    """Refuse to write over a list in which somebody has filled in a decision or a remark.

    Raises:
        OutputError: there is such a list in ``folder``; the message names the first filled cell.
    """
    for name, headings in BY_READER.items():
        _keep(folder / name, headings)


def _keep(path: Path, headings: Sequence[Text]) -> None:
    if not path.is_file():
        return
    try:
        sheets = open_file(path).sheets
    except InputError:
        return  # not a list that anybody can have filled in
    for sheet in sheets:
        cell = _first_filled(sheet, headings)
        if cell:
            raise OutputError(
                Text(
                    "{path}, {cell}: hier staan al besluiten of toelichtingen in.",
                    "{path}, {cell}: this list already holds decisions or remarks.",
                ).format(path=same(str(path)), cell=same(f"{sheet.name}!{cell}")),
                Text(
                    "Kies met --out een andere map, of geef --force om het bestand te vervangen.",
                    "Choose another folder with --out, or give --force to replace the file.",
                ),
            )


def _first_filled(sheet: Sheet, headings: Sequence[Text]) -> str:
    """The first cell below a heading that is the reader's to fill in, or an empty string."""
    header = sheet.rows[0] if sheet.rows else ()
    for language in LANGUAGES:
        places = [place for place, title in enumerate(header) if title in {text[language] for text in headings}]
        if len(places) < len(headings):
            continue
        for number, row in enumerate(sheet.rows[1:], 2):
            for place in places:
                if place < len(row) and row[place] not in (None, ""):
                    return f"{letters(place)}{number}"
    return ""
