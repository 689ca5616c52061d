"""The components of ``findings.json``: what they are, where they come from, how grave it is."""

from __future__ import annotations

from collections.abc import Iterable

from depmap.core.graph import Kind, node_id
from depmap.core.judgement import SystemAnalysis
from depmap.core.model import StatedMaterial
from reports.programs import json_text, standstills
from reports.words import criticality as criticality_words
from reports.words import names, remedies
from reports.words.rows import ComponentRow, SourceRow, component_list


def component_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """Every component of the system, by its id."""
    parts = component_list(system)
    listed = {row.node for row in parts.listed}
    for row in sorted((*parts.listed, *parts.others), key=lambda each: each.component.id):
        component = row.component
        standstill = names.standstill(component.component_class)
        yield {
            "system": row.system,
            "component": component.id,
            "rank": row.rank if row.node in listed else None,
            "part_number": component.part_number,
            "description": component.description or None,
            "class": component.component_class,
            "class_reason": component.class_reason.en or None,
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
            **criticality_item(row),
            "grade": row.grade.key,
            "reasons": _reasons(row),
            "cells": json_text.cells(row.cells),
        }


def criticality_item(row: ComponentRow) -> dict[str, object]:
    """What the four named losses do to it; ``worst`` names those under which it is missing longest."""
    found = row.criticality
    return {
        "band": found.band.key,
        "stops": found.stops,
        "worst_weeks": standstills.weeks_item(found.weeks),
        "worst": [threat.loss for threat in found.worst],
        "losses": [
            {
                "loss": threat.loss,
                "stops": threat.stops,
                "weeks": standstills.weeks_item(threat.weeks),
                "causes": list(threat.causes),
                "assumed": list(threat.assumed),
                "layers": list(threat.layers),
            }
            for threat in found.threats
        ],
        "witness": list(found.chain),
        "weakest_evidence": criticality_words.evidence(row),
        "unknown": list(found.unknown),
        "measures": [measure.en for measure in remedies.measures_for([row])],
        "alternatives": remedies.by_region(row),
    }


def commodity_items(system: SystemAnalysis) -> Iterable[dict[str, object]]:
    """The commodities of the list, a class at a time, in its order."""
    for group in component_list(system).groups:
        yield {
            "system": system.bom.system,
            "class": group.component_class,
            "rank": group.worst.rank,
            "count": len(group.rows),
            "lines": group.lines,
            "worst_weeks": standstills.weeks_item(group.worst.criticality.weeks),
            "components": [row.component.id for row in group.rows],
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
        "cells": json_text.cells(each.name.cells),
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
        "cells": json_text.cells(each.source.cells),
    }
