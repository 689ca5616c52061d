"""Single files that a command writes where it was told to: refused before any work is done, or written whole."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from depmap.core.errors import OutputError, UsageError
from depmap.core.text import Text
from depmap.core.whole_file import replace_file


def check_workbook(path: Path, force: bool, inputs: Iterable[Path | None] = ()) -> None:
    """Refuse a name under which no workbook can be written without harm.

    Args:
        path: where the workbook should go.
        force: whether it may replace a file.
        inputs: the files that are read; they are never replaced.

    Raises:
        UsageError: the name does not end in .xlsx, or it is one of the inputs.
        OutputError: it exists and must not be replaced.
    """
    if path.suffix.lower() != ".xlsx":
        raise UsageError(
            Text(
                f"{path.name}: depmap schrijft hier een xlsx-werkmap.",
                f"{path.name}: depmap writes an xlsx workbook here.",
            ),
            Text("Kies een naam die eindigt op .xlsx.", "Choose a name that ends in .xlsx."),
        )
    if not os.path.lexists(path):
        return
    if any(each is not None and each.exists() and path.exists() and path.samefile(each) for each in inputs):
        raise UsageError(
            Text(
                f"{path} is het bestand dat wordt gelezen; depmap verandert dat nooit.",
                f"{path} is the file that is read; depmap never changes it.",
            ),
            Text("Kies een andere naam.", "Choose another name."),
        )
    if not force:
        raise OutputError(
            Text(f"{path} bestaat al en is niet veranderd.", f"{path} exists already and was not changed."),
            Text(
                "Kies een andere naam, of vervang het met --force.", "Choose another name, or replace it with --force."
            ),
        )


def write(path: Path, content: bytes) -> None:
    """The whole file or nothing.

    Raises:
        OutputError: it cannot be written; what was there before is still there.
    """
    try:
        replace_file(path, content)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise OutputError(
            Text(f"{path} kan niet worden geschreven: {why}.", f"{path} cannot be written: {why}.")
        ) from error
