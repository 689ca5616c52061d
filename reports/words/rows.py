"""The components as the reports list them: each with its findings, its sources, and what it decides."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from depmap.core.answers import GroupVerdict, Outage, Standstill, Verdict
from depmap.core.criticality import Band, Criticality
from depmap.core.decisions import NONE_MADE, Decision, Decisions, subject_of_class
from depmap.core.evidence import CellRef, Fact, unknown
from depmap.core.graph import Graph, Kind, node_id
from depmap.core.judgement import Finding, Grade, SystemAnalysis
from depmap.core.model import Component, Source, Supplier
from depmap.core.once import once


@dataclass(frozen=True)
class SourceRow:
    """One way to obtain a component, with what is known of its maker."""

    source: Source
    """The source itself."""

    supplier: Supplier | None
    """Its manufacturer; None when unknown."""

    @functools.cached_property
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


@dataclass(frozen=True)
class ComponentRow:
    """One component of one system."""

    rank: int
    """From 1, what is missing longest first; over the listed components of the system."""

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

    criticality: Criticality
    """What the four named losses do to it."""

    graph: Graph = field(repr=False, compare=False)
    """The network that it is part of, for the names of what it rests on."""

    outage: Outage | None = None
    """How long it is missing once all its sources are lost."""

    losses: tuple[Standstill, ...] = ()
    """The scenarios that certainly stop it."""

    decision: Decision | None = None
    """What people decided about it in an earlier run."""

    @functools.cached_property
    def node(self) -> str:
        """Id of its node."""
        return node_id(Kind.COMPONENT, self.component.id)

    @functools.cached_property
    def grade(self) -> Grade:
        """The worst grade among the findings that the policy does not accept."""
        return max((finding.grade for finding in self.findings if not finding.accepted), default=Grade.NONE)

    @functools.cached_property
    def made_in(self) -> tuple[str, ...]:
        """The nodes of its known countries of manufacture, sorted."""
        facts = (each.source.manufacture for each in self.sources)
        return tuple(sorted({node_id(Kind.COUNTRY, fact.value) for fact in facts if fact.known and fact.value}))

    @functools.cached_property
    def cells(self) -> tuple[CellRef, ...]:
        """The cells of its lines and of its findings, sorted."""
        return tuple(sorted({*self.component.cells, *(cell for finding in self.findings for cell in finding.cells)}))


@dataclass(frozen=True, slots=True)
class CommodityGroup:
    """The listed components of one class of which the market has equals: told together."""

    component_class: str
    """Id of the class."""

    rows: tuple[ComponentRow, ...]
    """Its components, in the order of the list; at least one."""

    decision: Decision | None = None
    """What people decided about the whole class in an earlier run."""

    @property
    def subject(self) -> str:
        """What a decision about it is about."""
        return subject_of_class(self.component_class)

    @property
    def worst(self) -> ComponentRow:
        """The one that is missing longest."""
        return self.rows[0]

    @property
    def lines(self) -> int:
        """Lines of the bill of materials that ask for any of them."""
        return sum(row.component.lines for row in self.rows)


@dataclass(frozen=True)
class ComponentList:
    """All components of one system, in two parts, so that nothing is hidden."""

    listed: tuple[ComponentRow, ...]
    """Those that some named loss may take away, and those with a finding of grade low or worse, by standstill: certain,
    possible, commodities by their class, what survives (`depmap.core.criticality`)."""

    others: tuple[ComponentRow, ...]
    """Those that survive every named loss and have no finding, by id."""

    decisions: Decisions = field(default=NONE_MADE, repr=False, compare=False)
    """What people decided in an earlier run."""

    @functools.cached_property
    def entries(self) -> tuple[ComponentRow | CommodityGroup, ...]:
        """The listed ones in their order, with one entry for all commodities of a class."""

        def together(row: ComponentRow) -> tuple[Band, str]:
            is_group = row.criticality.band is Band.COMMODITY
            return row.criticality.band, (row.component.component_class or "") if is_group else row.node

        found: list[ComponentRow | CommodityGroup] = []
        for (band, name), alike in groupby(self.listed, key=together):
            rows = tuple(alike)
            decision = self.decisions.of(rows[0].system, subject_of_class(name))
            found.extend((CommodityGroup(name, rows, decision),) if band is Band.COMMODITY else rows)
        return tuple(found)

    @property
    def groups(self) -> tuple[CommodityGroup, ...]:
        """The commodities, class by class, in the order of the list."""
        return tuple(entry for entry in self.entries if isinstance(entry, CommodityGroup))


def component_list(system: SystemAnalysis, decisions: Decisions = NONE_MADE) -> ComponentList:
    """The components of a system in the order of the reports, with what was decided about them."""
    found = _undecided(system)
    if decisions is NONE_MADE:
        return found

    def decided(rows: tuple[ComponentRow, ...]) -> tuple[ComponentRow, ...]:
        return tuple(replace(row, decision=decisions.of(row.system, row.node)) for row in rows)

    return ComponentList(decided(found.listed), decided(found.others), decisions)


@once
def _undecided(system: SystemAnalysis) -> ComponentList:
    """The same before anybody decided anything. Complexity: components x log + findings + verdicts."""
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
            criticality=system.criticality[node],
            graph=system.graph,
            outage=system.outages.get(node),
            losses=tuple(losses[node]),
        )

    rows = [row(component) for component in system.bom.components]
    listed = by_standstill(each for each in rows if each.findings or not each.criticality.survives)
    others = sorted((each for each in rows if not each.findings and each.criticality.survives), key=_name)
    return ComponentList(tuple(_ranked(listed)), tuple(_ranked(others)))


def by_standstill(rows: Iterable[ComponentRow]) -> list[ComponentRow]:
    """The order of the list of critical components; the commodities of a class stand together, where its worst does."""
    found = sorted(rows, key=lambda row: (row.criticality.order, _name(row)))
    first: dict[str | None, int] = {}
    for place, row in enumerate(found):
        first.setdefault(row.component.component_class, place)

    def key(row: ComponentRow) -> tuple[Band, int]:
        commodity = row.criticality.band is Band.COMMODITY
        return row.criticality.band, first[row.component.component_class] if commodity else 0

    return sorted(found, key=key)


def other_findings(system: SystemAnalysis) -> tuple[Finding, ...]:
    """The findings that are not about a single component: on suppliers, countries or the whole system."""
    components = {node_id(Kind.COMPONENT, component.id) for component in system.bom.components}
    return tuple(finding for finding in system.findings if finding.subject not in components)


def _name(row: ComponentRow) -> str:
    return row.component.id


def _ranked(rows: list[ComponentRow]) -> list[ComponentRow]:
    return [replace(row, rank=number) for number, row in enumerate(rows, 1)]


def _supplier(source: Source, suppliers: dict[str, Supplier]) -> Supplier | None:
    name = source.manufacturer.value
    return None if name is None else suppliers.get(name, Supplier(name))


def _nobody(component: Component) -> Fact:
    return unknown(*component.cells)
