"""Bonus-malus in the workbook: every line of every system, and all systems side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from depmap.core.bonus_malus import CountedPart, Entry, Gain, Statement
from depmap.core.judgement import Analysis
from depmap.core.text import Language, Text
from reports.columns.listing import Value
from reports.programs.bonus_malus import BONUS, EXAMPLE, MALUS, MOST, SUM, basis, meaning, statements
from reports.tables.shared import SYSTEM, Heading, Table
from reports.words import summary
from reports.words.format import visible

TITLE = Text("Bonus-malus", "Bonus-malus")
COMPARED = Text("Bonus-malus naast elkaar", "Bonus-malus side by side")
WHAT = Text("Wat", "What")
WEIGHT = Text("Inzet", "At stake")
LOW, HIGH = Text("Punten, minstens", "Points, at least"), Text("Punten, hoogstens", "Points, at most")

PARTS = 12
"""Parts told in one cell; findings.json has them all."""

_BY_VALUE, _BY_PARTS = Text("waarde", "value"), Text("onderdelen", "parts")
_MORE = Text("en nog {count}; zie findings.json", "and {count} more; see findings.json")
_HEADINGS: tuple[tuple[Text, int, Literal["text", "number", "share"]], ...] = (
    (SYSTEM, 20, "text"),
    (Text("Soort", "Kind"), 16, "text"),
    (WHAT, 44, "text"),
    (Text("Weegt naar", "Weighed by"), 12, "text"),
    (WEIGHT, 9, "number"),
    (Text("Aandeel, minstens", "Share, at least"), 12, "share"),
    (Text("Aandeel, hoogstens", "Share, at most"), 12, "share"),
    (LOW, 12, "number"),
    (HIGH, 12, "number"),
    (Text("Door welke onderdelen", "Through which parts"), 46, "text"),
    (Text("Open bij", "Open for"), 46, "text"),
    (Text("Op te vragen", "To ask for"), 36, "text"),
)


def table(analysis: Analysis) -> Table:
    """Per system the sum, every line, and the facts that would add most."""
    language = analysis.run.language
    found = statements(analysis)
    rows = tuple(row for each in found for row in _rows(each, analysis.run.policy, language))
    title = TITLE[language]
    if any(each.is_example for each in found):
        title = f"{title} ({EXAMPLE[language]})"
    return Table("bonus_malus", title, _headings(language), rows)


def side_by_side(analysis: Analysis) -> Table:
    """The sum, then a row per measure; two columns per system, numbered as they were given."""
    language = analysis.run.language
    found = statements(analysis)
    heads = [Heading(WHAT[language], 44), Heading(WEIGHT[language], 9, "number")]
    for number, each in enumerate(found, 1):
        name = f"{number}. {visible(each.system)}"
        heads += [Heading(f"{name}: {end[language].lower()}", 18, "number") for end in (LOW, HIGH)]
    sums = [_rounded(end) for each in found for end in each.points]
    rows: list[tuple[Value, ...]] = [(f"{SUM[language]}. {basis(found, analysis.run.policy)[language]}", None, *sums)]
    for place, entry in enumerate(found[0].entries if found else ()):
        ends = [_rounded(end) for each in found for end in each.entries[place].points]
        rows.append((_what(entry, language), entry.weight, *ends))
    return Table("compared", COMPARED[language], tuple(heads), tuple(rows))


def _headings(language: Language) -> tuple[Heading, ...]:
    return tuple(Heading(title[language], width, kind) for title, width, kind in _HEADINGS)


def _rows(statement: Statement, policy: str, language: Language) -> Iterable[tuple[Value, ...]]:
    system = visible(statement.system)
    low, high = map(_rounded, statement.points)
    words = [basis([statement], policy), meaning(statement)]
    whose = " ".join(each[language] for each in words if each is not None)
    yield (system, SUM[language], whose, None, None, None, None, low, high, None, None, None)
    for entry in statement.entries:
        yield (system, *_line(entry, language))
    for gain in statement.gains:
        yield (system, *_fact(gain, language))


def _line(entry: Entry, language: Language) -> tuple[Value, ...]:
    measure = entry.measure
    return (
        (BONUS if measure.is_bonus else MALUS)[language],
        measure.title[language],
        (_BY_VALUE if measure.by_value else _BY_PARTS)[language],
        entry.weight,
        *entry.share,
        *map(_rounded, entry.points),
        _parts(entry.parts, language),
        _parts(entry.open, language),
        measure.request[language],
    )


def _fact(gain: Gain, language: Language) -> tuple[Value, ...]:
    """What it adds stands where the least points stand: that is what it raises."""
    title = gain.measure.title[language]
    part = _parts((gain.part,), language)
    return (
        MOST[language],
        title,
        None,
        None,
        None,
        None,
        _rounded(gain.points),
        None,
        part,
        None,
        gain.measure.request[language],
    )


def _what(entry: Entry, language: Language) -> str:
    return f"{(BONUS if entry.measure.is_bonus else MALUS)[language]}: {entry.measure.title[language]}"


def _parts(parts: Sequence[CountedPart], language: Language) -> str | None:
    """A part with its cells on every line."""
    told = [part_told(part, language) for part in parts[:PARTS]]
    if len(parts) > PARTS:
        told.append(_MORE.format(count=len(parts) - PARTS)[language])
    return "\n".join(told) or None


def part_told(part: CountedPart, language: Language) -> str:
    """A part and the cells of its lines: ``Motor (M-1): BOM!B4``."""
    cells = summary.cells(part.cells, language, 3)
    return visible(part.label) + (f": {cells}" if cells else "")


def _rounded(points: float) -> float:
    return round(points, 2) + 0.0
