"""The layers of dependence as ``--layer`` names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from depmap.core.graph import Layer

NAMES = ("supply", "control", "material", "all")
"""What ``--layer`` may say; ``all`` asks about all of them at once."""


def layers_of(names: Sequence[str]) -> tuple[Layer, ...]:
    """The layers that these of `NAMES` stand for, in the order of reports."""
    from depmap.network.build import LAYERS

    return tuple(layer for layer in LAYERS if layer in names or "all" in names)
