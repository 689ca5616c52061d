"""The bonus-malus statement of one or more systems, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import risk_rules
from depmap.app.whatif_text import cells_in_words
from depmap.core.model import Bom
from depmap.core.text import Language, Text
from depmap.network import Network
from depmap.network.standstill import outages
from risk_rules.bonus_malus import Entry, Statement, statement
from risk_rules.looking import Part

SCHEMA = 1
"""Version of the shape that ``--format json`` prints."""

CELLS = 3
"""How many parts a line of text shows with their cells."""


def statements(boms: Iterable[Bom], policy: risk_rules.Policy) -> tuple[Statement, ...]:
    """One statement per bill of materials, in their order."""
    found = []
    for bom in boms:
        times = outages(bom, policy.weeks, policy.systems_per_week)
        found.append(statement(risk_rules.Facts(bom, Network.of(bom).graph, outages=times), policy))
    return tuple(found)


def as_json(found: Sequence[Statement], policy: risk_rules.Policy) -> dict[str, object]:
    """What ``--format json`` prints; keys are English and never translated."""
    return {
        "schema": SCHEMA,
        "policy": policy.name,
        "example_points": policy.points.is_example,
        "systems": [
            {
                "system": each.system,
                "points": _interval(each.points),
                "lines": [_line(entry) for entry in each.entries],
                "would_raise_it_most": [
                    {
                        "part": gain.part.id,
                        "measure": gain.measure.key,
                        "show": gain.measure.request.en,
                        "points": round(gain.points, 2),
                        "cells": [str(cell) for cell in gain.part.cells],
                    }
                    for gain in each.gains
                ],
            }
            for each in found
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


def _part(part: Part) -> dict[str, object]:
    return {"part": part.id, "cells": [str(cell) for cell in part.cells]}


def _interval(points: tuple[float, float]) -> dict[str, float]:
    return {"low": round(points[0], 2), "high": round(points[1], 2)}


def described(found: Sequence[Statement], policy: risk_rules.Policy, language: Language) -> Iterable[str]:
    """The lines for people: each system by itself, then all side by side when there are several."""
    yield (_EXAMPLE if policy.points.is_example else _POLICY.format(name=policy.name))[language]
    for each in found:
        yield ""
        yield _TOTAL.format(system=each.system, points=_said(each.points, language))[language]
        for entry in each.entries:
            yield f"  {_said(entry.points, language):>16}  {_explained(entry, language)}"
        if each.gains:
            yield _MOST[language]
        for gain in each.gains:
            cells = cells_in_words(gain.part.cells)
            gained = _number(gain.points, language)
            yield f"  +{gained}  {gain.part.label}: {gain.measure.request[language]} ({cells})"
    if len(found) > 1:
        yield ""
        yield from _side_by_side(found, language)


def _explained(entry: Entry, language: Language) -> str:
    """What is measured, of how many points, by which share, and through which parts."""
    share = (100 * entry.share[0], 100 * entry.share[1])
    text = (_BONUS if entry.measure.is_bonus else _MALUS).format(
        title=entry.measure.title, weight=entry.weight, share=_said(share, language), open=len(entry.open)
    )
    shown = [f"{part.label} ({cells_in_words(part.cells)})" for part in entry.parts[:CELLS]]
    more = len(entry.parts) - CELLS
    if more > 0:
        shown.append(_MORE.format(count=more)[language])
    return text[language] + (f": {'; '.join(shown)}" if shown else "")


def _side_by_side(found: Sequence[Statement], language: Language) -> Iterable[str]:
    """A table with a column per system, numbered as they were given."""
    yield _COMPARED[language]
    for number, each in enumerate(found, 1):
        yield f"  {number}. {each.system}"
    yield "  " + " ".join(f"{number:>16}" for number in range(1, len(found) + 1))
    for place, entry in enumerate(found[0].entries):
        points = " ".join(f"{_said(each.entries[place].points, language):>16}" for each in found)
        yield f"  {points}  {entry.measure.title[language]}"
    totals = " ".join(f"{_said(each.points, language):>16}" for each in found)
    yield f"  {totals}  {_SUM[language]}"


def _said(points: tuple[float, float], language: Language) -> str:
    low, high = (_number(end, language) for end in points)
    return low if low == high else f"{low} {_TO[language]} {high}"


def _number(value: float, language: Language) -> str:
    text = f"{value + 0.0:.1f}"
    text = "0.0" if text == "-0.0" else text
    return text.replace(".", ",") if language == "nl" else text


_TO = {"nl": "tot", "en": "to"}
_EXAMPLE = Text(
    "Voorbeeld: deze punten zijn van depmap; het ministerie heeft er geen gepubliceerd. Uw eigen punten: --policy.",
    "Example: these points are depmap's; the ministry has published none. Your own points: --policy.",
)
_POLICY = Text("Punten volgens {name}.", "Points by {name}.")
_TOTAL = Text("{system}: {points} punten", "{system}: {points} points")
_BONUS = Text(
    "bonus van ten hoogste {weight}: {title}, {share} %, open {open}",
    "bonus of at most {weight}: {title}, {share} %, open {open}",
)
_MALUS = Text(
    "malus van ten hoogste {weight}: {title}, {share} %, open {open}",
    "malus of at most {weight}: {title}, {share} %, open {open}",
)
_MORE = Text("en {count} andere", "and {count} others")
_MOST = Text("Wat het meest zou toevoegen:", "What would add most:")
_COMPARED = Text("Naast elkaar:", "Side by side:")
_SUM = Text("samen", "together")
