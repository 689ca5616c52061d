"""The components as the reports list them: each with its findings, its sources, and what it decides."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace

from depmap.core.answers import GroupVerdict, Outage, Standstill, Verdict, Weeks
from depmap.core.evidence import CellRef, Fact, unknown
from depmap.core.graph import Kind, node_id
from depmap.core.judgement import Finding, Grade, SystemAnalysis
from depmap.core.model import Component, Source, Supplier
from reports import names


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One way to obtain a component, with what is known of its maker."""

    source: Source
    """The source itself."""

    supplier: Supplier | None
    """Its manufacturer; None when unknown."""

    @property
    def fields(self) -> tuple[tuple[str, Fact], ...]:
        """The five facts about where it comes from, by the key of their column; without a maker, four are unknown."""
        maker = self.supplier or Supplier("")
        return (
            ("manufacturer", self.source.manufacturer),
            ("manufacture", self.source.manufacture),
            ("seat", maker.seat),
            ("parent", maker.parent),
            ("ownership", maker.ownership),
        )


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """One component of one system."""

    rank: int
    """From 1, worst first; over the listed components of the system."""

    system: str
    """Name of the system."""

    component: Component
    """The component itself."""

    findings: tuple[Finding, ...]
    """About this component, worst first, accepted ones last."""

    sources: tuple[SourceRow, ...]
    """How it can be obtained."""

    verdicts: tuple[GroupVerdict, ...]
    """The verdicts that it decides."""

    outage: Outage | None = None
    """How long it is missing once all its sources are lost."""

    losses: tuple[Standstill, ...] = ()
    """The scenarios that certainly stop it."""

    @property
    def node(self) -> str:
        """Id of its node."""
        return node_id(Kind.COMPONENT, self.component.id)

    @property
    def grade(self) -> Grade:
        """The worst grade among the findings that the policy does not accept."""
        return max((finding.grade for finding in self.findings if not finding.accepted), default=Grade.NONE)

    @property
    def made_in(self) -> tuple[str, ...]:
        """The nodes of its known countries of manufacture, sorted."""
        facts = (each.source.manufacture for each in self.sources)
        return tuple(sorted({node_id(Kind.COUNTRY, fact.value) for fact in facts if fact.known and fact.value}))

    @property
    def cells(self) -> tuple[CellRef, ...]:
        """The cells of its lines and of its findings, sorted."""
        return tuple(sorted({*self.component.cells, *(cell for finding in self.findings for cell in finding.cells)}))


@dataclass(frozen=True, slots=True)
class ComponentList:
    """All components of one system, in two parts, so that nothing is hidden."""

    listed: tuple[ComponentRow, ...]
    """Those with at least one finding of grade low or worse: worst grade first, then standstill class, then the longest
    standstill, then id."""

    others: tuple[ComponentRow, ...]
    """Those without, by id."""


def component_list(system: SystemAnalysis) -> ComponentList:
    """The components of a system in the order of the reports. Complexity: components x log + findings + verdicts."""
    findings: dict[str, list[Finding]] = defaultdict(list)
    for finding in system.findings:
        if finding.grade >= Grade.LOW:
            findings[finding.subject].append(finding)
    verdicts: dict[str, list[GroupVerdict]] = defaultdict(list)
    for verdict in system.groups:
        for name in verdict.deciding if verdict.verdict is not Verdict.YES else ():
            verdicts[name].append(verdict)
    suppliers = {supplier.name: supplier for supplier in system.bom.suppliers}
    losses: dict[str, list[Standstill]] = defaultdict(list)
    for each in system.standstills:
        for name in each.certain:
            losses[name].append(each)

    def row(component: Component) -> ComponentRow:
        node = node_id(Kind.COMPONENT, component.id)
        return ComponentRow(
            rank=0,
            system=system.bom.system,
            component=component,
            findings=tuple(sorted(findings[node], key=lambda each: (bool(each.accepted), -each.grade, each.rule))),
            sources=tuple(
                SourceRow(source, _supplier(source, suppliers))
                for source in component.sources or (Source(_nobody(component)),)
            ),
            verdicts=tuple(verdicts[node]),
            outage=system.outages.get(node),
            losses=tuple(losses[node]),
        )

    rows = [row(component) for component in system.bom.components]
    listed = sorted(
        (each for each in rows if each.findings),
        key=lambda each: (-each.grade, names.standstill_rank(each.component.component_class), *longest_first(each)),
    )
    others = sorted((each for each in rows if not each.findings), key=lambda each: each.component.id)
    return ComponentList(tuple(_ranked(listed)), tuple(_ranked(others)))


def longest_first(row: ComponentRow) -> tuple[float, float, str]:
    """The order of standstill: the longest that is certain, then what has no bound, then the longest possible."""
    weeks = row.outage.standstill if row.outage else Weeks(0.0, None)
    return -weeks.low, -math.inf if weeks.high is None else -weeks.high, row.component.id


def other_findings(system: SystemAnalysis) -> tuple[Finding, ...]:
    """The findings that are not about a single component: on suppliers, countries or the whole system."""
    components = {node_id(Kind.COMPONENT, component.id) for component in system.bom.components}
    return tuple(finding for finding in system.findings if finding.subject not in components)


def _ranked(rows: list[ComponentRow]) -> list[ComponentRow]:
    return [replace(row, rank=number) for number, row in enumerate(rows, 1)]


def _supplier(source: Source, suppliers: dict[str, Supplier]) -> Supplier | None:
    name = source.manufacturer.value
    return None if name is None else suppliers.get(name, Supplier(name))


def _nobody(component: Component) -> Fact:
    return unknown(*component.cells)
