"""What to ask about an open verdict, in words: of whom, how much hangs on it, and in which cell it could stand."""

from __future__ import annotations

from depmap.core.answers import GroupVerdict, Question
from depmap.core.graph import Graph, Kind, Role
from depmap.core.text import Language, Text
from reports.words import names, summary

NAMED = 5
"""Questions told one by one; their number is told in full."""


def questions(graph: Graph, verdict: GroupVerdict, language: Language, limit: int = NAMED) -> list[str]:
    """The first questions, those on which most rests first, and how many more there are; empty when none is open."""
    told = [_told(graph, each, language) for each in verdict.questions[:limit]]
    if len(verdict.questions) > limit:
        told.append(_MORE.format(count=len(verdict.questions) - limit)[language])
    return told


def headline(verdict: GroupVerdict) -> Text:
    """How many answers are enough."""
    words = _ONE if len(verdict.questions) == 1 else _FEWEST if verdict.fewest else _ENOUGH
    return words.format(count=len(verdict.questions))


def _told(graph: Graph, each: Question, language: Language) -> str:
    """``country of manufacture of Motor (M-1) (3 components): BOM!N11``."""
    role, _, owner = each.unknown.partition(":")[2].partition("/")
    if owner.startswith(f"{Kind.SOURCE}:"):
        owner = owner.partition(":")[2].rpartition("/")[0]
    what = _OF.format(what=Role(role).text, whom=names.node(graph, owner, language))[language]
    parts = _PARTS.format(parts=each.parts)[language] if each.parts > 1 else ""
    cells = summary.cells(each.cells[:1], language)
    return f"{what}{parts}" + (f": {cells}" if cells else "")


_OF = Text("{what} van {whom}", "{what} of {whom}")
_PARTS = Text(" ({parts} componenten)", " ({parts} components)")
_MORE = Text("en nog {count}; zie findings.json", "and {count} more; see findings.json")
_ONE = Text("Eén goed antwoord is genoeg voor ja:", "One good answer is enough for a yes:")
_FEWEST = Text("Voor ja zijn minstens {count} goede antwoorden nodig:", "A yes takes at least {count} good answers:")
_ENOUGH = Text("{count} goede antwoorden zijn genoeg voor ja:", "{count} good answers are enough for a yes:")
