"""Every kind of file that a bill of materials comes in: one module each, found by its content."""

from __future__ import annotations

from pathlib import Path

from bom.raw import RawFile


def open_file(path: Path) -> RawFile:
    """The sheets of a file, whatever its format.

    Raises:
        InputError: absent, empty, locked, encrypted, damaged, too large, or of a kind that is not read.
    """
    from bom.formats._opening import open_file as opened

    return opened(path)
