"""The network as data: nodes, and what each of them needs. The questions about it live in ``depmap.network``."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from depmap.core.evidence import CellRef, Tier
from depmap.core.text import Text


class Kind(enum.StrEnum):
    """What a node is."""

    SYSTEM = "system"
    ASSEMBLY = "assembly"
    COMPONENT = "component"
    SOURCE = "source"
    SUPPLIER = "supplier"
    PARENT = "parent"
    COUNTRY = "country"
    MATERIAL = "material"
    STAGE = "stage"
    SHARE = "share"
    UNKNOWN = "unknown"
    NODE = "node"

    @property
    def text(self) -> Text:
        """The word that reports show."""
        return _KINDS[self]


_KINDS = {
    Kind.SYSTEM: Text("systeem", "system"),
    Kind.ASSEMBLY: Text("samenstelling", "assembly"),
    Kind.COMPONENT: Text("component", "component"),
    Kind.SOURCE: Text("bron", "source"),
    Kind.SUPPLIER: Text("leverancier", "supplier"),
    Kind.PARENT: Text("uiteindelijke eigenaar", "parent"),
    Kind.COUNTRY: Text("land", "country"),
    Kind.MATERIAL: Text("grondstof", "material"),
    Kind.STAGE: Text("stap", "stage"),
    Kind.SHARE: Text("aandeel", "share"),
    Kind.UNKNOWN: Text("onbekend", "unknown"),
    Kind.NODE: Text("knoop", "node"),
}


class Layer(enum.StrEnum):
    """Which kind of dependence a need belongs to. `STRUCTURE` joins the others and is part of every question."""

    STRUCTURE = "structure"
    SUPPLY = "supply"
    CONTROL = "control"
    MATERIAL = "material"

    @property
    def text(self) -> Text:
        """The word that reports show."""
        return _LAYERS[self]


_LAYERS = {
    Layer.STRUCTURE: Text("opbouw", "structure"),
    Layer.SUPPLY: Text("levering", "supply"),
    Layer.CONTROL: Text("zeggenschap", "control"),
    Layer.MATERIAL: Text("grondstoffen", "material"),
}


class Role(enum.StrEnum):
    """What the needed node is to the one that needs it."""

    CHILD = "child"
    SOURCE = "source"
    MANUFACTURER = "manufacturer"
    MANUFACTURE = "manufacture"
    SEAT = "seat"
    PARENT = "parent"
    OWNERSHIP = "ownership"
    MATERIAL = "material"
    STAGE = "stage"
    SHARE = "share"
    NEED = "need"

    @property
    def text(self) -> Text:
        """The word that reports show."""
        return _ROLES[self]


_ROLES = {
    Role.CHILD: Text("onderdeel", "part"),
    Role.SOURCE: Text("bron", "source"),
    Role.MANUFACTURER: Text("fabrikant", "manufacturer"),
    Role.MANUFACTURE: Text("land van productie", "country of manufacture"),
    Role.SEAT: Text("land van vestiging", "country of the seat"),
    Role.PARENT: Text("uiteindelijke eigenaar", "ultimate parent"),
    Role.OWNERSHIP: Text("land van eigendom", "country of ownership"),
    Role.MATERIAL: Text("grondstof", "material"),
    Role.STAGE: Text("stap", "stage"),
    Role.SHARE: Text("aandeel in het wereldaanbod", "share of the world's supply"),
    Role.NEED: Text("behoefte", "need"),
}


@dataclass(frozen=True, slots=True)
class All:
    """The node needs all of its needs."""


@dataclass(frozen=True, slots=True)
class Any:
    """The node needs at least one of its needs."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The node needs at least ``count`` of its needs."""

    count: int
    """How many, from 1."""


@dataclass(frozen=True, slots=True)
class Share:
    """The node is lost as soon as more than ``tolerates`` of the weight of its needs is lost."""

    tolerates: float
    """A share in the unit of the weights, at least 0."""


Gate = All | Any | AtLeast | Share


@dataclass(frozen=True, slots=True)
class Need:
    """One edge: the owner needs ``node``."""

    node: str
    """Id of the needed node."""

    role: Role = Role.NEED
    """What that node is to the owner."""

    layer: Layer = Layer.STRUCTURE
    """The layer of dependence that it belongs to."""

    weight: float = 1.0
    """Its share, for a `Share` gate; otherwise 1."""

    tier: Tier = Tier.DECLARED
    """How well the need is supported."""

    cells: tuple[CellRef, ...] = ()
    """The cells that state it."""

    reference: str = ""
    """The document or dated list behind it."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node and its gate. A node without needs is a leaf: lost only when it is lost itself."""

    id: str
    """``kind:name``, unique in the graph."""

    kind: Kind
    """What it is."""

    label: str
    """Its name for people."""

    gate: Gate = All()
    """How its needs combine."""

    needs: tuple[Need, ...] = ()
    """What it needs; each node at most once per layer."""

    hints: tuple[str, ...] = ()
    """For an unknown: the nodes that it may turn out to be, as far as a list assumes any."""

    cells: tuple[CellRef, ...] = ()
    """The cells that state it; for an unknown: those to ask for."""


def node_id(kind: Kind, name: str) -> str:
    """``kind:name``, as every output and the command line write a node."""
    return f"{kind}:{name}"


@dataclass(frozen=True, slots=True)
class Graph:
    """A whole network: one top and everything it needs."""

    top: str
    """Id of the node that the questions are about."""

    nodes: Mapping[str, Node]
    """By id, in a stable order."""

    def of_kind(self, *kinds: Kind) -> tuple[Node, ...]:
        """The nodes of these kinds, in the order of the graph."""
        return tuple(node for node in self.nodes.values() if node.kind in kinds)


def graph(top: str, nodes: Iterable[Node]) -> Graph:
    """A graph of these nodes, ordered by id; a needed node that is not among them becomes a leaf."""
    known = {node.id: node for node in nodes}
    for owner in tuple(known.values()):
        for need in owner.needs:
            if need.node not in known:
                known[need.node] = Node(need.node, Kind.NODE, need.node)
    if top not in known:
        known[top] = Node(top, Kind.NODE, top)
    return Graph(top, MappingProxyType({name: known[name] for name in sorted(known)}))
