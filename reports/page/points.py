"""The single points of failure as rows of the page, and what stops the system only together."""

from __future__ import annotations

from depmap.core.answers import SinglePoint
from depmap.core.judgement import SystemAnalysis
from depmap.core.text import Language, Text
from reports.page.network import picture
from reports.programs.network import Stopped, components_by_node, standing_still
from reports.tables import materials as material_words
from reports.words import names, summary
from reports.words.format import number, visible


def told(system: SystemAnalysis) -> list[SinglePoint]:
    """Those of the table, heaviest first; materials have a section of their own."""
    nodes = system.graph.nodes
    return [each for each in summary.points(system) if not material_words.told_apart(each.layer, nodes[each.node].kind)]


def rows(system: SystemAnalysis, language: Language, limit: int) -> list[dict[str, object]]:
    """The table; the first ``limit``."""
    parts = components_by_node(system)
    return [_row(system, each, standing_still(each, parts), language) for each in told(system)[:limit]]


def _row(system: SystemAnalysis, each: SinglePoint, stopped: Stopped, language: Language) -> dict[str, object]:
    return {
        "node": names.key(each.node),
        "name": names.node(system.graph, each.node, language),
        "kind": system.graph.nodes[each.node].kind.text[language],
        "layer": each.layer.text[language],
        "layer_key": each.layer.value,
        "certain": each.certain,
        "certainty": summary.certainty(each.certain)[language],
        "components": len(each.components),
        "amounts": _amounts(system, each, stopped, language),
        "chain": _chain(system, each.witness, language),
        "cells": summary.cells(each.cells, language, 4) or "–",
        "drawn": picture.is_drawn(each.node, each.layer),
    }


def together(system: SystemAnalysis, language: Language, limit: int) -> list[dict[str, object]]:
    """What stops it only together; the first ``limit``."""
    return [
        {
            "nodes": [names.key(node) for node in each.nodes],
            "names": [names.node(system.graph, node, language) for node in each.nodes],
            "layer": layer.text[language],
            "certain": each.certain,
            "certainty": summary.certainty(each.certain)[language],
            "chains": [_chain(system, way, language) for way in each.witnesses],
            "cells": summary.cells(each.cells, language, 4) or "–",
        }
        for layer, each in summary.together(system)[:limit]
    ]


def _amounts(system: SystemAnalysis, each: SinglePoint, stopped: Stopped, language: Language) -> str:
    """Lines, assemblies, and value where something has a price; at least, where not everything has one."""
    told = [_counted(stopped.lines, _LINES, language)]
    if each.assemblies:
        told.append(_counted(len(each.assemblies), _ASSEMBLIES, language))
    if stopped.low:
        value = f"{visible(system.bom.currency or '')}\u00a0{number(stopped.low, language, 2)}".strip()
        told.append(value if stopped.high is not None else _AT_LEAST.format(value=value)[language])
    return ", ".join(told)


def _counted(count: int, words: tuple[Text, Text], language: Language) -> str:
    return f"{count}\u00a0{words[count != 1][language]}"


_LINES = (Text("regel", "line"), Text("regels", "lines"))
_ASSEMBLIES = (Text("samenstelling", "assembly"), Text("samenstellingen", "assemblies"))
_AT_LEAST = Text("minstens {value}", "at least {value}")


def _chain(system: SystemAnalysis, witness: tuple[str, ...], language: Language) -> list[str]:
    return [names.node(system.graph, name, language) for name in summary.chain(system.graph, witness)]
