"""The layers of dependence as ``--layer`` names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from depmap.core.graph import Layer

NAMES = ("supply", "control", "all")
"""What ``--layer`` may say; ``all`` asks about both at once."""


def layers_of(name: str) -> tuple[Layer, ...]:
    """The layers that one of `NAMES` stands for."""
    from depmap.core.graph import Layer

    return (Layer.SUPPLY, Layer.CONTROL) if name == "all" else (Layer(name),)
