"""``findings.json``: everything established, for programs. Keys are never translated; unknown is ``null``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from depmap.core.evidence import CellRef
from depmap.core.graph import Kind, node_id
from depmap.core.issues import Issue
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.model import StatedMaterial
from depmap.core.text import Text
from reports import names, standstills
from reports.interface import Report
from reports.rows import ComponentRow, SourceRow, component_list

SCHEMA = 1
"""Raised when a key changes its meaning; new keys do not raise it."""

NOT_COMPUTED: tuple[str, ...] = ()
"""Keys that this version leaves empty because it does not ask the question: empty is not "none found"."""


def render(analysis: Analysis) -> bytes:
    """The whole analysis as UTF-8 JSON; the same analysis gives the same bytes.

    Raises:
        ValueError: a number that JSON cannot write (NaN, infinity).
    """
    systems = analysis.systems
    content = {
        "schema": SCHEMA,
        "not_computed": list(NOT_COMPUTED),
        "run": _run(analysis),
        "systems": [_system(system) for system in systems],
        "components": [item for system in systems for item in _components(system)],
        "single_points": [item for system in systems for item in _single_points(system)],
        "cut_sets": [item for system in systems for item in _cut_sets(system)],
        "cut_set_counts": [item for system in systems for item in _cut_set_counts(system)],
        "groups": [item for system in systems for item in _groups(system)],
        "herfindahl": [item for system in systems for item in _herfindahl(system)],
        "shares": [item for system in systems for item in _shares(system)],
        "standstill": [item for system in systems for item in standstills.standstill_items(system)],
        "findings": [item for system in systems for item in _findings(system)],
        "issues": _issues(analysis),
    }
    return _written(content).encode("utf-8")


def _written(content: Mapping[str, object]) -> str:
    """One line per item of a list, so that two runs can be compared line by line."""
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    parts = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            items = ",\n  ".join(encode(_plain(item)) for item in value)
            parts.append(f" {encode(key)}: [\n  {items}\n ]")
        else:
            parts.append(f" {encode(key)}: {encode(_plain(value))}")
    return _HALVES.sub("\ufffd", "{\n" + ",\n".join(parts) + "\n}\n")


_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs, which no UTF-8 file can hold."""


def _run(analysis: Analysis) -> dict[str, object]:
    run = analysis.run
    return {
        "version": run.version,
        "date": run.date,
        "language": run.language,
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
        "components": counts.components,
        "assemblies": counts.assemblies,
        "suppliers": counts.suppliers,
        "countries": counts.countries,
        "value": {"low": counts.value_low, "high": counts.value_high, "currency": counts.currency},
        "unknown_origin_lines": counts.unknown_origin_lines,
        "unknown_manufacturer_lines": counts.unknown_manufacturer_lines,
    }


