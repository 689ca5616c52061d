"""The one tree of errors. Whatever a user can cause ends here, as one clear message without a traceback."""

from __future__ import annotations

import enum

from depmap.core.text import Language, Text


class Exit(enum.IntEnum):
    """What the exit code of the command says; help, documentation and tests read the numbers from here."""

    DONE = 0
    GATE = 1
    MISUSE = 2
    FAULT = 3
    INTERRUPTED = 130


class DepmapError(Exception):
    """What went wrong, where, and what would be right.

    Subclasses name the kind of impossibility; every message says what was found, every hint what to do next.
    """

    exit_code = Exit.MISUSE

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        """Keep both wordings; the reader's language is known only where the error is shown."""
        super().__init__(message.en)
        self.message = message
        self.hint = hint

    def render(self, language: Language) -> str:
        """The message and, on a line of its own, the hint."""
        lines = [self.message[language]]
        if self.hint is not None:
            lines.append("  " + self.hint[language])
        return "\n".join(lines)


class InputError(DepmapError):
    """A file that cannot be read as a bill of materials: absent, empty, locked, encrypted, damaged, or something
    else.
    """


class PolicyError(DepmapError):
    """A policy file with an unknown key, a wrong type or an impossible value."""


class MappingError(DepmapError):
    """A mapping file with an unknown key, a wrong type, or a table or column that the workbook does not have."""


class ReferenceListError(DepmapError):
    """A reference list that does not say what it must."""


class UsageError(DepmapError):
    """A word on the command line that names nothing known."""


class OutputError(DepmapError):
    """A report that cannot be written where it was asked for."""


class IncompleteModule(DepmapError):
    """A format, rule or report file that does not define what it must; a fault of depmap or of an extension."""

    exit_code = Exit.FAULT
