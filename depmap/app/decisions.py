"""What people wrote into an earlier list is not lost by writing a new one over it."""

from __future__ import annotations

from pathlib import Path

from bom.formats import open_file
from bom.raw import Sheet, letters
from depmap.core.errors import InputError, OutputError
from depmap.core.text import LANGUAGES, Text, same
from reports.columns import COLUMNS

LIST = "critical-components.xlsx"

BY_READER = tuple(column.title for column in COLUMNS if column.kind == "entry")
"""The headings under which the reader writes."""


def keep_decisions(folder: Path) -> None:
    """Refuse to write over a list in which somebody has filled in a decision or a remark.

    Raises:
        OutputError: there is such a list in ``folder``; the message names the first filled cell.
    """
    path = folder / LIST
    if not path.is_file():
        return
    try:
        sheets = open_file(path).sheets
    except InputError:
        return  # not a list that anybody can have filled in
    for sheet in sheets:
        cell = _first_filled(sheet)
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


def _first_filled(sheet: Sheet) -> str:
    """The first cell below a heading that is the reader's to fill in, or an empty string."""
    header = sheet.rows[0] if sheet.rows else ()
    for language in LANGUAGES:
        places = [place for place, title in enumerate(header) if title in {text[language] for text in BY_READER}]
        if len(places) < len(BY_READER):
            continue
        for number, row in enumerate(sheet.rows[1:], 2):
            for place in places:
                if place < len(row) and row[place] not in (None, ""):
                    return f"{letters(place)}{number}"
    return ""
