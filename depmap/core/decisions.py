"""What people decided about components, and by what a decision finds its component again in a later run.

A decision is about a system and one component of it, or about all commodities of a class in it. Those two names are
what stays the same while cells, suppliers and findings change; their fingerprint stands for them in files.
"""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from depmap.core.graph import Kind, node_id
from depmap.core.issues import Issue
from depmap.core.text import Text, visible

LONGEST_REMARK = 30_000
"""Characters of a remark, counted as UTF-16 does: a cell of a workbook has room for little more."""

_FINGERPRINT = re.compile("[0-9a-f]{16}")


class Choice(enum.StrEnum):
    """What a reader may decide."""

    ACCEPT = "accept"
    ACT = "act"
    INVESTIGATE = "investigate"

    @property
    def text(self) -> Text:
        """The word that people see and choose."""
        return _WORDS[self]


_WORDS = {
    Choice.ACCEPT: Text("accepteren", "accept"),
    Choice.ACT: Text("handelen", "act"),
    Choice.INVESTIGATE: Text("uitzoeken", "investigate"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about a component, or about all commodities of a class."""

    system: str
    """Name of the system; empty when the file that it comes from does not say."""

    component: str | None
    """Id of the component; None when it is about a class."""

    component_class: str | None
    """Id of the class that it is about; None when it is about one component."""

    choice: Choice | None
    """What was decided; None when there is only a remark."""

    remark: str
    """The reasons, without control characters; may be empty."""

    fingerprint: str
    """Of system and component or class."""

    origin: str = field(default="", compare=False)
    """The file and the cell that it was read from."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was carried over from earlier files."""

    held: Mapping[str, Decision] = field(default_factory=dict)
    """Those about components and classes of this run, by fingerprint."""

    apart: tuple[Decision, ...] = ()
    """Those of which the component or the system is gone, in the order of the files."""

    issues: tuple[Issue, ...] = ()
    """What a reader must know of it."""

    def of(self, system: str, subject: str) -> Decision | None:
        """What was decided about a component or class of a system, by its id (`fingerprint`)."""
        return self.held.get(fingerprint(system, subject)) if self.held else None


NONE_MADE = Decisions()
"""Nothing was carried over."""


def subject_of_class(component_class: str) -> str:
    """What a decision about all commodities of a class is about, as an id beside those of nodes."""
    return f"class:{component_class}"


def fingerprint(system: str, subject: str) -> str:
    """Stays the same from run to run while system and subject do: 16 hexadecimal digits.

    Args:
        system: name of the system.
        subject: id of the node of a component, or `subject_of_class`.
    """
    text = "\x1f".join(("decision", system, subject))
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def is_fingerprint(text: str) -> bool:
    """Whether it may be one."""
    return _FINGERPRINT.fullmatch(text) is not None


def subject_of_component(component: str) -> str:
    """What a decision about one component is about: its node."""
    return node_id(Kind.COMPONENT, component)


def clean(remark: str) -> str:
    r"""A remark as it is kept everywhere: lines end in one way, what a screen would hide or obey is written out.

    >>> clean(" two\r\nlines\x07 ")
    'two\nlines\\u0007'
    """
    lines = remark.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return visible(lines).strip()


def room(text: str) -> int:
    """Its length as a workbook counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
