"""pyvis without what depmap never uses of it: its network class, in a fraction of the time.

pyvis imports networkx and jsonpickle for conversions, and ``IPython.display.IFrame`` to show a network in a notebook.
None of that is needed to put a network together, and importing it costs more time than drawing the map. While pyvis is
imported, modules stand in for these three; afterwards `sys.modules` is as it was. The stand-ins that pyvis keeps fetch
the real module at their first use, so that whoever uses pyvis in the same process finds it whole.
"""

from __future__ import annotations

import importlib
import sys
import types
from typing import Any


class _Later(types.ModuleType):
    """A module that is imported when somebody first asks it for something."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:  # still standing in: the importing machinery looks around
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


def network_class() -> Any:
    """`pyvis.network.Network`."""
    standing_in = {} if "pyvis.network" in sys.modules else _stand_ins()
    sys.modules.update(standing_in)
    try:
        from pyvis.network import Network
    finally:
        for name in standing_in:
            del sys.modules[name]
    return Network


def _stand_ins() -> dict[str, types.ModuleType]:
    """Modules for what is not loaded yet; what is loaded already costs nothing and stays."""
    names = [name for name in ("jsonpickle", "networkx", "IPython", "IPython.display") if name not in sys.modules]
    modules: dict[str, types.ModuleType] = {name: _Later(name) for name in names}
    if "IPython.display" in modules:
        modules["IPython.display"].IFrame = _IFrame  # type: ignore[attr-defined]
    return modules


def _IFrame(*arguments: Any, **options: Any) -> Any:  # noqa: N802 (the name that it stands in for)
    """A frame in a notebook, made by the IPython that runs it."""
    return importlib.import_module("IPython.display").IFrame(*arguments, **options)
