"""What is not known, as nodes: each in the place of what it may turn out to be, all of one kind below a common one."""

from __future__ import annotations

from depmap.core.evidence import CellRef, Tier
from depmap.core.graph import All, Kind, Layer, Need, Node, Role, node_id


def unknown_of(role: Role) -> str:
    """Id of the node that stands for everything unknown in one role."""
    return node_id(Kind.UNKNOWN, role)


def unknown_nodes(
    role: Role, owner: str, layer: Layer, hints: tuple[str, ...] = (), cells: tuple[CellRef, ...] = ()
) -> tuple[Node, Node]:
    """The unknown of one owner in one role, and the common node that it needs.

    Args:
        role: what is unknown of the owner.
        owner: id of the node that it is unknown of.
        layer: the layer in which the owner needs it.
        hints: the nodes that a list assumes it to be.
        cells: those that could have said it.
    """
    common = Node(unknown_of(role), Kind.UNKNOWN, str(role))
    needs = (Need(common.id, role, layer, tier=Tier.UNKNOWN),)
    return Node(node_id(Kind.UNKNOWN, f"{role}/{owner}"), Kind.UNKNOWN, str(role), All(), needs, hints, cells), common
