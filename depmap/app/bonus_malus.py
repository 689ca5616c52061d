"""The bonus-malus statement of one or more systems, in words and as data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import risk_rules
from depmap.app.whatif_text import cells_in_words
from depmap.core.bonus_malus import Entry, Statement
from depmap.core.model import Bom
from depmap.core.text import Language, Text
from depmap.network import Network
from depmap.network.standstill import outages
from reports.programs.bonus_malus import MOST, SUM, basis, gained, item, meaning, told
from reports.words.format import share
from risk_rules.bonus_malus import statement

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
        "systems": [item(each) for each in found],
    }


def described(found: Sequence[Statement], policy: risk_rules.Policy, language: Language) -> Iterable[str]:
    """The lines for people: each system by itself, then all side by side when there are several."""
    yield basis(found, policy.name)[language]
    for each in found:
        yield ""
        yield _TOTAL.format(system=each.system, points=told(each.points, language))[language]
        if (words := meaning(each)) is not None:
            yield f"  {words[language]}"
        for entry in each.entries:
            yield f"  {told(entry.points, language):>16}  {_explained(entry, language)}"
        if each.gains:
            yield f"{MOST[language]}:"
        for gain in each.gains:
            cells = cells_in_words(gain.part.cells)
            yield f"  {gained(gain.points, language)}  {gain.part.label}: {gain.measure.request[language]} ({cells})"
    if len(found) > 1:
        yield ""
        yield from _side_by_side(found, language)


def _explained(entry: Entry, language: Language) -> str:
    """What is measured, of how many points, by which share, and through which parts."""
    text = (_BONUS if entry.measure.is_bonus else _MALUS).format(
        title=entry.measure.title,
        weight=entry.weight,
        share=share(*entry.share, language),
        open=_OPEN.format(count=len(entry.open)) if entry.open else "",
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
        points = " ".join(f"{told(each.entries[place].points, language):>16}" for each in found)
        yield f"  {points}  {entry.measure.title[language]}"
    totals = " ".join(f"{told(each.points, language):>16}" for each in found)
    yield f"  {totals}  {SUM[language]}"


_TOTAL = Text("{system}: {points} punten", "{system}: {points} points")
_OPEN = Text(", open bij {count:onderdeel|onderdelen}", ", open for {count:part|parts}")
_BONUS = Text(
    "bonus van ten hoogste {weight}: {title}, {share}{open}",
    "bonus of at most {weight}: {title}, {share}{open}",
)
_MALUS = Text(
    "malus van ten hoogste {weight}: {title}, {share}{open}",
    "malus of at most {weight}: {title}, {share}{open}",
)
_MORE = Text("en {count:ander|andere}", "and {count:other|others}")
_COMPARED = Text("Naast elkaar:", "Side by side:")
