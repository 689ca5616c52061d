"""What a file may ask of this machine, and how the child says that it will not read one."""

from __future__ import annotations

MAX_FILE_BYTES = 300_000_000
"""Largest file that is opened at all."""

MAX_UNPACKED_BYTES = 300_000_000
"""Largest sum of what a zip file holds, as declared; readers stop at the declared size."""

MAX_MEMBERS = 10_000
"""Most members of a zip file."""

MAX_SHEETS = 2_000
"""Most sheets of a workbook."""

MAX_ROWS = 1_048_576
"""Most rows of a sheet: what spreadsheets allow."""

MAX_COLUMNS = 16_384
"""Most columns of a sheet: what spreadsheets allow."""

MAX_CELLS = 20_000_000
"""Most cells of a file, blank ones between others included."""

MAX_TEXT = 1_000_000
"""Most characters in one cell; spreadsheets allow 32,767, text files anything."""

MAX_MERGES = 200_000
"""Most merged ranges of a sheet."""

MAX_MERGED = 1_000_000
"""Most rows and columns that the merged ranges of a sheet cover, each range counted by itself."""

MAX_NOTES = 10_000
"""Most remarks of the child about one file."""

MAX_OUTPUT_BYTES = 600_000_000
"""Most that the child may say."""

MEMORY_BYTES = 2_000_000_000
"""Address space of the child."""

PROCESSOR_SECONDS = 60
"""Processor time of the child."""

WALL_SECONDS = 120.0
"""Patience with the child."""


class Refused(Exception):
    """The file will not be read; the code says why, and `bom.formats._refusals` has the words for it."""

    def __init__(self, code: str, detail: str = "") -> None:
        """Keep the code and the one value that its message may name."""
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
