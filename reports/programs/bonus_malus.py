"""The bonus-malus statement in numbers and words, and for programs: what the command and the reports have in common."""

from __future__ import annotations

from collections.abc import Sequence

from depmap.core.bonus_malus import CountedPart, Entry, Statement
from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.programs import json_text
from reports.words.format import number, visible

BONUS, MALUS = Text("bonus", "bonus"), Text("malus", "malus")
EXAMPLE = Text("voorbeeld", "example")
SUM = Text("samen", "together")
MOST = Text("Wat het meest zou toevoegen", "What would add most")
_BASIS = Text(
    "Voorbeeld: deze punten zijn van depmap; het ministerie heeft er geen gepubliceerd. Uw eigen punten zet u in een "
    "beleidsbestand, onder [bonus_malus].",
    "Example: these points are depmap's; the ministry has published none. Your own points go into a policy file, under "
    "[bonus_malus].",
)
_MEANS = Text(
    "Het laagste getal is wat nu vaststaat; het hoogste geldt alleen als elke onbekende meevalt.",
    "The lowest number is what is established now; the highest holds only if every unknown turns out well.",
)
_NOTHING_SHOWN = Text(
    "Niets bewezen: geen enkele bonus staat vast en wat onbekend is, kost punten. Het hoogste getal geldt alleen als "
    "elke onbekende meevalt.",
    "Nothing shown: no bonus is established, and what is unknown costs points. The highest number holds only if every "
    "unknown turns out well.",
)
_POLICY = Text("Punten volgens {name}.", "Points by {name}.")


def statements(analysis: Analysis) -> tuple[Statement, ...]:
    """Those of all systems that have one, in their order."""
    return tuple(system.statement for system in analysis.systems if system.statement is not None)


def basis(found: Sequence[Statement], policy: str) -> Text:
    """Whose points these are: those of the policy of this name, or an example."""
    return _BASIS if any(each.is_example for each in found) else _POLICY.format(name=visible(policy))


def meaning(found: Statement) -> Text | None:
    """What the interval says, in words; None where both ends agree, so that there is none."""
    low, high = found.points
    if round(low, 1) == round(high, 1):
        return None
    shown = any(entry.measure.is_bonus and entry.share[0] > 0 for entry in found.entries)
    return _MEANS if shown else _NOTHING_SHOWN


def told(points: tuple[float, float], language: Language) -> str:
    """An interval of points, or one number where both ends agree: ``-40.0 to -4.2``."""
    low, high = (_one(end, language) for end in points)
    return low if low == high else f"{low} {Text('tot', 'to')[language]} {high}"


def gained(points: float, language: Language) -> str:
    """What one fact adds: ``+8.1``."""
    return f"+{_one(points, language)}"


def _one(value: float, language: Language) -> str:
    return number(round(value, 1) + 0.0, language, 1)


def item(statement: Statement) -> dict[str, object]:
    """A statement for programs; keys are English and never translated."""
    return {
        "system": statement.system,
        "points": _interval(statement.points),
        "lines": [_line(entry) for entry in statement.entries],
        "would_raise_it_most": [
            {
                "part": gain.part.id,
                "measure": gain.measure.key,
                "show": gain.measure.request.en,
                "points": round(gain.points, 2),
                "cells": json_text.cells(gain.part.cells),
            }
            for gain in statement.gains
        ],
    }


def _line(entry: Entry) -> dict[str, object]:
    return {
        "measure": entry.measure.key,
        "bonus": entry.measure.is_bonus,
        "by": "value" if entry.measure.by_value else "parts",
        "weight": entry.weight,
        "share": {"low": round(entry.share[0], 6), "high": round(entry.share[1], 6)},
        "points": _interval(entry.points),
        "parts": [_part(part) for part in entry.parts],
        "open": [_part(part) for part in entry.open],
    }


def _part(part: CountedPart) -> dict[str, object]:
    return {"part": part.id, "cells": json_text.cells(part.cells)}


def _interval(points: tuple[float, float]) -> dict[str, float]:
    return {"low": round(points[0], 2), "high": round(points[1], 2)}
