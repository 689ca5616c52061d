"""What a file may ask of this machine, and how the child says that it will not read one.

An environment variable with the name of a limit and ``DEPMAP_`` before it sets another one: ``DEPMAP_MAX_CELLS``.
"""

from __future__ import annotations

import os

SETTINGS = (
    "MAX_FILE_BYTES MAX_UNPACKED_BYTES MAX_MEMBERS MAX_SHEETS MAX_ROWS MAX_COLUMNS MAX_CELLS MAX_TEXT MAX_MERGED"
    " MEMORY_BYTES PROCESSOR_SECONDS WALL_SECONDS"
).split()
"""The limits that can be set."""


def _limit(name: str, default: int) -> int:
    text = os.environ.get(f"DEPMAP_{name}", "")
    return int(text) if _is_limit(text) else default


def _is_limit(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 16 and int(text) > 0


def wrong_setting() -> str:
    """The first variable that should set a limit and holds no whole number above 0; empty when all is well."""
    names = (f"DEPMAP_{name}" for name in SETTINGS)
    return next((name for name in names if os.environ.get(name) and not _is_limit(os.environ[name])), "")


MAX_FILE_BYTES = _limit("MAX_FILE_BYTES", 300_000_000)
"""Largest file that is opened at all."""

MAX_UNPACKED_BYTES = _limit("MAX_UNPACKED_BYTES", 300_000_000)
"""Largest sum of what a zip file holds, as declared; readers stop at the declared size."""

MAX_MEMBERS = _limit("MAX_MEMBERS", 10_000)
"""Most members of a zip file."""

MAX_SHEETS = _limit("MAX_SHEETS", 2_000)
"""Most sheets of a workbook."""

MAX_ROWS = _limit("MAX_ROWS", 1_048_576)
"""Most rows of a sheet: what spreadsheets allow."""

MAX_COLUMNS = _limit("MAX_COLUMNS", 16_384)
"""Most columns of a sheet: what spreadsheets allow."""

MAX_CELLS = _limit("MAX_CELLS", 20_000_000)
"""Most cells of a file, blank ones between others included."""

MAX_TEXT = _limit("MAX_TEXT", 1_000_000)
"""Most characters in one cell; spreadsheets allow 32,767, text files anything."""

MAX_MERGES = 200_000
"""Most merged ranges of a sheet."""

MAX_MERGED = _limit("MAX_MERGED", 1_000_000)
"""Most rows and columns that the merged ranges of a sheet cover, each range counted by itself."""

MAX_NOTES = 10_000
"""Most remarks of the child about one file."""

MAX_OUTPUT_BYTES = 600_000_000
"""Most that the child may say."""

MEMORY_BYTES = _limit("MEMORY_BYTES", 2_000_000_000)
"""Address space of the child, in bytes."""

PROCESSOR_SECONDS = _limit("PROCESSOR_SECONDS", 60)
"""Processor time of the child, in seconds."""

WALL_SECONDS = _limit("WALL_SECONDS", 120)
"""Patience with the child, in seconds."""


class Refused(Exception):
    """The file will not be read; the code says why, and `bom.formats._refusals` has the words for it."""

    def __init__(self, code: str, detail: str = "") -> None:
        """Keep the code and the one value that its message may name."""
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
