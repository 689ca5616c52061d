"""What a file format is. To add one, write a module here with ``FORMAT = Format(...)``; nothing else changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bom.raw import Sheet
from bom.sandbox.container import Member
from depmap.core.issues import Issue
from depmap.core.text import Text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""First bytes of a compound file: Office before 2007, and every encrypted Office file."""


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file and what its outside tells."""

    name: str
    """Name without folders; never used to decide what the file is."""

    data: bytes
    """All of it."""

    members: Mapping[str, Member] = field(default_factory=dict)
    """What is inside by name, when it is a zip file."""

    def member(self, name: str) -> bytes:
        """The first bytes of a member; nothing when there is no such member."""
        found = self.members.get(name)
        return found.read(self.data, 4096) if found else b""

    @property
    def head(self) -> bytes:
        """The first bytes, where most kinds of files say what they are."""
        return self.data[:65_536]


@dataclass(frozen=True, slots=True)
class Content:
    """What a format read."""

    sheets: tuple[Sheet, ...]
    """In the order of the file."""

    issues: tuple[Issue, ...] = ()
    """What was noticed on the way."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file."""

    id: str
    """Stable identifier, as reports and JSON show it."""

    title: Text
    """What people call it."""

    suffixes: tuple[str, ...]
    """Usual endings of its names, for messages; the content decides."""

    recognises: Callable[[Source], bool]
    """Whether the content is of this format. At most one format that is not general may say so."""

    rows: Callable[[Source], Content]
    """Its sheets. Raises `bom.sandbox.limits.Refused` for what it will not read."""

    kinds: tuple[str, ...] = ()
    """Kinds of content that are refused unless a format names them here: keys of `bom.formats._kinds.KINDS`."""

    is_general: bool = False
    """Whether it takes what no other format recognises; of these, too, at most one may recognise a file."""
