"""The single points of failure as rows of the page, and what stops the system only together."""

from __future__ import annotations

from depmap.core.answers import SinglePoint
from depmap.core.judgement import SystemAnalysis
from depmap.core.text import Language
from reports import material_words, names, picture, summary


def told(system: SystemAnalysis) -> list[SinglePoint]:
    """Those of the table, heaviest first; materials have a section of their own."""
    nodes = system.graph.nodes
    return [each for each in summary.points(system) if not material_words.told_apart(each.layer, nodes[each.node].kind)]


def point(system: SystemAnalysis, each: SinglePoint, language: Language) -> dict[str, object]:
    """One row of the table."""
    return {
        "node": names.key(each.node),
        "name": names.node(system.graph, each.node, language),
        "kind": system.graph.nodes[each.node].kind.text[language],
        "layer": each.layer.text[language],
        "layer_key": each.layer.value,
        "certain": each.certain,
        "certainty": summary.certainty(each.certain)[language],
        "components": len(each.components),
        "chain": _chain(system, each.witness, language),
        "cells": summary.cells(each.cells, language, 4) or "–",
        "drawn": each.layer in picture.VIEWS,
    }


def together(system: SystemAnalysis, language: Language, limit: int) -> list[dict[str, object]]:
    """What stops it only together; the first ``limit``."""
    return [
        {
            "names": [names.node(system.graph, node, language) for node in each.nodes],
            "layer": layer.text[language],
            "certain": each.certain,
            "certainty": summary.certainty(each.certain)[language],
            "chains": [_chain(system, way, language) for way in each.witnesses],
            "cells": summary.cells(each.cells, language, 4) or "–",
        }
        for layer, each in summary.together(system)[:limit]
    ]


def _chain(system: SystemAnalysis, witness: tuple[str, ...], language: Language) -> list[str]:
    return [names.node(system.graph, name, language) for name in summary.chain(system, witness)]
