"""Writes the network where ``--graph`` asks for it: GraphML, GEXF, or depmap's own network file."""

from __future__ import annotations

import json
from pathlib import Path

from depmap.core.errors import OutputError, UsageError
from depmap.core.graph import Any, AtLeast, Graph, Node, Share
from depmap.core.judgement import Analysis
from depmap.core.text import Text
from depmap.core.whole_file import replace_file
from depmap.network.export import gexf, graphml


def network_file(graph: Graph) -> bytes:
    """The network in depmap's own format, schema 1: ``{"schema": 1, "top": ..., "nodes": {name: gate}}``."""
    nodes = {node.id: _gate(node) for node in graph.nodes.values() if node.needs}
    return json.dumps({"schema": 1, "top": graph.top, "nodes": nodes}, ensure_ascii=False, indent=1).encode() + b"\n"


WRITERS = {".graphml": graphml, ".gexf": gexf, ".json": network_file}
"""Ending of the file -> what writes it."""


def check_request(path: Path, systems: int) -> None:
    """Refuse, before anything is written, what `write_graph` could not do.

    Raises:
        UsageError: an unknown ending, or more than one system.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(WRITERS)
        raise UsageError(
            Text(f"{path.name}: onbekende soort netwerkbestand.", f"{path.name}: unknown kind of network file."),
            Text(f"Kies een naam die eindigt op {known}.", f"Choose a name that ends in {known}."),
        )
    if systems != 1:
        raise UsageError(
            Text(
                "--graph schrijft het netwerk van een systeem tegelijk.",
                "--graph writes the network of one system at a time.",
            ),
            Text("Geef een stuklijst op.", "Give one bill of materials."),
        )


def write_graph(analysis: Analysis, path: Path) -> None:
    """The network of the one system analysed, in the format that the name of the file asks for.

    Raises:
        OutputError: the file cannot be written.
    """
    content = WRITERS[path.suffix.lower()](analysis.systems[0].graph)
    try:
        replace_file(path, content)
    except OSError as error:
        raise OutputError(
            Text(
                f"{path} kan niet worden geschreven: {error.strerror}.", f"{path} cannot be written: {error.strerror}."
            )
        ) from error


def _gate(node: Node) -> dict[str, object]:
    needs = [need.node for need in node.needs]
    if isinstance(node.gate, Any):
        return {"any": needs}
    if isinstance(node.gate, AtLeast):
        return {"at_least": node.gate.count, "of": needs}
    if isinstance(node.gate, Share):
        return {"share": {need.node: need.weight for need in node.needs}, "tolerates": node.gate.tolerates}
    return {"all": needs}
