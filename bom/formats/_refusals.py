"""Why a file is not read, in words: what was found, and what would be right."""

from __future__ import annotations

from bom.formats._interface import Source
from bom.sandbox.limits import Refused
from depmap.core.errors import InputError
from depmap.core.text import Text

_HINT_FORMATS = Text(
    "depmap leest xlsx, xlsm, xlsb, xls, ods, csv, tsv en txt.",
    "depmap reads xlsx, xlsm, xlsb, xls, ods, csv, tsv and txt.",
)
_HINT_SAVE = Text(
    "Open het in een rekenprogramma en sla het op als .xlsx, of vraag de leverancier om een nieuwe kopie.",
    "Open it in a spreadsheet program and save it as .xlsx, or ask the supplier for a new copy.",
)
_WORDS: dict[str, tuple[Text, Text]] = {
    "missing": (
        Text("'{name}' bestaat niet.", "'{name}' does not exist."),
        Text("Controleer de naam en de map.", "Check the name and the folder."),
    ),
    "hostile": (
        Text(
            "'{name}' is beschadigd of vijandig: het lezen is afgebroken.",
            "'{name}' is damaged or hostile: reading it was stopped.",
        ),
        _HINT_SAVE,
    ),
}


def refusal(name: str, refused: Refused) -> InputError:
    """The error that a person sees."""
    message, hint = _WORDS.get(refused.code, _WORDS["hostile"])
    return InputError(message.format(name=name, detail=refused.detail), hint)


def kind_of(source: Source) -> Refused | None:
    """Why the content is a kind of file that is known and not read."""
    return None
