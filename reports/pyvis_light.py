"""pyvis without the notebook: its network class, imported without loading IPython.

pyvis imports ``IPython.display.IFrame`` to show a network in a notebook, which depmap never does, and that import costs
more time than drawing the map. While pyvis is imported for the first time, a module with an empty ``IFrame`` stands in;
afterwards ``sys.modules`` is as it was, so that whoever uses IPython in the same process gets the real one.
"""

from __future__ import annotations

import sys
import types
from typing import Any


def network_class() -> Any:
    """`pyvis.network.Network`."""
    if "pyvis.network" in sys.modules or "IPython" in sys.modules:
        from pyvis.network import Network

        return Network
    package, display = types.ModuleType("IPython"), types.ModuleType("IPython.display")
    display.IFrame = object  # type: ignore[attr-defined]
    package.display = display  # type: ignore[attr-defined]
    sys.modules.update({"IPython": package, "IPython.display": display})
    try:
        from pyvis.network import Network
    finally:
        del sys.modules["IPython"], sys.modules["IPython.display"]
    return Network