def _components(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    parts = component_list(system)
    for row in sorted((*parts.listed, *parts.others), key=lambda each: each.component.id):
        component = row.component
        standstill = names.standstill(component.component_class)
        yield {
            "system": row.system,
            "component": component.id,
            "part_number": component.part_number,
            "description": component.description or None,
            "class": component.component_class,
            "standstill_class": None if standstill == "unknown" else standstill,
            "commodity": None if standstill == "unknown" else standstill == "commodity",
            "lines": component.lines,
            "quantity": component.quantity,
            "cost": component.cost,
            "stock": component.stock,
            "lead_time_weeks": component.lead_time_weeks,
            **standstills.outage_item(system.outages.get(node_id(Kind.COMPONENT, component.id))),
            "grams": None if component.grams is None else {"low": component.grams[0], "high": component.grams[1]},
            "materials": [_material(each) for each in component.materials],
            "sources": [_source(each) for each in row.sources],
            "grade": row.grade.key,
            "reasons": _reasons(row),
            "cells": _cells(row.cells),
        }


def _material(each: StatedMaterial) -> dict[str, object]:
    """What someone states to be in it; what nobody states may be in it all the same."""
    return {
        "material": each.name.value,
        "cas": each.cas,
        "within": each.within,
        "grams": None if each.low is None else {"low": each.low, "high": each.high},
        "supplier": each.maker,
        "evidence": each.name.tier,
        "reference": each.name.reference or None,
        "cells": _cells(each.name.cells),
    }


def _reasons(row: ComponentRow) -> list[str]:
    return sorted({finding.rule for finding in row.findings if not finding.accepted})


def _source(each: SourceRow) -> dict[str, object]:
    """What is only assumed stands apart under ``assumed``: no program may take a hint for a value."""
    known = {field: fact.value if fact.known else None for field, fact in each.fields}
    return {
        "supplier": known["manufacturer"],
        "role": "manufacturer",
        "part_number": each.source.part_number,
        "manufacture": known["manufacture"],
        "seat": known["seat"],
        "parent": known["parent"],
        "ownership": known["ownership"],
        "assumed": {field: fact.hint for field, fact in each.fields if fact.hint},
        "evidence": {"supplier" if field == "manufacturer" else field: fact.tier for field, fact in each.fields},
        "references": {field: fact.reference for field, fact in each.fields if fact.reference},
        "distributors": list(each.source.distributors),
        "cells": _cells(each.source.cells),
    }


def _single_points(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """With what stands still: lines, and value where every one of them has a price."""
    of_node = {node_id(Kind.COMPONENT, each.id): each for each in system.bom.components}
    for point in system.single_points:
        stopped = [of_node[name] for name in point.components]
        costs = [each.cost for each in stopped if each.cost is not None]
        yield {
            "system": system.bom.system,
            "node": point.node,
            "layer": point.layer,
            "certain": point.certain,
            "witness": list(point.witness),
            "components": list(point.components),
            "assemblies": list(point.assemblies),
            "lines": sum(each.lines for each in stopped),
            "value": {"low": sum(costs), "high": sum(costs) if len(costs) == len(stopped) else None},
            "cells": _cells(point.cells),
        }


def _cut_sets(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """Those that hold whatever the unknowns are, and after them those that need an assumption to hold."""
    for found in system.cut_sets:
        for each in found.sets:
            if each.certain == found.certain:
                yield {
                    "system": system.bom.system,
                    "layer": found.layers[0],
                    "nodes": list(each.nodes),
                    "certain": each.certain,
                    "witnesses": [list(chain) for chain in each.witnesses],
                    "cells": _cells(each.cells),
                }


def _cut_set_counts(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """By order, never capped; ``certain`` false counts all sets there are if every assumption is right."""
    for found in system.cut_sets:
        yield {
            "system": system.bom.system,
            "layer": found.layers[0],
            "certain": found.certain,
            "max_order": found.max_order,
            "counts": {str(order): count for order, count in enumerate(found.counts, 1)},
            "listed": len(found.sets),
            "holding": {node: list(counts) for node, counts in found.holding.items()},
        }


def _groups(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    for verdict in system.groups:
        yield {
            "system": system.bom.system,
            "group": verdict.group,
            "layer": verdict.layer,
            "verdict": verdict.verdict,
            "deciding": list(verdict.deciding),
            "ask": _cells(verdict.ask),
        }


def _herfindahl(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    for each in system.diversity:
        yield {
            "system": system.bom.system,
            "kind": each.kind,
            "basis": each.basis,
            "group": each.group,
            "low": each.low,
            "high": each.high,
            "lines": each.lines,
        }


def _shares(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """How much rests on one country or supplier; ``verdict`` is null because no threshold is asked here."""
    for share in system.concentration:
        if share.kind in (Kind.COUNTRY, Kind.SUPPLIER):
            yield {
                "system": system.bom.system,
                "test": share.node,
                "basis": share.basis,
                "low": share.low,
                "high": share.high,
                "coverage": share.coverage,
                "verdict": None,
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
            "cells": _cells(finding.cells),
            "fingerprint": finding.fingerprint,
        }


def _issues(analysis: Analysis) -> list[dict[str, object]]:
    """The issues of the policy, which belong to no system, and then those of every system."""
    owned: list[tuple[str | None, Issue]] = [(None, issue) for issue in analysis.policy_issues]
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


def _cells(refs: Iterable[CellRef]) -> list[str]:
    return [str(ref) for ref in refs]


def _plain(value: object) -> object:
    """The value in the types of JSON: exact numbers as numbers, sets in order, anything else in words."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, (set, frozenset)):
        return sorted((_plain(each) for each in value), key=repr)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


REPORT = Report(
    "findings",
    "findings.json",
    Text("Bevindingen voor programma's", "Findings for programs"),
    render,
)
