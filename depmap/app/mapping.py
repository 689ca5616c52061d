"""Keeps how workbooks were read in a mapping file, and never writes over one that somebody has corrected."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import bom as reader
from bom.reading import Reading
from depmap.app import outputs
from depmap.app.console import Console
from depmap.core.errors import OutputError
from depmap.core.text import Text


def save_mapping(path: Path, readings: Sequence[Reading], console: Console) -> None:
    """Write the mapping file of these readings, in the language of the reader.

    Raises:
        OutputError: there is another file already, or it cannot be written.
        MappingError: it would be too large.
    """
    content = reader.mapping_text(readings, console.language).encode()
    if os.path.lexists(path):
        if path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content:
            return
        raise OutputError(
            Text(
                f"{path} bestaat al en is niet veranderd: er kunnen verbeteringen van u in staan.",
                f"{path} exists already and was not changed: it may hold corrections of yours.",
            ),
            Text(
                "Kies achter --save-mapping een andere naam, of verwijder het bestand eerst.",
                "Choose another name for --save-mapping, or remove the file first.",
            ),
        )
    outputs.write(path, content)
    console.say(Text(f"Indeling bewaard: {path}", f"Mapping saved: {path}"))
