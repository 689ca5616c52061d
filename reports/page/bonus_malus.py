"""Bonus-malus on the page: the lines of one system, and all systems side by side."""

from __future__ import annotations

from collections.abc import Sequence

from depmap.core.bonus_malus import CountedPart, Entry, Statement
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.text import Language, Text
from reports.programs.bonus_malus import BONUS, EXAMPLE, MALUS, MOST, SUM, basis, gained, meaning, statements, told
from reports.tables.bonus_malus import COMPARED, TITLE, WHAT, part_told
from reports.words import summary
from reports.words.format import share, visible

NAMED = 200
"""Parts in a list within a cell."""

WORDS = {
    "title": TITLE,
    "compared": COMPARED,
    "example": EXAMPLE,
    "what": WHAT,
    "share": Text("Aandeel", "Share"),
    "points": Text("Punten", "Points"),
    "through": Text("Door welke onderdelen", "Through which parts"),
    "request": Text("Op te vragen", "To ask for"),
    "most": MOST,
    "sum": SUM,
    "intro": Text(
        "Punten komen alleen uit bewijs. Wat onbekend is, maakt er een interval van; iets weglaten levert niets op.",
        "Points come from evidence alone. What is unknown makes them an interval; leaving something out gains nothing.",
    ),
    "caption": Text("{points} punten", "{points} points"),
    "compared_caption": Text("Punten per regel, minstens en hoogstens", "Points by line, at least and at most"),
    "none": Text("geen", "none"),
    "more": Text("en nog {count}; zie findings.json", "and {count} more; see findings.json"),
}
"""The words of the section."""
_STAKE = Text("{kind}, ten hoogste {weight}", "{kind}, at most {weight}")
_PARTS = Text("{count:onderdeel|onderdelen}", "{count:part|parts}")
_OPEN = Text("open bij {count:onderdeel|onderdelen}", "open for {count:part|parts}")


def section(analysis: Analysis, system: SystemAnalysis) -> dict[str, object] | None:
    """Everything that the section of one system says; None when there is no statement."""
    statement, language = system.statement, analysis.run.language
    if statement is None:
        return None
    return {
        "words": _words(language),
        "basis": basis([statement], analysis.run.policy)[language],
        "is_example": statement.is_example,
        "meaning": words[language] if (words := meaning(statement)) is not None else "",
        "caption": WORDS["caption"].format(points=told(statement.points, language))[language],
        "rows": [_row(entry, language) for entry in statement.entries],
        "facts": [
            {
                "points": gained(gain.points, language),
                "part": visible(gain.part.label),
                "cells": summary.cells(gain.part.cells, language, 3) or "–",
                "request": gain.measure.request[language],
            }
            for gain in statement.gains
        ],
    }


def side_by_side(analysis: Analysis) -> dict[str, object] | None:
    """All systems in one table; None when there are not several."""
    found, language = statements(analysis), analysis.run.language
    if len(found) < 2:
        return None
    return {
        "words": _words(language),
        "basis": basis(found, analysis.run.policy)[language],
        "is_example": any(each.is_example for each in found),
        "systems": [visible(each.system) for each in found],
        "rows": [_across(found, place, language) for place in range(len(found[0].entries))],
        "sums": [told(each.points, language) for each in found],
    }


def _across(found: Sequence[Statement], place: int, language: Language) -> dict[str, object]:
    entry = found[0].entries[place]
    return {
        "title": entry.measure.title[language],
        "stake": _stake(entry, language),
        "points": [told(each.entries[place].points, language) for each in found],
    }


def _row(entry: Entry, language: Language) -> dict[str, object]:
    low, high = entry.share
    return {
        "title": entry.measure.title[language],
        "stake": _stake(entry, language),
        "share": {"low": low, "high": high, "text": share(low, high, language)},
        "points": told(entry.points, language),
        "parts": _listed(entry.parts, _PARTS, language),
        "open": _listed(entry.open, _OPEN, language),
        "request": entry.measure.request[language],
    }


def _stake(entry: Entry, language: Language) -> str:
    return _STAKE.format(kind=BONUS if entry.measure.is_bonus else MALUS, weight=entry.weight)[language]


def _listed(parts: Sequence[CountedPart], words: Text, language: Language) -> dict[str, object] | None:
    if not parts:
        return None
    return {
        "title": words.format(count=len(parts))[language],
        "parts": [part_told(part, language) for part in parts[:NAMED]],
        "more": WORDS["more"].format(count=len(parts) - NAMED)[language] if len(parts) > NAMED else "",
    }


def _words(language: Language) -> dict[str, str]:
    return {key: text[language] for key, text in WORDS.items()}
