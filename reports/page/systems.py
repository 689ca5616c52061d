"""What the page shows, as plain values for its template and its script. Nothing here is markup."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from depmap.core.answers import GroupVerdict
from depmap.core.graph import Kind, Layer
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.shares import Basis
from depmap.core.text import Language, Text
from depmap.network import LAYERS
from reports.page import bonus_malus as page_bonus_malus
from reports.page import issues as page_issues
from reports.page import points as page_points
from reports.page import world
from reports.page.cards import cards
from reports.page.component import entry
from reports.page.importance import importance
from reports.page.limits import Countries
from reports.page.standstill import scenarios
from reports.page.words import WORDS
from reports.tables import materials as material_words
from reports.words import content, first_steps, names, sentences, summary
from reports.words import statements as say
from reports.words.format import date, share, visible
from reports.words.questions import headline, questions
from reports.words.rows import ComponentList, component_list, other_findings

ROWS = 1000
"""Rows of a table on the page; a browser that must lay out more becomes slow. The workbook has them all."""

NAMED = 200
"""Names in a list within a cell."""


@dataclass(frozen=True)
class System:
    """One system on the page."""

    analysis: Analysis
    """The run that it belongs to."""

    system: SystemAnalysis
    """What was established."""

    anchor: str
    """Prefix of every id on its part of the page: ``s1``."""

    parts: ComponentList
    """Its components."""

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.analysis.run.language

    @property
    def name(self) -> str:
        """Its name."""
        return visible(self.system.bom.system)

    @property
    def places(self) -> list[tuple[str, str]]:
        """The views: the part of the page with which each begins, and its name."""
        found = [
            ("overview", WORDS["overview"]),
            ("map", WORDS["map"]),
            ("world", WORDS["world"]),
            ("list", WORDS["list"]),
            ("points", WORDS["points_title"]),
            ("materials", WORDS["materials_title"]),
            ("whatif", WORDS["whatif"]),
            ("bonus", WORDS["bonus_title"]),
            ("issues", WORDS["made"]),
        ]
        return [(place, title[self.language]) for place, title in found if place != "bonus" or self.bonus_malus]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The system in a few sentences."""
        return sentences.sentences(self.analysis, self.system, self.parts)

    @property
    def first_steps(self) -> list[first_steps.Step]:
        """What to do first."""
        return first_steps.first_steps(self.system, self.parts, self.language)

    def label(self, node: str) -> str:
        """What people call a node."""
        return names.node(self.system.graph, node, self.language)

    @property
    def cards(self) -> list[dict[str, str]]:
        """The six main figures."""
        return cards(self.system, self.parts, self.language)

    @property
    def verdicts(self) -> list[dict[str, object]]:
        """One row per group of countries, one verdict per layer in it."""
        groups: dict[str, dict[Layer, GroupVerdict]] = {}
        for verdict in self.system.groups:
            groups.setdefault(verdict.group, {})[verdict.layer] = verdict
        return [
            {
                "group": self.analysis.groups.get(group, Text(group, group))[self.language],
                "cells": [self._verdict(layers.get(layer)) for layer in LAYERS],
            }
            for group, layers in groups.items()
        ]

    def _verdict(self, verdict: GroupVerdict | None) -> dict[str, object] | None:
        if verdict is None:
            return None
        return {
            "key": verdict.verdict.name.lower().replace("_", "-"),
            "word": summary.marked(verdict.verdict, self.language),
            "count": len(verdict.deciding),
            "deciding": [self.label(name) for name in verdict.deciding[:NAMED]],
            "more": max(0, len(verdict.deciding) - NAMED),
            "ask": headline(verdict)[self.language] if verdict.questions else "",
            "questions": questions(self.system.graph, verdict, self.language),
        }

    @property
    def content(self) -> dict[str, object]:
        """Whether enough of the value comes from Europe."""
        return content.section(self.system, self.language)

    @property
    def unknowns(self) -> list[dict[str, object]]:
        """What is unknown and which cells could tell."""
        rows = []
        for each in summary.unknowns(self.system):
            cells = summary.cells(each.cells, self.language)
            shown = say.listed(sorted(dict.fromkeys(self._subject(name) for name in each.about)), self.language)
            rows.append(
                {
                    "role": each.role.text[self.language],
                    "count": each.count,
                    "about": shown,
                    "cells": cells or "–",
                }
            )
        return rows

    def _subject(self, name: str) -> str:
        """The component or supplier behind an unknown; a source is told by its component."""
        kind, _, rest = name.partition(":")
        return self.label(rest.rpartition("/")[0]) if kind == Kind.SOURCE else self.label(name)

    @property
    def scenarios(self) -> list[dict[str, object]]:
        """What the named losses do, the longest standstill first."""
        return scenarios(self.system, self.language)

    @property
    def points(self) -> list[dict[str, object]]:
        """The single points, heaviest first; materials have a section of their own."""
        return page_points.rows(self.system, self.language, ROWS)

    @property
    def materials(self) -> dict[str, object]:
        """What it is made of as far as known, and where that comes from."""
        return material_words.section(self.system, self.language)

    @functools.cached_property
    def countries(self) -> Countries:
        """On which countries each node depends."""
        return Countries(self.system.graph)

    @functools.cached_property
    def world(self) -> dict[str, object]:
        """What stops without each country, for the map of the world and its table."""
        return world.section(self.system, self.language)

    @property
    def importance(self) -> dict[str, object]:
        """How much hangs on the heaviest nodes, and where measures mislead."""
        return importance(self.system, self.language)

    @property
    def bonus_malus(self) -> dict[str, object] | None:
        """Its points, line by line."""
        return page_bonus_malus.section(self.analysis, self.system)

    @property
    def together(self) -> list[dict[str, object]]:
        """What stops the system only together."""
        return page_points.together(self.system, self.language, ROWS)

    @property
    def together_count(self) -> int:
        """How many sets there are that stop it only together, listed or not."""
        return sum(sum(found.counts[1:]) for found in self.system.cut_sets if found.certain)

    def shares(self, kind: Kind) -> list[dict[str, object]]:
        """How much rests on each country or each supplier, by lines and by value, largest first."""
        rows: dict[str, dict[str, object]] = {}
        for each in self.system.concentration:
            if each.kind is kind and each.low is not None and each.high is not None:
                row = rows.setdefault(
                    each.node, {"node": names.key(each.node), "name": self.label(each.node), "any": False}
                )
                row[each.basis.value] = {
                    "low": each.low,
                    "high": each.high,
                    "text": share(each.low, each.high, self.language),
                }
                row["any"] = row["any"] or each.low > 0
        return [row for row in rows.values() if Basis.LINES.value in row]

    @property
    def shares_of_countries(self) -> list[dict[str, object]]:
        """Shares of the countries of manufacture."""
        return self.shares(Kind.COUNTRY)

    @property
    def shares_of_suppliers(self) -> list[dict[str, object]]:
        """Shares of the suppliers."""
        return self.shares(Kind.SUPPLIER)

    @property
    def kinds(self) -> dict[str, str]:
        """The words for the kinds of node, by their key."""
        return {kind.value: kind.text[self.language] for kind in Kind}

    @property
    def listed(self) -> list[dict[str, object]]:
        """The critical components as rows, commodities of a class as one."""
        return [entry(each, place, self.language) for place, each in enumerate(self.parts.entries[:ROWS])]

    @property
    def left_out(self) -> dict[str, int]:
        """How many rows of each long table are not on the page."""
        lengths = {
            "listed": len(self.parts.entries),
            "others": len(self.parts.others),
            "points": len(page_points.told(self.system)),
            "together": len(summary.together(self.system)),
        }
        return {name: max(0, length - ROWS) for name, length in lengths.items()}

    @property
    def others(self) -> list[tuple[str, str]]:
        """The components without findings."""
        return [(visible(row.component.id), visible(row.component.description)) for row in self.parts.others[:ROWS]]

    @property
    def other_findings(self) -> list[dict[str, object]]:
        """Findings about suppliers, countries and the whole system."""
        return [
            {
                "grade": finding.grade.key,
                "word": finding.grade.text[self.language],
                "mark": finding.grade.mark,
                "rule": finding.rule,
                "subject": self.label(finding.subject),
                "countries": self.countries.of(names.key(finding.subject)),
                "message": visible(finding.message[self.language]),
                "tier": finding.tier.text[self.language],
                "accepted": visible(finding.accepted),
                "cells": summary.cells(finding.cells, self.language, 4) or "–",
            }
            for finding in other_findings(self.system)
        ]

    @property
    def issues(self) -> list[dict[str, str]]:
        """Input problems; those of the policy and of earlier decisions stand with the first system."""
        return page_issues.rows(self.analysis, self.system)


def systems(analysis: Analysis) -> list[System]:
    """The systems of the run, in its order."""
    return [
        System(analysis, system, f"s{number}", component_list(system, analysis.decisions))
        for number, system in enumerate(analysis.systems, 1)
    ]


def masthead(analysis: Analysis) -> dict[str, str]:
    """Title and date of the page."""
    language = analysis.run.language
    found = [visible(system.bom.system) for system in analysis.systems]
    return {
        "title": found[0] if len(found) == 1 else WORDS["several"].format(count=len(found))[language],
        "names": ", ".join(found),
        "date": date(analysis.run.date, language),
        "version": analysis.run.version,
    }
