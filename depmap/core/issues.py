"""What is wrong or doubtful in a workbook: data first, wording later."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from depmap.core.evidence import CellRef
from depmap.core.text import Language, Text


class Severity(enum.StrEnum):
    """How much an input problem weighs."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def text(self) -> Text:
        """The word that people see."""
        return _TITLES[self]


_TITLES = {
    Severity.NOTE: Text("opmerking", "note"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.ERROR: Text("fout", "error"),
}


@dataclass(frozen=True, slots=True)
class Issue:
    """An input problem: what was found, where, and what would be right."""

    code: str
    """Stable identifier, ``DI`` and three digits."""

    severity: Severity
    """A note informs, a warning asks for a look, an error means that something could not be read."""

    message: Text
    """What was found, with the value as it stands."""

    cell: CellRef | None = None
    """Where; None when it concerns the file."""

    hint: Text | None = None
    """What would be right."""

    also: tuple[CellRef, ...] = ()
    """The other cells that it is about, when it is said once for several."""

    def render(self, language: Language) -> str:
        """``bom.xlsx, Sheet1!D14: message`` and the hint."""
        where = f"{self.cell.file}, {self.cell}: " if self.cell else ""
        hint = f" {self.hint[language]}" if self.hint else ""
        return f"{where}{self.message[language]}{hint}"
