"""``findings.json``: everything established, for programs. Keys are never translated; unknown is ``null``."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.issues import Issue
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.profile import asked_of_system
from depmap.core.text import Text
from reports.interface import Report
from reports.programs import bonus_malus, importance, json_text, materials, standstills
from reports.programs import network as network_items
from reports.programs.components import commodity_items, component_items
from reports.tables import decisions
from reports.words.content import items as content_items

SCHEMA = 1
"""Raised when a key changes its meaning; new keys do not raise it."""


def render(analysis: Analysis) -> bytes:
    """The whole analysis as UTF-8 JSON; the same analysis gives the same bytes.

    Raises:
        ValueError: a number that JSON cannot write (NaN, infinity).
    """
    systems = analysis.systems
    content = {
        "schema": SCHEMA,
        "run": _run(analysis),
        "systems": [_system(system) for system in systems],
        "components": [item for system in systems for item in component_items(system)],
        "commodity_groups": [item for system in systems for item in commodity_items(system)],
        "single_points": [item for system in systems for item in network_items.single_point_items(system)],
        "cut_sets": [item for system in systems for item in network_items.cut_set_items(system)],
        "cut_set_counts": [item for system in systems for item in network_items.cut_set_count_items(system)],
        "importance": [item for system in systems for item in importance.importance_items(system)],
        "centralities": [item for system in systems for item in importance.centrality_items(system)],
        "materials": [item for system in systems for item in materials.material_items(system)],
        "groups": [item for system in systems for item in network_items.group_items(system)],
        "herfindahl": [item for system in systems for item in network_items.herfindahl_items(system)],
        "shares": [item for system in systems for item in (*network_items.share_items(system), *content_items(system))],
        "bonus_malus": [
            {"example_points": each.is_example, **bonus_malus.item(each)} for each in bonus_malus.statements(analysis)
        ],
        "standstill": [item for system in systems for item in standstills.standstill_items(system)],
        "decisions": decisions.items(analysis),
        "findings": [item for system in systems for item in _findings(system)],
        "issues": _issues(analysis),
    }
    return json_text.written(content).encode("utf-8")


def _run(analysis: Analysis) -> dict[str, object]:
    run = analysis.run
    return {
        "version": run.version,
        "date": run.date,
        "language": run.language,
        "redacted": run.redacted,
        "inputs": [{"name": system.bom.file, "sha256": system.bom.sha256} for system in analysis.systems],
        "lists": [{"id": each.id, "date": each.published or None, "rows": each.rows} for each in run.lists],
        "policy": {"name": run.policy, "sha256": run.policy_sha256, "changes": dict(sorted(run.policy_changes))},
    }


def _system(system: SystemAnalysis) -> dict[str, object]:
    counts = system.counts
    return {
        "system": system.bom.system,
        "lines": counts.lines,
        "dnp_lines": system.bom.dnp_lines,
        "lines_in_question": system.bom.lines_in_question,
        "questions": system.bom.questions,
        "components": counts.components,
        "assemblies": counts.assemblies,
        "suppliers": counts.suppliers,
        "countries": counts.countries,
        "value": {"low": counts.value_low, "high": counts.value_high, "currency": counts.currency},
        "unknown_origin_lines": counts.unknown_origin_lines,
        "unknown_manufacturer_lines": counts.unknown_manufacturer_lines,
        "stated": system.profile.stated,
        "system_questions": [
            {"key": each.key, "question": {"nl": each.question.nl, "en": each.question.en}, "rules": list(each.rules)}
            for each in asked_of_system(system.findings)
        ],
    }


def _findings(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    for finding in system.findings:
        yield {
            "rule": finding.rule,
            "grade": finding.grade.key,
            "system": finding.system,
            "subject": finding.subject,
            "layer": finding.layer,
            "message": {"nl": finding.message.nl, "en": finding.message.en},
            "facts": dict(finding.facts),
            "evidence": finding.tier,
            "accepted": finding.accepted or None,
            "cells": json_text.cells(finding.cells),
            "fingerprint": finding.fingerprint,
        }


def _issues(analysis: Analysis) -> list[dict[str, object]]:
    """The issues of the policy and of earlier decisions, which belong to no system, and then those of every system."""
    own = (*analysis.policy_issues, *analysis.decisions.issues)
    owned: list[tuple[str | None, Issue]] = [(None, issue) for issue in own]
    owned.extend((system.bom.system, issue) for system in analysis.systems for issue in system.bom.issues)
    return [
        {
            "system": name,
            "code": issue.code,
            "severity": issue.severity,
            "message": issue.message[analysis.run.language],
            "cell": None if issue.cell is None else str(issue.cell),
        }
        for name, issue in owned
    ]


REPORT = Report(
    "findings",
    "findings.json",
    Text("Bevindingen voor programma's", "Findings for programs"),
    render,
)
