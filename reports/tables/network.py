"""The tables of what the network answers: single points, cut sets, shares."""

from __future__ import annotations

from depmap.core.answers import SinglePoint
from depmap.core.judgement import Analysis, SystemAnalysis
from depmap.core.shares import Basis
from depmap.core.text import Text
from reports.columns.listing import Value
from reports.programs.network import Stopped, components_by_node, standing_still
from reports.tables.shared import CELLS, LAYER, SYSTEM, Table, table
from reports.words import names, summary
from reports.words.format import visible


def single_points(analysis: Analysis) -> Table:
    """Every single point of failure with its chain, and how much stands still with it."""
    language = analysis.run.language
    heads = (
        (SYSTEM, 20),
        (Text("Knelpunt", "Single point of failure"), 34),
        (Text("Soort", "Kind"), 18),
        (LAYER, 12),
        (Text("Zekerheid", "Certainty"), 26),
        (Text("Componenten", "Components"), 14, "number"),
        (Text("Samenstellingen", "Assemblies"), 16, "number"),
        (Text("Regels", "Lines"), 10, "number"),
        (Text("Waarde, minstens", "Value, at least"), 16, "money"),
        (Text("Waarde, hoogstens", "Value, at most"), 16, "money"),
        (Text("Keten", "Chain"), 80),
        (CELLS, 24),
    )

    def row(system: SystemAnalysis, point: SinglePoint, stopped: Stopped) -> tuple[Value, ...]:
        return (
            visible(system.bom.system),
            names.node(system.graph, point.node, language),
            system.graph.nodes[point.node].kind.text[language],
            point.layer.text[language],
            summary.certainty(point.certain)[language],
            len(point.components),
            len(point.assemblies),
            stopped.lines,
            float(stopped.low),
            None if stopped.high is None else float(stopped.high),
            " → ".join(names.node(system.graph, name, language) for name in summary.chain(system.graph, point.witness)),
            summary.cells(point.cells, language),
        )

    rows = (
        row(system, point, standing_still(point, parts))
        for system in analysis.systems
        for parts in [components_by_node(system)]
        for point in summary.points(system)
    )
    return table("single_points", Text("Knelpunten", "Single points of failure"), heads, rows, language)


def cut_sets(analysis: Analysis) -> Table:
    """What stops a system only together: pairs of nodes, none of which does so alone."""
    language = analysis.run.language
    heads = (
        (SYSTEM, 20),
        (Text("Samen", "Together"), 44),
        (LAYER, 12),
        (Text("Zekerheid", "Certainty"), 26),
        (Text("Ketens", "Chains"), 90),
        (CELLS, 24),
    )
    rows = (
        (
            visible(system.bom.system),
            " + ".join(names.node(system.graph, node, language) for node in each.nodes),
            layer.text[language],
            summary.certainty(each.certain)[language],
            "\n".join(
                " → ".join(names.node(system.graph, name, language) for name in summary.chain(system.graph, witness))
                for witness in each.witnesses
            ),
            summary.cells(each.cells, language),
        )
        for system in analysis.systems
        for layer, each in summary.together(system)
    )
    return table("cut_sets", Text("Uitvalcombinaties", "Cut sets"), heads, rows, language)


def shares(analysis: Analysis) -> Table:
    """How much rests on each country and supplier."""
    language = analysis.run.language
    heads = (
        (SYSTEM, 20),
        (Text("Soort", "Kind"), 14),
        (Text("Naam", "Name"), 34),
        (Text("Maatstaf", "Basis"), 12),
        (Text("Minstens", "At least"), 12, "share"),
        (Text("Hoogstens", "At most"), 12, "share"),
    )
    basis = {Basis.LINES: Text("regels", "lines"), Basis.VALUE: Text("waarde", "value")}
    rows = (
        (
            visible(system.bom.system),
            share.kind.text[language],
            names.node(system.graph, share.node, language),
            basis[share.basis][language],
            share.low,
            share.high,
        )
        for system in analysis.systems
        for share in system.concentration
        if share.high is not None
    )
    return table("shares", Text("Landen en leveranciers", "Countries and suppliers"), heads, rows, language)
