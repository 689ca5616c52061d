"""What a mapping file says: for each workbook its tables, their roles, and what their columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bom.cells.numbers import Mark
from bom.reading import TableRole
from depmap.core.errors import MappingError
from depmap.core.text import Text

SCHEMA = 1
"""The version of the format that this depmap reads and writes."""

LARGEST = 4_000_000
"""Bytes in a mapping file."""

LEFT_OUT = "-"
"""The word for a column that is not read."""

NO_HEADER_ROW = 0
"""The header row of a table without a header."""


@dataclass(frozen=True, slots=True)
class ColumnPin:
    """What one column means."""

    column: str
    """Its letters; empty when it is found by its header alone."""

    header: str | None
    """Its header; None when it is found by its letters alone."""

    field: str
    """Field key, numbered; empty when the column is left out."""

    mark: Mark
    """The decimal mark of its numbers; empty when the table settles it."""

    instead: tuple[str, ...]
    """Fields that it could mean just as well, as long as nobody has answered."""

    line: int | None
    """Where the mapping file says so."""


@dataclass(frozen=True, slots=True)
class TablePin:
    """Where one table stands, what it is, and what its columns mean."""

    sheet: str
    """Name of its sheet; empty for text files."""

    header_row: int
    """Row number of its header, from 1; 0 for a table without one."""

    role: TableRole | None
    """Whether its lines count; None when depmap finds out."""

    role_instead: TableRole | None
    """A role that it could have just as well, as long as nobody has answered."""

    columns: tuple[ColumnPin, ...]
    """As far as they are pinned; depmap finds out what the others mean."""

    line: int | None
    """Where the mapping file says so."""

    @property
    def counts(self) -> bool:
        """Whether an analysis misses something when the workbook does not have it."""
        return self.role in (None, TableRole.PARTS)


@dataclass(frozen=True, slots=True)
class FilePins:
    """What is pinned for one workbook."""

    mapping: str
    """Name of the mapping file, for messages."""

    name: str
    """Name of the workbook that it was made for."""

    sha256: str
    """Of that workbook; empty when the mapping file does not say."""

    tables: tuple[TablePin, ...]
    """In the order of the mapping file."""

    def __len__(self) -> int:
        """How many tables are pinned."""
        return len(self.tables)

    def is_exactly_for(self, sha256: str) -> bool:
        """Whether it was made for these very bytes, so that nothing can have moved."""
        return self.sha256 == sha256


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A mapping file, read."""

    file: str
    """Its name without folders."""

    sha256: str
    """Of its bytes."""

    files: tuple[FilePins, ...]
    """What it says, per workbook."""

    alone: bool = True
    """Whether it was given with one bill of materials, which it is for, then, whatever that is called."""

    def pins_for(self, name: str, sha256: str) -> FilePins | None:
        """What it says about a workbook: that with the same content, else that of the same name, else the only one.

        Raises:
            MappingError: it was given with this one workbook, and none of the several that it describes is that.
        """
        same = [pins for pins in self.files if pins.is_exactly_for(sha256)]
        named = [pins for pins in self.files if pins.name.casefold() == name.casefold()]
        found = [pins for pins in same if pins in named] or same or named
        if not found and self.alone:
            if len(self.files) != 1:
                raise self._for_others([name])
            found = list(self.files)
        return found[0] if found else None

    def refuse_unused(self, workbooks: Sequence[tuple[str, str]]) -> None:
        """Refuse a mapping file that says nothing about any of the workbooks of a run.

        Args:
            workbooks: of each its name and its SHA-256.

        Raises:
            MappingError: it is for others.
        """
        if all(self.pins_for(name, sha256) is None for name, sha256 in workbooks):
            raise self._for_others([name for name, _ in workbooks])

    def _for_others(self, names: Sequence[str]) -> MappingError:
        known = ", ".join(pins.name for pins in self.files[:6])
        return MappingError(
            Text(
                f"{self.file} zegt niets over {', '.join(names)}; het gaat over: {known}.",
                f"{self.file} says nothing about {', '.join(names)}; it is about: {known}.",
            ),
            Text(
                "Zet bij [[files]] achter name de naam van de stuklijst, of geef het indelingsbestand dat erbij hoort.",
                "Under [[files]], give the name of the bill of materials as name, or give the mapping file that"
                " belongs to it.",
            ),
        )
