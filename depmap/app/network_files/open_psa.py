"""Open-PSA model exchange format (MEF), the language of fault-tree engines: any of them can check depmap's cut sets.

A fault tree speaks of failure where a network speaks of need: a need for *all* is an *or* of failures, a need for *any*
an *and*, at least k of n an *atleast* of n - k + 1, a leaf a basic event. A share has no gate of its own there and is
written as nested gates. Names become plain identifiers, with the real name as a label.

Read is what describes a coherent tree: gates, basic events, *and*, *or*, *atleast*, nested as one likes. *Not* and
house events are refused, since losing more could then repair something. Probabilities are not used.

Reference: S. Epstein and A. Rauzy, Open-PSA Model Exchange Format, version 2.0d, 2008, chapter 4 (fault trees).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import accumulate

from bom.sandbox.limits import Refused
from bom.sandbox.markup import Element, tree
from depmap.app.network_files._interface import NetworkFormat, refused
from depmap.core.errors import InputError
from depmap.core.graph import All, Any, AtLeast, Gate, Graph, Kind, Need, Node, graph
from depmap.core.text import Text, same, visible
from depmap.network.kernel import Compiled, compile_graph

_HOW = Text(
    "Een Open-PSA-model heeft poorten (define-gate) van and, or en atleast over gate en basic-event.",
    "An Open-PSA model has gates (define-gate) of and, or and atleast over gate and basic-event.",
)

# --- writing ----------------------------------------------------------------------------------------------------------

_FALLS_AWAY = frozenset({Kind.SUPPLIER, Kind.PARENT, Kind.COUNTRY, Kind.MATERIAL, Kind.STAGE})
"""Kinds that fall away themselves, also when they have needs: they get an event beside their gate."""


def write(network: Graph) -> bytes:
    """The network as one fault tree: what the top rests on, owners first."""
    compiled = compile_graph(network)
    reached = {compiled.index[network.top]}
    gates: list[str] = []
    events: list[str] = []
    for place in range(len(compiled.ids) - 1, -1, -1):
        if place not in reached:
            continue
        name = compiled.ids[place]
        needs = compiled.needs[compiled.offsets[place] : compiled.offsets[place + 1]]
        if not needs or network.nodes[name].kind in _FALLS_AWAY:
            events.append(f'<define-basic-event name="e{place}"><label>{_label(name)}</label></define-basic-event>')
        if needs:
            weights = compiled.weights[compiled.offsets[place] : compiled.offsets[place + 1]]
            inputs = [(_reference(compiled, each), weight) for each, weight in zip(needs, weights, strict=True)]
            formula, more = _formula(f"g{place}", inputs, compiled.thresholds[place])
            written = "".join((formula, *more))  # a share too small to matter is not named, and must be no second top
            reached.update(each for each in needs if _reference(compiled, each) in written)
            if network.nodes[name].kind in _FALLS_AWAY:
                formula = f'<or><basic-event name="e{place}"/>{formula}</or>'
            gates.append(f'<define-gate name="g{place}"><label>{_label(name)}</label>{formula}</define-gate>')
            gates.extend(more)
    tree_lines = ['<define-fault-tree name="network">', *gates, "</define-fault-tree>"]
    model = ["<model-data>", *events, "</model-data>"]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<opsa-mef>", *tree_lines, *model, "</opsa-mef>", ""]
    return "\n".join(lines).encode("utf-8")


def _reference(compiled: Compiled, place: int) -> str:
    kind, letter = ("basic-event", "e") if compiled.offsets[place] == compiled.offsets[place + 1] else ("gate", "g")
    return f'<{kind} name="{letter}{place}"/>'


def _label(name: str) -> str:
    return escape(visible(name, keep=""), quote=False)


def _formula(gate: str, inputs: Sequence[tuple[str, int]], threshold: int) -> tuple[str, list[str]]:
    """The failure of a gate in terms of its inputs, and further gates that this needs."""
    if any(weight != 1 for _, weight in inputs):
        return _weighed(gate, sorted(inputs, key=lambda each: (-each[1], each[0])), threshold)
    listed = "".join(reference for reference, _ in inputs)
    if len(inputs) == 1:
        return listed, []
    if threshold == 1:
        return f"<or>{listed}</or>", []
    if threshold == len(inputs):
        return f"<and>{listed}</and>", []
    return f'<atleast min="{threshold}">{listed}</atleast>', []


def _weighed(gate: str, inputs: Sequence[tuple[str, int]], threshold: int) -> tuple[str, list[str]]:
    """Enough weight is lost when the first input is and the others make up the rest, or the others do alone."""
    left = list(accumulate((weight for _, weight in reversed(inputs)), initial=0))[::-1]
    known: dict[tuple[int, int], str] = {}
    more: list[str] = []

    def reach(place: int, missing: int) -> str:
        """A formula, or nothing where the weight cannot be reached; ``missing`` is above 0."""
        if left[place] < missing:
            return ""
        if (place, missing) not in known:
            reference, weight = inputs[place]
            with_it = reference if weight >= missing else _both(reference, reach(place + 1, missing - weight))
            name = f"{gate}_{place}_{missing}"
            more.append(f'<define-gate name="{name}">{_either(with_it, reach(place + 1, missing))}</define-gate>')
            known[place, missing] = f'<gate name="{name}"/>'
        return known[place, missing]

    return reach(0, threshold), more


def _both(one: str, other: str) -> str:
    return f"<and>{one}{other}</and>" if other else ""


def _either(one: str, other: str) -> str:
    return f"<or>{one}{other}</or>" if one and other else one or other


# --- reading ----------------------------------------------------------------------------------------------------------


def recognises(head: bytes) -> bool:
    """Whether it is XML of this format."""
    return b"<opsa-mef" in head


def read(file: str, data: bytes) -> Graph:
    """The one fault tree of a model; its top is the gate that no other gate names.

    Raises:
        InputError: no XML, no or several tops, or a formula that is not coherent.
    """
    try:
        root, _ = tree(data, "Open-PSA")
    except Refused as error:
        raise refused(file, Text("dit is geen geldige XML.", "this is no valid XML."), _HOW) from error
    return _Model(file, root).graph()


class _Model:
    """The gates of a model, while it is read."""

    def __init__(self, file: str, root: Element) -> None:
        self._file = file
        self._nodes: dict[str, Node] = {}
        defined = list(_defined(root))
        self._gates = {gate.get("name") for gate in defined}
        self._labels = _labels(list(root.all("model-data", "define-basic-event")), defined)
        for gate in defined:
            name = gate.get("name")
            if name in self._nodes:
                raise self._odd(name, Text("staat er twee keer", "stands there twice"))
            formulas = [child for child in gate.children if child.name not in {"label", "attributes"}]
            if not name or len(formulas) != 1:
                raise self._odd(name, Text("heeft geen ene formule", "does not have one formula"))
            self._define(name, formulas[0])
        self._named = {need.node for node in self._nodes.values() for need in node.needs}

    def graph(self) -> Graph:
        """The network below the one gate that no other names."""
        tops = sorted(self._gates - self._named)
        if len(tops) != 1:
            found = ", ".join(visible(each) for each in tops[:5]) or "-"
            raise refused(
                self._file,
                Text(
                    f"er moet een poort zijn die geen andere noemt; dat zijn: {found}.",
                    f"there must be one gate that no other names; those are: {found}.",
                ),
                _HOW,
            )
        renamed = [
            Node(self._name(node.id), Kind.NODE, self._name(node.id), node.gate, self._renamed(node.needs))
            for node in self._nodes.values()
        ]
        return graph(self._name(tops[0]), renamed)

    def _renamed(self, needs: Iterable[Need]) -> tuple[Need, ...]:
        return tuple(replace(need, node=self._name(need.node)) for need in needs)

    def _name(self, name: str) -> str:
        return self._labels.get(name, name)

    def _define(self, name: str, formula: Element) -> None:
        """A node for a formula, turned from failure into need; formulas inside it become nodes of their own."""
        inputs = formula.children
        gate: Gate = All()
        match formula.name:
            case "gate" | "event" | "basic-event":
                inputs = [formula]
            case "or":
                pass
            case "and":
                gate = Any()
            case "atleast" if formula.get("min").isdecimal() and 1 <= int(formula.get("min")) <= len(inputs):
                gate = AtLeast(len(inputs) - int(formula.get("min")) + 1)
            case _:
                found = visible(formula.name)[:40]
                raise self._odd(name, Text(f"heeft '{found}'", f"has '{found}'"))
        names = [self._input(f"{name}.{number}", each) for number, each in enumerate(inputs, 1)]
        if not names or (isinstance(gate, AtLeast) and len(set(names)) < len(names)):
            raise self._odd(name, Text("heeft te weinig verschillende invoer", "has too few different inputs"))
        self._nodes[name] = Node(name, Kind.NODE, name, gate, tuple(Need(each) for each in dict.fromkeys(names)))

    def _input(self, name: str, formula: Element) -> str:
        if formula.name in {"gate", "event", "basic-event"} and formula.get("name"):
            if formula.name == "gate" and formula.get("name") not in self._gates:
                raise self._odd(formula.get("name"), Text("wordt nergens beschreven", "is not described anywhere"))
            return formula.get("name")
        self._define(name, formula)
        return name

    def _odd(self, name: str, what: Text) -> InputError:
        where = visible(name)[:80]
        return refused(self._file, Text(f"poort '{where}' {what.nl}.", f"gate '{where}' {what.en}."), _HOW)


def _defined(root: Element) -> Iterator[Element]:
    """The gates of all fault trees and their components."""
    for part in root.children:
        if part.name == "define-gate":
            yield part
        elif part.name in {"define-fault-tree", "define-component"}:
            yield from _defined(part)


def _labels(events: Iterable[Element], gates: Iterable[Element]) -> dict[str, str]:
    """Name -> label, for every label that only one has; where an event and a gate share one, it is the event's."""
    labels: dict[str, str] = {}
    for elements in (events, gates):
        said = [(each.get("name"), each.said("label")) for each in elements]
        taken = set(labels.values())
        seen = Counter(label for _, label in said)
        labels |= {name: label for name, label in said if label and seen[label] == 1 and label not in taken}
    return labels


FORMAT = NetworkFormat(".mef", same("Open-PSA MEF"), write, recognises, read)
