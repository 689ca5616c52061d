"""The main figures of a system, as the cards at the top of its part of the page."""

from __future__ import annotations

from depmap.core.graph import Kind, Layer
from depmap.core.judgement import Grade, SystemAnalysis
from depmap.core.text import Language
from reports.page.words import WORDS
from reports.words import names
from reports.words.format import number, share
from reports.words.rows import ComponentList

Card = tuple[int, str, str, dict[str, object]]
"""A number, the keys of its words and of those of its note, and what fills the note."""


def cards(system: SystemAnalysis, parts: ComponentList, language: Language) -> list[dict[str, str]]:
    """The six of them, in their order."""
    return [
        {
            "value": number(value, language),
            "label": WORDS[label][language],
            "note": WORDS[note].format(**values)[language],
            "key": label,
        }
        for value, label, note, values in _cards(system, parts, language)
    ]


def _cards(system: SystemAnalysis, parts: ComponentList, language: Language) -> tuple[Card, ...]:
    counts = system.counts
    grades = [row.grade for row in parts.listed]
    points = [point.certain for point in system.single_points if point.layer is Layer.SUPPLY]
    lines: dict[str, object] = {"lines": counts.lines}
    return (
        (counts.components, "components", "in_assemblies", {**lines, "assemblies": counts.assemblies}),
        (sum(grade >= Grade.HIGH for grade in grades), "high_or_worse", "of_listed", {"listed": len(grades)}),
        (points.count(True), "points", "and_possible", {"possible": points.count(False)}),
        (counts.suppliers, "makers", "unknown_makers", {"lines": counts.unknown_manufacturer_lines}),
        (counts.countries, "countries", "largest_country", _largest(system, language)),
        (counts.unknown_origin_lines, "unknown_origin", "of_lines", lines),
    )


def _largest(system: SystemAnalysis, language: Language) -> dict[str, object]:
    """The country on which most rests, and how much."""
    for each in system.concentration:
        if each.kind is Kind.COUNTRY and each.high is not None:
            name = names.node(system.graph, each.node, language)
            return {"country": name, "share": share(each.low, each.high, language)}
    return {"country": "–", "share": "–"}
