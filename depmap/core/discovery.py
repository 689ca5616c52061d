"""Finds formats, rules and reports: one file each, in a folder of their kind, loud when one is incomplete."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TypeVar

from depmap.core.errors import IncompleteModule
from depmap.core.text import Text

T = TypeVar("T")


def discover(package: str, attribute: str, kind: type[T]) -> tuple[T, ...]:
    """Every ``attribute`` of the modules in ``package``, in the order of the module names.

    Args:
        package: dotted name of the folder, for example ``risk_rules.rules``.
        attribute: the name that each module must define, for example ``RULE``.
        kind: the type that the attribute must have.

    Raises:
        IncompleteModule: a module without the attribute, or with one of another type.
    """
    home = importlib.import_module(package)
    found: list[T] = []
    for name in sorted(info.name for info in pkgutil.iter_modules(home.__path__) if not info.name.startswith("_")):
        module = importlib.import_module(f"{package}.{name}")
        value = getattr(module, attribute, None)
        if not isinstance(value, kind):
            raise IncompleteModule(
                Text(
                    nl=f"{package}.{name} definieert geen {attribute} van het type {kind.__name__}.",
                    en=f"{package}.{name} does not define {attribute} of type {kind.__name__}.",
                ),
                Text(
                    nl=f"Voeg {attribute} = {kind.__name__}(...) toe, of verplaats het bestand.",
                    en=f"Add {attribute} = {kind.__name__}(...), or move the file elsewhere.",
                ),
            )
        found.append(value)
    return tuple(found)
