"""The layers of dependence as ``--layer`` names them."""

from __future__ import annotations

from collections.abc import Mapping

from depmap.core.graph import Layer

LAYERS: Mapping[str, tuple[Layer, ...]] = {
    "supply": (Layer.SUPPLY,),
    "control": (Layer.CONTROL,),
    "all": (Layer.SUPPLY, Layer.CONTROL),
}
"""What ``--layer`` may say; ``all`` asks about both at once."""
