"""Why a node matters, put together: whether it is a single point, and every route by which the system needs it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from depmap.app.whatif import SCHEMA
from depmap.app.whatif_text import cells_in_words
from depmap.core.answers import Verdict
from depmap.core.graph import Graph, Kind, Layer
from depmap.core.text import Language, Text
from depmap.network.build import LAYERS
from depmap.network.routes import Route, Step, routes
from depmap.network.single_points import CANDIDATES, single_points
from reports.words import names

_STRUCTURAL = (Kind.COMPONENT, Kind.ASSEMBLY, Kind.SOURCE)
"""Kinds whose loss means the same in every layer; it is told once."""

_ONLY_HERE = {Layer.MATERIAL: (Kind.SHARE,)}
"""Kinds that are no candidates beside others, but that may be asked about."""


@dataclass(frozen=True, slots=True)
class Why:
    """One node in one system."""

    graph: Graph
    """The network."""

    node: str
    """Id of the node; the system need not name it."""

    single_points: Mapping[Layer, Verdict]
    """Per layer in which its loss means something, whether that alone stops the system: *cannot decide* is possible."""

    routes: tuple[Route, ...]
    """Every way by which the system needs it."""


def why(graph: Graph, node: str) -> Why:
    """What is to be said of this node."""
    kind = graph.nodes[node].kind if node in graph.nodes else Kind(node.partition(":")[0])
    found: dict[Layer, Verdict] = {}
    for layer in LAYERS:
        if kind in (*CANDIDATES[layer], *_ONLY_HERE.get(layer, ()), Kind.UNKNOWN) or (
            kind in _STRUCTURAL and layer is LAYERS[0]
        ):
            points = single_points(graph, layer, None if kind is Kind.UNKNOWN else [kind])
            point = next((each for each in points if each.node == node), None)
            verdict = Verdict.NO if point is None else Verdict.YES if point.certain else Verdict.CANNOT_DECIDE
            if verdict is not Verdict.NO or kind is not Kind.UNKNOWN:  # an unknown says nothing of another layer
                found[layer] = verdict
    return Why(graph, node, found, routes(graph, node))


def as_json(answer: Why, limit: int) -> dict[str, object]:
    """What ``--format json`` prints; keys are English and never translated."""
    certain = {Verdict.YES: True, Verdict.CANNOT_DECIDE: False}
    return {
        "schema": SCHEMA,
        "system": answer.graph.top.partition(":")[2],
        "node": answer.node,
        "named": answer.node in answer.graph.nodes,
        "single_points": [
            {"layer": str(layer), "certain": certain[verdict]}
            for layer, verdict in answer.single_points.items()
            if verdict in certain
        ],
        "routes": [
            {
                "layer": str(route.layer),
                "stops": str(route.stops),
                "nodes": list(route.nodes),
                "steps": [_step(step) for step in route.steps],
                "beside": [[_step(step) for step in steps] for steps in route.beside],
            }
            for route in answer.routes[:limit]
        ],
        "count": len(answer.routes),
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "node": step.node,
        "owner": step.owner,
        "role": str(step.role),
        "evidence": str(step.tier),
        "cells": [str(cell) for cell in step.cells],
        "reference": step.reference or None,
    }


def described(answer: Why, limit: int, language: Language) -> Iterable[str]:
    """The lines for people."""
    system = names.node(answer.graph, answer.graph.top, language)
    name = names.node(answer.graph, answer.node, language)
    yield f"{system}: {name}"
    if not answer.routes:
        yield _NO_ROUTE[language]
        return
    yield ""
    for layer, verdict in answer.single_points.items():
        yield _POINT[verdict].format(layer=layer.text)[language]
    stopping = sum(route.stops is Verdict.YES for route in answer.routes)
    yield _COUNTED.format(count=len(answer.routes), stopping=stopping)[language]
    for number, route in enumerate(answer.routes[:limit], 1):
        yield ""
        chain = " > ".join(names.node(answer.graph, node, language) for node in route.nodes[:-1])
        yield f"{number}. {chain}"
        yield f"   {_STOPS[route.stops][language]}"
        for step in route.steps:
            yield "   - " + _said(answer, step, language)
        for steps in route.beside:
            yield f"   {_BESIDE.format(component=names.node(answer.graph, steps[-1].owner, language))[language]}"
            for step in steps:
                yield "   - " + _said(answer, step, language)
    if len(answer.routes) > limit:
        yield ""
        yield _MORE.format(count=len(answer.routes) - limit)[language]


def _said(answer: Why, step: Step, language: Language) -> str:
    """One step: what it is to its owner, on whose word, where that stands."""
    sentence = _UNKNOWN if answer.graph.nodes[step.node].kind is Kind.UNKNOWN else _IS
    words = sentence.format(
        node=names.node(answer.graph, step.node, language),
        owner=names.node(answer.graph, step.owner, language),
        role=step.role.text,
    )[language]
    parts = [step.tier.text[language], cells_in_words(step.cells), step.reference]
    return f"{words} ({'; '.join(part for part in parts if part)})"


_NO_ROUTE = Text(
    "Het systeem noemt dit niet, of heeft het niet nodig.", "The system does not name it, or does not need it."
)
_POINT = {
    Verdict.YES: Text("Knelpunt ({layer}): ja, zeker", "Single point ({layer}): yes, certainly"),
    Verdict.CANNOT_DECIDE: Text(
        "Knelpunt ({layer}): mogelijk, dat hangt af van wat onbekend is",
        "Single point ({layer}): possibly, that depends on what is unknown",
    ),
    Verdict.NO: Text("Knelpunt ({layer}): nee", "Single point ({layer}): no"),
}
_COUNTED = Text(
    "Wegen naar het systeem: {count}, waarvan {stopping} zonder alternatief",
    "Routes to the system: {count}, of which {stopping} without an alternative",
)
_BESIDE = Text("ook een andere bron van {component} valt weg:", "another source of {component} is lost too:")
_STOPS = {
    Verdict.YES: Text("zonder alternatief: valt mee weg", "without an alternative: lost with it"),
    Verdict.CANNOT_DECIDE: Text("mogelijk zonder alternatief: onbekend", "possibly without an alternative: unknown"),
    Verdict.NO: Text("er is een alternatief", "there is an alternative"),
}
_IS = Text("{node}: {role} van {owner}", "{node}: {role} of {owner}")
_UNKNOWN = Text("{node} van {owner}", "{node} of {owner}")
_MORE = Text("en nog {count}; --limit toont er meer", "and {count} more; --limit shows more of them")
