"""Tables of an analysis as pandas data frames, for notebooks and roll-ups over many systems.

Values are plain and keys English, as in ``findings.json``: nothing here depends on the language of the reports. What is
not known is missing (``NaN`` or ``None``), never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from depmap.core.errors import UsageError
from depmap.core.importance import Measure
from depmap.core.text import Text

if TYPE_CHECKING:
    import pandas

    from depmap.core.judgement import Analysis, SystemAnalysis

Row = dict[str, object]


def frame(analysis: Analysis, table: str) -> pandas.DataFrame:
    """One table of all systems together, a row per item, with the system in the first column.

    Args:
        analysis: the result of a run.
        table: ``components`` (a row per source), ``findings``, ``single_points``, ``groups``, ``concentration``,
            ``content`` (a row per law), ``bonus_malus`` (a row per measure), ``standstill`` (a row per scenario and
            layer), ``outages`` (a row per component) or ``importance`` (with ``betweenness`` and ``nexus`` for
            comparison only).

    Raises:
        UsageError: another table.
    """
    import pandas

    rows = TABLES.get(table)
    if rows is None:
        known = ", ".join(TABLES)
        raise UsageError(
            Text(f"Er is geen tabel '{table}'.", f"There is no table '{table}'."),
            Text(f"Kies uit: {known}.", f"Choose from: {known}."),
        )
    return pandas.DataFrame(
        [{"system": system.bom.system, **row} for system in analysis.systems for row in rows(system)]
    )


def _components(system: SystemAnalysis) -> Iterable[Row]:
    for component in system.bom.components:
        for number, source in enumerate(component.sources, 1):
            yield {
                "component": component.id,
                "description": component.description,
                "class": component.component_class,
                "lines": component.lines,
                "quantity": None if component.quantity is None else float(component.quantity),
                "cost": None if component.cost is None else float(component.cost),
                "source": number,
                "manufacturer": source.manufacturer.value,
                "part_number": source.part_number,
                "manufacture": source.manufacture.value,
                "manufacture_evidence": str(source.manufacture.tier),
            }


def _findings(system: SystemAnalysis) -> Iterable[Row]:
    for finding in system.findings:
        yield {
            "rule": finding.rule,
            "grade": finding.grade.key,
            "subject": finding.subject,
            "layer": str(finding.layer),
            "evidence": str(finding.tier),
            "accepted": finding.accepted or None,
            "fingerprint": finding.fingerprint,
        }


def _single_points(system: SystemAnalysis) -> Iterable[Row]:
    for point in system.single_points:
        yield {
            "node": point.node,
            "layer": str(point.layer),
            "certain": point.certain,
            "components": len(point.components),
            "witness": " > ".join(point.witness),
        }


def _groups(system: SystemAnalysis) -> Iterable[Row]:
    for answer in system.groups:
        yield {
            "group": answer.group,
            "layer": str(answer.layer),
            "verdict": str(answer.verdict),
            "deciding": len(answer.deciding),
        }


def _importance(system: SystemAnalysis) -> Iterable[Row]:
    for each in system.importance:
        yield {
            "node": each.node,
            "layer": str(each.layer),
            "stops": str(each.stops),
            "components": 0 if each.point is None else len(each.point.components),
            **{f"cut_sets_{order}": count for order, count in enumerate(each.certain.counts, 1)},
            **{f"share_{order}": share for order, share in enumerate(each.certain.shares, 1)},
            "weeks_low": each.weeks.low,
            "weeks_high": each.weeks.high,
            **{str(measure): each.ranks[measure].value if measure in each.ranks else None for measure in Measure},
            "overlooked_by": " ".join(mark.measure for mark in each.disagreements if mark.overlooked) or None,
            "overrated_by": " ".join(mark.measure for mark in each.disagreements if not mark.overlooked) or None,
        }


def _standstill(system: SystemAnalysis) -> Iterable[Row]:
    for each in system.standstills:
        survive = each.time_to_survive
        yield {
            "loss": each.loss.id,
            "layer": " ".join(each.layers),
            "stops": str(each.stops),
            "weeks_low": each.weeks.low,
            "weeks_high": each.weeks.high,
            "survives_low": None if survive is None else survive.low,
            "survives_high": None if survive is None else survive.high,
            "certain": len(each.certain),
            "possible": len(each.possible),
        }


def _outages(system: SystemAnalysis) -> Iterable[Row]:
    for name, each in system.outages.items():
        weeks = {"recovery": each.recovery, "cover": each.cover, "standstill": each.standstill}
        ends = {f"{key}_{end}": getattr(value, end) for key, value in weeks.items() for end in ("low", "high")}
        yield {"node": name, **ends, "missing": " ".join(each.missing) or None}


def _content(system: SystemAnalysis) -> Iterable[Row]:
    for test in system.content:
        yield {
            "test": test.id,
            "group": test.group,
            "limit": test.limit,
            "low": test.share.low,
            "high": test.share.high,
            "verdict": str(test.outcome),
            "deciding": len(test.deciding),
            "unpriced": len(test.share.unpriced),
        }


def _bonus_malus(system: SystemAnalysis) -> Iterable[Row]:
    for entry in system.statement.entries if system.statement is not None else ():
        (share_low, share_high), (points_low, points_high) = entry.share, entry.points
        yield {
            "measure": entry.measure.key,
            "weight": entry.weight,
            "share_low": share_low,
            "share_high": share_high,
            "points_low": points_low,
            "points_high": points_high,
            "parts": len(entry.parts),
            "open": len(entry.open),
        }


def _concentration(system: SystemAnalysis) -> Iterable[Row]:
    for share in system.concentration:
        yield {
            "node": share.node,
            "kind": str(share.kind),
            "basis": str(share.basis),
            "low": share.low,
            "high": share.high,
            "coverage": share.coverage,
        }


TABLES: dict[str, Callable[[SystemAnalysis], Iterable[Row]]] = {
    "components": _components,
    "findings": _findings,
    "single_points": _single_points,
    "groups": _groups,
    "concentration": _concentration,
    "content": _content,
    "bonus_malus": _bonus_malus,
    "standstill": _standstill,
    "outages": _outages,
    "importance": _importance,
}
"""The tables by name."""
