"""depmap's own network file: ``{"schema": 1, "top": "S", "nodes": {"S": {"all": ["a", "b"]}, ...}}``.

A node needs all of its list, any of it, ``at_least`` k ``of`` it, or a ``share``: a weight per need, lost as soon as
more than ``tolerates`` of the weight is lost. A name without an entry is a leaf that can be lost.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

from depmap.app.network_files._interface import NetworkFormat, refused
from depmap.core.errors import InputError
from depmap.core.graph import All, Any, AtLeast, Gate, Graph, Kind, Need, Node, Share, graph
from depmap.core.text import Text, same, visible

SCHEMA = 1

_SHAPE = Text(
    'Een knoop is {"all": [...]}, {"any": [...]}, {"at_least": k, "of": [...]} of {"share": {...}, "tolerates": t}.',
    'A node is {"all": [...]}, {"any": [...]}, {"at_least": k, "of": [...]} or {"share": {...}, "tolerates": t}.',
)
_FILE = Text(
    'Een netwerkbestand is {"schema": 1, "top": "naam", "nodes": {"naam": {"all": [...]}}}.',
    'A network file is {"schema": 1, "top": "name", "nodes": {"name": {"all": [...]}}}.',
)


def write(network: Graph) -> bytes:
    """The network, the needs of all its layers together."""
    nodes = {node.id: _written(node) for node in network.nodes.values() if node.needs}
    content = {"schema": SCHEMA, "top": network.top, "nodes": nodes}
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def recognises(head: bytes) -> bool:
    """Whether it is JSON with the keys of a network, which no bill of materials has."""
    keys = b'"nodes"' in head and (b'"schema"' in head or b'"top"' in head)
    return head.lstrip().startswith(b"{") and keys and b"bomFormat" not in head


def read(file: str, data: bytes) -> Graph:
    """The network.

    Raises:
        InputError: no JSON, another schema, or a node that does not say what it needs.
    """
    try:
        content = json.loads(data, object_pairs_hook=_without_doubles)
    except _Doubled as error:
        name = visible(str(error))[:80]
        raise refused(file, Text(f"'{name}' staat er twee keer.", f"'{name}' stands there twice."), _FILE) from error
    except (ValueError, RecursionError) as error:
        raise refused(file, Text("dit is geen geldige JSON.", "this is no valid JSON."), _FILE) from error
    nodes = content.get("nodes") if isinstance(content, Mapping) else None
    top = content.get("top") if isinstance(content, Mapping) else None
    if not isinstance(nodes, Mapping) or not isinstance(top, str) or not top:
        raise refused(file, Text("'top' of 'nodes' ontbreekt.", "'top' or 'nodes' is missing."), _FILE)
    if content.get("schema") != SCHEMA:
        found = visible(str(content.get("schema")))[:40]
        raise refused(file, Text(f"schema {found} is onbekend.", f"schema {found} is unknown."), _FILE)
    return graph(top, [_node(file, name, entry) for name, entry in nodes.items()])


class _Doubled(ValueError):
    """A name that stands twice in one object: the later one would silently hide the earlier."""


def _without_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    seen: dict[str, object] = {}
    for name, value in pairs:
        if name in seen:
            raise _Doubled(name)
        seen[name] = value
    return seen


def _node(file: str, name: str, entry: object) -> Node:
    gate, weights = _gate(entry)
    if gate is None or "" in weights:
        raise _odd(file, name, entry)
    return Node(name, _kind(name), name, gate, tuple(Need(each, weight=weight) for each, weight in weights.items()))


def _gate(entry: object) -> tuple[Gate | None, dict[str, float]]:
    """The gate and the weight of each need, a need that is listed twice being one; no gate where it is none."""
    size = len(entry) if isinstance(entry, dict) else 0
    match entry:
        case {"all": [_, *_] as names} if size == 1:
            return All(), _equal(names)
        case {"any": [_, *_] as names} if size == 1:
            return Any(), _equal(names)
        case {"at_least": int(count), "of": [_, *_] as names} if size == 2 and not isinstance(count, bool):
            needs = _equal(names)
            return (AtLeast(count) if 1 <= count <= len(needs) else None), needs
        case {"share": dict(shares), "tolerates": tolerates} if size == 2 and shares:
            if all(_is_weight(each) for each in (*shares.values(), tolerates)):
                return Share(float(tolerates)), {name: float(each) for name, each in shares.items()}
    return None, {}


def _equal(names: list[object]) -> dict[str, float]:
    return dict.fromkeys((name if isinstance(name, str) else "" for name in names), 1.0)


def _is_weight(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value) and value >= 0


def _kind(name: str) -> Kind:
    prefix = name.partition(":")[0]
    return Kind(prefix) if ":" in name and prefix in set(Kind) else Kind.NODE


def _odd(file: str, name: str, entry: object) -> InputError:
    found = visible(json.dumps(entry, ensure_ascii=False))[:120]
    where = visible(name)[:80]
    return refused(
        file,
        Text(
            f"knoop '{where}' zegt niet wat hij nodig heeft: {found}",
            f"node '{where}' does not say what it needs: {found}",
        ),
        _SHAPE,
    )


def _written(node: Node) -> dict[str, object]:
    needs = [need.node for need in node.needs]
    if isinstance(node.gate, Any):
        return {"any": needs}
    if isinstance(node.gate, AtLeast):
        return {"at_least": node.gate.count, "of": needs}
    if isinstance(node.gate, Share):
        return {"share": {need.node: need.weight for need in node.needs}, "tolerates": node.gate.tolerates}
    return {"all": needs}


FORMAT = NetworkFormat(".json", same("JSON"), write, recognises, read)
